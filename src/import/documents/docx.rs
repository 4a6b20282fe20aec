//! Word documents: `.docx`. Paragraphs and cells of tables in their order; what was struck out, and the codes
//! behind fields, are no text.

use super::articles_of;
use super::package::{Package, ZIP_START};
use crate::import::blocks::Blocks;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::sniff::holds;
use crate::import::xml::{self, Element};
use crate::import::{Format, Sureness};

/// A document of Word.
pub(in crate::import) const DOCX: Format = Format {
    name: "Word document",
    extensions: &["docx", "docm"],
    media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    is_risky: true,
    is_decoded: false,
    large: Large::CUT,
    recognizes: |file| Sureness::sure_if(file.begins(ZIP_START) && holds(file.bytes, b"word/document")),
    read,
};

/// Elements whose words are none of the text.
const WITHOUT: &[&str] = &[
    "del",
    "delText",
    "moveFrom",
    "instrText",
    "fldData",
    "Fallback",
    "footnoteReference",
    "pPr",
    "rPr",
    "tblPr",
    "sectPr",
    "drawing",
    "pict",
    "object",
    "annotationRef",
];

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut package = Package::open(file.bytes, "a Word document")?;
    let document = package.text("word/document.xml", findings)?;
    let budget = findings.worth(document.len());
    let document = xml::parse(&document, &budget)?;
    let mut text = Blocks::default();
    write(&document, &mut text);
    let title = title_of(&document);
    articles_of(&text.end(), title, findings)
}

/// The words of what stands in an element.
fn write(element: &Element, text: &mut Blocks) {
    for child in element.elements() {
        match child.name.as_str() {
            name if WITHOUT.contains(&name) => {}
            "t" => text.push(&child.raw()),
            "tab" => text.push(" "),
            "br" | "cr" => text.line(),
            "noBreakHyphen" => text.push("-"),
            "p" => {
                text.block();
                write(child, text);
                text.block();
            }
            _ => write(child, text),
        }
    }
}

/// The paragraph in the style of titles, if it is among the first.
fn title_of(document: &Element) -> Option<String> {
    const FIRST: usize = 6;
    let paragraphs = document.all("p").into_iter().take(FIRST);
    let titled = paragraphs.filter(|paragraph| {
        let styles = paragraph.elements().filter(|child| child.is("pPr")).flat_map(Element::elements);
        styles.filter(|child| child.is("pStyle")).any(|style| style.attribute("val") == Some("Title"))
    });
    let mut titles = titled.map(|paragraph| {
        let mut text = Blocks::default();
        write(paragraph, &mut text);
        text.end()
    });
    titles.find(|title| !title.is_empty() && !title.contains('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Budget, CancelToken};

    #[test]
    fn runs_are_one_word_and_what_was_struck_out_is_none() {
        let document = "<w:document><w:body><w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Ministers m</w:t></w:r>\
            <w:r><w:t>eet</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>They </w:t></w:r><w:del><w:r>\
            <w:delText>never </w:delText></w:r></w:del><w:r><w:t>met.</w:t><w:br/><w:t>They &amp; we parted.</w:t></w:r></w:p>\
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>One</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
            </w:body></w:document>";
        let document = xml::parse(document, &Budget::new(100_000, CancelToken::default())).unwrap();
        let mut text = Blocks::default();
        write(&document, &mut text);
        assert_eq!(text.end(), "Ministers meet\n\nThey met.\nThey & we parted.\n\nOne\n\nTwo");
        assert_eq!(title_of(&document).as_deref(), Some("Ministers meet"));
    }
}
