//! Which statements expect something that could be seen to happen.

use std::sync::OnceLock;

use model::{Clause, Commitment, Polarity, Span, Tense};

use super::doers;
use crate::findings::Findings;
use crate::ground::frame::term;
use crate::ground::maps::Set;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{fold, is_in, stem, words};
use crate::titles;

/// What somebody could see to happen, by the base form of its verb.
const SEEN: &str = "sign meet visit travel arrive depart open close launch end vote hold release publish \
    announce deliver deploy buy sell build ban impose lift appoint resign testify return host attend \
    pay hire introduce unveil ratify withdraw join expand receive ship submit present sentence \
    retire replace conduct inspect dismantle destroy shut reopen resume merge acquire convene adopt debate \
    repeal veto approve reject broadcast air premiere compete land fly sail relocate \
    transfer evacuate quarantine vaccinate test screen discharge bury execute extradite deport free arrest charge \
    indict sue appeal strike march demolish construct inaugurate christen name elect swear brief host \
    suspend terminate cancel postpone extend renew hike manufacture \
    recall enact unload load dock dispatch dismiss lay";

/// What only goes on, is thought, or cannot be seen.
const UNSEEN: &str = "benefit depend send start begin leave happen be have remain continue keep stay need want know think believe feel seem appear mean matter depend \
    try seek look help consider work hope like love understand see watch wait support oppose require allow let make do \
    get give take go come become prove show say tell ask answer face suffer enjoy fail succeed lead cause affect \
    impact change improve worsen strengthen weaken ensure prevent protect serve act live die win lose tend focus \
    provide use deal rely pursue bring put set run find";

/// Verbs and participles that place what follows "to" ahead.
const PLANS: &str = "plan plans planning planned expect expects expected schedule scheduled set due slated intend intends \
    intended prepare prepares preparing prepared about going supposed ordered";

/// Subjects that are nobody in particular.
const NOBODY: &str = "i we you one anyone everyone everybody nobody somebody someone people they he she it this that these \
    those there who which any every each no some many most others whoever such our \
    my your their its thousands hundreds dozens millions tens scores";

/// Words beside which an expectation is no plan: it hangs on a condition, or is somebody's wish, view or threat.
const CONDITIONS: &str = "if unless would could should might may whether hopefully perhaps maybe probably possibly never hope \
    hopes hoped wish otherwise once until eventually someday inevitably surely certainly undoubtedly always ever likely \
    unlikely needed without won't still";

/// Whether the statement at `place` expects something that could be seen to happen: it is said to be planned, due or to
/// come, of somebody in particular, without a condition, and lies ahead of the report.
pub(super) fn expects(findings: &Findings<'_>, place: Place) -> bool {
    let reports = &findings.reports;
    let statement = reports.statement(place);
    let Some(clause) = &statement.clause else { return false };
    let expected = statement.commitment == Commitment::Expected && statement.polarity == Polarity::Affirmed;
    if !expected {
        return false;
    }
    let verb = lower(reports, place.document, clause.verb);
    let tense = match clause.tense {
        Tense::Future | Tense::Present => true,
        Tense::Perfect => verb.iter().any(|word| is(PLANS, word)),
        // "The office said that it would sell": told ahead by somebody.
        Tense::Modal => statement.holders.len() > 1 && verb.iter().any(|word| word == "would"),
        Tense::Past => false,
    };
    let before = reports.published(place.document).zip(statement.time.as_ref().and_then(|time| time.last));
    let past = before.is_some_and(|(published, last)| last < published);
    if !tense || past {
        return false;
    }
    // "Will have filled the lake" reckons, and who has agreed has done what there was to do.
    let reckons = verb.windows(2).any(|pair| pair[0] == "will" && pair[1] == "have");
    if reckons || verb.iter().any(|word| matches!(word.as_str(), "agree" | "agreed" | "agrees")) {
        return false;
    }
    let dated = clause.timed && statement.time.is_some();
    let found = event(reports, place);
    let could = match &found {
        Some(Event::Verb(verb)) => is_any(&SEEN_STEMS, SEEN, verb) || dated && !is_any(&UNSEEN_STEMS, UNSEEN, verb),
        Some(Event::Subject) => dated,
        None => false,
    };
    if !could {
        return false;
    }
    let sentence = lower(reports, place.document, statement.sentence);
    let own = lower(reports, place.document, statement.span);
    // "Output will need to be doubled": what is wanted, and not what will be.
    if verb
        .iter()
        .any(|word| is("need needs needed have", word) && verb.iter().any(|own| own == "will" || own == "would"))
        || own.windows(3).any(|run| is("will would", &run[0]) && is("need have", &run[1]) && run[2] == "to")
    {
        return false;
    }
    // "12-Number of races …": a line beside a text.
    let line = reports.words_of(place).trim_start_matches(|c: char| c.is_ascii_digit());
    if line.starts_with('-') && line.len() < reports.words_of(place).len() {
        return false;
    }
    let rest: Vec<&String> = own.iter().filter(|word| !(clause.tense == Tense::Modal && *word == "would")).collect();
    let conditional = rest.iter().any(|word| is(CONDITIONS, word))
        || sentence.iter().any(|word| matches!(word.as_str(), "if" | "unless" | "whether"));
    let subject = clause.subject.or(statement.subject).map(|subject| lower(reports, place.document, subject));
    let somebody = subject.as_ref().and_then(|subject| subject.first()).is_some_and(|first| !is(NOBODY, first));
    if conditional || !somebody || doers::is_rhetoric(&own, &sentence) {
        return false;
    }
    // "The draft that the leaders will release shows little": what is expected stands only by the way.
    let lead = clause.subject.map_or(statement.span.start, |subject| subject.start);
    let lead = Span::new(statement.span.start, lead.max(statement.span.start));
    if is_noun_before(reports.cut(place.document, lead)) {
        return false;
    }
    // "Sixty of them are going to vote it down" reckons, without a day.
    if !dated && own.windows(2).any(|w| w[0] == "going" && w[1] == "to") {
        return false;
    }
    // "The easiest way is to lift the ban" plans nothing.
    let bare = clause.tense == Tense::Present && matches!(verb.last().map(String::as_str), Some("is" | "are"));
    let seen = match &found {
        Some(Event::Verb(verb)) => {
            doers::has_doer(reports, place, verb) && (!bare || dated || !own_is_to(reports, place))
        }
        _ => true,
    };
    let named = clause.tense != Tense::Modal || titles::is_named(findings, place);
    seen && named
}

