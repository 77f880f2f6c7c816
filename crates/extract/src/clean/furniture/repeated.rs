//! Furniture that shows only across reports: a ticker, a form, a rule of the house that stands in many of them, and has
//! nothing to do with what they tell; and what one house prints word for word in many reports that are otherwise different.

use std::collections::{BTreeMap, BTreeSet};

use model::{Annotated, Document, Passage, Role, Text};

use crate::clean::{first_words, head::masthead::is_quote, normal::ends_sentence};

/// In how many reports a line has to stand that are no copies of each other.
const REPORTS: usize = 3;

/// The longest line that is looked at, in code points: rules and tickers are short, and copied reports are not.
const LONGEST: u32 = 600;

/// The share of a line's words that its reports have elsewhere, on average, from which on it belongs to them, in percent.
const ON_SUBJECT: usize = 25;

/// The same for a line that so many reports have, of one house or of none that is known: chance words, "strikes" in a teaser on a
/// storm, are met in many of them.
const MANY: usize = 8;
const ON_SUBJECT_OF_MANY: usize = 50;

/// The share of a report's lines, of the shorter one's, from which on it is a copy of another, in percent.
const COPIED: usize = 50;

/// The same for two reports of one house: what a house writes on goes through many reports that differ in part.
const WRITTEN_ON: usize = 25;

/// Why such a line is furniture.
const WHY: &str = "line of the site, in many reports";

/// One passage, by the digest of its words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    digest: u64,
    document: usize,
    passage: usize,
}

/// For each report that has some: the indices of its passages that stand word for word in other reports too, which are no
/// copies of it, and have hardly a word of what these reports tell, or that stand so in other reports of the same house. In order of the documents as they are given; which
/// lines they are does not depend on that order.
pub fn repeated(documents: &[Annotated]) -> Vec<(usize, Vec<usize>)> {
    let lines: Vec<Vec<Line>> = documents.iter().enumerate().map(|(at, one)| lines(at, &one.document)).collect();
    let mut all: Vec<Line> = lines.iter().flatten().copied().collect();
    model::order::sort(&mut all);
    let mut groups: Vec<&[Line]> = all.chunk_by(|a, b| a.digest == b.digest).filter(|g| g.len() >= REPORTS).collect();
    let boxes: Vec<(usize, usize)> = groups.iter().flat_map(|group| boxes(group, &lines, documents)).collect();
    let mut told = Told { documents, all: &all, of: vec![None; documents.len()] };
    groups.retain(|group| families(group, &lines, COPIED) >= REPORTS && !on_subject(group, &mut told));
    let foreign: BTreeSet<u64> = model::order::gather(groups.iter().map(|group| group[0].digest));
    let place = |line: &Line| (line.document, line.passage);
    let beside = groups.iter().filter(|group| beside(group, documents, &foreign));
    let found: BTreeSet<(usize, usize)> =
        model::order::gather(beside.flat_map(|group| group.iter().map(place)).chain(boxes));
    let mut marked: Vec<(usize, Vec<usize>)> = Vec::new();
    for (document, passage) in found {
        match marked.last_mut().filter(|(last, _)| *last == document) {
            Some((_, passages)) => passages.push(passage),
            None => marked.push((document, vec![passage])),
        }
    }
    marked
}

/// The same document with these passages marked as furniture. A title that was one of them, or was made of its words, is
/// made anew.
pub fn without(mut document: Document, passages: &[usize]) -> Document {
    let text = Text::new(&document.text);
    let made = document.title == first_words(&document.text, &document.passages);
    let is_title = |passage: &Passage| text.cut(passage.span) == document.title;
    let title = made || passages.iter().filter_map(|&at| document.passages.get(at)).any(is_title);
    for &at in passages {
        if let Some(passage) = document.passages.get_mut(at) {
            passage.role = Role::Furniture;
            passage.why = WHY.to_owned();
        }
    }
    if title {
        document.title = first_words(&document.text, &document.passages);
    }
    document
}

