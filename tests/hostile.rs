//! Files that harm whoever reads them: each ends within its limit in one clear message, and costs the others of its
//! batch nothing. What is risky is read in a process apart, which may be killed, hang or run out of memory.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as promised"
)]

mod formats {
    pub mod harmful;
    pub mod made;
}

use std::path::Path;
use std::process::Command;

use chancery::import::{ColumnRole, KnownColumns, ReadAs};
use chancery::model::{Article, CancelToken};
use chancery::work::{Children, ReadingLimits, Unread};
use formats::harmful::{self, Class};
use formats::made::{docx, pdf, workbook};

const BODY: &str =
    "Foreign Minister Marija Vella received her Tunisian counterpart Slim Gharbi in Valletta on Friday.";

fn children() -> Children {
    Children::of(env!("CARGO_BIN_EXE_chancery").into())
}

/// What becomes of a file that is read apart.
fn read(children: &Children, name: &str, bytes: &[u8]) -> Result<(Vec<Article>, Vec<String>), Unread> {
    let mut articles = Vec::new();
    let told = children.read(name, bytes, ReadAs::default(), &CancelToken::default(), &mut |article| {
        articles.push(article)
    })?;
    Ok((articles, told))
}

#[test]
fn a_child_reads_one_file_after_another_as_the_program_itself_would() {
    let children = children();
    let lexicon = chancery::lexicon::Lexicon::built_in();
    for (name, bytes) in [
        ("one.docx", docx(&["Ministers meet", BODY])),
        ("two.pdf", pdf(&[&[(60, 700, 10, BODY)]])),
        ("three.docx", docx(&["Ministers part", BODY])),
    ] {
        let (articles, told) = read(&children, name, &bytes).unwrap();
        assert_eq!(articles, [chancery::import::import(name, &bytes, &lexicon).unwrap()], "{name}");
        assert!(told.is_empty(), "{told:?}");
    }
    let refused = read(&children, "three.docx", b"PK\x03\x04\x14\0\x06\0word/document.xml");
    assert!(
        matches!(&refused, Err(Unread::Refused(words)) if words.contains("a Word document, but damaged"))
    );
    assert_eq!(read(&children, "one.docx", &docx(&["Ministers meet", BODY])).unwrap().0.len(), 1);
}

#[test]
fn a_workbook_is_looked_at_and_read_with_the_columns_that_somebody_says_by_a_child() {
    let children = children();
    let none = CancelToken::default();
    let book =
        workbook(&[&["wire", "kop", "desk"], &[BODY, "Ministers meet", "x"], &[BODY, "They part", "y"]]);
    let head = children.read_head("a.xlsx", &book, ReadAs::default(), &none).unwrap().unwrap();
    let of = [Some(ColumnRole::Text), Some(ColumnRole::Title), None];
    assert_eq!(
        (head.columns[1].cells.as_slice(), head.articles(&of, true)),
        (&["Ministers meet".into(), "They part".into()][..], Some(2))
    );
    let known = KnownColumns::of_some([(head.key.clone(), head.roles(&of, true).unwrap())]);
    let how = ReadAs { columns: Some(&known), ..ReadAs::default() };
    let mut titles = Vec::new();
    let each = &mut |article: Article| titles.extend(article.title.map(String::from));
    children.read("a.xlsx", &book, how, &none, each).unwrap();
    assert_eq!(titles, ["Ministers meet", "They part"]);
    assert!(children.read_head("a.docx", &docx(&[BODY]), ReadAs::default(), &none).unwrap().is_none());
    let cut = children.read_head("a.xlsx", &book[..book.len() / 2], ReadAs::default(), &none);
    assert!(matches!(cut, Err(Unread::Refused(_)) | Ok(None)), "{cut:?}");
}

