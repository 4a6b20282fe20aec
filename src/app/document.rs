//! A document: an article, its record, and everything about the two that the window asks for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::facts::Facts;
use super::history::{History, Typing};
use super::{Field, Problem, Tally, edit, why};
use crate::extract::{Choice, Days, NamedPerson, Spot, Trace};
use crate::model::{Record, ReviewStatus, Ruling};

/// What an open document is known by while the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(super) u64);

/// An open article with its record.
#[derive(Debug)]
pub struct Document {
    id: DocumentId,
    source: PathBuf,
    record: Arc<Record>,
    trace: Trace,
    history: History,
    facts: Facts,
    revision: u64,
    focus: Option<Field>,
    /// The revision whose problems the person was told of.
    asked: Option<u64>,
    is_article: bool,
    saved_to: Option<PathBuf>,
    /// The record as it was opened, or as it was written last.
    on_disk: Arc<Record>,
}

/// What opening a file gives: all of a document but its id. Made in the background.
#[derive(Debug)]
pub(super) struct Opened {
    pub source: PathBuf,
    pub record: Arc<Record>,
    pub trace: Trace,
    pub facts: Facts,
    /// Whether the file was the article itself, so that the record is a mere proposal.
    pub is_article: bool,
    /// The file that holds this record and nothing else.
    pub saved_to: Option<PathBuf>,
}

impl Document {
    pub(super) fn new(id: DocumentId, opened: Opened) -> Self {
        let Opened { source, record, trace, facts, is_article, saved_to } = opened;
        let on_disk = record.clone();
        Self {
            id,
            source,
            record,
            trace,
            history: History::default(),
            facts,
            revision: 0,
            focus: None,
            asked: None,
            is_article,
            saved_to,
            on_disk,
        }
    }

    /// What it is known by.
    pub fn id(&self) -> DocumentId {
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
        &self.source
    }

    /// The file that it saves to, once it has one.
    pub fn saved_to(&self) -> Option<&Path> {
        self.saved_to.as_deref()
    }

    /// Whether it has edits that are not on disk. One that was just opened has none.
    pub fn is_unsaved(&self) -> bool {
        !Arc::ptr_eq(&self.record, &self.on_disk)
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

    /// The line under the title in a list: parties · date · publisher.
    pub fn summary(&self) -> &str {
        &self.facts.summary
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

    /// Whether all these folded words occur in what the list knows of the document.
    pub(super) fn mentions(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.facts.haystack.contains(word.as_str()))
    }

    /// Whether it was made from its article and nobody has done anything with it since.
    pub(super) fn is_mere_proposal(&self) -> bool {
        self.is_article && self.saved_to.is_none() && self.history.position() == 0
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

    /// A record of this document is on disk, in this file.
    pub(super) fn written(&mut self, record: Arc<Record>, path: PathBuf) {
        self.on_disk = record;
        self.saved_to = Some(path);
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
