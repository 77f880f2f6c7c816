//! General lists: countries with their people (after ISO 3166), capitals, titles, and the words that organisations and
//! places are named with.

use std::{collections::HashSet, sync::LazyLock};

use model::calendar;

/// Countries and their adjectives, `Name:adjective`, where the name has more than one word with `_`.
const COUNTRIES: &str = "Afghanistan:Afghan Albania:Albanian Algeria:Algerian Andorra:Andorran Angola:Angolan
    Argentina:Argentine Armenia:Armenian Australia:Australian Austria:Austrian Azerbaijan:Azerbaijani
    Bahamas:Bahamian Bahrain:Bahraini Bangladesh:Bangladeshi Barbados:Barbadian Belarus:Belarusian Belgium:Belgian
    Belize:Belizean Benin:Beninese Bhutan:Bhutanese Bolivia:Bolivian Bosnia:Bosnian Botswana:Botswanan
    Brazil:Brazilian Brunei:Bruneian Bulgaria:Bulgarian Burkina_Faso:Burkinabe Burundi:Burundian Cambodia:Cambodian
    Cameroon:Cameroonian Canada:Canadian Chad:Chadian Chile:Chilean China:Chinese Colombia:Colombian
    Comoros:Comorian Congo:Congolese Costa_Rica:Costa_Rican Croatia:Croatian Cuba:Cuban Cyprus:Cypriot
    Czechia:Czech Czech_Republic:Czech Denmark:Danish Djibouti:Djiboutian Dominica:Dominican
    Dominican_Republic:Dominican Ecuador:Ecuadorian Egypt:Egyptian El_Salvador:Salvadoran
    Equatorial_Guinea:Equatoguinean Eritrea:Eritrean Estonia:Estonian Eswatini:Swazi Ethiopia:Ethiopian Fiji:Fijian
    Finland:Finnish France:French Gabon:Gabonese Gambia:Gambian Georgia:Georgian Germany:German Ghana:Ghanaian
    Greece:Greek Grenada:Grenadian Guatemala:Guatemalan Guinea:Guinean Guinea-Bissau:Guinean Guyana:Guyanese
    Haiti:Haitian Honduras:Honduran Hong_Kong:Hongkonger Hungary:Hungarian Iceland:Icelandic India:Indian
    Indonesia:Indonesian Iran:Iranian Iraq:Iraqi Ireland:Irish Israel:Israeli Italy:Italian Ivory_Coast:Ivorian
    Jamaica:Jamaican Japan:Japanese Jordan:Jordanian Kazakhstan:Kazakh Kenya:Kenyan Kiribati:Kiribati Kosovo:Kosovar
    Kuwait:Kuwaiti Kyrgyzstan:Kyrgyz Laos:Laotian Latvia:Latvian Lebanon:Lebanese Lesotho:Basotho Liberia:Liberian
    Libya:Libyan Liechtenstein:Liechtensteiner Lithuania:Lithuanian Luxembourg:Luxembourger Madagascar:Malagasy
    Malawi:Malawian Malaysia:Malaysian Maldives:Maldivian Mali:Malian Malta:Maltese Mauritania:Mauritanian
    Mauritius:Mauritian Mexico:Mexican Micronesia:Micronesian Moldova:Moldovan Monaco:Monegasque Mongolia:Mongolian
    Montenegro:Montenegrin Morocco:Moroccan Mozambique:Mozambican Myanmar:Burmese Burma:Burmese Namibia:Namibian
    Nauru:Nauruan Nepal:Nepali Netherlands:Dutch New_Zealand:Kiwi Nicaragua:Nicaraguan Niger:Nigerien
    Nigeria:Nigerian North_Korea:North_Korean North_Macedonia:Macedonian Norway:Norwegian Oman:Omani
    Pakistan:Pakistani Palau:Palauan Palestine:Palestinian Panama:Panamanian Papua_New_Guinea:Papuan
    Paraguay:Paraguayan Peru:Peruvian Philippines:Filipino Poland:Polish Portugal:Portuguese Puerto_Rico:Puerto_Rican
    Qatar:Qatari Romania:Romanian Russia:Russian Rwanda:Rwandan Samoa:Samoan San_Marino:Sammarinese
    Saudi_Arabia:Saudi Senegal:Senegalese Serbia:Serbian Seychelles:Seychellois Sierra_Leone:Sierra_Leonean
    Singapore:Singaporean Slovakia:Slovak Slovenia:Slovenian Somalia:Somali South_Africa:South_African
    South_Korea:South_Korean South_Sudan:South_Sudanese Spain:Spanish Sri_Lanka:Sri_Lankan Sudan:Sudanese
    Suriname:Surinamese Sweden:Swedish Switzerland:Swiss Syria:Syrian Taiwan:Taiwanese Tajikistan:Tajik
    Tanzania:Tanzanian Thailand:Thai Timor-Leste:Timorese Togo:Togolese Tonga:Tongan Tunisia:Tunisian Turkey:Turkish
    Türkiye:Turkish Turkmenistan:Turkmen Tuvalu:Tuvaluan Uganda:Ugandan Ukraine:Ukrainian
    United_Arab_Emirates:Emirati United_Kingdom:British Britain:British England:English Scotland:Scottish Wales:Welsh
    Northern_Ireland:Northern_Irish United_States:American America:American Uruguay:Uruguayan Uzbekistan:Uzbek
    Vanuatu:Vanuatuan Vatican:Vatican Venezuela:Venezuelan Vietnam:Vietnamese Yemen:Yemeni Zambia:Zambian
    Zimbabwe:Zimbabwean Soviet_Union:Soviet Crimea:Crimean Catalonia:Catalan Kurdistan:Kurdish Tibet:Tibetan
    Chechnya:Chechen Africa:African Asia:Asian Europe:European Antarctica:Antarctic";

