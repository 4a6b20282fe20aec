//! Which words of an article are marked, for which value, and in which color.
//!
//! Marks are painted beneath the text and do not take part in its layout, so an edit never lays the
//! article out again, and marks may overlap: people, days and places are tints, the kind of contact and
//! commitments are lines below the words. Commitments that share words get lines at different heights, the lanes.

use crate::model::{PartyCode, Record, Ruling, Span};
use crate::review::Field;

/// Below this many lines the next row of text begins.
const LANES: usize = 3;

/// In what manner words are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A thin line: the words may be a whole headline, with people in it.
    Contact,
    /// A tint in the color of the person's side.
    Person,
    /// A plain tint over a dotted line.
    Day,
    /// A plain tint over a dashed line.
    Place,
    /// A line in the party's color, in this lane.
    Commitment {
        /// 0 is next to the letters.
        lane: usize,
    },
}

/// Marked words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The value that the words support.
    pub field: Field,
    /// How they are marked.
    pub kind: MarkKind,
    /// Which words.
    pub span: Span,
    /// Which party's color, by its place among the sides.
    pub side: Option<usize>,
    /// Whether a tint at the same words is painted already: tints on tints would hide the words.
    pub beneath: bool,
}

/// The parties of a record in the order in which they first appear: each has a color of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides(Vec<PartyCode>);

impl Sides {
    /// The sides of a record: those who met, then those who committed themselves.
    pub fn of(record: &Record) -> Self {
        let met = record.meeting.participants.iter().filter_map(|p| p.party.as_ref());
        let bound = record.commitments.iter().flat_map(|c| c.parties.iter().chain(&c.toward));
        let mut sides = Self::default();
        for party in met.chain(bound) {
            if !sides.0.contains(&party.code) {
                sides.0.push(party.code.clone());
            }
        }
        sides
    }

    /// The place of a party among the sides.
    pub fn place(&self, code: &PartyCode) -> Option<usize> {
        self.0.iter().position(|side| side == code)
    }
}

/// Everything that is marked in a record's article, in the order of the text and longer stretches
/// before the shorter ones within them. What is ruled out is not marked.
pub fn marks(record: &Record, sides: &Sides) -> Vec<Mark> {
    let text = &record.article.text;
    let mut marks = Vec::new();
    for (field, ruled) in Field::ruled(record).filter(|(_, ruled)| ruled.ruling != Ruling::RuledOut) {
        let kind = match &field {
            Field::Kind => MarkKind::Contact,
            Field::Date => MarkKind::Day,
            Field::Location => MarkKind::Place,
            Field::Participant(_) => MarkKind::Person,
            Field::Commitment(_) => MarkKind::Commitment { lane: 0 },
        };
        let side = ruled.party.and_then(|party| sides.place(party));
        let spans = ruled.evidence.iter().filter_map(|quoted| quoted.span(text));
        marks.extend(spans.map(|span| Mark { field: field.clone(), kind, span, side, beneath: false }));
    }
    marks.sort_by_key(|mark| (mark.span.start(), std::cmp::Reverse(mark.span.end())));
    give_lanes(&mut marks);
    flatten_tints(&mut marks);
    marks
}

/// Gives each commitment the lowest lane that no earlier one holds at the same words.
fn give_lanes(marks: &mut [Mark]) {
    let mut ends: Vec<usize> = Vec::new();
    for mark in marks {
        let MarkKind::Commitment { lane } = &mut mark.kind else { continue };
        let free = ends.iter().position(|&end| end <= mark.span.start());
        *lane = free.unwrap_or(ends.len()).min(LANES - 1);
        match free.and_then(|lane| ends.get_mut(lane)) {
            Some(end) => *end = mark.span.end(),
            None => ends.push(mark.span.end()),
        }
    }
}

/// Of tints that share words, the first stays.
fn flatten_tints(marks: &mut [Mark]) {
    let mut tinted = 0;
    let is_tint = |mark: &Mark| !matches!(mark.kind, MarkKind::Contact | MarkKind::Commitment { .. });
    for mark in marks.iter_mut().filter(|mark| is_tint(mark)) {
        mark.beneath = mark.span.start() < tinted;
        tinted = tinted.max(mark.span.end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CommitmentId, ParticipantId, Text};

    fn mark_at(text: &Text, field: Field, kind: MarkKind, words: &str) -> Mark {
        let at = text.find(words).unwrap();
        Mark { field, kind, span: text.span(at..at + words.len()).unwrap(), side: None, beneath: false }
    }

    #[test]
    fn commitments_that_share_words_lie_in_lanes_of_their_own() {
        let text = Text::new("Malta will reopen the line and pay for ferries. Tunisia will train pilots.");
        let commitment = |number, words| {
            let field = Field::Commitment(CommitmentId::numbered(number));
            mark_at(&text, field, MarkKind::Commitment { lane: 0 }, words)
        };
        let mut marks = [
            commitment(1, "Malta will reopen the line and pay for ferries"),
            commitment(2, "pay for ferries"),
            commitment(3, "Tunisia will train pilots"),
        ];
        give_lanes(&mut marks);
        let lanes = marks.map(|mark| mark.kind);
        let lane = |lane| MarkKind::Commitment { lane };
        assert_eq!(lanes, [lane(0), lane(1), lane(0)]);
    }

    #[test]
    fn words_that_stand_for_two_people_are_tinted_once() {
        let text = Text::new("Vella and Gharbi met Borg.");
        let person = |number, words| {
            mark_at(&text, Field::Participant(ParticipantId::numbered(number)), MarkKind::Person, words)
        };
        let mut marks = [person(1, "Vella and Gharbi"), person(2, "Gharbi"), person(3, "Borg")];
        flatten_tints(&mut marks);
        assert_eq!(marks.map(|mark| mark.beneath), [false, true, false]);
    }
}
