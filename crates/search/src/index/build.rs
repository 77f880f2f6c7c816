use model::cores::{Cores, OneCore, both, map};
use model::keep::{Keep, KeepNothing};

use super::collect::Collector;
use super::indexer::{Indexer, facets, outlets};
use super::related::related;
use crate::files::{
    Columns, Directory, FNV_START, FileKind, Item, LONGEST_TEXT, Layout, Lengths, List, PER_SLOT, PackError, Packer,
    Posting, ROWS, SLOT, TEXT_STARTS, Tail, Term, clip, crc32, encode_columns, encode_list, encode_suggestions,
    encode_terms, fill, fnv, seal, stem_of,
};
use crate::{Entry, Kind};

/// A file of the index, to be written as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with a digest of the index in it.
    pub name: String,
    /// Its bytes: packed already.
    pub bytes: Vec<u8>,
}

/// The files of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// Name of the file that a search begins with.
    pub entry: String,
    /// All files, the entry pack first.
    pub files: Vec<File>,
    /// Where the words lie; `None` where the entry pack is all there is.
    pub directory: Option<Directory>,
}

/// How an index is cut into files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Up to how many bytes of text an index is one file.
    pub whole: usize,
    /// The most leaves of the directory of words: each is read for itself, and its first word is in the entry pack.
    pub leaves: usize,
    /// The most files of leaves; they are read in parts, so few will do.
    pub term_files: usize,
    /// The most files of cards; they are read in parts as well.
    pub card_files: usize,
    /// How long a list of entries may be before its lighter part is put away, in entries.
    pub head: usize,
    /// How many words of its nearest passages a passage is found by besides its own.
    pub related: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { whole: 64 * 1024, leaves: 4_096, term_files: 160, card_files: 160, head: 768, related: 12 }
    }
}

/// How large a leaf is made while there may be more leaves, in bytes before packing.
const LEAF: usize = 4 * 1024;

/// Leaves that one core packs in one go.
const AT_A_TIME: usize = 32;

/// How large a leaf is to become where the lists can be cut.
const LEAF_MOST: usize = 28 * 1024;

/// How large a file of the rest of long lists grows, in bytes.
const TAIL_FILE: usize = 512 * 1024;

/// Makes the files of an index. Entries of one document that follow each other travel together; entries come best in the
/// order of publication.
///
/// # Errors
/// [`PackError::TooLong`] where a file would hold more than a browser is to unpack.
pub fn build(entries: Vec<Entry>, options: &Options) -> Result<Built, PackError> {
    build_on(&OneCore, &KeepNothing, entries, options)
}

/// As [`build`], with the cores that do the work and who keeps what was packed before; the files hang on neither.
///
/// # Errors
/// As [`build`].
pub fn build_on(
    cores: &dyn Cores,
    keep: &dyn Keep,
    entries: Vec<Entry>,
    options: &Options,
) -> Result<Built, PackError> {
    let entries: Vec<Entry> = entries.into_iter().flat_map(pieces).collect();
    let text: usize = entries.iter().map(|entry| entry.text.len() + 40).sum();
    if text <= options.whole {
        let layout = Layout {
            entries: entries.len() as u32,
            outlets: outlets(&entries),
            whole: Some(entries),
            ..Layout::default()
        };
        return named(layout, Vec::new(), &mut Packer::keeping(keep));
    }
    cut(cores, keep, entries, options)
}

/// An entry cut to size: several where its text is too long for one.
fn pieces(mut entry: Entry) -> Vec<Entry> {
    clip(&mut entry);
    if entry.text.len() <= LONGEST_TEXT {
        return vec![entry];
    }
    let whole = std::mem::take(&mut entry.text);
    let mut pieces = Vec::new();
    let (mut rest, mut passed) = (whole.as_str(), 0);
    while !rest.is_empty() {
        let text = &rest[..piece_end(rest)];
        let points = text.chars().count() as u32;
        let mut piece = Entry { text: text.to_owned(), ..entry.clone() };
        if let Some(span) = &mut piece.span {
            span.start += passed;
            span.end = span.start + points;
        }
        passed += points;
        rest = &rest[text.len()..];
        pieces.push(piece);
    }
    pieces
}

/// Where a text that is too long is best cut: after a sentence, else after a word.
fn piece_end(text: &str) -> usize {
    if text.len() <= LONGEST_TEXT {
        return text.len();
    }
    let most = (0..=LONGEST_TEXT).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let after = |at: Option<usize>, more: usize| at.map(|at| at + more).filter(|at| *at > most / 2);
    after(text[..most].rfind(". "), 2).or(after(text[..most].rfind(' '), 1)).unwrap_or(most)
}

