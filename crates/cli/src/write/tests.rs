use super::*;
use owned::{LIST, MANIFEST};

const BUILD: &str = "0123456789abcdef";

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A site of one page that says `text`.
fn staged(out: &Path, text: &str) -> Staging {
    let staging = Staging::begin(out).expect("it may begin");
    let manifest = format!("{{\"format\": 3, \"build\": \"{BUILD}\", \"text\": \"{text}\"}}");
    staging.file(MANIFEST, manifest.as_bytes()).expect("it may write");
    staging.file(&format!("data/{BUILD}/x.bin"), b"").expect("it may write");
    staging.file("about/index.html", text.as_bytes()).expect("it may write");
    staging
}

fn built(out: &Path, text: &str) {
    staged(out, text).commit(BUILD).expect("it may be put in place");
    assert_eq!(read(&out.join("about/index.html")), text);
}

#[test]
fn the_old_folder_stays_until_the_new_one_is_whole() {
    let place = tempfile::tempdir().expect("a place to write");
    let out = place.path().join("dist");
    for text in ["first", "second"] {
        let staging = staged(&out, text);
        assert_ne!(read(&out.join("about/index.html")), text);
        staging.commit(BUILD).expect("it may be put in place");
        assert_eq!(read(&out.join("about/index.html")), text);
    }
    drop(staged(&out, "third"));
    assert_eq!(read(&out.join("about/index.html")), "second");
    assert_eq!(names(place.path()), ["dist"], "nothing is left beside it");
}

#[test]
fn a_site_of_many_files_is_put_in_place_whole() {
    let place = tempfile::tempdir().expect("a place to write");
    let out = place.path().join("dist");
    let staging = staged(&out, "many");
    for file in 0..2 * MANY {
        staging.file(&format!("people/{file}/index.html"), file.to_string().as_bytes()).expect("it may write");
    }
    staging.commit(BUILD).expect("it may be put in place");
    assert_eq!(names(&out.join("people")).len(), 2 * MANY);
    assert_eq!(read(&out.join("people/77/index.html")), "77");
    assert_eq!(names(place.path()), ["dist"], "nothing is left beside it");
}

#[test]
fn what_a_user_put_beside_the_site_stays() {
    let place = tempfile::tempdir().expect("a place to write");
    let out = place.path().join("dist");
    built(&out, "first");
    for (file, text) in [("CNAME", "example.org"), (".git/config", "[core]"), ("about/photo.jpg", "jpg")] {
        fs::create_dir_all(out.join(file).parent().expect("a folder")).expect("folders");
        fs::write(out.join(file), text).expect("a file");
    }
    let staging = staged(&out, "second");
    assert_eq!(staging.others(), [".git", "CNAME", "about/photo.jpg"].map(PathBuf::from));
    staging.commit(BUILD).expect("it may be put in place");
    assert_eq!(read(&out.join("about/index.html")), "second");
    assert_eq!(read(&out.join("CNAME")), "example.org");
    assert_eq!(read(&out.join(".git/config")), "[core]");
    assert_eq!(read(&out.join("about/photo.jpg")), "jpg");
    assert_eq!(names(place.path()), ["dist"]);
}

#[test]
fn a_file_in_the_way_stops_the_build() {
    let place = tempfile::tempdir().expect("a place to write");
    let out = place.path().join("dist");
    built(&out, "first");
    fs::write(out.join("people"), "a list of mine").expect("a file");
    let staging = staged(&out, "second");
    staging.file("people/index.html", b"people").expect("it may write");
    let failure = staging.commit(BUILD).expect_err("in the way").to_string();
    assert!(failure.contains("people: is no build's, and this build writes a file here"), "{failure}");
    assert_eq!(read(&out.join("about/index.html")), "first");
    assert_eq!(read(&out.join("people")), "a list of mine");
}

#[test]
fn a_manifest_of_somebody_elses_makes_no_site() {
    let place = tempfile::tempdir().expect("a place to write");
    let out = place.path().join("thesis");
    fs::create_dir_all(out.join("data/0123456789abcdef")).expect("folders");
    fs::write(out.join("thesis.tex"), "ten years").expect("a file");
    for manifest in [
        "{}",
        "[1]",
        "{\"format\": 1, \"build\": \"0123456789abcdef\"}",
        "{\"format\": 3, \"build\": \"0123456789abcdef\"}",
    ] {
        fs::write(out.join(MANIFEST), manifest).expect("a file");
        let failure = Staging::begin(&out).err().expect("refused").to_string();
        assert!(failure.contains("holds files that no build wrote"), "{failure}");
        assert_eq!(read(&out.join("thesis.tex")), "ten years");
    }
}

#[test]
fn the_first_build_of_this_version_replaces_that_of_an_earlier_one() {
    let place = tempfile::tempdir().expect("a place to write");
    let out = place.path().join("dist");
    built(&out, "first");
    fs::remove_file(out.join(LIST)).expect("it was there");
    fs::write(out.join(MANIFEST), format!("{{\"format\": 2, \"build\": \"{BUILD}\"}}")).expect("a file");
    built(&out, "second");
}

