//! Cue verbs: which frame a verb stands in, and with that its content and source.

mod complements;
mod objects;
mod outright;

use std::ops::Range;

use complements::is_timing;

use crate::{
    attributions::{Found, Quoted, Scene, near, sayers},
    cues::{self, Cue, Frames},
    grammar::{Form, VerbGroup, groups::is_nominal, inflection::Forms, phrases::relative},
    tags::Tag,
};

/// Finds what the cue verbs of a sentence introduce.
pub(super) fn find(scene: Scene<'_>, quoted: &Quoted, found: &mut Vec<Found>) {
    let words = scene.clauses.words;
    let mut subject: Option<Range<usize>> = None;
    // The subject of the sentence's first finite verb, and the last one whose clause hangs on no other.
    let mut first: Option<Range<usize>> = None;
    let mut outer: Option<Range<usize>> = None;
    // Who said something last, up to where it ends, and the verb of which `subject` is the subject.
    let mut said: Option<(Range<usize>, usize)> = None;
    let mut verb = 0;
    // Whether that subject stands in a clause which hangs on another.
    let mut embedded = false;
    let mut previous: Option<&VerbGroup> = None;
    for group in scene.clauses.groups {
        let led_by = previous.replace(group);
        // "that countering the sanctions is …": a gerund that is a subject tells nobody's word.
        let subject_itself = group.form == Form::Gerund
            && group.words.start > scene.clauses.start
            && words.lower(group.words.start - 1) == "that";
        // "expressed hope for": a noun.
        let noun = group.words.len() == 1
            && cues::noun(words.lower(group.head))
            && led_by.is_some_and(|light| {
                light.words.end == group.words.start
                    && light.form == Form::Finite
                    && cues::verb(words.lower(light.head)).is_some_and(|cue| cue.frames.any(Frames::LIGHT))
            });
        // "said reports that it sank were false": a noun.
        let reports = words.lower(group.head) == "reports"
            && group.words.len() == 1
            && led_by.is_some_and(|before| {
                before.words.end == group.words.start
                    && before.form == Form::Finite
                    && cues::verb(words.lower(before.head)).is_some_and(|cue| cue.frames.any(Frames::BARE))
            });
        // "seized on a message posted on Monday": what is told of the message.
        let told = led_by.is_some_and(|before| {
            let one = group.words.len() == 1
                && words.lower(group.head).ends_with("ed")
                && words.lower(group.head) != "showed"
                && before.form == Form::Finite;
            let takes = cues::verb(words.lower(before.head)).is_some_and(|cue| cue.frames.any(Frames::BARE));
            one && !takes
                && !crate::words::is_one_of(words.lower(group.words.end), "that it he she they there we")
                && (before.words.end..group.words.start).all(|at| {
                    matches!(
                        words.tag(at),
                        Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Determiner | Tag::Preposition | Tag::Number
                    ) && !relative(words.lower(at))
                })
        });
        // "after repeated threats": what the threats are.
        let before = group.words.start.checked_sub(1).filter(|&at| at >= scene.clauses.start);
        let adjective = group.words.len() == 1
            && words.lower(group.head).ends_with("ed")
            && before.is_some_and(|at| words.tag(at) == Tag::Preposition)
            && matches!(words.tag(group.words.end), Tag::Noun | Tag::Adjective);
        if quoted.is(group.head) || subject_itself || noun || reports || told || adjective {
            continue;
        }
        let own = scene.clauses.subject_before(group).filter(|range| !range.clone().any(|at| quoted.is(at)));
        let cue = cues::verb(words.lower(group.head));
        let speaks = group.form == Form::Finite && cue.is_some_and(|cue| cue.frames.any(Frames::QUOTE));
        // "Trade aide Anna Berg, replied “…”": a comma too many.
        let comma = || {
            let mark = group.words.start.checked_sub(1).filter(|&mark| mark > scene.clauses.start)?;
            let end = group.words.end;
            let opens = quoted.is(end) && words.text(mark) == ",";
            let start = scene.clauses.phrase_ending(mark - 1).filter(|_| opens && !quoted.is(mark - 1))?;
            (start == scene.clauses.start).then_some(start..mark)
        };
        let own = if sayers::says(words.lower(group.head)) { own.or_else(comma) } else { own };
        let own = if speaks { own.map(|own| at_length(scene, group, own)) } else { own };
        // "Berg said the pilots were late, adding that", "said the pilots were late, but denied": Berg, not the pilots.
        let going_on = || {
            let speaks = cue.is_some_and(|cue| cue.frames.any(Frames::QUOTE));
            let (speaker, _) = said.clone().filter(|&(_, end)| speaks && verb < end)?;
            Some(speaker)
        };
        // "Many doubt that Berg will stay and believe": nobody of whom the verb's form does not fit.
        let fitting = || subject.clone().filter(|subject| agrees(scene, subject, group));
        // "Berg denied that the pilots were late, but said", "that the changes were great and said": Berg, whose sentence it is.
        let back = || {
            let speaks = group.form == Form::Finite && cue.is_some_and(|cue| cue.frames.any(Frames::QUOTE));
            let joins = group.words.start.checked_sub(1).map_or("", |at| words.lower(at));
            let thing = || subject.as_ref().is_some_and(|own| !sayers::can_speak(scene.prose, own.clone()));
            let over = speaks && embedded && (joins == "but" || joins == "and" && thing());
            outer.clone().filter(|_| over)
        };
        let shared =
            || going_on().or_else(back).or_else(|| fitting().or_else(|| first.clone().filter(|_| subject.is_some())));
        let source = match group.form {
            Form::Finite => own.clone().or_else(shared),
            // "He did not say when the mill would close, stating that": he states it, and not the mill.
            Form::Gerund => {
                let aside =
                    embedded && group.words.start > scene.clauses.start && words.text(group.words.start - 1) == ",";
                attached(scene, group).or_else(|| first.clone().filter(|_| aside)).or_else(shared)
            }
            Form::Infinitive => subject.clone(),
            Form::Participle => None,
        };
        if let Some(cue) = cue {
            let led_by = led_by.filter(|leading| group.form == Form::Infinitive && leads(scene, leading, group));
            let start = led_by.map_or(group.words.start, |leading| leading.words.start);
            let candidate =
                Candidate { scene, quoted, group, cue, own: own.clone(), source, start, led: led_by.is_some() };
            let resolved = candidate.resolve();
            if let Some(f) = resolved.as_ref().filter(|f| f.speech)
                && let (Some(source), Some(content)) = (f.source.first(), f.content.last())
            {
                said = Some((source.clone(), content.end));
            }
            found.extend(resolved);
        }
        // "…, where Holm is held, and said": he is not whom the sentence speaks of.
        let aside = own.as_ref().is_some_and(|own| {
            own.start > scene.clauses.start + 1
                && matches!(words.lower(own.start - 1), "where" | "which" | "whom" | "whose")
                && words.text(own.start - 2) == ","
        });
        if group.form == Form::Finite && own.is_some() && !aside {
            embedded = own.as_ref().is_some_and(|own| {
                let before = own.start.checked_sub(1).filter(|&at| at >= scene.clauses.start);
                before.is_some_and(|at| {
                    // "Berg said the pilots were late"
                    let bare = || {
                        let leads = scene.clauses.group_at(at).filter(|leads| leads.words.end == own.start);
                        leads
                            .and_then(|leads| cues::verb(words.lower(leads.head)))
                            .is_some_and(|cue| cue.frames.any(Frames::BARE) && cue.frames.any(Frames::CLAUSE))
                    };
                    crate::words::is_one_of(words.lower(at), "that when if whether where why how because what which")
                        || outer.is_some() && bare()
                })
            });
            if !embedded {
                first = first.or_else(|| own.clone());
                outer.clone_from(&own);
            }
            subject = own;
            verb = group.head;
        }
    }
}

