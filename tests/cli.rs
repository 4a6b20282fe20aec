//! The command line as its users type it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::path::Path;

use assert_cmd::Command;
use chancery::model::Record;
use chancery::store::Door;
use common::{ARTICLE, file, record, saved};
use predicates::prelude::*;
use predicates::str::{contains, is_empty};
use tempfile::tempdir;

fn chancery() -> Command {
    let mut command = Command::cargo_bin("chancery").unwrap();
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command
}

/// What `extract` prints of these paths, which must go well.
fn extract(arguments: &[&str], folder: &Path) -> String {
    let output = chancery().arg("extract").args(arguments).current_dir(folder).assert().success();
    String::from_utf8(output.get_output().stdout.clone()).unwrap()
}

#[test]
fn help_teaches_with_examples() {
    chancery()
        .arg("--help")
        .assert()
        .success()
        .stdout(contains("chancery extract talks.txt"))
        .stderr(is_empty());
    for subcommand in
        ["extract", "schema", "check", "import", "columns", "search", "export", "stats", "backup"]
    {
        chancery().args([subcommand, "--help"]).assert().success().stdout(contains("Example"));
    }
    chancery().arg("--version").assert().success().stdout(format!(
        "chancery {}\nrecord schema: {}\n",
        env!("CARGO_PKG_VERSION"),
        chancery::model::SCHEMA
    ));
}

#[test]
fn one_file_gives_one_record_and_several_give_a_list() {
    let folder = tempdir().unwrap();
    file(folder.path(), "a.txt", ARTICLE);
    file(folder.path(), "b.txt", format!("{ARTICLE}\nAgain.\n"));
    let one = Record::from_json(&extract(&["a.txt"], folder.path())).unwrap();
    assert_eq!(one.article.file_name, "a.txt");
    for list in [&["a.txt", "b.txt"][..], &["."]] {
        let list: Vec<Record> = serde_json::from_str(&extract(list, folder.path())).unwrap();
        assert_eq!(list.len(), 2);
    }
    let lines = extract(&["--format", "jsonl", "a.txt"], folder.path());
    assert_eq!(Record::from_json(lines.trim_end()).unwrap(), one);
    assert_eq!(lines.lines().count(), 1);
}

#[test]
fn records_come_in_the_order_of_the_input() {
    let folder = tempdir().unwrap();
    std::fs::create_dir(folder.path().join("below")).unwrap();
    for number in (0..30).rev() {
        let name =
            if number % 2 == 0 { format!("{number:02}.txt") } else { format!("below/{number:02}.txt") };
        file(folder.path(), &name, format!("{ARTICLE}\nNumber {number}.\n"));
    }
    let names = |lines: String| -> Vec<String> {
        lines.lines().map(|line| Record::from_json(line).unwrap().article.file_name.to_string()).collect()
    };
    let found = names(extract(&["--format", "jsonl", "28.txt", "."], folder.path()));
    let expected = std::iter::once(28).chain((0..30).step_by(2)).chain((1..30).step_by(2));
    assert_eq!(found.len(), 31);
    assert_eq!(found[0], "28.txt");
    let mut in_folder: Vec<_> = expected.skip(1).map(|n| format!("{n:02}.txt")).collect();
    assert_eq!(found[1..].len(), in_folder.len());
    // Paths are sorted as paths, so that ./00.txt comes before ./below/01.txt.
    in_folder.truncate(30);
    assert_eq!(found[1..], in_folder[..]);
}

