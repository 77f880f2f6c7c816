//! `cargo xtask dist`: the command for this machine with the viewer in it, as an archive with its digest, for people who
//! don't build. The program that comes out is tried in an empty folder before the task ends.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use zip::write::SimpleFileOptions;

use crate::place::Place;
use crate::process::{cargo_in, run};
use crate::{digest, licences, shell};

/// What tells the command's compiler where the viewer is that it carries.
const PACK: &str = "CROSSREAD_SHELL_PACK";

/// The command's name on this system.
const PROGRAM: &str = if cfg!(windows) { "crossread.exe" } else { "crossread" };

/// Reports, invented, to try the program with.
const REPORTS: [(&str, &str); 2] = [
    (
        "lamp.txt",
        "+++\noutlet = \"Evening Lamp\"\npublished = \"2023-05-03\"\n+++\n\nThe mill at Ossery closed on 1 May 2023, the council said.\n",
    ),
    ("post.md", "# Ossery mill shut\n\nThe mill at Ossery closed on 1 May 2023, its owner Ida Brann said.\n"),
];

/// Makes `target/dist/crossread-<version>-<target>.zip` and its digest beside it.
pub(crate) fn make(place: &Place) -> Result<()> {
    shell::bring_up_to_date(place, shell::Extent::Whole)?;
    let folder = place.target.join("dist");
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let pack = folder.join("shell.pack");
    std::fs::write(&pack, packed(&place.shell())?).with_context(|| pack.display().to_string())?;
    eprintln!("Compiling the command with the viewer in it");
    let build = ["build", "--locked", "--profile", "native", "--package", "crossread-cli", "--features", "shell"];
    run(cargo_in(place, &build).env(PACK, &pack))?;

    let name = format!("crossread-{}-{}", env!("CARGO_PKG_VERSION"), target()?);
    let archive = folder.join(format!("{name}.zip"));
    let mut files = vec![(PROGRAM.to_owned(), read(&place.target.join("native").join(PROGRAM))?, true)];
    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.push((file.to_owned(), read(&place.root.join(file))?, false));
    }
    files.push(("licences.txt".to_owned(), licences::of_command(place)?.into_bytes(), false));
    files.push(("your-documents.md".to_owned(), read(&place.root.join("docs/your-documents.md"))?, false));
    let bytes = zipped(&name, &files)?;
    try_out(&name, &bytes)?;
    std::fs::write(&archive, &bytes).with_context(|| archive.display().to_string())?;
    let digest = format!("{}  {name}.zip\n", digest::sha256(&bytes));
    std::fs::write(folder.join(format!("{name}.zip.sha256")), &digest).context("the digest")?;
    println!("{}: {:.1} MB, tried in an empty folder", archive.display(), bytes.len() as f64 / 1e6);
    print!("{digest}");
    Ok(())
}

/// What the compiler calls this machine.
fn target() -> Result<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().context("rustc could not be run")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc -vV names no host")
}

/// A folder's files as the command takes them in: in the zlib format, their names and lengths as JSON after its length in
/// four bytes, the lowest first; then their bytes.
fn packed(folder: &Path) -> Result<Vec<u8>> {
    let mut files = Vec::new();
    list(folder, "", &mut files)?;
    files.sort();
    let names: Vec<(&str, usize)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect();
    let names = serde_json::to_vec(&names)?;
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&u32::try_from(names.len())?.to_le_bytes())?;
    encoder.write_all(&names)?;
    for (_, bytes) in &files {
        encoder.write_all(bytes)?;
    }
    Ok(encoder.finish()?)
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, read(&entry.path())?));
        }
    }
    Ok(())
}

