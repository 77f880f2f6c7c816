//! The language of a text.
//!
//! English wins where its function words are common, so that a short report full of foreign names is not lost. Of other
//! languages the script tells many, and its letters some; those in Latin letters are told by the words that hardly a sentence
//! does without, as Grefenstette (1995) found to be enough from some fifteen words on. Tables of trigrams would tell them too,
//! and take as much room as all rules for titles.

/// How much of a text is looked at, in bytes: more adds time, not certainty.
const LOOK: usize = 4_000;

/// Fewer letters than this in Latin script are decided by English words alone: a line or two is a guess.
const SHORT: usize = 120;

/// The language of a text as a BCP 47 tag; `und` where it cannot be told.
pub(crate) fn tell(text: &str) -> String {
    let mut end = text.len().min(LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let words: Vec<String> = head
        .split(|c: char| !c.is_alphabetic() && !is_mark(c))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() {
        return "und".to_owned();
    }
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let english = words.iter().filter(|word| STOP_WORDS.contains(&word.as_str())).count();
    if english * 6 >= words.len() {
        return "en".to_owned();
    }
    let told = match script(head) {
        // Alphabets other than the Latin one are no English, however short.
        Some(script) => by_letters(script, head),
        None if letters >= SHORT => by_words(&words),
        None => None,
    };
    match told {
        Some(told) => told.to_owned(),
        None if english * 12 >= words.len() => "en".to_owned(),
        None => "und".to_owned(),
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

/// Vowel signs and the like, which stand within words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{65f}' | '\u{900}'..='\u{dff}' | '\u{e30}'..='\u{e4e}' | '\u{1000}'..='\u{109f}')
}

/// Scripts but for the Latin one, with the language that most of their texts are in.
const SCRIPTS: [(char, char, &str); 26] = [
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{400}', '\u{52f}', "ru"),
    ('\u{530}', '\u{58f}', "hy"),
    ('\u{590}', '\u{5ff}', "he"),
    ('\u{600}', '\u{6ff}', "ar"),
    ('\u{900}', '\u{97f}', "hi"),
    ('\u{980}', '\u{9ff}', "bn"),
    ('\u{a00}', '\u{a7f}', "pa"),
    ('\u{a80}', '\u{aff}', "gu"),
    ('\u{b00}', '\u{b7f}', "or"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{c00}', '\u{c7f}', "te"),
    ('\u{c80}', '\u{cff}', "kn"),
    ('\u{d00}', '\u{d7f}', "ml"),
    ('\u{d80}', '\u{dff}', "si"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{1000}', '\u{109f}', "my"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{1100}', '\u{11ff}', "ko"),
    ('\u{1200}', '\u{137f}', "am"),
    ('\u{1780}', '\u{17ff}', "km"),
    ('\u{3040}', '\u{309f}', "ja"),
    ('\u{30a0}', '\u{30ff}', "ja"),
    ('\u{3400}', '\u{4dbf}', "zh"),
    ('\u{4e00}', '\u{9fff}', "zh"),
    ('\u{ac00}', '\u{d7af}', "ko"),
];

/// The language that stands for the script of most letters; `None` where that is the Latin one.
fn script(text: &str) -> Option<&'static str> {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut latin = 0_usize;
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        match SCRIPTS.iter().position(|&(first, last, _)| first <= letter && letter <= last) {
            Some(at) => counts[at] += 1,
            None => latin += 1,
        }
    }
    let of = |language: &str| -> usize {
        SCRIPTS.iter().zip(counts).filter(|((_, _, of), _)| *of == language).map(|(_, count)| count).sum()
    };
    // Japanese is written in its own syllables among Chinese characters.
    if of("ja") > 0 && 10 * of("ja") >= of("zh") && of("ja") + of("zh") > latin {
        return Some("ja");
    }
    let most = SCRIPTS.iter().map(|&(_, _, language)| (of(language), language)).max_by_key(|(count, _)| *count);
    most.filter(|(count, _)| *count > latin).map(|(_, language)| language)
}

/// Letters that only some languages of a script have, in the order in which they are asked for.
const LETTERS: [(&str, &str, &str); 11] = [
    ("ru", "ўЎ", "be"),
    ("ru", "їЇєЄґҐ", "uk"),
    ("ru", "ђЂћЋљЉњЊ", "sr"),
    ("ru", "ѓЃќЌѕЅ", "mk"),
    ("ru", "ыЫэЭёЁ", "ru"),
    ("ru", "ъЪ", "bg"),
    ("ar", "ٹڈڑےں", "ur"),
    ("ar", "گپچژ", "fa"),
    ("he", "װױײ", "yi"),
    ("hi", "ळ", "mr"),
    ("hi", "ञ", "ne"),
];

/// How many of a thousand letters are those that only one language has, at least: a name may have one.
const TELLING: usize = 2;

fn by_letters(script: &'static str, text: &str) -> Option<&'static str> {
    let all = text.chars().filter(|c| c.is_alphabetic()).count();
    let own = |letters: &str| text.chars().filter(|c| letters.contains(*c)).count();
    // Macedonian shares letters with Serbian, and has some that Serbian lacks.
    let mut of =
        LETTERS.iter().filter(|(of, letters, _)| *of == script && own(letters) * 1_000 >= TELLING * all.max(1));
    let found = of.next().map_or(script, |(_, _, language)| *language);
    Some(if found == "sr" && own("ѓЃќЌѕЅ") > own("ђЂћЋ") { "mk" } else { found })
}

/// Words of grammar that are common in each language in Latin letters, by its tag.
const WORDS: [(&str, &str); 36] = [
    ("en", "the of and to in that is was for on with as by it at from has are be an his have had not which"),
    (
        "de",
        "der die und den das nicht von mit dem des sich ein eine ist auf für im auch als werden wurde wird sind nach bei aus",
    ),
    ("fr", "le la les des et du une est dans que qui pour pas sur au par plus avec il sont ce ont été cette aux mais"),
    ("es", "el la los las del y que en una por con para se al lo como más pero su fue según también ha es un"),
    ("pt", "o os as do da dos das em que um uma não para com por mais foi ao são e é se na no também pela"),
    ("it", "il di che la per un è non della con del una sono le si dei nel ha gli anche alla delle dal ma"),
    ("ca", "els les i que amb per al del una és no més dels va aquest ha però el la en de als aquesta"),
    ("nl", "de het een van en in is dat op te voor met zijn niet aan er ook door werd naar bij maar wordt uit"),
    ("da", "og i at det en til er som på de med af for ikke der den har blev også fra efter være mod ved"),
    ("nb", "og i det som en til er på av for at med ikke har de var den et ble også fra etter være mot ved"),
    ("sv", "och i att det som en på är av för med till den har de inte om ett var från efter också vid"),
    ("fi", "ja on ei että oli se hän myös mutta kun joka sen ovat ole kuin mukaan joka jotka vuonna"),
    ("et", "ja on ei et see oli kui ka ning aga mis seda tema oma kes siis pole"),
    ("lv", "un ir ka no ar par bet tas arī kas uz to pēc bija lai nav tika"),
    ("lt", "ir kad yra su į kaip bet iš tai buvo už jau apie nuo po jis dar"),
    ("pl", "w i na z że do nie się jest to po od jak przez oraz ale który dla są była"),
    ("cs", "a v na se že je z do to s ve o by jako které jsou pro byl od podle ale"),
    ("sk", "a v na sa že je z do to s vo o by ako ktoré sú pre bol od podľa ale"),
    ("sl", "in je na v se da za so ki pa z tudi kot po ni bi je bil še"),
    ("hr", "i je u na se da za su od koji s kako ne iz što će bi ali nije"),
    ("hu", "a az és hogy nem egy is meg volt csak már mint van ez azt vagy ki el"),
    ("ro", "și de în la a cu nu pe din care este un o pentru că mai au fost să al"),
    ("tr", "ve bir bu da için de ile olarak olan daha çok gibi ancak kadar sonra oldu"),
    ("vi", "và của là có được cho không một trong người với các những đã này khi"),
    ("id", "yang dan di dengan untuk dari ini itu pada tidak dalam adalah akan oleh ke juga"),
    ("jv", "sing lan ing kang iku saka ora dadi karo utawa uga"),
    ("tl", "ang ng sa na mga at ay ni para hindi siya ito ng kanyang"),
    ("af", "die en van in het is nie dat met vir om aan was te hy sy wat word"),
    ("zu", "ukuthi futhi kanye ngoba uma abantu ukuze noma kodwa ngokuthi"),
    ("sn", "kuti uye zvino vanhu kana asi nokuti iyi ndiye"),
    ("la", "et in est non cum ad ut sed quod qui per ab ex quae sunt"),
    ("eo", "la kaj de en estas al ne por kun sed ke mi li el tiu"),
    ("az", "və bir bu üçün ilə da olan ki edir olub daha deyil"),
    ("uz", "va bilan uchun bu bir ham deb edi uning bo qilish"),
    ("tk", "we bilen bir üçin hem bu bolup diýip bolan"),
    ("sw", "na ya wa kwa ni katika za la kuwa hii hiyo watu baada"),
];

/// How many of a hundred words have to be those of one language, at least, and how many there have to be.
const COMMON: usize = 14;
const FEWEST: usize = 4;

/// The language whose words of grammar are the most common. A word of several languages counts for each in part.
fn by_words(words: &[String]) -> Option<&'static str> {
    let has = |list: &str, word: &str| list.split(' ').any(|own| own == word);
    let mut found = [(0.0_f32, 0_usize); WORDS.len()];
    for word in words {
        let of: Vec<usize> = (0..WORDS.len()).filter(|&at| has(WORDS[at].1, word)).collect();
        for &at in &of {
            found[at].0 += 1.0 / of.len() as f32;
            found[at].1 += 1;
        }
    }
    let best = (0..WORDS.len()).max_by(|&a, &b| found[a].0.total_cmp(&found[b].0))?;
    let (_, count) = found[best];
    (count >= FEWEST && 100 * count >= COMMON * words.len()).then(|| WORDS[best].0)
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
            (
                "El puerto de la ciudad fue cerrado el lunes porque los prácticos no quisieron trabajar más y los dueños no \
                 hablaron con ellos. La alcaldía espera que se llegue a un acuerdo antes del verano.",
                "es",
            ),
            (
                "O porto da cidade foi fechado na segunda-feira porque os pilotos não quiseram trabalhar mais e os donos não \
                 falaram com eles. A câmara espera que se chegue a um acordo antes do verão.",
                "pt",
            ),
            (
                "Il porto della città è stato chiuso lunedì perché i piloti non hanno più voluto lavorare e gli armatori non \
                 sono venuti a parlare con loro. Il comune spera che si trovi un accordo prima dell'estate.",
                "it",
            ),
            (
                "De haven van de stad is maandag gesloten omdat de loodsen niet meer wilden werken en de eigenaars niet met hen \
                 kwamen praten. Het bestuur hoopt dat er voor de zomer een akkoord is.",
                "nl",
            ),
            (
                "Hamnen i staden stängdes på måndagen för att lotsarna inte ville arbeta mer och ägarna inte kom för att tala med \
                 dem. Kommunen hoppas att det blir en lösning före sommaren.",
                "sv",
            ),
            (
                "Havnen i byen blev lukket mandag, fordi lodserne ikke ville arbejde mere, og ejerne kom ikke for at tale med dem. \
                 Kommunen håber, at der bliver en løsning efter påske, og før det bliver sommer.",
                "da",
            ),
            (
                "Port w mieście został zamknięty w poniedziałek, ponieważ piloci nie chcieli więcej pracować, a właściciele nie \
                 przyszli z nimi rozmawiać. Władze mają nadzieję, że do lata uda się dojść do zgody.",
                "pl",
            ),
            (
                "Şehrin limanı pazartesi günü kapatıldı, çünkü kılavuzlar daha fazla çalışmak istemedi ve sahipleri ile bir \
                 görüşme olmadı. Belediye yaz gelmeden önce bir çözüm için umutlu olduğunu daha sonra söyledi.",
                "tr",
            ),
            (
                "Pelabuhan di kota itu ditutup pada hari Senin karena para pandu tidak mau bekerja dan pemilik kapal tidak datang \
                 untuk berbicara dengan mereka. Pemerintah kota berharap akan ada kesepakatan dalam waktu dekat.",
                "id",
            ),
            ("Порт города был закрыт в понедельник.", "ru"),
            ("Порт міста був закритий у понеділок, бо лоцмани їхати не хотіли.", "uk"),
            ("港は月曜日に閉鎖された。", "ja"),
            ("港口星期一关闭了。", "zh"),
            ("بندر شهر روز دوشنبه بسته شد، چون راهنماها پول نگرفتند.", "fa"),
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
