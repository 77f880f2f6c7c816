//! The text of a document, with its statements marked and their claims beside it.

use maud::{Markup, html};
use model::bundle::{ClaimNote, DocumentPage};
use model::{Holder, Passage, Role, Span, Text};

use crate::quote::{self, Found, Quote};
use crate::route::{Place, Route};
use crate::segments::{Segment, cut, parse_spans};
use crate::site::to;
use crate::view::signs::{named_glyph, spread, stands};
use crate::words;

/// Whether a claim is nobody else's and nothing is open about it: marked only when asked for.
pub(super) fn solo(claim: &ClaimNote) -> bool {
    claim.articles < 2 && !claim.open && claim.standing != model::Standing::Differs
}

/// The text, passage by passage; runs of furniture are folded away.
pub(super) fn body(page: &DocumentPage, pointed: &Pointed) -> Markup {
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
pub(super) struct Pointed {
    /// Words, in code points of the text.
    at: Vec<Span>,
    /// A claim; empty where the link names none.
    claim: String,
    /// Whether what only this report says is marked as well.
    all: bool,
    /// Why the link's words are not shown; nothing where they are, or where it names none.
    pub(super) lost: Option<String>,
}

impl Pointed {
    pub(super) fn read(page: &DocumentPage, route: &Route) -> Self {
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
                (spread(claim.articles, claim.origins))
                @if let Some(stands) = stands(claim.standing, &claim.differs, claim.open) { ". " (stands) }
            }
        }
    }
}
