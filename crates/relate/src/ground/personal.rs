//! Documents in which whoever writes speaks of themselves: opinions, interviews, letters. What they say in their own voice
//! is somebody's view.

use model::{Annotated, Role};

use super::words::words;

/// Words of the first person outside of quotation marks that make a document one of them.
const FEW: usize = 3;

/// Whether each document is somebody's own word, in their order.
pub(crate) fn personal(documents: &[&Annotated]) -> Vec<bool> {
    documents.iter().map(|document| firsts(document) >= FEW).collect()
}

/// How often a document says "I", "we" and the like outside of quotation marks.
fn firsts(document: &Annotated) -> usize {
    let text = model::Text::new(&document.document.text);
    let bodies = document.document.passages.iter().filter(|passage| passage.role == Role::Body);
    let own = bodies.map(|passage| {
        let mut quoted = false;
        let outside: String = text
            .cut(passage.span)
            .chars()
            .map(|c| {
                match c {
                    '“' => quoted = true,
                    '”' => quoted = false,
                    '"' => quoted = !quoted,
                    _ => {}
                }
                if quoted { ' ' } else { c }
            })
            .collect();
        let first = |word: &str| {
            let bare = word.split(['\'', '’']).next().unwrap_or(word);
            bare == "I"
                || matches!(bare, "my" | "My" | "we" | "We" | "our" | "Our" | "us" | "me" | "myself" | "ourselves")
        };
        words(&outside).iter().filter(|word| first(word.text)).count()
    });
    own.sum()
}