/// The lines of a report that may be the site's.
fn lines(at: usize, document: &Document) -> Vec<Line> {
    let text = Text::new(&document.text);
    let short = |passage: &Passage| passage.span.end - passage.span.start <= LONGEST;
    let open = |passage: &Passage| matches!(passage.role, Role::Title | Role::Heading | Role::Body | Role::Caption);
    let passages = document.passages.iter().enumerate().filter(|(_, passage)| open(passage) && short(passage));
    passages
        .filter_map(|(passage, place)| {
            let words = text.cut(place.span);
            // A line of one or two words says too little to be told by, and speakers' words are the report's.
            (words.split(' ').count() >= 3 && !words.starts_with(is_quote)).then(|| Line {
                digest: digest(words),
                document: at,
                passage,
            })
        })
        .collect()
}

/// FNV-1a of the letters and digits, small: <https://datatracker.ietf.org/doc/draft-eastlake-fnv/>.
fn digest(words: &str) -> u64 {
    let letters = words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3))
}

/// Where a line stands that one house prints in reports which are otherwise different: a box on the subject, a caption, a
/// teaser, which may be younger than the page around it. In the youngest of these reports it stays, so that nothing is lost.
fn boxes(group: &[Line], lines: &[Vec<Line>], documents: &[Annotated]) -> Vec<(usize, usize)> {
    let mut houses: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    // Of a report of a line or two nobody can tell whether it is otherwise different.
    for line in group.iter().filter(|line| lines[line.document].len() > REPORTS) {
        if let Some(house) = house(&documents[line.document].document) {
            houses.entry(house).or_default().push(*line);
        }
    }
    houses.retain(|_, own| own.len() >= REPORTS && families(own, lines, WRITTEN_ON) >= REPORTS);
    let age = |line: &&Line| {
        let document = &documents[line.document].document;
        (document.published.as_ref().and_then(|when| when.first), document.id.clone())
    };
    let older = houses.values().flat_map(|own| {
        let youngest = own.iter().max_by_key(age).map(|line| line.document);
        own.iter().filter(move |line| Some(line.document) != youngest)
    });
    older.map(|line| (line.document, line.passage)).collect()
}

/// Who published a document: its outlet, else the host of its address.
fn house(document: &Document) -> Option<String> {
    let host = || {
        let (_, rest) = document.url.as_deref()?.split_once("://")?;
        rest.split(['/', '?', '#']).next().map(|host| host.trim_start_matches("www."))
    };
    document.outlet.as_deref().or_else(host).filter(|name| !name.is_empty()).map(str::to_lowercase)
}

/// How many of the reports that share a line are no copies of one another, counted up to what is asked for: copies share
/// more than `share` percent of the shorter one's lines.
fn families(group: &[Line], lines: &[Vec<Line>], share: usize) -> usize {
    let mut apart: Vec<BTreeSet<u64>> = Vec::new();
    for line in group {
        let own: BTreeSet<u64> = model::order::gather(lines[line.document].iter().map(|line| line.digest));
        let copies = |other: &BTreeSet<u64>| own.intersection(other).count() * 100 > own.len().min(other.len()) * share;
        // A report of hardly another line is a copy of none.
        if !apart.iter().any(|other| own.len().min(other.len()) > 2 && copies(other)) {
            apart.push(own);
        }
        if apart.len() >= REPORTS {
            break;
        }
    }
    apart.len()
}

/// How many of the reports that share a line are asked whether it is about them.
const ASKED: usize = 24;

/// What reports tell in lines that they do not share: read once of each, whatever the lines that ask for it.
struct Told<'a> {
    documents: &'a [Annotated],
    all: &'a [Line],
    of: Vec<Option<BTreeSet<u64>>>,
}

impl Told<'_> {
    /// The stems of a report.
    fn of(&mut self, at: usize) -> &BTreeSet<u64> {
        let (document, all) = (&self.documents[at].document, self.all);
        self.of[at].get_or_insert_with(|| {
            let text = Text::new(&document.text);
            let others = document.passages.iter().filter(|passage| passage.role != Role::Furniture);
            let own = others.map(|passage| text.cut(passage.span)).filter(|words| !is_shared(digest(words), all));
            model::order::gather(own.flat_map(stems))
        })
    }
}

