//! A review from the first file to the saved record, without a window.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::sync::Arc;

use chancery::app::{Command, Field, Level, RecordEdit, Show};
use chancery::model::{MeetingKind, Obligation, Precision, Record, ReviewStatus, Role, Ruling};
use common::{app, app_with, c, current, file, malta, notices, p, record, saved, tunisia, words};
use tempfile::tempdir;

/// An edit of every kind, each of which changes the record of the tests.
fn every_edit() -> Vec<RecordEdit> {
    use RecordEdit as E;
    vec![
        E::Title("The harbour line reopens".into()),
        E::Kind(MeetingKind::VideoCall),
        E::Day { start: "2021-03-11".parse().ok(), end: "2021-03-12".parse().ok() },
        E::DayFrom(words("Sunday, 14 March 2021")),
        E::Place(Some("Floriana".into())),
        E::Country("TUN".parse().ok()),
        E::Venue(Some("Old Customs House".into())),
        E::PlaceFrom(words("Tunis ")),
        E::AddParticipant { name: "Ana Borg".into(), at: Some(words("The ministers")) },
        E::ParticipantName(p(3), "Anna Borg".into()),
        E::MoveParticipant(p(3), 0),
        E::RemoveParticipant(p(3)),
        E::ParticipantTitle(p(1), None),
        E::ParticipantParty(p(1), Some(tunisia())),
        E::ParticipantRole(p(1), Role::Host),
        E::RemoveParticipant(p(2)),
        E::AddCommitment { text: "two million euros".into(), at: Some(words("two million euros")) },
        E::CommitmentText(c(3), "Malta gives two million euros".into()),
        E::CommitmentParties(c(3), vec![malta()]),
        E::CommitmentSpeaker(c(3), Some(p(1))),
        E::CommitmentToward(c(3), vec![tunisia()]),
        E::CommitmentObligation(c(3), Obligation::Explicit),
        E::CommitmentPrecision(c(3), Precision::ALL[3]),
        E::CommitmentDeadline(c(3), "2021".parse().ok()),
        E::CommitmentCondition(c(3), Some("if the storms allow".into())),
        E::CommitmentTopics(c(3), vec!["trade".into()]),
        E::MoveCommitment(c(3), 0),
        E::RemoveCommitment(c(2)),
        E::Evidence(Field::Commitment(c(1)), words("She pledged")),
        E::Rule(Field::Participant(p(2)), Ruling::Proposed),
        E::ConfirmRest,
        E::Notes("The year is not certain.".into()),
        E::Status(ReviewStatus::Reviewed),
    ]
}

#[test]
fn every_edit_is_undone_to_the_very_record_and_redone() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let mut states = vec![current(&app).record().clone()];
    for edit in every_edit() {
        app.run(Command::Edit(edit.clone()));
        let now = current(&app).record().clone();
        assert_ne!(now, *states.last().unwrap(), "{edit:?} changes nothing");
        assert_eq!(now.faults(), [], "after {edit:?}");
        states.push(now);
    }
    assert_eq!(current(&app).history().labels().count(), every_edit().len());
    for state in states.iter().rev().skip(1) {
        app.run(Command::Undo);
        assert!(Arc::ptr_eq(current(&app).record(), state));
    }
    assert!(!current(&app).is_unsaved(), "everything is as it was opened");
    assert_eq!(**current(&app).record(), record());
    for state in &states[1..] {
        app.run(Command::Redo);
        assert!(Arc::ptr_eq(current(&app).record(), state));
    }
    assert_eq!(current(&app).can_redo(), None);
}

#[test]
fn typing_is_one_step_until_the_field_is_left() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let steps = |app: &chancery::app::App| current(app).history().labels().count();
    let type_name = |app: &mut chancery::app::App, name: &str| {
        app.run(Command::Edit(RecordEdit::ParticipantName(p(1), name.into())));
    };
    for name in ["Maria Zeraf", "Maria Zera", "Maria Zera ", "Maria Zera B"] {
        type_name(&mut app, name);
    }
    assert_eq!(steps(&app), 1);
    app.run(Command::EndEdit);
    type_name(&mut app, "Maria Zera Bo");
    assert_eq!(steps(&app), 2);
    app.run(Command::Edit(RecordEdit::ParticipantName(p(2), "K. Ben Yedder".into())));
    type_name(&mut app, "Maria Zera");
    assert_eq!(steps(&app), 4, "another field came between");
    let edits = &current(&app).record().provenance.edits;
    let names: Vec<_> = edits.iter().filter(|e| e.path == "/meeting/participants/0/name").collect();
    assert_eq!(names.len(), 3);
    assert_eq!((&names[0].from, &names[0].to), (&"Maria Zerafa".into(), &"Maria Zera B".into()));
}

