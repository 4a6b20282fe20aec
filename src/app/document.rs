//! A document: an article, its record, and everything about the two that the window asks for.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::facts::Facts;
use super::history::{History, Typing, Unstored};
use super::library::{Change, Standing};
use super::{Entry, EntryId, Field, Fingerprint, Problem, Tally, edit, why};
use crate::extract::{Choice, Days, NamedPerson, Spot, Trace};
use crate::model::{Record, ReviewStatus, Ruling};
use crate::store::{Marks, Origin, Taken, unfold};

/// An article with its record, at hand.
#[derive(Debug)]
pub struct Document {
    id: EntryId,
    origin: Origin,
    record: Arc<Record>,
    trace: Trace,
    history: History,
    facts: Facts,
    revision: u64,
    focus: Option<Field>,
    /// The revision whose problems the person was told of.
    asked: Option<u64>,
    standing: Standing,
    /// By which articles with nearly the same text are known: the text never changes.
    fingerprint: OnceCell<Fingerprint>,
    /// The record as the library holds it.
    kept: Arc<Record>,
    /// The record as its file holds it, or as it was opened.
    filed: Arc<Record>,
}

/// What was opened or taken out of the library: all of a document but its id.
#[derive(Debug)]
pub(super) struct Opened {
    pub record: Arc<Record>,
    /// Empty while the engine has not been asked for it yet.
    pub trace: Trace,
    pub origin: Origin,
    pub history: History,
    /// The record as its file holds it, or as it was opened.
    pub filed: Arc<Record>,
}

impl Opened {
    /// What was opened just now, in which nobody has done anything.
    pub fn new(record: Arc<Record>, trace: Trace, origin: Origin) -> Self {
        Self { filed: record.clone(), record, trace, origin, history: History::default() }
    }
}

impl From<Taken> for Opened {
    fn from(Taken { record, origin, is_filed, history }: Taken) -> Self {
        let record = Arc::new(record);
        let unfolded =
            history.and_then(|history| Some((unfold(&history, &record.article.text)?, history.position)));
        let (history, base) = match unfolded {
            Some(((base, states), position)) => {
                (History::restored(base.clone(), states, position, &record), Some(base))
            }
            None => (History::default(), None),
        };
        let untouched = is_filed || history.position() == 0;
        // What its file holds is not known to be any state of the record.
        let filed =
            if untouched { record.clone() } else { base.unwrap_or_else(|| Arc::new(Record::clone(&record))) };
        Self { record, trace: Trace::default(), origin, history, filed }
    }
}

impl Document {
    pub(super) fn new(id: EntryId, opened: Opened, standing: Standing) -> Self {
        let Opened { record, trace, origin, history, filed } = opened;
        Self {
            id,
            origin,
            trace,
            history,
            facts: Facts::of(&record),
            revision: 0,
            focus: None,
            asked: None,
            standing,
            fingerprint: OnceCell::new(),
            kept: record.clone(),
            filed,
            record,
        }
    }

    /// What it is known by.
    pub fn id(&self) -> EntryId {
        self.id
    }

    /// The record as it stands.
    pub fn record(&self) -> &Arc<Record> {
        &self.record
    }

    /// How far its review has come.
    pub fn status(&self) -> ReviewStatus {
        self.record.review.status
    }

    /// The engine's working behind the values that it proposed.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The file that it was opened from.
    pub fn source(&self) -> &Path {
        &self.origin.source
    }

    /// The file that it saves to, once it has one.
    pub fn saved_to(&self) -> Option<&Path> {
        self.origin.saved_to.as_deref()
    }

    /// Whether it has edits that are not on disk. One that was just opened has none.
    pub fn is_unsaved(&self) -> bool {
        match self.standing {
            Standing::Kept => !Arc::ptr_eq(&self.record, &self.kept),
            Standing::ThisRunOnly => self.is_unfiled(),
        }
    }

    /// Whether it has edits that are in no file of its own.
    pub fn is_unfiled(&self) -> bool {
        !Arc::ptr_eq(&self.record, &self.filed)
    }

