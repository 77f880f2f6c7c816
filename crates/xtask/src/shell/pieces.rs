//! What Trunk made, as the pages want it: styles joined, scripts bare and named after what is in them, and the page that
//! names them.

use std::path::Path;

use anyhow::{Context, Result, bail};

/// The prefix of every address in the shell; the page writer replaces it by the way to the site's root.
pub(super) const ROOT: &str = "/__root__/";

/// Where the page's first script goes, which is a part of it.
const FIRST: &str = "<!--first-->";

/// What Trunk.toml writes in place of the name of the boot script.
const BOOT: &str = "boot.js";

/// The sheets of `style/parts`, in the order in which they overrule each other.
const PARTS: [&str; 11] =
    ["ground", "shell", "signs", "lists", "matrix", "claim", "document", "search", "compare", "states", "paper"];

/// What the name of the viewer's files begins with.
const VIEWER: &str = "crossread-viewer";

/// What a worker does beside wasm-bindgen's script: it starts the helper, and keeps what that is asked until then. What
/// fails is an error of the worker, which a promise that nobody waits for would not be. Where the page has the program
/// itself, it is the first thing that it sends.
pub(super) const HELPER_START: &str = "\
const sent = self.name === 'crossread-sent' && new Promise((done) => {
  addEventListener('message', (event) => { event.stopImmediatePropagation(); done(event.data); }, { once: true });
});
const early = [];
const keep = (event) => early.push(event.data);
addEventListener('message', keep);
const ownProgram = () => fetch(new URL('PROGRAM', import.meta.url), { integrity: 'DIGEST' });
Promise.resolve(sent).then((program) => __wbg_init({ module_or_path: program || ownProgram() })).then(() => {
  removeEventListener('message', keep);
  for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
}).catch((error) => setTimeout(() => { throw error; }));
";

/// Makes the worker's script start by itself, and names its two files after what is in them; tells the script's name.
pub(super) fn write_helper(shell: &Path, helper: &str) -> Result<String> {
    let wasm = shell.join(format!("{helper}_bg.wasm"));
    let script = shell.join(format!("{helper}.js"));
    let glue = std::fs::read_to_string(&script).with_context(|| script.display().to_string())?;
    let own = format!("{helper}_bg.wasm");
    if !glue.contains(&own) || !glue.contains("function __wbg_init(") {
        bail!("wasm-bindgen's script for {helper} does not load {own} by __wbg_init");
    }
    let program = std::fs::read(&wasm).with_context(|| wasm.display().to_string())?;
    let digest = crate::digest::short(&program);
    let named = format!("{helper}-{digest}_bg.wasm");
    std::fs::rename(&wasm, shell.join(&named)).context(named.clone())?;
    let start = HELPER_START.replace("PROGRAM", &named).replace("DIGEST", &crate::digest::source(&program));
    let started = format!("{}\n{start}", glue.replace(&own, &named));
    std::fs::remove_file(&script).with_context(|| script.display().to_string())?;
    let name = format!("{helper}-{}.js", crate::digest::short(started.as_bytes()));
    std::fs::write(shell.join(&name), started).with_context(|| name.clone())?;
    Ok(name)
}

/// Writes the script that draws pictures, named after what is in it; tells its name.
pub(super) fn write_picture(shell: &Path, script: &str) -> Result<String> {
    let script = bare(script);
    let name = format!("picture-{}.js", crate::digest::short(script.as_bytes()));
    std::fs::write(shell.join(&name), script).with_context(|| name.clone())?;
    Ok(name)
}

