//! The attributes of a page's tags, so many as can be looked through: the parser compares each attribute of a
//! tag with all before it.

use std::borrow::Cow;

/// Further attributes of a tag are left out. No page that is read by people has as many.
const MOST: usize = 200;

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// The page, without the attributes of its tags that are too many.
pub(super) fn few(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    // What of the page stands in `kept` already.
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let tag = at + found + 1;
        let rest = html.get(tag..).unwrap_or_default();
        let name = name_of(rest);
        at = match rest.strip_prefix("!--") {
            // Where a comment has no end it is all the rest.
            Some(comment) => comment.find("-->").map_or(html.len(), |end| tag + "!--".len() + end),
            None if name.is_empty() => tag,
            None => {
                let attributes = tag + name.len();
                let ends = Ends::of(html, attributes);
                if let Some(most) = ends.most {
                    kept.push_str(html.get(copied..most).unwrap_or_default());
                    copied = ends.tag;
                }
                match RAW.iter().find(|raw| name.eq_ignore_ascii_case(raw)) {
                    Some(raw) => end_of_raw(html, ends.tag, raw),
                    None => ends.tag,
                }
            }
        };
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(html.get(copied..).unwrap_or_default());
    Cow::Owned(kept)
}

/// Where a tag ends.
struct Ends {
    /// The byte after the last attribute that is kept, if there are more.
    most: Option<usize>,
    /// The byte of its `>`, or the end of the page.
    tag: usize,
}

impl Ends {
    /// Goes over the attributes of a tag as the tokenizer of a browser does.
    fn of(html: &str, from: usize) -> Self {
        let bytes = html.as_bytes();
        let is = |at: usize, these: &[u8]| bytes.get(at).is_some_and(|byte| these.contains(byte));
        let skip = |mut at: usize, these: &[u8], is_these: bool| {
            while at < bytes.len() && is(at, these) == is_these {
                at += 1;
            }
            at
        };
        let (mut at, mut count, mut most) = (from, 0, None);
        loop {
            at = skip(at, b" \t\n\x0c\r/", true);
            if at >= bytes.len() || is(at, b">") {
                return Self { most: most.filter(|_| count > MOST), tag: at };
            }
            // The first sign of a name may be any, even "=".
            let name = skip(at + 1, b" \t\n\x0c\r/>=", false);
            let sign = skip(name, b" \t\n\x0c\r", true);
            at = match is(sign, b"=") {
                false => name,
                true => {
                    let value = skip(sign + 1, b" \t\n\x0c\r", true);
                    match bytes.get(value) {
                        Some(quote @ (b'"' | b'\'')) => {
                            (skip(value + 1, &[*quote], false) + 1).min(bytes.len())
                        }
                        _ => skip(value, b" \t\n\x0c\r>", false),
                    }
                }
            };
            count += 1;
            if count == MOST {
                most = Some(at);
            }
        }
    }
}

/// The name that a tag begins with. What begins with no letter is looked at no further, so that a page of "<"
/// is gone over once.
fn name_of(tag: &str) -> &str {
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let ends = |c: char| matches!(c, ' ' | '\t' | '\n' | '\x0c' | '\r' | '/' | '>');
    tag.split(ends).next().unwrap_or_default()
}

/// Where the end tag of a script or style begins; the end of the page if it has none.
fn end_of_raw(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find("</")) {
        at += found + "</".len();
        if html.get(at..at + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return at;
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_keep_the_attributes_that_people_give_them() {
        for page in [
            "<p class=a id='b' hidden>They <b>met</b>.</p>",
            "<a title=\"a > b\" href=x>met</a>",
            "<!-- <p a b c> --><script>if (a<b) { c }</script>",
            "a < b and <",
            "<p class=\"never closed",
            "<script>",
        ] {
            assert!(matches!(few(page), Cow::Borrowed(same) if same == page), "{page}");
        }
    }

    #[test]
    fn attributes_without_end_are_left_out_and_the_rest_of_the_page_stays() {
        for one in [" a{}", " a{}=1", " a{}='>'", "/a{}", " a{} = \">\""] {
            let attributes =
                |n: usize| -> String { (0..n).map(|i| one.replace("{}", &i.to_string())).collect() };
            let page =
                |n: usize| format!("<title><p {}</title><p{}>They met.</p>", " a".repeat(n), attributes(n));
            let expected = page(1000).replace(&attributes(1000), &attributes(MOST));
            assert_eq!(few(&page(1000)), expected, "{one}");
        }
    }
}
