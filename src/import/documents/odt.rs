//! OpenDocument texts, of LibreOffice and others: `.odt`.

use super::articles_of;
use super::package::{Package, ZIP_START};
use crate::import::blocks::Blocks;
use crate::import::error::ImportError;
use crate::import::file::File;
use crate::import::findings::Findings;
use crate::import::large::Large;
use crate::import::sniff::holds;
use crate::import::xml::{self, Child, Element};
use crate::import::{Format, Sureness};

/// A document of LibreOffice.
pub(in crate::import) const ODT: Format = Format {
    name: "OpenDocument text",
    extensions: &["odt", "ott"],
    media_type: "application/vnd.oasis.opendocument.text",
    is_risky: true,
    is_decoded: false,
    large: Large::CUT,
    recognizes: |file| {
        let start = file.bytes.get(..200).unwrap_or(file.bytes);
        Sureness::sure_if(file.begins(ZIP_START) && holds(start, b"application/vnd.oasis.opendocument.text"))
    },
    read,
};

/// Elements whose words are none of the text: changes that were struck out, remarks, numbers of pages.
const WITHOUT: &[&str] = &[
    "tracked-changes",
    "annotation",
    "note-citation",
    "sequence-decls",
    "forms",
    "page-number",
    "frame",
    "ruby-text",
];

fn read(file: &File<'_>, findings: &mut Findings<'_, '_>) -> Result<(), ImportError> {
    let mut package = Package::open(file.bytes, "an OpenDocument text")?;
    if package
        .text("META-INF/manifest.xml", findings)
        .is_ok_and(|manifest| manifest.contains("encryption-data"))
    {
        let remedy = "Open it with its password in its own program and save a copy without one.";
        return Err(ImportError::Binary { looks_like: "a locked OpenDocument text", remedy });
    }
    let content = package.text("content.xml", findings)?;
    let budget = findings.worth(content.len());
    let content = xml::parse(&content, &budget)?;
    let mut text = Blocks::default();
    for body in content.all("body") {
        write(body, &mut text);
    }
    let title = content.all("p").into_iter().take(6).find(|p| p.attribute("style-name") == Some("Title"));
    articles_of(&text.end(), title.map(Element::words).filter(|title| !title.is_empty()), findings)
}

fn write(element: &Element, text: &mut Blocks) {
    for child in &element.children {
        match child {
            Child::Text(words) => text.push(words),
            Child::Element(child) => match child.name.as_str() {
                name if WITHOUT.contains(&name) => {}
                "s" | "tab" => text.push(" "),
                "line-break" => text.line(),
                "p" | "h" => {
                    text.block();
                    write(child, text);
                    text.block();
                }
                _ => write(child, text),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Budget, CancelToken};

    #[test]
    fn remarks_and_changes_are_no_text() {
        let content = "<office:body><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Talks</text:h>\
            <text:p>They<text:s/>met<office:annotation><text:p>really?</text:p></office:annotation>.</text:p></office:body>";
        let content = xml::parse(content, &Budget::new(100_000, CancelToken::default())).unwrap();
        let mut text = Blocks::default();
        write(&content, &mut text);
        assert_eq!(text.end(), "Talks\n\nThey met.");
    }
}
