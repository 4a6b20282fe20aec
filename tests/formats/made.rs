//! Files of many kinds, made as small as they can be.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};

/// A ZIP archive.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut list) = (Vec::new(), Vec::new());
    for (name, content) in files {
        // What a document is stands at its beginning as it is, so that anybody can see it.
        let is_packed = *name != "mimetype";
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(content).unwrap();
        let packed = if is_packed { encoder.finish().unwrap() } else { content.to_vec() };
        let mut crc = flate2::Crc::new();
        crc.update(content);
        let mut about = vec![20, 0, 0, 0, if is_packed { 8 } else { 0 }, 0, 0, 0, 0x21, 0];
        about.extend(crc.sum().to_le_bytes());
        about.extend((packed.len() as u32).to_le_bytes());
        about.extend((content.len() as u32).to_le_bytes());
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        let at = archive.len() as u32;
        archive.extend(b"PK\x03\x04");
        archive.extend(&about);
        archive.extend(name.as_bytes());
        archive.extend(&packed);
        list.extend(b"PK\x01\x02\x14\0");
        list.extend(&about);
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let (at, length, count) = (archive.len() as u32, list.len() as u32, files.len() as u16);
    archive.extend(list);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(length.to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

/// A packed file.
pub fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// A TAR archive.
pub fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = Vec::new();
    for (name, content) in files {
        let mut header = vec![0; 512];
        header[..name.len()].copy_from_slice(name.as_bytes());
        header[124..135].copy_from_slice(format!("{:011o}", content.len()).as_bytes());
        header[156] = b'0';
        header[257..262].copy_from_slice(b"ustar");
        archive.extend(header);
        archive.extend(*content);
        archive.resize(archive.len().next_multiple_of(512), 0);
    }
    archive.resize(archive.len() + 1024, 0);
    archive
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A Word document with these paragraphs.
pub fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let paragraph =
        |text: &&str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(text));
    let body: String = paragraphs.iter().map(paragraph).collect();
    let document =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

/// A document of LibreOffice with these paragraphs.
pub fn odt(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|text| format!("<text:p>{}</text:p>", escaped(text))).collect();
    let content = format!(
        "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())])
}

/// A workbook with one sheet of these rows.
pub fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text));
    let row = |row: &&[&str]| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let leads = |to: &str, kind: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/{kind}\" \
             Target=\"{to}\"/></Relationships>"
        )
    };
    let (of_package, of_book) =
        (leads("xl/workbook.xml", "officeDocument"), leads("worksheets/sheet1.xml", "worksheet"));
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", of_package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", of_book.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// A message with what is attached to it.
pub fn message(subject: &str, text: &str, attached: &[(&str, &[u8])]) -> Vec<u8> {
    let mut message = format!(
        "From: Ministry of the Harbor <press@harbor.example>\r\nTo: a@b.example\r\nSubject: {subject}\r\nDate: Tue, 22 Apr 2031 10:00:00 +0200\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    );
    for (name, content) in attached {
        let kind = if name.ends_with("png") { "image/png" } else { "application/octet-stream" };
        message.push_str(&format!(
            "--x\r\nContent-Type: {kind}; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            base64(content)
        ));
    }
    message.push_str("--x--\r\n");
    message.into_bytes()
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number =
            three.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for digit in 0..4 {
            let is_there = digit <= three.len();
            let index = (number >> (18 - 6 * digit) & 63) as usize;
            text.push(if is_there { char::from(DIGITS[index]) } else { '=' });
        }
    }
    text
}

/// Words on a page of a PDF: how far from the left and from below, how large, and what.
pub type Words<'t> = (u32, u32, u32, &'t str);

