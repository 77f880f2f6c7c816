//! Nouns and adjectives that are cues.

use std::sync::LazyLock;

use crate::maps::Map;

/// Nouns that name a speech act or an attitude; a clause, an infinitive or "of" follows with its content.
pub(crate) fn noun(word: &str) -> bool {
    const NOUNS: &str = "claim allegation accusation assertion contention argument statement announcement declaration
        admission acknowledgement acknowledgment concession confession denial insistence suggestion implication
        hint warning threat promise pledge vow commitment assurance guarantee prediction forecast projection
        expectation estimate assessment conclusion finding determination judgment judgement verdict ruling decision
        belief view opinion notion idea conviction assumption presumption perception impression sense feeling hope
        fear concern worry doubt suspicion speculation rumor rumour theory hypothesis hunch guess thought
        understanding realization realisation recognition awareness knowledge evidence proof indication sign
        report reminder testimony comment remark complaint criticism objection protest demand request call plea
        appeal order instruction recommendation proposal plan intention desire wish willingness refusal
        reluctance determination resolve bid endorsement support opposition message word news revelation disclosure
        description explanation interpretation characterization charge agreement consensus sentiment confidence
        skepticism scepticism optimism pessimism insult boast vision question";
    static SET: LazyLock<Map<String, ()>> = LazyLock::new(|| {
        NOUNS
            .split_whitespace()
            .flat_map(|noun| {
                let plural = match noun.strip_suffix('y') {
                    Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
                    _ if noun.ends_with('s') => format!("{noun}es"),
                    _ => format!("{noun}s"),
                };
                [(noun.to_owned(), ()), (plural, ())]
            })
            .collect()
    });
    SET.contains_key(word)
}

/// Adjectives that tell an attitude towards what follows.
pub(crate) fn adjective(word: &str) -> bool {
    matches!(
        word,
        "sure"
            | "certain"
            | "confident"
            | "convinced"
            | "aware"
            | "unaware"
            | "afraid"
            | "hopeful"
            | "optimistic"
            | "pessimistic"
            | "skeptical"
            | "sceptical"
            | "doubtful"
            | "worried"
            | "concerned"
            | "glad"
            | "happy"
            | "pleased"
            | "proud"
            | "sorry"
            | "disappointed"
            | "surprised"
            | "shocked"
            | "angry"
            | "furious"
            | "critical"
            | "supportive"
            | "wary"
            | "willing"
            | "unwilling"
            | "eager"
            | "reluctant"
            | "determined"
            | "unafraid"
            | "anxious"
            | "ready"
            | "keen"
            | "uneasy"
            | "adamant"
            | "unsure"
            | "dismissive"
            | "fearful"
            | "thrilled"
            | "excited"
            | "delighted"
            | "upset"
            | "mindful"
            | "distrustful"
            | "suspicious"
            | "envious"
    )
}
