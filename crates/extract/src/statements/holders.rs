//! On whose word a statement stands: from the outlet down to the last who is named.

use std::ops::Range;

use model::{Document, EntityKind, Holder, Mention, Role, Span};

use super::{
    joint::{self, is_time, plain_name},
    voices::{Voice, meet},
};
use crate::{
    attributions::speakers,
    opinions::{VIEWS, is_disclaimer},
    prose::Prose,
    sentences::Sentence,
};

/// The name of the document's own voice where its outlet is not known.
const UNKNOWN: &str = "outlet unknown";

/// Whoever wrote a report that names nobody, or several.
const AUTHOR: &str = "the author";

/// Sources that a document names for all of itself, or for what follows.
#[derive(Clone, Debug, Default)]
pub(super) struct Upstreams {
    /// From which passage on, up to which (exclusive), who.
    sources: Vec<Upstream>,
}

#[derive(Clone, Debug)]
struct Upstream {
    passages: Range<usize>,
    holder: Holder,
    /// Whether the passages are said to be the source's own words or findings, as after "To quote the report:".
    quoted: bool,
}

impl Upstreams {
    /// Reads credit lines and lines that hand over to a source.
    pub(super) fn read(document: &Document, prose: &Prose<'_>, mentions: &[Mention]) -> Self {
        let mut sources = Vec::new();
        let count = document.passages.len();
        for sentence in &prose.sentences {
            let Some(passage) = document.passages.get(sentence.passage) else { continue };
            let text = &document.text[sentence.start..sentence.end];
            if text.len() > 400 {
                continue;
            }
            let offset = sentence.start;
            let span = |range: Range<usize>| prose.text.span(offset + range.start, offset + range.end);
            let read = match passage.role {
                Role::Credit => credited(text).map(|found| (found, 0..count, false)),
                Role::Body if text.ends_with(':') => {
                    let end = document.passages[sentence.passage + 1..]
                        .iter()
                        .position(|after| {
                            matches!(after.role, Role::Heading | Role::Furniture | Role::Credit | Role::Byline)
                        })
                        .map_or(count, |at| sentence.passage + 1 + at);
                    handed_over(text).map(|found| (found, sentence.passage + 1..end, true))
                }
                _ => None,
            };
            if let Some(author) = is_disclaimer(text).then(|| signed(document, prose, mentions, sentence)).flatten() {
                sources.push(Upstream { passages: 0..count, holder: author, quoted: false });
            }
            if let Some(((name, cue), passages, quoted)) = read {
                let holder = Holder {
                    name: text[name.clone()].to_owned(),
                    span: Some(span(name)),
                    cue: (!cue.is_empty()).then(|| span(cue)),
                    inferred: true,
                    joint: false,
                };
                sources.push(Upstream { passages, holder, quoted });
            }
        }
        Self { sources }
    }

    /// The sources of a passage, and whether it is given as their own.
    fn of(&self, passage: usize) -> (Vec<Holder>, bool) {
        let mut holders: Vec<Holder> = Vec::new();
        let mut quoted = false;
        for upstream in self.sources.iter().filter(|upstream| upstream.passages.contains(&passage)) {
            quoted |= upstream.quoted;
            match holders.iter_mut().find(|holder| same(&holder.name, &upstream.holder.name)) {
                Some(holder) if upstream.quoted => *holder = upstream.holder.clone(),
                Some(_) => {}
                None => holders.push(upstream.holder.clone()),
            }
        }
        (holders, quoted)
    }
}

/// Whether a sentence says whose views the page holds, and nothing of what it reports: "The opinions expressed are his
/// own", "Views expressed in the comments do not represent those of the HWA".
pub(super) fn tells_whose_views(sentence: &str) -> bool {
    let small = sentence.trim_start().to_ascii_lowercase();
    let rest = ["the ", "any ", "all "].iter().find_map(|first| small.strip_prefix(first)).unwrap_or(&small);
    let whose = [" those of", " his", " her", " their", " the author", " the writer", "represent", "reflect"];
    VIEWS.iter().any(|words| rest.starts_with(words))
        && whose.iter().any(|words| rest.contains(words))
        && rest.split(' ').count() <= 30
}

