//! The headline of one report that tells what the others tell as well.

use std::collections::BTreeSet;

use super::matters::counts;
use super::phrases::{Told, terms};
use super::usage::Usage;
use crate::ground::words::is_in;

/// Reports of a story that may be called by one headline, at most.
const FEW: usize = 6;

/// Code points of a headline at most, and terms at least.
const LONGEST: usize = 90;
const SHORTEST: usize = 3;

/// Words of a headline that is somebody's view, or asks or guesses.
const VIEWS: &str = "says say said attends waves holds poses see sees seen urges urged warns calls denies tells cites asks may might could should would seeks \
    wants expects expected likely hopes fears thinks believes claims vows mulls eyes i you we he she they it my your our how why what \
    today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday must needs ought cannot can who when where which is are was were if here this these spotlight update updated live watch video photos timeline opinion \
    analysis factbox q&a he's she's it's what's";

/// How much of a headline every report has, all have on average, and tell in the story itself.
const EACH: f32 = 0.6;
const ALL: f32 = 0.8;
const OWN: f32 = 0.65;

/// The headline that tells most of what the others tell, with its terms; `None` where none does. Numbers that not all give are left out.
pub(super) fn headline(usage: &Usage<'_>, told: &[Told<'_>]) -> Option<(String, BTreeSet<String>)> {
    if told.len() > FEW {
        return None;
    }
    let mut best: Option<(f32, String, BTreeSet<String>)> = None;
    for report in told.iter().filter(|report| !report.cut) {
        let words = &report.headline;
        let end = words.iter().skip(1).position(|word| word.apart).map_or(words.len(), |at| at + 1);
        let own = terms(&words[..end]);
        let view = words.iter().any(|word| is_in(VIEWS, &word.folded));
        // "The Norwegian Harbour Fund": a body, and nothing of it. "Fund cuts harbour dues next week": of which week?
        let body = words[..end].iter().all(|word| word.term.is_empty() || usage.is_name(&word.folded));
        let relative = words
            .windows(2)
            .any(|pair| is_in("next last this", &pair[0].folded) && is_in("week month year", &pair[1].folded));
        if own.len() < SHORTEST || view || body || relative || end < SHORTEST {
            continue;
        }
        let count = own.len() as f32;
        let shares = told.iter().map(|other| own.iter().filter(|&term| other.has(term)).count() as f32 / count);
        let (least, sum) = shares.fold((1.0_f32, 0.0), |(least, sum), share| (least.min(share), sum + share));
        let tells: f32 = told.iter().map(|other| own.intersection(&other.own).count() as f32 / count).sum();
        let (mean, tells) = (sum / told.len() as f32, tells / told.len() as f32);
        if least < EACH || mean < ALL || tells < OWN {
            continue;
        }
        // No other headline has most of it: then it is what one report was about.
        let others = told.iter().filter(|other| !std::ptr::eq(*other, report));
        let most = others.map(|other| own.intersection(&other.head).count()).max();
        if most.is_some_and(|most| most * 2 <= own.len()) {
            continue;
        }
        let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let all_give = |word: &str| told.iter().all(|other| other.headline.iter().any(|w| w.text == word));
        // "Issues 5 billion franc bond" says nothing without its number.
        let measures = words[..end]
            .windows(2)
            .any(|pair| number(pair[0].text) && !all_give(pair[0].text) && counts(&pair[1].folded));
        // "To build 40 ferries" without its number is another thing.
        let measures = measures
            || words[..end].windows(2).any(|pair| {
                number(pair[1].text) && !all_give(pair[1].text) && is_in("to by at of in for from", &pair[0].folded)
            });
        if measures {
            continue;
        }
        let kept = words[..end].iter().filter(|word| !number(word.text) || all_give(word.text));
        let kept: Vec<_> = kept.collect();
        let text = if report.plain {
            kept.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
        } else {
            usage.told(&kept, report.shouted)
        };
        let fits = text.chars().count() <= LONGEST && text.contains(' ');
        let better = best.as_ref().is_none_or(|(most, ..)| mean + tells > *most);
        if fits && better {
            best = Some((mean + tells, text, own));
        }
    }
    best.map(|(_, text, terms)| (text, terms))
}
