//! What a page loads, put into it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::pages::Shell;

/// What links begin with.
pub(crate) const ROOT: &str = "#/";

/// What the content security policy will allow.
#[derive(Default)]
pub(super) struct Policy {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Policy {
    /// A script within the page.
    pub(super) fn script(&mut self, text: &str) {
        self.scripts.push(source(text));
    }

    /// The page with this policy in place of the one that it has; its first script is allowed as well.
    ///
    /// # Errors
    /// It has no policy, or no first script.
    pub(super) fn put(mut self, html: &str) -> Result<String, Failure> {
        let first = html.split_once("<script>").and_then(|(_, rest)| rest.split_once("</script>"));
        let (first, _) = first.ok_or(Failure::Shell("it has no first script"))?;
        self.scripts.insert(0, source(first));
        const POLICY: &str = "content=\"default-src ";
        let (before, rest) = html.split_once(POLICY).ok_or(Failure::Shell("it has no policy"))?;
        let (_, after) = rest.split_once('"').ok_or(Failure::Shell("it has no policy"))?;
        Ok(format!(
            "{before}{POLICY}'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; font-src data:; img-src data:; \
             connect-src 'none'; worker-src blob:; object-src 'none'; frame-src 'none'; base-uri 'none'; \
             form-action 'none'; require-trusted-types-for 'script'; trusted-types crossread crossread-kept\"{after}",
            self.scripts.join(" "),
            self.styles.join(" "),
        ))
    }
}

/// What a content security policy calls a script or a style within a page
/// (<https://www.w3.org/TR/CSP3/#framework-directive-source-list>, `hash-source`).
pub(super) fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The style sheets in place of the links to them, with the faces within; without those for other scripts than Latin where
/// nothing is written in them.
///
/// # Errors
/// A style sheet or a face is missing.
pub(super) fn styles(html: &str, shell: &Shell, wide: bool, policy: &mut Policy) -> Result<String, Failure> {
    const LINK: &str = "<link rel=\"stylesheet\" href=\"";
    let mut page = String::new();
    let mut rest = html;
    while let Some((before, link)) = rest.split_once(LINK) {
        let (address, after) = link.split_once('"').ok_or(Failure::Shell("a link has no end"))?;
        let (_, after) = after.split_once('>').ok_or(Failure::Shell("a link has no end"))?;
        let sheet = file(shell, address.strip_prefix(ROOT).unwrap_or(address))?;
        let sheet = std::str::from_utf8(sheet).map_err(|_| Failure::Shell("a style sheet is no text"))?;
        let sheet = with_faces(sheet, shell, wide)?;
        policy.styles.push(source(&sheet));
        page.push_str(&format!("{before}<style>{sheet}</style>"));
        rest = after;
    }
    Ok(page + rest)
}

fn with_faces(sheet: &str, shell: &Shell, wide: bool) -> Result<String, Failure> {
    let mut whole = String::new();
    let mut rest = sheet;
    while let Some((before, named)) = rest.split_once("url(\"faces/") {
        let (name, after) = named.split_once("\")").ok_or(Failure::Shell("a face's address has no end"))?;
        whole.push_str(before);
        if wide || name.starts_with("latin-") {
            let face = BASE64_STANDARD.encode(file(shell, &format!("faces/{name}"))?);
            whole.push_str(&format!("url(\"data:font/woff2;base64,{face}\")"));
        } else {
            // What is written in it, if anything is after all, is drawn with a face of the machine.
            whole.push_str("local(\"-\")");
        }
        rest = after;
    }
    Ok(whole + rest)
}

/// The page without what would be fetched: files that are loaded ahead, the icon, the script that starts the viewer.
pub(super) fn without_files(html: &str) -> String {
    let fetched = |line: &&str| {
        line.starts_with("<link rel=\"preload\"")
            || line.starts_with("<link rel=\"icon\"")
            || line.starts_with("<script type=\"module\" src=")
    };
    // What the reports say stands behind the head.
    let (head, body) = html.split_once("</head>").unwrap_or((html, ""));
    let kept: Vec<&str> = head.lines().filter(|line| !fetched(line)).collect();
    format!("{}\n<link rel=\"icon\" href=\"data:,\">\n</head>{body}", kept.join("\n"))
}

/// A script without what only its readers need: comments that have a line of their own, and the space around lines.
pub(super) fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

fn file<'s>(shell: &'s Shell, name: &str) -> Result<&'s [u8], Failure> {
    shell
        .loaded()
        .find(|(own, _)| *own == name)
        .map(|(_, bytes)| bytes)
        .ok_or(Failure::Shell("a file of it is missing"))
}
