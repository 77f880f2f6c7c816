//! Names of authors as citations want them: family, given; or whole, where it is no person or can't be told.

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// A person whose family name is known.
    Person {
        /// `Ada`; may be several names, initials, a nickname.
        given: String,
        /// `van der`, before the family name; empty where there is none.
        particle: String,
        /// `Berg`.
        family: String,
        /// `Jr.`; empty where there is none.
        suffix: String,
    },
    /// A body, or a name whose parts can't be told: it stays whole.
    Whole(String),
}

/// Words before a family name that belong to it, in lower case.
const PARTICLES: [&str; 26] = [
    "al", "bin", "binti", "d'", "da", "dal", "das", "de", "degli", "dei", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "la", "le", "ten", "ter", "van", "von", "zu",
];

/// What follows a name.
const SUFFIXES: [&str; 7] = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

/// What goes before a name and is no part of it.
const TITLES: [&str; 11] = ["Dr", "Dr.", "Prof", "Prof.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Sir"];

/// Words that only bodies and functions have. Some are family names as well: such a name stays whole.
const BODIES: [&str; 98] = [
    "academy",
    "agency",
    "agencies",
    "alliance",
    "associated",
    "association",
    "authority",
    "bank",
    "bloomberg",
    "board",
    "brothers",
    "bureau",
    "center",
    "centre",
    "church",
    "club",
    "co",
    "co.",
    "coalition",
    "collective",
    "college",
    "commission",
    "committee",
    "company",
    "contributor",
    "contributors",
    "corp",
    "corp.",
    "correspondent",
    "correspondents",
    "council",
    "courier",
    "court",
    "daily",
    "department",
    "desk",
    "digital",
    "editor",
    "editorial",
    "editors",
    "federation",
    "forum",
    "foundation",
    "fund",
    "gazette",
    "gmbh",
    "government",
    "group",
    "herald",
    "inc",
    "inc.",
    "initiative",
    "institute",
    "international",
    "journal",
    "league",
    "library",
    "llc",
    "ltd",
    "ltd.",
    "magazine",
    "mail",
    "media",
    "ministry",
    "museum",
    "national",
    "network",
    "news",
    "newspaper",
    "newsroom",
    "office",
    "online",
    "organisation",
    "organization",
    "party",
    "police",
    "post",
    "press",
    "project",
    "radio",
    "reporter",
    "reporters",
    "research",
    "reuters",
    "review",
    "school",
    "service",
    "services",
    "society",
    "sons",
    "staff",
    "team",
    "television",
    "times",
    "tribune",
    "union",
    "university",
    "xinhua",
];

/// Family names that often stand first. Whether they do can't be told from two words, so the name stays whole.
const FIRST: [&str; 60] = [
    "ahn", "bae", "bui", "cai", "cao", "chang", "chen", "cheng", "cho", "choi", "chung", "dang", "deng", "ding",
    "dong", "feng", "gao", "guo", "han", "he", "ho", "hoang", "hong", "hu", "huang", "hwang", "jang", "jiang", "jung",
    "kang", "kim", "lee", "li", "liang", "lim", "lin", "liu", "lu", "luo", "ma", "nguyen", "pham", "park", "peng",
    "phan", "shin", "song", "sun", "tang", "tran", "wang", "wu", "xi", "xie", "xu", "yang", "yoon", "zhang", "zhao",
    "zhou",
];

/// Reads a name: `Ada van der Berg`, `Berg, Ada`, `Barnes, Jr., A`, `Jon Moss Jr.`.
pub(super) fn read(name: &str) -> Name {
    person(name).unwrap_or_else(|| Name::Whole(name.to_owned()))
}

fn person(name: &str) -> Option<Name> {
    let parts: Vec<&str> = name.split(',').map(str::trim).collect();
    let suffix = |part: &str| SUFFIXES.contains(&part);
    match parts[..] {
        [whole] => {
            let words: Vec<&str> = whole.split(' ').collect();
            match words.split_last() {
                Some((last, words)) if suffix(last) && words.len() > 1 => in_order(words, last),
                _ => in_order(&words, ""),
            }
        }
        [whole, last] if suffix(last) => in_order(&whole.split(' ').collect::<Vec<_>>(), last),
        [family, given] => turned(family, given, ""),
        [family, last, given] if suffix(last) => turned(family, given, last),
        _ => None,
    }
}

