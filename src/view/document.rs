//! `/documents/<id>`: reading, with the evidence marked in the text and its claims beside it.

use leptos::prelude::*;
use model::bundle::{ClaimNote, DocumentCard, DocumentPage};
use model::{Commitment, Known, Passage, Role, Span, Text};

use super::signs::{document_ref, glyph, named_glyph, outlet, published, spread};
use super::{cite, claims};
use crate::route::Place;
use crate::segments::{cut, parse_spans};
use crate::site::{site, to};
use crate::words::{self, Length};

/// One document.
pub(crate) fn document(page: &DocumentPage) -> AnyView {
    let card = &page.card;
    let lead = if card.brief {
        format!("Document {}, a brief in our own words; the original belongs to its publisher", card.number)
    } else {
        format!("Document {}", card.number)
    };
    let hidden = RwSignal::new(Vec::<Commitment>::new());
    let route = site().route;
    let all = move || route.with(|r| (r.get("marks") == "all").then_some(""));
    #[cfg(feature = "csr")]
    {
        crate::margin::keep_placed(move || {
            route.track();
            hidden.track();
        });
    }
    let off = move || hidden.with(|h| h.iter().map(|c| c.word()).collect::<Vec<_>>().join(" "));
    view! {
        <div class="reading">
            {rail(page)}
            <header class="doc-head"><p class="quiet">{lead}</p><h1>{card.title.clone()}</h1>{facts(page)}</header>
            <div class="doc-body">
                {tools(page, hidden)}
                <div class="body" data-off=off data-all=all>{body(page)}</div>
                <div class="acts around-docs">{neighbours(page)}</div>
            </div>
        </div>
    }
    .into_any()
}

/// The other documents, in a column beside the text.
fn rail(page: &DocumentPage) -> AnyView {
    let mut all: Vec<&DocumentCard> = page.others.iter().chain([&page.card]).collect();
    all.sort_by_key(|c| c.number);
    let item = |card: &&DocumentCard| {
        let current = (card.number == page.card.number).then_some("page");
        view! { <li><a href=to(Place::Document(card.id.clone())) aria-current=current><b class="no">{card.number}</b>" "{outlet(card)}<br/>{published(card, Length::Short)}</a></li> }.into_any()
    };
    view! {
        <nav class="rail" aria-label="Documents"><ol><li><p>"In order of publication"</p></li>{all.iter().map(item).collect_view()}</ol></nav>
    }
    .into_any()
}

/// Outlet, date, origin, and what the document makes.
fn facts(page: &DocumentPage) -> AnyView {
    let (card, document) = (&page.card, &page.document);
    let outlet = match &card.outlet {
        Some(name) => view! { <b>{name.clone()}</b> }.into_any(),
        None => "not named in the text".into_any(),
    };
    let how = match document.published_known {
        Some(Known::Given) => ", as given",
        Some(Known::Text) => ", as its text says",
        Some(Known::Inferred) => ", inferred from the days it speaks of",
        Some(Known::Reviewed) => ", decided by a person",
        None => "",
    };
    let date = match &card.published {
        Some(when) => view! { <b>{words::when(when, Length::Long)}</b>{how} }.into_any(),
        None => "not known".into_any(),
    };
    let authors =
        (!document.authors.is_empty()).then(|| view! { <dt>"By"</dt><dd>{words::list(&document.authors)}</dd> });
    let differ = page.claims.iter().filter(|c| c.standing == model::Standing::Differs).count();
    let makes = format!(
        " in {}; {} said differently elsewhere",
        words::count(page.claims.len(), "claim"),
        match differ {
            0 => "none of them is".to_owned(),
            1 => "one of them is".to_owned(),
            n => format!("{n} of them are"),
        }
    );
    let original = document.original.as_ref().map(|o| {
        let named: Vec<String> = [o.title.as_ref().map(|t| format!("“{t}”")), o.outlet.clone(), (!o.authors.is_empty()).then(|| o.authors.join(", "))]
            .into_iter()
            .flatten()
            .collect();
        view! { <dt>"Original"</dt><dd>{if named.is_empty() { "not titled".to_owned() } else { named.join(", ") }}</dd> }
    });
    let link = document
        .url
        .as_ref()
        .map(|url| view! { <dt>"At"</dt><dd><a href=url.clone() rel="noopener">{url.clone()}</a></dd> });
    view! {
        <dl class="facts">
            <dt>"Outlet"</dt><dd>{outlet}</dd>
            {authors}
            <dt>"Published"</dt><dd>{date}</dd>
            <dt>"Origin"</dt><dd>{origin(page)}</dd>
            <dt>"Makes"</dt><dd><b>{words::count(card.statements as usize, "statement")}</b>{makes}</dd>
            {original}{link}
        </dl>
    }
    .into_any()
}

