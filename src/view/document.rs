//! `/documents/<id>`: reading, with the evidence marked in the text and its claims beside it.

use maud::{Markup, html};
use model::bundle::{ClaimNote, DocumentCard, DocumentPage};
use model::order;
use model::{Commitment, FilePlace, Holder, Known, Original, Passage, Role, Span, Text};

use super::signs::{document_ref, glyph, named_glyph, outlet, published, spread, words_link};
use super::{cite, claims};
use crate::copies::LINK;
use crate::quote::{self, Found, Quote};
use crate::route::{Place, Route, values};
use crate::segments::{Segment, cut, parse_spans};
use crate::site::{href, to};
use crate::words::{self, Length};

/// One document.
pub(crate) fn document(page: &DocumentPage, route: &Route) -> Markup {
    let card = &page.card;
    let off = values(route, "off").join(" ");
    let all = (route.get("marks") == "all").then_some("");
    let pointed = Pointed::read(page, route);
    html! {
        div.reading {
            (rail(page))
            header.doc-head {
                p.quiet {
                    "Document " (card.number)
                    @if card.brief { ", a brief in our own words; the original belongs to its publisher" }
                }
                h1 { (card.title) }
                (facts(page))
            }
            div.doc-body {
                @if let Some(lost) = &pointed.lost { p.moved.lost-words role="status" { (lost) } }
                (gone(page, route))
                (tools(page, route))
                div.body data-off=(off) data-all=[all] { (body(page, &pointed)) }
                (marked())
                @if !page.claims.is_empty() { (steps()) }
                div.acts.around-docs { (neighbours(page)) }
            }
        }
    }
}

/// That the report does not make the claim that the link names.
fn gone(page: &DocumentPage, route: &Route) -> Markup {
    let claim = route.get("claim");
    let lost = !claim.is_empty() && !page.statements.iter().any(|s| s.claim.as_deref() == Some(claim));
    html! {
        @if lost {
            p.moved role="status" {
                "This report does not make the claim that the link names. "
                a href=(to(Place::Claim(claim.to_owned()))) { "See where it went" }
            }
        }
    }
}

/// From mark to mark, for who has no keys at hand.
fn steps() -> Markup {
    html! {
        div.steps role="group" aria-label="Go through the marks" {
            button.textbtn type="button" data-act="step" data-value="-1" { "Previous mark" }
            button.textbtn type="button" data-act="step" data-value="1" { "Next mark" }
        }
    }
}

/// The most words that are searched for, in code points.
const SEARCHED: usize = 120;

/// What offers the link to words that are marked, a search for them, and the claims that they are part of: `link` is what
/// follows the address of the document.
pub(crate) fn offered(page: &DocumentPage, marked: Span, link: &str) -> Markup {
    let words = Text::new(&page.document.text).cut(marked).split_whitespace().collect::<Vec<_>>().join(" ");
    let query = words.replace(['"', '“', '”'], " ");
    let said = page.statements.iter().filter(|said| said.statement.span.overlaps(marked));
    let mut claims: Vec<&ClaimNote> = Vec::new();
    for id in said.filter_map(|said| said.claim.as_deref()) {
        claims.extend(page.claims.iter().find(|note| note.id == id && claims.iter().all(|other| other.id != id)));
    }
    html! {
        button.textbtn type="button" data-act="copy" data-text={ (LINK) (link) } { "Copy a link to the marked words" }
        @if !query.trim().is_empty() && words.chars().count() <= SEARCHED {
            " " a href=(href(&Place::Search.route().with("q", format!("\"{}\"", query.trim())))) { "Search them" }
        }
        @for note in claims.iter().take(2) { " " a href=(to(Place::Claim(note.id.clone()))) { "Their claim: " (note.title) } }
        span.quiet role="status" {}
    }
}

/// Where the link to words that a reader marks is offered: hidden until some are.
fn marked() -> Markup {
    html! {
        div.marked role="group" aria-label="Words you marked" hidden {}
    }
}

/// The other documents, in a column beside the text.
fn rail(page: &DocumentPage) -> Markup {
    let mut all: Vec<&DocumentCard> = page.others.iter().chain([&page.card]).collect();
    order::sort_by_key(&mut all, |c| c.number);
    let current = |card: &DocumentCard| (card.number == page.card.number).then_some("page");
    html! {
        nav.rail aria-label="Documents" {
            ol {
                li { p { "In order of publication" } }
                @for card in all {
                    li {
                        a href=(to(Place::Document(card.id.clone()))) aria-current=[current(card)] {
                            b.no { (card.number) } " " (outlet(card)) br; (published(card, Length::Short))
                        }
                    }
                }
            }
        }
    }
}

