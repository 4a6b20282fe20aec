//! Who has the keyboard, and who is to get it: what asks for it may not be drawn yet.

use egui::Id;

use crate::app::App;
use crate::model::EntryId;
use crate::review::Field;

/// What may want the keyboard before it is there to get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The search of the list.
    Search,
    /// What is to be found in the article.
    Find,
    /// The text of the article.
    Text,
    /// The row of the document that is shown.
    Row,
    /// The first input of this field.
    Field(Field),
    /// The reason why the document that is shown is flagged.
    Reason,
    /// The choice of the encoding in which the article's file is read.
    Encoding,
    /// The name of a tag to be added to it.
    Tag,
}

/// The keyboard of the window.
#[derive(Debug, Default)]
pub struct Keyboard {
    /// The field whose input has it.
    pub field: Option<Field>,
    /// What wants it, of which there is one at most.
    wish: Option<Wish>,
}

impl Keyboard {
    /// This gets the keyboard as soon as it is drawn, and nothing that wanted it before.
    pub fn wish_for(&mut self, wish: Wish) {
        self.wish = Some(wish);
    }

    /// This does not want it any more.
    pub fn withdraw(&mut self, wish: &Wish) {
        self.wish.take_if(|wanted| wanted == wish);
    }

    /// Whether this wants it still.
    pub fn wants(&self, wish: &Wish) -> bool {
        self.wish.as_ref() == Some(wish)
    }

    /// Whether this is what wants it: whoever asks first takes it.
    pub fn grants(&mut self, wish: &Wish) -> bool {
        self.wish.take_if(|wanted| wanted == wish).is_some()
    }

    /// Whether an input of this field is the one that wants it; asked in the order of the form.
    pub fn grants_field(&mut self, field: Option<&Field>) -> bool {
        field.is_some_and(|field| self.grants(&Wish::Field(field.clone())))
    }
}

/// By what the keyboard knows the row of an article in the list, whether it is in sight or not.
pub fn row_of(article: EntryId) -> Id {
    Id::unique(("row", article))
}

/// Whether this is the row of the list that the keys go on from.
pub fn is_row_at_hand(app: &App, id: Id) -> bool {
    app.row_at_hand().is_some_and(|row| row_of(row) == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_granted_once_and_the_last_one_counts() {
        let mut keyboard = Keyboard::default();
        keyboard.wish_for(Wish::Search);
        keyboard.wish_for(Wish::Field(Field::Date));
        assert!(!keyboard.grants(&Wish::Search), "something else was asked for since");
        assert!(!keyboard.grants_field(None) && !keyboard.grants_field(Some(&Field::Kind)));
        assert!(keyboard.grants_field(Some(&Field::Date)));
        assert!(!keyboard.grants_field(Some(&Field::Date)), "the second input of the field gets nothing");
    }
}
