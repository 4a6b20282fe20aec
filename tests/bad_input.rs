//! Bad input: each case gets one clear message that names the file and says what to do, in the app and
//! on the command line, and nothing already open is lost.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test stops at the first thing that is not as promised"
)]

mod common;

use std::path::{Path, PathBuf};
use std::process::{Command as Process, Output};

use chancery::app::{Command, Level, Offer};
use chancery::review::RecordEdit;
use common::{ARTICLE, app_with, current, file, notices, record, saved};
use tempfile::{TempDir, tempdir};

/// Something that cannot be opened.
struct Case {
    /// The file or folder, in the folder of the test.
    name: &'static str,
    make: fn(&Path),
    /// A part of the message that says what to do.
    remedy: &'static str,
}

const CASES: &[Case] = &[
    Case { name: "missing.txt", make: |_| {}, remedy: "Check the name" },
    Case {
        name: "no-articles",
        make: |path| {
            std::fs::create_dir(path).unwrap();
            std::fs::write(path.join("picture.png"), "").unwrap();
        },
        remedy: "Choose a folder",
    },
    Case {
        name: "empty.txt",
        make: |path| std::fs::write(path, "").unwrap(),
        remedy: "Save the article again",
    },
    Case {
        name: "picture.txt",
        make: |path| std::fs::write(path, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01").unwrap(),
        remedy: "not an article",
    },
    Case {
        name: "huge.txt",
        make: |path| {
            std::fs::write(path, "They met. ".repeat(8000)).unwrap();
            std::fs::File::options().write(true).open(path).unwrap().set_len(300_000_000).unwrap();
        },
        remedy: "Cut it into its articles",
    },
    Case {
        name: "noise.txt",
        make: |path| {
            let noise = |i: u32| (i.wrapping_mul(2_654_435_761) >> 13) as u8;
            std::fs::write(path, (0..4000).map(noise).collect::<Vec<u8>>()).unwrap();
        },
        remedy: "Open a",
    },
    Case {
        name: "undecodable.txt",
        make: |path| {
            // UTF-16 by its mark, and then nothing but first halves of characters.
            std::fs::write(path, [b"\xff\xfe".as_slice(), &b"\x41\xd8".repeat(2000)].concat()).unwrap();
        },
        remedy: "Save it again as UTF-8",
    },
    Case {
        name: "links.html",
        make: |path| {
            let page = "<html><body><nav><a href=/>Home</a> <a href=/b>News</a></nav></body></html>";
            std::fs::write(path, page).unwrap();
        },
        remedy: "save that",
    },
    Case {
        name: "report.pdf",
        make: |path| std::fs::write(path, "%PDF-1.7").unwrap(),
        remedy: "is a PDF document, but damaged. Save or download it again",
    },
    Case {
        name: "talks.docx",
        make: |path| std::fs::write(path, "PK\u{3}\u{4}\u{14}\0\u{6}\0word/document.xml").unwrap(),
        remedy: "is a Word document, but damaged. Save or download it again",
    },
    Case {
        name: "nothing.zip",
        make: |path| std::fs::write(path, "PK\u{5}\u{6}\0\0\0\0").unwrap(),
        remedy: "an empty ZIP archive",
    },
    Case {
        name: "empty.docx",
        make: |path| std::fs::write(path, "").unwrap(),
        remedy: "The file is empty. Save the article again",
    },
    Case {
        name: "exported.csv",
        make: |path| std::fs::write(path, "year,population\n2021,400000\n").unwrap(),
        remedy: "is a table in which no column of texts was found",
    },
    Case {
        name: "deep.html",
        make: |path| {
            std::fs::write(path, format!("<html><body>{}They met.", "<b></x>".repeat(30_000))).unwrap()
        },
        remedy: "Copy the article's text into a .txt file",
    },
];

const RECORD_CASES: &[Case] = &[
    Case {
        name: "package.json",
        make: |path| std::fs::write(path, r#"{"name": "chancery"}"#).unwrap(),
        remedy: "not a Chancery record",
    },
    Case {
        name: "newer.json",
        make: |path| {
            let json = record().to_json().unwrap().replace("chancery.record/2", "chancery.record/3");
            std::fs::write(path, json).unwrap();
        },
        remedy: "open it with a newer Chancery",
    },
    Case {
        name: "cut-off.json",
        make: |path| std::fs::write(path, &record().to_json().unwrap()[..900]).unwrap(),
        remedy: "not valid JSON",
    },
];

impl Case {
    fn made(&self, folder: &Path) -> PathBuf {
        let path = folder.join(self.name);
        (self.make)(&path);
        path
    }

    /// One message, which names the file and what to do.
    fn told_by(&self, messages: &[&str]) {
        assert_eq!(messages.len(), 1, "{}: {messages:?}", self.name);
        assert!(messages[0].contains(self.name), "{}", messages[0]);
        assert!(messages[0].contains(self.remedy), "{}", messages[0]);
        let is_newer = self.name.starts_with("newer");
        assert!(!(is_newer && messages[0].contains("Mend")), "there is nothing to mend: {}", messages[0]);
    }
}

#[test]
fn in_the_app_each_gets_one_notice_and_what_is_open_stays() {
    for case in CASES.iter().chain(RECORD_CASES) {
        let folder = tempdir().unwrap();
        let mut app = app_with(&[&saved(folder.path())]);
        app.run(Command::Edit(RecordEdit::Notes("typed".into())));
        let before = current(&app).record().clone();
        let good = file(folder.path(), "good.txt", format!("{ARTICLE}\nAnother.\n"));
        app.run(Command::Open(vec![case.made(folder.path()), good]));
        app.settle();
        case.told_by(&notices(&app, Level::Error));
        assert_eq!(app.documents().len(), 2, "{}: the other goes on", case.name);
        assert_eq!(app.documents().next().unwrap().record(), &before);
    }
}

fn chancery(arguments: &[&str], folder: &Path) -> Output {
    let mut process = Process::new(assert_cmd::cargo::cargo_bin("chancery"));
    process.args(arguments).current_dir(folder).output().unwrap()
}

fn lines(bytes: &[u8]) -> Vec<&str> {
    std::str::from_utf8(bytes).unwrap().lines().collect()
}

#[test]
fn on_the_command_line_each_gets_one_message_and_the_others_go_on() {
    for case in CASES {
        let folder = tempdir().unwrap();
        case.made(folder.path());
        file(folder.path(), "good.txt", ARTICLE);
        let output = chancery(&["extract", "--format", "jsonl", case.name, "good.txt"], folder.path());
        case.told_by(&lines(&output.stderr));
        assert_eq!(lines(&output.stdout).len(), 1, "{}: the other goes on", case.name);
        assert_eq!(output.status.code(), Some(1), "{}", case.name);
    }
    for case in RECORD_CASES {
        let folder = tempdir().unwrap();
        case.made(folder.path());
        saved(folder.path());
        let output = chancery(&["check", case.name, "harbour-line.json"], folder.path());
        case.told_by(&lines(&output.stdout)[..1]);
        assert_eq!(lines(&output.stdout).len(), 2, "{}: the other goes on", case.name);
        assert_eq!(output.status.code(), Some(1), "{}", case.name);
    }
}

#[test]
fn one_bad_record_among_many_does_not_take_the_others_with_it() {
    let folder = tempdir().unwrap();
    let good = serde_json::to_string(&record()).unwrap();
    let path =
        file(folder.path(), "many.jsonl", format!("{good}\n{}\n", good.replace("\"in_person\"", "\"walk\"")));
    let app = app_with(&[&path]);
    assert_eq!(app.documents().len(), 1);
    let told = notices(&app, Level::Error);
    assert!(told.len() == 1 && told[0].contains("line 2") && told[0].contains("/meeting/kind"), "{told:?}");
}

#[test]
fn a_thousand_failures_do_not_fill_the_window() {
    let folder = tempdir().unwrap();
    for number in 0..60 {
        file(folder.path(), &format!("{number}.txt"), "");
    }
    let app = app_with(&[folder.path()]);
    let told = notices(&app, Level::Error);
    assert!(told.len() < 12, "{}", told.len());
    let account = app.notices().iter().find(|notice| notice.offer == Some(Offer::Account)).unwrap();
    assert_eq!(account.text, "60 not opened.");
    assert_eq!(app.account().unwrap().failed.len(), 60, "each can be read about");
}

#[test]
fn a_save_that_cannot_be_is_told_and_the_edit_stays() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::Notes("typed".into())));
    let id = current(&app).id();
    let locked = file(folder.path(), "locked.json", "old");
    let mut permissions = std::fs::metadata(&locked).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&locked, permissions).unwrap();
    let cases = [
        (folder.path().join("nowhere/record.json"), "there is no folder"),
        (locked.clone(), "read-only"),
        (folder.path().to_owned(), "not a file"),
    ];
    for (path, what) in cases {
        app.run(Command::SaveTo(id, path.clone()));
        app.settle();
        let told = notices(&app, Level::Error);
        let told = told.last().unwrap();
        assert!(told.contains(what) && told.contains(&path.display().to_string()), "{told}");
        assert!(current(&app).is_unsaved());
        assert_eq!(current(&app).record().review.notes, "typed");
    }
    assert_eq!(std::fs::read_to_string(locked).unwrap(), "old");
}

