//! What two states of a record tell differently, in words: a step of a history before and after, or the
//! record of a library beside that of a file.

use std::collections::{HashMap, HashSet};

use super::field::{Field, participant};
use super::part::Part;
use super::value::{PartValue, listed};
use crate::lexicon::Lexicon;
use crate::model::{Evidence, Record, counted};

/// Something that is told differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The value that it belongs to; none for what is of the record as a whole.
    pub field: Option<Field>,
    /// What it is, in a word or a few.
    pub what: String,
    /// What the first state says; none where it says nothing.
    pub from: Option<String>,
    /// What the second one says.
    pub to: Option<String>,
    /// Whether it is what a value says, or else what was said of it.
    pub about: About,
}

/// What a difference is about, what is of more account first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// What a value says.
    Value,
    /// What a person has said of a value.
    Ruling,
    /// The words that support it.
    Evidence,
    /// The review as a whole: its status, reviewer, flag.
    Review,
}

impl Difference {
    /// "day: from 12 March to 14 March".
    pub fn in_words(&self) -> String {
        change_in_words(&self.what, self.from.as_deref(), self.to.as_deref())
    }
}

/// A change of something from one value, or none, to another, or none.
pub(super) fn change_in_words(what: &str, from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{what}: from {from} to {to}"),
        (None, Some(to)) => format!("{what}: from nothing to {to}"),
        (Some(from), None) => format!("{what}: from {from} to nothing"),
        (None, None) => what.to_owned(),
    }
}

/// Everything that two states of a record tell differently, in the order of the form.
pub fn differences(one: &Record, other: &Record, lexicon: &Lexicon) -> Vec<Difference> {
    let sides = Sides { one, other, lexicon };
    let mut found: Vec<Difference> = Vec::new();
    let fields: Vec<Field> = Field::all(one).collect();
    let same = same(one, other);
    let known: HashSet<&Field> = fields.iter().collect();
    let added = Field::all(other).filter(|field| !known.contains(field));
    for field in fields.iter().filter(|field| !same.contains(field)).cloned().chain(added) {
        sides.of_field(field, &mut found);
    }
    sides.of_order(&fields, &mut found);
    sides.of_record(&mut found);
    found
}

/// The people and commitments that are the very same in both: there may be thousands.
fn same(one: &Record, other: &Record) -> HashSet<Field> {
    let people: HashMap<_, _> =
        other.meeting.participants.iter().map(|person| (&person.id, person)).collect();
    let commitments: HashMap<_, _> = other.commitments.iter().map(|found| (&found.id, found)).collect();
    let same_people = one.meeting.participants.iter().filter(|person| people.get(&person.id) == Some(person));
    let same_commitments = one.commitments.iter().filter(|found| commitments.get(&found.id) == Some(found));
    let people = same_people.map(|person| Field::from(person.id.clone()));
    people.chain(same_commitments.map(|found| Field::from(found.id.clone()))).collect()
}

/// Two states of a record.
struct Sides<'r> {
    one: &'r Record,
    other: &'r Record,
    lexicon: &'r Lexicon,
}

