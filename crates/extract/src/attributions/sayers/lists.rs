//! Nouns by whether what they name can say something; written from knowledge of the language.

/// Groups and bodies that speak.
pub(super) const BODIES: &str =
    "government administration ministry committee commission company firm agency department office partnership
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
    militia faction caucus lobby duo trio pair half quarter ministry's prosecutor's account handle television radio consultancy
    brokerage insurer enforcement cooperative co-operative wire";

/// People by what they are to others, beside offices and trades.
pub(super) const PEOPLE: &str = "man woman men women people person persons boy girl child children kid kids son daughter mother
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
    dealer dealers banker bankers broker brokers shopkeeper shopkeepers bartender bartenders firefighter firefighters
    paramedic paramedics trooper troopers bystander bystanders lecturer lecturers miner miners trucker truckers
    troops guards guard passers-by onlookers loved-ones peers mates buddies tourist tourists";

/// What is written, counted or found out.
pub(super) const DOCUMENTS: &str =
    "report reports study studies survey surveys poll polls statement statements letter letters
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
    notes warning warnings advisory advisories alert alerts excerpt excerpts draft drafts proposal proposals plan memoir memoirs autobiography obituary invitation";

/// Nouns that end like words for people and are none.
pub(super) const THINGS: &str = "number numbers matter matters power powers order orders water paper border borders offer offers
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
