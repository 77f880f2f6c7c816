//! What those who say something are called in a title: a name, or people who are told by what they are.

use model::{EntityKind, Holder, Mention};

use super::lexicon;
use super::sentence::trim;
use crate::findings::Findings;
use crate::ground::countries;
use crate::ground::reports::Place;
use crate::ground::roles::is_role;
use crate::ground::words::{Word, fold, words};
use crate::sources::named_agencies;

/// Whether a name is a short one of its own, rather than a description with one in it.
pub(super) fn is_proper(name: &str) -> bool {
    let found = words(name);
    let address = matches!(&*fold(found.first().map_or("", |w| w.text)), "a" | "an" | "the" | "mr" | "mrs" | "ms");
    let particle = |text: &str| lexicon::has(PARTICLES, text);
    !address
        && !is_people(name)
        && found.len() <= 5
        && found.iter().all(|w| w.text.starts_with(char::is_uppercase) || particle(w.text))
}

/// Small words within people's names.
pub(super) const PARTICLES: &str = "al bin ben ibn el de del der den van von la le du da dos";

/// Letters up to which a word in capitals may be the name of a body: "NATO", "UNHCR".
const LOUD: usize = 6;

/// Whether a name is that of a body.
fn is_body(findings: &Findings<'_>, name: &str) -> bool {
    let entity = findings.entities.find(name).map(|entity| findings.entities.list[entity as usize].kind);
    entity == Some(EntityKind::Organisation)
}

/// Whether a name alone is read as a place, and is the family name of somebody in the same report.
fn is_anothers(findings: &Findings<'_>, place: Place, name: &str) -> bool {
    let kind = findings.entities.find(name).map(|entity| findings.entities.list[entity as usize].kind);
    let last = |full: &str| full.rsplit_once(' ').is_some_and(|(_, last)| fold(last) == fold(name));
    let person = |m: &Mention| m.kind == EntityKind::Person && last(&m.name);
    kind == Some(EntityKind::Place) && findings.reports.called(place.document, name).any(person)
}

/// Whether a name is that of a town, which speaks for nobody: it stood before a report, or beside who said it. The capital of a
/// country stands for its government.
fn is_town(findings: &Findings<'_>, name: &str) -> bool {
    let kind = findings.entities.find(name).map(|entity| findings.entities.list[entity as usize].kind);
    kind == Some(EntityKind::Place) && countries::country(&fold(name)).is_none()
}

/// The longest name of a holder, in words.
const LONGEST: usize = 7;

