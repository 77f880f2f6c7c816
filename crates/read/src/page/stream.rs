//! A page as a stream of tags and words: one pass, no tree, whatever the depth.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What a page has next.
pub(crate) enum Event<'a> {
    /// A tag opens; `closed` where it closes at once.
    Open(&'a Element),
    /// A tag closes, by name.
    Close(&'a str),
    /// Words; entities are characters already.
    Words(&'a str),
    /// A comment.
    Comment(&'a str),
}

/// An opening tag.
pub(crate) struct Element(Tag);

impl Element {
    /// Its name, in lower case.
    pub(crate) fn name(&self) -> &str {
        &self.0.name
    }

    /// What an attribute says.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.0.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
    }

    /// Its `class` and `id`, in lower case.
    pub(crate) fn labels(&self) -> String {
        let part = |name| self.attribute(name).unwrap_or_default();
        format!("{} {}", part("class"), part("id")).to_lowercase()
    }

    /// Whether it can hold nothing.
    pub(crate) fn is_void(&self) -> bool {
        is_void(self.name())
    }
}

/// Whether an element of this name can hold nothing.
pub(crate) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Goes through a page, in order.
pub(crate) fn walk(html: &str, visit: impl FnMut(Event<'_>)) {
    let sink = Sink(RefCell::new(visit));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(html));
    // The sink never asks for a script to be run, so one call reads all.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
}

struct Sink<F>(RefCell<F>);

impl<F: FnMut(Event<'_>)> TokenSink for Sink<F> {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut visit = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let raw = match &*tag.name {
                    "script" => Some(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
                    "title" | "textarea" => Some(RawKind::Rcdata),
                    _ => None,
                };
                let raw = raw.filter(|_| !tag.self_closing || &*tag.name == "script");
                visit(Event::Open(&Element(tag)));
                return raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::TagToken(tag) => visit(Event::Close(&tag.name)),
            Token::CharacterTokens(words) => visit(Event::Words(&words)),
            Token::CommentToken(words) => visit(Event::Comment(&words)),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_no_tags() {
        let mut seen = String::new();
        walk("<p class=A id=b>1 &lt; 2<script>if (a<b) '</p>'</script><!-- c --></p>", |event| match event {
            Event::Open(element) => seen.push_str(&format!("[{} {}]", element.name(), element.labels())),
            Event::Close(name) => seen.push_str(&format!("[/{name}]")),
            Event::Words(words) => seen.push_str(words),
            Event::Comment(words) => seen.push_str(&format!("({words})")),
        });
        assert_eq!(seen, "[p a b]1 < 2[script  ]if (a<b) '</p>'[/script]( c )[/p]");
    }
}
