//! What a document says, one thing at a time.

mod apart;
mod clauses;
mod closing;
mod continued;
mod finite;
mod holders;
mod joint;
mod labels;
mod lines;
mod opening;
mod pronouns;
mod roles;
mod subjects;
#[cfg(test)]
mod tests;
mod timing;
mod units;
mod voices;
mod vouched;
mod within;
mod wording;

use std::ops::Range;

use model::{Attribution, Clause, Commitment, Day, Document, Mention, Span, Statement, Time};

use crate::{
    commitment,
    grammar::{groups, phrases::Clauses},
    prose::Prose,
    quantities,
    sentences::Sentence,
    tags::Tag,
};
use holders::Upstreams;
use pronouns::Pronouns;
use units::Unit;
use voices::{Part, Voice, Voices};
pub(crate) use within::scopes;

/// What the stages before this one found.
pub(crate) struct Found<'a> {
    pub(crate) document: &'a Document,
    pub(crate) prose: &'a Prose<'a>,
    pub(crate) times: &'a [Time],
    pub(crate) attributions: &'a [Attribution],
    pub(crate) inner: &'a [Attribution],
    pub(crate) carried: &'a [Attribution],
    pub(crate) worded: &'a [Attribution],
    pub(crate) mentions: &'a [Mention],
}

/// The most statements that one document makes. A long book has some twelve thousand; each is compared, told with a title and
/// written with a page, which no report needs that is longer.
pub const MOST: usize = 20_000;

/// The statements of a document, in order, up to [`MOST`]. Headings, captions, bylines and questions make none, and neither does a text
/// in another language than English.
pub(crate) fn find(found: &Found<'_>) -> Vec<Statement> {
    find_up_to(found, MOST)
}

fn find_up_to(found: &Found<'_>, most: usize) -> Vec<Statement> {
    if !matches!(found.document.language.as_str(), "en" | "und") {
        return Vec::new();
    }
    let mut stage = Stage {
        found,
        voices: Voices::new(found.prose, heard(found)),
        upstreams: Upstreams::read(found.document, found.prose, found.mentions),
        times: found.times.iter().map(Time::span).collect(),
        pronouns: Pronouns::new(found.prose, found.mentions),
        fresh: timing::fresh(found),
        opening: 0,
    };
    stage.opening = stage.headlines();
    let mut statements = Vec::with_capacity(found.prose.sentences.len());
    for (index, sentence) in found.prose.sentences.iter().enumerate() {
        if statements.len() >= most {
            break;
        }
        if stage.is_read(sentence) {
            stage.sentence(index, sentence, &mut statements);
        }
    }
    statements.truncate(most);
    statements
}

/// All that somebody says, with what it is to its sentence.
fn heard<'a>(found: &Found<'a>) -> impl Iterator<Item = (&'a Attribution, Part)> {
    let prose = found.prose;
    let told = found.attributions.iter().map(|attribution| (attribution, Part::Told));
    let inner = found.inner.iter().filter(|a| a.source.is_empty() && a.cue.is_empty() || vouched::holds(a, prose));
    let carried = found.carried.iter().map(|attribution| (attribution, Part::Carried));
    let worded = found.worded.iter().map(|attribution| (attribution, Part::Worded));
    told.chain(inner.map(|attribution| (attribution, Part::Told))).chain(carried).chain(worded)
}

struct Stage<'a> {
    found: &'a Found<'a>,
    voices: Voices<'a>,
    upstreams: Upstreams,
    times: Vec<Span>,
    pronouns: Pronouns<'a>,
    /// The day of publication, where the report tells of that day or the one before by its date.
    fresh: Option<Day>,
    /// How many sentences, at most, stand before the first that ends with a full stop: a report's headlines.
    opening: usize,
}

