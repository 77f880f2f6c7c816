use std::collections::{BTreeMap, BTreeSet};

use model::{Commitment, Day, Span};

use crate::bytes::{FileKind, crc32, unseal};
use crate::cards::{PER_SLOT, SLOT};
use crate::columns::{Facets, NOBODY};
use crate::index::{self, Indexer};
use crate::layout::Layout;
use crate::rank::{self, Aim, Goal, Scored, Stats};
use crate::resolve::{Match, Sense};
use crate::suggest::{Collector, Item};
use crate::terms::{Tail, Term as Listed};
use crate::words::common;
use crate::{
    Counts, Documents, Entry, Hit, Kind, PackError, Part, Query, Request, Response, Sort, Step, Suggest, Unit, cards,
    columns, excerpt, feedback, suggest, terms,
};

/// What a further passage adds to its document's score.
const FURTHER: f32 = 0.1;

/// Files that a search still wants.
pub(crate) type Missing = BTreeSet<Part>;

/// A search over one index. It fetches nothing: it says what it needs, and is handed it.
///
/// A call leaves nothing behind but what was supplied, so a newer query simply takes the place of an older one.
#[derive(Clone, Debug, Default)]
pub struct Searcher {
    pub(crate) layout: Layout,
    leaves: BTreeMap<usize, Vec<Listed>>,
    tails: BTreeMap<(u32, u32), Vec<u8>>,
    tail_files: BTreeMap<u32, Vec<u8>>,
    slots: BTreeMap<u32, Vec<Entry>>,
    columns: BTreeMap<usize, Vec<Facets>>,
    suggestions: BTreeMap<usize, Vec<Item>>,
}

impl Searcher {
    /// Opens an index by its entry pack.
    ///
    /// # Errors
    /// [`PackError`] where the pack is cut short, of another version, or damaged.
    pub fn open(pack: &[u8]) -> Result<Self, PackError> {
        let mut layout = Layout::decode(&unseal(FileKind::Entry, pack)?)?;
        let whole = layout.whole.take();
        let mut searcher = Self { layout, ..Self::default() };
        if let Some(entries) = whole {
            searcher.index(entries);
        }
        Ok(searcher)
    }

    /// Indexes the entries of a small corpus.
    fn index(&mut self, entries: Vec<Entry>) {
        let (mut indexer, mut collector) = (Indexer::default(), Collector::default());
        let numbers: Vec<u32> = (0..entries.len() as u32).collect();
        for (number, entry) in numbers.iter().zip(&entries) {
            let words = indexer.add(*number, entry);
            collector.add(entry, &words);
        }
        let rows = index::facets(&entries, &numbers, &self.layout.outlets);
        self.layout.total_words = indexer.total_words;
        self.layout.leaves = vec![String::new()];
        self.layout.suggestions = vec![String::new()];
        self.layout.slots = (entries.len() as u32).div_ceil(PER_SLOT);
        self.layout.slots_per_file = self.layout.slots.max(1);
        self.layout.rows_per_file = (self.layout.slots * PER_SLOT).max(1);
        self.leaves.insert(0, indexer.finish());
        self.suggestions.insert(0, collector.finish());
        self.columns.insert(0, rows);
        for (number, entry) in entries.into_iter().enumerate() {
            self.slots.entry(number as u32 / PER_SLOT).or_default().push(entry);
        }
    }

    /// Hands over a part that was asked for: the bytes of its range, or the whole file where the server gave that.
    ///
    /// # Errors
    /// [`PackError`] where the bytes are not what was asked for; nothing is kept of them.
    pub fn supply(&mut self, part: &Part, bytes: Vec<u8>) -> Result<(), PackError> {
        let unasked = || PackError::Unasked { file: part.file.clone() };
        let name = part.file.strip_suffix(".bin").and_then(|name| name.strip_suffix(&self.layout.digest));
        let number = name.and_then(|name| name.strip_suffix('-')).and_then(|name| name.get(1..));
        let number: usize = number.and_then(|digits| digits.parse().ok()).ok_or_else(unasked)?;
        match part.file.as_bytes().first() {
            Some(b't') => {
                let terms = terms::decode(&unseal(FileKind::Terms, &bytes)?)?;
                self.leaves.insert(number, terms);
            }
            Some(b's') => {
                let items = suggest::decode(&unseal(FileKind::Suggestions, &bytes)?)?;
                self.suggestions.insert(number, items);
            }
            Some(b'f') => {
                let rows = columns::decode(&unseal(FileKind::Columns, &bytes)?)?;
                self.columns.insert(number, rows);
            }
            Some(b'c') => self.supply_cards(part, number as u32, &bytes)?,
            Some(b'p') => self.supply_tail(part, number as u32, bytes)?,
            _ => return Err(unasked()),
        }
        Ok(())
    }

