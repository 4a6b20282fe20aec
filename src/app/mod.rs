//! State and intent, without a pixel: every feature of the program runs here, so that it runs in a
//! test and in a script too.
//!
//! An [`App`] holds [`Document`]s: an article, its record, and the history of its edits. The window
//! reads the app and sends [`Command`]s; only [`App::run`] changes anything. A [`RecordEdit`] turns
//! one record into another, and the pair is kept as a step of the [`History`], so undo needs no code
//! of its own and provenance is the difference of the two.
//!
//! Opening and saving happen on threads of their own. What they finish waits until [`App::take_in`]
//! takes it in, once a frame. Failures become [`Notice`]s, which name the file and say what to do.
//!
//! | to add | go to |
//! |---|---|
//! | something a key or a menu does | a line in `actions/` |
//! | a way to change a record | a variant of [`RecordEdit`], in `edit/` |
//! | a check of a record | a line in `problems/mod.rs` |
//! | what is told of reports of one meeting | `reports/` |
//! | what the table of all commitments shows | `ledger/` |
//! | when meetings are sorted, what people decide of them | `meetings/` |
//! | a picture of the library | a file in `pictures/` and a line in its list |
//! | a setting | a field of [`Settings`], a variant of [`Setting`] |

mod actions;
mod at_hand;
mod batch;
mod bulk;
mod command;
mod counted;
mod damaged;
mod document;
mod edit;
mod elsewhere;
mod facts;
mod field;
mod history;
mod jobs;
mod keymap;
mod ledger;
mod library;
mod listing;
mod meetings;
mod notice;
mod open;
mod origin;
mod pictures;
mod problems;
mod provenance;
mod reports;
mod run;
mod samples;
mod save;
mod settings;
mod state;
mod surveys;
mod take_in;
mod tally;
mod tour;
mod walk;
mod why;

pub use crate::export::{ExportFormat, FORMATS as EXPORT_FORMATS};
pub use crate::extract::{Choice, Days, NamedPerson, Reading, Spot};
pub use crate::store::{
    Entry, EntryId, Found, Library, LibraryError, Recovery, SettingsFile, Stats, StoreError, is_cut_off,
    library_of_user, size_of, write_file,
};
pub use actions::{ACTIONS, Action, Ask, Intent, Menu, Surface};
pub use batch::{Extracted, articles_in, extract_files, readable_files};
pub use bulk::BulkEdit;
pub use command::Command;
pub use counted::{counted, number};
pub use document::Document;
pub use edit::{Hand, RecordEdit};
pub use field::Field;
pub use history::{Change, History};
pub use jobs::{Account, Progress, UnderWay};
pub use keymap::Keymap;
pub use ledger::{Column, Due, Ledger, LedgerFilter, LedgerOrder, LedgerRow, MARKED_PARTIES, Side};
pub use library::{
    Export, Imported, Put, hand_over, import_files, is_library, is_open_elsewhere, marks, open_to_read,
    recover,
};
pub use listing::{Catalog, Counts, Facet, FacetOption, ListFilter, Narrowing, Row, Show, Sort};
pub use meetings::{OtherReport, SideBySide};
pub use notice::{Level, Notice, NoticeId, Offer};
pub use open::{OpenError, can_open, check_file, read_article, suggested_name};
pub use pictures::{
    Anchor, Area, CommitmentFact, Facts, Format, Gallery, Hung, MeetingFact, PICTURES, PartyKey, Picture,
    PngError, Region, Scene, Selection, Shape, Size, Text, Tone, Who, color_on_paper,
};
pub use problems::{Problem, Remedy};
pub use reports::{
    Aligned, CommitmentPair, CommitmentPoint, Compared, Decisions, Difference, Divergence, Fingerprint,
    FingerprintIndex, Likeness, Outline, ParticipantPair, ParticipantPoint, Reports, Strength, Wording,
    groups, likeness,
};
pub use settings::{Density, Setting, Settings, Theme};
pub use state::{App, Clock, Tables, Wake};
pub use surveys::Picked;
pub use tally::Tally;
pub use tour::TourStep;
