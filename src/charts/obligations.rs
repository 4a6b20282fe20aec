//! Obligation by party: how firmly each party has bound itself, from signed instruments to "if".

use super::facts::Facts;
use super::letters::{SMALL, TINY, counted};
use super::page::{Page, UNIT};
use super::scene::{Anchor, Area, Scene, Size, Text, Tone};
use super::seats::{Counts, Seat, Seats};
use super::selection::{Selection, Who};
use super::{Picture, Summed, facts, letters};
use crate::model::Obligation;

/// The picture.
pub const PICTURE: Picture = Picture {
    name: "obligation-by-party",
    label: "Obligation by party",
    sum: |facts| Box::new(Obligations::of(facts)),
};

const NOUN: &str = "commitment";
/// From the firmest, which stands first and is the deepest.
const FIRMNESS: [(Obligation, &str, Tone); 4] = [
    (Obligation::Legal, "Legal", Tone::Shade(3)),
    (Obligation::Explicit, "Explicit", Tone::Shade(2)),
    (Obligation::Plain, "Plain", Tone::Shade(1)),
    (Obligation::Hedged, "Hedged", Tone::Shade(0)),
];
/// The tallest that a bar's row gets.
const TALLEST_ROW: f32 = 8.0 * UNIT;

struct Obligations {
    rows: Vec<Seat>,
    /// By row and firmness.
    counts: Counts,
    /// By firmness, each commitment once.
    totals: Counts,
    articles: usize,
    commitments: u32,
    left_out: u32,
}

/// Where the bars are.
struct Bars {
    area: Area,
    row: f32,
    /// The most that any one party has.
    most: u32,
    /// The width of one commitment.
    one: f32,
}

impl Obligations {
    fn of(facts: &Facts<'_>) -> Self {
        let (bound, left_out) = facts.binding();
        let seats = Seats::of(facts.parties, bound.clone().map(|commitment| commitment.by));
        let mut counts = Counts::new(seats.rows.len(), FIRMNESS.len());
        let mut totals = Counts::new(FIRMNESS.len(), 1);
        let mut commitments = 0;
        for commitment in bound.clone() {
            let firm = FIRMNESS.iter().position(|(firm, ..)| *firm == commitment.obligation).unwrap_or(0);
            commitments += 1;
            totals.add(firm, 0);
            seats.taken(commitment.by).rows().for_each(|row| counts.add(row, firm));
        }
        let articles = facts::articles(bound.map(|commitment| commitment.article));
        Self { rows: seats.rows, counts, totals, articles, commitments, left_out }
    }

    fn total(&self, row: usize) -> u32 {
        (0..FIRMNESS.len()).map(|firm| self.counts.get(row, firm)).sum()
    }

    fn legend(&self, page: &mut Page) {
        let places = page.legend(FIRMNESS.iter().map(|(_, label, tone)| (*tone, *label)));
        for (firm, ((obligation, label, _), area)) in FIRMNESS.iter().zip(places).enumerate() {
            let articles = Selection::Obliged { by: Who::Anyone, obligation: Some(*obligation) };
            page.scene.region(area, label, (self.totals.get(firm, 0), NOUN), articles);
        }
    }

    fn bars(&self, free: Area, names: &[String]) -> Bars {
        let widest = names.iter().map(|name| letters::width(name, SMALL, false)).fold(0.0, f32::max);
        let parties = self.rows.iter().enumerate().filter(|(_, seat)| seat.is_party());
        let most = parties.map(|(row, _)| self.total(row)).max().unwrap_or(1);
        let beside = widest + 2.0 * UNIT;
        let behind = letters::width(&letters::number(most), TINY, false) + 2.0 * UNIT;
        let width = (free.width - beside - behind).max(0.0);
        let row = (free.height / self.rows.len().max(1) as f32).min(TALLEST_ROW);
        let area = Area { left: free.left + beside, width, ..free };
        Bars { area, row, most, one: width / most as f32 }
    }