/// Names the files by the digest of all of them.
fn named(mut layout: Layout, files: Files, packer: &mut Packer<'_>) -> Result<Built, PackError> {
    let mut hash = fnv(FNV_START, &layout.encode());
    for (_, _, bytes) in &files {
        hash = fnv(hash, bytes);
    }
    layout.digest = format!("{:010x}", hash >> 24);
    let entry = layout.entry_name();
    let mut all = vec![File { name: entry.clone(), bytes: seal(FileKind::Entry, &layout.encode(), packer)? }];
    for (letter, number, bytes) in files {
        let name = match letter {
            't' => layout.leaf_name(number),
            's' => layout.suggestion_part(number).file,
            'f' => layout.column_part(number).file,
            'p' => layout.tail_name(number),
            _ => layout.card_name(number),
        };
        all.push(File { name, bytes });
    }
    let directory = layout.whole.is_none().then(|| Directory::of(&layout));
    Ok(Built { entry, files: all, directory })
}

/// Files by letter and number, with their bytes.
type Files = Vec<(char, usize, Vec<u8>)>;

/// An index of many files.
fn cut(cores: &dyn Cores, keep: &dyn Keep, entries: Vec<Entry>, options: &Options) -> Result<Built, PackError> {
    let packed = || fill(&entries, &mut Packer::keeping(keep));
    let (filled, (indexer, collector)) = both(cores, packed, || collected(&entries));
    let (slots, numbers) = filled?;
    let outlets = outlets(&entries);
    let rows = facets(&entries, &numbers, &outlets);
    let passages: Vec<usize> = (0..entries.len()).filter(|row| entries[*row].kind == Kind::Passage).collect();
    let related = related(cores, &indexer, &passages, options.related);
    let mut layout = Layout {
        entries: entries.len() as u32,
        size: indexer.size(),
        outlets,
        slots: (slots.len() / SLOT) as u32,
        rows_per_file: ROWS,
        ..Layout::default()
    };
    drop(entries);
    layout.slots_per_file = layout.slots.div_ceil(options.card_files.max(1) as u32).max(1);
    let (mut files, mut packer) = (Vec::new(), Packer::keeping(keep));
    let suggestions = collector.finish(&indexer.forms);
    let mut terms = indexer.finish(&related, &numbers);
    drop(related);
    terms.sort_unstable_by(|a, b| a.key.cmp(&b.key));
    let head = head(&terms, options);
    put_tails(&mut terms, head, &mut layout, &mut files)?;
    put_leaves((cores, keep), &terms, options, &mut layout, &mut files)?;
    put_suggestions(&suggestions, &mut layout, &mut files, &mut packer)?;
    for (number, rows) in rows.chunks(ROWS as usize).enumerate() {
        files.push(('f', number, seal(FileKind::Columns, &encode_columns(&Columns::of(rows)), &mut packer)?));
    }
    for (number, bytes) in slots.chunks(SLOT * layout.slots_per_file as usize).enumerate() {
        files.push(('c', number, bytes.to_vec()));
    }
    debug_assert!(numbers.last().is_none_or(|last| *last < layout.slots * PER_SLOT));
    named(layout, files, &mut packer)
}

/// The words of all entries, and what could be suggested.
fn collected(entries: &[Entry]) -> (Indexer, Collector) {
    let (mut indexer, mut collector) = (Indexer::default(), Collector::default());
    for entry in entries {
        indexer.add(entry);
        collector.add(entry, &indexer);
    }
    (indexer, collector)
}

/// How much of a list stays in its file of terms: as much as keeps those files small, however large the corpus.
fn head(terms: &[Term], options: &Options) -> usize {
    let most = LEAF_MOST * options.leaves;
    let kept = |head: usize| -> usize {
        // An entry takes three bytes at least, and most often some five.
        terms.iter().map(|term| term.list.len().min(head * 5)).sum()
    };
    (0..4).map(|halvings| options.head >> halvings).find(|head| kept(*head) <= most).unwrap_or(options.head >> 3).max(1)
}

/// Puts the lighter part of long lists into files of their own.
fn put_tails(terms: &mut [Term], head: usize, layout: &mut Layout, files: &mut Files) -> Result<(), PackError> {
    let mut open: Vec<u8> = Vec::new();
    // An entry takes three bytes at least.
    for term in terms.iter_mut().filter(|term| term.list.len() > 3 * head) {
        let list = term.postings()?;
        if list.len() <= head {
            continue;
        }
        let heavy = heaviest(&list, head);
        term.list.clear();
        encode_list(list.iter().zip(&heavy).filter(|(_, heavy)| **heavy).map(|(p, _)| p), &mut term.list);
        let start = open.len();
        encode_list(list.iter().zip(&heavy).filter(|(_, heavy)| !**heavy).map(|(p, _)| p), &mut open);
        let crc = crc32(&open[start..]);
        open.extend(crc.to_le_bytes());
        term.tail =
            Some(Tail { file: layout.tails.len() as u32, start: start as u32, length: (open.len() - start) as u32 });
        if open.len() >= TAIL_FILE {
            close_tail(&mut open, layout, files);
        }
    }
    close_tail(&mut open, layout, files);
    Ok(())
}

