//! General English: words that say nothing of what a statement is about, and families of words for one kind of event.

use std::sync::OnceLock;

use crate::ground::maps::{Map, Set};
use crate::ground::words::{self, Word};

/// Words of grammar, of speech and of measure, by their folded form: no evidence that two statements say the same.
const EMPTY: &str = "a about above according across after afterwards again against ago all almost along already also \
    although always am among an and another any anyone anything apparently are around as at away back be became \
    because become been before began begin being below between both but by came can cannot come could day days did do \
    does doing done down during each either else even ever every everyone everything few first following for former \
    from further get gets getting go goes going gone got had has have having he hence her here hers herself him \
    himself his how however i if in including indeed instead into is it its itself just kind know known last late \
    later latest least less let like likely long look made mainly make makes making many may maybe me meanwhile might \
    more most mr mrs ms much must my near nearly need never new next no nobody none nor not nothing now of off often \
    on once one only onto or other others our out over own part per perhaps put quite rather really recent recently \
    said same saying says second see seem seemed seen several shall she should since so some someone something soon \
    still such take taken taking than that the their them themselves then there these they thing things this those \
    though three through thus time times to today together told too took toward towards tuesday monday wednesday \
    thursday friday saturday sunday two under until up upon us use used using very via want wants was way ways we week \
    weeks well went were what when where whether which while who whole whom whose why will with within without would \
    year years yes yesterday yet you your month months january february march april june july august september \
    october november december jan feb aug sept oct nov dec morning afternoon evening night hour hours minute minutes \
    say tell tells telling reported reportedly reports report reporting announced announce announces announcement \
    confirmed confirm confirms added add adds noted note notes stated state statement statements claimed claim claims \
    asked ask spokesman spokeswoman spokesperson according news agency sources source officials official authorities \
    upcoming coming forthcoming specific specifically exact exactly particular particularly certain certainly \
    i'm it's don't didn't doesn't isn't wasn't won't can't couldn't wouldn't he's she's they're we're i've that's";