/// Whether the reports tell of what the line tells of: its longer words stand elsewhere in them, in lines that they do not
/// share.
fn on_subject(group: &[Line], told: &mut Told<'_>) -> bool {
    let of = |line: &Line| house(&told.documents[line.document].document);
    // What several houses print word for word is an agency's.
    let many = group.len() >= MANY && group.iter().all(|line| of(line) == of(&group[0]));
    let (mut shared, mut asked) = (0, 0);
    for line in group.iter().take(ASKED) {
        let document = &told.documents[line.document].document;
        let own = stems(Text::new(&document.text).cut(document.passages[line.passage].span));
        shared += own.intersection(told.of(line.document)).count();
        asked += own.len();
    }
    shared * 100 >= asked * if many { ON_SUBJECT_OF_MANY } else { ON_SUBJECT }
}

/// Whether a line stands beside the report rather than in it, in most of the reports: first or last, next to furniture or
/// to another such line, or without the end of a sentence.
fn beside(group: &[Line], documents: &[Annotated], foreign: &BTreeSet<u64>) -> bool {
    let outside = group.iter().take(ASKED).filter(|line| {
        let document = &documents[line.document].document;
        let text = Text::new(&document.text);
        let next = |at: Option<usize>| {
            at.and_then(|at| document.passages.get(at)).is_none_or(|passage| {
                passage.role == Role::Furniture || foreign.contains(&digest(text.cut(passage.span)))
            })
        };
        let own = text.cut(document.passages[line.passage].span);
        next(line.passage.checked_sub(1)) || next(Some(line.passage + 1)) || !ends_sentence(own)
    });
    outside.count() * 2 > group.len().min(ASKED)
}

/// Whether a line stands in as many reports as a line of the site does.
fn is_shared(digest: u64, all: &[Line]) -> bool {
    let from = all.partition_point(|line| line.digest < digest);
    all.get(from + REPORTS - 1).is_some_and(|line| line.digest == digest)
}

/// Words of four letters or more that tell nothing of a subject.
const SMALL: &[&str] = &[
    "about", "after", "also", "been", "before", "being", "could", "does", "from", "have", "here", "into", "just",
    "more", "most", "much", "only", "other", "over", "said", "should", "since", "some", "such", "than", "that",
    "their", "them", "then", "there", "these", "they", "this", "those", "through", "under", "until", "very", "were",
    "what", "when", "where", "which", "while", "will", "with", "would", "your",
];

