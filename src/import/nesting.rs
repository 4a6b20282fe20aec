//! How deep a page's elements lie in each other. The parser and the search for the main text walk
//! down into them, and no stack is deep enough for a page that was made to be too deep.

/// Deeper pages are not read; browsers stop at this depth too.
const DEEPEST: usize = 512;

/// Elements without an end, or whose end may be left out: they do not deepen a page.
#[rustfmt::skip]
const WITHOUT_END: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "html", "head", "body",
];

/// Elements whose content is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title"];

/// Elements whose content follows the rules of another language.
const DRAWINGS: &[&str] = &["svg", "math"];

/// Whether a page's elements lie deeper in each other than can be read.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut depth: usize = 0;
    let mut rest = html;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = tag;
        let closing = tag.starts_with('/');
        let name = name_of(tag.trim_start_matches('/'));
        if name.is_empty() || WITHOUT_END.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
            continue;
        }
        if let Some(raw) = RAW.iter().find(|raw| name.eq_ignore_ascii_case(raw)) {
            rest = after_raw(tag, raw);
            continue;
        }
        depth += 1;
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// The page without drawings and formulas: their elements nest by rules of their own, and none is text.
pub(super) fn without_drawings(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    // Once one has no end, no later one has: there is no need to look again.
    let mut has_end = true;
    while let Some((before, tag)) = rest.split_once('<') {
        kept.push_str(before);
        rest = tag;
        let name = name_of(tag);
        if DRAWINGS.iter().any(|drawing| name.eq_ignore_ascii_case(drawing)) {
            let end = if has_end { after_raw(tag, name) } else { "" };
            has_end = !end.is_empty();
            // A drawing without an end loses its tag only.
            rest = if end.is_empty() { tag.get(name.len()..).unwrap_or_default() } else { end };
            rest = rest.split_once('>').map_or("", |(_, after)| after);
        } else {
            kept.push('<');
        }
    }
    kept.push_str(rest);
    kept
}

/// The name that a tag begins with.
fn name_of(tag: &str) -> &str {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    tag.get(..end).filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())).unwrap_or_default()
}

/// What follows the end of a script or style; nothing if it has none.
fn after_raw<'h>(tag: &'h str, name: &str) -> &'h str {
    let mut rest = tag;
    while let Some((_, end)) = rest.split_once("</") {
        if name_of(end).eq_ignore_ascii_case(name) {
            return end;
        }
        rest = end;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flat_pages_may_be_as_long_as_they_like() {
        assert!(!is_too_deep(&"<p>They met.<br><div>And <b>parted</b>.</div><li>".repeat(2000)));
        assert!(!is_too_deep(&format!("<script>{}</script>", "'<div>'+".repeat(2000))));
    }

    #[test]
    fn drawings_go_and_the_text_around_them_stays() {
        let page = "<p>They <svg viewBox='0 0 1 1'><path d='M0'/></svg>met.</p><MATH>x</MATH>";
        assert_eq!(without_drawings(page), "<p>They met.</p>");
        assert_eq!(without_drawings("<svg><p>They met.</p>"), "<p>They met.</p>");
    }

    #[test]
    fn pages_that_go_down_and_down_are_found() {
        assert!(is_too_deep(&"<div>".repeat(600)));
        assert!(is_too_deep(&"<b><i>a</b>".repeat(2000)), "closed in the wrong order, each leaves one open");
    }
}
