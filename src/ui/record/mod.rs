//! The right pane: the record as a form, in sections, and what comes next at its foot.

mod card;
mod cards;
mod commitments;
mod contacts;
mod facts;
mod foot;
mod form;
mod meeting;
mod not_listed;
mod participants;
mod review;
mod rulings;
mod several;
mod title;

pub use cards::Cards;
pub use facts::slot_of_published;

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use super::desk::Desk;
use super::panes::{self, Pane};
use super::widgets::as_heading;
use crate::app::Surface;
use crate::review::Document;
use crate::ui::{sight, theme};

/// A section of the form.
struct Section {
    /// Its heading.
    title: &'static str,
    /// Its contents.
    show: fn(&mut Desk<'_>, &mut Ui, &Document),
}

/// The sections from top to bottom.
const SECTIONS: &[Section] = &[
    Section { title: "Meeting", show: meeting::show },
    Section { title: "Participants", show: participants::show },
    Section { title: "Commitments", show: commitments::show },
    Section { title: "Review", show: review::show },
    Section { title: "Article", show: facts::show },
];

/// By what its panel is known.
const NAME: &str = "record";

/// The right pane; there is none while no article is shown, and it is empty while one is being read.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    if desk.view.surface != Surface::Article {
        return;
    }
    // Where an article is being read its pane is there already, so that nothing jumps once it comes.
    if desk.app.shown().is_none() {
        return;
    }
    let document = desk.document();
    let frame = Frame::new().fill(theme::palette(ui).pane);
    let sizes = theme::record_pane(ui.ctx().content_rect().width());
    let panel = Panel::right(NAME).frame(frame);
    let at = panes::show(ui, NAME, panel, sizes, |ui| {
        let Some(document) = document else { return };
        foot::show(desk, ui, document);
        contacts::tabs(desk, ui, document);
        let area = ScrollArea::vertical().id_salt(("record", document.id())).auto_shrink(false);
        sight::scrolled(area, ui, |ui| {
            let margin = Margin { left: 8, right: 16, top: 8, bottom: 24 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = theme::SMALL;
                for section in SECTIONS {
                    heading(ui, section.title);
                    (section.show)(desk, ui, document);
                }
            });
        });
    });
    desk.view.panes.place(Pane::Record, at);
}

fn heading(ui: &mut Ui, title: &str) {
    ui.add_space(theme::GAP);
    ui.horizontal(|ui| {
        ui.add_space(theme::GAP);
        as_heading(&ui.heading(title));
    });
}
