//! The language of a text.

use whatlang::{Detector, Lang};

/// How much of a text is looked at, in bytes: more adds time, not certainty.
const LOOK: usize = 4_000;

/// Fewer letters than this are decided by English words alone: trigrams of a line or two are guesses.
const SHORT: usize = 120;

/// The language of a text as a BCP 47 tag; `und` where it cannot be told.
///
/// English wins where its function words are common, so that a short report full of foreign names is not lost. Other
/// languages are told by whatlang (alphabets, and trigrams after Cavnar and Trenkle 1994), where there is enough to tell.
pub(crate) fn tell(text: &str) -> String {
    let mut end = text.len().min(LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let (mut words, mut english, mut letters) = (0_usize, 0_usize, 0_usize);
    for word in head.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        letters += word.chars().count();
        english += usize::from(STOP_WORDS.iter().any(|stop| stop.eq_ignore_ascii_case(word)));
    }
    if words == 0 {
        return "und".to_owned();
    }
    if english * 6 >= words {
        return "en".to_owned();
    }
    match Detector::new().detect(head) {
        Some(info) if letters >= SHORT => tag(info.lang()),
        // Alphabets other than the Latin one are no English, however short.
        Some(info) if info.script() != whatlang::Script::Latin => tag(info.lang()),
        _ if english * 12 >= words => "en".to_owned(),
        _ => "und".to_owned(),
    }
}

/// The language of a text that came with a tag: pages often declare the language of their template, so the tag counts
/// only where the text can't tell, and only by the code of its language (`en` of `en-US`).
pub(crate) fn of(text: &str, given: Option<&str>) -> String {
    let told = tell(text);
    let code = given.and_then(|tag| tag.split(['-', '_']).next()).map(str::to_ascii_lowercase);
    let code = code.filter(|code| matches!(code.len(), 2 | 3) && code.bytes().all(|b| b.is_ascii_lowercase()));
    match code {
        Some(code) if told == "und" => code,
        _ => told,
    }
}

/// The BCP 47 tag of a language: its code of two letters (ISO 639-1), else of three.
fn tag(language: Lang) -> String {
    let code = match language {
        Lang::Eng => "en",
        Lang::Cmn => "zh",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Bul => "bg",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Mar => "mr",
        Lang::Nep => "ne",
        Lang::Ben => "bn",
        Lang::Pan => "pa",
        Lang::Guj => "gu",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Kan => "kn",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Sin => "si",
        Lang::Tha => "th",
        Lang::Khm => "km",
        Lang::Mya => "my",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Aze => "az",
        Lang::Uzb => "uz",
        Lang::Tuk => "tk",
        Lang::Amh => "am",
        Lang::Ell => "el",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Cat => "ca",
        Lang::Nld => "nl",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Jav => "jv",
        Lang::Tgl => "tl",
        Lang::Afr => "af",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Aka => "ak",
        Lang::Lat => "la",
        Lang::Epo => "eo",
        other => other.code(),
    };
    code.to_owned()
}

/// English words that hardly a sentence does without.
const STOP_WORDS: [&str; 24] = [
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "with", "was", "as", "by", "it", "at", "from",
    "has", "are", "be", "an", "its", "his", "have",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_however_short() {
        for text in [
            "The harbour of Port Alma was closed on Monday.",
            "Ferry pilots and owners meet in Osterau",
            "Björn Håkansson met Jürgen Müller and Zoë Brontë in Malmö on Friday; François Lefèvre was at the talks.",
        ] {
            assert_eq!(tell(text), "en", "{text}");
        }
    }

    #[test]
    fn a_declared_language_counts_where_the_text_cannot_tell() {
        let report =
            "The mill at the river was closed on Monday, and the owners said that it would not be opened again.";
        for (text, given, language) in [
            ("Kolm", Some("de"), "de"),
            ("Kolm", Some("en-US"), "en"),
            ("Kolm", Some("EN_gb"), "en"),
            ("Kolm", Some("English"), "und"),
            ("Kolm", Some("<b>"), "und"),
            ("Kolm", None, "und"),
            (report, Some("fr"), "en"),
        ] {
            assert_eq!(super::of(text, given), language, "{text} {given:?}");
        }
    }

    #[test]
    fn other_languages_are_named() {
        for (text, language) in [
            (
                "Der Hafen der Stadt wurde am Montag geschlossen, weil ein Schiff auf Grund gelaufen war und die Lotsen \
                 nicht arbeiten wollten. Die Eigner haben den Streit bisher nicht beendet, sagte ein Sprecher.",
                "de",
            ),
            (
                "Le port de la ville a été fermé lundi, parce que les pilotes ne voulaient plus travailler et que les \
                 propriétaires refusaient de les rencontrer. La mairie espère une solution avant la fin du mois.",
                "fr",
            ),
            ("Порт города был закрыт в понедельник.", "ru"),
            ("أغلق الميناء يوم الاثنين بعد خلاف طويل بين المالكين.", "ar"),
        ] {
            assert_eq!(tell(text), language, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_left_open() {
        for text in ["", "12 345 67", "Alma Osterau Velm", "Hafen zu"] {
            assert_eq!(tell(text), "und", "{text}");
        }
    }
}
