//! Steps: what each edit does, what it is called in menus and in the history ("Undo ruling out: Slim Gharbi"),
//! and whether it is typing. All that is known of a kind of edit stands in its arm below.

use super::days_anew::days_anew;
use super::read_anew::read_anew;
use super::rulings::{self, same_words, set_status};
use super::{Hand, RecordEdit, commitments, meeting, participants};
use crate::lexicon::Lexicon;
use crate::model::{Record, Ruling};
use crate::review::field::{Field, participant};
use crate::review::history::Typing;
use crate::review::part::{Access, Part};
use crate::review::value::PartValue as Value;

/// What an edit changes.
type Apply = Box<dyn FnOnce(&mut Record, &Lexicon, &Hand)>;

/// An edit on its way into a record.
pub struct Step {
    /// What kind of change it is.
    change: String,
    /// What is changed, where the kind of change does not tell.
    of: Option<Field>,
    typing: Option<Typing>,
    apply: Apply,
}

impl Step {
    /// What the step is called, with what it is done to in the record as it is before.
    pub fn label(&self, record: &Record) -> String {
        let of = self.of.as_ref().map(|field| field.short(record));
        match of.filter(|of| !of.is_empty()) {
            Some(of) => format!("{}: {of}", self.change),
            None => self.change.clone(),
        }
    }

    /// The text that it types in, if it is typing.
    pub fn typing(&self) -> Option<Typing> {
        self.typing.clone()
    }

    /// Makes the edit. One that finds nothing to change changes nothing.
    pub fn apply(self, record: &mut Record, lexicon: &Lexicon, hand: &Hand) {
        (self.apply)(record, lexicon, hand);
    }

    /// A change of the record as a whole, or of what its words name.
    fn new(change: &str, apply: impl FnOnce(&mut Record) + 'static) -> Self {
        let apply: Apply = Box::new(|record, _, _| apply(record));
        Self { change: change.to_owned(), of: None, typing: None, apply }
    }

    /// A change of this field.
    fn of(field: impl Into<Field>, change: &str, apply: impl FnOnce(&mut Record, &Field) + 'static) -> Self {
        let field = field.into();
        let of = Some(field.clone());
        Self { of, ..Self::new(change, move |record| apply(record, &field)) }
    }

    /// A part of a participant or commitment, or of what stands by itself, gets this value.
    fn set(part: &'static Part, of: Option<Field>, value: Value) -> Self {
        let typing = Typing { field: of.clone(), part: part.path };
        Self {
            typing: part.is_typed.then_some(typing),
            of: of.clone().filter(|_| !part.is_single()),
            ..Self::new(&format!("change of {}", part.word), move |record| {
                set(record, part, of.as_ref(), value);
            })
        }
    }

    /// A typed text of the review as a whole, which the kind of change names.
    fn typed(self, change: &str, part: &'static str) -> Self {
        Self { change: change.to_owned(), typing: Some(Typing { field: None, part }), ..self }
    }
}

