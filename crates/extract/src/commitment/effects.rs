//! What verbs, nouns and adjectives tell of the clause or the thing that they take: that it is so, may be so, is yet to
//! come, or is not so. After the implicative and factive verbs of Karttunen (1971) and the classes of the factuality
//! profiler of Saurí and Pustejovsky (2012).

use std::sync::LazyLock;

use crate::grammar::inflection;
use crate::maps::Map;

/// What a word tells of what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// As far as the word itself holds: "managed to", "forced them to".
    Holds,
    /// It is so, whatever the word: "knows that".
    Fact,
    /// It may be so: "believes that".
    Hedged,
    /// It is yet to come, or wanted: "plans to".
    Expected,
    /// It is not so: "refused to".
    Denied,
}

const VERBS: &[(Effect, &str)] = &[
    (
        Effect::Holds,
        "manage force help lead cause make get begin start continue keep go come happen prove serve rush hasten bother
         remember succeed finish resume compel drive prompt let see hear watch find leave cease stop end say tell add
         state declare announce report note remark explain stress confirm show reveal disclose write argue contend
         maintain insist acknowledge admit concede conclude testify warn recall reply respond be use return proceed
         tend have enable allow permit release quote travel gather meet send",
    ),
    (Effect::Fact, "know realize realise learn discover regret notice recognize recognise remember ignore understand"),
    (
        Effect::Hedged,
        "believe think suspect suppose assume presume guess imagine feel suggest imply hint allege speculate estimate
         claim accuse doubt fear worry wonder consider reckon judge perceive appear seem rumor rumour dream pretend
         debate question indicate theorize surmise deem",
    ),
    (
        Effect::Expected,
        "want wish hope intend plan aim seek expect promise pledge vow threaten offer agree propose ask urge order
         demand request recommend advise encourage invite instruct direct require need prepare decide determine choose
         try attempt strive struggle fight work like love prefer desire contemplate mull weigh predict forecast project
         anticipate await schedule slate poise design authorize authorise empower entitle oblige commit move dare
         hesitate wait stand call look push press lobby beg plead implore persuade convince swear arrange vote bid
         set tell command mean volunteer campaign petition appeal warn long yearn opt campaign sue negotiate discuss
         explore study favor favour advocate support back",
    ),
    (
        Effect::Denied,
        "deny refuse decline fail neglect forget avoid prevent block bar ban prohibit forbid reject abandon cancel
         scrap halt",
    ),
];

static BY_FORM: LazyLock<Map<String, Effect>> = LazyLock::new(|| {
    let mut map = Map::default();
    for &(effect, verbs) in VERBS {
        for lemma in verbs.split_whitespace() {
            for (form, _) in inflection::forms(lemma) {
                map.entry(form).or_insert(effect);
            }
        }
    }
    map
});

/// What a verb form tells of the clause that it takes.
pub(super) fn of_clause(lower: &str) -> Option<Effect> {
    BY_FORM.get(lower).copied()
}

/// What a verb form tells of the infinitive that it takes: "told them to leave" is yet to come, "said that" is not.
pub(super) fn of_infinitive(lower: &str) -> Effect {
    const TOLD: &str = "tell tells told say says said warn warned warns write wrote";
    if crate::words::is_one_of(lower, TOLD) {
        return Effect::Expected;
    }
    const PURPOSE: &str = "go goes went gone going come comes came coming return returned use uses using add added \
        send sent travel traveled travelled gather gathered meet met stop stopped leave left \
        release released show shows let";
    if crate::words::is_one_of(lower, PURPOSE) {
        return Effect::Expected;
    }
    BY_FORM.get(lower).copied().unwrap_or(Effect::Expected)
}

/// What a noun tells of the clause or thing behind it: "the claim that", "rumours of", "the threat of".
pub(super) fn of_noun(lower: &str) -> Option<Effect> {
    let singular = lower
        .strip_suffix("ies")
        .map_or_else(|| lower.strip_suffix('s').unwrap_or(lower).to_owned(), |stem| format!("{stem}y"));
    let hedged = "claim allegation accusation rumor rumour suspicion speculation possibility chance \
        probability likelihood risk danger fear belief theory suggestion prospect doubt concern \
        worry assumption idea notion impression potential ability capability capacity right charge \
        hypothesis opportunity";
    let expected = "plan proposal threat hope expectation call demand request bid offer intention pledge \
        promise need attempt effort appeal prediction forecast decision agreement vow desire wish \
        target goal aim option pressure motion recommendation order move deadline permission \
        willingness reason way time";
    let denied = "refusal failure inability lack absence ban delay rejection denial";
    if crate::words::is_one_of(&singular, hedged) {
        Some(Effect::Hedged)
    } else if crate::words::is_one_of(&singular, expected) {
        Some(Effect::Expected)
    } else if crate::words::is_one_of(&singular, denied) {
        Some(Effect::Denied)
    } else {
        None
    }
}