/// The first five letters of each word of four or more that can tell of a subject, as digests.
fn stems(words: &str) -> BTreeSet<u64> {
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4);
    let small = words.map(str::to_lowercase).filter(|word| !SMALL.contains(&word.as_str()));
    model::order::gather(small.map(|word| digest(word.char_indices().nth(5).map_or(&*word, |(end, _)| &word[..end]))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, annotate, clean};
    use model::Corpus;

    const TICKER: &str = "Snow closes the airport of Kolm; two charged over a theft of paintings.";

    fn read(id: usize, text: &str) -> Annotated {
        let input = Input { id: format!("r{id}"), text: text.to_owned(), ..Input::default() };
        annotate(clean(input), &Corpus::default())
    }

    fn report(id: usize, body: &str) -> Annotated {
        read(id, &format!("{TICKER}\n\n{body}\n\nThe ferry has been laid up since the storm."))
    }

    #[test]
    fn a_ticker_in_three_reports_is_furniture_and_no_title() {
        let reports = [
            report(1, "The owners of the ferry sued the yard on Monday.\n\nThe yard said nothing of it."),
            report(2, "Divers found the wreck of the ferry off Torsvik.\n\nIt lies at ninety metres."),
            report(3, "The minister visited the crew of the ferry.\n\nShe promised them a new ship."),
        ];
        let found = repeated(&reports);
        assert_eq!(found, [(0, vec![0]), (1, vec![0]), (2, vec![0])]);
        let document = without(reports[0].document.clone(), &[0]);
        assert_eq!(document.title, "The owners of the ferry sued the yard on Monday.");
        assert_eq!(document.passages[0].role, Role::Furniture);
    }

    #[test]
    fn many_reports_may_have_chance_words_of_a_ticker() {
        let ticker = "Frost closes the north harbour of Kolm, lightning strikes in the south.";
        let told = ["Fishermen sued the yard", "Divers found the wreck", "A minister came", "Judges heard the crew"];
        let report = |at: usize, outlet: Option<String>| {
            let body = format!("{} after the strikes number {at}.\n\nThe ferry lies {at} miles north.", told[at % 4]);
            let end = format!("Boat {at} of the south has been laid up.");
            let text = format!("{ticker}\n\n{body}\n\n{end}");
            annotate(clean(Input { id: format!("r{at}"), text, outlet, ..Input::default() }), &Corpus::default())
        };
        let of = |count: usize, outlet: fn(usize) -> Option<String>| -> Vec<Annotated> {
            (0..count).map(|at| report(at, outlet(at))).collect()
        };
        assert_eq!(repeated(&of(8, |_| None)).len(), 8);
        assert_eq!(repeated(&of(4, |_| None)), [], "a few that speak of strikes in the south may mean it");
        assert_eq!(repeated(&of(8, |at| Some(format!("Courier {at}")))), [], "an agency's");
    }

    #[test]
    fn what_reports_repeat_of_their_subject_stays() {
        let reports = [
            read(1, "The ferry sank off Torsvik in May.\n\nThe owners of the ferry sued the yard in Torsvik."),
            read(2, "The ferry sank off Torsvik in May.\n\nDivers found the wreck of the ferry near Torsvik in June."),
            read(3, "The ferry sank off Torsvik in May.\n\nThe minister visited the crew of the ferry in Torsvik."),
        ];
        assert_eq!(repeated(&reports), []);
    }

    #[test]
    fn a_sentence_amid_reports_stays() {
        let amid = "A deckhand threw a blanket over the camera.";
        let reports = [
            read(1, &format!("The owners of the ferry sued the yard.\n\n{amid}\n\nThe yard was silent on the ferry.")),
            read(2, &format!("Divers found the wreck of the ferry.\n\n{amid}\n\nIt lies at ninety metres.")),
            read(3, &format!("The minister visited the crew.\n\n{amid}\n\nShe promised them a new ship.")),
        ];
        assert_eq!(repeated(&reports), []);
    }

    fn of_house(id: usize, day: &str, box_: &str, body: &str) -> Annotated {
        let input = Input {
            id: format!("r{id}"),
            text: format!("{body}\n\n{box_}\n\nThe ferry of Torsvik has been laid up since storm number {id}."),
            outlet: Some("Kolm Courier".to_owned()),
            published: model::When::parse(day).ok(),
            ..Input::default()
        };
        annotate(clean(input), &Corpus::default())
    }

    #[test]
    fn a_box_of_one_house_stays_in_its_youngest_report_alone() {
        const BOX: &str = "Two ferries of Torsvik have sunk since the owners called the harbour safe.";
        let bodies = [
            "The owners of the ferry sued the yard.\n\nThe yard in Torsvik was silent.\n\nA judge will hear both.",
            "Divers found the wreck of the ferry.\n\nIt lies off Torsvik at ninety metres.\n\nA crane is on its way.",
            "The minister visited the crew.\n\nShe promised them a new ferry.\n\nThe harbour of Torsvik paid for lunch.",
        ];
        let days = ["2031-05-02", "2031-09-01", "2031-06-01"];
        let reports: Vec<Annotated> = (0..3).map(|at| of_house(at, days[at], BOX, bodies[at])).collect();
        assert_eq!(repeated(&reports), [(0, vec![3]), (2, vec![3])]);
        // The same line in three houses is what they report.
        let mut apart = reports.clone();
        for (at, report) in apart.iter_mut().enumerate() {
            report.document.outlet = Some(format!("Courier {at}"));
        }
        assert_eq!(repeated(&apart), []);
    }

    #[test]
    fn what_a_house_writes_on_stays() {
        let first = "The owners of the ferry sued the yard.\n\nThe yard in Torsvik was silent.";
        let second = format!("{first}\n\nA judge will hear both of them.");
        let third = format!("{second}\n\nDivers have found the wreck.");
        let reports = [
            of_house(0, "2031-05-02", "The ferry sank in the spring off Torsvik.", first),
            of_house(1, "2031-05-03", "The ferry sank in the spring off Torsvik.", &second),
            of_house(2, "2031-05-04", "The ferry sank in the spring off Torsvik.", &third),
        ];
        assert_eq!(repeated(&reports), []);
    }

    #[test]
    fn copies_of_one_report_keep_all_of_it() {
        let body =
            "The owners of the ferry sued the yard.\n\nThe yard said nothing of it.\n\nIt will be heard in autumn.";
        assert_eq!(repeated(&[report(1, body), report(2, body), report(3, body), report(4, body)]), []);
    }
}
