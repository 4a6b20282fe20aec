//! Targets: what is promised for any bytes at all. Each is a function of bytes that panics where a promise
//! is broken; a coverage-guided fuzzer can call it as it is (`fuzz_target!(|data: &[u8]| import(data))`).

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use chancery::extract;
use chancery::import::{self, Found};
use chancery::lexicon::Lexicon;
use chancery::model::{Article, CancelToken, Record};
use chancery::store::Library;
use chancery::store::read_records;
use chancery::work::marks;

use crate::made;

/// What is fed with inputs.
pub struct Target {
    /// Its name in messages and in the names of fixtures.
    pub name: &'static str,
    /// Inputs that mean something, from which others are made.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// What means something in such inputs.
    pub words: &'static [&'static str],
    /// So many inputs take a second or two.
    pub short: usize,
    /// Panics if a promise is broken.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "import", seeds: articles, words: MARKUP, short: 200, run: import },
    Target { name: "documents", seeds: documents, words: PARTS, short: 150, run: document },
    Target { name: "exports", seeds: exports, words: LABELS, short: 250, run: export },
    Target { name: "references", seeds: references, words: MARKS, short: 600, run: list },
    Target { name: "engine", seeds: texts, words: PROSE, short: 150, run: engine },
    Target { name: "records", seeds: records, words: JSON, short: 800, run: records_file },
    Target { name: "search", seeds: queries, words: QUERY, short: 800, run: search },
    Target { name: "library", seeds: libraries, words: PAGES, short: 800, run: library },
];

const MARKUP: &[&str] = &[
    "<div>",
    "</div>",
    "<p>",
    "</x>",
    "<li>",
    "<table><tr><td>",
    "<!--",
    "-->",
    "<script>",
    "<meta charset=\"",
    "<title>",
    "<time datetime=\"2021-03-14\">",
    "<![CDATA[",
    "&amp;",
    "&#x110000;",
    "&lt",
    "```",
    "`",
    "[a](b)",
    "![[](",
    "> ",
    "# ",
    "---\n",
    "title: ",
    "\n\n",
    "\r",
    "\u{feff}",
    "\0",
    "\u{202e}",
    "Published: ",
];

const PARTS: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:t>",
    "<w:tbl><w:tr><w:tc>",
    "<text:p>",
    "<text:span>",
    "<row>",
    "<c r=\"XFD9\">",
    "</",
    "<!--",
    "<![CDATA[",
    "&amp;",
    "&#x0;",
    "&a;",
    "BT ",
    " ET ",
    " Tj ",
    "(a) Tj ",
    "[(a) -900 (b)] TJ ",
    "/F1 9 Tf ",
    " 0 0 9 9 re f ",
    "q ",
    "Q ",
    "/Im1 Do ",
    " obj",
    "endobj",
    "stream\n",
    "endstream",
    "<< /",
    " >>",
    "4 0 R",
    "/Kids [",
    "/Length ",
    "xref\n",
    "trailer",
    "%%EOF",
    "--x\r\n",
    "Content-Type: text/html\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "\r\n\r\n",
    "From ",
    "=?utf-8?q?",
    "{\\rtf1 ",
    "\\u-1?",
    "\\bin9 ",
    "\\*",
    "PK\u{3}\u{4}",
    "\0\0\0\0",
    "\u{7f}\u{7f}",
    "\u{13}",
    "\u{15}",
    "WARC/1.0\r\n",
    "Content-Length: 9\r\n",
    "\t",
    "\"",
    "999999999",
    "-1",
];

