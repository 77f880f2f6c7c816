//! General lists: countries with their people (after ISO 3166), capitals, titles, and the words that organisations and
//! places are named with.

use std::sync::LazyLock;

use crate::maps::Set;
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
    Nigeria:Nigerian Korea:Korean North_Korea:North_Korean North_Macedonia:Macedonian Norway:Norwegian Oman:Omani
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

/// Makes of cars that are nobody's given name.
const CARS: &str =
    "ford nissan chevy chevrolet toyota honda mercedes-benz bmw audi dodge hyundai kia mazda jeep gmc lexus
    volkswagen cadillac buick pontiac chrysler subaru acura infiniti volvo";

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
    division battalion regiment command fleet directorate secretariat embassy pac republicans democrats review today
    university health system ems isd pd stoppers liquors usa bourse metals semiconductor properties smelting refining
    trucks";

/// Words that treaties, laws and events are named with.
const THING_WORDS: &str = "treaty act amendment agreement convention pact accord accords deal plan constitution war
    battle day prize cup election elections games olympics summit festival award awards operation hurricane storm
    protocol resolution bill law code show report tonight dlr dlrs";

/// Words that a place is named with.
const PLACE_WORDS: &str = "city town village county province region oblast district state republic kingdom emirate
    island islands peninsula river lake sea ocean bay gulf strait canal mountain mountains valley desert street avenue
    road square bridge airport port harbor harbour park beach hills heights base prison station territory strip coast
    palace square tower ave blvd boulevard highway hwy ln lane court terrace mall plaza parkway pkwy heights springs creek
    hill township crossing parish drive st";

/// Those of them that hardly anybody is called by: a name that ends in one is a place whatever comes before it.
const PLACES_ALONE: &str =
    "avenue ave blvd boulevard highway hwy ln terrace mall plaza parkway pkwy heights springs creek
    county counties township peninsula islands st district";

fn set(list: &str) -> Set<String> {
    list.split_whitespace().map(|entry| entry.replace('_', " ")).collect()
}

static COUNTRY_NAMES: LazyLock<Set<String>> = LazyLock::new(|| {
    COUNTRIES
        .split_whitespace()
        .filter_map(|entry| entry.split_once(':'))
        .map(|(name, _)| name.replace('_', " "))
        .collect()
});
static ADJECTIVES: LazyLock<Set<String>> = LazyLock::new(|| {
    let stems = COUNTRIES.split_whitespace().filter_map(|entry| entry.split_once(':'));
    stems
        .flat_map(|(_, adjective)| [adjective.replace('_', " "), format!("{}s", adjective.replace('_', " "))])
        .collect()
});
static PLACE_NAMES: LazyLock<Set<String>> = LazyLock::new(|| set(PLACES));
static PEOPLES: LazyLock<Set<String>> = LazyLock::new(|| set(PEOPLE_ADJECTIVES));
static ORGANISATIONS: LazyLock<Set<String>> = LazyLock::new(|| set(ORGANISATION_WORDS));
static THINGS: LazyLock<Set<String>> = LazyLock::new(|| set(THING_WORDS));
static PLACES_SURE: LazyLock<Set<String>> = LazyLock::new(|| set(PLACES_ALONE));
static CAR_MAKES: LazyLock<Set<String>> = LazyLock::new(|| set(CARS));
static PLACE_KINDS: LazyLock<Set<String>> = LazyLock::new(|| set(PLACE_WORDS));

/// Whether `name`, as written, is a country, a capital or another well-known place.
pub(crate) fn is_place(name: &str) -> bool {
    COUNTRY_NAMES.contains(name) || PLACE_NAMES.contains(name)
}

/// Whether `word`, as written, is the adjective or the people of a country.
pub(crate) fn is_nationality(word: &str) -> bool {
    ADJECTIVES.contains(word) || PEOPLES.contains(word)
}

/// Whether organisations are named with the lower-cased word.
pub(crate) fn names_organisation(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    // "Post-Gazette".
    let joined = |(_, last): (&str, &str)| last.len() > 3 && ORGANISATIONS.contains(last);
    ORGANISATIONS.contains(bare) || bare.rsplit_once('-').is_some_and(joined)
}

/// Whether treaties, laws or events are named with the lower-cased word.
pub(crate) fn names_thing(lower: &str) -> bool {
    THINGS.contains(lower)
}

/// Whether places are named with the lower-cased word.
pub(super) fn names_place(lower: &str) -> bool {
    PLACE_KINDS.contains(lower.trim_end_matches('.'))
}

/// Whether a name that ends in the lower-cased word is a place, whatever comes before it.
pub(super) fn ends_place(lower: &str) -> bool {
    PLACES_SURE.contains(lower.trim_end_matches('.'))
}

/// Whether cars are named with the lower-cased word first.
pub(super) fn makes_cars(lower: &str) -> bool {
    CAR_MAKES.contains(lower)
}

/// Months, days and other capitalised words that name nobody.
pub(crate) fn is_calendar(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    calendar::month(bare).is_some()
        || calendar::WEEKDAYS.contains(&bare)
        || crate::words::is_one_of(bare, "bc bce ce christmas easter ramadan a.m p.m am pm gmt utc est edt i")
}