/// What a holder is called in a title: a name, or people who are told by what they are.
pub(super) fn name(findings: &Findings<'_>, place: Place, holder: &Holder) -> Option<String> {
    // A name alone may be another's elsewhere.
    let several = holder.name.contains(' ');
    let shown = if several { findings.entities.shown(&holder.name) } else { holder.name.as_str() };
    // A headline's capitals are no spelling of a name, and the label of a turn says only what a script calls somebody.
    let loud = |name: &str| name.len() > LOUD && !name.contains(|c: char| c.is_lowercase() || c == '.' || c == '&');
    let shown = if loud(shown) && !loud(&holder.name) { holder.name.as_str() } else { shown };
    if loud(shown) && (several || !is_body(findings, shown)) || !several && is_anothers(findings, place, shown) {
        return None;
    }
    // "So-BERG", "Anna Berg LIND": what a script calls whoever speaks, run together with another word.
    let shouts = |word: &str| word.len() > 3 && word.chars().all(|c| c.is_ascii_uppercase());
    let pieces: Vec<&str> = shown.split(['-', ' ']).collect();
    let script = pieces.len() > 1 && pieces.last().is_some_and(|last| shouts(last) && !is_body(findings, last));
    let lower = pieces.iter().any(|piece| piece.starts_with(char::is_lowercase));
    if script && !lower && pieces.iter().any(|piece| !shouts(piece)) {
        return None;
    }
    if !several && is_town(findings, shown) {
        return None;
    }
    if is_cut(findings, place, holder) || !several && !is_told_alone(findings, shown) {
        return None;
    }
    // "Nordpress-Anna Berg": the agency's line before a name.
    let line = shown.split_once('-').filter(|(first, rest)| !named_agencies(first).is_empty() && rest.contains(' '));
    let shown = line.map_or(shown, |(_, rest)| rest);
    let shown = shown.strip_suffix("'s").or_else(|| shown.strip_suffix("’s")).unwrap_or(shown);
    let found = words(shown);
    let first = found.first()?;
    let lower = fold(first.text);
    if found.len() > LONGEST || shown.contains([',', '"', '“', '(', ':', ';', '?']) {
        return None;
    }
    let named = |from: usize| found.iter().skip(from).any(|w| w.text.starts_with(char::is_uppercase));
    let spoils = "by who that which says said last next this year week month monday tuesday wednesday thursday friday \
        saturday sunday";
    let vague = found.len() == 1
        && (lexicon::is_vague(&lower)
            || lexicon::has(INSTITUTIONS, &lower) && lower != "police"
            || lexicon::has(WRITINGS, &lower)
            || matches!(lower.as_str(), "group" | "acquisition"));
    // "M2: sales rose": a measure that stood beside what was said.
    if shown.len() < 4 && shown.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "E.H.": the beginning of a name that goes on.
    let initials = shown.len() < 6 && shown.ends_with('.') && shown.chars().all(|c| c.is_uppercase() || c == '.');
    if initials
        && countries::country(&lower).is_none()
        && countries::country(&fold(shown)).is_none()
        && !shown.starts_with("U.")
    {
        return None;
    }
    // "The country's health minister": of which country?
    let owner = |w: &Word<'_>| {
        let bare = w.text.strip_suffix("'s").or_else(|| w.text.strip_suffix("’s"));
        bare.is_some_and(|bare| {
            lexicon::has(
                "country nation state city company group family hospital bank government party airline island",
                bare,
            )
        })
    };
    if found.iter().any(owner) {
        return None;
    }
    let month = model::calendar::MONTHS.contains(&lower.as_str()) && found.len() > 1
        // "Today's statement".
        || lexicon::has("today yesterday", &lower);
    let twice = found.windows(2).any(|pair| pair[0].text == pair[1].text);
    if month || twice {
        return None;
    }
    // "Other traders", "some diplomats": there are more of them.
    if lexicon::has("other others another some several many most few both all certain various one two three", &lower) {
        return None;
    }
    if vague || found.iter().any(|w| w.text != "Said" && lexicon::has(spoils, &fold(w.text))) {
        return None;
    }
    let own = lexicon::is_determiner(&lower) || lexicon::points(&lower);
    let told = match lower.as_str() {
        "the" if (3..=4).contains(&found.len()) && is_institution(&found) => true,
        "the" => found.last().is_some_and(|w| w.text.starts_with(char::is_uppercase)) && !points_back(shown),
        "a" | "an" => named(1) && !points_back(shown),
        _ if own || lower == "there" => false,
        // "Harbour.example" is one name.
        _ if first.text.starts_with(char::is_uppercase) && (!shown.contains(' ') || named(1)) => {
            !is_group(shown) || is_people(shown)
        }
        _ => is_people(shown),
    };
    // "A spokeswoman for Berg": which Berg?
    if let Some((who, of)) = shown.split_once(" for ").filter(|(_, of)| !of.contains(' ') && is_person(findings, of)) {
        let full = findings.entities.shown(of);
        return (told && full.contains(' ')).then(|| trim::capital(&format!("{who} for {full}")));
    }
    told.then(|| format!("{}{}", trim::capital(shown), tail(findings, place, holder).unwrap_or_default()))
}

fn is_person(findings: &Findings<'_>, name: &str) -> bool {
    let entity = findings.entities.find(name).map(|entity| findings.entities.list[entity as usize].kind);
    entity == Some(EntityKind::Person)
}

/// What an office is of besides: ", Trade and Harbours" behind "Ministry of Works".
fn tail(findings: &Findings<'_>, place: Place, holder: &Holder) -> Option<String> {
    let span = holder.span.filter(|_| holder.name.contains(" of "))?;
    let end = findings.reports.statement(place).sentence.end.max(span.end);
    let told = findings.reports.cut(place.document, model::Span::new(span.start, end));
    let behind = &told[told.find(&holder.name)? + holder.name.len()..];
    let found = words(behind);
    let name = |w: &Word<'_>| w.text.starts_with(char::is_uppercase);
    let and = found.iter().position(|w| !name(w)).filter(|&at| at > 0 && found[at].text == "and")?;
    let last = found.get(and + 1).filter(|w| name(w) && behind[..w.end].starts_with(", "))?;
    let goes_on = behind[last.end..].starts_with([' ', ',', '.']) && !found.get(and + 2).is_some_and(name);
    goes_on.then(|| behind[..last.end].to_owned())
}

