//! Where the statements of a claim first come from, and what ties documents to one origin.

mod voices;

use std::collections::{BTreeMap, BTreeSet};

use model::plain::series;
use model::{ClaimOrigin, Commitment, Holder, Span, Statement, Tie, TieKind};

use crate::entities::{Entities, key};
use crate::findings::Findings;
use crate::ground::ids;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_unnamed;
use crate::ground::unions::{join, root};
use crate::ground::words::fold;
use crate::sources::{Sources, Whose, source_name, speaks_for_itself};
use voices::{is_speech, one_voice, quotation};

/// The name of an origin that cannot be known.
pub(crate) const UNKNOWN: &str = model::UNKNOWN_ORIGIN;

/// Where one statement comes from, by its own words.
struct Source {
    name: String,
    key: String,
    /// The keys of those who say it together with them.
    also: Vec<String>,
    /// The words that name it.
    span: Span,
    /// What the statement calls its people, where these speak for it: "the analysts".
    people: Option<String>,
    kind: SourceKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum SourceKind {
    /// Somebody whom the statement names.
    Holder,
    /// What the document as a whole rests on.
    Upstream,
    /// The document itself.
    Own,
    /// From elsewhere, but it is not said from where.
    Unknown,
}

/// The origins of a claim's statements (by publication), and for each statement the index of its origin.
pub(crate) fn origins(findings: &Findings<'_>, places: &[Place]) -> (Vec<ClaimOrigin>, Vec<u32>) {
    let Findings { reports, entities, sources, .. } = findings;
    let found: Vec<Source> = places.iter().map(|&place| source(reports, entities, sources, place)).collect();
    let mut group: Vec<usize> = (0..places.len()).collect();
    let mut ties: Vec<(usize, Tie)> = Vec::new();
    let mut first_of: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, source) in found.iter().enumerate() {
        let keys = || std::iter::once(&source.key).chain(&source.also);
        let known: Vec<usize> = keys().filter_map(|key| first_of.get(key.as_str()).copied()).collect();
        keys().for_each(|key| _ = first_of.entry(key).or_insert(index));
        known.iter().for_each(|&first| join(&mut group, first, index));
        let Some(&first) = known.iter().min() else { continue };
        let (one, other) = (places[first].document, places[index].document);
        if one != other && source.kind != SourceKind::Unknown {
            // One carries a credit line, whom the other cites.
            let credits = |at: usize| {
                let named = sources.upstreams[places[at].document as usize].named.get(&found[at].key);
                found[at].kind == SourceKind::Upstream && named.is_some_and(|(_, namings)| namings[0].credit)
            };
            let kind = if credits(first) != credits(index) { TieKind::Credit } else { TieKind::Upstream };
            ties.push((
                first,
                quotation(reports, places[first], places[index]).unwrap_or(Tie {
                    kind,
                    a: (places[first].document, found[first].span),
                    b: (places[index].document, source.span),
                }),
            ));
        }
    }
    // Whoever denies it, and is named where it is told, is not whose word it is.
    let denies = |at: usize| is_denial(reports, places[at]);
    let voices = one_voice(reports, entities, places, &found).into_iter();
    for (index, other, tie) in voices.filter(|&(index, other, _)| denies(index) == denies(other)) {
        join(&mut group, index, other);
        ties.push((index, tie));
    }
    // What stands for a document: the first that says it, else its first denial.
    let mut by_document: BTreeMap<u32, usize> = BTreeMap::new();
    for (index, place) in places.iter().enumerate() {
        let first = by_document.entry(place.document).or_insert(index);
        if denies(*first) && !denies(index) {
            *first = index;
        }
    }
    // What a document says of the claim in its own voice is not independent of whom it names for it; who denies it is no source of it.
    for (index, place) in places.iter().enumerate().filter(|&(index, _)| found[index].kind != SourceKind::Holder) {
        let names = |&other: &usize| {
            places[other].document == place.document
                && found[other].kind == SourceKind::Holder
                && (denies(index) || !denies(other))
        };
        let named = (0..places.len()).find(names);
        join(&mut group, index, named.unwrap_or(by_document[&place.document]));
    }
    let documents: Vec<u32> = by_document.keys().copied().collect();
    let mut spans: BTreeMap<u32, Vec<Span>> = BTreeMap::new();
    for &place in places {
        spans.entry(place.document).or_default().push(reports.statement(place).sentence);
    }
    for (i, &a) in documents.iter().enumerate() {
        for &b in documents.iter().skip(i + 1).take(200) {
            if let Some(tie) = sources.tie(reports, (a, &spans[&a]), (b, &spans[&b])) {
                for (x, p) in places.iter().enumerate().filter(|(_, p)| p.document == a || p.document == b) {
                    let other = if p.document == a { by_document[&b] } else { by_document[&a] };
                    // That both come from one house does not make whoever denies it there its source.
                    if denies(x) == denies(other) {
                        join(&mut group, x, other);
                    }
                }
                ties.push((by_document[&a], tie));
            }
        }
    }
    assemble(reports, places, &found, &mut group, ties)
}

