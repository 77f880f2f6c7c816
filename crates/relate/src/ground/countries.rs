//! Countries with the words that stand for them: what their people are called, and their capitals, which reports use
//! for governments. A standard list of single words.

use std::sync::OnceLock;

use super::maps::Map;

/// Country, then its demonyms, then its capital and seats of government; words that mean something else in English
/// besides ("Jordan", "Chad", "Georgia", "Turkey" as a bird) are listed where the country is the likelier reading.
const COUNTRIES: &[(&str, &str, &str)] = &[
    ("afghanistan", "afghan afghans", "kabul"),
    ("albania", "albanian albanians", "tirana"),
    ("algeria", "algerian algerians", "algiers"),
    ("angola", "angolan angolans", "luanda"),
    ("argentina", "argentine argentinian argentines", ""),
    ("armenia", "armenian armenians", "yerevan"),
    ("australia", "australian australians", "canberra"),
    ("austria", "austrian austrians", "vienna"),
    ("azerbaijan", "azerbaijani azerbaijanis azeri", "baku"),
    ("bahrain", "bahraini bahrainis", "manama"),
    ("bangladesh", "bangladeshi bangladeshis", "dhaka"),
    ("belarus", "belarusian belarusians", "minsk"),
    ("belgium", "belgian belgians", ""),
    ("bolivia", "bolivian bolivians", ""),
    ("bosnia", "bosnian bosnians", "sarajevo"),
    ("brazil", "brazilian brazilians", "brasilia"),
    ("britain", "british briton britons uk", "whitehall"),
    ("bulgaria", "bulgarian bulgarians", "sofia"),
    ("cambodia", "cambodian cambodians", ""),
    ("cameroon", "cameroonian cameroonians", ""),
    ("canada", "canadian canadians", "ottawa"),
    ("chile", "chilean chileans", ""),
    ("china", "chinese", "beijing"),
    ("colombia", "colombian colombians", "bogota"),
    ("congo", "congolese", "kinshasa"),
    ("croatia", "croatian croatians croat croats", "zagreb"),
    ("cuba", "cuban cubans", "havana"),
    ("cyprus", "cypriot cypriots", "nicosia"),
    ("czechia", "czech czechs", "prague"),
    ("denmark", "danish dane danes", "copenhagen"),
    ("ecuador", "ecuadorian ecuadorians", "quito"),
    ("egypt", "egyptian egyptians", "cairo"),
    ("eritrea", "eritrean eritreans", "asmara"),
    ("estonia", "estonian estonians", "tallinn"),
    ("ethiopia", "ethiopian ethiopians", ""),
    ("finland", "finnish finn finns", "helsinki"),
    ("france", "french", "paris"),
    ("germany", "german germans", "berlin"),
    ("ghana", "ghanaian ghanaians", "accra"),
    ("greece", "greek greeks", "athens"),
    ("haiti", "haitian haitians", ""),
    ("hungary", "hungarian hungarians", "budapest"),
    ("iceland", "icelandic icelander", "reykjavik"),
    ("india", "indian indians", "delhi"),
    ("indonesia", "indonesian indonesians", "jakarta"),
    ("iran", "iranian iranians", "tehran"),
    ("iraq", "iraqi iraqis", "baghdad"),
    ("ireland", "irish", "dublin"),
    ("israel", "israeli israelis", "jerusalem"),
    ("italy", "italian italians", "rome"),
    ("jamaica", "jamaican jamaicans", "kingston"),
    ("japan", "japanese", "tokyo"),
    ("jordan", "jordanian jordanians", "amman"),
    ("kazakhstan", "kazakh kazakhs", "astana"),
    ("kenya", "kenyan kenyans", "nairobi"),
    ("korea", "korean koreans", ""),
    ("kosovo", "kosovar kosovars", "pristina"),
    ("kuwait", "kuwaiti kuwaitis", ""),
    ("kyrgyzstan", "kyrgyz", "bishkek"),
    ("laos", "laotian lao", "vientiane"),
    ("latvia", "latvian latvians", "riga"),
    ("lebanon", "lebanese", "beirut"),
    ("libya", "libyan libyans", "tripoli"),
    ("lithuania", "lithuanian lithuanians", "vilnius"),
    ("malaysia", "malaysian malaysians", ""),
    ("mali", "malian malians", "bamako"),
    ("mexico", "mexican mexicans", ""),
    ("moldova", "moldovan moldovans", "chisinau"),
    ("mongolia", "mongolian mongolians", ""),
    ("morocco", "moroccan moroccans", "rabat"),
    ("myanmar", "burma burmese", "naypyidaw"),
    ("nepal", "nepali nepalese", "kathmandu"),
    ("netherlands", "dutch", "hague"),
    ("nicaragua", "nicaraguan nicaraguans", "managua"),
    ("niger", "nigerien", "niamey"),
    ("nigeria", "nigerian nigerians", "abuja"),
    ("norway", "norwegian norwegians", "oslo"),
    ("oman", "omani omanis", "muscat"),
    ("pakistan", "pakistani pakistanis", "islamabad"),
    ("palestine", "palestinian palestinians", "ramallah"),
    ("paraguay", "paraguayan paraguayans", ""),
    ("peru", "peruvian peruvians", ""),
    ("philippines", "filipino filipinos philippine", "manila"),
    ("poland", "polish pole poles", "warsaw"),
    ("portugal", "portuguese", "lisbon"),
    ("qatar", "qatari qataris", "doha"),
    ("romania", "romanian romanians", "bucharest"),
    ("russia", "russian russians", "moscow kremlin"),
    ("rwanda", "rwandan rwandans", "kigali"),
    ("serbia", "serbian serbians serb serbs", "belgrade"),
    ("singapore", "singaporean singaporeans", ""),
    ("slovakia", "slovak slovaks slovakian", "bratislava"),
    ("slovenia", "slovenian slovene slovenes", "ljubljana"),
    ("somalia", "somali somalis", "mogadishu"),
    ("spain", "spanish spaniard spaniards", "madrid"),
    ("sudan", "sudanese", "khartoum"),
    ("sweden", "swedish swede swedes", "stockholm"),
    ("switzerland", "swiss", "bern"),
    ("syria", "syrian syrians", "damascus"),
    ("taiwan", "taiwanese", "taipei"),
    ("tajikistan", "tajik tajiks", "dushanbe"),
    ("tanzania", "tanzanian tanzanians", ""),
    ("thailand", "thai thais", "bangkok"),
    ("tunisia", "tunisian tunisians", "tunis"),
    ("turkey", "turkish turk turks türkiye", "ankara"),
    ("turkmenistan", "turkmen", "ashgabat"),
    ("uganda", "ugandan ugandans", "kampala"),
    ("ukraine", "ukrainian ukrainians", "kyiv kiev"),
    ("uruguay", "uruguayan uruguayans", "montevideo"),
    ("usa", "american americans u.s us america", "washington"),
    ("uzbekistan", "uzbek uzbeks", "tashkent"),
    ("venezuela", "venezuelan venezuelans", "caracas"),
    ("vietnam", "vietnamese", "hanoi"),
    ("yemen", "yemeni yemenis", "sanaa"),
    ("zambia", "zambian zambians", "lusaka"),
    ("zimbabwe", "zimbabwean zimbabweans", "harare"),
];

