//! Taking in what the background has done.

use std::path::{Path, PathBuf};

use super::document::{Document, Opened};
use super::jobs::{Admitted, OpeningId, Report};
use super::library::{Standing, marks};
use super::{
    App, Catalog, Command, Entry, EntryId, Library, LibraryError, Notice, Offer, OpenError, Put, counted,
};

impl App {
    /// Takes in what background jobs have finished. Says whether anything changed. The window calls
    /// this once a frame, after it was woken.
    pub fn take_in(&mut self) -> bool {
        let mut anything = false;
        let mut lists = false;
        while let Some(report) = self.jobs.next_report() {
            lists |= self.take(report);
            anything = true;
        }
        if lists {
            self.listing.refresh(&self.catalog);
        }
        anything
    }

    /// Waits until nothing is under way, taking everything in: for tests, scripts and the end of the
    /// program.
    pub fn settle(&mut self) {
        let mut lists = false;
        while let Some(report) = self.jobs.wait_for_report() {
            lists |= self.take(report);
        }
        if lists {
            self.listing.refresh(&self.catalog);
        }
    }

    /// Takes in one report. Says whether the list may have changed.
    fn take(&mut self, report: Report) -> bool {
        match report {
            Report::Library { path, standing, catalog, links, shown, searches, trouble, recovery } => {
                if let Some(recovery) = recovery {
                    self.tell_recovery(&recovery);
                }
                let search =
                    |(name, search): (String, String)| Some((name, serde_json::from_str(&search).ok()?));
                self.searches = searches.into_iter().filter_map(search).collect();
                self.take_library(path, standing, catalog, trouble);
                self.take_links(links);
                self.meetings_changed();
                self.show_again(shown);
                return true;
            }
            Report::NoteTaken(files) => {
                self.is_called = true;
                if !files.is_empty() {
                    self.run(Command::Open(files));
                }
            }
            Report::NoLibrary(error) => {
                self.jobs.no_library();
                self.tell(Notice::error(&error).about(error.path()));
            }
            Report::Admitted { opening, files, error } => {
                self.take_admitted(opening, files, error);
                return true;
            }
            Report::OpeningEnded(opening) => self.end_opening(opening),
            Report::Kept { kept, answers, again } => self.take_kept(kept, answers, again),
            Report::NotKept { error, answers, first } => {
                self.jobs.answered(answers);
                self.not_kept(&error, first);
            }
            Report::ManyChanged(changed) => {
                self.jobs.answered(1);
                self.take_bulk(changed);
            }
            Report::FirstFound { typed, found } => {
                let wanted = typed == self.listing.filter.search;
                if wanted {
                    self.listing.found = Some(found);
                }
                return wanted;
            }
            Report::SearchEnded(found) => {
                self.jobs.answered(1);
                let Some((typed, found)) = found else { return false };
                let wanted = typed == self.listing.filter.search;
                if wanted {
                    self.listing.found = found;
                }
                return wanted;
            }
            Report::TitlesFound { typed, ids } => {
                self.jobs.answered(1);
                self.titles = (typed, ids);
            }
            Report::SearchFailed(error) => {
                self.jobs.answered(1);
                self.tell_trouble(&error);
            }
            Report::NotBackedUp(error) => {
                if !self.is_recovered_from(&error) && !error.is_of_damage() {
                    let text = format!(
                        "No backup was made today: {error} The library itself is well, and the next start tries again."
                    );
                    self.tell(Notice::warning(text).about(error.path()));
                }
            }
            Report::Traced { id, trace } => {
                self.jobs.answered(1);
                if let Some(document) = self.document_mut(id) {
                    document.set_trace(trace);
                }
            }
            Report::Surveyed(survey) => {
                self.jobs.answered(1);
                self.is_surveyed = false;
                match survey {
                    Ok(survey) => self.take_survey(survey),
                    Err(error) => self.tell_trouble(&error),
                }
            }
            Report::Booked(booked) => {
                self.jobs.answered(1);
                self.take_booked(booked);
            }
            Report::Sorted { library, sorted } => self.take_sorted(&library, sorted),
            Report::Compared(compared) => {
                self.jobs.answered(1);
                self.take_compared(compared);
            }
            Report::PictureSaved(path) => {
                self.tell(Notice::info(format!("Saved {}.", path.display())).about(&path));
                self.end_writing();
            }
            Report::Written { id, record, path } => {
                if let Some(batch) = self.jobs.writing() {
                    batch.saved += 1;
                    batch.last_saved = Some(path.clone());
                }
                self.fetch(id);
                if let Some(document) = self.document_mut(id) {
                    document.written(record, path);
                    let change = document.change();
                    self.jobs.keep(change);
                }
                self.end_writing();
            }
            Report::NotItsOwn { id, path } => {
                self.ask_where(id, &path);
                self.end_writing();
            }
            Report::Exported { path, count } => {
                let records = counted(count, "record");
                self.tell(Notice::info(format!("Exported {records} to {}.", path.display())).about(&path));
                self.end_writing();
            }
            Report::SettingsKept => self.end_writing(),
            Report::NotWritten(error) => {
                if self.jobs.writing().is_some_and(|batch| batch.failures.tells_next()) {
                    self.tell(Notice::error(&error).about(error.path()));
                }
                self.end_writing();
            }
        }
        false
    }

