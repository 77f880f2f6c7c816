//! One statement as a sentence that is understood alone, where it can be told as one.

use model::{Commitment, EntityKind, Mention, Span, Statement, Tense};

use super::trim::{bare, capital, flat, short_enough, without_joints};
use super::{lexicon, pointers, subject};
use crate::entities::Entities;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_unnamed;
use crate::ground::words::{fold, words};

/// A statement as a sentence.
pub(crate) struct Sentence {
    pub text: String,
    /// Whether its subject names somebody or something, rather than only describing it.
    pub named: bool,
}

/// The statement at `place` as a sentence that stands alone: its own words after its subject, without what only joins it
/// to the sentence before. `None` where that cannot be: it has no subject of its own or one that points elsewhere, it is
/// no whole clause, or what is left would say something else.
pub(crate) fn sentence(reports: &Reports<'_>, entities: &Entities, place: Place) -> Option<Sentence> {
    let statement = reports.statement(place);
    if lexicon::is_caption(&reports.words_of(place).to_lowercase()) || reports.words_of(place).contains(['?', '\n']) {
        return None;
    }
    told(reports, place, statement).or_else(|| quoted(reports, entities, place, statement))
}

/// The statement in its own words.
fn told(reports: &Reports<'_>, place: Place, statement: &Statement) -> Option<Sentence> {
    let clause = statement.clause.as_ref()?;
    let span = statement.span;
    let cut = |start: u32, end: u32| if start < end { reports.cut(place.document, Span::new(start, end)) } else { "" };
    // Whatever turns the sense has to stand in the title: "Anna Berg denied that" is lost if it stands before.
    let turned = matches!(statement.commitment, Commitment::Denied | Commitment::Hedged | Commitment::Expected)
        && !statement.cues.iter().any(|cue| cue.start >= span.start && cue.end <= span.end);
    if turned || clause.verb.start < span.start {
        return None;
    }
    let own = clause.subject.filter(|subject| subject.start >= span.start && subject.end <= clause.verb.start);
    let given = own.or(statement.subject)?;
    let (lead, rest) = match own {
        Some(subject) => (cut(span.start, subject.start), subject.end),
        None => (cut(span.start, clause.verb.start), clause.verb.start),
    };
    let kept_lead = match (lead_of(lead)?, own) {
        (Lead::Kept(lead), Some(_)) => lead,
        (Lead::Dropped, Some(_)) => String::new(),
        (Lead::Kept(_), None) => return None,
        (Lead::Dropped, None) if lead.trim().is_empty() => String::new(),
        (Lead::Dropped, None) => return None,
    };
    let end = without_weekday(reports, place.document, statement, span.end);
    let mentions = &statement.participants;
    let who = subject::read(reports, place.document, given, mentions)?;
    let before_verb = flat(cut(rest, clause.verb.start.max(rest)));
    let predicate = flat(cut(clause.verb.start.max(rest), end));
    if !insertion(&before_verb)
        || !agrees(reports, place.document, statement, &who)
        || !is_whole(reports, place.document, statement, &predicate)
    {
        return None;
    }
    let head = [kept_lead.as_str(), who.text.as_str(), before_verb.as_str()].join(" ");
    let head = head.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",");
    let whole = bare(&format!("{head} {predicate}"));
    let text = short_enough(&whole, head.len().min(whole.len()))?;
    let text = capital(&bare(&text));
    let persons: Vec<&Mention> = mentions.iter().filter(|m| m.kind == EntityKind::Person).collect();
    let stands = ends_well(&text)
        && !pointers::is_lost(&text, &who, &persons)
        && who.named | subject::tells_enough(&who.text, &text)
        && !text.contains(['…', '|', '@', '#'])
        && !text.contains("...");
    stands.then_some(Sentence { text, named: who.named })
}

/// What stands before the subject.
enum Lead {
    Kept(String),
    Dropped,
}

