//! Settle: from the candidates of all rules to one proposed record, with the working kept aside.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::mention::{PersonIndex, Side};
use super::propose::{attendance, commitment, day, kind, place};
use super::rule::{Candidate, Rule, Scene, all_of, first_of};
use super::{Reading, Trace, Why};
use crate::model::{
    Article, Commitment, CommitmentId, ContactKind, ContactNumber, Evidence, Line, Location, Meeting,
    MeetingDate, MeetingKind, Participant, ParticipantId, Party, Provenance, Record, Review, Ruling,
    SchemaVersion,
};

/// Proposes a record.
pub(super) fn settle(article: &Arc<Article>, scene: &Scene<'_>) -> Reading {
    let mut settling = Settling { article, scene, trace: Trace::default() };
    let claimed = settling.kind();
    let kind = claimed.as_ref().map_or(MeetingKind::NotDiplomatic, |claimed| claimed.value);
    let (people, participants) = settling.participants(kind);
    let (date, location) = (settling.date(kind), settling.location(kind));
    let meeting = Meeting { kind: claimed, date, location, participants };
    let commitments = settling.commitments(kind, &people);
    let number = ContactNumber::MAIN;
    let record = Record {
        schema: SchemaVersion::V2,
        id: article.record_id(number),
        number,
        article: article.clone(),
        meeting,
        commitments,
        review: Review::default(),
        provenance: Provenance {
            extractor: concat!("chancery ", env!("CARGO_PKG_VERSION")).into(),
            edits: Vec::new(),
        },
    };
    Reading { record, trace: settling.trace }
}

/// Which participant each person is who took part.
type Numbers = BTreeMap<PersonIndex, ParticipantId>;

struct Settling<'s, 'a> {
    article: &'s Arc<Article>,
    scene: &'s Scene<'a>,
    trace: Trace,
}

impl Settling<'_, '_> {
    /// The kind of contact; none where no words tell of any, so that nothing else is looked for either.
    fn kind(&mut self) -> Option<ContactKind> {
        let (rule, candidate) = best(kind::RULES, self.scene)?;
        let evidence = self.evidence(rule, &candidate);
        Some(ContactKind { evidence, ..ContactKind::of(candidate.value.0, Ruling::Proposed) })
    }

    fn date(&mut self, kind: MeetingKind) -> Option<MeetingDate> {
        if !kind.is_contact() {
            return None;
        }
        let (rule, candidate) = best(day::RULES, self.scene)?;
        let evidence = self.evidence(rule, &candidate);
        let days = candidate.value;
        let ruling = Ruling::Proposed;
        Some(MeetingDate { start: days.start, end: days.end, basis: days.basis, evidence, ruling })
    }

    fn location(&mut self, kind: MeetingKind) -> Option<Location> {
        if !kind.has_place() {
            return None;
        }
        let (rule, candidate) = best(place::RULES, self.scene)?;
        let evidence = self.evidence(rule, &candidate);
        let spot = candidate.value;
        let (place, venue) = (spot.place.map(Line::from), spot.venue.map(Line::from));
        let country = spot.country;
        Some(Location { place, country, venue, evidence, ..Location::unknown(Ruling::Proposed) })
    }

    /// The participants in order of first mention, and which of them each person is.
    fn participants(&mut self, kind: MeetingKind) -> (Numbers, Vec<Participant>) {
        let mut seen = BTreeMap::new();
        if kind.is_contact() {
            for (rule, candidate) in all_of(attendance::RULES, self.scene) {
                seen.entry(candidate.value.person).or_insert((rule, candidate));
            }
        }
        let mut participants = Vec::new();
        let mut people = Numbers::new();
        for (index, (rule, mut candidate)) in seen {
            let Some(person) = self.scene.mentions.people.person(index) else { continue };
            if let Side::Guessed(row) = person.side
                && let Some(party) = self.party(row)
            {
                candidate.working += &format!("; for whom is not said, most likely {}", party.name);
            }
            let id = ParticipantId::numbered(people.len() + 1);
            people.insert(index, id.clone());
            participants.push(Participant {
                title: person.title.as_deref().map(Line::from),
                party: person.party().and_then(|row| self.party(row)),
                role: candidate.value.role,
                evidence: self.naming(index, rule, &candidate),
                ..Participant::named(id, person.name.as_str(), Ruling::Proposed)
            });
        }
        (people, participants)
    }