/// Writes the script that starts the viewer, and names it and the helpers' scripts in the shell's page.
pub(super) fn write_boot(shell: &Path, script: &str, helpers: &[(&str, String)]) -> Result<()> {
    let page = shell.join("index.html");
    let html = std::fs::read_to_string(&page).context("target/shell/index.html")?;
    let placeholder = format!("{ROOT}{BOOT}");
    if !html.contains(&placeholder) {
        bail!("the shell's index.html does not load {BOOT}; Trunk.toml's pattern_script should say so");
    }
    let viewer = viewer_name(shell)?;
    let digest = |file: String| {
        let bytes = std::fs::read(shell.join(&file)).with_context(|| file.clone())?;
        anyhow::Ok(crate::digest::source(&bytes))
    };
    let (module, program) = (digest(format!("{viewer}.js"))?, digest(format!("{viewer}_bg.wasm"))?);
    // The digests last: they may hold any letters.
    let script = bare(script).replace("VIEWER", &viewer).replace("'SCRIPT'", &format!("'{module}'"));
    let script = script.replace("'PROGRAM'", &format!("'{program}'"));
    let name = format!("boot-{}.js", crate::digest::short(script.as_bytes()));
    std::fs::write(shell.join(&name), &script).with_context(|| name.clone())?;
    let mut head = String::new();
    for (helper, script) in helpers {
        head.push_str(&format!("<meta name=\"{helper}\" content=\"{ROOT}{script}\">\n"));
    }
    head.push_str("</head>");
    let held = format!("{ROOT}{name}\" integrity=\"{}", crate::digest::source(script.as_bytes()));
    let html = html.replace(&placeholder, &held).replacen("</head>", &head, 1);
    std::fs::write(&page, html).context("target/shell/index.html")
}

/// Writes the script, the style and the service worker of the desk, named after what is in them. The script starts the
/// viewer by the script that the other pages load.
pub(super) fn write_desk(shell: &Path, script: &str, style: &str, offline: &str) -> Result<()> {
    let offline = bare(offline);
    let worker = format!("crossread-offline-{}.js", crate::digest::short(offline.as_bytes()));
    std::fs::write(shell.join(&worker), offline).with_context(|| worker.clone())?;
    let html = std::fs::read_to_string(shell.join("index.html")).context("target/shell/index.html")?;
    let boot = html.split(ROOT).filter_map(|rest| rest.split('"').next()).find(|name| name.starts_with("boot-"));
    let script = bare(script).replace("BOOT", boot.context("the shell's index.html loads no boot script")?);
    let script = script.replace("OFFLINE", &worker);
    for (end, text) in [("js", script.as_str()), ("css", style)] {
        let name = format!("desk-{}.{end}", crate::digest::short(text.as_bytes()));
        std::fs::write(shell.join(&name), text).with_context(|| name.clone())?;
    }
    Ok(())
}

/// Joins the sheets of `style/parts`, which Trunk names one by one, into one: a page waits for each of its styles.
pub(super) fn join_styles(shell: &Path) -> Result<()> {
    let page = shell.join("index.html");
    let mut html = std::fs::read_to_string(&page).context("target/shell/index.html")?;
    let mut joined = String::new();
    let mut at = None;
    for part in PARTS {
        let begin = format!("href=\"{ROOT}{part}-");
        let place = html.find(&begin).with_context(|| format!("the shell's index.html has no sheet {part}"))?;
        let from = html[..place].rfind('<').context("a link's beginning")?;
        let to = place + html[place..].find('>').context("a link's end")? + 1;
        let name = html[place + "href=\"".len() + ROOT.len()..].split('"').next().unwrap_or_default().to_owned();
        let sheet = shell.join(&name);
        joined.push_str(&std::fs::read_to_string(&sheet).with_context(|| name.clone())?);
        std::fs::remove_file(&sheet).with_context(|| name.clone())?;
        html.replace_range(from..to, "");
        at.get_or_insert(from);
    }
    let name = format!("crossread-{}.css", crate::digest::short(joined.as_bytes()));
    html.insert_str(at.unwrap_or_default(), &format!("<link rel=\"stylesheet\" href=\"{ROOT}{name}\">"));
    std::fs::write(shell.join(&name), joined).with_context(|| name.clone())?;
    std::fs::write(&page, html).context("target/shell/index.html")
}

