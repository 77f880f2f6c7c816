//! Mail and mailboxes: each message a report, attachments read in their turn.

use mailparse::{MailHeaderMap, ParsedMail};

use super::is_header;
use super::letter;
use crate::found::{Format, Found, day, fact, names};
use crate::page::{self, flatten};
use crate::reader::Reader;
use crate::trouble::Unread;
use crate::{broken, words};

/// The most parts of a message that are looked at.
const PARTS: usize = 1_000;

/// Reads one message.
pub(crate) fn message(reader: &mut Reader, name: &str, bytes: &[u8]) -> Result<(), Unread> {
    let found = one(reader, name, bytes)?;
    reader.take(name, Ok(vec![(String::new(), found)]));
    Ok(())
}

/// Reads all messages of a mailbox.
pub(crate) fn mailbox(reader: &mut Reader, name: &str, bytes: &[u8]) -> Result<(), Unread> {
    let starts = starts(bytes);
    let many = starts.len();
    let mut parts = Vec::new();
    for (at, &start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(bytes.len());
        let body = words::find(bytes, b"\n", start).map_or(end, |line| line + 1).min(end);
        let place = format!("message {} of {many}", at + 1);
        match one(reader, &format!("{name}!message {}", at + 1), &unescaped(&bytes[body..end])) {
            Ok(found) => parts.push((place, found)),
            Err(unread) => reader.trouble(&format!("{name}, {place}"), unread),
        }
    }
    reader.take(name, Ok(parts));
    Ok(())
}

/// Where messages begin: lines of `From `, after an empty line and before a header.
fn starts(bytes: &[u8]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(found) = words::find(bytes, b"From ", at) {
        at = found + 5;
        let free = found == 0
            || bytes[..found].ends_with(b"\n\n")
            || bytes[..found].ends_with(b"\n\r\n")
            || starts.is_empty() && bytes[..found].iter().all(u8::is_ascii_whitespace);
        if !free {
            continue;
        }
        let Some(line) = words::find(bytes, b"\n", at) else { break };
        let next = &bytes[line + 1..bytes.len().min(line + 200)];
        let next = String::from_utf8_lossy(next.split(|&byte| byte == b'\n').next().unwrap_or_default()).into_owned();
        if is_header(next.trim_end()) {
            starts.push(found);
        }
    }
    starts
}

/// `>From ` at the beginning of a line stands for `From `.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let quoted = line.iter().take_while(|&&byte| byte == b'>').count();
        let escaped = quoted == 1 && line[1..].starts_with(b"From ");
        out.extend_from_slice(if escaped { &line[1..] } else { line });
    }
    out
}