const LABELS: &[&str] = &[
    "\n\n",
    "\n",
    " | ",
    " - ",
    "April 22, 2031",
    "April 22, 2031 | The Courier\n",
    "Author/Byline: ",
    "Section: ",
    "OpenURL Link\n",
    "Record Number: ",
    "Copyright (c) 2031 ",
    "394 Words\n",
    "Estimated printed pages: 1\n",
    "Document 1 of 20\n",
    "Record: 7\n",
    "____________________________\n",
    "FULL TEXT\n",
    "Full text: ",
    "Title: ",
    "Title\n",
    "Source: ",
    "Publication title: ",
    "Accession Number: ",
    "ProQuest document ID\n",
    "~~~~~~~~\n",
    "7 of 100 DOCUMENTS\n",
    "LOAD-DATE: ",
    "HD\n",
    "PD\n",
    "LP\n",
    "AN\n",
    "513 words\n",
    "Document GRDN000020310422e7410001p\n",
    "Body\n",
    "End of Document\n",
    "<td>",
    "</tr>",
    "<br>",
    "<span class='DocPublicationName'>",
    "é",
    "\u{1f1eb}",
];

const MARKS: &[&str] = &[
    "@article{",
    "@string{",
    "@comment{",
    "@",
    "{",
    "}",
    "(",
    ")",
    "\"",
    ",",
    "=",
    "#",
    "\\",
    "\\'",
    "\\'{\\i}",
    "\\ss",
    "--",
    "``",
    "$",
    "~",
    "\n",
    "\n@",
    " and ",
    "file = {",
    "abstract = {",
    "month = apr # ",
    ";",
    ":",
    "TY  - ",
    "ER  - ",
    "L1  - ",
    "AB  - ",
    "<z:Attachment rdf:about=\"#1\">",
    "<link:link rdf:resource=\"#1\"/>",
    "<dcterms:isPartOf rdf:resource=\"#1\"/>",
    "<rdf:value>",
    "</",
    "&lt;p&gt;",
    "<![CDATA[",
    "é",
    "\u{301}",
    "../",
    "/dev/zero",
    "%2F",
    "file://",
];

const PROSE: &[&str] = &[
    ". ",
    ", ",
    "\n",
    "\n\n",
    "“",
    "”",
    "\"",
    "(",
    ")",
    " met with ",
    " Minister ",
    " the Minister ",
    " of Malta ",
    "Maria ",
    " EU ",
    "Mr. ",
    "U.S. ",
    " on Friday",
    " 5 May 2020 ",
    " will ",
    " and ",
    " said that ",
    " pledged to ",
    " in Rome",
    "A. ",
    "’s ",
    "é",
    "\u{5916}\u{52d9}",
    "\u{1f1eb}\u{1f1f7}",
    "\u{301}",
    "-",
    "—",
    ": ",
    "9",
];

const JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-1",
    "1e999",
    "18446744073709551616",
    "\"\\ud800\"",
    "\\u0000",
    "\"start\":",
    "\"end\":",
    "\"exact\":",
    "\"id\":",
    "\"name\":",
    "\"2021-02-30\"",
    "\"MLT\"",
    "\n",
    "\u{feff}",
    "é",
];

const QUERY: &[&str] = &[
    "\"", "*", "a", " ", "AND", "NOT ", "NEAR(", ":", "^", "(", ")", "-", "harbour", "title:", "'", ";",
    "\0", "%", "é", "\u{5916}", "\u{301}", "\u{202e}",
];

const PAGES: &[&str] =
    &["\0\0\0\0", "\u{7f}", "SQLite format 3\0", "CREATE VIEW articles AS SELECT 1", "{\"a\":1}"];

/// The lexicon, loaded once.
static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

/// Any file is an article or is refused; an article's text is there, and is the same at every reading.
pub fn import(bytes: &[u8]) {
    for name in ["article.txt", "article.md", "article.html"] {
        let Ok(article) = import::import(name, bytes, &LEXICON) else { continue };
        assert!(!article.text.as_str().trim().is_empty(), "{name}: an article without text");
        let again = import::import(name, bytes, &LEXICON).expect("what was read once is read again");
        assert_eq!(article, again, "{name}");
    }
}