#[test]
fn explain_prints_the_lines_with_the_working_under_them() {
    let folder = tempdir().unwrap();
    file(
        folder.path(),
        "a.txt",
        "Talks\n\n14 March 2021\n\nForeign Minister Ana Torre of Malta met Norwegian Ambassador Liv Dahl in Valletta on Friday.\n",
    );
    let explained = extract(&["--explain", "a.txt"], folder.path());
    assert!(explained.starts_with("file       a.txt\n"), "{explained}");
    let lines: Vec<&str> = explained.lines().collect();
    let words = lines.iter().position(|line| line.contains("on Friday.")).unwrap();
    let day = lines[words..].iter().position(|line| line.starts_with("date ")).unwrap() + words;
    assert!(lines[day].contains("^^^^^^ 2021-03-12, from the weekday"), "{explained}");
    assert!(lines[day + 1].contains("is Friday 12 March 2021"), "{explained}");
    chancery().args(["extract", "--explain", "--format", "json", "a.txt"]).assert().code(2);
}

#[test]
fn an_output_file_is_written_whole_and_its_ending_tells_the_format() {
    let folder = tempdir().unwrap();
    file(folder.path(), "a.txt", ARTICLE);
    chancery()
        .args(["extract", "-o", "out.jsonl", "."])
        .current_dir(folder.path())
        .assert()
        .success()
        .stdout("");
    let lines = std::fs::read_to_string(folder.path().join("out.jsonl")).unwrap();
    assert_eq!(lines, extract(&["--format", "jsonl", "a.txt"], folder.path()));
}

#[test]
fn where_nothing_is_extracted_an_old_output_file_stays() {
    let folder = tempdir().unwrap();
    let old = file(folder.path(), "out.json", "old");
    let mut command = chancery();
    command.args(["extract", "-o", "out.json", "nowhere.txt"]).current_dir(folder.path());
    command.assert().code(1).stderr(contains("nowhere.txt"));
    assert_eq!(std::fs::read_to_string(old).unwrap(), "old");
}

#[test]
fn an_article_is_never_overwritten_by_its_records() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "a.txt", ARTICLE);
    let mut command = chancery();
    command.args(["extract", "-o", "./a.txt", "."]).current_dir(folder.path());
    command.assert().code(1).stderr(contains("a.txt is one of the articles"));
    assert_eq!(std::fs::read_to_string(article).unwrap(), ARTICLE);
}

#[test]
fn a_library_is_never_overwritten_by_what_is_written_of_it() {
    let folder = tempdir().unwrap();
    let library = library_with("Talks", folder.path());
    let before = std::fs::read(&library).unwrap();
    file(folder.path(), "a.txt", ARTICLE);
    std::fs::copy(&library, folder.path().join("other.json")).unwrap();
    let export = ["export", "--library", "talks.chancery", "--all", "-o"];
    for (command, output) in [
        (&export[..], "talks.chancery"),
        (&export[..], "./talks.chancery"),
        (&export[..], "other.json"),
        (&export[..], "talks.chancery-wal"),
        (&["extract", "a.txt", "-o"], "talks.chancery"),
        (&["extract", "--explain", "a.txt", "-o"], "talks.chancery"),
    ] {
        let mut chancery = chancery();
        chancery.args(command).arg(output).current_dir(folder.path());
        let told = contains(output).and(contains("a library is there")).and(contains("Choose another name"));
        chancery.assert().code(1).stdout("").stderr(told);
        assert_eq!(std::fs::read(&library).unwrap(), before, "{command:?} {output}");
        assert_eq!(std::fs::read(folder.path().join("other.json")).unwrap(), before);
    }
    // SQLite itself leaves an empty one after reading.
    assert!(std::fs::read(folder.path().join("talks.chancery-wal")).unwrap_or_default().is_empty());
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let folder = tempdir().unwrap();
    for number in 0..20 {
        file(folder.path(), &format!("{number}.txt"), format!("{ARTICLE}\nNumber {number}.\n"));
    }
    assert_eq!(extract(&["."], folder.path()), extract(&["."], folder.path()));
}

#[test]
fn a_command_that_is_not_understood_ends_in_two() {
    chancery().arg("extract").assert().code(2).stderr(contains("Usage"));
    chancery().args(["extract", "--format", "xml", "a.txt"]).assert().code(2).stderr(contains("jsonl"));
    chancery().arg("--unknown").assert().code(2);
}

