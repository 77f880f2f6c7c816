//! Which files of a folder hold no reports of their own.

/// What no one put there for its words: hidden files, what systems leave behind, the corpus's own files.
pub fn is_passed_over(path: &str) -> bool {
    let mut parts = path.split('/');
    let name = parts.next_back().unwrap_or_default();
    let lower = name.to_lowercase();
    parts.any(|folder| folder.starts_with('.') || folder == "__MACOSX")
        || name.starts_with('.')
        || name.starts_with("~$")
        || matches!(lower.as_str(), "corpus.toml" | "review.toml" | "thumbs.db" | "desktop.ini")
        || lower.starts_with("readme.")
}

/// Whether a file is a part of a saved page: it lies in the folder `page_files` beside `page.html`, as browsers name it.
/// `paths` are all paths.
pub fn is_part<S: AsRef<str>>(path: &str, paths: &[S]) -> bool {
    let Some((folder, _)) = path.rsplit_once('/') else { return false };
    let mut at = Some(folder);
    while let Some(folder) = at {
        let stem = FOLDERS.iter().find_map(|ending| folder.strip_suffix(ending));
        if let Some(stem) = stem.filter(|stem| !stem.is_empty()) {
            let page = |path: &str| {
                path.strip_prefix(stem)
                    .is_some_and(|rest| matches!(rest.to_lowercase().as_str(), ".html" | ".htm" | ".xhtml"))
            };
            if paths.iter().any(|other| page(other.as_ref())) {
                return true;
            }
        }
        at = folder.rsplit_once('/').map(|(up, _)| up);
    }
    false
}

/// How browsers name the folder of a saved page, in their languages.
const FOLDERS: [&str; 14] = [
    "_files",
    "-files",
    ".files",
    "_Dateien",
    "-Dateien",
    "_fichiers",
    "_archivos",
    "_file",
    "_bestanden",
    "_arquivos",
    "_pliki",
    "_soubory",
    "_filer",
    "_data",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_saved_pages() {
        let paths = ["a/Pier.html", "a/Pier_files/x.css", "a/Pier_files/deep/frame.html", "b_files/y.html"];
        let part: Vec<bool> = paths.iter().map(|path| is_part(path, &paths)).collect();
        assert_eq!(part, [false, true, true, false]);
        assert!(is_passed_over("a/.git/x.txt") && is_passed_over("README.md") && !is_passed_over("a/report.txt"));
    }
}
