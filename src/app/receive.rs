//! Receiving what the background has done.

use super::command::Command;
use super::notice::{Notice, Offer, Until};
use super::state::App;
use crate::model::{EntryId, counted};
use crate::review::{self, Document, Durability};
use crate::store::{Entry, LibraryError};
use crate::work::{
    Admitted, Batch, FileReport, LastReport, LibraryReport, OpenError, Opened, OpeningId, Put, SearchReport,
    Standing,
};

/// What has come of receiving.
#[derive(Clone, Copy, Debug, Default)]
struct Received {
    anything: bool,
    /// The list may have changed.
    list: bool,
}

impl App {
    /// Receives what the background has finished. Says whether anything changed. The window calls
    /// this once a frame, after it was woken.
    pub fn receive(&mut self) -> bool {
        let mut received = Received::default();
        while let Some(report) = self.open.work.next_report() {
            received.anything = true;
            received.list |= self.receive_report(report);
        }
        while let Some(report) = self.open.work.next_found() {
            received.anything = true;
            received.list |= self.receive_found(report);
        }
        while let Some(report) = self.open.work.files.receive() {
            received.anything = true;
            self.receive_file(report);
        }
        while let Some(report) = self.files.receive() {
            received.anything = true;
            if let FileReport::Failed(error) = report {
                self.tell(Notice::error(&error).about(error.path()));
            }
            self.files.received();
        }
        received.anything |= self.receive_closing();
        received.anything |= self.receive_shown();
        received.anything |= self.receive_other_contacts();
        received.anything |= self.open.suggestions.receive();
        received.anything |= self.receive_ledger();
        received.anything |= self.receive_snippets();
        received.anything |= self.receive_meetings();
        received.anything |= self.receive_preview();
        received.anything |= self.receive_export_preview();
        received.anything |= self.receive_copied_records();
        received.anything |= self.receive_days();
        received.anything |= self.receive_read_anew();
        received.anything |= self.receive_page();
        received.anything |= self.receive_charts();
        received.anything |= self.receive_to_save();
        received.anything |= self.receive_other_record();
        received.anything |= self.receive_added_party();
        received.anything |= self.receive_work_done();
        if received.list {
            self.open.listing.refresh(&self.open.catalog);
        }
        received.anything
    }

    /// Waits until nothing is under way, receiving everything: for tests, scripts and the end of the program.
    pub fn settle(&mut self) {
        loop {
            let now = self.background.now();
            if self.receive() {
                if let Some(files) = self.take_call().filter(|files| !files.is_empty()) {
                    self.run(Command::Open(files));
                }
                continue;
            }
            let awaited = self.open.work.background.is_awaited() || self.background.is_awaited();
            if !awaited && self.closing.is_empty() {
                break;
            }
            self.background.wait(now);
        }
    }

    /// Receives a report of the library. Says whether the list may have changed.
    fn receive_report(&mut self, report: LibraryReport) -> bool {
        match report {
            LibraryReport::Opened(opened) => {
                self.receive_opened(*opened);
                return true;
            }
            LibraryReport::NoteTaken(files) => {
                self.called.get_or_insert_default().extend(files);
            }
            LibraryReport::NoLibrary(error) => {
                self.open.work.standing = Standing::None;
                self.tell(Notice::error(&error).about(error.path()));
            }
            LibraryReport::Admitted { opening, files, error } => {
                self.receive_admitted(opening, files, error);
                return true;
            }
            LibraryReport::LeftOut { opening, left_out } => {
                if let Some(opening) = self.open.work.opening(opening) {
                    opening.account.left_out = left_out;
                }
            }
            LibraryReport::OpeningEnded(opening) => self.end_opening(opening),
            LibraryReport::Kept { kept, again } => self.receive_kept(kept, again),
            LibraryReport::NotKept { error, first } => self.not_kept(&error, first),
            LibraryReport::ManyChanged(changed) => self.receive_many_changed(changed),
            LibraryReport::NotBackedUp(error) => {
                if !self.is_recovered_from(&error) && !error.is_of_damage() {
                    let text = format!(
                        "No backup was made today: {error} The library itself is well, and the next start tries again."
                    );
                    self.tell(Notice::warning(text).about(error.path()));
                }
            }
        }
        false
    }

    /// Receives what was found. Says whether it is what the list is to show.
    fn receive_found(&mut self, report: SearchReport) -> bool {
        match report {
            SearchReport::First { typed, found } => {
                let wanted = typed == self.open.listing.filter.search;
                if wanted {
                    self.open.listing.found = Some(found);
                }
                wanted
            }
            SearchReport::All { typed, found } => {
                let wanted = typed == self.open.listing.filter.search;
                if wanted {
                    self.open.listing.found = found;
                }
                wanted
            }
            SearchReport::Titles { typed, ids } => {
                self.open.titles = (typed, ids);
                false
            }
            SearchReport::Failed(error) => {
                self.tell_trouble(&error);
                false
            }
        }
    }

