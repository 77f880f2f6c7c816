//! Runs the command as a user does, and tells what came of it in a form that is the same on every machine.

use std::cell::Cell;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde::de::DeserializeOwned;
use serde_json::Value;

/// A folder for one test, and the command run in it.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    /// Whether builds keep what the next may take, in the folder `.cache`.
    keeps: Cell<bool>,
}

/// What a run of the command came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a place to write"), keeps: Cell::new(false) }
    }

    /// From now on builds keep what the next may take.
    pub(crate) fn keep(&self) {
        self.keeps.set(true);
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with the folders that it needs.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }

    /// Copies the files of a folder.
    pub(crate) fn copy(&self, from: &Path, to: &str) {
        for entry in fs::read_dir(from).expect("a folder").flatten() {
            let name = entry.file_name().into_string().expect("a name");
            self.file(&format!("{to}/{name}"), fs::read(entry.path()).expect("a file"));
        }
    }

    /// Runs `crossread` with this folder as its own.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Run {
        self.run_with(arguments, "")
    }

    /// Runs `crossread` with something on standard input.
    pub(crate) fn run_with<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>, input: &str) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
        command.args(arguments).current_dir(self.folder.path());
        command.env("CROSSREAD_CACHE", if self.keeps.get() { self.path(".cache") } else { PathBuf::new() });
        let input_file = self.path(".input");
        fs::write(&input_file, input).expect("a file");
        command.stdin(Stdio::from(fs::File::open(&input_file).expect("a file")));
        let Output { status, stdout, stderr } = command.output().expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Run { status: status.code().expect("no signal"), stdout: text(stdout), stderr: text(stderr) }
    }

    /// Builds a corpus into `out`, which must succeed.
    pub(crate) fn build(&self, corpus: &Path, out: &str) -> Bundle {
        let run = self.run([OsStr::new("build"), "--corpus".as_ref(), corpus.as_ref(), "--out".as_ref(), out.as_ref()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        Bundle { root: self.path(out) }
    }
}

impl Run {
    /// The run as a reader sees it, without the time it took.
    pub(crate) fn shown(&self) -> String {
        let stderr = self.stderr.lines().map(|line| match line.rsplit_once(", in ") {
            Some((said, time)) if time.ends_with(" s") => said.to_owned(),
            _ => line.to_owned(),
        });
        let stderr: Vec<String> = stderr.collect();
        format!("status {}\n{}{}", self.status, self.stdout, stderr.join("\n"))
    }
}

/// A folder that a build wrote.
pub(crate) struct Bundle {
    pub(crate) root: PathBuf,
}

impl Bundle {
    pub(crate) fn json(&self, path: &str) -> Value {
        let path = self.root.join(path);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The records in a file of `data/`, below the folder that the manifest names.
    pub(crate) fn records<T: DeserializeOwned>(&self, name: &str) -> T {
        let manifest = self.json("data/manifest.json");
        let path = self.root.join("data").join(manifest["build"].as_str().expect("a build")).join(name);
        let sealed = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let build = manifest["build"].as_str().expect("a build");
        let plain = model::sealed::open(&sealed, build, name).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        model::coding::decode(&plain).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// All files with their bytes, by path.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    let path = entry.path();
                    let name = path.strip_prefix(&self.root).expect("below the root").to_string_lossy().into_owned();
                    files.push((name, fs::read(&path).expect("a file")));
                }
            }
        }
        files.sort();
        files
    }

    /// The documents, claims and events in a form that can be read, and compared with what it was.
    pub(crate) fn digest(&self) -> String {
        let mut lines = vec!["documents".to_owned()];
        for row in rows(&self.json("export/documents.json")["documents"]) {
            let roles: Vec<&str> = rows(&row["passages"]).iter().map(|p| p["role"].as_str().expect("a role")).collect();
            lines.push(format!(
                "  {} | {} | {} | {} ({}) | {}",
                text(&row["id"]),
                text(&row["title"]),
                text(&row["outlet"]),
                text(&row["published"]),
                text(&row["published_known"]),
                roles.join(" ")
            ));
        }
        lines.push("\nclaims".to_owned());
        for claim in rows(&self.json("export/claims.json")["claims"]) {
            claim_lines(claim, &mut lines);
        }
        lines.push("\ntimeline".to_owned());
        for event in rows(&self.json("export/timeline.json")["events"]) {
            let expected = if event["expected"] == true { "expected " } else { "" };
            lines.push(format!(
                "  {} {expected}| {} | {}",
                text(&event["when"]),
                text(&event["lane"]),
                text(&event["label"])
            ));
        }
        lines.push("\nquotes".to_owned());
        for quote in rows(&self.json("export/quotes.json")["quotes"]) {
            lines.push(format!(
                "  {} in {}: {}",
                text(&quote["speaker"]),
                text(&quote["document"]),
                text(&quote["text"])
            ));
        }
        lines.join("\n")
    }
}

fn claim_lines(claim: &Value, lines: &mut Vec<String>) {
    let open = if claim["open"] == true { ", open" } else { "" };
    lines.push(format!("  {} [{}{open}]", text(&claim["title"]), text(&claim["standing"])));
    for statement in rows(&claim["statements"]) {
        let holders: Vec<&str> = rows(&statement["holders"]).iter().map(|h| text(&h["name"])).collect();
        let words = text(&statement["text"]).split_whitespace().collect::<Vec<_>>().join(" ");
        let time = statement["time"].as_str().map(|time| format!(" @{time}")).unwrap_or_default();
        let (document, commitment) = (text(&statement["document"]), text(&statement["commitment"]));
        lines.push(format!("    {document} {commitment}{time} ({}): {words}", holders.join(" > ")));
    }
    for found in rows(&claim["discrepancies"]) {
        let values: Vec<&str> = rows(&found["values"]).iter().map(|value| text(&value["value"])).collect();
        lines.push(format!("    differ on {}: {}", text(&found["kind"]), values.join(" / ")));
    }
    if let Some(expectation) = claim["expectation"].as_object() {
        lines.push(format!("    due {}: {}", text(&expectation["due"]), text(&expectation["outcome"])));
    }
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("-")
}

/// A folder of `tests/fixtures`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name)
}

/// The corpus that ships.
pub(crate) fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}
