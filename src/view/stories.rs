//! `/stories` and `/stories/<id>`: what the reports tell of one event or matter, and the claims within it.

use maud::{Markup, html};
use model::Standing;
use model::bundle::{ClaimCard, StoryBrief, StoryCard, StoryPage, Timeline};

use super::{asked, claim_list, documents, more};
use crate::page::{self, Shown};
use crate::route::{Place, Route};
use crate::site::{bare, site, to};
use crate::words::{self, Length};

/// How many stories, and how many claims of one, are drawn before somebody asks for more.
const ROWS: usize = 60;

/// All stories, those that most reports tell first.
pub(crate) fn stories(cards: &[StoryCard], route: &Route) -> Markup {
    let shown = asked(route, ROWS);
    let (mut named, rest): (Vec<&StoryCard>, Vec<&StoryCard>) = cards.iter().partition(|card| is_told(card));
    // Of stories that as many tell, those with a name.
    model::order::sort_by_key(&mut named, |card| (std::cmp::Reverse(card.documents.len()), !card.stands));
    let shown_rest = shown.saturating_sub(named.len()).min(rest.len());
    if let Some(day) = route.known() {
        return html! {
            h1 { "Stories" }
            p.deck { "How reports fall into stories, all of them together tell: on " (words::day(day, Length::Long)) " nobody could know this list." }
            p {
                a href=(to(Place::Claims)) { "The claims as known on that day" } ", "
                a href=(to(Place::Timeline)) { "the timeline" } ", "
                a href=(bare(&Place::Stories.route())) { "the stories of all reports" }
            }
        };
    }
    html! {
        h1 { "Stories" }
        p.deck {
            "What the reports tell of one event or matter, those that most of them tell first. Where nothing names one, what its reports speak of stands for it."
            @if let Some(said) = page::retold(&site().manifest) { " " (said) }
        }
        @if cards.is_empty() { p.quiet { "The machine found no story that reports tell together." } }
        ul.claims { @for card in named.iter().take(shown) { (item(card)) } }
        @if shown_rest > 0 {
            section.section aria-labelledby="unnamed" {
                h2 #unnamed { "Without a name " span.quiet { (rest.len()) } }
                p.deck { "The machine found no name for these in what their reports share, or one report alone tells them. Each stands under one of its claims, or words out of a report." }
                ul.claims { @for card in rest.iter().take(shown_rest) { (item(card)) } }
            }
        }
        (more(route, shown, cards.len(), ROWS))
        @if cards.len() < site().manifest.stories as usize {
            p.quiet { "The " (cards.len()) " that most reports tell, of " (site().manifest.stories) ". The search finds the claims of the others." }
        }
    }
}

/// Whether a list tells what a story is of: by a name, or by what several reports that tell it speak of.
fn is_told(card: &StoryCard) -> bool {
    let speaks = card.line.as_ref().is_none_or(|line| !line.of.is_empty());
    card.stands || card.documents.len() > 1 && speaks
}

/// What a list calls a story: where it has no name what its reports speak of, behind what all such lines begin with, in quiet
/// type; how many they are stands beside it.
fn called(card: &StoryCard) -> Markup {
    let line = card.line.as_ref().filter(|line| !line.of.is_empty()).map(|line| line.told(card.documents.len()));
    html! { @if let Some((lead, told)) = line { span.quiet { (lead) } (told) } @else { (card.title) } }
}

/// One story as an item of a list: its title, how many tell it, and what of it is agreed, disputed and open.
pub(crate) fn item(card: &StoryCard) -> Markup {
    html! {
        li.cl {
            a href=(to(Place::Story(card.id.clone()))) { (called(card)) }
            p.app {
                @if let Some(when) = &card.when { span { (words::when(when, Length::Long)) } }
                @for said in weight(card) { span { (said) } }
            }
        }
    }
}

/// One story on the overview: beside what it weighs, a claim that is agreed, one that is disputed, one that is open.
pub(crate) fn brief(story: &StoryBrief) -> Markup {
    let sign = |card: &ClaimCard| match card.standing {
        Standing::Agreed => "Agreed",
        Standing::Differs => "Disputed",
        Standing::OneOrigin | Standing::Perhaps => "Open",
    };
    html! {
        li.cl {
            a href=(to(Place::Story(story.card.id.clone()))) { (called(&story.card)) }
            p.app {
                @if let Some(when) = story.card.when.as_ref().filter(|_| story.card.stands) { span { (words::when(when, Length::Long)) } }
                @for said in weight(&story.card) { span { (said) } }
            }
            @if !story.claims.is_empty() {
                ul.of { @for card in &story.claims {
                    li { b { (sign(card)) } " " a href=(to(Place::Claim(card.id.clone()))) { (card.title) } }
                } }
            }
        }
    }
}

