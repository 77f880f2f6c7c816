//! Which of the times in a sentence tells when a statement is.

use std::ops::Range;

use model::{Day, Grain, Span, Time, TimeKind, When, calendar};

use super::{Found, Stage};
use crate::{grammar::VerbGroup, sentences::Sentence, tags::Tag, times};

/// The day of publication of a report that gives that day, or the one before, by its date.
pub(super) fn fresh(found: &Found<'_>) -> Option<Day> {
    let published = found.document.published.as_ref().and_then(|when| when.first)?;
    let told = found.times.iter().any(|time| {
        let text = found.prose.text.cut(time.span());
        let day = time.when.as_ref().filter(|when| when.grain == Grain::Day).and_then(|when| when.first);
        text.contains(|c: char| c.is_ascii_digit())
            && text.contains(char::is_alphabetic)
            && matches!(time.kind, TimeKind::Date | TimeKind::Time)
            && day.is_some_and(|day| (published.0 - 1..=published.0).contains(&day.0))
    });
    told.then_some(published)
}

impl Stage<'_> {
    /// The time that governs a clause: the nearest in it that can be placed, a later one before an earlier; else one that
    /// opens the sentence. What is still `ahead` is due on no day before the publication: "the new treaty will go further
    /// than the one signed ten years ago".
    pub(super) fn time(
        &self,
        sentence: &Sentence,
        words: &Range<usize>,
        main: Option<&VerbGroup>,
        ahead: bool,
    ) -> Option<&Time> {
        let prose = self.found.prose;
        let published = self.found.document.published.as_ref().and_then(|when| when.first).filter(|_| ahead);
        let open = move |when: &When| when.last.zip(published).is_none_or(|(last, published)| last >= published);
        let verb = main.map_or(words.start, |main| main.head);
        let at = prose.span(verb..verb + 1);
        let inside = |span: Span| {
            let first = self.times.partition_point(|time| time.start < span.start);
            self.found.times[first..].iter().take_while(move |time| time.end <= span.end).filter(move |time| {
                let dated = time.when.as_ref().is_some_and(open);
                dated
                    && matches!(time.kind, TimeKind::Date | TimeKind::Time)
                    && !self.is_compared(time)
                    && !self.is_level(time, main)
                    && !self.may_be_after(time)
                    && !self.tells_which(time)
                    && !main.is_some_and(|main| self.is_set_in(time, sentence.words.start, main))
            })
        };
        let distance = |time: &&Time| {
            if time.start >= at.end { (0, time.start - at.end) } else { (1, at.start.saturating_sub(time.end)) }
        };
        let own = inside(prose.span(words.clone())).min_by_key(distance).map(|time| {
            // "moved from June to October": the new date.
            let moved = main.is_some_and(|main| times::gives_another_date(prose.words.lower(main.head)));
            let next = || inside(prose.span(words.clone())).find(|next| next.start > time.end);
            let to = |next: &&Time| prose.text.cut(Span::new(time.end, next.start)).trim() == "to";
            moved.then(next).flatten().filter(to).unwrap_or(time)
        });
        // "On Friday they stormed a square where, when it was calm, guards had stood": when it was calm is another day.
        let apart = words.start > sentence.words.start
            && matches!(prose.words.lower(words.start - 1), "when" | "after" | "before" | "as" | "while");
        own.or_else(|| {
            if apart {
                return None;
            }
            let first_verb =
                sentence.words.clone().find(|&at| matches!(prose.words.tag(at), Tag::Verb | Tag::Auxiliary))?;
            inside(prose.span(sentence.words.start..first_verb)).next()
        })
    }

    /// Whether a time stands in what is set between a subject and its verb, and tells when that was: "Berg, who left last month, said".
    fn is_set_in(&self, time: &Time, start: usize, main: &VerbGroup) -> bool {
        let words = &self.found.prose.words;
        let at = words.at(self.found.prose.text.byte(time.start));
        let comma = |at: &usize| words.text(*at) == ",";
        let open = (start + 1..at).rev().find(comma);
        let close = (at..main.words.start).find(comma);
        open.zip(close).is_some_and(|(open, close)| {
            let first = words.lower(open + 1);
            let relative = matches!(first, "who" | "which");
            let participle = words.tag(open + 1) == Tag::Verb || words.tag(open + 1) == Tag::Determiner;
            let verb = |at: usize| words.tag(at) == Tag::Verb;
            // "Berg, speaking on Monday, said": at one time with it.
            let speaks = (first.ends_with("ing") || matches!(first, "quoted" | "asked" | "interviewed"))
                && !(open + 1..at).any(|at| matches!(words.lower(at), "since" | "after" | "before"));
            close + 2 >= main.words.start && (relative || participle && (open + 1..at).any(verb)) && !speaks
        })
    }

    /// When a time is, and where it stands, with one that stands beside it as another way it may be: "in May or early June".
    pub(super) fn either(&self, time: &Time) -> (Option<When>, Span) {
        let other =
            |a: &Time, b: &Time| a.end < b.start && self.found.prose.text.cut(Span::new(a.end, b.start)).trim() == "or";
        let at = self.times.partition_point(|known| known.start < time.start);
        let all = &self.found.times;
        let before = at.checked_sub(1).and_then(|at| all.get(at)).filter(|before| other(before, time));
        let pair = match before {
            Some(before) => Some((before, time)),
            None => all.get(at + 1).filter(|next| other(time, next)).map(|next| (time, next)),
        };
        let joined = pair.and_then(|(one, two)| {
            let (first, last) = (one.when.as_ref()?.first?, two.when.as_ref()?.last?);
            let near = (0..100).contains(&(last.0 - first.0)) && two.when.as_ref()?.first? >= first;
            let edtf = format!("{first}/{last}");
            let when = When { edtf, first: Some(first), last: Some(last), grain: one.when.as_ref()?.grain };
            near.then(|| (Some(when), Span::new(one.start, two.end)))
        });
        joined.unwrap_or_else(|| (time.when.clone(), time.span()))
    }

    /// Whether a year only tells which thing is meant: "the 2031 election", "his 2031 campaign".
    fn tells_which(&self, time: &Time) -> bool {
        let words = &self.found.prose.words;
        let first = words.at(self.found.prose.text.byte(time.start));
        let next = words.at(self.found.prose.text.byte(time.end));
        let before = first.checked_sub(1);
        let led = before.is_some_and(|before| {
            words.tag(before) == Tag::Determiner
                || crate::words::is_one_of(words.lower(before), "'s his her its their our my")
        });
        // "October 2031 crude", "May futures": a contract, whenever it is traded. "Winter wheat": a kind.
        let last = words.lower(next.saturating_sub(1));
        let month =
            calendar::month(last).is_some() || calendar::month(words.lower(first)).is_some() && next == first + 2;
        let season = next == first + 1 && matches!(last, "winter" | "spring" | "summer");
        if month && matches!(words.lower(next), "crude" | "futures" | "contract" | "contracts")
            || season && crate::words::is_one_of(words.lower(next), "wheat barley rye rapeseed crop crops grain grains")
        {
            return true;
        }
        time.value.len() == 4
            && next == first + 1
            && led
            && matches!(words.tag(next), Tag::Noun | Tag::Adjective | Tag::Proper)
    }

    /// Whether a weekday may as well be the day after the one with which the page is stamped: "on Monday", where a page of Sunday
    /// tells of "Saturday, 24 May". Pages go on after their stamp.
    fn may_be_after(&self, time: &Time) -> bool {
        let text = self.found.prose.text.cut(time.span());
        let small = text.to_lowercase();
        let (day, part) = small.split_once(' ').unwrap_or((&small, "night"));
        let bare = calendar::weekday(day).is_some() && crate::words::is_one_of(part, "morning afternoon evening night");
        let first = time.when.as_ref().and_then(|when| when.first);
        bare && self.fresh.zip(first).is_some_and(|(fresh, first)| first.0 == fresh.0 - 6)
    }

    /// Whether a time only tells from which level something moved, or which level it is near: "up from 2.2 in 2030", "2,000 down on
    /// 2030", "rose a tenth from May", "close to last year's 7 tonnes".
    fn is_level(&self, time: &Time, main: Option<&VerbGroup>) -> bool {
        let prose = self.found.prose;
        let words = &prose.words;
        let first = words.at(prose.text.byte(time.start));
        let next = words.at(prose.text.byte(time.end));
        let Some(head) = main.map(|main| main.head).filter(|&head| head < first) else { return false };
        let is = |at: usize, list: &'static str| crate::words::is_one_of(words.lower(at), list);
        let measures = "level levels figure figures result results total rate loss profit record crop harvest deficit \
            surplus pace output exports imports";
        let owns = matches!(words.text(next), "'s" | "’s" | "'" | "’");
        let year = time.value.len() == 4;
        let set = first > 0 && is(first - 1, "to of with at near over");
        if year && owns && (words.tag(next + 1) == Tag::Number || set && is(next + 1, measures)) {
            return true;
        }
        let changes = "rose fell increased decreased declined dropped grew climbed slipped gained eased narrowed widened \
            jumped surged slid shrank rise fall increase decline risen fallen grown";
        let moved = "up down higher lower increase decrease rise drop decline gain improvement";
        let day = time.when.as_ref().is_some_and(|when| when.grain == Grain::Day);
        let goes_on = is(next, "to through until and on onward onwards");
        (1..15)
            .filter_map(|back| first.checked_sub(back).filter(|&at| at > head))
            .take_while(|&at| !matches!(words.text(at), "," | ";" | "." | ":"))
            .any(|at| {
                let near = |reach: usize| (at.saturating_sub(reach).max(head)..at).any(|at| is(at, moved));
                let same = (at + 1..first).any(|at| words.lower(at) == "same");
                // What it is set beside stands right there: a time, or a figure of that time.
                let beside = at + 2 >= first || same || (at + 1..first).any(|at| words.tag(at) == Tag::Number);
                match words.lower(at) {
                    "from" => !goes_on && (near(6) && beside || at + 2 >= first && is(head, changes)),
                    "on" => !day && near(5) && beside,
                    "over" => {
                        let to = (at + 1..first).any(|at| words.lower(at) == "to");
                        !day && beside && !to && (at.saturating_sub(5)..at).any(|at| is(at, "increase rise gain up"))
                    }
                    "above" | "below" => at + 2 >= first,
                    "against" if at + 1 == first => near(5) || is(head, changes),
                    "against" => same || (at + 2..first.min(at + 4)).any(|at| is(at, measures)),
                    _ => false,
                }
            })
    }

    /// Whether a time only serves to compare: "fell by a tenth compared with a year earlier", "more than in May".
    fn is_compared(&self, time: &Time) -> bool {
        let prose = self.found.prose;
        let first = prose.words.at(prose.text.byte(time.start));
        let before = |back: usize| first.checked_sub(back).map_or("", |at| prose.words.lower(at));
        let led = |back: usize| {
            matches!(before(back), "than" | "versus" | "vs")
                || matches!(before(back), "with" | "to") && before(back + 1) == "compared"
        };
        // "against 5.8 million tonnes a year earlier", "from 31,000 in May 2030": what a figure is set beside. The second date of
        // "moved from 3 May to 20 June" is none.
        let figure = (2..10)
            .take_while(|&back| {
                first.checked_sub(back).is_some_and(|at| {
                    !matches!(prose.words.text(at), "," | ";" | "." | ":")
                        && (!matches!(prose.words.tag(at), Tag::Verb | Tag::Auxiliary)
                            // "than the 3 million planted in May"
                            || prose.words.lower(at).ends_with("ed") && prose.words.tag(at - 1) == Tag::Noun)
                        || prose.words.lower(at) == "compared"
                })
            })
            .find(|&back| {
                matches!(before(back), "against" | "versus" | "vs" | "than" | "from")
                    || before(back) == "with" && before(back + 1) == "compared"
            });
        // "compared to a loss of two million in 2030", "in contrast to what they did on Tuesday", "unlike on Tuesday", "as opposed to
        // Tuesday", "instead of on Tuesday", "rather than Tuesday".
        let contrasted = (1..20)
            .take_while(|&back| {
                first.checked_sub(back).is_some_and(|at| !matches!(prose.words.text(at), "," | ";" | "."))
            })
            .any(|back| match before(back) {
                "with" | "to" | "from" => {
                    crate::words::is_one_of(before(back + 1), "compared contrast contrasts contrasted line accordance")
                        || before(back + 1) == "opposed" && before(back + 2) == "as"
                }
                "of" => before(back + 1) == "instead",
                // "since the vote of last May brought them in"
                "since" => back > 1 && !before(back - 1).starts_with(|c: char| c.is_ascii_digit()),
                // "as the town did last week"
                "as" => {
                    let verb = if matches!(before(1), "in" | "on" | "at") { 2 } else { 1 };
                    back > verb + 1 && matches!(before(verb), "did" | "does" | "do" | "had")
                }
                lower => lower == "unlike",
            });
        let beside = figure.filter(|_| !matches!(before(1), "to" | "until")).is_some_and(|back| {
            let opens =
                |at: usize| prose.words.tag(at) == Tag::Number || matches!(prose.words.text(at), "$" | "€" | "£");
            let at = first - back + 1;
            opens(at)
                || matches!(prose.words.lower(at), "a" | "about" | "some" | "only" | "just") && opens(at + 1)
                // "than the record 3 million"
                || before(back) == "than" && prose.words.lower(at) == "the" && (opens(at + 1) || opens(at + 2))
        });
        contrasted || beside || led(1) || led(2) && matches!(before(1), "in" | "on" | "for" | "the" | "at" | "during")
    }
}
