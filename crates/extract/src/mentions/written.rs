//! Names as they are written: their words, the particles and nicknames within them.

use std::ops::Range;

use crate::{mentions::given_names, words::Words};

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Its words, without title.
    pub(super) words: Range<usize>,
    /// The title before it, as words; empty where there is none.
    pub(super) title: Range<usize>,
}

/// Words that stand within a name without a capital, or open a family name with one.
pub(super) fn is_particle(lower: &str) -> bool {
    crate::words::is_one_of(
        lower,
        "de da del della di du la le van von der den bin ibn al el ben ter dos das zu af av mc mac ste st st. \
                 ste.",
    )
}

/// One past the closing mark of a nickname that stands at `at`, within a name: `Anna “Annie” Berg`.
pub(crate) fn nickname(words: &Words<'_>, at: usize, limit: usize) -> Option<usize> {
    let closing = match words.text(at) {
        "“" => "”",
        "‘" => "’",
        mark @ ("\"" | "'") => mark,
        "(" => ")",
        _ => return None,
    };
    let close = (at + 2..limit.min(at + 4)).find(|&i| words.text(i) == closing)?;
    let inner = (at + 1..close).all(|i| words.capitalised(i) && !words.text(i).contains('.'));
    let whole = inner
        && !words.spaced(at + 1)
        && !words.spaced(close)
        && at > 0
        && words.capitalised(at - 1)
        && words.capitalised(close + 1)
        && words.spaced(close + 1);
    // Behind brackets stands as often an abbreviation or a party.
    let given = closing != ")" || given_names::bearer(words.lower(at + 1)).is_some();
    (whole && given && close + 1 < limit).then_some(close + 1)
}

/// The text of a name with its words one space apart.
pub(super) fn text_of(words: &Words<'_>, range: Range<usize>) -> String {
    let mut text = String::new();
    for at in range {
        if !text.is_empty() && words.spaced(at) {
            text.push(' ');
        }
        text.push_str(words.text(at));
    }
    text
}
