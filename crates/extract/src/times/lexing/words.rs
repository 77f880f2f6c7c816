//! The words that the grammar of times knows.

use std::sync::LazyLock;

use model::calendar;

use super::lexicon::Lex;
use crate::times::calendar::units::{Part, Season, Unit};

/// The words by what they are; the lists of one kind, counted from what the first stands for.
fn words() -> Vec<(&'static str, Lex)> {
    let mut words: Vec<(&'static str, Lex)> = WORDS.to_vec();
    words.extend((1..).zip(calendar::MONTHS).map(|(month, name)| (name, Lex::Month(month))));
    words.extend((0..).zip(calendar::WEEKDAYS).map(|(day, name)| (name, Lex::Weekday(day))));
    let mut list = |text: &'static str, lex: &dyn Fn(u32) -> Lex| {
        words.extend(text.split_whitespace().zip(0..).map(|(word, i)| (word, lex(i))));
    };
    list("jan feb mar apr", &|i| Lex::MonthShort(i + 1));
    list("jun jul aug sep oct nov dec", &|i| Lex::MonthShort(i + 6));
    list("mon tue wed thu fri sat sun", &Lex::WeekdayShort);
    list("mondays tuesdays wednesdays thursdays fridays saturdays sundays", &Lex::Weekdays);
    list(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
        &|i| Lex::Count(i),
    );
    list("seventeen eighteen nineteen", &|i| Lex::Count(17 + i));
    list("twenty thirty forty fifty sixty seventy eighty ninety", &|i| Lex::Ty(20 + i * 10));
    list("twenties thirties forties fifties sixties seventies eighties nineties", &|i| Lex::Nineties(2 + i));
    list(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
        &|i| Lex::Ordinal(3 + i),
    );
    list("sixteenth seventeenth eighteenth nineteenth twentieth", &|i| Lex::Ordinal(16 + i));
    list(PLANS, &|_| Lex::Plan);
    list(PLANS_TO, &|_| Lex::PlanTo);
    list(PLANNED_TO, &|_| Lex::PlannedTo);
    list(PAST_FORMS, &|_| Lex::Verb);
    list(FEASTS, &|_| Lex::Feast);
    words
}

/// Words that say that what they stand with lies ahead.
const PLANS: &str = "scheduled expected due planned slated upcoming expects expect expecting intends intend aims aim \
    poised vows pledges proposes forecast deadline wants want looming faces awaits awaiting await prepares preparing";

/// Words that look ahead only with an infinitive or a "for" behind them.
const PLANS_TO: &str = "plan plans planning hope hopes likely going ready prepare unlikely invited";

/// Past forms that look ahead with an infinitive or a "for" behind them, and back without.
const PLANNED_TO: &str = "agreed promised hoped proposed intended wanted vowed pledged set decided ordered offered \
    threatened";

/// Verbs that follow "due to" where it is no "because of".
pub(in crate::times) const DUE_TO: &[&str] = &[
    "appear", "arrive", "be", "begin", "close", "complete", "conclude", "decide", "deliver", "depart", "end", "expire",
    "face", "fight", "finish", "fly", "give", "go", "hear", "hold", "host", "issue", "join", "land", "launch", "leave",
    "make", "meet", "open", "play", "publish", "receive", "release", "report", "resume", "retire", "return", "rule",
    "run", "sign", "speak", "stand", "start", "step", "take", "testify", "travel", "visit", "vote",
];

/// Past forms that do not end in "ed", of the verbs that reports use most.
const PAST_FORMS: &str = "said told went came took made gave got saw found knew thought became began broke brought \
    built bought caught chose cut did drew drove fell felt fought flew forgot froze grew held hit kept knew led left \
    lent let lost meant met paid put quit ran rose sank sat sent shot shut slept slid sold spent split spoke spread \
    stood stole struck swept swore taught threw understood withdrew won wore wrote hurt cost burst born sought shook \
    sprang swung tore blew beat bore dug fled rode rang sang showed died laid lay heard read wound strode dealt";

/// First words of the names of holidays that have no other place in the grammar.
const FEASTS: &str = "christmas xmas easter thanksgiving halloween good palm ash boxing new independence labor labour \
    memorial veterans veteran columbus valentine st saint mother mothers father fathers martin presidents president \
    bastille remembrance armistice pentecost ascension whit black all epiphany groundhog canada australia anzac earth";