/// Names of more than one word, and abbreviations, for bodies and countries that everybody abbreviates.
const FULL_NAMES: &[(&str, &str)] = &[
    ("u.s", "united states"),
    ("us", "united states"),
    ("u.s.a", "united states"),
    ("usa", "united states"),
    ("united states of america", "united states"),
    ("america", "united states"),
    ("u.k", "united kingdom"),
    ("uk", "united kingdom"),
    ("britain", "united kingdom"),
    ("great britain", "united kingdom"),
    ("u.n", "united nations"),
    ("un", "united nations"),
    ("eu", "european union"),
    ("e.u", "european union"),
    ("uae", "united arab emirates"),
    ("ussr", "soviet union"),
    ("u.s.s.r", "soviet union"),
];

/// The country that a folded word stands for.
pub(crate) fn country(folded: &str) -> Option<&'static str> {
    static WORDS: OnceLock<Map<&'static str, &'static str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        COUNTRIES
            .iter()
            .flat_map(|&(name, people, seats)| {
                people
                    .split(' ')
                    .chain(seats.split(' '))
                    .chain([name])
                    .filter(|w| !w.is_empty())
                    .map(move |w| (w, name))
            })
            .collect()
    });
    words.get(folded).copied()
}

/// The abbreviations that [`full_name`] knows.
pub(crate) fn abbreviations() -> impl Iterator<Item = &'static str> {
    FULL_NAMES.iter().map(|&(short, _)| short)
}

/// The full name behind an abbreviation that everybody uses, by its folded form.
pub(crate) fn full_name(folded: &str) -> Option<&'static str> {
    FULL_NAMES.iter().find(|(short, _)| *short == folded.trim_end_matches('.')).map(|&(_, full)| full)
}