    fn supply_cards(&mut self, part: &Part, file: u32, bytes: &[u8]) -> Result<(), PackError> {
        if bytes.is_empty() || !bytes.len().is_multiple_of(SLOT) {
            return Err(PackError::CutShort);
        }
        let first = file.saturating_mul(self.layout.slots_per_file);
        let asked = part.range.filter(|(start, end)| end.saturating_sub(*start) == bytes.len() as u64);
        let first = asked.map_or(first, |(start, _)| first.saturating_add((start / SLOT as u64) as u32));
        for (slot, bytes) in (first..).zip(bytes.chunks(SLOT)) {
            self.slots.insert(slot, cards::unpack(bytes)?);
        }
        Ok(())
    }

    fn supply_tail(&mut self, part: &Part, file: u32, bytes: Vec<u8>) -> Result<(), PackError> {
        match part.range {
            Some((start, end)) if bytes.len() as u64 == end.saturating_sub(start) => {
                check_tail(&bytes)?;
                self.tails.insert((file, start as u32), bytes);
            }
            _ if self.layout.tails.get(file as usize).copied() == Some(bytes.len() as u32) => {
                self.tail_files.insert(file, bytes);
            }
            _ => return Err(PackError::CutShort),
        }
        Ok(())
    }

    /// A file of terms, where it is here.
    pub(crate) fn leaf(&self, leaf: usize, missing: &mut Missing) -> Option<&[Listed]> {
        let found = self.leaves.get(&leaf).map(Vec::as_slice);
        if found.is_none() {
            missing.insert(self.layout.leaf_part(leaf));
        }
        found
    }

    /// The rest of a long list, where it is here.
    pub(crate) fn tail(&self, tail: Tail, missing: &mut Missing) -> Result<Option<&[u8]>, PackError> {
        let found = match self.tails.get(&(tail.file, tail.start)) {
            Some(bytes) => Some(bytes.as_slice()),
            None => match self.tail_files.get(&tail.file) {
                Some(file) => {
                    let start = tail.start as usize;
                    let bytes =
                        file.get(start..start.saturating_add(tail.length as usize)).ok_or(PackError::Damaged)?;
                    check_tail(bytes)?;
                    Some(bytes)
                }
                None => None,
            },
        };
        let Some(bytes) = found else {
            missing.insert(self.layout.tail_part(tail.file, tail.start, tail.length));
            return Ok(None);
        };
        Ok(bytes.get(..bytes.len() - 4))
    }

    /// The facets of an entry, where they are here.
    fn facets(&self, number: u32, missing: &mut Missing) -> Option<Facets> {
        let file = (number / self.layout.rows_per_file.max(1)) as usize;
        let Some(rows) = self.columns.get(&file) else {
            missing.insert(self.layout.column_part(file));
            return None;
        };
        Some(rows.get((number % self.layout.rows_per_file) as usize).copied().unwrap_or(NOBODY))
    }

    /// The card of an entry, where it is here.
    fn card(&self, number: u32, missing: &mut Missing) -> Option<&Entry> {
        let slot = number / PER_SLOT;
        if slot >= self.layout.slots {
            return None;
        }
        let Some(entries) = self.slots.get(&slot) else {
            missing.insert(self.layout.slot_part(slot));
            return None;
        };
        entries.get((number % PER_SLOT) as usize)
    }

    fn stats(&self) -> Stats {
        let entries = self.layout.entries.max(1) as f32;
        Stats { entries, length: (self.layout.total_words as f32 / entries).max(1.0) }
    }