    /// What the next undo takes back.
    pub fn can_undo(&self) -> Option<&str> {
        self.history.can_undo()
    }

    /// What the next redo brings back.
    pub fn can_redo(&self) -> Option<&str> {
        self.history.can_redo()
    }

    /// The steps of its edits.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What a person should look at, in plain words.
    pub fn problems(&self) -> &[Problem] {
        &self.facts.problems
    }

    /// The problems of one field.
    pub fn problems_of(&self, field: &Field) -> impl Iterator<Item = &Problem> {
        self.facts.problems.iter().filter(move |problem| problem.field.as_ref() == Some(field))
    }

    /// A number that changes whenever the record does, for caches to go by.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What to call it in a list: the headline, or the file's name.
    pub fn title(&self) -> &str {
        self.record.article.name()
    }

    /// How many values nobody has ruled on.
    pub fn remaining(&self) -> usize {
        self.facts.tally.proposed
    }

    /// How many values were confirmed, corrected, added and ruled out.
    pub fn tally(&self) -> Tally {
        self.facts.tally
    }

    /// Whether a reviewer added this value, so that the engine has no part in it.
    pub fn is_added(&self, field: &Field) -> bool {
        self.facts.added.contains(field)
    }

    /// Whether the words of a field's evidence stand at other places of the text too.
    pub fn has_same_words(&self, field: &Field) -> bool {
        !edit::same_words(&self.record, field).is_empty()
    }

    /// Why somebody should look at it again, if somebody should; the words may be none.
    pub fn flag(&self) -> Option<&str> {
        self.record.review.flag.as_deref()
    }

    /// The field that the person attends to.
    pub fn focus(&self) -> Option<&Field> {
        self.focus.as_ref()
    }

    /// Why a field has its value, in sentences: the engine's working, the rule, and what people did.
    pub fn why(&self, field: &Field) -> Vec<String> {
        why::why(&self.record, &self.trace, field)
    }

    /// The days that the engine could have proposed instead of the one that the record has. None
    /// for what is no contact, nor once somebody has confirmed the day or ruled it out.
    pub fn other_days(&self) -> impl Iterator<Item = &Choice<Days>> {
        let meeting = &self.record.meeting;
        let now = meeting.date.as_ref().map(Days::from);
        let open = meeting.date.as_ref().is_none_or(|date| is_open(date.ruling));
        let offered = self.trace.days().iter().filter(move |_| open && meeting.kind.is_contact());
        offered.filter(move |choice| now.is_none_or(|now| !choice.value.same_days(&now)))
    }

    /// The places that the engine could have proposed instead of the one that the record has. None
    /// for what has no place, nor once somebody has confirmed the place or ruled it out.
    pub fn other_places(&self) -> impl Iterator<Item = &Choice<Spot>> {
        let meeting = &self.record.meeting;
        let now = meeting.location.as_ref().map(Spot::from);
        let open = meeting.location.as_ref().is_none_or(|at| is_open(at.ruling));
        let offered = self.trace.places().iter().filter(move |_| open && meeting.kind.has_place());
        offered.filter(move |choice| now.as_ref().is_none_or(|now| !choice.value.same_spot(now)))
    }

    /// The people whom the article names and who are not among the participants, ruled out or not.
    pub fn people_to_add(&self) -> impl Iterator<Item = &NamedPerson> {
        let known = &self.record.meeting.participants;
        self.trace.people().iter().filter(|named| known.iter().all(|person| person.name != named.name))
    }

    pub(super) fn set_focus(&mut self, focus: Option<Field>) {
        self.focus = focus;
    }

    /// Changes the record. `edit` gets a copy to change; a copy that comes out the same leaves no
    /// step. Says whether anything changed.
    pub(super) fn edit(
        &mut self,
        label: String,
        typing: Option<Typing>,
        edit: impl FnOnce(&Record, &mut Record),
    ) -> bool {
        let before = self.history.begin(&self.record, typing.as_ref());
        let mut after = Record::clone(&before);
        edit(&before, &mut after);
        if after == *before {
            // Typing that has come back to the old text takes its step with it.
            return self.put(before);
        }
        let after = Arc::new(after);
        self.history.add(label, typing, before, after.clone());
        self.put(after)
    }