    /// Receives what became of a file of the library.
    fn receive_file(&mut self, report: FileReport) {
        match report {
            FileReport::Record { id, record, path } => {
                let batch = self.open.work.files.batch();
                batch.saved += 1;
                batch.last_saved = Some(path.clone());
                if let Some(document) = self.document_mut(id) {
                    document.written(record, path);
                    let unkept = document.take_unkept();
                    self.open.work.keep(unkept);
                }
            }
            FileReport::Kept { id, position, path } => self.receive_filed(id, position, path),
            FileReport::NotItsOwn { id, path } => self.ask_where(id, &path),
            FileReport::Failed(error) => {
                if self.open.work.files.batch().failures.tells_next() {
                    self.tell(Notice::error(&error).about(error.path()));
                }
            }
            other => self.tell_written(other),
        }
        if let Some(batch) = self.open.work.files.received() {
            self.end_writing(&batch);
        }
    }

    /// Tells of a file by itself.
    fn tell_written(&mut self, report: FileReport) {
        match report {
            FileReport::Record { path, .. } | FileReport::Kept { path, .. } | FileReport::Saved(path) => {
                self.tell(Notice::info(format!("Saved {}.", path.display())).about(&path));
            }
            FileReport::Export { path, count } => {
                let records = counted(count, "record");
                self.tell(Notice::info(format!("Exported {records} to {}.", path.display())).about(&path));
            }
            FileReport::Stopped(path) => {
                let text = format!("The export to {} was stopped: nothing of it is left.", path.display());
                self.tell(Notice::info(text));
            }
            FileReport::Quiet => {}
            FileReport::NotItsOwn { path, .. } => {
                let text = format!(
                    "{} was not replaced: this Chancery has not saved that record there before, or something else is there now.",
                    path.display()
                );
                self.tell(Notice::warning(text).about(&path));
            }
            FileReport::Failed(error) => self.tell(Notice::error(&error).about(error.path())),
        }
    }

    /// Receives what there is still to say of libraries that are being put away.
    fn receive_closing(&mut self) -> bool {
        let reports: Vec<LastReport> =
            self.closing.iter().flat_map(|closing| std::iter::from_fn(|| closing.next_report())).collect();
        let before = self.closing.len();
        self.closing.retain(|closing| !closing.is_over());
        let anything = !reports.is_empty() || self.closing.len() < before;
        for report in reports {
            match report {
                LastReport::File(report) => self.tell_written(report),
                LastReport::NotKept(error) => {
                    let text = format!(
                        "What was done last in the library that was open before is not saved: {error}"
                    );
                    self.tell(Notice::error(text).about(error.path()));
                }
            }
        }
        anything
    }

    /// The library is open: what is in it can be listed, and read.
    fn receive_opened(&mut self, opened: Opened) {
        let Opened { path, durability, catalog, links, shown, searches, trouble, recovery, readers } = opened;
        if let Some(recovery) = recovery {
            self.tell_recovery(&recovery);
        }
        let search = |(name, search): (String, String)| Some((name, serde_json::from_str(&search).ok()?));
        self.open.searches = searches.into_iter().filter_map(search).collect();
        let is_mended = !matches!(trouble, Some(LibraryError::NotMended { .. }));
        let is_backed_up = self.backs_up && trouble.is_none() && durability == Durability::Kept;
        if let Some(trouble) = trouble {
            let goes_on = match durability {
                Durability::Kept => String::new(),
                Durability::ThisRunOnly => {
                    " Until then your work is in this window only: save records as files.".to_owned()
                }
            };
            self.tell(Notice::error(format!("{trouble}{goes_on}")).about(trouble.path()));
        }
        self.open.catalog = catalog;
        let was_recovering = matches!(self.open.work.standing, Standing::Recovering(_));
        let today = is_backed_up.then(|| self.today());
        match readers {
            Ok(readers) => self.open.work.opened(path, durability, readers, today),
            Err(error) => self.tell(Notice::error(&error).about(error.path())),
        }
        match (was_recovering, is_mended) {
            (true, true) => self.keep_what_is_in_memory(),
            (_, false) => self.recovered_in_vain(),
            (false, true) => {}
        }
        self.receive_links(links);
        self.meetings_changed();
        self.show_again(shown);
        self.go_on_loading();
    }

    /// Shows what was shown when the program ended, unless the person has moved on already.
    fn show_again(&mut self, shown: Option<String>) {
        let number = shown.and_then(|shown| shown.parse().ok());
        let row = number
            .and_then(|number: u32| self.open.catalog.rows().iter().find(|row| row.id.number() == number));
        if let Some(id) = row.filter(|row| !row.is_put_away).map(|row| row.id)
            && self.open.showing.id().is_none()
            && self.open.work.openings.is_empty()
        {
            self.select(id);
        }
    }

