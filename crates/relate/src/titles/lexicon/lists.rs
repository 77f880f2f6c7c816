//! The lists of words by which it is decided whether a sentence can stand alone.

/// Words that join a sentence to the one before: left out at the start of a title.
pub(super) const JOINTS: &str = "meanwhile however additionally moreover furthermore also but and so then thus still yet besides \
    instead indeed nevertheless nonetheless similarly separately therefore hence or nor again too overall \
    consequently likewise accordingly yes well";

/// Words that open a phrase or a clause before the subject, which only tells when or where, or on whose word.
pub(super) const OPENERS: &str = "after amid around as at before during earlier following for from in inside last late later \
    meanwhile near next on outside over since soon speaking then this throughout today tomorrow tonight under when \
    while with yesterday according recently currently now previously monday tuesday wednesday thursday friday \
    saturday sunday citing asked answering writing talking also afterwards finally eventually first second";

/// Words that open a condition or a concession, which a title may not lose.
pub(super) const CONDITIONS: &str = "if unless until should provided assuming without except whether although though despite \
    had were even once whenever wherever only not because given no";

/// Words that tell when, which may stand between the start of a sentence and its subject without a comma.
pub(super) const TIMES: &str = "earlier later late early last this next in on at the a week month year day days weeks months \
    years monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
    september october november december morning afternoon evening night yesterday today tomorrow now recently ago \
    since during after before spring summer autumn fall winter past same also then just of";

/// Pronouns and words that point at what stands elsewhere, as subjects.
pub(super) const POINTERS: &str = "he she it they this that these those we i you there here who which whom whose what such one \
    ones his her their its our my your him them us me himself herself itself themselves both others another each \
    either neither none all some many most few several half any anyone someone everyone nobody everybody somebody \
    nothing something everything anything more much less another same latter former";

/// Nouns that name nothing by themselves.
pub(super) const VAGUE: &str = "thing things way ways part parts point points idea question questions issue issues problem \
    problems case matter fact facts move moves reason reasons result results goal aim answer key time times day days \
    week weeks month months year years person man woman kind sort lot bit rest majority minority number side sides \
    example effort efforts step steps decision decisions change changes plan plans news story stories report reports \
    statement statements comment comments remark remarks development developments situation concern concerns \
    position view views difference goal hope hopes chance chances people folks guys everything nothing";

/// Words that say little at the end of a sentence: of what, of whom, with what stands elsewhere.
pub(super) const INCOMPLETE: &str = "undeterred aware unaware confident skeptical sceptical opposed supportive concerned worried \
    wary clear unclear ready willing unwilling able unable likely unlikely wrong right disappointed surprised \
    optimistic pessimistic agree agreed agrees disagree disagreed disagrees respond responded responds react reacted \
    reacts comment commented decline declined declines refuse refused refuses wait waited continue continued continues \
    comply complied happen happened happens change changed differ differs differed different similar same involved \
    possible impossible important necessary true false enough there here back ahead further again together elsewhere \
    otherwise likewise accordingly well too also either so thus already yet instead anyway though however not it them \
    him her this that these those one ones do does did done doing happy unhappy angry pleased glad sorry afraid sure \
    unsure certain uncertain certainly familiar responsible necessary sufficient available meet work worked works try \
    tried tries help helped matter matters know knows knew think thinks thought say says said see sees saw come comes \
    came go goes went get gets got make makes made take takes took give gives gave want wants wanted need needs needed \
    inside outside upstairs downstairs aside indoors outdoors nearby accordingly equally \
    used follow followed follows hard tensions estimates \
    restrictions access expectations case instance example gain benefit diagnosed presence alone consequences presumably reportedly apparently perhaps maybe";

/// What is said again and again of quite different matters, and says nothing by itself.
pub(super) const STOCK: &[&str] = &[
    "declined to comment",
    "did not comment",
    "declined comment",
    "refused to comment",
    "declines to comment",
    "would not comment",
    "did not respond",
    "didn't respond",
    "did not immediately respond",
    "didn't immediately respond",
    "could not be reached",
    "couldn't be reached",
    "not immediately available",
    "no comment",
    "contributed to this report",
    "contributed reporting",
    "request for comment",
    "requests for comment",
    "called say",
    "singled out",
    " echoed ",
    "weighed in",
    "hit back",
    "chimed in",
    "fired back",
    "doubled down",
    "holding firm",
    "lashed out",
    "pushed back against",
    "had a point",
    "was referring to",
    "were referring to",
    "appeared to refer",
    "who asked not to be",
    "spoke on condition",
    "spoke on the condition",
    "reported from ",
    "no immediate ",
    "no word on",
    "a different view",
    "a different story",
    "a different account",
    "offer their views",
    "offered their views",
    "too close to home",
    "spoke for many",
    "says it all",
    "raised eyebrows",
    "made headlines",
    "has the latest",
    "independently confirm",
    "independently verify",
    "independently verified",
    "immediately confirm",
    "could not confirm",
    "not be independently",
    "is over at the",
    "joins us",
    "top of the hour",
    "is on his way",
    "is on her way",
    "are on their way",
    "days to come",
];

