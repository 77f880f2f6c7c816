//! Lines that are no paragraph, told by their words alone: credits, captions, times of day.

use model::pairs::Pairs;

use crate::clean::normal::ends_sentence;

/// Whether a line names who reported or contributed.
pub(in crate::clean) fn is_credit(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "source:",
        "sources:",
        "via:",
        "reporting by ",
        "additional reporting by ",
        "editing by ",
        "translated by ",
        "compiled by ",
        "with reporting from",
        "with files from",
        "originally published",
        "first published",
        "this article was originally published",
        "this article was first published",
        "this story was originally",
        "this article first appeared",
        "republished from",
    ];
    const PARTS: &[&str] = &[
        "contributing to this report",
        "contributed to this report",
        "contributed to this story",
        "contributed to this article",
        "contributed reporting",
        "contributed to the report",
        "contributed to reporting",
        "contributed additional reporting",
        "article was reported jointly",
        "story was reported jointly",
        "report was produced in partnership",
        "article was produced in partnership",
        "story was produced in partnership",
    ];
    if text.len() > 400 {
        return false;
    }
    let small = text.to_lowercase();
    let small = small.trim_start_matches(|c: char| !c.is_alphanumeric());
    let source = small.starts_with("source") || small.starts_with("via:");
    // "Sources: minister may resign" is a headline that rests on sources, not a line that names one.
    let clause =
        |word: &str| matches!(word, "may" | "is" | "are" | "was" | "were" | "not" | "be" | "to" | "will" | "has");
    if source && small.split(' ').any(clause) {
        return false;
    }
    let pairs = Pairs::of(small);
    STARTS.iter().any(|start| small.starts_with(start)) && (!source || text.split(' ').count() <= 10)
        || PARTS.iter().any(|part| pairs.may_hold(part) && small.contains(part)) && text.split(' ').count() <= 45
}

/// Whether a line is the caption of a picture, or its credit.
pub(in crate::clean) fn is_caption(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "photo:",
        "photo by ",
        "photos:",
        "photograph:",
        "photograph by ",
        "image:",
        "image credit",
        "images:",
        "picture:",
        "file photo",
        "illustration:",
        "illustrative photo",
        "credit:",
        "foto:",
        "caption:",
        "photo credit",
        "video:",
        "(photo",
        "[photo",
        "screenshot:",
        "graphic:",
        "map:",
        "bild:",
        "фото:",
    ];
    const PARTS: &[&str] = &[
        "(photo",
        "[photo",
        "(image",
        "(picture",
        "(file photo",
        "photo by ",
        "photo credit",
        "image credit",
        "getty images",
        "photo: ",
        "photograph: ",
        "image: ",
        "handout/",
        "handout /",
        "pool/",
        "/afp",
        "file photo",
        "courtesy of ",
        "via reuters",
        "(credit",
        "shutterstock",
        "wikimedia commons",
        "view full caption",
        "reuters/",
        "ap photo",
        "(published ",
        "(фото",
    ];
    if text.len() > 500 || text.split(' ').count() > 70 {
        return false;
    }
    let small = text.to_lowercase();
    let start = STARTS.iter().any(|start| small.starts_with(start));
    // Within a sentence such words may be the report's; at its end, or in brackets, they are a credit.
    let pairs = Pairs::of(&small);
    let credited = PARTS.iter().filter(|part| pairs.may_hold(part)).filter_map(|part| small.rfind(part)).any(|at| {
        let bracketed =
            small[..at].rfind(['(', '[']) > small[..at].rfind([')', ']']) || small[at..].starts_with(['(', '[']);
        bracketed && text.ends_with([')', ']', '.']) || !ends_sentence(text)
    });
    start || credited
}

/// "6:54 AM", "18:20", "12.38 GMT".
pub(in crate::clean) fn is_time_of_day(text: &str) -> bool {
    let small = text.to_lowercase();
    let bare = ["am", "pm", "a.m.", "p.m.", "gmt", "utc", "et", "h"].iter().find_map(|end| small.strip_suffix(end));
    let digits = bare.unwrap_or(&small).trim();
    let Some((hour, minute)) = digits.split_once([':', '.']) else { return false };
    let number = |s: &str, limit: u32| s.trim().len() <= 2 && s.trim().parse::<u32>().is_ok_and(|n| n < limit);
    number(hour, 25) && minute.trim().len() == 2 && number(minute, 60)
}