/// Adjectives of peoples, faiths and directions, which are written with a capital.
const PEOPLE_ADJECTIVES: &str = "Western Eastern Northern Southern Muslim Muslims Jewish Jews Jew Christian Christians
    Arab Arabs Hispanic Hispanics Latino Latinos Islamic Islamist Catholic Catholics Orthodox Protestant Protestants
    Sunni Shiite Shia Kurdish Kurds Hindu Hindus Buddhist Buddhists Sikh Slavic Nordic Persian Democratic Republican
    Anglo-Saxon Socialist Communist Conservative Liberal Labour Baltic Bolshevik Nazi Nazis Texan Californian Parisian
    Londoner Muscovite Latin Black White Asian African European Europeans Congressional Presidential";

/// Places that are no countries: capitals, regions, seas, American and other states.
const PLACES: &str = "Abuja Accra Addis_Ababa Algiers Amman Amsterdam Ankara Astana Athens Baghdad Baku Bamako Bangkok
    Beijing Beirut Belgrade Berlin Bern Bogota Bogotá Brasilia Bratislava Brussels Bucharest Budapest Buenos_Aires
    Cairo Canberra Caracas Chisinau Copenhagen Dakar Damascus Delhi New_Delhi Dhaka Doha Dublin Dushanbe Geneva Hanoi
    Harare Havana Helsinki Islamabad Istanbul Jakarta Jerusalem Kabul Kampala Kathmandu Khartoum Kiev Kyiv Kinshasa
    Kuala_Lumpur Lima Lisbon Ljubljana London Luanda Lusaka Madrid Manila Minsk Mogadishu Montevideo Moscow Muscat
    Nairobi Nicosia Oslo Ottawa Paris Podgorica Prague Pristina Pyongyang Quito Rabat Reykjavik Riga Riyadh Rome
    San_Salvador Sanaa Santiago Sarajevo Seoul Skopje Sofia Stockholm Taipei Tallinn Tashkent Tbilisi Tehran Tel_Aviv
    Tirana Tokyo Tripoli Tunis Vienna Vilnius Warsaw Washington Wellington Yerevan Zagreb New_York Los_Angeles Chicago
    Boston San_Francisco Philadelphia Houston Miami Detroit Toronto Montreal Sydney Melbourne Shanghai Mumbai Dubai
    St._Petersburg Saint_Petersburg Frankfurt Munich Hamburg Milan Barcelona Lagos Johannesburg Cape_Town
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa
    Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska
    Nevada New_Hampshire New_Jersey New_Mexico North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania
    Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming
    Siberia Bavaria Caucasus Balkans Middle_East Near_East Far_East West_Bank Gaza Gaza_Strip Golan_Heights
    Persian_Gulf Black_Sea Red_Sea Caspian_Sea Baltic_Sea South_China_Sea Mediterranean Atlantic Pacific Arctic
    Latin_America Central_Asia North_America South_America Central_America Southeast_Asia Eastern_Europe
    U.S. US USA U.K. UK UAE U.S.A. D.C.";

