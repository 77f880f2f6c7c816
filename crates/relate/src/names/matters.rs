//! Nouns for events and matters: what a name turns on.

use crate::ground::words::is_in;

/// Nouns for what happens, is decided, argued or measured, in both numbers.
const MATTERS: &str = "accord accords agreement agreements pact pacts deal deals treaty treaties talks negotiations summit summits \
    meeting meetings conference visit trip tour election elections vote votes referendum campaign debate bill bills law laws \
    legislation act amendment tax taxes tariff tariffs duty duties quota quotas ban bans embargo sanctions ruling verdict trial \
    lawsuit suit hearing hearings appeal sentence sentencing charges indictment conviction acquittal inquiry investigation probe arrest \
    arrests extradition detention strike strikes walkout protest protests riot riots unrest uprising revolution coup crackdown \
    crisis war ceasefire truce attack attacks airstrike airstrikes raid raids bombing bombings explosion explosions blast shooting \
    shootings killing killings murder murders massacre assassination stabbing robbery kidnapping hijacking siege standoff death \
    deaths funeral crash collision accident fire fires flood floods flooding storm hurricane earthquake quake tremor drought \
    outbreak epidemic quarantine evacuation evacuations rescue rescues recall spill leak collapse default bankruptcy merger mergers \
    takeover takeovers acquisition buyout bid bids offer offers sale sales purchase purchases stake flotation offering auction \
    tender contract contracts loan loans bailout debt debts aid grant grants funding budget budgets incentives subsidy subsidies \
    bonus bonuses plan plans proposal proposals reform reforms initiative scandal affair dispute row controversy feud closure \
    closures layoffs slump recovery growth forecast forecasts estimate estimates output production \
    exports imports deficit deficits surplus surpluses stocks reserves inflation unemployment prices rates devaluation \
    intervention test tests launch opening inauguration ceremony resignation appointment nomination dismissal impeachment \
    succession release swap transfer delivery deliveries shipment shipments withdrawal invasion deployment exercise exercises \
    parade speech letter memo memos apology warning threat threats pullout bombardment clashes fighting offensive rebellion \
    mutiny march rally vigil restructuring rescheduling moratorium settlement fine penalty plea confession rehab divorce wedding \
    engagement championship final premiere concert festival ouster standards rules regulations screening screenings cleanup privatisation privatization";

/// Words for amounts, times and places in a row, which name nothing.
const COUNTS: &str = "pct dlr dlrs mln bln stg percent billion million trillion year years week weeks month months day days hour hours \
    tonne tonnes ton tons mark marks franc francs yen dollars pounds quarter today tomorrow tonight yesterday monday tuesday wednesday \
    thursday friday saturday sunday january february march april may june july august september october november december one two \
    three four five six seven eight nine ten first second third last next this that further more most other another such own same \
    major possible proposed planned early late recent latest full total";

/// Nouns for matters that say too little beside a country, or a name and no other word.
const WEAK: &str = "bill bills plan plans proposal proposals deal deals meeting meetings talks offer offers initiative visit letter vote votes \
    growth production output test tests tax taxes budget budgets debt debts law laws rules regulations standards case loan loans sale \
    sales reform reforms exports imports prices rates intervention crisis campaign report release threat threats warning trip tour \
    appointment nomination dismissal resignation succession affair dispute row estimate estimates forecast forecasts concert hearing hearings \
    appeal launch test tests budget aid";

/// Nouns for what happens at a place.
const HAPPENINGS: &str = "shooting shootings killing killings murder murders attack attacks strike strikes protest protests riot \
    riots unrest crash collision fire fires flood floods flooding explosion explosions blast bombing bombings stabbing robbery \
    kidnapping raid raids arrest arrests outbreak evacuation evacuations clashes fighting siege standoff rally vigil march";

/// Nouns that are verbs as well, which a headline may have behind those who do it.
const DOINGS: &str = "strike attack vote offer bid plan protest riot march rally test raid launch visit sale ban order appeal rescue \
    release threat debate row fight spill leak crash swap transfer aid grant fund exercise";

/// Whether a folded noun says too little beside a name alone.
pub(super) fn is_weak(word: &str) -> bool {
    is_in(WEAK, word)
}

/// Whether a folded noun is for what happens at a place.
pub(super) fn is_happening(word: &str) -> bool {
    is_in(HAPPENINGS, word)
}

/// Whether a folded noun may be what several do.
pub(super) fn is_doing(word: &str) -> bool {
    is_in(DOINGS, word)
}

/// Whether a folded word is a noun for an event or a matter.
pub(super) fn is_matter(word: &str) -> bool {
    is_in(MATTERS, word)
}

/// Whether a folded word counts, dates or compares.
pub(super) fn counts(word: &str) -> bool {
    is_in(COUNTS, word)
}
