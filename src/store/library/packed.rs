//! Records as they lie in the library: JSON, packed by LZ4 with the article's text as what it may refer to,
//! because evidence repeats the text word by word. With it goes a digest of both, so that a letter that a
//! failing disk has changed is noticed, in the text too.

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

/// No record or text is larger, in bytes, so that a wrong size cannot ask for all memory there is.
pub(in crate::store) const LARGEST_BYTES: usize = 256 << 20;

/// How many bytes one byte of a packed block stands for at most: LZ4 counts on by 255 a byte.
const MOST_OF_A_BYTE: usize = 255;

/// Set in the size before a packed record where a digest follows it. The first libraries had none.
const HAS_DIGEST: u32 = 1 << 31;

/// How many bytes of the digest are kept: damage is noticed but for one time in 2^64.
const DIGEST_BYTES: usize = 8;

/// JSON as it is stored beside this text.
pub(super) fn pack(json: &str, text: &str) -> Vec<u8> {
    let block = lz4_flex::block::compress_with_dict(json.as_bytes(), text.as_bytes());
    let size = u32::try_from(json.len()).unwrap_or(u32::MAX) | HAS_DIGEST;
    [&size.to_le_bytes(), digest(json, text).as_slice(), &block].concat()
}

/// The JSON that was stored beside this text: packed, or plain in libraries of the first version. None if it
/// or the text is damaged.
pub(super) fn unpack(stored: ValueRef<'_>, text: &str) -> Option<String> {
    match stored {
        ValueRef::Text(plain) => String::from_utf8(plain.to_vec()).ok(),
        ValueRef::Blob(packed) => {
            let (size, rest) = packed.split_first_chunk()?;
            let size = u32::from_le_bytes(*size);
            let (kept, block) = match size & HAS_DIGEST {
                0 => (None, rest),
                _ => rest.split_first_chunk::<DIGEST_BYTES>().map(|(kept, block)| (Some(*kept), block))?,
            };
            let size = (size & !HAS_DIGEST) as usize;
            // Looked at before room is made for it.
            if size > LARGEST_BYTES || size / MOST_OF_A_BYTE > block.len() {
                return None;
            }
            let json = lz4_flex::block::decompress_with_dict(block, size, text.as_bytes()).ok()?;
            let json = String::from_utf8(json).ok()?;
            kept.is_none_or(|kept| digest(&json, text) == kept).then_some(json)
        }
        _ => None,
    }
}

/// The beginning of the SHA-256 of both.
fn digest(json: &str, text: &str) -> [u8; DIGEST_BYTES] {
    let whole = Sha256::new().chain_update(text).chain_update([0]).chain_update(json).finalize();
    whole.first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked_and_damage_is_noticed() {
        let text = "Malta will reopen the harbour line by June, the minister said.";
        let json = format!("{{\"exact\": \"{text}\", \"text\": \"{text}\", \"again\": \"{text}\"}}");
        let packed = pack(&json, text);
        assert!(packed.len() < json.len() / 2, "{} of {}", packed.len(), json.len());
        assert_eq!(unpack(ValueRef::Blob(&packed), text).as_deref(), Some(json.as_str()));
        assert_eq!(unpack(ValueRef::Text(json.as_bytes()), text).as_deref(), Some(json.as_str()));
        for damaged in [&packed[..3], &packed[..packed.len() - 4], &[255; 20]] {
            assert_eq!(unpack(ValueRef::Blob(damaged), text), None);
        }
        for byte in 4..packed.len() {
            let mut damaged = packed.clone();
            damaged[byte] ^= 1;
            // A reference to the same words at another place gives the same.
            let unpacked = unpack(ValueRef::Blob(&damaged), text);
            assert!(unpacked.is_none_or(|unpacked| unpacked == json), "byte {byte}");
        }
        assert_eq!(unpack(ValueRef::Blob(&packed), &text.replace("June", "July")), None);
    }

    #[test]
    fn what_the_first_libraries_packed_is_unpacked() {
        let packed = lz4_flex::block::compress_prepend_size_with_dict(b"{}", b"text");
        assert_eq!(unpack(ValueRef::Blob(&packed), "text").as_deref(), Some("{}"));
    }
}
