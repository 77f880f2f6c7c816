//! PDF: paragraphs in reading order, out of where letters are drawn.

mod glyphs;
mod layout;
mod paragraphs;
mod printed;
mod running;

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::blocks::{self, Block, Kind};
use crate::found::{Fact, Format, Found, Source, fact, names};
use crate::page::outlet_of;
use crate::reader::Parts;
use crate::trouble::Unread;
use crate::{archive, dates, day_lines, guard, limits, words};

/// The report, or the articles of an export, that a PDF is.
///
/// # Errors
/// It is broken, locked, or holds pictures only.
pub(crate) fn read(bytes: &[u8]) -> Parts {
    let broken = |why: &str| Unread::Broken("PDF", why.to_owned());
    let loaded = guard::caught(|| Pdf::new(bytes.to_vec())).ok_or(Unread::Failed("PDF"))?;
    let pdf = loaded.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Unread::Locked
        }
        LoadPdfError::Decryption(_) => broken("what it is locked by is damaged"),
        LoadPdfError::Invalid => broken("its list of pages is missing or damaged, as if it had not come whole"),
    })?;
    let mut pages = Vec::new();
    let mut failed = 0usize;
    let many = pdf.pages().len();
    if many == 0 {
        return Err(broken("it has no pages"));
    }
    for page in pdf.pages().iter().take(limits::PAGES) {
        match guard::caught(|| glyphs::of(page, pdf.xref())) {
            Some(Some(glyphs)) => pages.push(layout::lines(glyphs)),
            Some(None) => return Err(Unread::TooMuch("draws more letters than a report has".to_owned())),
            None => failed += 1,
        }
    }
    if pages.iter().all(Vec::is_empty) {
        return Err(if failed > 0 { Unread::Failed("PDF") } else { Unread::Pictures });
    }
    let address = printed::taken(&mut pages);
    let heads = running::heads(&mut pages);
    let mut blocks = paragraphs::blocks(&pages);
    if let Some(parts) = archive::articles(&blocks) {
        return Ok(parts);
    }
    let mut found = Found::new(Format::Pdf, "");
    let meta = pdf.metadata();
    let said = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(string).filter(|text| !text.trim().is_empty());
    title(&mut found, &mut blocks, said(&meta.title), paragraphs::title(&pages));
    let head: Vec<&Block> = blocks.iter().filter(|block| block.kind != Kind::Break).take(12).collect();
    found.published = head
        .iter()
        .filter(|block| block.text.split_whitespace().count() <= 14)
        .flat_map(|block| block.text.lines())
        .find_map(|line| day_lines::told(line).map(|value| Fact { value, source: Source::Text }));
    if let Some((name, when)) = heads.iter().find_map(|head| running::paper(head)) {
        found.outlet = fact("running head", name);
        found.published = found.published.take().or(Some(Fact::field("running head", when)));
    }
    // A day that stands beside other words, with a gap between; of many days, as a table has them, none is the report's.
    let apart = || {
        let parts =
            pages.first()?.iter().flat_map(|line| &line.parts).filter(|part| part.split_whitespace().count() <= 6);
        let mut days = parts.filter_map(|part| day_lines::told(part));
        let first = days.next()?;
        days.all(|day| day == first).then_some(first)
    };
    found.published = found.published.take().or_else(|| apart().map(|value| Fact { value, source: Source::Text }));
    let made = meta.creation_date.as_ref().and_then(|date| {
        model::Day::new(i32::from(date.year), u32::from(date.month), u32::from(date.day)).map(model::When::day)
    });
    if let (None, Some(made)) = (&found.published, made) {
        // The day on which a file was made is the report's only where the report says so too.
        let agrees = blocks.iter().take(60).filter_map(|block| dates::day(&block.text)).any(|when| when == made);
        if agrees {
            found.published = Some(Fact::field("CreationDate, and its text", made));
        } else {
            found.notes.push(format!("made on {}, which need not be the day of the report", made.edtf));
        }
    }
    if let Some(address) = address {
        found.outlet = found.outlet.take().or_else(|| outlet_of(&address));
        let day = || dates::in_address(&address).map(|value| Fact { value, source: Source::Address });
        found.published = found.published.take().or_else(day);
        found.url = fact("address that was printed", Some(address));
    }
    if let Some(author) = said(&meta.author) {
        let text: String =
            blocks.iter().take(30).map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ").to_lowercase();
        let list: Vec<String> = words::authors(&author)
            .into_iter()
            .filter(|name| name.contains(' ') && text.contains(&name.to_lowercase()))
            .collect();
        found.authors = names("Author, and its text", list);
    }
    if failed > 0 {
        found.notes.push(format!("{failed} of {many} pages could not be read"));
    }
    if many > limits::PAGES {
        found.notes.push(format!("only the first {} of {many} pages are read", limits::PAGES));
    }
    found.text = blocks::text(&blocks);
    Ok(vec![(String::new(), found)])
}

/// The title: what the properties say where the first page says it too, else the largest line of the first page.
fn title(found: &mut Found, blocks: &mut Vec<Block>, said: Option<String>, drawn: Option<String>) {
    let key =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let head: String = blocks.iter().take(30).map(|block| key(&block.text)).collect();
    // What is drawn large may say more than the properties: "Crane falls" of "Crane falls at the pier".
    let more = drawn.as_deref().map(key).unwrap_or_default();
    let said = said.filter(|said| key(said).len() >= 8 && head.contains(&key(said)));
    if let Some(said) = said.filter(|said| more == key(said) || !more.contains(&key(said))) {
        if let Some(at) = blocks.iter().take(10).position(|block| key(&block.text) == key(&said)) {
            blocks.remove(at);
        }
        found.title = fact("Title, and its text", Some(said));
    } else if let Some(drawn) = drawn {
        let whole = key(&drawn);
        // It may have been drawn as several headings.
        let headings = || (0..blocks.len()).take(12).filter(|&at| blocks[at].kind == Kind::Heading);
        let run = headings().find_map(|from| {
            let mut so_far = String::new();
            let to = headings().filter(|&at| at >= from).find(|&at| {
                so_far += &key(&blocks[at].text);
                so_far.len() >= whole.len()
            })?;
            (so_far == whole && to - from < 5).then_some((from, to))
        });
        if let Some((from, to)) = run {
            let mut at = 0;
            blocks.retain(|block| {
                at += 1;
                !(from + 1..=to + 1).contains(&at) || block.kind != Kind::Heading
            });
        }
        found.title = Some(Fact { value: words::one_line(&drawn), source: Source::Text });
    }
}

/// A string of a PDF: UTF-16 or UTF-8 with a mark, else nearly Latin 1.
fn string(bytes: &[u8]) -> String {
    if bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xef\xbb\xbf") {
        return crate::decode::text(bytes, None).text;
    }
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}
