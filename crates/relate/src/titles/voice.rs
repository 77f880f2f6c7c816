//! On whose word a title stands. What every statement of a claim has from somebody is told with their name.

use model::{EntityKind, Holder, Mention, Statement};

use super::lexicon;
use crate::findings::Findings;
use crate::ground::countries;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_role;
use crate::ground::words::{fold, words};
use crate::sources::named_agencies;

/// On whose word the statements of a title stand.
pub(super) enum Voice {
    /// A report says so in its own voice, or the title itself tells who does.
    Own,
    /// They all have it from these, in the order of the statements; whether from several, or besides from somebody unnamed.
    Of(Vec<String>, bool),
    /// They have it from somebody of whom the title cannot say who it is.
    Nobody,
}

/// The voice of the statements at `places`; where only one report has them (not `shared`), whoever says so has to have a name.
pub(super) fn voice(findings: &Findings<'_>, places: &[Place], shared: bool) -> Voice {
    let mut names: Vec<String> = Vec::new();
    let mut unknown = false;
    for &place in places {
        let statement = findings.reports.statement(place);
        let Some(steps) = said_by(statement) else { return Voice::Own };
        match steps
            .iter()
            .map(|holder| name(findings, place, holder).filter(|name| shared || is_known(findings, name)))
            .collect::<Option<Vec<String>>>()
        {
            Some(told) => told.into_iter().for_each(|name| {
                if !names.contains(&name) {
                    names.push(name);
                }
            }),
            None => unknown = true,
        }
    }
    // "Berg" and "Anna Berg", where both mean her: the fuller name tells.
    let entity = |name: &String| findings.entities.find(name);
    let all = names.clone();
    names.retain(|name| {
        let same = |other: &&String| {
            other.split(' ').count() > name.split(' ').count()
                && entity(other).is_some()
                && entity(other) == entity(name)
        };
        !all.iter().any(|other| same(&other))
    });
    // Two of one family name may be one person, misread.
    let last = |name: &String| name.rsplit(' ').next().map(fold);
    let twice = names.iter().enumerate().any(|(at, name)| names[..at].iter().any(|other| last(other) == last(name)));
    // A town that speaks beside others is a dateline.
    let town = |name: &String| {
        findings
            .entities
            .find(name)
            .is_some_and(|entity| findings.entities.list[entity as usize].kind == EntityKind::Place)
            && countries::country(&fold(name)).is_none()
    };
    let town = names.len() > 1 && names.iter().any(town);
    if names.len() > 1 {
        // Who passes on what another says is no second voice.
        let passes = |name: &String| {
            places.iter().any(|&place| {
                let steps: Vec<&[Holder]> = Holder::steps(&findings.reports.statement(place).holders).collect();
                let before = steps.split_last().map_or(&[][..], |(_, before)| before);
                before.iter().copied().flatten().any(|holder| fold(&holder.name) == fold(name))
            })
        };
        let (passing, own): (Vec<String>, Vec<String>) = names.into_iter().partition(passes);
        // Whom they have it from is told where that is surely somebody.
        let sure = |name: &String| is_somebody(findings, name) || name.starts_with("The ");
        names = if passing.is_empty() || own.iter().any(sure) { own } else { passing };
    }
    let described = names.len() > 1 && !names.iter().any(|name| is_proper(name));
    let nobody = names.is_empty() || unknown && places.len() < 2 || twice || town || described;
    if nobody || one_is_misheard(findings, places) {
        return Voice::Nobody;
    }
    let several = names.len() > 1 || unknown;
    Voice::Of(names, several)
}

/// Whether a name is that of a person or a body.
fn is_somebody(findings: &Findings<'_>, name: &str) -> bool {
    let kind = findings.entities.find(name).map(|entity| findings.entities.list[entity as usize].kind);
    matches!(kind, Some(EntityKind::Person | EntityKind::Organisation))
}

/// Words from which on two that say the very same are hardly two speakers.
const SAME: usize = 6;