const WORDS: &[(&str, Lex)] = &[
    ("sept", Lex::MonthShort(9)),
    ("tues", Lex::WeekdayShort(1)),
    ("weds", Lex::WeekdayShort(2)),
    ("thur", Lex::WeekdayShort(3)),
    ("thurs", Lex::WeekdayShort(3)),
    ("spring", Lex::Season(Season::Spring)),
    ("summer", Lex::Season(Season::Summer)),
    ("springtime", Lex::Season(Season::Spring)),
    ("summertime", Lex::Season(Season::Summer)),
    ("wintertime", Lex::Season(Season::Winter)),
    ("fall", Lex::Season(Season::Fall)),
    ("autumn", Lex::Season(Season::Fall)),
    ("winter", Lex::Season(Season::Winter)),
    ("minute", Lex::Unit(Unit::Minute)),
    ("hour", Lex::Unit(Unit::Hour)),
    ("day", Lex::Unit(Unit::Day)),
    ("weekend", Lex::Unit(Unit::Weekend)),
    ("week", Lex::Unit(Unit::Week)),
    ("fortnight", Lex::Unit(Unit::Fortnight)),
    ("month", Lex::Unit(Unit::Month)),
    ("quarter", Lex::Unit(Unit::Quarter)),
    ("year", Lex::Unit(Unit::Year)),
    ("annum", Lex::Unit(Unit::Year)),
    ("decade", Lex::Unit(Unit::Decade)),
    ("century", Lex::Unit(Unit::Century)),
    ("seconds", Lex::Units(Unit::Second)),
    ("minutes", Lex::Units(Unit::Minute)),
    ("mins", Lex::Units(Unit::Minute)),
    ("hours", Lex::Units(Unit::Hour)),
    ("hrs", Lex::Units(Unit::Hour)),
    ("days", Lex::Units(Unit::Day)),
    ("nights", Lex::Parts(Part::Night)),
    ("weekends", Lex::Units(Unit::Weekend)),
    ("weeks", Lex::Units(Unit::Week)),
    ("fortnights", Lex::Units(Unit::Fortnight)),
    ("months", Lex::Units(Unit::Month)),
    ("quarters", Lex::Units(Unit::Quarter)),
    ("years", Lex::Units(Unit::Year)),
    ("yrs", Lex::Units(Unit::Year)),
    ("decades", Lex::Units(Unit::Decade)),
    ("centuries", Lex::Units(Unit::Century)),
    ("morning", Lex::Part(Part::Morning)),
    ("noon", Lex::Part(Part::Midday)),
    ("midday", Lex::Part(Part::Midday)),
    ("noontime", Lex::Part(Part::Midday)),
    ("midnight", Lex::Part(Part::Midnight)),
    ("afternoon", Lex::Part(Part::Afternoon)),
    ("evening", Lex::Part(Part::Evening)),
    ("night", Lex::Part(Part::Night)),
    ("mornings", Lex::Parts(Part::Morning)),
    ("afternoons", Lex::Parts(Part::Afternoon)),
    ("evenings", Lex::Parts(Part::Evening)),
    ("fiscal", Lex::Fiscal),
    ("financial", Lex::Fiscal),
    ("bc", Lex::Era(true)),
    ("bce", Lex::Era(true)),
    ("ad", Lex::Era(false)),
    ("ce", Lex::Era(false)),
    ("utc", Lex::Zone(true)),
    ("gmt", Lex::Zone(true)),
    ("est", Lex::Zone(false)),
    ("edt", Lex::Zone(false)),
    ("cst", Lex::Zone(false)),
    ("cdt", Lex::Zone(false)),
    ("mst", Lex::Zone(false)),
    ("mdt", Lex::Zone(false)),
    ("pst", Lex::Zone(false)),
    ("pdt", Lex::Zone(false)),
    ("bst", Lex::Zone(false)),
    ("cet", Lex::Zone(false)),
    ("cest", Lex::Zone(false)),
    ("eet", Lex::Zone(false)),
    ("eest", Lex::Zone(false)),
    ("msk", Lex::Zone(false)),
    ("ist", Lex::Zone(false)),
    ("jst", Lex::Zone(false)),
    ("aest", Lex::Zone(false)),
    ("et", Lex::Zone(false)),
    ("pt", Lex::Zone(false)),
    ("am", Lex::AmPm(false)),
    ("pm", Lex::AmPm(true)),
    ("o'clock", Lex::OClock),
    ("yesterday", Lex::Deictic(-1)),
    ("today", Lex::Deictic(0)),
    ("tomorrow", Lex::Deictic(1)),
    ("tonight", Lex::Tonight),
    ("now", Lex::Now),
    ("current", Lex::Current),
    ("currently", Lex::Now),
    ("presently", Lex::Now),
    ("recent", Lex::Recent),
    ("recently", Lex::Recently),
    ("lately", Lex::Recently),
    ("future", Lex::Future),
    ("past", Lex::Past),
    ("present", Lex::Present),
    ("nowadays", Lex::Nowadays),
    ("hourly", Lex::Frequency("PT1H")),
    ("daily", Lex::Frequency("P1D")),
    ("nightly", Lex::Frequency("P1D")),
    ("weekly", Lex::Frequency("P1W")),
    ("biweekly", Lex::Frequency("P2W")),
    ("fortnightly", Lex::Frequency("P2W")),
    ("monthly", Lex::Frequency("P1M")),
    ("bimonthly", Lex::Frequency("P2M")),
    ("quarterly", Lex::Frequency("P1Q")),
    ("semiannual", Lex::Frequency("P6M")),
    ("semiannually", Lex::Frequency("P6M")),
    ("biannual", Lex::Frequency("P6M")),
    ("annual", Lex::Frequency("P1Y")),
    ("annually", Lex::Frequency("P1Y")),
    ("yearly", Lex::Frequency("P1Y")),
    ("biennial", Lex::Frequency("P2Y")),
    ("biennially", Lex::Frequency("P2Y")),
    ("daylong", Lex::Lasting("P1D")),
    ("weeklong", Lex::Lasting("P1W")),
    ("monthlong", Lex::Lasting("P1M")),
    ("yearlong", Lex::Lasting("P1Y")),
    ("decadelong", Lex::Lasting("P10Y")),
    ("hourlong", Lex::Lasting("PT1H")),
    ("yearend", Lex::YearEnd),
    ("the", Lex::The),
    ("a", Lex::A),
    ("an", Lex::A),
    ("of", Lex::Of),
    ("in", Lex::In),
    ("on", Lex::On),
    ("at", Lex::At),
    ("by", Lex::By),
    ("from", Lex::From),
    ("to", Lex::To),
    ("through", Lex::To),
    ("until", Lex::Until),
    ("till", Lex::Until),
    ("since", Lex::Since),
    ("for", Lex::For),
    ("during", Lex::During),
    ("throughout", Lex::During),
    ("before", Lex::Before),
    ("after", Lex::After),
    ("between", Lex::Between),
    ("within", Lex::Within),
    ("over", Lex::Over),
    ("and", Lex::And),
    ("or", Lex::Or),
    ("per", Lex::Per),
    ("this", Lex::This),
    ("that", Lex::That),
    ("these", Lex::These),
    ("those", Lex::Those),
    ("last", Lex::Last),
    ("latest", Lex::Last),
    ("next", Lex::Next),
    ("coming", Lex::Coming),
    ("previous", Lex::Previous),
    ("preceding", Lex::Previous),
    ("prior", Lex::Previous),
    ("following", Lex::Following),
    ("subsequent", Lex::Following),
    ("ensuing", Lex::Following),
    ("same", Lex::Same),
    ("first", Lex::First),
    ("final", Lex::Final),
    ("latter", Lex::Latter),
    ("half", Lex::Half),
    ("second", Lex::Second),
    ("each", Lex::Each),
    ("every", Lex::Every),
    ("ago", Lex::Ago),
    ("later", Lex::Later),
    ("earlier", Lex::Earlier),
    ("hence", Lex::Hence),
    ("afterwards", Lex::Afterwards),
    ("afterward", Lex::Afterwards),
    ("old", Lex::Old),
    ("olds", Lex::Old),
    ("long", Lex::Long),
    ("early", Lex::Early),
    ("late", Lex::Late),
    ("mid", Lex::Mid),
    ("beginning", Lex::Beginning),
    ("start", Lex::Beginning),
    ("dawn", Lex::Beginning),
    ("opening", Lex::Beginning),
    ("middle", Lex::Middle),
    ("midst", Lex::Middle),
    ("end", Lex::End),
    ("close", Lex::End),
    ("several", Lex::Several),
    ("many", Lex::Several),
    ("some", Lex::About),
    ("various", Lex::Several),
    ("dozens", Lex::Several),
    ("scores", Lex::Several),
    ("tens", Lex::Several),
    ("hundreds", Lex::Several),
    ("thousands", Lex::Several),
    ("millions", Lex::Several),
    ("few", Lex::Few),
    ("couple", Lex::Couple),
    ("dozen", Lex::Dozen),
    ("about", Lex::About),
    ("around", Lex::About),
    ("roughly", Lex::About),
    ("approximately", Lex::About),
    ("nearly", Lex::About),
    ("almost", Lex::About),
    ("exactly", Lex::About),
    ("under", Lex::About),
    ("more", Lex::More),
    ("less", Lex::More),
    ("fewer", Lex::More),
    ("longer", Lex::More),
    ("than", Lex::Than),
    ("least", Lex::Least),
    ("most", Lex::Most),
    ("up", Lex::Up),
    ("just", Lex::Just),
    ("only", Lex::Just),
    ("very", Lex::Just),
    ("entire", Lex::Entire),
    ("whole", Lex::Entire),
    ("full", Lex::Entire),
    ("calendar", Lex::Entire),
    ("trading", Lex::Entire),
    ("working", Lex::Entire),
    ("business", Lex::Entire),
    ("consecutive", Lex::Consecutive),
    ("straight", Lex::Consecutive),
    ("successive", Lex::Consecutive),
    ("near", Lex::Near),
    ("foreseeable", Lex::Near),
    ("immediate", Lex::Near),
    ("distant", Lex::Near),
    ("term", Lex::Term),
    ("time", Lex::Time),
    ("period", Lex::Period),
    ("being", Lex::Being),
    ("other", Lex::Other2),
    ("times", Lex::Times),
    ("once", Lex::Once),
    ("twice", Lex::Once),
    ("single", Lex::Count(1)),
    ("hundred", Lex::Hundred),
    ("thousand", Lex::Thousand),
    ("million", Lex::Million),
    ("billion", Lex::Million),
    ("trillion", Lex::Million),
    ("percent", Lex::Percent),
    ("will", Lex::Will),
    ("shall", Lex::Will),
    ("won", Lex::Verb),
    ("would", Lex::Modal),
    ("could", Lex::Modal),
    ("might", Lex::Modal),
    ("should", Lex::Modal),
    ("must", Lex::Modal),
    ("can", Lex::Modal),
    ("be", Lex::Be),
    ("is", Lex::Is),
    ("are", Lex::Is),
    ("was", Lex::Was),
    ("were", Lex::Was),
    ("had", Lex::Was),
    ("has", Lex::Has),
    ("have", Lex::Has),
    ("been", Lex::Been),
];

