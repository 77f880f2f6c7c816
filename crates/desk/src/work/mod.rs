mod kept;
mod lent;

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bundle::{Extras, Memory, Related};
use found::{Fact, Found, Reading};
use model::plain::one_line;
use model::{Annotated, Corpus, Document, Input, Relations};
use relate::{Decision, Review, ReviewError};

use crate::asks::{Ask, Correction, Reply, Settling};
use crate::claims::{self, Refused};
use crate::letter::Letter;
use crate::rows::{Row, Told};
use crate::{out, published, tables};

/// How much text is annotated before the page is answered, in bytes: some hundredths of a second.
const MOMENT: usize = 8 << 10;

/// The documents of one visitor, as far as they are read across.
#[derive(Default)]
pub struct Desk {
    /// What each file gave, by its path.
    pub(crate) readings: BTreeMap<String, Reading>,
    /// How they are put together.
    pub(crate) settling: Settling,
    /// What is known of the corpus, with the names whose spellings a person told.
    pub(crate) corpus: Corpus,
    /// The documents, by id, with what a person set right.
    pub(crate) found: BTreeMap<String, Found>,
    pub(crate) todo: VecDeque<Input>,
    /// What other programs annotate just now, by id.
    pub(crate) lent: BTreeMap<String, Input>,
    pub(crate) annotated: Vec<Annotated>,
    /// What those were annotated from, by id: what is the same is not read again.
    before: BTreeMap<String, Input>,
    /// Those of them that were annotated anew without the lines of their site, as they were with them.
    pub(crate) whole: BTreeMap<String, Annotated>,
    /// What the machine related, and the decisions that had changed what it was given.
    pub(crate) machine: Option<(Vec<Decision>, Relations)>,
    /// The documents and their relations, as a person decided. A corpus is large: what is as the machine had it stands
    /// there alone.
    related: Option<Reviewed>,
    /// The decisions that were carried out.
    decisions: Vec<Decision>,
}

/// What a person's decisions made of the machine's result; none where it is that.
#[derive(Default)]
struct Reviewed {
    documents: Option<Vec<Annotated>>,
    relations: Option<Relations>,
}

impl Desk {
    /// The answer to a question, both as a [`Letter`].
    pub fn answer(&mut self, question: &[u8]) -> Vec<u8> {
        let Some(letter) = Letter::open(question) else { return refuse("this is no question").seal() };
        match serde_json::from_str(&letter.said) {
            Ok(ask) => self.do_it(ask, letter.bytes).unwrap_or_else(|why| refuse(&why)).seal(),
            Err(error) => refuse(&error.to_string()).seal(),
        }
    }

    fn do_it(&mut self, ask: Ask, bytes: Vec<u8>) -> Result<Letter, String> {
        let reply = match ask {
            Ask::Choose { names } => Reply::Chosen { names: choose(names) },
            Ask::Read { name } => match found::read_plain(&name, &bytes) {
                Some(reading) => self.take(name, reading),
                None => Reply::Elsewhere,
            },
            Ask::Take { name } => {
                let reading = model::coding::decode(&bytes).map_err(|error| error.to_string())?;
                self.take(name, reading)
            }
            Ask::TakeOut { name } => {
                self.readings.remove(&name);
                Reply::Done
            }
            Ask::Beside { name } => beside(&name, &bytes)?,
            Ask::Settle(settling) => self.settle(settling)?,
            Ask::Text { id, place } => self.text(&id, &place)?,
            Ask::Annotate => self.annotate(),
            Ask::Lend => return self.lend(),
            Ask::Help => return lent::help(&bytes),
            Ask::TakeBack => self.take_back(&bytes)?,
            Ask::Relate { decisions } => self.relate(decisions),
            Ask::Claim { id } => {
                let Related { documents, relations, .. } = self.related()?;
                Reply::Claim(Box::new(claims::claim(documents, relations, &id).ok_or("there is no such claim")?))
            }
            Ask::Doubts => {
                let Related { documents, relations, .. } = self.related()?;
                Reply::Doubts { doubts: claims::doubts(documents, relations, &self.decisions) }
            }
            Ask::Make => return self.make(),
            Ask::Keep => return Ok(Letter::of(&Reply::Bytes, kept::keep(self)?)),
            Ask::Restore => self.restore(&bytes)?,
            Ask::Names => Reply::Names { names: claims::names(self.related()?.relations) },
            Ask::Corpus { folder, decisions } => {
                return out::corpus(&folder, &described(&self.settling), &self.found, &decisions);
            }
            Ask::Review { decisions } => {
                return Ok(Letter::of(&Reply::Bytes, out::review(&decisions)?.into_bytes()));
            }
            Ask::Exports => return self.with_own(out::exports),
            Ask::Site { shell } => return self.with_own(|related, own| out::site(related, own, &shell, &bytes)),
            Ask::Single { shell } => return out::single(self.related()?, &shell, &bytes),
            Ask::Published => return Ok(Letter::of(&Reply::Bytes, published::lines(&bytes)?.into_bytes())),
        };
        Ok(Letter::of(&reply, Vec::new()))
    }

