//! The contacts of an article: each has a record of its own, and the article is one.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as promised")]

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery::across::{Facet, ListFilter, Narrowing, Show};
use chancery::app::{App, Command, Settings};
use chancery::lexicon::Lexicon;
use chancery::model::{
    ContactKind, ContactNumber, EntryId, Evidence, MeetingKind, Participant, Party, Record, ReviewStatus,
    RuleName, Ruling,
};
use chancery::review::{Field, RecordEdit};
use chancery::store::Library;
use chancery::work::marks;
use common::{ARTICLE, app_with, c, current, file, p, record, words};
use tempfile::tempdir;

/// What the same article says of another contact: a call of somebody from Chile.
fn second() -> Record {
    let main = record();
    let number = ContactNumber::MAIN.next();
    let quote = |at| vec![Evidence::quote(&main.article.text, words(at), RuleName::new("by_hand"))];
    let mut second = Record { id: main.article.record_id(number), number, ..main.clone() };
    second.meeting.kind = Some(ContactKind {
        evidence: quote("thanked"),
        ..ContactKind::of(MeetingKind::PhoneCall, Ruling::Proposed)
    });
    second.meeting.location = None;
    second.meeting.participants = vec![Participant {
        party: Some(Party { code: "CHL".parse().unwrap(), name: "Chile".into() }),
        evidence: quote("his host"),
        ..Participant::named(p(1), "Ana Torres", Ruling::Proposed)
    }];
    second.commitments.clear();
    second
}

/// A file of the records of both contacts.
fn both(folder: &Path) -> PathBuf {
    let lines: Vec<String> =
        [record(), second()].iter().map(|record| serde_json::to_string(record).unwrap()).collect();
    file(folder, "both.jsonl", lines.join("\n"))
}

fn numbers(app: &App) -> Vec<u32> {
    let shown = app.shown().unwrap();
    app.contacts(shown).map(|row| row.contact.get()).collect()
}

fn run(app: &mut App, command: Command) {
    app.run(command);
    app.settle();
}

#[test]
fn an_article_of_two_contacts_is_listed_and_counted_once() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&both(folder.path())]);
    assert_eq!((app.listed().len(), app.articles(), app.counts().to_review), (1, 1, 1));
    assert_eq!(numbers(&app), [1, 2]);
    assert_eq!(current(&app).record().number, ContactNumber::MAIN, "the main one is shown first");
    let parties = app.facets().into_iter().find(|(facet, _)| *facet == Facet::Party).unwrap().1;
    let counts: Vec<(&str, usize)> = parties.iter().map(|option| (&*option.label, option.count)).collect();
    assert_eq!(counts, [("Chile", 1), ("Malta", 1), ("Tunisia", 1)]);
    let month = app.facets().into_iter().find(|(facet, _)| *facet == Facet::Month).unwrap().1;
    assert_eq!(month[0].count, 1, "both were in it, and the article counts once");

    let main = app.listed()[0];
    run(&mut app, Command::Narrow(Narrowing::Party("CHL".parse().unwrap())));
    let fitting = app.listed()[0];
    assert_eq!(
        (app.listed().len(), app.row(fitting).unwrap().contact.get()),
        (1, 2),
        "the contact that fits"
    );
    assert_ne!(main, fitting);
    run(&mut app, Command::Unpick);
    run(&mut app, Command::Filter(ListFilter::default()));
    run(&mut app, Command::HangPictures);
    let over_time = app.gallery().unwrap().pictures().next().unwrap();
    assert_eq!(over_time.standing(), "Based on 1 article", "of two meetings");
    assert_eq!(app.other_reports(main), [], "two contacts of one article are no two reports of one");
}

#[test]
fn a_contact_that_stops_fitting_leaves_the_other_in_the_list() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&both(folder.path())]);
    run(&mut app, Command::Show(Show::ToReview));
    let main = app.listed()[0];
    run(&mut app, Command::Edit(RecordEdit::ConfirmRest));
    run(&mut app, Command::Edit(RecordEdit::Status(ReviewStatus::Rejected)));
    assert_eq!(app.listed().len(), 1);
    assert_ne!(app.listed()[0], main, "the other contact is still to be reviewed");
    run(&mut app, Command::Undo);
    assert_eq!(app.listed(), [main]);
}