/// A small disk of its own, where the system lets this user mount one.
struct Disk {
    at: TempDir,
    mounted: bool,
}

impl Disk {
    fn mount(options: &str) -> Option<Self> {
        let mut disk = Self { at: tempdir().unwrap(), mounted: false };
        let mount =
            Process::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(disk.at.path()).output();
        disk.mounted = mount.is_ok_and(|output| output.status.success());
        if !disk.mounted {
            println!("skipped: this user may not mount a disk to test with");
        }
        disk.mounted.then_some(disk)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.mounted {
            let _ = Process::new("umount").arg(self.at.path()).output();
        }
    }
}

#[test]
fn a_full_disk_and_a_read_only_one_are_told_and_old_files_stay() {
    for (options, what) in [("size=16k", "the disk is full"), ("ro", "read-only")] {
        let Some(disk) = Disk::mount(options) else { return };
        let folder = tempdir().unwrap();
        let article =
            file(folder.path(), "long.txt", ARTICLE.to_owned() + &"The talks went on.\n\n".repeat(3000));
        let mut app = app_with(&[&article]);
        app.run(Command::Edit(RecordEdit::Notes("typed".into())));
        let id = current(&app).id();
        let to = disk.at.path().join("record.json");
        app.run(Command::SaveTo(id, to.clone()));
        app.settle();
        let told = notices(&app, Level::Error);
        assert!(told.len() == 1 && told[0].contains(what) && told[0].contains("record.json"), "{told:?}");
        assert!(current(&app).is_unsaved());
        assert_eq!(std::fs::read_dir(disk.at.path()).unwrap().count(), 0, "nothing is left behind");

        let output = chancery(&["extract", "-o", to.to_str().unwrap(), "long.txt"], folder.path());
        let told = lines(&output.stderr);
        assert!(told.len() == 1 && told[0].contains(what), "{told:?}");
        assert_eq!(output.status.code(), Some(1));
    }
}
