//! What the app points out in a record, in plain words beside the field.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as promised"
)]

mod common;

use chancery::app::{App, Command};
use chancery::model::{MeetingKind, Party, Precision, Ruling};
use chancery::review::{Field, RecordEdit};
use common::{ARTICLE, app_with, c, current, file, malta, p, saved, words};
use tempfile::tempdir;

/// The problems of the tests' record after these edits: the field, and the sentence.
fn problems(edits: &[RecordEdit]) -> Vec<(Option<Field>, String)> {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    for edit in edits {
        app.run(Command::Edit(edit.clone()));
    }
    current(&app).problems().iter().map(|p| (p.field.clone(), p.text.clone())).collect()
}

/// The edits lead to one problem of this field, with these words.
fn check(edits: &[RecordEdit], field: Field, words: &str) {
    let found = problems(edits);
    assert!(
        found.len() == 1 && found[0].0.as_ref() == Some(&field) && found[0].1.contains(words),
        "{found:?}"
    );
}

fn day(start: &str, end: Option<&str>) -> RecordEdit {
    RecordEdit::Day { start: start.parse().ok(), end: end.map(|end| end.parse().unwrap()) }
}

#[test]
fn a_record_in_order_has_none() {
    assert_eq!(problems(&[]), []);
    assert_eq!(problems(&[day("2021-03-08", Some("2021-03-14"))]), [], "a week has every day of the week");
}

#[test]
fn a_contact_without_a_day_is_pointed_out_unless_its_day_was_ruled_out() {
    let folder = tempdir().unwrap();
    let text = "Call on water\n\nThe Foreign Minister of Malta, Maria Zerafa, spoke by phone with Tunisia's Foreign \
                Minister Slim Gharbi about water.\n";
    let app = app_with(&[&file(folder.path(), "call.txt", text)]);
    let found: Vec<_> = current(&app).problems().iter().map(|problem| problem.text.as_str()).collect();
    assert_eq!(found, ["No date: when was it?"]);
    assert_eq!(problems(&[RecordEdit::Rule(Field::Date, Ruling::RuledOut)]), []);
}

#[test]
fn days_that_cannot_be_are_pointed_out() {
    check(&[day("2021-03-12", Some("2021-03-11"))], Field::Date, "ends before it starts");
    check(&[day("2021-03-19", None)], Field::Date, "after the article was published (Sunday 14 March 2021)");
    check(&[day("2021-03-11", None)], Field::Date, "say Friday, but this is Thursday 11 March 2021");
    let deadline = RecordEdit::CommitmentDeadline(c(1), "2021-02".parse().ok());
    check(&[deadline], Field::Commitment(c(1)), "before the meeting");
    for deadline in ["2021", "2021-03", "2021-21", "2021-03-12"] {
        assert_eq!(
            problems(&[RecordEdit::CommitmentDeadline(c(1), deadline.parse().ok())]),
            [],
            "{deadline}"
        );
    }
}

#[test]
fn people_who_lack_something_or_stand_twice_are_pointed_out() {
    check(&[RecordEdit::ParticipantName(p(1), " ".into())], Field::Participant(p(1)), "No name");
    let alone = [
        RecordEdit::ParticipantParty(p(1), None),
        RecordEdit::CommitmentParties(c(1), vec![common::tunisia()]),
    ];
    check(&alone, Field::Participant(p(1)), "No party: which country");
    let twice = [
        RecordEdit::AddParticipant { name: "karim ben YEDDER".into(), at: Some(words("Ben Yedder said")) },
        RecordEdit::ParticipantParty(p(3), Some(common::tunisia())),
    ];
    check(&twice, Field::Participant(p(3)), "already among the participants");
}