    /// Searches, or says what is missing to do so.
    ///
    /// # Errors
    /// [`PackError::Damaged`] where something supplied turns out not to be in order.
    pub fn search(&self, request: &Request) -> Result<Step, PackError> {
        let query = Query::parse(&request.query);
        let mut missing = Missing::new();
        let mut later = Missing::new();
        let mut plan = self.plan(&query, request, &mut missing, &mut later)?;
        if !missing.is_empty() {
            return Ok(Step::Need(missing.into_iter().collect()));
        }
        let mut scored = self.candidates(&query, &mut plan, &mut missing, &mut later)?;
        self.without(&query, &mut scored, &mut missing, &mut later)?;
        if !missing.is_empty() {
            return Ok(Step::Need(missing.into_iter().collect()));
        }
        let sieve = Sieve::new(&query, request, &self.layout.outlets);
        let needs_facets = sieve.narrows() || request.sort != Sort::Relevance;
        let rows: Vec<Option<Facets>> = scored.iter().map(|one| self.facets(one.entry, &mut later)).collect();
        if needs_facets && rows.iter().any(Option::is_none) {
            return Ok(Step::Need(later.into_iter().collect()));
        }
        let mut response = Response { complete: later.is_empty(), ..Response::default() };
        let mut kept: Vec<(Scored, Facets)> = Vec::with_capacity(scored.len());
        let mut tally = Tally::default();
        for (one, row) in scored.into_iter().zip(rows) {
            let row = row.unwrap_or(NOBODY);
            let fails = if needs_facets || row.kind.is_some() { sieve.fails(row) } else { 0 };
            tally.count(row, fails, &sieve);
            if fails == 0 {
                kept.push((one, row));
            }
        }
        order(&mut kept, request.sort);
        response.total = kept.len() as u32;
        response.documents =
            kept.iter().map(|(_, row)| row.document).filter(|d| *d > 0).collect::<BTreeSet<_>>().len() as u32;
        response.counts = tally.finish(&self.layout.outlets);
        let page: Vec<u32> =
            kept.iter().skip(request.offset as usize).take(request.limit as usize).map(|(one, _)| one.entry).collect();
        for &entry in &page {
            self.card(entry, &mut missing);
        }
        if !missing.is_empty() {
            return Ok(Step::Need(missing.into_iter().collect()));
        }
        for (one, _) in kept.iter().skip(request.offset as usize).take(request.limit as usize) {
            response.hits.extend(self.card(one.entry, &mut missing).map(|entry| plan.hit(entry, one.score)));
        }
        response.more = later.into_iter().collect();
        plan.tell(&request.query, &mut response);
        Ok(Step::Done(Box::new(response)))
    }

    /// Ranks documents by their passages: the best passage counts, and each further one a little; the words that the best
    /// passages share widen the query. All that a full
    /// answer takes is asked for, so this is for where files are at hand.
    ///
    /// # Errors
    /// As [`Searcher::search`].
    pub fn documents(&self, request: &Request) -> Result<Documents, PackError> {
        let query = Query::parse(&request.query);
        let (mut missing, mut later) = (Missing::new(), Missing::new());
        let mut plan = self.plan(&query, request, &mut missing, &mut later)?;
        if missing.is_empty() {
            missing.append(&mut later);
        }
        if !missing.is_empty() {
            return Ok(Documents::Need(missing.into_iter().collect()));
        }
        let mut scored = self.candidates(&query, &mut plan, &mut missing, &mut later)?;
        self.without(&query, &mut scored, &mut missing, &mut later)?;
        scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
        if self.widen(&mut plan, &scored, &mut missing)? && missing.is_empty() {
            scored = self.candidates(&query, &mut plan, &mut missing, &mut later)?;
            self.without(&query, &mut scored, &mut missing, &mut later)?;
        }
        let mut documents: BTreeMap<&str, f32> = BTreeMap::new();
        scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
        for one in scored {
            if let Some(entry) = self.card(one.entry, &mut missing)
                && entry.kind == Kind::Passage
            {
                documents.entry(&entry.id).and_modify(|score| *score += one.score * FURTHER).or_insert(one.score);
            }
        }
        missing.append(&mut later);
        if !missing.is_empty() {
            return Ok(Documents::Need(missing.into_iter().collect()));
        }
        let mut ranked: Vec<(String, f32)> = documents.into_iter().map(|(id, score)| (id.to_owned(), score)).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        ranked.truncate(request.limit as usize);
        Ok(Documents::Done(ranked))
    }

