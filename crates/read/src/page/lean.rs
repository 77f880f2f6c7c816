//! A page without what nobody reads: scripts, style sheets, drawings, comments, pictures within attributes.
//!
//! That is more than half of most saved pages, and all who take a page apart would go through it, several times.

use super::bounds;
use super::stream::is_void;
use crate::words::find;

/// A page that was made lean.
pub(super) struct Lean {
    /// What is left of it.
    pub(super) html: String,
    /// How deep its elements are nested, about; what closes by itself does not count.
    pub(super) depth: usize,
    /// How many elements it has.
    pub(super) many: usize,
}

/// Elements whose content is words, whatever it looks like.
const RAW: [&str; 6] = ["title", "textarea", "iframe", "xmp", "noembed", "noframes"];

/// Longer values of attributes that are data themselves are left out: a program that saves a page as one file writes its
/// pictures so.
const DATA: usize = 100;

/// Makes a page lean. What tells of the report stays: its JSON-LD, and the comment that says where it was saved from.
pub(super) fn lean(html: &str) -> Lean {
    let bytes = html.as_bytes();
    let mut making = Making { html, out: String::with_capacity(html.len()), copied: 0, depth: 0, most: 0, many: 0 };
    let mut at = 0;
    while let Some(open) = find(bytes, b"<", at) {
        // What does not end as it should is left to those who read the page.
        let Some(next) = making.element(open) else { break };
        at = next;
    }
    making.out.push_str(&html[making.copied..]);
    Lean { html: making.out, depth: making.most, many: making.many }
}

struct Making<'a> {
    html: &'a str,
    out: String,
    /// Up to where the page was copied.
    copied: usize,
    depth: usize,
    most: usize,
    many: usize,
}

impl Making<'_> {
    /// Copies the page up to `from`, and goes on behind `to`.
    fn leave_out(&mut self, from: usize, to: usize) {
        self.out.push_str(&self.html[self.copied..from]);
        self.copied = to;
    }

    /// Takes what begins with the `<` at `open`, and says where to go on.
    fn element(&mut self, open: usize) -> Option<usize> {
        let bytes = self.html.as_bytes();
        let closing = bytes.get(open + 1) == Some(&b'/');
        let from = open + 1 + usize::from(closing);
        let length = bytes[from..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
        if !bytes.get(from).is_some_and(u8::is_ascii_alphabetic) {
            return if bytes[open..].starts_with(b"<!--") { self.comment(open) } else { Some(open + 1) };
        }
        let name = self.html[from..from + length].to_ascii_lowercase();
        let (end, _) = bounds::element(bytes, from);
        let nested = !is_void(&name) && !closes_itself(&name);
        if closing {
            self.depth = self.depth.saturating_sub(usize::from(nested));
            return Some(end);
        }
        self.many += 1;
        let tag = &self.html[open..end];
        match name.as_str() {
            "script" if is_data(tag) => bounds::closed(bytes, end, &name),
            "script" | "style" => {
                let close = bounds::closed(bytes, end, &name)?;
                let content = &bytes[end..close];
                // A script within a comment within a script ends elsewhere.
                if name == "script" && find(content, b"<!--", 0).is_some() && find(content, b"<script", 0).is_some() {
                    return None;
                }
                let behind = close + find(&bytes[close..], b">", 0)? + 1;
                self.leave_out(open, behind);
                Some(behind)
            }
            "svg" => {
                let behind = if tag.ends_with("/>") { Some(end) } else { drawn(bytes, end) };
                behind.inspect(|&behind| self.leave_out(open, behind)).or(Some(end))
            }
            name if RAW.contains(&name) && !tag.ends_with("/>") => bounds::closed(bytes, end, name),
            _ => {
                self.depth += usize::from(nested);
                self.most = self.most.max(self.depth);
                self.attributes(open, end);
                Some(end)
            }
        }
    }

    /// Leaves a comment out.
    fn comment(&mut self, open: usize) -> Option<usize> {
        let bytes = self.html.as_bytes();
        let within = open + 4;
        let behind = if bytes[within..].starts_with(b">") {
            within + 1
        } else if bytes[within..].starts_with(b"->") {
            within + 2
        } else {
            let end = find(bytes, b"-->", within)?;
            let words = &self.html[within..end];
            // It may end sooner, in a way that is no good form.
            if words.contains("--!>") {
                return None;
            }
            if words.trim_start().starts_with("saved from") || words.contains("SingleFile") {
                return Some(end + 3);
            }
            end + 3
        };
        self.leave_out(open, behind);
        Some(behind)
    }

    /// Leaves out what attributes of a tag hold that is data.
    fn attributes(&mut self, open: usize, end: usize) {
        let bytes = self.html.as_bytes();
        let mut at = open;
        while let Some(data) = find(&bytes[..end], b"data:", at) {
            at = data + 5;
            let Some(mark) = bytes.get(data - 1).filter(|mark| matches!(mark, b'"' | b'\'')) else { continue };
            let Some(close) = find(&bytes[..end], &[*mark], at) else { return };
            if close - data > DATA && bytes[data - 2] == b'=' {
                self.leave_out(data, close);
                at = close;
            }
        }
    }
}