/// A PDF document with these words on its pages.
pub fn pdf(pages: &[&[Words<'_>]]) -> Vec<u8> {
    pdf_with("", pages)
}

/// The same, with more in the list that closes it: a title, a lock.
pub fn pdf_with(trailer: &str, pages: &[&[Words<'_>]]) -> Vec<u8> {
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    let words =
        |(x, y, size, text): &Words<'_>| format!("BT /F1 {size} Tf {x} {y} Td ({}) Tj ET\n", escaped(text));
    let contents: Vec<String> = pages.iter().map(|page| page.iter().map(words).collect()).collect();
    pdf_of(trailer, &contents)
}

/// A PDF document each page of which is a picture with nothing on it.
pub fn scanned_pdf(pages: usize) -> Vec<u8> {
    pdf_of("", &vec!["q 595 0 0 842 0 0 cm /Im1 Do Q".to_owned(); pages])
}

/// A PDF document of pages with such content.
pub fn pdf_of(trailer: &str, contents: &[String]) -> Vec<u8> {
    let picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream";
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let kids: String = (0..contents.len()).map(|page| format!("{} 0 R ", 5 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", contents.len()),
        font.to_owned(),
        picture.to_owned(),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >> >>",
            6 + 2 * page
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (at, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let (count, at) = (objects.len() + 1, pdf.len());
    pdf.push_str(&format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{at}\n%%EOF\n"
    ));
    pdf.into_bytes()
}

/// A file of the older Office kind with these streams.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        file.create_stream(format!("/{name}")).unwrap().write_all(content).unwrap();
    }
    file.into_inner().into_inner()
}

/// A Word 97 document of two pieces: one in the letters of Windows, the other in Unicode. `version` and `flags` are what
/// its head says.
pub fn word_97(version: u16, flags: u16, narrow: &str, wide: &str) -> Vec<u8> {
    const HEAD: usize = 0x200;
    let narrow: Vec<u8> = encoding_rs::WINDOWS_1252.encode(narrow).0.into_owned();
    let wide: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut document = vec![0; HEAD];
    let mut put = |at: usize, bytes: &[u8]| document[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &0xa5ec_u16.to_le_bytes());
    put(2, &version.to_le_bytes());
    put(10, &flags.to_le_bytes());
    let (first, all) = (narrow.len() as u32, (narrow.len() + wide.len() / 2) as u32);
    put(0x4c, &all.to_le_bytes());
    let mut table = vec![1, 2, 0, 7, 7, 2];
    table.extend(28_u32.to_le_bytes());
    [0, first, all].iter().for_each(|place: &u32| table.extend(place.to_le_bytes()));
    for at in [(HEAD as u32 * 2) | 0x4000_0000, HEAD as u32 + first] {
        table.extend([0, 0]);
        table.extend(at.to_le_bytes());
        table.extend([0, 0]);
    }
    put(0x1a6, &(table.len() as u32).to_le_bytes());
    document.extend(narrow);
    document.extend(wide);
    compound(&[("WordDocument", &document), ("1Table", &table)])
}

/// A page that Safari saved.
pub fn webarchive(url: &str, page: &[u8]) -> Vec<u8> {
    // Value 0 is the list, value 2 the page in it.
    let names = ["WebMainResource", "WebResourceData", "WebResourceURL"];
    let mut values: Vec<Vec<u8>> = vec![vec![0xd1, 1, 2]];
    let text = |text: &str| [&[0x5f, 0x10, text.len() as u8], text.as_bytes()].concat();
    values.push(text(names[0]));
    values.push(vec![0xd2, 3, 4, 5, 6]);
    values.extend([text(names[1]), text(names[2])]);
    values.push([&[0x4f, 0x12], &(page.len() as u32).to_be_bytes()[..], page].concat());
    values.push(text(url));
    let mut file = b"bplist00".to_vec();
    let mut places = Vec::new();
    for value in &values {
        places.extend((file.len() as u32).to_be_bytes());
        file.extend(value);
    }
    let at = file.len() as u64;
    file.extend(places);
    file.extend([0, 0, 0, 0, 0, 0, 4, 1]);
    [values.len() as u64, 0, at].iter().for_each(|number| file.extend(number.to_be_bytes()));
    file
}
