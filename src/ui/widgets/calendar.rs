//! A small calendar: a month, its weeks from Monday on, one click to a day.

use egui::{
    Align, Align2, Color32, Grid, Id, Layout, Popup, PopupCloseBehavior, Response, Role, Sense, Stroke,
    StrokeKind, TextStyle, Ui, WidgetInfo, vec2,
};

use super::buttons::picture_button;
use super::shapes::Picture;
use crate::model::Day;
use crate::ui::theme;

/// The days of the week above the columns.
const HEADS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/// A day.
const CELL: f32 = 8.0 * theme::UNIT;

/// A calendar for one input.
pub struct Calendar<'a> {
    /// What the day is called, as in "First day".
    pub of: &'a str,
    /// The day that is chosen.
    pub chosen: Option<Day>,
    /// The day to begin at where none is chosen, and what it is: it is ringed.
    pub near: (Day, &'a str),
}

impl Calendar<'_> {
    /// Shows the button that opens the calendar, and the calendar while it is open. Gives the day that
    /// was clicked.
    pub fn show(&self, ui: &mut Ui) -> Option<Day> {
        let button = picture_button(ui, Picture::Calendar, &format!("Calendar for {}", self.of));
        let month = button.id.with("month");
        if button.clicked() {
            let start = self.chosen.unwrap_or(self.near.0);
            ui.data_mut(|data| data.insert_temp(month, first_of_month(start)));
        }
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        popup.accessible_name("Calendar").show(|ui| self.month(ui, month)).and_then(|shown| shown.inner)
    }

    fn month(&self, ui: &mut Ui, month: Id) -> Option<Day> {
        let start = first_of_month(self.chosen.unwrap_or(self.near.0));
        let mut first = ui.data(|data| data.get_temp(month)).unwrap_or(start);
        ui.set_width(7.0 * CELL);
        ui.horizontal(|ui| {
            ui.label(theme::heading(first.0.strftime("%B %Y").to_string()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (picture, name, months) in
                    [(Picture::Folded, "Next month", 1), (Picture::Back, "Previous month", -1)]
                {
                    if picture_button(ui, picture, name).clicked() {
                        first = months_later(first, months).unwrap_or(first);
                    }
                }
            });
        });
        ui.data_mut(|data| data.insert_temp(month, first));
        let picked = self.weeks(ui, first);
        ui.horizontal(|ui| ui.label(theme::quiet(ui, format!("Circled: {}", self.near.1))));
        if picked.is_some() {
            ui.close();
        }
        picked
    }

    fn weeks(&self, ui: &mut Ui, first: Day) -> Option<Day> {
        let mut picked = None;
        let before = i32::from(first.weekday().to_monday_zero_offset());
        let days = (0..42).map_while(|day| first.plus_days(day - before));
        Grid::new("weeks").spacing(vec2(0.0, 0.0)).min_col_width(CELL).show(ui, |ui| {
            for head in HEADS {
                ui.vertical_centered(|ui| ui.label(theme::quiet(ui, head)));
            }
            ui.end_row();
            for (place, day) in days.enumerate() {
                if self.day(ui, day, day.0.month() == first.0.month()).clicked() {
                    picked = Some(day);
                }
                if place % 7 == 6 {
                    ui.end_row();
                }
            }
        });
        picked
    }

    fn day(&self, ui: &mut Ui, day: Day, in_month: bool) -> Response {
        let palette = theme::palette(ui);
        let chosen = self.chosen == Some(day);
        let (rect, response) = ui.allocate_exact_size(vec2(CELL, theme::CONTROL), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, day.in_words()));
        let cell = rect.shrink(1.0);
        let fill = match (chosen, response.hovered()) {
            (true, _) => palette.accent,
            (false, true) => palette.wash,
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(cell, theme::CORNER, fill);
        if day == self.near.0 {
            let ring = Stroke::new(1.0, palette.quiet);
            ui.painter().rect_stroke(cell, theme::CORNER, ring, StrokeKind::Inside);
        }
        let color = match (chosen, in_month) {
            (true, _) => palette.on_accent,
            (false, true) => palette.ink,
            (false, false) => palette.quiet,
        };
        let font = TextStyle::Body.resolve(ui.style());
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, day.0.day(), font, color);
        response
    }
}

fn first_of_month(day: Day) -> Day {
    Day(day.0.first_of_month())
}

fn months_later(first: Day, months: i32) -> Option<Day> {
    first.0.checked_add(jiff::Span::new().try_months(months).ok()?).ok().map(Day)
}