fn one(reader: &mut Reader, name: &str, bytes: &[u8]) -> Result<Found, Unread> {
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    let bytes = &bytes[start..];
    // The library goes down into parts within parts: not without end.
    let nested = bytes.windows(10).filter(|window| window.eq_ignore_ascii_case(b"multipart/")).count();
    if nested > 200 {
        return Err(Unread::TooMuch("nests its parts without end".to_owned()));
    }
    let parsed = crate::guard::caught(|| mailparse::parse_mail(bytes)).ok_or(Unread::Failed("mail"))?;
    let mail = parsed.map_err(|error| broken::mail("mail", &error))?;
    let mut found = Found::new(Format::Mail, "");
    head(&mut found, &mail);
    let (mut plain, mut html) = (String::new(), String::new());
    let mut rest = vec![&mail];
    let mut many = 0;
    while let Some(part) = rest.pop() {
        many += 1;
        if many > PARTS {
            return Err(Unread::TooMuch(format!("has more than {PARTS} parts")));
        }
        if !part.subparts.is_empty() {
            rest.extend(part.subparts.iter().rev());
            continue;
        }
        let kind = part.ctype.mimetype.to_lowercase();
        let attached = part.get_content_disposition();
        let file = attached.params.get("filename").or_else(|| part.ctype.params.get("name")).cloned();
        let apart = attached.disposition == mailparse::DispositionType::Attachment;
        match kind.as_str() {
            "text/plain" if !apart => plain.push_str(&body(part)),
            "text/html" if !apart => html.push_str(&body(part)),
            kind if kind.starts_with("image/")
                || kind.starts_with("multipart/")
                || kind == "application/pgp-signature"
                || kind == "application/pkcs7-signature" => {}
            "message/rfc822" => {
                let bytes = part.get_body_raw().unwrap_or_default();
                reader.file(&format!("{name}!forwarded.eml"), &bytes);
            }
            _ => {
                let bytes = part.get_body_raw().unwrap_or_default();
                let file = file.unwrap_or_else(|| "attachment".to_owned()).replace(['/', '\\', '!'], "_");
                reader.unpack(bytes.len() as u64, bytes.len() as u64)?;
                reader.file(&format!("{name}!{file}"), &bytes);
            }
        }
    }
    let passed_on = mail.headers.get_first_value("Subject").is_some_and(|subject| letter::is_passed_on(&subject));
    let (text, note) = letter::own_words(&plain, passed_on);
    let plain = text.split_whitespace().count();
    let whole = |html: &str| flatten::text(html).split_whitespace().count();
    // Programs put a line for those who see no HTML beside a letter that only has it.
    if plain >= 3 && (plain >= 60 || html.len() < 200 || whole(&html) < 3 * plain + 30) || html.is_empty() {
        found.text = text;
        found.notes.extend(note);
    } else {
        // A newsletter is a page; a letter in HTML is all its words.
        page::check(&html)?;
        let (own, quoted) = if passed_on { (html.clone(), false) } else { letter::without_quotes(&html) };
        let page = page::read(&own, None);
        let all = flatten::text(&own);
        found.text = if page.words() * 2 >= all.split_whitespace().count() || page.words() > 150 {
            page.text
        } else {
            let (text, note) = letter::own_words(&all, passed_on);
            found.notes.extend(note);
            text
        };
        if quoted && found.notes.is_empty() {
            found.notes.push("quoted letters are left out".to_owned());
        }
    }
    Ok(found)
}

/// A part's text in whatever character set.
fn body(part: &ParsedMail<'_>) -> String {
    let raw = part.get_body_raw().unwrap_or_default();
    let mut text = crate::decode::text(&raw, Some(&part.ctype.charset)).text;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.replace("\r\n", "\n")
}

fn head(found: &mut Found, mail: &ParsedMail<'_>) {
    let header = |name: &str| {
        mail.headers.get_first_value(name).map(|value| words::one_line(&value)).filter(|value| !value.is_empty())
    };
    found.title = fact("Subject", header("Subject").map(|subject| letter::subject(&subject)));
    found.published = day("Date", header("Date").as_deref());
    let from = header("From").map(|from| sender(&from));
    let list = header("List-Id").map(|list| {
        let phrase = list.split('<').next().unwrap_or_default().trim().trim_matches('"').to_owned();
        if phrase.is_empty() { list.trim_matches(['<', '>']).to_owned() } else { phrase }
    });
    // Who sends to many is an outlet, who writes to a few an author.
    let to_many = header("List-Unsubscribe").is_some() && list.is_none();
    if to_many {
        found.outlet = fact("From", from);
    } else {
        found.authors = names("From", from.into_iter().collect());
        found.outlet = fact("List-Id", list);
    }
    found.language =
        header("Content-Language").and_then(|tag| tag.split(',').next().map(|tag| tag.trim().to_lowercase()));
}