/// The subject of a sentence's first verb from where the sentence begins, where what stands right before the verb can't say anything
/// and hangs on it: "The head of a panel charged with selling the boats said".
fn at_length(scene: Scene<'_>, group: &VerbGroup, own: Range<usize>) -> Range<usize> {
    let words = scene.clauses.words;
    let start = scene.clauses.start
        + usize::from(matches!(words.lower(scene.clauses.start), "and" | "but" | "so" | "yet" | "“" | "\""));
    let hangs = own.start > start + 1
        && (matches!(words.tag(own.start - 1), Tag::Preposition | Tag::Conjunction)
            || scene.clauses.group_at(own.start - 1).is_some_and(|before| before.form != Form::Finite));
    let opens = matches!(words.tag(start), Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number)
        && !crate::grammar::phrases::is_day(words.lower(start))
        && !is_timing(words.lower(start));
    // A participle is read as a past: "charged with".
    let verb = |other: &VerbGroup| {
        let participle = other.words.len() == 1
            && words.lower(other.head).ends_with("ed")
            && words.tag(other.words.end) == Tag::Preposition;
        other.form == Form::Finite && !participle
    };
    let first = !scene.clauses.groups.iter().take_while(|other| other.words.start < group.words.start).any(verb);
    let head = scene.clauses.phrase_from(start, own.start).map(|end| start..end);
    let able = |range: Range<usize>| sayers::can_speak(scene.prose, range);
    // "HOLM: But you said"
    let told = words.tag(own.start) != Tag::Pronoun && (start..own.start).all(|at| words.text(at) != ":");
    if hangs && opens && first && told && !able(own.clone()) && head.is_some_and(able) {
        return start..own.end;
    }
    own
}

