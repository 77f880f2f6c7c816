//! Nouns by what "the" before them means, and words beside them that tell which one it is.

/// Of which there is only one, wherever one is.
pub(super) const ONLY: &str = "world public media press internet web economy poor rich elderly sick dead homeless young air ground \
    sea ocean oceans sky sun moon earth planet globe future past present law truth environment climate weather market \
    markets streets street way fact case rest rule wake face process middle heart hands hand phone radio television news \
    start beginning end time times hook table road brink edge verge most more less same left right centre \
    center top bottom front back side spot job moment meantime interim long short run term outset aisle bench polls cold \
    war wild water horizon clock lead books ropes line course floor light dark stage spotlight lines death birth odds \
    countryside military atmosphere outside inside opposite latest status quo risk dollar pound euro ruble rouble year \
    month week day night morning evening summer winter spring autumn weekend decade century 1990s 1980s 1970s 1960s \
    record worst best contrary arts sciences blame benefit doubt floors flu stock mainstream masses unemployed wounded \
    injured missing disabled faithful hardest chest neck leg arm stomach abdomen shoulder torso hip thigh foot";

/// Of which each country has one.
pub(super) const OF_COUNTRY: &str = "president presidency premier minister ministers chancellor king queen crown prince government \
    administration parliament congress senate assembly army navy police military troops forces capital border \
    borders economy constitution cabinet central bank embassy ambassador state border people country nation republic \
    regime authorities leader leaders legislature judiciary counsel lady attorney general supreme court coast guard treasury throne \
    house mainland peninsula east west north south northeast northwest southeast southwest interior coast countryside";

/// What somebody writes, says or plans, of which each has many.
pub(super) const PAPERS: &str = "statement letter report demand demands proposal proposals offer request decision announcement \
    article study remarks comments speech plan plans move effort efforts side position response reaction draft text \
    document documents ruling message warning warnings comment remark criticism complaint idea suggestion policy order orders";

/// People of whom there are many.
pub(super) const PERSONS: &str = "caregiver nurse man woman doctor patient couple student teacher worker official soldier boy girl \
    child victim suspect driver passenger player artist";

/// What a name before it may stand for.
pub(super) const KINDS: &str = "country nation company airline firm carmaker automaker manufacturer city town state virus disease \
    storm hurricane epidemic outbreak island agency party church university school region province team club bank \
    newspaper organisation organization institute group";

/// What is met in each place, so that this tells of none which it is.
pub(super) const ANYWHERE: &str = "disease virus illness fever company firm airline carmaker automaker manufacturer agency party club newspaper gallery";

/// Houses and people of which a country has many.
pub(super) const OF_MANY: &str = "subsidiary division delegation partners firm company group bank airline maker carmaker automaker builder producer manufacturer unit newspaper paper \
    magazine agency shipyard refiner insurer brewer retailer official spokesman spokeswoman officer diplomat journalist team crew";

/// What a thing may be of that only a name tells: "the nation's war".
pub(super) const OWNERS: &str = "embassy ministry department commission committee board court country nation kingdom republic state city town village company firm bank group agency airline union hospital \
    school church";

/// Nouns that go on with "to", "that" or "of" and say with it what they mean.
pub(super) const ORDINALS: &str = "first only last next largest biggest highest lowest smallest oldest youngest longest shortest \
    greatest worst best latest earliest most least strongest second third fourth fifth sixth seventh eighth ninth tenth \
    final deadliest busiest richest poorest fastest closest newest";

/// Words that begin a phrase which tells which one is meant.
pub(super) const PHRASES: &str = "in on for from with between against at by over under about behind among near outside within around \
    across into toward towards through before after during along beside above below off onto beyond amid without to";

/// What is agreed or asked for, of which no place tells which it is.
pub(super) const AGREED: &str =
    "contract deal agreement accord pact offer bid bill measure issue matter question loan merger purchase";

/// Words behind which a noun ends.
pub(super) const STOPS: &str = "of that who which whose where when and or but as if than not a an the this these those while \
    because although though until since following so said says say told tells asked added warned announced insisted believes";

/// What points at another of its kind, that stands elsewhere.
pub(super) const OTHERS: &str = "earlier previous additional further latter former other another such similar remaining aforementioned \
    following preceding subsequent corresponding respective same separate";
