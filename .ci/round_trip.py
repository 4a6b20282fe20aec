"""Reads the exports in a folder with programs of others, and compares them with the records in JSON Lines. Then the lines
that the manual shows for notebooks are run as they stand there."""

import contextlib
import datetime
import importlib.util
import json
import sys
import zipfile
from pathlib import Path

import duckdb
import frictionless
import html5lib
import jsonschema
import networkx
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import rdflib

folder = Path(sys.argv[1])
records = [json.loads(line) for line in (folder / "records.jsonl").read_text(encoding="utf-8").splitlines()]
assert records, "there is something to read"
TABLES = ["articles", "meetings", "participants", "commitments", "evidence", "edits"]
evidence = [
    words
    for record in records
    for value in [record["meeting"]["kind"], record["meeting"]["date"], record["meeting"]["location"],
                  *record["meeting"]["participants"], *record["commitments"]]
    if value
    for words in value["evidence"]
]
COUNTS = {
    "articles": len({record["article"]["sha256"] for record in records}),
    "meetings": len(records),
    "participants": sum(len(record["meeting"]["participants"]) for record in records),
    "commitments": sum(len(record["commitments"]) for record in records),
    "evidence": len(evidence),
    "edits": sum(len(record["provenance"]["edits"]) for record in records),
}


def text(value):
    """A value as text: whole numbers without the point that pandas gives them where one is missing, days as moments."""
    if isinstance(value, datetime.date):
        return pd.Timestamp(value).tz_localize(None).isoformat()
    return str(int(value)) if isinstance(value, float) else str(value)


def same(one, other, what):
    """Two frames hold the same values."""
    assert list(one.columns) == list(other.columns), what
    for name in one.columns:
        a, b = ([None if pd.isna(value) else text(value) for value in column] for column in (one[name], other[name]))
        assert a == b, (what, name, next(pair for pair in zip(a, b) if pair[0] != pair[1]))


# CSV, by the reader that comes with it.
spec = importlib.util.spec_from_file_location("read", folder / "csv" / "read.py")
reader = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reader)
tables = reader.read()
assert list(tables) == TABLES, list(tables)
for name in TABLES:
    assert len(tables[name]) == COUNTS[name], (name, len(tables[name]), COUNTS[name])
article_texts = {record["article"]["sha256"]: record["article"]["text"] for record in records}
for _, row in tables["articles"].iterrows():
    assert row["text"] == article_texts[row["sha256"]]
assert list(tables["evidence"]["exact"]) == [words["exact"] for words in evidence]
joined = tables["evidence"].merge(tables["meetings"], on="record_id").merge(tables["articles"], on="article_id")
assert len(joined) == len(evidence)
for whole, start, end, exact in zip(joined["text"], joined["start_char"], joined["end_char"], joined["exact"]):
    assert whole[start:end] == exact
print(f"pandas, by read.py: {COUNTS}")

# The data package.
report = frictionless.Package(str(folder / "csv" / "datapackage.json")).validate()
assert report.valid, report.flatten(["type", "message"])[:5]
with zipfile.ZipFile(folder / "packed.csv.zip") as packed:
    assert packed.testzip() is None
    for name in packed.namelist():
        assert packed.read(name) == (folder / "csv" / name).read_bytes(), name
print("frictionless: valid, keys and references too; the packed bundle is the same")

