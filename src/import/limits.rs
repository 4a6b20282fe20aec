//! How large a file may be, and how much work it is worth.

/// No article has as much text, and no file that is one article has as many bytes.
pub const LIMIT_BYTES: u64 = 20_000_000;

/// So much of a file is held in memory at most. Tables, mailboxes and exports that are read as they come may be of
/// any size; other files that are larger are refused.
pub const LIMIT_OF_MANY_BYTES: u64 = 100_000_000;

/// So many of the first bytes say what a file is, and whether it is read as it comes.
pub const BEGINNING_BYTES: u64 = 1_000_000;

/// What is read as one (a row, a line, a message before it is unpacked) has no more bytes: JSON may write a letter in
/// six, or in three for each that it has in UTF-8.
pub const LONGEST_ENTRY: u64 = 3 * LIMIT_BYTES;

/// How many steps of work a byte of a file is worth. A saved page takes a few.
const STEPS_PER_BYTE: u64 = 64;

/// So many steps the smallest file is worth.
const FEWEST_STEPS: u64 = 1_000_000;

/// So many bytes are read at a time.
pub(super) const PART: usize = 65_536;

/// How many steps of work a file of so many bytes is worth.
pub(super) fn steps(bytes: usize) -> u64 {
    FEWEST_STEPS + STEPS_PER_BYTE * bytes as u64
}
