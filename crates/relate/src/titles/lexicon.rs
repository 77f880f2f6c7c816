//! Words that decide whether a sentence can stand alone.

/// Words that join a sentence to the one before: left out at the start of a title.
const JOINTS: &str = "meanwhile however additionally moreover furthermore also but and so then thus still yet besides \
    instead indeed nevertheless nonetheless similarly separately therefore hence or nor again too overall \
    consequently likewise accordingly";

/// Words that open a phrase or a clause before the subject, which only tells when or where, or on whose word.
const OPENERS: &str = "after amid around as at before during earlier following for from in inside last late later \
    meanwhile near next on outside over since soon speaking then this throughout today tomorrow tonight under when \
    while with yesterday according recently currently now previously monday tuesday wednesday thursday friday \
    saturday sunday citing asked answering writing talking also afterwards finally eventually first second";

/// Words that open a condition or a concession, which a title may not lose.
const CONDITIONS: &str = "if unless until should provided assuming without except whether although though despite \
    had were even once whenever wherever only not because given no";

/// Words that tell when, which may stand between the start of a sentence and its subject without a comma.
const TIMES: &str = "earlier later late early last this next in on at the a week month year day days weeks months \
    years monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
    september october november december morning afternoon evening night yesterday today tomorrow now recently ago \
    since during after before spring summer autumn fall winter past same also then just of";

/// Pronouns and words that point at what stands elsewhere, as subjects.
const POINTERS: &str = "he she it they this that these those we i you there here who which whom whose what such one \
    ones his her their its our my your him them us me himself herself itself themselves both others another each \
    either neither none all some many most few several half any anyone someone everyone nobody everybody somebody \
    nothing something everything anything more much less another same latter former two three four five six seven \
    eight nine ten";

/// Nouns that name nothing by themselves.
const VAGUE: &str = "thing things way ways part parts point points idea question questions issue issues problem \
    problems case matter fact facts move moves reason reasons result results goal aim answer key time times day days \
    week weeks month months year years person man woman kind sort lot bit rest majority minority number side sides \
    example effort efforts step steps decision decisions change changes plan plans news story stories report reports \
    statement statements comment comments remark remarks development developments situation concern concerns \
    position view views difference goal hope hopes chance chances people folks guys everything nothing";

/// Words that cannot end a sentence.
const DANGLING: &str = "he she they i we say one two three four five six seven eight nine ten a an the of to and or in on at for by with from as than that which who whom whose is are was \
    were be been being has have had will would may might can could shall should must do does did not no but if when \
    while because into onto upon about between among against under over within without during toward towards via \
    per his her its their our my your this these those such very more most so too including like since until unless \
    although though where whether how why what very also both either neither mr mrs ms dr sen rep gov gen lt col sgt \
    st u.s said says saying told added";

/// Verbs that end a sentence well enough.
const INTRANSITIVE: &str = "died resigned collapsed failed survived won lost sank crashed escaped fled returned \
    surrendered arrived closed opened fell rose ended began retired recovered departed vanished disappeared exploded \
    burned landed broke derailed erupted abdicated stepped conceded apologised apologized";

/// Verbs that need what is said.
const SAYING: &str = "said says say told tells added adds noted notes stated states argued argues claimed claims \
    insisted insists explained explains asked asks wrote writes announced announces warned warns believes believed \
    thinks thought suggested suggests tweeted concluded declared testified reported reports confirmed confirms \
    acknowledged acknowledges admitted admits pointed points replied responded continued remarked observed think \
    believe know knows knew want wants hope hopes feel feels felt means mean seems seem appears appear";

/// Parts of names and abbreviations that lines of menus, captions and feeds carry.
const CAPTIONS: &[&str] = &[
    "photo:",
    "photos:",
    "hide caption",
    "read more",
    "click here",
    "watch:",
    "video:",
    "related:",
    "getty images",
    "(ap)",
    "(reuters)",
    "file photo",
    "subscribe",
    "newsletter",
    "http",
    "www.",
    "@",
    "pic.twitter",
    "| ",
    "read:",
    "image:",
    "caption",
    "follow us",
    "sign up",
    "editor's note",
    "updated:",
    "advertisement",
    "copyright",
    "©",
    "pictured",
    "is seen in",
    "are seen in",
    "looks on",
    "look on",
    "poses for",
    "pose for",
];

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

pub(super) fn is_joint(word: &str) -> bool {
    has(JOINTS, word)
}

pub(super) fn opens_phrase(word: &str) -> bool {
    has(OPENERS, word)
}

pub(super) fn opens_condition(word: &str) -> bool {
    has(CONDITIONS, word)
}

pub(super) fn tells_time(word: &str) -> bool {
    has(TIMES, word) || word.chars().all(|c| c.is_ascii_digit())
}

pub(super) fn points(word: &str) -> bool {
    has(POINTERS, word)
}

pub(super) fn is_vague(word: &str) -> bool {
    has(VAGUE, word)
}

pub(super) fn dangles(word: &str) -> bool {
    has(DANGLING, word)
}

pub(super) fn stands_without_object(word: &str) -> bool {
    has(INTRANSITIVE, word)
}

pub(super) fn is_saying(word: &str) -> bool {
    has(SAYING, word)
}

/// Forms of "be", "have" and "do", modal verbs, and "not".
pub(super) fn is_auxiliary(word: &str) -> bool {
    has(
        "is are was were be been being has have had do does did will would can could may might must shall should not \
         isn't wasn't aren't weren't won't wouldn't can't cannot",
        word,
    )
}

pub(super) fn is_caption(lower: &str) -> bool {
    CAPTIONS.iter().any(|mark| lower.contains(mark))
}
