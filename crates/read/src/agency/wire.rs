//! The wire formats of the teleprinter: IPTC 7901 and ANPA 1312. Both frame a text with control characters, and tell the day
//! behind it, where they tell it at all.

use super::named;
use crate::blocks::{self, Block};
use crate::found::{Fact, Format, Found, Source, names};
use crate::words;
use crate::{dates, decode};
use model::When;

const SOH: char = '\u{1}';
const STX: char = '\u{2}';
const ETX: char = '\u{3}';

/// The messages of IPTC 7901: header, slug, headline, text, and what is for editors alone.
pub(crate) fn iptc7901(bytes: &[u8]) -> Vec<(String, Found)> {
    let text = decode::text(bytes, None).text;
    placed(text.split(SOH).filter(|message| message.contains(STX)).map(iptc_message).collect())
}

fn placed(found: Vec<Found>) -> Vec<(String, Found)> {
    let many = found.len();
    let place = |at: usize| if many == 1 { String::new() } else { format!("message {} of {many}", at + 1) };
    found.into_iter().enumerate().map(|(at, found)| (place(at), found)).collect()
}

fn iptc_message(message: &str) -> Found {
    let (head, rest) = message.split_once(STX).unwrap_or((message, ""));
    let (body, after) = rest.split_once(ETX).unwrap_or((rest, ""));
    let mut found = Found::new(Format::Iptc7901, "");
    found.published = iptc_day(after);
    let mut lines: Vec<&str> = body.lines().collect();
    // A headline ends with an equals sign, and may run over lines.
    let ends = lines.iter().take(6).position(|line| line.trim_end().ends_with('='));
    if let Some(end) = ends {
        // What it is filed under may stand above, in words with slashes.
        let title: Vec<&str> = lines[..=end]
            .iter()
            .map(|line| line.trim())
            .filter(|line| !line.is_empty() && !line.ends_with('/'))
            .collect();
        found.title = title_of(title.join(" ").trim_end_matches(['=', ' ']));
        lines.drain(..=end);
    }
    let end = lines.iter().position(|line| is_for_editors(line)).unwrap_or(lines.len());
    let mut blocks = blocks::of_lines(&lines[..end].join("\n"));
    bylines(&mut found, &mut blocks);
    if found.title.is_none() {
        let slug = head.lines().skip(1).map(str::trim).find(|line| !line.is_empty());
        found.title = slug.and_then(|slug| title_of(slug.trim_end_matches('/')));
    }
    found.text = blocks::text(&blocks);
    named(found)
}

/// The day behind a message of IPTC 7901: day and time, zone, month, year, as in `041137 GMT Mar 31`.
fn iptc_day(after: &str) -> Option<Fact<When>> {
    let words: Vec<&str> = after.split_whitespace().take(6).collect();
    let at = words.iter().position(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()))?;
    let day = words[at].get(..2)?;
    // The zone may be left out.
    let months = [at + 1, at + 2];
    months.iter().find_map(|&at| {
        let (month, year) = (words.get(at)?, words.get(at + 1)?);
        let year = year.trim_end_matches(|c: char| !c.is_ascii_digit());
        let when = dates::day(&format!("{day} {month} {year}")).filter(|when| when.grain == model::Grain::Day)?;
        (year.len() == 2 || year.len() == 4).then(|| Fact::field("end of the message", when))
    })
}

/// The day behind a message of ANPA 1312: month, day, year and time, as in `CA-WF-03-04-31 0337GMT`.
fn anpa_day(message: &str) -> Option<Fact<When>> {
    let line = message.lines().rev().find(|line| line.chars().any(char::is_alphanumeric))?;
    let line = line.trim_matches(|c: char| c.is_control() || c.is_whitespace() || c == '<');
    let (head, time) = line.rsplit_once(' ')?;
    let timed = time.len() >= 4 && time.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let mut parts = head.rsplit('-');
    let (year, day, month) = (parts.next()?, parts.next()?, parts.next()?);
    let two = [year, day, month].iter().all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let when = dates::day(&format!("{day}.{month}.{year}")).filter(|_| timed && two)?;
    Some(Fact::field("end of the message", when))
}

fn title_of(title: &str) -> Option<Fact<String>> {
    let title = words::one_line(title);
    (!title.is_empty()).then_some(Fact { value: title, source: Source::Text })
}

/// Where agencies begin what is not for print.
fn is_for_editors(line: &str) -> bool {
    let line = line.trim();
    let lower = line.to_lowercase();
    line.starts_with("# ") && lower.contains("notebook")
        || line.starts_with("* * *")
        || lower.contains("not for publication")
        || lower.contains("nicht zur veröffentlichung")
        || line == "#"
        || lower.starts_with("editors:")
        || lower.starts_with("notizblock")
        || lower.starts_with("# notizblock")
}

