//! Factiva as a page, RTF or text: a head of short lines, or of fields with codes (`HD`, `SN`, `PD`), the text, and a line
//! with the number of the document.

use super::head::{filled, is_copyright, is_length, language, outlet};
use crate::blocks::{self, Block, Kind};
use crate::found::{Fact, Format, Found, fact, names};
use crate::{dates, words};

/// The articles of such an export.
pub(crate) fn articles(blocks: &[Block]) -> Option<Vec<Found>> {
    let lines: Vec<&Block> = filled(blocks).collect();
    let mut found = Vec::new();
    let mut start = 0;
    for end in (0..lines.len()).filter(|&at| is_end(&lines[at].text)) {
        found.extend(coded(&lines[start..end]).or_else(|| plain(&lines[start..end])));
        start = end + 1;
    }
    (!found.is_empty()).then_some(found)
}

/// `Document IINM000020310304edbd0000d`, alone or after `AN`.
pub(super) fn is_end(line: &str) -> bool {
    let line = line.trim();
    let line = line.strip_prefix("AN\t").unwrap_or(line).trim();
    let Some((word, number)) = line.split_once(' ') else { return false };
    matches!(word, "Document" | "Dokument" | "Documento" | "Документ")
        && (16..=40).contains(&number.len())
        && number.chars().all(|c| c.is_ascii_alphanumeric())
        && number.chars().filter(char::is_ascii_digit).count() >= 8
}

/// A head of fields with codes.
fn coded(lines: &[&Block]) -> Option<Found> {
    let mut found = Found::new(Format::Factiva, "");
    let mut body: Vec<Block> = Vec::new();
    let mut code = String::new();

    for line in lines {
        let given = line.text.split_once('\t').filter(|(code, _)| is_code(code));
        let value = match given {
            Some((new, value)) => {
                code = new.trim().to_owned();
                value
            }
            None => line.text.as_str(),
        };
        match code.as_str() {
            "HD" if given.is_some() => found.title = fact("HD", Some(value.replace('\n', " "))),
            "BY" => found.authors = found.authors.take().or_else(|| names("BY", words::authors(value))),
            "PD" => found.published = dates::day(value).map(|when| Fact::field("PD", when)),
            "SN" => found.outlet = fact("SN", Some(outlet(value))),
            "LA" => found.language = language(value),
            "LP" | "TD" => {
                let kind = if line.kind == Kind::Row { Kind::Paragraph } else { line.kind };
                body.extend(Block::new(kind, value));
            }
            _ => {}
        }
    }
    found.text = blocks::text(&body);
    (found.title.is_some() && (found.published.is_some() || found.outlet.is_some())).then_some(found)
}

