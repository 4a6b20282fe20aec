//! A record as a section of the page: its heading, the meeting, who took part, what was undertaken, each with the words
//! that support it, and the article.

use std::io;

use super::html::{Address, DOT, Escaped, Words};
use super::marks;
use super::names::{Name, Names};
use crate::export::Out;
use crate::export::contents::Contents;
use crate::export::tables::Supports;
use crate::export::words::{citation, days, firmness, listed, parties, place, review, ruling, terms};
use crate::lexicon::Lexicon;
use crate::model::{Basis, Commitment, Edit, Evidence, Participant, Record, Role, Ruling, counted};

/// Writes a record that stands on the page as so many-th.
///
/// # Errors
/// When `out` takes no more.
pub fn write_section(record: &Record, at: usize, contents: Contents, out: &mut Out<'_>) -> io::Result<()> {
    let names = Names::of(record, at);
    let is_with_article = contents.texts && !record.article.text.trim().is_empty();
    let id = names.record();
    let class = if is_with_article { "record" } else { "record alone" };
    writeln!(out, "<section class=\"{class}\" id=\"{id}\" aria-labelledby=\"{id}-h\">")?;
    heading(record, at, &id, out)?;
    writeln!(out, "<div class=\"values\">")?;
    meeting(record, &names, out)?;
    participants(record, &names, out)?;
    commitments(record, &names, out)?;
    remarks(record, contents, out)?;
    writeln!(out, "</div>")?;
    if is_with_article {
        writeln!(out, "<div class=\"article\">\n<h3>Article</h3>")?;
        marks::write(record, &names, out)?;
        writeln!(out, "</div>")?;
    }
    writeln!(
        out,
        "<p class=\"source\"><cite dir=\"auto\">{}</cite></p>",
        Escaped(&citation(&record.article))
    )?;
    writeln!(out, "</section>")
}

fn heading(record: &Record, at: usize, id: &str, out: &mut Out<'_>) -> io::Result<()> {
    let article = &record.article;
    let flag = record.review.flag.as_ref().map(|why| match why.is_empty() {
        true => "flagged".to_owned(),
        false => format!("flagged: {why}"),
    });
    let of = (record.number.get() > 1).then(|| format!("contact {} of its article", record.number.get()));
    let state = [Some(review(record)), of, flag].into_iter().flatten().collect::<Vec<_>>().join(DOT);
    writeln!(
        out,
        "<header>\n<p class=\"over\"><span class=\"no\"><a href=\"#r{at}\">{at}</a>{DOT}</span>{}</p>",
        Words(&state)
    )?;
    writeln!(out, "<h2 id=\"{id}-h\" dir=\"auto\">{}</h2>", Escaped(article.name()))?;
    let published = article.published.map(|day| day.without_weekday());
    let facts = [article.publisher.as_deref(), article.byline.as_deref(), published.as_deref()];
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| Words(fact).to_string()).collect();
    write!(out, "<p class=\"facts\">{}", facts.join(DOT))?;
    if let Some(url) = &article.url {
        write!(out, "{}{}", if facts.is_empty() { "" } else { "<br>" }, Address(url))?;
    }
    writeln!(out, "</p>\n</header>")
}

fn meeting(record: &Record, names: &Names<'_>, out: &mut Out<'_>) -> io::Result<()> {
    let meeting = &record.meeting;
    writeln!(out, "<h3>Meeting</h3>\n<table class=\"meeting\">")?;
    let kind =
        meeting.kind.as_ref().map(|kind| (kind.value.label().to_owned(), &*kind.evidence, kind.ruling));
    let date = meeting.date.as_ref().map(|date| {
        // That a day stands in the text in full is seen by its words.
        let basis = (date.told() != Basis::Explicit.label()).then(|| format!(" ({})", date.told()));
        (days(date) + &basis.unwrap_or_default(), &*date.evidence, date.ruling)
    });
    let place = meeting
        .location
        .as_ref()
        .map(|location| (place(location, &Lexicon::built_in()), &*location.evidence, location.ruling));
    let rows =
        [("How", Supports::Kind, kind), ("When", Supports::Date, date), ("Where", Supports::Place, place)];
    for (what, supports, value) in rows {
        let name = names.single(supports);
        write!(out, "<tr id=\"{}\"><th scope=\"row\">{what}</th><td>", name.id)?;
        match value {
            Some((words, evidence, ruled)) => {
                write!(out, "{}", struck(&Words(&words), ruled))?;
                let ruled = said_of_it(ruled, evidence);
                under(&[ruled], &quotations(&name, record, names), out)?;
            }
            None => out.write_all(b"<span class=\"none\">not said</span>")?,
        }
        writeln!(out, "</td></tr>")?;
    }
    writeln!(out, "</table>")
}

