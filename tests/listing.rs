//! The list over a library: filters and what each choice would leave, orders, searches that are saved,
//! articles found by their titles.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chancery::across::{Facet, ListFilter, Narrowing, Show, Sort};
use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::{MeetingKind, ReviewStatus};
use chancery::review::RecordEdit;
use common::file;
use proptest::prelude::*;
use tempfile::{TempDir, tempdir};

/// Who met whom, in what manner, on which day: the articles of these tests.
const MEETINGS: [(&str, &str, &str, &str); 6] = [
    ("Maltese", "Tunisian", "VALLETTA", "14 March 2021"),
    ("Maltese", "Kenyan", "VALLETTA", "20 March 2021"),
    ("Kenyan", "Tunisian", "NAIROBI", "2 April 2021"),
    ("Peruvian", "Chilean", "LIMA", "9 April 2021"),
    ("Peruvian", "Maltese", "LIMA", "9 April 2021"),
    ("Chilean", "Kenyan", "SANTIAGO", "1 May 2022"),
];

fn app_over(library: &Path) -> App {
    let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
    let mut app = App::with_library(library, Lexicon::built_in, settings, Arc::new(|| {}));
    app.settle();
    app
}

fn library() -> (TempDir, App) {
    let folder = tempdir().unwrap();
    for (number, (host, guest, city, day)) in MEETINGS.iter().enumerate() {
        let text = format!(
            "{host} and {guest} ministers meet, talks {number}\n\n{city}, {day} - {host} Foreign Minister Maria Zerafa met \
             {guest} Foreign Minister Karim Yedder in {city} on Thursday. The {host} side will send engineers by June.\n"
        );
        file(folder.path(), &format!("{number}.txt"), text);
    }
    let mut app = app_over(&folder.path().join("talks.chancery"));
    app.run(Command::Open(vec![folder.path().to_owned()]));
    app.settle();
    assert_eq!(app.articles(), MEETINGS.len(), "{:?}", app.notices());
    (folder, app)
}

fn titles(app: &App) -> Vec<&str> {
    app.listed().iter().map(|id| &*app.row(*id).unwrap().title).collect()
}

fn counts(app: &App, facet: Facet) -> BTreeMap<String, usize> {
    let facets = app.facets();
    let options = facets.into_iter().filter(|(of, _)| *of == facet).flat_map(|(_, options)| options);
    options.map(|option| (option.label, option.count)).collect()
}

fn malta() -> Narrowing {
    Narrowing::Party("MLT".parse().unwrap())
}

#[test]
fn filters_narrow_by_party_pair_and_month_and_say_what_each_would_leave() {
    let (_folder, mut app) = library();
    assert_eq!(counts(&app, Facet::Party)["Malta"], 3);
    assert_eq!(counts(&app, Facet::Pair)["Kenya and Malta"], 1);
    assert_eq!(counts(&app, Facet::Month)["April 2021"], 3);

    app.run(Command::Narrow(malta()));
    assert_eq!(app.listed().len(), 3);
    assert_eq!(counts(&app, Facet::Month)["April 2021"], 1, "of those with Malta");
    assert_eq!(counts(&app, Facet::Party)["Chile"], 2, "a second party would widen the list");
    app.run(Command::Narrow(Narrowing::Month(2021, 3)));
    assert_eq!(titles(&app).len(), 2);
    assert_eq!(counts(&app, Facet::Party)["Kenya"], 1, "of that month");
    app.run(Command::Narrow(malta()));
    app.run(Command::Narrow(Narrowing::Month(2021, 3)));
    assert_eq!(app.listed().len(), MEETINGS.len());
}

#[test]
fn the_counts_follow_an_edit() {
    let (_folder, mut app) = library();
    let before = counts(&app, Facet::Kind)["In person"];
    app.run(Command::Edit(RecordEdit::Kind(MeetingKind::PhoneCall)));
    assert_eq!(counts(&app, Facet::Kind)["In person"], before - 1);
    assert_eq!(counts(&app, Facet::Kind)["Phone call"], 1);
    app.run(Command::Edit(RecordEdit::ConfirmRest));
    // A phone call has no place: that is asked about once.
    for _ in 0..2 {
        app.run(Command::Edit(RecordEdit::Status(ReviewStatus::Reviewed)));
    }
    assert_eq!(counts(&app, Facet::Reviewer)["A. Reviewer"], 1);
}