#[test]
fn a_mailbox_of_any_size_comes_to_a_child_as_its_messages_are_read() {
    let message = |number: usize| {
        let text = format!("{BODY} Number {number}.\n\n").repeat(300);
        format!(
            "From a@x.example Mon Apr 21 09:00:00 2031\nFrom: a@x.example\nSubject: Talks, round {number}\n\
             Date: Mon, 21 Apr 2031 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain\n\n{text}\n"
        )
    };
    let mailbox: String = (1..=80).map(message).collect();
    assert!(chancery::import::is_read_as_it_comes("talks.mbox", mailbox.as_bytes(), ReadAs::default()));
    assert!(mailbox.len() as u64 > 2 * chancery::import::BEGINNING_BYTES);
    let lexicon = chancery::lexicon::Lexicon::built_in();
    let mut whole = Vec::new();
    let each = &mut |article| whole.push(article);
    let none = CancelToken::default();
    chancery::import::import_each("talks.mbox", mailbox.as_bytes(), &lexicon, &none, each).unwrap();
    let children = children();
    let come = |bytes: &[u8], cancel: &CancelToken, most: usize| {
        let mut articles = Vec::new();
        let each = &mut |article| {
            articles.push(article);
            if articles.len() == most {
                cancel.cancel();
            }
        };
        let (mut source, taken) =
            (std::io::Cursor::new(bytes.to_vec()), std::sync::atomic::AtomicU64::new(0));
        let size = bytes.len() as u64;
        let read = children.read_as_it_comes(
            "talks.mbox",
            size,
            ReadAs::default(),
            &mut source,
            &taken,
            cancel,
            each,
        );
        (articles, read)
    };
    let (articles, read) = come(mailbox.as_bytes(), &none, usize::MAX);
    assert_eq!((articles.len(), read.unwrap()), (80, Vec::<String>::new()));
    assert_eq!(articles, whole);
    // It may be stopped, and the next is read all the same.
    let (articles, read) = come(mailbox.as_bytes(), &CancelToken::default(), 3);
    assert!(articles.len() < 80 && matches!(read, Err(Unread::Cancelled)), "{}", articles.len());
    assert_eq!(read_one(&children).len(), 1);
}

fn read_one(children: &Children) -> Vec<Article> {
    read(children, "one.docx", &docx(&["Ministers meet", BODY])).unwrap().0
}

/// A program in place of a child, which does this.
fn instead(folder: &Path, script: &str) -> Children {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("child");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
    Children::of(path)
}

#[test]
fn a_child_that_hangs_dies_or_never_ends_is_told_as_what_it_did() {
    let limits = ReadingLimits { seconds: 1, output_megabytes: 1, ..ReadingLimits::default() };
    let does = |script: &str| {
        let folder = tempfile::tempdir().unwrap();
        read(&instead(folder.path(), script).with(limits), "talks.pdf", b"%PDF-1.7").unwrap_err()
    };
    assert!(matches!(does("sleep 100"), Unread::TooLong));
    assert!(matches!(does("head -c 9 > /dev/null; kill -KILL $$"), Unread::Ended(512)));
    assert!(matches!(does("head -c 9 > /dev/null; echo nonsense; sleep 100"), Unread::Ended(_)));
    assert!(matches!(does("head -c 9 > /dev/null; yes '{\"Told\":\"more\"}'"), Unread::TooMuch));
    assert!(matches!(does("head -c 9 > /dev/null; yes | tr -d '\\n'"), Unread::TooMuch));
    let nobody = Children::of("/nowhere/chancery".into());
    assert!(matches!(read(&nobody, "talks.pdf", b"%PDF-1.7"), Err(Unread::Nobody(_))));
    let cancel = CancelToken::default();
    cancel.cancel();
    let folder = tempfile::tempdir().unwrap();
    let given_up = instead(folder.path(), "sleep 100").read(
        "talks.pdf",
        b"%PDF-1.7",
        ReadAs::default(),
        &cancel,
        &mut |_| (),
    );
    assert!(matches!(given_up, Err(Unread::Cancelled)));
}

#[test]
fn a_child_has_no_more_memory_than_its_limit_and_neither_files_nor_connections() {
    let megabytes = |count: usize| {
        let bytes = vec![b'a'; count * 1_000_000];
        formats::made::gzip(&bytes)
    };
    let small = children().with(ReadingLimits { megabytes: 64, ..ReadingLimits::default() });
    assert!(matches!(read(&small, "large.txt.gz", &megabytes(90)), Err(Unread::Ended(64))));
    let (articles, _) = read(&small, "one.docx", &docx(&["Ministers meet", BODY])).unwrap();
    assert_eq!(articles.len(), 1, "another child reads the next file");
    // What a child may do is what the system says of it.
    let limits = |pid: u32| std::fs::read_to_string(format!("/proc/{pid}/limits")).unwrap();
    let own = std::process::id();
    let child =
        children_of(own).into_iter().find(|pid| limits(*pid).contains("Max open files            3 "));
    let limits = limits(child.expect("no child without files"));
    for line in ["Max file size             0 ", "Max core file size        0 "] {
        assert!(limits.contains(line), "{limits}");
    }
}