/// Whether the same words are given to two people: one of them did not say them, and which one the reports do not tell.
fn one_is_misheard(findings: &Findings<'_>, places: &[Place]) -> bool {
    let said: Vec<(Place, Vec<u32>)> = places
        .iter()
        .filter_map(|&place| {
            let names = said_by(findings.reports.statement(place))?.iter();
            let names = names.filter_map(|holder| name(findings, place, holder));
            let names = names.filter(|name| is_somebody(findings, name));
            let names: Vec<u32> = names.filter_map(|name| findings.entities.find(&name)).collect();
            (!names.is_empty()).then_some((place, names))
        })
        .collect();
    // Most claims rest on one: nothing has to be read for them.
    if said.iter().all(|(_, names)| names == &said[0].1) {
        return false;
    }
    let told: Vec<Vec<String>> = said
        .iter()
        .map(|&(place, _)| words(findings.reports.words_of(place)).iter().map(|w| fold(w.text)).collect())
        .collect();
    said.iter().enumerate().any(|(at, (_, names))| {
        said[..at].iter().zip(&told).any(|((_, others), other)| {
            let own = &told[at];
            let (short, long) = if own.len() < other.len() { (own, other) } else { (other, own) };
            short.len() >= SAME
                && !names.iter().any(|name| others.contains(name))
                && long.windows(short.len()).any(|run| run == short.as_slice())
        })
    })
}

/// Whether a title that one report gives can say who it is: a name in full, a body that several reports name, or people
/// with a name beside them ("Norwegian officials").
fn is_known(findings: &Findings<'_>, name: &str) -> bool {
    let found = words(name);
    if found.len() > 1 {
        // "The harbour office": of the place that it speaks of.
        return found.len() > 2 && fold(found[0].text) == "the"
            || found.iter().skip(1).any(|w| w.text.starts_with(char::is_uppercase))
            || countries::country(&fold(found[0].text)).is_some();
    }
    let entity = findings.entities.find(name).map(|entity| &findings.entities.list[entity as usize]);
    entity.is_some_and(|entity| entity.kind != EntityKind::Person && entity.documents.len() > 1)
}

/// Those on whose word a statement stands last; `None` where it is the report's own.
fn said_by(statement: &Statement) -> Option<&[Holder]> {
    // Whom a person added as the origin stands nowhere in the text, and is no voice in it.
    let told = |step: &&[Holder]| step.iter().any(|holder| holder.span.is_some() || holder.cue.is_some());
    Holder::steps(&statement.holders).skip(1).filter(told).last()
}

/// Whether the statement itself tells on whose word it stands: "Berg said that …", "Norway denied …".
pub(super) fn is_told_within(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let Some(steps) = said_by(statement) else { return false };
    let subject = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
    let subject = subject.map_or("", |span| reports.cut(place.document, span));
    steps.iter().any(|holder| {
        let within = |span: Option<model::Span>| span.is_some_and(|span| statement.span.contains(span));
        // The subject is who says it: by the family name, or with all that the name of a house has. "Lund" is not the Post of
        // Lund, nor "Berg's Place" Berg.
        let itself = || {
            let (name, told) = (words(&holder.name), words(subject));
            let last = name.last().map(|w| fold(w.text)).unwrap_or_default();
            let has = |word: &str| told.iter().any(|w| fold(w.text) == word);
            let ends = told.last().is_some_and(|w| fold(w.text) == last) || subject.contains(',') && has(&last);
            let house = name.iter().any(|w| w.text.starts_with(char::is_lowercase) && !lexicon::has(PARTICLES, w.text));
            let whole = !house || name.iter().all(|w| has(&fold(w.text)));
            // "Nordpress reporters", "Nordpress's Anna Berg".
            let bare = ["a ", "A ", "the ", "The "]
                .iter()
                .find_map(|article| subject.strip_prefix(article))
                .unwrap_or(subject);
            let own = bare.strip_prefix(holder.name.as_str()).is_some_and(|rest| !rest.starts_with(','));
            last.len() > 2 && (ends && whole && told.len() <= name.len() + 2 || own)
        };
        within(holder.span) && within(holder.cue) || itself()
    })
}

