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
fn every_key_that_the_readme_and_the_manual_name_does_something() {
    let of_actions = ACTIONS.iter().flat_map(|action| action.keys.iter().copied());
    // Those of one place stand in the window's own list of keys.
    let of_places = KEYS_OF_PLACES.iter().flat_map(|(_, does)| does.split([' ', ',', ';']));
    let keys: BTreeSet<&str> = of_actions.chain(of_places).collect();
    let is_key = |word: &&str| {
        word.starts_with("Ctrl+")
            || word.starts_with("Alt+")
            || matches!(word.as_bytes(), [b'F', b'1'..=b'9'])
    };
    let is_for_users = |path: &Path| path == Path::new("README.md") || path.starts_with("assets/manual");
    for (path, page) in pages().into_iter().filter(|(path, _)| is_for_users(path)) {
        let words = page.split(|c: char| !c.is_alphanumeric() && c != '+').filter(is_key);
        // "Ctrl+click" is the pointer's.
        let words = words.filter(|word| !word.ends_with("+click"));
        let unknown: Vec<&str> = words.filter(|word| !keys.contains(word)).collect();
        assert_eq!(unknown, Vec::<&str>::new(), "{}", path.display());
    }
}

#[test]
fn every_subcommand_and_option_that_a_page_types_is_understood() {
    let mut typed = BTreeSet::new();
    for (_, page) in pages() {
        for line in commands(&page).filter(|line| line.starts_with("chancery ")) {
            let words: Vec<&str> = line.split_whitespace().skip(1).collect();
            let options = words.iter().filter(|word| word.starts_with("--")).map(|word| (*word).to_owned());
            let subcommand = words.first().filter(|word| !word.starts_with("--"));
            typed.insert((subcommand.map(|word| (*word).to_owned()), options.collect::<Vec<_>>()));
        }
    }
    assert!(typed.len() > 8, "{typed:?}");
    for (subcommand, options) in typed {
        let mut command = Command::cargo_bin("chancery").unwrap();
        let help = command.args(&subcommand).arg("--help").output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        let of = subcommand.map_or(" [OPTIONS]".to_owned(), |subcommand| format!(" {subcommand}"));
        assert!(help.contains(&format!("Usage: chancery{of}")), "{of}: {help}");
        for option in options {
            assert!(help.contains(&option), "{of} {option}");
        }
    }
}

#[test]
fn the_guide_explains_every_code_as_the_window_does() {
    const GUIDE: &str = "assets/manual/coding-guide.md";
    const SECTION: &str = "## Every choice in short\n\n";
    let guide = std::fs::read_to_string(GUIDE).unwrap();
    let (before, codes) = guide.split_once(SECTION).unwrap();
    let (lead, _) = codes.split_once("\n\n").unwrap();
    let due = format!("{lead}\n\n{}", chancery::review::coding_guide());
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        std::fs::write(GUIDE, format!("{before}{SECTION}{due}")).unwrap();
    } else {
        assert_eq!(codes, due, "UPDATE_GUIDE=1 cargo test --test pages writes it anew");
    }
}

/// Riddles, and what research assistants say instead.
const RIDDLES: &[(&str, &str)] = &[
    ("rule out", "reject"),
    ("ruled out", "rejected"),
    ("rules out", "rejects"),
    ("ruling out", "rejection"),
    ("rules a value out", "rejects a value"),
    ("ruled on", "decided"),
    ("you infer", "inferred"),
    ("i infer", "inferred"),
    ("to look at", "to check"),
    ("take it back", "undo"),
    ("taken back", "undone"),
    ("take the change", "undo"),
    ("the flag away", "remove flag"),
    ("put all away", "dismiss all"),
    ("all the same", "anyway"),
    ("is missing.", "No party: which …?"),
    ("propose anew", "re-run proposals"),
    ("proposals made anew", "proposals re-run"),
    ("otherwise than", "rename"),
    ("worded otherwise", "reworded"),
    ("person otherwise", "rename a person"),
    ("party another", "replace a party"),
    ("on other terms", "with different terms"),
    ("only here", "only in this report"),
    ("only there", "only in the other"),
    ("however firmly", "any strength"),
    ("whenever due", "any deadline"),
    ("stands on {", "based on"),
    ("for want of", "without"),
    ("last first", "reverse order"),
    ("letters in a line", "line length"),
    ("is older", "is out of date"),
    ("written out", "stated in full"),
    ("whom it concerns", "which articles it changes"),
    ("it concerns", "it changes"),
    ("all that are listed", "listed articles"),
    ("ledger", "commitments"),
    ("ringed", "circled"),
    ("lets be", "cancels"),
    ("let it be", "restore"),
];

#[test]
fn neither_the_window_nor_the_pages_speak_in_riddles() {
    let mut spoken = Vec::new();
    let is_for_users = |path: &Path| path.starts_with("assets") || path == Path::new("README.md");
    for (path, page) in pages().into_iter().filter(|(path, _)| is_for_users(path)) {
        spoken.push((path.display().to_string(), page.replace('\n', " ")));
    }
    for room in ["ui", "app", "review", "across", "work", "cli"] {
        for path in sources(&Path::new("src").join(room)) {
            let source = std::fs::read_to_string(&path).unwrap();
            let source = source.split("#[cfg(test)]").next().unwrap();
            let spoken_here = spoken_by(source).into_iter().filter(|words| is_for_people(words));
            spoken.extend(spoken_here.map(|words| (path.display().to_string(), words)));
        }
    }
    assert!(spoken.len() > 700, "{} texts are found", spoken.len());
    let mut riddles = Vec::new();
    for (place, words) in &spoken {
        let lower = words.to_lowercase();
        for (riddle, better) in RIDDLES.iter().filter(|(riddle, _)| lower.contains(riddle)) {
            let from = lower.find(riddle).unwrap_or_default();
            let near: String = lower.chars().skip(from.saturating_sub(30)).take(90).collect();
            riddles.push(format!("{place}: “{riddle}”, better “{better}”: {near}"));
        }
    }
    assert_eq!(riddles, Vec::<String>::new());
}

/// Whether a literal is for people to read: words with spaces, or one that begins with a capital letter.
fn is_for_people(words: &str) -> bool {
    words.contains(' ') || words.chars().next().is_some_and(char::is_uppercase)
}

/// The sources of a room, but for its tests.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("tests") {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    found
}

/// The texts between quotation marks of a source, and what `///` says where clap prints it.
fn spoken_by(source: &str) -> Vec<String> {
    let is_of_clap = source.contains("clap::");
    let printed = source.lines().filter_map(|line| line.trim().strip_prefix("/// "));
    let mut found: Vec<String> = printed.filter(|_| is_of_clap).map(str::to_owned).collect();
    // Comments go first, for their apostrophes and marks.
    let code: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.split(" // ").next().unwrap_or(line))
        .flat_map(|line| [line, "\n"])
        .collect();
    let code = code.replace("'\"'", "' '");
    let (mut words, mut letters): (Option<String>, _) = (None, code.chars());
    while let Some(letter) = letters.next() {
        match (letter, &mut words) {
            ('"', None) => words = Some(String::new()),
            ('"', Some(_)) => {
                let whole = words.take().unwrap_or_default();
                found.push(whole.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            ('\\', Some(words)) => words.extend(letters.next().filter(|letter| *letter != '\n')),
            (letter, Some(words)) => words.push(letter),
            (_, None) => {}
        }
    }
    found
}