/// A window that opens, or is open already, on a file of that name would not say so in the terminal.
#[test]
fn a_command_that_is_mistyped_is_told_with_the_one_that_is_near() {
    let folder = tempdir().unwrap();
    let mistyped = |words: &[&str]| chancery().args(words).current_dir(folder.path()).assert().code(2);
    mistyped(&["extrct"]).stderr(contains("there is no command extrct").and(contains("`chancery extract`")));
    mistyped(&["stat"]).stderr(contains("`chancery stats`"));
    mistyped(&["xyzzy"]).stderr(contains("no file of that name").and(contains("Did you mean").not()));
    // What is written as a file is one, and that it is not there is said here as well as in the window.
    let no_window = || chancery().arg("talks.txt").current_dir(folder.path()).assert().code(1);
    no_window().stderr(contains("there is no file talks.txt"));
    file(folder.path(), "stat", ARTICLE);
    let mut there = chancery();
    there
        .arg("stat")
        .current_dir(folder.path())
        .assert()
        .code(1)
        .stderr(contains("no window could be opened"));
}

#[test]
fn no_option_before_a_subcommand_is_passed_over_in_silence() {
    let folder = tempdir().unwrap();
    file(folder.path(), "a.txt", ARTICLE);
    let mut command = chancery();
    command.args(["--library", "l.chancery", "import", "a.txt"]).current_dir(folder.path());
    command.assert().code(2).stderr(contains("after the subcommand"));
    let mut command = chancery();
    command.args(["--verbose", "extract", "a.txt"]).current_dir(folder.path());
    let read = contains("a.txt: an article of");
    command.assert().success().stdout(contains("Maria Zerafa")).stderr(read);
}

#[test]
fn the_schema_is_the_published_one() {
    let published = std::fs::read_to_string("assets/schema/record.schema.json").unwrap();
    chancery().arg("schema").assert().success().stdout(published);
}

#[test]
fn check_says_which_files_are_valid() {
    let folder = tempdir().unwrap();
    let one = saved(folder.path());
    let line = serde_json::to_string(&record()).unwrap();
    let lines = file(folder.path(), "many.jsonl", format!("{line}\n{line}\n"));
    let array = file(folder.path(), "many.json", format!("[{line}, {line}, {line}]"));
    let expected = contains("harbour-line.json: 1 valid record")
        .and(contains("many.jsonl: 2 valid records"))
        .and(contains("many.json: 3 valid records"));
    chancery().arg("check").args([one, lines, array]).assert().success().stdout(expected);
}

