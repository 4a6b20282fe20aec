//! The app: the library's catalog and the documents at hand, the list, what is under way, what there is to
//! tell.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fmt, thread};

use super::notice::{Notice, NoticeId};
use super::open::{LibraryNumber, OpenLibrary};
use super::settings::{Settings, name_of_system};
use crate::across::{Catalog, Counts, Facet, FacetOption, ListFilter, Picked, Row};
use crate::lexicon::{Lexicon, OwnTableKind};
use crate::model::{Day, EntryId, Instant, Party};
use crate::review::{Document, Durability, Hand};
use crate::store::{SavedFiles, SettingsFile, StoreError, library_of_user, own_table_file};
use crate::work::{
    Account, Asked, Background, Bulk, Closing, FileWriter, LibraryWork, Place, Progress, Suggest, Tables,
    UnderWay, Wake, damage_of_tables, tables_of_user,
};

/// Tells the moment. The machine's clock, unless a test has its own.
pub type Clock = Arc<dyn Fn() -> Instant + Send + Sync>;

/// Everything that the program knows while it runs: the library that is open, and what goes on when another is
/// opened.
pub struct App {
    /// Where the tables come from: read at first use, not before there is a window.
    pub(super) tables: Tables,
    pub(super) background: Background,
    /// The library that is open.
    pub(super) open: OpenLibrary,
    /// Libraries that are being put away.
    pub(super) closing: Vec<Closing>,
    pub(super) notices: Vec<Notice>,
    pub(super) settings: Settings,
    pub(super) settings_file: Option<SettingsFile>,
    /// The user's own table of parties, where there may be one.
    pub(super) own_parties: Option<PathBuf>,
    /// A party is being added to it.
    pub(super) adding_party: Option<Asked<Party, Result<PathBuf, StoreError>>>,
    /// Which files may be written again without asking.
    pub(super) saved_files: SavedFiles,
    /// Writes the settings.
    pub(super) files: FileWriter,
    /// Whether the library is copied once a day.
    pub(super) backs_up: bool,
    /// What another start of the program has called for this one to open.
    pub(super) called: Option<Vec<PathBuf>>,
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
        app.open.work.writer();
        app
    }

    fn over(place: Place, tables: Tables, settings: Settings, wake: Wake) -> Self {
        let (background, saved_files) = (Background::new(wake), SavedFiles::default());
        Self {
            tables,
            open: OpenLibrary::new(LibraryWork::at(
                place,
                background.apart(),
                saved_files.clone(),
                Vec::new(),
            )),
            closing: Vec::new(),
            notices: Vec::new(),
            settings,
            settings_file: None,
            own_parties: None,
            adding_party: None,
            files: FileWriter::new(&background, saved_files.clone()),
            saved_files,
            backs_up: false,
            called: None,
            tour: None,
            clock: Arc::new(Instant::now),
            next_number: 1,
            background,
        }
    }

    /// The app as the program starts it: with the built-in tables, this user's settings, and this library,
    /// by default the user's own.
    pub fn start(library: Option<PathBuf>, wake: Wake) -> Self {
        let settings = Settings::default();
        let mut app = match library.or_else(library_of_user) {
            Some(library) => Self::with_library(&library, tables_of_user, settings, wake).with_backups(),
            None => Self::new(tables_of_user, settings, wake),
        };
        app.own_parties = own_table_file(OwnTableKind::Parties.file_name());
        damage_of_tables().iter().for_each(|damage| app.tell(Notice::warning(damage)));
        app.saved_files.keep_for_user();
        match SettingsFile::of_user() {
            Some(file) => app.with_settings_file(file),
            None => app,
        }
    }

    /// The same app, which remembers in this folder to which files it has saved records.
    pub fn with_saved_files(self, folder: &Path) -> Self {
        self.saved_files.keep_in(folder);
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
        self.open.cache.documents()
    }

    /// How many articles there are, without those that were put away.
    pub fn articles(&self) -> usize {
        self.open.listing.counts.all
    }

    /// Whether the library has been read, so that what is not listed is not there.
    pub fn is_ready(&self) -> bool {
        self.open.work.at_path().is_some() || !self.open.work.background.is_awaited()
    }

    /// The articles that the list shows, in its order.
    pub fn listed(&self) -> &[EntryId] {
        &self.open.listing.listed
    }

    /// What the list knows of an article.
    pub fn row(&self, id: EntryId) -> Option<&Row> {
        self.open.catalog.row(id)
    }

    /// A few facts of every article.
    pub fn catalog(&self) -> &Catalog {
        &self.open.catalog
    }

    /// A number that changes whenever the list or what is counted may have.
    pub fn list_revision(&self) -> u64 {
        self.open.listing.revision
    }

    /// The searches that were saved, by their names.
    pub fn searches(&self) -> &BTreeMap<String, ListFilter> {
        &self.open.searches
    }

    /// What was typed last for a title, and the articles that have one like it, the most alike first.
    pub fn titles(&self) -> (&str, &[EntryId]) {
        (&self.open.titles.0, &self.open.titles.1)
    }

    /// The articles that the list is narrowed to whatever they have in common, if it is.
    pub fn picked(&self) -> Option<&Picked> {
        self.open.listing.picked.as_ref()
    }

    /// The choices of every facet, with how many articles each would leave. Takes milliseconds: to be asked
    /// again only when [`App::list_revision`] has changed.
    pub fn facets(&self) -> Vec<(Facet, Vec<FacetOption>)> {
        self.open.listing.facets(&self.open.catalog)
    }

    /// What the other records have, the most frequent first; nothing before it was asked for, by
    /// [`Command::Suggest`](super::Command::Suggest).
    pub fn suggested(&self, what: &Suggest) -> &[String] {
        self.open.suggestions.answer(what)
    }

    /// Whether this was not asked yet.
    pub fn wants_suggestions(&self, what: &Suggest) -> bool {
        !self.open.suggestions.knows(what)
    }

    /// What the library that is open is told apart by. What somebody remembers by the id of an article is of no
    /// account once this is another.
    pub fn library_number(&self) -> LibraryNumber {
        self.open.number
    }

    /// The file of the library; none while there is none but for this run of the program.
    pub fn library(&self) -> Option<&Path> {
        let kept = self.open.work.at_path().filter(|at| at.durability == Durability::Kept);
        kept.map(|at| at.path.as_path())
    }

    /// The name of the library's file, unless it is the user's own.
    pub fn other_library(&self) -> Option<String> {
        let library = self.library().filter(|library| library_of_user().as_deref() != Some(*library));
        Some(library?.file_name()?.to_string_lossy().into_owned())
    }

    /// Whether edits go into a file by themselves, as they are made.
    pub fn keeps_edits(&self) -> bool {
        self.library().is_some() && !self.open.is_failing
    }

    /// Whether a person should know that a document has edits that may be lost.
    pub fn shows_unsaved(&self, document: &Document) -> bool {
        document.is_unsaved() && !self.keeps_edits()
    }

    /// What became of the files that were opened last.
    pub fn account(&self) -> Option<&Account> {
        self.open.account.as_ref()
    }

    /// The document of this id, if it is in memory.
    pub fn document(&self, id: EntryId) -> Option<&Document> {
        self.open.cache.get(id)
    }

    /// The article that is shown, or is about to be once it was read.
    pub fn shown(&self) -> Option<EntryId> {
        self.open.showing.id()
    }

    /// The document that is shown; none while it is being read.
    pub fn current(&self) -> Option<&Document> {
        self.document(self.open.showing.id()?)
    }

    /// What the list is narrowed to.
    pub fn filter(&self) -> &ListFilter {
        &self.open.listing.filter
    }

    /// How many articles of each kind there are.
    pub fn counts(&self) -> Counts {
        self.open.listing.counts
    }

    /// How many of them the search and the filters leave.
    pub fn counts_left(&self) -> Counts {
        self.open.listing.counts_left
    }

    /// How far opening and saving have come, while they are under way.
    pub fn progress(&self) -> Option<Progress> {
        let of_bulk = self.open.bulk.under_way.as_ref().map(Bulk::progress);
        let saving = || self.files.progress().map(|files| Progress::of(UnderWay::Saving, files));
        of_bulk.or_else(|| self.open.work.progress()).or_else(saving)
    }

    /// Whether files are being opened, which can be cancelled.
    pub fn is_opening(&self) -> bool {
        !self.open.work.openings.is_empty()
    }

    /// What there is to tell, oldest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The documents with edits that are not on disk.
    pub fn unsaved(&self) -> impl Iterator<Item = &Document> {
        self.documents().filter(|document| document.is_unsaved())
    }

    /// The files that another start of the program has called this one to open, since it was asked last; with
    /// none the window just comes to the front.
    pub fn take_call(&mut self) -> Option<Vec<PathBuf>> {
        self.called.take()
    }

    /// What the person has chosen.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(super) fn document_mut(&mut self, id: EntryId) -> Option<&mut Document> {
        self.open.cache.get_mut(id)
    }

    /// The present day.
    pub fn today(&self) -> Day {
        (self.clock)().day()
    }

    /// Whether it is to be asked who reviews, before anything is written under a name.
    pub fn wants_name(&self) -> bool {
        self.settings_file.is_some() && self.settings.reviewer.trim().is_empty()
    }

    /// What the system calls whoever uses it; empty where it does not say.
    pub fn name_of_system(&self) -> String {
        name_of_system()
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
        f.debug_struct("App")
            .field("articles", &self.articles())
            .field("current", &self.open.showing.id())
            .finish()
    }
}
