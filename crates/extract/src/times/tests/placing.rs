//! Which day is meant.

use model::When;

use super::{PUBLISHED, assert_edtf, assert_values, times};

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
    assert_values("The pilot had no fever until Thursday, the ministry said.", &[("Thursday", "2024-10-10")]);
    assert_values("The pilot was not ill until Thursday.", &[("Thursday", "2024-10-10")]);
    assert_values("The hall will not open until Sunday.", &[("Sunday", "2024-10-13")]);
    assert_values("A hearing to be held on Thursday was called off.", &[("Thursday", "2024-10-17")]);
    assert_values("Shares fell Friday.", &[("Friday", "2024-10-11")]);
    assert_values("In Kolm on Sunday, the board agreed to pay for the pier.", &[("Sunday", "2024-10-06")]);
    assert_values("March 17 - The council votes to build a pier.", &[("March 17", "2024-03-17")]);
    assert_values("The rate, forecast in December at 3 percent, is seen at two.", &[("December", "2023-12")]);
    assert_values(
        "Third-quarter profit fell. Holm resigned on October 7. Sales in the quarter rose.",
        &[("Third-quarter", "2024-Q3"), ("October 7", "2024-10-07"), ("the quarter", "2024-Q3")],
    );
    assert_values("On Sunday, the board agreed to pay for the pier.", &[("Sunday", "2024-10-06")]);
    assert_values("On Sunday the board will decide to pay for the pier.", &[("Sunday", "2024-10-13")]);
    assert_values(
        "The court met last Friday; this Friday it meets again, and next Friday it will rule.",
        &[("last Friday", "2024-10-04"), ("this Friday", "2024-10-11"), ("next Friday", "2024-10-18")],
    );
}

#[test]
fn a_week_told_on_a_sunday_is_one_of_two() {
    let of = |text: &str, published: &str| {
        let found = times(text, published);
        let (_, time) = found.first().expect("a time");
        (time.value.clone(), time.when.as_ref().map_or("-".to_owned(), |when| when.edtf.clone()))
    };
    let both = |value: &str, edtf: &str| (value.to_owned(), edtf.to_owned());
    // Some end the week on this Sunday, others begin it.
    assert_eq!(of("The kiln closed last week.", "2024-10-13"), both("2024-W40", "2024-09-30/2024-10-12"));
    assert_eq!(of("The kiln will open next week.", "2024-10-13"), both("2024-W42", "2024-10-14/2024-10-26"));
    assert_eq!(of("It will open by the end of this week.", "2024-10-13"), both("2024-W41", "../2024-10-19"));
    assert_eq!(of("The kiln closed on Friday of last week.", "2024-10-13"), both("XXXX-WXX-5", "-"));
    assert_eq!(of("The kiln closed this week.", "2024-10-13"), both("2024-W41", "2024-10-07/2024-10-13"));
    assert_eq!(of("The kiln closed two weeks ago.", "2024-10-13"), both("2024-W39", "2024-09-23/2024-09-29"));
    // The day after there is no doubt.
    assert_eq!(of("The kiln closed last week.", "2024-10-14"), both("2024-W41", "2024-10-07/2024-10-13"));
    assert_eq!(of("The kiln closed on Friday of last week.", "2024-10-14"), both("2024-10-11", "2024-10-11"));
}

#[test]
fn a_new_date_for_what_was_due_lies_ahead() {
    assert_values("The inquiry postponed its report to March.", &[("March", "2025-03")]);
    assert_values("The opening was put off to February.", &[("February", "2025-02")]);
    assert_values("The owners pushed the sale of the mine back to Thursday.", &[("Thursday", "2024-10-17")]);
    assert_values("The family moved to Arlen in March.", &[("March", "2024-03")]);
    assert_edtf("The opening was moved from November to March.", &["2024-11", "2025-03"]);
    assert_edtf("The vote was brought forward from 5 December to 20 November.", &["2024-12-05", "2024-11-20"]);
    assert_edtf("The fair ran from May to July.", &["2024-05/2024-07", "2024-07"]);
    assert_values("He delayed the vote. The hall was lent to May.", &[("May", "2024-05")]);
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
fn holidays() {
    assert_values(
        "Easter 2023 came late, last Thanksgiving early; New Year's Eve will be quiet.",
        &[("Easter 2023", "2023-04-09"), ("last Thanksgiving", "2023-11-23"), ("New Year's Eve", "2024-12-31")],
    );
}

#[test]
fn numbered_days_with_their_weekday_or_month() {
    // Published on Friday, 11 October 2024.
    assert_values("They meet on Sunday the 13th.", &[("Sunday the 13th", "2024-10-13")]);
    assert_values("They meet on Sunday the 8th.", &[("Sunday the 8th", "2024-09-08")]);
    assert_values("It was sent on the 2nd of this month.", &[("the 2nd of this month", "2024-10-02")]);
    assert_values("It was sent on the 23rd of last month.", &[("the 23rd of last month", "2024-09-23")]);
}

#[test]
fn the_night_goes_on_after_midnight() {
    assert_values(
        "The talks went from 10 p.m. Tuesday to 2 a.m.",
        &[("10 p.m. Tuesday", "2024-10-08T22:00"), ("2 a.m.", "2024-10-09T02:00")],
    );
    assert_values("It applies from 12:00 midnight May 3, 2023.", &[("12:00 midnight May 3, 2023", "2023-05-03T24:00")]);
}

#[test]
fn a_weekday_amid_old_years_is_this_week_s() {
    let text = "Anna Berg died on Wednesday. She was born in 1931. In 1950 she left. In 1962 she opened a school. In 1971 \
                she won. In 1980 she came back. In 1990 she retired. The burial was on Thursday.";
    let last = times(text, PUBLISHED).pop().map(|(_, time)| time.value);
    assert_eq!(last.as_deref(), Some("2024-10-10"));
}

#[test]
fn a_time_in_brackets_before_a_sentence_is_of_the_report() {
    let text = "The record was set on April 6, 1886.\n\n(10:47 a.m. ET) The stadium is closed. (Update 11:10 a.m.) It \
                opens again.";
    assert_values(
        text,
        &[("April 6, 1886", "1886-04-06"), ("10:47 a.m. ET", "2024-10-11T10:47"), ("11:10 a.m.", "2024-10-11T11:10")],
    );
    // Within its sentence it is of the day that was named.
    assert_values(
        "The quake of May 3, 1974 struck the town (10:40 a.m.) and the port.",
        &[("May 3, 1974", "1974-05-03"), ("10:40 a.m.", "1974-05-03T10:40")],
    );
}

#[test]
fn a_week_is_told_by_the_day_on_which_it_ended() {
    assert_values("Stocks of hops fell in the week ended September 27.", &[("September 27", "2024-09-27")]);
    assert_values("Stocks of hops fell in the week.", &[("the week", "2024-W41")]);
}
