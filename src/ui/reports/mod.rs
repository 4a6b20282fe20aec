//! Reports of a meeting: two of them side by side, what both tell, what they tell differently, and what
//! only one has. A click on a value leads to its words in its article.

mod commitments;
mod meeting;
mod participants;
mod rows;

use egui::{Label, ScrollArea, Ui, vec2};

use super::desk::Desk;
use super::widgets::{announce, as_heading, chip, flat_button};
use crate::across::SideBySide;
use crate::app::{Ask, Command, Intent};
use crate::model::EntryId;
use crate::ui::{sight, theme};
use rows::Columns;

/// The reports of the meeting of the article that is shown.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Some(document) = desk.document() else { return };
    let others = desk.app.other_reports(document.id()).into_iter().filter(|other| other.is_same_meeting);
    let mut all: Vec<EntryId> =
        [document.id()].into_iter().chain(others.map(|other| other.article)).collect();
    // Two that were selected are set side by side, whether they are known to report one meeting or not.
    let mut of_pair = desk.view.compared.into_iter().flat_map(|(here, there)| [here, there]);
    let stranger = of_pair.rfind(|id| !all.contains(id) && desk.app.row(*id).is_some());
    all.extend(stranger);
    sight::scrolled(ScrollArea::vertical().id_salt("reports").auto_shrink(false), ui, |ui| {
        let heading = if stranger.is_some() { "Two articles side by side" } else { "Reports of the meeting" };
        as_heading(&ui.heading(heading));
        let Some((here, there)) = chosen(desk, &all) else {
            alone(desk, ui);
            return;
        };
        choose(desk, ui, &all, (here, there));
        if desk.app.wants_comparison(here, there) {
            desk.send(Command::Compare(here, there));
        }
        match desk.app.side_by_side(here, there) {
            Some(compared) => page(desk, ui, compared, stranger),
            None => {
                ui.label(theme::quiet(ui, "Setting them side by side…"));
            }
        }
    });
}

/// Which two are compared: those that were chosen, or else the article that is shown and the first other.
fn chosen(desk: &Desk<'_>, all: &[EntryId]) -> Option<(EntryId, EntryId)> {
    let is_there = |(here, there): &(EntryId, EntryId)| all.contains(here) && all.contains(there);
    let first = || Some((*all.first()?, *all.get(1)?));
    desk.view.compared.filter(is_there).or_else(first)
}

fn alone(desk: &mut Desk<'_>, ui: &mut Ui) {
    ui.label("No other article of the library is known to report this meeting.");
    if flat_button(ui, "Link to another report…").clicked() {
        desk.view.asked.push(Intent::Ask(Ask::LinkReport));
    }
}

/// Which report stands on which side, where there are more than two.
fn choose(desk: &mut Desk<'_>, ui: &mut Ui, all: &[EntryId], (here, there): (EntryId, EntryId)) {
    if all.len() < 3 {
        return;
    }
    for (words, chosen, opposite) in [("Here", here, there), ("There", there, here)] {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
            ui.label(theme::quiet(ui, words));
            for &id in all {
                let name = publisher(desk, id);
                let response = chip(ui, &name, id == chosen).on_hover_text(title(desk, id));
                if response.clicked() {
                    // Whoever picks the other side's report wants the two to change places.
                    let opposite = if id == opposite { chosen } else { opposite };
                    let pair = if words == "Here" { (id, opposite) } else { (opposite, id) };
                    desk.view.compared = Some(pair);
                }
            }
        });
    }
}

/// The two, from their headlines to their commitments.
fn page(desk: &mut Desk<'_>, ui: &mut Ui, compared: &SideBySide, stranger: Option<EntryId>) {
    let columns = Columns::within(ui.available_width());
    let summary = format!("{}.", compared.divergence.summary());
    announce(&ui.add(Label::new(rows::capitalized(&summary)).wrap()));
    ui.horizontal(|ui| {
        ui.spacing_mut().button_padding.x = 0.0;
        if stranger.is_some_and(|id| id == compared.here || id == compared.there) {
            if flat_button(ui, "They report the same meeting").clicked() {
                desk.send(Command::Link(compared.here, compared.there));
            }
        } else if flat_button(ui, "Not the same meeting").clicked() {
            desk.send(Command::Separate(compared.here, vec![compared.there]));
        }
        ui.add_space(theme::EDGE);
        if flat_button(ui, "Save as a page…").clicked() {
            desk.view.asked.push(Intent::Ask(Ask::SaveComparison));
        }
    });
    heads(desk, ui, columns, compared);
    meeting::show(desk, ui, columns, compared);
    participants::show(desk, ui, columns, compared);
    commitments::show(desk, ui, columns, compared);
    ui.add_space(theme::SECTION);
}

/// The headlines, each a link to its article.
fn heads(desk: &mut Desk<'_>, ui: &mut Ui, columns: Columns, compared: &SideBySide) {
    let sides =
        [("Here", compared.here, &compared.record_here), ("There", compared.there, &compared.record_there)];
    rows::row(desk, ui, columns, sides, |desk, ui, (side, id, record)| {
        let published = record.article.published.map(|day| day.in_words());
        let facts = [Some(side.to_owned()), record.article.publisher.clone().map(String::from), published];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        ui.add(Label::new(theme::quiet(ui, facts.join("  ·  "))).wrap());
        let headline = theme::heading(record.article.name());
        if rows::link(ui, headline.into(), &format!("Article {}", record.article.name())).clicked() {
            desk.send(Command::Select(id));
            desk.view.go_to_words();
        }
    });
}

fn publisher(desk: &Desk<'_>, id: EntryId) -> String {
    let key = desk.app.row(id).and_then(|row| row.publisher);
    let publisher = key.and_then(|key| desk.app.catalog().publishers.name(key));
    publisher.map_or_else(|| title(desk, id), Clone::clone)
}

fn title(desk: &Desk<'_>, id: EntryId) -> String {
    desk.app.row(id).map_or_else(String::new, |row| row.title.to_string())
}