/// Given name first.
fn in_order(words: &[&str], suffix: &str) -> Option<Name> {
    let titles = words.iter().take_while(|word| TITLES.contains(word)).count();
    let words = &words[titles..];
    let (family, before) = words.split_last()?;
    let particles = before.iter().rev().take_while(|word| is_particle(word)).count();
    let (given, particle) = before.split_at(before.len() - particles);
    let first = given.first()?;
    // "Lee Jin-woo": the family name stands first, as in many names of East Asia.
    let may_be_turned = given.len() == 1 && FIRST.contains(&first.to_lowercase().as_str())
        || family.split_once('-').is_some_and(|(_, second)| second.starts_with(char::is_lowercase));
    let good = words.len() <= 5 && is_name(family) && !is_initial(family) && given.iter().all(|word| is_name(word));
    (good && !may_be_turned).then(|| Name::Person {
        given: given.join(" "),
        particle: particle.join(" "),
        family: (*family).to_owned(),
        suffix: suffix.to_owned(),
    })
}

/// Family name first, behind a comma the given one.
fn turned(family: &str, given: &str, suffix: &str) -> Option<Name> {
    let words: Vec<&str> = family.split(' ').collect();
    let given: Vec<&str> = given.split(' ').collect();
    let (family, particle) = words.split_last()?;
    let good = is_name(family)
        && !is_initial(family)
        && particle.iter().all(|word| is_particle(word))
        && given.len() <= 3
        && given.iter().all(|word| is_name(word));
    good.then(|| Name::Person {
        given: given.join(" "),
        particle: particle.join(" "),
        family: (*family).to_owned(),
        suffix: suffix.to_owned(),
    })
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether a word can be part of a person's name: a capital and small letters, initials, a nickname in quotation marks.
fn is_name(word: &str) -> bool {
    let bare = word.trim_matches(['"', '“', '”', '(', ')']);
    let letters = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.' | '\u{200c}' | '\u{200d}');
    bare.starts_with(char::is_uppercase)
        && bare.chars().all(letters)
        && (is_initial(bare) || bare.contains(char::is_lowercase))
        && !BODIES.contains(&bare.to_lowercase().as_str())
}

/// `A`, `J.`, `J.R.`
fn is_initial(word: &str) -> bool {
    word.split('.').all(|letter| letter.chars().count() <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str) -> String {
        match read(name) {
            Name::Person { given, particle, family, suffix } => format!("{particle}|{family}|{given}|{suffix}"),
            Name::Whole(name) => name,
        }
    }

    #[test]
    fn persons_have_a_family_name() {
        assert_eq!(shown("Ines Moreau"), "|Moreau|Ines|");
        assert_eq!(shown("Dr. Ines Moreau"), "|Moreau|Ines|");
        assert_eq!(shown("Tom van den Hoek"), "van den|Hoek|Tom|");
        assert_eq!(shown("R. J. Ferris Jr."), "|Ferris|R. J.|Jr.");
        assert_eq!(shown("Ferris, R. J."), "|Ferris|R. J.|");
        assert_eq!(shown("Ferris, III, Tom"), "|Ferris|Tom|III");
        assert_eq!(shown("van den Hoek, Tom"), "van den|Hoek|Tom|");
        assert_eq!(shown("Ines \"Inky\" Moreau"), "|Moreau|Ines \"Inky\"|");
        assert_eq!(shown("Ines O’Dell-Roy"), "|O’Dell-Roy|Ines|");
    }

    #[test]
    fn what_is_no_person_or_cannot_be_told_stays_whole() {
        for name in [
            "Institute for Tides and Currents",
            "Harbour Post",
            "Moreau and Sons",
            "Staff Writer",
            "COAST AGENCY",
            "Coast24",
            "Moreau",
            "Park Min-jun",
            "Wu Tian",
            "Fisheries, Food and Farming",
            "{Coast}",
            "Moreau &c",
            "ines moreau",
            "",
            ",",
        ] {
            assert_eq!(shown(name), name);
        }
    }
}
