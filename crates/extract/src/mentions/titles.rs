//! Titles and roles: what people are called by before, behind and instead of their name.

use std::sync::LazyLock;

use crate::maps::Set;

/// Titles and roles that a name follows, lower-cased.
const TITLES: &str = "mr mrs ms miss mx dr prof professor sir dame lord lady president minister chancellor
    king queen prince princess emperor empress sheikh sultan emir pope cardinal archbishop bishop rev reverend rabbi imam
    ayatollah pastor father sister brother gen general lt lieutenant col colonel maj major capt captain cmdr commander
    adm admiral sgt sergeant cpl corporal brig brigadier marshal chief chairman chairwoman chair chairperson
    secretary undersecretary ambassador envoy consul governor gov mayor senator sen sens representative rep reps
    congressman congresswoman speaker leader premier director judge justice attorney solicitor prosecutor sheriff
    officer detective inspector superintendent constable spokesman spokeswoman spokesperson ceo cfo coo cto editor
    correspondent reporter analyst coach comrade madam madame monsieur herr frau señor
    councillor councilman councilwoman councilor commissioner delegate candidate tsar czar founder co-founder author
    host anchor columnist activist economist historian lawyer adviser advisor manager strategist pollster aide counsel
    whip treasurer nominee actor actress singer rapper comedian expert scholar scientist mp mep msp td assemblyman
    assemblywoman lawmaker legislator politician diplomat official administrator meteorologist nurse doctor physician
    surgeon paramedic epidemiologist virologist psychologist psychiatrist researcher engineer architect journalist
    writer novelist poet filmmaker producer photographer publicist musician guitarist drummer pianist composer
    conductor dancer choreographer artist painter sculptor designer footballer striker midfielder goalkeeper quarterback
    pitcher golfer boxer cyclist swimmer referee umpire trainer skipper teacher principal headteacher headmaster
    dean provost rector lecturer instructor student resident farmer fisherman shopkeeper shopper trader banker investor
    entrepreneur businessman businesswoman industrialist tycoon billionaire executive owner landlord tenant worker
    volunteer organizer organiser campaigner dissident whistleblower trustee coroner magistrate bailiff barrister
    firefighter policeman policewoman soldier serviceman veteran pilot astronaut cosmonaut sailor
    private trooper deputy ranger lieutenant-general vice-president vice-chairman vice-chancellor attorney-general
    secretary-general general-secretary director-general chief-of-staff astronomer biologist chemist physicist mathematician geologist
    climatologist ecologist anthropologist archaeologist sociologist philosopher theologian linguist criminologist
    statistician geographer seismologist hydrologist oceanographer zoologist botanist veterinarian pharmacist dentist
    psychotherapist therapist curator librarian archivist priest vicar nun monk chaplain deacon evangelist preacher
    passenger survivor witness eyewitness bystander neighbor neighbour patient parishioner defendant plaintiff suspect
    murderer gunman convict inmate detainee prisoner refugee migrant ex-president ex-minister ex-mayor ex-premier
    vice-minister co-chair co-chairman co-author co-owner co-director regent governor-general captain-general
    head member fellow investigator agent medic pvt pfc det supt ald trooper";

/// Words within titles of more than one word: "prime minister", "acting deputy foreign secretary".
const TITLE_PARTS: &str =
    "vice prime deputy assistant associate foreign defense defence finance interior energy economy
    trade health education transport former ex then-acting acting interim supreme crown grand first state press
    opposition national security executive managing senior junior special personal communications communication campaign
    majority minority republican democratic democrat conservative labour liberal independent presumptive honorary lead
    field attorney emeritus parliamentary presidential military political chief fellow retired late then veteran
    longtime outgoing incoming";

/// Roles that no name follows, but that stand in apposition to one.
const HEADS: &str = "boss advocate economist-in-chief creator inventor father-of-two mother-of-two widow head member
    winner champion chef heir successor predecessor negotiator mediator representative coordinator specialist
    practitioner consultant contractor developer publisher broadcaster presenter moderator commentator critic
    biographer blogger essayist playwright scriptwriter screenwriter associate partner chairholder president-elect
    minister-president mayor-elect alderman burgomaster warden steward guardian caretaker supervisor operator
    technician mechanic electrician plumber carpenter driver conductor clerk cashier baker butcher fellow graduate
    alumnus co-leader ringleader mastermind kingpin warlord strongman dictator monarch ruler statesman
    sportsman athlete runner player rower skier swimmer sprinter climber cook waiter waitress barista actor-director
    contestant participant organiser lobbyist fundraiser donor philanthropist patron shareholder stakeholder creditor";

static TITLE_WORDS: LazyLock<Set<&'static str>> = LazyLock::new(|| TITLES.split_whitespace().collect());
static PARTS: LazyLock<Set<&'static str>> = LazyLock::new(|| TITLE_PARTS.split_whitespace().collect());
static HEAD_WORDS: LazyLock<Set<&'static str>> = LazyLock::new(|| HEADS.split_whitespace().collect());

/// A title in the singular: "senators" for "Senators Anna Berg and Jon Holm".
fn singular(bare: &str) -> Option<String> {
    if let Some(stem) = bare.strip_suffix("men") {
        return Some(format!("{stem}man"));
    }
    if let Some(stem) = bare.strip_suffix("women") {
        return Some(format!("{stem}woman"));
    }
    bare.strip_suffix("ies").map(|stem| format!("{stem}y")).or_else(|| bare.strip_suffix('s').map(str::to_owned))
}

/// Whether `lower` is a title or role that a name can follow, of one person or of several.
pub(crate) fn is_title(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    TITLE_WORDS.contains(bare) || is_plural_title(bare)
}

/// Whether `lower` is a title of several people.
pub(super) fn is_plural_title(lower: &str) -> bool {
    lower.len() > 4
        && !TITLE_WORDS.contains(lower)
        && singular(lower).is_some_and(|one| TITLE_WORDS.contains(one.as_str()) || HEAD_WORDS.contains(one.as_str()))
}

/// Whether `lower` stands in titles beside the word that is the title.
pub(super) fn is_title_part(lower: &str) -> bool {
    PARTS.contains(lower) || is_title(lower)
}

/// Whether `lower` addresses somebody without saying what they are: "Mr.".
pub(super) fn is_address(lower: &str) -> bool {
    crate::words::is_one_of(
        lower.trim_end_matches('.'),
        "mr mrs ms miss mx sir dame lord lady madam madame monsieur herr frau señor comrade father sister \
                 brother",
    )
}

/// Whether `lower` says what one person is, by office, work or part: the head of a description.
pub(crate) fn is_role(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    (TITLE_WORDS.contains(bare) || HEAD_WORDS.contains(bare)) && !is_address(bare)
        || bare.rsplit_once('-').is_some_and(|(first, last)| first.len() > 1 && TITLE_WORDS.contains(last))
}

/// Whether `lower` is a rank or honour that stands behind an office as well: "spokesman Col.", "Supreme Leader Ayatollah".
pub(super) fn is_rank(lower: &str) -> bool {
    crate::words::is_one_of(
        lower.trim_end_matches('.'),
        "gen general col colonel lt lieutenant maj major capt captain sgt sergeant adm admiral brig brigadier \
                 cmdr cpl dr prof sen rep rev ayatollah sheikh sir dame",
    )
}

/// Whether a role says nothing without the name of whose it is: "associate", "aide".
pub(super) fn is_relational(lower: &str) -> bool {
    crate::words::is_one_of(
        lower,
        "associate aide ally friend colleague critic supporter partner member official representative deputy \
                 counsel aides successor predecessor rival opponent",
    )
}
