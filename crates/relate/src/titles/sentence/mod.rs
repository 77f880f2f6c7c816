//! One statement as a sentence that is understood alone, where it can be told as one.

mod beside;
mod empty;
pub(super) mod form;
mod given;
mod joints;
mod kept;
mod quotation;
mod shorten;
mod subject;
pub(super) mod trim;
pub(super) mod verbs;
mod view;

use std::cell::Cell;
use std::sync::OnceLock;

use model::{Clause, Commitment, EntityKind, Grain, Mention, Polarity, Span, Statement, Tense, When};

use crate::findings::Findings;
use crate::ground::asked;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_role;
use crate::ground::words::{fold, words};
use crate::titles::common::Common;
use crate::titles::lexicon;
use crate::titles::lost::{alone, broken, definites, untold, whose};
use crate::titles::wording::{Wording, dates, left, names, offices, pronouns, slips, things};
pub(crate) use kept::Sentences;
pub(in crate::titles) use view::is_view;

use beside::{is_beside, is_of_who_says};
use form::{Demand, Sentence, ends_well, insertion, is_whole, names_or_counts};
use given::{counted, has_another, is_cut, is_existential, is_infinitive, is_short_for, of_no_time, without_time};
use joints::{leads_of, without_joining};
use shorten::short_enough;
use trim::{bare, by_name, capital, flat};
use view::is_judged;

/// The statement at `place` as a sentence that stands alone: its own words after its subject, without what only joins it
/// to the sentence before. `None` where that cannot be: it has no subject of its own or one that points elsewhere, it is
/// no whole clause, or what is left would say something else.
///
/// What one report alone says has to tell more where that is asked for (`demand`).
/// What several reports say (`common`) may say less by itself, and others of them may tell whom a pronoun means.
pub(in crate::titles) fn sentence(
    findings: &Findings<'_>,
    place: Place,
    common: Option<&Common<'_>>,
    demand: Demand,
) -> Option<Sentence> {
    let Findings { reports, sentences, .. } = findings;
    // Of a claim of several reports it is asked for each day anew: whom else a pronoun means there is all that can differ.
    let kept = common.filter(|_| !demand.strict && !demand.dated).and_then(|_| sentences.of(reports, place));
    if let Some((found, questions)) = kept.and_then(OnceLock::get) {
        match questions {
            Some(questions) => asked::again(questions),
            // What is asked is noted, and was not when it was found.
            None if asked::is_noted() => return anew(findings, place, common, demand, &Cell::new(false)),
            None => {}
        }
        return found.clone();
    }
    let others = Cell::new(false);
    let make = || anew(findings, place, common, demand, &others);
    let (found, questions) = if kept.is_some() && asked::is_noted() {
        let (found, questions) = asked::during(make);
        (found, Some(questions))
    } else {
        (make(), None)
    };
    if let Some(kept) = kept.filter(|_| !others.get()) {
        // Whoever was first told the same.
        let _ = kept.set((found.clone(), questions));
    }
    found
}

/// As [`sentence`]; notes in `asked` whether it hangs on what others of the claim tell.
fn anew(
    findings: &Findings<'_>,
    place: Place,
    common: Option<&Common<'_>>,
    demand: Demand,
    asked: &Cell<bool>,
) -> Option<Sentence> {
    let Findings { reports, .. } = findings;
    let statement = reports.statement(place);
    let text = reports.words_of(place);
    let lower = text.to_lowercase();
    if lexicon::is_caption(&lower)
        || lexicon::is_stock(&lower)
        || text.contains(['?', '\n'])
        || is_beside(reports, place, common.is_some())
        || is_of_who_says(reports, place)
    {
        return None;
    }
    told(findings, place, statement, (common, asked), demand)
        .or_else(|| quotation::quoted(findings, place, statement, !demand.strict))
}

/// Words behind the abbreviation of a country with which its sentence goes on, whatever their case.
const GOES_ON: &str = "and or to of not that in on at for by from with since under";

