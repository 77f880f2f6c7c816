//! Numbers, scales, rough amounts and currencies, word by word.

/// The value of a word of digits: "14", "2,000", "2.5", "10,5" is not read as a decimal.
pub(super) fn digits(word: &str) -> Option<f64> {
    let bare = word.trim_end_matches(['k', 'm']);
    if !bare.starts_with(|c: char| c.is_ascii_digit()) || bare.len() > 18 {
        return None;
    }
    let grouped = bare.split(',').skip(1).all(|group| group.split('.').next().is_some_and(|digits| digits.len() == 3));
    if !grouped || bare.bytes().any(|b| !b.is_ascii_digit() && b != b',' && b != b'.') {
        return None;
    }
    let value: f64 = bare.replace(',', "").parse().ok()?;
    Some(match word.len() - bare.len() {
        0 => value,
        _ if word.ends_with('k') => value * 1e3,
        _ => value * 1e6,
    })
}

pub(super) fn small_number(word: &str) -> Option<f64> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if let Some((tens, unit)) = word.split_once('-') {
        let (tens, unit) = (small_number(tens)?, small_number(unit)?);
        return (tens >= 20.0 && unit < 10.0).then_some(tens + unit);
    }
    UNITS
        .iter()
        .position(|unit| *unit == word)
        .map(|value| value as f64)
        .or_else(|| TENS.iter().position(|tens| *tens == word).map(|tens| (tens as f64 + 2.0) * 10.0))
}

pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" | "mln" | "mn" | "m" => 1e6,
        "billion" | "bln" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

pub(super) fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
}

pub(super) fn scale_plural(word: &str) -> Option<f64> {
    word.strip_suffix('s').and_then(scale)
}

/// The least and the most that a vague number stands for, as style guides and dictionaries take them.
pub(super) fn vague(word: &str) -> Option<(f64, f64)> {
    Some(match word {
        "dozens" => (24.0, 144.0),
        "scores" => (40.0, 200.0),
        "hundreds" => (200.0, 2_000.0),
        "thousands" => (2_000.0, 20_000.0),
        "tens" => (20.0, 100.0),
        "millions" => (2e6, 2e7),
        "billions" => (2e9, 2e10),
        "several" => (3.0, 9.0),
        "couple" => (2.0, 3.0),
        _ => return None,
    })
}

pub(super) fn currency(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "$" | "US$" => "usd",
        "€" => "eur",
        "£" => "gbp",
        "¥" => "jpy",
        "₽" => "rub",
        "₹" => "inr",
        "₴" => "uah",
        _ => return None,
    })
}

pub(super) fn currency_word(word: &str) -> Option<&'static str> {
    Some(match word {
        "dollar" | "dollars" | "dlr" | "dlrs" | "usd" => "usd",
        "euro" | "euros" | "eur" => "eur",
        "pound" | "pounds" | "gbp" => "gbp",
        "yen" => "jpy",
        "ruble" | "rubles" | "rouble" | "roubles" => "rub",
        "yuan" | "renminbi" => "cny",
        "rupee" | "rupees" => "inr",
        _ => return None,
    })
}
