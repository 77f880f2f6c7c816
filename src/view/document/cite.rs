//! The formats in which a document can be cited.

use maud::{Markup, html};
use model::bundle::DocumentPage;

use crate::citations;
use crate::site::site;

/// A menu of the formats; each is copied.
pub(crate) fn cite(page: &DocumentPage) -> Markup {
    html! {
        span.tick.cite {
            "Cite "
            @for (name, text) in citations::citations(page, &site().manifest.title) {
                button.textbtn type="button" data-act="copy" data-text=(text) { (name) }
            }
            span.quiet role="status" {}
        }
    }
}
