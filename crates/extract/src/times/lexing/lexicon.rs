//! What words, numbers and marks are to the grammar of times.

use crate::times::calendar::units::{Part, Season, Unit};

/// What a word, a number or a mark is to the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Lex {
    /// Any other word.
    Other,
    /// A hard end: of a paragraph, a heading, the text.
    Break,
    // Marks.
    Dot,
    Comma,
    /// A question or exclamation mark.
    Stop,
    Open,
    /// Any other mark.
    Mark,
    /// A hyphen with no space on either side.
    Hyphen,
    /// Any other dash.
    Dash,
    /// A sign of currency, a number sign: what follows counts something.
    Sign,
    Percent,
    /// An apostrophe before digits: '82.
    Apostrophe,
    /// The ending "'s" or "'".
    Possessive,
    // Numbers.
    /// Up to nine digits alone.
    Int(u32),
    /// A number with thousands grouped, or with decimals.
    Number,
    /// Digits with colons, slashes, dashes or dots between: a date, a clock time, a range, a telephone number.
    Figures,
    /// 1990s, 90s.
    Tens(u32),
    /// 2nd, or a spelled one from third on.
    Ordinal(u32),
    /// A spelled number below 20.
    Count(u32),
    /// twenty … ninety.
    Ty(u32),
    Hundred,
    Thousand,
    Million,
    // Names of times.
    Month(u32),
    /// An abbreviated month.
    MonthShort(u32),
    /// 0 is Monday.
    Weekday(u32),
    WeekdayShort(u32),
    /// Mondays.
    Weekdays(u32),
    Season(Season),
    Unit(Unit),
    Units(Unit),
    Part(Part),
    Parts(Part),
    /// nineties: the number of tens.
    Nineties(u32),
    Fiscal,
    /// BC, BCE: true; AD, CE: false.
    Era(bool),
    /// A time zone, and whether it is universal time.
    Zone(bool),
    /// Whether it is p.m.
    AmPm(bool),
    OClock,
    /// The first word of the name of a holiday.
    Feast,
    /// Days from the day of publication: yesterday, today, tomorrow.
    Deictic(i32),
    Tonight,
    Now,
    Current,
    Recent,
    Recently,
    Future,
    Past,
    Present,
    Nowadays,
    /// How often, as one word says it: the value of its set.
    Frequency(&'static str),
    /// A word such as "yearlong" with its value.
    Lasting(&'static str),
    YearEnd,
    // Words of the grammar.
    The,
    A,
    Of,
    In,
    On,
    At,
    By,
    From,
    To,
    Until,
    Since,
    For,
    During,
    Before,
    After,
    Between,
    Within,
    Over,
    And,
    Or,
    Per,
    This,
    That,
    These,
    Those,
    Last,
    Next,
    Coming,
    Previous,
    Following,
    Same,
    First,
    Final,
    Latter,
    Half,
    Second,
    Each,
    Every,
    Ago,
    Later,
    Earlier,
    Hence,
    Afterwards,
    Old,
    Long,
    Early,
    Late,
    Mid,
    Beginning,
    Middle,
    End,
    Several,
    Few,
    Couple,
    Dozen,
    About,
    More,
    Than,
    Least,
    Most,
    Up,
    /// An intensifier or a limit that can open an expression without changing its value: only, just, very.
    Just,
    /// Whole, full, entire, straight, consecutive, working: between a number and its unit.
    Entire,
    Consecutive,
    Near,
    Term,
    Time,
    Period,
    Being,
    Other2,
    Times,
    Once,
    // Verbs, for the tense.
    Will,
    Modal,
    Be,
    Is,
    Was,
    Has,
    Been,
    /// Looks forward: expected, scheduled.
    Plan,
    /// Looks forward with an infinitive behind it: plans.
    PlanTo,
    /// The same, and looks back without one: agreed.
    PlannedTo,
    /// A past form that does not end in "ed".
    Verb,
    /// Any other word that ends in "ed".
    PastForm,
}
