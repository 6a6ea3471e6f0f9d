//! Builds the tree of an HTML page from what `html5ever` tells.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::ops::Range;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

use super::dom::{Content, Node, NodeId, ROOT};

/// How deep elements may lie inside each other. Browsers stop here too.
pub(super) const MAX_DEPTH: usize = 512;

/// Takes what the parser builds.
pub(super) struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// The piece of the page that the parser reads.
    piece: RefCell<Range<usize>>,
    /// The last tag.
    tag: RefCell<Range<usize>>,
    too_deep: Cell<bool>,
}

impl Default for Sink {
    fn default() -> Self {
        let root =
            Node { parent: None, children: vec![], depth: 0, span: 0..0, content: Content::Other };
        Self {
            nodes: RefCell::new(vec![root]),
            piece: RefCell::default(),
            tag: RefCell::default(),
            too_deep: Cell::new(false),
        }
    }
}

impl Sink {
    /// Says where the next piece of the page stands, and whether it is a tag.
    pub(super) fn piece_starts(&self, span: Range<usize>, is_tag: bool) {
        if is_tag {
            self.tag.replace(span.clone());
        }
        self.piece.replace(span);
    }

    /// Whether elements lie too deep inside each other.
    pub(super) fn is_too_deep(&self) -> bool {
        self.too_deep.get()
    }

    fn add(&self, content: Content, span: &RefCell<Range<usize>>) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        let span = span.borrow().clone();
        nodes.push(Node { parent: None, children: vec![], depth: 0, span, content });
        nodes.len() - 1
    }

    /// Puts a node, or text, before the child of this index. Text next to text becomes one.
    fn insert(&self, parent: NodeId, index: usize, child: NodeOrText<NodeId>) {
        let child = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node);
                node
            }
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = index.checked_sub(1).map(|at| nodes[parent].children[at]);
                if let Some(Content::Text(known)) = before.map(|node| &mut nodes[node].content) {
                    known.push_str(&text);
                    return;
                }
                drop(nodes);
                self.add(Content::Text(text.to_string()), &self.piece)
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let depth = nodes[parent].depth + 1;
        nodes[child].parent = Some(parent);
        nodes[child].depth = depth;
        let index = index.min(nodes[parent].children.len());
        nodes[parent].children.insert(index, child);
        if depth > MAX_DEPTH {
            self.too_deep.set(true);
        }
    }

    fn detach(&self, node: NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[node].parent.take() {
            // What is moved was mostly added last.
            if let Some(at) = nodes[parent].children.iter().rposition(|child| *child == node) {
                nodes[parent].children.remove(at);
            }
        }
    }

    fn last_index(&self, parent: NodeId) -> usize {
        self.nodes.borrow()[parent].children.len()
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Vec<Node>;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Vec<Node> {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target].content {
            Content::Element(name, _) => name,
            // The parser asks for the names of elements only.
            _ => unreachable!("a node without a name"),
        })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> NodeId {
        self.add(Content::Element(name, attrs), &self.tag)
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.add(Content::Other, &self.tag)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.add(Content::Other, &self.tag)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.insert(*parent, self.last_index(*parent), child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        prev_element: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(prev_element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        if let NodeOrText::AppendNode(node) = child {
            self.detach(node);
        }
        let place = {
            let nodes = self.nodes.borrow();
            nodes[*sibling].parent.map(|parent| {
                let children = &nodes[parent].children;
                (parent, children.iter().rposition(|child| child == sibling).unwrap_or(0))
            })
        };
        if let Some((parent, index)) = place {
            self.insert(parent, index, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        let mut nodes = self.nodes.borrow_mut();
        if let Content::Element(_, known) = &mut nodes[*target].content {
            for attribute in attrs {
                if known.iter().all(|other| other.name != attribute.name) {
                    known.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        let moved = std::mem::take(&mut nodes[*node].children);
        for child in &moved {
            nodes[*child].parent = Some(*new_parent);
        }
        nodes[*new_parent].children.extend(moved);
    }
}
