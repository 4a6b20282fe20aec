//! How large a file may be, and how much work it is worth.

/// No article has as much text, and no file that is one article has as many bytes.
pub const LIMIT_BYTES: u64 = 20_000_000;

/// Larger files are refused before they are read: exports and archives hold many articles.
pub const LIMIT_OF_MANY_BYTES: u64 = 100_000_000;

/// How many steps of work a byte of a file is worth. A saved page takes a few.
const STEPS_PER_BYTE: u64 = 64;

/// So many steps the smallest file is worth.
const FEWEST_STEPS: u64 = 1_000_000;

/// How many steps of work a file of so many bytes is worth.
pub(super) fn steps(bytes: usize) -> u64 {
    FEWEST_STEPS + STEPS_PER_BYTE * bytes as u64
}
