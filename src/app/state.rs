//! The app: the library's catalog and the documents at hand, the list, what is under way, what there is to
//! tell.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::at_hand::AtHand;
use super::bulk::{Bulk, Preview};
use super::damaged::Recovering;
use super::elsewhere::Elsewhere;
use super::jobs::{Account, Jobs, Progress};
use super::ledger::Bookkeeping;
use super::library::{Place, Standing};
use super::listing::Listing;
use super::meetings::Meetings;
use super::surveys::{Hanging, Picked};
use super::{
    Catalog, Counts, Document, EntryId, Facet, FacetOption, Hand, Level, Library, ListFilter, Notice,
    NoticeId, Row, Settings, SettingsFile, library_of_user,
};
use crate::lexicon::Lexicon;
use crate::model::{Day, Instant};
use crate::store::Kept;

/// Called from background threads whenever something is ready to be taken in.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Gives the tables of what is known of the world; reads them at the first time of asking.
pub type Tables = fn() -> Arc<Lexicon>;

/// Tells the moment. The machine's clock, unless a test has its own.
pub type Clock = Arc<dyn Fn() -> Instant + Send + Sync>;

/// Everything that the program knows while it runs.
pub struct App {
    /// Where the tables come from: read at first use, not before there is a window.
    pub(super) tables: Tables,
    /// A few facts of every article of the library.
    pub(super) catalog: Catalog,
    /// The documents that are in memory.
    pub(super) at_hand: AtHand,
    /// Takes documents out of the library, once it is open.
    pub(super) reader: Option<Library>,
    /// Which library it is, once it is open, and what becomes of edits in it.
    pub(super) library: Option<(PathBuf, Standing)>,
    /// Whether the disk does not take edits at the moment.
    pub(super) is_failing: bool,
    /// Whether the library is copied once a day.
    pub(super) backs_up: bool,
    /// Whether the library was found to be damaged and is being recovered.
    pub(super) recovering: Recovering,
    pub(super) current: Option<EntryId>,
    pub(super) listing: Listing,
    pub(super) notices: Vec<Notice>,
    pub(super) settings: Settings,
    pub(super) settings_file: Option<SettingsFile>,
    /// The record of which the person is to be asked where it goes.
    pub(super) homeless: Option<EntryId>,
    pub(super) jobs: Jobs,
    /// The searches that were saved, by their names.
    pub(super) searches: BTreeMap<String, ListFilter>,
    /// What was typed last for a title, and the articles that have one like it.
    pub(super) titles: (String, Vec<EntryId>),
    /// What became of the files that were opened last.
    pub(super) account: Option<Account>,
    /// The pictures that were made last.
    pub(super) hanging: Option<Hanging>,
    /// What a change of many records would come to, as it was looked at last.
    pub(super) preview: Option<Preview>,
    /// The change of many records that is under way.
    pub(super) bulk: Option<Bulk>,
    /// The last change of many records: its label, and which were changed.
    pub(super) last_bulk: Option<(String, Vec<EntryId>)>,
    /// Whether a survey is under way.
    pub(super) is_surveyed: bool,
    /// What inputs have asked of the other records last.
    pub(super) elsewhere: RefCell<Elsewhere>,
    /// What is known of meetings across articles.
    pub(super) meetings: Meetings,
    /// Whether another start of the program has called for this one.
    pub(super) is_called: bool,
    /// The table of all commitments.
    pub(super) bookkeeping: Bookkeeping,
    /// The step of the tour, while one is under way.
    pub(super) tour: Option<usize>,
    pub(super) clock: Clock,
    /// The numbers of notices are given once.
    pub(super) next_number: u64,
}

impl App {
    /// An app with nothing open, which keeps its settings to itself, and a library for this run only.
    pub fn new(tables: Tables, settings: Settings, wake: Wake) -> Self {
        Self::over(Place::ThisRun, tables, settings, wake)
    }

