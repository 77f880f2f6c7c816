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

/// The writer's own words, with a note of what was left out.
pub(crate) fn own_words(text: &str) -> (String, Option<String>) {
    let lines: Vec<&str> = text.lines().collect();
    let end = lines.iter().position(|line| *line == "-- " || *line == "--" || *line == "__").unwrap_or(lines.len());
    let mut kept: Vec<&str> = Vec::new();
    let mut quoted = 0usize;
    let mut at = 0;
    while at < end {
        let line = lines[at];
        if line.trim_start().starts_with('>') {
            quoted += 1;
        } else if announces(&lines[at..end]) {
            // The line may be broken: "On Monday, Ole Dahl\nwrote:"
            quoted += 1;
            while at < end && !lines[at].trim_end().ends_with(':') {
                at += 1;
            }
        } else if line.trim().eq_ignore_ascii_case("-----original message-----")
            || line.contains("-----Ursprüngliche Nachricht-----")
        {
            quoted += end - at;
            break;
        } else {
            kept.push(line);
        }
        at += 1;
    }
    if kept.iter().all(|line| line.trim().is_empty()) {
        return (blocks::text(&blocks::of_lines(text)), None);
    }
    let own = blocks::text(&blocks::of_lines(&kept.join("\n")));
    let note = (quoted > 0 || end < lines.len()).then(|| "quoted letters and the signature are left out".to_owned());
    (own, note)
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
    let ended = said.iter().any(|word| head[end].ends_with(word)) || head[end].starts_with("schrieb");
    ended
        && lines[end + 1..]
            .iter()
            .find(|line| !line.trim().is_empty())
            .is_none_or(|line| line.trim_start().starts_with('>') || end == 0)
}
