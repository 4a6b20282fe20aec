//! A long text cut into parts that are laid out one by one, as they come into sight. Laying out takes
//! time and memory that grow with the text: up to some length it is one part, and nothing is noticed.

use crate::model::{Span, Text};

/// A text of up to so many bytes is one part.
pub const WHOLE: usize = 200_000;
/// A longer one is cut into parts of at most so many.
const PART: usize = 32_000;

/// A part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its words.
    pub span: Span,
    /// Whether an empty line parts it from the next.
    pub gap: bool,
}

/// The parts of a text, in order; between them stand nothing but spaces and ends of lines.
pub fn parts(text: &Text) -> Vec<Part> {
    let most = if text.len() <= WHOLE { WHOLE } else { PART };
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        let (length, parting) = cut(rest, most);
        if let Some(span) = text.span(from..from + length) {
            parts.push(Part { span, gap: parting == "\n\n" });
        }
        from += length + parting.len();
    }
    parts
}

/// How long the first part is, and what stands between it and the next: where there is one, an empty
/// line, else the end of a line, else a space, else nothing.
fn cut(rest: &str, most: usize) -> (usize, &'static str) {
    if rest.len() <= most {
        return (rest.len(), "");
    }
    let window = rest.get(..rest.floor_char_boundary(most)).unwrap_or_default();
    let last = |parting: &'static str| {
        window.rfind(parting).filter(|&length| length > 0).map(|length| (length, parting))
    };
    last("\n\n").or_else(|| last("\n")).or_else(|| last(" ")).unwrap_or((window.len(), ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_of_usual_length_is_one_part() {
        let text = Text::new("A paragraph.\n\nAnother one.");
        let [only] = parts(&text)[..] else { panic!("{:?}", parts(&text)) };
        assert_eq!((text.slice(only.span), only.gap), (text.as_str(), false));
    }

    #[test]
    fn a_long_text_is_cut_between_paragraphs_where_it_has_some() {
        let paragraph = "Malta will reopen the line. ".repeat(100);
        let text = Text::new([paragraph.trim(); 100].join("\n\n"));
        let parts = parts(&text);
        assert!(parts.len() > 8);
        let (last, others) = parts.split_last().unwrap();
        assert!(others.iter().all(|part| part.gap && text.slice(part.span).ends_with("line.")));
        assert!(!last.gap);
    }

    proptest! {
        #[test]
        fn parts_are_short_and_leave_nothing_out(
            pieces in prop::collection::vec(("[a-zé王]{1,9}", "[ \n]{0,2}", 1..4000_usize), 1..40)
        ) {
            let text = Text::new(pieces.iter().map(|(w, s, n)| w.repeat(*n) + s).collect::<String>());
            let parts = parts(&text);
            let mut end = 0;
            for part in &parts {
                prop_assert!(part.span.start() >= end);
                prop_assert!(text.get(end..part.span.start()).unwrap().trim().is_empty());
                prop_assert!(text.len() <= WHOLE || part.span.bytes().len() <= PART);
                end = part.span.end();
            }
            prop_assert!(text.get(end..).unwrap().trim().is_empty());
        }
    }
}