    /// The same over the library in this file, which is opened at once, in the background.
    pub fn with_library(library: &Path, tables: Tables, settings: Settings, wake: Wake) -> Self {
        let mut app = Self::over(Place::File(library.to_owned()), tables, settings, wake);
        app.jobs.open_library();
        app
    }

    fn over(place: Place, tables: Tables, settings: Settings, wake: Wake) -> Self {
        Self {
            catalog: Catalog::default(),
            at_hand: AtHand::default(),
            reader: None,
            library: None,
            is_failing: false,
            backs_up: false,
            recovering: Recovering::No,
            current: None,
            listing: Listing::default(),
            notices: Vec::new(),
            settings,
            settings_file: None,
            homeless: None,
            jobs: Jobs::new(tables, wake, place),
            searches: BTreeMap::new(),
            titles: (String::new(), Vec::new()),
            account: None,
            hanging: None,
            preview: None,
            bulk: None,
            last_bulk: None,
            is_surveyed: false,
            elsewhere: RefCell::default(),
            meetings: Meetings::default(),
            is_called: false,
            bookkeeping: Bookkeeping::default(),
            tour: None,
            clock: Arc::new(Instant::now),
            next_number: 1,
            tables,
        }
    }

    /// The app as the program starts it: with the built-in tables, this user's settings, and this library,
    /// by default the user's own.
    pub fn start(library: Option<PathBuf>, wake: Wake) -> Self {
        let settings = Settings::of_user();
        let app = match library.or_else(library_of_user) {
            Some(library) => Self::with_library(&library, Lexicon::built_in, settings, wake).with_backups(),
            None => Self::new(Lexicon::built_in, settings, wake),
        };
        app.jobs.saved_files.keep_for_user();
        match SettingsFile::of_user() {
            Some(file) => app.with_settings_file(file),
            None => app,
        }
    }

    /// The same app, which remembers in this folder to which files it has saved records.
    pub fn with_saved_files(self, folder: &Path) -> Self {
        self.jobs.saved_files.keep_in(folder);
        self
    }

    /// The same app with the settings of this file, to which changes of them are written.
    pub fn with_settings_file(mut self, file: SettingsFile) -> Self {
        match file.read() {
            Kept::Found(settings) => self.settings = settings,
            Kept::None => {}
            Kept::Broken(aside) => {
                let kept = aside.map(|aside| format!(" The old file is kept as {}.", aside.display()));
                let text = format!(
                    "The settings in {} could not be read, so Chancery starts with its own.{}",
                    file.path().display(),
                    kept.unwrap_or_default()
                );
                self.tell(Notice::new(Level::Warning, text).about(file.path()));
            }
        }
        self.settings_file = Some(file);
        self
    }

    /// The same app, which copies its library once a day into a folder beside it, and has a look at that
    /// occasion whether it is sound.
    pub fn with_backups(self) -> Self {
        Self { backs_up: true, ..self }
    }

    /// The same app by another clock.
    pub fn with_clock(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    /// What is known of the world.
    pub fn lexicon(&self) -> Arc<Lexicon> {
        (self.tables)()
    }

    /// Reads the tables in the background, so that they are there when they are asked for.
    pub fn warm_up(&self) {
        thread::spawn(self.tables);
    }

    /// The documents that are in memory, in the order in which they were put in the library.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Document> {
        self.at_hand.documents()
    }

    /// How many articles there are, without those that were put away.
    pub fn articles(&self) -> usize {
        self.listing.counts.all
    }

    /// Whether the library has been read, so that what is not listed is not there.
    pub fn is_ready(&self) -> bool {
        self.library.is_some() || !self.jobs.is_awaited()
    }

    /// The articles that the list shows, in its order.
    pub fn listed(&self) -> &[EntryId] {
        &self.listing.listed
    }

    /// What the list knows of an article.
    pub fn row(&self, id: EntryId) -> Option<&Row> {
        self.catalog.row(id)
    }

    /// A few facts of every article.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// A number that changes whenever the list or what is counted may have.
    pub fn list_revision(&self) -> u64 {
        self.listing.revision
    }

