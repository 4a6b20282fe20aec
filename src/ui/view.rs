//! What the window keeps from frame to frame that is nobody's data: what is pointed at, unfolded,
//! selected, half typed, asked.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use egui::Context;

use super::article::{Linking, Marked, Page};
use super::articles::Filters;
use super::asking::Asking;
use super::closing::Closing;
use super::ledger::Chosen;
use super::sheets::Sheet;
use super::sight::Heights;
use super::widgets::{Drafts, Names, Search, Slot};
use crate::app::{App, Command, Intent, LibraryNumber, NoticeId, Surface};
use crate::model::{EntryId, Record, Span};
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
    /// The search for another report of the meeting.
    pub linking: Option<Linking>,
    /// The field that is pointed at, in the form or in the text. Its words are lit.
    lit: Option<Field>,
    lit_next: Option<Field>,
    /// The field whose input has the keyboard.
    pub keyboard_in: Option<Field>,
    /// What the person attended to in the last frame.
    attended: Option<(EntryId, Field)>,
    /// A field to bring into sight in the form, and to give the keyboard.
    pub bring: Option<Field>,
    /// A field whose card is to be brought into sight with its inputs.
    pub show_card: Option<Field>,
    /// Words that are pointed at although they belong to no field, and those of the next frame.
    pointed_at: Option<Span>,
    pointed_at_next: Option<Span>,
    /// Words to bring into sight in the article, and whether to its middle.
    pub show_words: Option<(Span, bool)>,
    /// The words that are selected in the article, whether it has the keyboard or not.
    pub selection: Option<Span>,
    /// Fields whose form is unfolded.
    unfolded: HashSet<(EntryId, Field)>,
    /// How high the cards of the form are.
    pub heights: Heights,
    /// What is typed and not yet taken.
    pub drafts: Drafts,
    /// What pickers search through, once the first has asked.
    names: Option<Arc<Names>>,
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
    /// How far closing the window has come.
    pub closing: Closing,
    /// Since when notices that something went well are shown, in seconds.
    pub told: HashMap<NoticeId, f64>,
    /// Whether the search of the list wants the keyboard.
    pub search_wanted: bool,
    /// The field whose first input wants the keyboard.
    edit_wanted: Option<Field>,
    /// The field that is added next is shown unfolded.
    unfold_next: bool,
    /// What panels want done that may have to be asked first.
    pub asked: Vec<Intent>,
    /// What the bar for paths was answered.
    pub answered: Vec<Command>,
    /// The document that is shown, and whether it is flagged.
    flagged: Option<(EntryId, bool)>,
    /// It was flagged since the last frame, so the reason wants to be typed.
    pub flag_wanted: bool,
    /// The document whose row the list has brought into sight.
    pub listed: Option<EntryId>,
    /// The row of the document that is shown wants the keyboard.
    pub follow_row: bool,
    shown: Option<EntryId>,
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
            linking: None,
            lit: None,
            lit_next: None,
            keyboard_in: None,
            attended: None,
            bring: None,
            show_card: None,
            pointed_at: None,
            pointed_at_next: None,
            show_words: None,
            selection: None,
            unfolded: HashSet::new(),
            heights: Heights::default(),
            drafts: Drafts::default(),
            names: None,
            search: None,
            page: Page::default(),
            marked: Marked::default(),
            asking,
            sheet: None,
            closing: Closing::No,
            told: HashMap::new(),
            search_wanted: false,
            edit_wanted: None,
            unfold_next: false,
            asked: Vec::new(),
            answered: Vec::new(),
            flagged: None,
            flag_wanted: false,
            listed: None,
            follow_row: false,
            shown: None,
        }
    }

    /// Brings the view in step with the app, before a frame is drawn.
    pub fn follow(&mut self, app: &App, ctx: &Context) {
        if app.library_number() != self.library {
            self.turn_to(app.library_number());
        }
        let current = app.current();
        let id = app.shown();
        if id != self.shown {
            self.shown = id;
            self.surface = Surface::Article;
            (self.compared, self.linking) = (None, None);
            self.selection = None;
            self.search = None;
            self.lit = None;
            self.keyboard_in = None;
            self.heights.clear();
            self.attended = None;
        }
        let flagged = current.map(|document| (document.id(), document.flag().is_some()));
        self.flag_wanted = flagged.is_some_and(|(id, now)| now && self.flagged == Some((id, false)));
        self.flagged = flagged;
        if let Some(document) = current {
            self.marked.follow(document);
            self.follow_focus(document, ctx);
        }
        self.keyboard_in = None;
    }

    /// Another library is open. Of the window nothing stays but what belongs to the program: what is asked, typed,
    /// chosen and unfolded goes by ids, which mean other articles now.
    fn turn_to(&mut self, library: LibraryNumber) {
        // A dialog that is open is answered to nobody.
        let asking = Asking::new(self.asking.asks_by_dialogs());
        let Self { names, told, closing, .. } = std::mem::replace(self, Self::new(library, asking));
        (self.names, self.told, self.closing) = (names, told, closing);
    }

    /// The person has turned to another field: it comes into sight, and so do its words.
    fn follow_focus(&mut self, document: &Document, ctx: &Context) {
        let attended = document.focus().map(|field| (document.id(), field.clone()));
        if attended == self.attended {
            return;
        }
        self.attended.clone_from(&attended);
        let Some((id, field)) = attended else { return };
        let record = document.record();
        if self.keyboard_in.as_ref() != Some(&field) {
            self.bring = Some(field.clone());
            self.show_card = Some(field.clone());
        }
        let words = field.evidence(record).iter().find_map(|quoted| quoted.span(&record.article.text));
        self.show_words = words.map(|span| (span, false));
        if let Some(part) = first_empty(record, &field) {
            self.unfold_next = true;
            self.bring = None;
            let slot = Slot { document: Some(id), field: Some(field.clone()), part };
            ctx.memory_mut(|memory| memory.request_focus(slot.id()));
        }
        if std::mem::take(&mut self.unfold_next) {
            self.unfolded.insert((id, field));
        }
    }

    /// The person turns from what lies in the middle to the words of the field that is about to be attended
    /// to, even if it is that already.
    pub fn go_to_words(&mut self) {
        self.surface = Surface::Article;
        self.attended = None;
    }

    /// What pickers search through.
    pub fn names(&mut self, app: &App) -> Arc<Names> {
        self.names.get_or_insert_with(|| Arc::new(Names::of(&app.lexicon()))).clone()
    }

    /// Gives the first input of the field attended to the keyboard.
    pub fn edit(&mut self, document: &Document) {
        self.edit_wanted = document.focus().cloned();
        self.unfolded.extend(document.focus().map(|field| (document.id(), field.clone())));
    }

    /// Whether an input of this field is the one that wants the keyboard; asked in the order of the form.
    pub fn takes_keyboard(&mut self, field: Option<&Field>) -> bool {
        field.is_some() && self.edit_wanted.take_if(|wanted| Some(&*wanted) == field).is_some()
    }

    /// Shows the field that is added next unfolded.
    pub fn unfold_next(&mut self) {
        self.unfold_next = true;
    }

    /// Whether a field's form is shown.
    pub fn is_unfolded(&self, document: EntryId, field: &Field) -> bool {
        self.unfolded.contains(&(document, field.clone()))
    }

    /// Folds a field's form away, or unfolds it.
    pub fn fold(&mut self, document: EntryId, field: &Field) {
        let known = (document, field.clone());
        if !self.unfolded.remove(&known) {
            self.unfolded.insert(known);
        }
    }

    /// Points at a field: its words are lit from the next frame on.
    pub fn light(&mut self, field: &Field) {
        self.lit_next = Some(field.clone());
    }

    /// Points at words that belong to no field: they are lit from the next frame on.
    pub fn point_at(&mut self, words: Span) {
        self.pointed_at_next = Some(words);
    }

    /// The words that are pointed at although they belong to no field.
    pub fn pointed_at(&self) -> Option<Span> {
        self.pointed_at
    }

    /// Whether a field is pointed at.
    pub fn is_lit(&self, field: &Field) -> bool {
        self.lit.as_ref() == Some(field)
    }

    /// Closes a frame: what was pointed at in it is lit in the next.
    pub fn end_frame(&mut self, ctx: &Context) {
        let (lit, words) = (self.lit_next.take(), self.pointed_at_next.take());
        if lit != self.lit || words != self.pointed_at {
            (self.lit, self.pointed_at) = (lit, words);
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