#[test]
fn typing_back_to_the_old_text_leaves_no_step() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    for name in ["Maria Zeraf", "Maria Zerafa"] {
        app.run(Command::Edit(RecordEdit::ParticipantName(p(1), name.into())));
    }
    assert_eq!(current(&app).can_undo(), None);
    assert!(!current(&app).is_unsaved());
    assert_eq!(**current(&app).record(), record());
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_step() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let revision = current(&app).revision();
    app.run(Command::Edit(RecordEdit::Kind(MeetingKind::InPerson)));
    app.run(Command::Edit(RecordEdit::ParticipantRole(p(9), Role::Host)));
    app.run(Command::Edit(RecordEdit::Place(Some("Valletta".into()))));
    assert_eq!(current(&app).can_undo(), None);
    assert_eq!(current(&app).revision(), revision);
}

#[test]
fn an_edit_corrects_a_value_and_begins_the_review() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::Day { start: "2021-03-11".parse().ok(), end: None }));
    let record = current(&app).record();
    let date = record.meeting.date.as_ref().unwrap();
    assert_eq!(date.ruling, Ruling::Corrected);
    assert_eq!(date.basis.saved(), "reviewer");
    assert_eq!(record.review.status, ReviewStatus::InReview);
    assert!(
        record.meeting.participants.iter().all(|p| p.ruling == Ruling::Proposed),
        "others stay as they are"
    );
}

#[test]
fn what_the_engine_proposed_is_ruled_out_and_what_a_reviewer_added_goes() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(1))));
    app.run(Command::Edit(RecordEdit::Day { start: None, end: None }));
    app.run(Command::Edit(RecordEdit::AddParticipant { name: "Ana Borg".into(), at: None }));
    app.run(Command::Edit(RecordEdit::CommitmentSpeaker(c(2), Some(p(3)))));
    let rulings = |app: &chancery::app::App| -> Vec<(String, Ruling)> {
        current(app).record().meeting.participants.iter().map(|p| (p.name.clone(), p.ruling)).collect()
    };
    assert_eq!(rulings(&app).len(), 3);
    assert_eq!(rulings(&app)[0], ("Maria Zerafa".into(), Ruling::RuledOut));
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(3))));
    assert_eq!(rulings(&app).len(), 2);
    assert_eq!(current(&app).record().commitments[1].speaker, None, "nobody speaks who is not there");
    assert_eq!(current(&app).record().meeting.date.as_ref().unwrap().ruling, Ruling::RuledOut);
    app.run(Command::Edit(RecordEdit::Rule(Field::Participant(p(1)), Ruling::Proposed)));
    assert_eq!(rulings(&app)[0].1, Ruling::Proposed, "what was struck can be brought back");
}

#[test]
fn provenance_tells_each_value_that_changed() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::CommitmentDeadline(c(1), "2021-07".parse().ok())));
    app.run(Command::Edit(RecordEdit::MoveParticipant(p(2), 0)));
    let edits = &current(&app).record().provenance.edits;
    let told: Vec<String> =
        edits.iter().map(|e| format!("{} {} {} → {}", e.by, e.path, e.from, e.to)).collect();
    assert_eq!(
        told,
        [
            r#"A. Reviewer /commitments/0/deadline "2021-06" → "2021-07""#,
            r#"A. Reviewer /commitments/0/ruling "proposed" → "corrected""#,
            r#"A. Reviewer /meeting/participants ["p1","p2"] → ["p2","p1"]"#,
        ]
    );
    assert!(edits.iter().all(|e| e.at.to_string() == "2021-03-20T09:12:44Z"));
}

#[test]
fn a_saved_review_opens_again_with_every_ruling_in_place() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "harbour-line.txt", common::ARTICLE);
    let path = folder.path().join("review.json");
    let mut app = app_with(&[&saved(folder.path())]);
    for edit in every_edit() {
        app.run(Command::Edit(edit));
    }
    let id = current(&app).id();
    app.run(Command::SaveTo(id, path.clone()));
    app.settle();
    assert_eq!(current(&app).saved_to(), Some(&*path.canonicalize().unwrap()));
    assert!(!current(&app).is_unsaved());

    // The article beside it is not read in its place: a person's ruling is never overwritten.
    let again = app_with(&[&path, &article]);
    assert_eq!(again.documents().len(), 1);
    assert_eq!(current(&again).record(), current(&app).record());
    assert!(!current(&again).is_unsaved());
    let json = std::fs::read_to_string(&path).unwrap();
    assert_eq!(current(&again).record().to_json().unwrap(), json);
}

