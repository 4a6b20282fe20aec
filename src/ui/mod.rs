//! Pixels: the window over the app. Panels read the app and send commands; nothing in here changes
//! a record, reads a file or knows a database.
//!
//! A frame goes like this. [`Window`] takes in what has come (finished work, answers of dialogs,
//! keys), then each panel draws itself from a desk, which holds the app to read, the view to keep
//! what is only of the moment, and the commands that the panel asks for. When all is drawn, the
//! commands run, and the next frame shows what came of them.
//!
//! | to change | go to |
//! |---|---|
//! | a color, a size, a space | `theme.rs`, nothing else |
//! | the left, middle or right pane | `articles`, `article`, `record` |
//! | a section of the form | a file in `record/` and a line in its list |
//! | how pictures of the library are shown | `pictures/`; what they show is `app`'s |
//! | the table of all commitments | `ledger/`; what stands in it is `app`'s |
//! | what lies in the middle | `surface.rs`, and a file or folder of its own |
//! | the manual within the window | `manual/`; what it says is `assets/manual` |
//! | a small part that several panels use | `widgets/` |
//! | a key or a menu | `app`'s table of actions |

mod article;
mod articles;
mod asking;
mod bars;
mod closing;
mod desk;
mod drops;
mod fields;
mod focus;
mod home;
mod hover;
mod hush;
mod keyboard;
mod keys;
mod ledger;
mod manual;
mod menu;
mod modifiers;
mod notices;
mod panes;
mod paste;
mod pictures;
mod record;
mod reports;
mod right_to_left;
mod sheets;
mod sight;
mod steady;
mod surface;
mod theme;
mod tour;
mod value_menu;
mod view;
mod walk;
mod welcome;
mod widgets;
mod window;

pub use manual::{CHAPTERS as MANUAL, Chapter, Place, Section, place_of};
pub use sheets::PLACES as KEYS_OF_PLACES;
pub use theme::install as install_theme;
pub use window::{Window, open_window, open_window_within, window_options};