#[test]
fn a_review_goes_from_contact_to_contact_before_it_goes_on() {
    let folder = tempdir().unwrap();
    let other = file(folder.path(), "other.txt", format!("{ARTICLE}\nAnother paper.\n"));
    let mut app = app_with(&[&both(folder.path()), &other]);
    let main = app.listed()[0];
    run(&mut app, Command::Select(main));
    let mut way = Vec::new();
    for _ in 0..3 {
        let record = current(&app).record();
        way.push((record.article.file_name.to_string(), record.number.get()));
        run(&mut app, Command::Edit(RecordEdit::ConfirmRest));
        run(&mut app, Command::ReviewedAndNext);
        run(&mut app, Command::ReviewedAndNext);
    }
    let expected = [("harbour-line.txt", 1), ("harbour-line.txt", 2), ("other.txt", 1)];
    assert_eq!(way, expected.map(|(name, number)| (name.to_owned(), number)));
    assert_eq!((app.counts().reviewed, app.counts().to_review), (2, 0));
}

#[test]
fn a_contact_is_added_removed_and_brought_back_and_its_number_is_not_given_again() {
    let folder = tempdir().unwrap();
    let article = file(folder.path(), "harbour-line.txt", ARTICLE);
    let mut app = app_with(&[&article]);
    assert_eq!(numbers(&app), [1]);
    run(&mut app, Command::AddContact);
    assert_eq!(numbers(&app), [1, 2]);
    let added = current(&app).record();
    assert_eq!((added.number.get(), added.meeting.participants.len()), (2, 0), "it is shown, and empty");
    assert_eq!(added.faults(), []);
    let second = current(&app).id();
    run(&mut app, Command::Edit(RecordEdit::AddParticipant { name: "Ana Torres".into(), at: None }));

    run(&mut app, Command::RemoveContact(second));
    assert_eq!(numbers(&app), [1]);
    assert_eq!(current(&app).record().number, ContactNumber::MAIN, "another contact is shown");
    assert_eq!((app.articles(), app.counts().put_away), (1, 1));
    run(&mut app, Command::AddContact);
    assert_eq!(numbers(&app), [1, 3]);

    // Its addition, then the removal of the one before.
    run(&mut app, Command::Undo);
    assert_eq!(numbers(&app), [1]);
    run(&mut app, Command::Undo);
    assert_eq!(numbers(&app), [1, 2]);
    assert_eq!(current(&app).record().meeting.participants[0].name, "Ana Torres");
    run(&mut app, Command::Redo);
    run(&mut app, Command::Redo);
    assert_eq!(numbers(&app), [1, 3]);

    // The article is opened again: what was removed stays so.
    run(&mut app, Command::Open(vec![article]));
    assert_eq!(numbers(&app), [1, 3]);
    let only = app.contacts(app.shown().unwrap()).map(|row| row.id).next().unwrap();
    run(&mut app, Command::Close(only));
    assert_eq!((app.articles(), app.counts().put_away), (0, 1), "an article is put away with its contacts");
    run(&mut app, Command::Undo);
    assert_eq!(numbers(&app), [1, 3], "and comes back with those that it had");
}

/// The two contacts of the article that is shown; the main one's record is shown then.
fn two_contacts(app: &mut App) -> [EntryId; 2] {
    let ids: Vec<EntryId> = app.contacts(app.shown().unwrap()).map(|row| row.id).collect();
    let [main, other]: [EntryId; 2] = ids.try_into().unwrap();
    run(app, Command::Select(main));
    [main, other]
}

#[test]
fn a_participant_and_a_commitment_are_moved_to_another_contact_in_one_step() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&both(folder.path())]);
    let [main, other] = two_contacts(&mut app);
    let before = [main, other].map(|id| app.document(id).unwrap().record().clone());
    let now = |app: &App| [main, other].map(|id| app.document(id).unwrap().record().clone());

    run(&mut app, Command::MoveTo(other, Field::Participant(p(1))));
    run(&mut app, Command::MoveTo(other, Field::Commitment(c(1))));
    let [from, to] = now(&app);
    assert_eq!(
        from.meeting.participants[0].ruling,
        Ruling::RuledOut,
        "what the engine found stays for the audit"
    );
    let moved = &to.meeting.participants[1];
    assert_eq!(
        (moved.name.as_str(), moved.id.as_str(), moved.ruling),
        ("Maria Zerafa", "p2", Ruling::Corrected)
    );
    assert!(!moved.evidence.is_empty() && to.faults().is_empty());
    assert_eq!(to.commitments[0].speaker.as_ref(), Some(&moved.id), "who said it is there too");
    assert_eq!(current(&app).id(), main, "whoever moves several stays where they are");
    run(&mut app, Command::Undo);
    run(&mut app, Command::Undo);
    assert_eq!(now(&app), before);
    run(&mut app, Command::Redo);
    assert_eq!(now(&app)[1].meeting.participants.len(), 2);
}

