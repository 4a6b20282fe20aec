//! GraphML: who met whom and who promised whom, as a network for Gephi, igraph and networkx.
//!
//! All edges are directed, since not every reader takes both kinds in one graph: the `relation` says that the order
//! of those who met means nothing.

use std::io;

use super::contents::Contents;
use super::graph::{Graph, Relation};
use super::{ExportFormat, Out, Records, Shape, Stream};

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "graphml",
    label: "Network (GraphML)",
    about: "Parties, who met whom and who promised whom, for Gephi, igraph and networkx.",
    extension: "graphml",
    most_rows: None,
    shape: Shape::File(Stream { one: None, all: write }),
};

/// What nodes and edges say: of which of the two, the name, the type.
const KEYS: &[(&str, &str, &str)] = &[
    ("node", "label", "string"),
    ("node", "contacts", "int"),
    ("node", "commitments", "int"),
    ("edge", "relation", "string"),
    ("edge", "weight", "int"),
    ("edge", "firm", "int"),
    ("edge", "first", "string"),
    ("edge", "last", "string"),
];

fn write(records: &mut Records<'_>, _: Contents, out: &mut Out<'_>) -> io::Result<()> {
    let mut graph = Graph::default();
    records.for_each(|record| graph.add(&record));
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    for (of, name, kind) in KEYS {
        writeln!(out, "  <key id=\"{of}_{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")?;
    }
    writeln!(out, "  <graph id=\"contacts\" edgedefault=\"directed\">")?;
    for (code, node) in &graph.parties {
        writeln!(out, "    <node id=\"{}\">", escaped(code))?;
        datum(out, "node_label", &node.name)?;
        datum(out, "node_contacts", &node.contacts.to_string())?;
        datum(out, "node_commitments", &node.commitments.to_string())?;
        writeln!(out, "    </node>")?;
    }
    for ((relation, from, to), edge) in &graph.edges {
        writeln!(out, "    <edge source=\"{}\" target=\"{}\">", escaped(from), escaped(to))?;
        datum(out, "edge_relation", relation.name())?;
        datum(out, "edge_weight", &edge.weight.to_string())?;
        if *relation == Relation::Promised {
            datum(out, "edge_firm", &edge.firm.to_string())?;
        }
        for (name, day) in [("edge_first", edge.first), ("edge_last", edge.last)] {
            if let Some(day) = day {
                datum(out, name, &day.to_string())?;
            }
        }
        writeln!(out, "    </edge>")?;
    }
    writeln!(out, "  </graph>\n</graphml>")
}

fn datum(out: &mut Out<'_>, key: &str, value: &str) -> io::Result<()> {
    writeln!(out, "      <data key=\"{key}\">{}</data>", escaped(value))
}

/// Text as XML has it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no words for these.
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
