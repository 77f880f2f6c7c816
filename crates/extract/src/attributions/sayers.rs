//! Who can say something: people, bodies, groups and documents, and neither deals nor moves.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use crate::{grammar::groups::is_nominal, mentions, prose::Prose, tags::Tag};

/// Groups and bodies that speak.
const BODIES: &str = "government administration ministry committee commission company firm agency department office
    council court board bank union party group team family police army military navy campaign coalition congress senate
    parliament house cabinet embassy hospital university school church association organization organisation institute
    center centre authority bureau league federation club chamber staff crew leadership opposition regime junta
    delegation panel task-force taskforce mission service services network station channel newspaper paper daily weekly
    magazine website site outlet broadcaster media press majority minority public audience crowd jury tribunal
    watchdog regulator lab laboratory studio startup start-up airline carrier manufacturer maker automaker carmaker
    retailer operator supplier contractor charity foundation fund trust thinktank think-tank lobby state city county
    country nation town village kingdom republic capital union south north west east side camp couple household
    community society industry sector department's chain giant conglomerate subsidiary brand label utility
    administration's command headquarters force forces guard force's legislature assembly presidency monarchy palace
    white-house kremlin pentagon secretariat directorate inspectorate faculty academy college clinic prosecution defense
    defence management ownership newsroom desk mob monitor observatory syndicate consortium alliance bloc movement
    militia faction caucus lobby duo trio pair half quarter ministry's prosecutor's account handle";

/// People by what they are to others, beside offices and trades.
const PEOPLE: &str = "man woman men women people person persons boy girl child children kid kids son daughter mother
    father mom dad parent parents brother sister siblings wife husband spouse partner fiance fiancé fiancée fiancee
    uncle aunt nephew niece cousin grandmother grandfather grandson granddaughter in-law brother-in-law sister-in-law
    father-in-law mother-in-law relative relatives friend friends colleague colleagues neighbor neighbors neighbour
    neighbours official officials source sources authority authorities aide aides insider insiders expert experts
    scientist scientists analyst analysts critic critics supporter supporters opponent opponents proponent proponents
    advocate advocates leader leaders member members voter voters citizen citizens resident residents american americans
    democrat democrats republican republicans conservative conservatives liberal liberals hawk hawks prosecutor
    prosecutors lawyer lawyers attorney attorneys investigator investigators responder responders survivor survivors
    victim victims witness witnesses rescuer rescuers employee employees employer employers staffer staffers
    executive executives spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople spokespersons
    negotiator negotiators ally allies rival rivals foe foes counterpart counterparts predecessor successor
    delegate delegates lawmaker lawmakers politician politicians senator senators pundit pundits blogger bloggers
    columnist columnists commentator commentators observer observers watcher watchers forecaster forecasters
    economist economists historian historians scholar scholars academic academics professor professors teacher teachers
    student students pupil pupils nurse nurses doctor doctors medic medics worker workers trader traders investor
    investors shareholder shareholders customer customers client clients user users reader readers viewer viewers
    passenger passengers driver drivers pilot pilots captain officer officers soldier soldiers commander commanders
    fighter fighters rebel rebels militant militants activist activists protester protesters protestor protestors
    demonstrator demonstrators campaigner campaigners organizer organizers volunteer volunteers dissident dissidents
    refugee refugees migrant migrants immigrant immigrants detainee detainees prisoner prisoners inmate inmates
    suspect suspects defendant defendants plaintiff plaintiffs accused accuser accusers complainant judge judges justice
    justices juror jurors pastor pastors priest priests bishop bishops imam imams rabbi rabbis believer believers
    patriarch someone somebody everyone everybody anyone others many some several both two three one ones those all
    minister ministers mayor mayors governor governors president presidents king queen prince princess chancellor
    premier envoy envoys ambassador ambassadors diplomat diplomats chief chiefs head heads director directors manager
    managers owner owners founder founders boss bosses chairman chairwoman chair ceo veteran veterans elder elders youth
    youths teenager teenagers toddler guest guests fan fans player players coach coaches athlete athletes star stars
    actor actors actress author authors writer writers editor editors reporter reporters journalist journalists
    correspondent correspondents host anchor presenter interviewer interviewee caller callers speaker speakers
    spouse farmer farmers fisherman fishermen villager villagers local locals islander islanders evacuee evacuees
    crew crewmates adult adults specialist specialists epidemiologist epidemiologists physician physicians guy guys lady
    gentleman folks figure figures personality personalities hardliner hardliners moderate moderates centrist centrists
    ayatollah cleric clerics general generals admiral marine marines agent agents spy spies detective detectives professional professionals personnel
    troops guards guard passers-by onlookers loved-ones peers mates buddies tourist tourists";