/// What a verb tells of the thing that it takes, behind a preposition or not: "demanded the release", "called for a vote",
/// "cancelled the race".
pub(super) fn of_object(lower: &str, preposition: &str) -> Option<Effect> {
    const EXPECTED: &[&str] = &[
        "want",
        "seek",
        "expect",
        "demand",
        "request",
        "require",
        "need",
        "plan",
        "threaten",
        "promise",
        "pledge",
        "propose",
        "offer",
        "await",
        "predict",
        "forecast",
        "anticipat",
        "recommend",
        "urg",
        "schedul",
        "envision",
        "contemplat",
        "sought",
        "mull",
        "consider",
        "discuss",
    ];
    const HEDGED: &[&str] = &["fear", "suspect", "alleg", "rumor", "rumour"];
    const UNDONE: &[&str] = &["cancel", "avert", "avoid", "scrap"];
    const FOR: &[&str] = &[
        "call", "ask", "push", "press", "lobby", "lobbi", "appeal", "wait", "plead", "hop", "vot", "prepar", "plan",
        "campaign", "schedul", "set", "slat", "beg", "apply", "appli", "due",
    ];
    let stem = |stems: &[&str]| {
        stems.iter().any(|stem| {
            lower
                .strip_prefix(stem)
                .is_some_and(|rest| matches!(rest, "" | "s" | "es" | "ed" | "ing" | "e" | "led" | "ned" | "ting" | "d"))
        })
    };
    match preposition {
        "" if stem(EXPECTED) => Some(Effect::Expected),
        "" if stem(HEDGED) => Some(Effect::Hedged),
        "" if stem(UNDONE) => Some(Effect::Denied),
        "for" if stem(FOR) => Some(Effect::Expected),
        _ => None,
    }
}

/// What an adjective tells of the thing it stands before: "the alleged sale", "the planned strike".
pub(super) fn of_attribute(lower: &str) -> Option<Effect> {
    match lower {
        "any" | "alleged" | "suspected" | "possible" | "potential" | "purported" | "supposed" | "presumed"
        | "rumored" | "rumoured" | "reported" | "unconfirmed" | "hypothetical" | "apparent" => Some(Effect::Hedged),
        "planned" | "proposed" | "expected" | "prospective" | "upcoming" | "forthcoming" | "future" | "threatened"
        | "intended" | "anticipated" | "looming" | "would-be" | "scheduled" | "eventual" | "further" | "imminent"
        | "pending" => Some(Effect::Expected),
        _ => None,
    }
}

/// What an adjective or participle tells of the clause behind it: "likely to", "able to", "unclear whether".
pub(super) fn of_adjective(lower: &str) -> Option<Effect> {
    match lower {
        "likely" | "unlikely" | "possible" | "impossible" | "probable" | "unclear" | "uncertain" | "doubtful"
        | "able" | "capable" | "free" | "suspected" | "alleged" | "skeptical" | "sceptical" | "worried" | "afraid"
        | "rumored" | "rumoured" | "said" | "reported" | "convinced" | "confident" | "sure" => Some(Effect::Hedged),
        "ready" | "willing" | "eager" | "due" | "set" | "about" | "keen" | "reluctant" | "prepared" | "hopeful"
        | "going" | "poised" | "bound" | "anxious" | "determined" | "supposed" | "entitled" | "eligible"
        | "necessary" | "important" | "vital" | "essential" | "crucial" | "better" | "time" | "unwilling" => {
            Some(Effect::Expected)
        }
        "unable" => Some(Effect::Denied),
        "glad" | "happy" | "pleased" | "proud" | "sorry" | "surprised" | "aware" | "clear" | "true" => {
            Some(Effect::Fact)
        }
        _ => None,
    }
}