/// The processes that this one has started.
fn children_of(parent: u32) -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let parent_of = |pid: u32| {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        status.lines().find_map(|line| line.strip_prefix("PPid:")?.trim().parse::<u32>().ok())
    };
    pids.filter(|pid| parent_of(*pid) == Some(parent)).collect()
}

#[test]
fn children_die_with_their_program() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..400 {
        let text = format!("{BODY} {}", format!("They met in room {number}. ").repeat(200));
        std::fs::write(folder.path().join(format!("{number}.docx")), docx(&["Ministers meet", &text]))
            .unwrap();
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_chancery"));
    let mut program = program
        .arg("extract")
        .arg(folder.path())
        .arg("-o")
        .arg(folder.path().join("out.jsonl"))
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let wait = |what: &str, is_so: &dyn Fn() -> bool| {
        for _ in 0..600 {
            if is_so() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("{what}");
    };
    wait("no child was started", &|| !children_of(program.id()).is_empty());
    let children = children_of(program.id());
    program.kill().unwrap();
    program.wait().unwrap();
    let is_there = |pid: &u32| {
        let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&line).contains("read-apart")
    };
    wait("a child outlives its program", &|| !children.iter().any(is_there));
}

/// What is told of the harmful files of a class, each read by itself.
fn told_of(class: Class) {
    let children = children();
    let harmful = harmful::all().into_iter().filter(|file| file.class == class);
    let mut count = 0;
    for file in harmful {
        count += 1;
        let read = read(&children, &file.name, &file.bytes);
        match read {
            Ok((articles, _)) => assert!(articles.iter().all(|article| !article.text.trim().is_empty())),
            Err(Unread::Refused(words)) => {
                let tells = words.split(". ").count() >= 2 && words.ends_with(['.', ')']);
                assert!(tells, "{}: what is to be done? {words}", file.name);
            }
            Err(Unread::Ended(_) | Unread::TooMuch) => {}
            Err(other) => panic!("{}: {other:?}", file.name),
        }
    }
    assert!(count >= 5, "{count} files of {class:?}");
}

macro_rules! classes {
    ($($test:ident: $class:ident,)*) => {
        $(#[test]
        fn $test() {
            told_of(Class::$class);
        })*
    };
}

classes! {
    what_unpacks_without_end_is_told: Bomb,
    what_breaks_off_is_told: Truncated,
    what_leads_back_to_itself_is_told: Cyclic,
    what_lies_deep_in_itself_is_told: Deep,
    what_is_full_of_nothing_is_told: Nulls,
    what_contradicts_itself_is_told: Contradictory,
    what_has_no_end_of_lines_marks_or_numbers_is_told: Endless,
}

#[test]
fn among_harmful_files_pipes_and_files_that_vanish_all_others_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let harmful: Vec<_> = harmful::all().into_iter().filter(|file| file.bytes.len() < 150_000).collect();
    assert!(harmful.len() > 50);
    for (at, file) in harmful.iter().enumerate() {
        std::fs::write(path(&format!("{at:02}-{}", file.name)), &file.bytes).unwrap();
        if at % 8 == 0 {
            std::fs::write(path(&format!("{at:02}-good.docx")), docx(&[&format!("Good {at}"), BODY]))
                .unwrap();
        }
    }
    let made = Command::new("mkfifo").arg(path("pipe.txt")).arg(path("pipe.pdf")).status().unwrap();
    assert!(made.success());
    std::os::unix::fs::symlink("/nowhere/talks.txt", path("vanished.txt")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", path("endless.txt")).unwrap();
    let mut files: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut program = Command::new(env!("CARGO_BIN_EXE_chancery"));
    let ran = program.args(["extract", "--format", "jsonl"]).args(&files).output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    for at in (0..harmful.len()).step_by(8) {
        assert!(out.contains(&format!("\"title\":\"Good {at}\"")), "article {at} is missing\n{err}");
    }
    for name in ["pipe.txt", "pipe.pdf", "vanished.txt", "endless.txt"] {
        assert!(err.contains(name), "{name} is passed over in silence\n{err}");
    }
    assert!(!err.contains("Chancery failed over it"), "{err}");
}
