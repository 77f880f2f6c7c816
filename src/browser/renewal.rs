//! A page that is left open while its site is built anew: it is loaded again, once, and says so.

use std::cell::Cell;

use leptos::prelude::*;

use crate::page::Failure;
use crate::site::site;

/// Where the page is noted that is loaded again since files of its build are gone.
const RENEWED: &str = "crossread-renewed";

/// What such a page says.
pub(crate) const RENEWAL: &str = "This site was built anew while the page was open: this is the new one.";

thread_local! {
    /// Whether this page was loaded again already, without finding another build.
    static TRIED: Cell<bool> = const { Cell::new(false) };
}

fn session() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// A page that is left open across a new build finds the files of its own gone: it is loaded again, once. Whether it is.
pub(crate) fn renew(failure: &Failure) -> bool {
    let gone = matches!(failure, Failure::Status { status: 404 | 410, .. });
    // Without a note of it, it could be loaded again and again.
    let noted = || session().is_some_and(|session| session.set_item(RENEWED, &site().manifest.build).is_ok());
    gone && !TRIED.get() && noted() && window().location().reload().is_ok()
}

/// Whether the page was loaded again since the site was built anew: told once.
pub(crate) fn renewed() -> bool {
    let before = session().and_then(|session| {
        let build = session.get_item(RENEWED).ok().flatten()?;
        let _ = session.remove_item(RENEWED);
        Some(build)
    });
    TRIED.set(before.as_ref() == Some(&site().manifest.build));
    before.is_some() && !TRIED.get()
}
