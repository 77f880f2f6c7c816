//! `crossread serve`: the site on this machine, built anew when a report changes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::{Place, fixture};

/// A server that ends with the test.
struct Serving {
    process: Child,
    host: String,
}

impl Serving {
    fn start(place: &Place, reports: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
        command.args(["serve", reports, "--port", "0", "--shell"]).arg(fixture("shell"));
        command.current_dir(place.path("")).env("CROSSREAD_CACHE", place.path(".cache"));
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("a pipe")).read_line(&mut line).expect("an address");
        let host = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/')).expect("an address");
        assert!(host.starts_with("127.0.0.1:"), "{line}");
        Self { host: host.to_owned(), process }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("it answers");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host).expect("asked");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks until the page says so. On a busy machine a build of this profile takes more than a minute: what ends after five
    /// hangs.
    fn says(&self, path: &str, words: &str) -> bool {
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(300) {
            if self.get(path).contains(words) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        false
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[test]
fn what_is_served_follows_the_reports() {
    let place = Place::new();
    place
        .file("reports/lamp.txt", "+++\ntitle = \"The weir holds\"\n+++\n\nThe weir at Halm holds, the warden said.\n");
    let serving = Serving::start(&place, "reports");
    let overview = serving.get("/");
    assert!(overview.starts_with("HTTP/1.1 200") && overview.contains("The weir holds"), "{overview}");
    assert!(serving.get("/desk/").contains("Read your own documents across"));
    assert!(serving.get("/nowhere/").starts_with("HTTP/1.1 404"));

    place.file(
        "reports/post.txt",
        "+++\ntitle = \"The weir breaks\"\n+++\n\nThe weir at Halm broke, the warden said.\n",
    );
    assert!(serving.says("/", "The weir breaks"), "built anew");
    place.file("reports/corpus.toml", "titel = \"Weirs\"\n");
    std::thread::sleep(Duration::from_millis(1500));
    assert!(serving.get("/").contains("The weir breaks"), "the last good site stays");
    place.file("reports/corpus.toml", "title = \"Weirs of Halm\"\n");
    assert!(serving.says("/", "Weirs of Halm"), "and is built anew once it is mended");
}

#[test]
fn what_can_t_be_served_is_told() {
    let place = Place::new();
    let shell = fixture("shell");
    let run = place.run(["serve".as_ref(), "missing".as_ref(), "--shell".as_ref(), shell.as_os_str()]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.starts_with("crossread: missing: cannot read the corpus"), "{}", run.stderr);
    assert_eq!(place.run(["serve", "a", "--corpus", "b", "--shell", "c"]).status, 2, "two corpora");
}