/// `None` where it is neither a phrase nor a clause that a comma ends.
fn lead_of(lead: &str) -> Option<Lead> {
    let lead = flat(lead);
    let lead = without_joints(&lead).trim();
    // "that the bridge …", said by somebody: the word only opens the clause.
    let lead = lead.strip_suffix("that").map_or(lead, str::trim_end);
    let bare = lead.trim_end_matches([',', ' ', '"', '“', ':']);
    if bare.is_empty() {
        return Some(Lead::Dropped);
    }
    let found = words(bare);
    let Some(first) = found.first().map(|w| fold(w.text)) else { return Some(Lead::Dropped) };
    let comma = lead.trim_end().ends_with(',');
    if !comma {
        return found.iter().all(|w| lexicon::tells_time(&fold(w.text))).then_some(Lead::Dropped);
    }
    if lexicon::opens_condition(&first) {
        let points = found.iter().skip(1).any(|w| pointers::is_pronoun(&fold(w.text)));
        return (!points && bare.chars().count() <= 60).then(|| Lead::Kept(format!("{bare},")));
    }
    if lexicon::opens_phrase(&first) || first.ends_with("ly") {
        return Some(Lead::Dropped);
    }
    None
}

/// Whether what stands between subject and verb is nothing, adverbs, or something that commas set off.
fn insertion(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || text.starts_with(',') && text.ends_with(',')
        || text.starts_with(['—', '–']) && text.ends_with(['—', '–'])
        || words(text).iter().all(|w| lexicon::tells_time(&fold(w.text)) || fold(w.text).ends_with("ly"))
}

/// Where the statement ends, without a weekday or a "last month" at its end: a title is read on another day.
fn without_weekday(reports: &Reports<'_>, document: u32, statement: &Statement, end: u32) -> u32 {
    let Some(time) = statement.time_span else { return end };
    let clause = statement.clause.as_ref().filter(|clause| clause.timed && time.start > clause.verb.end);
    let Some(clause) = clause else { return end };
    let behind = reports.cut(document, Span::new(time.end.min(end), end));
    let told = reports.cut(document, time);
    if time.end > end || behind.contains(char::is_alphanumeric) || told.contains(|c: char| c.is_ascii_digit()) {
        return end;
    }
    let before = reports.cut(document, Span::new(clause.verb.end, time.start));
    let found = words(before);
    let mut from = time.start;
    for word in found.iter().rev().take(2) {
        match fold(word.text).as_str() {
            "on" | "in" | "at" | "late" | "early" | "earlier" | "later" | "during" => {
                from = clause.verb.end + before[..word.start].chars().count() as u32;
            }
            "until" | "since" | "from" | "between" | "before" | "after" | "to" | "than" | "of" | "by" | "within"
            | "for" | "every" | "and" | "or" | "the" => return end,
            _ => break,
        }
    }
    // "He died on Monday" needs no more; "the talks were on Monday" does.
    let left = words(reports.cut(document, Span::new(clause.verb.end, from))).len();
    let intransitive = lexicon::stands_without_object(&fold(reports.cut(document, clause.head)));
    if left >= 2 || intransitive && left == 0 { from } else { end }
}

/// Whether a predicate says something: its verb has what it takes.
fn is_whole(reports: &Reports<'_>, document: u32, statement: &Statement, predicate: &str) -> bool {
    let Some(clause) = &statement.clause else { return false };
    let head = fold(reports.cut(document, clause.head));
    let all = words(predicate);
    let own = words(reports.cut(document, clause.verb)).len();
    let told = all.len().saturating_sub(own);
    if told == 0 {
        return clause.passive || lexicon::stands_without_object(&head);
    }
    let time = statement.time_span.map_or(0, |time| words(reports.cut(document, time)).len());
    if lexicon::is_saying(&head) && !clause.passive {
        return told > time + 3;
    }
    told > usize::from(!clause.passive && !lexicon::stands_without_object(&head) && told == time)
}