fn is_denial(reports: &Reports<'_>, place: Place) -> bool {
    reports.statement(place).commitment == Commitment::Denied
}

fn source(reports: &Reports<'_>, entities: &Entities, sources: &Sources, place: Place) -> Source {
    let statement = reports.statement(place);
    let upstream = &sources.upstreams[place.document as usize];
    let whose = |holder: &Holder| sources.staff.whose(reports, place.document, holder, entities);
    let named = |holder: &Holder| !is_unnamed(&holder.name) || whose(holder).is_some();
    if let Some(last) = statement.holders.iter().skip(1).rposition(named).map(|at| at + 1) {
        let holder = &statement.holders[last];
        let together = statement.holders[..=last].iter().rev().take_while(|h| h.joint).count();
        let name = |h: &Holder| {
            whose(h).map_or_else(|| source_name(entities, &h.name), |whose| whose.name(entities).to_owned())
        };
        let names: Vec<String> = statement.holders[last - together..=last].iter().map(name).collect();
        return Source {
            people: matches!(whose(holder), Some(Whose::Institution(_))).then(|| holder.name.clone()),
            key: key(&names[together]),
            also: names[..together].iter().map(|name| key(name)).collect(),
            name: names.join(" and "),
            span: holder.span.unwrap_or(statement.span),
            kind: SourceKind::Holder,
        };
    }
    if let Some(main) = &upstream.main
        && let Some((name, namings)) = upstream.named.get(main)
        && !(by_others(statement) && speaks_for_itself(name))
    {
        let span = namings.first().map_or(statement.span, |n| n.span);
        return Source {
            key: main.clone(),
            also: Vec::new(),
            name: name.clone(),
            span,
            people: None,
            kind: SourceKind::Upstream,
        };
    }
    // Words that somebody is quoted with are nobody's own, also where it is not told whose they are.
    let elsewhere = statement.holders.len() > 1
        || is_speech(reports, place)
        || statement.commitment == Commitment::Hedged && by_hearsay(reports, place);
    if elsewhere {
        return Source {
            key: UNKNOWN.into(),
            also: Vec::new(),
            name: UNKNOWN.into(),
            span: statement.span,
            people: None,
            kind: SourceKind::Unknown,
        };
    }
    let name = reports.own_name(place.document).to_owned();
    let key = match &reports.documents[place.document as usize].document.outlet {
        // "The Wall Street Journal reported" is the Journal's, as its own report is.
        Some(outlet) => key(&source_name(entities, outlet)),
        None => format!("document {}", reports.documents[place.document as usize].document.id),
    };
    Source { key, also: Vec::new(), name, span: statement.span, people: None, kind: SourceKind::Own }
}

/// Whether somebody else than the document says it, who is not told by a pronoun alone: "it" is what is spoken of.
fn by_others(statement: &Statement) -> bool {
    let pronoun = |name: &str| crate::ground::words::is_in("it they he she we who which that", &fold(name));
    statement.holders.iter().skip(1).any(|holder| !pronoun(&holder.name))
}

/// Whether the words of the cue say that it was heard from elsewhere.
fn by_hearsay(reports: &Reports<'_>, place: Place) -> bool {
    reports.statement(place).cues.iter().any(|&cue| {
        let cue = reports.cut(place.document, cue).to_lowercase();
        ["reported", "alleged", "rumo", "said to", "purported", "supposed"].iter().any(|hearsay| cue.contains(hearsay))
    })
}