/// What is written, counted or found out.
const DOCUMENTS: &str = "report reports study studies survey surveys poll polls statement statements letter letters
    memo memos memorandum document documents filing filings lawsuit lawsuits suit suits complaint complaints indictment
    indictments affidavit affidavits ruling rulings opinion opinions verdict order orders bill law laws act statute
    constitution treaty agreement resolution petition article articles story stories editorial editorials column
    columns op-ed book books paper papers analysis analyses assessment assessments estimate estimates forecast forecasts
    model models data statistics figures numbers records record results findings research evidence documents transcript
    transcripts readout tweet tweets post posts message messages email emails e-mail e-mails press-release release
    notice notices bulletin bulletins dispatch dispatches testimony test tests review reviews audit audits dossier
    dossiers file files text texts communique communiqué communiqués declaration announcement announcements website
    page pages headline headlines caption captions sign signs guidelines guidance fact-sheet sheet summary footage
    video videos recording recordings tape tapes account accounts rumor rumors rumour rumours legend tradition script
    policy policies directive directives manual rules regulation regulations charter motto slogan poster placard
    brief briefing census projection projections calculation calculations index ranking media reports' log logs note
    notes excerpt excerpts draft drafts proposal proposals plan memoir memoirs autobiography obituary invitation";

/// Nouns that end like words for people and are none.
const THINGS: &str = "number numbers matter matters power powers order orders water paper border borders offer offers
    effort answer answers weather winter summer october november december september danger center computer computers
    tower quarter chapter letter letters factor factors motor sector error errors terror horror favor favour labor labour
    color colour behavior behaviour corridor tumor tumour disaster disasters filter hunger anger cancer fever corner
    manner shelter shelters theater theatre trailer helicopter container containers trigger wonder layer barrier carrier
    frontier river master semester register counter encounter encounters transfer dinner cover discover parameter
    parameters meter meters liter feature nature future structure measure measures pressure failure culture treasure
    closure disclosure furniture list lists twist mist artist's exist christmas event events moment moments treatment
    government agreement movement argument statement element document environment department development equipment
    incident accident content extent comment current payment amount account restaurant instant constant consent percent
    tournament parliament investment settlement commitment requirement monument instrument announcement improvement
    achievement establishment arrangement involvement judgment enforcement experiment moment segment sentiment patent
    talent student's continent intent rent want grant plant plants warrant warrants giant variant variants infant hydrant
    antioxidant pollutant tenant covenant remnant merchant ";

fn set(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}

static BODY_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(BODIES));
static PEOPLE_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(PEOPLE));
static DOCUMENT_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(DOCUMENTS));
static THING_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| set(THINGS));

/// Whether a source can speak for itself: a person, a body or a group.
pub(super) fn can_speak(prose: &Prose<'_>, source: Range<usize>) -> bool {
    kind(prose, source) == Kind::Speaker
}

/// Whether a source can hold that something is so: a speaker, or a document. Where it is `said` outright, a noun that no
/// list knows is somebody: "the harbour master said".
pub(crate) fn can_hold(prose: &Prose<'_>, source: Range<usize>, said: bool) -> bool {
    match kind(prose, source) {
        Kind::Speaker | Kind::Document => true,
        Kind::Unsure => said,
        Kind::Thing => false,
    }
}