    /// Widens a plan by the words that the best entries share; false where nothing is added.
    fn widen(&self, plan: &mut Plan, scored: &[Scored], missing: &mut Missing) -> Result<bool, PackError> {
        let mut best = Vec::new();
        for one in scored.iter().take(feedback::BEST) {
            best.extend(self.card(one.entry, missing).map(|entry| (entry.text.as_str(), one.score)));
        }
        let mut found: Vec<(f32, String, Sense)> = Vec::new();
        for (form, weight) in feedback::shared(best.into_iter()).into_iter().take(feedback::LOOKED_UP) {
            let sense = self.sense(&form, Match::Stem, false, missing)?;
            found.push((weight * rank::rarity(self.stats(), sense.entries), form, sense));
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        found.truncate(feedback::WIDENING);
        let sum: f32 = found.iter().map(|(weight, ..)| weight).sum();
        let unit = feedback::WEIGHT * plan.idf.iter().sum::<f32>() / sum;
        if !unit.is_finite() {
            return Ok(false);
        }
        let mut goal = Goal { widens: true, ..Goal::default() };
        for (weight, _, mut sense) in found {
            sense.boost = Some(unit * weight);
            goal.units.push(Aim::Word(plan.senses.len()));
            plan.senses.push(sense);
        }
        plan.goals.push(goal);
        Ok(true)
    }

    /// Looks up the words of a query.
    fn plan(
        &self,
        query: &Query,
        request: &Request,
        missing: &mut Missing,
        later: &mut Missing,
    ) -> Result<Plan, PackError> {
        let mut plan = Plan::default();
        let telling = query.terms().any(|(term, phrase)| phrase || !common(&term.form));
        let last = query.clauses.len().saturating_sub(1);
        for (place, clause) in query.clauses.iter().enumerate() {
            let mut goal = Goal {
                units: Vec::new(),
                required: clause.units.iter().all(|u| matches!(u, Unit::Phrase(_))),
                ..Goal::default()
            };
            for unit in &clause.units {
                match unit {
                    Unit::Word(term) => {
                        let open = query.open && request.typing && place == last;
                        if telling && common(&term.form) && clause.units.len() == 1 {
                            plan.left_out.push(term.typed.clone());
                            continue;
                        }
                        let how = if open { Match::Beginning } else { Match::Stem };
                        let slot =
                            self.slot(&term.form, &term.typed, how, !request.exact, &mut plan, missing, later)?;
                        goal.units.push(Aim::Word(slot));
                    }
                    Unit::Phrase(words) => {
                        let slots: Result<Vec<usize>, PackError> = words
                            .iter()
                            .map(|term| {
                                self.slot(&term.form, &term.typed, Match::Form, false, &mut plan, missing, later)
                            })
                            .collect();
                        goal.units.push(Aim::Phrase(slots?));
                    }
                }
            }
            if !goal.units.is_empty() {
                plan.goals.push(goal);
            }
        }
        plan.idf = plan.senses.iter().map(|sense| rank::rarity(self.stats(), sense.entries)).collect();
        Ok(plan)
    }

    /// The place of a word among the senses of a plan.
    #[expect(clippy::too_many_arguments, reason = "one call's worth of state, threaded through")]
    fn slot(
        &self,
        form: &str,
        typed: &str,
        how: Match,
        mend: bool,
        plan: &mut Plan,
        missing: &mut Missing,
        later: &mut Missing,
    ) -> Result<usize, PackError> {
        if let Some(slot) = plan.words.iter().position(|(known, as_known)| known == form && *as_known == how) {
            return Ok(slot);
        }
        let mut wanted = Missing::new();
        let mut sense = self.sense(form, how, mend, &mut wanted)?;
        for part in wanted {
            // The head of a list answers; its rest can follow.
            if part.file.starts_with('p') {
                later.insert(part)
            } else {
                missing.insert(part)
            };
        }
        if let Some(correction) = &mut sense.correction {
            correction.typed = typed.to_owned();
        }
        if sense.postings.is_empty() {
            plan.unknown.push(typed.to_owned());
        }
        plan.senses.push(sense);
        plan.words.push((form.to_owned(), how));
        Ok(plan.senses.len() - 1)
    }

    /// The entries that answer the words, and stand where names in the query say.
    fn candidates(
        &self,
        query: &Query,
        plan: &mut Plan,
        missing: &mut Missing,
        later: &mut Missing,
    ) -> Result<Vec<Scored>, PackError> {
        let mut scored = if !plan.goals.is_empty() {
            let found = rank::score(&plan.goals, &plan.senses, self.stats());
            if found.is_empty() && plan.goals.iter().any(|goal| goal.required) {
                // The phrases stand nowhere: their words do as well.
                plan.relaxed = query.clauses.iter().flat_map(|clause| &clause.units).filter_map(phrase).collect();
                rank::score(&plan.loosened(), &plan.senses, self.stats())
            } else {
                found
            }
        } else if query.terms().next().is_none() && !query_is_empty(query) {
            self.everything(missing)
        } else {
            Vec::new()
        };
        if !query.outlets.is_empty() {
            let mut any = BTreeSet::new();
            for words in &query.outlets {
                any.extend(self.named(index::OUTLET, words, missing, later)?);
            }
            scored.retain(|one| any.contains(&one.entry));
        }
        for words in &query.persons {
            let these = self.named(index::PERSON, words, missing, later)?;
            scored.retain(|one| these.contains(&one.entry));
        }
        Ok(scored)
    }

    /// All entries, for a query that only narrows.
    fn everything(&self, missing: &mut Missing) -> Vec<Scored> {
        let rows = self.layout.rows_per_file.max(1);
        let mut all = Vec::new();
        for file in 0..(self.layout.slots * PER_SLOT).div_ceil(rows) {
            let Some(column) = self.columns.get(&(file as usize)) else {
                missing.insert(self.layout.column_part(file as usize));
                continue;
            };
            let taken = (file * rows..).zip(column).filter(|(_, row)| row.kind.is_some());
            all.extend(taken.map(|(entry, _)| Scored { entry, score: 0.0 }));
        }
        all
    }

    /// Takes away what is not to be there.
    fn without(
        &self,
        query: &Query,
        scored: &mut Vec<Scored>,
        missing: &mut Missing,
        later: &mut Missing,
    ) -> Result<(), PackError> {
        for (sign, names) in [(index::OUTLET, &query.without_outlets), (index::PERSON, &query.without_persons)] {
            for words in names {
                let these = self.named(sign, words, missing, later)?;
                scored.retain(|one| !these.contains(&one.entry));
            }
        }
        for unit in &query.without {
            let mut plan = Plan::default();
            let mut slots = Vec::new();
            let how = if matches!(unit, Unit::Phrase(_)) { Match::Form } else { Match::Stem };
            for (term, _) in unit.terms() {
                slots.push(self.slot(&term.form, &term.typed, how, false, &mut plan, missing, later)?);
            }
            let goal = Goal { units: vec![Aim::Phrase(slots)], required: true, ..Goal::default() };
            let these: BTreeSet<u32> =
                rank::score(&[goal], &plan.senses, self.stats()).into_iter().map(|one| one.entry).collect();
            scored.retain(|one| !these.contains(&one.entry));
        }
        Ok(())
    }

    /// The entries that have all words of a name.
    fn named(
        &self,
        sign: char,
        words: &[String],
        missing: &mut Missing,
        later: &mut Missing,
    ) -> Result<BTreeSet<u32>, PackError> {
        let mut all: Option<BTreeSet<u32>> = None;
        for word in words {
            let mut wanted = Missing::new();
            let sense = self.sense(&format!("{sign}{word}"), Match::Form, false, &mut wanted)?;
            for part in wanted {
                if part.file.starts_with('p') {
                    later.insert(part)
                } else {
                    missing.insert(part)
                };
            }
            let these: BTreeSet<u32> = sense.postings.iter().map(|posting| posting.entry).collect();
            all = Some(match all {
                Some(all) => all.intersection(&these).copied().collect(),
                None => these,
            });
        }
        Ok(all.unwrap_or_default())
    }

    /// Suggests what could be meant, or says what is missing to do so.
    pub fn suggest(&self, typed: &str, limit: usize) -> Suggest {
        let key = suggest::key(typed);
        if key.is_empty() {
            return Suggest::Done(Vec::new());
        }
        let range = self.layout.suggestions_of(&key);
        let files = range.start..range.end.min(range.start + 2);
        let missing: Vec<Part> = files
            .clone()
            .filter(|file| !self.suggestions.contains_key(file))
            .map(|file| self.layout.suggestion_part(file))
            .collect();
        if !missing.is_empty() {
            return Suggest::Need(missing);
        }
        let items = files.filter_map(|file| self.suggestions.get(&file)).flatten();
        Suggest::Done(suggest::best(items, &key, limit))
    }
}

/// Whether a query asks for nothing at all, not even by a field.
fn query_is_empty(query: &Query) -> bool {
    *query == Query { open: query.open, ..Query::default() }
}

/// The words of a phrase, as typed.
fn phrase(unit: &Unit) -> Option<String> {
    let Unit::Phrase(words) = unit else { return None };
    Some(words.iter().map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" "))
}

