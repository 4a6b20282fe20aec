//! What the benchmark's invented articles promise: they are the same everywhere, as long and as wordy
//! as real ones, the engine finds in them what it is for, and those that belong together are known.

#[path = "bench/library/generator/mod.rs"]
mod generator;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use chancery::extract::extract;
use chancery::import::import;
use chancery::lexicon::Lexicon;
use generator::{Article, Generator, Twin};

static GENERATOR: LazyLock<Generator> = LazyLock::new(|| Generator::new(1));
/// The first articles, made once for all tests.
static ARTICLES: LazyLock<Vec<Article>> =
    LazyLock::new(|| (0..2000).map(|number| GENERATOR.article(number)).collect());

fn words(text: &str) -> HashSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Names, more or less: words with a capital that are no everyday ones.
fn people(text: &str) -> HashSet<&str> {
    let words = text.split(|letter: char| !letter.is_alphabetic() && letter != '-');
    words.filter(|word| word.len() > 4 && word.starts_with(char::is_uppercase)).collect()
}

/// Of each word, in how many articles it is.
fn frequencies(articles: &[Article]) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for word in articles.iter().flat_map(|article| words(&article.text)) {
        *found.entry(word).or_default() += 1;
    }
    found
}

#[test]
fn the_same_number_gives_the_same_article_in_any_order() {
    let again = Generator::new(1);
    for number in (0..200).rev() {
        assert_eq!(again.article(number), ARTICLES[number as usize], "article {number}");
    }
    assert_ne!(Generator::new(2).article(0).text, ARTICLES[0].text);
}

#[test]
fn no_two_files_have_the_same_name() {
    let names: HashSet<&str> = ARTICLES.iter().map(|article| article.file_name.as_str()).collect();
    assert_eq!(names.len(), ARTICLES.len());
    let ending = |ending| names.iter().filter(|name| name.ends_with(ending)).count();
    assert!(ending(".txt") > 1500 && ending(".md") > 60 && ending(".html") > 60, "{}", ending(".txt"));
}

#[test]
fn articles_are_as_long_as_real_ones() {
    let mut lengths: Vec<usize> = ARTICLES.iter().map(|article| article.text.len()).collect();
    lengths.sort_unstable();
    let mean = lengths.iter().sum::<usize>() / lengths.len();
    let within = |percent: usize| lengths[(lengths.len() - 1) * percent / 100];
    let shares = [0, 5, 10, 25, 50, 75, 90, 95, 99, 100].map(|percent| (percent, within(percent)));
    println!("mean {mean}, {shares:?}");
    assert!((2400..3200).contains(&mean), "mean {mean}");
    assert!(within(2) < 1000 && (1900..2600).contains(&within(50)) && within(99) > 8000, "{shares:?}");
}

#[test]
fn words_are_common_and_rare_as_in_a_language() {
    let found = frequencies(&ARTICLES);
    let half = frequencies(&ARTICLES[..1000]);
    println!("{} words in 1,000 articles, {} in 2,000", half.len(), found.len());
    assert!(found.len() > 10_000 && found.len() * 10 > half.len() * 12, "{} {}", half.len(), found.len());
    assert!(found["minister"] > 1200, "{}", found["minister"]);
    let between = |least, most| found.values().filter(|count| (least..most).contains(*count)).count();
    let classes = [(1, 3), (3, 20), (20, 200), (200, 1000), (1000, 2001)];
    let classes = classes.map(|(least, most)| (least, most, between(least, most)));
    println!("words by the number of articles they are in: {classes:?}");
    let enough = [4000, 2000, 500, 100, 20];
    assert!(classes.iter().zip(enough).all(|(class, least)| class.2 >= least), "{classes:?}");
}

#[test]
fn sentences_hardly_come_twice() {
    let sentences = |text: &str| -> Vec<String> {
        let sentences = text.split(['.', '?', '!', '\n']).map(str::trim);
        sentences.filter(|sentence| sentence.split(' ').count() > 4).map(str::to_owned).collect()
    };
    let mut all = Vec::new();
    for (number, article) in ARTICLES.iter().enumerate() {
        let told = sentences(&article.text);
        let distinct: HashSet<&String> = told.iter().collect();
        assert!(
            distinct.len() * 10 >= told.len() * 9,
            "{} of {}: {}",
            distinct.len(),
            told.len(),
            article.text
        );
        if GENERATOR.twin_of(number as u64).is_none() {
            all.extend(told);
        }
    }
    let distinct: HashSet<&String> = all.iter().collect();
    println!("{} sentences, {} of them different", all.len(), distinct.len());
    assert!(distinct.len() * 100 > all.len() * 90);
}

#[test]
fn the_engine_has_something_to_find() {
    let lexicon = Lexicon::built_in();
    let (mut contacts, mut people, mut commitments, mut days, mut places) = (0, 0, 0, 0, 0);
    for article in &ARTICLES[..200] {
        let read = import(&article.file_name, article.text.as_bytes(), &lexicon).unwrap();
        let record = extract(&read, &lexicon);
        contacts += usize::from(record.meeting.may_be_contact());
        people += record.meeting.participants.len();
        commitments += record.commitments.len();
        days += usize::from(record.meeting.date.is_some());
        places += usize::from(record.meeting.location.is_some());
    }
    println!(
        "of 200: {contacts} contacts, {days} days, {places} places; {people} people, {commitments} commitments"
    );
    assert!(contacts > 140 && days > 120 && people > 300 && commitments > 400);
}

#[test]
fn twins_are_as_said() {
    let (mut copies, mut changed, mut reports) = (0, 0, 0);
    for number in 0..2000 {
        let Some(twin) = GENERATOR.twin_of(number) else { continue };
        let article = &ARTICLES[number as usize];
        let (Twin::Copy(of) | Twin::Changed(of) | Twin::Report(of)) = twin;
        let first = &ARTICLES[of as usize];
        match twin {
            Twin::Copy(_) => {
                copies += 1;
                assert_eq!(article.text, first.text);
            }
            Twin::Changed(_) => {
                changed += 1;
                assert_ne!(article.text, first.text);
                let (one, other) = (words(&article.text), words(&first.text));
                assert!(one.intersection(&other).count() * 10 > other.len() * 6, "{}", article.text);
            }
            Twin::Report(_) => {
                reports += 1;
                assert_ne!(article.text, first.text);
                assert!(!matches!(GENERATOR.twin_of(of), Some(Twin::Report(_))));
                assert!(people(&article.text).intersection(&people(&first.text)).count() >= 2);
            }
        }
    }
    let texts: HashSet<&str> = ARTICLES.iter().map(|article| article.text.as_str()).collect();
    assert_eq!(texts.len() + copies, ARTICLES.len(), "no two others are the same");
    println!("{copies} copies, {changed} changed, {reports} further reports");
    assert!((3..30).contains(&copies) && (25..70).contains(&changed) && (300..700).contains(&reports));
}
