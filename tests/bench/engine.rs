//! How fast the engine reads: `cargo bench --bench engine [FOLDER]`.
//!
//! Prints articles and megabytes a second on one core, for the whole way from the bytes of a plain
//! text to a finished record, beside the bare floor on the same text: cutting it into words and one
//! pass of the gazetteer. Reads the text files of a folder, or else the samples and fixtures of this
//! project; reads them also end to end as one long article, to show that time grows as length does.
//! Figures are the best of several rounds, so that other work on the machine disturbs them least.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use chancery::{extract, import, lexicon::Lexicon};

/// Small articles are read in rounds of about so many bytes.
const ROUND: usize = 3_000_000;

/// Of so many rounds the best counts.
const ROUNDS: usize = 5;

/// The length of the one long article.
const LONG: usize = 1_000_000;

fn main() {
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let texts = folder.map_or_else(own_texts, |folder| texts(&folder));
    if texts.is_empty() {
        println!("no .txt files to read");
        return;
    }

    let started = Instant::now();
    let lexicon = Lexicon::built_in();
    println!("lexicon loaded      {:8.1} ms", started.elapsed().as_secs_f64() * 1e3);

    let pile = pile(&texts);
    let long = vec![long(&texts)];
    for (what, articles) in [("many small articles", &pile), ("one long article", &long)] {
        let bytes: usize = articles.iter().map(|(_, text)| text.len()).sum();
        println!("\n{what}: {} of {} bytes on average", articles.len(), bytes / articles.len());
        let whole = best(|| {
            for (name, text) in articles {
                let article = import::import(name, text.as_bytes(), &lexicon).expect("a text can be read");
                black_box(extract::extract(&article, &lexicon));
            }
        });
        let imported = best(|| {
            for (name, text) in articles {
                black_box(import::import(name, text.as_bytes(), &lexicon).expect("a text can be read"));
            }
        });
        let floor = best(|| {
            for (_, text) in articles {
                black_box(gazetteer_pass(&lexicon, text));
            }
        });
        print("whole engine", whole, bytes, articles.len());
        print("  of it, import", imported, bytes, articles.len());
        print("bare floor", floor, bytes, articles.len());
        println!("  the engine takes {:.1} times the floor", whole.as_secs_f64() / floor.as_secs_f64());
    }
}

/// The floor: the words of a text, and which of them name a party or a place.
fn gazetteer_pass(lexicon: &Lexicon, text: &str) -> usize {
    let tokens = lexicon.tokens(text);
    let mut found = 0;
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let party = lexicon.party_names().longest(rest).map(|(n, _)| n);
        let place = lexicon.place_names().longest(rest).map(|(n, _)| n);
        let n = party.max(place);
        found += usize::from(n.is_some());
        at += n.unwrap_or(1);
    }
    found
}

fn print(what: &str, time: Duration, bytes: usize, articles: usize) {
    let seconds = time.as_secs_f64();
    let rate = bytes as f64 / 1e6 / seconds;
    println!(
        "  {what:18}{rate:8.2} MB/s{:10.0} articles/s{:10.1} ms",
        articles as f64 / seconds,
        seconds * 1e3
    );
}

fn best(mut work: impl FnMut()) -> Duration {
    let rounds = (0..ROUNDS).map(|_| {
        let started = Instant::now();
        work();
        started.elapsed()
    });
    rounds.min().unwrap_or_default()
}

/// The texts over and over until there are enough of them.
fn pile(texts: &[(String, String)]) -> Vec<(String, String)> {
    let mut bytes = 0;
    let enough = |(_, text): &&(String, String)| {
        let more = bytes < ROUND;
        bytes += text.len();
        more
    };
    texts.iter().cycle().take_while(enough).cloned().collect()
}

/// The texts end to end, over and over, as one article.
fn long(texts: &[(String, String)]) -> (String, String) {
    let mut long = String::new();
    for (_, text) in texts.iter().cycle() {
        if long.len() >= LONG {
            break;
        }
        long.push_str(text.trim());
        long.push_str("\n\n");
    }
    ("long.txt".into(), long)
}

fn own_texts() -> Vec<(String, String)> {
    let root = env!("CARGO_MANIFEST_DIR");
    ["assets/samples", "tests/fixtures/extract"]
        .iter()
        .flat_map(|folder| texts(&format!("{root}/{folder}")))
        .collect()
}

fn texts(folder: &str) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let is_text = |path: &Path| path.extension().is_some_and(|ending| ending == "txt");
    let texts = paths.iter().filter(|path| is_text(path)).filter_map(|path| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        Some((name, fs::read_to_string(path).ok()?))
    });
    texts.collect()
}
