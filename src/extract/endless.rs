//! Texts that go on and on, and the proof that reading them takes as long as they are: work is counted
//! in looks, not in seconds. A text of four times the length may take four times the work.

use std::sync::Arc;

use proptest::prelude::*;

use super::tests::article;
use super::{looks, read};
use crate::lexicon::Lexicon;

/// What a text may repeat without end. `#` is another name each time.
const PARTS: &[&str] = &[
    // Prose, of many sentences and of one without end.
    "Minister Lind of Sweden met Minister Borg of Malta on Friday. She said that Sweden will send two ships. ",
    "Minister Lind met Minister Borg of Malta in Valletta and ",
    "Sweden will send ships to Malta and Malta agreed to pay by May and ",
    "the President of Malta and the King of Norway who met in Rome on 5 May ",
    "she pledged, he said, that the Maltese side, which is ready to, will, if asked, ",
    "Minister Lind attended the talks, signed a plan and ",
    "the Council of the African Union will act and the Commission agreed to pay and ",
    "President Lind of Sweden visited Malta and Kenya on a visit to Norway and ",
    "he said that his government and his country's navy will help and ",
    "accompanied by a delegation that included Ambassador Liv Dahl, ",
    "Torre was received. He met President # of Malta. She thanked Minister #. ",
    "The letter reads: we, the President of Malta, wrote to King Lind. ",
    // Ends of sentences and what looks like them.
    ". ",
    ".",
    "! ",
    "? ! ",
    "... ",
    "… ",
    "He. ",
    "It rained.\n",
    "He said so: ",
    "a. ",
    "a.",
    "A.",
    "A. ",
    "U.S. ",
    "Mr. U.S. Dr. ",
    "e.g. p.m. No. 5. ",
    "a@b.cc ",
    "a@",
    // Names.
    "Maria Zerafa ",
    "Alpha Beta Gamma ",
    "Maria ",
    "Maria # ",
    "# Zerafa ",
    "# # ",
    "Maria # Zerafa, ",
    "Mr. # and Mrs. # ",
    "President Maria #. ",
    "Jan van der ",
    "J. R. R. ",
    "O'Brien ",
    "Ana-Maria-",
    "Lind\n",
    "LIND MEETS BORG ",
    // Titles.
    "Minister ",
    "the Minister, ",
    "the Minister said. ",
    "the Minister of # said. ",
    "Minister # Lind. ",
    "Minister of # Lind of Malta. ",
    "Deputy ",
    "former ",
    "Secretary General ",
    "Ministers Lind and ",
    "Minister Ana Torre, Minister Jon Lind, ",
    "of the Ministry of the Department of the Office of the ",
    "His Excellency the Honourable Dr. H.E. Mr. ",
    "MP, KC, ",
    "and his Cuban counterpart, Lind ",
    "Minister Lind: yes.\n\n",
    "Lind, Minister of Trade\n",
    // Parties and places.
    "EU ",
    "UN ",
    "EU and UN meet ",
    "Malta ",
    "Malta, ",
    "Malta and ",
    "Malta's ",
    "Maltese and Cuban ",
    "the Maltese side and the Cuban side ",
    "the two sides ",
    "the Kremlin ",
    "in Rome ",
    "visited Rome, Italy, ",
    "at the Palace of the ",
    "on the Maltese side ",
    // Parentheses and quotation marks.
    "(",
    ") ",
    "( ",
    "(a) b ",
    "(Malta (Kenya (Norway (the two sides said that ",
    "[<{",
    "“",
    "” ",
    "“a.” ",
    "\"",
    "\" ",
    "\"We will help, he said, and ",
    "\"a\" ",
    "' ",
    "'a' ",
    "‘",
    "’",
    "« ",
    "„a“ ",
    "`",
    "``a'' ",
    "《",
    // Dashes, commas and other marks.
    "- ",
    "—",
    "a-",
    "a – b — ",
    ", ",
    ",",
    "; ",
    ": ",
    ", and ",
    "• a\n",
    "* a\n",
    "1) a ",
    "/",
    // Numbers and days.
    "1 ",
    "1. ",
    "1.",
    "1,000 ",
    "1a",
    "12/",
    "2020-",
    "$5 million ",
    "Friday ",
    "on Friday, ",
    "5 May ",
    "5 May 2020, Friday, 6 to 7 June, the 8th of ",
    "The meeting was held on 5 May. ",
    "last ",
    "today ",
    "by May ",
    // Verbs and the words around them.
    "met ",
    "met with ",
    "held talks with ",
    "talks ",
    "said ",
    "said that ",
    "that ",
    "that will ",
    "will ",
    "will be will be would have been ",
    "pledged to ",
    "and pledged to ",
    "commitment to ",
    "agreed to pay and ",
    "ready to ",
    "attended by ",
    "who ",
    "both ",
    "also ",
    "not ",
    "if ",
    "to ",
    "of ",
    "the ",
    "we ",
    "he ",
    "they, it, we ",
    "he said he will ",
    "Dear Lind, ",
    // Words of any script, and none.
    "a ",
    "a",
    "A",
    "aB",
    "a'",
    "é",
    "\u{5916}\u{52d9}\u{7701} \u{e9}\u{301} \u{1f1eb}\u{1f1f7} Ł ",
    "\u{5916}",
    "。",
    "\u{301}",
    "\u{200d}",
    "\u{202e}\u{5d0} ",
    "\n\n",
    "a\n\n",
];

