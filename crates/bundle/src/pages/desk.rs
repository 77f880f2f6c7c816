//! The desk (`/desk/`): a page of its own, whose script reads and keeps, and shows what is kept by the viewer.

use super::Shell;
use crate::escape::escape;

/// What the names of the desk's own files begin with.
const SCRIPT: &str = "desk-";

/// The page, where the shell has a desk.
pub(super) fn page(shell: &Shell, title: &str) -> Option<String> {
    let file = |ends: &'static str| shell.files(SCRIPT).find(move |name| name.ends_with(ends));
    let (script, style) = (file(".js")?, file(".css")?);
    let head = format!(
        "<meta name=\"crossread-root\" content=\"../\">\n<title>Your own documents · Crossread</title>\n\
         <meta name=\"description\" content=\"Read reports of your own across, on this device, sent nowhere.\">\n\
         <link rel=\"stylesheet\" href=\"../{style}\">\n",
    );
    let html = shell.fill("../", &head, &BODY.replace("{title}", &escape(title)));
    // The viewer is started by the desk's script, when there is something to show.
    let (before, rest) = html.split_once("<script type=\"module\" src=\"../")?;
    // The digest beside the address is that of the script which it names.
    let (_, after) = rest.split_once('>')?;
    Some(format!("{before}<script type=\"module\" src=\"../{script}\">{after}"))
}

/// The files that a site is made from, as JSON: the viewer's, its helpers', the desk's.
pub(super) fn list(shell: &Shell) -> Vec<u8> {
    let names: Vec<&str> = shell.files("").collect();
    // Names always have JSON.
    serde_json::to_vec(&names).unwrap_or_default()
}

const BODY: &str = r##"<a class="skip" href="#main">Skip to content</a>
<header class="mast"><div class="page"><a class="mast-name" href="../"><svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><circle cx="4.5" cy="6.5" r="3.5" fill="currentColor"></circle><circle cx="15.5" cy="6.5" r="2.75" fill="none" stroke="currentColor" stroke-width="1.5"></circle><path d="M4.5 12.5v4h11v-4" fill="none" stroke="var(--accent)" stroke-width="1.75"></path></svg>Crossread</a><span class="mast-corpus">Your own documents, beside “{title}”</span></div></header>
<main id="main" class="page desk"><div id="desk">
<h1 tabindex="-1">Read your own documents across</h1>
<p class="desk-dead">Reading documents of your own takes the program of this site, which does not run here.</p>
<p class="deck">Drop reports on one subject here. They are read in this page, on this device, and sent nowhere; what comes of it is kept in this browser until you delete it. <span class="desk-offline">This page opens without a network from now on.</span></p>
<section class="section" id="kept" aria-labelledby="kept-h" hidden><h2 id="kept-h">On this device</h2><ul></ul></section>
<section class="section" aria-labelledby="in-h"><h2 id="in-h">Bring reports</h2>
<div class="desk-in" id="in">
<p><span>Drop files, folders or a ZIP anywhere on this page, or</span> <button type="button" class="textbtn" id="choose">choose files</button> <button type="button" class="textbtn" id="choose-folder">choose a folder</button> <button type="button" class="textbtn" id="try">try an example</button></p>
<input type="file" id="files" multiple hidden><input type="file" id="folder" webkitdirectory hidden>
<div><label for="text">Or paste a report, or a part of a web page</label><textarea id="text"></textarea> <button type="button" class="textbtn" id="add">Add it</button></div>
<p class="quiet">Text, Markdown, web pages, Word, OpenDocument, RTF, EPUB, mail and mailboxes, feeds, tables, PDF, spreadsheets, exports of Nexis, Factiva and Europresse, formats of agencies, ZIP.</p>
</div>
<p class="desk-review"><span>Or set right what the machine got wrong in “{title}”: its documents are taken to this device, and your decisions can be saved for whoever builds it.</span> <button type="button" class="textbtn" id="review">Review this corpus</button></p>
</section>
<p class="desk-stage" id="stage" role="status"></p> <button type="button" class="textbtn" id="cancel" hidden>Cancel</button>
<section class="section" id="list" aria-labelledby="list-h" hidden><h2 id="list-h" tabindex="-1">What was found</h2>
<div class="desk-title"><label for="title">What to call them</label><input id="title" placeholder="My documents"></div>
<p class="desk-acts"><button type="button" class="textbtn main" id="across">Read them across</button> <button type="button" class="textbtn" id="clear">Clear the desk</button></p>
<div class="scroll-x" tabindex="0" role="region" aria-label="Reports"><table class="docs"><thead><tr><th scope="col">From</th><th scope="col">Title</th><th scope="col">Outlet</th><th scope="col">Day</th><th scope="col"><span class="vh">Take out</span></th></tr></thead><tbody></tbody></table></div>
<p class="quiet" id="rest"></p>
<div id="told-h" hidden><h3>Not read, or not all of it</h3><ul class="desk-told" id="told"></ul></div>
</section>
</div></main>
"##;