    fn take(&mut self, name: String, reading: Reading) -> Reply {
        let rows = reading.found.iter().map(|found| Row::told("", found, || cleaned("", found))).collect();
        let troubles = reading.troubles.iter().filter_map(Told::of).collect();
        self.readings.insert(name, reading);
        Reply::Read { rows, troubles }
    }

    fn settle(&mut self, settling: Settling) -> Result<Reply, String> {
        let settled = found::settle(self.readings.values().cloned());
        self.found = settled.found;
        for (id, correction) in &settling.corrections {
            if let Some(found) = self.found.get_mut(id) {
                correct(found, correction)?;
            }
        }
        // A name that is wrong is told of when all decisions are carried out.
        let mut corpus = described(&settling);
        for decision in &settling.decisions {
            corpus = relate::with_names(&corpus, std::slice::from_ref(decision)).unwrap_or(corpus);
        }
        let mut troubles: Vec<Told> = settled.troubles.iter().filter_map(Told::of).collect();
        troubles.extend(self.found.values().filter_map(found::no_address).filter_map(|trouble| Told::of(&trouble)));
        // What is known of names decides how every document is read.
        if corpus.names != self.corpus.names {
            self.before.clear();
        }
        let renamed = corpus != self.corpus;
        self.corpus = corpus;
        self.settling = settling;
        let mut had: BTreeMap<String, Annotated> = model::order::gather(
            std::mem::take(&mut self.annotated).into_iter().map(|annotated| (annotated.document.id.clone(), annotated)),
        );
        had.append(&mut self.whole);
        let count = had.len();
        self.todo.clear();
        self.lent.clear();
        let mut before = std::mem::take(&mut self.before);
        let mut rows = Vec::with_capacity(self.found.len());
        for (id, found) in &self.found {
            let input = found::input(id.clone(), found.clone());
            let same = before.remove(id).is_some_and(|old| old == input);
            let kept = had.remove(id).filter(|_| same);
            rows.push(Row::told(id, found, || match &kept {
                Some(annotated) => Cow::Borrowed(&annotated.document),
                None => Cow::Owned(cleaned(id, found)),
            }));
            match kept {
                Some(annotated) => {
                    self.annotated.push(annotated);
                    self.before.insert(id.clone(), input);
                }
                None => self.todo.push_back(input),
            }
        }
        // They are put in order, and freed from the lines of their site, when they are related.
        self.related = None;
        if renamed || count != self.annotated.len() || !self.todo.is_empty() {
            self.machine = None;
        }
        Ok(Reply::Settled { rows, troubles, todo: self.todo.len() })
    }

    fn annotate(&mut self) -> Reply {
        let mut rows = Vec::new();
        let mut bytes = 0;
        while bytes < MOMENT
            && let Some(input) = self.todo.pop_front()
        {
            bytes += input.text.len();
            let annotated = extract::annotate(extract::clean(input.clone()), &self.corpus);
            rows.push(self.put(input, annotated));
        }
        self.annotated_so_far(rows)
    }

    /// Keeps a document that was annotated; tells what its text told.
    pub(crate) fn put(&mut self, input: Input, annotated: Annotated) -> Row {
        let document = || &annotated.document;
        let row = self.found.get(&input.id).map(|found| Row::told(&input.id, found, document)).unwrap_or_default();
        self.annotated.push(annotated);
        self.before.insert(input.id.clone(), input);
        row
    }

