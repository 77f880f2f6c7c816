//! What is kept of areas from one run to the next gives what would be made anew, whatever changes.

use std::collections::BTreeMap;
use std::sync::Mutex;

use extract::Input;
use model::cores::OneCore;
use model::keep::Keep;
use model::{Annotated, Corpus, When};

/// What was made, by its name and all that it was made of.
type Made = BTreeMap<Vec<u8>, Vec<u8>>;

/// What was made, and the names of what had to be made since it was last asked.
#[derive(Default)]
struct Shelf(Mutex<(Made, Vec<String>)>);

impl Shelf {
    /// What had to be made.
    fn made(&self) -> Vec<String> {
        let mut made = std::mem::take(&mut self.0.lock().expect("nobody panicked").1);
        made.sort();
        made
    }
}

impl Keep for Shelf {
    fn kept_where(
        &self,
        what: &str,
        parts: &[&[u8]],
        fits: &dyn Fn(&[u8]) -> bool,
        make: &mut dyn FnMut() -> Option<Vec<u8>>,
    ) -> Option<Vec<u8>> {
        let key = [what.as_bytes(), &parts.concat()].concat();
        let before = self.0.lock().expect("nobody panicked").0.get(&key).cloned().filter(|before| fits(before));
        let made = match before {
            Some(before) => before,
            None => {
                self.0.lock().expect("nobody panicked").1.push(what.to_owned());
                make()?
            }
        };
        self.0.lock().expect("nobody panicked").0.insert(key, made.clone());
        Some(made)
    }
}

/// Four matters, each with words of its own.
const MATTERS: [[&str; 4]; 4] = [
    [
        "The ferry to Lomvik ran aground near the lighthouse on 4 March 2031. Captain Ida Ros said that nobody was hurt.",
        "Nobody was hurt when the ferry to Lomvik ran aground near the lighthouse, captain Ida Ros said. Tugs will pull it free on Friday.",
        "The ferry that ran aground near the lighthouse at Lomvik was pulled free by tugs, the harbour office said. Ros denied that she slept.",
        "Ida Ros, the captain of the ferry, will be heard in May. The harbour office said that 40 passengers were on board.",
    ],
    [
        "The council of Orrdal voted for a new school on 2 May 2031. Mayor Karl Holm said that it would cost 30 million crowns.",
        "Orrdal will build a new school for 30 million crowns, mayor Karl Holm said. Teachers had asked for the school for years.",
        "The new school of Orrdal will cost 35 million crowns, the council said. Holm expects pupils to move in next year.",
        "Parents in Orrdal criticised the council for the new school. Mayor Holm denied that the school was too small.",
    ],
    [
        "A barn near Tarnby burned down on 9 April 2031. The fire brigade needed four hours and 12 engines.",
        "Twelve fire engines fought the blaze in a barn near Tarnby for four hours. Farmer Ola Brekke lost 30 cows.",
        "Farmer Ola Brekke said that 30 cows died when his barn near Tarnby burned down. The fire brigade found a broken lamp.",
        "The blaze in the barn near Tarnby began at a lamp, the fire brigade said. Brekke will build a new barn in June.",
    ],
    [
        "Two bears were seen in the woods of Holtan on 11 May 2031. The ranger Mia Lund warned hikers.",
        "Hikers saw two bears in the woods of Holtan, ranger Mia Lund said. The trails will be shut until June.",
        "The trails in the woods of Holtan were shut after two bears were seen. Lund said that the bears were young.",
        "Ranger Mia Lund reported that the bears had left the woods of Holtan. The trails may open again on Monday.",
    ],
];

fn report(id: &str, text: &str, day: &str) -> Annotated {
    let published = When::parse(day).ok();
    let outlet = (!id.ends_with('3')).then(|| format!("Courier {}", &id[2..]));
    let input = Input { id: id.into(), text: text.into(), published, outlet, ..Input::default() };
    extract::annotate(extract::clean(input), &Corpus::default())
}

/// The reports, with some of them told otherwise: `changed` gives the text of a report by its id.
fn reports(changed: &[(&str, &str)], left_out: Option<&str>) -> Vec<Annotated> {
    let mut all = Vec::new();
    for (matter, texts) in MATTERS.iter().enumerate() {
        for (at, text) in texts.iter().enumerate() {
            let id = format!("r{matter}{at}");
            let text = changed.iter().find(|(other, _)| *other == id).map_or(*text, |(_, text)| *text);
            if left_out != Some(id.as_str()) {
                all.push(report(&id, text, &format!("2031-05-{:02}", 10 + at * 3 + matter)));
            }
        }
    }
    relate::put_in_order(&mut all);
    all
}

#[test]
fn what_is_kept_is_what_would_be_made_whatever_changes() {
    let shelf = Shelf::default();
    let corpus = Corpus::default();
    let same = |reports: &[Annotated], corpus: &Corpus, why: &str| {
        let anew = relate::relate(reports, corpus);
        let kept = relate::relate_keeping(&OneCore, &shelf, reports, corpus).0;
        assert!(anew == kept, "{why}");
        shelf.made()
    };
    let first = same(&reports(&[], None), &corpus, "first");
    assert!(first.iter().filter(|what| *what == "claims").count() > 2, "areas of their own: {first:?}");
    assert_eq!(same(&reports(&[], None), &corpus, "again"), [""; 0]);

    // A new name in one report, beside those of others.
    let bears = "Hikers saw three bears in the woods of Holtan, ranger Mia Lund said. Per Aasen denied it. The trails will be shut.";
    let after = same(&reports(&[("r31", bears)], None), &corpus, "another report");
    let anew = |made: &[String]| made.iter().filter(|what| *what == "claims").count();
    assert_eq!(anew(&after), 1, "one area anew: {after:?}");

    // Somebody of another matter bears the name by which a report calls the mayor.
    let other =
        "The fire brigade found a broken lamp, Erik Holm said. Farmer Ola Brekke lost 30 cows in the barn near Tarnby.";
    let again = "The barn near Tarnby burned for four hours. Erik Holm, who leads the fire brigade, praised it.";
    same(&reports(&[("r22", other), ("r23", again)], None), &corpus, "another of that name");
    same(&reports(&[], None), &corpus, "as it was");

    // A report less: the others are counted otherwise.
    same(&reports(&[], Some("r10")), &corpus, "one less");
    same(&reports(&[], Some("r33")), &corpus, "another less");

    // What is known of the corpus.
    let alias =
        model::Alias { name: "Ida Maria Ros".into(), kind: model::EntityKind::Person, aliases: vec!["Ida Ros".into()] };
    let known = Corpus { names: vec![alias], ..Corpus::default() };
    let after = same(&reports(&[], None), &known, "a name that is given");
    assert!((1..3).contains(&anew(&after)), "where it is asked for: {after:?}");
    same(&reports(&[("r31", bears)], None), &known, "both");
    let apart = Corpus { unnamed_outlets: model::UnnamedOutlets::Apart, ..Corpus::default() };
    same(&reports(&[], None), &apart, "outlets apart");
    same(&reports(&[], None), &corpus, "and back");
}
