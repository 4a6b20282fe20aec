//! Whose work is in the program, and on what terms: every crate that is linked may be given away in a binary, and
//! `assets/licenses/THIRD-PARTY.txt` has the notices that have to go with it. To bring the file in step:
//! `UPDATE_NOTICES=1 cargo test --test licenses`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as promised"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, LicenseReq, Licensee, ParseMode};

const NOTICES: &str = "assets/licenses/THIRD-PARTY.txt";

/// The terms that are accepted, those first that ask least of whoever packs the program.
const ACCEPTED: &[&str] = &[
    "Apache-2.0",
    "MIT",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "Unicode-3.0",
    // Changes to its files are to be published, and nothing beyond: each notice says where they are.
    "MPL-2.0",
    // Letters that egui falls back to, embedded as they are.
    "OFL-1.1",
    "Ubuntu-font-1.0",
];

/// A crate that is linked into the program for Linux.
struct Crate {
    name: String,
    license: String,
    authors: String,
    repository: String,
    folder: PathBuf,
}

impl Crate {
    /// The terms that it is taken on; none where it offers none that is accepted.
    fn terms(&self) -> Option<Vec<LicenseReq>> {
        let licensees: Vec<Licensee> = ACCEPTED.iter().map(|name| Licensee::parse(name).unwrap()).collect();
        Expression::parse_mode(&self.license, ParseMode::LAX).ok()?.minimized_requirements(&licensees).ok()
    }

    /// The notices in its folders: beside its manifest those of the terms that it is taken on, below it all.
    fn notices(&self, terms: &[LicenseReq]) -> Vec<String> {
        let mut texts = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            let mut entries: Vec<PathBuf> =
                std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
            entries.sort();
            for path in entries {
                let name = path.file_name().unwrap().to_string_lossy().to_lowercase();
                if path.is_dir() {
                    // What is not compiled is not given away.
                    folders.extend(
                        (!["tests", "assets", "benches", "examples"].contains(&&*name)).then_some(path),
                    );
                } else if is_notice(&name) && (folder != self.folder || is_of(&name, terms)) {
                    texts.push(tidy(&std::fs::read_to_string(path).unwrap()));
                }
            }
        }
        texts
    }
}

fn is_notice(name: &str) -> bool {
    let begins = ["license", "licence", "copying", "notice", "ofl", "ufl"];
    (begins.iter().any(|begin| name.starts_with(begin)) || name.ends_with("license.txt"))
        && !name.ends_with(".rs")
}

/// Whether a file beside a manifest is about these terms; its name says it where there are several.
fn is_of(name: &str, terms: &[LicenseReq]) -> bool {
    let is_taken = |license: &str| terms.iter().any(|term| term.to_string().starts_with(license));
    match () {
        () if name.starts_with("notice") => true,
        () if name.contains("apache") => false,
        () if name.contains("mit") => is_taken("MIT"),
        () if name.contains("zlib") => is_taken("Zlib"),
        () if name.contains("bsd") => is_taken("BSD"),
        () if name.contains("unicode") => is_taken("Unicode"),
        // The text of the Apache license stands in this folder once.
        () => terms.iter().any(|term| term.to_string() != "Apache-2.0"),
    }
}

/// The same text without what differs in spaces only.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// An author without the address.
fn name_of(author: &str) -> &str {
    author.split('<').next().unwrap_or_default().trim()
}

