//! Parts of speech, after the universal tag set (Petrov, Das and McDonald 2012), and the words that have one alone.

use harper_pos_utils::{Tagger, UPOS};

use crate::tagger::tagger;

/// The part of speech of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tag {
    /// A noun, and whatever is not known.
    Noun,
    /// A name.
    Proper,
    /// A pronoun.
    Pronoun,
    /// A full verb.
    Verb,
    /// An auxiliary or modal verb, and forms of "be".
    Auxiliary,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
    /// An article or other determiner.
    Determiner,
    /// A preposition.
    Preposition,
    /// "to" before a verb, "not", the possessive mark.
    Particle,
    /// "and", "or", "but".
    Conjunction,
    /// "that", "if", "because" before a clause.
    Subordinator,
    /// A number.
    Number,
    /// An exclamation.
    Interjection,
    /// A symbol such as "$".
    Symbol,
    /// A mark of punctuation.
    Punctuation,
}

/// Whether the dictionary knows the lower-cased word as something other than a name.
pub(crate) fn is_common(lower: &str) -> bool {
    let tag = tagger().tag_sentence(&[lower.to_owned()]).into_iter().next().flatten();
    tag.is_some_and(|tag| tag != UPOS::PROPN)
}

/// The words of the closed classes, which are few enough to be certain of.
pub(crate) fn closed(word: &str) -> Option<Tag> {
    Some(match word {
        "a" | "an" | "the" | "every" | "each" | "another" | "no" | "my" | "your" | "its" | "our" | "their" => {
            Tag::Determiner
        }
        "i" | "you" | "he" | "she" | "it" | "we" | "they" | "me" | "him" | "us" | "them" | "who" | "whom"
        | "himself" | "herself" | "itself" | "themselves" | "myself" | "yourself" | "ourselves" | "someone"
        | "somebody" | "anyone" | "anybody" | "everyone" | "everybody" | "nobody" | "something" | "anything"
        | "everything" | "nothing" | "hers" | "theirs" | "mine" | "yours" | "ours" => Tag::Pronoun,
        "is" | "am" | "are" | "was" | "were" | "be" | "been" | "being" | "'m" | "'re" | "'ve" | "'ll" | "'d"
        | "can" | "could" | "will" | "would" | "shall" | "should" | "may" | "might" | "must" | "ca" | "wo"
        | "cannot" => Tag::Auxiliary,
        "and" | "or" | "but" | "nor" | "&" => Tag::Conjunction,
        "n't" | "not" | "'t" => Tag::Particle,
        "because" | "although" | "though" | "whether" | "if" | "unless" | "whereas" => Tag::Subordinator,
        "of" | "at" | "from" | "with" | "into" | "by" | "for" | "in" | "on" | "during" | "toward" | "towards"
        | "among" | "between" | "against" | "upon" | "despite" => Tag::Preposition,
        _ => return None,
    })
}
