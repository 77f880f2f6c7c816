//! The words that commit: hedges, plans, denials, and verbs that speak or judge.

/// Adverbs that hedge.
pub(super) const HEDGES: &str = "reportedly allegedly apparently supposedly purportedly possibly perhaps maybe probably presumably \
    seemingly potentially ostensibly conceivably likely arguably";

/// Participles and adjectives that hedge after a form of "be": "is rumoured to", "is unclear".
pub(super) const HEDGED_PREDICATES: &str = "rumored rumoured said alleged reported believed thought suspected understood unclear \
    unconfirmed uncertain unknown unverified possible presumed speculated accused estimated \
    assumed claimed considered probable doubtful feared";

/// What an expletive tells of the clause behind it: "it is unlikely that".
pub(super) const UNSURE: &str = "possible unclear likely unlikely probable improbable doubtful uncertain conceivable \
    questionable unknown";

/// What "be" and one of these tells before "to": yet to come.
pub(super) const EXPECTED_PREDICATES: &str = "expected set due scheduled poised slated likely about going planned preparing planning \
    bound ready intended projected forecast anticipated supposed aiming predicted seeking \
    looking";

/// What "be" and one of these tells before a date, with the words that stand between: "is planned for May".
pub(super) const DATED_PREDICATES: &[(&str, &[&str])] = &[
    ("planned", &["for", "on", "in"]),
    ("scheduled", &["for", "on", "in"]),
    ("slated", &["for"]),
    ("set", &["for"]),
    ("due", &["on", "in", "by"]),
    ("expected", &["on", "in", "by"]),
];

/// Verbs that, with "to" and another verb, speak of what is yet to come.
pub(super) const INTENTIONS: &str = "plan plans planned intend intends intended aim aims aimed expect expects expected prepare \
    prepares prepared vow vows vowed pledge pledges pledged promise promises promised look \
    looks agree agrees agreed propose proposes proposed threaten threatens threatened mean \
    means";

/// Verbs that hedge before "to": "appears to have left".
pub(super) const SEEMING: &[&str] = &["appear", "appears", "appeared", "seem", "seems", "seemed"];

/// What is confirmed, where it is not: "has not been confirmed" hedges and denies nothing.
pub(super) const CONFIRMED: &[&str] = &["confirmed", "verified", "corroborated", "substantiated", "proven", "proved"];

/// Nouns and adjectives that hedge where they are what a clause speaks of: "there were rumours of".
pub(super) const HEDGING_NOUNS: &[&str] =
    &["rumor", "rumors", "rumour", "rumours", "speculation", "allegation", "allegations", "suspicion", "suspicions"];

/// Whether a cue word speaks of what somebody means to do or will do, rather than of what somebody says.
pub(crate) fn plans(lower: &str) -> bool {
    crate::words::is_one_of(lower, INTENTIONS)
        // Who predicts says so.
        || crate::words::is_one_of(lower, EXPECTED_PREDICATES) && !matches!(lower, "predicted" | "forecast" | "projected" | "anticipated")
        || crate::words::is_one_of(lower, "will would shall want wants wanted eager willing keen held tries tried motivated")
}

/// Whether a cue word names what somebody does with words to somebody or something, which is told as done: "praised".
pub(crate) fn is_act(lower: &str) -> bool {
    ["applaud", "condemn", "criticis", "criticiz", "denounc", "endors", "laud", "mock", "prais", "slam"]
        .iter()
        .any(|stem| lower.starts_with(stem))
}

/// Whether a cue word speaks or judges, so that what it takes is somebody's word though it is no clause: "hailed the
/// deal".
pub(crate) fn speaks(lower: &str) -> bool {
    const STEMS: &[&str] = &[
        "accus",
        "advocat",
        "mention",
        "propos",
        "affirm",
        "announc",
        "applaud",
        "assert",
        "blam",
        "call",
        "cit",
        "claim",
        "condemn",
        "confirm",
        "criticis",
        "criticiz",
        "demand",
        "denounc",
        "describ",
        "deni",
        "deny",
        "disput",
        "emphasi",
        "endors",
        "express",
        "hail",
        "highlight",
        "insist",
        "laud",
        "mock",
        "point",
        "prais",
        "reaffirm",
        "refer",
        "report",
        "reveal",
        "slam",
        "stress",
        "suggest",
        "tout",
        "underlin",
        "underscor",
        "urg",
        "warn",
        "accord",
        "argu",
        "indicat",
        "predict",
    ];
    STEMS.iter().any(|stem| lower.starts_with(stem))
}
