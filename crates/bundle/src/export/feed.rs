//! Claims as reports add to them, as a feed (Atom, RFC 4287).

use model::{Claim, Day, Standing};

use super::FEED;
use super::links::Links;
use crate::escape::escape;
use crate::tables::Tables;

/// The most entries: readers fetch a feed again and again.
const ENTRIES: usize = 100;

/// A feed of the claims that are understood alone, those first that the newest reports add to. An entry changes its date
/// when a report joins its claim, and keeps its id.
pub(super) fn claims(tables: &Tables<'_>, links: &Links<'_>) -> String {
    let mut dated: Vec<(Day, &Claim)> = tables
        .relations
        .claims
        .iter()
        .filter(|claim| claim.stands)
        .filter_map(|claim| Some((newest(tables, claim)?.1, claim)))
        .collect();
    // Those of several reports before the others of a day; the rest as lists have them.
    model::order::sort_by_key(&mut dated, |(day, claim)| {
        (std::cmp::Reverse(*day), std::cmp::Reverse(claim.articles()))
    });
    dated.truncate(ENTRIES);
    let updated = stamp(dated.first().map_or(Day(0), |(day, _)| *day));
    let title = escape(&tables.corpus.title);
    let own = links.whole(FEED);
    let id = own.clone().unwrap_or_else(|| format!("urn:crossread:feed:{}", name(&tables.corpus.title)));
    let itself = own.map(|own| format!("<link rel=\"self\" href=\"{}\"/>\n", escape(&own))).unwrap_or_default();
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <title>Claims: {title}</title>\n<id>{}</id>\n<updated>{updated}</updated>\n\
         <author><name>{title}</name></author>\n{itself}<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        escape(&id),
        escape(&links.page(&viewer::route::Place::Claims)),
    );
    for (day, claim) in dated {
        xml.push_str(&entry(tables, links, claim, day));
    }
    xml + "</feed>\n"
}

fn entry(tables: &Tables<'_>, links: &Links<'_>, claim: &Claim, day: Day) -> String {
    format!(
        "<entry>\n<title>{}</title>\n<id>urn:crossread:claim:{}</id>\n<updated>{}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
        escape(&claim.title),
        escape(&claim.id),
        stamp(day),
        escape(&links.claim(&claim.id)),
        escape(&summary(tables, claim)),
    )
}

/// How the claim stands, and what its newest report says.
fn summary(tables: &Tables<'_>, claim: &Claim) -> String {
    let standing = match claim.standing {
        Standing::Agreed => "agreed",
        Standing::Differs => "differs",
        Standing::OneOrigin => "one origin or article",
        Standing::Perhaps => "perhaps agreed",
    };
    let open = if claim.open { ", open" } else { "" };
    let (articles, origins) = (claim.articles(), claim.count_origins());
    let s = |n: usize| if n == 1 { "" } else { "s" };
    let mut words = format!("{standing}{open}: {articles} article{}, {origins} origin{}.", s(articles), s(origins));
    if let Some((member, _)) = newest(tables, claim) {
        let card = tables.cards.get(member.document as usize);
        let span = tables
            .documents
            .get(member.document as usize)
            .and_then(|annotated| annotated.statements.get(member.statement as usize).map(|statement| statement.span));
        if let (Some(card), Some(span)) = (card, span) {
            let outlet = card.outlet.as_deref().unwrap_or("outlet unknown");
            let said = tables.cut(member.document, span);
            // A brief has other words than the report that it retells.
            words += &if card.brief {
                format!(" Newest: {outlet}, retold in a brief: {said}")
            } else {
                format!(" Newest: {outlet}: “{said}”")
            };
        }
    }
    words
}

/// The statement of the newest report with a day of its own, and that day.
fn newest<'a>(tables: &Tables<'_>, claim: &'a Claim) -> Option<(&'a model::Member, Day)> {
    let day = |member: &'a model::Member| {
        let published = tables.documents.get(member.document as usize)?.document.published.as_ref()?;
        Some((member, published.last?))
    };
    claim.members.iter().filter_map(day).max_by_key(|(member, day)| (*day, member.document))
}

/// A day as RFC 3339 has it, which knows no years before 0.
fn stamp(day: Day) -> String {
    let day = if (0..=9_999).contains(&day.year()) { day } else { Day(0) };
    format!("{day}T00:00:00Z")
}

/// A title as a part of a URN.
fn name(title: &str) -> String {
    percent_encoding::utf8_percent_encode(title, percent_encoding::NON_ALPHANUMERIC).to_string()
}
