//! Inflection: the forms of English verbs, from their base form.

/// Which form of a verb a word can be; several at once ("put").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forms(u8);

impl Forms {
    /// "say", "be"
    pub(crate) const BASE: Self = Self(1);
    /// "says"
    pub(crate) const THIRD: Self = Self(2);
    /// "said", "wrote"
    pub(crate) const PAST: Self = Self(4);
    /// "said", "written"
    pub(crate) const PARTICIPLE: Self = Self(8);
    /// "saying"
    pub(crate) const ING: Self = Self(16);

    /// Whether it can be any of `other`.
    pub(crate) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Base form, past, participle.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("arise", "arose", "arisen"),
    ("bear", "bore", "borne"),
    ("beat", "beat", "beaten"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bet", "bet", "bet"),
    ("bid", "bid", "bid"),
    ("bind", "bound", "bound"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("broadcast", "broadcast", "broadcast"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("cast", "cast", "cast"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cost", "cost", "cost"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("flee", "fled", "fled"),
    ("fly", "flew", "flown"),
    ("forbid", "forbade", "forbidden"),
    ("forecast", "forecast", "forecast"),
    ("foresee", "foresaw", "foreseen"),
    ("foretell", "foretold", "foretold"),
    ("forget", "forgot", "forgotten"),
    ("forgive", "forgave", "forgiven"),
    ("get", "got", "gotten"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("hang", "hung", "hung"),
    ("hear", "heard", "heard"),
    ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("hurt", "hurt", "hurt"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lend", "lent", "lent"),
    ("let", "let", "let"),
    ("lie", "lay", "lain"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("mean", "meant", "meant"),
    ("meet", "met", "met"),
    ("mislead", "misled", "misled"),
    ("misunderstand", "misunderstood", "misunderstood"),
    ("overhear", "overheard", "overheard"),
    ("oversee", "oversaw", "overseen"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("quit", "quit", "quit"),
    ("read", "read", "read"),
    ("ride", "rode", "ridden"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shake", "shook", "shaken"),
    ("shoot", "shot", "shot"),
    ("show", "showed", "shown"),
    ("shut", "shut", "shut"),
    ("sing", "sang", "sung"),
    ("sit", "sat", "sat"),
    ("sleep", "slept", "slept"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("split", "split", "split"),
    ("spread", "spread", "spread"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("stick", "stuck", "stuck"),
    ("strike", "struck", "struck"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tear", "tore", "torn"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("understand", "understood", "understood"),
    ("win", "won", "won"),
    ("sink", "sank", "sunk"),
    ("drink", "drank", "drunk"),
    ("shrink", "shrank", "shrunk"),
    ("ring", "rang", "rung"),
    ("swim", "swam", "swum"),
    ("wear", "wore", "worn"),
    ("wake", "woke", "woken"),
    ("bite", "bit", "bitten"),
    ("freeze", "froze", "frozen"),
    ("dig", "dug", "dug"),
    ("cling", "clung", "clung"),
    ("swing", "swung", "swung"),
    ("sting", "stung", "stung"),
    ("spin", "spun", "spun"),
    ("tread", "trod", "trodden"),
    ("slide", "slid", "slid"),
    ("sweep", "swept", "swept"),
    ("weep", "wept", "wept"),
    ("creep", "crept", "crept"),
    ("bleed", "bled", "bled"),
    ("feed", "fed", "fed"),
    ("breed", "bred", "bred"),
    ("speed", "sped", "sped"),
    ("bend", "bent", "bent"),
    ("dwell", "dwelt", "dwelt"),
    ("burst", "burst", "burst"),
    ("shed", "shed", "shed"),
    ("undergo", "underwent", "undergone"),
    ("undertake", "undertook", "undertaken"),
    ("overcome", "overcame", "overcome"),
    ("overtake", "overtook", "overtaken"),
    ("overthrow", "overthrew", "overthrown"),
    ("uphold", "upheld", "upheld"),
    ("withhold", "withheld", "withheld"),
    ("withstand", "withstood", "withstood"),
    ("spring", "sprang", "sprung"),
    ("stride", "strode", "stridden"),
    ("strive", "strove", "striven"),
    ("thrust", "thrust", "thrust"),
    ("forgo", "forwent", "forgone"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("retake", "retook", "retaken"),
    ("retell", "retold", "retold"),
    ("slay", "slew", "slain"),
    ("sow", "sowed", "sown"),
    ("awake", "awoke", "awoken"),
    ("string", "strung", "strung"),
    ("wring", "wrung", "wrung"),
    ("wed", "wed", "wed"),
    ("outdo", "outdid", "outdone"),
    ("redo", "redid", "redone"),
    ("undo", "undid", "undone"),
    ("remake", "remade", "remade"),
    ("withdraw", "withdrew", "withdrawn"),
    ("write", "wrote", "written"),
];

/// Verbs of more than one syllable whose last consonant is doubled.
const DOUBLED: &str = "admit commit compel concur confer defer infer omit permit prefer refer regret submit rebut recur \
    deter propel dispel";

/// Every form of the verb `lemma`, with what it can be. A form may come twice.
pub(crate) fn forms(lemma: &str) -> Vec<(String, Forms)> {
    let mut all = vec![
        (lemma.to_owned(), Forms::BASE),
        (third_person(lemma), Forms::THIRD),
        (with_ending(lemma, "ing"), Forms::ING),
    ];
    match IRREGULAR.iter().find(|(base, _, _)| *base == lemma) {
        Some((_, past, participle)) => {
            all.push(((*past).to_owned(), Forms::PAST));
            all.push(((*participle).to_owned(), Forms::PARTICIPLE));
        }
        None => all.push((with_ending(lemma, "ed"), Forms::PAST.or(Forms::PARTICIPLE))),
    }
    all
}

/// The irregular past forms, for verbs that no lexicon lists.
pub(crate) fn irregular() -> impl Iterator<Item = (&'static str, Forms)> {
    IRREGULAR.iter().flat_map(|(base, past, participle)| {
        // "let", "come": a form that is the base form as well.
        let own = |form: &str, forms: Forms| if form == *base { forms.or(Forms::BASE) } else { forms };
        if past == participle {
            let forms = own(past, Forms::PAST.or(Forms::PARTICIPLE));
            [(*past, forms), (*past, forms)]
        } else {
            [(*past, own(past, Forms::PAST)), (*participle, own(participle, Forms::PARTICIPLE))]
        }
    })
}

/// Whether a bare finite form tells the past: "signed", "went". Forms that are their own past ("put", "cut") count as
/// past, for reports tell what was.
pub(crate) fn is_past(lower: &str) -> bool {
    lower.ends_with("ed") && !matches!(lower, "need" | "feed" | "proceed" | "succeed" | "exceed" | "heed" | "speed")
        || IRREGULAR.iter().any(|(_, past, _)| *past == lower)
}

fn third_person(lemma: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|ending| lemma.ends_with(ending));
    match consonant_before_y(lemma) {
        Some(stem) => format!("{stem}ies"),
        None if sibilant => format!("{lemma}es"),
        None => format!("{lemma}s"),
    }
}

fn with_ending(lemma: &str, ending: &str) -> String {
    if ending == "ed"
        && let Some(stem) = consonant_before_y(lemma)
    {
        return format!("{stem}ied");
    }
    if ending == "ing"
        && let Some(stem) = lemma.strip_suffix("ie")
    {
        return format!("{stem}ying");
    }
    if let Some(stem) = lemma.strip_suffix('e')
        && !(ending == "ing" && (lemma.ends_with("ee") || lemma.ends_with("oe") || lemma.ends_with("ye")))
    {
        return format!("{stem}{ending}");
    }
    match lemma.chars().next_back() {
        Some(last) if doubles(lemma) => format!("{lemma}{last}{ending}"),
        _ => format!("{lemma}{ending}"),
    }
}

fn consonant_before_y(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

/// Whether the last consonant is doubled before an ending: one short stressed vowel before one consonant.
fn doubles(lemma: &str) -> bool {
    let bytes = lemma.as_bytes();
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let [.., a, b, c] = bytes else { return false };
    let short = !vowel(*c) && !matches!(c, b'w' | b'x' | b'y') && vowel(*b) && (!vowel(*a) || *a == b'u');
    let syllables = bytes.windows(2).filter(|w| vowel(w[0]) && !vowel(w[1])).count();
    short && (syllables == 1 || crate::words::is_one_of(lemma, DOUBLED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_inflect() {
        let all = |lemma: &str| forms(lemma).into_iter().map(|(form, _)| form).collect::<Vec<_>>().join(" ");
        assert_eq!(all("say"), "say says saying said said");
        assert_eq!(all("deny"), "deny denies denying denied");
        assert_eq!(all("argue"), "argue argues arguing argued");
        assert_eq!(all("refer"), "refer refers referring referred");
        assert_eq!(all("quip"), "quip quips quipping quipped");
        assert_eq!(all("agree"), "agree agrees agreeing agreed");
        assert_eq!(all("predict"), "predict predicts predicting predicted");
        assert_eq!(all("stress"), "stress stresses stressing stressed");
        assert_eq!(all("maintain"), "maintain maintains maintaining maintained");
        assert_eq!(all("lie"), "lie lies lying lay lain");
        assert_eq!(all("consider"), "consider considers considering considered");
    }
}
