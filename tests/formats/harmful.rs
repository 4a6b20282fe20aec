//! Files that harm whoever reads them without care, made as small as they can be.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::made::{
    compound, docx, gzip, message, odt, pdf, pdf_of, scanned_pdf, tar, webarchive, word_97, workbook, zip,
};

/// What is the matter with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It is much larger than it looks.
    Bomb,
    /// It breaks off.
    Truncated,
    /// It leads back to itself.
    Cyclic,
    /// It lies in itself, over and over.
    Deep,
    /// It is full of zeros.
    Nulls,
    /// Its numbers are not those of its contents.
    Contradictory,
    /// Its lines, marks or numbers have no end.
    Endless,
}

/// A file that does harm.
pub struct Harmful {
    pub class: Class,
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Names and contents.
type Files = Vec<(String, Vec<u8>)>;

const BODY: &str =
    "Foreign Minister Marija Vella received her counterpart Slim Gharbi in Valletta on Friday. ";

/// All of them.
pub fn all() -> Vec<Harmful> {
    let classes: [(Class, fn() -> Files); 7] = [
        (Class::Bomb, bombs),
        (Class::Truncated, truncated),
        (Class::Cyclic, cyclic),
        (Class::Deep, deep),
        (Class::Nulls, nulls),
        (Class::Contradictory, contradictory),
        (Class::Endless, endless),
    ];
    let of_class = |(class, files): (Class, fn() -> Files)| {
        files().into_iter().map(move |(name, bytes)| Harmful { class, name, bytes })
    };
    classes.into_iter().flat_map(of_class).collect()
}

fn named(files: Vec<(&str, Vec<u8>)>) -> Files {
    files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect()
}

fn zlib(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

const LAUGHS: &str = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">\
    <!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>";

fn bombs() -> Files {
    let zeros = vec![0; 300_000_000];
    let letters = vec![b'a'; 150_000_000];
    let many: Vec<u8> = gzip(&letters);
    let xml = |open: &str, close: &str| {
        format!("{open}{}{close}", "<w:p><w:r><w:t>They met.</w:t></w:r></w:p>".repeat(600_000))
    };
    let mut nested = gzip(&zeros[..50_000_000]);
    for _ in 0..4 {
        nested = zip(&[("a.gz", &nested), ("b.gz", &nested), ("c.gz", &nested)]);
    }
    let page = zlib(format!("BT /F1 10 Tf 60 700 Td {} ET", "(They met. ) Tj ".repeat(3_000_000)).as_bytes());
    let stream = format!("<< /Length {} /Filter /FlateDecode >>\nstream\n", page.len());
    let mut flate = b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n\
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj\n4 0 obj "
        .to_vec();
    flate.extend(stream.as_bytes());
    flate.extend(&page);
    flate.extend(b"\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF");
    let empty: Vec<String> = (0..25_000).map(|number| format!("{number}.png")).collect();
    let empty: Vec<(&str, &[u8])> =
        empty.iter().map(|name| (name.as_str(), &b"\x89PNG\r\n\x1a\n\0\0"[..])).collect();
    let mut strings = "@string{s0 = {They met.}}\n".to_owned();
    for number in 0..40 {
        let ten = vec![format!("s{number}"); 10].join(" # ");
        strings.push_str(&format!("@string{{s{} = {ten}}}\n", number + 1));
    }
    named(vec![
        ("strings.bib", format!("{strings}@article{{a, title = s40, abstract = s40}}").into_bytes()),
        (
            "laughs.rdf",
            format!("{LAUGHS}<rdf:RDF xmlns:z=\"http://www.zotero.org/namespaces/export#\"><bib:Article><z:itemType>a</z:itemType><dc:title>&f;</dc:title></bib:Article></rdf:RDF>").into_bytes(),
        ),
        ("zeros.gz", gzip(&zeros)),
        ("letters.txt.gz", many.clone()),
        ("twice.gz", gzip(&many)),
        ("nested.zip", nested),
        (
            "document.docx",
            zip(&[("word/document.xml", xml("<w:document><w:body>", "</w:body></w:document>").as_bytes())]),
        ),
        (
            "content.odt",
            zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &letters)]),
        ),
        ("sheet.xlsx", zip(&[("xl/workbook.xml", &letters)])),
        ("files.zip", zip(&empty)),
        ("page.pdf", flate),
        (
            "laughs.xml",
            format!("{LAUGHS}<rss><channel><item><title>&f;</title></item></channel></rss>").into_bytes(),
        ),
        (
            "laughs.docx",
            zip(&[(
                "word/document.xml",
                format!("{LAUGHS}<w:document><w:body><w:p><w:t>&f;</w:t></w:p></w:body></w:document>")
                    .as_bytes(),
            )]),
        ),
        (
            "record.warc.gz",
            gzip(
                &[b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 150000000\r\n\r\n", &letters[..]]
                    .concat(),
            ),
        ),
    ])
}

