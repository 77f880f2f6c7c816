//! The formats in which a document can be cited.

use maud::{Markup, html};

/// The formats, as in `data-what=`, with their names.
const FORMATS: [(&str, &str); 3] = [("bibtex", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON")];

/// A menu of the formats; each is copied.
pub(crate) fn cite() -> Markup {
    html! {
        span.tick.cite {
            "Cite "
            @for (what, name) in FORMATS {
                button.textbtn type="button" data-act="copy" data-what=(what) { (name) }
            }
            span.quiet role="status" {}
        }
    }
}