/// The author of a commentary with such a line: whom its paragraph names first, else the only author that is known.
fn signed(document: &Document, prose: &Prose<'_>, mentions: &[Mention], sentence: &Sentence) -> Option<Holder> {
    let passage = document.passages.get(sentence.passage)?;
    let from = mentions.partition_point(|mention| mention.span.start < passage.span.start);
    let mut named = mentions[from..].iter().take_while(|mention| mention.span.end <= passage.span.end);
    let named = named.find(|mention| mention.kind == EntityKind::Person);
    let (name, span) = match (named, document.authors.as_slice()) {
        (Some(mention), _) => (mention.name.clone(), Some(mention.span)),
        (None, [only]) => (only.clone(), None),
        _ => return None,
    };
    let known = prose.text.as_str().len() >= sentence.end;
    known.then_some(Holder { name, span, cue: None, inferred: true, joint: false })
}

/// Name and cue of a credit line: "Source: NPA". Who only had a part in a report ("NPA's Anna Berg contributed to it") is no source of it.
fn credited(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let small = text.to_ascii_lowercase();
    for label in ["source:", "sources:", "via:", "republished from", "originally published by", "first published by"] {
        if small.starts_with(label) {
            let rest = text[label.len()..].trim_start();
            let start = text.len() - rest.len();
            let name = rest.trim_end_matches(['.', ' ', ',', ';']);
            return (!name.is_empty()).then(|| (start..start + name.len(), 0..label.len()));
        }
    }
    // What is left of a credit where the agency's name is cut out: "NPA", "(NPA) —".
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let named = !bare.is_empty()
        && bare.split(' ').count() <= 5
        && bare.split(' ').all(|word| word.starts_with(char::is_uppercase) || word == "of");
    let start = text.find(bare).filter(|_| named)?;
    Some((start..start + bare.len(), start..start))
}

/// Name and cue of a line that hands over: "To quote the NPA's summary of 3 May:", "The NPA reports:".
fn handed_over(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let small = text.to_ascii_lowercase();
    let (cue, length) = ["to quote", "quoting", "quoted from", "from the report of", "as reported by", "according to"]
        .iter()
        .find_map(|cue| small.find(cue).map(|at| (at, cue.len())))?;
    let after = cue + length;
    let mut start = None;
    let mut end = after;
    for (at, word) in words_at(&text[after..]) {
        let bare = word.trim_end_matches(['.', ',', ':', ';']);
        let possessive = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s"));
        let name = bare.starts_with(char::is_uppercase);
        if start.is_none() && !name {
            if matches!(bare, "the" | "a" | "an") {
                continue;
            }
            return None;
        }
        if !name && !matches!(bare, "of" | "for" | "the") {
            break;
        }
        start = start.or(Some(after + at));
        end = after + at + possessive.unwrap_or(bare).len();
        if possessive.is_some() || bare.len() < word.len() {
            break;
        }
    }
    let start = start?;
    (start < end).then_some((start..end, cue..after))
}

fn words_at(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
}

/// The chain of a statement's holders, and whether somebody else than the document vouches for it.
pub(super) struct Chain {
    pub(super) holders: Vec<Holder>,
    /// Whether the text itself says that it is somebody's word.
    pub(super) attributed: bool,
    /// The cue words of those who say it.
    pub(super) cues: Vec<Span>,
}

/// Where a statement stands, and what its own words tell of whose they are.
pub(super) struct Place {
    /// Index of its passage.
    pub(super) passage: usize,
    /// The work that it cites in brackets.
    pub(super) cited: Option<Range<usize>>,
    /// Whether it tells of its author in the first person.
    pub(super) author: bool,
}

