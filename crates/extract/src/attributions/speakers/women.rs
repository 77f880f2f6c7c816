//! Who is a woman and who a man, as far as titles and given names tell.

use std::collections::BTreeMap;

use model::{EntityKind, Mention};

use crate::{
    mentions::{
        self,
        given_names::{self, Bearer},
    },
    prose::Prose,
    tags::Tag,
};

/// Whether each person of a text is a woman, where a title or the given name tells.
pub(crate) fn women<'a>(prose: &Prose<'_>, mentions: &'a [Mention]) -> BTreeMap<&'a str, bool> {
    let words = &prose.words;
    let people = || mentions.iter().filter(|mention| mention.kind == EntityKind::Person);
    let mut women = BTreeMap::new();
    for mention in people() {
        let first = words.at(prose.text.byte(mention.span.start));
        let titles = (first.saturating_sub(3)..first).rev().take_while(|&at| words.tag(at) != Tag::Punctuation);
        // "her father, Jon, left"
        let kin = || {
            let noun = first.checked_sub(2).filter(|_| words.text(first - 1) == ",")?;
            mentions::woman(words.lower(noun))
        };
        let given = mention.name.split(' ').next().unwrap_or_default().to_lowercase();
        // "Spokesman Anna Berg": an office.
        let office = |lower: &str| {
            lower.ends_with("man") && lower.len() > 5 && given_names::bearer(&given) == Some(Bearer::Woman)
        };
        let told = titles.map(|at| words.lower(at)).filter(|lower| !office(lower)).find_map(mentions::woman);
        if let Some(woman) = told.or_else(kin) {
            women.insert(mention.name.as_str(), woman);
        }
    }
    for mention in people() {
        let first = mention.name.split(' ').next().unwrap_or_default().to_lowercase();
        let woman = match given_names::bearer(&first) {
            Some(Bearer::Woman) => true,
            Some(Bearer::Man) => false,
            _ => continue,
        };
        if mention.name.contains(' ') && !given_names::stands_first(&first) {
            women.entry(mention.name.as_str()).or_insert(woman);
        }
    }
    women
}
