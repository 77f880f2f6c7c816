//! Which words are read, and to what value.

use model::TimeKind;

use super::{PUBLISHED, assert_edtf, assert_values, times};

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
fn years_before_their_month() {
    assert_values("It ran in 1981 Sept. and again in 1982.", &[("1981 Sept.", "1981-09"), ("1982", "1982")]);
    assert_values("It came out in 1981, in October.", &[("1981", "1981"), ("October", "1981-10")]);
    assert_values("In 1992, on June 4, it went.", &[("1992", "1992"), ("June 4", "1992-06-04")]);
    assert_values("It began in 1981. In October 1990 it ended.", &[("1981", "1981"), ("October 1990", "1990-10")]);
}

#[test]
fn days_that_the_calendar_does_not_have() {
    assert_values("It was sent on Feb 29, 2018.", &[("Feb 29, 2018", "2018-02")]);
    assert_values("It was sent on 31 June 2018.", &[("31 June 2018", "2018-06")]);
}

#[test]
fn years_before_ours_with_month_and_day() {
    assert_values("It fell on 12 May 1070 BC.", &[("12 May 1070 BC", "-1069-05-12")]);
    assert_values("It was built in October 4004 BCE.", &[("October 4004 BCE", "-4003-10")]);
}

#[test]
fn an_apostrophe_before_a_number_that_counts() {
    let found: Vec<String> =
        times("They call it '24 Hours'.", PUBLISHED).into_iter().map(|(_, time)| time.value).collect();
    assert!(!found.contains(&"2024".to_owned()), "{found:?}");
    assert_values("It began in the summer of '15.", &[("the summer of '15", "2015-SU")]);
}