/// Outlet, date, origin, and what the document makes.
fn facts(page: &DocumentPage) -> Markup {
    let (card, document) = (&page.card, &page.document);
    let how = match document.published_known {
        Some(Known::Given) => ", as given",
        Some(Known::Text) => ", as its text says",
        Some(Known::Inferred) => ", inferred from the days it speaks of",
        Some(Known::Reviewed) => ", decided by a person",
        None => "",
    };
    let differ = page.claims.iter().filter(|c| c.standing == model::Standing::Differs).count();
    let makes = format!(
        " in {}; {}",
        words::count(page.claims.len(), "claim"),
        match differ {
            0 => "no difference to another report was found".to_owned(),
            1 => "one of them is said differently elsewhere".to_owned(),
            n => format!("{n} of them are said differently elsewhere"),
        }
    );
    html! {
        dl.facts {
            dt { "Outlet" }
            dd { @match &card.outlet { Some(name) => b { (name) }, None => "not named in the text" } }
            @if !document.authors.is_empty() { dt { "By" } dd { (words::list(&document.authors)) } }
            dt { "Published" }
            dd { @match &card.published { Some(when) => { b { (words::when(when, Length::Long)) } (how) } None => "not known" } }
            dt { "Origin" }
            dd { (origin(page)) }
            dt { "Makes" }
            dd { b { (words::count(card.statements as usize, "statement")) } (makes) }
            @if let Some(original) = &document.original { dt { "Original" } dd { (named(original)) } }
            @if let [first, others @ ..] = &document.places[..] { dt { "File" } dd { (first.to_string()) (also_in(others)) } }
            @if let Some(url) = &document.url { dt { "At" } dd { @match model::plain::address(url) { Some(page) => a href=(page) rel="noopener" { (url) }, None => (url) } } }
        }
    }
}

/// The other files that the same report was found in, as many as a line has room for.
fn also_in(others: &[FilePlace]) -> String {
    const NAMED: usize = 3;
    let mut names: Vec<String> = others.iter().take(NAMED).map(ToString::to_string).collect();
    match others.len() {
        0 => return String::new(),
        all if all > NAMED => names.push(format!("{} more", all - NAMED)),
        _ => {}
    }
    format!("; also in {}", words::list(&names))
}

/// Title, outlet and authors of the original.
fn named(original: &Original) -> String {
    let named = [
        original.title.as_ref().map(|t| format!("“{t}”")),
        original.outlet.clone(),
        (!original.authors.is_empty()).then(|| original.authors.join(", ")),
    ];
    let named: Vec<String> = named.into_iter().flatten().collect();
    if named.is_empty() { "not titled".to_owned() } else { named.join(", ") }
}

fn origin(page: &DocumentPage) -> Markup {
    let Some(name) = &page.card.origin else {
        return html! {
            "its own reporting, as far as the text tells"
            @for (name, n) in concluded(page) { ", but for " (words::count(n, "statement")) " on the word of " (name) ", as was concluded" }
        };
    };
    let shares: Vec<&DocumentCard> = page
        .shares
        .iter()
        .filter(|&&n| n != page.card.number)
        .filter_map(|n| page.others.iter().find(|c| c.number == *n))
        .collect();
    let at = page.origin_at.filter(|(number, _)| *number == page.card.number).map(|(_, span)| span);
    html! {
        b { (name) }
        @if !shares.is_empty() { ", shared with " @for card in shares { (document_ref(card, None)) } }
        @if let Some(span) = at { ": " a href=(words_link(&page.card.id, span)) { "the words" } }
    }
}

/// Whom statements of a document are concluded to rest on, where no words of it tell, with how many do.
fn concluded(page: &DocumentPage) -> Vec<(&str, usize)> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    let last = page.statements.iter().filter_map(|said| said.statement.holders.iter().skip(1).next_back());
    for holder in last.filter(|holder| holder.inferred && holder.span.is_none()) {
        match found.iter_mut().find(|(name, _)| *name == holder.name) {
            Some((_, n)) => *n += 1,
            None => found.push((&holder.name, 1)),
        }
    }
    found
}