    /// No more typing joins the last step.
    pub(super) fn end_edit(&mut self) {
        self.history.close();
    }

    pub(super) fn undo(&mut self) -> bool {
        self.history.undo().is_some_and(|record| self.put(record))
    }

    pub(super) fn redo(&mut self) -> bool {
        self.history.redo().is_some_and(|record| self.put(record))
    }

    pub(super) fn go_to(&mut self, position: usize) -> bool {
        self.history.go_to(position).is_some_and(|record| self.put(record))
    }

    /// What to say of the record's problems before it is marked reviewed; nothing once it was said of
    /// the record as it stands, nor of one that is reviewed already.
    pub(super) fn asks_about_problems(&self) -> Option<String> {
        let said = self.asked == Some(self.revision) || self.status() == ReviewStatus::Reviewed;
        let first = self.problems().first().filter(|_| !said)?;
        let open = match self.problems().len() {
            1 => "1 problem is open".to_owned(),
            count => format!("{count} problems are open"),
        };
        Some(format!("{open}: {} Ask again to mark the record reviewed all the same.", first.text))
    }

    /// The person knows of the problems.
    pub(super) fn problems_asked(&mut self) {
        self.asked = Some(self.revision);
    }

    /// A record of this document is in this file.
    pub(super) fn written(&mut self, record: Arc<Record>, path: PathBuf) {
        self.filed = record;
        self.origin.saved_to = Some(path);
    }

    /// It has no file any more: the one that its library named was none of this program's.
    pub(super) fn forget_file(&mut self) {
        self.origin.saved_to = None;
    }

    /// The library holds it as it stood at this revision. An edit since then has a later one.
    pub(super) fn kept(&mut self, revision: u64) {
        if revision == self.revision {
            self.kept = self.record.clone();
        }
    }

    /// Whether the library holds it as it stands.
    pub(super) fn is_kept(&self) -> bool {
        Arc::ptr_eq(&self.record, &self.kept)
    }

    /// The library does not hold it at all yet.
    pub(super) fn set_unkept(&mut self) {
        self.kept = Arc::new(Record::clone(&self.record));
    }

    /// What lists show of it as it stands.
    pub(super) fn entry(&self, is_put_away: bool) -> Entry {
        Entry { id: self.id, is_put_away, ..Entry::of(&self.record, self.marks()) }
    }

    fn marks(&self) -> Marks {
        let problems = u32::try_from(self.facts.problems.len()).unwrap_or(u32::MAX);
        let fingerprint = self.fingerprint.get_or_init(|| Fingerprint::of(&self.record.article.text));
        Marks { problems, fingerprint: fingerprint.to_bits() }
    }

    /// What the library has to be told of it as it stands.
    pub(super) fn change(&mut self) -> Change {
        let Unstored { base, stay, steps } = self.history.take_unstored();
        Change {
            id: self.id,
            revision: self.revision,
            record: self.record.clone(),
            origin: self.origin.clone(),
            marks: self.marks(),
            is_filed: self.origin.saved_to.is_some() && !self.is_unfiled(),
            base,
            stay,
            steps,
            position: self.history.position(),
        }
    }

    /// The engine's working has been asked for.
    pub(super) fn set_trace(&mut self, trace: Trace) {
        self.trace = trace;
    }

    fn put(&mut self, record: Arc<Record>) -> bool {
        if Arc::ptr_eq(&record, &self.record) {
            return false;
        }
        self.facts = Facts::of(&record);
        self.record = record;
        self.revision += 1;
        let is_there = |focus: &Field| Field::all(&self.record).any(|field| field == *focus);
        self.focus = self.focus.take().filter(is_there);
        true
    }
}

/// Whether a person may still want another value: a confirmed one stands, one that is ruled out is gone.
fn is_open(ruling: Ruling) -> bool {
    matches!(ruling, Ruling::Proposed | Ruling::Corrected)
}
