//! A review from the first file to the saved record, without a window.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::sync::Arc;

use chancery::across::Show;
use chancery::app::{App, Command, Level};
use chancery::extract::{Choice, Days, NamedPerson, Spot, Why};
use chancery::model::{Basis, MeetingKind, Obligation, Precision, ReviewStatus, Role, RuleName, Ruling};
use chancery::review::{Field, RecordEdit, Tally};
use common::{app_with, c, current, file, malta, notices, p, record, saved, tunisia, words};
use tempfile::tempdir;

/// A value that the engine could have proposed from these words.
fn choice<V>(value: V, at: &str) -> Choice<V> {
    let why = Why { span: words(at), rule: RuleName::new("by_hand"), working: String::new() };
    Choice { value, why }
}

/// An edit of every kind, each of which changes the record of the tests.
fn every_edit() -> Vec<RecordEdit> {
    use RecordEdit as E;
    vec![
        E::Title("The harbour line reopens".into()),
        E::Kind(MeetingKind::VideoCall),
        E::Day { start: "2021-03-11".parse().ok(), end: "2021-03-12".parse().ok() },
        E::DayFrom(words("Sunday, 14 March 2021")),
        E::DayChoice(choice(
            Days { start: "2021-03-19".parse().unwrap(), end: None, basis: Basis::Weekday },
            "Friday",
        )),
        E::Place(Some("Floriana".into())),
        E::Country("TUN".parse().ok()),
        E::Venue(Some("Old Customs House".into())),
        E::PlaceFrom(words("Tunis ")),
        E::PlaceChoice(choice(Spot { place: Some("Tunis".into()), ..Spot::default() }, "Tunis ")),
        E::AddParticipant { name: "Ana Borg".into(), at: Some(words("The ministers")) },
        E::ParticipantName(p(3), "Anna Borg".into()),
        E::MoveParticipant(p(3), 0),
        E::RemoveParticipant(p(3)),
        E::AddNamed(NamedPerson {
            name: "Zerafa".into(),
            title: Some("Minister".into()),
            party: Some(malta()),
            span: words("Zerafa told"),
        }),
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
        E::MoreEvidence(Field::Commitment(c(1)), words("two million euros")),
        E::LessEvidence(Field::Commitment(c(1)), words("She pledged")),
        E::SameWords(Field::Participant(p(1))),
        E::Rule(Field::Participant(p(2)), Ruling::Proposed),
        E::ConfirmRest,
        E::Notes("The year is not certain.".into()),
        E::Flag(Some("Ask the desk about the year.".into())),
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
        if edit == RecordEdit::Status(ReviewStatus::Reviewed) {
            assert_eq!(
                current(&app).record(),
                states.last().unwrap(),
                "with problems it is asked about first"
            );
            app.run(Command::Edit(edit.clone()));
        }
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
fn each_step_of_the_history_says_what_was_done_to_what() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    for edit in [
        RecordEdit::Rule(Field::Date, Ruling::Confirmed),
        RecordEdit::Venue(Some("the town hall".into())),
        RecordEdit::RemoveParticipant(p(2)),
        RecordEdit::CommitmentPrecision(c(2), Precision::ALL[3]),
        RecordEdit::ConfirmRest,
    ] {
        app.run(Command::Edit(edit));
    }
    let steps: Vec<&str> = current(&app).history().labels().collect();
    assert_eq!(
        steps,
        [
            "confirmation: date",
            "change of venue",
            "removal of participant: Karim Ben Yedder",
            "change of precision: commitment 2",
            "confirmation of the rest"
        ]
    );
}

#[test]
fn typing_is_one_step_until_the_field_is_left() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let steps = |app: &App| current(app).history().labels().count();
    let type_name = |app: &mut App, name: &str| {
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
    let rulings = |app: &App| -> Vec<(String, Ruling)> {
        current(app).record().meeting.participants.iter().map(|p| (p.name.to_string(), p.ruling)).collect()
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
fn a_proposal_whose_words_were_replaced_is_still_ruled_out_and_not_lost() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::Evidence(Field::Participant(p(1)), words("Zerafa told"))));
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(1))));
    assert_eq!(current(&app).record().meeting.participants[0].ruling, Ruling::RuledOut);
}

#[test]
fn a_finished_record_tells_what_was_confirmed_corrected_added_and_ruled_out() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    assert_eq!(current(&app).tally(), Tally { proposed: 7, ..Tally::default() });
    app.run(Command::Edit(RecordEdit::Venue(Some("Old Customs House".into()))));
    app.run(Command::Edit(RecordEdit::RemoveParticipant(p(2))));
    app.run(Command::Edit(RecordEdit::AddCommitment {
        text: "Talks".into(),
        at: Some(words("agreed to meet")),
    }));
    app.run(Command::Edit(RecordEdit::ConfirmRest));
    let tally = Tally { proposed: 0, confirmed: 5, corrected: 1, added: 1, ruled_out: 1 };
    assert_eq!(current(&app).tally(), tally);
    assert_eq!(tally.to_string(), "5 confirmed, 1 corrected, 1 added, 1 rejected");
    assert!(current(&app).is_added(&Field::Commitment(c(3))));
}

