//! Meetings over time: a bar for each month, quarter or longer, stacked by kind.

use rustc_hash::FxHashMap;

use super::calendar::{Axis, month_of};
use super::facts::Facts;
use super::letters::{SMALL, counted};
use super::page::{Page, UNIT};
use super::scene::{Anchor, Area, Scene, Size, Text, Tone};
use super::selection::Selection;
use super::{Picture, Summed, facts, letters};
use crate::model::MeetingKind;

/// The picture.
pub const PICTURE: Picture = Picture {
    name: "meetings-over-time",
    label: "Meetings over time",
    sum: |facts| Box::new(Months::of(facts)),
};

const NOUN: &str = "meeting";
/// From the foot of a bar.
const KINDS: [MeetingKind; Tone::SERIES] = [
    MeetingKind::InPerson,
    MeetingKind::PhoneCall,
    MeetingKind::VideoCall,
    MeetingKind::Correspondence,
    MeetingKind::Multilateral,
];
/// The widest that a bar gets.
const WIDEST: f32 = 12.0 * UNIT;
/// Between two lines of the scale at least.
const SCALE: f32 = 9.0 * UNIT;

/// How many meetings of each kind.
type ByKind = [u32; KINDS.len()];

struct Months {
    /// In their order; those without a meeting are left out.
    months: Vec<(i32, ByKind)>,
    dated: u32,
    undated: u32,
    articles: usize,
}

/// Where the bars are.
struct Plot {
    area: Area,
    slot: f32,
    /// The height of one meeting.
    one: f32,
}

impl Months {
    fn of(facts: &Facts<'_>) -> Self {
        let mut months: FxHashMap<i32, ByKind> = FxHashMap::default();
        let (mut dated, mut undated) = (0, 0);
        for meeting in facts.contacts() {
            let Some(day) = meeting.day else {
                undated += 1;
                continue;
            };
            dated += 1;
            let place = KINDS.iter().position(|kind| *kind == meeting.kind).unwrap_or(0);
            if let Some(count) = months.entry(month_of(day)).or_default().get_mut(place) {
                *count += 1;
            }
        }
        let mut months: Vec<(i32, ByKind)> = months.into_iter().collect();
        months.sort_unstable_by_key(|(month, _)| *month);
        let dates = facts.contacts().filter(|meeting| meeting.day.is_some());
        let articles = facts::articles(dates.map(|meeting| meeting.article));
        Self { months, dated, undated, articles }
    }

    /// The bars from the first to the last, and how many meetings stand in none.
    fn bars(&self, axis: &Axis) -> (Vec<ByKind>, u32) {
        let mut bars = vec![ByKind::default(); axis.bars];
        let mut beyond = 0;
        for (month, counts) in &self.months {
            match axis.bar_of(*month).and_then(|bar| bars.get_mut(bar)) {
                Some(bar) => bar.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count),
                None => beyond += counts.iter().sum::<u32>(),
            }
        }
        (bars, beyond)
    }

    fn note(&self, axis: &Axis, beyond: u32) -> String {
        let undated = (self.undated > 0).then(|| format!("{} without a date", counted(self.undated, NOUN)));
        let beyond = (beyond > 0).then(|| format!("{} far from {}", counted(beyond, NOUN), axis.in_words()));
        let left_out: Vec<String> = undated.into_iter().chain(beyond).collect();
        if left_out.is_empty() { String::new() } else { format!("{} not shown.", left_out.join(" and ")) }
    }

    fn legend(page: &mut Page, axis: &Axis, bars: &[ByKind]) {
        let of_kind = |place: usize| bars.iter().filter_map(|bar| bar.get(place)).sum::<u32>();
        let shown = KINDS.iter().enumerate().filter(|(place, _)| of_kind(*place) > 0);
        let shown: Vec<(usize, MeetingKind)> = shown.map(|(place, kind)| (place, *kind)).collect();
        let places = page.legend(shown.iter().map(|(place, kind)| (Tone::Series(*place), kind.label())));
        for ((place, kind), area) in shown.into_iter().zip(places) {
            let (from, to) = axis.days();
            let articles = Selection::Between { from, to, kind: Some(kind) };
            page.scene.region(area, kind.label(), (of_kind(place), NOUN), articles);
        }
    }
}

impl Summed for Months {
    fn articles(&self) -> usize {
        self.articles
    }

