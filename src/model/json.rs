//! JSON as files have it. A parser may take either of two values under one key, and each takes another: so
//! a key that stands twice is refused.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Reads JSON in which every key of an object stands once.
pub(super) fn read(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str::<Once>(text).map(|Once(value)| value)
}

/// A value with every key once.
struct Once(Value);

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Once(value)) = elements.next_element()? {
            list.push(value);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format_args!("the key \"{key}\" stands twice")));
            }
            let Once(value) = entries.next_value()?;
            map.insert(key, value);
        }
        Ok(map.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_key_that_stands_twice_is_refused_by_its_place() {
        for text in
            [r#"{"a": 1, "a": 2}"#, r#"[{"x": {"a": 1, "b": 2, "a": 1}}]"#, "{\"\\u0061\": 1,\n\"a\": 2}"]
        {
            let error = read(text).unwrap_err();
            assert!(error.to_string().contains("\"a\" stands twice"), "{error}");
            assert!(error.line() >= 1 && error.column() > 1, "{error}");
        }
        assert!(read(r#"[{"a": 1}, {"a": {"a": 2}}]"#).is_ok(), "the same key in several objects");
    }

    proptest! {
        #[test]
        fn otherwise_json_is_read_as_ever(text in r#"[\[\]{}:,"a0-9.eE+ \-ntrufls\\]{0,40}"#) {
            match (read(&text), serde_json::from_str::<Value>(&text)) {
                (Ok(read), Ok(expected)) => prop_assert_eq!(read, expected),
                (Err(error), Ok(_)) => prop_assert!(error.to_string().contains("stands twice"), "{}", error),
                (read, Err(_)) => prop_assert!(read.is_err()),
            }
        }
    }
}
