//! Prepositions that belong to a cue verb: "call for", "talk about".

use std::sync::LazyLock;

use crate::grammar::inflection;
use crate::maps::Map;

/// Verbs whose content follows a preposition that belongs to the cue.
pub(super) const WITH_PREPOSITION: &[(&str, &[&str])] = &[
    (
        "about",
        &[
            "talk", "speak", "complain", "worry", "lie", "joke", "boast", "brag", "know", "write", "think", "ask",
            "wonder", "hear", "tell", "care", "gripe", "rant", "say", "warn", "chat", "lecture", "tweet", "inquire",
            "fret", "learn", "read", "muse", "testify", "comment", "feel", "preach", "dream",
        ],
    ),
    (
        "of",
        &[
            "speak",
            "accuse",
            "warn",
            "think",
            "complain",
            "boast",
            "talk",
            "write",
            "dream",
            "approve",
            "disapprove",
            "hear",
            "inform",
            "remind",
            "convince",
            "conceive",
            "despair",
            "assure",
        ],
    ),
    (
        "on",
        &[
            "comment",
            "insist",
            "call",
            "focus",
            "elaborate",
            "report",
            "seize",
            "agree",
            "harp",
            "remark",
            "dwell",
            "reflect",
            "opine",
            "pounce",
            "expound",
            "touch",
            "reverse",
            "sour",
        ],
    ),
    (
        "to",
        &[
            "refer",
            "object",
            "respond",
            "point",
            "allude",
            "agree",
            "admit",
            "react",
            "testify",
            "confess",
            "attest",
            "promise",
            "appeal",
            "subscribe",
            "swear",
            "pivot",
        ],
    ),
    (
        "for",
        &[
            "call",
            "ask",
            "push",
            "argue",
            "vote",
            "hope",
            "apologize",
            "apologise",
            "plead",
            "advocate",
            "praise",
            "blame",
            "criticize",
            "criticise",
            "wish",
            "lobby",
            "vouch",
            "beg",
            "pray",
            "press",
            "long",
        ],
    ),
    ("against", &["argue", "warn", "speak", "rail", "vote", "campaign", "protest", "inveigh", "rule", "preach"]),
    ("with", &["agree", "disagree", "concur", "sympathize", "sympathise", "quibble", "sidee"]),
    ("at", &["hint", "laugh", "scoff", "balk", "sneer", "lash", "swipe", "bristle", "marvel", "mock", "rage"]),
    ("in", &["believe"]),
    ("as", &["describe", "portray", "characterize", "characterise", "depict"]),
];

static PREPOSITIONS: LazyLock<Map<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut map: Map<String, Vec<&'static str>> = Map::default();
    for &(preposition, verbs) in WITH_PREPOSITION {
        for lemma in verbs {
            for (form, _) in inflection::forms(lemma) {
                let list = map.entry(form).or_default();
                if !list.contains(&preposition) {
                    list.push(preposition);
                }
            }
        }
    }
    map
});

/// Whether `preposition` after the verb form `word` belongs to the cue, the content being what follows.
pub(crate) fn takes_preposition(word: &str, preposition: &str) -> bool {
    PREPOSITIONS.get(word).is_some_and(|list| list.contains(&preposition))
}