/// Longest word of the lexicon, in bytes.
pub(in crate::times) const LONGEST: usize = 15;

/// The lexicon in buckets by first letter and length.
static BUCKETS: LazyLock<Vec<Vec<(&'static str, Lex)>>> = LazyLock::new(|| {
    let mut buckets = vec![Vec::new(); 26 * (LONGEST + 1)];
    for (word, lex) in words() {
        if let Some(bucket) = bucket(word.as_bytes()) {
            buckets[bucket].push((word, lex));
        }
    }
    buckets
});

fn bucket(word: &[u8]) -> Option<usize> {
    let letter = word.first().filter(|b| b.is_ascii_lowercase())? - b'a';
    (word.len() <= LONGEST).then_some(usize::from(letter) * (LONGEST + 1) + word.len())
}

/// What a word in lower case is to the grammar.
pub(in crate::times) fn look_up(word: &[u8]) -> Lex {
    bucket(word)
        .and_then(|bucket| BUCKETS[bucket].iter().find(|(known, _)| known.as_bytes() == word))
        .map_or(Lex::Other, |&(_, lex)| lex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_fits() {
        for (word, lex) in words() {
            assert!(word.len() <= LONGEST, "{word}");
            assert_ne!(look_up(word.as_bytes()), Lex::Other, "{word} {lex:?}");
        }
    }
}