/// Any file, and any part of a document within a whole one, is read or refused: nothing in it ends the reader.
pub fn document(bytes: &[u8]) {
    let page = String::from_utf8_lossy(bytes).into_owned();
    let sheet: &[(&str, &[u8])] = &[("xl/workbook.xml", bytes), ("xl/worksheets/sheet1.xml", bytes)];
    let files = [
        ("any.bin", bytes.to_vec()),
        ("any.docx", made::zip(&[("word/document.xml", bytes)])),
        (
            "any.odt",
            made::zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", bytes)]),
        ),
        ("any.xlsx", made::zip(sheet)),
        ("any.pdf", made::pdf_of("", std::slice::from_ref(&page))),
        ("any.doc", made::word_97(0xc1, 0x0200, &page, &page)),
        ("any.eml", made::message("Talks", "They met.", &[("any.rtf", bytes)])),
        ("any.webarchive", made::webarchive("https://x.example/", bytes)),
        ("any.csv", bytes.to_vec()),
        ("any.json", bytes.to_vec()),
    ];
    for (name, file) in files {
        let how = import::ReadAs::default();
        if let Ok(Some(head)) = import::table_head(name, &file, how, &LEXICON, &CancelToken::default()) {
            let shown = serde_json::to_string(&head).expect("what is shown of a table is text");
            assert!(shown.len() < 1_000_000, "{name}: {} bytes are shown", shown.len());
        }
        let each = &mut |article: Article| {
            assert!(!article.text.as_str().trim().is_empty(), "{name}: an article without text");
        };
        match import::import_each(name, &file, &LEXICON, &CancelToken::default(), each) {
            Ok(_) => {}
            Err(error) => assert!(!error.to_string().is_empty(), "{name}"),
        }
    }
}

/// Any export is taken apart or refused, as text and as a page.
pub fn export(bytes: &[u8]) {
    for name in ["export.txt", "export.html"] {
        let each = &mut |article: Article| {
            assert!(!article.text.as_str().trim().is_empty(), "{name}: an article without text");
        };
        let _ = import::import_each(name, bytes, &LEXICON, &CancelToken::default(), each);
    }
}

/// Any list is read or refused. What it says of an article in a file is there, and stands in a few lines.
pub fn list(bytes: &[u8]) {
    for name in ["list.bib", "list.rdf", "list.ris"] {
        let mut named = 0;
        let take = &mut |found| match found {
            Found::Article(article) => assert!(!article.text.as_str().trim().is_empty()),
            Found::Named(file) => {
                named += 1;
                assert!(!file.files.is_empty(), "{name}: nothing is named");
                assert!(serde_json::to_string(&file.reference).expect("it is text").len() < 60_000);
            }
        };
        if import::import_all(name, bytes, import::ReadAs::default(), &LEXICON, &CancelToken::default(), take)
            .is_ok()
        {
            assert_eq!(import::named_in(name, bytes, None).len(), named, "{name}");
        }
    }
}

/// Any text gives a record whose every value stands in the text, and which can be saved and read again.
pub fn engine(bytes: &[u8]) {
    let Some(article) = article(bytes) else { return };
    let record = extract::extract(&article, &LEXICON);
    for (field, evidence, _) in record.evidenced() {
        let stands = evidence.iter().all(|words| words.span(&record.article.text).is_some());
        assert!(stands, "{field}: {evidence:?} is not in the text");
    }
    assert_eq!(
        extract::read(&Arc::new(article), &LEXICON).main().record,
        record,
        "the working changes nothing"
    );
    is_kept_whole(&record);
}

/// Any file gives records or says what is wrong; a record that is read is valid, and can be saved.
pub fn records_file(bytes: &[u8]) {
    for name in ["records.json", "records.jsonl"] {
        let Ok(read) = read_records(Path::new(name), bytes) else { continue };
        read.into_iter().flatten().for_each(|record| is_kept_whole(&record));
    }
}