fn participants(record: &Record, names: &Names<'_>, out: &mut Out<'_>) -> io::Result<()> {
    let people = &record.meeting.participants;
    if people.is_empty() {
        return Ok(());
    }
    writeln!(out, "<h3>Participants</h3>\n<ol class=\"people\">")?;
    for (at, person) in people.iter().enumerate() {
        let name = names.participant(at, person.party.as_ref());
        write!(out, "<li id=\"{}\" class=\"{}\">{}", name.id, name.class(), label(&name))?;
        let of_person = format!("<strong>{}</strong>", Words(&person.name));
        write!(out, "{}{}", struck(&of_person, person.ruling), about(person))?;
        let ruled = said_of_it(person.ruling, &person.evidence);
        under(&[ruled], &quotations(&name, record, names), out)?;
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ol>")
}

/// A person's office, party and part.
fn about(person: &Participant) -> String {
    let party = person.party.as_ref().map(|party| format!("{} ({})", party.name, party.code));
    let role = (person.role != Role::Principal).then(|| person.role.saved());
    let parts = [person.title.as_deref(), party.as_deref(), role];
    parts.into_iter().flatten().map(|part| format!(", {}", Words(part))).collect()
}

fn commitments(record: &Record, names: &Names<'_>, out: &mut Out<'_>) -> io::Result<()> {
    if record.commitments.is_empty() {
        return writeln!(out, "<h3>Commitments</h3>\n<p class=\"none\">None</p>");
    }
    writeln!(out, "<h3>Commitments</h3>\n<ol class=\"commitments\">")?;
    for (at, said) in record.commitments.iter().enumerate() {
        let name = names.commitment(at, said.parties.first());
        write!(out, "<li id=\"{}\" class=\"{}\">{}", name.id, name.class(), label(&name))?;
        let who = parties(&said.parties);
        let toward = (!said.toward.is_empty()).then(|| format!("toward {}", parties(&said.toward)));
        let who = listed([Some(&*who), toward.as_deref()]);
        if !who.is_empty() {
            write!(out, "<span class=\"bound\">{}</span>", Words(&who))?;
        }
        let words = linked(said, &name, record, names);
        write!(out, "<p dir=\"auto\">{}</p>", struck(&words, said.ruling))?;
        let terms = terms_of(record, said);
        let mut facts: Vec<String> = terms.iter().map(|term| Words(term).to_string()).collect();
        facts.push(said_of_it(said.ruling, &said.evidence));
        under(&facts, &[], out)?;
        let others = quotations_of(&name, record, names, own_words(said, &name, names));
        if !others.is_empty() {
            under(&[], &others, out)?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ol>")
}

/// How firmly, how specifically, by when, on what condition, by whom, on what.
fn terms_of(record: &Record, said: &Commitment) -> Vec<String> {
    let precision = said.precision.label();
    let precision = precision.split_once(" · ").map_or(precision, |(_, words)| words);
    let mut all = vec![firmness(said.obligation).to_lowercase(), precision.to_owned()];
    all.extend(terms(said));
    let speaker =
        said.speaker.as_ref().and_then(|id| record.meeting.participants.iter().find(|one| one.id == *id));
    all.extend(speaker.map(|speaker| format!("said by {}", speaker.name)));
    let topics = listed(said.topics.iter().map(|topic| Some(topic.as_str()))).replace('_', " ");
    all.extend((!topics.is_empty()).then_some(topics));
    all
}

fn label(name: &Name) -> String {
    format!("<span class=\"label\">{}</span> ", name.label)
}

/// What was ruled out is struck through.
fn struck(words: &dyn std::fmt::Display, ruled: Ruling) -> String {
    match ruled {
        Ruling::RuledOut => format!("<del>{words}</del>"),
        _ => words.to_string(),
    }
}

fn said_of_it(ruled: Ruling, evidence: &[Evidence]) -> String {
    format!("<span class=\"ruling {}\">{}</span>", ruled.saved(), ruling(ruled, evidence))
}

/// Facts and quotations in a line below a value.
fn under(facts: &[String], quotations: &[String], out: &mut Out<'_>) -> io::Result<()> {
    let quoted = (!quotations.is_empty()).then(|| quotations.join(" "));
    let all: Vec<&str> = facts.iter().chain(&quoted).map(String::as_str).collect();
    write!(out, "<span class=\"words\">{}</span>", all.join(DOT))
}

/// The quotation of a commitment that says the very words of it, of which there may be none.
fn own_words(said: &Commitment, name: &Name, names: &Names<'_>) -> Option<usize> {
    let own = names.of_value(name).find(|quotation| quotation.evidence.exact() == said.text)?;
    Some(own.number)
}

/// The words of a commitment, which lead to their mark if they are those of the article.
fn linked(said: &Commitment, name: &Name, record: &Record, names: &Names<'_>) -> String {
    let words = Escaped(&said.text);
    let own = own_words(said, name, names);
    let marked = own.filter(|number| names.is_marked(*number, &record.article.text));
    match marked {
        Some(number) => format!("<a class=\"own\" href=\"#{}\">{words}</a>", names.mark(number)),
        None => words.to_string(),
    }
}

/// The quotations that support a value, each a link to its mark where the text is there.
fn quotations(name: &Name, record: &Record, names: &Names<'_>) -> Vec<String> {
    quotations_of(name, record, names, None)
}

/// The same without the one of this number, which is shown already.
fn quotations_of(name: &Name, record: &Record, names: &Names<'_>, shown: Option<usize>) -> Vec<String> {
    let others = names.of_value(name).filter(|quotation| Some(quotation.number) != shown);
    let shown = others.map(|quotation| {
        let words = format!("<q>{}</q>", Words(quotation.evidence.exact()));
        match names.is_marked(quotation.number, &record.article.text) {
            true => format!("<a href=\"#{}\">{words}</a>", names.mark(quotation.number)),
            false => words,
        }
    });
    shown.collect()
}

/// What the reviewer remarked, and what people changed.
fn remarks(record: &Record, contents: Contents, out: &mut Out<'_>) -> io::Result<()> {
    let notes = record.review.notes.trim();
    if !notes.is_empty() {
        writeln!(out, "<h3>Notes</h3>\n<p class=\"notes\" dir=\"auto\">{}</p>", Escaped(notes))?;
    }
    let edits = &record.provenance.edits;
    if contents.edits && !edits.is_empty() {
        let count = counted(edits.len(), "change");
        writeln!(out, "<details>\n<summary>{count} by people</summary>\n<ol class=\"edits\">")?;
        for edit in edits {
            writeln!(out, "<li>{}</li>", edited(edit))?;
        }
        writeln!(out, "</ol>\n</details>")?;
    }
    Ok(())
}

fn edited(edit: &Edit) -> String {
    let value = |value: &serde_json::Value| match value {
        serde_json::Value::Null => "nothing".to_owned(),
        serde_json::Value::String(words) => words.clone(),
        other => other.to_string(),
    };
    let path = edit.path.trim_start_matches('/').replace('/', " › ").replace('_', " ");
    format!(
        "{}, {}: {}: {} → {}",
        edit.at.in_words(),
        Words(&edit.by),
        Words(&path),
        Words(&value(&edit.from)),
        Words(&value(&edit.to))
    )
}
