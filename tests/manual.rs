//! The manual says what is so: every field, format and action that it names exists, every one that exists is in it,
//! its examples are of the samples, and its commands do what they are shown for.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use chancery::app::{ACTIONS, Menu};
use chancery::export::FORMATS;
use chancery::ui::MANUAL;
use serde_json::Value;
use tempfile::{TempDir, tempdir};

fn chapter(file: &str) -> String {
    fs::read_to_string(Path::new("assets/manual").join(file)).unwrap()
}

/// What stands between backticks.
fn in_backticks(page: &str) -> BTreeSet<&str> {
    page.split("```").step_by(2).flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

/// The blocks of a page in this language.
fn blocks<'p>(page: &'p str, language: &str) -> Vec<&'p str> {
    let fence = format!("```{language}\n");
    page.split(&fence as &str).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// A folder to work in: articles, one of them by itself, records of them, and a library.
fn desk() -> TempDir {
    let desk = tempdir().unwrap();
    for folder in ["articles", "parts/one", "parts/two", "home"] {
        fs::create_dir_all(desk.path().join(folder)).unwrap();
    }
    for (sample, copies) in [
        ("harbour-line.txt", ["articles/harbour-line.txt", "talks.txt", "parts/one/a.txt"]),
        ("volta-call.txt", ["articles/volta-call.txt", "readout.txt", "parts/two/b.txt"]),
    ] {
        for copy in copies {
            fs::copy(Path::new("assets/samples").join(sample), desk.path().join(copy)).unwrap();
        }
    }
    let stream = serde_json::json!({ "id": "a-1", "text": fs::read_to_string("assets/samples/volta-call.txt").unwrap() });
    fs::write(desk.path().join("articles.jsonl"), format!("{stream}\n")).unwrap();
    let text = "The ministers of Malta and Tunisia met in Sfax on Friday.";
    fs::write(desk.path().join("export.csv"), format!("Date,Body\n2021-03-14,{text}\n2021-03-21,{text}\n"))
        .unwrap();
    for line in
        ["chancery extract -o records.jsonl articles", "chancery import --library talks.chancery articles"]
    {
        assert_eq!(failure(&desk, "bash", &["-c", line]), None);
    }
    desk
}

/// What a program complains of, if it does not do as it is told there.
fn failure(desk: &TempDir, program: &str, arguments: &[&str]) -> Option<String> {
    let folder = cargo_bin("chancery").parent().unwrap().display().to_string();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap());
    let home = desk.path().join("home");
    let mut command = Command::new(program);
    command.args(arguments).current_dir(desk.path()).env("PATH", path);
    command.env("HOME", &home).env("XDG_DATA_HOME", &home).env("XDG_CONFIG_HOME", &home);
    let done = command.output().unwrap();
    (!done.status.success()).then(|| format!("{arguments:?}\n{}", String::from_utf8_lossy(&done.stderr)))
}

#[test]
fn every_file_of_the_manual_is_a_chapter_in_the_program() {
    let files: BTreeSet<String> = fs::read_dir("assets/manual")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let shown: BTreeSet<String> = MANUAL.iter().map(|chapter| chapter.file.to_owned()).collect();
    assert_eq!(files, shown);
}

/// Whether this machine has what the lines begin with: not every one has GNU parallel.
fn has_its_program(lines: &str) -> bool {
    let program = lines.split_whitespace().next().unwrap();
    program != "parallel" || Command::new(program).arg("--version").output().is_ok()
}

/// Whether a block of Python needs nothing that has to be installed beside it.
fn is_plain(block: &str) -> bool {
    !["pandas", "dask", "pyspark"].iter().any(|package| block.contains(package))
}

#[test]
fn every_command_that_the_manual_shows_does_its_work() {
    let mut failures = Vec::new();
    let mut run = 0;
    for chapter_of in MANUAL {
        let page = chapter(chapter_of.file);
        let desk = desk();
        for block in blocks(&page, "sh") {
            // As one script, which stops at the first line that goes wrong.
            run += block.lines().count();
            if has_its_program(block) {
                failures.extend(failure(&desk, "bash", &["-euo", "pipefail", "-c", block]));
            }
        }
        // What asks for more than Python is run in `tests/clusters` and `.ci/round_trip`.
        for block in blocks(&page, "python").into_iter().filter(|block| is_plain(block)) {
            run += 1;
            failures.extend(failure(&desk, "python3", &["-c", block]));
        }
    }
    assert!(run > 15, "{run} commands");
    assert_eq!(failures, Vec::<String>::new());
}