fn origin(page: &DocumentPage) -> AnyView {
    let Some(name) = &page.card.origin else { return "its own reporting, as far as the text tells".into_any() };
    let shares = page
        .shares
        .iter()
        .filter(|&&n| n != page.card.number)
        .filter_map(|n| page.others.iter().find(|c| c.number == *n))
        .map(|card| document_ref(card, None))
        .collect::<Vec<_>>();
    let shared = (!shares.is_empty()).then(|| view! { ", shared with "{shares} });
    let at = page.origin_at.filter(|(number, _)| *number == page.card.number).map(|(_, span)| {
        view! { ": "<a href=super::signs::words_link(&page.card.id, span)>"the words"</a> }
    });
    view! { <b>{name.clone()}</b>{shared}{at} }.into_any()
}

/// Whether a claim is nobody else's and nothing is open about it: marked only when asked for.
fn solo(claim: &ClaimNote) -> bool {
    claim.articles < 2 && !claim.open && claim.standing != model::Standing::Differs
}

/// Which marks are shown, the document beside, and how to cite.
fn tools(page: &DocumentPage, hidden: RwSignal<Vec<Commitment>>) -> AnyView {
    let kinds = Commitment::ALL
        .into_iter()
        .filter(|c| page.statements.iter().any(|s| s.statement.commitment == *c && s.claim.is_some()));
    let tick = |commitment: Commitment| {
        let toggle = move |_| {
            hidden.update(|h| match h.iter().position(|c| *c == commitment) {
                Some(at) => drop(h.remove(at)),
                None => h.push(commitment),
            });
        };
        view! { <label class="tick"><input type="checkbox" checked on:change=toggle/>{glyph(commitment)}{commitment.word()}</label> }.into_any()
    };
    let route = site().route;
    let all = move || route.with(|r| r.get("marks") == "all");
    let toggle_all = move |_| {
        let next = if all() { "" } else { "all" };
        crate::site::go_quietly(route.with_untracked(|r| r.clone().with("marks", next)));
    };
    let alone = page.claims.iter().any(solo).then(|| {
        view! { <label class="tick"><input type="checkbox" checked=all() prop:checked=all on:change=toggle_all/>"what only this report says"</label> }
    });
    let beside = page
        .shares
        .iter()
        .filter_map(|n| page.others.iter().find(|c| c.number == *n))
        .chain(page.others.iter())
        .next()
        .map(|other| view! { <a class="tick" href=to(Place::Compare(page.card.id.clone(), other.id.clone()))>{format!("Beside document {}", other.number)}</a> });
    view! {
        <div class="tools" role="group" aria-label="Marks"><span class="lab">"Marks"</span>{kinds.map(tick).collect_view()}{alone}{beside}{cite::cite(page)}</div>
    }
    .into_any()
}

/// The text, passage by passage; runs of furniture are folded away.
fn body(page: &DocumentPage) -> AnyView {
    let text = Text::new(&page.document.text);
    let mut parts: Vec<AnyView> = Vec::new();
    let mut folded: Vec<&Passage> = Vec::new();
    let mut number = 0;
    for passage in &page.document.passages {
        if passage.role == Role::Furniture {
            folded.push(passage);
            continue;
        }
        parts.extend(furniture(&text, &folded));
        folded.clear();
        if passage.role != Role::Title {
            number += 1;
            parts.push(self::passage(page, &text, passage, number));
        }
    }
    parts.extend(furniture(&text, &folded));
    parts.into_any()
}

fn furniture(text: &Text<'_>, folded: &[&Passage]) -> Option<AnyView> {
    let n = folded.iter().map(|p| text.cut(p.span).lines().filter(|l| !l.trim().is_empty()).count().max(1)).sum();
    let line = |passage: &&Passage| {
        view! { <li><span class="quiet">{passage.why.clone()}": "</span>{text.cut(passage.span).to_owned()}</li> }
            .into_any()
    };
    (!folded.is_empty()).then(|| {
        view! { <details class="furniture"><summary>{words::count(n, "line")}" of page furniture hidden"</summary><ul>{folded.iter().map(line).collect_view()}</ul></details> }.into_any()
    })
}

fn passage(page: &DocumentPage, text: &Text<'_>, passage: &Passage, number: usize) -> AnyView {
    let marks: Vec<usize> =
        (0..page.statements.len()).filter(|&i| page.statements[i].statement.span.overlaps(passage.span)).collect();
    let words = words_of(page, text, passage, &marks);
    let notes: Vec<(bool, AnyView)> = marks.iter().filter_map(|&i| note(page, i)).collect();
    let shared = notes.iter().filter(|(alone, _)| !alone).count();
    let n = notes.len();
    let notes = (n > 0).then(|| {
        let class = if shared == 0 { "below solo" } else { "below" };
        let count = view! { {words::count(shared.max(n.min(1)), "claim")}" in this paragraph" };
        view! { <details class=class><summary>{count}</summary>{notes.into_iter().map(|(_, note)| note).collect_view()}</details> }
    });
    let class = match passage.role {
        Role::Heading => "para head",
        Role::Byline | Role::Credit | Role::Caption => "para small",
        _ => "para",
    };
    view! { <div class=class><p id=format!("p{number}")>{words}</p>{notes}</div> }.into_any()
}

