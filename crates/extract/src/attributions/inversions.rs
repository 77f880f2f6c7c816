//! Contents that stand before their cue, or around it.

use crate::{
    attributions::{Found, near, verbs::Candidate},
    cues::Frames,
    grammar::{
        Form,
        groups::is_nominal,
        phrases::{is_dash, is_day, relative},
    },
};

impl Candidate<'_> {
    /// "What Berg is really saying is that", "Berg is in effect saying": what the report makes of it.
    pub(super) fn is_made(&self) -> bool {
        let words = self.scene.clauses.words;
        let what = self.own.as_ref().is_some_and(|own| {
            own.start > self.scene.clauses.start
                && words.lower(own.start - 1) == "what"
                && self.group.words.clone().any(|at| matches!(words.lower(at), "really" | "actually"))
        });
        (what || near::is_made_of(words, self.group)) && self.cue.frames.any(Frames::QUOTE)
    }

    /// As the minister said, …
    pub(super) fn as_clause(&self) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let own = self.own.clone()?;
        let before = own.start.checked_sub(1).filter(|&at| at >= scene.clauses.start)?;
        // "As Berg put it", "as Berg sees it"
        let after = self.group.words.end;
        let puts = matches!(words.lower(self.group.head), "put" | "puts" | "tells" | "told" | "sees" | "saw")
            && words.lower(after) == "it";
        if words.lower(before) != "as"
            || self.group.form != Form::Finite
            || !puts && !self.cue.frames.any(Frames::QUOTE)
        {
            return None;
        }
        // "The pier is not safe, as the owners say, but rotten": what they say may be what is not so.
        let turned = (scene.clauses.start..before).any(|at| {
            crate::words::is_one_of(words.lower(at), "not n't never no nor hardly rather instead far")
                || words.lower(at) == "contrary"
        });
        if turned && before > scene.clauses.start {
            return None;
        }
        let places = scene.adjuncts_after(after + usize::from(puts), self.quoted);
        let stop = places.into_iter().find(|&at| at >= scene.end || matches!(words.text(at), "," | ":"))?;
        let mut content = Vec::new();
        if before > scene.clauses.start + 2 && words.text(before - 1) == "," {
            content.push(scene.clauses.start..before - 1);
        }
        if stop + 1 < scene.end {
            match scene.quotation_at(stop + 1, self.quoted) {
                Some(pieces) => content.extend(pieces),
                None => content.push(stop + 1..scene.clause_end(stop + 1, self.quoted)),
            }
        }
        if content.is_empty() { None } else { self.found(Some(own), after + usize::from(puts), content) }
    }

    /// The changes, which officials said will come; moves that she said had failed.
    pub(super) fn gap(&self) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let own = self.own.clone()?;
        if self.group.form != Form::Finite || !self.cue.frames.any(Frames::BARE) {
            return None;
        }
        let at = self.group.words.end;
        let next = scene.clauses.group_at(at).filter(|g| g.form == Form::Finite && g.words.start == at)?;
        let before = own.start.checked_sub(1).filter(|&at| at >= scene.clauses.start)?;
        let antecedent = if relative(words.lower(before)) || words.lower(before) == "what" {
            before
        } else if is_nominal(words.tag(before)) {
            scene.clauses.phrase_ending(before)?
        } else {
            return None;
        };
        // "The anger they felt was plain": what they felt.
        if matches!(self.cue.lemma, "feel" | "know" | "love" | "fear") && !relative(words.lower(before)) {
            return None;
        }
        let end = scene.clause_end(at, self.quoted);
        // A clause between commas ends where the sentence takes its own verb up again.
        let inserted = antecedent.checked_sub(1).is_some_and(|mark| words.text(mark) == ",");
        let resumed = (at..end).find(|&i| inserted && words.text(i) == "," && scene.clauses.group_at(i + 1).is_some());
        let content = vec![antecedent..before + 1, next.words.start..resumed.unwrap_or(end)];
        self.found(Some(own), at, content)
    }

    /// "…," the minister said.
    pub(super) fn postposed(&self) -> Option<Found> {
        if self.group.form != Form::Finite || !self.cue.frames.any(Frames::QUOTE.or(Frames::BARE)) {
            return None;
        }
        let own = self.own.clone()?;
        let scene = self.scene;
        let words = scene.clauses.words;
        let direct = scene.quoted_before(own.start, self.quoted);
        if near::is_supposed(words, self.group) || relative(words.lower(own.start)) && own.len() == 1 {
            return None;
        }
        // "A fifth pilot, a man found outside, was taken home": a participle.
        let next = words.tag(self.group.words.end);
        if !direct
            && self.cue.lemma == "find"
            && matches!(next, crate::tags::Tag::Adverb | crate::tags::Tag::Preposition)
        {
            return None;
        }
        let mut content = scene.content_before(own.start, self.quoted)?;
        // "It is clear, she said — here — that it sank": the clause follows.
        let lead = content.first().filter(|lead| !direct && content.len() == 1 && lead.len() <= 4);
        if lead.is_some_and(|lead| {
            words.lower(lead.start) == "it" && words.tag(lead.end - 1) == crate::tags::Tag::Adjective
        }) && words.text(self.group.words.end) != ","
        {
            return None;
        }
        let mut after = self.group.words.end;
        let mut cue_end = after;
        if let Some(medium) = scene.medium_after(after) {
            (after, cue_end) = (medium, medium);
        }
        if self.cue.frames.any(Frames::HEARER)
            && let Some(hearer) = scene.clauses.phrase_from(after, scene.end)
        {
            after = hearer;
        }
        let places = scene.adjuncts_after(after, self.quoted);
        let stop = places.iter().copied().find(|&at| {
            let text = words.text(at);
            at >= scene.end || crate::words::is_one_of(text, ", ; : . ! ? )") || is_dash(text) || self.quoted.is(at)
        });
        let Some(stop) = stop else {
            let bare = places.iter().any(|&at| match words.lower(at) {
                "that" => scene.clauses.finite_in(at + 1..scene.end),
                "to" => scene.clauses.group_at(at).is_some(),
                lower => matches!(lower, "whether" | "if"),
            });
            // A comma within the marks leaves nothing else: "“…,” he said to those who had come".
            let open = direct && own.start >= 2 && matches!(words.text(own.start - 2), "," | "?" | "!");
            if !direct || !open && (bare || self.complement(after, false).is_some()) {
                return None;
            }
            content.extend(self.further());
            return self.found(Some(own), cue_end, content);
        };
        let next = if matches!(words.text(stop), "," | ":") { stop + 1 } else { stop };
        if let Some(pieces) = scene.quotation_at(next, self.quoted).filter(|_| stop < scene.end) {
            if direct || words.text(stop) == "," {
                // "Sooner or later, she said, “it ends”": the phrase belongs to what is said.
                let goes_on = content.len() == 1 && words.text(next + 1).starts_with(char::is_lowercase);
                if !direct && !goes_on && self.scene.adverbial(content[0].clone()) {
                    content.clear();
                }
                content.extend(pieces);
            } else {
                return None;
            }
        } else if !direct
            && words.text(stop) == ","
            && (!scene.clauses.finite_in(content[0].clone())
                || scene.is_unfinished(content[0].clone())
                || self.cue.frames.any(Frames::QUOTE) && scene.only_opens(content[0].clone()))
        {
            let onward = words.lower(stop + 1) == "to" && scene.clauses.group_at(stop + 1).is_none();
            let end = if onward { scene.end } else { scene.clause_end(stop + 1, self.quoted) };
            content.push(stop + 1..end);
        } else if !direct && words.text(stop) == ":" {
            return None;
        }
        if direct {
            content.extend(self.further());
        } else if content.len() == 1 && content[0].end <= own.start && self.scene.adverbial(content[0].clone()) {
            // "In a letter, the owners said." tells nothing.
            return None;
        }
        self.found(Some(own), cue_end, content)
    }

    /// "…," said the minister.
    pub(super) fn inverted(&self) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let start = self.group.words.start;
        // "Wrote Anna Berg: “…”"
        if start == scene.clauses.start && self.group.form == Form::Finite && self.cue.frames.any(Frames::QUOTE) {
            let source = scene.source_from(self.group.words.end, self.quoted)?;
            let mark = matches!(words.text(source.end), ":" | ",");
            let content =
                scene.quotation_at(source.end + 1, self.quoted).filter(|_| mark && source.end + 1 < scene.end)?;
            return self.found(Some(source), self.group.words.end, content);
        }
        if self.group.form != Form::Finite || !self.cue.frames.any(Frames::QUOTE) || start == scene.clauses.start {
            return None;
        }
        let direct = scene.quoted_before(start, self.quoted);
        if !direct && words.text(start - 1) != "," {
            return None;
        }
        // "a man known only as “Shorty,” said": a name.
        let named = self.quoted.piece(start - 1).filter(|_| direct).is_some_and(|piece| {
            piece.words.start > scene.clauses.start
                && crate::words::is_one_of(
                    words.lower(piece.words.start - 1),
                    "as named called nicknamed dubbed titled entitled by",
                )
        });
        if named {
            return None;
        }
        let first = words.lower(self.group.words.end);
        if matches!(first, "this" | "that" | "last" | "it") || is_day(first) || !direct && self.own.is_some() {
            return None;
        }
        let source = scene.source_from(self.group.words.end, self.quoted)?;
        if !direct && source.end < scene.end && words.text(source.end) != "," {
            return None;
        }
        // "A pilot, quoted by a paper, said reports that it sank were false": what is said.
        if !direct && source.clone().any(|at| words.lower(at) == "that") {
            return None;
        }
        let mut content = scene.content_before(start, self.quoted)?;
        let next = source.end + usize::from(words.text(source.end) == ",");
        let mut source = source;
        if let Some(pieces) = scene.quotation_at(next, self.quoted).filter(|_| next < scene.end) {
            // "said a man who goes by “Shorty”": a name, and nothing that is said.
            match pieces.as_slice() {
                [only] if next == source.end && only.len() <= 5 => source.end = only.end,
                _ => content.extend(pieces),
            }
        } else if !direct
            && self.cue.lemma == "say"
            && next > source.end
            && next < scene.end
            && !scene.clauses.finite_in(content[0].clone())
        {
            // "Then again, said Berg, it may be late"
            content.push(next..scene.clause_end(next, self.quoted));
        }
        if direct {
            content.extend(self.further());
        }
        self.found(Some(source), self.group.words.end, content)
    }
}
