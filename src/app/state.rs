//! The app: the open documents, the list, what is under way, what there is to tell.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::thread;

use super::jobs::{Jobs, Progress};
use super::listing::Listing;
use super::{
    Counts, Document, DocumentId, Hand, Level, ListFilter, Notice, NoticeId, Settings, SettingsFile,
};
use crate::lexicon::Lexicon;
use crate::model::{Day, Instant, RecordId};
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
    /// In the order opened, which is the order of their ids.
    pub(super) documents: Vec<Document>,
    /// Which documents are about the same article.
    pub(super) by_record: HashMap<RecordId, Vec<DocumentId>>,
    pub(super) current: Option<DocumentId>,
    pub(super) listing: Listing,
    pub(super) notices: Vec<Notice>,
    pub(super) settings: Settings,
    pub(super) settings_file: Option<SettingsFile>,
    pub(super) jobs: Jobs,
    /// The step of the tour, while one is under way.
    pub(super) tour: Option<usize>,
    pub(super) clock: Clock,
    /// The numbers of documents and notices are given once.
    pub(super) next_number: u64,
}

impl App {
    /// An app with nothing open, which keeps its settings to itself.
    pub fn new(tables: Tables, settings: Settings, wake: Wake) -> Self {
        Self {
            documents: Vec::new(),
            by_record: HashMap::new(),
            current: None,
            listing: Listing::default(),
            notices: Vec::new(),
            settings,
            settings_file: None,
            jobs: Jobs::new(tables, wake),
            tour: None,
            clock: Arc::new(Instant::now),
            next_number: 1,
            tables,
        }
    }

    /// The app as the program starts it: with the built-in tables and this user's settings.
    pub fn start(wake: Wake) -> Self {
        let file = SettingsFile::of_user();
        let app = Self::new(Lexicon::built_in, Settings::of_user(), wake);
        match file {
            Some(file) => app.with_settings_file(file),
            None => app,
        }
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

    /// Every open document, in the order opened.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Document> {
        self.documents.iter()
    }

    /// The documents that the list shows, in its order.
    pub fn listed(&self) -> &[DocumentId] {
        &self.listing.listed
    }

    /// The document of this id, if it is still open.
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.place_of(id).and_then(|at| self.documents.get(at))
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
        self.jobs.progress()
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
        self.documents.iter().filter(|document| document.is_unsaved())
    }

    /// What the person has chosen.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Where in the list of documents one stands.
    pub(super) fn place_of(&self, id: DocumentId) -> Option<usize> {
        self.documents.binary_search_by_key(&id, Document::id).ok()
    }

    pub(super) fn document_mut(&mut self, id: DocumentId) -> Option<&mut Document> {
        self.place_of(id).and_then(|at| self.documents.get_mut(at))
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
        f.debug_struct("App")
            .field("documents", &self.documents.len())
            .field("current", &self.current)
            .finish()
    }
}