/// Any query is answered, with articles that are there.
pub fn search(bytes: &[u8]) {
    let library = Library::open_for_reading(&sample_library().1, marks).expect("the library is sound");
    let query = String::from_utf8_lossy(bytes);
    // Words that are repeated are looked for each time.
    let query: String = query.chars().take(200).collect();
    for found in [library.find(&query), library.find_first(&query, 3)] {
        let found = found.expect("every query can be asked").unwrap_or_default();
        for id in found.ids() {
            assert!(library.take(id).expect("it is read").is_some(), "{query:?} finds what is not there");
        }
    }
}

/// Any bytes are a library or are refused; what is read of one that is called sound is all there.
pub fn library(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("fuzzed.chancery");
    std::fs::write(&path, bytes).expect("a file");
    let Ok(library) = Library::open_for_reading(&path, marks) else { return };
    let sound = library.check().is_ok_and(|wrong| wrong.is_empty());
    let mut ids = Vec::new();
    let listed = library.entries(|entry| ids.push(entry.id));
    let read = ids.iter().all(|id| library.take(*id).is_ok_and(|taken| taken.is_some()));
    let found = library.find("harbour");
    assert!(!sound || listed.is_ok() && read && found.is_ok(), "a library is called sound and is not");
}

fn article(bytes: &[u8]) -> Option<Article> {
    let text = String::from_utf8_lossy(bytes);
    import::import("article.txt", text.as_bytes(), &LEXICON).ok()
}

fn is_kept_whole(record: &Record) {
    let json = record.to_json().expect("a record can be saved");
    let again = Record::from_json(&json).expect("what was saved can be read");
    assert_eq!(again, *record, "what was saved is what is read");
}

/// The files of these folders, in order.
fn files(folders: &[&str]) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for folder in folders {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(folder).expect("our own folder") {
            let path = entry.expect("our own file").path();
            let content = std::fs::read(&path).expect("our own file");
            files.push((path, content));
        }
    }
    files.sort();
    assert!(!files.is_empty(), "there is nothing in {folders:?}");
    files
}

fn articles() -> Vec<Vec<u8>> {
    let folders = ["assets/samples", "tests/fixtures/import", "tests/fixtures/extract"];
    files(&folders).into_iter().map(|(_, content)| content).collect()
}

/// A file of each kind, and the parts that documents are made of.
fn documents() -> Vec<Vec<u8>> {
    let page = format!("<html><body><h1>Ministers meet</h1><p>{BODY}</p></body></html>");
    let wide = BODY.to_owned();
    vec![
        format!("<w:document><w:body><w:p><w:r><w:t>{BODY}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>They met.</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>").into_bytes(),
        format!("<office:document-content><office:body><office:text><text:p>{BODY}</text:p></office:text></office:body></office:document-content>").into_bytes(),
        format!("q BT /F1 10 Tf 60 700 Td ({BODY}) Tj 0 -14 Td [(They) -300 (met.)] TJ ET Q 60 60 200 200 re S").into_bytes(),
        format!("{{\\rtf1\\ansi{{\\fonttbl\\f0 Times;}}\\f0 {BODY}\\par They met \\u8212? again.\\par}}").into_bytes(),
        format!("{BODY}\r\u{13} HYPERLINK \"x\" \u{14}They met\u{15}.\r").into_bytes(),
        page.clone().into_bytes(),
        made::docx(&["Ministers meet", BODY]),
        made::odt(&["Ministers meet", BODY]),
        made::workbook(&[&["Title", "Text"], &["One", BODY]]),
        made::pdf(&[&[(60, 700, 10, BODY)], &[(60, 700, 10, BODY)]]),
        made::pdf_with("/Info << /Title (Talks) >>", &[&[(60, 700, 10, BODY)]]),
        made::scanned_pdf(2),
        made::word_97(0xc1, 0x0200, "Ministers meet\r", &wide),
        made::compound(&[("__properties_version1.0", &[0; 64]), ("__substg1.0_1000001E", BODY.as_bytes())]),
        made::webarchive("https://x.example/", page.as_bytes()),
        made::message("Ministers meet", BODY, &[("a.txt", BODY.as_bytes())]),
        format!("{{\"articles\": [{{\"title\": \"One\", \"text\": \"{BODY}\"}}]}}").into_bytes(),
        format!("title;date;text\nOne;2031-04-22;{BODY}\nTwo;2031-04-23;{BODY}\n").into_bytes(),
        format!("<rss version='2.0'><channel><title>Wire</title><item><title>One</title><description>{BODY}</description></item></channel></rss>").into_bytes(),
        format!("\u{1}eca062 4 i 211 dpa 061\r\n\u{2}Ministers meet\r\n  {BODY}\r\n\u{3}131137 Nov 31\r\n\u{4}").into_bytes(),
        format!("From a@b.example Tue Apr 22 09:00:00 2031\nFrom: a@b.example\nSubject: One\nDate: Tue, 22 Apr 2031 10:00:00 +0200\n\n{BODY}\n").into_bytes(),
        format!("From: <Saved>\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--\r\n").into_bytes(),
        made::zip(&[("a.txt", BODY.as_bytes()), ("b.txt", BODY.as_bytes())]),
        made::tar(&[("a.txt", BODY.as_bytes()), ("b.txt", BODY.as_bytes())]),
        made::gzip(BODY.as_bytes()),
        format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}\r\n\r\n", page.len() + 45).into_bytes(),
    ]
}