/// A sender's name; the address where there is none. `Berg, Anna` is written as it is said.
fn sender(from: &str) -> String {
    let name = from.split('<').next().unwrap_or_default().trim().trim_matches(['"', '\'']).trim();
    if name.is_empty() {
        return from.trim_matches(['<', '>']).to_owned();
    }
    let part = |part: &str| {
        let part = part.trim();
        (1..=2).contains(&part.split_whitespace().count())
            && part.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'))
            && !matches!(
                part.to_lowercase().trim_end_matches('.'),
                "inc" | "ltd" | "llc" | "gmbh" | "ag" | "plc" | "co" | "jr" | "sr" | "phd"
            )
    };
    match name.split_once(',') {
        Some((family, given)) if part(family) && part(given) => format!("{} {}", given.trim(), family.trim()),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::reader::read;

    #[test]
    fn a_letter_with_an_attachment() {
        let mail = "From: Anna Berg <anna@courier.example>\r\nTo: desk@courier.example\r\nSubject: Re: The crane\r\nDate: Tue, 4 Mar 2031 10:00:00 \
                    +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\
                    \r\nThe crane fell at noon.\r\n\r\nOn Monday, Ole wrote:\r\n> What fell?\r\n-- \r\nAnna\r\n--b\r\nContent-Type: text/plain; \
                    name=\"note.txt\"\r\nContent-Disposition: attachment; filename=\"note.txt\"\r\n\r\nThe office said the pier was \
                    closed.\r\n--b--\r\n";
        let reading = read("a.eml", mail.as_bytes());
        let texts: Vec<(&str, &str)> =
            reading.found.iter().map(|f| (f.places[0].file.as_str(), f.text.as_str())).collect();
        assert_eq!(
            texts,
            [("a.eml!note.txt", "The office said the pier was closed."), ("a.eml", "The crane fell at noon.")]
        );
        let letter = &reading.found[1];
        assert_eq!(letter.title.as_ref().map(|f| f.value.as_str()), Some("The crane"));
        assert_eq!(letter.published.as_ref().map(|f| f.value.edtf.as_str()), Some("2031-03-04"));
    }

    fn letter(head: &str, parts: &[(&str, &str)]) -> crate::Found {
        let body: String =
            parts.iter().map(|(kind, text)| format!("--b\nContent-Type: {kind}; charset=utf-8\n\n{text}\n")).collect();
        let mail = format!(
            "To: desk@lamp.example\nDate: Tue, 4 Mar 2031 10:00:00 +0100\nMIME-Version: 1.0\n{head}\nContent-Type: multipart/alternative; boundary=b\n\n{body}--b--\n"
        );
        read("a.eml", mail.as_bytes()).found.remove(0)
    }

    #[test]
    fn a_line_for_those_who_see_no_html_is_not_the_letter() {
        let words = "The crane of Port Alma fell onto the new pier on Monday, the harbour office said. ".repeat(6);
        let stub = "View this letter in your browser: https://lamp.example/v/1";
        let html = format!("<html><body><h1>The crane</h1><p>{words}</p><p>{words}</p></body></html>");
        let found = letter(
            "From: The Lamp <news@lamp.example>\nSubject: The crane",
            &[("text/plain", stub), ("text/html", &html)],
        );
        assert!(found.text.contains("harbour office said") && !found.text.contains("browser"), "{found:?}");
    }

    #[test]
    fn a_letter_in_html_without_what_it_quotes() {
        let html = "<p>The crane had no brake, two sailors told me.</p><div>On Monday, Ole Dahl wrote:<blockquote type='cite'><p>Did it have \
                    <blockquote>a good</blockquote> brake?</p></blockquote></div><p>Ask them yourself.</p>";
        let found = letter("From: \"Berg, Anna\" <a@lamp.example>\nSubject: AW: The crane", &[("text/html", html)]);
        assert_eq!(found.text, "The crane had no brake, two sailors told me.\n\nAsk them yourself.");
        assert_eq!(found.authors.map(|authors| authors.value), Some(vec!["Anna Berg".to_owned()]));
        assert!(found.notes.iter().any(|note| note.contains("quoted letters")));
    }

    #[test]
    fn a_mailbox() {
        let one = |n: u32| {
            format!(
                "From x@y Mon Mar  3 10:00:00 2031\nFrom: Ole Dahl <ole@y>\nSubject: Crane {n}\nTo: all@y\n\nIt fell again, for the time {n}.\n>From now on it is closed.\n\n"
            )
        };
        let reading = read("a.mbox", format!("{}{}", one(1), one(2)).as_bytes());
        assert_eq!(reading.found.len(), 2, "{reading:?}");
        assert!(reading.found[1].text.ends_with("From now on it is closed."));
        assert_eq!(reading.found[1].places[0].place, "message 2 of 2");
    }

    #[test]
    fn a_mail_that_holds_itself() {
        let mut mail = "From: a@b\nTo: c@d\nSubject: x\n\ninnermost words of all\n".to_owned();
        for _ in 0..40 {
            mail = format!("From: a@b\nTo: c@d\nSubject: x\nContent-Type: message/rfc822\n\n{mail}");
        }
        let reading = read("a.eml", mail.as_bytes());
        assert!(reading.troubles.iter().any(|trouble| trouble.what.contains("too deep")), "{reading:?}");
    }
}