/// Whether a verb only passes on what is said, which things do not do.
pub(crate) fn says(lower: &str) -> bool {
    matches!(
        lower,
        "said"
            | "says"
            | "say"
            | "saying"
            | "told"
            | "tells"
            | "added"
            | "adds"
            | "adding"
            | "announced"
            | "declared"
            | "explained"
            | "explains"
            | "wrote"
            | "writes"
            | "replied"
            | "insisted"
            | "insists"
            | "stated"
            | "asked"
            | "tweeted"
            | "recalled"
            | "joked"
            | "quipped"
            | "complained"
            | "argued"
            | "argues"
            | "according"
    )
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Speaker,
    Document,
    /// A noun that no list knows.
    Unsure,
    /// What says nothing: a deed, a quality, a time, a number.
    Thing,
}

fn kind(prose: &Prose<'_>, source: Range<usize>) -> Kind {
    let words = &prose.words;
    let Some(head) = head(prose, &source) else { return Kind::Thing };
    let lower = words.lower(head);
    match words.tag(head) {
        Tag::Pronoun => match lower {
            "he" | "she" | "they" | "i" | "we" | "who" | "him" | "her" | "them" | "his" | "their" => Kind::Speaker,
            "it" | "its" | "which" | "that" => Kind::Document,
            _ if PEOPLE_WORDS.contains(lower) => Kind::Speaker,
            _ => Kind::Thing,
        },
        Tag::Proper if mentions::names_thing(lower) && head > source.start => {
            if DOCUMENT_WORDS.contains(lower) {
                Kind::Document
            } else {
                Kind::Thing
            }
        }
        Tag::Proper => Kind::Speaker,
        // "the Iranian", "the accused"
        Tag::Adjective if words.capitalised(head) => Kind::Speaker,
        _ if words.capitalised(head) && head > prose_start(prose, head) => Kind::Speaker,
        _ if PEOPLE_WORDS.contains(lower) || mentions::is_role(lower) || mentions::is_title(lower) => Kind::Speaker,
        _ if BODY_WORDS.contains(lower) || plural(lower).is_some_and(|one| BODY_WORDS.contains(one.as_str())) => {
            Kind::Speaker
        }
        _ if DOCUMENT_WORDS.contains(lower) => Kind::Document,
        _ if is_agent(lower) => Kind::Speaker,
        Tag::Noun if !is_abstract(lower) => Kind::Unsure,
        _ => Kind::Thing,
    }
}

/// Whether a noun names a deed, a quality, a matter or a time.
fn is_abstract(lower: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "tion", "sion", "ment", "ness", "ity", "ing", "ence", "ance", "ism", "age", "ure", "dom", "ship", "cy", "sis",
        "al",
    ];
    const NOUNS: &[&str] = &[
        "case",
        "cases",
        "move",
        "moves",
        "deal",
        "talks",
        "talk",
        "summit",
        "travel",
        "option",
        "release",
        "effort",
        "efforts",
        "strike",
        "strikes",
        "surge",
        "number",
        "way",
        "ways",
        "fact",
        "facts",
        "issue",
        "issues",
        "problem",
        "problems",
        "thing",
        "things",
        "location",
        "place",
        "date",
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "time",
        "times",
        "moment",
        "attack",
        "attacks",
        "war",
        "wars",
        "vote",
        "visit",
        "trip",
        "trade",
        "sale",
        "sales",
        "cost",
        "costs",
        "price",
        "prices",
        "money",
        "oil",
        "gas",
        "rain",
        "storm",
        "hurricane",
        "flood",
        "floods",
        "fire",
        "disease",
        "virus",
        "outbreak",
        "accord",
        "pact",
        "step",
        "steps",
        "result",
        "results",
        "success",
        "doubt",
        "idea",
        "ideas",
        "event",
        "events",
        "drill",
        "drills",
        "test",
        "tests",
        "weapon",
        "weapons",
        "gesture",
        "response",
        "change",
        "risk",
        "risks",
        "threat",
        "threats",
        "death",
        "deaths",
        "life",
        "lives",
        "work",
        "works",
        "job",
        "jobs",
        "game",
        "road",
        "roads",
        "bridge",
        "house",
        "car",
        "plane",
        "ship",
        "boat",
        "train",
        "building",
        "hope",
        "fear",
        "anger",
    ];
    let one = lower.strip_suffix('s').unwrap_or(lower);
    NOUNS.contains(&lower)
        || ENDINGS.iter().any(|ending| one.ends_with(ending)) && !matches!(one, "official" | "general")
}

