//! Hostile and odd files and folders: each is read or refused in a word, none costs the others, and nothing
//! in a folder is passed by in silence.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::path::Path;
use std::process::{Command as Process, Output};

use chancery::app::{Command, Level, Offer};
use chancery::import::{ImportError, import};
use chancery::lexicon::Lexicon;
use common::{ARTICLE, app, app_with, file, notices};
use tempfile::tempdir;

fn chancery(arguments: &[&str], folder: &Path) -> Output {
    Process::new(assert_cmd::cargo::cargo_bin("chancery"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn lines(bytes: &[u8]) -> Vec<&str> {
    std::str::from_utf8(bytes).unwrap().lines().collect()
}

const PROSE: &str = "The Foreign Minister of Malta met her counterpart in Valletta on Friday, and they agreed to \
                     reopen the harbour line by June.";

fn page(body: &str) -> String {
    format!("<!doctype html><html><body><article><h1>Talks</h1><p>{PROSE}</p>{body}<p>{PROSE}</p></article>")
}

/// Elements that parsers treat each in its own way.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "a", "abbr", "address", "applet", "article", "b", "blockquote", "body", "button", "caption", "center", "code",
    "col", "colgroup", "dd", "details", "dialog", "div", "dl", "dt", "em", "fieldset", "figure", "font", "form",
    "frameset", "h1", "head", "html", "i", "iframe", "input", "label", "legend", "li", "main", "marquee", "math",
    "menu", "nobr", "noscript", "object", "ol", "optgroup", "option", "p", "plaintext", "pre", "q", "rb", "rp", "rt",
    "rtc", "ruby", "s", "section", "select", "small", "span", "strong", "summary", "svg", "table", "tbody", "td",
    "template", "textarea", "tfoot", "th", "thead", "title", "tr", "tt", "u", "ul", "x-y", "xmp",
];

/// Runs on a stack of a quarter of what the threads have that read files.
fn on_a_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::Builder::new().stack_size(512 * 1024).spawn(work).unwrap().join().unwrap()
}

#[test]
fn no_page_is_too_deep_for_the_thread_that_reads_it() {
    on_a_small_stack(|| {
        let lexicon = Lexicon::built_in();
        let mut bodies = Vec::new();
        for (at, element) in ELEMENTS.iter().enumerate() {
            let other = ELEMENTS.get((at + 7) % ELEMENTS.len()).unwrap();
            for part in [
                format!("<{element}>"),
                format!("<{element}></x>"),
                format!("<{element}></b>a"),
                format!("<{element}><{other}>"),
                format!("<b><{element}></b>"),
            ] {
                bodies.push(part.repeat(2500));
            }
        }
        bodies.push("<li><dd>".repeat(9000));
        bodies.push("<optgroup><option>".repeat(9000));
        for body in bodies {
            // Whether it is read or refused: it comes back.
            let _ = import("deep.html", page(&body).as_bytes(), &lexicon);
        }
    });
}

#[test]
fn pages_are_read_down_to_the_depth_that_browsers_read_and_refused_below() {
    on_a_small_stack(|| {
        let lexicon = Lexicon::built_in();
        for element in ["div", "span", "b", "ul", "blockquote", "section", "x-y"] {
            let nested = |depth: usize| {
                let (open, close) =
                    (format!("<{element}>").repeat(depth), format!("</{element}>").repeat(depth));
                import("deep.html", page(&format!("{open}{PROSE}{close}")).as_bytes(), &lexicon)
            };
            assert!(nested(500).is_ok(), "{element}");
            assert_eq!(nested(520).unwrap_err(), ImportError::TooIntricate, "{element}");
        }
    });
}

#[test]
fn long_pages_that_are_flat_are_read() {
    let lexicon = Lexicon::built_in();
    for part in ["<p>They <b>met</b>.<br>", "<div>They met.</div></x>", "<ul><li>They<li>met</ul>"] {
        let read = import("long.html", page(&part.repeat(3000)).as_bytes(), &lexicon);
        assert!(read.is_ok_and(|article| article.text.contains("harbour line")), "{part}");
    }
}

#[test]
fn what_in_a_folder_is_no_article_is_counted() {
    let folder = tempdir().unwrap();
    std::fs::create_dir(folder.path().join("below")).unwrap();
    for name in ["below/picture.png", "talk.mp3", "song.mp3", ".hidden.txt", "README"] {
        file(folder.path(), name, "x");
    }
    file(folder.path(), "a.txt", ARTICLE);
    let told = "left out 2 .mp3, 1 without ending, 1 .png, 1 hidden. Articles are .docx";

    let output = chancery(&["extract", "--format", "jsonl", "."], folder.path());
    let messages = lines(&output.stderr);
    assert!(messages.len() == 1 && messages[0].contains(told), "{messages:?}");
    assert_eq!(lines(&output.stdout).len(), 1);
    assert_eq!(output.status.code(), Some(0), "nothing has failed");

    let app = app_with(&[folder.path()]);
    let notice = app.notices().iter().find(|notice| notice.offer == Some(Offer::Account)).unwrap();
    assert_eq!(notice.text, "1 added, 5 left out.");
    let why: Vec<String> = app.account().unwrap().why_not().collect();
    assert!(why.len() == 1 && why[0].contains(told), "{why:?}");

    std::fs::remove_file(folder.path().join("a.txt")).unwrap();
    let app = app_with(&[folder.path()]);
    let errors = notices(&app, Level::Error);
    assert!(errors.len() == 1 && errors[0].contains("holds no articles (left out: 2 .mp3, "), "{errors:?}");
}

#[test]
fn files_that_are_asked_for_by_name_are_told_one_by_one() {
    let folder = tempdir().unwrap();
    file(folder.path(), "a.txt", ARTICLE);
    file(folder.path(), "b.txt", ARTICLE);
    let output = chancery(&["extract", "--format", "jsonl", "a.txt", "b.txt"], folder.path());
    assert_eq!(lines(&output.stderr), [] as [&str; 0]);
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    /// Whether this user is held by permissions. The superuser is not.
    fn is_held(closed: &Path) -> bool {
        std::fs::read_dir(closed).is_err()
    }

    #[test]
    fn a_folder_below_that_may_not_be_read_is_told_and_the_others_go_on() {
        let folder = tempdir().unwrap();
        let closed = folder.path().join("closed");
        std::fs::create_dir(&closed).unwrap();
        file(folder.path(), "a.txt", ARTICLE);
        file(&closed, "b.txt", ARTICLE);
        std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
        if is_held(&closed) {
            let output = chancery(&["extract", "--format", "jsonl", "."], folder.path());
            let messages = lines(&output.stderr);
            assert!(
                messages.len() == 1 && messages[0].contains("closed may not be read by you"),
                "{messages:?}"
            );
            assert_eq!(lines(&output.stdout).len(), 1);
            assert_eq!(output.status.code(), Some(1));

            let app = app_with(&[folder.path()]);
            let errors = notices(&app, Level::Error);
            assert!(errors.len() == 1 && errors[0].contains("closed may not be read"), "{errors:?}");
            assert_eq!(app.documents().len(), 1);
        }
        std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn links_out_of_the_folder_are_not_followed_and_are_told() {
        let outside = tempdir().unwrap();
        file(outside.path(), "secret.txt", ARTICLE);
        let folder = tempdir().unwrap();
        file(folder.path(), "a.txt", format!("{ARTICLE}\nAnother.\n"));
        symlink(outside.path(), folder.path().join("out")).unwrap();
        symlink(outside.path().join("secret.txt"), folder.path().join("secret.txt")).unwrap();
        symlink("/", folder.path().join("root")).unwrap();

        let output = chancery(&["extract", "--format", "jsonl", "."], folder.path());
        let messages = lines(&output.stderr);
        assert!(
            messages.len() == 1 && messages[0].contains("3 links that lead out of the folder"),
            "{messages:?}"
        );
        assert_eq!(lines(&output.stdout).len(), 1);
        let app = app_with(&[folder.path()]);
        assert_eq!(
            (app.documents().len(), app.account().unwrap().in_words()),
            (1, "1 added, 3 left out.".into())
        );
    }

    #[test]
    fn one_bad_file_of_a_folder_never_costs_the_good_ones() {
        let folder = tempdir().unwrap();
        for number in 0..12 {
            file(folder.path(), &format!("{number:02}.txt"), format!("{ARTICLE}\nNumber {number}.\n"));
        }
        let bad: &[(&str, Vec<u8>)] = &[
            ("03-deep.html", page(&"<i></x>".repeat(30_000)).into_bytes()),
            ("05-wide.html", page(&"<b a=1>".repeat(30_000)).into_bytes()),
            ("07-marks.html", page(&format!("<p{}>", " a1".repeat(9000))).into_bytes()),
            ("08-binary.txt", b"\x7fELF\x02\x01\x01\0\0\0".to_vec()),
            ("09-empty.md", Vec::new()),
        ];
        for (name, bytes) in bad {
            file(folder.path(), name, bytes);
        }
        symlink("nowhere", folder.path().join("10-lost.txt")).unwrap();
        let out = folder.path().join("out.jsonl");
        let output = chancery(&["extract", "-o", out.to_str().unwrap(), "."], folder.path());
        let messages = lines(&output.stderr);
        for name in ["03-deep", "05-wide", "08-binary", "09-empty", "10-lost"] {
            assert_eq!(messages.iter().filter(|told| told.contains(name)).count(), 1, "{name}: {messages:?}");
        }
        assert_eq!(output.status.code(), Some(1));
        // The page of too many attributes is an article.
        assert_eq!(std::fs::read_to_string(out).unwrap().lines().count(), 13);
    }
}

#[test]
fn an_opening_that_is_stopped_ends_and_the_next_one_begins() {
    let folder = tempdir().unwrap();
    for number in 0..50 {
        file(folder.path(), &format!("{number:02}.txt"), format!("{ARTICLE}\nNumber {number}.\n"));
    }
    let mut app = app();
    app.run(Command::Open(vec![folder.path().to_owned()]));
    app.run(Command::CancelOpening);
    app.settle();
    assert!(app.account().unwrap().stopped.is_some());
    assert!(app.account().unwrap().added < 50);
    app.run(Command::Open(vec![folder.path().join("07.txt")]));
    app.settle();
    assert_eq!(app.account().unwrap().stopped, None);
}
