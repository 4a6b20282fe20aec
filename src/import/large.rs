//! Files that are too large to be held in memory. Tables, mailboxes, archives of the web and exports of databases are
//! read as they come: an article is handed over before the next is read. What must be held to be understood, as a
//! workbook or a PDF, has an end.

use std::io::{self, Read};

use super::error::ImportError;
use super::file::File;
use super::findings::{Findings, Opened, Taker};
use super::limits::{BEGINNING_BYTES, LIMIT_OF_MANY_BYTES};
use super::read_as::ReadAs;
use super::remark::Remark;
use super::source::{Rest, Source};
use super::{Format, finished, format_of, read_file};
use crate::lexicon::Lexicon;
use crate::model::{Article, CancelToken};

/// What is done with a file that is larger than what is held in memory.
#[derive(Clone, Copy, Debug)]
pub(super) enum Large {
    /// It is refused, with what to do.
    Refused(&'static str),
    /// It is read as it comes where its beginning is such; else it is refused, with what to do.
    AsItComes(fn(&File<'_>) -> bool, &'static str),
}

impl Large {
    /// Refused by what cannot be had in parts.
    pub const CUT: Self = Self::Refused("Cut it into smaller files.");
    /// Refused by an archive.
    pub const UNPACK: Self = Self::Refused("Unpack it and open the files inside.");
}

impl Format {
    /// Whether a file that begins so is read as it comes.
    fn comes(&self, beginning: &File<'_>) -> bool {
        match self.large {
            Large::AsItComes(is_so, _) => is_so(beginning),
            Large::Refused(_) => false,
        }
    }
}

/// Whether a file that begins so is read as it comes, so that it may be of any size.
pub fn is_read_as_it_comes(file_name: &str, beginning: &[u8], how: ReadAs<'_>) -> bool {
    let mut nothing = io::empty();
    let file = File::beginning(file_name, beginning, Rest::after(beginning, &mut nothing)).read_as(how);
    format_of(&file).is_ok_and(|format| format.comes(&file))
}

/// Why a file that begins so is not read, since it is larger than what is held in memory.
pub fn too_large(file_name: &str, beginning: &[u8], bytes: u64) -> ImportError {
    match format_of(&File::new(file_name, beginning)) {
        Ok(Format { name, large: Large::Refused(remedy) | Large::AsItComes(_, remedy), .. }) => {
            ImportError::TooLargeToHold { bytes, name, remedy }
        }
        Err(error) => error,
    }
}

/// Reads the articles of a file of any size, as [`import_as`](super::import_as) does.
///
/// # Errors
/// Says why there is no article in the file, and what to do; or that nobody waits any more.
pub fn import_source(
    file_name: &str,
    source: &mut dyn Source,
    how: ReadAs<'_>,
    lexicon: &Lexicon,
    cancel: &CancelToken,
    each: &mut dyn FnMut(Article),
) -> Result<Vec<Remark>, ImportError> {
    let mut opened = Opened::new(lexicon, cancel, how, Taker::Articles(each));
    read_source(file_name, source, BEGINNING_BYTES, &mut opened)?;
    finished(opened)
}

/// Reads a file that is held if it has no more bytes than `held`.
fn read_source(
    file_name: &str,
    source: &mut dyn Source,
    held: u64,
    opened: &mut Opened<'_>,
) -> Result<(), ImportError> {
    let mut bytes = Vec::new();
    hold(&mut bytes, held, source)?;
    if bytes.len() as u64 == held {
        let rest = Rest::after(&bytes, source);
        let file = File::beginning(file_name, &bytes, rest).read_as(opened.how());
        if let Ok(format) = format_of(&file)
            && format.comes(&file)
        {
            let mut findings = Findings::new(&file, format, opened);
            let read = (format.read)(&file, &mut findings);
            return findings.end(read);
        }
    }
    hold(&mut bytes, LIMIT_OF_MANY_BYTES + 1, source)?;
    let count = bytes.len() as u64;
    match count > LIMIT_OF_MANY_BYTES {
        true => Err(too_large(file_name, &bytes, count)),
        false => read_file(&File::new(file_name, &bytes).read_as(opened.how()), opened),
    }
}

/// Takes so many bytes in all, or as many as there are.
fn hold(bytes: &mut Vec<u8>, most: u64, source: &mut dyn Source) -> Result<(), ImportError> {
    let left = most.saturating_sub(bytes.len() as u64);
    let read = source.take(left).read_to_end(bytes);
    read.map(|_| ()).map_err(|error| ImportError::BrokenOff(error.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::import_each;
    use proptest::prelude::*;

    /// Bytes that come a few at a time.
    struct Crumbs {
        bytes: Vec<u8>,
        at: usize,
        most: usize,
    }

    impl Read for Crumbs {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let rest = &self.bytes[self.at..];
            let count = rest.len().min(self.most).min(into.len());
            into[..count].copy_from_slice(&rest[..count]);
            self.at += count;
            Ok(count)
        }
    }

    impl Source for Crumbs {
        fn begin_again(&mut self) -> io::Result<()> {
            self.at = 0;
            Ok(())
        }
    }

    type Taken = Result<(Vec<Article>, Vec<Remark>), ImportError>;

    fn whole(name: &str, bytes: &[u8], lexicon: &Lexicon) -> Taken {
        let mut articles = Vec::new();
        let each = &mut |article| articles.push(article);
        let remarks = import_each(name, bytes, lexicon, &CancelToken::default(), each)?;
        Ok((articles, remarks))
    }

    /// The same where only so many bytes are held, and so many come at a time.
    fn coming(name: &str, bytes: &[u8], held: usize, most: usize, lexicon: &Lexicon) -> Taken {
        let mut articles = Vec::new();
        let each = &mut |article| articles.push(article);
        let cancel = CancelToken::default();
        let mut opened = Opened::new(lexicon, &cancel, ReadAs::default(), Taker::Articles(each));
        let mut source = Crumbs { bytes: bytes.to_vec(), at: 0, most };
        read_source(name, &mut source, held as u64, &mut opened)?;
        let remarks = finished(opened)?;
        Ok((articles, remarks))
    }

    /// An article as tables and exports have it; some have no text.
    #[derive(Clone, Debug)]
    struct Told {
        title: String,
        paper: &'static str,
        day: u32,
        text: String,
    }

    fn told() -> impl Strategy<Value = Told> {
        let words = prop::sample::select(vec![
            "They met in the old customs house",
            "“Never again,” she said: 王毅 left early",
            "Čapek und Müller trafen sich in Köln",
            "the \"quota\", as it is called; and more",
            "Le café fermé | à l’aube\tresta calme",
            "End of the long line\rand a new one\u{85}went on",
            "cafe\u{301} and co\u{ad}operation",
        ]);
        let text = prop_oneof![
            9 => prop::collection::vec(words, 1..9).prop_map(|all| all.join(".\n\n") + "."),
            1 => Just(String::new()),
        ];
        let paper = prop::sample::select(vec!["The Selwyn Courier", "Harbor News", "Ostravia News Wire"]);
        ("[A-Z][a-z]{2,9} [a-z]{2,9}, [a-z]{2,9}", paper, 1_u32..29, text)
            .prop_map(|(title, paper, day, text)| Told { title, paper, day, text })
    }

    /// All of them in one file of each kind that is read as it comes: its name and its content.
    fn files(all: &[Told]) -> Vec<(&'static str, String)> {
        let quoted = |words: &str| format!("\"{}\"", words.replace('"', "\"\""));
        let rows = |parted: &str, end: &str| -> String {
            let row = |told: &Told| {
                let cells = [
                    quoted(&told.title),
                    quoted(told.paper),
                    format!("2031-04-{:02}", told.day),
                    quoted(&told.text),
                ];
                cells.join(parted) + end
            };
            ["title", "publisher", "date", "text"].join(parted)
                + end
                + &all.iter().map(row).collect::<String>()
        };
        let object = |told: &Told| serde_json::json!({ "title": told.title, "date": format!("2031-04-{:02}", told.day), "text": told.text });
        let each = |write: &dyn Fn(usize, &Told) -> String| -> String {
            all.iter().enumerate().map(|(at, told)| write(at + 1, told)).collect()
        };
        let lines = each(&|at, told| match at % 7 {
            // One is damaged.
            3 => "{\"title\": \"cut\n".to_owned(),
            _ => format!("{}\n", object(told)),
        });
        let list: Vec<String> = all.iter().map(|told| object(told).to_string()).collect();
        let count = all.len();
        let nexis = each(&|at, told| {
            format!(
                "\n  {at} of {count} DOCUMENTS\n\n\n{}\n\nApril {}, 2031 Tuesday\n\n{}\n\nBYLINE: Ann Lowe\n\nLENGTH: 60 words\n\n{}\n\nLOAD-DATE: April 30, 2031\n",
                told.paper, told.day, told.title, told.text
            )
        });
        let uni = each(&|_, told| {
            format!(
                "{}\n\n{}\n\nApril {}, 2031 Tuesday\n\nCopyright 2031 X\n\nLength: 60 words\n\nBody\n\n{}\n\nLoad-Date: April 30, 2031\n\nEnd of Document\n\n",
                told.title, told.paper, told.day, told.text
            )
        });
        let codes = each(&|at, told| {
            format!(
                "HD\n{}\n\nPD\n{} April 2031\nSN\n{}\nLP\n{}\n\nAN\nDocument OSTR0000203104{at:04}\n\n",
                told.title, told.day, told.paper, told.text
            )
        });
        let display = each(&|at, told| {
            format!(
                "{}\n513 words\n{} April 2031\n{}\nEnglish\n(c) 2031 X\n\n{}\n\nDocument GRDN00002031042{at:010}\n\nFactiva\n",
                told.title, told.day, told.paper, told.text
            )
        });
        let mbox = each(&|at, told| {
            format!(
                "From a@x.example Mon Apr 21 09:00:00 2031\nFrom: \"{}\" <a@x.example>\nSubject: {}\nDate: Mon, {:02} Apr 2031 09:00:00 +0000\nMessage-ID: <{at}@x.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{}\n\n",
                told.paper, told.title, told.day, told.text
            )
        });
        let page = |told: &Told| {
            let text = told.text.split("\n\n").map(|text| format!("<p>{text}</p>")).collect::<String>();
            format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><article><h1>{}</h1>{text}</article></body></html>",
                told.title
            )
        };
        let warc = each(&|at, told| {
            let page = page(told);
            format!(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/{at}\r\nContent-Length: {}\r\n\r\n{page}\r\n\r\n",
                page.len()
            )
        });
        let wire = each(&|_, told| {
            format!(
                "\u{1}r x1234 bc-talks 04-21 0100\r\n\u{2}{}<\r\n\t   {}\r\n\u{3}\u{4}",
                told.title, told.text
            )
        });
        vec![
            ("a.csv", rows(",", "\n")),
            ("b.csv", rows(";", "\r\n")),
            ("c.tsv", rows("\t", "\n")),
            ("d.jsonl", lines),
            ("e.json", format!("[{}]", list.join(",\n"))),
            ("f.json", format!("[{}", list.join(","))),
            ("g.txt", format!("Terms: harbor\n{nexis}")),
            ("h.txt", uni),
            ("i.txt", codes),
            ("j.txt", display),
            ("m.mbox", mbox),
            ("n.warc", warc),
            ("o.anpa", wire),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_file_that_comes_gives_what_it_gives_whole(
            all in prop::collection::vec(told(), 8..16), held in 55_usize..100, most in 1_usize..700, encoding in 0_usize..3,
        ) {
            let lexicon = Lexicon::built_in();
            for (name, content) in files(&all) {
                let is_text = !matches!(name, "m.mbox" | "n.warc" | "o.anpa");
                let bytes = match encoding {
                    1 if is_text => {
                        let mut bytes = vec![0xff, 0xfe];
                        bytes.extend(content.encode_utf16().flat_map(u16::to_le_bytes));
                        bytes
                    }
                    // What this encoding does not have is damage that another way to cut must not move.
                    2 if is_text => encoding_rs::WINDOWS_1252.encode(&content).0.into_owned(),
                    _ => content.into_bytes(),
                };
                let whole = whole(name, &bytes, &lexicon);
                let coming = coming(name, &bytes, bytes.len() * held / 100, most, &lexicon);
                prop_assert!(whole.as_ref().is_ok_and(|(articles, _)| articles.len() > 2), "{}: {:?}", name, whole);
                prop_assert_eq!(whole, coming, "{}", name);
            }
        }
    }

    /// A table without end, as far as anybody reads it, of which it is known how much was read.
    struct Endless<'c> {
        row: Vec<u8>,
        rows: u64,
        read: &'c std::cell::Cell<u64>,
    }

    impl Read for Endless<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let (read, length) = (self.read.get(), self.row.len() as u64);
            let left = (self.rows * length).saturating_sub(read);
            let at = (read % length) as usize;
            let count = (&self.row[at..]).take(left).read(into)?;
            self.read.set(read + count as u64);
            Ok(count)
        }
    }

