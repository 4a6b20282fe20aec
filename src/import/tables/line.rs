//! An article in a line of JSON, as programs hand many of them over: one after the other, each by itself.

use serde_json::{Map, Value};

use super::columns::draft;
use super::json_values::Values;
use crate::import::assemble::{self, Origin};
use crate::import::error::ImportError;
use crate::import::findings::by_itself;
use crate::import::limits::{LIMIT_BYTES, steps};
use crate::lexicon::Lexicon;
use crate::model::{Article, Budget, CancelToken, Sha256Hex};

/// Why a line is no article. Whoever shows it says which line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Not JSON at all.
    #[error("it is not JSON (see column {column}). Each line has to be a whole object")]
    NotJson {
        /// Where it stops to be, in bytes from 1.
        column: usize,
    },
    /// A list, a number, a text by itself.
    #[error("it is JSON, but no object. Write {{\"id\": …, \"text\": …}}")]
    NoObject,
    /// An object without the words of an article.
    #[error("it has no text. The article's words belong under \"text\"")]
    NoText,
    /// More text than any article has.
    #[error("its text is longer than {} MB. Divide it into its articles", LIMIT_BYTES / 1_000_000)]
    TooLong,
    /// Marks without end.
    #[error("its text has more marks and elements, or deeper in each other, than an article has")]
    TooIntricate,
    /// Nobody waits for it any more.
    #[error("it was being read when reading was stopped")]
    Cancelled,
}

impl From<ImportError> for LineError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::TooLarge { .. } => Self::TooLong,
            ImportError::TooIntricate | ImportError::TooMuchWithin => Self::TooIntricate,
            ImportError::Cancelled => Self::Cancelled,
            // The others are of files. What is left of a line is that its text has no words.
            _ => Self::NoText,
        }
    }
}

/// Reads the article in a line of JSON, under the names by which tables of articles are known too. It is called by
/// its "id", or else by `name`, and known by what it says itself.
///
/// # Errors
/// Says why there is no article in the line.
pub fn import_line(
    line: &str,
    name: &str,
    lexicon: &Lexicon,
    cancel: &CancelToken,
) -> Result<Article, LineError> {
    let value: Value =
        serde_json::from_str(line).map_err(|error| LineError::NotJson { column: error.column() })?;
    let Value::Object(object) = value else { return Err(LineError::NoObject) };
    let budget = Budget::new(steps(line.len()), cancel.clone());
    let values = Values::AsKnown;
    let source = values.source(&object);
    let text = values.text(source).ok_or(LineError::NoText)?;
    budget.spend(text.len() as u64).map_err(ImportError::from)?;
    let draft = draft(&text, |role| values.value(source, role), &budget)?.ok_or(LineError::NoText)?;
    if draft.paragraphs.iter().map(String::len).sum::<usize>() as u64 > LIMIT_BYTES {
        return Err(LineError::TooLong);
    }
    let id = id(&object).unwrap_or_else(|| name.to_owned());
    let origin =
        Origin { file_name: &id, sha256: Sha256Hex::of(&[]), media_type: "application/json", encoding: None };
    Ok(by_itself(assemble::article(draft, origin, lexicon)?))
}

/// What the article is called by who hands it over: words or a number.
fn id(object: &Map<String, Value>) -> Option<String> {
    match object.get("id").or_else(|| object.get("_id"))? {
        Value::String(id) => Some(id.trim().to_owned()).filter(|id| !id.is_empty()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Article, LineError> {
        import_line(line, "line 7", &Lexicon::built_in(), &CancelToken::default())
    }

    const TEXT: &str = "VALLETTA, March 14 - The ministers of Malta and Tunisia met in Valletta on Friday.";

    #[test]
    fn every_field_that_is_told_stands_in_the_article() {
        let line = serde_json::json!({
            "id": "a-17", "text": TEXT, "title": "Ministers meet", "published": "2021-03-14",
            "publisher": "The Harbour Post", "byline": "Ana Torre", "address": "https://post.example/17", "language": "en",
        });
        let article = read(&line.to_string()).unwrap();
        assert_eq!((&*article.file_name, article.part), ("a-17", None));
        assert_eq!(article.title.as_deref(), Some("Ministers meet"));
        assert_eq!(article.published, "2021-03-14".parse().ok());
        assert_eq!(article.publisher.as_deref(), Some("The Harbour Post"));
        assert_eq!(article.byline.as_deref(), Some("Ana Torre"));
        assert_eq!(article.url.as_deref(), Some("https://post.example/17"));
        assert_eq!(&*article.text, format!("Ministers meet\n\n{TEXT}"));
    }

    #[test]
    fn the_same_article_is_the_same_wherever_it_stands() {
        let of = |id: Value| read(&serde_json::json!({ "id": id, "text": TEXT }).to_string()).unwrap();
        assert_eq!(of(1.into()).sha256, of("other".into()).sha256);
        assert_eq!(of(17.into()).file_name, "17");
        assert_eq!(of(Value::Null).file_name, "line 7");
    }

    #[test]
    fn what_is_no_article_says_why() {
        assert!(matches!(read("{\"text\": \"They"), Err(LineError::NotJson { .. })));
        assert_eq!(read("[1, 2]"), Err(LineError::NoObject));
        assert_eq!(read("{\"title\": \"Talks\"}"), Err(LineError::NoText));
        assert_eq!(read("{\"text\": \" \\n 12 \"}"), Err(LineError::NoText));
    }
}