impl Sides<'_> {
    /// What is told differently of one field.
    fn of_field(&self, field: Field, found: &mut Vec<Difference>) {
        let are_there = (field.ruling(self.one).is_some(), field.ruling(self.other).is_some());
        let whole = |record: &Record| Some(self.whole(record, &field)).filter(|words| !words.is_empty());
        match are_there {
            (false, false) => return,
            (true, true) => {}
            _ => {
                let (from, to) = (whole(self.one), whole(self.other));
                let what = self.named(&field, if are_there.0 { self.one } else { self.other });
                return found.push(Difference { field: Some(field), what, from, to, about: About::Value });
            }
        }
        let name = self.named(&field, self.one);
        let is_single = field.id().is_none();
        for part in Part::ALL.iter().filter(|part| part.is_of(&field)) {
            let what = match is_single {
                true => part.word.to_owned(),
                false => format!("{}, {name}", part.word),
            };
            let (from, to) = (self.part(self.one, part, &field), self.part(self.other, part, &field));
            push(found, (Some(&field), About::Value), what, from, to);
        }
        let ruling = |record| field.ruling(record).map(|ruling| ruling.label().to_lowercase());
        push(
            found,
            (Some(&field), About::Ruling),
            format!("ruling on {name}"),
            ruling(self.one),
            ruling(self.other),
        );
        let words = |record| quoted(field.evidence(record));
        push(
            found,
            (Some(&field), About::Evidence),
            format!("evidence for {name}"),
            words(self.one),
            words(self.other),
        );
    }

    /// People or commitments that stand in another order.
    fn of_order(&self, fields: &[Field], found: &mut Vec<Difference>) {
        let known: HashSet<&Field> = fields.iter().collect();
        let there: Vec<Field> = Field::all(self.other).filter(|field| known.contains(field)).collect();
        let left: HashSet<&Field> = there.iter().collect();
        let here: Vec<&Field> = fields.iter().filter(|field| left.contains(field)).collect();
        let Some(moved) = here.iter().zip(&there).find(|(here, there)| **here != *there) else { return };
        let listed = |fields: Vec<&Field>, record: &Record| {
            let is_alike = |field: &&Field| std::mem::discriminant(*field) == std::mem::discriminant(moved.1);
            let names = fields.into_iter().filter(is_alike).map(|field| self.named(field, record));
            Some(names.collect::<Vec<_>>().join(", "))
        };
        let from = listed(here.clone(), self.one);
        let to = listed(there.iter().collect(), self.one);
        push(found, (None, About::Value), "order".to_owned(), from, to);
    }

    /// What is told differently of the record as a whole.
    fn of_record(&self, found: &mut Vec<Difference>) {
        for part in Part::FACTS.iter().copied().chain([Part::NOTES]) {
            let words = |record| part.get(record, None).and_then(|value| value.in_words());
            let words = |record| words(record).filter(|words: &String| !words.is_empty());
            push(found, (None, About::Value), part.word.to_owned(), words(self.one), words(self.other));
        }
        let encoding = |record: &Record| Some(record.article.encoding_name().to_owned());
        let (one, other) = (encoding(self.one), encoding(self.other));
        push(found, (None, About::Value), "encoding".to_owned(), one, other);
        let paragraphs =
            |record: &Record| Some(counted(record.article.text.split("\n\n").count(), "paragraph"));
        let (one, other) = (paragraphs(self.one), paragraphs(self.other));
        push(found, (None, About::Value), "text".to_owned(), one, other);
        let (one, other) = (&self.one.review, &self.other.review);
        let status = |review: &crate::model::Review| Some(format!("“{}”", review.status.label()));
        push(found, (None, About::Review), "status".to_owned(), status(one), status(other));
        let named = |review: &crate::model::Review| review.reviewer.as_ref().map(ToString::to_string);
        push(found, (None, About::Review), "reviewer".to_owned(), named(one), named(other));
        let flag = |flag: &Option<String>| {
            flag.as_ref().map(|why| if why.is_empty() { "raised".to_owned() } else { why.clone() })
        };
        push(found, (None, About::Review), "flag".to_owned(), flag(&one.flag), flag(&other.flag));
        let tags = |review: &crate::model::Review| listed(review.tags.iter().map(|tag| &**tag));
        push(found, (None, About::Review), "tags".to_owned(), tags(one), tags(other));
    }

    /// What a field is called: the day, a name, the beginning of a commitment.
    fn named(&self, field: &Field, record: &Record) -> String {
        match field {
            Field::Commitment(_) => format!("“{}”", shortened(&field.in_words(record))),
            field => field.short(record),
        }
    }

    /// All that a field says.
    fn whole(&self, record: &Record, field: &Field) -> String {
        let parts = Part::ALL.iter().filter(|part| part.is_of(field));
        let words: Vec<String> = parts.filter_map(|part| self.part(record, part, field)).collect();
        words.join(", ")
    }

    /// A part of a field in words: codes and ids by what people call them.
    fn part(&self, record: &Record, part: &Part, field: &Field) -> Option<String> {
        let words = match part.get(record, Some(field))? {
            PartValue::Country(code) => {
                let code = code?;
                let row = self.lexicon.party(code.as_str());
                row.map_or_else(|| code.to_string(), |row| row.party.name.to_string())
            }
            PartValue::Person(id) => participant(record, &id?)?.name.to_string(),
            value => value.in_words()?,
        };
        Some(words).filter(|words| !words.is_empty())
    }
}

fn push(
    found: &mut Vec<Difference>,
    (field, about): (Option<&Field>, About),
    what: String,
    from: Option<String>,
    to: Option<String>,
) {
    if from != to {
        found.push(Difference { field: field.cloned(), what, from, to, about });
    }
}

/// Words of an article as one would quote them.
fn quoted(evidence: &[Evidence]) -> Option<String> {
    let words: Vec<String> =
        evidence.iter().map(|quoted| format!("“{}”", shortened(quoted.exact()))).collect();
    Some(words.join(" ")).filter(|words| !words.is_empty())
}

/// How many letters of a long text tell it from others.
const ENOUGH: usize = 60;

fn shortened(words: &str) -> String {
    let shown: String = words.chars().take(ENOUGH).collect();
    if shown.len() < words.len() { format!("{}…", shown.trim_end()) } else { shown }
}
