//! How fast the engine reads: `cargo bench --bench engine [FOLDER]`.
//!
//! Prints articles and megabytes a second on one core, for the whole way from the bytes of a plain
//! text to a finished record, beside the bare floor on the same text: cutting it into words and one
//! pass of the gazetteer. Reads the text files of a folder, or else the samples and fixtures of this
//! project; reads them also end to end as one long article, to show that time grows as length does.
//! Figures are the best of several rounds, so that other work on the machine disturbs them least.

use std::fs;
use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use chancery::{extract, import, lexicon::Lexicon};

/// Small articles are read in rounds of about so many bytes.
const ROUND: usize = 3_000_000;

/// Of so many rounds the best counts.
const ROUNDS: usize = 5;

/// The length of the one long article.
const LONG: usize = 1_000_000;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let folder = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let texts = folder.map_or_else(own_texts, |folder| texts(&folder));
    if texts.is_empty() {
        return writeln!(out, "no .txt files to read");
    }

    let started = Instant::now();
    let lexicon = Lexicon::built_in();
    writeln!(out, "lexicon loaded      {:8.1} ms", started.elapsed().as_secs_f64() * 1e3)?;

    for (what, articles) in [("many small articles", pile(&texts)), ("one long article", vec![long(&texts)])]
    {
        let bytes: usize = articles.iter().map(|(_, text)| text.len()).sum();
        let mean = bytes / articles.len();
        writeln!(out, "\n{what}: {} of {mean} bytes on average", articles.len())?;
        let whole = best(&articles, |name, text| {
            let article = import::import(name, text.as_bytes(), &lexicon).ok();
            article.map(|article| extract::extract(&article, &lexicon))
        });
        let imported = best(&articles, |name, text| import::import(name, text.as_bytes(), &lexicon));
        let floor = best(&articles, |_, text| gazetteer_pass(&lexicon, text));
        for (what, time) in [("whole engine", whole), ("  of it, import", imported), ("bare floor", floor)] {
            let seconds = time.as_secs_f64();
            let (speed, articles) = (bytes as f64 / 1e6 / seconds, articles.len() as f64 / seconds);
            let milliseconds = seconds * 1e3;
            writeln!(out, "  {what:18}{speed:8.2} MB/s{articles:10.0} articles/s{milliseconds:10.1} ms")?;
        }
        let times = whole.as_secs_f64() / floor.as_secs_f64();
        writeln!(out, "  the engine takes {times:.1} times the floor")?;
    }
    Ok(())
}

/// The floor: the words of a text, and which of them name a party or a place.
fn gazetteer_pass(lexicon: &Lexicon, text: &str) -> usize {
    let tokens = lexicon.tokens(text);
    let mut found = 0;
    let mut at = 0;
    while at < tokens.len() {
        let party = tokens.longest(lexicon.party_names(), at..tokens.len()).map(|(n, _)| n);
        let place = tokens.longest(lexicon.place_names(), at..tokens.len()).map(|(n, _)| n);
        let n = party.max(place);
        found += usize::from(n.is_some());
        at += n.unwrap_or(1);
    }
    found
}

/// How long the best of several rounds over all articles takes.
fn best<R>(articles: &[(String, String)], work: impl Fn(&str, &str) -> R) -> Duration {
    let rounds = (0..ROUNDS).map(|_| {
        let started = Instant::now();
        for (name, text) in articles {
            black_box(work(name, text));
        }
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
