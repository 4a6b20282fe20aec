//! Settle: from the candidates of all rules to a proposed record for each contact, with the working kept aside.
//! The main contact is settled here, those beside it in `beside`, those who took part in `people`.

mod beside;
mod people;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::mention::PersonIndex;
use super::propose::attendance::Attendance;
use super::propose::commitment::Undertaking;
use super::propose::day::Days;
use super::propose::place::Spot;
use super::propose::{attendance, commitment, day, further, kind, place};
use super::rule::{Candidate, Rule, Scene, all_of, first_of};
use super::{Reading, Trace, Why};
use crate::model::{
    Article, Commitment, CommitmentId, ContactKind, ContactNumber, Evidence, Line, Location, Meeting,
    MeetingDate, MeetingKind, Participant, ParticipantId, Party, Provenance, Record, Review, RuleName,
    Ruling, SchemaVersion, Span,
};
use people::Seen;

/// Proposes a record for each contact that an article reports: the main one, and those beside it in order.
pub(super) fn settle(article: &Arc<Article>, scene: &Scene<'_>) -> (Reading, Vec<Reading>) {
    let mut main = Settling::new(article, scene);
    let claimed = main.kind();
    let kind = claimed.as_ref().map_or(MeetingKind::NotDiplomatic, |claimed| claimed.value);
    let attending: Vec<_> = match kind.is_contact() {
        true => all_of(attendance::RULES, scene).collect(),
        false => Vec::new(),
    };
    if kind.is_contact() {
        // Nobody else has asked yet, so it is set here.
        scene.present.get_or_init(|| attending.iter().map(|(_, found)| found.value.person).collect());
    }
    let beside: Vec<_> = match kind {
        MeetingKind::NotDiplomatic => Vec::new(),
        MeetingKind::Statement => all_of(further::WITHOUT_MAIN, scene).collect(),
        _ => all_of(further::RULES, scene).collect(),
    };
    // Nor here: days and places of the main contact are none of these.
    scene.beside.get_or_init(|| beside.iter().map(|(_, told)| told.value.clause).collect());
    let apart = beside::apart(&beside);
    let (people, participants) = main.participants(attending, &apart);
    let (date, location) = (main.date(kind), main.location(kind));
    let meeting = Meeting { kind: claimed, date, location, participants };
    let (own, mut others) = beside::parted(scene, undertakings(scene, kind), &people, &beside);
    let commitments = main.commitments(own, &people);
    let main = main.reading(meeting, commitments);
    let further: Vec<Reading> = beside
        .into_iter()
        .enumerate()
        .map(|(number, (rule, told))| {
            let own = others.remove(&number).unwrap_or_default();
            Settling::new(article, scene).beside(rule.rule_name(), told, own, &main)
        })
        .collect();
    (main, further)
}

/// What parties undertook, in order, each stretch of the text once.
fn undertakings(scene: &Scene<'_>, kind: MeetingKind) -> Vec<Bound> {
    if kind == MeetingKind::NotDiplomatic {
        return Vec::new();
    }
    let mut found: BTreeMap<usize, Bound> = BTreeMap::new();
    for (rule, candidate) in all_of(commitment::RULES, scene) {
        // What is kept does not overlap, so only its neighbors can.
        let before = found.range(..candidate.span.end()).next_back();
        if before.is_none_or(|(_, (_, kept))| !kept.span.overlaps(candidate.span)) {
            found.insert(candidate.span.start(), (rule, candidate));
        }
    }
    found.into_values().collect()
}

