//! Mail: what it looks like, and how it is read.

#[cfg(feature = "formats")]
mod letter;
#[cfg(feature = "formats")]
mod message;

#[cfg(feature = "formats")]
pub(crate) use message::*;

use crate::found::Format;

/// What a text is, where it is mail: a mailbox, a saved page (MHTML), a message.
pub(crate) fn looks(text: &str) -> Option<Format> {
    let mut lines = text.lines();
    if text.starts_with("From ") && lines.nth(1).is_some_and(is_header) {
        return Some(Format::Mbox);
    }
    const KNOWN: [&str; 16] = [
        "from",
        "to",
        "subject",
        "date",
        "received",
        "message-id",
        "mime-version",
        "return-path",
        "delivered-to",
        "content-type",
        "reply-to",
        "cc",
        "sender",
        "x-received",
        "dkim-signature",
        "content-transfer-encoding",
    ];
    let mut seen: Vec<&str> = Vec::new();
    let mut related = false;
    for line in text.lines().take(200) {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            related |= line.contains("text/html");
            continue;
        }
        let (key, value) = line.split_once(':')?;
        if key.contains(' ') {
            return None;
        }
        let key = key.to_ascii_lowercase();
        related |= key == "content-type" && value.contains("multipart/related") || key == "snapshot-content-location";
        seen.extend(KNOWN.iter().find(|known| **known == key));
    }
    let mail =
        seen.iter().any(|key| matches!(*key, "from" | "received" | "mime-version" | "return-path" | "message-id"));
    let saved = related && text.contains("Snapshot-Content-Location")
        || related && !seen.contains(&"to") && seen.contains(&"mime-version");
    (mail && seen.len() >= 3 || saved).then_some(if saved { Format::Mhtml } else { Format::Mail })
}

fn is_header(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic()))
}