/// A ZIP with one folder; the last of each file says whether it can be run.
fn zipped(folder: &str, files: &[(String, Vec<u8>, bool)]) -> Result<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes, runs) in files {
        let options = SimpleFileOptions::default().unix_permissions(if *runs { 0o755 } else { 0o644 });
        archive.start_file(format!("{folder}/{name}"), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Unpacks the archive into an empty folder, and runs what is in it as somebody does who has nothing else.
fn try_out(name: &str, archive: &[u8]) -> Result<()> {
    let scratch = tempfile::tempdir().context("an empty folder")?;
    zip::ZipArchive::new(std::io::Cursor::new(archive))?.extract(scratch.path()).context("unpacking the archive")?;
    let reports = scratch.path().join("reports");
    std::fs::create_dir(&reports).context("a folder of reports")?;
    for (file, text) in REPORTS {
        std::fs::write(reports.join(file), text).context(file)?;
    }
    let program = scratch.path().join(name).join(PROGRAM);
    let command = |arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.args(arguments).current_dir(scratch.path()).env_clear().env("CROSSREAD_CACHE", "");
        // Without it Windows opens no socket.
        if let Some(root) = std::env::var_os("SystemRoot") {
            command.env("SystemRoot", root);
        }
        command
    };
    run(&mut command(&["build", "reports", "--out", "site", "--single", "site.html"]))?;
    for file in ["site/index.html", "site/desk/index.html", "site.html"] {
        if !scratch.path().join(file).is_file() {
            bail!("the command of the release wrote no {file}");
        }
    }
    let mut serving = command(&["serve", "reports", "--port", "0"]).stdout(Stdio::piped()).spawn()?;
    let tried = try_server(&mut serving);
    serving.kill().ok();
    serving.wait().ok();
    tried
}

/// Asks what is served for the overview, the desk and the program of the desk.
fn try_server(serving: &mut Child) -> Result<()> {
    let mut line = String::new();
    let said = serving.stdout.take().context("what it says")?;
    BufReader::new(said).read_line(&mut line)?;
    let address = line.trim().strip_prefix("http://").and_then(|rest| rest.split('/').next()).map(str::to_owned);
    let host = address.with_context(|| format!("the command of the release tells no address: {line:?}"))?;
    let overview = get(&host, "/")?;
    let desk = get(&host, "/desk/")?;
    for (page, words) in [(&overview, "Ossery"), (&desk, "Read your own documents across")] {
        if !page.contains(words) {
            bail!("the command of the release serves a page without {words:?}");
        }
    }
    let program = desk.split("name=\"crossread-desk\" content=\"../").nth(1).and_then(|rest| rest.split('"').next());
    let program = get(&host, &format!("/{}", program.context("the desk names no program")?))?;
    if program.starts_with("HTTP/1.1 200") { Ok(()) } else { bail!("the release lacks the program of the desk") }
}

/// What is answered to a request, head and body.
fn get(host: &str, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn read(path: &(impl AsRef<OsStr> + ?Sized)) -> Result<Vec<u8>> {
    let path = PathBuf::from(path);
    std::fs::read(&path).with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_packed_in_the_order_of_its_names() {
        let scratch = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(scratch.path().join("faces")).expect("a folder");
        std::fs::write(scratch.path().join("index.html"), "<p>").expect("a file");
        std::fs::write(scratch.path().join("faces/a.woff2"), "face").expect("a file");
        let mut plain = Vec::new();
        let packed = packed(scratch.path()).expect("packed");
        flate2::read::ZlibDecoder::new(packed.as_slice()).read_to_end(&mut plain).expect("zlib");
        let names = br#"[["faces/a.woff2",4],["index.html",3]]"#;
        assert_eq!(plain, [&(names.len() as u32).to_le_bytes(), &names[..], b"face<p>"].concat());
    }

    #[test]
    fn what_can_be_run_stays_so_in_the_archive() {
        let files =
            [("crossread".to_owned(), b"program".to_vec(), true), ("LICENSE".to_owned(), b"terms".to_vec(), false)];
        let bytes = zipped("crossread-1", &files).expect("a ZIP");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP");
        let mut mode = |name: &str| archive.by_name(name).expect("a file").unix_mode().map(|mode| mode & 0o777);
        assert_eq!((mode("crossread-1/crossread"), mode("crossread-1/LICENSE")), (Some(0o755), Some(0o644)));
    }
}