#[test]
fn going_back_past_a_move_in_one_contact_leaves_the_step_of_the_other_to_undo() {
    let folder = tempdir().unwrap();
    let mut app = app_with(&[&both(folder.path())]);
    let [main, other] = two_contacts(&mut app);
    let now = |app: &App| [main, other].map(|id| app.document(id).unwrap().record().clone());
    let before = now(&app);
    run(&mut app, Command::Edit(RecordEdit::Notes("first".into())));
    run(&mut app, Command::EndEdit);
    run(&mut app, Command::MoveTo(other, Field::Participant(p(1))));
    let moved = now(&app);

    run(&mut app, Command::GoTo(0));
    assert_eq!(
        (&now(&app)[0], &now(&app)[1]),
        (&before[0], &moved[1]),
        "only the record that is shown went back"
    );
    run(&mut app, Command::Undo);
    assert_eq!(now(&app), before, "what the move did to the other contact is the next to be taken back");
    assert_eq!(app.can_undo(), None);
    while app.can_redo().is_some() {
        run(&mut app, Command::Redo);
    }
    assert_eq!(now(&app), moved);
}

#[test]
fn contacts_are_kept_saved_and_exported_each_by_itself() {
    let folder = tempdir().unwrap();
    let library = folder.path().join("talks.chancery");
    let open = || {
        let settings = Settings { reviewer: "A. Reviewer".into(), ..Settings::default() };
        let mut app = App::with_library(&library, Lexicon::built_in, settings, Arc::new(|| {}));
        app.settle();
        app
    };
    let mut app = open();
    run(&mut app, Command::Open(vec![both(folder.path())]));
    run(&mut app, Command::AddContact);
    run(&mut app, Command::Edit(RecordEdit::Kind(MeetingKind::VideoCall)));
    let to = folder.path().join("saved");
    std::fs::create_dir(&to).unwrap();
    run(&mut app, Command::SaveListed { folder: Some(to.clone()) });
    let mut names: Vec<String> = std::fs::read_dir(&to)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["harbour-line-contact-2.json", "harbour-line-contact-3.json", "harbour-line.json"]);
    drop(app);

    let app = open();
    assert_eq!((numbers(&app), current(&app).record().number.get()), (vec![1, 2, 3], 3));
    assert_eq!(current(&app).record().meeting.known_kind(), Some(MeetingKind::VideoCall));
    drop(app);
    let kept = Library::open(&library, marks).unwrap();
    assert_eq!(kept.check().unwrap(), Vec::<String>::new());
    let mut all = Vec::new();
    kept.entries(|entry| all.push((entry.contact.get(), entry.article))).unwrap();
    assert_eq!(all.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(all.windows(2).all(|pair| pair[0].1 == pair[1].1), "of one article");
    assert_eq!(kept.titles().unwrap().len(), 1, "it is found by its title once");
    assert_eq!(
        kept.stats().unwrap().text_bytes,
        record().article.text.len() as u64,
        "its text is there once"
    );
    for words in ["engineers", "engineers Torres"] {
        let found = kept.find(words).unwrap().unwrap();
        let of_text = if words.contains(' ') { 1 } else { 3 };
        assert_eq!(
            found.len(),
            of_text,
            "{words}: every contact is found by the text, by its own people one"
        );
    }
}

/// What is proposed in both contacts stands in both: whoever rejects it in one has not moved it.
#[test]
fn a_value_that_was_proposed_in_two_contacts_and_rejected_in_one_was_not_moved() {
    let folder = tempdir().unwrap();
    let mut second = second();
    second.meeting.participants = record().meeting.participants.into_iter().take(1).collect();
    let lines = [record(), second].map(|record| serde_json::to_string(&record).unwrap());
    let mut app = app_with(&[&file(folder.path(), "both.jsonl", lines.join("\n"))]);
    let main = app.listed()[0];
    run(&mut app, Command::Select(main));
    let other = app.contacts(main).map(|row| row.id).find(|id| *id != main).unwrap();
    let field = Field::Participant(record().meeting.participants[0].id.clone());
    run(&mut app, Command::Edit(RecordEdit::Rule(field.clone(), Ruling::RuledOut)));
    assert!(app.stands_in(other, current(&app), &field));
    assert!(app.moved_to(current(&app), &field).is_none());
    run(&mut app, Command::MoveTo(other, field));
    assert_eq!(
        app.document(other).unwrap().record().meeting.participants.len(),
        1,
        "nor is it moved there again"
    );
}
