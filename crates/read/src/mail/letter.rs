//! What of a letter its writer wrote: no quoted letters, no signature.

use crate::blocks;

/// A subject without the marks of replies.
pub(crate) fn subject(subject: &str) -> String {
    let mut rest = subject.trim();
    while let Some((mark, after)) = rest.split_once(':') {
        let mark = mark.trim().to_lowercase();
        let mark = mark.split('[').next().unwrap_or_default();
        if !matches!(mark, "re" | "fw" | "fwd" | "aw" | "wg" | "tr" | "rv" | "sv" | "antw") {
            break;
        }
        rest = after.trim_start();
    }
    rest.to_owned()
}

/// Whether a subject says that the letter passes another one on: then that one is what it is about.
pub(crate) fn is_passed_on(subject: &str) -> bool {
    let mark = subject.split(':').next().unwrap_or_default().trim().to_lowercase();
    matches!(mark.as_str(), "fw" | "fwd" | "wg" | "tr" | "rv" | "vs" | "i")
}

/// The writer's own words, with a note of what was left out. A letter that is passed on stays.
pub(crate) fn own_words(text: &str, passed_on: bool) -> (String, Option<String>) {
    let lower = text.to_lowercase();
    let passed_on = passed_on
        || [
            "forwarded message",
            "weitergeleitete nachricht",
            "message transféré",
            "mensaje reenviado",
            "messaggio inoltrato",
        ]
        .iter()
        .any(|mark| lower.contains(mark));
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut left_out = 0usize;
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        if line.trim_start().starts_with('>') {
            left_out += 1;
        } else if announces(&lines[at..]) {
            // The line may be broken: "On Monday, Ole Dahl\nwrote:"
            left_out += 1;
            while at < lines.len() && !lines[at].trim_end().ends_with(':') {
                at += 1;
            }
        } else if !passed_on && repeats(&lines[at..]) {
            left_out += lines.len() - at;
            break;
        } else {
            kept.push(line);
        }
        at += 1;
    }
    if let Some(end) = signature(&kept) {
        left_out += 1;
        kept.truncate(end);
    }
    if kept.iter().all(|line| line.trim().is_empty()) {
        return (blocks::text(&blocks::of_lines(text)), None);
    }
    let own = blocks::text(&blocks::of_lines(&kept.join("\n")));
    (own, (left_out > 0).then(|| "quoted letters and the signature are left out".to_owned()))
}

/// Where the signature begins, or the footer of a list: after its mark stand a few lines and no more. A newsletter may part
/// its items with the same marks.
fn signature(lines: &[&str]) -> Option<usize> {
    let is_mark = |line: &str| {
        matches!(line.trim_end(), "--" | "__") || line.len() >= 20 && line.trim_end().bytes().all(|byte| byte == b'_')
    };
    let marks: Vec<usize> = (0..lines.len()).filter(|&at| is_mark(lines[at])).collect();
    // Where several marks stand, lines as long as a sentence are another item.
    marks.iter().copied().find(|&at| {
        let after = || lines[at + 1..].iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        let short = after().count() <= 12 && after().map(str::len).sum::<usize>() <= 600;
        short && (marks.len() == 1 || after().all(|line| line.len() <= 72))
    })
}

/// Whether another letter is repeated from here on, as programs do that mark no lines: below a line of their own, or with
/// its head.
fn repeats(lines: &[&str]) -> bool {
    let first = lines[0].trim();
    if first.eq_ignore_ascii_case("-----original message-----") || first.contains("-----Ursprüngliche Nachricht-----")
    {
        return true;
    }
    let label = |line: &str| {
        line.trim().trim_matches('*').split(':').next().unwrap_or_default().trim_end_matches(['*', ' ']).to_lowercase()
    };
    let is_from =
        |line: &str| line.contains(':') && matches!(label(line).as_str(), "from" | "von" | "de" | "da" | "van");
    let rest = lines[1..].iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let head: Vec<String> = rest.take(4).map(label).collect();
    let is = |words: &[&str]| head.iter().any(|label| words.contains(&label.as_str()));
    is_from(first)
        && is(&["sent", "date", "gesendet", "datum", "envoyé", "enviado", "inviato", "verzonden"])
        && is(&["to", "an", "à", "para", "a", "aan"])
}

