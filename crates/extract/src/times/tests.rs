use model::{Text, Time, TimeKind, When};
use proptest::prelude::*;

use super::find;

/// A Friday.
const PUBLISHED: &str = "2024-10-11";

fn times(text: &str, published: &str) -> Vec<(String, Time)> {
    let when = When::parse(published).ok();
    let points = Text::new(text);
    find(text, when.as_ref()).into_iter().map(|time| (points.cut(time.span()).to_owned(), time)).collect()
}

/// Asserts the words and values of all expressions in a text that came out on the Friday 11 October 2024.
fn assert_values(text: &str, expected: &[(&str, &str)]) {
    let found = times(text, PUBLISHED);
    let found: Vec<(&str, &str)> = found.iter().map(|(words, time)| (words.as_str(), time.value.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

/// Asserts the EDTF expressions, `-` for none.
fn assert_edtf(text: &str, expected: &[&str]) {
    let found = times(text, PUBLISHED);
    let found: Vec<&str> = found.iter().map(|(_, time)| time.when.as_ref().map_or("-", |when| &when.edtf)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn dates_in_words() {
    assert_values(
        "The law of 3 March 2019 was changed on July 5th, 2021, and on the 6th of August, 2022.",
        &[("3 March 2019", "2019-03-03"), ("July 5th, 2021", "2021-07-05"), ("the 6th of August, 2022", "2022-08-06")],
    );
    assert_values(
        "They met on Friday, October 11, on Sunday 6 October 2024 and on Fri, Oct 11 2024.",
        &[
            ("Friday, October 11", "2024-10-11"),
            ("Sunday 6 October 2024", "2024-10-06"),
            ("Fri, Oct 11 2024", "2024-10-11"),
        ],
    );
    assert_values("He left in Sept. 2023.", &[("Sept. 2023", "2023-09")]);
    assert_values(
        "It opened in March of 2004 and in June, 2005.",
        &[("March of 2004", "2004-03"), ("June, 2005", "2005-06")],
    );
}

#[test]
fn dates_in_figures() {
    assert_values(
        "Filed 2024-07-14, again 14.07.2024, 14/07/2024, 07/15/2024 and 7/16/24.",
        &[
            ("2024-07-14", "2024-07-14"),
            ("14.07.2024", "2024-07-14"),
            ("14/07/2024", "2024-07-14"),
            ("07/15/2024", "2024-07-15"),
            ("7/16/24", "2024-07-16"),
        ],
    );
    assert_values("Sent 2024-10-11T12:30:00Z from the office.", &[("2024-10-11T12:30:00Z", "2024-10-11T12:30:00Z")]);
}

#[test]
fn what_cannot_be_resolved_keeps_what_is_known() {
    let found = times("The bridge opened on October 11, a Friday in the third quarter. Last week it closed.", "");
    let values: Vec<&str> = found.iter().map(|(_, time)| time.value.as_str()).collect();
    assert_eq!(values, ["XXXX-10-11", "XXXX-WXX-5", "XXXX-Q3", "XXXX-WXX"]);
    assert!(found.iter().all(|(_, time)| time.when.is_none()));
}

#[test]
fn a_date_line_stands_in_for_the_day_of_publication() {
    let found = times("Bridge closed\n12 June 2021\nThe bridge was closed on Thursday, the mayor said.", "");
    let values: Vec<&str> = found.iter().map(|(_, time)| time.value.as_str()).collect();
    assert_eq!(values, ["2021-06-12", "2021-06-10"]);
}

#[test]
fn weekdays_follow_the_tense() {
    assert_values(
        "The minister said on Monday that the ship will sail on Wednesday.",
        &[("Monday", "2024-10-07"), ("Wednesday", "2024-10-16")],
    );
    assert_values("The trial is set to begin on Tuesday.", &[("Tuesday", "2024-10-15")]);
    assert_values("The hall remains shut until Sunday.", &[("Sunday", "2024-10-13")]);
    assert_values("A hearing to be held on Thursday was called off.", &[("Thursday", "2024-10-17")]);
    assert_values("Shares fell Friday.", &[("Friday", "2024-10-11")]);
    assert_values(
        "The court met last Friday; this Friday it meets again, and next Friday it will rule.",
        &[("last Friday", "2024-10-04"), ("this Friday", "2024-10-11"), ("next Friday", "2024-10-18")],
    );
}

#[test]
fn words_that_look_ahead_only_sometimes() {
    for past in [
        "As expected, the bank on Tuesday cut its rates.",
        "Due to snow on Tuesday, schools closed.",
        "It posted better-than-expected results on Tuesday.",
        "They vowed on Tuesday to strike.",
        "Their plans collapsed Tuesday.",
        "Will Berg said Tuesday he had left.",
        "The harvest (the Courier, Tuesday) will be poor.",
    ] {
        assert_values(past, &[("Tuesday", "2024-10-08")]);
    }
    for ahead in [
        "The ship is due to arrive on Tuesday.",
        "They agreed to meet on Tuesday.",
        "The planned vote on Tuesday is off.",
        "The hearing is on Tuesday.",
        "They gather ahead of the vote on Tuesday.",
    ] {
        assert_values(ahead, &[("Tuesday", "2024-10-15")]);
    }
}

#[test]
fn named_days_are_not_the_last_ones() {
    assert_values(
        "The crash of Black Monday was worse than that of Monday.",
        &[("Monday", "XXXX-WXX-1"), ("Monday", "2024-10-07")],
    );
    assert_values("They met on Friday, October 13.", &[("Friday, October 13", "2023-10-13")]);
}

#[test]
fn months_and_days_follow_the_tense() {
    assert_values("The deal was signed in December.", &[("December", "2023-12")]);
    assert_values("The deal will be signed in December.", &[("December", "2024-12")]);
    assert_values("The vote, which may be held on September 12, is close.", &[("September 12", "2025-09-12")]);
    assert_values("A November 3 hearing has been scheduled.", &[("November 3", "2024-11-03")]);
    assert_values("The company announced layoffs for November.", &[("November", "2024-11")]);
}

#[test]
fn deictic_dates() {
    assert_values(
        "Last month was worse than last year; this week is quiet, and next quarter looks better.",
        &[("Last month", "2024-09"), ("last year", "2023"), ("this week", "2024-W41"), ("next quarter", "2025-Q1")],
    );
    assert_values(
        "Two years ago, six months ago, three weeks ago, ten days ago, two and a half years ago, decades ago.",
        &[
            ("Two years ago", "2022"),
            ("six months ago", "2024-04"),
            ("three weeks ago", "2024-W38"),
            ("ten days ago", "2024-10-01"),
            ("two and a half years ago", "2022-04"),
            ("decades ago", "PAST_REF"),
        ],
    );
    assert_values(
        "It rained the day before yesterday, but not yesterday.",
        &[("the day before yesterday", "2024-10-09"), ("yesterday", "2024-10-10")],
    );
}

#[test]
fn the_passage_sets_the_date() {
    assert_values(
        "The talks opened on 3 June 2019. The following day they broke down, and three days later they resumed.",
        &[("3 June 2019", "2019-06-03"), ("The following day", "2019-06-04"), ("three days later", "2019-06-07")],
    );
    assert_values(
        "Sales rose in August from the same month last year.",
        &[("August", "2024-08"), ("the same month last year", "2023-08")],
    );
    assert_values(
        "In the second quarter of 2022 the firm lost money; the previous year it had not.",
        &[("the second quarter of 2022", "2022-Q2"), ("the previous year", "2021")],
    );
}

#[test]
fn a_narrative_moves_on_from_date_to_date() {
    assert_values(
        "The dam was planned in 1931 and begun on 4 May 1933. In November the river rose; in January it broke through. \
         The second dam stood from 1936 to 1941. In June it was blown up.",
        &[
            ("1931", "1931"),
            ("4 May 1933", "1933-05-04"),
            ("November", "1933-11"),
            ("January", "1934-01"),
            ("1936", "1936"),
            ("1941", "1941"),
            ("June", "1941-06"),
        ],
    );
    assert_values(
        "The firm, founded in 1931, said on Monday that profits fell in June.",
        &[("1931", "1931"), ("Monday", "2024-10-07"), ("June", "2024-06")],
    );
}

#[test]
fn what_goes_on_in_a_row() {
    assert_values(
        "Sales rose for a third straight month, and the fourth week in a row.",
        &[("a third straight month", "2024-10"), ("the fourth week in a row", "2024-W41")],
    );
}

#[test]
fn parts_of_the_year() {
    assert_values(
        "In spring 2022, last summer and the fall of 2023 the dam held.",
        &[("spring 2022", "2022-SP"), ("last summer", "2024-SU"), ("the fall of 2023", "2023-FA")],
    );
    assert_values(
        "Q3 2022 was better than the first half of 2024, the final quarter of last year and fiscal 2009.",
        &[
            ("Q3 2022", "2022-Q3"),
            ("the first half of 2024", "2024-H1"),
            ("the final quarter of last year", "2023-Q4"),
            ("fiscal 2009", "FY2009"),
        ],
    );
    assert_values(
        "In the first week of October, on the last Friday of August and in the week of 4 March 2024.",
        &[
            ("the first week of October", "2024-W40"),
            ("the last Friday of August", "2024-08-30"),
            ("the week of 4 March 2024", "2024-W10"),
        ],
    );
}

#[test]
fn ranges() {
    assert_edtf("On October 22–24 they will meet.", &["2024-10-22/2024-10-24"]);
    assert_edtf("From 22 to 24 October they will meet.", &["2024-10-22/2024-10-24", "2024-10-24"]);
    assert_edtf("They met December 28–January 3, 2024.", &["2023-12-28/2024-01-03"]);
    assert_edtf("They met on October 9–12.", &["2024-10-09/2024-10-12"]);
    assert_edtf("Between March and May 2014 it rained.", &["2014-03/2014-05", "2014-05"]);
    assert_edtf("It ran from 2009 to 2011, and 2015-16.", &["2009/2011", "2011", "2015/2016"]);
    assert_edtf("It ran from October 2005 to March.", &["2005-10/2006-03", "2006-03"]);
}

#[test]
fn bounds() {
    assert_edtf("It is to be signed by the end of the year.", &["../2024-12-31"]);
    assert_edtf("Prices have risen since 2022.", &["2022/.."]);
    assert_edtf("It will be ready before June 2026.", &["../2026-05-31"]);
    assert_edtf("It will be sent within six months.", &["../2025-04-11"]);
    assert_edtf("They will build it over the next three years.", &["2024-10-11/2027-10-11"]);
}

#[test]
fn parts_of_a_period() {
    assert_edtf("It is due in early November.", &["2024-11-01~/2024-11-10~"]);
    assert_edtf("It began in late 2022.", &["2022-09~/2022-12~"]);
    assert_edtf("It began in the early 1980s.", &["1980~/1982~"]);
    assert_edtf("It will open at the end of the year.", &["2024-12~"]);
    assert_values(
        "The work began earlier this year and ended in mid-September.",
        &[("earlier this year", "2024"), ("mid-September", "2024-09")],
    );
}

#[test]
fn every_written_interval_can_be_read_back() {
    let text = "In early 1980s style, mid-March 2020, late spring 2021, the end of Q2 2022, this week, the 19th century, \
        by early June, since mid-2019, after last weekend, from May to July, on 1-3 May 2020.";
    for (words, time) in times(text, PUBLISHED) {
        if let Some(when) = time.when {
            let read = When::parse(&when.edtf).unwrap_or_else(|error| panic!("{words}: {error}"));
            assert_eq!((read.first, read.last), (when.first, when.last), "{words} {}", when.edtf);
        }
    }
}

#[test]
fn decades_centuries_and_eras() {
    assert_values(
        "In the 1990s, the '70s, the nineties, the 19th century, the 2nd century BC, 44 BC and AD 70.",
        &[
            ("the 1990s", "199"),
            ("the '70s", "197"),
            ("the nineties", "199"),
            ("the 19th century", "18"),
            ("the 2nd century BC", "BC01"),
            ("44 BC", "BC0044"),
            ("AD 70", "0070"),
        ],
    );
    assert_edtf("Built in 44 BC.", &["-0043"]);
    assert_values("The class of '08 beat that of '82.", &[("'08", "2008"), ("'82", "1982")]);
}

#[test]
fn lengths() {
    assert_values(
        "The two-day summit followed a 12-hour flight, two and a half years of talks and half an hour of songs.",
        &[("two-day", "P2D"), ("12-hour", "PT12H"), ("two and a half years", "P2.5Y"), ("half an hour", "PT30M")],
    );
    assert_values(
        "A 45-year-old clerk waited about 40 minutes, a year and three months, two or three days, several weeks.",
        &[
            ("45-year-old", "P45Y"),
            ("about 40 minutes", "PT40M"),
            ("a year and three months", "P1Y3M"),
            ("two or three days", "P3D"),
            ("several weeks", "PXW"),
        ],
    );
    assert_values("It takes between 60 and 90 days.", &[("60", "P60D"), ("90 days", "P90D")]);
    assert_values(
        "For the first time in years, twenty-one days passed.",
        &[("years", "PXY"), ("twenty-one days", "P21D")],
    );
    assert_values("A day after the vote he resigned.", &[("A day", "P1D")]);
}

#[test]
fn pairs_of_numbers() {
    assert_values(
        "Open from 11 to 2 p.m., 8 to 10 a.m. and from October 5 to 9 p.m. on request.",
        &[
            ("11", "2024-10-11T11:00"),
            ("2 p.m.", "2024-10-11T14:00"),
            ("8", "2024-10-11T08:00"),
            ("10 a.m.", "2024-10-11T10:00"),
            ("October 5", "2024-10-05"),
            ("9 p.m.", "2024-10-05T21:00"),
        ],
    );
}

#[test]
fn sets() {
    assert_values(
        "Every Monday, each year, every two weeks, twice a week and on Fridays they pay $40 a month, 15 per day.",
        &[
            ("Every Monday", "XXXX-WXX-1"),
            ("each year", "P1Y"),
            ("every two weeks", "P2W"),
            ("twice a week", "P1W"),
            ("Fridays", "XXXX-WXX-5"),
            ("a month", "P1M"),
            ("per day", "P1D"),
        ],
    );
    assert_values("The annual report and the daily bulletin.", &[("annual", "P1Y"), ("daily", "P1D")]);
    assert!(times("He reads the Daily Courier.", PUBLISHED).is_empty());
}

#[test]
fn times_of_day() {
    assert_values(
        "At 8 p.m. on Tuesday he spoke, at 8:30 a.m. she answered, and the bells rang at noon.",
        &[
            ("8 p.m.", "2024-10-08T20:00"),
            ("Tuesday", "2024-10-08"),
            ("8:30 a.m.", "2024-10-08T08:30"),
            ("noon", "2024-10-08T12:00"),
        ],
    );
    assert_values("It sank at 0800 UTC Monday.", &[("0800 UTC Monday", "2024-10-07T08:00Z")]);
    assert_values(
        "Last night it rained, this morning it cleared, and Thursday evening is past.",
        &[("Last night", "2024-10-10TNI"), ("this morning", "2024-10-11TMO"), ("Thursday evening", "2024-10-10TEV")],
    );
    let kinds: Vec<TimeKind> =
        times("At 5pm, on Monday, for two days, daily.", PUBLISHED).iter().map(|(_, t)| t.kind).collect();
    assert_eq!(kinds, [TimeKind::Time, TimeKind::Date, TimeKind::Duration, TimeKind::Set]);
}

#[test]
fn vague_references() {
    assert_values(
        "Recently, as in recent years, the past is behind, and the near future ahead; these days it is now or never.",
        &[
            ("Recently", "PAST_REF"),
            ("recent years", "PAST_REF"),
            ("the past", "PAST_REF"),
            ("the near future", "FUTURE_REF"),
            ("these days", "PRESENT_REF"),
            ("now", "PRESENT_REF"),
        ],
    );
}

#[test]
fn holidays() {
    assert_values(
        "Easter 2023 came late, last Thanksgiving early; New Year's Eve will be quiet.",
        &[("Easter 2023", "2023-04-09"), ("last Thanksgiving", "2023-11-23"), ("New Year's Eve", "2024-12-31")],
    );
}

#[test]
fn what_is_no_time() {
    for text in [
        "He may march second in the sun with 2000 soldiers.",
        "April Brown and June Adams walked with a March hare.",
        "Version 10.4.11 and flight 1987 and $2010 and 1,999 euros and 2024%.",
        "Call 202-555-0143 or 555-1984.",
        "A fall in prices, a spring in his step, a quarter of voters and a second vote.",
        "They won 3:2, and the ratio was 4:1.",
        "The model A330-2012 costs £1995.",
    ] {
        assert_eq!(times(text, PUBLISHED), [], "{text}");
    }
}

#[test]
fn offsets_are_code_points() {
    let found = times("„Größe“ — am Ende: on 3 March 2019…", PUBLISHED);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "3 March 2019");
}

#[test]
fn lines_that_end_a_heading_end_an_expression() {
    assert_values("Results for 2005\nJune 6, 2005\nThe firm won.", &[("2005", "2005"), ("June 6, 2005", "2005-06-06")]);
    assert_values(
        "Markets shut until Sunday\nSeptember 18, 2008\nThe firm won.",
        &[("Sunday", "2024-10-13"), ("September 18, 2008", "2008-09-18")],
    );
}

#[test]
fn hostile_texts_end_in_time() {
    for part in [
        "1",
        "1,000,",
        "9-",
        "the ",
        "a.",
        "twenty ",
        "October ",
        "last ",
        "the end of ",
        "and a half ",
        "\n",
        "'",
        "１",
    ] {
        let text = part.repeat(100_000 / part.len());
        let _ = times(&text, PUBLISHED);
    }
}

/// Words and marks of the grammar, to be thrown together.
const PIECES: &[&str] = &[
    "October", "Oct.", "Friday", "the", "last", "next", "of", "22", "2024", "22–24", "2009-11", "third", "quarter",
    "week", "years", "ago", "later", "a", "half", "and", "twenty", "-", "one", "early", "end", "'08", "1990s", "p.m.",
    "8:30", "UTC", "every", "day", "noon", "Easter", "BC", "9999", "century", ",", ".", "\n", "to", "between", "from",
    "fiscal", "0", "99999",
];

proptest! {
    #[test]
    fn spans_are_in_order_and_in_bounds(text in "\\PC{0,120}", year in 1i32..9999) {
        sound(&text, &format!("{year:04}"));
    }

    #[test]
    fn no_string_of_known_words_fails(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..30), day in 0i32..40_000) {
        sound(&pieces.join(" "), &model::Day(day).to_string());
        sound(&pieces.concat(), &model::Day(day).to_string());
    }
}

fn sound(text: &str, published: &str) {
    let mut end = 0;
    let length = text.chars().count() as u32;
    for (words, time) in times(text, published) {
        assert!(end <= time.start && time.start < time.end && time.end <= length, "{words:?} in {text:?}");
        assert!(!time.value.is_empty());
        if let Some(when) = &time.when {
            assert!(
                when.first.is_none() || when.last.is_none() || when.first <= when.last,
                "{words:?} in {text:?}: {when:?}"
            );
        }
        end = time.end;
    }
}
