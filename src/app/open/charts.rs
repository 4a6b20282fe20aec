//! The charts of the open library that are shown, and what is being made of them.

use std::sync::Arc;

use crate::across::Gallery;
use crate::store::{Found, LibraryError};
use crate::work::Asked;

/// The charts that are shown, and what is being made.
#[derive(Debug, Default)]
pub(in crate::app) struct Charts {
    pub shown: Option<Shown>,
    /// Charts of the list at this revision are being made.
    pub making: Option<Asked<u64, Result<Gallery, LibraryError>>>,
    /// The articles behind a part of a chart are being picked, under this label.
    pub picking: Option<Asked<String, Result<Found, LibraryError>>>,
}

/// What the charts show.
#[derive(Debug)]
pub(in crate::app) struct Shown {
    pub gallery: Arc<Gallery>,
    /// The revision of the list that they show.
    pub revision: u64,
}