#[test]
fn commitments_of_nobody_there_are_pointed_out() {
    check(&[RecordEdit::CommitmentParties(c(1), Vec::new())], Field::Commitment(c(1)), "who is bound");
    let chile = Party { code: "CHL".parse().unwrap(), name: "Chile".into() };
    let absent = RecordEdit::CommitmentParties(c(1), vec![malta(), chile]);
    check(&[absent], Field::Commitment(c(1)), "No participant represents Chile");
    let found = problems(&[RecordEdit::RemoveParticipant(p(2))]);
    assert!(found.iter().any(|(_, text)| text.contains("Karim Ben Yedder, was rejected")), "{found:?}");
}

#[test]
fn a_value_that_nothing_supports_is_pointed_out_and_one_that_is_ruled_out_is_not() {
    let bare = RecordEdit::AddCommitment { text: "Something".into(), at: None };
    let bound = RecordEdit::CommitmentParties(c(3), vec![malta()]);
    check(&[bare.clone(), bound.clone()], Field::Commitment(c(3)), "No words of the article");
    let struck = RecordEdit::Rule(Field::Commitment(c(3)), Ruling::RuledOut);
    assert_eq!(problems(&[bare, bound, struck]), []);
}

#[test]
fn what_a_careful_coder_would_catch_is_pointed_out() {
    check(&[day("2019-03-15", None)], Field::Date, "long before the article was published");
    let long =
        [RecordEdit::Evidence(Field::Date, words("two million")), day("2021-01-03", Some("2021-03-12"))];
    check(&long, Field::Date, "goes on for 69 days");
    check(&[RecordEdit::Kind(MeetingKind::PhoneCall)], Field::Location, "which has no place");
    check(&[RecordEdit::Kind(MeetingKind::NotDiplomatic)], Field::Kind, "but there are participants");
    let alone = problems(&[RecordEdit::RemoveParticipant(p(1)), RecordEdit::RemoveParticipant(p(2))]);
    assert!(
        alone.iter().any(|(field, text)| *field == Some(Field::Kind) && text.contains("Nobody took part"))
    );
    let first = Field::Commitment(c(1));
    let wordless = RecordEdit::CommitmentText(c(1), " ".into());
    check(&[wordless], first.clone(), "No undertaking");
    check(
        &[RecordEdit::CommitmentToward(c(1), vec![malta()])],
        first.clone(),
        "Malta is bound here toward itself",
    );
    check(&[RecordEdit::CommitmentPrecision(c(1), Precision::ALL[1])], first.clone(), "at least 2");
    check(&[RecordEdit::CommitmentCondition(c(1), Some("if it can".into()))], first, "it is hedged");
    let again = [
        RecordEdit::AddCommitment {
            text: "malta will reopen the harbour line by JUNE".into(),
            at: Some(words("Malta will reopen")),
        },
        RecordEdit::CommitmentParties(c(3), vec![malta()]),
    ];
    check(&again, Field::Commitment(c(3)), "stands here twice");
}

#[test]
fn a_problem_that_one_edit_mends_comes_with_that_edit() {
    let chile = Party { code: "CHL".parse().unwrap(), name: "Chile".into() };
    let broken = [
        day("2021-03-12", Some("2021-03-11")),
        RecordEdit::Kind(MeetingKind::VideoCall),
        RecordEdit::CommitmentToward(c(1), vec![malta(), chile]),
        RecordEdit::CommitmentPrecision(c(1), Precision::ALL[0]),
        RecordEdit::CommitmentCondition(c(2), Some("if it can".into())),
        RecordEdit::AddParticipant { name: "Maria Zerafa".into(), at: None },
    ];
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    broken.into_iter().for_each(|edit| app.run(Command::Edit(edit)));
    let mut mended = Vec::new();
    while let Some(remedy) = current(&app).problems().iter().find_map(|problem| problem.remedy.clone()) {
        app.run(Command::Edit(remedy.edit));
        mended.push(remedy.label);
    }
    assert_eq!(
        mended,
        ["Reject the place", "Swap the days", "Reject this one", "Not toward Malta", "Precision 2", "Hedged"]
    );
    assert_eq!(current(&app).problems(), []);
    app.run(Command::Edit(day("2021-03-11", None)));
    let remedy = current(&app).problems()[0].remedy.clone().unwrap();
    assert_eq!(remedy.label, "Use Friday 12 March 2021");
}

