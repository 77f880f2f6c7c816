//! The day that a head line, a header or a field of metadata tells.

use model::{Day, When, calendar};

/// The names of months in the languages of the archives, in lower case, by month. Common ways to shorten them count too;
/// the English ones are [`calendar::month`]'s.
const OTHER_MONTHS: [&str; 12] = [
    "januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń января январь янв ocak leden \
     ledna január ianuarie ιανουαρίου січня tammikuuta jaanuar sausio gener януари јануар يناير ינואר בינואר जनवरी",
    "februar februari février fevrier févr fév febrero febbraio fevereiro fev lutego luty февраля февраль фев şubat \
     únor února február februarie φεβρουαρίου лютого helmikuuta veebruar vasario febrer февруари фебруар فبراير פברואר \
     בפברואר फरवरी",
    "märz maerz mrz mars marzo março marco maart mrt marca marzec марта март мар mart březen března marec martie \
     μαρτίου березня marts maaliskuuta märts kovo març március maret مارس מרץ במרץ मार्च",
    "avril avr abril abr aprile kwietnia kwiecień апреля апрель апр nisan duben dubna apríl aprilie απριλίου квітня \
     huhtikuuta aprill balandžio április април أبريل ابريل אפריל באפריל अप्रैल",
    "mai mayo maggio mag maio mei maj maja мая май mayıs květen května máj μαΐου травня toukokuuta gegužės maig május мај \
     مايو מאי במאי",
    "juni juin junio giugno giu junho czerwca czerwiec июня июнь июн haziran červen června jún iunie ιουνίου червня \
     kesäkuuta juuni birželio juny június јун يونيو יוני ביוני",
    "juli juillet juil julio luglio lug julho lipca lipiec июля июль июл temmuz červenec července júl iulie ιουλίου \
     липня heinäkuuta juuli liepos juliol július јул يوليو יולי ביולי",
    "août aout agosto ago augustus augusti sierpnia sierpień августа август авг ağustos srpen srpna αυγούστου серпня \
     elokuuta rugpjūčio agost augusztus agustus أغسطس אוגוסט באוגוסט अगस्त",
    "septembre septiembre settembre set setembro września wrzesień сентября сентябрь сен eylül září septembrie \
     σεπτεμβρίου вересня syyskuuta rugsėjo setembre szeptember септември септембар سبتمبر ספטמבר בספטמבר",
    "oktober okt octobre octubre ottobre ott outubro out października październik октября октябрь окт ekim říjen \
     října október octombrie οκτωβρίου жовтня lokakuuta oktoober spalio octubre október октомври октобар أكتوبر אוקטובר \
     באוקטובר",
    "novembre noviembre novembro listopada listopad ноября ноябрь ноя kasım listopadu noiembrie νοεμβρίου листопада \
     marraskuuta lapkričio ноември новембар nopember نوفمبر נובמבר בנובמבר",
    "dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia grudzień декабря декабрь дек aralık \
     prosinec prosince decembrie δεκεμβρίου грудня joulukuuta detsember gruodžio desembre desember декември децембар ديسمبر \
     דצמבר בדצמבר",
];

/// The first day that a text tells, or the month where it tells no day. A date that can be read in two ways ("3/4/2031")
/// is none.
pub(crate) fn day(text: &str) -> Option<When> {
    read(text, Order::Unknown)
}

/// Which number of a date in figures comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Nothing tells: `3/4/2031` is none.
    Unknown,
    /// The day, as nearly everywhere.
    DayFirst,
    /// The month.
    MonthFirst,
}