/// "The water ministry", "the hospital", "the harbour master": an office or a house that speaks, of which a title can say what it is.
fn is_institution(found: &[Word<'_>]) -> bool {
    // Of which a house has one: "the Norwegian official" is one of many.
    let one = "president minister premier chancellor king queen mayor governor prosecutor bishop pope coroner sheriff \
        commissioner ambassador chairman chairwoman judge master captain principal \
        leader";
    let plain = found.iter().skip(1).all(|w| !lexicon::has("of for in at other same new former", w.text));
    let role = |w: &Word<'_>| found.len() > 2 && lexicon::has(one, &fold(w.text));
    // "The bank holding company", "the Norwegian company": of which there are many.
    let house = found
        .last()
        .is_some_and(|w| lexicon::has("company group manufacturer operator owner carmaker insurer", &fold(w.text)));
    let name = |w: &Word<'_>| w.text.starts_with(char::is_uppercase) && countries::country(&fold(w.text)).is_none();
    if house && !found.iter().skip(1).any(name) {
        return false;
    }
    plain && found.last().is_some_and(|w| lexicon::has(INSTITUTIONS, &fold(w.text)) || role(w))
}

/// Offices and houses that speak.
pub(super) const INSTITUTIONS: &str = "ministry government company hospital agency court council bank university army navy \
    airline commission committee department office union institute city state parliament president minister mayor \
    operator owner manufacturer carmaker railway regulator prosecutor coroner bishop governor museum school church \
    military administration campaign foundation fund party institution authority board insurer broadcaster alliance \
    embassy coalition police";

/// What is written, and nobody that speaks.
const WRITINGS: &str =
    "models evidence documents data records paper report reports study letter archives figures files";

/// Whether a holder's name is only the beginning of who says so: "Norway" of "Norway and allied sources".
fn is_cut(findings: &Findings<'_>, place: Place, holder: &Holder) -> bool {
    let Some(span) = holder.span else { return false };
    let end = findings.reports.statement(place).sentence.end.max(span.end);
    let behind = findings.reports.cut(place.document, model::Span::new(span.end, end));
    // "In Dubai, United Arab Emirates, a spokesman said": where it is, and nobody who says so.
    let kind = findings.entities.find(&holder.name).map(|entity| findings.entities.list[entity as usize].kind);
    let role = [", a ", ", an ", ", the "].iter().find_map(|article| behind.strip_prefix(article));
    // "Harrow Lines, a spokesman for Corby Yard said": the words before were told of another.
    let speaks = |word: &str| lexicon::has("spokesman spokeswoman official analyst", word);
    let house = kind == Some(EntityKind::Organisation);
    let role = role.is_some_and(|role| {
        words(role).iter().take(3).any(|w| is_role(&fold(w.text)) && (!house || speaks(&fold(w.text))))
    });
    if (house || kind == Some(EntityKind::Place)) && role {
        return true;
    }
    let next = behind.strip_prefix(" and ").or_else(|| behind.strip_prefix(" or "));
    let people = |text: &str| words(text).iter().take(2).any(|w| is_people(w.text));
    next.is_some_and(|next| next.starts_with(char::is_lowercase) && people(next))
}

/// Whether a name of one word tells who it is: a body, a place, or somebody whom enough reports call so.
fn is_told_alone(findings: &Findings<'_>, name: &str) -> bool {
    let entity = findings.entities.find(name).map(|entity| &findings.entities.list[entity as usize]);
    let person = entity.is_some_and(|entity| entity.kind == EntityKind::Person);
    // "Olaf", whom hardly any report names in full.
    !person
        || findings.given.tells(&findings.entities, name)
            && (findings.entities.shown(name).contains(' ') || findings.given.only(&findings.entities, name).is_some())
}

/// Whether a word of a name stands for what only its document tells.
fn points_back(name: &str) -> bool {
    words(name).iter().skip(1).any(|w| lexicon::has("his her its their this these those that", &fold(w.text)))
}

/// Whether a name is a plural without a name in it.
fn is_group(name: &str) -> bool {
    let found = words(name);
    found.len() == 1 && fold(found[0].text).ends_with('s') && is_people(name)
}

/// Whether it is a plural of people: "officials", "experts at the institute", "Norwegian diplomats".
pub(super) fn is_people(name: &str) -> bool {
    let found = words(name);
    let head = found
        .iter()
        .position(|w| lexicon::has("of in on for from with at to who that by near", &fold(w.text)))
        .unwrap_or(found.len());
    let Some(head) = head.checked_sub(1).map(|at| fold(found[at].text)) else { return false };
    let role = head.strip_suffix('s').is_some_and(is_role);
    let other = lexicon::has(
        "bankers traders brokers delegates shippers critics authorities sources observers witnesses residents police prosecutors lawmakers senators republicans \
         democrats supporters opponents activists campaigners aides advisers advisors investors economists doctors nurses \
         diplomats scientists researchers conservatives liberals survivors relatives neighbours neighbors insiders \
         regulators unions teachers parents",
        &head,
    );
    (role || other) && !points_back(name)
}