fn assemble(
    reports: &Reports<'_>,
    places: &[Place],
    found: &[Source],
    group: &mut [usize],
    ties: Vec<(usize, Tie)>,
) -> (Vec<ClaimOrigin>, Vec<u32>) {
    let mut order: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in 0..places.len() {
        order.entry(root(group, index)).or_default().push(index);
    }
    let mut of = vec![0; places.len()];
    let all_deny = places.iter().all(|&place| is_denial(reports, place));
    let mut origins = Vec::new();
    let mut taken = BTreeMap::new();
    for (number, (first, members)) in order.iter().enumerate() {
        members.iter().for_each(|&m| of[m] = number as u32);
        let documents: BTreeSet<u32> = model::order::gather(members.iter().map(|&m| places[m].document));
        let mut own: Vec<Tie> =
            ties.iter().filter(|(at, _)| root(group, *at) == *first).map(|(_, tie)| tie.clone()).collect();
        model::order::sort_by_key(&mut own, |t| (t.kind, t.a, t.b));
        own.dedup();
        let credit = members.iter().map(|&m| &found[m]).find(|source| source.kind == SourceKind::Upstream);
        let credit =
            credit.filter(|_| own.iter().any(|tie| tie.kind == TieKind::Credit)).map(|source| source.name.as_str());
        let name = name(members, found, credit);
        let denies = !all_deny && members.iter().all(|&m| is_denial(reports, places[m]));
        let why = if denies {
            let tell = if documents.len() > 1 { "tell" } else { "tells" };
            format!(
                "{} {tell} that it is denied: who denies it is no source of it, and is not counted.",
                numbers(&documents)
            )
        } else {
            why(reports, (members, places), found, &documents, &own, &name)
        };
        origins.push(ClaimOrigin {
            id: ids::fresh_slug(&name, &mut taken),
            name,
            why,
            documents: documents.into_iter().collect(),
            ties: own,
            denies,
        });
    }
    (origins, of)
}

/// Whom all statements name; else whom a credit line names that ties them; else what most of them rest on, what is
/// named before what is not, and of two whoever speaks.
fn name(members: &[usize], found: &[Source], credit: Option<&str>) -> String {
    let first = &found[members[0]];
    let agreed = first.kind == SourceKind::Holder && members.iter().all(|&m| found[m].key == first.key);
    if let Some(credit) = credit.filter(|_| !agreed) {
        return credit.to_owned();
    }
    let mut counts: BTreeMap<&str, (bool, usize, bool, std::cmp::Reverse<usize>)> = BTreeMap::new();
    for (at, &m) in members.iter().enumerate() {
        let holder = found[m].kind == SourceKind::Holder;
        let named = holder || found[m].kind == SourceKind::Upstream;
        counts.entry(&found[m].name).or_insert((named, 0, holder, std::cmp::Reverse(at))).1 += 1;
    }
    counts.into_iter().max_by_key(|(_, rank)| *rank).map_or_else(String::new, |(name, _)| name.to_owned())
}