/// Families of event words. A word is listed in one family only; forms with the same stem need no entry of their own.
const FAMILIES: &[(&str, &str)] = &[
    (
        "die",
        "die died dies dying dead death deaths fatal fatality fatalities deadly decease deceased perish demise succumb",
    ),
    (
        "kill",
        "kill kills killing killer killed slay slain slaying murder murders murderer homicide assassinate assassination massacre manslaughter gunned",
    ),
    ("wound", "injure injured injury injuries hurt wound wounded hospitalize hospitalise maim"),
    ("shoot", "shoot shot shooting gunman gunfire shooter shots gunmen"),
    (
        "attack",
        "attack attacker assault raid ambush strike strikes airstrike airstrikes bomb bombing bombed bombard bombardment shell shelling hit",
    ),
    ("explode", "explode explosion blast detonate detonation"),
    ("fire", "blaze inferno wildfire arson flames burn burned burnt"),
    ("quake", "earthquake quake tremor temblor aftershock seismic magnitude richter"),
    ("flood", "flood flooding floodwater inundate deluge"),
    ("storm", "hurricane typhoon cyclone storm tornado"),
    ("crash", "crash collide collision wreck derail derailment accident"),
    ("arrest", "arrest apprehend detain detention capture captured nab custody jailed caught"),
    ("prison", "prison jail imprison imprisonment inmate incarcerate incarceration penitentiary prisoner"),
    ("charge", "charge charged indict indictment accuse accusation allegation allege alleged"),
    ("convict", "convict conviction guilty verdict"),
    ("acquit", "acquit acquittal exonerate cleared"),
    ("sentence", "sentence sentenced sentencing"),
    ("trial", "trial prosecute prosecution prosecutor court courtroom tribunal judge jury juror"),
    ("sue", "sue lawsuit litigation plaintiff suit sued suing"),
    ("appeal", "appeal appellate"),
    ("escape", "escape escapee flee fled fleeing fugitive manhunt runaway"),
    ("rob", "rob robbery robber steal stole stolen theft thief thieves heist burglar burglary burgle loot"),
    ("rape", "rape rapist molest molester molestation"),
    ("kidnap", "kidnap kidnapper abduct abduction hostage captive"),
    ("free", "release released freed liberate liberation"),
    ("rescue", "rescue save saved rescuer"),
    ("search", "search hunt seek sought"),
    ("find", "find found discover discovery locate uncover unearth"),
    ("win", "win won wins winner winning victory triumph beat beats defeat victorious champion"),
    ("lose", "lose lost loses losing loss loser"),
    ("award", "award prize honor honour oscar medal trophy accolade"),
    ("nominate", "nominate nomination nominee shortlist"),
    ("elect", "elect election electoral ballot vote votes voted voter poll polls"),
    (
        "appoint",
        "appoint appointment name named hire hired hiring recruit select selection pick picked choose chose chosen choice tap tapped",
    ),
    ("cast", "role portray star starring actor actress"),
    ("resign", "resign resignation quit quits retire retirement depart departure"),
    ("dismiss", "dismiss dismissal fire fired firing sack sacked oust ouster layoff layoffs"),
    ("replace", "replace replacement successor succeed succeeds"),
    ("buy", "buy bought buying buyer purchase acquire acquisition takeover buyout"),
    ("sell", "sell sold selling sale sales seller"),
    ("merge", "merge merger combine"),
    ("pay", "pay paid payment payout"),
    ("cost", "cost price priced pricing"),
    ("fund", "fund funding finance donate donation donor grant"),
    ("invest", "invest investment investor"),
    ("profit", "profit earnings revenue income"),
    ("launch", "launch launched unveil unveiling introduce introduction debut release-date roll rollout"),
    ("build", "build built building construct construction erect"),
    ("open", "open opened opening inaugurate inauguration"),
    ("close", "close closed closing shut shutdown closure"),
    ("cancel", "cancel cancellation scrap scrapped abandon abandonment"),
    ("delay", "delay postpone postponement defer deferral"),
    ("agree", "agree agreement deal pact treaty accord"),
    ("sign", "sign signed signing signature ratify ratification"),
    ("ally", "ally allies alliance partner partnership"),
    ("cooperate", "cooperate cooperation collaborate collaboration co-operation"),
    ("meet", "meet met meeting meets talks summit conference gathering encounter"),
    ("visit", "visit visitor trip tour travel travelled traveled"),
    ("speak", "speak spoke speech spoken address remarks talk talked"),
    ("call", "phone telephone"),
    ("negotiate", "negotiate negotiation negotiator mediate mediation mediator"),
    (
        "supply",
        "supply supplied supplier provide provided provider deliver delivery transfer transferred ship shipped shipment send sent hand handed furnish",
    ),
    ("sanction", "sanction embargo"),
    ("ban", "ban prohibit prohibition outlaw forbid forbidden"),
    ("approve", "approve approval authorize authorise authorization endorse endorsement"),
    ("reject", "reject rejection refuse refusal decline veto"),
    ("deny", "deny denial denies denied"),
    ("criticise", "criticise criticize criticism condemn condemnation denounce"),
    ("praise", "praise laud hail applaud tout celebrate"),
    ("relation", "relation relations relationship tie ties bond bonds"),
    ("evidence", "evidence proof prove proves proven"),
    ("high", "high higher highest peak"),
    ("country", "country countries nation nations"),
    ("head", "head heads leader leaders"),
    ("speed", "accelerate expedite hasten quicken"),
    ("project", "project projects venture ventures"),
    ("interest", "interest interested enthusiasm enthusiastic"),
    ("rebel", "rebel rebels insurgent insurgents militant militants guerrilla"),
    ("facility", "facility facilities site premises"),
    ("test", "test tested testing trials"),
    ("schedule", "schedule scheduled timetable timeframe timeline date dates deadline"),
    ("content", "content contents detail details specifics particulars"),
    ("attend", "attend attendance attendee participate participation"),
    ("help", "help helped aid assist assistance"),
    ("remove", "remove removal removed"),
    ("ask", "request urge urged appeal-for"),
    ("show", "show showed demonstrate exhibit display"),
    ("begin", "kick-off outset"),
    ("sport", "season league championship tournament"),
    ("rumour", "rumour rumours rumor rumors rumored rumoured"),
    ("support", "support supporter back backed backing"),
    ("oppose", "oppose opposition opponent"),
    ("protest", "protest protester demonstration demonstrator riot rioter rally unrest"),
    ("war", "war warfare conflict fighting fight fought battle combat"),
    ("invade", "invade invasion incursion"),
    ("withdraw", "withdraw withdrawal withdrew pull-out"),
    ("peace", "peace ceasefire truce armistice"),
    ("weapon", "weapon weaponry arms munition ammunition armament"),
    ("missile", "missile rocket"),
    ("drone", "drone uav"),
    ("army", "army military troop troops soldier navy naval"),
    ("police", "police policeman policemen cop officer"),
    ("rise", "raise raised rise rose risen increase increased surge soar climb jump grow grew grown growth"),
    ("fall", "fall fell fallen decrease drop dropped plunge plummet slump"),
    ("expand", "expand expansion broaden extend widen"),
    ("deepen", "deepen strengthen fortify bolster reinforce intensify"),
    ("reduce", "reduce reduction cut cuts cutting lower"),
    ("end", "end ended ending finish conclude conclusion"),
    ("start", "start started commence commencement onset"),
    ("join", "join joined accede accession member membership"),
    ("leave", "leave left leaves leaving exit exited"),
    ("arrive", "arrive arrival reach reached"),
    ("enter", "enter entered entry admit admitted admission"),
    ("rehab", "rehab rehabilitation detox"),
    ("treat", "treat treatment therapy"),
    ("spread", "spread transmit transmission transmissible"),
    ("hospital", "hospital clinic"),
    ("sick", "sick ill illness disease infection infect virus outbreak epidemic"),
    ("marry", "marry marriage wed wedding wife husband bride spouse"),
    ("divorce", "divorce split separate separation"),
    ("birth", "birth born baby pregnant pregnancy"),
    ("play", "play player game match"),
    ("score", "score goal touchdown"),
    ("coach", "coach manager"),
    ("contract", "contract"),
    ("trade", "trade trading commerce commercial"),
    ("economy", "economy economic economies"),
    ("investigate", "investigate investigation investigator probe inquiry"),
    ("hack", "hack hacker breach cyberattack"),
    ("drunk", "drunk drunken intoxicated dui dwi alcohol"),
    ("drive", "drive driver drove driving"),
    ("threaten", "threaten threat"),
    ("warn", "warn warning alert"),
    ("promise", "promise pledge vow vowed"),
    ("plan", "plan planned planning intend intention prepare preparation"),
    ("expect", "expect expectation anticipate anticipation forecast predict prediction"),
    ("suspect", "suspect suspicion"),
    ("evacuate", "evacuate evacuation evacuee"),
    ("damage", "damage destroy destruction devastate devastation ruin collapse collapsed"),
    ("land", "landing touchdown"),
    ("drug", "drug medicine medication narcotic cocaine heroin marijuana"),
    ("execute", "execute execution"),
    ("law", "law legislation statute bill act"),
    ("produce", "produce production manufacture manufacturer manufacturing factory plant"),
    ("teach", "teach teacher school"),
    ("president", "president presidency presidential"),
    ("child", "child children kid kids boy girl toddler"),
    ("people", "people person persons man men woman women"),
    ("lawyer", "lawyer attorney counsel"),
    ("rep", "rep representative publicist"),
    ("movie", "movie film"),
    ("doctor", "doctor physician"),
    ("company", "company firm corporation"),
    ("pirate", "pirate piracy hijack hijacker hijacking"),
    ("ship", "vessel boat freighter tanker"),
    ("plane", "plane aircraft airplane jet"),
    ("computer", "laptop notebook computer"),
];

/// Whether a statement says that something is not known.
pub(crate) fn says_unknown(words: &[Word<'_>]) -> bool {
    words.iter().any(|w| matches!(w.text, "unknown" | "unclear" | "undisclosed"))
}

/// Verbs and nouns of saying and thinking, folded.
pub(crate) fn is_empty_word(folded: &str) -> bool {
    static WORDS: OnceLock<Set<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| EMPTY.split_whitespace().collect()).contains(folded)
}

/// The family of a stem, where it has one.
pub(crate) fn family(stem: &str) -> Option<&'static str> {
    static FAMILY: OnceLock<Map<String, &'static str>> = OnceLock::new();
    let known = FAMILY.get_or_init(|| {
        let mut known = Map::default();
        for (name, members) in FAMILIES {
            for member in members.split_whitespace() {
                known.entry(words::stem(member)).or_insert(*name);
            }
        }
        known
    });
    known.get(stem).copied()
}