    pub(crate) fn annotated_so_far(&self, rows: Vec<Row>) -> Reply {
        Reply::Annotated { rows, left: self.todo.len() + self.lent.len() }
    }

    /// The text of a report: of the documents, or of what was read so far.
    fn text(&self, id: &str, place: &str) -> Result<Reply, String> {
        let read = self.readings.values().flat_map(|reading| &reading.found);
        let is_it = |found: &&Found| Row::of("", found).place == place;
        let found = self.found.get(id).or_else(|| read.into_iter().find(is_it)).ok_or("there is no such report")?;
        let title = found.title.as_ref().map(|title| title.value.clone()).unwrap_or_default();
        Ok(Reply::Text { title, text: found.text.clone() })
    }

    fn relate(&mut self, mut decisions: Vec<Decision>) -> Reply {
        // Lines of the site show only across reports.
        for (at, lines) in extract::repeated(&self.annotated) {
            let document = extract::without(self.annotated[at].document.clone(), &lines);
            let without = extract::annotate(document, &self.corpus);
            let with = std::mem::replace(&mut self.annotated[at], without);
            self.whole.entry(with.document.id.clone()).or_insert(with);
        }
        relate::put_in_order(&mut self.annotated);
        let mut refused: Vec<Refused> = Vec::new();
        loop {
            match self.carry_out(&decisions) {
                Ok(reviewed) => {
                    self.related = Some(reviewed);
                    self.decisions = decisions;
                    let counted = |related: Related<'_>| {
                        let statements = related.documents.iter().map(|annotated| annotated.statements.len()).sum();
                        (statements, related.relations.claims.len())
                    };
                    let (statements, claims) = self.related().map(counted).unwrap_or_default();
                    return Reply::Related { statements, claims, refused };
                }
                Err(error) => {
                    let at = error.decision();
                    decisions.remove(at);
                    // Those that were left out before it stood before it.
                    let mut place = at;
                    let mut before: Vec<usize> = refused.iter().map(|refused| refused.decision).collect();
                    model::order::sort(&mut before);
                    before.iter().for_each(|&gone| place += usize::from(gone <= place));
                    refused.push(Refused { decision: place, why: error.to_string() });
                }
            }
        }
    }

    /// As the command does: what changes documents first, then the machine, then what changes its result.
    fn carry_out(&mut self, decisions: &[Decision]) -> Result<Reviewed, ReviewError> {
        // Names that are wrong are told of here; those that are right the documents were annotated with.
        relate::with_names(&self.corpus, decisions)?;
        let correcting: Vec<Decision> = decisions.iter().filter(|decision| decision.corrects()).cloned().collect();
        let corrected = match correcting.is_empty() {
            true => None,
            false => Some(relate::correct(&self.annotated, decisions)?),
        };
        let documents = corrected.as_deref().unwrap_or(&self.annotated);
        let machine = match self.machine.take().filter(|(with, _)| *with == correcting) {
            Some(machine) => machine,
            None => (correcting, relate::relate(documents, &self.corpus)),
        };
        let decided = (!decisions.is_empty())
            .then(|| relate::review(machine.1.clone(), documents, &self.corpus, decisions))
            .transpose();
        self.machine = Some(machine);
        Ok(Reviewed { relations: decided?, documents: corrected })
    }

    /// Makes something of what was related and the corpus's own files.
    fn with_own(
        &self,
        make: impl Fn(Related<'_>, &[(&str, &str)]) -> Result<Letter, String>,
    ) -> Result<Letter, String> {
        let about = found::corpus_text(&described(&self.settling));
        let review = out::review(&self.decisions)?;
        make(self.related()?, &[("corpus.toml", &about), ("review.toml", &review)])
    }

    fn related(&self) -> Result<Related<'_>, String> {
        let nothing = "the documents are not related yet";
        let Reviewed { documents, relations } = self.related.as_ref().ok_or(nothing)?;
        let machine = self.machine.as_ref().map(|(_, relations)| relations);
        Ok(Related {
            corpus: &self.corpus,
            documents: documents.as_deref().unwrap_or(&self.annotated),
            relations: relations.as_ref().or(machine).ok_or(nothing)?,
        })
    }

    fn restore(&mut self, bytes: &[u8]) -> Result<Reply, String> {
        let kept = kept::open(bytes)?;
        *self = Self { readings: kept.readings, ..Self::default() };
        self.settle(kept.settling.clone())?;
        let mut todo: BTreeMap<String, Input> =
            model::order::gather(std::mem::take(&mut self.todo).into_iter().map(|input| (input.id.clone(), input)));
        for annotated in kept.annotated {
            if let Some(input) = todo.remove(&annotated.document.id) {
                self.before.insert(input.id.clone(), input);
                self.annotated.push(annotated);
            }
        }
        let reply = self.settle(kept.settling)?;
        self.machine = kept.machine.filter(|_| self.todo.is_empty());
        Ok(reply)
    }

    fn make(&self) -> Result<Letter, String> {
        let memory = Memory::default();
        let made = bundle::make(&memory, self.related()?, Extras::default()).map_err(|error| error.to_string())?;
        let files = memory.into_files();
        let manifest = model::coding::encode(&*made.manifest).map_err(|error| error.to_string())?;
        let reply = Reply::Made {
            build: made.manifest.build.clone(),
            manifest: BASE64_STANDARD.encode(manifest),
            documents: self.annotated.len(),
            claims: made.manifest.claims as usize,
            files: files.iter().map(|(path, bytes)| (path.clone(), bytes.len())).collect(),
        };
        Ok(Letter::of(&reply, files.into_values().flatten().collect()))
    }
}

