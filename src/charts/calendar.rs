//! The axis of time: how long a bar lasts, which days it has, and which labels fit below it.

use jiff::civil::Date;

use super::letters;
use super::letters::SMALL;
use super::page::UNIT;
use super::scene::{Anchor, Area, Scene, Text, Tone};
use crate::model::Day;

/// How many months a bar may last; the shortest is taken that makes no more than [`MOST`] bars.
const LENGTHS: [i32; 12] = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];
/// How many bars there are at most.
const MOST: i32 = 60;
/// One meeting in so many may be left out at either end, if the rest then fills half of the axis or less:
/// a single mistyped year would press all others into one bar.
const STRAY: u32 = 200;

/// An axis of time.
#[derive(Debug, PartialEq)]
pub struct Axis {
    /// The first bar, counted from the year 0 in bars.
    first: i32,
    /// How many bars there are.
    pub bars: usize,
    /// How many months each lasts.
    length: i32,
}

/// The month of a day, counted from January of the year 0.
pub fn month_of(day: Day) -> i32 {
    i32::from(day.0.year()) * 12 + i32::from(day.0.month()) - 1
}

/// The first day of a month, or the calendar's first or last if it does not reach so far.
fn first_day(month: i32) -> Day {
    let beyond = if month < 0 { Date::MIN } else { Date::MAX };
    let year = i16::try_from(month.div_euclid(12)).ok();
    let day = year.and_then(|year| Day::new(year, month.rem_euclid(12) as i8 + 1, 1));
    day.unwrap_or(Day(beyond))
}

impl Axis {
    /// An axis for these months, in their order, each with its count.
    pub fn over(months: &[(i32, u32)]) -> Option<Self> {
        let stray = months.iter().map(|(_, count)| count).sum::<u32>() / STRAY;
        let (begin, end) = (months.first()?.0, months.last()?.0);
        let (dense_begin, dense_end) =
            (without_strays(months.iter(), stray)?, without_strays(months.iter().rev(), stray)?);
        let is_pressed = end - begin >= MOST && (dense_end - dense_begin + 1) * 2 <= end - begin + 1;
        let (begin, end) = if is_pressed { (dense_begin, dense_end) } else { (begin, end) };
        let bars = |length: i32| end.div_euclid(length) - begin.div_euclid(length) + 1;
        let length = LENGTHS.into_iter().find(|length| bars(*length) <= MOST).unwrap_or(12_000);
        Some(Self { first: begin.div_euclid(length), bars: bars(length) as usize, length })
    }

    /// The bar of a month.
    pub fn bar_of(&self, month: i32) -> Option<usize> {
        usize::try_from(month.div_euclid(self.length) - self.first).ok().filter(|bar| *bar < self.bars)
    }

    /// The first month of a bar.
    fn month(&self, bar: usize) -> i32 {
        (self.first + bar as i32) * self.length
    }

    /// The first and the last day of a bar.
    pub fn days_of(&self, bar: usize) -> (Day, Day) {
        let next = first_day(self.month(bar + 1));
        let last = if next.0 == Date::MAX { Some(next) } else { next.plus_days(-1) };
        (first_day(self.month(bar)), last.unwrap_or(next))
    }

    /// The first and the last day of all.
    pub fn days(&self) -> (Day, Day) {
        (self.days_of(0).0, self.days_of(self.bars.saturating_sub(1)).1)
    }

    /// How long a bar lasts, in words.
    pub fn unit(&self) -> String {
        match self.length {
            1 => "month".to_owned(),
            3 => "quarter".to_owned(),
            12 => "year".to_owned(),
            months => format!("{} years", months / 12),
        }
    }

    /// What a bar stands for: `March 2021`, `April to June 2021`, `2021`, `2020 to 2029`.
    pub fn name_of(&self, bar: usize) -> String {
        self.between(self.days_of(bar))
    }

    /// What the whole axis stands for.
    pub fn in_words(&self) -> String {
        self.between(self.days())
    }

    fn between(&self, (from, to): (Day, Day)) -> String {
        let one_year = from.0.year() == to.0.year();
        let (begin, end) = match self.length {
            1 | 3 if one_year => ("%B", "%B %Y"),
            1 | 3 => ("%B %Y", "%B %Y"),
            _ => ("%Y", "%Y"),
        };
        let (begin, end) = (from.0.strftime(begin).to_string(), to.0.strftime(end).to_string());
        let one = if self.length < 12 { month_of(from) == month_of(to) } else { one_year };
        if one { end } else { format!("{begin} to {end}") }
    }

