//! The walls within a crate: no two files import each other, directly or through others.
//!
//! A file leans on another where it names something that stands in it, in a `use` or by its path. What a file passes on
//! (`pub use`) is no leaning: the name is followed to where it stands. What a file takes of the one whose folder it lies in
//! is none either, for the two are one thing in parts. Tests within a file may lean on anything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

/// A module's path below its crate: `["times", "lexing"]`.
type Module = Vec<String>;

/// The names that a path is made of, as written.
type Names = Vec<String>;

/// What one file says.
#[derive(Default)]
struct File {
    /// The paths that it names outside of its tests.
    named: Vec<Names>,
    /// The names that it passes on, with the paths of what they stand for.
    passed: BTreeMap<String, Names>,
    /// The modules that it declares for tests alone.
    tests: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for File {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if for_tests(&item.attrs) {
            self.tests.insert(item.ident.to_string());
        } else {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut leaves = Vec::new();
        spread(&item.tree, &mut Vec::new(), &mut leaves);
        match item.vis {
            syn::Visibility::Inherited => self.named.extend(leaves.into_iter().map(|(_, names)| names)),
            _ => self.passed.extend(leaves),
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !for_tests(&item.attrs) {
            syn::visit::visit_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.named.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        in_tokens(call.tokens.clone(), &mut self.named);
        syn::visit::visit_macro(self, call);
    }

    /// `pub(in crate::times)` says who may look, and leans on nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}

/// Whether something is compiled for tests alone.
fn for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
    })
}

/// The leaves of a tree of imports: the name that each has here, and its whole path.
fn spread(tree: &syn::UseTree, above: &mut Names, leaves: &mut Vec<(String, Names)>) {
    match tree {
        syn::UseTree::Path(path) => {
            above.push(path.ident.to_string());
            spread(&path.tree, above, leaves);
            above.pop();
        }
        syn::UseTree::Name(name) if name.ident == "self" => {
            leaves.push((above.last().cloned().unwrap_or_default(), above.clone()));
        }
        syn::UseTree::Name(name) => {
            let mut names = above.clone();
            names.push(name.ident.to_string());
            leaves.push((name.ident.to_string(), names));
        }
        syn::UseTree::Rename(renamed) => {
            let mut names = above.clone();
            names.push(renamed.ident.to_string());
            leaves.push((renamed.rename.to_string(), names));
        }
        syn::UseTree::Glob(_) => leaves.push(("*".to_owned(), above.clone())),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| spread(tree, above, leaves)),
    }
}

/// The paths within what is given to a macro, which no grammar tells.
fn in_tokens(tokens: TokenStream, named: &mut Vec<Names>) {
    let mut path = Names::new();
    let mut joined = 0;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if path.is_empty() || joined == 2 => {
                path.push(ident.to_string());
                joined = 0;
            }
            TokenTree::Ident(ident) => {
                named.push(std::mem::replace(&mut path, vec![ident.to_string()]));
                joined = 0;
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => joined += 1,
            other => {
                named.push(std::mem::take(&mut path));
                joined = 0;
                if let TokenTree::Group(group) = other {
                    in_tokens(group.stream(), named);
                }
            }
        }
    }
    named.push(path);
}

/// The files of one crate.
struct Crate {
    files: BTreeMap<Module, File>,
}

impl Crate {
    /// Reads all files below a folder, but those that are for tests alone.
    fn read(source: &Path) -> Result<Self> {
        let mut paths = Vec::new();
        list(source, &mut paths)?;
        let mut files = BTreeMap::new();
        for path in paths {
            let text = std::fs::read_to_string(&path)?;
            let tree = syn::parse_file(&text).with_context(|| path.display().to_string())?;
            let mut file = File::default();
            file.visit_file(&tree);
            files.insert(module(path.strip_prefix(source)?), file);
        }
        let tests: Vec<Module> = files
            .iter()
            .flat_map(|(at, file)| file.tests.iter().map(|name| [at.as_slice(), std::slice::from_ref(name)].concat()))
            .collect();
        files.retain(|at, _| !tests.iter().any(|test| at.starts_with(test)));
        Ok(Self { files })
    }

