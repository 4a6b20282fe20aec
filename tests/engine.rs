//! What the engine promises for any text whatever: it does not stop, it points at words that are
//! there, and it says the same thing twice.

mod support;

use std::sync::Arc;

use chancery::extract::{self, extract};
use chancery::import::import;
use chancery::lexicon::Lexicon;
use chancery::model::{Article, Record};
use proptest::prelude::*;
use support::{files, read};

/// Words that the rules look for, so that random texts reach them.
const WORDS: &[&str] = &[
    "President",
    "Foreign Minister",
    "H.E.",
    "Dr.",
    "Maria Example",
    "Ō. bin Sample",
    "van der",
    "Malta",
    "Tunisian",
    "the United States",
    "EU",
    "ASEAN",
    "Valletta",
    "VALLETTA, March 14 (Wire) --",
    "Source: Wire",
    "met",
    "met with",
    "spoke by phone",
    "video conference",
    "sent a letter to",
    "congratulated",
    "will",
    "would",
    "shall",
    "is ready to",
    "agreed to",
    "pledged",
    "committed to",
    "its commitment to",
    "hopes",
    "said that",
    "told reporters",
    "on Friday",
    "today",
    "yesterday",
    "from 4 to 6 April 2022",
    "31 February 2021",
    "by June",
    "before the end of",
    "if",
    "provided that",
    "the two sides",
    "both",
    "he",
    "she",
    "they",
    "who",
    "and",
    "of",
    "in",
    "at",
    "the",
    "a",
    "not",
    "'s",
    "’",
    "“",
    "”",
    "\"",
    "‘",
    "«",
    "(",
    ")",
    ",",
    ".",
    ";",
    ":",
    "—",
    "-",
    "?",
    "…",
    "\n",
    "\n\n",
    "# ",
    "**",
    "- ",
    "1. ",
    "<p>",
    "</p>",
    "Q:",
    "王毅",
    "🤝🏽",
    "وزير",
    "שלום",
    "e\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "İ",
    "ß",
    "ﬁ",
    "Ⅳ",
    "９",
    "\u{85}",
    "\t",
    "\r",
];

/// Any characters, or the rules' words in any order with any characters between.
fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![8 => prop::sample::select(WORDS).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    let gap = prop_oneof![9 => Just(" "), 1 => Just("")];
    let words = prop::collection::vec((word, gap), 0..120)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect());
    prop_oneof![1 => any::<String>(), 1 => "\\PC{0,200}", 4 => words]
}

/// An article of this text and nothing else.
fn article(text: &str) -> Article {
    Article {
        language: None,
        title: text.lines().next().map(Into::into),
        published: "2021-03-14".parse().ok(),
        ..Article::plain("any.txt", text)
    }
}

fn json(record: &Record) -> String {
    record.to_json().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_record_without_faults_and_the_same_twice(text in texts()) {
        let lexicon = Lexicon::built_in();
        let article = article(&text);
        let record = extract(&article, &lexicon);
        prop_assert_eq!(record.faults(), Vec::new());
        prop_assert_eq!(json(&record), json(&extract(&article, &lexicon)));
        let saved = Record::from_json(&json(&record));
        prop_assert_eq!(saved, Ok(record));
    }

    #[test]
    fn any_file_that_is_imported_can_be_read(
        text in texts(), name in prop::sample::select(&["a.txt", "a.md", "a.html", "a"][..]),
    ) {
        let lexicon = Lexicon::built_in();
        if let Ok(article) = import(name, text.as_bytes(), &lexicon) {
            let record = extract(&article, &lexicon);
            prop_assert_eq!(record.faults(), Vec::new());
            let again = import(name, text.as_bytes(), &lexicon);
            let again = again.as_ref().map(|article| json(&extract(article, &lexicon)));
            prop_assert_eq!(again, Ok(json(&record)));
        }
    }

    #[test]
    fn any_part_of_an_article_can_be_read(
        (text, cut, with) in (prop::sample::select(articles()), any::<prop::sample::Index>(), "\\PC{0,3}"),
    ) {
        // A character put into an article, or the article broken off there.
        let at = cut.index(text.chars().count().max(1));
        let head: String = text.chars().take(at).collect();
        let tail: String = text.chars().skip(at).collect();
        for text in [format!("{head}{with}{tail}"), head, tail] {
            let record = extract(&article(&text), &Lexicon::built_in());
            prop_assert_eq!(record.faults(), Vec::new());
        }
    }
}