impl RecordEdit {
    /// What this edit does.
    pub fn step(self) -> Step {
        let date = || Some(Field::Date);
        let place = || Some(Field::Location);
        match self {
            Self::Set { part, of, value } => Step::set(part, of, value),
            Self::Title(title) => Step::set(Part::TITLE, None, Value::Words(Some(title))),
            Self::FactFrom(part, span) => Step {
                apply: Box::new(move |record, lexicon, _| {
                    if let Some(value) = part.told_by(record, span, lexicon) {
                        set(record, part, None, value);
                    }
                }),
                ..Step::new(&format!("change of {}", part.word), |_| {})
            },
            Self::DaysAnew(anew, reach) => {
                Step::new("dates counted again", move |record| days_anew(record, &anew, reach))
            }
            Self::ReadAnew(anew) => Step {
                change: anew.wanted.label().to_owned(),
                apply: Box::new(move |record, _, hand| read_anew(record, &anew, hand)),
                ..Step::new("", |_| {})
            },
            Self::Kind(kind) => Step::set(Part::KIND, Some(Field::Kind), Value::Kind(Some(kind))),
            Self::Day { start, end } => Step::set(Part::DAY, date(), Value::Days(start, end)),
            Self::DayFrom(span) => Step {
                apply: Box::new(move |record, lexicon, _| meeting::set_day_from(record, span, lexicon)),
                ..Step::new("change of date", |_| {})
            },
            Self::DayChoice(choice) => {
                Step::new("change of date", move |record| meeting::choose_day(record, choice))
            }
            Self::Place(words) => Step::set(Part::PLACE, place(), Value::Words(words)),
            Self::Country(country) => Step::set(Part::COUNTRY, place(), Value::Country(country)),
            Self::Venue(words) => Step::set(Part::VENUE, place(), Value::Words(words)),
            Self::PlaceFrom(span) => Step {
                apply: Box::new(move |record, lexicon, _| meeting::set_place_from(record, span, lexicon)),
                ..Step::new("change of place", |_| {})
            },
            Self::PlaceChoice(choice) => {
                Step::new("change of place", move |record| meeting::choose_place(record, choice))
            }

            Self::AddParticipant { name, at } => {
                Step::new("new participant", move |record| participants::add(record, name, at))
            }
            Self::AddNamed(person) => {
                Step::new("new participant", move |record| participants::add_named(record, person))
            }
            Self::TakeParticipant(person) => {
                Step::new("participant of another contact", move |record| participants::take(record, *person))
            }
            Self::GiveBack(edits) => Step {
                apply: Box::new(move |record, lexicon, hand| {
                    edits.into_iter().for_each(|edit| edit.apply_to(record, lexicon, hand));
                }),
                ..Step::new("values of a removed contact", |_| {})
            },
            Self::RemoveParticipant(id) => {
                Step::of(id.clone(), "removal of participant", move |record, _| {
                    participants::remove(record, &id);
                })
            }
            Self::MoveParticipant(id, to) => Step::of(id.clone(), "move of participant", move |record, _| {
                move_to(&mut record.meeting.participants, |p| p.id == id, to);
            }),
            Self::ParticipantName(id, name) => {
                Step::set(Part::NAME, Some(id.into()), Value::Words(Some(name)))
            }
            Self::ParticipantTitle(id, title) => {
                Step::set(Part::OFFICE, Some(id.into()), Value::Words(title))
            }
            Self::ParticipantParty(id, party) => Step::set(Part::PARTY, Some(id.into()), Value::Party(party)),
            Self::ParticipantRole(id, role) => Step::set(Part::ROLE, Some(id.into()), Value::Role(role)),

            Self::AddCommitment { text, at } => {
                Step::new("new commitment", move |record| commitments::add(record, text, at))
            }
            Self::AddUndertaking(read) => Step::new("new commitment", move |record| {
                commitments::take(record, read.commitment, read.speaker.as_ref());
            }),
            Self::TakeCommitment(commitment, speaker) => {
                Step::new("commitment of another contact", move |record| {
                    commitments::take(record, *commitment, speaker.as_ref());
                })
            }
            Self::RemoveCommitment(id) => Step::of(id.clone(), "removal of commitment", move |record, _| {
                commitments::remove(record, &id);
            }),
            Self::MoveCommitment(id, to) => Step::of(id.clone(), "move of commitment", move |record, _| {
                move_to(&mut record.commitments, |c| c.id == id, to);
            }),
            Self::CommitmentText(id, text) => {
                Step::set(Part::TEXT, Some(id.into()), Value::Words(Some(text)))
            }
            Self::CommitmentParties(id, parties) => {
                Step::set(Part::PARTIES, Some(id.into()), Value::Parties(parties))
            }
            Self::CommitmentSpeaker(id, speaker) => {
                Step::set(Part::SPEAKER, Some(id.into()), Value::Person(speaker))
            }
            Self::CommitmentToward(id, toward) => {
                Step::set(Part::TOWARD, Some(id.into()), Value::Parties(toward))
            }
            Self::CommitmentObligation(id, obligation) => {
                Step::set(Part::OBLIGATION, Some(id.into()), Value::Obligation(obligation))
            }
            Self::CommitmentPrecision(id, precision) => {
                Step::set(Part::PRECISION, Some(id.into()), Value::Precision(precision))
            }
            Self::CommitmentDeadline(id, deadline) => {
                Step::set(Part::DEADLINE, Some(id.into()), Value::Until(deadline))
            }
            Self::CommitmentCondition(id, condition) => {
                Step::set(Part::CONDITION, Some(id.into()), Value::Words(condition))
            }
            Self::CommitmentTopics(id, topics) => {
                Step::set(Part::TOPICS, Some(id.into()), Value::Topics(topics))
            }

            Self::ReplaceParty { from, to } => {
                Step::new(&format!("party: {from} is {}", to.name), move |record| {
                    participants::replace_party(record, &from, &to);
                })
            }
            Self::TakeRecord(other) => Step::new("record of a file", move |record| {
                for part in Part::FACTS {
                    if let Some(value) = part.get(&other, None) {
                        set(record, part, None, value);
                    }
                }
                let Record { meeting, commitments, review, provenance, .. } = *other;
                (record.meeting, record.commitments) = (meeting, commitments);
                (record.review, record.provenance) = (review, provenance);
            }),

            Self::Evidence(field, span) => Step::of(field, "change of evidence", move |record, field| {
                rulings::point(record, field, span);
            }),
            Self::MoreEvidence(field, span) => Step::of(field, "further evidence", move |record, field| {
                rulings::point_also(record, field, &[span]);
            }),
            Self::SameWords(field) => Step::of(field, "evidence at the same words", |record, field| {
                let places = same_words(record, field);
                rulings::point_also(record, field, &places);
            }),
            Self::LessEvidence(field, span) => {
                Step::of(field, "removal of evidence", move |record, field| {
                    rulings::point_away(record, field, span);
                })
            }
            Self::Rule(field, ruling) => Step::of(field, called(ruling), move |record, field| {
                rulings::rule(record, field, ruling);
            }),
            Self::ConfirmRest => Step::new("confirmation of the rest", rulings::confirm_rest),
            Self::Status(status) => Step {
                apply: Box::new(move |record, _, hand| set_status(record, status, hand)),
                ..Step::new("change of status", |_| {})
            },
            Self::Reviewer(name) => Step::set(Part::REVIEWER, None, Value::Words(Some(name))),
            Self::Notes(notes) => {
                let part = Part::NOTES;
                Step::set(part, None, Value::Words(Some(notes))).typed(part.word, part.path)
            }
            Self::Flag(None) => Step::new("removal of the flag", |record| record.review.flag = None),
            Self::Flag(why) => {
                Step::new("flag", |record| record.review.flag = why).typed("flag", "/review/flag")
            }
            Self::Tags(tags) => Step::new("change of tags", |record| record.review.tags = tags),
        }
    }
}

