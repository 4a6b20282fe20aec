//! What the window keeps from frame to frame that is nobody's data: what is pointed at, unfolded,
//! selected, half typed, asked.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Context, Id, Popup};

use super::article::{Finding, Linking, Marked, Page, Selection};
use super::articles::Filters;
use super::asking::Asking;
use super::closing::Closing;
use super::home::Home;
use super::hover::Hover;
use super::keyboard::{Keyboard, Wish, is_row_at_hand};
use super::ledger::Chosen;
use super::manual::Manual;
use super::panes::{Pane, Panes};
use super::record::Cards;
use super::sheets::Sheet;
use super::sight;
use super::walk::{ByKey, Walk};
use super::widgets::{Drafts, Names, Search, Slot};
use crate::app::{App, Command, Intent, LibraryNumber, NoticeId, Surface};
use crate::lexicon::Lexicon;
use crate::model::{EntryId, Record, Span, Text};
use crate::review::{Document, Field};

/// The state of the window itself.
pub struct View {
    /// The library that everything here is of which belongs to one.
    library: LibraryNumber,
    /// What lies in the middle of the window.
    pub surface: Surface,
    /// The filters of the list.
    pub filters: Filters,
    /// The picture that is looked at.
    pub picture: usize,
    /// The rows of the ledger that are chosen.
    pub chosen: Chosen,
    /// The two reports that are set side by side, if a person chose them.
    pub compared: Option<(EntryId, EntryId)>,
    /// The reports to be set side by side once the first is shown.
    to_compare: Option<(EntryId, EntryId)>,
    /// The search for another report of the meeting.
    pub linking: Option<Linking>,
    /// The field that is pointed at, in the form or in the text. Its words are lit.
    pub lit: Hover<Field>,
    /// Words that are pointed at although they belong to no field.
    pub pointed_at: Hover<Span>,
    /// Who has the keyboard, and who is to get it.
    pub keyboard: Keyboard,
    /// Where the keyboard goes back to.
    pub home: Home,
    /// The parts of the window.
    pub panes: Panes,
    /// What the person attended to in the last frame.
    attended: Option<(EntryId, Field)>,
    /// The document of which that was.
    followed: Option<EntryId>,
    /// The cards of the form.
    pub cards: Cards,
    /// Words to bring into sight in the article, and whether to its middle.
    pub show_words: Option<(Span, bool)>,
    /// Whether what the article says of itself is to be brought into sight in the form.
    pub shows_facts: bool,
    /// Whether what was left out of the page is to be brought into sight below the article.
    pub shows_left_out: bool,
    /// The words that are selected in the article, whether it has the keyboard or not.
    pub selection: Selection,
    /// What is sought in the article.
    pub finding: Finding,
    /// What is typed and not yet taken.
    pub drafts: Drafts,
    /// What pickers search through, once the first has asked.
    names: Option<(Arc<Lexicon>, Arc<Names>)>,
    /// The picker that is open.
    pub search: Option<Search>,
    /// The article's layout.
    pub page: Page,
    /// What is marked in it.
    pub marked: Marked,
    /// The bar or dialog that asks for a file.
    pub asking: Asking,
    /// The sheet that lies over the window.
    pub sheet: Option<Sheet>,
    /// The menu that the keys have opened, if they have.
    pub walk: Option<Walk>,
    /// The menu of a widget that the key has opened, if it has.
    pub menu_by_key: Option<ByKey>,
    /// Whether a sheet was open in the last frame.
    pub had_sheet: bool,
    /// The manual, if it is open.
    pub manual: Option<Manual>,
    /// How far closing the window has come.
    pub closing: Closing,
    /// Since when notices that something went well are shown, in seconds.
    pub told: HashMap<NoticeId, f64>,
    /// Whether the clipboard was asked for a text to make an article of.
    pub wants_paste: bool,
    /// What panels want done that may have to be asked first.
    pub asked: Vec<Intent>,
    /// What the bar for paths was answered.
    pub answered: Vec<Command>,
    /// What was decided by somebody who did not want to be asked for a name now.
    pub unnamed: Vec<Command>,
    /// The document that is shown, and whether it is flagged.
    flagged: Option<(EntryId, bool)>,
    /// The document whose row the list has brought into sight.
    pub listed: Option<EntryId>,
    shown: Option<EntryId>,
    /// The text that is shown: that of an article may become another.
    text: Option<Text>,
}