/// Whether a claim is nobody else's and nothing is open about it: marked only when asked for.
fn solo(claim: &ClaimNote) -> bool {
    claim.articles < 2 && !claim.open && claim.standing != model::Standing::Differs
}

/// Which marks are shown, the document beside, and how to cite.
fn tools(page: &DocumentPage, route: &Route) -> Markup {
    let kinds = Commitment::ALL
        .into_iter()
        .filter(|c| page.statements.iter().any(|s| s.statement.commitment == *c && s.claim.is_some()));
    let off = values(route, "off");
    let all = route.get("marks") == "all";
    let beside =
        page.shares.iter().filter_map(|n| page.others.iter().find(|c| c.number == *n)).chain(page.others.iter()).next();
    html! {
        div.tools role="group" aria-label="Marks" {
            span.lab { "Marks" }
            @for kind in kinds {
                label.tick {
                    input type="checkbox" checked[!off.contains(&kind.word())]
                        data-toggle="off" data-off="" value=(kind.word());
                    (glyph(kind)) (kind.word())
                }
            }
            @if page.claims.iter().any(solo) {
                label.tick {
                    input type="checkbox" checked[all]
                        data-go=(href(&route.clone().with("marks", if all { "" } else { "all" })));
                    "what only this report says"
                }
            }
            @if let Some(other) = beside {
                a.tick href=(to(Place::Compare(page.card.id.clone(), other.id.clone()))) { "Beside document " (other.number) }
                a.tick href=(href(&Place::Documents.route().with("beside", page.card.id.clone()))) { "beside another" }
            }
            (cite::cite(page))
        }
    }
}

/// The text, passage by passage; runs of furniture are folded away.
fn body(page: &DocumentPage, pointed: &Pointed) -> Markup {
    let text = Text::new(&page.document.text);
    let furniture = |passage: &Passage| passage.role == Role::Furniture;
    let runs = page.document.passages.chunk_by(|a, b| furniture(a) && furniture(b));
    let mut number = 0;
    let numbered = runs.filter(|run| run[0].role != Role::Title).map(|run| {
        number += usize::from(!furniture(&run[0]));
        (number, run)
    });
    html! {
        @for (number, run) in numbered {
            @if furniture(&run[0]) {
                (folded(&text, run))
            } @else {
                (passage(page, &text, &run[0], number, pointed))
            }
        }
    }
}

/// Furniture that stands together, and how many lines it has.
fn folded(text: &Text<'_>, furniture: &[Passage]) -> Markup {
    let lines = |p: &Passage| text.cut(p.span).lines().filter(|l| !l.trim().is_empty()).count().max(1);
    html! {
        details.furniture {
            summary { (words::count(furniture.iter().map(lines).sum(), "line")) " of page furniture hidden" }
            ul { @for passage in furniture { li { span.quiet { (passage.why) ": " } (text.cut(passage.span)) } } }
        }
    }
}

fn passage(page: &DocumentPage, text: &Text<'_>, passage: &Passage, number: usize, pointed: &Pointed) -> Markup {
    let marks: Vec<usize> =
        (0..page.statements.len()).filter(|&i| page.statements[i].statement.span.overlaps(passage.span)).collect();
    let notes: Vec<(usize, &ClaimNote)> = marks.iter().filter_map(|&i| Some((i, claim_of(page, i)?))).collect();
    // Where no claim is shared, the fold is there for those of this report alone, once they are asked for.
    let shared = notes.iter().filter(|(_, claim)| !solo(claim)).count();
    let counted = if shared == 0 { notes.len() } else { shared };
    let class = match passage.role {
        Role::Heading => "para head",
        Role::Byline | Role::Credit | Role::Caption => "para small",
        _ => "para",
    };
    html! {
        div class=(class) {
            p id={ "p" (number) } data-at=(passage.span.start) { (words_of(page, text, passage, &marks, pointed)) }
            @if !notes.is_empty() {
                details.below .solo[shared == 0] {
                    summary { (words::count(counted, "claim")) " in this paragraph" }
                    @for (index, claim) in notes { (note(page, index, claim)) }
                }
            }
        }
    }
}

/// What the link points at.
struct Pointed {
    /// Words, in code points of the text.
    at: Vec<Span>,
    /// A claim; empty where the link names none.
    claim: String,
    /// Whether what only this report says is marked as well.
    all: bool,
    /// Why the link's words are not shown; nothing where they are, or where it names none.
    lost: Option<String>,
}