/// Whether a verb agrees with a subject in number: where it does not, the clause was misread.
fn agrees(reports: &Reports<'_>, document: u32, statement: &Statement, who: &subject::Subject) -> bool {
    let Some(clause) = &statement.clause else { return false };
    let verb = words(reports.cut(document, clause.verb)).iter().map(|w| fold(w.text)).collect::<Vec<_>>();
    let last = words(&who.text).last().map(|w| fold(w.text)).unwrap_or_default();
    let joined = words(&who.text).iter().any(|w| matches!(&*fold(w.text), "and" | "of" | "or"));
    let one_name = who.named
        && !joined
        && !last.ends_with('s')
        && words(&who.text).iter().skip(1).all(|w| w.text.starts_with(char::is_uppercase));
    let plural = verb.first().is_some_and(|first| matches!(first.as_str(), "are" | "were" | "have"));
    let bare = clause.tense == Tense::Present
        && verb.len() == 1
        && verb.iter().all(|word| !word.ends_with('s') && word != "'s");
    !(plural && one_name || bare && (who.person || one_name && !plural))
}

fn ends_well(text: &str) -> bool {
    let found = words(text);
    if text.contains(", and,") || text.contains(", but,") {
        return false;
    }
    let last = found.last().map(|w| fold(w.text)).unwrap_or_default();
    let capital = found.last().is_some_and(|w| w.text.starts_with(char::is_uppercase));
    found.len() >= 3 && (capital || !lexicon::dangles(&last)) && text.chars().count() >= 15
}

/// Words that a quotation has at least to be a title.
const QUOTED: usize = 6;

/// What somebody says of themselves and others, in their words and with their name: "Anna Berg: “We will rebuild it”".
fn quoted(reports: &Reports<'_>, entities: &Entities, place: Place, statement: &Statement) -> Option<Sentence> {
    let [quote] = *statement.quotes else { return None };
    let clause = statement.clause.as_ref()?;
    let holder = statement.holders.iter().skip(1).next_back().filter(|holder| !is_unnamed(&holder.name))?;
    let whole = (quote.end - quote.start) * 5 >= (statement.span.end - statement.span.start) * 4;
    let inside = clause.verb.start >= quote.start && clause.verb.end <= quote.end;
    let subject = clause.subject.filter(|subject| subject.start >= quote.start && subject.end <= clause.verb.start)?;
    let opens = without_joints(reports.cut(place.document, Span::new(quote.start, subject.start)));
    let between = reports.cut(place.document, Span::new(subject.end, clause.verb.start));
    let predicate = reports.cut(place.document, Span::new(clause.verb.start, quote.end));
    let ends = reports.cut(place.document, Span::new(quote.start, statement.sentence.end.max(quote.end)));
    let ended = ends.trim_end_matches(['"', '”', '\'', '’', ' ']).ends_with(['.', '!', ',']);
    let clean =
        opens.trim().is_empty() && insertion(between) && is_whole(reports, place.document, statement, predicate);
    if statement.commitment == Commitment::Denied || !whole || !inside || holder.joint || !clean || !ended {
        return None;
    }
    let text = bare(without_joints(&flat(reports.cut(place.document, quote))));
    let found: Vec<String> = words(&text).iter().map(|w| fold(w.text)).collect();
    let lost = |word: &String| {
        matches!(
            word.as_str(),
            "he" | "she"
                | "it"
                | "they"
                | "him"
                | "her"
                | "them"
                | "his"
                | "its"
                | "their"
                | "this"
                | "that"
                | "these"
                | "those"
                | "there"
                | "here"
                | "it's"
                | "that's"
                | "he's"
                | "she's"
                | "they're"
                | "you"
                | "your"
        )
    };
    let fits = text.chars().count() + holder.name.chars().count() + 4 <= super::trim::LONGEST;
    let stands = fits && found.len() >= QUOTED && !found.iter().any(lost) && ends_well(&text) && !text.contains('…');
    let name = entities.shown(&holder.name);
    let named = name.starts_with(char::is_uppercase) && words(name).len() <= 6;
    (stands && named).then(|| Sentence { text: format!("{name}: “{}”", capital(&text)), named: true })
}
