//! How wide words will be, without asking a browser: the build draws as well. Estimates are rather too wide than too
//! narrow, since what is too narrow runs into its neighbour.

/// The size of labels, in pixels.
const SIZE: f64 = 12.0;

/// How wide a character is, as a share of its height. From the widths of common sans-serif faces.
fn share(c: char) -> f64 {
    match c {
        ' ' | 'i' | 'j' | 'l' | '\'' | '’' | '‘' | '.' | ',' | ':' | ';' | '|' | '!' | '·' => 0.28,
        'I' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | '“' | '”' | '"' => 0.40,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.52,
        'm' | 'M' | 'W' | '@' | '%' | '—' | '…' => 0.95,
        'w' => 0.80,
        'A'..='Z' => 0.69,
        'a'..='z' | '0'..='9' | '–' => 0.61,
        // Scripts whose characters fill a square.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => 1.0,
        '\u{1f000}'..='\u{3ffff}' => 1.1,
        _ => 0.65,
    }
}

/// The width of a label.
pub(crate) fn width(text: &str) -> f64 {
    text.chars().map(share).sum::<f64>() * SIZE
}

/// The width of a label in bold.
pub(crate) fn bold_width(text: &str) -> f64 {
    width(text) * 1.07
}

/// `text` cut to a width, with an ellipsis where something is missing.
pub(crate) fn cut(text: &str, most: f64) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let room = most - width("…");
    let mut used = 0.0;
    let end = text.char_indices().find(|&(_, c)| {
        used += share(c) * SIZE;
        used > room
    });
    let kept = &text[..end.map_or(text.len(), |(at, _)| at)];
    // A word is cut only where most of the line would go with it.
    let kept = kept.rfind(' ').filter(|&space| space * 2 > kept.len()).map_or(kept, |space| &kept[..space]);
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '.']))
}

/// `text` in at most `lines` lines of a width, the last with an ellipsis where something is missing.
pub(crate) fn wrap(text: &str, most: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if wrapped.len() + 1 >= lines || width(rest) <= most {
            wrapped.push(cut(rest, most));
            break;
        }
        let mut used = 0.0;
        let mut end = None;
        for (at, c) in rest.char_indices() {
            if c == ' ' {
                end = Some(at);
            }
            used += share(c) * SIZE;
            if used > most {
                break;
            }
        }
        // A word that alone is wider than a line is cut with the rest.
        let Some(end) = end.filter(|&end| end > 0) else {
            wrapped.push(cut(rest, most));
            break;
        };
        wrapped.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(wrap("The bridge opens", 200.0, 2), ["The bridge opens"]);
        assert_eq!(cut("The bridge opens", 200.0), "The bridge opens");
    }

    #[test]
    fn long_ones_are_wrapped_then_cut_between_words() {
        let lines = wrap("The minister says that the new bridge will open to traffic in the spring", 150.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("The minister"));
        assert!(lines[1].ends_with('…') && !lines[1].ends_with(" …"), "{lines:?}");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in "\\PC{0,80}", most in 60.0f64..300.0, lines in 1usize..4) {
            let wrapped = wrap(&text, most, lines);
            prop_assert!(wrapped.len() <= lines);
            for line in &wrapped {
                prop_assert!(width(line) <= most + 0.001, "{line}");
            }
        }
    }
}