/// What a page says where its style did not come, and the part of the style that hides it.
const BARE: [&str; 2] = ["<p class=\"bare\"", ".bare {"];

/// What the names of the properties begin with that tell a whole style (style/lost.css).
const STYLED: &str = "--styled";

/// Marks the page and its sheets with a digest of all sheets: one of another build in the place of one of them then leaves the
/// page's word on its style to be seen. Names the sheets anew, after what is in them.
pub(super) fn mark_styles(shell: &Path) -> Result<()> {
    let page = shell.join("index.html");
    let mut html = std::fs::read_to_string(&page).context("target/shell/index.html")?;
    let names: Vec<String> = html
        .split(ROOT)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| name.ends_with(".css"))
        .map(str::to_owned)
        .collect();
    let read = |name: &String| std::fs::read_to_string(shell.join(name)).with_context(|| name.clone());
    let sheets = names.iter().map(read).collect::<Result<Vec<String>>>()?;
    let mark = crate::digest::short(sheets.concat().as_bytes());
    if !html.contains(BARE[0]) || !sheets.iter().any(|sheet| sheet.contains(BARE[1])) {
        bail!("the shell's index.html and its style say nothing of a style that does not come");
    }
    for (name, sheet) in names.iter().zip(&sheets) {
        let sheet = sheet
            .replace(STYLED, &format!("{STYLED}-{mark}"))
            .replace(BARE[1], &format!(".bare[data-style=\"{mark}\"] {{"));
        let stem = name.rsplit_once('-').map_or(name.as_str(), |(stem, _)| stem);
        let named = format!("{stem}-{}.css", crate::digest::short(sheet.as_bytes()));
        std::fs::remove_file(shell.join(name)).with_context(|| name.clone())?;
        std::fs::write(shell.join(&named), sheet).with_context(|| named.clone())?;
        html = html.replace(&format!("{ROOT}{name}\""), &format!("{ROOT}{named}\""));
    }
    let html = html.replacen(BARE[0], &format!("{} data-style=\"{mark}\"", BARE[0]), 1);
    std::fs::write(&page, html).context("target/shell/index.html")
}

/// Puts the first script into the shell's page, and its digest into the page's content security policy.
pub(super) fn write_first(shell: &Path, script: &str) -> Result<()> {
    let page = shell.join("index.html");
    let html = std::fs::read_to_string(&page).context("target/shell/index.html")?;
    if !html.contains(FIRST) || !html.contains("script-src 'self'") {
        bail!("the shell's index.html has no place for the first script: {FIRST}, and a policy with script-src 'self'");
    }
    let script = bare(script);
    let policy = format!("script-src 'self' '{}'", crate::digest::source(script.as_bytes()));
    let html = html.replacen("script-src 'self'", &policy, 1);
    std::fs::write(&page, html.replacen(FIRST, &format!("<script>{script}</script>"), 1))
        .context("target/shell/index.html")
}

/// A script without what only its readers need: comments that have a line of their own, and the space around lines.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// What wasm-bindgen's pair of files is called: `<name>.js` and `<name>_bg.wasm`.
fn viewer_name(shell: &Path) -> Result<String> {
    let entries = std::fs::read_dir(shell).with_context(|| shell.display().to_string())?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names
        .filter(|name| name.starts_with(VIEWER))
        .filter_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned))
        .collect();
    match (names.pop(), names.pop()) {
        (Some(name), None) => Ok(name),
        (None, _) => bail!("Trunk made no WebAssembly"),
        (Some(a), Some(b)) => bail!("Trunk made {a} and {b}: which one is the viewer?"),
    }
}

#[cfg(test)]
mod tests {
    use super::{PARTS, ROOT, join_styles, mark_styles, write_boot, write_first, write_helper};