fn refuse(why: &str) -> Letter {
    Letter::of(&Reply::Failed { why: why.to_owned() }, Vec::new())
}

/// A report as its own text lays it out, before it is read across.
fn cleaned(id: &str, found: &Found) -> Document {
    extract::clean(found::input(id.to_owned(), found.clone()))
}

/// What `corpus.toml` and the person who dropped it say of a corpus.
fn described(settling: &Settling) -> Corpus {
    let title = one_line(&settling.title);
    let about = settling.about.clone().unwrap_or_default();
    // A subject that only repeats the title changes with it.
    let subject = if about.subject.is_empty() || about.subject == about.title { title.clone() } else { about.subject };
    let language = if about.language.is_empty() { "en".to_owned() } else { about.language };
    Corpus { title, subject, language, ..about }
}

/// Reads one of the corpus's own files.
///
/// # Errors
/// It does not parse.
fn beside(name: &str, bytes: &[u8]) -> Result<Reply, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| format!("{name} is not UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if name.ends_with("corpus.toml") {
        let about = found::corpus(text, "").map_err(|unread| unread.of(name).to_string())?;
        return Ok(Reply::Beside { about: Some(about), decisions: Vec::new() });
    }
    let unread = |why: String| format!("{name} cannot be read: {why}");
    let json = tables::json(text).map_err(unread)?;
    let review: Review = serde_json::from_str(&json).map_err(|error| {
        let told = error.to_string();
        // Where it stands in the JSON is of no use to who wrote TOML.
        unread(found::said(told.rsplit_once(" at line ").map_or(&*told, |(message, _)| message)))
    })?;
    let decisions = review.decision.into_iter().map(Decision::in_lines).collect();
    Ok(Reply::Beside { about: None, decisions })
}

fn choose(names: Vec<String>) -> Vec<String> {
    let chosen = |name: &&String| !found::is_passed_over(name) && !found::is_part(name, &names);
    names.iter().filter(chosen).cloned().collect()
}

/// Sets right what a person said.
///
/// # Errors
/// The day is none.
fn correct(found: &mut Found, correction: &Correction) -> Result<(), String> {
    let given = |text: &str| Some(one_line(text)).filter(|text| !text.is_empty()).map(Fact::given);
    if let Some(title) = given(&correction.title) {
        found.title = Some(title);
    }
    if let Some(outlet) = given(&correction.outlet) {
        found.outlet = Some(outlet);
    }
    if let Some(day) = given(&correction.published) {
        let when = found::published(&day.value).map_err(|what| format!("{what}; {}", found::DATE_REMEDY))?;
        found.published = Some(Fact::given(when));
    }
    Ok(())
}