fn check_tail(bytes: &[u8]) -> Result<(), PackError> {
    let (list, crc) = bytes.split_last_chunk::<4>().ok_or(PackError::CutShort)?;
    if crc32(list).to_le_bytes() == *crc { Ok(()) } else { Err(PackError::Damaged) }
}

/// What the words of a query were found to be.
#[derive(Debug, Default)]
struct Plan {
    goals: Vec<Goal>,
    senses: Vec<Sense>,
    words: Vec<(String, Match)>,
    idf: Vec<f32>,
    left_out: Vec<String>,
    unknown: Vec<String>,
    relaxed: Vec<String>,
}

impl Plan {
    /// The goals with phrases taken apart.
    fn loosened(&self) -> Vec<Goal> {
        let aims = self.goals.iter().flat_map(|goal| &goal.units).flat_map(Aim::slots);
        aims.map(|slot| Goal { units: vec![Aim::Word(slot)], required: false, ..Goal::default() }).collect()
    }

    /// An entry as a result.
    fn hit(&self, entry: &Entry, score: f32) -> Hit {
        let mut forms: BTreeMap<&str, usize> = BTreeMap::new();
        for (slot, sense) in self.senses.iter().enumerate() {
            for (form, _) in &sense.forms {
                forms.entry(form).or_insert(slot);
            }
        }
        let found = excerpt::find(&entry.text, &forms);
        let (part, core) = excerpt::best(&entry.text, &found, &self.idf);
        let target = entry.span.map(|span| match core {
            Some(core) => Span::new(span.start.saturating_add(core.start), span.start.saturating_add(core.end)),
            None => span,
        });
        Hit {
            excerpt: part,
            marks: found.marks,
            title_marks: excerpt::find(&entry.title, &forms).marks,
            target,
            score,
            entry: entry.clone(),
        }
    }