    /// The library is open: what is in it can be listed, and taken out.
    fn take_library(
        &mut self,
        path: PathBuf,
        standing: Standing,
        catalog: Catalog,
        trouble: Option<LibraryError>,
    ) {
        let is_backed_up = self.backs_up && trouble.is_none() && standing == Standing::Kept;
        let is_mended = !matches!(trouble, Some(LibraryError::NotMended { .. }));
        if let Some(trouble) = trouble {
            let goes_on = match standing {
                Standing::Kept => String::new(),
                Standing::ThisRunOnly => {
                    " Until then your work is in this window only: save records as files.".to_owned()
                }
            };
            self.tell(Notice::error(format!("{trouble}{goes_on}")).about(trouble.path()));
        }
        self.catalog = catalog;
        self.reader = self.reading(&path);
        let to_search = self.reading(&path);
        self.jobs.library_opened(to_search);
        self.library = Some((path.clone(), standing));
        if is_mended {
            self.keep_what_is_at_hand();
        } else {
            self.recovered_in_vain();
        }
        if is_backed_up && let Some(library) = self.reading(&path) {
            self.jobs.back_up(library, self.today());
        }
    }

    fn reading(&mut self, path: &Path) -> Option<Library> {
        match Library::open_for_reading(path, marks) {
            Ok(library) => Some(library),
            Err(error) => {
                self.tell(Notice::error(&error).about(error.path()));
                None
            }
        }
    }

    /// Shows what was shown when the program ended, unless the person has moved on already.
    fn show_again(&mut self, shown: Option<String>) {
        let number = shown.and_then(|shown| shown.parse().ok());
        let row =
            number.and_then(|number: u32| self.catalog.rows().iter().find(|row| row.id.number() == number));
        if let Some(id) = row.filter(|row| !row.is_put_away).map(|row| row.id)
            && self.current.is_none()
            && !self.jobs.is_opening()
        {
            self.select(id);
        }
    }

    fn take_kept(&mut self, kept: Vec<(EntryId, u64)>, answers: usize, again: bool) {
        self.jobs.answered(answers);
        self.is_failing = false;
        for (id, revision) in kept {
            if let Some(document) = self.document_mut(id) {
                document.kept(revision);
            }
        }
        self.at_hand.shrink(self.current);
        if again {
            self.notices.retain(|notice| !notice.is_of_failing);
            self.tell(Notice::info("Everything is saved again."));
        }
    }

    /// Edits stay on the screen, and are tried again until the disk takes them.
    fn not_kept(&mut self, error: &LibraryError, first: bool) {
        self.is_failing = true;
        if self.is_recovered_from(error) {
            return;
        }
        if first {
            let text = format!(
                "{error} What you do stays in this window, unsaved, and is saved as soon as it can be."
            );
            self.tell(Notice { is_of_failing: true, ..Notice::error(text).about(error.path()) });
        }
    }

    /// A write was taken in. After the last one all of them are told together.
    fn end_writing(&mut self) {
        let Some(batch) = self.jobs.wrote() else { return };
        match (batch.saved, &batch.last_saved) {
            (1, Some(path)) => self.tell(Notice::info(format!("Saved {}.", path.display())).about(path)),
            (0, _) | (_, None) => {}
            (saved, _) => self.tell(Notice::info(format!("Saved {}.", counted(saved, "record")))),
        }
        if batch.failures.untold() > 0 {
            let text = format!("{} more files were not saved either.", batch.failures.untold());
            self.tell(Notice::error(text));
        }
    }

