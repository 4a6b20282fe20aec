//! A Markdown text whose quotations and lists do not lie too deep in each other. The parser asks at every line
//! which of the open ones go on, so that a text of deep lists and many lines would take it time without end.

use std::borrow::Cow;

/// Marks of quotations and lists that a line may begin with. Nobody writes as many.
const MOST_MARKS: usize = 32;

/// Marks and spaces before a line's first word may take so many bytes. What stands further to the right is a
/// list within lists, or code.
const WIDEST: usize = 4 * MOST_MARKS;

/// The text without the marks and spaces of its lines' beginnings that are too many.
pub(super) fn shallow(text: &str) -> Cow<'_, str> {
    if text.lines().all(|line| Beginning::of(line).is_whole()) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let beginning = Beginning::of(line);
        kept.push_str(line.get(beginning.from..beginning.to).unwrap_or_default());
        kept.push_str(line.get(beginning.end..).unwrap_or_default());
    }
    Cow::Owned(kept)
}

/// The spaces and marks that a line begins with.
struct Beginning {
    /// The first byte of what is kept of them.
    from: usize,
    /// The byte after what is kept.
    to: usize,
    /// The byte after all of them.
    end: usize,
}

impl Beginning {
    fn of(line: &str) -> Self {
        let bytes = line.as_bytes();
        let spaces = |at: usize| bytes.iter().skip(at).take_while(|byte| **byte == b' ').count();
        let mut at = spaces(0);
        let from = at.saturating_sub(WIDEST);
        let (mut marks, mut to) = (0, at);
        while let Some(mark) = mark_at(bytes, at) {
            marks += 1;
            at += mark;
            at += spaces(at);
            if marks <= MOST_MARKS {
                to = at.min(from + WIDEST);
            }
        }
        Self { from, to, end: at }
    }

    /// Whether nothing is too much.
    fn is_whole(&self) -> bool {
        self.from == 0 && self.to == self.end
    }
}

/// How many bytes the mark of a quotation or a list item takes that stands here, if one does.
fn mark_at(bytes: &[u8], at: usize) -> Option<usize> {
    /// A number of more digits begins no list.
    const DIGITS: usize = 9;
    let is_end = |at: usize| bytes.get(at).is_none_or(|byte| matches!(byte, b' ' | b'\n'));
    match bytes.get(at)? {
        b'>' => Some(1),
        b'-' | b'*' | b'+' => is_end(at + 1).then_some(1),
        b'0'..=b'9' => {
            let digits =
                bytes.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).take(DIGITS + 1).count();
            let is_number = digits <= DIGITS && matches!(bytes.get(at + digits), Some(b'.' | b')'));
            (is_number && is_end(at + digits + 1)).then_some(digits + 1)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    #[test]
    fn what_people_write_stays_as_it_is() {
        for text in [
            "> They met.\n>\n> - on Friday\n>   1. in Valletta\n",
            "- - - -\n",
            "* * *\n",
            "2021. 14 March\n    code\n",
            "",
            "-12 degrees\n1999 and 2000\n",
        ] {
            assert!(matches!(shallow(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn marks_and_spaces_beyond_reason_go_and_the_words_stay() {
        for mark in ["> ", ">", "- ", "* ", "1. ", "12) ", "> - "] {
            let text = format!("They\n{}met\non Friday.\n", mark.repeat(500));
            let kept = shallow(&text);
            assert!(
                kept.len() < 200 && kept.starts_with("They\n") && kept.ends_with("met\non Friday.\n"),
                "{kept}"
            );
        }
        let kept = shallow(&format!("{}- They met.\n-{}They parted.", " ".repeat(500), " ".repeat(500)))
            .into_owned();
        assert!(
            kept.len() < 300 && kept.contains(" They met.\n") && kept.ends_with(" They parted."),
            "{kept}"
        );
    }

    /// How deep the quotations and lists of a text lie in each other, as its parser sees them.
    fn depth(text: &str) -> usize {
        let (mut depth, mut deepest) = (0_usize, 0);
        for event in Parser::new(text) {
            match event {
                Event::Start(Tag::BlockQuote(_) | Tag::Item) => depth += 1,
                Event::End(TagEnd::BlockQuote(_) | TagEnd::Item) => depth = depth.saturating_sub(1),
                _ => {}
            }
            deepest = deepest.max(depth);
        }
        deepest
    }

    #[test]
    fn lists_that_go_down_line_by_line_end_somewhere_too() {
        let stairs: String = (0..200).map(|step| format!("{}- a\n", "  ".repeat(step))).collect();
        assert!(depth(&stairs) > WIDEST);
        assert!(depth(&shallow(&stairs)) <= WIDEST);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_lies_deeper_than_the_widest_beginning_of_a_line(
            lines in proptest::collection::vec(
                ("[ >*-]{0,6}", 1usize..200, proptest::sample::select(vec!["a", "", "- a", "> a", "1. a"])), 1..12,
            )
        ) {
            let text: String = lines.iter().map(|(part, times, end)| part.repeat(*times) + end + "\n").collect();
            prop_assert!(depth(&shallow(&text)) <= WIDEST);
        }
    }
}
