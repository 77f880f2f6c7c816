//! What of a page was known on a day, and what has changed since.

use model::bundle::{ClaimCard, ClaimPage, DocumentCard, StoryCard, StoryPage};
use model::{Claim, Day, Outcome, Standing, order};

/// Documents that were certainly out on a day.
pub(crate) fn is_out(card: &DocumentCard, day: Day) -> bool {
    card.out().is_some_and(|out| out <= day)
}

/// Documents that may have been out on a day.
pub(crate) fn is_perhaps_out(card: &DocumentCard, day: Day) -> bool {
    let first = card.published.as_ref().and_then(|when| when.first);
    !is_out(card, day) && first.is_some_and(|first| first <= day)
}

/// The page of a claim as known on a day; `None` where no report that makes it was out.
pub(crate) fn page_on(page: &ClaimPage, day: Day) -> Option<ClaimPage> {
    let whole = &page.claim;
    let mut claim = whole.on(day)?.clone();
    if claim.since.is_none() {
        // It was a stage: with those before it, it has a course of its own.
        let past = whole.earlier.iter().filter(|stage| stage.from <= day).count();
        claim.since = past.checked_sub(1).and_then(|last| whole.earlier.get(last)).map(|stage| stage.from);
        claim.earlier = whole.earlier[..past.saturating_sub(1)].to_vec();
    }
    let number = |number: u32| page.documents.iter().find(|card| card.number == number);
    let is_known = |document: u32| number(document).is_some_and(|card| is_out(card, day));
    Some(ClaimPage {
        statements: claim
            .members
            .iter()
            .filter_map(|member| {
                let at =
                    whole.members.iter().position(|m| (m.document, m.statement) == (member.document, member.statement));
                let mut said = page.statements.get(at?)?.clone();
                said.origin = member.origin;
                Some(said)
            })
            .collect(),
        documents: page.documents.clone(),
        // What a story is called, all reports together tell.
        story: None,
        perhaps: page.perhaps.iter().filter(|said| is_known(said.document)).cloned().collect(),
        related: page.related.iter().filter_map(|card| card.on(day)).cloned().collect(),
        originals: page.originals.clone(),
        claim,
    })
}

/// The page of a story as known on a day; `None` where no report that tells it was out.
pub(crate) fn story_on(page: &StoryPage, day: Day) -> Option<StoryPage> {
    let claims: Vec<ClaimCard> = page.claims.iter().filter_map(|card| card.on(day)).cloned().collect();
    let documents: Vec<DocumentCard> = page.documents.iter().filter(|card| is_out(card, day)).cloned().collect();
    let named = claims.iter().find(|card| card.stands).or(claims.first())?;
    let count = |counts: fn(&ClaimCard) -> bool| claims.iter().filter(|card| counts(card)).count() as u32;
    let card = StoryCard {
        // What it is called with all reports, a claim of them may have told first.
        title: claims.iter().find(|card| card.title == page.card.title).unwrap_or(named).title.clone(),
        stands: named.stands,
        line: None,
        when: claims.iter().find_map(|card| card.when.clone()),
        documents: documents.iter().map(|card| card.number).collect(),
        claims: claims.len() as u32,
        agreed: count(|card| card.standing == Standing::Agreed),
        differs: count(|card| card.standing == Standing::Differs),
        open: count(|card| card.open),
        // How many are one over several claims, only all reports together tell.
        origins: 0,
        ..page.card.clone()
    };
    let told = |event: &&model::bundle::Event| event.on(day);
    Some(StoryPage {
        card,
        events: page.events.iter().filter(told).cloned().collect(),
        documents: page.documents.iter().filter(|c| is_out(c, day) || is_perhaps_out(c, day)).cloned().collect(),
        claims,
        // Who takes part is told of all reports.
        people: Vec::new(),
        ..page.clone()
    })
}

/// One step in the course of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step<'a> {
    /// Its first day; `None` where no day is certain.
    pub from: Option<Day>,
    /// Indices of the documents that joined.
    pub joined: Vec<u32>,
    /// The claim from then on.
    pub claim: &'a Claim,
    /// Whether it stands otherwise than before.
    pub turned: bool,
    /// How its expectation ended, where that is new.
    pub outcome: Option<Outcome>,
}

/// The course of a claim: when each report joined, and when its standing turned.
pub(crate) fn course(claim: &Claim) -> Vec<Step<'_>> {
    let stages = claim.earlier.iter().map(|stage| (Some(stage.from), &stage.claim)).chain([(claim.since, claim)]);
    let ended = |claim: &Claim| claim.expectation.as_ref().map(|e| e.outcome).filter(|o| *o != Outcome::NotResolved);
    let mut steps: Vec<Step<'_>> = Vec::new();
    for (from, claim) in stages {
        let before = steps.last().map(|step| step.claim);
        let knew = |document: u32| before.is_some_and(|claim| claim.members.iter().any(|m| m.document == document));
        let mut joined: Vec<u32> = claim.members.iter().map(|m| m.document).filter(|&d| !knew(d)).collect();
        joined.dedup();
        let turned = before.is_some_and(|before| (before.standing, before.open) != (claim.standing, claim.open));
        let outcome = ended(claim).filter(|outcome| before.and_then(ended) != Some(*outcome));
        steps.push(Step { from, joined, claim, turned, outcome });
    }
    steps
}