/// A file of each kind.
fn whole() -> Vec<(&'static str, Vec<u8>)> {
    let text = format!("Ministers meet\n\n{}", BODY.repeat(3));
    let page = format!(
        "<html><body><article><h1>Ministers meet</h1><p>{0}</p><p>{0}</p></article></body></html>",
        BODY.repeat(3)
    );
    let html = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}");
    let warc = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{html}\r\n\r\n",
        html.len()
    );
    let mhtml = format!(
        "From: <Saved>\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--\r\n"
    );
    vec![
        ("cut.docx", docx(&["Ministers meet", &text])),
        ("cut.odt", odt(&["Ministers meet", &text])),
        ("cut.xlsx", workbook(&[&["Title", "Text"], &["One", BODY]])),
        ("cut.pdf", pdf(&[&[(60, 700, 10, BODY)], &[(60, 700, 10, BODY)]])),
        ("cut.zip", zip(&[("a.txt", text.as_bytes()), ("b.txt", text.as_bytes())])),
        ("cut.gz", gzip(text.as_bytes())),
        ("cut.tar", tar(&[("a.txt", text.as_bytes()), ("b.txt", text.as_bytes())])),
        ("cut.doc", word_97(0xc1, 0x0200, &text, BODY)),
        (
            "cut.msg",
            compound(&[("__properties_version1.0", &[0; 64]), ("__substg1.0_1000001E", text.as_bytes())]),
        ),
        ("cut.eml", message("Ministers meet", BODY, &[("a.docx", &docx(&["Joint statement", BODY]))])),
        ("cut.mhtml", mhtml.into_bytes()),
        ("cut.webarchive", webarchive("https://x.example/", page.as_bytes())),
        ("cut.warc.gz", gzip(warc.as_bytes())),
        ("cut.bib", format!("@article{{a, title = {{Talks}}, abstract = {{{text}}}}}\n@article{{b, title = {{Talks}}, abstract = {{{text}}}, file = {{a.html}}}}").into_bytes()),
        ("cut.ris", format!("TY  - NEWS\nTI  - Talks\nAB  - {BODY}\nER  - \nTY  - NEWS\nTI  - Talks\nAB  - {BODY}\nER  - \n").into_bytes()),
        ("cut.rdf", format!("<rdf:RDF xmlns:z=\"http://www.zotero.org/namespaces/export#\"><bib:Article><z:itemType>a</z:itemType><dc:title>Talks</dc:title><dcterms:abstract>{text}</dcterms:abstract><link:link rdf:resource=\"#2\"/></bib:Article><z:Attachment rdf:about=\"#2\"><z:path>a.html</z:path></z:Attachment></rdf:RDF>").into_bytes()),
        ("cut-newsbank.txt", format!("Talks\n\nApril 22, 2031 | The Courier\n\nAuthor/Byline: Ann Lowe\n\nOpenURL Link\n\n{BODY}\n\nCopyright (c) 2031 The Courier\n").into_bytes()),
        ("cut-ebsco.html", format!("<html><body><p>Record: 1</p><table><tr><td>Title:</td><td>Talks</td></tr><tr><td>Source:</td><td>The Courier. 04/22/2031</td></tr><tr><td>Accession Number:</td><td>7</td></tr><tr><td>Full Text:</td><td><p>{BODY}</p></td></tr></table></body></html>").into_bytes()),
    ]
}

fn truncated() -> Files {
    let cut = |(name, bytes): (&str, Vec<u8>)| {
        let two_thirds = bytes[..bytes.len() * 2 / 3].to_vec();
        [(name.to_owned(), bytes[..bytes.len() - 7].to_vec()), (format!("short-{name}"), two_thirds)]
    };
    whole().into_iter().flat_map(cut).collect()
}

fn pdf_text(objects: &str) -> Vec<u8> {
    format!("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n{objects}\ntrailer << /Root 1 0 R >>\n%%EOF").into_bytes()
}

