use crate::harness::Place;

#[test]
fn help_tells_every_command() {
    let place = Place::new();
    for command in ["", "build", "read", "annotate", "search", "review"] {
        let arguments = [command, "--help"].into_iter().filter(|argument| !argument.is_empty());
        let name = if command.is_empty() { "help".to_owned() } else { format!("help-{command}") };
        insta::assert_snapshot!(name, place.run(arguments).shown());
    }
}

#[test]
fn wrong_usage_has_a_status_of_its_own() {
    let place = Place::new();
    for arguments in [vec!["bild"], vec!["build", "--corpse", "x"], vec![], vec!["annotate"], vec!["search"]] {
        let run = place.run(&arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains("Usage: crossread"), "{}", run.stderr);
    }
}

#[test]
fn the_docs_tell_the_version_of_the_formats() {
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats.md");
    let docs = std::fs::read_to_string(docs).expect("the docs");
    let version = format!("Version of the bundle's formats: {}.", model::bundle::FORMAT);
    assert!(docs.contains(&version), "docs/formats.md does not say {version:?}");
}
