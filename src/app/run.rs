//! The one place where anything changes: commands in, new state out.

use std::path::{Path, PathBuf};

use super::document::Document;
use super::jobs::What;
use super::ledger::Bookkeeping;
use super::library::Place;
use super::listing::Listing;
use super::meetings::Meetings;
use super::provenance;
use super::{App, Catalog, Command, EntryId, Field, ListFilter, Notice, Offer, RecordEdit, is_library};
use crate::model::{Record, ReviewStatus};

impl App {
    /// Does what is asked. Never fails: what goes wrong becomes a notice.
    pub fn run(&mut self, command: Command) {
        // The record that the command is about: a review that ends shows another one.
        let shown = self.current;
        if !matches!(command, Command::Edit(_)) {
            self.with_current(Document::end_edit);
        }
        self.follow_outline(matches!(command, Command::Edit(_)));
        match command {
            Command::Open(paths) => self.open(paths),
            Command::OpenSamples => self.open_samples(),
            Command::CancelOpening => self.jobs.cancel_opening(),
            Command::Select(id) => self.select(id),
            Command::SelectNext => self.select_by(1),
            Command::SelectPrevious => self.select_by(-1),
            Command::Close(id) => self.close(id),
            Command::Edit(edit) => self.edit(edit),
            // Every command but an edit ends the typing.
            Command::EndEdit => {}
            Command::Undo => self.step(Document::undo),
            Command::Redo => self.step(Document::redo),
            Command::GoTo(position) => self.step(|document| document.go_to(position)),
            Command::Focus(field) => self.with_current(|document| document.set_focus(field)),
            Command::FocusNext => self.focus_by(1),
            Command::FocusPrevious => self.focus_by(-1),
            Command::NextProblem => self.problem_by(1),
            Command::PreviousProblem => self.problem_by(-1),
            Command::Accept => self.accept(),
            Command::Skip => self.skip(),
            Command::ReviewedAndNext => self.reviewed_and_next(),
            Command::SaveTo(id, path) => self.save_to(id, path),
            Command::SaveAgain(id) => self.save_again(id),
            Command::SaveAll { folder } => self.save_all(folder),
            Command::Export { to, format, ruled_out } => self.export(to, format, ruled_out),
            Command::OpenLibrary(path) => self.open_library(&path),
            Command::PutAway(id, is_away) => self.put_away(id, is_away),
            Command::Search(search) => self.search(search),
            Command::Show(show) => self.narrow(|filter| filter.show = show),
            Command::Narrow(narrowing) => self.narrow(|filter| {
                if !filter.chosen.remove(&narrowing) {
                    filter.chosen.insert(narrowing);
                }
            }),
            Command::Sort(sort, backwards) => {
                self.narrow(|filter| (filter.sort, filter.backwards) = (sort, backwards));
            }
            Command::PreviewBulk(edit) => self.preview(edit),
            Command::Bulk(edit) => self.bulk(edit),
            Command::StopBulk => self.stop_bulk(),
            Command::TakeBulkBack => self.take_bulk_back(),
            Command::SaveSearch(name) => self.save_search(name),
            Command::ForgetSearch(name) => {
                self.searches.remove(&name);
                self.jobs.save_search(name, None);
            }
            Command::FindTitles(typed) => self.jobs.find_titles(typed),
            Command::Unpick => {
                self.listing.picked = None;
                self.narrow(|_| {});
            }
            Command::HangPictures => self.hang_pictures(),
            Command::Pick(label, selection) => self.pick(label, selection),
            Command::Link(one, other) => self.link(one, other),
            Command::Separate(article, others) => self.separate(article, &others),
            Command::TakeDecisionBack => self.take_decision_back(),
            Command::Compare(here, there) => self.compare(here, there),
            Command::ListReports(article) => self.list_reports(article),
            Command::SavePicture(number, to) => self.save_picture(number, to),
            Command::MakeLedger => self.make_ledger(),
            Command::PutLedgerAway => self.put_ledger_away(),
            Command::SortLedger(order) => self.sort_ledger(order),
            Command::FilterLedger(filter) => self.filter_ledger(filter),
            Command::ReadCommitments(articles) => self.read_commitments(articles),
            Command::CopyCommitments(rows) => self.copy_commitments(rows),
            Command::ShowCommitment(article, place) => self.show_commitment(article, place),
            Command::Filter(filter) => {
                let search = filter.search.clone();
                self.narrow(|known| *known = ListFilter { search: known.search.clone(), ..filter });
                self.search(search);
            }
            Command::Set(setting) => {
                self.settings.set(setting);
                self.keep_settings();
            }
            Command::BeginTour => self.begin_tour(),
            Command::NextTourStep => self.next_tour_step(),
            Command::EndTour => self.end_tour(),
            Command::Dismiss(id) => self.notices.retain(|notice| notice.id != id),
            Command::Tell(notice) => self.tell(notice),
        }
        self.follow_tour(shown);
    }

    /// Opens files; a library by itself is turned to.
    fn open(&mut self, paths: Vec<PathBuf>) {
        match paths.as_slice() {
            [path] if is_library(path) => self.open_library(path),
            _ => self.jobs.open(What::Paths(paths), self.current),
        }
    }

    /// Whoever opens the samples for the first time is shown around.
    fn open_samples(&mut self) {
        self.jobs.open(What::Samples, self.current);
        if !self.settings.toured && self.tour.is_none() {
            self.tour = Some(0);
        }
    }

    /// Shows an article.
    pub(super) fn select(&mut self, id: EntryId) {
        if self.fetch(id) {
            self.current = Some(id);
            self.jobs.shows(id);
        }
    }