fn cyclic() -> Files {
    let mut fat = compound(&[("WordDocument", &[0; 9000]), ("1Table", &[0; 9000])]);
    // Every sector is followed by the next but the last, which is followed by the first.
    for at in (512..fat.len().saturating_sub(4)).step_by(4) {
        if fat[at..at + 4] == [0xfe, 0xff, 0xff, 0xff] {
            fat[at..at + 4].copy_from_slice(&3_u32.to_le_bytes());
        }
    }
    let mut list = b"bplist00\xd1\x01\x00\x5f\x10\x0fWebMainResource".to_vec();
    list.extend([8, 11, 0, 0, 0, 0, 0, 0, 1, 1]);
    [2_u64, 0, 29].iter().for_each(|number| list.extend(number.to_be_bytes()));
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> /Length 5 >> stream\n/F Do\nendstream";
    let page = |contents: &str| {
        format!(
            "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {contents} >> endobj\n"
        )
    };
    named(vec![
        ("pages.pdf", pdf_text("2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >> endobj")),
        ("parents.pdf", pdf_text(&page("/Parent 3 0 R /Contents 3 0 R"))),
        ("reference.pdf", pdf_text(&page("/Contents 4 0 R").replace("%%", "")).into_iter().chain(*b"4 0 obj 4 0 R endobj").collect()),
        ("form.pdf", pdf_text(&format!("{}4 0 obj << /Length 5 >> stream\n/F Do\nendstream endobj\n5 0 obj {form} endobj", page("/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>")))),
        ("xref.pdf", b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Size 1 /Prev 9 >>\nstartxref\n9\n%%EOF".to_vec()),
        ("length.pdf", pdf_text(&format!("{}4 0 obj << /Length 4 0 R >> stream\n/F Do\nendstream endobj", page("/Contents 4 0 R")))),
        ("chain.doc", fat.clone()),
        ("chain.msg", fat.iter().copied().chain("__properties_version1.0".encode_utf16().flat_map(u16::to_le_bytes)).collect()),
        ("list.webarchive", list),
        ("strings.bib", b"@string{a = b # a}\n@string{b = a # b}\n@article{a, title = a # b, crossref = {a}, file = {strings.bib;./strings.bib}}".to_vec()),
        (
            "attachments.rdf",
            b"<rdf:RDF xmlns:z='http://www.zotero.org/namespaces/export#'><bib:Article rdf:about='#1'><z:itemType>a</z:itemType><link:link rdf:resource='#1'/>\
            <link:link rdf:resource='#2'/><dcterms:isPartOf rdf:resource='#1'/><dcterms:isReferencedBy rdf:resource='#2'/></bib:Article><z:Attachment rdf:about='#2'>\
            <link:link rdf:resource='#2'/><rdf:resource rdf:resource='attachments.rdf'/></z:Attachment></rdf:RDF>"
                .to_vec(),
        ),
        ("entity.xml", b"<!DOCTYPE a [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><rss><channel><item><title>&a;</title></item></channel></rss>".to_vec()),
    ])
}

fn deep() -> Files {
    const DEEP: usize = 100_000;
    let around = |open: &str, close: &str, count: usize| {
        format!("{}They met.{}", open.repeat(count), close.repeat(count))
    };
    let mut archive = zip(&[("a.txt", BODY.as_bytes())]);
    for _ in 0..50 {
        archive = zip(&[("a.zip", &archive)]);
    }
    let mut mail = String::new();
    for depth in 0..2_000 {
        mail.push_str(&format!("From: a@b.example\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b{depth}\"\r\n\r\n--b{depth}\r\nContent-Type: message/rfc822\r\n\r\n"));
    }
    let word = around("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 50_000);
    let odt = around("<text:span>", "</text:span>", DEEP);
    named(vec![
        ("page.html", format!("<html><body>{}", around("<div>", "</div>", DEEP)).into_bytes()),
        ("bold.html", format!("<html><body>{}They met.", "<b></x>".repeat(30_000)).into_bytes()),
        ("feed.xml", around("<a>", "</a>", DEEP).into_bytes()),
        ("rss.xml", format!("<rss><channel><item>{}</item></channel></rss>", around("<a>", "</a>", DEEP)).into_bytes()),
        ("list.json", around("[", "]", DEEP).into_bytes()),
        ("object.json", format!("[{}", "{\"text\":".repeat(DEEP)).into_bytes()),
        ("groups.rtf", format!("{{\\rtf1 {}", around("{", "}", DEEP)).into_bytes()),
        ("tables.docx", zip(&[("word/document.xml", format!("<w:document><w:body>{word}</w:body></w:document>").as_bytes())])),
        ("spans.odt", zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", format!("<office:document-content><office:body><office:text><text:p>{odt}</text:p></office:text></office:body></office:document-content>").as_bytes())])),
        ("quotes.md", format!("{} They met.", "> ".repeat(20_000)).into_bytes()),
        ("braces.bib", format!("@article{{a, title = {}", around("{", "}", DEEP)).into_bytes()),
        ("accents.bib", format!("@article{{a, abstract = {{{}}}}}", "\\'{".repeat(DEEP)).into_bytes()),
        (
            "items.rdf",
            format!("<rdf:RDF xmlns:z='http://www.zotero.org/namespaces/export#'>{}", around("<z:a>", "</z:a>", DEEP)).into_bytes(),
        ),
        ("archive.zip", archive),
        ("mail.eml", mail.into_bytes()),
        ("arrays.pdf", pdf_text(&format!("2 0 obj << /Type /Pages /Kids {} /Count 1 >> endobj", around("[", "]", DEEP).replace("They met.", "")))),
        ("saves.pdf", pdf_of("", &[format!("{} BT /F1 10 Tf (They met.) Tj ET", "q ".repeat(DEEP))])),
        ("marks.pdf", pdf_of("", &[format!("{} BT /F1 10 Tf (They met.) Tj ET", "/Span << /A ".repeat(20_000))])),
    ])
}

fn nulls() -> Files {
    let zeros = |name: &str| (format!("zeros.{name}"), vec![0; 100_000]);
    let mut files: Files =
        ["txt", "docx", "pdf", "eml", "html", "csv", "json", "doc", "xml", "zip", "bib", "rdf"]
            .iter()
            .map(|name| zeros(name))
            .collect();
    let within = |start: &[u8]| [start, &vec![0; 50_000], BODY.as_bytes()].concat();
    files.push(("within.pdf".to_owned(), within(b"%PDF-1.4\n")));
    files.push(("within.html".to_owned(), within(b"<html><body><p>They met.")));
    files.push(("within.doc".to_owned(), within(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")));
    files.push(("within.docx".to_owned(), within(b"PK\x03\x04\x14\0\x06\0word/document.xml")));
    files.push((
        "within.eml".to_owned(),
        within(b"From: a@b.example\r\nSubject: Talks\r\nDate: Tue, 22 Apr 2031 10:00:00 +0200\r\n\r\n"),
    ));
    files
}

fn contradictory() -> Files {
    let text = BODY.repeat(20);
    let changed = |mut bytes: Vec<u8>, at: usize, with: &[u8]| {
        bytes[at..at + with.len()].copy_from_slice(with);
        bytes
    };
    let archive = zip(&[("a.txt", text.as_bytes())]);
    let list = archive.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    let packed = gzip(text.as_bytes());
    let end = packed.len();
    let document = word_97(0xc1, 0x0200, "They met.\r", BODY);
    let table = document.windows(6).position(|six| six == [1, 2, 0, 7, 7, 2]).unwrap();
    let page = webarchive("https://x.example/", b"<html><p>They met.</p></html>");
    let pages = |what: &str| {
        pdf_text(&format!(
            "2 0 obj << /Type /Pages /Kids [3 0 R] {what} >> endobj\n3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 1e38 -1e38] >> endobj"
        ))
    };
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheet = format!(
        "<worksheet xmlns=\"{main}\"><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>text</t></is></c></row>\
        <row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>They met.</t></is></c></row></sheetData></worksheet>"
    );
    let book = workbook_of(&sheet);
    named(vec![
        ("sum.zip", changed(archive.clone(), 14, &[1, 2, 3, 4])),
        ("sum-in-list.zip", changed(archive.clone(), list + 16, &[1, 2, 3, 4])),
        ("size.zip", changed(archive.clone(), list + 24, &[0xff; 4])),
        ("packed-size.zip", changed(archive.clone(), list + 20, &[0xf0, 0xff, 0xff, 0x7f])),
        ("sum.gz", changed(packed.clone(), end - 8, &[1, 2, 3, 4])),
        ("size.gz", changed(packed, end - 4, &[0xff; 4])),
        ("length.tar", changed(tar(&[("a.txt", text.as_bytes())]), 124, b"77777777777")),
        ("letters.tar", changed(tar(&[("a.txt", text.as_bytes())]), 124, b"zzzzzzzzzzz")),
        ("pieces.doc", changed(document.clone(), table + 6, &[0xff; 4])),
        ("places.doc", changed(document.clone(), table + 10, &[0xff; 12])),
        ("length.webarchive", changed(page.clone(), page.len() - 24, &[0xff; 8])),
        ("places.webarchive", changed(page.clone(), page.len() - 8, &[0xff; 8])),
        ("count.pdf", pages("/Count 2147483647")),
        ("negative.pdf", pages("/Count -9")),
        ("size.pdf", b"%PDF-1.5\n1 0 obj << /Type /XRef /Size 2147483647 /W [8 8 8] /Index [0 2147483647] /Root 1 0 R /Length 9 >> stream\n123456789\nendstream endobj\nstartxref\n9\n%%EOF".to_vec()),
        ("corners.xlsx", book),
    ])
}

/// A workbook of one sheet, as it is written.
fn workbook_of(sheet: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let leads = |to: &str, kind: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/{kind}\" Target=\"{to}\"/></Relationships>"
        )
    };
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", leads("xl/workbook.xml", "officeDocument").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", leads("worksheets/sheet1.xml", "worksheet").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn endless() -> Files {
    const MANY: usize = 300_000;
    named(vec![
        ("line.txt", vec![b'a'; 5_000_000]),
        ("quotes.csv", format!("title,text\n{}", "\"".repeat(MANY + 1)).into_bytes()),
        ("columns.csv", format!("title,text{}\n", ",".repeat(MANY)).repeat(3).into_bytes()),
        (
            "headers.eml",
            format!("From: a@b.example\r\n{}\r\nThey met.", "Subject: Talks\r\n".repeat(MANY)).into_bytes(),
        ),
        (
            "words.eml",
            format!(
                "From: a@b.example\r\nDate: Tue, 22 Apr 2031 10:00:00 +0200\r\nSubject: {}\r\n\r\nThey met.",
                "=?utf-8?q?a?= ".repeat(50_000)
            )
            .into_bytes(),
        ),
        ("attribute.html", format!("<html><body title=\"{}", "a ".repeat(MANY)).into_bytes()),
        ("comments.html", format!("<html><body>{}", "<!-- ".repeat(MANY)).into_bytes()),
        ("tags.html", format!("<html><body>{}", "<p><a><table>".repeat(20_000)).into_bytes()),
        ("links.md", "[".repeat(MANY).into_bytes()),
        ("marks.md", "*a_ ".repeat(MANY).into_bytes()),
        ("escapes.rtf", format!("{{\\rtf1 {}", "\\u-1?".repeat(MANY)).into_bytes()),
        ("bytes.rtf", b"{\\rtf1 \\bin2147483647 They met.}".to_vec()),
        ("text.pdf", pdf_of("", &[format!("BT /F1 10 Tf 60 700 Td {} ET", "(a) Tj ".repeat(100_000))])),
        ("pictures.pdf", scanned_pdf(500)),
        ("lines.pdf", pdf_of("", &["0 0 m 9 9 l S ".repeat(100_000)])),
        (
            "numbers.pdf",
            pdf_of("", &[format!("BT /F1 {0} Tf {0} {0} Td (They met.) Tj ET", "9".repeat(400))]),
        ),
        ("entries.bib", "@a{".repeat(MANY).into_bytes()),
        ("keys.bib", format!("{}=", "@a{b\n".repeat(MANY)).into_bytes()),
        ("quotes.bib", format!("@a{{b, title = \"{}", "{\\\"".repeat(MANY)).into_bytes()),
        (
            "files.bib",
            format!("@a{{b, title = {{Talks}}, file = {{{}}}}}", "a:b\\;".repeat(MANY)).into_bytes(),
        ),
        (
            "author.bib",
            format!("@a{{b, author = {{{}}}, abstract = {{{BODY}}}}}", "Lowe, Ann and ".repeat(MANY))
                .into_bytes(),
        ),
        (
            "sources.txt",
            format!("OpenURL Link\n{}", "April 22, 2031 | The Courier\n\n7\n".repeat(50_000)).into_bytes(),
        ),
        (
            "records.txt",
            format!("Source: a\n{}", "Title: a\nAccession Number: 7\n".repeat(50_000)).into_bytes(),
        ),
        ("lines.ris", format!("TY  - NEWS\n{}", "TI  - Talks\n".repeat(MANY)).into_bytes()),
    ])
}
