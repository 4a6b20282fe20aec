//! No bytes, however they came about, break what is promised for any input: inputs made by chance from
//! our own articles, records and libraries are fed to everything that reads something. A few of them run
//! with every test; for more of them:
//!
//! ```sh
//! CHANCERY_FUZZ=100000 cargo test --test fuzz -- --nocapture        # so many for each target
//! CHANCERY_FUZZ=100000 cargo test --test fuzz engine                # for one of them
//! CHANCERY_SEED=7 cargo test --test fuzz                            # other inputs
//! ```
//!
//! An input that breaks a promise is written to `tests/fixtures/fuzz/TARGET-DIGEST`, and is run again with
//! every test from then on. Where an input ends the program or its time, it is the one that stands in
//! `fuzz-TARGET` in the folder for temporary files.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test stops at the first thing that is not as promised"
)]

#[path = "../formats/made.rs"]
mod made;
mod mutate;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use chancery::import::{FORMATS, exports};
use mutate::{Chance, mutated};
use targets::{TARGETS, Target};

/// The number that is set in this variable.
fn set(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Where inputs are kept that once broke a promise.
fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fuzz")
}

fn fuzz(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let seeds = (target.seeds)();
    let seed = set("CHANCERY_SEED").unwrap_or(20_261_129);
    let inputs = set("CHANCERY_FUZZ").map_or(target.short, |count| usize::try_from(count).unwrap());
    println!("{name}: {inputs} inputs, CHANCERY_SEED={seed}");
    let mut chance = Chance::of(seed);
    let running = std::env::temp_dir().join(format!("fuzz-{name}"));
    for _ in 0..inputs {
        let input = mutated(&seeds, target.words, &mut chance);
        if inputs > target.short {
            std::fs::write(&running, &input).unwrap();
        }
        run(target, &input);
    }
    let _ = std::fs::remove_file(running);
}

/// Runs an input. One that breaks a promise becomes a fixture.
fn run(target: &Target, input: &[u8]) {
    if let Err(broken) = catch_unwind(AssertUnwindSafe(|| (target.run)(input))) {
        let digest = chancery::model::Sha256Hex::of(input);
        let kept = fixtures().join(format!("{}-{}", target.name, &digest.as_str()[..16]));
        std::fs::write(&kept, input).unwrap();
        println!("the input stands in {}", kept.display());
        resume_unwind(broken);
    }
}

#[test]
fn import_reads_any_file_or_says_why_not() {
    fuzz("import");
}

#[test]
fn documents_are_read_or_refused() {
    fuzz("documents");
}

#[test]
fn exports_of_databases_are_taken_apart_or_refused() {
    fuzz("exports");
}

#[test]
fn lists_of_references_are_read_or_refused() {
    fuzz("references");
}

#[test]
fn every_format_and_every_layout_of_an_export_has_a_seed() {
    let (formats, layouts) = targets::readers();
    for format in FORMATS {
        assert!(formats.contains(&format.name), "no target has a seed that is read as {}", format.name);
    }
    for layout in exports() {
        assert!(layouts.contains(&layout), "no target has a seed that is an export of {layout}");
    }
}

#[test]
fn the_engine_reads_any_text() {
    fuzz("engine");
}

#[test]
fn records_are_read_whole_or_refused() {
    fuzz("records");
}

#[test]
fn search_answers_any_query() {
    fuzz("search");
}

#[test]
fn a_library_is_sound_or_said_not_to_be() {
    fuzz("library");
}

#[test]
fn what_once_broke_a_promise_does_so_no_longer() {
    for entry in std::fs::read_dir(fixtures()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let target = TARGETS.iter().find(|target| name.starts_with(target.name));
        (target.expect("the name begins with a target's").run)(&std::fs::read(&path).unwrap());
    }
}