impl Pointed {
    fn read(page: &DocumentPage, route: &Route) -> Self {
        let at = parse_spans(route.get("at"));
        let within = |at: &[Span]| at.iter().all(|span| span.end <= page.document.text.chars().count() as u32);
        let (at, lost) = match Quote::read(route) {
            // Within one build, offsets hold.
            _ if quote::are_offsets_sound(route) && within(&at) => (at, None),
            _ if quote::are_offsets_sound(route) => (Vec::new(), Some("do not stand in this document.".to_owned())),
            Some(quote) => match quote.find(&page.document.text) {
                Found::At(span) => (vec![span], None),
                Found::Gone => (Vec::new(), Some(format!("no longer stand in this document: “{}”.", quote.told()))),
                Found::Several(places) => {
                    let why = "stand in this document {} times, and which are meant can’t be told any more: “{}”.";
                    let why = why.replacen("{}", &places.to_string(), 1).replacen("{}", &quote.told(), 1);
                    (Vec::new(), Some(why))
                }
            },
            None if at.is_empty() => (at, None),
            None => (
                Vec::new(),
                Some(
                    "may stand elsewhere since this site was built anew; the link does not tell which they are."
                        .to_owned(),
                ),
            ),
        };
        Self {
            at,
            claim: route.get("claim").to_owned(),
            all: route.get("marks") == "all",
            lost: lost.map(|why| format!("The words that this link points at {why}")),
        }
    }
}

/// The claim of a statement.
fn claim_of(page: &DocumentPage, index: usize) -> Option<&ClaimNote> {
    let id = page.statements[index].claim.as_ref()?;
    page.claims.iter().find(|c| c.id == *id)
}

/// The words of a passage, cut at its statements and at the words that the link points at.
fn words_of(page: &DocumentPage, text: &Text<'_>, passage: &Passage, marks: &[usize], pointed: &Pointed) -> Markup {
    let mut cuts: Vec<Span> = marks.iter().map(|&i| page.statements[i].statement.span).collect();
    cuts.extend(&pointed.at);
    let base = passage.span.start;
    // Where statements overlap, the shortest is the link.
    let link = |piece: &Segment| {
        let inner = piece.marks.iter().filter(|&&m| m < marks.len()).min_by_key(|&&m| (cuts[m].len(), m))?;
        let index = marks[*inner];
        let claim = claim_of(page, index)?;
        (pointed.all || !solo(claim) || claim.id == pointed.claim).then_some((index, claim))
    };
    html! {
        @for piece in cut(text.cut(passage.span), base, &cuts) {
            @let here = piece.marks.iter().any(|&m| m >= marks.len());
            @if let Some((index, claim)) = link(&piece) {
                @let statement = &page.statements[index].statement;
                @let first = piece.span.start == statement.span.start.max(base);
                a.ev .here[here || claim.id == pointed.claim] id=[first.then(|| format!("s{index}"))]
                    data-k=(statement.commitment.word()) href=(to(Place::Claim(claim.id.clone()))) { (piece.text) }
            } @else if here {
                mark.here { (piece.text) }
            } @else {
                (piece.text)
            }
        }
    }
}

/// The claim of a statement, beside or below its paragraph.
fn note(page: &DocumentPage, index: usize, claim: &ClaimNote) -> Markup {
    let statement = &page.statements[index].statement;
    let holders = Holder::steps(&statement.holders).skip(1).last();
    html! {
        span.mn .solo[solo(claim)] data-s=(index) data-k=(statement.commitment.word()) {
            (named_glyph(statement.commitment))
            a href=(to(Place::Claim(claim.id.clone()))) { (claim.title) }
            span.app {
                @if let Some(holders) = holders { "On the word of " (words::names(holders)) ". " }
                (spread(claim.articles, claim.origins)) ". "
                (claims::standing(claim.standing, &claim.differs, claim.open))
            }
        }
    }
}

/// The documents before and after.
fn neighbours(page: &DocumentPage) -> Markup {
    let number = page.card.number;
    let before = page.others.iter().filter(|c| c.number < number).max_by_key(|c| c.number);
    let after = page.others.iter().filter(|c| c.number > number).min_by_key(|c| c.number);
    html! {
        @for (name, card) in [("Before", before), ("After", after)] {
            @if let Some(card) = card {
                a href=(to(Place::Document(card.id.clone()))) {
                    span { (name) ": " b.no { (card.number) } " " (outlet(card)) ", " (published(card, Length::Short)) }
                }
            }
        }
    }
}
