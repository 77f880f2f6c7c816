use std::collections::BTreeMap;

/// What addresses in the shell begin with; each page has the way to the site's root in its place.
const ROOT: &str = "/__root__/";

/// Where a page's title and description go.
const HEAD: &str = "<!--head-->";

/// Where a page's content goes.
const PAGE: &str = "<!--page-->";

/// The file of the shell that is the page.
const INDEX: &str = "index.html";

/// Files that are no shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoShell {
    /// They have no page.
    #[error("holds no index.html")]
    NoPage,
    /// The page is no text.
    #[error("is not UTF-8")]
    NoText,
    /// The page has no place for what a page says.
    #[error("is no shell of the viewer: it has no {0}")]
    NoPlace(&'static str),
}

/// The viewer as Trunk built it: a page to fill, and the files that it loads.
pub struct Shell {
    html: String,
    /// The page around what a page says: before its head, between that and its content, and behind; each in pieces, between which
    /// the way to the site's root goes.
    around: [Vec<String>; 3],
    files: BTreeMap<String, Vec<u8>>,
}

impl Shell {
    /// A shell of its files, by their paths in it with `/` between their parts.
    ///
    /// # Errors
    /// There is no `index.html`, or it has no place for what a page says.
    pub fn new(mut files: BTreeMap<String, Vec<u8>>) -> Result<Self, NoShell> {
        let page = files.remove(INDEX).ok_or(NoShell::NoPage)?;
        let html = String::from_utf8(page).map_err(|_| NoShell::NoText)?;
        match [HEAD, PAGE].into_iter().find(|place| !html.contains(place)) {
            Some(missing) => Err(NoShell::NoPlace(missing)),
            None => {
                let (before, rest) = html.split_once(HEAD).unwrap_or((&html, ""));
                let (between, after) = rest.split_once(PAGE).unwrap_or((rest, ""));
                let pieces = |part: &str| part.split(ROOT).map(str::to_owned).collect();
                let around = [before, between, after].map(pieces);
                Ok(Self { html, around, files })
            }
        }
    }

    /// The shell's page, as it is.
    pub(super) fn unfilled(&self) -> &str {
        &self.html
    }

    /// The files that the pages load.
    pub(crate) fn loaded(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The files of the viewer or of a helper of it, by what their names begin with.
    pub(super) fn files(&self, name: &str) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(move |file| file.starts_with(name))
    }

    /// The shell's page, filled; `root` is the way from the page to the site's root, with a slash at its end.
    pub(crate) fn fill(&self, root: &str, head: &str, page: &str) -> String {
        // What a page says may hold anything, so it is not searched.
        let [before, between, after] = self.around.each_ref().map(|pieces| pieces.join(root));
        [&before, head, &between, page, &after].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(page: &str) -> Result<Shell, NoShell> {
        Shell::new(BTreeMap::from([(INDEX.to_owned(), page.as_bytes().to_vec())]))
    }

    #[test]
    fn a_page_is_filled_and_what_it_says_is_not_searched() {
        let shell = shell("<a href=\"/__root__/a.css\"><!--head--><body><!--page--></body>").expect("a shell");
        let page = shell.fill("../", "<title><!--page--></title>", "/__root__/");
        assert_eq!(page, "<a href=\"../a.css\"><title><!--page--></title><body>/__root__/</body>");
    }

    #[test]
    fn what_is_no_shell_is_told() {
        assert_eq!(Shell::new(BTreeMap::new()).err(), Some(NoShell::NoPage));
        assert_eq!(shell("<!--head-->").err(), Some(NoShell::NoPlace(PAGE)));
    }
}
