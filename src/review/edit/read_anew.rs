//! An article that was read anew: its text is another, and what the engine proposes is proposed of that. What a person
//! has ruled on stays, with those of its words that the new text has too.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::Value;

use super::Hand;
use super::rulings::set_status;
use super::step::set;
use crate::model::{
    Article, Commitment, CommitmentId, Edit, Evidence, Line, Meeting, Participant, ParticipantId, Record,
    ReviewStatus, Ruling,
};
use crate::review::field::Field;
use crate::review::moved::Moves;
use crate::review::part::Part;

/// Where the encoding of an article stands in a record.
pub const ENCODING: &str = "/article/encoding";

/// Where its text does.
pub const TEXT: &str = "/article/text";

/// An article that was read anew, with the records that are proposed of it now.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAnew {
    /// The records of all of its contacts.
    pub records: Vec<Record>,
    /// What a person wanted of it.
    pub wanted: Wanted,
}

/// What a person wants of an article that is read anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// That its file is read in another encoding, which has this name.
    Encoding(String),
    /// That this paragraph of its page, which was left out, is in its text.
    Paragraph(String),
}

impl Wanted {
    /// What the step is called.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Encoding(_) => "change of encoding",
            Self::Paragraph(_) => "paragraph brought back",
        }
    }

    /// What it changes by a person's hand: where that stands, what it was and what it is.
    fn account(&self, before: &Article) -> (&'static str, Value, Value) {
        match self {
            Self::Encoding(name) => (ENCODING, before.encoding_name().into(), name.as_str().into()),
            Self::Paragraph(words) => (TEXT, Value::Null, words.as_str().into()),
        }
    }
}

/// The article of a record as it was read anew, but for what a person has set of its facts.
pub fn article_read_anew(record: &Record, read: Article) -> Article {
    let Article { file_name, part, sha256, media_type, title, publisher, byline, url, published, .. } =
        Article::clone(&record.article);
    // What the file itself does not say was known from elsewhere, such as a list of references.
    let article = Arc::new(Article {
        file_name,
        part,
        sha256,
        media_type,
        title: read.title.or(title),
        publisher: read.publisher.or(publisher),
        byline: read.byline.or(byline),
        url: read.url.or(url),
        published: read.published.or(published),
        ..read
    });
    with_facts_by_hand(record, article, record)
}

/// The article of a record, with what a person has set of its facts as its file alone has it.
pub fn article_without_hand(record: &Record, alone: &Article) -> Article {
    let alone = Record { article: Arc::new(alone.clone()), ..record.clone() };
    with_facts_by_hand(record, record.article.clone(), &alone)
}

/// An article that takes from another record what a person has set in this one.
fn with_facts_by_hand(record: &Record, article: Arc<Article>, from: &Record) -> Article {
    let mut anew = Record { article, ..record.clone() };
    for part in Part::FACTS.iter().filter(|part| is_set_by_hand(record, part)) {
        if let Some(value) = part.get(from, None) {
            set(&mut anew, part, None, value);
        }
    }
    Arc::unwrap_or_clone(anew.article)
}