/// The statement in its own words.
fn told(
    findings: &Findings<'_>,
    place: Place,
    statement: &Statement,
    (common, asked): (Option<&Common<'_>>, &Cell<bool>),
    demand: Demand,
) -> Option<Sentence> {
    let Findings { reports, subjects, .. } = findings;
    let Demand { strict, dated } = demand;
    let clause = statement.clause.as_ref()?;
    let span = statement.span;
    // Whatever turns the sense has to stand in the title: "Anna Berg denied that" is lost if it stands before.
    let turned = matches!(statement.commitment, Commitment::Denied | Commitment::Hedged | Commitment::Expected)
        && !statement.cues.iter().any(|cue| cue.start >= span.start && cue.end <= span.end);
    if turned || clause.verb.start < span.start || left::is_of_another_time(reports, place) {
        return None;
    }
    // What a caption shows of a day.
    let copula = matches!(reports.cut(place.document, clause.head), "is" | "are" | "was" | "were" | "be" | "been");
    let shows = clause.tense == Tense::Present && clause.timed && statement.commitment != Commitment::Expected;
    let before = |when: &When| when.last.zip(reports.published(place.document)).is_some_and(|(l, p)| l.0 < p.0 - 31);
    let captioned = !copula && empty::is_caption(reports, place, clause);
    if captioned || shows && statement.time.as_ref().is_some_and(|when| when.grain == Grain::Day || before(when)) {
        return None;
    }
    let mut changes = dates::changes(reports, place, dated)?;
    if empty::is_speaking(reports, place, clause) || empty::is_spent(reports, place, clause, &changes) {
        return None;
    }
    changes.extend(names::changes(findings, place)?);
    let things = things::changes(findings, place);
    let filled = things.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(" ");
    changes.extend(things.iter().cloned());
    let wording = Wording::new(reports, place.document, changes);
    let own = clause.subject.filter(|subject| subject.start >= span.start && subject.end <= clause.verb.start);
    let own = own.map(|subject| counted(reports, place, without_time(reports, place, subject)));
    let given = own.or_else(|| statement.subject.map(|subject| of_no_time(reports, place, subject)))?;
    // "A storm, sinking two ferries", "was held and charged": no sentence by itself.
    // "Apparently holding the pier" neither.
    let verb = words(reports.cut(place.document, clause.verb));
    let first = verb.iter().map(|word| fold(word.text)).find(|word| !word.ends_with("ly"));
    let auxiliary = clause.passive && clause.verb == clause.head;
    if own.is_none() && (auxiliary || first.is_some_and(|word| word.ends_with("ing"))) {
        return None;
    }
    // "Berg told them that Lund left and said …": of whom that is said the clause before does not tell.
    if own.is_none() && lexicon::is_saying(&fold(reports.cut(place.document, clause.head))) {
        return None;
    }
    // "Berg closed the pier, but the move failed and led to riots": another subject stands between.
    if own.is_none()
        && given.end < span.start
        && has_another(reports.cut(place.document, Span::new(given.end, span.start)))
    {
        return None;
    }
    // "To quickly unseat Olaf Lind, who left": the verb before a name is no part of it.
    let first = words(reports.cut(place.document, given)).first().map(|w| w.text);
    let ahead = reports.cut(place.document, Span::new(statement.sentence.start, given.start));
    let verb = |first: &str| verbs::is_transitive(first) || ahead.trim_end().ends_with("ly");
    // "To oust Olaf Lind, who": what stands so before somebody's name is their office, or a verb.
    let behind = first.map_or(0, |first| first.chars().count() as u32 + 1);
    let somebody =
        statement.participants.iter().any(|m| m.kind == EntityKind::Person && m.span.start == given.start + behind);
    let acts = |first: &str| verb(first) || somebody && !is_role(first) && !lexicon::is_determiner(first);
    if is_infinitive(ahead) && first.is_some_and(|first| first.starts_with(char::is_lowercase) && acts(first)) {
        return None;
    }
    // "Told the mayor guards had left": whom it was told was read with what was told.
    if is_cut(reports.cut(place.document, Span::new(statement.sentence.start, given.start))) {
        return None;
    }
    let (lead, rest) = match own {
        Some(subject) => (wording.cut(span.start, subject.start), subject.end),
        None => (wording.cut(span.start, clause.verb.start), clause.verb.start),
    };
    let past = matches!(clause.tense, Tense::Past | Tense::Perfect) && statement.polarity == Polarity::Affirmed;
    let leads = leads_of(&lead, past);
    let mut leads = if own.is_none() { leads.into_iter().filter(|_| lead.trim().is_empty()).collect() } else { leads };
    // "At 31 March Lund had 40 million": a measure is of its time.
    let measured = statement.time_span.is_some_and(|time| time.end <= given.start)
        && dates::measures(reports, place, &fold(reports.cut(place.document, clause.head)), dated);
    // "In 2023 Lund sold 40 ferries, 5 more than in 2022": the year goes before what is held against another.
    let year = |text: &str| words(text).iter().any(|w| w.text.len() == 4 && w.text.bytes().all(|b| b.is_ascii_digit()));
    if leads == [""]
        && common.is_none()
        && year(&lead)
        && year(reports.cut(place.document, Span::new(rest, span.end.max(rest))))
    {
        leads = vec![format!("{},", bare(&flat(&lead)))];
    }
    leads.retain(|lead| !measured || !lead.is_empty());
    let mentions = &statement.participants;
    let meant = match offices::holder(findings, place, given) {
        offices::Holder::Named(name) => Some(name),
        offices::Holder::Untold => return None,
        offices::Holder::Nobody => common.and_then(|common| meant(findings, place, given, (common, asked))),
    };
    let (who, shown) = match meant {
        Some(name) => {
            let who = form::Subject { text: name.clone(), named: true, person: true, many: false };
            (who, name)
        }
        // "There is no cure for the fever of Corby": what there is, several reports say.
        None if common.is_some() && own.is_some() && is_existential(reports, place, given) => {
            let who = form::Subject { text: "There".to_owned(), named: true, person: false, many: false };
            (who, "There".to_owned())
        }
        // "The mill", which its report has called the Corby mill before.
        None if things.iter().any(|(thing, _)| *thing == given) => {
            let name = wording.cut(given.start, given.end);
            let name = if lead.trim().is_empty() { capital(&name) } else { name };
            let who = form::Subject { text: name.clone(), named: true, person: false, many: true };
            (who, name)
        }
        None => {
            let known = |noun: &str| common.is_some() && subjects.knows(place.document, noun);
            let mut who = subject::read(reports, place.document, given, mentions, known)?;
            // "Harrow", which no list knows, and which another report has amid its sentence.
            let alone = !who.named && who.text.starts_with(char::is_uppercase) && !who.text.contains(' ');
            who.named |= alone && common.is_some_and(|common| common.names(place, &who.text));
            (who, subject::shown(&wording.cut(given.start, given.end)))
        }
    };
    let sentence = reports.cut(place.document, statement.sentence);
    // "Warned the U.S.", and behind it, as if it were another sentence, "And other countries not to …".
    let sentences = &reports.documents[place.document as usize].sentences;
    let next = sentences.get(sentences.partition_point(|sentence| sentence.end <= span.end));
    let behind = next.filter(|next| next.start >= span.end).map_or("", |next| reports.cut(place.document, *next));
    let ends_short =
        reports.cut(place.document, span).ends_with("U.S.") || reports.cut(place.document, span).ends_with("U.K.");
    let goes_on = || behind.split(' ').next().is_some_and(|first| lexicon::has(GOES_ON, &fold(first)));
    if ends_short && goes_on() {
        return None;
    }
    if !shown.contains(char::is_alphabetic)
        || whose::is_untold_subject(&shown)
        || broken::is_glued(sentence)
        || broken::is_headed_alike(sentence, reports.cut(place.document, given))
    {
        return None;
    }
    let before_verb = flat(&wording.cut(rest, clause.verb.start.max(rest)));
    let predicate = flat(&wording.cut(clause.verb.start.max(rest), span.end));
    if strict && !who.person && empty::is_unknown(findings, place, &shown, &predicate) {
        return None;
    }
    if !insertion(&before_verb)
        || broken::is_only_said(&predicate)
        || !agrees(reports, place.document, statement, &who)
        || !is_whole(reports, place.document, statement, &predicate)
        || strict && !alone::stands(reports, place, &who, &predicate)
    {
        return None;
    }
    let named = mentions.iter().any(|mention| given.contains(mention.span));
    let persons: Vec<&Mention> = mentions.iter().filter(|m| m.kind == EntityKind::Person).collect();
    // "The mill, which Lund had built for its boats, has closed": what is told by the way may go where it points elsewhere.
    let mut heads = leads.iter().flat_map(|lead| {
        let head = joined(&[lead.as_str(), shown.as_str(), before_verb.as_str()]);
        let cut = without_aside(&head);
        std::iter::once((lead, head)).chain(cut.map(|cut| (lead, cut)))
    });
    heads.find_map(|(lead, head)| {
        let whole = bare(&joined(&[head.as_str(), predicate.as_str()]));
        let text = short_enough(&whole, head.len().min(whole.len()))?;
        let text = slips::mended(capital(&without_joining(&bare(&text))));
        let shown = if head.contains(shown.as_str()) { shown.as_str() } else { without_relative(&shown) };
        // "Another pilot, Anna Berg, left".
        let named_text = by_name(&text);
        let shown = if named_text == text { shown } else { text.split(", ").nth(1).unwrap_or(shown) }.to_owned();
        let (text, shown) = (named_text, shown.as_str());
        let verb = flat(&wording.cut(clause.verb.start.max(rest), clause.verb.end.max(rest)));
        let verb = text.find(&verb).map(|at| at + verb.len()).filter(|_| !verb.is_empty());
        let stands = (!strict || !alone::is_lost(&text, lead))
            && ends_well(&text)
            && !untold::is_untold(&text)
            && !broken::is_broken(&text, verb)
            && !pronouns::is_lost(&text, &who, &persons)
            && !definites::is_lost(
                &text,
                shown.trim_end_matches(','),
                |noun| subjects.tells(place.document, noun, &text),
                strict,
            )
            && !left::is_left(&text)
            && !is_judged(statement, &text)
            && (named && !whose::is_of_every_country(shown) || !whose::is_measure_of_nobody(shown, &text))
            && !(strict
                && (whose::is_of_some_country(shown)
                    || whose::is_taken_from_nobody(shown)
                    || !who.person && shown.starts_with("The former ")
                    || is_short_for(findings, place, &text)))
            && !(who.person && subject::is_writer(&predicate))
            && (who.named || subject::tells_enough(shown, &text, clause.passive, copula))
            && !text.contains(['…', '|', '@', '#', ';'])
            && !text.contains("...")
            && !broken::holds_two(&text);
        let specific = words(&predicate).iter().any(names_or_counts);
        let Clause { passive, .. } = *clause;
        let subject = shown.to_owned();
        let filled = filled.clone();
        stands.then_some(Sentence { text, subject, named: who.named, specific, quoted: false, passive, verb, filled })
    })
}

/// A head without the relative clause that two commas set off in it before the verb; `None` where there is none.
fn without_aside(head: &str) -> Option<String> {
    let rest = head.strip_suffix(',')?;
    let at = [", which ", ", who ", ", whose ", ", where "].iter().filter_map(|opens| rest.rfind(opens)).max()?;
    let marks = head[at..].chars().filter(|c| matches!(c, '"' | '“' | '”')).count();
    (!rest[at + 2..].contains(", ") && marks == 0).then(|| head[..at].to_owned())
}

/// A subject before the relative clause that stands behind it.
fn without_relative(subject: &str) -> &str {
    let opens = [", which ", ", who ", ", whose ", ", where "];
    opens.iter().filter_map(|opens| subject.find(opens)).min().map_or(subject, |at| &subject[..at])
}

/// Whom a pronoun stands for as subject, where its document names one person alone before it, and another report of the
/// same says so of them too.
fn meant(
    findings: &Findings<'_>,
    place: Place,
    given: Span,
    (common, asked): (&Common<'_>, &Cell<bool>),
) -> Option<String> {
    let name = pronouns::meant(findings, place, given)?;
    let entity = findings.entities.find(&name)?;
    let shown = findings.entities.shown(&name);
    let full = shown.contains(' ') && words(shown).iter().all(|w| w.text.starts_with(char::is_uppercase));
    asked.set(asked.get() || full);
    (full && common.knows(place, entity)).then(|| shown.to_owned())
}

/// Pieces put together with a space where none stands.
fn joined(pieces: &[&str]) -> String {
    let mut told = String::new();
    for piece in pieces.iter().map(|piece| piece.trim()).filter(|piece| !piece.is_empty()) {
        let marks = told.chars().filter(|&c| matches!(c, '"' | '“' | '”')).count();
        let opened = told.ends_with(['“', '"']) && marks % 2 == 1;
        if !told.is_empty() && !opened && !piece.starts_with([',', '.', ';']) {
            told.push(' ');
        }
        told.push_str(piece);
    }
    told
}

/// Whether a verb agrees with a subject in number: where it does not, the clause was misread.
fn agrees(reports: &Reports<'_>, document: u32, statement: &Statement, who: &form::Subject) -> bool {
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
