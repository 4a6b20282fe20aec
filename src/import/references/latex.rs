//! What LaTeX writes for letters and marks: `\'{e}`, `\ss`, `--`. Of a command that means something else its words stay.

use unicode_normalization::UnicodeNormalization;

/// Marks that a command puts over or under the next letter.
#[rustfmt::skip]
const ACCENTS: &[(&str, char)] = &[
    ("`", '\u{300}'), ("'", '\u{301}'), ("^", '\u{302}'), ("~", '\u{303}'), ("=", '\u{304}'), ("u", '\u{306}'),
    (".", '\u{307}'), ("\"", '\u{308}'), ("r", '\u{30a}'), ("H", '\u{30b}'), ("v", '\u{30c}'), ("d", '\u{323}'),
    ("c", '\u{327}'), ("k", '\u{328}'), ("b", '\u{331}'),
];

/// Commands that stand for characters.
#[rustfmt::skip]
const LETTERS: &[(&str, &str)] = &[
    ("ss", "ß"), ("ae", "æ"), ("AE", "Æ"), ("oe", "œ"), ("OE", "Œ"), ("o", "ø"), ("O", "Ø"), ("l", "ł"), ("L", "Ł"),
    ("aa", "å"), ("AA", "Å"), ("i", "ı"), ("j", "ȷ"), ("dh", "ð"), ("DH", "Ð"), ("th", "þ"), ("TH", "Þ"), ("dj", "đ"),
    ("DJ", "Đ"), ("textendash", "–"), ("textemdash", "—"), ("textquoteleft", "‘"), ("textquoteright", "’"),
    ("textquotedblleft", "“"), ("textquotedblright", "”"), ("guillemotleft", "«"), ("guillemotright", "»"),
    ("ldots", "…"), ("dots", "…"), ("textellipsis", "…"), ("textless", "<"), ("textgreater", ">"), ("textbar", "|"),
    ("textasciitilde", "~"), ("textbackslash", "\\"), ("textunderscore", "_"), ("textdollar", "$"), ("euro", "€"),
    ("texteuro", "€"), ("pounds", "£"), ("textsterling", "£"), ("textcopyright", "©"), ("textdegree", "°"),
    ("par", "\n\n"), ("newline", "\n"), ("quad", " "), ("S", "§"),
];

/// The text that is meant.
pub(super) fn plain(written: &str) -> String {
    if !written.contains(['\\', '{', '}', '~', '-', '`', '\'', '$']) {
        return written.to_owned();
    }
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(c) = rest.chars().next() {
        let run = RUNS.iter().find(|(run, _)| rest.starts_with(run));
        rest = rest.get(run.map_or(c.len_utf8(), |(run, _)| run.len())..).unwrap_or_default();
        match (c, run) {
            (_, Some((_, mark))) => text.push_str(mark),
            ('\\', _) => rest = command(rest, &mut text),
            ('{' | '}' | '$', _) => {}
            ('~', _) => text.push(' '),
            _ => text.push(c),
        }
    }
    text.nfc().collect()
}

/// Runs of marks that stand for one, the longest first.
const RUNS: &[(&str, &str)] = &[("---", "—"), ("--", "–"), ("``", "“"), ("''", "”")];

/// Writes what a command means that stood behind a backslash, and gives what follows it.
fn command<'t>(rest: &'t str, text: &mut String) -> &'t str {
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let length = letters.max(rest.chars().next().map_or(0, char::len_utf8));
    let (name, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
    let after_space = if letters > 0 { after.trim_start_matches([' ', '\n']) } else { after };
    if let Some((_, mark)) = ACCENTS.iter().find(|(known, _)| *known == name) {
        let (letter, after) = next_letter(after_space);
        text.extend(letter);
        text.push(*mark);
        return after;
    }
    if let Some((_, characters)) = LETTERS.iter().find(|(known, _)| *known == name) {
        text.push_str(characters);
        return after_space.strip_prefix("{}").unwrap_or(after_space);
    }
    match name {
        "\\" => text.push('\n'),
        // A command whose words stand in braces behind it, or that changes how they look.
        _ if letters > 0 => return after_space,
        mark => text.push_str(mark),
    }
    after
}

/// The letter that a mark belongs to, alone or in braces, and what follows it.
fn next_letter(rest: &str) -> (Option<char>, &str) {
    let inner = rest.strip_prefix('{');
    let from = inner.unwrap_or(rest);
    let (letter, after) = match from.strip_prefix('\\') {
        // The marks of i and j take the place of their dots.
        Some(dotless) if dotless.starts_with(['i', 'j']) => (dotless.chars().next(), dotless.get(1..)),
        _ => {
            let letter = from.chars().next().filter(|c| !matches!(c, '{' | '}' | '\\'));
            (letter, from.get(letter.map_or(0, char::len_utf8)..))
        }
    };
    let after = after.unwrap_or_default();
    let closed = if inner.is_some() { after.strip_prefix('}').unwrap_or(after) } else { after };
    (letter, closed)
}

/// An address or a path, of which only the marks are written with a backslash.
pub(super) fn unescaped(written: &str) -> String {
    const MARKS: &str = "_%&#$:;{}\\~ ";
    let mut text = String::with_capacity(written.len());
    let mut chars = written.chars().peekable();
    while let Some(c) = chars.next() {
        let is_escape = c == '\\' && chars.peek().is_some_and(|next| MARKS.contains(*next));
        text.extend(if is_escape { chars.next() } else { Some(c) });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_become_the_letters_that_they_stand_for() {
        for (written, meant) in [
            ("M\\'erida, M\\'{e}rida, {\\'e}t{\\'{e}}", "Mérida, Mérida, été"),
            ("Stra\\ss{}e \\o re \\L{}\\'od\\'z", "Straße øre Łódź"),
            ("na\\\"{\\i}ve \\v{C}apek \\c c", "naïve Čapek ç"),
            ("``Talks''---or not, 3--4~May", "“Talks”—or not, 3–4 May"),
            ("\\emph{Talks} \\textbf{of} AT\\&T 5\\%", "Talks of AT&T 5%"),
            ("it's plain", "it's plain"),
            ("\\", ""),
            ("\\'", "\u{301}"),
        ] {
            assert_eq!(plain(written), meant, "{written}");
        }
    }

    #[test]
    fn a_path_keeps_its_backslashes() {
        assert_eq!(unescaped("C\\:\\\\Users\\\\a\\_b.html"), "C:\\Users\\a_b.html");
        assert_eq!(unescaped("C:\\Users\\talks.html"), "C:\\Users\\talks.html");
    }
}