fn prose_start(prose: &Prose<'_>, word: usize) -> usize {
    prose.sentence_of(word).and_then(|index| prose.sentences.get(index)).map_or(word, |sentence| sentence.words.start)
}

fn plural(lower: &str) -> Option<String> {
    match lower.strip_suffix("ies") {
        Some(stem) => Some(format!("{stem}y")),
        None => lower.strip_suffix('s').map(str::to_owned),
    }
}

/// The head of a source: its last noun before a preposition, a relative clause, a comma or a verb.
fn head(prose: &Prose<'_>, source: &Range<usize>) -> Option<usize> {
    let words = &prose.words;
    let mut head = None;
    for at in source.clone() {
        let lower = words.lower(at);
        let tag = words.tag(at);
        if head.is_some() && matches!(lower, "last" | "late" | "early" | "this" | "next") {
            break;
        }
        let part = is_nominal(tag)
            || matches!(tag, Tag::Pronoun | Tag::Adjective | Tag::Number)
            || matches!(lower, "some" | "many" | "others" | "several" | "both" | "all" | "those" | "one" | "most");
        // "people close to the owners"
        let further = tag == Tag::Adjective
            && !words.capitalised(at)
            && !is_nominal(words.tag(at + 1))
            && words.text(at + 1) != "-";
        if head.is_some() && (tag == Tag::Pronoun || further) {
            break;
        }
        if part {
            head = Some(at);
            continue;
        }
        let inside = matches!(tag, Tag::Determiner | Tag::Particle | Tag::Adverb | Tag::Symbol)
            || matches!(words.text(at), "“" | "”" | "\"" | "(" | "&" | "'" | "’" | ".")
            || tag == Tag::Verb && head.is_none();
        // "some of the pilots": those who are some.
        let amount =
            lower == "of" && head.is_some_and(|head| is_amount(words.lower(head)) || words.tag(head) == Tag::Number);
        if amount {
            continue;
        }
        if !inside {
            break;
        }
    }
    head
}

fn is_amount(lower: &str) -> bool {
    matches!(
        lower,
        "some"
            | "many"
            | "most"
            | "few"
            | "several"
            | "both"
            | "all"
            | "one"
            | "half"
            | "majority"
            | "number"
            | "dozens"
            | "hundreds"
            | "thousands"
            | "scores"
            | "pair"
            | "group"
            | "couple"
            | "handful"
            | "two"
            | "three"
            | "each"
            | "none"
    )
}

/// Whether a noun is formed as the name of who does something: "pollster", "vendor", "lobbyist", "technician".
fn is_agent(lower: &str) -> bool {
    let one = lower.strip_suffix('s').unwrap_or(lower);
    let formed = one.len() > 4
        && ["er", "or", "ist", "ian", "eer", "ster", "man", "woman", "men", "women", "person", "people", "ant", "ent"]
            .iter()
            .any(|ending| one.ends_with(ending) || lower.ends_with(ending));
    let thing = THING_WORDS.contains(lower) || THING_WORDS.contains(one);
    formed && !thing && !(one.ends_with("ment") || one.ends_with("ter") && !one.ends_with("ster"))
}