/// A statement as it is marked in the text.
struct Mark {
    span: Span,
    claim: Option<String>,
    commitment: Commitment,
    /// Its index in the document.
    index: usize,
    /// Whether its claim is [`solo`].
    alone: bool,
}

/// The words of a passage, cut at its statements and at the words that the link points at.
fn words_of(page: &DocumentPage, text: &Text<'_>, passage: &Passage, marks: &[usize]) -> AnyView {
    let spans: Vec<Span> = marks.iter().map(|&i| page.statements[i].statement.span).collect();
    let own = text.cut(passage.span).to_owned();
    let base = passage.span.start;
    let statements: Vec<Mark> = marks
        .iter()
        .map(|&i| {
            let marked = &page.statements[i];
            let alone = page.claims.iter().any(|c| Some(&c.id) == marked.claim.as_ref() && solo(c));
            let (span, commitment) = (marked.statement.span, marked.statement.commitment);
            Mark { span, claim: marked.claim.clone(), commitment, index: i, alone }
        })
        .collect();
    let route = site().route;
    let draw = move || {
        let (at, claim, all) =
            route.with(|r| (parse_spans(r.get("at")), r.get("claim").to_owned(), r.get("marks") == "all"));
        let mut cuts = spans.clone();
        cuts.extend(&at);
        cut(&own, base, &cuts)
            .into_iter()
            .map(|piece| {
                // Where statements overlap, the shortest is the link.
                let inner = piece.marks.iter().filter(|&&m| m < spans.len()).min_by_key(|&&m| (statements[m].span.len(), m));
                let pointed = piece.marks.iter().any(|&m| m >= spans.len());
                let shown = inner.map(|&m| &statements[m]).filter(|mark| all || !mark.alone || !claim.is_empty() && mark.claim.as_ref() == Some(&claim));
                match shown.and_then(|mark| Some((mark, mark.claim.clone()?))) {
                    Some((mark, id)) => {
                        let here = pointed || claim == id;
                        let anchor = (piece.span.start == mark.span.start.max(base)).then(|| format!("s{}", mark.index));
                        view! {
                            <a class="ev" class:here=here id=anchor data-k=mark.commitment.word() href=to(Place::Claim(id))>{piece.text}</a>
                        }
                        .into_any()
                    }
                    _ if pointed => view! { <mark class="here">{piece.text}</mark> }.into_any(),
                    _ => piece.text.into_any(),
                }
            })
            .collect_view()
    };
    draw.into_any()
}

/// The claim of a statement, beside or below its paragraph.
fn note(page: &DocumentPage, index: usize) -> Option<(bool, AnyView)> {
    let marked = &page.statements[index];
    let claim: &ClaimNote = page.claims.iter().find(|c| Some(&c.id) == marked.claim.as_ref())?;
    let statement = &marked.statement;
    let word = statement
        .holders
        .last()
        .filter(|_| statement.holders.len() > 1)
        .map(|h| format!("on the word of {}. ", h.name));
    let class = if solo(claim) { "mn solo" } else { "mn" };
    Some((
        solo(claim),
        view! {
            <span class=class data-s=index data-k=statement.commitment.word()>{named_glyph(statement.commitment)}<a href=to(Place::Claim(claim.id.clone()))>{claim.title.clone()}</a>
                <span class="app">{word.map(|w| words::capital(&w))}{spread(claim.articles, claim.origins)}". "{claims::standing(claim.standing, &claim.differs, claim.open)}</span></span>
        }
        .into_any(),
    ))
}

/// The documents before and after.
fn neighbours(page: &DocumentPage) -> AnyView {
    let number = page.card.number;
    let link = |name: &'static str, card: Option<&DocumentCard>| {
        card.map(|c| {
            view! { <a href=to(Place::Document(c.id.clone()))><span>{name}": "<b class="no">{c.number}</b>" "{outlet(c)}", "{published(c, Length::Short)}</span></a> }
        })
    };
    let before = page.others.iter().filter(|c| c.number < number).max_by_key(|c| c.number);
    let after = page.others.iter().filter(|c| c.number > number).min_by_key(|c| c.number);
    view! { {link("Before", before)}{link("After", after)} }.into_any()
}