/// Longer than any stretch within which words are looked for.
const SHORT: usize = 1500;

/// Even what no writer would write takes no more looks than this for each of its words.
const MOST: usize = 5000;

/// A text of so many words that repeats this part.
fn endless(lexicon: &Lexicon, part: &str, words: usize) -> String {
    let mut text =
        "Minister Lind of Sweden held a meeting with Minister Borg of Malta on Friday.\n\n".to_owned();
    let times = words / lexicon.tokens(part).len().max(1);
    text.extend((0..times).map(|time| part.replace('#', &name(time))));
    text
}

/// A name for each number.
fn name(number: usize) -> String {
    let letters =
        (0..4).map(|place| char::from(b'a' + u8::try_from(number / 26usize.pow(place) % 26).unwrap_or(0)));
    format!("Q{}", letters.collect::<String>())
}

/// How many looks it takes to read a text.
fn looks_at(lexicon: &Lexicon, text: &str) -> usize {
    let article = Arc::new(article(text));
    looks::of(|| drop(read(&article, lexicon)))
}

/// What is wrong with how the work for an endless text grows, if anything is. What the ends of a text
/// save is less in a longer one, so that a little more than four times is allowed.
fn grows_as_the_text(lexicon: &Lexicon, part: &str) -> Result<(), String> {
    let [short, long] = [SHORT, 4 * SHORT].map(|words| looks_at(lexicon, &endless(lexicon, part, words)));
    if long > short * 5 {
        return Err(format!("{part:?}: {short} looks, then {long}"));
    }
    if long > 4 * SHORT * MOST {
        return Err(format!("{part:?}: {} looks a word", long / (4 * SHORT)));
    }
    Ok(())
}

#[test]
fn a_text_of_four_times_the_length_takes_four_times_the_work() {
    let lexicon = Lexicon::built_in();
    // Each thread has its own count.
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let parts = PARTS.chunks(PARTS.len().div_ceil(4));
        let threads: Vec<_> = parts
            .map(|parts| {
                scope.spawn(|| {
                    parts
                        .iter()
                        .filter_map(|part| grows_as_the_text(&lexicon, part).err())
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|_| vec!["a panic".to_owned()]))
            .collect()
    });
    assert_eq!(wrong, Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn so_does_any_mixture_of_such_texts(
        parts in proptest::collection::vec(proptest::sample::select(PARTS), 1..6),
        end in "[ \n]{0,2}\\PC{0,8}[ \n]{0,2}",
    ) {
        let lexicon = Lexicon::built_in();
        let part = format!("{}{end}", parts.concat());
        prop_assert_eq!(grows_as_the_text(&lexicon, &part), Ok(()));
    }
}
