//! Finding in the article: what is sought there, where that stands, and which of the places is looked at.
//!
//! While the bar is open and something is typed in it, that is sought; else whatever the list of articles is
//! searched for.

use crate::app::App;
use crate::model::{EntryId, Span, Text};
use crate::review::{Document, places_of};

/// What is found in the article that is shown.
#[derive(Debug, Default)]
pub struct Finding {
    /// Whether the bar is shown.
    pub is_open: bool,
    /// What is typed in it.
    pub typed: String,
    /// What the places below are those of.
    of: Option<(EntryId, Sought)>,
    /// The text that they are places of: that of an article may become another.
    text: Option<Text>,
    places: Vec<Span>,
    /// The place that is looked at.
    at: Option<usize>,
}

/// What is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sought {
    /// What is typed in the bar.
    Typed(String),
    /// The words that the list is searched for.
    OfList(String),
}

impl Finding {
    /// Brings the places in step with the article and with what is sought. Gives the place to bring into sight:
    /// in another article, or as one types here. Whoever narrows the list does not have the article moved.
    pub fn follow(&mut self, app: &App, document: &Document) -> Option<Span> {
        let sought = match self.is_open && !self.typed.trim().is_empty() {
            true => Sought::Typed(self.typed.clone()),
            false => Sought::OfList(app.filter().search.clone()),
        };
        let now = Some((document.id(), sought));
        let text = &document.record().article.text;
        let is_same_text = self.text.as_ref() == Some(text);
        if self.of == now && is_same_text {
            return None;
        }
        self.text = Some(text.clone());
        let is_same_article = self.of.as_ref().is_some_and(|(id, _)| *id == document.id());
        let from = self.now().filter(|_| is_same_article).map_or(0, Span::start);
        self.places = match &now {
            Some((_, Sought::Typed(typed))) => places_of(typed, text),
            _ => app.sought_in(text),
        };
        let moves = !is_same_article || is_same_text && matches!(now, Some((_, Sought::Typed(_))));
        self.of = now;
        // As one types on, the place that is looked at stays the same as long as it can.
        let next = self.places.partition_point(|place| place.start() < from);
        self.at = (!self.places.is_empty()).then_some(if next < self.places.len() { next } else { 0 });
        self.now().filter(|_| moves)
    }

    /// The same for another library: what was typed may be sought there too.
    pub fn closed(self) -> Self {
        Self { typed: self.typed, ..Self::default() }
    }

    /// The article is turned to again: its first place comes into sight as if it had not been shown.
    pub fn look_again(&mut self) {
        self.of = None;
    }

    /// Goes on by so many places, from the last to the first. Gives the place to bring into sight.
    pub fn step(&mut self, by: isize) -> Option<Span> {
        let count = isize::try_from(self.places.len()).ok().filter(|count| *count > 0)?;
        let at = self.at.map_or(0, usize::cast_signed) + by;
        self.at = usize::try_from(at.rem_euclid(count)).ok();
        self.now()
    }

    /// The place that is looked at.
    pub fn now(&self) -> Option<Span> {
        self.places.get(self.at?).copied()
    }

    /// Whether anything is sought.
    pub fn is_seeking(&self) -> bool {
        let words = self.of.as_ref().map(|(_, Sought::Typed(words) | Sought::OfList(words))| words);
        words.is_some_and(|words| !words.trim().is_empty())
    }

    /// How many places there are, and which is looked at, in words: "3 of 12".
    pub fn standing(&self) -> String {
        match self.at {
            _ if !self.is_seeking() => String::new(),
            Some(at) => format!("{} of {}", at + 1, self.places.len()),
            None => "Not found".to_owned(),
        }
    }

    /// Every place.
    pub fn places(&self) -> &[Span] {
        &self.places
    }

    /// The places that share letters with these bytes.
    pub fn places_within(&self, bytes: std::ops::Range<usize>) -> &[Span] {
        let from = self.places.partition_point(|place| place.end() <= bytes.start);
        let to = self.places.partition_point(|place| place.start() < bytes.end);
        self.places.get(from..to).unwrap_or_default()
    }

    /// What is typed into the bar when it comes up: what is selected, if that is a few words of one line.
    pub fn open(&mut self, selected: Option<Span>, text: &Text) {
        const MOST: usize = 80;
        let words = selected.map(|span| text.slice(span)).filter(|words| words.len() <= MOST);
        if let Some(words) = words.filter(|words| !words.contains('\n')) {
            words.clone_into(&mut self.typed);
        }
        self.is_open = true;
    }
}
