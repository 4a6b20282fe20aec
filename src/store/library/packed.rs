//! Records as they lie in the library: JSON, packed by LZ4 with the article's text as what it may refer to,
//! because evidence repeats the text word by word.

use rusqlite::types::ValueRef;

/// No record is larger, so that a damaged size cannot ask for all memory there is.
const LIMIT_BYTES: usize = 1 << 30;

/// JSON as it is stored beside this text.
pub(super) fn pack(json: &str, text: &str) -> Vec<u8> {
    lz4_flex::block::compress_prepend_size_with_dict(json.as_bytes(), text.as_bytes())
}

/// The JSON that was stored beside this text: packed, or plain in libraries of the first version. None if it
/// is damaged.
pub(super) fn unpack(stored: ValueRef<'_>, text: &str) -> Option<String> {
    match stored {
        ValueRef::Text(plain) => String::from_utf8(plain.to_vec()).ok(),
        ValueRef::Blob(packed) => {
            let size = u32::from_le_bytes(*packed.first_chunk()?) as usize;
            if size > LIMIT_BYTES {
                return None;
            }
            let json = lz4_flex::block::decompress_size_prepended_with_dict(packed, text.as_bytes()).ok()?;
            String::from_utf8(json).ok()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked_and_damage_is_noticed() {
        let text = "Malta will reopen the harbour line by June, the minister said.";
        let json = format!("{{\"exact\": \"{text}\"}}");
        let packed = pack(&json, text);
        assert!(packed.len() < json.len() / 2, "{} of {}", packed.len(), json.len());
        assert_eq!(unpack(ValueRef::Blob(&packed), text).as_deref(), Some(json.as_str()));
        assert_eq!(unpack(ValueRef::Text(json.as_bytes()), text).as_deref(), Some(json.as_str()));
        for damaged in [&packed[..3], &packed[..packed.len() - 4], &[255; 20]] {
            assert_eq!(unpack(ValueRef::Blob(damaged), text), None);
        }
    }
}