const BODY: &str =
    "Foreign Minister Marija Vella received her Tunisian counterpart Slim Gharbi in Valletta on Friday.";

/// An export of each database.
fn exports() -> Vec<Vec<u8>> {
    let uni = format!(
        "Job Number: 1\n\nDocuments (1)\n\nMinisters meet\n\nThe Courier\n\nApril 22, 2031 Tuesday\n\nSection: NEWS; Pg. 3\n\nLength: 60 words\n\n\
         Byline: Ann Lowe\n\nBody\n\n{BODY}\n\nLoad-Date: April 23, 2031\n\nEnd of Document\n"
    );
    let display = format!(
        "Ministers meet\nBy Ann Lowe\n513 words\n22 April 2031\nThe Courier\nEnglish\n(c) 2031 The Courier\n\n{BODY}\n\n\
         Document GRDN000020310422e7410001p\nFactiva\n"
    );
    let proquest = format!(
        "____________________________\n\nDocument 1 of 1\n\nMinisters meet\n\nFull text: {BODY}\n\nSubject: Ports\n\nTitle: Ministers meet\n\n\
         Publication title: The Courier; London (UK)\n\nPublication date: Apr 22, 2031\n\nProQuest document ID: 123456\n"
    );
    let europresse = format!(
        "<html><body><table><tr><td><span class='DocPublicationName'>Le Courrier</span><br><span class='DocHeader'>5 octobre 2031</span><br>\
         <span class='TitreArticleVisu'>Une rencontre</span><br>Anne Basse<br><p></p>{BODY}<p></p>Numéro de document : news·2031</td></tr></table></body></html>"
    );
    let made = [uni, display, proquest, europresse].map(String::into_bytes);
    let kept = files(&["tests/fixtures/formats"]).into_iter().map(|(_, content)| content);
    kept.chain(made).chain(references().into_iter().take(1)).collect()
}

