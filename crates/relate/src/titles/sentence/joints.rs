//! What joins a sentence to the one before: a phrase before its subject, and small words within.

use super::trim::{flat, without_joints};
use crate::ground::words::{fold, words};
use crate::titles::lexicon;
use crate::titles::wording::pronouns;

/// What may stand before the subject, the fullest first: the phrase that does, and nothing, where it only tells when it
/// was or who said it. Empty where it is neither a phrase nor a clause that a comma ends.
pub(super) fn leads_of(lead: &str, past: bool) -> Vec<String> {
    let lead = flat(lead);
    let lead = without_joints(&lead).trim();
    // "that the bridge …", said by somebody: the word only opens the clause.
    let lead = lead.strip_suffix("that").map_or(lead, str::trim_end);
    let bare = lead.trim_end_matches([',', ' ', '"', '“', ':']);
    let found = words(bare);
    let Some(first) = found.first().map(|w| fold(w.text)) else { return vec![String::new()] };
    let comma = lead.trim_end().ends_with(',');
    // "In fact, the Lund Post reports, …": whose word it is stands in the midst.
    if let [.., name, says] = found.as_slice()
        && name.text.starts_with(char::is_uppercase)
        && (lexicon::is_saying(&fold(says.text)) || lexicon::has("reports writes notes", says.text))
    {
        return Vec::new();
    }
    let bare_end = found.last().is_some_and(|w| lexicon::is_preposition(&fold(w.text)));
    let article = !comma && lexicon::is_determiner(&first);
    let time = !bare_end && !article && found.iter().all(|w| lexicon::tells_time(&fold(w.text)));
    if !comma {
        return if time { vec![String::new()] } else { Vec::new() };
    }
    let points = found.iter().any(|w| {
        let word = fold(w.text);
        pronouns::is_pronoun(&word) || lexicon::has("that such both same other", &word)
    });
    if lexicon::is_discourse(&bare.to_lowercase()) || bare.starts_with("As for ") || bare.starts_with("as for ") {
        return vec![String::new()];
    }
    // "As applied on 3 May 2024, …": how it was looked at that day.
    if first == "as" && !bare[2..].starts_with(" of ") && bare.contains(|c: char| c.is_ascii_digit()) {
        return vec![String::new()];
    }
    let mut leads = Vec::new();
    let short = !points && bare.chars().count() <= 60;
    let condition = lexicon::opens_condition(&first);
    if short && (condition || lexicon::opens_phrase(&first) || lexicon::keeps(&first) || first.ends_with("ly")) {
        leads.push(format!("{bare},"));
    }
    // What it was during, or in what it was said, may go where it is over.
    let during =
        past && (first == "during" || first == "in" && found.iter().any(|w| lexicon::is_speech(&fold(w.text))));
    // "Waving a flag, Berg vowed …": what somebody did meanwhile.
    let doing = first.len() > 4
        && first.ends_with("ing")
        && !lexicon::has("during including excluding barring assuming providing depending pending considering", &first);
    if !condition && (time || during || doing || lexicon::is_spare(&first)) {
        leads.push(String::new());
    }
    leads
}

/// Without "also", "so far" and the like, which join a sentence to the one before or to the day of its report.
pub(super) fn without_joining(text: &str) -> String {
    let text = text.replace(", local time", "");
    let without = [", as well", " as well", ", too"].iter().find_map(|joint| text.strip_suffix(joint));
    let mut text = without.unwrap_or(&text).to_owned();
    // "The largest so far this year" is not the largest of that year.
    if ![" so far this ", " so far in 1", " so far in 2"].iter().any(|limit| text.contains(limit)) {
        text = text.replace(" so far ", " ");
    }
    for aside in [
        "in particular",
        "especially",
        "notably",
        "though",
        "however",
        "for instance",
        "for example",
        "in turn",
        "of course",
        "by the way",
        "meanwhile",
        "too",
        "then",
    ] {
        // Behind a phrase that opens the sentence one comma stays: "As before, though, Lund sold …".
        let marked = format!(", {aside},");
        let opens = text.find(&marked).is_some_and(|at| {
            let first = words(&text[..at]).first().map(|w| fold(w.text)).unwrap_or_default();
            lexicon::opens_phrase(&first) || lexicon::keeps(&first)
        });
        text = text.replace(&marked, if opens { "," } else { "" });
    }
    let text = text.strip_suffix(" so far").unwrap_or(&text);
    let kept: Vec<&str> = text.split(' ').collect();
    // "Berg even brushed the dust off": an intensifier before its verb joins it to lesser deeds.
    let even = |at: usize| kept[at] == "even" && kept.get(at + 1).is_some_and(|next| next.ends_with("ed"));
    let also = |at: usize| {
        (matches!(kept[at], "also" | "then" | "meanwhile") || even(at))
            && at > 0
            && !matches!(kept[at - 1], "but" | "not")
    };
    (0..kept.len()).filter(|&at| !also(at)).map(|at| kept[at]).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{leads_of, without_joining};

    #[test]
    fn what_is_so_far_of_this_year_is_not_of_the_year() {
        assert_eq!(without_joining("Four piers have closed so far in Lund"), "Four piers have closed in Lund");
        for largest in ["this year", "in 2031"] {
            let largest = format!("The Corby mill is the largest to close so far {largest}");
            assert_eq!(without_joining(&largest), largest);
        }
    }

    #[test]
    fn what_only_joins_goes() {
        assert_eq!(without_joining("Olaf Lind even brushed the dust off"), "Olaf Lind brushed the dust off");
        assert_eq!(without_joining("Olaf Lind left even before noon"), "Olaf Lind left even before noon");
        assert_eq!(leads_of("As applied on 3 May 2024, for instance,", false), [""]);
        assert_eq!(leads_of("As of 3 May 2024,", false)[0], "As of 3 May 2024,");
    }

    #[test]
    fn who_says_so_in_the_midst_leaves_no_lead() {
        assert!(leads_of("In fact, the Lund Post reports,", true).is_empty());
        assert_eq!(leads_of("In Lund,", true), ["In Lund,"]);
        assert_eq!(leads_of("Yes,", true), [""]);
    }
}
