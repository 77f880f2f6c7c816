//! The words that commit: hedges, plans, denials, and verbs that speak or judge.

/// Adverbs that hedge.
pub(super) const HEDGES: &[&str] = &[
    "reportedly",
    "allegedly",
    "apparently",
    "supposedly",
    "purportedly",
    "possibly",
    "perhaps",
    "maybe",
    "probably",
    "presumably",
    "seemingly",
    "potentially",
    "ostensibly",
    "conceivably",
    "likely",
    "arguably",
];

/// Participles and adjectives that hedge after a form of "be": "is rumoured to", "is unclear".
pub(super) const HEDGED_PREDICATES: &[&str] = &[
    "rumored",
    "rumoured",
    "said",
    "alleged",
    "reported",
    "believed",
    "thought",
    "suspected",
    "understood",
    "unclear",
    "unconfirmed",
    "uncertain",
    "unknown",
    "unverified",
    "possible",
    "presumed",
    "speculated",
    "accused",
    "estimated",
    "assumed",
    "claimed",
    "considered",
    "probable",
    "doubtful",
    "feared",
];

/// What an expletive tells of the clause behind it: "it is unlikely that".
pub(super) const UNSURE: &[&str] = &[
    "possible",
    "unclear",
    "likely",
    "unlikely",
    "probable",
    "improbable",
    "doubtful",
    "uncertain",
    "conceivable",
    "questionable",
    "unknown",
];

/// What "be" and one of these tells before "to": yet to come.
pub(super) const EXPECTED_PREDICATES: &[&str] = &[
    "expected",
    "set",
    "due",
    "scheduled",
    "poised",
    "slated",
    "likely",
    "about",
    "going",
    "planned",
    "preparing",
    "planning",
    "bound",
    "ready",
    "intended",
    "projected",
    "forecast",
    "anticipated",
    "supposed",
    "hoping",
    "aiming",
    "predicted",
    "seeking",
    "looking",
];

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
pub(super) const INTENTIONS: &[&str] = &[
    "plan",
    "plans",
    "planned",
    "intend",
    "intends",
    "intended",
    "aim",
    "aims",
    "aimed",
    "hope",
    "hopes",
    "hoped",
    "expect",
    "expects",
    "expected",
    "prepare",
    "prepares",
    "prepared",
    "vow",
    "vows",
    "vowed",
    "pledge",
    "pledges",
    "pledged",
    "promise",
    "promises",
    "promised",
    "look",
    "looks",
    "agree",
    "agrees",
    "agreed",
    "want",
    "wants",
    "wanted",
    "propose",
    "proposes",
    "proposed",
    "threaten",
    "threatens",
    "threatened",
    "mean",
    "means",
];

/// Verbs that hedge before "to": "appears to have left".
pub(super) const SEEMING: &[&str] = &["appear", "appears", "appeared", "seem", "seems", "seemed"];

/// Verbs that can deny, with whether they deny whatever is said ("deny"), rather than only clauses and things that are said
/// ("reject"). Who refuses, declines or turns down denies nothing.
pub(super) const DENIERS: &[(&str, bool)] = &[
    ("deny denies denied denying", true),
    ("refute refutes refuted refuting rebut rebuts rebutted debunk debunks debunked", true),
    ("dispute disputes disputed disputing", false),
    ("reject rejects rejected rejecting", false),
    ("dismiss dismisses dismissed dismissing", false),
    ("rebuff rebuffs rebuffed repudiate repudiates repudiated disavow disavows disavowed", false),
];

/// Things that are said to be so, in the singular.
pub(super) const SAID_THINGS: &[&str] = &[
    "accusation",
    "allegation",
    "claim",
    "assertion",
    "charge",
    "insinuation",
    "contention",
    "rumor",
    "rumour",
    "innuendo",
    "speculation",
];

/// Things that are said to be so where what they say stands behind them: "reports that", "suggestions of".
pub(super) const SAID_ONLY_OF: &[&str] = &[
    "report",
    "suggestion",
    "idea",
    "notion",
    "theory",
    "theorie",
    "story",
    "storie",
    "concern",
    "fear",
    "argument",
    "talk",
    "finding",
    "conclusion",
    "statement",
    "hint",
];

/// What is said to be so, but is as well brought before a court: only with a clause behind it is it denied by who dismisses it.
pub(super) const ACTS_OF: &[&str] = &["charge"];

/// What makes a claim a demand: "territorial claims".
pub(super) const LEGAL: &[&str] = &[
    "territorial",
    "asylum",
    "insurance",
    "compensation",
    "refugee",
    "damages",
    "legal",
    "maritime",
    "land",
    "benefit",
    "benefits",
    "wage",
    "sovereignty",
    "criminal",
];

/// Who decides on what is brought before them.
pub(super) const SAYERS_OF_LAW: &[&str] = &[
    "court",
    "judge",
    "jury",
    "tribunal",
    "magistrate",
    "justice",
    "insurer",
    "prosecutor",
    "panel",
    "arbitrator",
    "commissioner",
    "regulator",
];

/// What can be given to somebody, and so be denied without a word on what is so; in the singular.
pub(super) const BENEFITS: &[&str] = &[
    "bail",
    "entry",
    "access",
    "visa",
    "permission",
    "permit",
    "request",
    "application",
    "appeal",
    "motion",
    "parole",
    "asylum",
    "service",
    "right",
    "benefit",
    "treatment",
    "care",
    "aid",
    "citizenship",
    "clemency",
    "stay",
    "petition",
    "opportunity",
    "chance",
    "coverage",
    "relief",
    "refuge",
    "shelter",
    "food",
    "water",
    "medicine",
    "funding",
    "fund",
    "funds",
    "loan",
    "license",
    "licence",
    "accreditation",
    "admission",
    "admittance",
    "boarding",
    "passage",
    "clearance",
    "credit",
    "freedom",
    "justice",
    "representation",
    "education",
    "job",
    "promotion",
    "pay",
    "pension",
    "victory",
    "win",
    "goal",
    "title",
    "majority",
    "vote",
    "pardon",
    "privilege",
    "protection",
    "certification",
    "recognition",
    "statehood",
    "use",
    "bid",
    "waiver",
    "injunction",
    "release",
    "leave",
    "safe",
    "haven",
    "sanctuary",
    "space",
    "landing",
    "overflight",
    "contract",
    "tenure",
    "place",
    "seat",
    "custody",
    "visit",
    "call",
];

/// Words for what is not so.
pub(super) const UNTRUE: &[&str] =
    &["false", "untrue", "baseless", "unfounded", "groundless", "wrong", "fabricated", "nonsense"];

/// What is confirmed, where it is not: "has not been confirmed" hedges and denies nothing.
pub(super) const CONFIRMED: &[&str] = &["confirmed", "verified", "corroborated", "substantiated", "proven", "proved"];

/// Nouns and adjectives that hedge where they are what a clause speaks of: "there were rumours of".
pub(super) const HEDGING_NOUNS: &[&str] =
    &["rumor", "rumors", "rumour", "rumours", "speculation", "allegation", "allegations", "suspicion", "suspicions"];

/// Whether a cue word speaks of what somebody means to do or will do, rather than of what somebody says.
pub(crate) fn plans(lower: &str) -> bool {
    INTENTIONS.contains(&lower)
        // Who predicts says so.
        || EXPECTED_PREDICATES.contains(&lower) && !matches!(lower, "predicted" | "forecast" | "projected" | "anticipated")
        || matches!(
            lower,
            "will" | "would" | "shall" | "eager" | "willing" | "keen" | "held" | "tries" | "tried" | "motivated"
        )
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