/// The page in the window is so wide: what is to be typed is seen to its end.
#[test]
fn no_line_to_be_typed_is_wider_than_the_page() {
    const WIDEST: usize = 66;
    for chapter_of in MANUAL {
        for block in chapter(chapter_of.file).split("```").skip(1).step_by(2) {
            for line in block.lines() {
                assert!(line.chars().count() <= WIDEST, "{}: {line}", chapter_of.file);
            }
        }
    }
}

/// The fields that a coder decides, and the choices of those that have some.
#[test]
fn the_coding_guide_defines_every_field_and_every_choice_and_no_other() {
    let page = chapter("coding-guide.md");
    let named = in_backticks(&page);
    let schema: Value = serde_json::from_str(include_str!("../assets/schema/record.schema.json")).unwrap();
    let mut known = BTreeSet::new();
    let mut asked = BTreeSet::new();
    for (name, of) in schema["$defs"].as_object().unwrap() {
        let fields = of["properties"].as_object().into_iter().flatten().map(|(field, _)| field.as_str());
        let choices =
            of["oneOf"].as_array().into_iter().flatten().filter_map(|choice| choice["const"].as_str());
        let words: BTreeSet<&str> = fields.chain(choices).collect();
        known.extend(&words);
        if [
            "Meeting",
            "MeetingKind",
            "MeetingDate",
            "Basis",
            "Location",
            "Role",
            "Obligation",
            "Ruling",
            "ReviewStatus",
        ]
        .contains(&name.as_str())
        {
            asked.extend(&words);
        }
        // What numbers them is no person's to decide.
        if ["Participant", "Commitment", "Party"].contains(&name.as_str()) {
            asked.extend(words.into_iter().filter(|word| *word != "id"));
        }
    }
    known.extend(schema["properties"].as_object().unwrap().keys().map(String::as_str));
    let missing: Vec<_> = asked.difference(&named).collect();
    assert_eq!(missing, Vec::<&&str>::new(), "the coding guide does not define these");
    let topics = include_str!("../assets/tables/topics.tsv").lines().filter_map(|row| row.split('\t').next());
    known.extend(topics);
    let is_value = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || word.contains([' ', '.']);
    let unknown: Vec<&str> =
        named.into_iter().filter(|word| !known.contains(word) && !is_value(word)).collect();
    assert_eq!(unknown, Vec::<&str>::new(), "no record has these");
}

#[test]
fn every_example_of_the_manual_stands_in_a_sample() {
    let samples: String = fs::read_dir("assets/samples")
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let mut quoted = 0;
    for chapter_of in MANUAL {
        for example in
            chapter(chapter_of.file).lines().filter_map(|line| line.strip_prefix("> ").map(str::to_owned))
        {
            quoted += 1;
            assert!(samples.contains(&example), "{}: {example}", chapter_of.file);
        }
    }
    assert!(quoted > 8, "{quoted} examples");
}

#[test]
fn the_chapter_on_exports_names_every_format() {
    let page = chapter("exports.md");
    let named = in_backticks(&page);
    for format in FORMATS {
        assert!(named.contains(format.name) && page.contains(format.label), "{}", format.name);
    }
}

/// "*File > Save*" and the like.
#[test]
fn every_menu_that_the_manual_names_has_that_action() {
    let mut unknown = Vec::new();
    let mut named = 0;
    for chapter_of in MANUAL {
        let page = chapter(chapter_of.file);
        // Two stars around what is bold leave nothing between them, so that what is in italics stays every second.
        let italics = page.split("```").step_by(2).flat_map(|prose| prose.split('*').skip(1).step_by(2));
        for words in italics.map(|words| words.replace('\n', " ")) {
            let Some((menu, label)) = words.split_once(" > ") else { continue };
            named += 1;
            if menu == "Settings" {
                continue;
            }
            let of_menu = |action: &&chancery::app::Action| {
                Menu::ALL.contains(&action.menu)
                    && action.menu.label() == menu
                    && action.label.trim_end_matches('…') == label
            };
            if !ACTIONS.iter().any(|action| of_menu(&action)) {
                unknown.push(format!("{}: {words}", chapter_of.file));
            }
        }
    }
    assert!(named > 4, "{named} actions");
    assert_eq!(unknown, Vec::<String>::new());
}