    /// Files have been opened: their articles are in the catalog, the first of them at hand.
    fn take_admitted(&mut self, opening: OpeningId, files: Vec<Admitted>, error: Option<LibraryError>) {
        let is_kept = error.is_none();
        for admitted in files {
            match admitted {
                Admitted::Failed(error) => self.take_failure(opening, &error),
                Admitted::Placed { id, put, entry, opened } => {
                    self.take_placed(id, put, entry, opened, is_kept);
                    if let Some(opening) = self.jobs.opening(opening) {
                        let count = match put {
                            Put::Known => &mut opening.account.known,
                            Put::Added | Put::Replaced => &mut opening.account.added,
                        };
                        *count += 1;
                    }
                    self.show_first(opening, id);
                }
            }
        }
        self.at_hand.shrink(self.current);
        if let Some(error) = error {
            if let Some(opening) = self.jobs.opening(opening) {
                opening.account.stopped = true;
            }
            self.not_kept(&error, true);
        }
    }

    fn take_placed(
        &mut self,
        id: EntryId,
        put: Put,
        entry: Entry,
        opened: Option<Box<Opened>>,
        is_kept: bool,
    ) {
        match put {
            Put::Known => {
                if self.row(id).is_some_and(|row| row.is_put_away) {
                    self.meetings_are_stale();
                }
                return self.catalog.put_away(id, false);
            }
            // Whatever was at hand is what it was before.
            Put::Replaced => {
                self.at_hand.remove(id);
                self.forget_comparison();
            }
            Put::Added => {}
        }
        self.meetings_are_stale();
        self.catalog.put(entry);
        if let Some(opened) = opened {
            let mut document = Document::new(id, *opened, self.standing());
            if !is_kept {
                document.set_unkept();
            }
            self.at_hand.put(document);
        }
    }

    fn take_failure(&mut self, opening: OpeningId, error: &OpenError) {
        let Some(of) = self.jobs.opening(opening) else { return };
        of.account.failed.push(error.to_string());
        if of.failures.tells_next() {
            self.tell(Notice::error(error).about(error.path()));
        }
    }

    /// What becomes of edits.
    pub(super) fn standing(&self) -> Standing {
        self.library.as_ref().map_or(Standing::ThisRunOnly, |(_, standing)| *standing)
    }

    /// Takes a document out of the library, unless it is at hand. Says whether it is now.
    pub(super) fn fetch(&mut self, id: EntryId) -> bool {
        if self.at_hand.get(id).is_some() {
            self.at_hand.want(id);
            return true;
        }
        // What is about to be another is waited for: it takes a moment.
        while self.is_being_changed(id)
            && let Some(report) = self.jobs.wait_for_report()
        {
            self.take(report);
        }
        let Some(reader) = &self.reader else { return false };
        match reader.take(id) {
            Ok(Some(taken)) => {
                let document = Document::new(id, taken.into(), self.standing());
                self.jobs.trace(id, document.record().article.clone());
                self.at_hand.put(document);
                self.at_hand.shrink(Some(id));
                true
            }
            Ok(None) => false,
            Err(error) => {
                self.tell_trouble(&error);
                false
            }
        }
    }

    /// Shows the first article of an opening, unless the person has moved on since it began.
    fn show_first(&mut self, opening: OpeningId, id: EntryId) {
        let current = self.current;
        if let Some(opening) = self.jobs.opening(opening)
            && !std::mem::replace(&mut opening.has_shown, true)
            && (current.is_none() || current == opening.shown)
        {
            self.select(id);
        }
    }

    /// A large pile is accounted for; of a few files only what was not opened is told.
    fn end_opening(&mut self, opening: OpeningId) {
        let Some(ended) = self.jobs.end_opening(opening) else { return };
        let mut account = ended.account.clone();
        if account.stopped {
            let text = format!("{} Open the rest again once the library takes it.", account.in_words());
            self.tell(Notice::warning(text));
        }
        account.stopped |= ended.is_cancelled();
        let is_large = account.added + account.known + account.failed.len() > LARGE;
        if is_large
            || ended.failures.untold() > 0
            || account.known > 0 && account.added == 0 && account.known > 1
        {
            let text = account.in_words();
            let notice = if account.failed.is_empty() { Notice::info(text) } else { Notice::warning(text) };
            self.tell(Notice { offer: (!account.failed.is_empty()).then_some(Offer::Account), ..notice });
        }
        self.account = Some(account);
        self.sort_meetings();
    }
}

/// From how many files on an opening is accounted for.
const LARGE: usize = 30;