/// What comes before the words of several: "Berg", "Berg and Lund", "Berg, Lund and others". Who is only described ("the
/// mayor") may be one of those who are named, and is left out beside them.
pub(super) fn prefix(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("{one}: "),
        several => {
            let proper: Vec<&String> = several.iter().filter(|name| is_proper(name)).collect();
            match proper.as_slice() {
                [] => format!("{}: ", several[0]),
                // Bankers are not he alone.
                [one] if several.iter().any(|name| is_people(name) && !is_proper(name) && fold(name) != "police") => {
                    format!("{one} and others: ")
                }
                [one] => format!("{one}: "),
                [one, two] => format!("{one} and {two}: "),
                [one, two, ..] => format!("{one}, {two} and others: "),
            }
        }
    }
}

/// Whether a name is a short one of its own, rather than a description with one in it.
fn is_proper(name: &str) -> bool {
    let found = words(name);
    let address = matches!(&*fold(found.first().map_or("", |w| w.text)), "a" | "an" | "the" | "mr" | "mrs" | "ms");
    let particle = |text: &str| lexicon::has(PARTICLES, text);
    !address
        && !is_people(name)
        && found.len() <= 5
        && found.iter().all(|w| w.text.starts_with(char::is_uppercase) || particle(w.text))
}

/// Small words within people's names.
const PARTICLES: &str = "al bin ben ibn el de del der den van von la le du da dos";

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
    let month = model::calendar::MONTHS.contains(&lower.as_str()) && found.len() > 1;
    let twice = found.windows(2).any(|pair| pair[0].text == pair[1].text);
    if month || twice {
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
    told.then(|| super::sentence::trim::capital(shown))
}

/// "The water ministry", "the hospital", "the harbour master": an office or a house that speaks, of which a title can say what it is.
fn is_institution(found: &[crate::ground::words::Word<'_>]) -> bool {
    // Of which there are many beside whoever was brought in before: "the Norwegian official".
    let many = "official diplomat source spokesman spokeswoman spokesperson adviser advisor aide officer soldier doctor \
        nurse lawyer attorney expert analyst professor researcher scientist senator lawmaker member businessman";
    let plain = found.iter().skip(1).all(|w| !lexicon::has("of for in at other same new former", w.text));
    let role = |w: &crate::ground::words::Word<'_>| {
        found.len() > 2 && !lexicon::has(many, &fold(w.text)) && (is_role(w.text) || w.text == "master")
    };
    plain && found.last().is_some_and(|w| lexicon::has(INSTITUTIONS, &fold(w.text)) || role(w))
}

/// Offices and houses that speak.
const INSTITUTIONS: &str = "ministry government company hospital agency court council bank university army navy \
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
    let role = role.is_some_and(|role| words(role).iter().take(3).any(|w| is_role(&fold(w.text))));
    if kind == Some(EntityKind::Place) && role {
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
    !person || findings.given.tells(&findings.entities, name)
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
fn is_people(name: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_by_what_they_are() {
        assert!(
            is_people("officials") && is_people("Senior Norwegian officials") && is_people("experts at the institute")
        );
        assert!(!is_people("the bill") && !is_people("leader"));
        assert_eq!(prefix(&["Berg".to_owned(), "Lund".to_owned()]), "Berg and Lund: ");
        assert_eq!(prefix(&["the mayor of Kolm".to_owned(), "Berg".to_owned()]), "Berg: ", "he may be the mayor");
        assert_eq!(prefix(&["Bankers".to_owned(), "Berg".to_owned()]), "Berg and others: ");
        assert_eq!(prefix(&["Police".to_owned(), "Kolm Police Department".to_owned()]), "Kolm Police Department: ");
    }
}