    /// The searches that were saved, by their names.
    pub fn searches(&self) -> &BTreeMap<String, ListFilter> {
        &self.searches
    }

    /// What was typed last for a title, and the articles that have one like it, the most alike first.
    pub fn titles(&self) -> (&str, &[EntryId]) {
        (&self.titles.0, &self.titles.1)
    }

    /// The articles that the list is narrowed to whatever they have in common, if it is.
    pub fn picked(&self) -> Option<&Picked> {
        self.listing.picked.as_ref()
    }

    /// The choices of every facet, with how many articles each would leave. Takes milliseconds: to be asked
    /// again only when [`App::list_revision`] has changed.
    pub fn facets(&self) -> Vec<(Facet, Vec<FacetOption>)> {
        self.listing.facets(&self.catalog)
    }

    /// The file of the library; none while there is none but for this run of the program.
    pub fn library(&self) -> Option<&Path> {
        let kept = self.library.as_ref().filter(|(_, standing)| *standing == Standing::Kept);
        kept.map(|(path, _)| path.as_path())
    }

    /// Whether edits go into a file by themselves, as they are made.
    pub fn keeps_edits(&self) -> bool {
        self.library().is_some() && !self.is_failing
    }

    /// Whether a person should know that a document has edits that may be lost.
    pub fn shows_unsaved(&self, document: &Document) -> bool {
        document.is_unsaved() && !self.keeps_edits()
    }

    /// What became of the files that were opened last.
    pub fn account(&self) -> Option<&Account> {
        self.account.as_ref()
    }

    /// The document of this id, if it is in memory.
    pub fn document(&self, id: EntryId) -> Option<&Document> {
        self.at_hand.get(id)
    }

    /// The document that is shown.
    pub fn current(&self) -> Option<&Document> {
        self.document(self.current?)
    }

    /// What the list is narrowed to.
    pub fn filter(&self) -> &ListFilter {
        &self.listing.filter
    }

    /// How many documents there are of each kind.
    pub fn counts(&self) -> Counts {
        self.listing.counts
    }

    /// How far opening and saving have come, while they are under way.
    pub fn progress(&self) -> Option<Progress> {
        self.bulk_progress().or_else(|| self.jobs.progress())
    }

    /// The last change of many records that can be taken back: its label, and how many were changed.
    pub fn last_bulk(&self) -> Option<(&str, usize)> {
        self.last_bulk.as_ref().map(|(label, ids)| (label.as_str(), ids.len()))
    }

    /// Whether files are being opened, which can be cancelled.
    pub fn is_opening(&self) -> bool {
        self.jobs.is_opening()
    }

    /// What there is to tell, oldest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The documents with edits that are not on disk.
    pub fn unsaved(&self) -> impl Iterator<Item = &Document> {
        self.documents().filter(|document| document.is_unsaved())
    }

    /// Whether another start of the program has called for this one since it was asked last: the window comes
    /// to the front.
    pub fn take_call(&mut self) -> bool {
        std::mem::take(&mut self.is_called)
    }

    /// What the person has chosen.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(super) fn document_mut(&mut self, id: EntryId) -> Option<&mut Document> {
        self.at_hand.get_mut(id)
    }

    /// The present day.
    pub fn today(&self) -> Day {
        (self.clock)().day()
    }

    /// The hand that edits now.
    pub(super) fn hand(&self) -> Hand {
        Hand { by: self.settings.reviewer_name().to_owned(), at: (self.clock)() }
    }

    pub(super) fn tell(&mut self, notice: Notice) {
        // The same words twice are no news: an action tried again and again fills no screen.
        self.notices.retain(|known| known.text != notice.text);
        let id = NoticeId(self.number());
        self.notices.push(Notice { id, ..notice });
    }

    pub(super) fn number(&mut self) -> u64 {
        let number = self.next_number;
        self.next_number += 1;
        number
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("articles", &self.articles()).field("current", &self.current).finish()
    }
}