impl Order {
    /// The order of a column of dates, where some of them can be read in one way only, and all of these alike.
    pub(crate) fn of_column<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut day, mut month) = (false, false);
        for cell in cells {
            let first = cell.split_whitespace().next().unwrap_or_default();
            let numbers: Vec<&str> = first.split(['/', '-']).collect();
            if let [a, b, _] = numbers[..]
                && let (Ok(a), Ok(b)) = (a.parse::<u32>(), b.parse::<u32>())
                && (1..=31).contains(&a)
                && (1..=31).contains(&b)
            {
                day |= a > 12;
                month |= b > 12;
            }
        }
        match (day, month) {
            (true, false) => Self::DayFirst,
            (false, true) => Self::MonthFirst,
            _ => Self::Unknown,
        }
    }

    /// The order of those who write a language; in English both are written, whatever the tag says.
    pub(crate) fn of(language: Option<&str>) -> Self {
        match language.and_then(|tag| tag.split('-').next()) {
            None | Some("en" | "fil" | "tl" | "zh" | "ja" | "ko" | "hu" | "lt" | "mn" | "sv" | "fa") => Self::Unknown,
            Some(_) => Self::DayFirst,
        }
    }
}

/// As [`day`], where the order of figures is known.
pub(crate) fn read(text: &str, order: Order) -> Option<When> {
    let head: String = text.trim().chars().take(200).map(western).collect();
    iso(&head).or_else(|| named(&head)).or_else(|| figures(&head, order))
}

/// Arabic and Persian figures as those that are read here.
fn western(c: char) -> char {
    let digit = match c {
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
        _ => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}

/// As [`day`], where the text is nothing but a date: no more words than a date with weekday, edition and time has.
pub(crate) fn only(text: &str) -> Option<When> {
    only_as(text, Order::Unknown)
}

/// As [`only`], where the order of figures is known.
pub(crate) fn only_as(text: &str, order: Order) -> Option<When> {
    if text.split_whitespace().count() > 12 || text.len() > 120 { None } else { read(text, order) }
}

/// The day that an address tells in its path: `/2031/03/04/`, `-20310304.`, `/2031/mar/04/`.
pub(crate) fn in_address(url: &str) -> Option<When> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let (_, path) = path.split_once('/')?;
    if let Some(when) = iso(path) {
        return Some(when);
    }
    let parts: Vec<&str> = path.split('/').collect();
    parts
        .windows(3)
        .find_map(|part| {
            named(&part.join(" ")).or_else(|| {
                let day = ordinal(part[2])?;
                named(&format!("{day} {} {}", part[1], part[0]))
            })
        })
        .filter(|when| when.grain == model::Grain::Day)
}

/// A date as a number of seconds or milliseconds since 1970.
pub(crate) fn stamp(number: i64) -> Option<When> {
    let seconds = if number.abs() > 100_000_000_000 { number / 1000 } else { number };
    let days = i32::try_from(seconds.div_euclid(86_400)).ok()?;
    let epoch = Day::new(1970, 1, 1)?;
    let day = epoch.plus(days);
    (1980..=2100).contains(&day.year()).then(|| When::day(day))
}

fn of(year: i32, month: u32, day: Option<u32>) -> Option<When> {
    if !(1600..=2100).contains(&year) {
        return None;
    }
    match day {
        Some(day) => Day::new(year, month, day).map(When::day),
        None => When::parse(&format!("{year:04}-{month:02}")).ok(),
    }
}