    /// The path from the crate's root that names stand for in a module; `None` where they lead elsewhere.
    fn absolute(&self, at: &[String], names: &[String]) -> Option<Names> {
        let up = names.iter().take_while(|name| *name == "super").count();
        match names.first()?.as_str() {
            "crate" => Some(names[1..].to_vec()),
            "self" => Some([at, &names[1..]].concat()),
            "super" => Some([at.get(..at.len().checked_sub(up)?)?, &names[up..]].concat()),
            first => {
                let below = [at, &names[..1]].concat();
                let passed = self.files.get(at).is_some_and(|file| file.passed.contains_key(first));
                (names.len() > 1 && self.files.contains_key(&below) || passed).then(|| [at, names].concat())
            }
        }
    }

    /// The file in which something stands, by its path, through all that pass it on.
    fn home(&self, path: &[String], depth: usize) -> Option<Module> {
        let at = (0..=path.len()).rev().map(|end| &path[..end]).find(|at| self.files.contains_key(*at))?;
        let passed = path.get(at.len()).and_then(|name| self.files[at].passed.get(name)).filter(|_| depth < 8);
        match passed.and_then(|names| self.absolute(at, names)) {
            Some(further) => self.home(&[&further, &path[at.len() + 1..]].concat(), depth + 1),
            None => Some(at.to_vec()),
        }
    }

    /// The files that each file leans on.
    fn leanings(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        self.files
            .iter()
            .map(|(at, file)| {
                let named = file.named.iter().filter_map(|names| self.absolute(at, names));
                let homes = named.filter_map(|path| self.home(&path, 0));
                // A file and those in its own folder are one thing in parts: what these take of it is no circle.
                (at, homes.filter(|home| !at.starts_with(home)).collect())
            })
            .collect()
    }

    /// The files that lean on themselves through others, each with those of its circle that it leans on.
    fn circles(&self) -> Vec<String> {
        let leanings = self.leanings();
        let reached: BTreeMap<&Module, BTreeSet<&Module>> =
            leanings.keys().map(|&at| (at, reached(&leanings, at))).collect();
        let told = leanings.iter().filter_map(|(&at, homes)| {
            let circle: Vec<String> = homes
                .iter()
                .filter(|home| reached.get(home).is_some_and(|further| further.contains(at)))
                .map(|home| home.join("::"))
                .collect();
            (!circle.is_empty()).then(|| format!("{} leans on {}", at.join("::"), circle.join(", ")))
        });
        told.collect()
    }
}

/// All files that one leans on, directly or through others.
fn reached<'a>(leanings: &'a BTreeMap<&Module, BTreeSet<Module>>, from: &'a Module) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(at) = next.pop() {
        let homes = leanings.get(at).into_iter().flatten();
        next.extend(homes.filter(|home| reached.insert(*home)));
    }
    reached
}

/// The Rust files below a folder.
fn list(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, found)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// The module that a file is.
fn module(path: &Path) -> Module {
    let mut names: Module =
        path.with_extension("").components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    if names.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
        names.pop();
    }
    names
}

/// The crates in which files still lean on each other: what is put right here leaves the list, and nothing comes to it.
const TO_MEND: [&str; 1] = ["read"];

#[test]
fn no_two_files_import_each_other() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = vec![("viewer".to_owned(), root.join("src"))];
    for entry in std::fs::read_dir(root.join("crates"))? {
        let entry = entry?;
        sources.push((entry.file_name().to_string_lossy().into_owned(), entry.path().join("src")));
    }
    sources.sort();
    for (name, source) in sources {
        let circles = Crate::read(&source)?.circles();
        let told = circles.join("\n  ");
        if TO_MEND.contains(&name.as_str()) {
            assert!(!circles.is_empty(), "no file of {name} leans on one that leans on it: take it from the list");
        } else {
            assert!(
                circles.is_empty(),
                "files of {name} lean on each other; move what both need below them:\n  {told}"
            );
        }
    }
    Ok(())
}

/// Two files that lean on each other are found, whichever way they name each other, and through a third that passes on.
#[test]
fn a_circle_is_found() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text);
    std::fs::create_dir(folder.path().join("door"))?;
    write("lib.rs", "mod door; mod one; mod two;")?;
    write("door/mod.rs", "mod inner; pub(crate) use inner::Inner;")?;
    write("door/inner.rs", "pub(crate) struct Inner(crate::two::Two);")?;
    write("one.rs", "use crate::two::Two; #[cfg(test)] mod tests { use crate::door::Inner; }")?;
    write("two.rs", "pub(crate) struct Two; fn two() { assert!(crate::door::Inner::is()); }")?;
    let circles = Crate::read(folder.path())?.circles();
    assert_eq!(circles, ["door::inner leans on two", "two leans on door::inner"]);
    Ok(())
}
