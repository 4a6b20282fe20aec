//! Articles that were picked out of a library.

use crate::store::Found;

/// Articles that were picked, whatever they have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// What they have in common: "Malta and Tunisia: 14 meetings".
    pub label: String,
    /// Which they are.
    pub found: Found,
}