#[test]
fn a_person_is_marked_wherever_the_article_names_them() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let person = Field::Participant(p(2));
    assert!(current(&app).has_same_words(&person));
    app.run(Command::Edit(RecordEdit::SameWords(person.clone())));
    let quoted: Vec<&str> = person.evidence(current(&app).record()).iter().map(|e| e.exact()).collect();
    assert_eq!(quoted, ["Karim Ben Yedder", "Yedder"], "once by the surname alone");
    assert!(!current(&app).has_same_words(&person));
    app.run(Command::Edit(RecordEdit::SameWords(person)));
    assert_eq!(current(&app).history().labels().count(), 1, "there is no third place");
}

#[test]
fn a_record_is_flagged_with_a_note_and_skipped() {
    let folder = tempdir().unwrap();
    for number in 1..=2 {
        file(folder.path(), &format!("{number}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app_with(&[folder.path()]);
    let first = current(&app).id();
    for why in ["", "the y", "the year"] {
        app.run(Command::Edit(RecordEdit::Flag(Some(why.into()))));
    }
    assert_eq!(current(&app).history().labels().count(), 1, "typing is one step");
    app.run(Command::Skip);
    assert_ne!(current(&app).id(), first);
    assert_eq!((app.counts().flagged, app.counts().to_review), (1, 2), "it is still to be reviewed");
    app.run(Command::Skip);
    assert_eq!((current(&app).id(), current(&app).flag()), (first, Some("the year")));
    app.run(Command::Show(Show::Flagged));
    assert_eq!(app.listed(), [first]);
    app.run(Command::Edit(RecordEdit::Flag(None)));
    assert!(app.listed().is_empty());
}

#[test]
fn people_whom_the_article_names_can_be_added_with_all_that_it_says_of_them() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let named: Vec<&str> = current(&app).trace().people().iter().map(|named| named.name.as_str()).collect();
    assert_eq!(named, ["Maria Zerafa", "Karim Ben Yedder"]);
    assert_eq!(current(&app).people_to_add().count(), 0, "both are participants");
    app.run(Command::Edit(RecordEdit::ParticipantName(p(2), "Someone Else".into())));
    let named = current(&app).people_to_add().next().unwrap().clone();
    app.run(Command::Edit(RecordEdit::AddNamed(named)));
    let added = current(&app).record().meeting.participants[2].clone();
    assert_eq!((added.name.as_str(), added.title.as_deref()), ("Karim Ben Yedder", Some("Foreign Minister")));
    assert_eq!(added.party, Some(tunisia()));
    assert!(added.evidence[0].exact().contains("Karim Ben Yedder"));
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
fn reviewed_and_next_goes_through_the_list() {
    let folder = tempdir().unwrap();
    for number in 1..=3 {
        file(folder.path(), &format!("{number}.txt"), format!("{}\nNumber {number}.\n", common::ARTICLE));
    }
    let mut app = app_with(&[folder.path()]);
    let name = |app: &App| current(app).record().article.file_name.clone();
    assert_eq!(name(&app), "1.txt");
    app.run(Command::Show(Show::ToReview));
    app.run(Command::SelectNext);
    app.run(Command::Edit(RecordEdit::ConfirmRest));
    app.run(Command::ReviewedAndNext);
    assert_eq!(name(&app), "3.txt");
    assert_eq!((app.counts().to_review, app.counts().reviewed, app.listed().len()), (2, 1, 2));
    app.run(Command::Edit(RecordEdit::ConfirmRest));
    app.run(Command::ReviewedAndNext);
    assert_eq!(name(&app), "1.txt", "it starts over");
    app.run(Command::Edit(RecordEdit::ConfirmRest));
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
    assert_eq!(current(&app).remaining(), 7);
    for _ in 0..8 {
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
fn words_for_a_day_that_are_selected_are_read_as_the_engine_reads_them() {
    let text = "Ministers meet\n\nSunday 18 October 2020\n\nMinister Ana Lind of Sweden met Minister Karl Borg of Malta last \
        Friday. They had spoken two days ago, and will meet from 12 to 14 March 2021 and on 03/04/2021.\n";
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&file(folder.path(), "talks.txt", text)]);
    for (words, expected) in [
        ("last Friday", "2020-10-16..None weekday Corrected"),
        ("two days ago", "2020-10-16..None relative Corrected"),
        ("12 to 14 March 2021", "2021-03-12..Some(2021-03-14) explicit Corrected"),
        ("03/04/2021", "2021-04-03..None explicit Corrected"),
    ] {
        let text = &current(&app).record().article.text;
        let at = text.find(words).unwrap();
        let span = text.span(at..at + words.len()).unwrap();
        app.run(Command::Edit(RecordEdit::DayFrom(span)));
        let date = current(&app).record().meeting.date.clone().unwrap();
        let end = date.end.map(|end| end.to_string());
        let end = end.map_or("None".to_owned(), |end| format!("Some({end})"));
        let read = format!("{}..{end} {} {:?}", date.start, date.basis.saved(), date.ruling);
        assert_eq!(read, expected, "{words}");
        assert_eq!(date.evidence[0].exact(), words);
    }
}

#[test]
fn words_that_name_no_day_change_nothing_and_say_so() {
    let text = "Ministers meet\n\nSunday 18 October 2020\n\nMinister Ana Lind of Sweden met Minister Karl Borg of Malta in early \
        March.\n";
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&file(folder.path(), "talks.txt", text)]);
    let before = current(&app).record().clone();
    let at = before.article.text.find("early March").unwrap();
    let span = before.article.text.span(at..at + "early March".len()).unwrap();
    app.run(Command::Edit(RecordEdit::DayFrom(span)));
    assert_eq!(*current(&app).record(), before);
    assert!(notices(&app, Level::Warning)[0].contains("name no day"));
}
