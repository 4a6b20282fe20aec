//! Any edits at all: undoing them all gives the start, redoing them all the end.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use chancery::app::{App, Command};
use chancery::model::{Day, MeetingKind, ReviewStatus, Ruling};
use chancery::review::{Document, Field, RecordEdit};
use common::{app_with, c, p, record, saved};
use proptest::prelude::*;
use tempfile::tempdir;

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
    let day = || prop::option::of((1..29_i8).prop_map(|d| Day::new(2021, 3, d).unwrap()));
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
        (field.clone(), span.clone()).prop_map(|(field, span)| E::Evidence(field, span)),
        (field.clone(), span.clone()).prop_map(|(field, span)| E::MoreEvidence(field, span)),
        (field.clone(), span).prop_map(|(field, span)| E::LessEvidence(field, span)),
        field.clone().prop_map(E::SameWords),
        prop::option::of(text).prop_map(E::Flag),
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

fn all(app: &mut App, command: &Command, can: fn(&Document) -> Option<&str>) {
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
        all(&mut app, &Command::Redo, Document::can_redo);
        let end = app.current().unwrap().record().clone();
        all(&mut app, &Command::Undo, Document::can_undo);
        prop_assert_eq!(&**app.current().unwrap().record(), &record());
        prop_assert!(!app.current().unwrap().is_unsaved());
        all(&mut app, &Command::Redo, Document::can_redo);
        prop_assert_eq!(app.current().unwrap().record(), &end);
    }
}
