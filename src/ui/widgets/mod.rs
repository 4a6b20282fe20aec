//! The small parts that panels are made of. Each knows how it looks and what it asks for; none knows
//! which record it works on.

mod buttons;
mod calendar;
mod choice;
mod drafts;
mod names;
mod offers;
mod one_line;
mod picker;
mod search;
mod shapes;
mod sought;
mod text_line;
mod told;

pub use buttons::{
    chip, flat_button, leading_button, option, picture_button, removable_chip, untold_picture_button,
};
pub use calendar::Calendar;
pub use choice::{Means, Told, choice, choice_of, meaning, plain};
pub use drafts::{Drafts, Entered, Slot};
pub use names::{List, Names};
pub use offers::{keys as keys_of_offers, show as show_offers};
pub use one_line::{few_lines, one_line};
pub use picker::{Picked, Picker};
pub use search::Search;
pub use shapes::{Picture, picture};
pub use sought::{Sought, sought};
pub use text_line::{Lines, Offers, TextLine, hint, put_cursor_last, say, single_line, take_keyboard};
pub use told::{announce, as_heading, as_selected, describe, name};
