//! A document: an article, its record, and everything about the two that the window asks for.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::as_proposed::give_back;
use super::change::Unkept;
use super::edit::{Hand, RecordEdit};
use super::facts::Facts;
use super::field::Field;
use super::fingerprint::Fingerprint;
use super::history::{History, Made, Typing, Unstored};
use super::problems::Problem;
use super::tally::Tally;
use super::{edit, provenance, why};
use crate::extract::{Choice, Days, NamedPerson, Spot, Trace};
use crate::lexicon::Lexicon;
use crate::model::{Article, EntryId, Origin, Record, ReviewStatus, Ruling};

/// What becomes of edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// They are in the library's file, for good.
    Kept,
    /// They are gone with the window, unless they are saved as files.
    ThisRunOnly,
}

/// An article with its record, at hand.
#[derive(Debug)]
pub struct Document {
    id: EntryId,
    origin: Origin,
    record: Arc<Record>,
    working: Working,
    history: History,
    facts: Facts,
    revision: u64,
    focus: Option<Field>,
    /// The revision of which the person was told what stands in the way of marking it reviewed.
    asked: Option<u64>,
    durability: Durability,
    /// By which articles with nearly the same text are known, once it was asked for.
    fingerprint: OnceCell<Fingerprint>,
    /// The record as the library holds it.
    kept: Arc<Record>,
    /// The record as its file holds it, or as it was opened.
    filed: Arc<Record>,
}

/// What was opened or taken out of the library: all of a document but its id.
#[derive(Debug)]
pub(crate) struct Opened {
    pub record: Arc<Record>,
    pub working: Working,
    pub origin: Origin,
    pub history: History,
    /// The record as its file holds it, or as it was opened.
    pub filed: Arc<Record>,
}

impl Opened {
    /// What was opened just now, in which nobody has done anything.
    pub(crate) fn new(record: Arc<Record>, trace: Option<Trace>, origin: Origin) -> Self {
        let working = trace.map_or(Working::Unasked, Working::Known);
        Self { filed: record.clone(), record, working, origin, history: History::default() }
    }
}

/// The engine's working behind what it proposed of an article.
#[derive(Debug)]
pub(crate) enum Working {
    /// The engine has not been asked for it yet.
    Unasked,
    /// Of the article before its day or publisher was set otherwise: it stays until the engine has read the article
    /// again, so that nothing goes from the window only to come back.
    Former(Trace),
    /// Of the article as it stands.
    Known(Trace),
}

