//! Corpora of any size for measuring: the reports of a few stories, told again under other names and numbers.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;

/// The reports of one story, by id.
struct Story {
    reports: Vec<(String, String)>,
    /// Words that stand for somebody or something, as far as capitals tell.
    names: BTreeSet<String>,
}

/// `count` reports as JSON lines: those of the folders in `topics` (one `.txt` a report), then the same stories again,
/// each time with every name and number changed to one made from a seed.
///
/// # Errors
/// There are no reports in `topics`.
pub(crate) fn corpus(topics: &Path, count: usize) -> Result<String> {
    let mut stories = Vec::new();
    for folder in entries(topics)?.into_iter().filter(|path| path.is_dir()) {
        stories.push(Story::read(&folder)?);
    }
    if stories.iter().all(|story| story.reports.is_empty()) {
        bail!("{}: no topics with *.txt in them", topics.display());
    }
    let mut lines = String::new();
    let copies = (0_u64..).flat_map(|copy| stories.iter().map(move |story| (copy, story)));
    let reports = copies.flat_map(|(copy, story)| story.reports.iter().map(move |report| (copy, story, report)));
    for (copy, story, (id, text)) in reports.take(count) {
        let text = if copy == 0 { text.clone() } else { story.retell(text, copy) };
        writeln!(lines, "{}", json!({ "id": format!("{copy:04}-{id}"), "text": text }))?;
    }
    Ok(lines)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = read.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

/// Words with capitals that are nobody's name.
const CALENDAR: &str = "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June \
                        July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec";

impl Story {
    fn read(folder: &Path) -> Result<Self> {
        let mut reports = Vec::new();
        for path in entries(folder)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "txt")) {
            let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            reports.push((id, std::fs::read_to_string(&path).with_context(|| path.display().to_string())?));
        }
        let mut names = BTreeSet::new();
        for word in reports.iter().flat_map(|(_, text)| text.lines()).flat_map(|line| words(line).skip(1)) {
            if word.starts_with(char::is_uppercase) && !CALENDAR.split_whitespace().any(|known| known == word) {
                names.insert(word.to_owned());
            }
        }
        // What also stands in lower case somewhere is a word at the head of a sentence.
        let lower: BTreeSet<&str> = reports.iter().flat_map(|(_, text)| words(text)).collect();
        names.retain(|name| !lower.contains(name.to_lowercase().as_str()));
        Ok(Self { reports, names })
    }

    /// The text with other names and numbers, the same for every report of a copy.
    fn retell(&self, text: &str, copy: u64) -> String {
        let mut told = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let same = |c: char| c.is_alphanumeric() == first.is_alphanumeric();
            let (piece, after) = rest.split_at(rest.find(|c| !same(c)).unwrap_or(rest.len()));
            rest = after;
            if self.names.contains(piece) {
                told.push_str(&name(seed(piece, copy)));
            } else if piece.len() < 4 && piece.bytes().all(|b| b.is_ascii_digit()) && !told.ends_with(',') {
                told.push_str(&number(piece, seed(piece, copy)));
            } else {
                told.push_str(piece);
            }
        }
        told
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// FNV-1a (64 bit) of a word and the number of the copy.
pub(crate) fn seed(word: &str, copy: u64) -> u64 {
    let bytes = word.bytes().chain(copy.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// A name of three syllables.
pub(crate) fn name(mut seed: u64) -> String {
    let mut name = String::new();
    for syllable in 0..3 {
        let mut pick = |from: &[u8]| {
            let letter = char::from(from[(seed % from.len() as u64) as usize]);
            seed /= from.len() as u64;
            letter
        };
        let consonant = pick(b"bdfgklmnprstvz");
        name.push(if syllable == 0 { consonant.to_ascii_uppercase() } else { consonant });
        name.push(pick(b"aeiou"));
    }
    name
}

/// A number of as many digits that a day or an hour can still have.
fn number(given: &str, seed: u64) -> String {
    match given.len() {
        1 => (2 + seed % 8).to_string(),
        2 => (10 + seed % 14).to_string(),
        _ => (100 + seed % 900).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_other_names_and_the_same_words() {
        let folder = tempfile::tempdir().expect("a folder");
        let topic = folder.path().join("fire");
        std::fs::create_dir(&topic).expect("a folder");
        std::fs::write(topic.join("a.txt"), "The mill in Astby burned.\nOn Monday Anna Berg lost 14 cows.")
            .expect("a file");
        let lines = corpus(folder.path(), 2).expect("a corpus");
        let texts: Vec<serde_json::Value> =
            lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(texts[0]["id"], "0000-a");
        assert_eq!(texts[1]["id"], "0001-a");
        let told = texts[1]["text"].as_str().expect("a text");
        assert!(told.starts_with("The mill in ") && told.contains("On Monday "), "{told}");
        assert!(!told.contains("Astby") && !told.contains("Berg") && told.contains(" cows"), "{told}");
        assert_eq!(lines, corpus(folder.path(), 2).expect("a corpus"));
    }
}