# Parquet, by pyarrow and DuckDB.
for name in TABLES:
    path = folder / "parquet" / f"{name}.parquet"
    same(pq.read_table(path).to_pandas(), tables[name], f"pyarrow {name}")
    assert duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall()[0][0] == COUNTS[name]
    columns = dict(duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").df()[["column_name", "column_type"]].values)
    assert columns["article_id" if name == "articles" else "record_id"] == "VARCHAR"
    # DuckDB reads the CSV as well.
    csv = folder / "csv" / f"{name}.csv"
    count = duckdb.sql(f"SELECT count(*) FROM read_csv('{csv}', header = true, all_varchar = true, quote = '\"', escape = '\"', max_line_size = 20000000)").fetchall()[0][0]
    assert count == COUNTS[name], (name, count)
assert columns["edited_at"].startswith("TIMESTAMP")
print("pyarrow, DuckDB: the same values")

# The workbook, by openpyxl.
workbook = openpyxl.load_workbook(folder / "records.xlsx", read_only=False)
assert workbook.sheetnames == [*TABLES, "columns"]
for name in TABLES:
    sheet = workbook[name]
    assert sheet.max_row == COUNTS[name] + 1 and sheet.freeze_panes == "A2" and sheet.auto_filter.ref, name
    width = len(tables[name].columns)
    cells = list(sheet.iter_rows(min_row=1, max_col=width, values_only=True))
    assert list(cells[0]) == list(tables[name].columns)
    frame = pd.DataFrame(cells[1:], columns=cells[0])
    for column in frame.columns:
        for read, known in zip(frame[column], tables[name][column]):
            if pd.isna(known):
                assert pd.isna(read) or str(read)[:2] == "18", (name, column, read)
            elif isinstance(known, pd.Timestamp):
                assert pd.Timestamp(read) == known.tz_localize(None), (name, column, read, known)
            else:
                # Line ends are those of XML.
                read, known = text(read), text(known)
                assert read == known or read[:-1] == known[: len(read) - 1] and read.endswith("…"), (name, column)
linked = workbook["commitments"]
column = len(tables["commitments"].columns) + 1
for row in range(2, linked.max_row + 1):
    formula = linked.cell(row, column).value
    if formula:
        at = int(formula.split("!A")[1].split('"')[0])
        target = workbook["evidence"]
        assert target.cell(at, 4).value == linked.cell(row, 2).value, (row, formula)
        assert target.cell(at, 1).value == linked.cell(row, 1).value
print("openpyxl: the same values, real dates, links that lead to their words")

# Web annotations, as RDF. The context of the standard is not fetched: these are its terms that are used.
page = json.loads((folder / "records.jsonld").read_text(encoding="utf-8"))
assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
oa = "http://www.w3.org/ns/oa#"
page["@context"] = {
    "oa": oa, "id": {"@type": "@id", "@id": "@id"}, "type": {"@type": "@vocab", "@id": "@type"},
    "@vocab": oa, "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "items": {"@type": "@id", "@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"},
}
graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
oa = rdflib.Namespace(oa)
annotations = set(graph.subjects(rdflib.RDF.type, oa.Annotation))
assert len(annotations) == len(evidence), (len(annotations), len(evidence))
quoted = sorted(str(words) for words in graph.objects(None, oa.exact))
assert quoted == sorted(words["exact"] for words in evidence)
print(f"rdflib: {len(annotations)} annotations, {len(graph)} triples")

# Events and networks.
events = [json.loads(line) for line in (folder / "records.plover.jsonl").read_text(encoding="utf-8").splitlines()]
assert len({event["id"] for event in events}) == len(events)
assert {kind for event in events for kind in event["event"]} <= {"CONSULT", "AGREE", "SUPPORT"}
network = networkx.read_graphml(folder / "records.graphml")
edges = pd.read_csv(folder / "edges" / "edges.csv", keep_default_na=False)
nodes = pd.read_csv(folder / "edges" / "nodes.csv", keep_default_na=False)
assert set(network.nodes) == set(nodes["Id"]) and network.number_of_edges() == len(edges)
assert set(edges["Source"]) | set(edges["Target"]) <= set(nodes["Id"])
print(f"networkx: {network.number_of_nodes()} parties, {network.number_of_edges()} edges; {len(events)} events")

# The lines of the manual: every block for Python that needs pandas, one after the other as in a notebook.
page = Path("assets/manual/scripts.md").read_text(encoding="utf-8")
blocks = [rest.split("```")[0] for rest in page.split("```python\n")[1:]]
shown = [block for block in blocks if "pandas" in block]
assert len(shown) == 3, shown
with contextlib.chdir(folder / "desk"):
    notebook = {}
    for block in shown:
        exec(block, notebook)
people, meetings, commitments = notebook["people"], notebook["meetings"], notebook["commitments"]
assert {"MLT", "TUN"} <= set(people["party_code"]) and len(people.merge(meetings, on="record_id")) == len(people) > 5
assert set(commitments["obligation"]) <= {"hedged", "plain", "explicit", "legal"} and len(commitments) > 5
print(f"the notebook of the manual: {len(people)} people, {len(meetings)} meetings, {len(commitments)} commitments")

# The schema, by a validator of others.
schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for record in records:
    problem = next(validator.iter_errors(record), None)
    assert problem is None, (record["id"], problem.json_path, problem.message)
print(f"jsonschema: {len(records)} records are what the schema says")

# The report, by an HTML parser and by a browser.
def parsed(name):
    return html5lib.parse((folder / name).read_text(encoding="utf-8"), treebuilder="etree", namespaceHTMLElements=False)


def words(element):
    """The words of an element without the names beside marks, which are not of the article."""
    own = element.text or ""
    for child in element:
        is_name = child.tag == "a" and "ref" in child.get("class", "").split()
        own += ("" if is_name else words(child)) + (child.tail or "")
    return own


def check_report(page, has_articles):
    sections = [section for section in page.iter("section") if "record" in section.get("class", "").split()]
    assert len(sections) == len(records), (len(sections), len(records))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for link in page.iter("a"):
        assert link.get("href").startswith(("#", "http://", "https://")), link.get("href")
        assert not link.get("href").startswith("#") or link.get("href")[1:] in ids, link.get("href")
    assert not [element.tag for element in page.iter() if element.tag in ("script", "link", "img", "iframe", "object")]
    count = 0
    for section, record in zip(sections, records):
        values = [record["meeting"]["kind"], record["meeting"]["date"], record["meeting"]["location"],
                  *record["meeting"]["participants"], *record["commitments"]]
        quoted = [words["exact"] for value in values if value for words in value["evidence"]]
        marks = {}
        for mark in section.iter("mark"):
            marks[mark.get("data-q")] = marks.get(mark.get("data-q"), "") + words(mark)
        if not has_articles:
            assert not marks
            shown = words(section)
            assert all(exact in shown for exact in quoted)
            continue
        begun = [mark for mark in section.iter("mark") if mark.get("id")]
        assert len(begun) == len(quoted), (record["id"], len(begun), len(quoted))
        for number, exact in enumerate(quoted, 1):
            assert marks[str(number)].replace("\n", "") == exact.replace("\n", ""), (record["id"], number)
        back = [link for link in section.iter("a") if "ref" in link.get("class", "").split()]
        assert len(back) == len(quoted)
        count += len(begun)
    return count


count = check_report(parsed("report.html"), True)
assert count == len(evidence)
check_report(parsed("quotations.html"), False)
print(f"html5lib: {len(records)} sections, {count} marks, each with its words, each linked to its value and back")
if (folder / "browsed.html").exists():
    assert check_report(parsed("browsed.html"), True) == len(evidence)
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    print("a browser: the same page, and it prints")
else:
    print("no browser here: the page was not opened in one")