/// Builds the chain of a statement at `place` that is the content of `voices`, the outermost first.
pub(super) fn chain<'a>(
    document: &Document,
    prose: &Prose<'_>,
    mentions: &[Mention],
    upstreams: &Upstreams,
    place: Place,
    voices: impl Iterator<Item = &'a Voice<'a>>,
) -> Chain {
    let Place { passage, cited, author } = place;
    let name = document.outlet.clone().unwrap_or_else(|| UNKNOWN.to_owned());
    let mut holders = vec![Holder { name, span: None, cue: None, inferred: false, joint: false }];
    let (above, quoted) = upstreams.of(passage);
    let mut cues: Vec<Span> = Vec::new();
    if quoted {
        cues.extend(above.iter().filter_map(|holder| holder.cue));
    }
    let mut attributed = quoted;
    holders.extend(
        above.into_iter().filter(|holder| document.outlet.as_ref().is_none_or(|name| !same(name, &holder.name))),
    );
    if let Some(cited) = cited {
        let span = prose.span(cited);
        let holder =
            Holder { name: prose.text.cut(span).to_owned(), span: Some(span), cue: None, inferred: true, joint: false };
        holders.push(holder);
    }
    for voice in voices {
        let attribution = voice.attribution;
        let Some(&source) = attribution.source.first() else {
            // An utterance of which the text does not tell whose it is: somebody's word, and not the document's.
            let unnamed = (!attribution.cue.is_empty()).then(|| speakers::UNKNOWN.to_owned());
            if let Some(name) = attribution.speaker.clone().or(unnamed) {
                attributed = true;
                cues.extend(attribution.cue.iter().copied());
                holders.push(Holder { name, span: None, cue: None, inferred: false, joint: false });
            }
            continue;
        };
        // "As I said": the author, whose word all of it is.
        if matches!(prose.text.cut(source).trim(), "I" | "we" | "We") {
            continue;
        }
        // "November: a law passes": a label, and nobody's word.
        let labelled = !attribution.cue.iter().any(|&cue| prose.text.cut(cue).contains(char::is_alphabetic));
        if labelled && is_time(prose.text.cut(source), mentions) {
            continue;
        }
        attributed = true;
        cues.extend(attribution.cue.iter().copied());
        let spoken = attribution.speaker.as_deref().map_or_else(|| plain_name(prose.text.cut(source)), str::to_owned);
        let spoken = in_full(prose.text.cut(source), mentions).unwrap_or(spoken);
        // "Update 4:30 p.m.", "today": when, and not who.
        let spoken = if is_time(&spoken, mentions) { speakers::UNKNOWN.to_owned() } else { spoken };
        let holder = Holder {
            name: spoken,
            span: Some(source),
            cue: attribution.cue.first().copied(),
            inferred: false,
            joint: false,
        };
        for holder in joint::speakers(prose, mentions, source, holder) {
            match holders.iter().skip(1).position(|known| same(&known.name, &holder.name)) {
                // What the text says outright is worth more than what a credit line lets conclude.
                Some(at) if holders[at + 1].inferred => {
                    holders.remove(at + 1);
                    holders.push(holder);
                }
                Some(_) => {}
                None => holders.push(holder),
            }
        }
    }
    if let (true, false, 1, [only]) = (author, attributed, holders.len(), document.authors.as_slice()) {
        holders.push(Holder { name: only.clone(), span: None, cue: None, inferred: true, joint: false });
    }
    model::order::sort(&mut cues);
    cues.dedup();
    Chain { holders, attributed, cues }
}

/// What a report of somebody's views says in its own voice is its author's word, and nothing that its outlet reports.
pub(super) fn own_view(document: &Document, chain: &mut Chain) {
    if chain.attributed || !document.is_opinion() {
        return;
    }
    chain.attributed = true;
    if chain.holders.len() == 1 {
        let name = match document.authors.as_slice() {
            [only] => unlabelled(only),
            _ => AUTHOR,
        };
        chain.holders.push(Holder { name: name.to_owned(), span: None, cue: None, inferred: true, joint: false });
    }
}

/// An author without what their piece is called: "Analysis by Anna Berg".
fn unlabelled(mut author: &str) -> &str {
    let labels = ["analysis", "opinion", "commentary", "column", "review", "by"];
    while let Some((first, rest)) = author.split_once(' ') {
        let label = first.trim_end_matches(':').to_ascii_lowercase();
        if !labels.contains(&label.as_str()) || !rest.contains(' ') {
            break;
        }
        author = rest;
    }
    author
}