/// What became of a claim between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// No report told it before.
    New,
    /// Two origins or more agree now.
    Agreed,
    /// They differ now.
    Disputed,
    /// A report tells how what was expected ended.
    Ended,
    /// Further reports make it, and it stands as before.
    Joined,
}

/// Days after the first of which, up to the second, is a month or a year in which reports came out, by day: months, or years
/// where those are more than `most`.
pub(crate) fn periods(documents: &[DocumentCard], most: usize) -> Vec<(Day, Day)> {
    let spans = |months: bool| {
        let mut spans: Vec<(Day, Day)> = Vec::new();
        for (year, month, _) in documents.iter().filter_map(DocumentCard::out).map(Day::civil) {
            let (first, next) = match (months, month) {
                (true, 1..=11) => (Day::new(year, month, 1), Day::new(year, month + 1, 1)),
                (true, _) => (Day::new(year, month, 1), Day::new(year + 1, 1, 1)),
                (false, _) => (Day::new(year, 1, 1), Day::new(year + 1, 1, 1)),
            };
            let span = first.zip(next).map(|(first, next)| (first.plus(-1), next.plus(-1)));
            spans.extend(span.filter(|span| !spans.contains(span)));
        }
        order::sort(&mut spans);
        spans
    };
    let months = spans(true);
    if months.len() <= most { months } else { spans(false) }
}

/// How what a claim expects ended, where a report tells.
pub(crate) fn ended(card: &ClaimCard) -> Option<Outcome> {
    card.outcome.filter(|outcome| *outcome != Outcome::NotResolved)
}

/// What became of a claim after the day `since`, up to `until`, or with all reports.
pub(crate) fn change(card: &ClaimCard, since: Day, until: Option<Day>) -> Option<Change> {
    let now = match until {
        Some(day) => card.on(day)?,
        None => card,
    };
    let Some(before) = card.on(since) else {
        // What has no day is not known to be new.
        return card.known().map(|_| Change::New);
    };
    if ended(now).is_some() && ended(now) != ended(before) {
        return Some(Change::Ended);
    }
    match now.standing {
        Standing::Differs if before.standing != Standing::Differs => Some(Change::Disputed),
        Standing::Agreed if before.standing != Standing::Agreed => Some(Change::Agreed),
        _ => (now.articles > before.articles).then_some(Change::Joined),
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use model::Commitment;

    /// A claim of one report, as a list shows it.
    pub(crate) fn card(id: &str, since: &str) -> ClaimCard {
        ClaimCard {
            id: id.to_owned(),
            title: format!("The weir {id} holds"),
            commitment: Commitment::Asserted,
            standing: Standing::OneOrigin,
            open: false,
            differs: Vec::new(),
            articles: 1,
            origins: 1,
            marks: Vec::new(),
            brackets: Vec::new(),
            readings: Vec::new(),
            when: None,
            due: None,
            dues: Vec::new(),
            wordings: 0,
            entities: Vec::new(),
            stands: true,
            story: String::new(),
            outcome: None,
            denials: Vec::new(),
            since: since.parse().ok(),
            earlier: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::card;
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_claim_changes_by_what_became_known() {
        let since = day("2024-03-10");
        assert_eq!(change(&card("a", "2024-03-01"), since, None), None);
        assert_eq!(change(&card("b", "2024-03-12"), since, None), Some(Change::New));
        assert_eq!(change(&card("b", "2024-03-12"), since, Some(day("2024-03-11"))), None);
        assert_eq!(change(&card("c", ""), since, None), None, "what has no day is not known to be new");

        let mut agreed = ClaimCard { standing: Standing::Agreed, articles: 2, origins: 2, ..card("d", "2024-03-12") };
        agreed.earlier = vec![(day("2024-03-02"), card("d", ""))];
        assert_eq!(change(&agreed, since, None), Some(Change::Agreed));
        assert_eq!(change(&agreed, since, Some(day("2024-03-11"))), None);
        assert_eq!(change(&agreed, day("2024-03-01"), None), Some(Change::New));
        assert_eq!(change(&agreed, day("2024-03-12"), None), None);
        agreed.outcome = Some(Outcome::Happened);
        assert_eq!(change(&agreed, since, None), Some(Change::Ended));
    }

    #[test]
    fn reports_come_out_in_months_and_over_long_in_years() {
        let out = |edtf: &str| DocumentCard {
            id: String::new(),
            number: 1,
            title: String::new(),
            outlet: None,
            published: model::When::parse(edtf).ok(),
            inferred: false,
            origin: None,
            statements: 0,
            brief: false,
        };
        let cards = [out("2024-10-11"), out("2023-12-31"), out("2024-10-02"), out("")];
        let told = |most| -> Vec<String> {
            periods(&cards, most).into_iter().map(|(after, last)| format!("{after}..{last}")).collect()
        };
        assert_eq!(told(2), ["2023-11-30..2023-12-31", "2024-09-30..2024-10-31"]);
        assert_eq!(told(1), ["2022-12-31..2023-12-31", "2023-12-31..2024-12-31"]);
    }
}