    #[test]
    fn the_parts_of_the_style_become_one_sheet_in_their_order() {
        let scratch = tempfile::tempdir().expect("a folder");
        let shell = scratch.path();
        let mut html = "<link href=\"/__root__/tokens-1.css\">\n".to_owned();
        for part in PARTS {
            std::fs::write(shell.join(format!("{part}-1a.css")), format!(".{part}{{}}")).expect("a sheet");
            html.push_str(&format!("<link rel=\"stylesheet\" href=\"{ROOT}{part}-1a.css\"/>\n"));
        }
        std::fs::write(shell.join("index.html"), html).expect("a page");

        join_styles(shell).expect("one sheet");

        let html = std::fs::read_to_string(shell.join("index.html")).expect("a page");
        assert_eq!(html.matches("<link").count(), 2, "{html}");
        let name = html.split("crossread-").nth(1).and_then(|rest| rest.split('"').next()).expect("its name");
        let sheet = std::fs::read_to_string(shell.join(format!("crossread-{name}"))).expect("the sheet");
        assert!(sheet.starts_with(".ground{}.shell{}") && sheet.ends_with(".paper{}"), "{sheet}");
        assert!(!shell.join("ground-1a.css").exists());
        assert!(join_styles(shell).is_err(), "a page without them");
    }

    #[test]
    fn sheets_and_page_are_of_one_build() {
        let scratch = tempfile::tempdir().expect("a folder");
        let shell = scratch.path();
        let page = shell.join("index.html");
        let made = |last: &str| {
            let html = "<link href=\"/__root__/a-1.css\"/><link href=\"/__root__/b-2.css\"/><p class=\"bare\">";
            std::fs::write(&page, html).expect("a page");
            std::fs::write(shell.join("a-1.css"), ":root { --styled: var(--styled-b); }").expect("a sheet");
            std::fs::write(shell.join("b-2.css"), last).expect("a sheet");
            mark_styles(shell)?;
            let html = std::fs::read_to_string(&page)?;
            let names: Vec<&str> = html.split(ROOT).skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let sheets: Vec<String> =
                names.iter().map(|name| std::fs::read_to_string(shell.join(name)).expect("a sheet")).collect();
            anyhow::Ok((html.split("data-style=\"").nth(1).expect("a mark")[..16].to_owned(), names.concat(), sheets))
        };
        let last = ":root { --styled-b: none; } .bare { display: var(--styled); }";
        let (mark, names, sheets) = made(last).expect("marked");
        assert_eq!(sheets[0], format!(":root {{ --styled-{mark}: var(--styled-{mark}-b); }}"));
        assert!(sheets[1].ends_with(&format!(".bare[data-style=\"{mark}\"] {{ display: var(--styled-{mark}); }}")));
        assert!(!shell.join("a-1.css").exists());
        // A change in one of them is another build of all.
        let (other, others, _) = made(&format!("{last} p {{}}")).expect("marked");
        assert!(other != mark && others[..names.len() / 2] != names[..names.len() / 2], "{others}");
        assert!(made("p {}").is_err(), "a style that hides nothing");
    }