/// One story.
pub(crate) fn draw(page: &StoryPage, route: &Route) -> Shown {
    let top = html! {
        nav.quiet aria-label="Where you are" {
            a href=(to(Place::Stories)) { "Stories" }
        }
        div.claim-head {
            h1 { (page.card.title) @if let Some(day) = route.known() { ", as known on " (words::day(day, Length::Long)) } }
            p.verdict {
                @if let Some(when) = &page.card.when { span { (words::when(when, Length::Long)) } }
                @for said in weight(&page.card) { span { (said) } }
            }
            (super::known::known(route, &page.documents))
        }
    };
    let rest = rest(page, route);
    if page.events.iter().all(|event| event.until.is_some() && route.known().is_none()) {
        return Shown::Text(html! { (top) (rest) }.into_string());
    }
    let strip = Timeline {
        events: page.events.clone(),
        documents: page.documents.clone(),
        brackets: page.brackets.clone(),
        ..Timeline::default()
    };
    Shown::Strip(top.into_string(), strip, rest.into_string())
}

/// The claims by weight, who takes part, and the reports.
fn rest(page: &StoryPage, route: &Route) -> Markup {
    let shown = asked(route, ROWS);
    let (alone, words): (Vec<&ClaimCard>, Vec<&ClaimCard>) = page.claims.iter().partition(|card| card.is_listed());
    let rest = shown.saturating_sub(alone.len()).min(words.len());
    let list =
        |cards: &[&ClaimCard]| html! { ul.claims.cols { @for card in cards { (claim_list::standing_item(card)) } } };
    html! {
        @if !page.people.is_empty() {
            ul.cast aria-label="Who is quoted in it" {
                li { "Quoted in it" }
                @for (id, name) in &page.people { li { a href=(to(Place::Person(id.clone()))) { (name) } } }
            }
        }
        @if !alone.is_empty() {
            section.section aria-labelledby="claims" {
                h2 #claims { "What is claimed" }
                p.deck { "Each claim is one thing that is said, those that most independent origins say first." }
                (list(&alone[..shown.min(alone.len())]))
            }
        }
        @if rest > 0 {
            section.section aria-labelledby="words" {
                h2 #words { "In a report’s words only " span.quiet { (words.len()) } }
                p.deck { "One report tells each of these, and no statement of it can be read alone: its words stand for them." }
                (list(&words[..rest]))
            }
        }
        (more(route, shown, page.claims.len(), ROWS))
        section.section aria-labelledby="docs" {
            h2 #docs { "The documents that tell it" }
            (documents::table_on(&page.documents, route.known()))
        }
    }
}

/// How many tell it, how many claims it has, and how those stand: only what there is.
fn weight(card: &StoryCard) -> Vec<String> {
    let documents = card.documents.len();
    let mut said = vec![
        match card.origins {
            0 => words::count(documents, "report"),
            origins => {
                // What one article cites may be several: a count above the other would read like a slip.
                let draws = match documents {
                    n if origins as usize <= n => ",",
                    1 => " that draws on",
                    _ => " that draw on",
                };
                format!("{}{draws} {}", words::count(documents, "report"), words::count(origins as usize, "origin"))
            }
        },
        words::count(card.claims as usize, "claim"),
    ];
    for (number, what) in [(card.agreed, "agreed"), (card.differs, "disputed"), (card.open, "open")] {
        if number > 0 {
            said.push(format!("{number} {what}"));
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Line, Share};

    #[test]
    fn how_many_reports_tell_a_story_is_said_once() {
        let line = |of: &[&str]| Line { share: Share::Often, of: of.iter().map(|&it| it.to_owned()).collect() };
        let mut card = StoryCard {
            id: "a".into(),
            title: "4 reports that often speak of Arlen and lock".into(),
            stands: false,
            line: Some(line(&["Arlen", "lock"])),
            when: None,
            documents: vec![1, 2, 3, 4],
            claims: 5,
            agreed: 0,
            differs: 0,
            open: 0,
            origins: 2,
        };
        let told = |card: &StoryCard| called(card).into_string();
        assert_eq!(told(&card), "<span class=\"quiet\">reports that often speak of </span>Arlen and lock");
        (card.line, card.title) = (Some(line(&[])), "4 reports, no name found".into());
        assert_eq!(told(&card), card.title);
    }

    #[test]
    fn what_there_is_not_is_not_counted_out() {
        let card = StoryCard {
            id: "a".into(),
            title: "Opening of the lock".into(),
            stands: true,
            line: None,
            when: None,
            documents: vec![1, 4],
            claims: 5,
            agreed: 2,
            differs: 0,
            open: 1,
            origins: 2,
        };
        assert_eq!(weight(&card), ["2 reports, 2 origins", "5 claims", "2 agreed", "1 open"]);
        let more = StoryCard { origins: 7, agreed: 0, open: 0, ..card.clone() };
        assert_eq!(weight(&more), ["2 reports that draw on 7 origins", "5 claims"]);
        let one = StoryCard { documents: vec![4], ..more };
        assert_eq!(weight(&one), ["1 report that draws on 7 origins", "5 claims"]);
    }
}
