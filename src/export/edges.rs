//! Nodes and edges as CSV, in the columns that Gephi knows, for networks of parties; read by igraph too.

use std::io;

use super::contents::Contents;
use super::csv::harmless;
use super::graph::Graph;
use super::{ExportFormat, NewFile, Records, Shape};

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "edges",
    label: "Network (CSV)",
    about: "Parties, who met whom and who promised whom, as lists of nodes and edges.",
    extension: "edges",
    most_rows: None,
    shape: Shape::Bundle(write),
};

const NODES: &[&str] = &["Id", "Label", "contacts", "commitments"];
const EDGES: &[&str] = &["Source", "Target", "Type", "Weight", "relation", "firm", "first", "last"];

fn write(records: &mut Records<'_>, _: Contents, new_file: &mut NewFile<'_>) -> io::Result<()> {
    let mut graph = Graph::default();
    records.for_each(|record| graph.add(&record));
    let mut nodes = csv::Writer::from_writer(new_file("nodes.csv")?);
    nodes.write_record(NODES)?;
    for (code, node) in &graph.parties {
        let (contacts, commitments) = (node.contacts.to_string(), node.commitments.to_string());
        nodes.write_record([code, &*harmless(&node.name), &contacts, &commitments])?;
    }
    nodes.flush()?;
    let mut edges = csv::Writer::from_writer(new_file("edges.csv")?);
    edges.write_record(EDGES)?;
    for ((relation, from, to), edge) in &graph.edges {
        let kind = if relation.is_directed() { "Directed" } else { "Undirected" };
        let firm = if relation.is_directed() { edge.firm.to_string() } else { String::new() };
        let day = |day: Option<crate::model::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let (first, last) = (day(edge.first), day(edge.last));
        edges.write_record([
            from,
            to,
            kind,
            &edge.weight.to_string(),
            relation.name(),
            &firm,
            &first,
            &last,
        ])?;
    }
    edges.flush()
}
