//! Somebody's words, told with their name.

use model::{Commitment, Span, Statement};

use super::form::{Sentence, ends_well, insertion, is_whole, names_or_counts};
use super::trim::{LONGEST, bare, capital, flat, without_joints};
use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::roles::is_unnamed;
use crate::ground::words::{fold, words};
use crate::titles::holders;
use crate::titles::lexicon;
use crate::titles::lost::{broken, definites, untold};
use crate::titles::wording::{left, pronouns};

/// Words that a quotation has at least to be a title.
const QUOTED: usize = 6;

/// What somebody says of themselves and others, in their words and with their name: "Anna Berg: “We will rebuild it”".
pub(in crate::titles) fn quoted(
    findings: &Findings<'_>,
    place: Place,
    statement: &Statement,
    shared: bool,
) -> Option<Sentence> {
    let Findings { reports, entities, subjects, .. } = findings;
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
    // "And this one, “…”": somebody reads out what another wrote.
    let before = reports.cut(place.document, Span::new(statement.span.start.min(quote.start), quote.start));
    let passed_on = words(before).iter().any(|w| lexicon::has("this that one these another", &fold(w.text)))
        && !words(before).iter().any(|w| lexicon::is_saying(&fold(w.text)));
    // "It has proven and will prove that …": what both verbs take stands behind.
    let behind = reports.cut(place.document, Span::new(quote.end, statement.sentence.end.max(quote.end)));
    let after = words(behind);
    let next = |at: usize| after.get(at).map_or("", |w| w.text);
    let shared_object = clause.verb.end >= quote.end
        && behind.starts_with(' ')
        && lexicon::has("and or but", next(0))
        && lexicon::is_auxiliary(next(1));
    if passed_on || shared_object {
        return None;
    }
    if statement.commitment == Commitment::Denied || !whole || !inside || holder.joint || !clean || !ended {
        return None;
    }
    let text = bare(without_joints(&flat(reports.cut(place.document, quote))));
    let found: Vec<String> = words(&text).iter().map(|w| fold(w.text)).collect();
    let lost = |word: &String| pronouns::is_lost_in_quotation(word);
    let fits = text.chars().count() + holder.name.chars().count() + 4 <= LONGEST;
    // "We got a lot of replies": who, and to what?
    let plural = found
        .iter()
        .any(|word| matches!(word.split('\'').next().unwrap_or(word), "we" | "us" | "our" | "you" | "your"));
    let named = words(&text).iter().skip(1).filter(|w| names_or_counts(w)).count();
    // "Our prices are low": whose?
    let ours = found.iter().any(|word| matches!(word.as_str(), "our" | "ours"));
    let about = named > usize::from(plural) || shared && (named > 0 || !ours && !plural);
    // "We now buy ferries": since when, and in whose stead?
    let dated = plural && found.iter().take(3).any(|word| lexicon::has("now still again", word));
    let clear = about
        && !definites::is_lost(&text, "", |noun| subjects.tells(place.document, noun, &text), !shared)
        && !left::is_left(&text);
    // "We were also helped by Norway": what stands in marks keeps the words that join it to what was said before.
    let joins = found.iter().any(|word| lexicon::has("also too then therefore thus instead", word));
    // "… as it is, said Olaf Lind": whose words these are stands within them.
    let tagged = [", said ", ", says ", " said. "].iter().any(|tag| text.contains(tag));
    // "Reuters: “We will sail”": whoever passes it on says "we" of nobody.
    let heard = holder.cue.is_some() || {
        let kind = entities.find(&holder.name).map(|entity| entities.list[entity as usize].kind);
        kind == Some(model::EntityKind::Person)
    };
    let stands = fits
        && (heard || !plural)
        && !tagged
        && clear
        && !joins
        && !dated
        && found.len() >= QUOTED
        && !found.iter().any(lost)
        && ends_well(&text)
        && !text.contains('…')
        && !text.contains("...")
        && !untold::is_untold(&text)
        && !broken::is_broken(&text, None)
        && !broken::is_glued(reports.cut(place.document, statement.sentence));
    // Who can be told by a name: in full, where all reports mean one by it.
    let own = holder.name.starts_with(char::is_uppercase);
    let told = holders::name(findings, place, holder).filter(|_| own)?;
    let shown = entities.shown(&holder.name);
    let name = if told.contains(' ') { told.as_str() } else { shown };
    // "King: “…”", of whom no report tells more.
    let person =
        entities.find(name).is_some_and(|entity| entities.list[entity as usize].kind == model::EntityKind::Person);
    // Whoever says "my" is somebody too.
    let mine = found
        .iter()
        .any(|word| matches!(word.split('\'').next().unwrap_or(word), "i" | "me" | "my" | "mine" | "myself"));
    if (person || mine) && !name.contains(' ') {
        return None;
    }
    let named = name.starts_with(char::is_uppercase) && words(name).len() <= 6;
    (stands && named).then(|| Sentence {
        text: format!("{name}: “{}”", capital(&text)),
        subject: String::new(),
        named: true,
        specific: true,
        quoted: true,
        passive: false,
        verb: None,
        filled: String::new(),
    })
}
