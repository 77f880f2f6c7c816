//! The words of denials: who can deny, what can be denied, and what only sounds like it.

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
pub(super) const LEGAL: &str = "territorial asylum insurance compensation refugee damages legal maritime land benefit benefits \
    wage sovereignty criminal";

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
    "bond",
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