/// Whether a person has changed this fact of the article, or that of which it is a part.
fn is_set_by_hand(record: &Record, part: &Part) -> bool {
    let is_within = |path: &str, other: &str| {
        path.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mut edits = record.provenance.edits.iter();
    edits.any(|edit| is_within(&edit.path, part.path) || is_within(part.path, &edit.path))
}

/// The record becomes one of the article as it was read anew.
pub(super) fn read_anew(record: &mut Record, anew: &ReadAnew, hand: &Hand) {
    let Some(first) = anew.records.first() else { return };
    let before = record.article.clone();
    let article = first.article.clone();
    let proposed = anew.records.iter().find(|proposed| proposed.number == record.number);
    let (meeting, commitments) = proposed.map_or((Meeting::unknown(), Vec::new()), |proposed| {
        (proposed.meeting.clone(), proposed.commitments.clone())
    });
    let old = std::mem::replace(&mut record.meeting, meeting);
    let old_commitments = std::mem::take(&mut record.commitments);
    let moves = Moves::between(&before.text, &article.text);
    let moved = |evidence: &mut Vec<Evidence>| {
        *evidence = evidence.iter().filter_map(|quoted| moves.of_evidence(quoted)).collect();
    };
    let meeting = &mut record.meeting;
    if let Some(mut kind) = old.kind.filter(|kind| kind.ruling.is_human()) {
        moved(&mut kind.evidence);
        meeting.kind = Some(kind);
    }
    if let Some(mut date) = old.date.filter(|date| date.ruling.is_human()) {
        moved(&mut date.evidence);
        meeting.date = Some(date);
    }
    if let Some(mut location) = old.location.filter(|location| location.ruling.is_human()) {
        moved(&mut location.evidence);
        meeting.location = Some(location);
    }
    let ruled: Vec<Commitment> =
        old_commitments.into_iter().filter(|found| found.ruling.is_human()).collect();
    let proposed = std::mem::take(&mut meeting.participants);
    let known = KnownIds::of(record);
    let mut people = People::settle(old.participants, proposed, &ruled, &known);
    people.all.iter_mut().filter(|person| people.kept.contains(&person.id)).for_each(|person| {
        moved(&mut person.evidence);
        // Without words it is no proposal any more: it stands because the reviewer has said who speaks.
        if person.evidence.is_empty() && person.ruling == Ruling::Proposed {
            person.ruling = Ruling::Corrected;
        }
    });
    record.commitments = settle_commitments(ruled, commitments, &people, &known, moved);
    record.meeting.participants = people.all;
    record.article = article;
    record.provenance.extractor = first.provenance.extractor.clone();
    let (path, from, to) = anew.wanted.account(&before);
    let (path, by) = (path.to_owned(), Line::from(hand.by.as_str()));
    record.provenance.edits.push(Edit { at: hand.at, by, path, from, to });
    // Nothing in a reviewed record is undecided.
    let is_open = record.evidenced().any(|(_, _, ruling)| !ruling.is_human());
    if is_open && record.review.status == ReviewStatus::Reviewed {
        set_status(record, ReviewStatus::InReview, hand);
    }
}

/// The ids of people and commitments that the account of edits names: another of the same id would count as added by
/// whoever added that one.
struct KnownIds(HashSet<String>);

impl KnownIds {
    fn of(record: &Record) -> Self {
        let values = record.provenance.edits.iter().flat_map(|edit| [&edit.from, &edit.to]);
        Self(values.filter_map(|value| value.get("id")?.as_str()).map(str::to_owned).collect())
    }

    /// An id that nothing has had yet: the wanted one if that is so.
    fn free<I: Clone>(
        &self,
        wanted: &I,
        numbered: fn(usize) -> I,
        words: fn(&I) -> &str,
        is_taken: impl Fn(&I) -> bool,
    ) -> I {
        let is_free = |id: &I| !is_taken(id) && !self.0.contains(words(id));
        let free = || (1..).map(numbered).find(|id| is_free(id));
        Some(wanted.clone()).filter(|id| is_free(id)).or_else(free).unwrap_or_else(|| wanted.clone())
    }
}

/// Who took part: those on whom a person has ruled, and those who are proposed now.
struct People {
    all: Vec<Participant>,
    /// Which of them were there before.
    kept: Vec<ParticipantId>,
    /// The ids that those have who were known by others: in the record before, and in the one that is proposed.
    before: HashMap<ParticipantId, ParticipantId>,
    proposed: HashMap<ParticipantId, ParticipantId>,
}

impl People {
    fn settle(old: Vec<Participant>, new: Vec<Participant>, ruled: &[Commitment], known: &KnownIds) -> Self {
        let is_said = |person: &Participant| {
            let mut speakers = ruled.iter().filter_map(|commitment| commitment.speaker.as_ref());
            speakers.any(|speaker| *speaker == person.id)
        };
        let is_proposed = |person: &Participant| new.iter().any(|new| new.name == person.name);
        let (all, gone): (Vec<_>, Vec<_>) = old
            .into_iter()
            .partition(|person| person.ruling.is_human() || is_said(person) && !is_proposed(person));
        let kept: Vec<ParticipantId> = all.iter().map(|person| person.id.clone()).collect();
        let same = kept.iter().map(|id| (id.clone(), id.clone())).collect();
        let mut people = Self { all, kept, before: same, proposed: HashMap::new() };
        for person in new {
            people.add(person, known);
        }
        for person in gone {
            if let Some(same) = people.all.iter().find(|other| other.name == person.name) {
                people.before.insert(person.id, same.id.clone());
            }
        }
        people
    }

    /// Somebody is proposed, unless a person has ruled on one of that name.
    fn add(&mut self, person: Participant, ids: &KnownIds) {
        let known = self.all.iter().find(|known| known.name == person.name && self.kept.contains(&known.id));
        let id = match known {
            Some(known) => known.id.clone(),
            None => {
                let is_taken = |id: &ParticipantId| self.all.iter().any(|other| other.id == *id);
                let id = ids.free(&person.id, ParticipantId::numbered, ParticipantId::as_str, is_taken);
                self.all.push(Participant { id: id.clone(), ..person.clone() });
                id
            }
        };
        self.proposed.insert(person.id, id);
    }
}

/// The commitments on which a person has ruled, and those that are proposed now of other words.
fn settle_commitments(
    ruled: Vec<Commitment>,
    proposed: Vec<Commitment>,
    people: &People,
    ids: &KnownIds,
    moved: impl Fn(&mut Vec<Evidence>),
) -> Vec<Commitment> {
    let mut all = ruled;
    for commitment in &mut all {
        moved(&mut commitment.evidence);
        commitment.speaker = commitment.speaker.take().and_then(|id| people.before.get(&id).cloned());
    }
    let place = |commitment: &Commitment| commitment.evidence.first().map(Evidence::chars);
    let known = all.len();
    for commitment in proposed {
        let is_same = |other: &Commitment| {
            other.text == commitment.text || place(other).is_some_and(|at| Some(at) == place(&commitment))
        };
        if all.iter().take(known).any(is_same) {
            continue;
        }
        let is_taken = |id: &CommitmentId| all.iter().any(|other| other.id == *id);
        let id = ids.free(&commitment.id, CommitmentId::numbered, CommitmentId::as_str, is_taken);
        let speaker = commitment.speaker.as_ref().and_then(|id| people.proposed.get(id).cloned());
        all.push(Commitment { id, speaker, ..commitment });
    }
    all
}

/// How many values that a person has ruled on have lost all of their words from one state of a record to the next.
pub fn lost_words(before: &Record, after: &Record) -> usize {
    let is_lost = |field: &Field| {
        field.ruling(after).is_some_and(Ruling::is_human)
            && field.evidence(after).is_empty()
            && !field.evidence(before).is_empty()
    };
    Field::all(after).filter(is_lost).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use crate::lexicon::Lexicon;
    use crate::model::Sha256Hex;
    use crate::review::RecordEdit;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

    const TEXT: &str = "Envoys meet\n\nForeign Minister Maria Zerafa of Malta met Foreign Minister Ren\u{c3}\u{a9} Borg of \
                        Tunisia in Sfax on 12 March 2021.\n\n“Malta will reopen the harbour line by June,” Zerafa \
                        said. Ren\u{c3}\u{a9} Borg said that Tunisia will train pilots.";

    fn records(text: &str) -> Vec<Record> {
        // The file is the same, however it is read.
        let article = Article {
            sha256: Sha256Hex::of(TEXT.as_bytes()),
            published: "2021-03-14".parse().ok(),
            ..Article::plain("talks.txt", text)
        };
        extract::records(&Arc::new(article), &LEXICON)
    }

    fn anew(text: &str) -> RecordEdit {
        let wanted = Wanted::Encoding("windows-1250".into());
        RecordEdit::ReadAnew(Arc::new(ReadAnew { records: records(text), wanted }))
    }

    fn hand() -> Hand {
        Hand { by: "R".into(), at: "2021-03-20T09:12:44Z".parse().unwrap() }
    }

    fn rule(record: &mut Record, rulings: &[Ruling]) {
        for (field, ruling) in Field::all(record).collect::<Vec<_>>().into_iter().zip(rulings) {
            RecordEdit::Rule(field, *ruling).apply_to(record, &LEXICON, &hand());
        }
    }

    #[test]
    fn what_nobody_has_decided_is_what_the_engine_proposes_of_the_new_text() {
        let mut record = records(TEXT).swap_remove(0);
        let right = TEXT.replace("\u{c3}\u{a9}", "é");
        anew(&right).apply_to(&mut record, &LEXICON, &hand());
        let proposed = records(&right).swap_remove(0);
        assert_eq!((&record.meeting, &record.commitments), (&proposed.meeting, &proposed.commitments));
        assert_eq!(record.article.text, proposed.article.text);
    }

    #[test]
    fn a_commitment_that_was_decided_keeps_its_speaker_and_is_not_proposed_again() {
        let mut record = records(TEXT).swap_remove(0);
        let said = |record: &Record, words: &str| {
            let found = record.commitments.iter().find(|commitment| commitment.text.contains(words)).unwrap();
            let speaker = found.speaker.as_ref().unwrap();
            let people = &record.meeting.participants;
            people.iter().find(|person| person.id == *speaker).unwrap().name.to_string()
        };
        let of = |record: &Record, words: &str| {
            record.commitments.iter().filter(|commitment| commitment.text.contains(words)).count()
        };
        for words in ["reopen", "train pilots"] {
            let id = record.commitments.iter().find(|found| found.text.contains(words)).unwrap().id.clone();
            RecordEdit::Rule(id.into(), Ruling::Confirmed).apply_to(&mut record, &LEXICON, &hand());
        }
        let speakers = ["reopen", "train pilots"].map(|words| said(&record, words));
        anew(&TEXT.replace("\u{c3}\u{a9}", "é")).apply_to(&mut record, &LEXICON, &hand());
        assert_eq!((of(&record, "reopen"), of(&record, "train pilots")), (1, 1));
        assert_eq!(
            ["reopen", "train pilots"].map(|words| said(&record, words)),
            speakers,
            "as they were confirmed"
        );
        assert_eq!(record.faults(), []);
    }

    #[test]
    fn a_reviewed_record_is_in_review_again_where_something_new_is_proposed() {
        let mut record = records(TEXT).swap_remove(0);
        RecordEdit::Status(ReviewStatus::Reviewed).apply_to(&mut record, &LEXICON, &hand());
        let mut same = record.clone();
        anew(TEXT).apply_to(&mut same, &LEXICON, &hand());
        assert_eq!(same.review, record.review, "the same text says nothing new");
        anew(&TEXT.replace("\u{c3}\u{a9}", "é")).apply_to(&mut record, &LEXICON, &hand());
        assert_eq!(record.review.status, ReviewStatus::InReview);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever was decided, and whatever the new text is, no ruling is lost and no record is damaged.
        #[test]
        fn no_ruling_is_lost_whatever_the_new_text_is(
            rulings in prop::collection::vec(prop::sample::select(Ruling::ALL), 0..12),
            cut in 0_usize..300, insert in "[ a-zé.]{0,40}", is_other in any::<bool>(),
        ) {
            let mut record = records(TEXT).swap_remove(0);
            rule(&mut record, &rulings);
            let ruled = |record: &Record| -> Vec<(String, Ruling)> {
                let ruled = Field::all(record).filter(|field| field.ruling(record).is_some_and(Ruling::is_human));
                ruled.map(|field| (field.in_words(record), field.ruling(record).unwrap())).collect()
            };
            let before = ruled(&record);
            let at = TEXT.floor_char_boundary(cut.min(TEXT.len()));
            let (head, rest) = TEXT.split_at(at);
            let mut new = [head, &insert, rest].concat();
            if is_other {
                new = new.replace("\u{c3}\u{a9}", "é");
            }
            anew(&new).apply_to(&mut record, &LEXICON, &hand());
            prop_assert_eq!(record.faults(), Vec::new());
            let after = ruled(&record);
            prop_assert!(before.iter().all(|value| after.contains(value)), "{:?} {:?}", before, after);
        }
    }
}