/// Titles and roles that a name follows, lower-cased.
const TITLES: &str = "mr mrs ms miss mx dr prof professor sir dame lord lady president minister chancellor
    king queen prince princess emperor sheikh sultan emir pope cardinal archbishop bishop rev reverend rabbi imam
    ayatollah pastor father sister brother gen general lt lieutenant col colonel maj major capt captain cmdr commander
    adm admiral sgt sergeant cpl corporal brig brigadier marshal chief chairman chairwoman chair chairperson
    secretary undersecretary ambassador envoy consul governor gov mayor senator sen sens representative rep reps
    congressman congresswoman speaker leader premier director judge justice attorney solicitor prosecutor sheriff
    officer detective inspector superintendent constable spokesman spokeswoman spokesperson ceo cfo coo editor
    correspondent reporter analyst coach comrade madam madame monsieur herr frau señor presidents ministers
    councillor councilman councilwoman commissioner delegate candidate tsar czar founder co-founder author host anchor
    columnist activist economist historian lawyer adviser advisor manager strategist pollster aide counsel whip
    treasurer nominee actor actress singer rapper comedian expert scholar scientist";

/// Words within titles of more than one word: "prime minister", "acting deputy foreign secretary".
const TITLE_PARTS: &str = "vice prime deputy assistant foreign defense defence finance interior energy economy trade
    health education transport former acting interim supreme crown grand first state press opposition national security
    executive managing senior special personal communications communication campaign majority minority republican
    democratic democrat conservative labour liberal independent presumptive honorary lead field attorney emeritus
    parliamentary presidential military political chief";

/// Words that an organisation is named with.
const ORGANISATION_WORDS: &str = "ministry agency corp corporation inc ltd llc plc gmbh company co group holdings party
    university college institute institution school academy council committee commission bureau department office
    administration authority bank fund foundation association society union federation confederation league alliance
    coalition congress senate parliament assembly house duma knesset bundestag court tribunal army navy corps force
    forces guard guards police service services press news times post journal gazette herald tribune guardian
    telegraph magazine radio television tv channel network media studios airlines airways motors industries systems
    technologies technology laboratories center centre organization organisation club team nations nato organizations
    partners associates capital trust hospital church mosque museum library theatre theater board chamber campaign
    daily tribune star sun mirror independent images chronicle observer examiner globe mail wire
    government cabinet kremlin pentagon brotherhood front movement initiative project program programme squad brigade
    division battalion regiment command fleet directorate secretariat embassy pac republicans democrats review today";

/// Words that treaties, laws and events are named with.
const THING_WORDS: &str = "treaty act amendment agreement convention pact accord accords deal plan constitution war
    battle day prize cup election elections games olympics summit festival award awards operation hurricane storm
    protocol resolution bill law code show";

/// Words that a place is named with.
const PLACE_WORDS: &str = "city town village county province region oblast district state republic kingdom emirate
    island islands peninsula river lake sea ocean bay gulf strait canal mountain mountains valley desert street avenue
    road square bridge airport port harbor harbour park beach hills heights base prison station territory strip coast
    palace square tower";

/// Common given names of many countries.
const GIVEN_NAMES: &str = "aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alejandro aleksandr
    alex alexander alexandra alexei alexey alfred ali alice alison amanda amber amir amy ana anastasia anatoly andrea
    andreas andrei andrew andrey andy angela anna anne annie anthony antonio anton arjun arthur ashley audrey barbara
    beatriz ben benjamin bernard betty bill bob boris brad brandon brenda brian bruce carl carlos carol caroline
    catherine charles charlie charlotte chen chris christian christina christine christopher claire clara claudia colin
    craig cristina cynthia dan daniel daniela david dean deborah denis dennis diana diego dmitri dmitry don donald
    donna dorothy doug douglas ed edward eduardo elena eli elias elizabeth ellen emily emma eric erik ernest ethan eva
    evelyn fatima felix fernando francis francisco frank fred frederick gabriel gary gennady geoffrey george gerald
    gleb gloria gordon grace graham greg gregory guy hamid hannah hans harold harry hassan heather heidi helen henry
    hossein hugh hussein ian ibrahim igor ilya ingrid irina isaac isabel ivan jack jacob jacqueline jake james jamie
    jan jane janet jason javier jean jeff jeffrey jennifer jeremy jerry jessica jim joan joe joel johan johannes john
    jon jonathan jorge jose josé joseph joshua juan judith judy julia julian julie justin karen karim karl kate
    katherine kathleen kathy katie keith kelly ken kenneth kevin khalid kim kirill kurt larry laura lauren lee leo
    leonard leonid lev linda lindsey lisa liz lois lopez louis louise lucas lucy luis luke lynn mahmoud manuel marc
    marco marcus margaret maria marie marina mario mark martha martin mary masoud matt matthew maurice max maxim megan
    melissa michael michel michelle miguel mike mikhail mohamed mohammad mohammed mona monica muhammad mustafa nadia
    nancy natalia natalie natasha nathan neil nicholas nick nicolas nikita nikolai nina noah nora olga oleg oliver
    olivia omar oscar osama pablo pamela pat patricia patrick paul paula pavel pedro peter petr phil philip philippe
    pierre priya rachel rafael rahul raj ralph ramzan raymond rebecca reza ricardo richard rick rob robert roberto
    robin rodrigo roger roman ron ronald rosa rose roy rubén russell ruth ryan sally sam samantha samir samuel sandra
    sara sarah sean sergei sergey shannon sharon shirley simon sofia sonia sophia sophie stefan stella stephanie
    stephen steve steven stuart susan suzanne svetlana sylvia tamara tanya tara tariq tatiana ted teresa terry theresa
    thomas tim timothy tina todd tom tony tracy vadim valentina valery vanessa vera victor victoria vincent viktor
    vitaly vladimir vyacheslav walter wang wayne wei wendy wilhelm william wolfgang yasmin yegor yevgeny yulia yuri
    yusuf zachary zoe";