impl View {
    /// The view of a window that has just opened.
    pub fn new(library: LibraryNumber, asking: Asking) -> Self {
        Self {
            library,
            surface: Surface::default(),
            filters: Filters::default(),
            picture: 0,
            chosen: Chosen::default(),
            compared: None,
            to_compare: None,
            linking: None,
            lit: Hover::default(),
            pointed_at: Hover::default(),
            keyboard: Keyboard::default(),
            home: Home::default(),
            panes: Panes::default(),
            attended: None,
            followed: None,
            cards: Cards::default(),
            show_words: None,
            shows_facts: false,
            shows_left_out: false,
            selection: Selection::default(),
            finding: Finding::default(),
            drafts: Drafts::default(),
            names: None,
            search: None,
            page: Page::default(),
            marked: Marked::default(),
            asking,
            sheet: None,
            walk: None,
            menu_by_key: None,
            had_sheet: false,
            manual: None,
            closing: Closing::No,
            told: HashMap::new(),
            wants_paste: false,
            asked: Vec::new(),
            answered: Vec::new(),
            unnamed: Vec::new(),
            flagged: None,
            listed: None,
            shown: None,
            text: None,
        }
    }

    /// The keyboard goes back to where it was when what lay over the window is gone.
    pub fn follow_keyboard(&mut self, ctx: &Context) {
        let is_covered = self.is_covered(ctx);
        self.home.end(ctx, is_covered);
        sight::end_frame(ctx);
    }

    /// Brings the view in step with the app, before a frame is drawn.
    pub fn follow(&mut self, app: &App, ctx: &Context) {
        self.panes.clear();
        if app.library_number() != self.library {
            self.turn_to(app.library_number());
        }
        let current = app.current();
        let id = app.shown();
        if id != self.shown {
            self.shown = id;
            self.surface = Surface::Article;
            (self.compared, self.linking) = (None, None);
            self.selection.forget();
            self.search = None;
            self.lit = Hover::default();
            self.keyboard.field = None;
            self.cards.turn_to_document();
            self.attended = None;
        }
        if let Some(pair) = self.to_compare.take() {
            self.compared = Some(pair);
            self.surface = Surface::Reports;
        }
        self.follow_text(current);
        self.follow_flag(current);
        if let Some(document) = current {
            self.marked.follow(document);
            // Whoever goes through the list by keys goes on there, whatever was attended to in an article before.
            let is_in_list = self.keyboard.wants(&Wish::Row)
                || ctx.memory(|memory| memory.focused()).is_some_and(|id| is_row_at_hand(app, id));
            self.follow_focus(document, is_in_list, ctx);
            if let Some(place) = self.finding.follow(app, document) {
                self.show_words = Some((place, true));
            }
        }
        self.keyboard.field = None;
    }

    /// Another library is open. Of the window nothing stays but what belongs to the program: what is asked, typed,
    /// chosen and unfolded goes by ids, which mean other articles now.
    fn turn_to(&mut self, library: LibraryNumber) {
        // A dialog that is open is answered to nobody.
        let asking = Asking::new(self.asking.asks_by_dialogs());
        let Self { names, told, closing, finding, manual, .. } =
            std::mem::replace(self, Self::new(library, asking));
        (self.names, self.told, self.closing, self.manual) = (names, told, closing, manual);
        self.finding = finding.closed();
    }

    /// Sets two articles side by side, of which the first is about to be shown.
    pub fn compare(&mut self, here: EntryId, there: EntryId) {
        self.to_compare = Some((here, there));
    }

    /// What was pointed at and selected in another text is of no account in this one.
    fn follow_text(&mut self, current: Option<&Document>) {
        let Some(text) = current.map(|document| &document.record().article.text) else { return };
        if self.text.as_ref() != Some(text) {
            self.text = Some(text.clone());
            self.selection.forget();
            (self.show_words, self.pointed_at) = (None, Hover::default());
        }
    }

    /// What was flagged since the last frame wants to have the reason typed, if that can be seen now.
    fn follow_flag(&mut self, current: Option<&Document>) {
        let flagged = current.map(|document| (document.id(), document.flag().is_some()));
        self.keyboard.withdraw(&Wish::Reason);
        if flagged.is_some_and(|(id, now)| now && self.flagged == Some((id, false))) {
            self.keyboard.wish_for(Wish::Reason);
        }
        self.flagged = flagged;
    }

    /// The person has turned to another field: it comes into sight, and so do its words.
    fn follow_focus(&mut self, document: &Document, is_in_list: bool, ctx: &Context) {
        let attended = document.focus().map(|field| (document.id(), field.clone()));
        let is_new = self.followed.replace(document.id()) != Some(document.id());
        if attended == self.attended {
            return;
        }
        self.attended.clone_from(&attended);
        let Some((id, field)) = attended else { return };
        let record = document.record();
        if self.keyboard.field.as_ref() != Some(&field) {
            if !(is_new && is_in_list) {
                self.cards.bring(&field);
            }
            self.cards.show(&field);
        }
        let words = field.evidence(record).iter().find_map(|quoted| quoted.span(&record.article.text));
        self.show_words = words.map(|span| (span, false));
        if let Some(part) = first_empty(record, &field) {
            self.cards.unfold_next();
            self.cards.leave_keyboard();
            let slot = Slot { document: Some(id), field: Some(field.clone()), part };
            ctx.memory_mut(|memory| memory.request_focus(slot.id()));
        }
        self.cards.turn_to(id, &field);
    }