/// Sets the value of a part, which corrects that of which it is a part.
pub(super) fn set(record: &mut Record, part: &Part, of: Option<&Field>, value: Value) {
    // Nobody speaks who is not there.
    if matches!(&value, Value::Person(Some(id)) if participant(record, id).is_none()) {
        return;
    }
    match (&part.access, of) {
        (Access::Record { set, .. }, _) => set(record, value),
        (Access::Location { set, .. }, _) => meeting::change_location(record, |at| set(at, value)),
        (Access::Participant { set, .. }, Some(Field::Participant(id))) => {
            participants::change(record, id, |person| set(person, value));
        }
        (Access::Commitment { set, .. }, Some(Field::Commitment(id))) => {
            commitments::change(record, id, |commitment| set(commitment, value));
        }
        _ => {}
    }
}

/// What a ruling is called.
fn called(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Confirmed => "confirmation",
        Ruling::RuledOut => "rejection",
        Ruling::Proposed | Ruling::Corrected => "ruling",
    }
}

/// Moves the one element of a list that `is_it` to another place, or to the end if that is nearer.
fn move_to<T>(list: &mut Vec<T>, is_it: impl Fn(&T) -> bool, to: usize) {
    if let Some(from) = list.iter().position(is_it) {
        let moved = list.remove(from);
        list.insert(to.min(list.len()), moved);
    }
}
