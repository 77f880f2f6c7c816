//! Suggestions while typing.

use model::Span;

use super::answer::Suggestion;
use crate::files::Item;
use crate::order::sort;
use crate::text::words;

/// The key that typed words make: folded, the last as it stands.
pub(crate) fn key(typed: &str) -> String {
    let forms: Vec<String> = words(typed).into_iter().map(|word| word.form).collect();
    let mut key = forms.join(" ");
    if !key.is_empty() && typed.ends_with(char::is_whitespace) {
        key.push(' ');
    }
    key
}

/// The best lines for a key.
pub(crate) fn best(mut items: Vec<&Item>, key: &str, limit: usize) -> Vec<Suggestion> {
    items.retain(|item| item.key.starts_with(key));
    let rank = |item: &Item| (item.from != 0, item.kind, std::cmp::Reverse(item.weight));
    sort(&mut items, &|a, b| rank(a).cmp(&rank(b)).then_with(|| a.text.cmp(&b.text)));
    let mut lines: Vec<Suggestion> = Vec::new();
    for item in items {
        if lines.len() == limit {
            break;
        }
        if lines.iter().all(|line| line.text != item.text) {
            lines.push(Suggestion { text: item.text.clone(), kind: item.kind, mark: mark(item, key) });
        }
    }
    lines
}

/// Which letters of a line answer to the key.
fn mark(item: &Item, key: &str) -> Span {
    let text = model::Text::new(&item.text);
    let all = words(&item.text);
    let within = &all[(item.from as usize).min(all.len())..];
    let typed = key.trim_end().split(' ').count();
    let last_typed = key.trim_end().rsplit(' ').next().map_or(0, |word| word.chars().count() as u32);
    let (Some(first), Some(last)) = (within.first(), within.get(typed.saturating_sub(1))) else {
        return Span::new(0, 0);
    };
    let span = text.span(last.start, last.end);
    Span::new(text.point(first.start), span.end.min(span.start + last_typed))
}
