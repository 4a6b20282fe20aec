//! The RDF of Zotero: `.rdf`. Items, and beside them the journals, notes and attachments that they point at. A list is
//! read twice: first for what items point at, then item by item.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Each, Entry, text_of};
use crate::import::error::ImportError;
use crate::import::large::Large;
use crate::import::reference::Reference;
use crate::import::xml::{self, Element};
use crate::import::{Format, Sureness};
use crate::model::Budget;

/// A library of Zotero.
pub(in crate::import) const ZOTERO: Format = Format {
    name: "References (Zotero RDF)",
    extensions: &["rdf"],
    media_type: "application/rdf+xml",
    is_risky: false,
    is_decoded: true,
    large: Large::CUT,
    recognizes: |file| Sureness::sure_if(recognizes(file.head())),
    read: |file, findings| super::read(entries, file.text()?, findings),
};

/// The vocabularies that Zotero writes in.
const VOCABULARIES: &[&str] = &["http://www.zotero.org/namespaces/export#", "http://purl.org/net/biblio#"];

fn recognizes(text: &str) -> bool {
    let is_rdf = text.trim_start().starts_with('<') && text.contains("RDF");
    is_rdf && VOCABULARIES.iter().any(|vocabulary| text.contains(vocabulary))
}

/// What items point at, by what it is called in the list.
#[derive(Default)]
struct Pointed {
    attachments: FxHashMap<String, Attachment>,
    /// The attachments in their order.
    order: Vec<String>,
    notes: FxHashMap<String, String>,
    /// The titles of papers.
    papers: FxHashMap<String, String>,
    /// What some item points at.
    taken: FxHashSet<String>,
}

/// A file that belongs to an item.
struct Attachment {
    path: String,
    url: Option<String>,
}

pub(super) fn entries(text: &str, budget: &Budget, each: &mut Each<'_>) -> Result<(), ImportError> {
    let mut pointed = Pointed::default();
    each_item(text, budget, &mut |element| {
        pointed.note(&element, budget)?;
        Ok(())
    })?;
    each_item(text, budget, &mut |element| match is_item(&element) {
        true => each(entry(&element, &pointed, budget)?),
        false => Ok(()),
    })?;
    // Files that Zotero has without an item.
    let alone = pointed.order.iter().filter(|id| !pointed.taken.contains(*id));
    for attachment in alone.filter_map(|id| pointed.attachments.get(id)) {
        let reference = Reference { url: attachment.url.clone(), ..Reference::default() };
        each(Entry {
            reference: reference.in_lines(),
            files: vec![attachment.path.clone()],
            paragraphs: Vec::new(),
        })?;
    }
    Ok(())
}

/// Takes each element that stands right in the list.
fn each_item(
    text: &str,
    budget: &Budget,
    take: &mut dyn FnMut(Element) -> Result<(), ImportError>,
) -> Result<(), ImportError> {
    xml::each(text, budget, &mut |around, element| {
        // Below the document itself and the list.
        if around.len() == 2 { take(element).map(|()| None) } else { Ok(Some(element)) }
    })?;
    Ok(())
}

/// Whether an element is something that somebody cites.
fn is_item(element: &Element) -> bool {
    /// What else stands in a list.
    const OTHERS: &[&str] = &["Attachment", "Memo", "Collection"];
    let is_other = OTHERS.iter().any(|name| element.is(name));
    !is_other && child(element, "itemType").is_some_and(|kind| kind.words() != "attachment")
}

impl Pointed {
    fn note(&mut self, element: &Element, budget: &Budget) -> Result<(), ImportError> {
        let about = element.attribute("about").unwrap_or_default().to_owned();
        if is_item(element) {
            let links = pointers(element, "link").chain(pointers(element, "isReferencedBy"));
            self.taken.extend(links.map(str::to_owned));
        } else if element.is("Attachment") {
            let path = ["resource", "path"].iter().find_map(|name| {
                let element = child(element, name)?;
                let path = element.attribute("resource").map(str::to_owned);
                path.or_else(|| Some(element.words())).filter(|path| !path.is_empty())
            });
            if let Some(path) = path {
                self.order.push(about.clone());
                self.attachments.insert(about, Attachment { path, url: url(element) });
            }
        } else if element.is("Memo") {
            let note = child(element, "value").map(Element::raw).unwrap_or_default();
            budget.spend(note.len() as u64)?;
            self.notes.insert(about, note);
        } else if let Some(title) = words(element, "title") {
            self.papers.insert(about, title);
        }
        Ok(())
    }
}

/// The element of this name right in another.
fn child<'e>(element: &'e Element, name: &str) -> Option<&'e Element> {
    element.elements().find(|child| child.is(name))
}

/// What the element of this name says.
fn words(element: &Element, name: &str) -> Option<String> {
    child(element, name).map(Element::words).filter(|words| !words.is_empty())
}