    /// Moves on in the list, not beyond its ends.
    fn select_by(&mut self, steps: isize) {
        let to = match self.place_in_list() {
            Ok(at) => at.checked_add_signed(steps),
            // The one after the gap is already the next.
            Err(gap) => gap.checked_add_signed(if steps > 0 { steps - 1 } else { steps }),
        };
        if let Some(&id) = to.and_then(|to| self.listed().get(to)) {
            self.select(id);
        }
    }

    /// Where in the list the document that is shown stands, or would stand if it were listed.
    pub(super) fn place_in_list(&self) -> Result<usize, usize> {
        self.current.map_or(Err(0), |id| self.listing.place(id))
    }

    /// Puts an article away and shows its neighbor in the list. In a library it stays; where there is none
    /// its record is gone unless it was saved as a file: the window asks before.
    fn close(&mut self, id: EntryId) {
        if self.current == Some(id) {
            self.select_by(1);
            if self.current == Some(id) {
                self.select_by(-1);
            }
            self.current = self.current.filter(|current| *current != id);
        }
        let title = self.row(id).map(|row| row.title.to_string());
        self.put_away(id, true);
        if self.library().is_some()
            && let Some(title) = title
        {
            let text = format!("“{title}” is put away. It stays in the library, under Put away.");
            self.tell(Notice { offer: Some(Offer::TakeBack(id)), ..Notice::info(text) });
        } else {
            self.at_hand.remove(id);
        }
    }

    /// Puts an article away, or takes it back into the list.
    fn put_away(&mut self, id: EntryId, is_away: bool) {
        self.catalog.put_away(id, is_away);
        self.jobs.put_away(id, is_away);
        self.meetings_changed();
        self.listing.refresh(&self.catalog);
        if !is_away {
            self.notices.retain(|notice| notice.offer != Some(Offer::TakeBack(id)));
            self.select(id);
        }
    }

    /// Turns to another library. What belongs to the old one goes with it; all of it is kept.
    fn open_library(&mut self, path: &Path) {
        if self.library() == Some(path) {
            return;
        }
        self.jobs.turn_to_library(Place::File(path.to_owned()));
        self.catalog = Catalog::default();
        self.at_hand.clear();
        (self.reader, self.library, self.current, self.hanging) = (None, None, None, None);
        self.is_surveyed = false;
        self.bookkeeping = Bookkeeping::default();
        self.meetings = Meetings::default();
        (self.is_failing, self.is_recovering) = (false, false);
        self.listing = Listing::default();
    }

    /// Saves what the list is narrowed to. A name that is taken means the new search from now on.
    fn save_search(&mut self, name: String) {
        let filter = self.listing.filter.clone();
        // A filter has no keys that are no strings, so it is JSON.
        self.jobs.save_search(name.clone(), serde_json::to_string(&filter).ok());
        self.searches.insert(name, filter);
    }

    /// Looks for words. The list stays as it is until they are found.
    fn search(&mut self, search: String) {
        self.listing.filter.search = search;
        let words = self.listing.filter.search.clone();
        if words.trim().is_empty() || !self.jobs.find(words) {
            self.listing.found = None;
            self.listing.refresh(&self.catalog);
        }
    }

    fn narrow(&mut self, change: impl FnOnce(&mut ListFilter)) {
        change(&mut self.listing.filter);
        self.listing.refresh(&self.catalog);
    }

    pub(super) fn edit(&mut self, edit: RecordEdit) {
        let (hand, lexicon) = (self.hand(), self.lexicon());
        let typing = edit.typing();
        let by_words = matches!(edit, RecordEdit::DayFrom(_));
        let Some(document) = self.current.and_then(|id| self.document_mut(id)) else { return };
        let fields: Vec<Field> = Field::all(document.record()).collect();
        let label = edit.label(document.record());
        let changed = document.edit(label, typing, |before, after| {
            edit.apply(after, &lexicon, &hand);
            if after != before {
                begin_review(before, after);
                after.provenance.edits.extend(provenance::edits(before, after, &hand));
            }
        });
        // What was just added is what the person attends to.
        let added = Field::all(document.record()).find(|field| !fields.contains(field));
        if added.is_some() {
            document.set_focus(added);
        }
        if changed {
            self.current_changed();
        } else if by_words {
            self.tell(Notice::warning(
                "These words name no day. Type the day, then set the words as its evidence.",
            ));
        }
    }

    fn step(&mut self, step: impl FnOnce(&mut Document) -> bool) {
        if self.current.and_then(|id| self.document_mut(id)).is_some_and(step) {
            self.current_changed();
        }
    }

    pub(super) fn with_current(&mut self, change: impl FnOnce(&mut Document)) {
        if let Some(document) = self.current.and_then(|id| self.document_mut(id)) {
            change(document);
        }
    }

    /// The record that is shown has changed: the library keeps it, and its place in the list may be another.
    fn current_changed(&mut self) {
        if let Some(id) = self.current {
            self.document_changed(id);
            self.listing.refresh_one(&self.catalog, id);
        }
    }

    /// A record has changed: the library keeps it, and lists show it as it is.
    pub(super) fn document_changed(&mut self, id: EntryId) {
        let Some(document) = self.at_hand.get_mut(id) else { return };
        let is_put_away = self.catalog.row(id).is_some_and(|row| row.is_put_away);
        let entry = document.entry(is_put_away);
        let change = document.change();
        self.catalog.put(entry);
        self.jobs.keep(change);
        self.forget_commitments(id);
    }
}

/// Whoever first changes anything in a record has begun its review.
fn begin_review(before: &Record, after: &mut Record) {
    if (before.review.status, after.review.status) == (ReviewStatus::Unreviewed, ReviewStatus::Unreviewed) {
        after.review.status = ReviewStatus::InReview;
    }
}