fn is_code(code: &str) -> bool {
    let code = code.trim();
    (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A head of short lines: section, headline, byline, number of words, day, outlet, code, pages, language, rights.
fn plain(lines: &[&Block]) -> Option<Found> {
    let length = lines.iter().take(40).position(|line| is_length(&line.text))?;
    let day = (length + 1..(length + 4).min(lines.len())).find(|&at| dates::only(&lines[at].text).is_some())?;
    let mut found = Found::new(Format::Factiva, "");
    found.published = dates::only(&lines[day].text).map(|when| Fact::field("day in the head", when));
    let mut after = day + 1;
    // A time of day may follow before the outlet.
    if lines.get(after).is_some_and(|line| is_time(&line.text)) {
        after += 1;
    }
    found.outlet = lines.get(after).and_then(|line| fact("outlet in the head", Some(outlet(&line.text))));
    // Before the number of words: a byline, and the headline above it; a section may stand above that.
    let mut head: Vec<&Block> = lines[length.saturating_sub(4)..length].to_vec();
    if head.len() > 1
        && let Some(last) = head.last()
        && last.text.split_whitespace().count() <= 12
        && last.kind != Kind::Heading
    {
        let authors = words::authors(&last.text);
        let byline = words::begins(&last.text, "by ")
            || (!authors.is_empty() && !is_section(&head) && looks_byline(&last.text, &authors));
        if byline {
            found.authors = names("byline in the head", authors);
            head.pop();
        }
    }
    found.title = head.last().and_then(|line| fact("headline", Some(line.text.replace('\n', " "))));
    let mut at = after + 1;
    let limit = (after + 10).min(lines.len());
    let mut body = after + 1;
    while at < limit {
        let text = &lines[at].text;
        if let Some(tag) = language(text).filter(|_| text.split_whitespace().count() <= 2) {
            found.language = Some(tag);
            body = at + 1;
        } else if is_copyright(text) {
            body = at + 1;
            break;
        }
        at += 1;
    }
    let mut text: Vec<Block> = lines[body.min(lines.len())..].iter().map(|line| (*line).clone()).collect();
    // Before the number of the document, the publisher once more: the words of the notice of rights.
    let notice: String = lines[..body.min(lines.len())]
        .iter()
        .filter(|line| is_copyright(&line.text))
        .map(|line| line.text.to_lowercase())
        .collect();
    if let Some(last) = text.last() {
        let words: Vec<String> = last.text.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let known =
            words.iter().filter(|word| notice.contains(word.trim_end_matches("imited").trim_end_matches('.'))).count();
        if text.len() > 1 && words.len() <= 8 && known == words.len() {
            text.pop();
        }
    }
    found.text = blocks::text(&text);
    Some(found)
}

/// `06:15`, `06:15 GMT`.
fn is_time(line: &str) -> bool {
    line.len() <= 16 && line.contains(':') && line.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether nothing but one word, the name of a section, stands above the last line: then that is the headline.
fn is_section(head: &[&Block]) -> bool {
    matches!(head, [section, _] if section.text.split_whitespace().count() == 1)
}

/// A line of names and nothing else.
fn looks_byline(line: &str, authors: &[String]) -> bool {
    let named: usize = authors.iter().map(|name| name.split_whitespace().count()).sum();
    // A name is written with capitals, but for its particles; a headline mostly is not.
    let capital = |word: &str| {
        word.chars().next().is_some_and(|c| !c.is_lowercase())
            || matches!(word, "de" | "da" | "di" | "del" | "van" | "von" | "der" | "den" | "la" | "le" | "bin" | "al")
    };
    named + 2 >= line.split_whitespace().count()
        && authors.iter().flat_map(|name| name.split_whitespace()).all(capital)
        && authors.iter().all(|name| (2..=4).contains(&name.split_whitespace().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(fact: &Option<Fact<String>>) -> &str {
        fact.as_ref().map_or("", |fact| fact.value.as_str())
    }

    #[test]
    fn heads_of_lines_and_of_codes() {
        let export = "News\n\nCrane falls at the pier\n\nBy Anna Berg\n\n808 words\n\n4 March 2031\n\nThe Courier\n\nCOUR\n\n13\n\nEnglish\n\n\
                      (c) 2031 Courier Ltd\n\nA crane fell.\n\nNobody was hurt.\n\nDocument COUR000020310304edbd0000d";
        let found = articles(&blocks::of_lines(export)).expect("an export");
        let [one] = &found[..] else { panic!("one") };
        assert_eq!((value(&one.title), value(&one.outlet)), ("Crane falls at the pier", "The Courier"));
        assert_eq!(one.text, "A crane fell.\n\nNobody was hurt.");
        assert_eq!(one.language.as_deref(), Some("en"));

        let bare = "Business\n\nCrane falls\n\n60 words\n\n4 March 2031\n\nThe Courier\n\nEnglish\n\n(c) 2031 Courier\n\nIt fell.\n\nDocument \
                    COUR000020310304edbd0000d";
        let found = articles(&blocks::of_lines(bare)).expect("an export");
        assert_eq!((value(&found[0].title), found[0].authors.is_none()), ("Crane falls", true));

        let page = "<table><tr><td>HD</td><td>Crane falls</td></tr><tr><td>PD</td><td>4 March 2031</td></tr><tr><td>SN</td><td>The \
                    Courier</td></tr><tr><td><p>LP</p></td><td><p>A crane fell.</p><p>Nobody was hurt.</p></td></tr><tr><td>NS</td><td>\
                    x</td></tr><tr><td>AN</td><td>Document COUR000020310304edbd0000d</td></tr></table>";
        let found = articles(&crate::page::flatten::blocks(page)).expect("an export");
        assert_eq!((value(&found[0].title), value(&found[0].outlet)), ("Crane falls", "The Courier"));
        assert_eq!(found[0].text, "A crane fell.\n\nNobody was hurt.");
    }
}
