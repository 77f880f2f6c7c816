use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bundle::{Extras, Memory, Related, Shell};
use found::{Fact, Found, Reading};
use model::bundle::Manifest;
use model::plain::one_line;
use model::{Annotated, Corpus, Input, Relations};

use crate::asks::{Ask, Correction, Reply};
use crate::letter::Letter;
use crate::rows::{Row, Told};

/// How much text is annotated before the page is answered, in bytes: some hundredths of a second.
const MOMENT: usize = 8 << 10;

/// The documents of one visitor, as far as they are read across.
#[derive(Default)]
pub struct Desk {
    /// What each file gave, by its path.
    readings: BTreeMap<String, Reading>,
    corpus: Corpus,
    /// The documents, by id, with what a person set right.
    found: BTreeMap<String, Found>,
    todo: VecDeque<Input>,
    annotated: Vec<Annotated>,
    /// What was annotated before, by id: what is the same is not read again.
    before: BTreeMap<String, (Input, Annotated)>,
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
                let reading = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
                self.take(name, reading)
            }
            Ask::TakeOut { name } => {
                self.readings.remove(&name);
                Reply::Done
            }
            Ask::Settle { title, corrections } => self.settle(&title, &corrections)?,
            Ask::Annotate => self.annotate(),
            Ask::Relate => self.relate(),
            Ask::Make => return self.make(),
            Ask::Lines => return Ok(Letter::of(&Reply::Bytes, self.lines().into_bytes())),
            Ask::Single { manifest, wide, shell, files } => return single(&manifest, wide, &shell, &files, &bytes),
        };
        Ok(Letter::of(&reply, Vec::new()))
    }

    fn take(&mut self, name: String, reading: Reading) -> Reply {
        let rows = reading.found.iter().map(|found| Row::of("", found)).collect();
        let troubles = reading.troubles.iter().filter_map(Told::of).collect();
        self.readings.insert(name, reading);
        Reply::Read { rows, troubles }
    }

    fn settle(&mut self, title: &str, corrections: &BTreeMap<String, Correction>) -> Result<Reply, String> {
        let settled = found::settle(self.readings.values().cloned());
        self.found = settled.found;
        for (id, correction) in corrections {
            if let Some(found) = self.found.get_mut(id) {
                correct(found, correction)?;
            }
        }
        let title = one_line(title);
        let corpus = Corpus { subject: title.clone(), title, language: "en".to_owned(), ..Corpus::default() };
        let mut troubles: Vec<Told> = settled.troubles.iter().filter_map(Told::of).collect();
        troubles.extend(self.found.values().filter_map(found::no_address).filter_map(|trouble| Told::of(&trouble)));
        let rows = self.found.iter().map(|(id, found)| Row::of(id, found)).collect();
        // What is known of names decides how every document is read.
        if corpus.names != self.corpus.names {
            self.before.clear();
        }
        self.corpus = corpus;
        self.annotated.clear();
        self.todo.clear();
        self.relations = None;
        let mut before = std::mem::take(&mut self.before);
        for (id, found) in &self.found {
            let input = found::input(id.clone(), found.clone());
            match before.remove(id).filter(|(old, _)| *old == input) {
                Some((input, annotated)) => {
                    self.annotated.push(annotated.clone());
                    self.before.insert(id.clone(), (input, annotated));
                }
                None => self.todo.push_back(input),
            }
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
            let id = input.id.clone();
            let annotated = extract::annotate(extract::clean(input.clone()), &self.corpus);
            let mut row = self.found.get(&id).map(|found| Row::of(&id, found)).unwrap_or_default();
            row.complete(&annotated);
            rows.push(row);
            self.annotated.push(annotated.clone());
            self.before.insert(id, (input, annotated));
        }
        Reply::Annotated { rows, left: self.todo.len() }
    }

    fn relate(&mut self) -> Reply {
        relate::put_in_order(&mut self.annotated);
        let relations = relate::relate(&self.annotated, &self.corpus);
        let reply = Reply::Related {
            statements: self.annotated.iter().map(|annotated| annotated.statements.len()).sum(),
            claims: relations.claims.len(),
        };
        self.relations = Some(relations);
        reply
    }

    fn related(&self) -> Result<Related<'_>, String> {
        let relations = self.relations.as_ref().ok_or("the documents are not related yet")?;
        Ok(Related { corpus: &self.corpus, documents: &self.annotated, relations })
    }

    fn make(&self) -> Result<Letter, String> {
        let memory = Memory::default();
        let made = bundle::make(&memory, self.related()?, Extras::default()).map_err(|error| error.to_string())?;
        let files = memory.into_files();
        let manifest = model::coding::encode(&*made.manifest).map_err(|error| error.to_string())?;
        let reply = Reply::Made {
            build: made.manifest.build.clone(),
            manifest: BASE64_STANDARD.encode(manifest),
            wide: bundle::is_wide(self.related()?),
            documents: self.annotated.len(),
            claims: made.manifest.claims as usize,
            files: files.iter().map(|(path, bytes)| (path.clone(), bytes.len())).collect(),
        };
        Ok(Letter::of(&reply, files.into_values().flatten().collect()))
    }

    /// The corpus as the command reads it: a line a report.
    fn lines(&self) -> String {
        let text = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
        let line = |(id, found): (&String, &Found)| {
            serde_json::json!({
                "id": id,
                "title": text(&found.title),
                "outlet": text(&found.outlet),
                "authors": found.authors.as_ref().map(|authors| authors.value.clone()).unwrap_or_default(),
                "published": found.published.as_ref().map(|day| day.value.edtf.clone()),
                "url": text(&found.url),
                "text": found.text,
            })
            .to_string()
        };
        self.found.iter().map(|report| line(report) + "\n").collect()
    }
}

/// A site as one file, out of bytes that were made before.
fn single(
    manifest: &str,
    wide: bool,
    shell: &[(String, usize)],
    files: &[(String, usize)],
    bytes: &[u8],
) -> Result<Letter, String> {
    let mut rest = bytes;
    let shell = Shell::new(taken(shell, &mut rest)?).map_err(|error| format!("the viewer's index.html {error}"))?;
    let files = taken(files, &mut rest)?;
    let damaged = |_| "the manifest is damaged".to_owned();
    let coded = BASE64_STANDARD.decode(manifest).map_err(|error| error.to_string())?;
    let manifest = Arc::new(model::coding::decode::<Manifest>(&coded).map_err(damaged)?);
    let html = bundle::single_of(&shell, files, &manifest, wide).map_err(|error| error.to_string())?;
    Ok(Letter::of(&Reply::Bytes, html.into_bytes()))
}

/// Files out of bytes that follow each other.
fn taken(list: &[(String, usize)], rest: &mut &[u8]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut files = BTreeMap::new();
    for (name, length) in list {
        let (file, more) = rest.split_at_checked(*length).ok_or_else(|| format!("{name} is cut short"))?;
        files.insert(name.clone(), file.to_vec());
        *rest = more;
    }
    Ok(files)
}

fn refuse(why: &str) -> Letter {
    Letter::of(&Reply::Failed { why: why.to_owned() }, Vec::new())
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