    fn receive_kept(&mut self, kept: Vec<(EntryId, u64)>, again: bool) {
        self.open.is_failing = false;
        for (id, revision) in kept {
            if let Some(document) = self.document_mut(id) {
                document.kept(revision);
            }
        }
        self.open.cache.shrink(self.open.showing.id());
        if again {
            self.notices.retain(|notice| notice.until != Until::Saved);
            self.tell(Notice::info("Everything is saved again."));
        }
    }

    /// Edits stay on the screen, and are tried again until the disk takes them.
    fn not_kept(&mut self, error: &LibraryError, first: bool) {
        self.open.is_failing = true;
        if self.is_recovered_from(error) {
            return;
        }
        if first {
            let text = format!(
                "{error} What you do stays in this window, unsaved, and is saved as soon as it can be."
            );
            self.tell(Notice { until: Until::Saved, ..Notice::error(text).about(error.path()) });
        }
    }

    /// Everything was written that was asked for: it is told together.
    fn end_writing(&mut self, batch: &Batch) {
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
    fn receive_admitted(&mut self, opening: OpeningId, files: Vec<Admitted>, error: Option<LibraryError>) {
        let is_kept = error.is_none();
        for admitted in files {
            match admitted {
                Admitted::Failed(OpenError::AsksColumns(table)) => self.ask_columns(opening, *table),
                Admitted::Failed(OpenError::AsBefore(table)) => self.reads_as_before(opening, *table),
                Admitted::Failed(error) => self.receive_failure(opening, &error),
                Admitted::Placed { id, put, source, entry, opened, is_looked_for } => {
                    let title = entry.title.clone();
                    if put.is_written() || is_looked_for {
                        self.receive_placed(id, put, entry, opened, is_kept);
                    }
                    if self.receive_contact(opening, id) {
                        continue;
                    }
                    if put != Put::Differs {
                        self.note_of_table(opening, &source, id);
                    }
                    if let Some(opening) = self.open.work.opening(opening) {
                        opening.account.count(put, id, &source, &title);
                    }
                    self.show_first(opening, id);
                }
            }
        }
        self.open.adding.take_if(|adding| *adding == opening);
        self.open.cache.shrink(self.open.showing.id());
        if let Some(error) = error {
            if let Some(opening) = self.open.work.opening(opening) {
                opening.account.stopped = Some(opening.steps());
            }
            self.not_kept(&error, true);
        }
    }

    fn receive_placed(
        &mut self,
        id: EntryId,
        put: Put,
        entry: Entry,
        opened: Option<Box<review::Opened>>,
        is_kept: bool,
    ) {
        match put {
            Put::Known | Put::Differs => {
                // It was deleted, and somebody wants it after all.
                if let Some(row) = self.take_deleted(id) {
                    self.open.catalog.put_back(row);
                }
                if self.row(id).is_some_and(|row| row.is_put_away) {
                    self.meetings_are_stale();
                }
                return self.open.catalog.put_away(id, false);
            }
            // Whatever was in memory is what it was before.
            Put::Replaced => {
                self.changed_elsewhere(id);
                self.forget_comparison();
            }
            Put::Added => {}
        }
        self.meetings_are_stale();
        self.open.catalog.put(entry);
        if let Some(opened) = opened {
            let mut document = Document::new(id, *opened, self.open.work.durability());
            if !is_kept {
                document.set_unkept();
            }
            self.open.cache.put(document);
        }
        self.go_on_loading();
    }

    fn receive_failure(&mut self, opening: OpeningId, error: &OpenError) {
        let Some(of) = self.open.work.opening(opening) else { return };
        of.account.failed.push(error.to_string());
        if of.failures.tells_next() {
            let until = if error.is_missing() { Until::NextOpening } else { Until::default() };
            self.tell(Notice { until, ..Notice::error(error).about(error.path()) });
        }
    }

    /// Shows the first article of an opening, unless the person has moved on since it began.
    fn show_first(&mut self, opening: OpeningId, id: EntryId) {
        let current = self.open.showing.id();
        if let Some(opening) = self.open.work.opening(opening)
            && !std::mem::replace(&mut opening.has_shown, true)
            && (current.is_none() || current == opening.shown)
        {
            self.select(id);
        }
    }

    /// A large pile is accounted for; of a few files only what was not opened is told.
    fn end_opening(&mut self, opening: OpeningId) {
        let Some(ended) = self.open.work.end_opening(opening) else { return };
        let mut account = ended.account.clone();
        if account.stopped.is_some() {
            let text = format!("{} Open the rest again once the library takes it.", account.in_words());
            self.tell(Notice::warning(text));
        }
        account.stopped = account.stopped.or_else(|| ended.is_cancelled().then(|| ended.steps()));
        if account.is_worth_telling() || ended.failures.untold() > 0 {
            let text = account.in_words();
            let notice = if account.is_warning() { Notice::warning(text) } else { Notice::info(text) };
            let offer = account.why_not().next().is_some().then_some(Offer::Account);
            self.tell(Notice { offer, ..notice });
        }
        self.open.account = Some(account);
        self.tell_differing();
        self.sort_meetings();
    }
}