    /// Says how the query was read.
    fn tell(self, query: &str, response: &mut Response) {
        response.corrections = self.senses.into_iter().filter_map(|sense| sense.correction).collect();
        if !response.corrections.is_empty() {
            response.corrected = query.to_owned();
            for correction in &response.corrections {
                response.corrected = response.corrected.replacen(&correction.typed, &correction.read, 1);
            }
        }
        response.left_out = self.left_out;
        response.unknown = self.unknown;
        response.relaxed = self.relaxed;
    }
}

/// What keeps entries of some facets back.
struct Sieve<'a> {
    kinds: Vec<Kind>,
    commitments: &'a [Commitment],
    outlets: Vec<u32>,
    years: &'a [i32],
    after: Option<Day>,
    before: Option<Day>,
}

/// Bits of the facets that an entry fails.
const FAILS_KIND: u8 = 1;
const FAILS_COMMITMENT: u8 = 2;
const FAILS_OUTLET: u8 = 4;
const FAILS_YEAR: u8 = 8;
const FAILS_DAYS: u8 = 16;

impl<'a> Sieve<'a> {
    fn new(query: &Query, request: &'a Request, names: &[String]) -> Self {
        let outlet = |name: &String| match name.is_empty() {
            true => 0,
            // A name that is none of this corpus keeps everything back.
            false => names.binary_search(name).map_or(u32::MAX, |index| index as u32 + 1),
        };
        Self {
            kinds: query.kinds.iter().chain(&request.kinds).copied().collect(),
            commitments: &request.commitments,
            outlets: request.outlets.iter().map(outlet).collect(),
            years: &request.years,
            after: query.after,
            before: query.before,
        }
    }

