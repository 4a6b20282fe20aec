//! A page's tree as it grows under the parser, with each look at it counted. See [`super::tree`].

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use ego_tree::NodeId;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};
use scraper::{Html, HtmlTreeSink};

use crate::model::{Budget, GivenUp};

/// Deeper pages are not read; browsers stop at this depth too.
pub(super) const DEEPEST: usize = 512;

/// A page of more nodes is not the page of an article: the longest have some tens of thousands.
const MOST_NODES: usize = 400_000;

/// Attributes that a page repeats its first element for are looked through one by one.
const MOST_ADDED_ATTRIBUTES: usize = 100;

/// A node as the tree builder knows it.
#[derive(Clone, Copy)]
pub(super) struct Handle {
    id: NodeId,
    /// Its place in [`Counted::depths`].
    number: usize,
}

/// The tree as it grows.
pub(super) struct Counted<'b> {
    document: HtmlTreeSink,
    budget: &'b Budget,
    /// How deep each node was put into the tree; the root is the first.
    depths: RefCell<Vec<usize>>,
    added_attributes: Cell<usize>,
    given_up: Cell<Option<GivenUp>>,
}

impl<'b> Counted<'b> {
    /// An empty tree.
    pub fn new(budget: &'b Budget) -> Self {
        Self {
            document: HtmlTreeSink::new(Html::new_document()),
            budget,
            depths: RefCell::new(vec![0]),
            added_attributes: Cell::new(0),
            given_up: Cell::new(None),
        }
    }

    /// Counts so many steps.
    pub fn step(&self, steps: u64) {
        if let Err(why) = self.budget.spend(steps) {
            self.given_up.set(self.given_up.get().or(Some(why)));
        }
    }

    /// Whether to go on.
    pub fn go_on(&self) -> Result<(), GivenUp> {
        self.given_up.get().map_or(Ok(()), Err)
    }

    /// The whole tree.
    pub fn into_document(self) -> Result<Html, GivenUp> {
        self.go_on().map(|()| self.document.finish())
    }

    fn known(&self, id: NodeId) -> Handle {
        let mut depths = self.depths.borrow_mut();
        depths.push(0);
        if depths.len() > MOST_NODES {
            self.given_up.set(Some(GivenUp::TooMuchWork));
        }
        Handle { id, number: depths.len() - 1 }
    }

    /// Notes how deep a node is put. What lies in it already is moved with it, and is not looked at: that the
    /// whole is not too deep is seen to at the end.
    fn put(&self, parent: &Handle, child: &NodeOrText<Handle>) {
        self.step(1);
        let NodeOrText::AppendNode(child) = child else { return };
        let mut depths = self.depths.borrow_mut();
        let depth = depths.get(parent.number).map_or(0, |depth| depth + 1);
        if let Some(of_child) = depths.get_mut(child.number) {
            *of_child = depth;
        }
        if depth > DEEPEST {
            self.given_up.set(Some(GivenUp::TooMuchWork));
        }
    }
}

/// What the tree takes for this child.
fn plain(child: NodeOrText<Handle>) -> NodeOrText<NodeId> {
    match child {
        NodeOrText::AppendNode(node) => NodeOrText::AppendNode(node.id),
        NodeOrText::AppendText(text) => NodeOrText::AppendText(text),
    }
}

impl TreeSink for Counted<'_> {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a>
        = Ref<'a, QualName>
    where
        Self: 'a;

    fn finish(self) -> Self {
        self
    }

    /// Nobody reads them, and a hostile page has millions.
    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: self.document.get_document(), number: 0 }
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        Handle { id: self.document.get_template_contents(&target.id), number: target.number }
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.document.set_quirks_mode(mode);
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        self.step(1);
        x.id == y.id
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> Ref<'a, QualName> {
        self.step(1);
        self.document.elem_name(&target.id)
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Handle {
        self.step(1 + attributes.len() as u64);
        self.known(self.document.create_element(name, attributes, flags))
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.known(self.document.create_comment(text))
    }

    fn create_pi(&self, target: StrTendril, content: StrTendril) -> Handle {
        self.known(self.document.create_pi(target, content))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent, &child);
        self.document.append(&parent.id, plain(child));
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        self.step(1);
        if let NodeOrText::AppendNode(child) = &child {
            let mut depths = self.depths.borrow_mut();
            let depth = depths.get(sibling.number).copied().unwrap_or_default();
            if let Some(of_child) = depths.get_mut(child.number) {
                *of_child = depth;
            }
        }
        self.document.append_before_sibling(&sibling.id, plain(child));
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        self.put(previous, &child);
        self.document.append_based_on_parent_node(&element.id, &previous.id, plain(child));
    }

    fn append_doctype_to_document(&self, name: StrTendril, public_id: StrTendril, system_id: StrTendril) {
        self.document.append_doctype_to_document(name, public_id, system_id);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        let added = self.added_attributes.get() + attributes.len();
        self.added_attributes.set(added);
        if added <= MOST_ADDED_ATTRIBUTES {
            self.document.add_attrs_if_missing(&target.id, attributes);
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.step(1);
        self.document.remove_from_parent(&target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        self.step(1);
        self.document.reparent_children(&node.id, &new_parent.id);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &Handle) -> bool {
        self.document.is_mathml_annotation_xml_integration_point(&handle.id)
    }
}