impl Document {
    pub(crate) fn new(id: EntryId, opened: Opened, durability: Durability) -> Self {
        let Opened { record, working, origin, history, filed } = opened;
        Self {
            id,
            origin,
            working,
            history,
            facts: Facts::of(&record),
            revision: 0,
            focus: None,
            asked: None,
            durability,
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

    /// The engine's working behind the values that it proposed; empty until it has been asked for.
    pub fn trace(&self) -> &Trace {
        match &self.working {
            Working::Unasked => Trace::EMPTY,
            Working::Former(trace) | Working::Known(trace) => trace,
        }
    }

    /// The file that it was opened from.
    pub fn source(&self) -> &Path {
        &self.origin.source
    }

    /// Whether that file is the article itself, and no saved record of it.
    pub fn is_from_article(&self) -> bool {
        self.origin.is_article
    }

    /// The file that it saves to, once it has one.
    pub fn saved_to(&self) -> Option<&Path> {
        self.origin.saved_to.as_deref()
    }

    /// Whether it has edits that are not on disk. One that was just opened has none.
    pub fn is_unsaved(&self) -> bool {
        match self.durability {
            Durability::Kept => !Arc::ptr_eq(&self.record, &self.kept),
            Durability::ThisRunOnly => self.is_unfiled(),
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

    /// The name of the file that it is saved to unless its reviewer chooses another.
    pub fn suggested_file_name(&self) -> String {
        format!("{}.json", self.record.file_stem())
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
        why::why(&self.record, self.trace(), field)
    }

    /// The days that the engine could have proposed instead of the one that the record has. None
    /// for what is no contact, nor once somebody has confirmed the day or ruled it out.
    pub fn other_days(&self) -> impl Iterator<Item = &Choice<Days>> {
        let open = self.record.meeting.date.as_ref().is_none_or(|date| is_open(date.ruling));
        self.days_beside().filter(move |_| open)
    }

    /// The same whatever was ruled on the day: those that would be offered if nothing were.
    pub fn days_beside(&self) -> impl Iterator<Item = &Choice<Days>> {
        let meeting = &self.record.meeting;
        let now = meeting.date.as_ref().map(Days::from);
        let known = self.trace().days().iter().filter(move |_| meeting.may_be_contact());
        known.filter(move |choice| now.is_none_or(|now| !choice.value.same_days(&now)))
    }

    /// The places that the engine could have proposed instead of the one that the record has. None
    /// for what has no place, nor once somebody has confirmed the place or ruled it out.
    pub fn other_places(&self) -> impl Iterator<Item = &Choice<Spot>> {
        let open = self.record.meeting.location.as_ref().is_none_or(|at| is_open(at.ruling));
        self.places_beside().filter(move |_| open)
    }

    /// The same whatever was ruled on the place.
    pub fn places_beside(&self) -> impl Iterator<Item = &Choice<Spot>> {
        let meeting = &self.record.meeting;
        let now = meeting.location.as_ref().map(Spot::from);
        let known = self.trace().places().iter().filter(move |_| meeting.may_have_place());
        known.filter(move |choice| now.as_ref().is_none_or(|now| !choice.value.same_spot(now)))
    }

    /// The people whom the article names and who are not among the participants, ruled out or not.
    pub fn people_to_add(&self) -> impl Iterator<Item = &NamedPerson> {
        let known = &self.record.meeting.participants;
        self.trace().people().iter().filter(|named| known.iter().all(|person| person.name != named.name))
    }

    pub(crate) fn set_focus(&mut self, focus: Option<Field>) {
        self.focus = focus;
    }

    /// Changes the record in a step that is made now. `edit` gets a copy to change; a copy that comes out the same leaves no
    /// step. Says whether anything changed.
    pub(crate) fn edit(
        &mut self,
        made: Made,
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
        self.history.add(made, typing, before, after.clone());
        self.put(after)
    }

    /// Makes an edit of a person, who attends to what it adds. Says whether anything changed.
    pub(crate) fn apply(&mut self, edit: RecordEdit, lexicon: &Lexicon, hand: &Hand) -> bool {
        let is_accounted = edit.accounts_for_itself();
        let step = edit.step();
        let fields: Vec<Field> = Field::all(&self.record).collect();
        let label = step.label(&self.record);
        let first = self.history.first().unwrap_or(&self.record).clone();
        let changed = self.edit(Made { label, at: Some(hand.at) }, step.typing(), |before, after| {
            step.apply(after, lexicon, hand);
            give_back(&first, before, after);
            if after != before {
                begin_review(before, after);
            }
            if after != before && !is_accounted {
                after.provenance.edits.extend(provenance::edits(before, after, hand));
            }
        });
        let added = Field::all(&self.record).find(|field| !fields.contains(field));
        if added.is_some() {
            self.focus = added;
        }
        changed
    }

    /// No more typing joins the last step.
    pub(crate) fn end_edit(&mut self) {
        self.history.close();
    }

    pub(crate) fn undo(&mut self) -> bool {
        self.history.undo().is_some_and(|record| self.put(record))
    }

    pub(crate) fn redo(&mut self) -> bool {
        self.history.redo().is_some_and(|record| self.put(record))
    }

    pub(crate) fn go_to(&mut self, position: usize) -> bool {
        self.history.go_to(position).is_some_and(|record| self.put(record))
    }

    /// Whether marking it reviewed has to be asked about first: something in it is not decided or is a
    /// problem, and the person was not told so of the record as it stands.
    pub(crate) fn asks_before_reviewed(&self) -> bool {
        let is_told = self.asked == Some(self.revision) || self.status() == ReviewStatus::Reviewed;
        !is_told && (self.remaining() > 0 || !self.problems().is_empty())
    }

    /// The person was told what is not decided, and what the problems are.
    pub(crate) fn told_before_reviewed(&mut self) {
        self.asked = Some(self.revision);
    }

    /// A record of this document is in this file.
    pub(crate) fn written(&mut self, record: Arc<Record>, path: PathBuf) {
        self.filed = record;
        self.origin.saved_to = Some(path);
    }

    /// It has no file any more: the one that its library named was none of this program's.
    pub(crate) fn forget_file(&mut self) {
        self.origin.saved_to = None;
    }

    /// The library holds it as it stood at this revision. An edit since then has a later one.
    pub(crate) fn kept(&mut self, revision: u64) {
        if revision == self.revision {
            self.kept = self.record.clone();
        }
    }

    /// Whether the library holds it as it stands.
    pub(crate) fn is_kept(&self) -> bool {
        Arc::ptr_eq(&self.record, &self.kept)
    }

    /// The library does not hold it at all yet.
    pub(crate) fn set_unkept(&mut self) {
        self.kept = Arc::new(Record::clone(&self.record));
    }

    /// By which articles with nearly the same text are known.
    pub(crate) fn fingerprint(&self) -> Fingerprint {
        *self.fingerprint.get_or_init(|| Fingerprint::of(&self.record.article.text))
    }

    /// What the library has to be told of it as it stands.
    pub(crate) fn take_unkept(&mut self) -> Unkept {
        let Unstored { base, changes_text, stay, steps } = self.history.take_unstored();
        Unkept {
            id: self.id,
            revision: self.revision,
            record: self.record.clone(),
            origin: self.origin.clone(),
            problems: u32::try_from(self.facts.problems.len()).unwrap_or(u32::MAX),
            fingerprint: self.fingerprint(),
            is_filed: self.origin.saved_to.is_some() && !self.is_unfiled(),
            base,
            changes_text,
            stay,
            steps,
            position: self.history.position(),
        }
    }

    /// Whether the engine's working is still to be asked for.
    pub(crate) fn wants_trace(&self) -> bool {
        !matches!(self.working, Working::Known(_))
    }

    /// The engine's working, of the article as it stands.
    pub(crate) fn set_trace(&mut self, trace: Trace) {
        self.working = Working::Known(trace);
    }

    fn put(&mut self, record: Arc<Record>) -> bool {
        if Arc::ptr_eq(&record, &self.record) {
            return false;
        }
        if is_read_otherwise(&self.record.article, &record.article) {
            self.working = match std::mem::replace(&mut self.working, Working::Unasked) {
                Working::Known(trace) => Working::Former(trace),
                unknown => unknown,
            };
        }
        if self.record.article.text != record.article.text {
            // What it says of words it says of those of the other text.
            self.working = Working::Unasked;
            self.fingerprint = OnceCell::new();
        }
        self.facts = Facts::of(&record);
        self.record = record;
        self.revision += 1;
        let is_there = |focus: &Field| Field::all(&self.record).any(|field| field == *focus);
        self.focus = self.focus.take().filter(is_there);
        true
    }
}

/// Whether the engine reads an article otherwise than before because of what is known of it.
fn is_read_otherwise(before: &Arc<Article>, after: &Arc<Article>) -> bool {
    let facts = |article: &Article| (article.published, article.dateline.clone(), article.publisher.clone());
    !Arc::ptr_eq(before, after) && facts(before) != facts(after)
}

/// Whether a person may still want another value: a confirmed one stands, one that is ruled out is gone.
fn is_open(ruling: Ruling) -> bool {
    matches!(ruling, Ruling::Proposed | Ruling::Corrected)
}

/// Whoever first changes anything in a record has begun its review.
fn begin_review(before: &Record, after: &mut Record) {
    if (before.review.status, after.review.status) == (ReviewStatus::Unreviewed, ReviewStatus::Unreviewed) {
        after.review.status = ReviewStatus::InReview;
    }
}
