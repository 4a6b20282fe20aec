//! The one place where anything changes: commands in, new state out.

use std::path::{Path, PathBuf};

use super::command::Command;
use super::notice::{Notice, Offer, Until};
use super::open::OpenLibrary;
use super::state::App;
use crate::across::{ListFilter, Step};
use crate::model::{EntryId, ReviewStatus};
use crate::review::{Document, RecordEdit};
use crate::store::{Found, is_cut_off};
use crate::work::{LibraryWork, Opening, Place, Progress, What, copied_files, entry, is_library};

impl App {
    /// Does what is asked. Never fails: what goes wrong becomes a notice.
    pub fn run(&mut self, command: Command) {
        // The record that the command is about: a review that ends shows another one.
        let shown = self.open.showing.id();
        let is_of_typing = matches!(command, Command::Edit(_) | Command::Suggest(_) | Command::WorkOn);
        if !is_of_typing {
            self.with_current(Document::end_edit);
        }
        self.follow_outline(is_of_typing);
        match command {
            Command::Open(paths) => self.open_paths(paths),
            Command::Paste(text) => match copied_files(&text) {
                Some(files) => self.open_paths(files),
                None => self.open.work.open(What::Text(text), self.open.showing.id(), self.tables),
            },
            Command::OpenSamples => self.open_samples(),
            Command::ReadTables(number, roles, is_remembered) => {
                self.read_tables(number, roles, is_remembered);
            }
            Command::LeaveTables(number) => self.leave_tables(number),
            Command::ChangeColumns(number) => self.change_columns(number),
            Command::CancelOpening => self.open.work.openings.iter().for_each(Opening::cancel),
            Command::Select(id) => self.select(id),
            Command::SelectNext => self.select_by(1),
            Command::SelectPrevious => self.select_by(-1),
            Command::SelectAlso(id) => self.select_also(id),
            Command::SelectTo(id) => self.select_to(id),
            Command::SelectToNext => self.select_to_by(1),
            Command::SelectToPrevious => self.select_to_by(-1),
            Command::SelectAll => self.select_all(),
            Command::SelectOne => self.select_one(),
            Command::Close(id) => self.close(id),
            Command::Edit(edit) => self.edit(edit),
            Command::EditOf(id, edit) => {
                self.edit_of(id, edit);
                self.with_document(id, Document::end_edit);
            }
            Command::TakeDaysAnew(id) => self.take_days_anew(id),
            Command::ChooseEncoding(id, encoding) => self.choose_encoding(id, encoding),
            Command::ShowLeftOut(id, shows) => self.show_left_out(id, shows),
            Command::BringBack(id, paragraph) => self.bring_back(id, paragraph),
            Command::AddSelected(what, span) => self.add_selected(what, span),
            // Every command but an edit ends the typing.
            Command::EndEdit => {}
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::GoTo(position) => self.go_to(position),
            Command::Focus(field) => self.with_current(|document| document.set_focus(field)),
            Command::FocusNext => self.with_current(|document| document.focus_by(1)),
            Command::FocusPrevious => self.with_current(|document| document.focus_by(-1)),
            Command::NextProblem => self.with_current(|document| document.focus_on_problem_by(1)),
            Command::PreviousProblem => self.with_current(|document| document.focus_on_problem_by(-1)),
            Command::Accept => self.accept(),
            Command::Skip => self.skip(),
            Command::ReviewedAndNext => self.reviewed_and_next(),
            Command::RejectAndNext => self.reject_and_next(),
            Command::Flag(is_flagged) => self.flag(is_flagged),
            Command::SaveTo(id, path) => self.save_to(id, path),
            Command::SaveAgain(id) => self.save_again(id),
            Command::SaveListed { folder } => self.save_listed(folder),
            Command::SaveAll { folder } => self.save_all(folder),
            Command::Export { what, to, format, contents } => self.export(what, to, format, contents),
            Command::PreviewExport(what, contents) => self.preview_export(what, contents),
            Command::SaveComparison(to) => self.save_comparison(to),
            Command::StopExport => self.open.work.files.stop_exports(),
            Command::OpenLibrary(path) => self.open_library(&path),
            Command::PutAway(id, is_away) => {
                let ids = if is_away { vec![id] } else { self.put_away_with(id) };
                self.put_away(&ids, is_away);
                self.open.undo_line.push(Step::PutAway(ids, is_away));
            }
            Command::PutSelectedAway(is_away) => self.put_selected_away(is_away),
            Command::Delete(articles) => self.delete_articles(&articles),
            Command::TakePutAwayBack => self.take_put_away_back(),
            Command::AddContact => self.add_contact(),
            Command::RemoveContact(id) => self.remove_contact(id),
            Command::MoveTo(to, field) => self.move_to(to, &field),
            Command::ShowByDesktop(path) => self.show_by_desktop(&path),
            Command::CopyArticles => self.copy_articles(),
            Command::CopyRecords => self.copy_records(),
            Command::Search(search) => self.search(search),
            Command::ReadSnippets(articles) => self.read_snippets(articles),
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
            Command::ChangeSelected(edit) => self.change_selected(edit),
            Command::StopBulk => self.stop_bulk(),
            Command::TakeBulkBack => self.take_bulk_back(),
            Command::SaveSearch(name) => self.save_search(name),
            Command::RenameSearch(old, new) => self.rename_search(&old, new),
            Command::ForgetSearch(name) => {
                self.open.searches.remove(&name);
                self.open.work.writer().save_search(name, None);
            }
            Command::Suggest(what) => self.open.suggestions.ask(what, &self.open.work),
            Command::FindTitles(typed) => self.open.work.find_titles(typed),
            Command::Unpick => {
                self.open.listing.picked = None;
                self.narrow(|_| {});
            }
            Command::HangPictures => self.make_charts(),
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
            Command::WorkOn => self.work_on(),
            Command::CountWork => self.count_work(),
            Command::AddParty(party, is_country) => self.add_party(party, is_country),
            Command::ReadOther(differing) => self.read_other(differing),
            Command::SettleDiffering(differing, takes) => self.settle_differing(&differing, takes),
            Command::Set(setting) => {
                self.settings.set(setting);
                self.keep_settings();
                self.follow_settings();
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
    fn open_paths(&mut self, paths: Vec<PathBuf>) {
        match paths.as_slice() {
            [path] if is_library(path) => self.open_library(path),
            _ => {
                self.notices.retain(|notice| notice.until != Until::NextOpening);
                self.remember_opened(&paths);
                let what = What::Paths(paths, self.known_columns());
                self.open.work.open(what, self.open.showing.id(), self.tables);
            }
        }
    }

    /// Whoever opens the samples for the first time is shown around.
    fn open_samples(&mut self) {
        self.open.work.open(What::Samples, self.open.showing.id(), self.tables);
        if !self.settings.toured && self.tour.is_none() {
            self.tour = Some(0);
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
        let OpenLibrary { showing, listing, catalog, .. } = &self.open;
        showing.id().map_or(Err(0), |id| listing.place(catalog, id))
    }

    /// Puts an article away with all of its contacts, and shows its neighbor in the list. In a library it stays;
    /// where there is none its records are gone unless they were saved as files: the window asks before.
    fn close(&mut self, id: EntryId) {
        let title = self.row(id).map(|row| row.title.to_string());
        let ids: Vec<EntryId> = self.open.catalog.standing_contacts(id).iter().map(|row| row.id).collect();
        self.leave_and_put_away(&ids);
        self.open.undo_line.push(Step::PutAway(ids.clone(), true));
        if self.library().is_some()
            && let Some(title) = title
        {
            let text = format!("“{title}” is put away. It stays in the library, under Put away.");
            self.tell(Notice { offer: Some(Offer::TakeBack(id)), ..Notice::info(text) });
        } else {
            ids.into_iter().for_each(|id| self.open.cache.remove(id));
        }
    }

    /// Puts records away and shows another contact of their article, or its neighbor in the list.
    pub(super) fn leave_and_put_away(&mut self, ids: &[EntryId]) {
        self.leave(ids);
        self.put_away(ids, true);
    }

    /// Shows another contact of the article of these records, or its neighbor in the list, if one of them is shown.
    pub(super) fn leave(&mut self, ids: &[EntryId]) {
        self.notices.retain(|notice| notice.until != Until::NextStep);
        let is_shown = |app: &Self| app.open.showing.id().is_some_and(|shown| ids.contains(&shown));
        if is_shown(self) {
            match self.contact_beside(ids).or_else(|| self.row_beside(ids)) {
                Some(other) => self.select(other),
                None => self.open.showing.nothing(),
            }
        }
    }

    /// The next row of the list that is none of these, or else the last before.
    fn row_beside(&self, ids: &[EntryId]) -> Option<EntryId> {
        let mut gone = Found::default();
        ids.iter().for_each(|id| gone.add(*id));
        let (Ok(at) | Err(at)) = self.place_in_list();
        let (before, after) = self.listed().split_at_checked(at)?;
        let stays = |id: &&EntryId| !gone.has(**id);
        after.iter().find(stays).or_else(|| before.iter().rev().find(stays)).copied()
    }

    /// A contact of the same article that was not put away and is none of these.
    fn contact_beside(&self, ids: &[EntryId]) -> Option<EntryId> {
        let others = self.open.catalog.standing_contacts(*ids.first()?);
        others.iter().map(|row| row.id).find(|id| !ids.contains(id))
    }

    /// Puts records away, or takes them back into the list and shows the first.
    pub(super) fn put_away(&mut self, ids: &[EntryId], is_away: bool) {
        for &id in ids {
            self.open.catalog.put_away(id, is_away);
            self.open.work.writer().put_away(id, is_away);
        }
        self.meetings_changed();
        self.open.listing.refresh(&self.open.catalog);
        if let Some(&first) = ids.first().filter(|_| !is_away) {
            self.notices
                .retain(|notice| !matches!(notice.offer, Some(Offer::TakeBack(id)) if ids.contains(&id)));
            self.select(first);
        }
    }

    /// The records that come back with this one that was put away: those of the whole article, if all of it was.
    fn put_away_with(&self, id: EntryId) -> Vec<EntryId> {
        let is_all_away = self.open.catalog.standing_contacts(id).is_empty();
        let contacts = self.row(id).filter(|_| is_all_away).map(|row| self.open.catalog.contacts(row));
        contacts.map_or_else(|| vec![id], |rows| rows.iter().map(|row| row.id).collect())
    }

    /// Turns to another library. What belongs to the one that is open goes with it; what it was asked to write
    /// is written.
    fn open_library(&mut self, path: &Path) {
        if self.library() == Some(path) {
            return;
        }
        if self.open.is_failing {
            return self.tell(Notice::warning(
                "The library cannot be written at the moment, and what you did last is in this window only. Another \
                 library can be opened once it is saved, or closed with its edits by closing the window.",
            ));
        }
        self.remember_library(path);
        self.tell_what_is_broken_off();
        self.tell_work();
        let after = self.closing.iter_mut().filter_map(|closing| closing.take_ended()).collect();
        let background = self.background.apart();
        let place = Place::File(path.to_owned());
        let work = LibraryWork::at(place, background, self.saved_files.clone(), after);
        let next = OpenLibrary::new(work);
        let old = std::mem::replace(&mut self.open, next);
        self.closing.push(old.work.close(&self.background));
        // What was offered of it cannot be done any more.
        self.notices.retain(|notice| notice.offer.is_none());
        self.open.work.writer();
    }

    /// Says what goes no further once another library is open.
    fn tell_what_is_broken_off(&mut self) {
        let Some(text) = self.progress().and_then(Progress::broken_off) else { return };
        self.tell(Notice::warning(text));
    }

    /// Saves what the list is narrowed to. A name that is taken means the new search from now on.
    fn save_search(&mut self, name: String) {
        let filter = self.open.listing.filter.clone();
        self.keep_search(name, filter);
    }

    fn rename_search(&mut self, old: &str, new: String) {
        if self.open.searches.contains_key(&new) {
            return;
        }
        if let Some(filter) = self.open.searches.remove(old) {
            self.open.work.writer().save_search(old.to_owned(), None);
            self.keep_search(new, filter);
        }
    }

    fn keep_search(&mut self, name: String, filter: ListFilter) {
        // A filter has no keys that are no strings, so it is JSON.
        self.open.work.writer().save_search(name.clone(), serde_json::to_string(&filter).ok());
        self.open.searches.insert(name, filter);
    }

    /// Looks for words. The list stays as it is until they are found.
    fn search(&mut self, search: String) {
        self.open.listing.filter.search = search;
        let words = self.open.listing.filter.search.clone();
        if let Some(limit) = is_cut_off(&words) {
            self.tell(Notice::warning(format!("Only the first {limit} words are searched for.")));
        }
        if words.trim().is_empty() || !self.open.work.find(words) {
            self.open.listing.found = None;
            self.open.listing.refresh(&self.open.catalog);
        }
    }

    fn narrow(&mut self, change: impl FnOnce(&mut ListFilter)) {
        change(&mut self.open.listing.filter);
        self.open.listing.refresh(&self.open.catalog);
    }

    pub(super) fn edit(&mut self, edit: RecordEdit) {
        self.notices.retain(|notice| notice.until != Until::NextStep);
        if edit == RecordEdit::Status(ReviewStatus::Reviewed) && self.asks_before_reviewed() {
            return;
        }
        self.tell_if_replacing(&edit);
        if let Some(id) = self.open.showing.id() {
            self.edit_of(id, edit);
        }
    }

    /// Changes the record of an article, whether it is shown or not.
    pub(super) fn edit_of(&mut self, id: EntryId, edit: RecordEdit) {
        let fact = edit.fact();
        if fact.is_some() && self.contacts(id).len() > 1 {
            return self.set_fact_of_all(id, edit);
        }
        let (hand, lexicon) = (self.hand(), self.lexicon());
        let by_words = matches!(edit, RecordEdit::DayFrom(_))
            || matches!(edit, RecordEdit::FactFrom(part, _) if part.is_day());
        let Some(document) = self.document_mut(id) else { return };
        let day = document.record().article.day();
        let (steps, decided) = (document.history().position(), document.tally().decided());
        let changed = document.apply(edit, &lexicon, &hand);
        let decided_more = signed(document.tally().decided()) - signed(decided);
        let more = document.history().position().cast_signed() - steps.cast_signed();
        if changed {
            let is_of_another_day = document.record().article.day() != day;
            self.open.undo_line.edited(id, more);
            self.count_decided(id, decided_more);
            self.changed(id);
            if fact.is_some() && is_of_another_day {
                self.count_days_anew(id);
            }
        } else if by_words {
            self.tell(Notice::warning(
                "These words name no day. Type the day, then set the words as its evidence.",
            ));
        }
    }

    /// A step back or forth in the history of a record. Says whether there was one.
    pub(super) fn step(&mut self, id: EntryId, step: impl FnOnce(&mut Document) -> bool) -> bool {
        let decided = |app: &Self| signed(app.document(id).map_or(0, |document| document.tally().decided()));
        let before = decided(self);
        let is_changed = self.document_mut(id).is_some_and(step);
        if is_changed {
            self.count_decided(id, decided(self) - before);
            self.changed(id);
        }
        is_changed
    }

    pub(super) fn with_current(&mut self, change: impl FnOnce(&mut Document)) {
        if let Some(id) = self.open.showing.id() {
            self.with_document(id, change);
        }
    }

    fn with_document(&mut self, id: EntryId, change: impl FnOnce(&mut Document)) {
        if let Some(document) = self.document_mut(id) {
            change(document);
        }
    }

    /// A record has changed: the library keeps it, and its place in the list may be another.
    fn changed(&mut self, id: EntryId) {
        self.document_changed(id);
        self.open.listing.refresh_one(&self.open.catalog, id);
    }

    /// A record has changed: the library keeps it, and lists show it as it is.
    pub(super) fn document_changed(&mut self, id: EntryId) {
        let Some(document) = self.open.cache.get_mut(id) else { return };
        let is_put_away = self.open.catalog.row(id).is_some_and(|row| row.is_put_away);
        self.open.catalog.put(entry(document, is_put_away));
        let unkept = document.take_unkept();
        self.open.work.keep(unkept);
        let wants_trace = document.wants_trace();
        self.forget_commitments(id);
        if wants_trace && self.open.showing.id() == Some(id) {
            self.open.showing.tracing = None;
            self.ask_for_trace(id);
        }
    }
}

fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