fn close_tail(open: &mut Vec<u8>, layout: &mut Layout, files: &mut Files) {
    if !open.is_empty() {
        files.push(('p', layout.tails.len(), std::mem::take(open)));
        layout.tails.push(files.last().map_or(0, |file| file.2.len() as u32));
    }
}

/// Which postings of a list are of the `head` entries where the word weighs most; earlier ones of equal weight.
fn heaviest(list: &List, head: usize) -> Vec<bool> {
    let mut order: Vec<(f32, usize)> = list.iter().map(|posting| impact(&posting)).zip(0..).collect();
    model::order::sort_by(&mut order, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut heavy = vec![false; order.len()];
    order.into_iter().take(head).for_each(|(_, at)| heavy[at] = true);
    heavy
}

/// How much a word weighs in an entry, as far as it can be told without a query.
fn impact(posting: &Posting<'_>) -> f32 {
    let title = posting.positions.first().is_some_and(|at| *at < TEXT_STARTS);
    let often = posting.positions.len() as f32;
    let length = Lengths::PASSAGES.words(posting.place.class);
    often / (often + 0.5 + length / 100.0) + if title { 0.5 } else { 0.0 }
}

/// About how many bytes a word takes in a leaf.
fn packed_size(term: &Term) -> usize {
    term.list.len() + 6
}

/// How many letters a word's key shares with the one before.
fn shared(terms: &[Term], at: usize) -> usize {
    let before = at.checked_sub(1).map_or("", |last| terms[last].key.as_str());
    terms[at].key.chars().zip(before.chars()).take_while(|(a, b)| a == b).count()
}

/// Whether a word has the stem of the one before.
fn is_same_stem(terms: &[Term], at: usize) -> bool {
    let stem = |at: usize| stem_of(&terms[at].key);
    at.checked_sub(1).is_some_and(|before| stem(before) == stem(at))
}

/// Where the leaf that begins at `start` ends: when it has `least` bytes, and if possible before it has half as many again,
/// at the word that shares least with the one before it. What tells the leaves apart is then short, and words of one
/// beginning mostly lie in one leaf (Bayer and Unterauer 1977, prefix B-trees); those of one stem always do.
fn leaf_end(terms: &[Term], start: usize, least: usize) -> usize {
    let mut bytes = 0;
    let mut best = (usize::MAX, terms.len());
    for at in start..terms.len() {
        if bytes >= least && !is_same_stem(terms, at) {
            best = best.min((shared(terms, at), at));
        }
        bytes += packed_size(&terms[at]);
        if bytes > least + least / 2 && best.1 < terms.len() {
            return best.1;
        }
    }
    // What is left fits into one leaf, though not into half of one more.
    if bytes > least + least / 2 { best.1 } else { terms.len() }
}

/// Cuts the directory into leaves, and puts these into files.
fn put_leaves(
    (cores, keep): (&dyn Cores, &dyn Keep),
    terms: &[Term],
    options: &Options,
    layout: &mut Layout,
    files: &mut Files,
) -> Result<(), PackError> {
    let total: usize = terms.iter().map(packed_size).sum();
    let least = (total / options.leaves.max(1)).max(LEAF);
    let mut cuts = Vec::new();
    let mut start = 0;
    while start < terms.len() {
        let end = leaf_end(terms, start, least);
        cuts.push(start..end);
        // Enough of the first word to tell it from the last of the leaf before.
        layout.leaves.push(terms[start].key.chars().take(shared(terms, start) + 1).collect());
        start = end;
    }
    let sealed = map(cores, cuts.len().div_ceil(AT_A_TIME), |part| {
        let mut packer = Packer::keeping(keep);
        let cuts = cuts.iter().skip(part * AT_A_TIME).take(AT_A_TIME);
        cuts.map(|cut| seal(FileKind::Terms, &encode_terms(&terms[cut.clone()]), &mut packer)).collect()
    });
    let leaves: Vec<Vec<u8>> =
        sealed.into_iter().collect::<Result<Vec<Vec<Vec<u8>>>, PackError>>()?.into_iter().flatten().collect();
    layout.leaf_bytes = leaves.iter().map(|leaf| leaf.len() as u32).collect();
    layout.leaves_per_file = leaves.len().div_ceil(options.term_files.max(1)).max(1) as u32;
    for (number, leaves) in leaves.chunks(layout.leaves_per_file as usize).enumerate() {
        files.push(('t', number, leaves.concat()));
    }
    Ok(())
}

fn put_suggestions(
    items: &[Item],
    layout: &mut Layout,
    files: &mut Files,
    packer: &mut Packer<'_>,
) -> Result<(), PackError> {
    let per_file = (items.len() / 32).max(256);
    for (number, items) in items.chunks(per_file).enumerate() {
        files.push(('s', number, seal(FileKind::Suggestions, &encode_suggestions(items), packer)?));
        layout.suggestions.push(items[0].key.clone());
    }
    Ok(())
}
