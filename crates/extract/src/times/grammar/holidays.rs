//! The names of holidays whose day follows from a fixed rule.

use crate::times::calendar::feasts::Holiday;
use crate::times::lexing::cursor::{Cursor, Parsed};
use crate::times::lexing::lexicon::Lex;

/// Names in lower case, with the rule. Where one name begins another, the longer stands first.
const HOLIDAYS: &[(&str, Holiday)] = &[
    ("christmas eve", Holiday::On(12, 24)),
    ("christmas day", Holiday::On(12, 25)),
    ("christmas", Holiday::On(12, 25)),
    ("xmas", Holiday::On(12, 25)),
    ("boxing day", Holiday::On(12, 26)),
    ("new year 's eve", Holiday::On(12, 31)),
    ("new year 's day", Holiday::On(1, 1)),
    ("new year 's", Holiday::On(1, 1)),
    ("new years eve", Holiday::On(12, 31)),
    ("new years day", Holiday::On(1, 1)),
    ("new year eve", Holiday::On(12, 31)),
    ("new year", Holiday::On(1, 1)),
    ("black friday", Holiday::Nth(11, 4, 3, 1)),
    ("epiphany", Holiday::On(1, 6)),
    ("martin luther king day", Holiday::Nth(1, 3, 0, 0)),
    ("martin luther king jr . day", Holiday::Nth(1, 3, 0, 0)),
    ("presidents ' day", Holiday::Nth(2, 3, 0, 0)),
    ("presidents day", Holiday::Nth(2, 3, 0, 0)),
    ("president 's day", Holiday::Nth(2, 3, 0, 0)),
    ("groundhog day", Holiday::On(2, 2)),
    ("valentine 's day", Holiday::On(2, 14)),
    ("valentines day", Holiday::On(2, 14)),
    ("st . patrick 's day", Holiday::On(3, 17)),
    ("st patrick 's day", Holiday::On(3, 17)),
    ("st . george 's day", Holiday::On(4, 23)),
    ("ash wednesday", Holiday::Easter(-46)),
    ("palm sunday", Holiday::Easter(-7)),
    ("good friday", Holiday::Easter(-2)),
    ("easter sunday", Holiday::Easter(0)),
    ("easter monday", Holiday::Easter(1)),
    ("easter day", Holiday::Easter(0)),
    ("easter", Holiday::Easter(0)),
    ("ascension day", Holiday::Easter(39)),
    ("pentecost", Holiday::Easter(49)),
    ("whit sunday", Holiday::Easter(49)),
    ("whit monday", Holiday::Easter(50)),
    ("anzac day", Holiday::On(4, 25)),
    ("earth day", Holiday::On(4, 22)),
    ("mother 's day", Holiday::Nth(5, 2, 6, 0)),
    ("mothers ' day", Holiday::Nth(5, 2, 6, 0)),
    ("father 's day", Holiday::Nth(6, 3, 6, 0)),
    ("fathers ' day", Holiday::Nth(6, 3, 6, 0)),
    ("memorial day", Holiday::Last(5, 0)),
    ("canada day", Holiday::On(7, 1)),
    ("independence day", Holiday::On(7, 4)),
    ("bastille day", Holiday::On(7, 14)),
    ("labor day", Holiday::Nth(9, 1, 0, 0)),
    ("labour day", Holiday::Nth(9, 1, 0, 0)),
    ("columbus day", Holiday::Nth(10, 2, 0, 0)),
    ("halloween", Holiday::On(10, 31)),
    ("all saints ' day", Holiday::On(11, 1)),
    ("all saints day", Holiday::On(11, 1)),
    ("all souls ' day", Holiday::On(11, 2)),
    ("veterans day", Holiday::On(11, 11)),
    ("veterans ' day", Holiday::On(11, 11)),
    ("armistice day", Holiday::On(11, 11)),
    ("remembrance day", Holiday::On(11, 11)),
    ("remembrance sunday", Holiday::Nth(11, 2, 6, 0)),
    ("thanksgiving day", Holiday::Nth(11, 4, 3, 0)),
    ("thanksgiving", Holiday::Nth(11, 4, 3, 0)),
    ("australia day", Holiday::On(1, 26)),
    ("may day", Holiday::On(5, 1)),
];

/// The name of a holiday, capitalised.
pub(in crate::times) fn holiday(c: &Cursor, i: usize) -> Parsed<Holiday> {
    if !matches!(c.lex(i), Lex::Feast | Lex::Month(5)) || !c.capital(i) {
        return None;
    }
    HOLIDAYS.iter().find_map(|&(name, holiday)| {
        let mut at = i;
        for word in name.split(' ') {
            let same = match word {
                "'s" => c.is(at, Lex::Possessive) && c.len(at) > 1,
                "'" => c.is(at, Lex::Possessive),
                _ => c.any(at, &[word]),
            };
            if !same {
                return None;
            }
            at += 1;
        }
        Some((holiday, at))
    })
}
