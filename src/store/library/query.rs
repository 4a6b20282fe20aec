//! What a person types, as a query of SQLite's full-text index. Every word is quoted, so that no
//! character of it means anything else.

/// The query for typed words: all must occur, the last may be the beginning of a word. None where no
/// word was typed.
pub(super) fn query(typed: &str) -> Option<String> {
    let words = typed.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    let quoted: Vec<String> = words.map(|word| format!("\"{}\"", word.replace('"', "\"\""))).collect();
    (!quoted.is_empty()).then(|| format!("{} *", quoted.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_and_the_last_may_go_on() {
        assert_eq!(query("harbour lin").as_deref(), Some("\"harbour\" \"lin\" *"));
        assert_eq!(query("on-line OR \"x").as_deref(), Some("\"on-line\" \"OR\" \"\"\"x\" *"));
        assert_eq!(query(" * - \" "), None);
    }
}
