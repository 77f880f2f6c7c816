//! Pages that hold no report and send the browser on: what is saved where a host asks first whether a person reads, or where
//! a report has moved.

use super::stream::{Event, walk};
use crate::found::Found;

/// Such a page is small, and says little.
const BYTES: usize = 12_000;
const WORDS: usize = 40;

/// How scripts send the browser on, before the address in quotation marks.
const SENDING: [&str; 6] = [
    "location.href=",
    "location.href =",
    "location.replace(",
    "location.assign(",
    "window.location=",
    "window.location =",
];

/// The address to which a page sends the browser on by itself, where there is nothing else on it; `found` is what was read.
pub(crate) fn leads_on(html: &str, found: &Found) -> Option<String> {
    if html.len() > BYTES || found.text.split_whitespace().count() > WORDS || found.published.is_some() {
        return None;
    }
    let (mut address, mut in_script) = (None, false);
    walk(html, |event| match event {
        Event::Open(element) => {
            in_script = element.name() == "script";
            let refresh = element.attribute("http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("refresh"));
            if refresh && let Some(content) = element.attribute("content") {
                address = address.take().or_else(|| refreshed(content));
            }
        }
        Event::Close(_) => in_script = false,
        Event::Words(words) if in_script => address = address.take().or_else(|| sent(words)),
        Event::Words(_) | Event::Comment(_) => {}
    });
    address
}

/// `0; url=https://…`: at once, or nearly so.
fn refreshed(content: &str) -> Option<String> {
    let (seconds, rest) = content.split_once([';', ','])?;
    let rest = rest.trim_start();
    let at_once = seconds.trim().parse::<f32>().is_ok_and(|seconds| seconds <= 10.0);
    let named = rest.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("url="));
    whole(rest.get(4..)?.trim().trim_matches(['"', '\''])).filter(|_| at_once && named)
}

/// The address that a script sends the browser to.
fn sent(script: &str) -> Option<String> {
    SENDING.iter().find_map(|sending| {
        let rest = script[script.find(sending)? + sending.len()..].trim_start();
        let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
        whole(rest[1..].split(mark).next()?)
    })
}

/// An address that somebody can open.
fn whole(address: &str) -> Option<String> {
    let fits = address.len() < 2_000 && !address.contains(|c: char| c.is_whitespace() || c.is_control());
    (fits && (address.starts_with("https://") || address.starts_with("http://"))).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::parts;

    fn said(html: &str) -> Option<String> {
        parts::html(html, None).err().map(|unread| unread.of("a.html").to_string())
    }

    #[test]
    fn pages_that_only_lead_on() {
        let to = "holds no report, and leads on to https://coast.example/pier; save the page that it leads to";
        for html in [
            "<p>You will be taken to the page.</p><script>check(); location.href=\"https://coast.example/pier\".trim();</script>",
            "<html><head><meta http-equiv=Refresh content=\"0; URL='https://coast.example/pier'\"></head><body>Moved</body></html>",
            "<script>window.location.replace('https://coast.example/pier')</script><p>Please wait</p>",
        ] {
            assert_eq!(said(html), Some(format!("a.html: {to}")), "{html}");
        }
    }

    #[test]
    fn pages_that_hold_something() {
        let words = "A crane fell onto the new pier on Monday, the harbour office said. ".repeat(5);
        for html in [
            // A report that loads itself anew, or opens something when it is pressed.
            format!("<meta http-equiv=refresh content='5; url=https://coast.example/pier'><article><p>{words}</p></article>"),
            format!("<article><p>{words}</p></article><script>onclick = () => {{ location.href='https://a.example/' }}</script>"),
            "<meta http-equiv=refresh content=300><p>A crane fell onto the new pier.</p>".to_owned(),
            "<p>A crane fell.</p><script>location.href='#top'</script>".to_owned(),
            "<time datetime='2031-03-04'>Tuesday</time><p>A crane fell.</p><script>location.href='https://a.example/'</script>"
                .to_owned(),
        ] {
            assert_eq!(said(&html), None, "{html}");
        }
    }
}
