//! `crossread serve`: the site of a corpus on this machine, built anew when a report changes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use host::Site;

use crate::arguments::{Build, Serve};
use crate::build;
use crate::cache;
use crate::failure::Failure;

/// How often the reports are looked at: it costs little, and works on every file system.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Builds and serves, for as long as the program runs.
///
/// # Errors
/// The first build fails, or there is no port.
pub(crate) fn run(arguments: &Serve) -> Result<(), Vec<Failure>> {
    let corpus = arguments.reports.path();
    let place = Place::of(corpus)?;
    let order = Build {
        reports: arguments.reports.clone(),
        out: Some(place.folder.clone()),
        single: None,
        strict: false,
        shell: arguments.shell.clone(),
        no_cache: false,
        url: None,
        served: true,
    };
    let mut built = look(corpus);
    build::run(&order)?;
    let site = Site { folder: place.folder.clone(), base: String::new() };
    let address = host::listen(&site, arguments.port)
        .map_err(|error| Failure::new(format!("the site can't be served: {error}"), "name another port with --port"))?;
    println!("{address}");
    // Whoever reads it through a pipe need not wait.
    let _ = std::io::stdout().flush();
    eprintln!("Open the address in a browser. It is there for this machine alone, until Ctrl-C ends it.");
    loop {
        std::thread::sleep(LOOK_EVERY);
        let now = look(corpus);
        if now == built {
            continue;
        }
        // Whoever saves may still be writing: wait until two looks agree.
        std::thread::sleep(LOOK_EVERY / 2);
        if look(corpus) != now {
            continue;
        }
        built = now;
        match build::run(&order) {
            Ok(()) => eprintln!("Built anew: reload {address}"),
            Err(failures) => {
                for failure in failures {
                    eprintln!("crossread: {failure}");
                }
                eprintln!("The last good site stays until this is mended.");
            }
        }
    }
}

/// Where the site lies while it is served: always the same folder for a corpus, so that the next time replaces it.
struct Place {
    folder: PathBuf,
}

impl Place {
    fn of(corpus: &Path) -> Result<Self, Failure> {
        let whole = corpus.canonicalize().map_err(|error| Failure::io(corpus, "read the corpus", &error))?;
        let name = blake3::hash(whole.as_os_str().as_encoded_bytes()).to_hex();
        let sites = cache::folder().unwrap_or_else(|| std::env::temp_dir().join("crossread")).join("sites");
        std::fs::create_dir_all(&sites).map_err(|error| Failure::io(&sites, "make the folder of the site", &error))?;
        Ok(Self { folder: sites.join(&name[..16]) })
    }
}

/// What tells that a file has changed.
type Look = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// All files of the corpus, and what lies beside one that is a file.
fn look(corpus: &Path) -> Look {
    let mut seen = Vec::new();
    let mut folders = Vec::new();
    let mut take = |path: PathBuf, folders: &mut Vec<PathBuf>| {
        // What is gone again by now will be missed at the next look.
        let Ok(meta) = path.symlink_metadata() else { return };
        if meta.is_dir() { folders.push(path) } else { seen.push((path, meta.len(), meta.modified().ok())) }
    };
    take(corpus.to_owned(), &mut folders);
    if corpus.is_file() {
        for beside in ["corpus.toml", "review.toml"] {
            take(corpus.with_file_name(beside), &mut folders);
        }
    }
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            take(entry.path(), &mut folders);
        }
    }
    seen.sort();
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_sees_what_is_changed_added_and_gone() {
        let place = tempfile::tempdir().expect("a folder");
        let file = |name: &str, text: &str| std::fs::write(place.path().join(name), text).expect("a file");
        file("a.txt", "A dam.");
        std::fs::create_dir(place.path().join("more")).expect("a folder");
        let first = look(place.path());
        assert_eq!(first, look(place.path()));
        file("more/b.txt", "A dam.");
        let second = look(place.path());
        assert_ne!(first, second);
        file("a.txt", "A dam broke.");
        assert_ne!(second, look(place.path()));
        file("review.toml", "");
        assert_eq!(look(&place.path().join("a.txt")).len(), 2, "the decisions beside a file");
        assert!(look(&place.path().join("missing")).is_empty());
    }
}