/// A list of each kind.
fn references() -> Vec<Vec<u8>> {
    let ris = format!(
        "TY  - NEWS\nTI  - Ministers meet\nAU  - Lowe, Ann\nJO  - The Courier\nDA  - 2031/04/22\nUR  - https://x.example/1\nL1  - files/1/a.pdf\n\
         AB  - {BODY}\nER  - \nTY  - NEWS\nTI  - Ministers part\nN1  - {BODY}\nER  - \n"
    );
    let bib = format!(
        "% Encoding: UTF-8\n@string{{cou = {{The Courier}}}}\n@comment{{x}}\n@article{{a,\n  title = {{{{Ministers}} meet in M\\'{{e}}rida}},\n  \
         author = \"Lowe, Ann and {{Example Wire}}\",\n  journal = cou, year = 2031, month = apr # \"~22\",\n  abstract = {{{BODY}}},\n  \
         file = {{Snapshot:files/1/a.html:text/html;C\\:\\\\b.pdf}}\n}}\n@misc(b, title = {{Ministers part}}, note = {{{BODY}}})\n"
    );
    let rdf = format!(
        "<rdf:RDF xmlns:z=\"http://www.zotero.org/namespaces/export#\"><rdf:Description rdf:about=\"#1\"><z:itemType>newspaperArticle</z:itemType>\
         <dcterms:isPartOf rdf:resource=\"#p\"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lowe</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>\
         <link:link rdf:resource=\"#2\"/><dcterms:isReferencedBy rdf:resource=\"#3\"/><dc:title>Ministers meet</dc:title><dc:date>2031-04-22</dc:date>\
         <dcterms:abstract>{BODY}</dcterms:abstract></rdf:Description><bib:Newspaper rdf:about=\"#p\"><dc:title>The Courier</dc:title></bib:Newspaper>\
         <z:Attachment rdf:about=\"#2\"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource=\"files/2/a.html\"/></z:Attachment>\
         <bib:Memo rdf:about=\"#3\"><rdf:value>&lt;p&gt;{BODY}&lt;/p&gt;</rdf:value></bib:Memo></rdf:RDF>"
    );
    [ris, bib, rdf].map(String::into_bytes).to_vec()
}

/// What reads the seeds of these targets: formats, and layouts of exports.
pub fn readers() -> (Vec<&'static str>, Vec<&'static str>) {
    let names = ["any.bin", "any.txt", "any.md", "any.html", "any.csv", "any.bib"];
    let seeds = [articles(), documents(), exports(), references()].concat();
    let formats = seeds.iter().flat_map(|seed| names.map(|name| import::format_name(name, seed)));
    let layouts = seeds.iter().filter_map(|seed| import::export_name(str::from_utf8(seed).ok()?));
    (formats.flatten().collect(), layouts.collect())
}

fn texts() -> Vec<Vec<u8>> {
    let texts = files(&["assets/samples", "tests/fixtures/extract"]).into_iter();
    texts
        .filter(|(path, _)| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|(_, text)| text)
        .collect()
}

fn records() -> Vec<Vec<u8>> {
    let records = texts()
        .iter()
        .filter_map(|text| Some(extract::extract(&article(text)?, &LEXICON)))
        .collect::<Vec<_>>();
    let saved = records.iter().map(|record| record.to_json().expect("a record can be saved"));
    let mut seeds: Vec<String> = saved.collect();
    let lines =
        records.iter().take(3).map(|record| serde_json::to_string(record).expect("a record can be saved"));
    seeds.push(lines.collect::<Vec<_>>().join("\n"));
    seeds.push(format!("[{}]", seeds[..2].join(",")));
    seeds.into_iter().map(String::into_bytes).collect()
}

fn queries() -> Vec<Vec<u8>> {
    let queries =
        ["harbour", "\"harbour line\"", "minister malta", "har", "title:harbour", "a OR b", "Ålesund é"];
    queries.map(|query| query.as_bytes().to_vec()).to_vec()
}

fn libraries() -> Vec<Vec<u8>> {
    vec![std::fs::read(&sample_library().1).expect("the library is there")]
}

/// A library of our own samples, made by the program itself.
fn sample_library() -> &'static (tempfile::TempDir, PathBuf) {
    static MADE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("samples.chancery");
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_chancery"));
        let made =
            program.arg("import").arg("--library").arg(&path).arg(samples).output().expect("the program");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        (folder, path)
    });
    &MADE
}