/// Who is said to have taken part in the main contact, and by which rule.
type Attending = Vec<(&'static Rule<Attendance>, Candidate<Attendance>)>;

/// What a party undertook, and the rule that says so.
type Bound = (&'static Rule<Undertaking>, Candidate<Undertaking>);

/// Which participant each person is who took part.
type Numbers = BTreeMap<PersonIndex, ParticipantId>;

struct Settling<'s, 'a> {
    article: &'s Arc<Article>,
    scene: &'s Scene<'a>,
    trace: Trace,
}

impl<'s, 'a> Settling<'s, 'a> {
    fn new(article: &'s Arc<Article>, scene: &'s Scene<'a>) -> Self {
        Self { article, scene, trace: Trace::default() }
    }
}

impl Settling<'_, '_> {
    /// The kind of contact; none where no words tell of any, so that nothing else is looked for either.
    fn kind(&mut self) -> Option<ContactKind> {
        let (rule, candidate) = best(kind::RULES, self.scene)?;
        let evidence = self.evidence(rule.rule_name(), &candidate);
        Some(ContactKind { evidence, ..ContactKind::of(candidate.value.0, Ruling::Proposed) })
    }

    fn date(&mut self, kind: MeetingKind) -> Option<MeetingDate> {
        if !kind.is_contact() {
            return None;
        }
        let (rule, candidate) = best(day::RULES, self.scene)?;
        Some(self.on(rule.rule_name(), &candidate))
    }

    /// The date that a candidate makes.
    fn on(&mut self, rule: RuleName, candidate: &Candidate<Days>) -> MeetingDate {
        let evidence = self.evidence(rule, candidate);
        let Days { start, end, basis } = candidate.value;
        MeetingDate { start, end, basis, evidence, ruling: Ruling::Proposed }
    }

    fn location(&mut self, kind: MeetingKind) -> Option<Location> {
        if !kind.has_place() {
            return None;
        }
        let (rule, candidate) = best(place::RULES, self.scene)?;
        Some(self.at(rule.rule_name(), candidate))
    }

    /// The location that a candidate makes.
    fn at(&mut self, rule: RuleName, candidate: Candidate<Spot>) -> Location {
        let evidence = self.evidence(rule, &candidate);
        let Spot { place, country, venue } = candidate.value;
        let (place, venue) = (place.map(Line::from), venue.map(Line::from));
        Location { place, country, venue, evidence, ..Location::unknown(Ruling::Proposed) }
    }

    /// Those who took part in the main contact: whoever is said to, but for those who were in another alone.
    fn participants(
        &mut self,
        attending: Attending,
        apart: &BTreeSet<PersonIndex>,
    ) -> (Numbers, Vec<Participant>) {
        let mut seen = BTreeMap::new();
        for (rule, Candidate { value, span, working }) in attending {
            if !apart.contains(&value.person) {
                let (rule, role) = (rule.rule_name(), value.role);
                seen.entry(value.person).or_insert(Seen { rule, role, span, working });
            }
        }
        self.seat(seen)
    }

    fn commitments(&mut self, found: Vec<Bound>, people: &Numbers) -> Vec<Commitment> {
        let numbered = found.into_iter().enumerate();
        numbered.map(|(i, (rule, candidate))| self.commitment(i + 1, rule, candidate, people)).collect()
    }

    fn commitment(
        &mut self,
        number: usize,
        rule: &'static Rule<Undertaking>,
        candidate: Candidate<Undertaking>,
        people: &Numbers,
    ) -> Commitment {
        let evidence = self.evidence(rule.rule_name(), &candidate);
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
    fn evidence<V>(&mut self, rule: RuleName, candidate: &Candidate<V>) -> Vec<Evidence> {
        self.quote(rule, candidate.span, candidate.working.clone())
    }

    /// These words as evidence, with the working that goes into the trace.
    fn quote(&mut self, rule: RuleName, span: Span, working: String) -> Vec<Evidence> {
        self.trace.values.push(Why { span, rule: rule.clone(), working });
        vec![Evidence::quote(&self.article.text, span, rule)]
    }

    /// What was settled.
    fn reading(self, meeting: Meeting, commitments: Vec<Commitment>) -> Reading {
        Reading { record: record(self.article, meeting, commitments), trace: self.trace }
    }
}

/// What is proposed for an article in a language that there are no tables of: nothing.
pub(super) fn unread(article: &Arc<Article>) -> Reading {
    let nothing = Meeting { kind: None, date: None, location: None, participants: Vec::new() };
    Reading { record: record(article, nothing, Vec::new()), trace: Trace::default() }
}

fn record(article: &Arc<Article>, meeting: Meeting, commitments: Vec<Commitment>) -> Record {
    let number = ContactNumber::MAIN;
    Record {
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
    }
}

/// The best candidate of the surest rule.
fn best<V>(rules: &'static [Rule<V>], scene: &Scene<'_>) -> Option<(&'static Rule<V>, Candidate<V>)> {
    let (rule, candidates) = first_of(rules, scene)?;
    candidates.into_iter().next().map(|candidate| (rule, candidate))
}