    /// Writes the labels below the bars: months or quarters in the first line where they fit, years
    /// below them.
    pub fn labels(&self, scene: &mut Scene, area: Area) {
        let slot = area.width / self.bars.max(1) as f32;
        let (first, second) = (area.top + 2.5 * UNIT, area.top + 6.5 * UNIT);
        let room = letters::width("May", SMALL, false) + UNIT;
        let every = [1, 3].into_iter().find(|every| {
            let months = *every * self.length;
            months <= 3 && slot * *every as f32 >= room
        });
        if let Some(every) = every {
            for bar in (0..self.bars).filter(|bar| self.month(*bar).rem_euclid(every * self.length) == 0) {
                let middle = area.left + (bar as f32 + 0.5) * slot;
                if middle - room / 2.0 >= area.left && middle + room / 2.0 <= area.right() + 2.0 * UNIT {
                    let name = Text::new(self.short_name(bar), middle, first).anchored(Anchor::Middle);
                    scene.text(name.toned(Tone::Quiet));
                }
            }
        }
        self.years(scene, area, slot, if every.is_some() { second } else { first });
    }

    fn short_name(&self, bar: usize) -> String {
        let month = self.month(bar);
        if self.length == 1 {
            first_day(month).0.strftime("%b").to_string()
        } else {
            format!("Q{}", month.rem_euclid(12) / 3 + 1)
        }
    }

    fn years(&self, scene: &mut Scene, area: Area, slot: f32, y: f32) {
        let begins = |bar: &usize| *bar == 0 || self.length >= 12 || self.month(*bar).rem_euclid(12) == 0;
        let year = |bar| first_day(self.month(bar)).0.strftime("%Y").to_string();
        let years = (0..self.bars).filter(begins).map(|bar| (area.left + bar as f32 * slot, year(bar)));
        let years: Vec<(f32, String)> = years.collect();
        let widest = years.iter().map(|(_, year)| letters::width(year, SMALL, false)).fold(0.0, f32::max);
        let mut free_from = f32::MIN;
        for (place, (x, year)) in years.iter().enumerate() {
            // What is left of the first year may be too short for its label.
            let next = years.get(place + 1).map_or(f32::MAX, |(x, _)| *x);
            let gives_way = self.length < 12 && place == 0 && x + widest + UNIT > next && years.len() > 2;
            if !gives_way && *x >= free_from && x + widest <= area.right() + 2.0 * UNIT {
                scene.line((*x, area.top), (*x, area.top + UNIT / 2.0));
                scene.text(Text::new(year.as_str(), x + 1.0, y));
                free_from = x + widest + 2.0 * UNIT;
            }
        }
    }
}

/// The first month, when so many meetings before it may be left out.
fn without_strays<'m>(mut months: impl Iterator<Item = &'m (i32, u32)>, stray: u32) -> Option<i32> {
    let mut passed = 0;
    let first = months.find(|(_, count)| {
        passed += count;
        passed > stray
    });
    first.map(|(month, _)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(from: (i16, i8), to: (i16, i8)) -> Axis {
        let month = |(year, month)| (month_of(Day::new(year, month, 1).unwrap()), 1);
        Axis::over(&[month(from), month(to)]).unwrap()
    }

    #[test]
    fn a_bar_lasts_longer_where_the_span_is_long() {
        let few = axis((2020, 3), (2021, 4));
        assert_eq!((few.bars, few.unit(), few.name_of(0)), (14, "month".into(), "March 2020".into()));
        let some = axis((2010, 1), (2024, 12));
        assert_eq!((some.bars, some.unit()), (60, "quarter".into()));
        assert_eq!(
            (some.name_of(1), some.in_words()),
            ("April to June 2010".into(), "January 2010 to December 2024".into())
        );
        let many = axis((1945, 5), (2024, 12));
        assert_eq!((many.bars, many.unit(), many.name_of(0)), (41, "2 years".into(), "1944 to 1945".into()));
    }

    #[test]
    fn a_bar_has_its_days_from_the_first_to_the_last() {
        let days = axis((2020, 1), (2020, 6)).days_of(1);
        assert_eq!((days.0.to_string(), days.1.to_string()), ("2020-02-01".into(), "2020-02-29".into()));
        let ends = axis((-9999, 1), (9999, 12)).days();
        assert_eq!((ends.0.0, ends.1.0), (Date::MIN, Date::MAX));
    }

    #[test]
    fn a_mistyped_year_does_not_press_all_others_into_one_bar() {
        let month = |year: i16| month_of(Day::new(year, 1, 1).unwrap());
        let axis = Axis::over(&[(month(1021), 1), (month(2019), 150), (month(2021), 150)]).unwrap();
        assert_eq!((axis.bars, axis.length), (25, 1));
        assert_eq!(axis.bar_of(month(1021)), None);
    }
}
