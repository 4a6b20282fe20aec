//! RTF documents: `.rtf`, as word processors and databases write them.

use super::articles_of;
use super::rtf_text::text_of;
use crate::import::large::Large;
use crate::import::{Format, Sureness, characters};

/// A document in rich text.
pub(in crate::import) const RTF: Format = Format {
    name: "RTF document",
    extensions: &["rtf"],
    media_type: "application/rtf",
    is_risky: false,
    is_decoded: false,
    large: Large::CUT,
    recognizes: |file| Sureness::sure_if(file.begins(b"{\\rtf")),
    read: |file, findings| {
        file.is_one_article()?;
        articles_of(&characters::tidy(&text_of(file.bytes, &findings.budget)?), None, findings)
    },
};
