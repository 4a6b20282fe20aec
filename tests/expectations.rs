//! Expectations: what is true of every sample and fixture, by the annotators' guidelines, and how far
//! the engine gets.
//!
//! Each article has a file in `tests/fixtures/truth/`, a line a value. A line that begins with
//! "missing: " is true and not yet found; one with "wrong: " is found and not true. Both are debts, to
//! be struck from the file when the engine has learned better; the samples for newcomers have none.
//! A commitment's words may be fewer or more than the truth's by what reports them ("Lind expressed").

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chancery::extract::Reading;
use chancery::model::{Commitment, MeetingKind, Party, Record};
use support::{files, read, stem};

const TRUTH: &str = "tests/fixtures/truth";

/// The lines that a reading gives.
fn lines(Reading { record, .. }: &Reading) -> BTreeSet<String> {
    let meeting = &record.meeting;
    let article = &record.article;
    let mut lines = vec![
        format!("title: {}", article.title.as_deref().unwrap_or_default()),
        format!("published: {}", article.published.map(|day| day.to_string()).unwrap_or_default()),
        format!("kind: {}", meeting.known_kind().map_or("-", MeetingKind::saved)),
    ];
    if let Some(date) = &meeting.date {
        let end = date.end.map(|end| format!(" to {end}")).unwrap_or_default();
        lines.push(format!("date: {}{end}", date.start));
    }
    if let Some(location) = &meeting.location {
        let country = location.country.as_ref().map(ToString::to_string);
        let of = [location.place.as_deref(), country.as_deref(), location.venue.as_deref()]
            .map(|part| part.unwrap_or("-"));
        lines.push(format!("place: {}", of.join(", ")));
    }
    for person in &meeting.participants {
        let party = person.party.as_ref().map_or("-", |party| party.code.as_str());
        lines.push(format!("person: {}, {}, {party}", person.name, person.title.as_deref().unwrap_or("-")));
    }
    lines.extend(record.commitments.iter().map(|commitment| bond(record, commitment)));
    lines.into_iter().collect()
}

/// "commitment: MLT to TUN, plain, by 2021-06, Maria Example: Malta will …"
fn bond(record: &Record, commitment: &Commitment) -> String {
    let codes = |parties: &[Party]| {
        let mut codes: Vec<&str> = parties.iter().map(|party| party.code.as_str()).collect();
        codes.sort_unstable();
        codes.join(" ")
    };
    let mut line = format!("commitment: {}", codes(&commitment.parties));
    if !commitment.toward.is_empty() {
        line += &format!(" to {}", codes(&commitment.toward));
    }
    line += &format!(", {}", commitment.obligation.saved());
    if let Some(deadline) = &commitment.deadline {
        line += &format!(", by {deadline}");
    }
    let speaker = commitment.speaker.as_ref();
    let speaker = speaker.and_then(|id| record.meeting.participants.iter().find(|person| person.id == *id));
    if let Some(speaker) = speaker {
        line += &format!(", {}", speaker.name);
    }
    format!("{line}: {}", commitment.text.replace('\n', " "))
}

/// A line as the truth has it, where it is the same commitment in fewer or more words.
fn as_known(line: String, known: &BTreeSet<String>) -> String {
    let split = |line: &str| line.rsplit_once(": ").map(|(head, words)| (head.to_owned(), words.to_owned()));
    let Some((head, words)) = split(&line).filter(|(head, _)| head.starts_with("commitment: ")) else {
        return line;
    };
    let same = known.iter().find(|known| {
        split(known)
            .is_some_and(|(other, told)| other == head && (told.ends_with(&words) || words.ends_with(&told)))
    });
    same.cloned().unwrap_or(line)
}

/// The truth about an article, with its debts.
struct Truth {
    found: BTreeSet<String>,
    missing: BTreeSet<String>,
    wrong: BTreeSet<String>,
}

impl Truth {
    fn of(file: &Path) -> Self {
        let truth = Path::new(env!("CARGO_MANIFEST_DIR")).join(TRUTH).join(stem(file) + ".txt");
        let text = std::fs::read_to_string(truth).unwrap_or_default();
        let mut truth = Self { found: BTreeSet::new(), missing: BTreeSet::new(), wrong: BTreeSet::new() };
        for line in text.lines().filter(|line| !line.is_empty()) {
            if let Some(line) = line.strip_prefix("missing: ") {
                truth.missing.insert(line.to_owned());
            } else if let Some(line) = line.strip_prefix("wrong: ") {
                truth.wrong.insert(line.to_owned());
            } else {
                truth.found.insert(line.to_owned());
            }
        }
        truth
    }

    /// What a reading should be today: the truth, but for the debts.
    fn today(&self) -> BTreeSet<String> {
        &self.found | &self.wrong
    }

    /// The lines of a file's reading, in the truth's words where they are the same.
    fn read(&self, file: &Path) -> BTreeSet<String> {
        let known = &self.today() | &self.missing;
        lines(&read(file)).into_iter().map(|line| as_known(line, &known)).collect()
    }
}

fn samples() -> Vec<PathBuf> {
    files()
        .into_iter()
        .filter(|file| file.parent().is_some_and(|folder| folder.ends_with("samples")))
        .collect()
}

/// What two sets of lines do not share, for people.
fn difference(truth: &BTreeSet<String>, reading: &BTreeSet<String>) -> String {
    let lacks = (truth - reading).into_iter().map(|line| format!("\n  lacks {line}"));
    let reads = (reading - truth).into_iter().map(|line| format!("\n  reads {line}"));
    lacks.chain(reads).collect()
}

#[test]
fn every_sample_for_newcomers_is_read_without_a_mistake() {
    let samples = samples();
    assert!(samples.len() >= 6);
    for file in samples {
        let truth = Truth::of(&file);
        assert!(truth.missing.is_empty() && truth.wrong.is_empty(), "{} has debts", file.display());
        let differs = difference(&truth.found, &truth.read(&file));
        assert!(differs.is_empty(), "{}:{differs}", file.display());
    }
}

#[test]
fn every_fixture_is_read_as_well_as_its_truth_says() {
    let mut differs = String::new();
    for file in files() {
        let truth = Truth::of(&file);
        let reading = truth.read(&file);
        for paid in truth.missing.intersection(&reading) {
            differs += &format!("\n{}: found by now, strike its \"missing: \":\n  {paid}", file.display());
        }
        let reading = reading.difference(&truth.missing).cloned().collect();
        let found = difference(&truth.today(), &reading);
        if !found.is_empty() {
            differs += &format!("\n{}:{found}", file.display());
        }
    }
    assert!(differs.is_empty(), "{differs}");
}
