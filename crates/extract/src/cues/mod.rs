//! Cue words by the frames they take.
//!
//! Verbs are grouped by their syntax, after the classes of VerbNet (Kipper-Schuler 2005): say-37.7, tell-37.2,
//! conjecture-29.5, declare-29.4, characterize-29.2, want-32.1, see-30.1, indicate-78, judgement-33 and their kin. A
//! verb may stand in several groups.

mod nouns;
mod prepositions;

use std::sync::LazyLock;

use crate::grammar::inflection::{self, Forms};
use crate::maps::Map;

pub(crate) use nouns::{adjective, noun};
pub(crate) use prepositions::takes_preposition;

/// What a cue verb can take as its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames(u16);

impl Frames {
    /// Direct speech.
    pub(crate) const QUOTE: Self = Self(1);
    /// A clause after "that" or a question word.
    pub(crate) const CLAUSE: Self = Self(2);
    /// A clause without "that".
    pub(crate) const BARE: Self = Self(4);
    /// Whoever is spoken to comes before the content.
    pub(crate) const HEARER: Self = Self(8);
    /// An infinitive with "to".
    pub(crate) const INFINITIVE: Self = Self(16);
    /// A noun phrase and an infinitive with "to".
    pub(crate) const OBJECT_INFINITIVE: Self = Self(32);
    /// A noun phrase.
    pub(crate) const OBJECT: Self = Self(64);
    /// No holder: the content is the subject with the infinitive ("seems to").
    pub(crate) const SEEM: Self = Self(128);
    /// A gerund.
    pub(crate) const GERUND: Self = Self(256);
    /// A document or finding says it: "show", "find".
    pub(crate) const FINDING: Self = Self(512);
    /// The passive with an infinitive is a cue without a holder ("is expected to").
    pub(crate) const PASSIVE_INFINITIVE: Self = Self(1024);
    /// A noun phrase and what it is said to be: "call it a farce", "describe it as a farce".
    pub(crate) const NAMING: Self = Self(2048);
    /// A verb that means little by itself: the noun after it is the cue ("express doubt that").
    pub(crate) const LIGHT: Self = Self(4096);

    /// Whether any of `other` is possible.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One form of a cue verb.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    /// Its base form.
    pub(crate) lemma: &'static str,
    /// Which forms the word can be.
    pub(crate) forms: Forms,
    /// What it takes.
    pub(crate) frames: Frames,
}

const SPEECH: Frames = Frames::QUOTE.or(Frames::CLAUSE).or(Frames::BARE);
const STANCE: Frames = Frames::CLAUSE.or(Frames::OBJECT);

