//! How soon a search answers, by how common its words are: with the first page, and with all.

use std::time::{Duration, Instant};

use chancery::store::Library;
use chancery::work::marks;

use crate::figure::{Figure, Subject, ms, within};
use crate::pile::words_of;

/// How often each kind of search is made, each time for something else where there is enough.
const SEARCHES: usize = 200;
/// How many articles are on the first page.
const SHOWN: usize = 200;
/// Words of this share of all articles and less are rare, and so on; a common word may be in all.
const RARE: f64 = 0.001;
const SELDOM: f64 = 0.01;
const OFTEN: f64 = 0.1;
const COMMON: f64 = 0.4;

pub fn measure(subject: &Subject<'_>) -> anyhow::Result<Vec<Figure>> {
    let library = Library::open_for_reading(subject.library, marks)?;
    let mut figures = Vec::new();
    // Among few articles no word is rare.
    for (name, searches) in kinds(subject).into_iter().filter(|(_, searches)| !searches.is_empty()) {
        let (mut first, mut whole): (Vec<Duration>, Vec<Duration>) = (Vec::new(), Vec::new());
        let mut found = 0;
        for words in &searches {
            let started = Instant::now();
            library.find_first(words, SHOWN)?;
            first.push(started.elapsed());
            let started = Instant::now();
            found += library.find(words)?.map_or(0, |found| found.len());
            whole.push(started.elapsed());
        }
        let both = |times: &mut [Duration]| [0.5, 0.95].map(|share| ms(within(times, share))).join(" / ");
        figures.push(Figure::new(format!("search, {name}: found"), (found / searches.len()).to_string()));
        figures.push(Figure::new(format!("  {name}: first page, median / 95 % ms"), both(&mut first)));
        figures.push(Figure::new(format!("  {name}: all, median / 95 % ms"), both(&mut whole)));
    }
    Ok(figures)
}

/// What is searched for, by its kind.
fn kinds(subject: &Subject<'_>) -> [(&'static str, Vec<String>); 6] {
    let often = words(subject, SELDOM, OFTEN);
    let begun = often.iter().map(|word| word.chars().take(3).collect()).collect();
    [
        ("rare word", words(subject, 0.0, RARE)),
        ("word of < 1 %", words(subject, RARE, SELDOM)),
        ("word of 1–10 %", often),
        ("word of > 40 %", words(subject, COMMON, 1.0)),
        ("two words", pairs(subject)),
        ("three letters", begun),
    ]
}

/// Words that are in more than one share of the articles, and in no more than another.
fn words(subject: &Subject<'_>, least: f64, most: f64) -> Vec<String> {
    let all = subject.pile.files.len() as f64;
    let share = |count: usize| count as f64 > least * all && count as f64 <= most * all;
    let long = |word: &str| word.len() > 2 && word.chars().all(char::is_alphabetic);
    let words = &subject.pile.words;
    let mut words: Vec<&String> =
        words.iter().filter(|(word, count)| share(**count) && long(word)).map(|(word, _)| word).collect();
    words.sort_unstable();
    // Evenly over the alphabet, and the same every time.
    let step = (words.len() / SEARCHES).max(1);
    words.into_iter().step_by(step).cycle().take(SEARCHES).cloned().collect()
}

/// Two words that stand in one article, neither of them in many others.
fn pairs(subject: &Subject<'_>) -> Vec<String> {
    let all = subject.pile.files.len();
    let pairs = (0..SEARCHES).filter_map(|number| {
        let article = subject.generator.article((number * all / SEARCHES) as u64);
        let mut words: Vec<String> = words_of(&article.text).into_iter().collect();
        let count = |word: &String| subject.pile.words.get(word).copied().unwrap_or_default();
        words.retain(|word| count(word) < all / 5 && word.chars().all(char::is_alphabetic));
        words.sort_unstable();
        let [first, second] = [number % 7, 40].map(|at| words.get(at % words.len().max(1)));
        Some(format!("{} {}", first?, second?))
    });
    pairs.collect()
}
