use model::{Alias, Corpus, EntityKind, Text};

use crate::Input;

/// The mentions of a text as `words = name (kind)`.
fn found(text: &str, corpus: &Corpus) -> Vec<String> {
    let input = Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() };
    let annotated = crate::annotate(crate::plain(input), corpus);
    let counted = Text::new(&annotated.document.text);
    let show = |m: &model::Mention| format!("{} = {} ({:?})", counted.cut(m.span), m.name, m.kind);
    annotated.mentions.iter().map(show).collect()
}

#[test]
fn short_forms_are_tied_to_the_full_name() {
    let text = "Transport Minister Anna Berg met Karl Holm in Oslo on Monday. Ms. Berg said Holm’s plan was late.";
    assert_eq!(
        found(text, &Corpus::default()),
        [
            "Anna Berg = Anna Berg (Person)",
            "Karl Holm = Karl Holm (Person)",
            "Oslo = Oslo (Place)",
            "Berg = Anna Berg (Person)",
            "Holm = Karl Holm (Person)",
        ]
    );
}

#[test]
fn a_role_stands_for_whom_the_text_gave_it_to() {
    let text =
        "Norwegian Prime Minister Karl Holm spoke first. The Norwegian prime minister then left. The king stayed.";
    assert_eq!(
        found(text, &Corpus::default()),
        ["Karl Holm = Karl Holm (Person)", "The Norwegian prime minister = Karl Holm (Person)",]
    );
    let text = "Anna Berg, the mayor, opened the bridge. The mayor was late.";
    assert!(found(text, &Corpus::default()).contains(&"The mayor = Anna Berg (Person)".to_owned()));
}

#[test]
fn organisations_go_by_their_initials() {
    let text = "The Northern Bridge Authority (NBA) closed it. The NBA gave no reason.";
    assert_eq!(
        found(text, &Corpus::default()),
        [
            "Northern Bridge Authority = Northern Bridge Authority (Organisation)",
            "NBA = Northern Bridge Authority (Organisation)",
            "NBA = Northern Bridge Authority (Organisation)",
        ]
    );
}

#[test]
fn the_corpus_knows_other_names() {
    let alias = |name: &str, kind, alias: &str| Alias { name: name.into(), kind, aliases: vec![alias.into()] };
    let corpus = Corpus {
        names: vec![alias("Northern Bridge Authority", EntityKind::Organisation, "the Bridge Office")],
        ..Corpus::default()
    };
    assert_eq!(
        found("Nobody at the Bridge Office answered.", &corpus),
        ["the Bridge Office = Northern Bridge Authority (Organisation)"]
    );
}

#[test]
fn capitals_that_name_nobody() {
    let corpus = Corpus::default();
    assert_eq!(
        found("Officials said on Monday that Norwegian ships left. It rained in May.", &corpus),
        Vec::<String>::new()
    );
    assert_eq!(found("Minister Opens New Bridge After Long Delay", &corpus), Vec::<String>::new());
}

#[test]
fn titles_of_many_words_are_no_part_of_the_name() {
    let corpus = Corpus::default();
    assert_eq!(
        found("It was signed by Oslo City Council Chairman Karl Holm in Saudi Arabia.", &corpus),
        ["Oslo = Oslo (Place)", "Karl Holm = Karl Holm (Person)", "Saudi Arabia = Saudi Arabia (Place)",]
    );
    assert_eq!(
        found("The Northern Bridge Treaty was signed.", &corpus),
        ["Northern Bridge Treaty = Northern Bridge Treaty (Other)"]
    );
}