fn cargo(arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO")).args(arguments).args(["--locked", "--color=never"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// All crates that are linked into the program for Linux, by name and version.
fn linked() -> Vec<Crate> {
    let target = "x86_64-unknown-linux-gnu";
    let tree =
        cargo(&["tree", "--edges=normal,no-proc-macro", "--prefix=none", "--format={p}", "--target", target]);
    let metadata = cargo(&["metadata", "--format-version=1", "--filter-platform", target]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut known = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        let authors: Vec<&str> =
            package["authors"].as_array().unwrap().iter().filter_map(Value::as_str).map(name_of).collect();
        let name = format!("{} v{}", text(&package["name"]), text(&package["version"]));
        let folder = Path::new(&text(&package["manifest_path"])).parent().unwrap().to_owned();
        let about = Crate {
            name: name.clone(),
            license: text(&package["license"]),
            authors: authors.join(", "),
            repository: text(&package["repository"]),
            folder,
        };
        known.insert(name, about);
    }
    let own = concat!("chancery v", env!("CARGO_PKG_VERSION"));
    let mut names: Vec<String> =
        tree.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    names.sort();
    names.dedup();
    let linked: Vec<Crate> =
        names.iter().filter(|name| *name != own).map(|name| known.remove(name).unwrap()).collect();
    assert!(linked.len() > 100, "the crates are not where they should be");
    linked
}

/// What has to go with the program: the crates by their terms, then every text once with whose it is.
fn notices(crates: &[Crate]) -> String {
    let mut out = String::from(
        "Chancery contains the work of others. Here is whose, on what terms each is given, and the notices that\n\
         go with it. The Apache License 2.0 stands beside this file (Apache-2.0.txt). The source of every crate is\n\
         published under the address beside its name.\n\n",
    );
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for linked in crates {
        let terms = linked.terms().unwrap();
        let names: Vec<String> = terms.iter().map(ToString::to_string).collect();
        let by = if linked.authors.is_empty() { String::new() } else { format!(", by {}", linked.authors) };
        writeln!(out, "{} ({}){by}, {}", linked.name, names.join(" and "), linked.repository).unwrap();
        let mut found = linked.notices(&terms);
        if found.is_empty() {
            let standard = terms.iter().filter(|term| term.to_string() != "Apache-2.0");
            found.extend(standard.map(|term| tidy(term.license.id().unwrap().text())));
        }
        found.into_iter().for_each(|text| texts.entry(text).or_default().push(&linked.name));
    }
    let mut texts: Vec<_> = texts.into_iter().map(|(text, of)| (of, text)).collect();
    texts.sort();
    for (mut of, text) in texts {
        of.dedup();
        write!(out, "\n{}\n{}\n\n{text}\n", "=".repeat(100), of.join(", ")).unwrap();
    }
    out
}

#[test]
fn every_linked_crate_may_be_given_away_in_a_binary() {
    let refused: Vec<String> = linked()
        .iter()
        .filter(|linked| linked.terms().is_none())
        .map(|linked| format!("{} ({})", linked.name, linked.license))
        .collect();
    assert_eq!(refused, Vec::<String>::new(), "neither permissive nor MPL");
}

#[test]
fn terms_that_oblige_whoever_links_are_refused() {
    let offering = |license: &str| Crate {
        name: "some v1.0.0".into(),
        license: license.into(),
        authors: String::new(),
        repository: String::new(),
        folder: PathBuf::new(),
    };
    for license in ["GPL-3.0-only", "LGPL-2.1-or-later", "MIT AND GPL-2.0-only", "CC-BY-NC-4.0", "", "Custom"]
    {
        assert!(offering(license).terms().is_none(), "{license}");
    }
    for license in ["MIT OR GPL-3.0-only", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0", "MPL-2.0"]
    {
        assert!(offering(license).terms().is_some(), "{license}");
    }
}

#[test]
fn the_notices_are_those_of_what_is_linked() {
    let made = notices(&linked());
    if std::env::var_os("UPDATE_NOTICES").is_some() {
        std::fs::write(NOTICES, &made).unwrap();
    }
    let kept = std::fs::read_to_string(NOTICES).unwrap_or_default();
    let differs = made.lines().zip(kept.lines()).find(|(made, kept)| made != kept);
    assert!(
        made == kept,
        "{NOTICES} is not in step ({differs:?}); run: UPDATE_NOTICES=1 cargo test --test licenses"
    );
    for words in [
        "Permission is hereby granted, free of charge",
        "Redistribution and use in source and binary forms",
        "UNICODE, INC. LICENSE AGREEMENT",
        "Mozilla Public License Version 2.0",
    ] {
        assert!(kept.contains(words), "{words}");
    }
}