#[test]
fn check_points_at_what_is_wrong() {
    let folder = tempdir().unwrap();
    let good = serde_json::to_string(&record()).unwrap();
    let bad = good.replace("\"role\":\"principal\"", "\"role\":\"guest\"");
    file(folder.path(), "one.json", &bad);
    file(folder.path(), "array.json", format!("[{good},{bad}]"));
    file(folder.path(), "lines.jsonl", format!("{good}\n{bad}\n{{\n"));
    let output = chancery()
        .args(["check", "one.json", "array.json", "lines.jsonl"])
        .current_dir(folder.path())
        .assert()
        .code(1);
    let output = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    let begins: Vec<&str> = vec![
        "one.json: /meeting/participants/0/role: ",
        "array.json: /1/meeting/participants/0/role: ",
        "lines.jsonl: line 2: /meeting/participants/0/role: ",
        "lines.jsonl: line 3: it is not valid JSON",
    ];
    for (line, begin) in output.lines().zip(&begins) {
        assert!(line.starts_with(begin), "{line}");
    }
    assert_eq!(output.lines().count(), begins.len());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let folder = tempdir().unwrap();
    for number in 0..50 {
        file(folder.path(), &format!("{number}.txt"), format!("{ARTICLE}\nNumber {number}.\n"));
    }
    let program = assert_cmd::cargo::cargo_bin("chancery");
    let script = format!(
        "'{}' extract --format jsonl . | head -n 1 >/dev/null; echo ${{PIPESTATUS[0]}}",
        program.display()
    );
    let output =
        std::process::Command::new("bash").args(["-c", &script]).current_dir(folder.path()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "0\n");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn without_a_display_the_window_says_how_to_do_without() {
    let expected = contains("there is no display").and(contains("chancery extract article.txt"));
    chancery().arg("talks.txt").assert().code(1).stdout("").stderr(expected);
}

/// Puts the article into a library, as one that was saved with this title.
fn library_with(title: &str, folder: &Path) -> std::path::PathBuf {
    let mut record = record();
    std::sync::Arc::make_mut(&mut record.article).title = Some(title.into());
    let file = file(folder, "titled.json", record.to_json().unwrap());
    let library = folder.join("talks.chancery");
    chancery().arg("import").arg("--library").arg(&library).arg(file).assert().success();
    library
}

#[test]
fn nothing_that_is_printed_moves_the_terminal_or_looks_like_a_message_of_ours() {
    let folder = tempdir().unwrap();
    let hostile = "\u{1b}]0;pwned\u{7}\u{9b}31m\u{202e}red\nchancery: all is well";
    let library = library_with(hostile, folder.path());
    let escaped = format!("{}.txt", hostile.replace('/', ""));
    file(folder.path(), &escaped, "no article");
    file(folder.path(), "bad\u{1b}[2J.json", r#"{"schema": "chancery.record/\u001b[31m9"}"#);
    let commands: &[&[&str]] = &[
        &["search", "--library", "talks.chancery", "harbour"],
        &["export", "--library", "talks.chancery", "--all"],
        &["stats", "--library", "talks.chancery"],
        &["check", "talks.chancery", "titled.json", "bad\u{1b}[2J.json", "no\u{1b}[2J.json"],
        &["extract", &escaped, "no\u{1b}[2J.txt"],
        &["extract", "--explain", &escaped],
        &["import", "--library", "talks.chancery", &escaped, "bad\u{1b}[2J.json"],
        &["backup", "--library", "talks.chancery", "copy\u{1b}[2J.chancery"],
        &["recover", "--library", "no\u{1b}[2J.chancery"],
        &["sea\u{1b}[2Jrch\u{7}", "--no\u{1b}such"],
    ];
    for command in commands {
        let output = chancery().args(*command).current_dir(folder.path()).output().unwrap();
        for printed in [output.stdout, output.stderr] {
            let printed = String::from_utf8(printed).unwrap();
            let obeyed = printed.chars().find(|letter| letter.is_control() && *letter != '\n');
            assert_eq!(obeyed, None, "{command:?}: {printed:?}");
            assert!(!printed.lines().any(|line| line == "chancery: all is well"), "{command:?}: {printed}");
        }
    }
    assert!(library.is_file());
}

#[test]
fn a_search_of_many_words_looks_for_the_first_and_says_so() {
    let folder = tempdir().unwrap();
    let library = library_with("Talks", folder.path());
    let mut words: Vec<String> = (0..5000).map(|_| "the".to_owned()).collect();
    let search = |words: &[String]| {
        let output = chancery().arg("search").arg("--library").arg(&library).args(words).output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(search(&words).0.lines().count(), 1, "one word, said often");
    words.extend((0..100).map(|number| format!("w{number}")));
    assert!(search(&words).1.contains("only the first 64 words were searched for"));
}

#[test]
fn import_into_a_library_that_the_window_has_open_tells_what_cannot_be_read() {
    let folder = tempdir().unwrap();
    let library = library_with("Talks", folder.path());
    let good = file(folder.path(), "good.txt", ARTICLE);
    let bad = file(folder.path(), "bad.json", "{}");
    let door = Door::enter(&library).unwrap();
    let import = |files: &[&Path]| {
        let mut command = chancery();
        command.arg("import").arg("--library").arg(&library).args(files);
        command
    };
    import(&[Path::new("/nonexistent.txt"), &bad])
        .assert()
        .code(1)
        .stderr(
            contains("There is no file /nonexistent.txt").and(contains("bad.json: a record was not opened")),
        )
        .stdout(contains("0 handed to the window that has it open, 2 failed"));
    let window = std::thread::spawn(move || {
        loop {
            if let Some(files) = door.take_note() {
                return files;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    });
    import(&[&bad, &good])
        .assert()
        .code(1)
        .stdout(contains("1 handed to the window that has it open, 1 failed"));
    assert_eq!(window.join().unwrap(), [good]);
}

#[test]
fn a_library_is_exported_as_tables_in_a_folder_or_packed_with_what_fits_the_conditions() {
    let folder = tempdir().unwrap();
    library_with("Talks", folder.path());
    let export = |arguments: &[&str]| {
        let mut command = chancery();
        command
            .args(["export", "--library", "talks.chancery", "--all"])
            .args(arguments)
            .current_dir(folder.path());
        command.assert()
    };
    export(&["--format", "csv", "-o", "talks"]).success().stdout("").stderr("");
    let meetings = std::fs::read_to_string(folder.path().join("talks/meetings.csv")).unwrap();
    assert_eq!(meetings.lines().count(), 2, "{meetings}");
    export(&["-o", "talks.parquet.zip"]).success();
    assert!(std::fs::read(folder.path().join("talks.parquet.zip")).unwrap().starts_with(b"PK"));
    export(&["-o", "talks.xlsx", "--no-texts"]).success();
    export(&["--format", "csv"]).code(1).stderr(contains("name a folder for them, or a .zip file, with -o"));
    export(&["--preview"])
        .success()
        .stdout(contains("meetings: 1 row").and(contains("record_id | article_id")));
    export(&["--where", "until:1900", "--format", "jsonl"]).success().stdout("");
    export(&["--where", "country:MLT"])
        .code(1)
        .stderr(contains("before the colon stands one of status, tag, kind"));
    std::fs::write(folder.path().join("talks/notes.txt"), "mine").unwrap();
    export(&["--format", "csv", "-o", "talks"]).code(1).stderr(contains("holds other files too"));
    let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let hidden = names.filter(|name| name.to_string_lossy().starts_with(".chancery-")).count();
    assert_eq!(hidden, 0, "nothing half is left");
}

/// An article in a line of a stream.
fn line(id: usize) -> String {
    serde_json::json!({ "id": id, "text": format!("{ARTICLE}\nNumber {id}.") }).to_string()
}

/// The names of the articles whose records stand in these lines, the main contact of each.
fn names(lines: &[u8]) -> Vec<String> {
    let records = str::from_utf8(lines).unwrap().lines().map(|line| Record::from_json(line).unwrap());
    let main = records.filter(|record| record.number == chancery::model::ContactNumber::MAIN);
    main.map(|record| record.article.file_name.to_string()).collect()
}

#[test]
fn a_stream_of_articles_becomes_a_stream_of_records_in_the_same_order() {
    let stream: Vec<String> = (0..60).map(line).collect();
    let read_by = |threads: &str| {
        let mut command = chancery();
        command.args(["extract", "--stream", "--threads", threads]).write_stdin(stream.join("\n"));
        command.assert().success().stderr("").get_output().stdout.clone()
    };
    let (one, many) = (read_by("1"), read_by("5"));
    assert_eq!(names(&one), (0..60).map(|id| id.to_string()).collect::<Vec<_>>());
    assert!(one == many, "the same bytes, however many work on it");
    chancery().args(["extract", "--stream"]).write_stdin("\n \n").assert().success().stdout("").stderr("");
}

#[test]
fn a_line_that_holds_no_article_is_told_with_its_number_and_passed_over() {
    let stream = [line(1), "{\"text\": 5".into(), "[]".into(), String::new(), "{\"id\": 4}".into(), line(5)];
    let done = chancery().args(["extract", "--stream"]).write_stdin(stream.join("\n")).assert().code(1);
    assert_eq!(names(&done.get_output().stdout), ["1", "5"]);
    let told = String::from_utf8(done.get_output().stderr.clone()).unwrap();
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told.len(), 4, "{told:?}");
    for (told, number) in told.iter().zip([2, 3, 5]) {
        assert!(told.starts_with(&format!("chancery: line {number} was passed over: ")), "{told}");
    }
    assert_eq!(told[3], "chancery: 3 of 5 lines were passed over");
}

#[test]
fn a_stream_goes_with_no_files_and_no_other_output() {
    for other in [&["a.txt"][..], &["--explain"], &["-o", "out.json"], &["--format", "json"]] {
        chancery().args(["extract", "--stream"]).args(other).assert().code(2);
    }
    chancery().args(["extract", "--threads", "2", "a.txt"]).assert().code(2);
}

#[test]
fn texts_are_read_in_the_encoding_that_the_command_names() {
    let folder = tempdir().unwrap();
    file(
        folder.path(),
        "talks.txt",
        b"Jan \xc8apek of Czechia met Maria Zerafa of Malta in Valletta on Friday.\n",
    );
    let text = |json: &str| Record::from_json(json).unwrap().article.text.to_string();
    for (said, name) in [("windows-1250", "Čapek"), ("cp1251", "Иapek")] {
        assert!(text(&extract(&["--encoding", said, "talks.txt"], folder.path())).contains(name), "{said}");
    }
    let library = ["import", "--library", "talks.chancery", "--encoding", "windows-1250", "talks.txt"];
    chancery().args(library).current_dir(folder.path()).assert().success().stdout(contains("1 added"));
    let all = ["export", "--library", "talks.chancery", "--all", "--format", "jsonl"];
    chancery().args(all).current_dir(folder.path()).assert().success().stdout(contains("Čapek"));
    let unknown = ["extract", "--encoding", "morse", "talks.txt"];
    let told = contains("no encoding has this name").and(contains("windows-1251 (Cyrillic)"));
    chancery().args(unknown).current_dir(folder.path()).assert().code(2).stderr(told);
    let wrong = ["extract", "--encoding", "utf-8", "talks.txt"];
    let told = contains("The file cannot be in UTF-8");
    chancery().args(wrong).current_dir(folder.path()).assert().code(1).stderr(told);
}

/// A table whose columns nobody would guess: the longest texts are not the articles.
fn odd_table(folder: &Path) -> std::path::PathBuf {
    let notes =
        "Read twice by the desk, and filed under the harbor line with all that came before it. ".repeat(4);
    let text = "VALLETTA - Foreign Minister Maria Zerafa of Malta met Foreign Minister Jan Moravec of Czechia in Valletta on \
                Friday.";
    let row = |number: u32| format!("{number},\"{notes}\",\"{text}\",Round {number},1{number}/03/2021\n");
    let rows: String = (1..=3).map(row).collect();
    file(folder, "desk.csv", format!("nr,desk's notes,wire,kop,wann\n{rows}"))
}

#[test]
fn a_person_says_which_columns_of_a_table_hold_what() {
    let folder = tempdir().unwrap();
    odd_table(folder.path());
    let flags = ["--column", "text=Wire", "--column", "title=kop", "--column", "published=#5"];
    let read = |subcommand: &[&str]| {
        let mut command = chancery();
        command.args(subcommand).args(flags).arg("desk.csv").current_dir(folder.path());
        command.assert().success().get_output().stdout.clone()
    };
    let lines = String::from_utf8(read(&["extract", "--format", "jsonl"])).unwrap();
    let records: Vec<Record> = lines.lines().map(|line| Record::from_json(line).unwrap()).collect();
    assert_eq!(records.len(), 3);
    for (record, number) in records.iter().zip(1..) {
        assert!(record.article.text.contains("Zerafa") && !record.article.text.contains("Read twice"));
        assert_eq!(record.article.title.as_deref(), Some(&*format!("Round {number}")));
        assert_eq!(record.article.published, format!("2021-03-1{number}").parse().ok());
    }
    let told = String::from_utf8(read(&["import", "--library", "desk.chancery"])).unwrap();
    assert!(told.contains("3 added"), "{told}");
}

#[test]
fn a_column_that_is_not_there_is_told_with_those_that_are() {
    let folder = tempdir().unwrap();
    odd_table(folder.path());
    file(folder.path(), "talks.txt", ARTICLE);
    file(folder.path(), "other.csv", "kop,Body\nA,They met in Sfax.\n");
    file(folder.path(), "talks.jsonl", "{\"Body\": \"They met in Sfax.\", \"kop\": \"A\"}\n".repeat(2));
    let run = |arguments: &[&str]| {
        let mut command = chancery();
        command.args(arguments).current_dir(folder.path());
        command.assert()
    };
    let told = contains("desk.csv was not opened. The table has no column “Body”")
        .and(contains("It has nr, desk's notes, wire, kop, wann."))
        .and(contains("text, title, published, publisher, byline, address, language"));
    run(&["extract", "--column", "text=Body", "."])
        .code(1)
        .stderr(told)
        .stdout(contains("Sfax").and(contains("Zerafa")));
    let told = contains("talks.jsonl was not opened. The table has no column “wire”. It has Body, kop.");
    run(&["extract", "--column", "text=wire", "talks.jsonl"]).code(1).stderr(told);
    let roles = "columns hold text, title, published, publisher, byline, address, language";
    run(&["import", "--column", "corpus=wire", "desk.csv"])
        .code(2)
        .stderr(contains("corpus").and(contains(roles)));
    run(&["import", "--column", "title=kop", "desk.csv"])
        .code(2)
        .stderr(contains("no column is chosen for the text"));
    let twice = contains("two columns are chosen as text");
    run(&["extract", "--column", "text=wire", "--column", "text=kop", "desk.csv"]).code(2).stderr(twice);
}

#[test]
fn what_is_guessed_of_a_table_is_printed_as_the_options_that_say_so() {
    let folder = tempdir().unwrap();
    odd_table(folder.path());
    let printed = |arguments: &[&str], code: i32| {
        let mut command = chancery();
        command.arg("columns").args(arguments).current_dir(folder.path());
        String::from_utf8(command.assert().code(code).get_output().stdout.clone()).unwrap()
    };
    let guess = printed(&["desk.csv"], 0);
    assert!(guess.starts_with("desk.csv: 5 columns, named in the first row; 3 articles\n"), "{guess}");
    assert!(
        guess.lines().any(|line| line.starts_with("  wann ") && line.contains("published  11/03/2021")),
        "{guess}"
    );
    let options = guess.lines().last().unwrap().trim();
    assert_eq!(options, r"--column 'text=desk'\''s notes' --column title=wire --column published=wann");
    let said = printed(&["--column", "text=wire", "--column", "published=wann", "desk.csv"], 0);
    assert!(said.ends_with("  --column text=wire --column published=wann\n"), "{said}");
    assert!(
        said.contains("The same stands in every row of “wire”") && !said.contains("can be read"),
        "{said}"
    );
    file(folder.path(), "talks.txt", ARTICLE);
    printed(&["talks.txt"], 1);
    let short = format!("{}\n1,2,3\n", ["a\u{1b}[2J", "b", "c"].join(","));
    file(folder.path(), "numbers.csv", short);
    let none = printed(&["numbers.csv"], 1);
    assert!(none.contains("No column seems to hold the text") && !none.contains('\u{1b}'), "{none}");
}