    impl Source for Endless<'_> {
        fn begin_again(&mut self) -> io::Result<()> {
            self.read.set(0);
            Ok(())
        }
    }

    #[test]
    fn of_a_table_of_any_size_no_more_is_read_than_the_article_that_comes_next() {
        // Without names of columns a table is known by what stands in it.
        let text = "They met in the old customs house of Valletta and parted as friends. ".repeat(4);
        let row = format!("Ministers meet in Valletta,2031-04-22,\"{text}\nAnd more.\"\n").into_bytes();
        let (rows, length, read) = (300_000, row.len() as u64, std::cell::Cell::new(0));
        let mut source = Endless { row, rows, read: &read };
        let (mut taken, mut ahead) = (0_u64, 0);
        let lexicon = Lexicon::built_in();
        let cancel = CancelToken::default();
        let mut each = |_| {
            taken += 1;
            ahead = ahead.max(read.get().saturating_sub(taken * length));
            // All of them would take a test too long.
            if taken == 20_000 {
                cancel.cancel();
            }
        };
        let broken =
            import_source("endless.csv", &mut source, ReadAs::default(), &lexicon, &cancel, &mut each);
        assert_eq!(broken, Err(ImportError::Cancelled));
        assert_eq!(taken, 20_000);
        assert!(ahead < 2 * BEGINNING_BYTES, "{ahead}");
    }

    #[test]
    fn a_row_without_end_is_told_and_what_stands_before_it_is_taken() {
        let row = "Ministers meet,2031-04-22,They met in Valletta on Friday and parted as friends.\n"
            .repeat(20_000);
        let mut bytes = format!("title,date,text\n{row}Open,2031-04-23,\"They").into_bytes();
        bytes.resize(80_000_000, b' ');
        let mut articles = 0;
        let mut each = |_| articles += 1;
        let (lexicon, cancel) = (Lexicon::built_in(), CancelToken::default());
        let remarks = import_source(
            "open.csv",
            &mut io::Cursor::new(bytes),
            ReadAs::default(),
            &lexicon,
            &cancel,
            &mut each,
        )
        .unwrap();
        assert_eq!(remarks, [Remark::Rest(ImportError::EndlessRow { row: 20_002 })]);
        assert_eq!(articles, 20_000);
    }

    #[test]
    fn what_has_to_be_held_and_is_too_large_is_refused_with_what_to_do() {
        let mut json = b"{\"articles\": [{\"text\": \"They met.\"}], \"more\": \"".to_vec();
        json.resize(LIMIT_OF_MANY_BYTES as usize + 10, b' ');
        let (lexicon, cancel) = (Lexicon::built_in(), CancelToken::default());
        let mut source = io::Cursor::new(json);
        let refused = import_source("a.json", &mut source, ReadAs::default(), &lexicon, &cancel, &mut |_| {})
            .unwrap_err()
            .to_string();
        assert!(refused.contains("Articles in JSON") && refused.contains("one article a line"), "{refused}");
        assert!(
            !is_read_as_it_comes("a.pdf", b"%PDF-1.7\n", ReadAs::default())
                && is_read_as_it_comes("a.mbox", b"From a\nFrom: b\nSubject: c\n\nd\n", ReadAs::default())
        );
    }
}