#[test]
fn a_saved_record_takes_the_place_of_an_untouched_proposal_only() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "harbour-line.txt", common::ARTICLE);
    let mut app = app_with(&[&article]);
    app.run(Command::Open(vec![saved(folder.path())]));
    app.settle();
    assert_eq!(app.documents().len(), 1, "nobody had done anything with the proposal");
    assert_eq!(current(&app).record().meeting.participants.len(), 2);

    let mut app = app_with(&[&article]);
    app.run(Command::Edit(RecordEdit::Notes("mine".into())));
    app.run(Command::Open(vec![saved(folder.path())]));
    app.settle();
    assert_eq!(app.documents().len(), 2, "a touched record stays");
    assert_eq!(app.documents().next().unwrap().record().review.notes, "mine");
}

#[test]
fn reviewed_and_next_goes_through_the_list() {
    let folder = tempdir().unwrap();
    for number in 1..=3 {
        file(folder.path(), &format!("{number}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app_with(&[folder.path()]);
    let name = |app: &chancery::app::App| current(app).record().article.file_name.clone();
    assert_eq!(name(&app), "1.txt");
    app.run(Command::Show(Show::ToReview));
    app.run(Command::SelectNext);
    app.run(Command::ReviewedAndNext);
    assert_eq!(name(&app), "3.txt");
    assert_eq!((app.counts().to_review, app.counts().reviewed, app.listed().len()), (2, 1, 2));
    app.run(Command::ReviewedAndNext);
    assert_eq!(name(&app), "1.txt", "it starts over");
    app.run(Command::ReviewedAndNext);
    assert!(app.listed().is_empty());
    let review = &current(&app).record().review;
    assert_eq!(review.reviewer.as_deref(), Some("A. Reviewer"));
    assert_eq!(review.reviewed_at.unwrap().to_string(), "2021-03-20T09:12:44Z");
    assert_eq!(app.unsaved().count(), 3);
}

#[test]
fn keys_go_through_the_fields_and_confirm_them() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    assert_eq!(current(&app).remaining(), 6);
    for _ in 0..7 {
        app.run(Command::Accept);
    }
    assert_eq!(current(&app).remaining(), 0);
    app.run(Command::Focus(Some(Field::Location)));
    app.run(Command::FocusNext);
    assert_eq!(current(&app).focus(), Some(&Field::Participant(p(1))));
    app.run(Command::Edit(RecordEdit::AddCommitment { text: String::new(), at: None }));
    assert_eq!(current(&app).focus(), Some(&Field::Commitment(c(3))), "what was added is attended to");
    app.run(Command::Undo);
    assert_eq!(current(&app).focus(), None);
}

#[test]
fn the_list_is_searched_without_accents_and_filtered() {
    let folder = tempdir().unwrap();
    let other = "Čaputová visits Tunis\n\nTUNIS, March 3 - The president arrived in Tunis on a visit.\n";
    let paths = [saved(folder.path()), file(folder.path(), "other.txt", other)];
    let mut app = app_with(&[&paths[0], &paths[1]]);
    let search = |app: &mut chancery::app::App, words: &str| {
        app.run(Command::Search(words.into()));
        app.listed().len()
    };
    assert_eq!(search(&mut app, ""), 2);
    assert_eq!(search(&mut app, "caputova"), 1);
    assert_eq!(search(&mut app, "ZERAFA malta"), 1);
    assert_eq!(search(&mut app, "zerafa Čaputová"), 0);
}

#[test]
fn save_all_gives_homeless_records_files_of_their_own() {
    let folder = tempdir().unwrap();
    let out = tempdir().unwrap();
    let stranger = file(out.path(), "1.json", "not ours");
    for number in 1..=2 {
        file(folder.path(), &format!("{number}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app_with(&[folder.path()]);
    for _ in 0..2 {
        app.run(Command::ReviewedAndNext);
    }
    app.run(Command::SaveAll { folder: None });
    app.settle();
    assert_eq!(app.unsaved().count(), 2, "without a folder they stay");
    assert_eq!(notices(&app, Level::Warning).len(), 1);
    app.run(Command::SaveAll { folder: Some(out.path().to_owned()) });
    app.settle();
    assert_eq!(app.unsaved().count(), 0);
    assert_eq!(std::fs::read_to_string(stranger).unwrap(), "not ours");
    for name in ["1-2.json", "2.json"] {
        Record::from_json(&std::fs::read_to_string(out.path().join(name)).unwrap()).unwrap();
    }
}

#[test]
fn no_save_destroys_an_article_or_another_record() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "other.txt", common::ARTICLE.replace("Malta", "Cyprus"));
    let mut app = app_with(&[&saved(folder.path()), &article]);
    let id = current(&app).id();
    app.run(Command::SaveTo(id, article.clone()));
    app.settle();
    assert_eq!(notices(&app, Level::Error).len(), 1);
    assert_eq!(std::fs::read_to_string(article).unwrap(), common::ARTICLE.replace("Malta", "Cyprus"));
}

#[test]
fn a_record_is_saved_under_a_name_that_opens_again() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "harbour-line.txt", common::ARTICLE);
    let mut app = app_with(&[&article]);
    let id = current(&app).id();
    app.run(Command::SaveTo(id, folder.path().join("record.txt")));
    app.settle();
    assert_eq!(notices(&app, Level::Error).len(), 1, "a record is a .json file");
    file(folder.path(), "taken.json", "of somebody else");
    app.run(Command::SaveTo(id, folder.path().join("taken")));
    app.settle();
    assert_eq!(notices(&app, Level::Error).len(), 2);
    app.run(Command::SaveTo(id, folder.path().join("record")));
    app.settle();
    assert_eq!(current(&app).saved_to().unwrap().file_name().unwrap(), "record.json");
    assert!(!folder.path().join("record.txt").exists());
}

#[test]
fn many_saves_are_told_together() {
    let folder = tempdir().unwrap();
    for number in 0..30 {
        file(folder.path(), &format!("{number}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app_with(&[folder.path()]);
    for _ in 0..30 {
        app.run(Command::ReviewedAndNext);
    }
    app.run(Command::SaveAll { folder: Some(folder.path().join("nowhere")) });
    app.settle();
    assert_eq!(notices(&app, Level::Error).len(), 9);
    assert_eq!(app.unsaved().count(), 30);
    app.run(Command::SaveAll { folder: Some(folder.path().to_owned()) });
    app.settle();
    assert!(notices(&app, Level::Info).contains(&"Saved 30 records."));
}

#[test]
fn copies_of_an_article_under_other_names_open_by_themselves() {
    let folder = tempdir().unwrap();
    for name in ["a.txt", "b.txt"] {
        file(folder.path(), name, common::ARTICLE);
    }
    let mut app = app_with(&[folder.path()]);
    app.run(Command::Open(vec![folder.path().to_owned()]));
    app.settle();
    assert_eq!(app.documents().len(), 2);
}

#[test]
fn an_export_holds_what_is_reviewed_without_what_was_ruled_out() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let lines = folder.path().join("out.jsonl");
    let export = |app: &mut chancery::app::App, to: &std::path::Path, ruled_out| {
        let format = chancery::app::ExportFormat::of_path(to).unwrap();
        app.run(Command::Export { to: to.to_owned(), format, ruled_out });
        app.settle();
        std::fs::read_to_string(to).unwrap_or_default()
    };
    assert_eq!(export(&mut app, &lines, false), "");
    assert_eq!(notices(&app, Level::Error).len(), 1, "nothing is reviewed yet");
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(1))));
    app.run(Command::ReviewedAndNext);
    let exported = Record::from_json(export(&mut app, &lines, false).trim()).unwrap();
    assert_eq!(exported.meeting.participants.len(), 1);
    assert_eq!(exported.commitments[0].speaker, None);
    let array = folder.path().join("out.json");
    let exported: Vec<Record> = serde_json::from_str(&export(&mut app, &array, true)).unwrap();
    assert_eq!(exported[0], **current(&app).record());

    // An exported array opens as records, none of which has the array as its file.
    let again = app_with(&[&array]);
    assert_eq!(again.documents().len(), 1);
    assert_eq!(current(&again).record(), current(&app).record());
}