/// Words by which somebody judges: what holds them is an opinion, and needs whose it is.
pub(super) const JUDGING: &str = "should must ought inordinate clearly obviously undoubtedly certainly surely frankly sadly \
    unfortunately fortunately hopefully arguably absurd absurdly ridiculous outrageous outrageously shameful disgraceful \
    disastrous terrible terribly awful horrible great wonderful fantastic amazing amazingly incredible incredibly \
    brilliant stupid foolish reckless cowardly heroic courageous pathetic laughable ludicrous insane crazy dishonest \
    hypocritical hypocrite naive feckless bungled botched waltzed unwise irresponsible unacceptable intolerable unfair \
    unjust likeliest remarkable remarkably stunning stunningly shockingly surprisingly impressive robust tragically evil \
    wicked rude maybe presumably seemingly supposedly disgusting nonsense lunacy blunder fiasco farce sham charade \
    sobbing cave caved caving kowtow appease appeasing appeasement so-called supposed masterful savvy deserves deserve \
    deserved worthy unworthy unrelenting slapping emboldened ominous ominously desperate desperately relentless \
    relentlessly notoriously infamous infamously merely simply essentially basically literally truly genuinely \
    seemingly evidently predictably ironically strangely oddly curiously interestingly sorely woefully badly flash notably";

/// Words by which somebody judges where they are said of what is.
pub(super) const JUDGING_AS_PREDICATE: &str = "wrong right best worst better worse weak smart sensible reasonable unreasonable \
    acceptable fair good bad dangerous perfect crucial vital essential delicate wise tough hard easy difficult likely \
    unlikely important impossible possible necessary clear unclear big huge serious strange problem mistake threat";

/// Words that begin what sets a statement a limit, or turns it, where they follow it in its sentence.
pub(super) const LIMITS: &str = "though although unless if except until only however whereas provided despite without rather \
    instead nor";

/// Words behind which what follows is no statement of its own.
pub(super) const UNDER: &str = "if unless whether until without not once lest";

/// Words that set a noun apart from others of its kind.
pub(super) const DETERMINERS: &str = "the a an this that these those his her its their our my your every each any some no another \
    whose which what both either neither";

/// What opens a phrase before the subject that may go: it only tells when it was said, or how.
pub(super) const SPARE: &str = "after as while amid following speaking asked answering writing talking citing according recently \
    currently finally additionally previously initially originally ultimately eventually immediately unfortunately \
    also now today yesterday tomorrow tonight earlier later meanwhile monday tuesday wednesday thursday friday saturday \
    sunday afterwards afterward then last late early this next since soon noting";

/// Words that cannot end a sentence.
pub(super) const DANGLING: &str = "he she they i we say one two three four five six seven eight nine ten a an the of to and or in on at for by with from as than that which who whom whose is are was \
    were be been being has have had will would may might can could shall should must do does did not no but if when \
    while because into onto upon about between among against under over within without during toward towards via \
    per his her its their our my your this these those such very more most so too including like since until unless \
    although though where whether how why what very also both either neither mr mrs ms dr sen rep gov gen lt col sgt \
    st u.s said says saying told added";

/// Verbs that end a sentence well enough.
pub(super) const INTRANSITIVE: &str = "died resigned collapsed failed survived won lost sank crashed escaped fled returned \
    surrendered arrived closed opened fell rose ended began retired recovered departed vanished disappeared exploded \
    burned landed broke derailed erupted abdicated stepped conceded apologised apologized";

/// Verbs that need what is said.
pub(super) const SAYING: &str = "said says say told tells added adds noted notes stated states argued argues claimed claims \
    insisted insists explained explains asked asks wrote writes announced announces warned warns believes believed \
    thinks thought suggested suggests tweeted concluded declared testified reported reports confirmed confirms \
    acknowledged acknowledges admitted admits pointed points replied responded continued remarked observed think \
    believe know knows knew want wants hope hopes feel feels felt means mean seems seem appears appear";

/// Parts of names and abbreviations that lines of menus, captions and feeds carry.
pub(super) const CAPTIONS: &[&str] = &[
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
    "shown with",
    "seen here",
    "pictured with",
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
    "addresses the media",
    "speaks to reporters",
    "speaks during",
    "speaks with",
    "speaks at",
    "arrives at",
    "arrives for",
    "walks with",
    "shakes hands",
    "shake hands",
    "listens as",
    "gestures",
    "waves to",
    "waves as",
    " sits with",
    " stands with",
    " holds up",
    "right, sits",
    "left, sits",
    "look on",
    "poses for",
    "pose for",
];
