//! Which elements of a page part its words, and which are not seen.

use super::stream::Element;

/// Whether an element of this name has no words for readers.
pub(super) fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "title"
            | "svg"
            | "noscript"
            | "template"
            | "select"
            | "textarea"
            | "object"
            | "iframe"
            | "canvas"
            | "math"
    )
}

/// Whether an element is not seen where it stands: words for those who listen, cards that come up over a name, what is
/// for paper alone.
pub(super) fn is_unseen(element: &Element) -> bool {
    if !matches!(element.name(), "span" | "div" | "small" | "a") {
        return false;
    }
    let Some(class) = element.attribute("class").map(str::to_lowercase) else { return false };
    class.split_whitespace().any(|name| {
        let listened = matches!(
            name,
            "sr-only"
                | "visually-hidden"
                | "visuallyhidden"
                | "screen-reader-text"
                | "screen-reader-only"
                | "show-for-sr"
        );
        let card = ["rollover", "tooltip", "popover", "hovercard", "hover-card"].iter().any(|kind| name.contains(kind))
            && ["block", "card", "content", "text", "box", "panel", "body", "inner"]
                .iter()
                .any(|part| name.ends_with(part));
        listened || card || name == "print-only" || name.starts_with("d-print-") && class.contains("d-none")
    })
}

/// Whether an element of this name parts paragraphs.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "thead"
            | "tbody"
            | "tfoot"
            | "article"
            | "section"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "nav"
            | "blockquote"
            | "figure"
            | "form"
            | "fieldset"
            | "address"
            | "hr"
            | "body"
            | "html"
            | "center"
            | "details"
            | "summary"
            | "hl1"
            | "hl2"
            | "block"
            | "media"
            | "body.content"
    )
}