#[test]
fn a_crash_between_the_two_renames_is_put_right() {
    let place = tempfile::tempdir().expect("a place to write");
    let (out, work) = (place.path().join("dist"), place.path().join(".dist.crossread"));
    built(&out, "first");
    fs::write(out.join("CNAME"), "example.org").expect("a file");
    fs::create_dir_all(work.join("new/half")).expect("the new one");
    fs::rename(&out, work.join("old")).expect("the old one, moved away");
    drop(Staging::begin(&out).expect("it may begin"));
    assert_eq!(read(&out.join("about/index.html")), "first");
    assert_eq!(read(&out.join("CNAME")), "example.org");
    assert!(!work.exists());
}

#[test]
fn a_crash_behind_the_change_loses_nothing_of_a_users() {
    for leftover in ["new", "old"] {
        let place = tempfile::tempdir().expect("a place to write");
        let (out, work) = (place.path().join("dist"), place.path().join(".dist.crossread"));
        built(&out, "first");
        fs::write(out.join("CNAME"), "example.org").expect("a file");
        fs::create_dir_all(&work).expect("the working folder");
        fs::rename(&out, work.join(leftover)).expect("the old one, moved away");
        fs::create_dir_all(out.join("about")).expect("the new one");
        fs::write(out.join("about/index.html"), "second").expect("the new one");
        change::recover(&Place::find(&out).expect("a place")).expect("put right");
        assert_eq!(read(&out.join("about/index.html")), "second");
        assert_eq!(read(&out.join("CNAME")), "example.org");
    }
}

/// A folder that must not be moved, as a mounted one is.
fn staying(out: &Path) -> Place {
    let work = out.join(place::INSIDE);
    fs::create_dir_all(&work).expect("the working folder");
    Place { named: out.to_owned(), target: out.to_owned(), work, stays: true }
}

#[test]
fn a_folder_that_stays_is_changed_file_by_file_and_put_back_from_every_half() {
    let mut last = 0;
    for stop in 0.. {
        let place = tempfile::tempdir().expect("a place to write");
        let out = place.path().join("dist");
        built(&out, "first");
        fs::write(out.join("CNAME"), "example.org").expect("a file");
        let before = owned::files(&out, &out).expect("a site");
        let staging = Staging {
            place: staying(&out),
            lock: None,
            own: before.clone(),
            others: Vec::new(),
            written: Mutex::default(),
        };
        staging.file("about/index.html", b"second").expect("it may write");
        staging.file("people/index.html", b"new").expect("it may write");
        let after: BTreeSet<String> = staging.written().keys().cloned().collect();
        // The steps of the change, of which the first `stop` are done.
        let steps: Vec<(PathBuf, PathBuf)> = before
            .iter()
            .map(|name| (out.join(name), staging.place.old().join(name)))
            .chain(after.iter().map(|name| (staging.new_folder().join(name), out.join(name))))
            .collect();
        let journal: Vec<&str> = after.iter().map(String::as_str).collect();
        fs::write(staging.place.work.join("journal"), journal.join("\n")).expect("a journal");
        for (from, to) in steps.iter().take(stop) {
            fs::create_dir_all(to.parent().expect("a folder")).expect("folders");
            fs::rename(from, to).expect("moved");
        }
        change::recover(&staging.place).expect("put back");
        assert_eq!(read(&out.join("about/index.html")), "first", "after {stop} steps");
        assert_eq!(read(&out.join("CNAME")), "example.org");
        assert!(before.iter().all(|name| out.join(name).exists()), "after {stop} steps");
        assert!(!out.join("people/index.html").exists());
        last = steps.len();
        if stop == steps.len() {
            break;
        }
    }
    assert!(last >= 6);
}

#[test]
fn a_folder_that_stays_is_the_same_folder_afterwards() {
    let place = tempfile::tempdir().expect("a place to write");
    let out = place.path().join("dist");
    built(&out, "first");
    fs::write(out.join("CNAME"), "example.org").expect("a file");
    staying(&out);
    fs::write(out.join(place::INSIDE).join("lock"), "").expect("a lock");
    let staging = staged(&out, "second");
    assert!(staging.place.stays);
    staging.commit(BUILD).expect("it may be put in place");
    assert_eq!(read(&out.join("about/index.html")), "second");
    assert_eq!(names(&out), ["CNAME", "about", "data"]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_folder_keeps_its_mode() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = tempfile::tempdir().expect("a place to write");
    let (real, link) = (place.path().join("real"), place.path().join("dist"));
    fs::create_dir(&real).expect("a folder");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o2770)).expect("a mode");
    symlink("real", &link).expect("a link");
    built(&link, "first");
    built(&link, "second");
    assert!(link.symlink_metadata().expect("there").file_type().is_symlink());
    assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o7777, 0o2770);
    assert_eq!(names(place.path()), ["dist", "real"]);
}

#[test]
fn two_builds_do_not_write_at_once() {
    let place = tempfile::tempdir().expect("a place to write");
    let out = place.path().join("dist");
    let _first = Staging::begin(&out).expect("it may begin");
    let failure = Staging::begin(&out).err().expect("refused").to_string();
    assert!(failure.contains("another build is writing here"), "{failure}");
}