/// The reasons, in a sentence or two.
fn why(
    reports: &Reports<'_>,
    (members, places): (&[usize], &[Place]),
    found: &[Source],
    documents: &BTreeSet<u32>,
    ties: &[Tie],
    name: &str,
) -> String {
    let quote = |(document, span): (u32, Span)| shown(reports.cut(document, span));
    let mut reasons: Vec<String> = Vec::new();
    // What one quotation ties is told below.
    let same_source = |t: &&Tie| t.kind == TieKind::Upstream;
    let upstream: BTreeSet<u32> = model::order::gather(ties.iter().filter(same_source).flat_map(|t| [t.a.0, t.b.0]));
    if upstream.len() > 1 {
        let spoken: Vec<&str> =
            members.iter().filter(|&&m| found[m].kind == SourceKind::Holder).map(|&m| found[m].name.as_str()).collect();
        let whom = spoken.first().copied().unwrap_or(name);
        let of = |document: u32| members.iter().filter(move |&&m| places[m].document == document);
        let named = |m: &usize| found[*m].name == name;
        let own = |&&document: &&u32| of(document).all(|m| found[*m].kind == SourceKind::Own && named(m));
        let published: BTreeSet<u32> = model::order::gather(upstream.iter().filter(own).copied());
        let rest_on_it = || spoken.is_empty() && upstream.iter().all(|&document| of(document).any(named));
        reasons.push(if published.len() == upstream.len() {
            format!("{} are published by {name}", numbers(&upstream))
        } else if !published.is_empty() && rest_on_it() {
            format!("{} rest on {name}, the publisher of {}", numbers(&upstream), numbers(&published).to_lowercase())
        } else if whom == UNKNOWN {
            format!("{} have it from somebody whom they don't name", numbers(&upstream))
        } else if members.iter().all(|&m| reports.statement(places[m]).holders.iter().any(|holder| holder.inferred)) {
            format!("{} rest on the same source, {whom}, as was concluded", numbers(&upstream))
        } else {
            format!("{} name the same source, {whom}", numbers(&upstream))
        });
    }
    for tie in ties.iter().filter(|t| t.kind != TieKind::Upstream).take(3) {
        let (a, b) = (tie.a.0 + 1, tie.b.0 + 1);
        reasons.push(match tie.kind {
            TieKind::Quotation => format!("{a} and {b} carry the same words of one speaker ({})", quote(tie.a)),
            TieKind::Reuse => format!("{a} and {b} run together word by word ({})", quote(tie.a)),
            TieKind::Credit => format!("{a} has {}, {b} has {}", quote(tie.a), quote(tie.b)),
            TieKind::Upstream | TieKind::Review => format!("a person decided that {a} and {b} share it"),
        });
    }
    let beside = beside(members, found, name);
    if !reasons.is_empty() {
        return format!("Counted once: {}{beside}.", reasons.join("; "));
    }
    let list = numbers(documents);
    let many = documents.len() > 1;
    let verb = |one: &'static str, more: &'static str| if many { more } else { one };
    let named = members.iter().map(|&m| &found[m]).find(|source| source.name == name).unwrap_or(&found[members[0]]);
    let reason = match named.kind {
        SourceKind::Holder => {
            format!("{list} {} on what {name} said: the information is counted as theirs", verb("passes", "pass"))
        }
        SourceKind::Upstream => {
            let document = documents.first().copied().unwrap_or_default();
            let words = quote((document, named.span));
            format!("{list} {} {name} as what it rests on: {words}", verb("names", "name"))
        }
        SourceKind::Own => {
            format!("{list} {} nobody else for it: it counts as the report's own", verb("names", "name"))
        }
        SourceKind::Unknown => {
            format!("{list} {} it from elsewhere, and from nobody by name: counted as one", verb("has", "have"))
        }
    };
    format!("{reason}{beside}.")
}

/// Whose word is counted with the origin's beside that of the origin by its name: its people, and whoever has no name.
fn beside(members: &[usize], found: &[Source], name: &str) -> String {
    let own = members.iter().map(|&m| &found[m]).filter(|source| source.name == name);
    let people: BTreeSet<&str> = model::order::gather(own.filter_map(|source| source.people.as_deref()));
    let people: Vec<String> = people.into_iter().map(shown).collect();
    let named = members.iter().any(|&m| found[m].kind == SourceKind::Holder);
    let nameless = members.iter().any(|&m| found[m].kind == SourceKind::Unknown);
    let people = (!people.is_empty()).then(|| format!("; its people are counted with it: {}", series(&people)));
    let nameless = (named && nameless).then_some("; who has no name is not counted apart");
    format!("{}{}", people.unwrap_or_default(), nameless.unwrap_or_default())
}

/// "Document 3", "Documents 3, 4 and 7".
fn numbers(documents: &BTreeSet<u32>) -> String {
    let all: Vec<String> = documents.iter().map(|d| (d + 1).to_string()).collect();
    let noun = if all.len() > 1 { "Documents" } else { "Document" };
    if all.is_empty() { String::new() } else { format!("{noun} {}", series(&all)) }
}

/// Words of a document in quotation marks, cut where they are many.
fn shown(text: &str) -> String {
    let flat: Vec<&str> = text.split_whitespace().collect();
    if flat.len() > 14 { format!("“{} …”", flat[..12].join(" ")) } else { format!("“{}”", flat.join(" ")) }
}
