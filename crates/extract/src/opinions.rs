//! Whether a report holds its author's views, by what it says of itself: the label in its title or above it, its address,
//! the line at its foot that tells whose views these are.

use model::{Document, Role, Text, tells_opinion};

/// The kind of such a report, where none is given.
const OPINION: &str = "opinion";

/// Passages at either end of a report in which it tells what it is.
const ENDS: usize = 6;

/// Bytes of a line that tells who wrote a report, at most.
const NOTE: usize = 400;

/// How a line begins that says whose views a page holds.
pub(crate) const VIEWS: [&str; 4] =
    ["opinions expressed", "views expressed", "opinions and views expressed", "views and opinions expressed"];

/// Marks behind or before a label in a title: "Opinion | The pier", "The pier - Editorial".
const MARKS: [&str; 5] = [":", "|", " - ", "–", "—"];

/// Gives a report its kind where it shows that it holds its author's views, and no kind is given.
pub(crate) fn mark(document: &mut Document) {
    let told = document.kind.is_none()
        && (is_titled(&document.title)
            || document.url.as_deref().is_some_and(is_filed)
            || document.authors.iter().any(|author| is_board(author))
            || says_so(document));
    if told {
        document.kind = Some(OPINION.to_owned());
    }
}

/// Whether a title bears the label: "OPINION: The pier", "Letters | The pier", "The pier - Editorial".
fn is_titled(title: &str) -> bool {
    let first = MARKS.iter().filter_map(|mark| title.split_once(mark)).any(|(label, _)| tells_opinion(label));
    let last = MARKS[1..].iter().filter_map(|mark| title.rsplit_once(mark)).any(|(_, label)| tells_opinion(label));
    first || last || tells_opinion(title)
}

/// Whether a folder of an address, or its host's first name, is that of views: `/opinion/2031/`.
fn is_filed(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, path)| path);
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let label = |word: &str| tells_opinion(word) && word != "letter" && word != "column";
    host.split('.').next().is_some_and(label)
        || folders.split('/').any(label)
        || folders.contains("letters-to-the-editor")
}

/// "The Editorial Board".
fn is_board(author: &str) -> bool {
    let small = author.to_ascii_lowercase();
    small.ends_with("editorial board") || small.ends_with("letters to the editor")
}

/// Whether a line at an end of the report says so.
fn says_so(document: &Document) -> bool {
    let text = Text::new(&document.text);
    let passages = &document.passages;
    let line = |at: usize| text.cut(passages[at].span);
    let head = 0..passages.len().min(ENDS);
    // A menu has more than one such line.
    let short = head.clone().filter(|&at| line(at).split(' ').count() < 3 && line(at).len() < 24).count();
    let label = short < 3 && head.clone().any(|at| tells_opinion(line(at).trim_end_matches(['|', ':', ' '])));
    let foot = passages.len().saturating_sub(ENDS).max(head.end)..passages.len();
    label
        || head.chain(foot).any(|at| {
            let own = passages[at].role != Role::Furniture || line(at).split(' ').count() > 4;
            own && (is_disclaimer(line(at)) || is_writer(document, line(at)))
        })
}

/// Whether a line says that a commentary holds its author's views alone, and not the outlet's.
pub(crate) fn is_disclaimer(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    let own = [" his", " her", " their own", " the author", " the writer", "solely", " those of"];
    let others = ["comments", "do not represent", "does not represent", "not necessarily", "do not reflect"];
    let signed = ["commentary", "column", "article", "op-ed", "essay", "piece", "post"];
    VIEWS.iter().any(|words| small.contains(words))
        && own.iter().any(|words| small.contains(words))
        && signed.iter().any(|words| small.contains(words))
        && !others.iter().any(|words| small.contains(words))
}

/// Whether a line tells of the report's author that they write views: "Anna Berg is a columnist for the Post".
fn is_writer(document: &Document, line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let small = line.get(..NOTE).unwrap_or(line).to_ascii_lowercase();
    let Some((name, what)) = small.split_once(" is a") else { return false };
    let what = what.split(['.', ';']).next().unwrap_or_default();
    let writes = what.contains("columnist")
        || [
            "n opinion ",
            " contributor to",
            " contributing opinion",
            "n op-ed ",
            "n editorial writer",
            "n editorial page",
        ]
        .iter()
        .any(|words| what.starts_with(words));
    let known = document.authors.iter().any(|author| {
        let author = author.to_ascii_lowercase();
        author.split(' ').next_back().is_some_and(|last| name.split(' ').any(|word| word.trim_end_matches(',') == last))
    });
    // Where nobody knows who wrote it, a line of its own tells.
    let alone = document.authors.is_empty() && line.len() < NOTE && name.split(' ').count() <= 4;
    writes && line.starts_with(char::is_uppercase) && (known || alone)
}

/// Whether a sentence in a report of views says who its author is, and nothing of what it is about.
pub(crate) fn tells_of_author(document: &Document, sentence: &str) -> bool {
    let Some((name, what)) = sentence.split_once(" is ").filter(|_| document.is_opinion()) else { return false };
    let own = |author: &String| {
        let mut parts = author.split(' ');
        parts.next().is_some_and(|first| name.starts_with(first))
            && parts.next_back().is_some_and(|last| name.ends_with(last))
    };
    ["a ", "an ", "the "].iter().any(|article| what.starts_with(article)) && document.authors.iter().any(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_views_are_read() {
        for title in
            ["OPINION: Sell the pier", "Editorial | Sell the pier", "Sell the pier - Opinion", "Letters: The pier"]
        {
            assert!(is_titled(title), "{title}");
        }
        for title in
            ["Holm: Sell the pier", "LUND GETS LETTER OF CREDIT", "Opinion on the pier is split", "Lund - a town"]
        {
            assert!(!is_titled(title), "{title}");
        }
        assert!(is_filed("https://kolm.example/opinion/2031/03/pier") && is_filed("https://opinion.kolm.example/pier"));
        assert!(
            !is_filed("https://kolm.example/news/opinion") && !is_filed("https://kolm.example/news/pier?in=/opinion/")
        );
        assert!(is_disclaimer("The opinions expressed in this commentary are solely those of the author."));
        assert!(!is_disclaimer("The views expressed in the comments are not those of the Post."));
    }
}
