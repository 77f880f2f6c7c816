//! Which names of outlets are one house's.

use crate::words::letters;

/// Whether two names are one house's: the same but for an article, a place in brackets, what follows a dash, or the ending of
/// an address. A name that another only holds is another house's.
pub(crate) fn is_one_house(a: &str, b: &str) -> bool {
    let (whole, other) = (key(a), key(b));
    whole == other || key(head(a)) == other || whole == key(head(b))
}

/// What stands before a dash.
fn head(name: &str) -> &str {
    [" - ", " -- ", " – ", " — ", " | "]
        .iter()
        .filter_map(|dash| name.split_once(dash))
        .map(|(head, _)| head)
        .min_by_key(|head| head.len())
        .unwrap_or(name)
}

fn key(name: &str) -> String {
    let name = name.split(['(', '[']).next().map(str::trim).filter(|bare| !bare.is_empty()).unwrap_or(name);
    let address = name.contains('.') && !name.contains(char::is_whitespace);
    let bare = if address { site(name) } else { name };
    let mut words = bare.split_whitespace().peekable();
    let article = words.peek().is_some_and(|word| {
        matches!(
            word.to_lowercase().as_str(),
            "the" | "der" | "die" | "das" | "le" | "la" | "les" | "el" | "il" | "de" | "het"
        )
    });
    let rest: String = words.skip(usize::from(article)).flat_map(letters).collect();
    if rest.is_empty() { letters(bare).collect() } else { rest }
}

/// The name in an address: `www.lamp.example` and `lamp.co.example` are `lamp`.
fn site(address: &str) -> &str {
    let bare = address.strip_prefix("www.").unwrap_or(address);
    let bare = bare.rsplit_once('.').map_or(bare, |(site, _)| site);
    [".co", ".com", ".org", ".net"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use super::is_one_house;

    #[test]
    fn names_of_one_house_and_of_two() {
        for (a, b) in [
            ("The Lamp", "Lamp"),
            ("Lamp (Port Alma)", "The Lamp"),
            ("lamp.example", "The Lamp"),
            ("valleylamp.co.example", "Valley Lamp"),
            ("Lamp -- English", "Lamp"),
            ("Lamp.example", "Lamp"),
        ] {
            assert!(is_one_house(a, b) && is_one_house(b, a), "{a}, {b}");
        }
        for (a, b) in [
            ("Lamp", "Lamp of Vell"),
            ("Radio 4 - Today", "Radio 4 - Late"),
            ("The Valley", "Valley Lamp"),
            ("", "Lamp"),
        ] {
            assert!(!is_one_house(a, b) && !is_one_house(b, a), "{a}, {b}");
        }
    }
}
