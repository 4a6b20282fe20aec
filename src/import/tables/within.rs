//! A text that comes, of which no more is taken for one row than any row has: in a table a quotation mark may be open
//! for ever, and in a list an element.

use std::cell::Cell;
use std::io::{self, Read};

/// A text of which only so much may be taken until it is told again how much.
pub(super) struct Within<'l, R> {
    pub text: R,
    /// So many bytes. Whoever has a whole row sets it anew.
    pub left: &'l Cell<u64>,
}

impl<R: Read> Read for Within<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        let most = into.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        if most == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = self.text.read(into.get_mut(..most).unwrap_or_default())?;
        self.left.set(left - count as u64);
        Ok(count)
    }
}