    fn draw(&self, scene: &mut Scene, free: Area) {
        let room = free.width * 0.3;
        let names = self.rows.iter().map(|seat| {
            let is_short = letters::width(&seat.name, SMALL, false) <= room;
            if is_short { seat.name.clone() } else { letters::fit(&seat.code, SMALL, false, room) }
        });
        let names: Vec<String> = names.collect();
        let bars = self.bars(free, &names);
        let every = (letters::height(SMALL) / bars.row.max(0.1)).ceil() as usize;
        for ((place, seat), name) in self.rows.iter().enumerate().zip(names) {
            let top = bars.area.top + place as f32 * bars.row;
            let y = top + bars.row / 2.0;
            let total = self.total(place);
            // All others together may have more than there is room for, and would dwarf the parties.
            let (end, amount) = if total <= bars.most {
                (self.bar(scene, &bars, place, seat), letters::number(total))
            } else {
                (
                    bars.area.left,
                    letters::fit(&format!("{} together", counted(total, NOUN)), TINY, false, bars.area.width),
                )
            };
            if place.is_multiple_of(every.max(1)) {
                let text = Text::new(name, bars.area.left - 1.5 * UNIT, y);
                scene.text(text.anchored(Anchor::End));
                let amount = Text::new(amount, end + UNIT, y).toned(Tone::Quiet);
                scene.text(Text { size: TINY, ..amount });
            }
            let area = Area { left: free.left, top, width: bars.area.left - free.left, height: bars.row };
            let articles = Selection::Obliged { by: seat.who.clone(), obligation: None };
            scene.region(area, &seat.name, (total, NOUN), articles);
        }
        let foot = bars.area.top + self.rows.len() as f32 * bars.row;
        scene.spare = (free.bottom() - foot).max(0.0);
        scene.line((bars.area.left, bars.area.top), (bars.area.left, foot));
    }

    /// Draws the bar of a row and says where it ends.
    fn bar(&self, scene: &mut Scene, bars: &Bars, place: usize, seat: &Seat) -> f32 {
        let thin = bars.row * 0.16;
        let (top, height) = (bars.area.top + place as f32 * bars.row + thin, bars.row - 2.0 * thin);
        let mut left = bars.area.left;
        for (firm, (obligation, label, tone)) in FIRMNESS.iter().enumerate() {
            let count = self.counts.get(place, firm);
            let area = Area { left, top, width: count as f32 * bars.one, height };
            let gap = if area.width > UNIT { 1.0 } else { 0.0 };
            if count > 0 {
                scene.rect(Area { width: area.width - gap, ..area }, *tone);
            }
            let words = letters::number_in(count, area.width - UNIT, height);
            if let (Tone::Shade(shade), Some(words)) = (*tone, words) {
                let (x, y) = area.middle();
                let text = Text::new(words, x, y).anchored(Anchor::Middle).toned(Tone::OnShade(shade));
                scene.text(Text { size: TINY, ..text });
            }
            let what = format!("{}, {}", seat.name, label.to_lowercase());
            let articles = Selection::Obliged { by: seat.who.clone(), obligation: Some(*obligation) };
            scene.region(area, &what, (count, NOUN), articles);
            left += area.width;
        }
        left
    }
}

impl Summed for Obligations {
    fn articles(&self) -> usize {
        self.articles
    }

    fn scene(&self, size: Size) -> Scene {
        if self.rows.is_empty() {
            let sentence = "No commitment here says which party it binds.";
            return Page::without_picture(size, PICTURE.label, sentence);
        }
        let summary = format!("{}, by the party that is bound", counted(self.commitments, NOUN));
        let mut page = Page::new(size, PICTURE.label, summary);
        if page.is_legible() {
            self.legend(&mut page);
            if self.left_out > 0 {
                page.note(&format!(
                    "{} without a party that is bound not shown.",
                    counted(self.left_out, NOUN)
                ));
            }
            let free = page.free;
            self.draw(&mut page.scene, free);
        }
        page.scene
    }
}
