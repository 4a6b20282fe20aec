//! Stand-in until the ui room is merged.

use std::path::PathBuf;

/// Stand-in.
///
/// # Errors
/// Always.
pub fn open_window(_files: Vec<PathBuf>) -> anyhow::Result<()> {
    anyhow::bail!("there is no window yet")
}