impl Stage<'_> {
    fn sentence(&self, index: usize, sentence: &Sentence, statements: &mut Vec<Statement>) {
        let prose = self.found.prose;
        let range = sentence.words.clone();
        let groups = &prose.groups[index];
        let clauses = Clauses { words: &prose.words, start: range.start, end: range.end, groups };
        if groups.is_empty() && !self.is_ended(sentence) && !self.is_headline(index, sentence) {
            return;
        }
        if holders::tells_whose_views(&self.found.document.text[sentence.start..sentence.end]) {
            return;
        }
        // A line that only hands over to what follows says nothing by itself.
        let hands_over = self.found.document.text[..sentence.end].ends_with(':');
        let speaks = || {
            groups.last().is_some_and(|group| {
                crate::cues::verb(prose.words.lower(group.head))
                    .is_some_and(|cue| cue.frames.any(crate::cues::Frames::QUOTE))
            })
        };
        let this_way =
            range.clone().rev().take(4).any(|at| matches!(prose.words.lower(at), "way" | "follows" | "following"));
        if hands_over && (clauses::main_group(&clauses, &range, &[]).is_none() || speaks() || this_way) {
            return;
        }
        let voices = self.voices.of(prose, index, &clauses);
        let mut remarks = Vec::new();
        let mut last_main = None;
        let headline = self.is_headline(index, sentence);
        let lead = lines::glued(&clauses);
        for mut unit in units::find(&clauses, &voices, headline) {
            if let Some(lead) = lead.filter(|&lead| unit.words.start < lead) {
                if unit.words.end <= lead {
                    continue;
                }
                unit.words.start = lead;
                unit.main = clauses::main_group(&clauses, &unit.words, &[]);
                unit.voices.retain(|&at| voices[at].cue.iter().all(|cue| cue.start >= lead));
                (unit.shares_subject, unit.antecedent, unit.part) = (None, None, None);
            }
            if let Some(cue) = remark(&clauses, &unit) {
                remarks.push(cue);
            } else if let Some(statement) = self.statement(sentence, &clauses, &voices, &unit) {
                last_main = Some(statements.len());
                statements.push(statement);
            }
        }
        // "…, although this has not been confirmed" hedges what stands before it.
        if let (Some(cue), Some(statement)) = (remarks.pop(), last_main.and_then(|at| statements.get_mut(at)))
            && statement.commitment <= Commitment::Hedged
        {
            if statement.commitment < Commitment::Hedged {
                statement.cues.clear();
            }
            statement.commitment = Commitment::Hedged;
            statement.cues.push(prose.span(cue));
        }
    }

    fn statement(
        &self,
        sentence: &Sentence,
        clauses: &Clauses<'_>,
        voices: &[Voice<'_>],
        unit: &Unit<'_>,
    ) -> Option<Statement> {
        let prose = self.found.prose;
        let citation = wording::citation(prose, &unit.words);
        let uncited = unit.words.start..citation.as_ref().map_or(unit.words.end, |citation| citation.start);
        // "While the owners paid, the pilots left", not cut: the first half keeps its opener.
        let after_comma = uncited.start > clauses.start && prose.words.text(uncited.start - 1) == ",";
        let before_cut = uncited.end > uncited.start && prose.words.text(uncited.end - 1) == ",";
        let leads = !after_comma && !before_cut && uncited.clone().any(|at| prose.words.text(at) == ",");
        let words = wording::trim(&prose.words, uncited, leads);
        // "I want to" leaves out what it tells.
        if words.is_empty() || words.len() <= 4 && prose.words.lower(words.end - 1) == "to" {
            return None;
        }
        let cited = citation.map(|citation| wording::cited(&prose.words, &(citation.start + 1..citation.end - 1)));
        let denial = denial(clauses, voices, unit);
        let mut read = commitment::read(clauses, &words, unit.main);
        // "The judge denied bail": nobody's word, but what the judge does.
        let act = unit
            .main
            .filter(|main| commitment::can_deny(prose.words.lower(main.head)) && read.commitment != Commitment::Denied);
        let acts = |voice: &Voice<'_>| {
            let worded = voice.attribution.kind != model::AttributionKind::Indirect;
            act.is_some_and(|main| !voice.apart && !worded && voice.cue.iter().any(|cue| cue.contains(&main.head)))
        };
        let own = unit.voices.iter().filter_map(|&index| voices.get(index));
        let mut own: Vec<&Voice<'_>> = own.filter(|voice| vouched::vouches(voice, prose) && !acts(voice)).collect();
        // "Berg said the pilots think it is late": on Berg's word, whose words tell what the pilots think.
        let told = |inner: &Voice<'_>, others: &[&Voice<'_>]| {
            let Some(cue) = inner.cue.first().filter(|cue| words.contains(&cue.start)) else { return false };
            let around = |outer: &&Voice<'_>| {
                !std::ptr::eq(outer.attribution, inner.attribution)
                    && outer.content.iter().any(|content| content.contains(&cue.start))
            };
            inner.clause && !inner.apart && vouched::thinks_or_shows(inner, prose) && others.iter().any(around)
        };
        let all = own.clone();
        own.retain(|voice| !told(voice, &all));
        // "Asked whether it was late, Berg said: “…”": a frame that stays, around what is mostly somebody's words.
        if own.is_empty() {
            own.extend(voices.iter().find(|voice| {
                voice.clause
                    && vouched::frames(clauses, prose, voice, &words)
                    && vouched::vouches(voice, prose)
                    && !acts(voice)
            }));
        }
        let author = wording::first_person(prose, &words);
        let place = holders::Place { passage: sentence.passage, cited, author };
        let chain =
            holders::chain(self.found.document, prose, self.found.mentions, &self.upstreams, place, own.into_iter());
        let mut quotes = wording::quoted(prose, &words);
        let range_start = clauses.start;
        // A word between marks that nobody is told to have said is a turn of phrase.
        quotes.retain(|quote| {
            let told = quote.clone().filter(|&at| prose.words.tag(at) != Tag::Punctuation).count();
            let speaker = !holders::quoted(prose, voices, quote).is_empty();
            // “Night over Kolm”, which somebody speaks of: a name, unless it is all that they say.
            let named = wording::is_name(&prose.words, quote);
            let all = named
                && voices.iter().any(|voice| {
                    voice.content.iter().any(|content| {
                        content.start <= quote.start && content.start + 2 > quote.start && content.end <= quote.end + 2
                    })
                });
            // "a “day of boats” was planned": a term, which nobody is told to have used.
            let term = told < 5 && (told < 4 && quote.start > range_start || !clauses.finite_in(quote.clone()));
            // "which turned into “lost boats”": what a thing became or is called. "For the town to say to itself, “…”": imagined.
            let before = |back: usize| quote.start.checked_sub(back).map_or("", |at| prose.words.lower(at));
            let called = told < 5 && matches!(before(2), "into" | "nicknamed" | "dubbed" | "so-called" | "codenamed");
            let imagined = matches!(before(3), "itself" | "themselves") || matches!(before(2), "itself" | "themselves");
            if called || imagined {
                return false;
            }
            // Contracts "C", costs (from "in store"): letters, and terms in brackets.
            let letter = told == 1 && prose.span(quote.clone()).len() <= 3
                || told < 4 && wording::in_brackets(prose, &words, quote);
            if speaker { (!named || all) && !letter } else { told > 1 && !named && !term }
        });
        // "“I would go”": what somebody says of what might be, or was, and no report of what is to come.
        let spoken = unit
            .voices
            .iter()
            .filter_map(|&index| voices.get(index))
            .any(|voice| voice.attribution.kind == model::AttributionKind::Direct && voice.clause);
        // "That would ruin the town", of a thing, or under a condition, is a forecast.
        let wish = || {
            let pronoun = |subject: Range<usize>| {
                crate::words::is_one_of(prose.words.lower(subject.start), "i you he she it we they who")
            };
            // "A vote would be good": an opinion.
            unit.main.is_none_or(|main| groups::is_be(prose.words.lower(main.head)))
                || unit.main.and_then(|main| clauses.subject_before(main)).is_none_or(pronoun)
        };
        let conditional = words.clone().any(|at| matches!(prose.words.lower(at), "if" | "unless"));
        if spoken
            && read.commitment == Commitment::Expected
            && commitment::would_alone(&prose.words, &read)
            && !conditional
            && wish()
        {
            read.commitment = Commitment::Asserted;
            read.cues.clear();
        }
        if let Some(cue) = denial {
            read = commitment::denied(&read, cue);
        }
        // "Berg said …", whole: on Berg's word, though it can't be cut.
        let mut chain = chain;
        let known = |span: Option<Span>| {
            let voice =
                voices.iter().find(|voice| span.is_some() && voice.attribution.source.first().copied() == span)?;
            self.pronouns.speaker(clauses, voice)
        };
        for holder in chain.holders.iter_mut().filter(|holder| holder.name == crate::attributions::speakers::UNKNOWN) {
            if let Some(name) = known(holder.span) {
                holder.name = name;
            }
        }
        if !chain.attributed
            && let Some((holder, cue)) = self
                .said_by(clauses, unit)
                .or_else(|| self.closed_by(clauses, voices, unit))
                .or_else(|| self.carried_on(clauses, voices, unit))
                .or_else(|| self.outright(clauses, unit))
                .or_else(|| self.told_on(clauses, unit))
                .or_else(|| self.opened_by(clauses, unit))
        {
            chain.holders.push(holder);
            chain.attributed = true;
            chain.cues.push(cue);
        }
        holders::own_view(self.found.document, &mut chain);
        // "A sale would have raised more, Berg said": on her word.
        if chain.attributed && commitment::would_have_alone(&prose.words, &read, &words) {
            read.commitment = Commitment::Attributed;
        }
        // "Berg said the sale will bring ten crowns", whole: what is said is yet to come, whoever's word it is.
        if chain.attributed
            && read.commitment <= Commitment::Attributed
            && let Some(told) = closing::told(clauses, voices, &words, unit.main)
        {
            let inner =
                clauses::main_group(clauses, &told, &[]).filter(|inner| closing::is_told(clauses, &told, inner));
            let inner = inner.map(|inner| commitment::read(clauses, &told, Some(inner)));
            if let Some(inner) = inner.filter(|inner| inner.commitment >= Commitment::Hedged) {
                (read.commitment, read.cues) = (inner.commitment, inner.cues);
            }
        }
        let attributed = if chain.attributed { Commitment::Attributed } else { Commitment::Asserted };
        let commitment = read.commitment.max(attributed);
        let cues = match commitment {
            Commitment::Asserted => Vec::new(),
            Commitment::Attributed => chain.cues,
            _ => read.cues.iter().map(|cue| prose.span(cue.clone())).collect(),
        };
        let span = prose.span(words.clone());
        let ahead = unit.main.is_some_and(|main| {
            (commitment == Commitment::Expected || finite::is_hope(clauses, main)) && finite::looks_ahead(clauses, main)
        });
        let time = self.time(sentence, &words, unit.main, ahead);
        let (when, time_span) = time.map(|time| self.either(time)).unzip();
        let statement = Statement {
            span,
            sentence: prose.text.span(sentence.start, sentence.end),
            passage: sentence.passage as u32,
            commitment,
            polarity: read.polarity,
            cues,
            holders: chain.holders,
            time: when.flatten(),
            time_span,
            quantities: quantities::find(prose, words.clone(), &self.times),
            participants: self.participants(clauses, span, unit, voices),
            quoted: quotes.iter().map(|quote| holders::quoted(prose, voices, quote)).collect(),
            quotes: quotes.into_iter().map(|words| prose.span(words)).collect(),
            subject: self.shared(clauses, unit, &words, voices).or_else(|| self.told_as(clauses, unit, &words, voices)),
            clause: unit.main.map(|main| {
                let clause = finite::clause(prose, clauses, &words, main, time.map(Time::span));
                let passive = clause.passive || unit.part.as_ref().is_some_and(|part| part.passive);
                Clause { passive, ..clause }
            }),
        };
        (!finite::is_headless(clauses, &words, unit.main, &statement)).then_some(statement)
    }
}

