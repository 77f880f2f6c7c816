//! Given names that are short for others.

use std::{collections::HashSet, sync::LazyLock};

/// Short names with their full forms: "Tom" and "Thomas" of one last name are one person.
const SHORT_FORMS: &str = "tom:thomas tommy:thomas bob:robert rob:robert bobby:robert bill:william will:william
    billy:william mike:michael jim:james jimmy:james joe:joseph dan:daniel danny:daniel dave:david steve:steven
    steve:stephen ed:edward eddie:edward ted:edward ken:kenneth tim:timothy tony:anthony chris:christopher matt:matthew
    nick:nicholas rick:richard dick:richard rich:richard ben:benjamin sam:samuel andy:andrew greg:gregory jeff:jeffrey
    larry:lawrence ron:ronald don:donald pat:patrick liz:elizabeth beth:elizabeth betty:elizabeth kate:katherine
    kathy:katherine katie:katherine sue:susan debbie:deborah deb:deborah jenny:jennifer meg:margaret peggy:margaret
    maggie:margaret chuck:charles charlie:charles fred:frederick hank:henry harry:henry jack:john jerry:gerald jerry:jerrold
    alex:alexander josh:joshua jon:jonathan phil:philip ray:raymond russ:russell stan:stanley vince:vincent
    walt:walter zach:zachary mitch:mitchell doug:douglas gene:eugene abe:abraham al:albert art:arthur";

static FULL_FORMS: LazyLock<HashSet<(&'static str, &'static str)>> =
    LazyLock::new(|| SHORT_FORMS.split_whitespace().filter_map(|pair| pair.split_once(':')).collect());

/// Whether one of two lower-cased given names is short for the other.
pub fn same_given(a: &str, b: &str) -> bool {
    a == b || FULL_FORMS.contains(&(a, b)) || FULL_FORMS.contains(&(b, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_is_its_full_one() {
        assert!(same_given("tom", "thomas") && same_given("thomas", "tom") && same_given("anna", "anna"));
        assert!(!same_given("tom", "robert") && !same_given("", "anna"));
    }
}