/// `2031-03-04`, `2031/03/04`, `20310304T101500Z`, `2031年3月4日`.
fn iso(text: &str) -> Option<When> {
    let chars: Vec<char> = text.chars().collect();
    let digits = |from: usize| chars[from.min(chars.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
    let number = |from: usize, to: usize| chars[from..to].iter().collect::<String>().parse::<u32>().ok();
    let mut at = 0;
    while at < chars.len() {
        let run = digits(at);
        if run == 0 {
            at += 1;
            continue;
        }
        // 2031030410 and 203103041015 in addresses: a day with its time.
        let timed = matches!(run, 10 | 12 | 14)
            && number(at + 8, at + 10).is_some_and(|hour| hour < 24)
            && (run < 12 || number(at + 10, at + 12).is_some_and(|minute| minute < 60))
            && number(at, at + 4).is_some_and(|year| (1990..=2100).contains(&year));
        if timed {
            let found = of(number(at, at + 4)? as i32, number(at + 4, at + 6)?, Some(number(at + 6, at + 8)?));
            if found.is_some() {
                return found;
            }
        }
        if run == 8 && chars.get(at + 8).is_none_or(|c| matches!(c, 'T' | 't' | ' ' | '.' | '-' | '_' | '/')) {
            let found = of(number(at, at + 4)? as i32, number(at + 4, at + 6)?, Some(number(at + 6, at + 8)?));
            if found.is_some() {
                return found;
            }
        }
        if run == 4 && chars.get(at + 4).is_some_and(|c| matches!(c, '-' | '/' | '.' | '年' | '년' | '_')) {
            // "2031년 3월 4일", "2031. 3. 4."
            let spaced =
                |at: usize| at + usize::from(chars.get(at) == Some(&' ') && matches!(chars[at - 1], '년' | '월' | '.'));
            let month = spaced(at + 5);
            let run = digits(month);
            if (1..=2).contains(&run)
                && chars.get(month + run).is_some_and(|c| matches!(c, '-' | '/' | '.' | '月' | '월' | '_'))
            {
                let day = spaced(month + run + 1);
                let more = digits(day);
                if (1..=2).contains(&more) {
                    let found =
                        of(number(at, at + 4)? as i32, number(month, month + run)?, Some(number(day, day + more)?));
                    if found.is_some() {
                        return found;
                    }
                }
            }
            if run == 2 && chars.len() == month + 2 && chars[at + 4] == '-' && at == 0 {
                return of(number(0, 4)? as i32, number(month, month + 2)?, None);
            }
        }
        at += run;
    }
    None
}

/// A date with the name of a month.
fn named(text: &str) -> Option<When> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !matches!(*word, "de" | "del" | "do" | "of" | "the" | "le" | "г"))
        .map(str::to_lowercase)
        .collect();
    let month_at = |word: &str| {
        let other = || OTHER_MONTHS.iter().position(|names| names.split(' ').any(|name| name == word));
        calendar::month(word).or_else(|| other().map(|at| at as u32 + 1))
    };
    let mut month_only = None;
    for (at, word) in words.iter().enumerate() {
        let Some(month) = month_at(word) else { continue };
        let before = at.checked_sub(1).map(|at| words[at].as_str());
        let next = |step: usize| words.get(at + step).map(String::as_str);
        // 4 March 2031, 4. März 2031, 4 Mar 31
        if let Some(day) = before.and_then(ordinal)
            && let Some(year) = next(1).and_then(|word| year(word).or_else(|| short_year(word)))
        {
            return of(year, month, Some(day));
        }
        // March 4, 2031; March 4 Tuesday 2031; March 4 2031
        if let Some(day) = next(1).and_then(ordinal) {
            if let Some(year) = next(2).and_then(year).or_else(|| next(3).and_then(year)) {
                return of(year, month, Some(day));
            }
            if let Some(year) = before.and_then(year) {
                return of(year, month, Some(day));
            }
        }
        // Mar 04 10:15:00 2031 (an old header of a mail), Mar 04 10:15:00 +0000 2031 (X, Twitter)
        let late = || [5, 6].iter().find_map(|step| words.get(at + step).and_then(|word| year(word)));
        if let (Some(day), Some(year)) = (next(1).and_then(ordinal), late()) {
            return of(year, month, Some(day));
        }
        if month_only.is_none()
            && word.chars().count() > 2
            && let Some(year) = next(1).and_then(year)
        {
            month_only = of(year, month, None);
        }
    }
    month_only
}