/// Whether a noun phrase can be the subject of a verb: one name does not take "believe".
fn agrees(scene: Scene<'_>, subject: &Range<usize>, group: &VerbGroup) -> bool {
    let words = scene.clauses.words;
    let lower = words.lower(group.head);
    let base = group.form == Form::Finite
        && group.words.len() == 1
        && !lower.ends_with('s')
        && crate::cues::verb(lower).is_some_and(|cue| cue.lemma == lower && !cue.forms.any(Forms::PAST));
    let one =
        subject.len() == 1 && words.tag(subject.start) == Tag::Proper && !words.lower(subject.start).ends_with('s')
            || subject.len() == 1 && matches!(words.lower(subject.start), "he" | "she" | "it");
    !(base && one)
}

/// Whether an infinitive completes the verb before it to one cue.
fn leads(scene: Scene<'_>, leading: &VerbGroup, group: &VerbGroup) -> bool {
    let words = scene.clauses.words;
    let near = group.words.start - leading.words.end;
    let joined = near == 0 || near == 1 && matches!(words.lower(leading.words.end), "on" | "out" | "not" | "back");
    joined && cues::leads_on(words.lower(leading.head))
}

/// The noun just before a gerund, without a comma: "calls saying that".
fn attached(scene: Scene<'_>, group: &VerbGroup) -> Option<Range<usize>> {
    let last = group.words.start.checked_sub(1).filter(|&at| at >= scene.clauses.start)?;
    let words = scene.clauses.words;
    if !is_nominal(words.tag(last)) {
        return None;
    }
    scene.clauses.phrase_ending(last).map(|start| start..last + 1)
}

/// A verb group whose verb can be a cue.
pub(super) struct Candidate<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) quoted: &'a Quoted,
    pub(super) group: &'a VerbGroup,
    pub(super) cue: Cue,
    /// The subject that stands before the verb.
    pub(super) own: Option<Range<usize>>,
    /// The subject, or the one it shares with an earlier verb.
    pub(super) source: Option<Range<usize>>,
    /// The first word of the cue.
    pub(super) start: usize,
    /// Whether a verb before it leads up to it: "went on to say".
    pub(super) led: bool,
}