    /// The person turns from what lies in the middle to the words of the field that is about to be attended
    /// to, even if it is that already.
    pub fn go_to_words(&mut self) {
        self.surface = Surface::Article;
        self.attended = None;
    }

    /// Gives the keyboard to the next part of the window, or with `back` to the one before.
    pub fn go_to_pane(&mut self, app: &App, ctx: &Context, back: bool) {
        let keyboard = [ctx.memory(|memory| memory.focused()), self.home.last()];
        let keyboard: Vec<Id> = keyboard.into_iter().flatten().collect();
        let Some(pane) = self.panes.beside(ctx, &keyboard, back) else { return };
        match (pane, app.current()) {
            (Pane::List, _) if app.row_at_hand().is_some() => {
                // It comes into sight.
                self.listed = None;
                self.keyboard.wish_for(Wish::Row);
            }
            (Pane::Middle, Some(_)) if self.surface == Surface::Article => self.keyboard.wish_for(Wish::Text),
            (Pane::Middle, _) if self.surface == Surface::Ledger && self.chosen.at().is_some() => {
                self.chosen.is_wanted = true;
            }
            (Pane::Record, Some(document)) => self.cards.bring(document.focus().unwrap_or(&Field::Kind)),
            _ => {
                let first = self.panes.first_in(ctx, pane);
                ctx.memory_mut(|memory| first.into_iter().for_each(|id| memory.request_focus(id)));
            }
        }
    }

    /// Brings the bar up that finds in the article, with the keyboard in it.
    pub fn find(&mut self, document: &Document) {
        self.surface = Surface::Article;
        self.finding.open(self.selection.words(), &document.record().article.text);
        self.keyboard.wish_for(Wish::Find);
    }

    /// Goes on by so many places of what is sought in the article.
    pub fn find_by(&mut self, steps: isize) {
        self.surface = Surface::Article;
        self.show_words = self.finding.step(steps).map(|place| (place, true)).or(self.show_words);
    }

    /// What pickers search through.
    pub fn names(&mut self, app: &App) -> Arc<Names> {
        let lexicon = app.lexicon();
        // A party that was added to one's own list is there to be picked.
        let known = self.names.take().filter(|(of, _)| Arc::ptr_eq(of, &lexicon));
        let (_, names) = self.names.insert(known.unwrap_or_else(|| {
            let names = Arc::new(Names::of(&lexicon));
            (lexicon, names)
        }));
        names.clone()
    }

    /// Gives the first input of the field attended to the keyboard.
    pub fn edit(&mut self, document: &Document) {
        if let Some(field) = document.focus() {
            self.keyboard.wish_for(Wish::Field(field.clone()));
            self.cards.unfold(document.id(), field);
        }
    }

    /// Gives the input for the party of the participant attended to the keyboard.
    pub fn ask_party(&mut self, document: &Document, ctx: &Context) {
        if let Some(field) = document.focus() {
            self.cards.unfold(document.id(), field);
            let slot = Slot { document: Some(document.id()), field: Some(field.clone()), part: "Party" };
            ctx.memory_mut(|memory| memory.request_focus(slot.id()));
        }
    }

    /// Whether a sheet, a menu or a question lies over the window.
    fn is_covered(&self, ctx: &Context) -> bool {
        let asks = self.asking.asks_here() || self.closing.asks();
        self.sheet.is_some() || self.walk.is_some() || asks || Popup::is_any_open(ctx)
    }

    /// Closes a frame: what was pointed at in it is lit in the next.
    pub fn end_frame(&mut self, ctx: &Context) {
        self.menu_by_key.take_if(|menu| menu.is_of_nobody());
        // Both end their frame, whatever the first says.
        if self.lit.end_frame() | self.pointed_at.end_frame() {
            ctx.request_repaint();
        }
    }
}

/// The input to begin with in a person or commitment that was just added and says nothing yet.
fn first_empty(record: &Record, field: &Field) -> Option<&'static str> {
    let empty = |text: Option<&str>| text.is_some_and(str::is_empty);
    let people = &record.meeting.participants;
    match field {
        Field::Participant(id) => {
            empty(people.iter().find(|person| person.id == *id).map(|person| person.name.as_str()))
                .then_some("Name")
        }
        Field::Commitment(id) => {
            let found = record.commitments.iter().find(|commitment| commitment.id == *id);
            empty(found.map(|commitment| commitment.text.as_str())).then_some("Undertaking")
        }
        _ => None,
    }
}