    fn narrows(&self) -> bool {
        !self.kinds.is_empty()
            || !self.commitments.is_empty()
            || !self.outlets.is_empty()
            || !self.years.is_empty()
            || self.after.is_some()
            || self.before.is_some()
    }

    fn fails(&self, row: Facets) -> u8 {
        let mut fails = 0;
        if !self.kinds.is_empty() && !row.kind.is_some_and(|kind| self.kinds.contains(&kind)) {
            fails |= FAILS_KIND;
        }
        if !self.commitments.is_empty() && !self.commitments.iter().any(|c| row.has(*c)) {
            fails |= FAILS_COMMITMENT;
        }
        if !self.outlets.is_empty() && !self.outlets.contains(&row.outlet) {
            fails |= FAILS_OUTLET;
        }
        if !self.years.is_empty() && !row.day.is_some_and(|day| self.years.contains(&day.year())) {
            fails |= FAILS_YEAR;
        }
        let late = self.after.is_none_or(|after| row.day.is_some_and(|day| day >= after));
        let early = self.before.is_none_or(|before| row.day.is_some_and(|day| day < before));
        if !late || !early {
            fails |= FAILS_DAYS;
        }
        fails
    }
}

/// Counts for every facet value.
#[derive(Default)]
struct Tally {
    kinds: [u32; 4],
    commitments: [u32; 5],
    outlets: BTreeMap<u32, u32>,
    years: BTreeMap<i32, u32>,
}

impl Tally {
    fn count(&mut self, row: Facets, fails: u8, _: &Sieve<'_>) {
        let but_for = |facet: u8| fails & !facet == 0;
        let Some(kind) = row.kind else { return };
        if but_for(FAILS_KIND) {
            self.kinds[kind as usize] += 1;
        }
        if but_for(FAILS_COMMITMENT) {
            for (count, commitment) in self.commitments.iter_mut().zip(Commitment::ALL) {
                *count += u32::from(row.has(commitment));
            }
        }
        if but_for(FAILS_OUTLET) && matches!(kind, Kind::Passage | Kind::Quotation) {
            *self.outlets.entry(row.outlet).or_default() += 1;
        }
        if but_for(FAILS_YEAR)
            && let Some(day) = row.day
        {
            *self.years.entry(day.year()).or_default() += 1;
        }
    }

    fn finish(self, names: &[String]) -> Counts {
        let name = |outlet: u32| outlet.checked_sub(1).and_then(|i| names.get(i as usize)).cloned().unwrap_or_default();
        let mut outlets: Vec<(String, u32)> = self.outlets.into_iter().map(|(o, count)| (name(o), count)).collect();
        outlets.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Counts { kinds: self.kinds, commitments: self.commitments, outlets, years: self.years.into_iter().collect() }
    }
}

/// Puts results in order; ties go by number, which is the order of publication.
fn order(kept: &mut [(Scored, Facets)], sort: Sort) {
    let best =
        |a: &(Scored, Facets), b: &(Scored, Facets)| b.0.score.total_cmp(&a.0.score).then(a.0.entry.cmp(&b.0.entry));
    match sort {
        Sort::Relevance => kept.sort_unstable_by(best),
        Sort::Newest => kept.sort_unstable_by(|a, b| b.1.day.cmp(&a.1.day).then_with(|| best(a, b))),
        Sort::Oldest => {
            let day = |row: Facets| (row.day.is_none(), row.day);
            kept.sort_unstable_by(|a, b| day(a.1).cmp(&day(b.1)).then_with(|| best(a, b)));
        }
    }
}