/// Verbs by frame, separated by white space.
const GROUPS: &[(Frames, &str)] = &[
    // say-37.7: speech with any complement.
    (
        SPEECH,
        "say add state declare announce note remark comment observe claim assert allege argue contend insist maintain
         explain acknowledge admit concede confirm confess reply respond answer retort counter continue recall recount
         report repeat reiterate stress emphasize emphasise underscore underline point conclude suggest predict warn caution
         joke quip muse opine reason stipulate testify swear vow pledge promise boast brag complain lament protest
         object disclose reveal write tweet post recommend propose signal hint imply intimate speculate surmise theorize
         affirm reaffirm aver avow proclaim pronounce profess mention relate clarify elaborate interject volunteer
         venture submit posit postulate advise agree conjecture gripe grouse grumble moan rant",
    ),
    // Manner of speaking-37.3 and turns of talk, which introduce direct speech.
    (
        Frames::QUOTE,
        "shout yell scream whisper mutter mumble murmur cry exclaim ask demand inquire wonder laugh sigh sneer snap
         tell call go read begin start conclude chant plead urge blog text email e-mail text sing sniff scoff deadpan
         intone chime interrupt thunder bellow gush enthuse fume rail recite state ponder think",
    ),
    // tell-37.2, advise-37.9: the hearer first.
    (
        Frames::HEARER.or(Frames::CLAUSE).or(Frames::BARE).or(Frames::QUOTE),
        "tell inform notify assure reassure remind warn advise convince persuade promise",
    ),
    (Frames::HEARER.or(Frames::CLAUSE).or(Frames::QUOTE), "ask email e-mail text"),
    // conjecture-29.5, consider-29.9: what somebody holds to be so.
    (
        Frames::CLAUSE.or(Frames::BARE),
        "believe think hope fear suspect doubt assume presume suppose guess figure reckon imagine expect feel know
         assess understand realize realise recognize recognise anticipate worry bet hold trust wish envision fantasize
         forget remember learn hear judge gather estimate calculate foresee decide determine mean dream pray",
    ),
    // indicate-78, see-30.1: what documents, polls, studies show.
    (
        Frames::CLAUSE.or(Frames::BARE).or(Frames::FINDING),
        "show find indicate suggest reveal demonstrate prove discover detect establish illustrate confirm document
         project forecast",
    ),
    // want-32.1, intend-61.2, promise-37.13: what somebody means to do.
    (
        Frames::INFINITIVE,
        "want hope plan intend aim seek vow pledge promise agree refuse decline threaten offer wish decide choose
         propose expect like prefer love hate long yearn swear claim consent volunteer opt ask demand desire
         profess dare undertake resolve mean wanna",
    ),
    // order-60, advise-37.9, urge-58.1: what somebody wants another to do.
    (
        Frames::OBJECT_INFINITIVE,
        "urge ask tell order instruct command direct advise encourage implore beg beseech exhort expect want invite
         warn remind challenge require request press pressure like prefer believe consider recommend persuade forbid
         allow permit lobby counsel prod authorize authorise",
    ),
    // judgement-33, characterize-29.2: taking a stand towards a thing or a person.
    (
        Frames::OBJECT,
        "endorse criticize criticise praise condemn denounce attack blast slam assail mock ridicule deride decry
         denigrate disparage applaud commend hail laud tout defend accuse blame fault chide rebuke scold reprimand
         berate bash rip lambaste castigate excoriate skewer knock ding disavow renounce repudiate reject dismiss
         oppose support champion favor favour question doubt dispute contest deny refute rebut challenge
         contradict downplay highlight emphasize emphasise stress underscore mention cite reference quote invoke
         discuss debate describe characterize characterise depict portray label dub call deem term brand paint
         compare liken announce unveil propose recommend suggest promise pledge threaten demand request urge
         order seek oppose admire appreciate regret resent fear welcome cheer celebrate embrace approve predict
         forecast foresee anticipate envision explain acknowledge admit concede confirm recall recount reiterate
         repeat stress outline detail reveal disclose report note express voice convey articulate echo declare
         proclaim claim allege assert advocate promote propose protest lament bemoan mourn decline address
         consider view regard see perceive understand prefer want expect contemplate weigh ponder recite preach
         apologize forswear ban rule overrule warrant rescind affirm reaffirm defy rebuff spurn shun vilify demonize
         insult scorn extol exalt glorify vouch trumpet ballyhoo herald insinuate misrepresent mischaracterize
         misstate overstate exaggerate understate underestimate overestimate estimate publish release issue",
    ),
    // Gerunds: "denied taking", "considered leaving", "recalled seeing".
    (
        Frames::GERUND,
        "deny consider recall suggest propose recommend admit acknowledge remember mention discuss describe contemplate
         regret support oppose advocate favor favour like love hate dislike imagine envision prefer report",
    ),
    // seem-109: how it looks, to nobody in particular.
    (Frames::SEEM, "seem appear"),
    // The passive with an infinitive, or with "that" after "it": "is expected to", "it is said that".
    (
        Frames::PASSIVE_INFINITIVE,
        "expect say believe think report rumor rumour allege know understand project predict estimate consider
         assume presume deem suspect claim",
    ),
    (
        Frames::NAMING,
        "call label dub deem brand term describe characterize characterise depict portray paint regard view see perceive
         consider declare denounce dismiss defend cite proclaim pronounce name rate rank frame cast identify",
    ),
    (
        Frames::LIGHT,
        "express voice show make give have issue raise offer reach take send deliver release get see find share hold
         reiterate cast draw lodge file sound",
    ),
    (Frames::CLAUSE, "welcome hail celebrate regret lament deny dispute boast stress"),
    (STANCE, "question wonder debate doubt discuss explain consider determine decide reveal disclose learn ask"),
];

/// The forms of all cue verbs.
static VERBS: LazyLock<Map<String, Cue>> = LazyLock::new(|| {
    let mut verbs: Map<String, Cue> = Map::default();
    for &(frames, group) in GROUPS {
        for lemma in group.split_whitespace() {
            for (form, forms) in inflection::forms(lemma) {
                let cue =
                    verbs.entry(form).or_insert(Cue { lemma, forms: Forms::default(), frames: Frames::default() });
                // "found" is a form of "find" and of "found": the first to come keeps the word.
                if cue.lemma == lemma {
                    cue.forms = cue.forms.or(forms);
                    cue.frames = cue.frames.or(frames);
                }
            }
        }
    }
    // Verbs whose content follows a preposition, and nothing else.
    for lemma in prepositions::WITH_PREPOSITION.iter().flat_map(|(_, verbs)| verbs.iter().copied()) {
        for (form, forms) in inflection::forms(lemma) {
            let cue = verbs.entry(form).or_insert(Cue { lemma, forms: Forms::default(), frames: Frames::default() });
            if cue.lemma == lemma {
                cue.forms = cue.forms.or(forms);
            }
        }
    }
    verbs
});

/// The cue verb that the lower-cased `word` is a form of.
pub(crate) fn verb(word: &str) -> Option<Cue> {
    VERBS.get(word).copied()
}

/// Verbs that only lead up to the one after them: "went on to say", "declined to comment".
pub(crate) fn leads_on(lemma_or_form: &str) -> bool {
    const VERBS: &str = "go come continue try decline refuse begin start move choose attempt fail manage rush proceed
        return prompt force use seem happen tend hasten struggle hesitate pause appear";
    static SET: LazyLock<Map<String, ()>> =
        LazyLock::new(|| VERBS.split_whitespace().flat_map(inflection::forms).map(|(form, _)| (form, ())).collect());
    SET.contains_key(lemma_or_form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_verb_is_known() {
        for (word, lemma) in
            [("said", "say"), ("denies", "deny"), ("vowing", "vow"), ("told", "tell"), ("found", "find")]
        {
            assert_eq!(verb(word).map(|cue| cue.lemma), Some(lemma));
        }
        assert!(verb("walked").is_none() && noun("allegations") && takes_preposition("called", "for"));
    }
}