#[test]
fn a_value_without_words_can_be_kept_as_what_the_reviewer_infers() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::AddCommitment { text: "Something".into(), at: None }));
    app.run(Command::Edit(RecordEdit::CommitmentParties(c(3), vec![malta()])));
    let remedy = current(&app).problems()[0].remedy.clone().unwrap();
    assert_eq!(remedy.label, "Mark as inferred");
    app.run(Command::Edit(remedy.edit));
    assert_eq!(current(&app).problems(), []);
    let why = current(&app).why(&Field::Commitment(c(3)));
    assert_eq!(why, ["A reviewer inferred it: no words of the article say so."]);
}

#[test]
fn why_tells_who_set_a_value_and_from_which_words() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    let why = |app: &App| current(app).why(&Field::Date);
    assert_eq!(why(&app), ["From the words “Friday”."]);
    app.run(Command::Edit(RecordEdit::Rule(Field::Date, Ruling::Confirmed)));
    assert_eq!(why(&app)[0], "A reviewer confirmed it.");
    app.run(Command::Edit(day("2021-03-05", None)));
    assert_eq!(why(&app)[0], "A reviewer set it.");
}

#[test]
fn another_reading_of_the_day_is_offered_and_says_why_once_it_is_chosen() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&file(folder.path(), "harbour-line.txt", ARTICLE)]);
    let offered = |app: &App| -> Vec<String> {
        current(app).other_days().map(|choice| choice.value.to_string()).collect()
    };
    let after = "2021-03-19 weekday";
    assert_eq!(offered(&app), [after, "2021-03-05 weekday", "2021-03-14 dateline"]);
    let choice = current(&app).other_days().next().unwrap().clone();
    app.run(Command::Edit(RecordEdit::DayChoice(choice)));
    let date = current(&app).record().meeting.date.clone().unwrap();
    assert_eq!((date.start.to_string().as_str(), date.ruling), ("2021-03-19", Ruling::Corrected));
    assert_eq!(date.evidence[0].exact(), "Friday");
    assert_eq!(offered(&app), ["2021-03-12 weekday", "2021-03-05 weekday", "2021-03-14 dateline"]);
    assert_eq!(
        current(&app).why(&Field::Date)[..2],
        ["A reviewer set it.", "\"Friday\" after Sunday 14 March 2021 is Friday 19 March 2021"]
    );
    app.run(Command::Edit(RecordEdit::Rule(Field::Date, Ruling::Confirmed)));
    assert_eq!(offered(&app), Vec::<String>::new(), "a confirmed day stands");
    app.run(Command::Undo);
    assert_eq!(offered(&app).len(), 3);
    // A call has a day but no place; remarks have neither.
    app.run(Command::Edit(RecordEdit::Kind(MeetingKind::Statement)));
    assert_eq!(offered(&app), Vec::<String>::new());
}

#[test]
fn problems_are_walked_in_the_order_of_the_form() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&saved(folder.path())]);
    app.run(Command::Edit(RecordEdit::ParticipantParty(p(2), None)));
    app.run(Command::Edit(day("2021-03-12", Some("2021-03-10"))));
    let focus = |app: &mut App, command: Command| {
        app.run(command);
        current(app).focus().cloned()
    };
    app.run(Command::Focus(None));
    assert_eq!(focus(&mut app, Command::NextProblem), Some(Field::Date));
    assert_eq!(focus(&mut app, Command::NextProblem), Some(Field::Participant(p(2))));
    let bound = "bound, but nobody stands for Tunisia any more";
    assert_eq!(focus(&mut app, Command::NextProblem), Some(Field::Commitment(c(2))), "{bound}");
    assert_eq!(focus(&mut app, Command::NextProblem), Some(Field::Date), "it starts over");
    assert_eq!(focus(&mut app, Command::PreviousProblem), Some(Field::Commitment(c(2))));
}
