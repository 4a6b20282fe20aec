//! The house: which room may know which, and what every file has to have. See `src/lib.rs`.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

use std::path::{Path, PathBuf};

/// The rooms, and those that each may import.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("calendar", &["model"]),
    ("lexicon", &["model", "calendar"]),
    ("import", &["model", "calendar", "lexicon"]),
    ("extract", &["model", "calendar", "lexicon"]),
    ("charts", &["model"]),
    ("export", &["model", "lexicon", "charts"]),
    ("store", &["model"]),
    ("review", &["model", "calendar", "lexicon", "import", "extract", "export"]),
    ("across", &["model", "calendar", "lexicon", "import", "extract", "export", "store", "charts", "review"]),
    (
        "work",
        &[
            "model", "calendar", "lexicon", "import", "extract", "export", "store", "charts", "review",
            "across",
        ],
    ),
    (
        "app",
        &[
            "model", "calendar", "lexicon", "import", "extract", "export", "store", "charts", "review",
            "across", "work",
        ],
    ),
    ("ui", &["model", "calendar", "lexicon", "charts", "export", "review", "across", "app"]),
    ("cli", &["model", "extract", "export", "store", "work"]),
];

/// What only some rooms may name, and which rooms these are.
const RESERVED: &[(&[&str], &[&str])] = &[
    (&["egui::", "eframe::", "egui_extras::", "rfd::"], &["ui"]),
    (&["std::fs", "tempfile::"], &["store", "work", "app"]),
    (&["std::thread", "thread::spawn"], &["store", "work", "app", "ui"]),
    (&["rusqlite::"], &["store"]),
    (&["clap::", "clap_complete::", "clap_mangen::", "indicatif::"], &["cli"]),
    // The engine does nothing that a log could tell.
    (&["log::debug!", "log::info!", "log::warn!", "log::error!"], &["store", "work", "app", "ui", "cli"]),
    (&["anyhow::"], &["cli", "ui"]),
    (&["Instant::now", "Timestamp::now", "SystemTime"], &["app", "model", "ui", "work"]),
    (&["println!", "eprintln!"], &[]),
    (&["TcpStream", "UdpSocket", "std::net"], &[]),
];

/// A source file.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The room that it stands in; none for `lib.rs` and `main.rs`.
    fn room(&self) -> Option<&str> {
        let mut parts = self.path.strip_prefix("src").unwrap().components();
        let first = parts.next().unwrap().as_os_str().to_str().unwrap();
        parts.next().map(|_| first)
    }

    /// Its lines of code: no comments, and nothing after its unit tests begin.
    fn code(&self) -> impl Iterator<Item = &str> {
        let lines = self.text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
        lines.filter(|line| !line.trim_start().starts_with("//"))
    }

    /// The rooms that it names as `crate::room`, by itself or within braces.
    fn known_rooms(&self) -> Vec<&'static str> {
        let code = self.code().collect::<Vec<_>>().join(" ");
        let after: Vec<&str> = code.split("crate::").skip(1).collect();
        let names = |after: &str, room: &str| match after.strip_prefix('{') {
            Some(group) => {
                let group = group.split_once(';').map_or(group, |(group, _)| group);
                group.split([',', '{', '}']).any(|part| part.trim().split("::").next() == Some(room))
            }
            None => after.split(|c: char| !c.is_alphanumeric() && c != '_').next() == Some(room),
        };
        let is_known = |room: &&str| after.iter().any(|after| names(after, room));
        ROOMS.iter().map(|(room, _)| *room).filter(is_known).collect()
    }
}

/// What a `use` brings in, written out: `a::{b, c::{d, e}}` is `a::b`, `a::c::d` and `a::c::e`.
fn leaves(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((stem, group)) = tree.strip_suffix('}').and_then(|tree| tree.split_once('{')) else {
        return if tree.is_empty() { Vec::new() } else { vec![tree.to_owned()] };
    };
    let mut depth = 0;
    let members = group.split(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    members.flat_map(leaves).map(|leaf| format!("{stem}{leaf}")).collect()
}

impl Source {
    /// The modules that lead to it: `review`, `edit` and `step` for `src/review/edit/step.rs`.
    fn modules(&self) -> Vec<String> {
        let path = self.path.strip_prefix("src").unwrap().with_extension("");
        let mut modules: Vec<String> = path.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        modules.pop_if(|last| last == "mod");
        modules
    }

    /// What its `use` lines bring in, as they are written.
    fn used(&self) -> Vec<String> {
        let code: Vec<&str> = self.code().collect();
        let is_use =
            |line: &str| line.starts_with("use ") || line.starts_with("pub") && line.contains(" use ");
        let statement = |from: usize| {
            let rest = || code.iter().skip(from).copied();
            let lines = rest().take_while(|line| !line.contains(';')).count() + 1;
            rest().take(lines).collect::<String>()
        };
        let uses = code.iter().enumerate().filter(|(_, line)| is_use(line)).map(|(from, _)| statement(from));
        uses.flat_map(|used| leaves(used.split_once("use ").unwrap().1.split(';').next().unwrap())).collect()
    }

    /// The paths within the crate that it names, in its `use` lines or elsewhere, from the crate's root.
    fn named(&self) -> Vec<Vec<String>> {
        let code = self.code().filter(|line| !line.contains("use ")).collect::<Vec<_>>().join("\n");
        let words = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').map(str::to_owned);
        let paths = self.used().into_iter().chain(words);
        paths.filter_map(|path| self.rooted(path.split(" as ").next().unwrap())).collect()
    }

    /// A path that begins with `crate`, `super` or `self`, from the crate's root.
    fn rooted(&self, path: &str) -> Option<Vec<String>> {
        let mut parts = path.split("::").peekable();
        let mut modules = if parts.next_if_eq(&"crate").is_some() {
            Vec::new()
        } else {
            matches!(*parts.peek()?, "super" | "self").then(|| self.modules())?
        };
        parts.next_if_eq(&"self");
        while parts.next_if_eq(&"super").is_some() {
            modules.pop();
        }
        Some(modules.into_iter().chain(parts.map(str::to_owned)).collect())
    }
}

fn sources() -> Vec<Source> {
    let mut folders = vec![PathBuf::from("src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                sources.push(Source { path, text });
            }
        }
    }
    // Files of tests may do what tests have to do.
    let is_of_tests =
        |path: &Path| path.iter().any(|part| part == "tests" || part == "tests.rs" || part == "endless.rs");
    sources.retain(|source: &Source| !is_of_tests(&source.path));
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 50, "the sources are not where they should be");
    sources
}

