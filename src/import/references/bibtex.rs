//! BibTeX and BibLaTeX: `.bib`, as databases, Zotero, Better BibTeX, JabRef and Mendeley write it. Entries are braces
//! within braces; one that is not closed ends where the next begins, and costs the others nothing.

use rustc_hash::FxHashMap;

use super::latex::{plain, unescaped};
use super::{Each, Entry, text_of};
use crate::import::databases::person;
use crate::import::error::ImportError;
use crate::import::large::Large;
use crate::import::reference::Reference;
use crate::import::{Format, Sureness};
use crate::model::Budget;

/// References in braces.
pub(in crate::import) const BIBTEX: Format = Format {
    name: "References (BibTeX)",
    extensions: &["bib"],
    media_type: "text/x-bibtex",
    is_risky: false,
    is_decoded: true,
    large: Large::CUT,
    recognizes: |file| match recognizes(file.head()) {
        true => Sureness::Sure,
        false => Sureness::likely_if(file.is_named(&["bib"]) && file.text().is_ok()),
    },
    read: |file, findings| super::read(entries, file.text()?, findings),
};

/// What a month may be called without quotes.
#[rustfmt::skip]
const MONTHS: &[(&str, &str)] = &[
    ("jan", "January"), ("feb", "February"), ("mar", "March"), ("apr", "April"), ("may", "May"), ("jun", "June"),
    ("jul", "July"), ("aug", "August"), ("sep", "September"), ("oct", "October"), ("nov", "November"),
    ("dec", "December"),
];

/// The fields that name the paper.
const PAPERS: &[&str] =
    &["journal", "journaltitle", "newspaper", "titleaddon", "publisher", "organization", "institution"];

/// Whether a text begins with an entry, below remarks.
fn recognizes(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('%'));
    lines.next().is_some_and(begins_entry)
}

/// Whether a text begins so: "@article{".
fn begins_entry(text: &str) -> bool {
    /// The longest name of a kind.
    const LONGEST: usize = 24;
    let Some(rest) = text.strip_prefix('@') else { return false };
    let name = rest.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphabetic).count();
    let after = rest.get(name..).unwrap_or_default().trim_start_matches([' ', '\t']);
    (1..=LONGEST).contains(&name) && after.starts_with(['{', '('])
}

pub(super) fn entries(text: &str, budget: &Budget, each: &mut Each<'_>) -> Result<(), ImportError> {
    let mut reader = Reader { text, at: 0, budget };
    let mut strings: FxHashMap<String, String> = FxHashMap::default();
    while let Some(kind) = reader.next_entry()? {
        match kind.as_str() {
            "comment" | "preamble" => {
                reader.group()?;
            }
            "string" => {
                reader.at += 1;
                if let Some((name, value)) = reader.field(&strings)? {
                    strings.insert(name, value);
                }
            }
            _ => {
                let fields = reader.fields(&strings)?;
                each(entry(&fields, budget)?)?;
            }
        }
    }
    Ok(())
}

/// Reads entries from here on.
struct Reader<'t, 'b> {
    text: &'t str,
    at: usize,
    budget: &'b Budget,
}

