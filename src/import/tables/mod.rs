//! Tables of articles, a row each: what people keep their corpora in, and what programs that collect pages write.

mod columns;
mod json;
mod line;
mod roles;
mod separated;
mod within;
mod workbook;

pub(super) use json::{JSON, is_of_articles};
pub use line::{LineError, import_line};
pub(super) use separated::SEPARATED;
pub(super) use workbook::WORKBOOK;
