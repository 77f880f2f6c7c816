#![allow(missing_docs)]
use model::*;
fn main() {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let mode = args.remove(0);
    for f in args {
        let raw = std::fs::read(&f).expect("read");
        let text = String::from_utf8_lossy(&raw).into_owned();
        let d = extract::clean(extract::Input { id: f.clone(), text, ..Default::default() });
        println!(
            "===== {f}\ntitle {:?}\noutlet {:?} authors {:?} published {:?} {:?} lang {}",
            d.title,
            d.outlet,
            d.authors,
            d.published.as_ref().map(|w| &w.edtf),
            d.published_known,
            d.language
        );
        if mode.contains('p') {
            let t = Text::new(&d.text);
            for p in &d.passages {
                let c: String = t.cut(p.span).chars().take(110).collect();
                println!("{:?} {} | {c}", p.role, p.why);
            }
        }
        if mode.contains('s') {
            let a = extract::annotate(d, &Corpus::default());
            let t = Text::new(&a.document.text);
            let mut last = Span::new(0, 0);
            for s in &a.statements {
                if s.sentence != last {
                    println!("\n# {}", t.cut(s.sentence));
                    last = s.sentence;
                }
                println!("  > {}", t.cut(s.span));
                print!("      {} {}", s.commitment.word(), if s.polarity == Polarity::Negated { "NEG" } else { "" });
                print!(" cues {:?}", s.cues.iter().map(|c| t.cut(*c)).collect::<Vec<_>>());
                print!(
                    " | {}",
                    s.holders
                        .iter()
                        .map(|h| format!(
                            "{}{}{}",
                            h.name,
                            h.cue.map(|c| format!(" ({})", t.cut(c))).unwrap_or_default(),
                            if h.inferred { "~" } else { "" }
                        ))
                        .collect::<Vec<_>>()
                        .join(" > ")
                );
                if let Some(w) = &s.time {
                    print!(" | t {}", w.edtf);
                }
                if let Some(w) = s.time_span {
                    print!(" [{}]", t.cut(w));
                }
                for q in &s.quantities {
                    print!(
                        " | q {:?}..{:?} {} {} «{}»",
                        q.low,
                        q.high,
                        q.unit,
                        if q.rough { "~" } else { "" },
                        t.cut(q.span)
                    );
                }
                if !s.participants.is_empty() {
                    print!(" | {}", s.participants.iter().map(|m| m.name.as_str()).collect::<Vec<_>>().join(", "));
                }
                if !s.quotes.is_empty() {
                    print!(" | quotes {}", s.quotes.len());
                }
                println!();
            }
        }
    }
}