#[test]
fn opening_can_be_cancelled_and_a_file_is_opened_once() {
    let folder = tempdir().unwrap();
    for number in 0..40 {
        file(folder.path(), &format!("{number:02}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app();
    app.run(Command::Open(vec![folder.path().to_owned()]));
    assert!(app.progress().is_some());
    app.run(Command::CancelOpening);
    app.settle();
    assert!(app.documents().len() < 40);
    app.run(Command::Open(vec![folder.path().to_owned(), folder.path().join("07.txt")]));
    app.settle();
    assert_eq!(app.documents().len(), 40);
    assert!(app.progress().is_none());
    let mut names: Vec<_> = app.documents().map(|d| d.record().article.file_name.clone()).collect();
    let in_order = names.clone();
    names.sort();
    assert_eq!(in_order, names);
}

#[test]
fn the_samples_open_without_a_file() {
    let mut app = app();
    app.run(Command::OpenSamples);
    app.settle();
    assert!(current(&app).title().contains("harbour"));
    assert_eq!(notices(&app, Level::Error), [] as [&str; 0]);
}

mod scripts {
    //! Any edits at all: undoing them all gives the start, redoing them all the end.

    use super::*;
    use chancery::app::App;
    use proptest::prelude::*;

    fn any_edit() -> impl Strategy<Value = RecordEdit> {
        use RecordEdit as E;
        let text = "[a-c ]{0,3}";
        let person = || (1..4_usize).prop_map(p);
        let commitment = || (1..4_usize).prop_map(c);
        let ruling = || prop::sample::select(Ruling::ALL);
        let field = prop_oneof![
            Just(Field::Kind),
            Just(Field::Date),
            Just(Field::Location),
            person().prop_map(Field::from),
            commitment().prop_map(Field::from),
        ];
        let span = (0..60_usize).prop_map(|at| record().article.text.span(at..at + 9).unwrap());
        let day =
            || prop::option::of((1..29_i8).prop_map(|d| chancery::model::Day::new(2021, 3, d).unwrap()));
        prop_oneof![
            text.prop_map(E::Title),
            prop::sample::select(MeetingKind::ALL).prop_map(E::Kind),
            (day(), day()).prop_map(|(start, end)| E::Day { start, end }),
            prop::option::of(text).prop_map(E::Place),
            prop::option::of(Just("MLT".parse().unwrap())).prop_map(E::Country),
            text.prop_map(|name| E::AddParticipant { name, at: None }),
            person().prop_map(E::RemoveParticipant),
            (person(), 0..4_usize).prop_map(|(id, to)| E::MoveParticipant(id, to)),
            (person(), text).prop_map(|(id, name)| E::ParticipantName(id, name)),
            span.clone().prop_map(|at| E::AddCommitment { text: "new".into(), at: Some(at) }),
            commitment().prop_map(E::RemoveCommitment),
            (commitment(), 0..4_usize).prop_map(|(id, to)| E::MoveCommitment(id, to)),
            (commitment(), text).prop_map(|(id, text)| E::CommitmentText(id, text)),
            (commitment(), prop::option::of(person())).prop_map(|(id, who)| E::CommitmentSpeaker(id, who)),
            (field.clone(), span).prop_map(|(field, span)| E::Evidence(field, span)),
            (field, ruling()).prop_map(|(field, ruling)| E::Rule(field, ruling)),
            Just(E::ConfirmRest),
            prop::sample::select(ReviewStatus::ALL).prop_map(E::Status),
            text.prop_map(E::Notes),
        ]
    }

    fn any_command() -> impl Strategy<Value = Command> {
        prop_oneof![
            8 => any_edit().prop_map(Command::Edit),
            1 => Just(Command::EndEdit),
            1 => Just(Command::Undo),
            1 => Just(Command::Redo),
            1 => Just(Command::Accept),
        ]
    }

    fn all(app: &mut App, command: &Command, can: fn(&chancery::app::Document) -> Option<&'static str>) {
        while can(app.current().unwrap()).is_some() {
            app.run(command.clone());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        #[test]
        fn undoing_all_gives_the_start_and_redoing_all_the_end(script in prop::collection::vec(any_command(), 1..40)) {
            let folder = tempdir().unwrap();
            let mut app = app_with(&[&saved(folder.path())]);
            for command in script {
                app.run(command);
                let faults = app.current().unwrap().record().faults();
                prop_assert!(faults.is_empty(), "{:?}", faults);
            }
            all(&mut app, &Command::Redo, chancery::app::Document::can_redo);
            let end = app.current().unwrap().record().clone();
            all(&mut app, &Command::Undo, chancery::app::Document::can_undo);
            prop_assert_eq!(&**app.current().unwrap().record(), &record());
            prop_assert!(!app.current().unwrap().is_unsaved());
            all(&mut app, &Command::Redo, chancery::app::Document::can_redo);
            prop_assert_eq!(app.current().unwrap().record(), &end);
        }
    }
}