/// The texts of all samples and fixtures.
fn articles() -> Vec<String> {
    files().iter().map(|file| read(file).record.article.text.to_string()).collect()
}

#[test]
fn every_value_of_every_article_can_be_explained() {
    for file in files() {
        let reading = read(&file);
        assert_eq!(reading.record.faults(), Vec::new(), "{}", file.display());
        for (path, evidence, _) in reading.record.evidenced() {
            for quoted in evidence {
                let what = format!("{} {path}", file.display());
                assert!(reading.trace.why(quoted, &reading.record.article).is_some(), "{what}: no working");
                assert!(extract::rule_says(quoted.rule()).is_some(), "{what}: the rule is not explained");
            }
        }
    }
}

#[test]
fn an_article_is_read_alike_by_several_threads() {
    let expected: Vec<String> = files().iter().map(|file| json(&read(file).record)).collect();
    let threads: Vec<_> = (0..3)
        .map(|_| {
            std::thread::spawn(|| files().iter().map(|file| json(&read(file).record)).collect::<Vec<_>>())
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), expected);
    }
    assert!(Arc::ptr_eq(&Lexicon::built_in(), &Lexicon::built_in()), "the tables are loaded once");
}

/// What a page has above an article that somebody copied from it.
const ABOVE: &[&str] = &[
    "Skip to main content\nSign in\nHome News Politics Business Sport Opinion",
    "Menu\n\nE-Paper | Mobile Apps | Newsletters\n\nBreaking News: President Okoro to address parliament",
    "Listen to this article\n3 min read\nShare\nFacebook\nCopy link",
    "BREAKING\nGovernor orders inquiry into ferry fire\nLIVE\nWatch: Premier Duarte speaks in parliament",
];

/// What stands below it.
const BELOW: &[&str] = &[
    "Related Articles\n\nDuarte, Okoro to meet in Paris on Friday\nPremier pledges to deliver reform",
    "RELATED STORIES:\n- Okoro and Duarte agreed to create a fund\nComments (12)\nAna K: We will never accept this deal!",
    "Most Read\n\n1. Governor Torre arrested in Valletta\n2. Duarte will run again\n\n© 2021 Harbor News. All rights reserved.",
    "About the author\n\nAna Torre writes from Rome. She will join the university in May.\n\nSign up to our newsletter. We will never share your address.",
    "Also read: Malta, Italy to hold talks on Thursday\n\nGet the latest news by mail. We respect your privacy and will not spam you.",
];

#[test]
fn what_a_page_has_around_an_article_changes_nothing_in_its_record() {
    let headline = "Malta and Tunisia agree to reopen harbor line";
    let body = "14 March 2021\n\nVALLETTA — Foreign Minister Maria Example of Malta met her Tunisian counterpart Karim Sample in Valletta on Friday and discussed the harbor line between the two countries.\n\nExample said that Malta would open an office in Tunis by the end of the year.\n\nThe line was closed ten years ago after a storm, and travelers have gone by Sicily since, according to the company.";
    let lexicon = Lexicon::built_in();
    let records = |text: &str| {
        let article = Arc::new(import("talks.txt", text.as_bytes(), &lexicon).unwrap());
        let records = extract::records(&article, &lexicon);
        let told = records.iter().map(|record| {
            let meeting = &record.meeting;
            let people: Vec<_> = meeting.participants.iter().map(|person| person.name.to_string()).collect();
            let commitments: Vec<_> = record.commitments.iter().map(|c| c.text.to_string()).collect();
            (people, commitments)
        });
        (article.title.clone(), article.published, told.collect::<Vec<_>>())
    };
    let plain = records(&format!("{headline}\n\n{body}\n"));
    assert_eq!(
        plain.2,
        [(
            vec!["Maria Example".to_owned(), "Karim Sample".to_owned()],
            vec!["Malta would open an office in Tunis by the end of the year".to_owned()]
        )]
    );
    for above in ABOVE {
        assert_eq!(records(&format!("{above}\n\n{headline}\n\n{body}\n")), plain, "below {above}");
    }
    for below in BELOW {
        assert_eq!(records(&format!("{headline}\n\n{body}\n\n{below}\n")), plain, "above {below}");
    }
}