impl<'t> Reader<'t, '_> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes over white space and these characters.
    fn skip(&mut self, others: &[char]) -> Result<(), ImportError> {
        let rest = self.rest();
        let left = rest.trim_start_matches(|c: char| c.is_whitespace() || others.contains(&c));
        self.budget.spend((rest.len() - left.len()) as u64 + 1)?;
        self.at += rest.len() - left.len();
        Ok(())
    }

    /// Goes to the brace of the next entry and gives its kind.
    fn next_entry(&mut self) -> Result<Option<String>, ImportError> {
        while let Some(found) = memchr::memchr(b'@', self.rest().as_bytes()) {
            self.budget.spend(found as u64 + 1)?;
            self.at += found;
            if begins_entry(self.rest()) {
                let name = self.rest().find(['{', '(']).unwrap_or_default();
                let kind = self.rest().get(1..name).unwrap_or_default().trim().to_ascii_lowercase();
                self.at += name;
                return Ok(Some(kind));
            }
            self.at += 1;
        }
        self.at = self.text.len();
        Ok(None)
    }

    /// What stands in the braces, brackets or quotes that begin here, without them. Braces within belong to it. It
    /// ends at the latest where the next entry begins.
    fn group(&mut self) -> Result<&'t str, ImportError> {
        let rest = self.rest();
        let close = match rest.as_bytes().first() {
            Some(b'{') => b'}',
            Some(b'(') => b')',
            _ => b'"',
        };
        let (mut depth, mut at, mut end) = (0_usize, 1, rest.len());
        let bytes = rest.as_bytes();
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'\\' => at += 1,
                byte if *byte == close && depth == 0 => {
                    end = at;
                    break;
                }
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b'\n' if rest.get(at + 1..).is_some_and(begins_entry) => {
                    end = at;
                    break;
                }
                _ => {}
            }
            at += 1;
        }
        self.budget.spend(end as u64)?;
        let is_closed = bytes.get(end) == Some(&close);
        self.at += end + usize::from(is_closed);
        Ok(rest.get(1..end).unwrap_or_default())
    }

    /// The fields of the entry that begins here.
    fn fields(&mut self, strings: &FxHashMap<String, String>) -> Result<Fields, ImportError> {
        self.at += 1;
        self.skip(&[])?;
        let key = self.rest().find([',', '=', '{', '}', '"', '@', '\n']).unwrap_or(self.rest().len());
        // Some write no key.
        if self.rest().get(key..).is_some_and(|rest| !rest.starts_with('=')) {
            self.at += key;
        }
        let mut fields = Fields::default();
        while let Some((name, value)) = self.field(strings)? {
            fields.0.entry(name).or_insert(value);
        }
        Ok(fields)
    }

    /// The next field of an entry; none where it ends.
    fn field(
        &mut self,
        strings: &FxHashMap<String, String>,
    ) -> Result<Option<(String, String)>, ImportError> {
        loop {
            self.skip(&[','])?;
            let rest = self.rest();
            if rest.starts_with(['}', ')']) {
                self.at += 1;
                return Ok(None);
            }
            if rest.is_empty() || begins_entry(rest) {
                return Ok(None);
            }
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '+' | '/');
            let name = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            self.at += name;
            self.skip(&[])?;
            if name > 0 && self.rest().starts_with('=') {
                self.at += 1;
                let name = rest.get(..name).unwrap_or_default().to_ascii_lowercase();
                return Ok(Some((name, self.value(strings)?)));
            }
            if name == 0 {
                // Nothing that belongs here.
                self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            }
        }
    }

    /// A value: groups, numbers and names of strings, put together by `#`.
    fn value(&mut self, strings: &FxHashMap<String, String>) -> Result<String, ImportError> {
        let mut value = String::new();
        loop {
            self.skip(&[])?;
            let rest = self.rest();
            if rest.starts_with(['{', '"']) {
                value.push_str(self.group()?);
            } else {
                let end = rest.find([',', '}', ')', '#', '\n']).unwrap_or(rest.len());
                self.at += end;
                let word = rest.get(..end).unwrap_or_default().trim();
                let lower = word.to_ascii_lowercase();
                let month = || MONTHS.iter().find(|(short, _)| *short == lower).map(|(_, month)| *month);
                value.push_str(strings.get(&lower).map(String::as_str).or_else(month).unwrap_or(word));
            }
            // Strings that are made of strings grow.
            self.budget.spend(value.len() as u64)?;
            self.skip(&[])?;
            if !self.rest().starts_with('#') {
                return Ok(value);
            }
            self.at += 1;
        }
    }
}

/// The fields of an entry by their names, as they are written.
#[derive(Default)]
struct Fields(FxHashMap<String, String>);