/// The verb with which somebody denies what a unit says: "the owners denied that the port was closed".
fn denial(clauses: &Clauses<'_>, voices: &[Voice<'_>], unit: &Unit<'_>) -> Option<usize> {
    let innermost = unit.voices.iter().rev().filter_map(|&index| voices.get(index)).find(|voice| voice.apart)?;
    // "“This is a lie,” Berg denied": what stands between the marks is what she says.
    if innermost.attribution.kind != model::AttributionKind::Indirect {
        return None;
    }
    let verb = innermost.cue.iter().flat_map(Clone::clone).find(|&at| commitment::denies(clauses.words.lower(at)))?;
    let outside = !unit.words.contains(&verb);
    (outside && clauses.group_at(verb).is_some_and(|group| !group.negated)).then_some(verb)
}

/// The cue of a clause that only remarks on the one before: "this has not been confirmed".
fn remark(clauses: &Clauses<'_>, unit: &Unit<'_>) -> Option<Range<usize>> {
    let main = unit.main?;
    let subject = (unit.words.start..main.words.start)
        .rev()
        .find(|&at| matches!(clauses.words.lower(at), "this" | "that" | "it" | "which" | "these" | "they"));
    let nothing_else = main.words.start.checked_sub(1) == subject;
    let short = unit.words.end - unit.words.start <= 12;
    (nothing_else && short && unit.words.start > clauses.start && commitment::is_unconfirmed(clauses.words, main))
        .then(|| main.words.clone())
}