    #[test]
    fn the_page_names_the_boot_script_and_the_script_the_rest() {
        let scratch = tempfile::tempdir().expect("a folder");
        let shell = scratch.path();
        let page = shell.join("index.html");
        const BOOT: &str = "// The viewer.\nimport('./VIEWER.js', 'SCRIPT'); fetch('./VIEWER_bg.wasm', 'PROGRAM');\n";
        let helpers = [("crossread-engine", "engine-2b.js".to_owned())];
        let start = r#"<head><script type="module" src="/__root__/boot.js"></script></head>"#;
        std::fs::write(&page, start).expect("a page");
        assert!(write_boot(shell, BOOT, &helpers).is_err(), "a shell without a viewer");
        std::fs::write(shell.join("crossread-viewer-1a.js"), "module").expect("a module");
        std::fs::write(shell.join("crossread-viewer-1a_bg.wasm"), "program").expect("a wasm");
        std::fs::write(shell.join("crossread-engine-2b_bg.wasm"), "").expect("another wasm");

        write_boot(shell, BOOT, &helpers).expect("a boot script");

        let html = std::fs::read_to_string(&page).expect("a page");
        let name = html.split("/__root__/").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
        assert!(name.starts_with("boot-") && name != "boot.js", "{name}");
        let script = std::fs::read_to_string(shell.join(name)).expect("the script that the page names");
        let digests = [&b"module"[..], b"program"].map(crate::digest::source);
        assert!(script.contains(&format!("'./crossread-viewer-1a.js', '{}'", digests[0])), "{script}");
        assert!(script.contains(&format!("'./crossread-viewer-1a_bg.wasm', '{}'", digests[1])), "{script}");
        let own = crate::digest::source(script.as_bytes());
        assert!(html.contains(&format!("{name}\" integrity=\"{own}\"></script>")), "{html}");
        assert!(html.contains(r#"<meta name="crossread-engine" content="/__root__/engine-2b.js">"#), "{html}");
        assert!(write_boot(shell, BOOT, &helpers).is_err(), "a page that does not load it");
    }

    #[test]
    fn the_page_and_its_style_name_faces_that_are_there() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for (file, least) in [("index.html", 2), ("style/faces.css", 9)] {
            let text = std::fs::read_to_string(root.join(file)).expect(file);
            let named = text.split("faces/").skip(1).filter_map(|rest| rest.split(['"', '\'']).next());
            let named: Vec<&str> = named.filter(|name| name.ends_with(".woff2")).collect();
            assert!(named.len() >= least, "{file}: {named:?}");
            for name in named {
                assert!(root.join("assets/faces").join(name).exists(), "{file} names {name}: run assets/make_faces.py");
            }
        }
    }

    #[test]
    fn the_first_script_stands_in_the_page_and_in_its_policy() {
        let scratch = tempfile::tempdir().expect("a folder");
        let page = scratch.path().join("index.html");
        std::fs::write(&page, "<head></head>").expect("a page");
        assert!(write_first(scratch.path(), "a();").is_err(), "a page without a place for it");
        std::fs::write(&page, "<meta content=\"script-src 'self' 'wasm-unsafe-eval'\"><!--first-->").expect("a page");

        write_first(scratch.path(), "// Says a.\n  a();\n\n  b();\n").expect("a first script");

        let html = std::fs::read_to_string(&page).expect("a page");
        assert!(html.ends_with("<script>a();\nb();\n</script>"), "{html}");
        let digest = crate::digest::source(b"a();\nb();\n");
        assert!(html.contains(&format!("script-src 'self' '{digest}' 'wasm-unsafe-eval'")), "{html}");
    }

    #[test]
    fn a_helper_starts_by_itself_and_is_named_after_what_is_in_it() {
        let scratch = tempfile::tempdir().expect("a folder");
        let shell = scratch.path();
        let script = shell.join("crossread-engine.js");
        std::fs::write(shell.join("crossread-engine_bg.wasm"), "wasm").expect("a wasm");
        std::fs::write(&script, "import('crossread-engine_bg.wasm')").expect("a script");
        assert!(write_helper(shell, "crossread-engine").is_err(), "a script that can't be started");
        std::fs::write(&script, "async function __wbg_init() { 'crossread-engine_bg.wasm' }").expect("a script");

        let name = write_helper(shell, "crossread-engine").expect("a helper");

        let script = std::fs::read_to_string(shell.join(&name)).expect("its script");
        let wasm = script.split('\'').nth(1).expect("the name of its wasm");
        assert!(wasm != "crossread-engine_bg.wasm" && shell.join(wasm).exists(), "{wasm}");
        assert!(script.contains("=> __wbg_init({ module_or_path: program || ownProgram() })"), "{script}");
        let held = format!("new URL('{wasm}', import.meta.url), {{ integrity: '{}' }}", crate::digest::source(b"wasm"));
        assert!(script.contains(&held), "{script}");
        assert!(!shell.join("crossread-engine.js").exists());
    }
}