    /// The evidence of a participant: the words that introduce the person with name and office, and
    /// those that say that the person was there.
    fn naming<V: Clone>(
        &mut self,
        person: PersonIndex,
        rule: &Rule<V>,
        there: &Candidate<V>,
    ) -> Vec<Evidence> {
        let people = &self.scene.mentions.people;
        let introduction = people.person(person).map(|person| &person.introduced);
        let span = introduction.and_then(|words| self.scene.source.span(words));
        let introduced = span.filter(|span| !span.overlaps(there.span)).map(|span| {
            let working = "introduced here with name and office".to_owned();
            self.evidence(rule, &Candidate { value: there.value.clone(), span, working })
        });
        let mut evidence = introduced.unwrap_or_default();
        evidence.extend(self.evidence(rule, there));
        evidence
    }

    fn commitments(&mut self, kind: MeetingKind, people: &Numbers) -> Vec<Commitment> {
        if kind == MeetingKind::NotDiplomatic {
            return Vec::new();
        }
        let mut found: BTreeMap<usize, (&'static Rule<_>, Candidate<commitment::Undertaking>)> =
            BTreeMap::new();
        for (rule, candidate) in all_of(commitment::RULES, self.scene) {
            // What is kept does not overlap, so only its neighbors can.
            let before = found.range(..candidate.span.end()).next_back();
            if before.is_none_or(|(_, (_, kept))| !kept.span.overlaps(candidate.span)) {
                found.insert(candidate.span.start(), (rule, candidate));
            }
        }
        let numbered = found.into_values().enumerate();
        numbered.map(|(i, (rule, candidate))| self.commitment(i + 1, rule, candidate, people)).collect()
    }

    fn commitment(
        &mut self,
        number: usize,
        rule: &'static Rule<commitment::Undertaking>,
        candidate: Candidate<commitment::Undertaking>,
        people: &Numbers,
    ) -> Commitment {
        let evidence = self.evidence(rule, &candidate);
        let found = candidate.value;
        let parties = |rows: &[usize]| rows.iter().filter_map(|&row| self.party(row)).collect();
        let (id, words) = (CommitmentId::numbered(number), self.article.text.slice(candidate.span));
        Commitment {
            parties: parties(&found.parties),
            speaker: found.speaker.and_then(|person| people.get(&person)).cloned(),
            toward: parties(&found.toward),
            obligation: found.obligation,
            precision: found.precision,
            deadline: found.deadline,
            condition: found.condition,
            topics: found.topics,
            evidence,
            ..Commitment::in_words(id, words, Ruling::Proposed)
        }
    }

    fn party(&self, row: usize) -> Option<Party> {
        self.scene.source.party(row).map(|row| row.party.clone())
    }

    /// The evidence of a candidate; its working goes into the trace.
    fn evidence<V>(&mut self, rule: &Rule<V>, candidate: &Candidate<V>) -> Vec<Evidence> {
        self.trace.values.push(why(rule, candidate));
        vec![Evidence::quote(&self.article.text, candidate.span, rule.rule_name())]
    }
}

/// The best candidate of the surest rule.
fn best<V>(rules: &'static [Rule<V>], scene: &Scene<'_>) -> Option<(&'static Rule<V>, Candidate<V>)> {
    let (rule, candidates) = first_of(rules, scene)?;
    candidates.into_iter().next().map(|candidate| (rule, candidate))
}

fn why<V>(rule: &Rule<V>, candidate: &Candidate<V>) -> Why {
    Why { span: candidate.span, rule: rule.rule_name(), working: candidate.working.clone() }
}