    fn scene(&self, size: Size) -> Scene {
        let counts: Vec<(i32, u32)> =
            self.months.iter().map(|(month, counts)| (*month, counts.iter().sum())).collect();
        let Some(axis) = Axis::over(&counts) else {
            let sentence = "No meeting here has a known date.";
            return Page::without_picture(size, PICTURE.label, sentence);
        };
        let (bars, beyond) = self.bars(&axis);
        let meetings = counted(self.dated - beyond, NOUN);
        let summary = format!("{meetings} by {}, {}", axis.unit(), axis.in_words());
        let mut page = Page::new(size, PICTURE.label, summary);
        if page.is_legible() {
            Self::legend(&mut page, &axis, &bars);
            page.note(&self.note(&axis, beyond));
            let free = page.free;
            draw(&mut page.scene, free, &axis, &bars);
        }
        page.scene
    }
}

fn draw(scene: &mut Scene, free: Area, axis: &Axis, bars: &[ByKind]) {
    let tallest = bars.iter().map(|bar| bar.iter().sum::<u32>()).max().unwrap_or(0);
    let below = 10.0 * UNIT;
    let height = (free.height - below - 2.0 * UNIT).max(0.0);
    let step = step(tallest, (height / SCALE) as u32);
    let top = tallest.div_ceil(step) * step;
    let beside = letters::width(&letters::number(top), SMALL, false) + 2.0 * UNIT;
    let (left, width) = (free.left + beside, (free.width - beside).max(0.0));
    let area = Area { left, top: free.top + 2.0 * UNIT, width, height };
    let plot = Plot { area, slot: width / bars.len().max(1) as f32, one: height / top.max(1) as f32 };
    for count in (0..=top / step).map(|line| line * step) {
        let y = area.bottom() - count as f32 * plot.one;
        scene.line((area.left, y), (area.right(), y));
        let number = Text::new(letters::number(count), area.left - 1.5 * UNIT, y);
        scene.text(number.anchored(Anchor::End).toned(Tone::Quiet));
    }
    for (place, counts) in bars.iter().enumerate() {
        bar(scene, &plot, axis, place, counts);
    }
    axis.labels(scene, Area { top: area.bottom(), height: below, ..area });
}

fn bar(scene: &mut Scene, plot: &Plot, axis: &Axis, place: usize, counts: &ByKind) {
    let (from, to) = axis.days_of(place);
    let (slot, area) = (plot.slot, plot.area);
    let width = (slot * 0.8).min(WIDEST);
    let left = area.left + place as f32 * slot + (slot - width) / 2.0;
    let mut foot = area.bottom();
    for (series, (kind, count)) in KINDS.iter().zip(counts).enumerate() {
        let height = *count as f32 * plot.one;
        let part = Area { left, top: foot - height, width, height };
        let gap = if height > UNIT { 1.0 } else { 0.0 };
        if *count > 0 {
            scene.rect(Area { top: part.top + gap, height: height - gap, ..part }, Tone::Series(series));
        }
        let what = format!("{}, {}", axis.name_of(place), kind.label().to_lowercase());
        scene.region(part, &what, (*count, NOUN), Selection::Between { from, to, kind: Some(*kind) });
        foot -= height;
    }
    let below =
        Area { left: area.left + place as f32 * slot, top: area.bottom(), width: slot, height: 10.0 * UNIT };
    let all = Selection::Between { from, to, kind: None };
    scene.region(below, &axis.name_of(place), (counts.iter().sum(), NOUN), all);
}

/// How far apart the lines of a scale are, if there may be so many of them.
fn step(tallest: u32, lines: u32) -> u32 {
    let tens = std::iter::successors(Some(1_u32), |ten| ten.checked_mul(10));
    let mut steps = tens.flat_map(|ten| [1, 2, 5].map(|digit| ten.saturating_mul(digit)));
    steps.find(|step| tallest.div_ceil(*step) <= lines.clamp(1, 8)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_contact_has_a_color() {
        let contacts = MeetingKind::ALL.iter().filter(|kind| kind.is_contact());
        assert_eq!(contacts.copied().collect::<Vec<_>>(), KINDS);
    }

    #[test]
    fn a_scale_goes_by_round_numbers() {
        assert_eq!([(1, 5), (7, 5), (40, 4), (1234, 3), (3, 0)].map(|(n, m)| step(n, m)), [1, 2, 10, 500, 5]);
    }
}