#[test]
fn the_list_is_ordered_as_asked_both_ways() {
    let (_folder, mut app) = library();
    app.run(Command::Sort(Sort::Title, false));
    let by_title: Vec<String> = titles(&app).into_iter().map(str::to_owned).collect();
    assert!(by_title.is_sorted());
    app.run(Command::Sort(Sort::Title, true));
    assert!(titles(&app).into_iter().rev().eq(by_title.iter().map(String::as_str)));
    app.run(Command::Sort(Sort::Day, true));
    assert!(titles(&app)[0].contains("talks 5"));
}

#[test]
fn a_record_that_leaves_the_list_by_its_review_gives_way_to_the_next() {
    let (_folder, mut app) = library();
    app.run(Command::Sort(Sort::Day, true));
    app.run(Command::Show(Show::ToReview));
    let order = app.listed().to_vec();
    app.run(Command::Select(order[1]));
    app.run(Command::Edit(RecordEdit::ConfirmRest));
    app.run(Command::Edit(RecordEdit::Status(ReviewStatus::Reviewed)));
    assert!(!app.listed().contains(&order[1]));
    app.run(Command::SelectNext);
    assert_eq!(app.current().unwrap().id(), order[2]);
}

#[test]
fn a_search_is_saved_under_a_name_and_taken_up_after_a_restart() {
    let (folder, mut app) = library();
    app.run(Command::Narrow(malta()));
    app.run(Command::Search("engineers".into()));
    app.settle();
    app.run(Command::SaveSearch("Maltese engineers".into()));
    app.settle();
    drop(app);
    let mut app = app_over(&folder.path().join("talks.chancery"));
    assert_eq!(app.listed().len(), MEETINGS.len());
    let saved = app.searches()["Maltese engineers"].clone();
    app.run(Command::Filter(saved));
    app.settle();
    assert_eq!(app.listed().len(), 3);
    app.run(Command::ForgetSearch("Maltese engineers".into()));
    app.settle();
    drop(app);
    assert!(app_over(&folder.path().join("talks.chancery")).searches().is_empty());
}

#[test]
fn words_are_found_in_the_text_and_in_what_a_reviewer_wrote() {
    let (_folder, mut app) = library();
    let search = |app: &mut App, words: &str| {
        app.run(Command::Search(words.into()));
        app.settle();
        app.listed().len()
    };
    assert_eq!(search(&mut app, "nairobi"), 1);
    assert_eq!(search(&mut app, "\"engineers by June\" peruvian"), 2);
    assert_eq!(search(&mut app, "\"June engineers\""), 0, "words between quotation marks follow one another");
    assert_eq!(search(&mut app, ""), MEETINGS.len());
    app.run(Command::Edit(RecordEdit::AddParticipant { name: "Zuleika Prandt".into(), at: None }));
    app.settle();
    assert_eq!(search(&mut app, "prandt maltese"), 1, "one word is the record's, the other the text's");
}

#[test]
fn an_article_is_found_by_letters_of_its_title() {
    let (_folder, mut app) = library();
    app.run(Command::FindTitles("pruvchil".into()));
    app.settle();
    let (typed, found) = app.titles();
    assert_eq!(typed, "pruvchil");
    assert!(app.row(found[0]).unwrap().title.starts_with("Peruvian and Chilean"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    /// However the list is narrowed, each choice of a facet of which nothing is chosen leaves what it says.
    #[test]
    fn a_choice_leaves_as_many_as_it_says(picks in prop::collection::vec((0..7_usize, 0..20_usize), 0..3)) {
        let (_folder, mut app) = library();
        for (facet, option) in picks {
            let facets = app.facets();
            let (_, options) = &facets[facet % facets.len()];
            if let Some(option) = options.get(option % options.len().max(1)) {
                app.run(Command::Narrow(option.narrowing.clone()));
            }
        }
        let filter: ListFilter = app.filter().clone();
        for (facet, options) in app.facets() {
            if filter.chosen.iter().any(|narrowing| narrowing.facet() == facet) {
                continue;
            }
            for option in options {
                app.run(Command::Narrow(option.narrowing.clone()));
                prop_assert_eq!(app.listed().len(), option.count, "{:?} with {:?}", option, filter);
                app.run(Command::Narrow(option.narrowing));
            }
        }
    }
}