fn set(list: &str) -> HashSet<String> {
    list.split_whitespace().map(|entry| entry.replace('_', " ")).collect()
}

static COUNTRY_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    COUNTRIES
        .split_whitespace()
        .filter_map(|entry| entry.split_once(':'))
        .map(|(name, _)| name.replace('_', " "))
        .collect()
});
static ADJECTIVES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let stems = COUNTRIES.split_whitespace().filter_map(|entry| entry.split_once(':'));
    stems
        .flat_map(|(_, adjective)| [adjective.replace('_', " "), format!("{}s", adjective.replace('_', " "))])
        .collect()
});
static PLACE_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| set(PLACES));
static TITLE_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| set(TITLES));
static TITLE_MODIFIERS: LazyLock<HashSet<String>> = LazyLock::new(|| set(TITLE_PARTS));
static PEOPLES: LazyLock<HashSet<String>> = LazyLock::new(|| set(PEOPLE_ADJECTIVES));
static ORGANISATIONS: LazyLock<HashSet<String>> = LazyLock::new(|| set(ORGANISATION_WORDS));
static THINGS: LazyLock<HashSet<String>> = LazyLock::new(|| set(THING_WORDS));
static PLACE_KINDS: LazyLock<HashSet<String>> = LazyLock::new(|| set(PLACE_WORDS));
static GIVEN: LazyLock<HashSet<String>> = LazyLock::new(|| set(GIVEN_NAMES));

/// Whether `name`, as written, is a country, a capital or another well-known place.
pub(super) fn is_place(name: &str) -> bool {
    COUNTRY_NAMES.contains(name) || PLACE_NAMES.contains(name)
}

/// Whether `word`, as written, is the adjective or the people of a country.
pub(super) fn is_nationality(word: &str) -> bool {
    ADJECTIVES.contains(word) || PEOPLES.contains(word)
}

/// Whether `lower` is a title or role.
pub(super) fn is_title(lower: &str) -> bool {
    TITLE_WORDS.contains(lower.trim_end_matches('.'))
}

/// Whether `lower` stands in titles beside the word that is the title.
pub(super) fn is_title_part(lower: &str) -> bool {
    TITLE_MODIFIERS.contains(lower) || is_title(lower)
}

/// Whether organisations are named with the lower-cased word.
pub(super) fn names_organisation(lower: &str) -> bool {
    ORGANISATIONS.contains(lower.trim_end_matches('.'))
}

/// Whether treaties, laws or events are named with the lower-cased word.
pub(super) fn names_thing(lower: &str) -> bool {
    THINGS.contains(lower)
}

/// Whether places are named with the lower-cased word.
pub(super) fn names_place(lower: &str) -> bool {
    PLACE_KINDS.contains(lower)
}

/// Whether the lower-cased word is a common given name.
pub(super) fn is_given_name(lower: &str) -> bool {
    GIVEN.contains(lower)
}

/// Months, days and other capitalised words that name nobody.
pub(super) fn is_calendar(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    calendar::month(bare).is_some()
        || calendar::WEEKDAYS.contains(&bare)
        || matches!(
            bare,
            "christmas" | "easter" | "ramadan" | "a.m" | "p.m" | "am" | "pm" | "gmt" | "utc" | "est" | "edt" | "i"
        )
}