/// Bylines before the text.
fn bylines(found: &mut Found, blocks: &mut Vec<Block>) {
    let mut authors = Vec::new();
    while let Some(first) = blocks.first() {
        let line = words::one_line(&first.text);
        let is_by = ["by ", "von ", "par ", "por "].iter().any(|lead| words::begins(&line, lead))
            && line.split_whitespace().count() <= 14;
        let is_end = line.ends_with('=') && line.split_whitespace().count() <= 14;
        if !is_by && !is_end {
            break;
        }
        let line = line.trim_end_matches(['=', ',', ' ']);
        authors.extend(words::authors(line));
        blocks.remove(0);
    }
    found.authors = found.authors.take().or_else(|| names("byline", authors));
}

/// The messages of ANPA 1312.
pub(crate) fn anpa(bytes: &[u8]) -> Vec<(String, Found)> {
    let text = decode::text(bytes, None).text;
    placed(text.split(SOH).filter(|message| message.contains(STX)).map(anpa_message).collect())
}

fn anpa_message(message: &str) -> Found {
    let (_, rest) = message.split_once(STX).unwrap_or(("", message));
    let (body, after) = rest.split_once(ETX).unwrap_or((rest, ""));
    let mut found = Found::new(Format::Anpa, "");
    found.published = anpa_day(after);
    let mut authors = Vec::new();
    let mut blocks = Vec::new();
    let mut first = true;
    for line in body.lines() {
        let line = line.trim_matches(|c: char| c.is_control() || c == ' ');
        // Lines between ^ and < are set apart: the slug, the headline, notes for editors, the summary.
        if let Some(apart) = line.strip_prefix('^') {
            let ends = apart.trim_end().ends_with('=');
            let apart = apart.trim_end_matches(['<', '=', ' ']).trim();
            if std::mem::take(&mut first) || apart.is_empty() {
                continue;
            }
            if words::begins(apart, "by ") {
                authors.extend(words::authors(apart));
            } else if !ends && found.title.is_none() && !is_note(apart) && blocks.is_empty() {
                found.title = title_of(apart);
            }
            continue;
        }
        // A rule is drawn with strokes.
        if line.bytes().all(|byte| byte == b'_') {
            continue;
        }
        // The wire has no dash and doubles its quotation marks.
        let line = line.replace(" _ ", " — ").replace("``", "“").replace("''", "”");
        blocks.extend(Block::new(blocks::Kind::Paragraph, &line));
    }
    found.authors = names("byline", authors);
    found.text = blocks::text(&blocks);
    named(found)
}

fn is_note(line: &str) -> bool {
    [
        "eds:",
        "eds.",
        "ap photo",
        "photos",
        "with ap",
        "updates",
        "adds",
        "see ",
        "editors",
        "for release",
        "embargo",
        "hold for",
    ]
    .iter()
    .any(|note| words::begins(line, note))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iptc_7901() {
        let wire = b"\x01cav012 4 i 60 coast   ca 012\r\n\r\nharbour/accident/\r\n\x02Crane falls onto the new pier =\r\n\r\nBy Anna Berg, ca =\r\n\r\n   Port Alma (ca) - A crane fell onto the new pier on Monday, the\r\nharbour office said. Nobody was hurt, it said in a statement that\r\nwas sent in the evening.\r\n\r\n# ca NOTEBOOK\r\n\r\nTel: 555\r\n\x03041137 GMT Mar 31\r\n";
        let found = iptc7901(wire);
        let one = &found[0].1;
        assert_eq!(one.title.as_ref().map(|f| f.value.as_str()), Some("Crane falls onto the new pier"));
        assert_eq!(one.outlet.as_ref().map(|f| f.value.as_str()), Some("ca"));
        assert_eq!(one.authors.as_ref().map(|f| f.value.clone()), Some(vec!["Anna Berg".to_owned()]));
        assert!(
            one.text.starts_with("Port Alma (ca) - A crane fell") && one.text.ends_with("evening."),
            "{}",
            one.text
        );
        assert_eq!(one.published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(iptc_day("041137 GMT Mar 4"), None, "no year");
        assert_eq!(iptc_day("see page 041137"), None);
    }

    #[test]
    fn anpa_1312() {
        let wire = b"\x16\x16\x01z6715\x1f_-----\r\nr z\x13\x11 BC-Crane 03-04 0050\r\n\x02^BC-Crane,50<\r\n^Crane falls onto the new pier<\r\n^Eds: Updates.<\r\n^By ANNA BERG=\r\n^CA Writer=\r\n\t   PORT ALMA (CA) _ A crane fell onto the new pier on Monday.\r\n\t   Nobody _ so it seems _ was hurt.\r\n\x03CA-WF-03-04-31 0337GMT<\r\n";
        let found = anpa(wire);
        let one = &found[0].1;
        assert_eq!(one.title.as_ref().map(|f| f.value.as_str()), Some("Crane falls onto the new pier"));
        assert_eq!(one.outlet.as_ref().map(|f| f.value.as_str()), Some("CA"));
        assert_eq!(one.published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
        assert_eq!(
            one.text,
            "PORT ALMA (CA) — A crane fell onto the new pier on Monday.\n\nNobody — so it seems — was hurt."
        );
    }
}