/// Fails with the list of what is wrong.
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_room_stands_in_the_table() {
    for source in sources() {
        if let Some(room) = source.room() {
            assert!(ROOMS.iter().any(|(known, _)| *known == room), "{}", source.path.display());
        }
    }
}

#[test]
fn rooms_import_downwards_only() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some(room) = source.room() else { continue };
        let (_, may_know) = ROOMS.iter().find(|(known, _)| *known == room).unwrap();
        for known in source.known_rooms() {
            if known != room && !may_know.contains(&known) {
                faults.push(format!("{} knows {known}", source.path.display()));
            }
        }
    }
    none(faults);
}

#[test]
fn pixels_files_and_messages_stay_in_their_rooms() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some(room) = source.room() else { continue };
        for (names, rooms) in RESERVED.iter().filter(|(_, rooms)| !rooms.contains(&room)) {
            for name in *names {
                if source.code().any(|line| line.contains(name)) {
                    faults.push(format!("{} names {name}, which only {rooms:?} may", source.path.display()));
                }
            }
        }
    }
    none(faults);
}

/// A parser that takes pages of any depth ends the process. The one that counts is `import::pages::tree`; the library
/// that finds the main text is given its tree, and starts from an empty page.
#[test]
fn pages_are_parsed_in_one_place_where_their_depth_is_counted() {
    const CRATES: &[&str] = &["html5ever", "scraper", "trafilatura"];
    const PARSERS: &[&str] =
        &["parse_document", "parse_fragment", "TreeBuilder::new", "Document::parse", "extract("];
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| !source.path.ends_with("pages/tree.rs")) {
        let knows = source.code().any(|line| CRATES.iter().any(|name| line.contains(name)));
        for line in source.code().filter(|line| knows && !line.contains("Document::parse(\"\")")) {
            if PARSERS.iter().any(|parser| line.contains(parser)) {
                faults.push(format!("{} parses a page: {}", source.path.display(), line.trim()));
            }
        }
    }
    none(faults);
}

#[test]
fn every_file_says_what_it_is_and_fits_in_the_head() {
    let mut faults = Vec::new();
    for source in sources() {
        let (name, lines) = (source.path.display(), source.text.lines().count());
        if !source.text.starts_with("//! ") {
            faults.push(format!("{name} does not begin by saying what it is (//!)"));
        }
        if lines > 500 {
            faults.push(format!("{name} has {lines} lines and wants splitting"));
        }
    }
    none(faults);
}

#[test]
fn every_room_has_one_door() {
    let mut faults = Vec::new();
    for (room, _) in ROOMS {
        let door = Path::new("src").join(room).join("mod.rs");
        let text = std::fs::read_to_string(&door).unwrap();
        for line in
            text.lines().filter(|line| line.starts_with("pub mod ") || line.starts_with("pub(crate) mod "))
        {
            faults.push(format!("{} shows a module rather than names: {line}", door.display()));
        }
    }
    none(faults);
}

#[test]
fn inside_a_room_a_file_imports_its_neighbor_from_the_neighbors_own_file() {
    let sources = sources();
    let doors: Vec<(Vec<String>, Vec<String>)> = sources
        .iter()
        .filter(|source| source.path.ends_with("mod.rs"))
        .map(|door| {
            let name = |used: String| used.rsplit([':', ' ']).next().unwrap_or_default().to_owned();
            (door.modules(), door.used().into_iter().map(name).collect())
        })
        .collect();
    let modules: Vec<Vec<String>> = sources.iter().map(Source::modules).collect();
    let mut faults = Vec::new();
    for source in &sources {
        let is_inside = |door: &[String]| source.modules().starts_with(door) && source.modules() != door;
        let through_door = |path: &Vec<String>| {
            let to = doors.iter().find(|(door, _)| {
                path.len() > door.len() && path.starts_with(door) && {
                    let next = &path[..=door.len()];
                    is_inside(door) && !modules.iter().any(|module| module == next)
                }
            });
            to.is_some_and(|(door, shown)| shown.contains(&path[door.len()]))
        };
        for path in source.named().iter().filter(|path| through_door(path)) {
            faults.push(format!("{} takes {} by the door", source.path.display(), path.join("::")));
        }
    }
    none(faults);
}

#[test]
fn the_top_level_stays() {
    let known = ["Cargo.toml", "Cargo.lock", "README.md", "src", "assets", "tests", "target"];
    for entry in std::fs::read_dir(".").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.starts_with('.') || known.contains(&name.as_str()), "{name} does not belong here");
    }
}