/// Whether "to" follows right behind the verb: "is to lift".
fn own_is_to(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let Some(clause) = &statement.clause else { return false };
    let behind = Span::new(clause.head.end, statement.span.end.max(clause.head.end));
    lower(reports, place.document, behind).first().is_some_and(|word| word == "to")
}

/// Whether the words before a subject are another noun, to which its clause belongs: "the draft", "early versions of a draft".
fn is_noun_before(lead: &str) -> bool {
    let found: Vec<String> = words(lead).iter().map(|w| fold(w.text)).collect();
    let [.., last] = found.as_slice() else { return false };
    let opens = "in on at by for from with under after before during despite as while when because since if that but and so \
        also then now however meanwhile to of according following amid among about next this last";
    found.len() > 1
        && !lead.trim_end().ends_with([',', ':', ';', '—', '–', '-', '"', '“'])
        && !is(opens, last)
        && !found.iter().any(|word| is("in on at by after before during that said says say under next this last", word))
}

/// Whether what is expected is told in the passive.
pub(super) fn is_passive(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    // "Are expected to sign" does, "is expected to be signed" befalls.
    let own = |clause: &Clause| clause.passive && !is(PLANS, &fold(reports.cut(place.document, clause.head)));
    statement.clause.as_ref().is_some_and(own) || doers::is_passive(reports, place)
}

/// What is expected.
enum Event {
    /// That somebody does it: the verb.
    Verb(String),
    /// That what the subject names takes place: "the vote is planned for May".
    Subject,
}

/// The family or stem of the verb for what is expected, where a verb tells it.
pub(super) fn event_verb(reports: &Reports<'_>, place: Place) -> Option<String> {
    match event(reports, place)? {
        Event::Verb(verb) => Some(term(&verb)),
        Event::Subject => None,
    }
}

fn event(reports: &Reports<'_>, place: Place) -> Option<Event> {
    let statement = reports.statement(place);
    let clause = statement.clause.as_ref()?;
    let head = fold(reports.cut(place.document, clause.head));
    let behind = lower(reports, place.document, Span::new(clause.head.end, statement.span.end.max(clause.head.end)));
    // "is going to", "plans to", "is to": the verb behind "to".
    let auxiliary = matches!(head.as_str(), "is" | "are" | "be");
    let plan = if auxiliary && behind.first().is_some_and(|word| is(PLANS, word)) { 1 } else { 0 };
    // "Is ready to be deployed" tells how it is.
    if auxiliary && behind.first().is_some_and(|word| is("ready able willing free eager prepared happy", word)) {
        return None;
    }
    if plan == 1 || auxiliary || is(PLANS, &head) {
        let to = behind.iter().take(4).position(|word| word == "to");
        if let Some(at) = to {
            let passive = behind.get(at + 1).is_some_and(|word| word == "be");
            let verb = behind.get(at + 1 + usize::from(passive))?;
            return Some(Event::Verb(verb.clone()));
        }
        let dated = behind.get(plan).is_some_and(|word| is_in("for on in by at next this later", word));
        return (dated && is(PLANS, behind.first().filter(|_| plan == 1).unwrap_or(&head))).then_some(Event::Subject);
    }
    if head == "take" && behind.first().is_some_and(|word| word == "place") {
        return Some(Event::Subject);
    }
    Some(Event::Verb(head))
}

/// The words in lower case, but for a month and a country that are no small words.
fn lower(reports: &Reports<'_>, document: u32, span: Span) -> Vec<String> {
    let told = |text: &str| if matches!(text, "May" | "US") { text.to_owned() } else { fold(text) };
    words(reports.cut(document, span)).iter().map(|w| told(w.text)).collect()
}

fn is(list: &'static str, word: &str) -> bool {
    is_in(list, word)
}

/// The stems of the verbs of [`SEEN`] and of [`UNSEEN`].
static SEEN_STEMS: OnceLock<Set<String>> = OnceLock::new();
static UNSEEN_STEMS: OnceLock<Set<String>> = OnceLock::new();

/// Whether a list, whose stems are kept, has a verb in any of its forms.
fn is_any(stems: &'static OnceLock<Set<String>>, list: &'static str, verb: &str) -> bool {
    let irregular = "held sold sent built met paid sworn bought shut laid begun flown";
    stems.get_or_init(|| list.split(' ').map(stem).collect()).contains(&stem(verb))
        || list == SEEN && is(irregular, verb)
}