/// Whether a script is no program: what the page says of itself to machines.
fn is_data(tag: &str) -> bool {
    tag.to_ascii_lowercase().contains("ld+json")
}

/// Where a drawing ends, behind its closing tag; drawings may lie in each other. Unknown where it does not end, or where
/// what looks like its end may be words of something within.
fn drawn(bytes: &[u8], from: usize) -> Option<usize> {
    let is =
        |at: usize, what: &[u8]| bytes.get(at..at + what.len()).is_some_and(|here| here.eq_ignore_ascii_case(what));
    let (mut at, mut open) = (from, 1usize);
    while let Some(next) = find(bytes, b"<", at) {
        at = next + 1;
        if [b"!--".as_slice(), b"script", b"style"].iter().any(|what| is(at, what)) {
            return None;
        }
        if is(at, b"title") {
            at = bounds::closed(bytes, at, "title")?;
        } else if is(at, b"svg") {
            let (end, _) = bounds::element(bytes, at);
            open += usize::from(!bytes[..end].ends_with(b"/>"));
            at = end;
        } else if is(at, b"/svg") {
            let end = at + find(&bytes[at..], b">", 0)? + 1;
            open -= 1;
            if open == 0 {
                return Some(end);
            }
            at = end;
        }
    }
    None
}

fn closes_itself(name: &str) -> bool {
    matches!(
        name,
        "p" | "li" | "td" | "th" | "tr" | "dt" | "dd" | "option" | "tbody" | "thead" | "html" | "head" | "body"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::flatten;
    use proptest::prelude::*;

    fn of(html: &str) -> String {
        lean(html).html
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        assert_eq!(of("<p>Cranes<script>if (a<b) '</p>'</script> fell.</p>"), "<p>Cranes fell.</p>");
        assert_eq!(of("<STYLE media=x>p > a {}</STYLE >Cranes<!-- a > b --> fell."), "Cranes fell.");
        assert_eq!(of("a<svg><svg/><g><svg></svg></g><title>Logo</title></svg>b<svg class=x />c"), "abc");
        assert_eq!(of("a<!-->b<!--->c<!x>d"), "abc<!x>d");
        let picture = "A".repeat(200);
        assert_eq!(of(&format!("<img alt=Pier src=\"data:image/png;base64,{picture}\">")), "<img alt=Pier src=\"\">");
    }

    #[test]
    fn what_tells_of_the_report_stays() {
        for page in [
            "<script type='application/ld+json'>{\"a\": \"<!-- <script>\"}</script><p>Cranes</p>",
            "<!-- saved from url=(0026)https://coast.example/pier --><p>Cranes</p>",
            "<!--\n Page saved with SingleFile \n url: https://coast.example/pier -->",
            "<title>How a <script> is written</title><p>Cranes</p>",
            "<p title=\"<script>\">Cranes</p>",
            "<img src='data:,A'>",
        ] {
            assert_eq!(of(page), page);
        }
    }

    #[test]
    fn what_does_not_end_stays() {
        for page in ["<script>a", "<style>a", "<svg>a", "<!-- a", "<", "</", "<a", "<!-- a --!> b -->", "<title>a"] {
            assert_eq!(of(page), page);
        }
        let inner = "<script><!-- document.write('<script></script>') --></script><p>Cranes</p>";
        assert_eq!(of(inner), inner);
    }

    #[test]
    fn depth_and_number_of_elements() {
        let page = lean("<div><p>a<p>b<br><div><i>c</i></div></div><script>'<div>'</script>");
        assert_eq!((page.depth, page.many), (3, 7));
    }

    proptest! {
        #[test]
        fn the_same_words_are_read(parts in proptest::collection::vec(0usize..16, 0..14)) {
            const PARTS: [&str; 16] = [
                "<p>", "</p>", "Cranes ", "fell. ", "<script>var a = '<p>';</script>", "<style>p{}</style>", "<!-- c -->",
                "<svg><path d='M0'/></svg>", "<div class='a'>", "</div>", "<a href='x'>", "</a>", "<script>", "<!--", "<b title='<svg>'>",
                "<svg>",
            ];
            let page: String = parts.iter().map(|&at| PARTS[at]).collect();
            let words = |html: &str| flatten::text(html).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&of(&page)), words(&page), "{}", page);
        }
    }
}
