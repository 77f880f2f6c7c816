//! Irregular verbs: their past and participle with their base form, which no stem tells.

use std::sync::OnceLock;

use super::maps::Map;

/// Base forms, each followed by its other forms.
const VERBS: &str = "be is are was were been being am|begin began begun|bear bore borne|beat beaten|bend bent|bind bound|bite bit bitten|blow blew blown|break \
    broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep \
    crept|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel \
    felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave \
    forgiven|freeze froze frozen|give gave given|go went gone|grow grew grown|hang hung|have had has|hear heard|hide hid \
    hidden|hold held|keep kept|know knew known|lay laid|lead led|learn learnt|leave left|lend lent|lie lain|lose lost|make \
    made|mean meant|meet met|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|ride rode ridden|ring rang \
    rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot|show \
    shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|spend \
    spent|stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|sweep swept|swim swam swum|swing \
    swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent \
    undergone|undo undid undone|understand understood|wake woke woken|wear wore worn|weep wept|win won|withdraw withdrew \
    withdrawn|withhold withheld|write wrote written";

/// The base form of a folded verb form, where it is irregular.
pub(crate) fn base(folded: &str) -> Option<&'static str> {
    static FORMS: OnceLock<Map<&'static str, &'static str>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let verbs = VERBS.split('|').map(|verb| verb.split_whitespace());
        verbs.flat_map(|mut forms| forms.next().map(|base| forms.map(move |form| (form, base)))).flatten().collect()
    });
    forms.get(folded).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms_have_a_base() {
        assert_eq!((base("fallen"), base("fell"), base("sold")), (Some("fall"), Some("fall"), Some("sell")));
        assert_eq!((base("walked"), base("fall")), (None, None));
    }
}
