//! Prints the attributions of articles: one JSON object a line in (`id`, `text`), one a line out.
//!
//! `cargo run --profile native -p crossread-extract --example attributions -- FILE.jsonl`

use std::io::{BufRead, BufReader, Write};

use extract::Input;
use model::Corpus;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: attributions FILE.jsonl")?;
    let mut out = std::io::stdout().lock();
    for line in BufReader::new(std::fs::File::open(path)?).lines() {
        let article: Value = serde_json::from_str(&line?)?;
        let field = |name: &str| article[name].as_str().unwrap_or_default().to_owned();
        let input = Input { id: field("id"), text: field("text"), ..Input::default() };
        let annotated = extract::annotate(extract::plain(input), &Corpus::default());
        let record = json!({
            "id": annotated.document.id,
            "attributions": annotated.attributions,
            "sentences": annotated.sentences,
            "mentions": annotated.mentions,
        });
        writeln!(out, "{record}")?;
    }
    Ok(())
}