/// The name of the only organisation that a capitalised last word stands for: "the Bank" where the Kolm World Bank is named.
fn in_full(source: &str, mentions: &[Mention]) -> Option<String> {
    let word = source.strip_prefix("the ").or_else(|| source.strip_prefix("The "))?;
    let plain = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic) && word.len() > 3;
    // "the House" is no "White House".
    if !plain || crate::words::is_one_of(word, "House State Street North South East West") {
        return None;
    }
    let ends = |name: &str| name.strip_suffix(word).is_some_and(|rest| rest.ends_with(' ') && rest.len() > 1);
    let mut named = mentions
        .iter()
        .filter(|mention| mention.kind == EntityKind::Organisation && ends(&mention.name))
        .map(|mention| mention.name.as_str());
    let first = named.next()?;
    let bare = first.strip_prefix("the ").or_else(|| first.strip_prefix("The ")).unwrap_or(first);
    let counted = crate::words::is_one_of(
        bare.split(' ').next().unwrap_or_default(),
        "Top Senior Former Several Many All Two Three Four Five Six Seven Ten",
    );
    (bare != word && !counted && named.all(|other| other == first)).then(|| first.to_owned())
}

/// Whose words a quotation within a sentence is: the speaker of the innermost of its `voices` that holds it; empty where
/// there is none, or nobody knows.
pub(super) fn quoted(prose: &Prose<'_>, voices: &[Voice<'_>], quote: &Range<usize>) -> String {
    let length = |voice: &&Voice<'_>| voice.attribution.content.iter().map(|span| span.len()).sum::<u32>();
    let holds = |voice: &&Voice<'_>| voice.content.iter().any(|content| meet(content, quote).is_some());
    let innermost = voices.iter().filter(holds).min_by_key(length);
    let name = innermost.and_then(|voice| {
        let source = voice.attribution.source.first().map(|&source| prose.text.cut(source));
        let known = voice.attribution.speaker.clone();
        known
            .or_else(|| source.map(plain_name))
            .filter(|_| !source.is_some_and(|source| matches!(source, "I" | "we" | "We") || is_anybody(source)))
    });
    name.filter(|name| name != speakers::UNKNOWN).unwrap_or_default()
}

/// Whether a source is whoever may say something, and nobody who said it: "Everyone should say “aye”".
fn is_anybody(source: &str) -> bool {
    matches!(
        source.to_ascii_lowercase().as_str(),
        "everyone"
            | "everybody"
            | "anyone"
            | "anybody"
            | "nobody"
            | "no one"
            | "you"
            | "whoever"
            | "somebody"
            | "someone"
    )
}

fn same(a: &str, b: &str) -> bool {
    let bare = |name: &str| name.trim_start_matches("the ").trim_start_matches("The ").to_lowercase();
    bare(a) == bare(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_has_no_label() {
        for author in ["Analysis by Anna Berg", "Analysis Anna Berg", "Opinion: Anna Berg", "Anna Berg"] {
            assert_eq!(unlabelled(author), "Anna Berg");
        }
        assert_eq!(unlabelled("Column Berg"), "Column Berg", "it may be their name");
    }

    #[test]
    fn credits_name_their_source() {
        let name = |text: &str| credited(text).map(|(name, _)| text[name].to_owned());
        assert_eq!(name("Source: NPA").as_deref(), Some("NPA"));
        assert_eq!(name("NPA's Anna Berg and Jon Holm contributed to this report."), None);
        assert_eq!(name("Anna Berg contributed to this report."), None);
    }

    #[test]
    fn lines_hand_over_to_a_source() {
        let name = |text: &str| handed_over(text).map(|(name, _)| text[name].to_owned());
        assert_eq!(name("To quote the NPA’s Daily Notes of 3 May:").as_deref(), Some("NPA"));
        assert_eq!(name("According to the Northern Press Agency:").as_deref(), Some("Northern Press Agency"));
        assert_eq!(name("To quote nobody in particular:"), None);
    }
}