/// What an element points at by elements of this name.
fn pointers<'e>(element: &'e Element, name: &'static str) -> impl Iterator<Item = &'e str> {
    element.elements().filter(move |child| child.is(name)).filter_map(|child| child.attribute("resource"))
}

/// The address of an item or attachment.
fn url(element: &Element) -> Option<String> {
    let identifiers = element.elements().filter(|child| child.is("identifier"));
    identifiers.map(Element::words).find(|words| words.contains("://"))
}

fn entry(item: &Element, pointed: &Pointed, budget: &Budget) -> Result<Entry, ImportError> {
    let attached = || pointers(item, "link").filter_map(|id| pointed.attachments.get(id));
    let notes = pointers(item, "isReferencedBy").filter_map(|id| pointed.notes.get(id));
    let notes = notes.map(|note| super::paragraphs_of(note, budget)).collect::<Result<_, _>>()?;
    let abstracts = item.elements().filter(|child| child.is("abstract")).map(Element::raw);
    let abstracts = abstracts.map(|text| super::paragraphs_of(&text, budget)).collect::<Result<_, _>>()?;
    let reference = Reference {
        title: words(item, "title"),
        publisher: paper(item, pointed).or_else(|| words(item, "publisher")),
        byline: authors(item),
        published: words(item, "date"),
        url: url(item).or_else(|| attached().find_map(|attachment| attachment.url.clone())),
        language: words(item, "language"),
    };
    let files = attached().map(|attachment| attachment.path.clone()).collect();
    Ok(Entry { reference: reference.in_lines(), files, paragraphs: text_of(abstracts, notes) })
}

/// The paper that an item is part of: it stands in the item, or beside it.
fn paper(item: &Element, pointed: &Pointed) -> Option<String> {
    let parts = || item.elements().filter(|child| child.is("isPartOf"));
    let within = || parts().flat_map(Element::elements).find_map(|paper| words(paper, "title"));
    let beside = || {
        parts().filter_map(|part| part.attribute("resource")).find_map(|id| pointed.papers.get(id).cloned())
    };
    within().or_else(beside)
}

fn authors(item: &Element) -> Option<String> {
    let people = child(item, "authors").map(|authors| authors.all("Person")).unwrap_or_default();
    let name = |person: &&Element| {
        let given = words(person, "givenName").or_else(|| words(person, "givenname"));
        let names = [given, words(person, "surname").or_else(|| words(person, "name"))];
        names.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let all = people.iter().map(name).filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ");
    (!all.is_empty()).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CancelToken;

    #[test]
    fn an_item_is_read_with_what_it_points_at() {
        let text = "<rdf:RDF xmlns:z=\"http://www.zotero.org/namespaces/export#\">\
            <rdf:Description rdf:about=\"#item_1\"><z:itemType>newspaperArticle</z:itemType>\
            <dcterms:isPartOf rdf:resource=\"#paper\"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lowe</foaf:surname>\
            <foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>\
            <link:link rdf:resource=\"#item_2\"/><dcterms:isReferencedBy rdf:resource=\"#item_3\"/>\
            <dc:title>Ministers meet</dc:title><dc:date>2031-04-22</dc:date><dc:identifier><dcterms:URI>\
            <rdf:value>https://x.example/1</rdf:value></dcterms:URI></dc:identifier></rdf:Description>\
            <bib:Newspaper rdf:about=\"#paper\"><dc:title>The Courier</dc:title></bib:Newspaper>\
            <z:Attachment rdf:about=\"#item_2\"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource=\"files/2/a.html\"/></z:Attachment>\
            <bib:Memo rdf:about=\"#item_3\"><rdf:value>&lt;p&gt;They met in the old customs house of Lund.&lt;/p&gt;</rdf:value></bib:Memo>\
            <z:Attachment rdf:about=\"#item_4\"><z:path>files/4/b.txt</z:path></z:Attachment></rdf:RDF>";
        assert!(recognizes(text));
        let (budget, mut found) = (Budget::new(1_000_000, CancelToken::default()), Vec::new());
        entries(text, &budget, &mut |entry| {
            found.push(entry);
            Ok(())
        })
        .unwrap();
        let reference = &found[0].reference;
        assert_eq!(
            (reference.title.as_deref(), reference.byline.as_deref()),
            (Some("Ministers meet"), Some("Ann Lowe"))
        );
        assert_eq!(
            (reference.publisher.as_deref(), reference.published.as_deref()),
            (Some("The Courier"), Some("2031-04-22"))
        );
        assert_eq!(reference.url.as_deref(), Some("https://x.example/1"));
        assert_eq!(found[0].paragraphs, ["They met in the old customs house of Lund."]);
        assert_eq!(
            (found[0].files.as_slice(), found[1].files.as_slice()),
            (&["files/2/a.html".to_owned()][..], &["files/4/b.txt".to_owned()][..])
        );
    }
}
