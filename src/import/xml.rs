//! XML, read into elements with the work counted: nothing is fetched, no entity of the file's own is expanded, and
//! what lies too deep is given up. Names are local: of `ns0:headline` it is `headline`.
//!
//! Whoever reads a feed of many articles gets each as it ends, and it is not kept.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::blocks::Blocks;
use super::error::ImportError;
use crate::model::Budget;

/// Elements lie no deeper within each other.
const DEEPEST: usize = 256;

/// An element with all that is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Child {
    Element(Element),
    Text(String),
}

/// Entities that writers of XML take from HTML without declaring them.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("copy", "©"),
    ("eacute", "é"),
];

/// Takes an element that has just ended, below those that are still open; gives it back if it is to be kept in
/// the one around it.
pub(super) type Take<'t> = dyn FnMut(&[Element], Element) -> Result<Option<Element>, ImportError> + 't;

/// The outermost element of a text. Of one that breaks off it is what came before.
pub(super) fn parse(text: &str, budget: &Budget) -> Result<Element, ImportError> {
    each(text, budget, &mut |_, element| Ok(Some(element)))
}

/// Reads a text element by element, and gives the outermost with all that was kept.
pub(super) fn each(text: &str, budget: &Budget, take: &mut Take<'_>) -> Result<Element, ImportError> {
    let mut reader = Reader::from_str(text.trim_start());
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
    // The first is the document itself.
    let mut open = vec![Element::default()];
    loop {
        budget.spend(4)?;
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                if open.len() > DEEPEST {
                    return Err(ImportError::TooIntricate);
                }
                open.push(Element::of(&start, budget)?);
            }
            Ok(Event::Empty(start)) => {
                let element = Element::of(&start, budget)?;
                close(&mut open, element, take)?;
            }
            Ok(Event::End(end)) => {
                // An end that nothing began is none; one of an outer element ends those within.
                if open.iter().skip(1).any(|element| element.name == end.local_name().as_ref()) {
                    while let Some(element) = open.pop_if(|_| true) {
                        let is_it = element.name == end.local_name().as_ref();
                        close(&mut open, element, take)?;
                        if is_it {
                            break;
                        }
                    }
                }
            }
            Ok(Event::Text(text)) => push(&mut open, &text.xml10_content(), budget)?,
            Ok(Event::CData(text)) => push(&mut open, &text.into_inner(), budget)?,
            Ok(Event::GeneralRef(entity)) => push(&mut open, &resolved(&entity), budget)?,
            Ok(Event::Eof) | Err(_) => break,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
        }
    }
    while open.len() > 1 {
        let Some(element) = open.pop() else { break };
        close(&mut open, element, take)?;
    }
    let mut children = open.pop().unwrap_or_default().children.into_iter();
    let root =
        children.find_map(|child| if let Child::Element(element) = child { Some(element) } else { None });
    Ok(root.unwrap_or_default())
}

/// The characters that an entity stands for; itself where nobody knows.
fn resolved(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = entity.resolve_char_ref() {
        return character.to_string();
    }
    let name: &str = entity;
    let known = ENTITIES.iter().find(|(known, _)| *known == name);
    known.map_or_else(|| format!("&{name};"), |(_, character)| (*character).to_owned())
}

/// Adds text to the element that is open.
fn push(open: &mut [Element], text: &str, budget: &Budget) -> Result<(), ImportError> {
    budget.spend(text.len() as u64)?;
    let Some(element) = open.last_mut() else { return Ok(()) };
    match element.children.last_mut() {
        Some(Child::Text(before)) => before.push_str(text),
        _ => element.children.push(Child::Text(text.to_owned())),
    }
    Ok(())
}

/// An element has ended.
fn close(open: &mut [Element], element: Element, take: &mut Take<'_>) -> Result<(), ImportError> {
    let kept = take(open, element)?;
    if let (Some(kept), Some(parent)) = (kept, open.last_mut()) {
        parent.children.push(Child::Element(kept));
    }
    Ok(())
}

impl Element {
    fn of(start: &BytesStart<'_>, budget: &Budget) -> Result<Self, ImportError> {
        budget.spend(start.len() as u64)?;
        // Whether one stands twice is asked of all before it: nobody needs to know.
        let mut attributes = start.attributes();
        let attributes = attributes.with_checks(false).filter_map(Result::ok).map(|attribute| {
            let value = quick_xml::escape::unescape(&attribute.value).unwrap_or(attribute.value.clone());
            (attribute.key.local_name().as_ref().to_owned(), value.into_owned())
        });
        Ok(Self {
            name: start.local_name().as_ref().to_owned(),
            attributes: attributes.collect(),
            children: Vec::new(),
        })
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is called so, in any case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The elements right in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// All elements in it of this name, at any depth, in their order.
    pub fn all(&self, name: &str) -> Vec<&Element> {
        let mut found = Vec::new();
        self.collect(name, &mut found);
        found
    }

    fn collect<'e>(&'e self, name: &str, found: &mut Vec<&'e Element>) {
        for element in self.elements() {
            if element.is(name) {
                found.push(element);
            }
            element.collect(name, found);
        }
    }

    /// Its words with single spaces.
    pub fn words(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its text as it is written, line breaks and all.
    pub fn raw(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(words) => text.push_str(words),
                Child::Element(element) => element.write(text),
            }
        }
    }

    /// Its text in blocks: an element that is one of `blocks` stands by itself, and what is in one of `without`
    /// is left out.
    pub fn blocks(&self, blocks: &[&str], without: &[&str]) -> String {
        let mut text = Blocks::default();
        self.write_blocks(&mut text, blocks, without);
        text.end()
    }

    fn write_blocks(&self, text: &mut Blocks, blocks: &[&str], without: &[&str]) {
        for child in &self.children {
            match child {
                Child::Text(words) => text.push(words),
                Child::Element(element) if without.iter().any(|name| element.is(name)) => {}
                Child::Element(element) => {
                    let is_block = blocks.iter().any(|name| element.is(name));
                    if is_block {
                        text.block();
                    }
                    if element.is("br") {
                        text.line();
                    }
                    element.write_blocks(text, blocks, without);
                    if is_block {
                        text.block();
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CancelToken;

    fn parsed(text: &str) -> Result<Element, ImportError> {
        parse(text, &Budget::new(1_000_000, CancelToken::default()))
    }

    #[test]
    fn names_are_local_and_entities_are_characters() {
        let root = parsed("<?xml version='1.0'?><n:a x='1 &amp; 2'><n:b>Caf&#xE9; &amp; bar&nbsp;<![CDATA[<i>]]></n:b></n:a>").unwrap();
        assert_eq!((root.name.as_str(), root.attribute("x")), ("a", Some("1 & 2")));
        assert_eq!(root.words(), "Café & bar <i>");
    }

    #[test]
    fn what_breaks_off_or_is_crossed_is_read_as_far_as_it_goes() {
        assert_eq!(parsed("<a><b>one</b><c>two").unwrap().words(), "onetwo");
        assert_eq!(parsed("<a><b>one<c>two</b></a>three").unwrap().all("c").len(), 1);
        assert_eq!(parsed("</x><a>one & two</a>").unwrap().words(), "one & two");
    }

    #[test]
    fn entities_of_the_files_own_do_not_expand() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]><a>&c;&d;</a>";
        assert_eq!(parsed(bomb).unwrap().words(), "&c;&d;");
    }

    #[test]
    fn what_lies_too_deep_is_given_up() {
        assert_eq!(parsed(&"<a>".repeat(100_000)).unwrap_err(), ImportError::TooIntricate);
    }
}
