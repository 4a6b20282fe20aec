//! The pages that people read about the program: what they point to is there, and what they say can be typed.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use chancery::app::ACTIONS;
use chancery::ui::KEYS_OF_PLACES;

/// Every page, by its path.
fn pages() -> Vec<(PathBuf, String)> {
    let mut folders = vec![PathBuf::from(".github"), PathBuf::from("assets/manual")];
    let mut paths = vec![PathBuf::from("README.md")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                paths.push(path);
            }
        }
    }
    assert!(paths.len() > 5, "the pages are not where they should be");
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The lines of a page's blocks for a shell.
fn commands(page: &str) -> impl Iterator<Item = &str> {
    page.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).flat_map(str::lines)
}

#[test]
fn every_link_between_pages_leads_somewhere() {
    let mut broken = Vec::new();
    for (path, page) in pages() {
        for rest in page.split("](").skip(1) {
            let target = rest.split(')').next().unwrap();
            let target = target.split('#').next().unwrap();
            if target.contains("://") || target.is_empty() {
                continue;
            }
            if !path.parent().unwrap().join(target).exists() {
                broken.push(format!("{}: {target}", path.display()));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

/// "src/ui/theme.rs" and the like, between backticks.
#[test]
fn every_file_that_a_page_names_is_there() {
    let mut missing = Vec::new();
    for (path, page) in pages() {
        for name in page.split('`').skip(1).step_by(2) {
            let begins = ["src/", "assets/", "tests/", ".ci/", ".github/"];
            let is_path = begins.iter().any(|begin| name.starts_with(begin));
            if is_path && !name.contains(['*', ' ', '<']) && !Path::new(name).exists() {
                missing.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_key_that_the_readme_and_the_guide_name_does_something() {
    let of_actions = ACTIONS.iter().flat_map(|action| action.keys.iter().copied());
    // Those of one place stand in the window's own list of keys.
    let of_places = KEYS_OF_PLACES.iter().flat_map(|(_, does)| does.split([' ', ',', ';']));
    let keys: BTreeSet<&str> = of_actions.chain(of_places).collect();
    let is_key = |word: &&str| {
        word.starts_with("Ctrl+")
            || word.starts_with("Alt+")
            || matches!(word.as_bytes(), [b'F', b'1'..=b'9'])
    };
    for name in ["README.md", "assets/manual/guide.md"] {
        let page = std::fs::read_to_string(name).unwrap();
        let words = page.split(|c: char| !c.is_alphanumeric() && c != '+').filter(is_key);
        // "Ctrl+click" is the pointer's.
        let words = words.filter(|word| !word.ends_with("+click"));
        let unknown: Vec<&str> = words.filter(|word| !keys.contains(word)).collect();
        assert_eq!(unknown, Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn every_subcommand_and_option_that_a_page_types_is_understood() {
    let mut typed = BTreeSet::new();
    for (_, page) in pages() {
        for line in commands(&page).filter(|line| line.starts_with("chancery ")) {
            let words: Vec<&str> = line.split_whitespace().skip(1).collect();
            let options = words.iter().filter(|word| word.starts_with("--")).map(|word| (*word).to_owned());
            typed.insert((words[0].to_owned(), options.collect::<Vec<_>>()));
        }
    }
    assert!(typed.len() > 8, "{typed:?}");
    for (subcommand, options) in typed {
        let help = Command::cargo_bin("chancery").unwrap().args([&subcommand, "--help"]).output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        assert!(help.contains(&format!("Usage: chancery {subcommand}")), "{subcommand}: {help}");
        for option in options {
            assert!(help.contains(&option), "{subcommand} {option}");
        }
    }
}