/// `4.3.2031`, `04.03.31`, `25/12/2031`, `12/25/2031`; not `3/4/2031`, which is two days.
fn figures(text: &str, order: Order) -> Option<When> {
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '|')) {
        let Some(mark) = word.chars().find(|c| matches!(c, '.' | '/' | '-')) else { continue };
        let parts: Vec<&str> = word.trim_end_matches(['.', ':']).split(mark).collect();
        let [a, b, c] = parts[..] else { continue };
        if a.is_empty() || b.is_empty() || a.len() > 2 || b.len() > 2 {
            continue;
        }
        let (Ok(a), Ok(b)) = (a.parse::<u32>(), b.parse::<u32>()) else { continue };
        let Some(year) = year(c).or_else(|| short_year(c)) else { continue };
        let found = match mark {
            '.' => of(year, b, Some(a)),
            _ if a > 12 => of(year, b, Some(a)),
            _ if b > 12 => of(year, a, Some(b)),
            _ if a == b => of(year, a, Some(b)),
            _ if order == Order::DayFirst => of(year, b, Some(a)),
            _ if order == Order::MonthFirst => of(year, a, Some(b)),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    let tail = &word[digits.len()..];
    let plain = tail.is_empty() || matches!(tail, "st" | "nd" | "rd" | "th" | "er" | "º" | "ª" | "e");
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day));
    if plain && digits.len() <= 2 { day } else { None }
}

fn year(word: &str) -> Option<i32> {
    if word.len() == 4 { word.parse().ok().filter(|year| (1600..=2100).contains(year)) } else { None }
}

fn short_year(word: &str) -> Option<i32> {
    if word.len() != 2 || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i32 = word.parse().ok()?;
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_in_which_days_are_written() {
        for (text, edtf) in [
            ("2031-03-04T23:15:00+02:00", "2031-03-04"),
            ("20310304T101500Z", "2031-03-04"),
            ("/news/2031/03/04/pier", "2031-03-04"),
            ("/politics/203103040015", "2031-03-04"),
            ("March 4, 2031 Tuesday", "2031-03-04"),
            ("Tue, 4 Mar 2031 10:15:00 +0100", "2031-03-04"),
            ("Tue Mar  4 10:15:00 2031", "2031-03-04"),
            ("Tue Mar 04 10:15:00 +0000 2031", "2031-03-04"),
            ("Dienstag, 4. März 2031", "2031-03-04"),
            ("mardi 4 mars 2031", "2031-03-04"),
            ("4 de marzo de 2031", "2031-03-04"),
            ("4 марта 2031 г.", "2031-03-04"),
            ("2031年3月4日", "2031-03-04"),
            ("2031년 3월 4일", "2031-03-04"),
            ("2031. 3. 4.", "2031-03-04"),
            ("4. maaliskuuta 2031", "2031-03-04"),
            ("2031. március 4.", "2031-03-04"),
            ("٤ مارس ٢٠٣١", "2031-03-04"),
            ("4 במרץ 2031", "2031-03-04"),
            ("04.03.31", "2031-03-04"),
            ("25/12/2031", "2031-12-25"),
            ("12/25/2031", "2031-12-25"),
            ("March 2031", "2031-03"),
            ("2031-03", "2031-03"),
        ] {
            assert_eq!(day(text).map(|when| when.edtf).as_deref(), Some(edtf), "{text}");
        }
        for text in ["3/4/2031", "last week", "30 February 2031", "2031", "version 2.0.1", ""] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn stamps() {
        assert_eq!(stamp(1_930_348_800).map(|when| when.edtf).as_deref(), Some("2031-03-04"));
        assert_eq!(stamp(1_930_348_800_000).map(|when| when.edtf).as_deref(), Some("2031-03-04"));
        assert_eq!(stamp(17), None);
    }

    #[test]
    fn figures_in_the_order_of_a_language() {
        for (language, edtf) in
            [(Some("fr"), Some("2031-04-03")), (Some("de-at"), Some("2031-04-03")), (Some("en-gb"), None), (None, None)]
        {
            let found = read("3/4/2031", Order::of(language)).map(|when| when.edtf);
            assert_eq!(found.as_deref(), edtf, "{language:?}");
        }
    }
}
