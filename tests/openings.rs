//! What the engine makes of the openings of articles: the kind of contact, its day and its place.
//! The articles and what is expected of them are `tests/fixtures/extract/openings.txt`.

use chancery::lexicon::Lexicon;
use chancery::model::MeetingKind;
use chancery::{extract, import};

const OPENINGS: &str = include_str!("fixtures/extract/openings.txt");

#[test]
fn openings_give_the_kind_the_day_and_the_place_of_the_contact() {
    let lexicon = Lexicon::built_in();
    let mut wrong = Vec::new();
    for case in OPENINGS.split("=====\n").skip(1) {
        let (header, file) = case.split_once('\n').unwrap();
        let (issued, expected) = header.split_once('|').unwrap();
        let expected: Vec<&str> = expected.split('|').map(str::trim).collect();
        let mut article = import::import("article.txt", file.as_bytes(), &lexicon).unwrap();
        article.published = Some(issued.trim().parse().unwrap());
        let meeting = extract::extract(&article, &lexicon).meeting;
        let location = meeting.location.as_ref();
        let found = [
            meeting.known_kind().map_or("", MeetingKind::saved).to_owned(),
            meeting.date.as_ref().map(|date| date.start.to_string()).unwrap_or_default(),
            location.and_then(|location| location.place.as_deref()).unwrap_or_default().to_owned(),
            location
                .and_then(|location| location.country.as_ref())
                .map(ToString::to_string)
                .unwrap_or_default(),
        ];
        if found != *expected {
            let title = file.lines().next().unwrap();
            wrong.push(format!("{title}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} openings are misread:\n{}", wrong.len(), wrong.join("\n"));
}