impl Fields {
    fn raw(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    fn plain(&self, name: &str) -> Option<String> {
        self.raw(name).map(plain)
    }

    /// The day, in one field or in three: `month = apr # "~22"` has two of them.
    fn published(&self) -> Option<String> {
        if let Some(date) = self.plain("date") {
            return Some(date);
        }
        let (year, month) = (self.plain("year")?, self.plain("month"));
        let Some(month) = month else { return Some(year) };
        Some(match (self.plain("day"), month.parse::<u8>()) {
            (Some(day), Ok(month)) => format!("{year}-{month:02}-{day:0>2}"),
            (Some(day), Err(_)) => format!("{month} {day}, {year}"),
            (None, _) => format!("{month}, {year}"),
        })
    }
}

fn entry(fields: &Fields, budget: &Budget) -> Result<Entry, ImportError> {
    let texts = |names: &[&str]| -> Result<Vec<Vec<String>>, ImportError> {
        let values = names.iter().filter_map(|name| fields.plain(name));
        values.map(|value| super::paragraphs_of(&value, budget)).collect()
    };
    let reference = Reference {
        title: fields.plain("title"),
        publisher: PAPERS.iter().find_map(|name| fields.plain(name)),
        byline: fields.raw("author").and_then(authors),
        published: fields.published(),
        url: fields.raw("url").map(unescaped),
        language: fields.plain("langid").or_else(|| fields.plain("language")),
    };
    let files = fields.raw("file").map(files).unwrap_or_default();
    let paragraphs = text_of(texts(&["abstract"])?, texts(&["annote", "annotation", "note"])?);
    Ok(Entry { reference: reference.in_lines(), files, paragraphs })
}

/// "Lowe, Ann and {Example Wire}" are "Ann Lowe, Example Wire".
fn authors(written: &str) -> Option<String> {
    let single = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let people = single.split(" and ").map(str::trim).filter(|name| *name != "others");
    let name = |name: &str| match name.starts_with('{') && name.ends_with('}') {
        true => Some(plain(name)).filter(|name| !name.is_empty()),
        false => person(&plain(name)),
    };
    let all = people.filter_map(name).collect::<Vec<_>>().join(", ");
    (!all.is_empty()).then_some(all)
}

/// The paths of a field `file`: "Snapshot:files/12/talks.html:text/html;…", or nothing but paths. Colons and
/// semicolons of a path itself stand behind a backslash.
fn files(written: &str) -> Vec<String> {
    let written = written.replace("$\\backslash$", "\\");
    let path = |file: &str| -> Option<String> {
        let parts = apart(file, ':');
        let path = match parts.as_slice() {
            [path] => (*path).to_owned(),
            // "C:\talks.html"
            [drive, _] if drive.trim().len() == 1 => file.to_owned(),
            [path, kind] if kind.contains('/') && !kind.contains('.') => (*path).to_owned(),
            [_, path] => (*path).to_owned(),
            [_, path @ .., _] => path.join(":"),
            [] => return None,
        };
        let path = unescaped(path.trim());
        (!path.is_empty()).then_some(path)
    };
    apart(&written, ';').into_iter().filter_map(path).collect()
}

/// The parts of a text between these marks, but for those behind a backslash.
fn apart(text: &str, mark: char) -> Vec<&str> {
    let (mut parts, mut from, mut escaped) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        if c == mark && !escaped {
            parts.extend(text.get(from..at));
            from = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    parts.extend(text.get(from..));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CancelToken;

    fn all(text: &str) -> Vec<Entry> {
        let (budget, mut found) = (Budget::new(1_000_000, CancelToken::default()), Vec::new());
        entries(text, &budget, &mut |entry| {
            found.push(entry);
            Ok(())
        })
        .unwrap();
        found
    }

    #[test]
    fn an_entry_gives_its_fields_without_braces_and_commands() {
        let text = "% Encoding: UTF-8\n@string{cou = {The Courier}}\n@comment{x@y{}}\n@Article{lowe:2031,\n  \
            title = {{Ministers} meet in {M}\\'{e}rida \\& part},\n  author = \"Lowe, Ann and {Example Wire, Inc} and others\",\n  \
            journal = cou, year = 2031, month = apr # \"~22\",\n  url = {https://x.example/a\\_b},\n}\n";
        assert!(recognizes(text));
        let found = all(text);
        let reference = &found[0].reference;
        assert_eq!(reference.title.as_deref(), Some("Ministers meet in Mérida & part"));
        assert_eq!(reference.byline.as_deref(), Some("Ann Lowe, Example Wire, Inc"));
        assert_eq!(reference.publisher.as_deref(), Some("The Courier"));
        assert_eq!(reference.published.as_deref(), Some("April 22, 2031"));
        assert_eq!((reference.url.as_deref(), found.len()), (Some("https://x.example/a_b"), 1));
    }

    #[test]
    fn an_entry_that_is_not_closed_costs_the_others_nothing() {
        let found = all(
            "@article{a, title = {One, abstract = {They met.\n@article{b, title = {Two}}\n@misc{c, title={Three}",
        );
        let titles: Vec<_> = found.iter().map(|entry| entry.reference.title.as_deref().unwrap()).collect();
        assert_eq!(titles, ["One, abstract = They met.", "Two", "Three"]);
    }

    #[test]
    fn files_are_named_in_several_ways() {
        let same = |written: &str, path: &str| assert_eq!(files(written), [path], "{written}");
        same("Snapshot:files/12/talks.html:text/html", "files/12/talks.html");
        same("/home/ann/Zotero/storage/AB/talks.html", "/home/ann/Zotero/storage/AB/talks.html");
        same(":talks.pdf:PDF", "talks.pdf");
        same("C\\:\\\\Users\\\\ann\\\\talks.pdf", "C:\\Users\\ann\\talks.pdf");
        same("Talks\\: one:C\\:\\\\Users\\\\talks.pdf:application/pdf", "C:\\Users\\talks.pdf");
        same(":C$\\backslash$:/Users/ann/talks.pdf:pdf", "C:/Users/ann/talks.pdf");
        same("talks\\_1\\;2.txt", "talks_1;2.txt");
        assert_eq!(files("a.pdf;Snapshot:b.html:text/html"), ["a.pdf", "b.html"]);
    }
}