/// A letter in HTML without what it quotes, and whether it quotes at all. Where all is quoted, all stays.
pub(crate) fn without_quotes(html: &str) -> (String, bool) {
    let lower = html.to_ascii_lowercase();
    let mut own = String::with_capacity(html.len());
    let (mut depth, mut at) = (0usize, 0);
    while let Some(step) = lower[at..].find("blockquote") {
        let word = at + step;
        let closes = lower[..word].ends_with("</");
        let opens = lower[..word].ends_with('<');
        let start = if closes { word - 2 } else { word.saturating_sub(1) };
        let end = lower[word..].find('>').map_or(html.len(), |end| word + end + 1);
        if !closes && !opens {
            if depth == 0 {
                own.push_str(&html[at..word + 10]);
            }
            at = word + 10;
            continue;
        }
        if depth == 0 {
            own.push_str(&html[at..start]);
        }
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        at = end;
    }
    if depth == 0 {
        own.push_str(&html[at..]);
    }
    let quotes = own.len() < html.len();
    let says = crate::page::flatten::text(&own).split_whitespace().count() >= 3;
    if says { (own, quotes) } else { (html.to_owned(), false) }
}

/// Whether a line says whose letter is quoted below it.
fn announces(lines: &[&str]) -> bool {
    let head = lines.iter().take(3).map(|line| line.trim()).collect::<Vec<_>>();
    let starts = head.first().is_some_and(|line| {
        ["On ", "Am ", "Le ", "El ", "Il ", "Op ", "Em "].iter().any(|word| line.starts_with(word))
            || line.ends_with(" wrote:")
            || line.ends_with(" writes:")
    });
    let ends = head.iter().position(|line| line.ends_with(':'));
    let Some(end) = ends.filter(|_| starts) else { return false };
    let said =
        ["wrote:", "writes:", "schrieb:", "écrit :", "écrit:", "escribió:", "ha scritto:", "schreef:", "escreveu:"];
    let ended = said.iter().any(|word| head[end].ends_with(word))
        || head[end].starts_with("schrieb")
        || head[end].contains(" schrieb ");
    ended
        && lines[end + 1..]
            .iter()
            .find(|line| !line.trim().is_empty())
            .is_none_or(|line| line.trim_start().starts_with('>') || end == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_letter_repeats_is_left_out() {
        for quoted in [
            "________________________________\nFrom: Ole Dahl <ole@y.example>\nSent: Tuesday, March 4, 2031 4:12 PM\nTo: Anna\nSubject: Crane\n\nWhat fell?",
            "*Von:* Ole Dahl\n*Gesendet:* Dienstag\n*An:* Anna\n\nWhat fell?",
            "-----Original Message-----\nFrom: Ole\n\nWhat fell?",
            "Am 04.03.2031 um 12:00 schrieb Ole Dahl:\n> What fell?",
            "On Tue, 4 Mar 2031 at 12:00, Ole Dahl <ole@y.example>\nwrote:\n> What fell?",
        ] {
            let (own, note) = own_words(&format!("The crane fell at noon.\n\n{quoted}\n"), false);
            assert_eq!(own, "The crane fell at noon.", "{quoted}");
            assert!(note.is_some());
        }
        let passed = "See below.\n\nFrom: Ole Dahl\nSent: Tuesday\nTo: Anna\n\nThe crane fell at noon.\n";
        assert!(own_words(passed, true).0.ends_with("The crane fell at noon."));
        let marked = passed.replace("From: Ole", "---------- Forwarded message ---------\nFrom: Ole");
        assert!(own_words(&marked, false).0.ends_with("The crane fell at noon."));
        assert!(is_passed_on("WG: Crane") && is_passed_on("Fwd: Crane") && !is_passed_on("Re: Crane"));
    }

    #[test]
    fn marks_between_items_end_no_letter() {
        let item = |n: u32| {
            format!(
                "Item {n}: the crane of Port Alma fell onto the pier on Monday, the harbour office said, and nobody was hurt by it."
            )
        };
        let text = format!("{}\n\n--\n\n{}\n\n--\n\n{}\n", item(1), item(2), item(3));
        assert_eq!(own_words(&text, false).0.matches("Item").count(), 3);
        let signed = format!("{}\n\n-- \nAnna Berg\nThe Lamp\n", item(1));
        assert_eq!(own_words(&signed, false).0, item(1));
    }
}