impl Candidate<'_> {
    fn resolve(&self) -> Option<Found> {
        if self.is_made() {
            return None;
        }
        if self.group.passive || self.group.form == Form::Participle {
            return self.passive();
        }
        if self.cue.frames.any(Frames::SEEM) {
            return self.seeming();
        }
        self.as_clause()
            .or_else(|| self.postposed())
            .or_else(|| self.inverted())
            .or_else(|| self.gap())
            .or_else(|| self.preposed())
    }

    /// Quotations in the sentences that follow, in the same paragraph, with no cue of their own; none where they answer what
    /// somebody was asked.
    pub(super) fn further(&self) -> Vec<Range<usize>> {
        let all = self.scene.quotations_after(self.quoted);
        let words = self.scene.clauses.words;
        // "“…?” Holm asked Berg."
        let hearer = self.own.is_some() && near::asks_somebody(words, self.group.words.end);
        let asks = matches!(self.cue.lemma, "ask" | "inquire");
        let answered = all.first().is_some_and(|next| asks && (hearer || near::answers(words, next.start)));
        if answered { Vec::new() } else { all }
    }

    pub(super) fn found(
        &self,
        source: Option<Range<usize>>,
        cue_end: usize,
        content: Vec<Range<usize>>,
    ) -> Option<Found> {
        let words = self.scene.clauses.words;
        // "goes by", "went home": only "went on" tells that somebody speaks.
        if self.cue.lemma == "go" && words.lower(self.group.words.end) != "on" && words.lower(cue_end) != "on" {
            return None;
        }
        // "The sale would begin “soon”": what goes on, and nobody who speaks.
        let speaks = || source.as_ref().is_none_or(|source| sayers::can_hold(self.scene.prose, source.clone(), false));
        let goes_on = matches!(self.cue.lemma, "begin" | "start" | "go" | "conclude" | "continue");
        // "continued his attacks": what somebody does.
        let does = goes_on
            && content.iter().all(|piece| {
                matches!(words.lower(piece.start), "his" | "her" | "its" | "their") && !self.quoted.is(piece.start)
            });
        if goes_on && !speaks() || does {
            return None;
        }
        let source = source.into_iter().collect();
        let mut content = content;
        // A quotation that the content ends in goes on with the sentences behind.
        if let Some(last) = content.last_mut()
            && last.end > last.start
            && let Some(piece) = self.quoted.piece(last.end - 1)
            && piece.words.end > self.scene.clauses.end
            && piece.words.start > self.group.words.end
        {
            last.end = piece.words.end;
        }
        content.extend(self.behind_but(&content).into_iter().flatten());
        // “… ‘a dark week.’ “We can wait.””: further quotations of the paragraph with nobody of their own.
        let ends_quoted = content.last().is_some_and(|last| {
            last.end >= self.scene.clauses.end && last.start >= self.group.words.end && self.quoted.is(last.end - 1)
        });
        if ends_quoted && self.cue.frames.any(Frames::QUOTE) && content.len() == 1 {
            content.extend(self.further());
        }
        let speech = self.cue.frames.any(Frames::QUOTE)
            && self.group.form == Form::Finite
            && content.first().is_some_and(|range| {
                words.lower(range.start) == "that"
                    || self.scene.clauses.finite_in(range.clone())
                    || self.quoted.is(range.start)
            });
        Some(Found { source, cue: vec![self.start..cue_end.max(self.group.words.end)], content, speech })
    }

    /// The minister said that …
    fn preposed(&self) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        // "quoted a pilot as saying": the pilot says it.
        if matches!(self.cue.lemma, "quote" | "cite")
            && let Some(end) = scene.clauses.phrase_from(self.group.words.end, scene.end)
            && let Some(saying) = (end..scene.end.min(end + 10))
                .take_while(|&at| {
                    at == end || scene.clauses.group_at(at).is_none_or(|group| group.form == Form::Gerund)
                })
                .find(|&at| matches!(words.lower(at), "saying" | "telling" | "stating" | "warning"))
                .filter(|&at| words.lower(at - 1) == "as" || words.text(at - 1) == ",")
        {
            // "as telling the board that"
            let hearer = || {
                let told = words.lower(saying) == "telling" || words.lower(saying) == "warning";
                let that = scene.clauses.phrase_from(saying + 1, scene.end).filter(|_| told)?;
                self.complement_of_saying(that)
            };
            let content = self.complement_of_saying(saying + 1).or_else(hearer).or_else(|| {
                (saying + 1 < scene.end).then(|| vec![saying + 1..scene.clause_end(saying + 1, self.quoted)])
            })?;
            let mut source = self.group.words.end..saying;
            while source.end > source.start + 1 && matches!(words.lower(source.end - 1), "," | "as") {
                source.end -= 1;
            }
            return self.found(Some(source), saying + 1, content);
        }
        let frames = self.cue.frames;
        let source = self.source.clone();
        let mut after = self.group.words.end;
        let mut cue_end = after;
        if frames.any(Frames::QUOTE)
            && let Some(medium) = scene.medium_after(after)
        {
            (after, cue_end) = (medium, medium);
        }
        if frames.any(Frames::HEARER)
            && let Some(hearer) = scene.clauses.phrase_from(after, scene.end)
            && let Some(content) = self
                .complement(hearer, false)
                .or_else(|| {
                    // "told officers, he was late"
                    let comma = words.text(hearer) == "," && words.tag(hearer + 1) == Tag::Pronoun;
                    comma.then(|| self.complement(hearer + 1, false)).flatten()
                })
                .or_else(|| {
                    // "told reporters on Sunday that"
                    let further = scene.adjuncts_after(hearer, self.quoted);
                    // "Berg, who told pilots this week they must leave, said"
                    let told = self.own.as_ref().is_some_and(|own| relative(words.lower(own.start)));
                    let timed = |place: usize| {
                        !told
                            && (hearer..place)
                                .all(|at| is_timing(words.lower(at)) || at == hearer && words.lower(at) == "on")
                    };
                    further.into_iter().skip(1).find_map(|place| self.complement(place, !timed(place)))
                })
                .or_else(|| {
                    (frames.any(Frames::QUOTE) && hearer == scene.end).then(|| scene.handed_over(self.quoted)).flatten()
                })
        {
            return self.found(source, cue_end, content);
        }
        // "She went on: …"
        if self.cue.lemma == "go" && words.lower(after) == "on" && words.text(after + 1) == ":" {
            (after, cue_end) = (after + 1, after + 1);
        }
        let places = scene.adjuncts_after(after, self.quoted);
        if frames.any(Frames::QUOTE)
            && self.group.form != Form::Infinitive
            && places.contains(&scene.end)
            && let Some(content) = scene.handed_over(self.quoted)
        {
            let colon = if cue_end == scene.end { cue_end + 1 } else { cue_end };
            return self.found(source, colon, content);
        }
        for (index, &place) in places.iter().enumerate() {
            // Behind a day alone a clause needs no "that": "said on Saturday one of the boats had left".
            let timed = index > 0
                && frames.any(Frames::QUOTE)
                && (after..place).all(|at| {
                    let lower = words.lower(at);
                    is_timing(lower) || at == after && matches!(lower, "on" | "today" | "yesterday" | "here")
                });
            if let Some(content) = self.complement(place, index > 0 && !timed) {
                let colon = words.text(place) == ":" && index == 0;
                return self.found(source, if colon { place + 1 } else { cue_end }, content);
            }
        }
        self.in_writing(source.as_ref())
            .or_else(|| self.made_clear(source.clone()))
            .or_else(|| self.light(source.clone()))
            .or_else(|| self.prepositional(source.clone()))
            .or_else(|| self.outright(source.clone()))
            .or_else(|| self.object(source))
    }
}
