//! Rows: what one report has on the left, what the other has on the right, and between them how the two
//! stand, in a word and a color.

use egui::text::LayoutJob;
use egui::{
    Align, Button, Color32, FontSelection, Label, Layout, Response, RichText, Role, Stroke, TextFormat,
    TextStyle, Ui, WidgetInfo, WidgetText, vec2,
};

use crate::across::Compared;
use crate::app::Command;
use crate::model::EntryId;
use crate::review::Field;
use crate::ui::desk::Desk;
use crate::ui::theme::{self, Palette};
use crate::ui::widgets::{Picture, as_heading, picture};

/// How wide the columns are.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    side: f32,
}

/// How a value here stands to the one there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Both say the same.
    Same,
    /// Both say it, one of them more.
    Both,
    /// Both say it, in other words.
    Otherwise,
    /// They contradict each other.
    Differs,
    /// Only the report on the left has it.
    OnlyHere,
    /// Only the report on the right has it.
    OnlyThere,
}

impl Columns {
    /// The columns of a page of this width, never wider than text reads well.
    pub fn within(width: f32) -> Self {
        let sides = width - theme::STANDING - 2.0 * theme::GAP;
        Self { side: (sides / 2.0).floor().min(theme::PROSE) }
    }
}

impl Standing {
    /// How two values stand, by what they are compared to.
    pub fn of<T>(compared: &Compared<T>) -> Self {
        match compared {
            Compared::Agree => Self::Same,
            Compared::Differ { .. } => Self::Differs,
            Compared::OnlyHere(_) => Self::OnlyHere,
            Compared::OnlyThere(_) => Self::OnlyThere,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Both => "both",
            Self::Otherwise => "reworded",
            Self::Differs => "differs",
            Self::OnlyHere => "only in this report",
            Self::OnlyThere => "only in the other",
        }
    }

    fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Same | Self::Both => palette.quiet,
            Self::Otherwise => palette.accent,
            Self::Differs => palette.warn,
            Self::OnlyHere | Self::OnlyThere => palette.ink,
        }
    }
}

/// A heading of the page.
pub fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(theme::EDGE);
    as_heading(&ui.label(theme::heading(words)));
}

/// A row whose middle is empty. Each side is shown by the same function.
pub fn row<S>(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    columns: Columns,
    [here, there]: [S; 2],
    show: impl Fn(&mut Desk<'_>, &mut Ui, S),
) {
    standing_row(desk, ui, columns, None, [here, there], show);
}

/// A row with how the two sides stand between them: what is compared, in a word, and the standing.
pub fn standing_row<S>(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    columns: Columns,
    standing: Option<(&str, Standing)>,
    [here, there]: [S; 2],
    show: impl Fn(&mut Desk<'_>, &mut Ui, S),
) {
    ui.horizontal_top(|ui| {
        column(ui, columns.side, Align::Min, |ui| show(desk, ui, here));
        column(ui, theme::STANDING, Align::Center, |ui| {
            if let Some((what, standing)) = standing {
                between(ui, what, standing);
            }
        });
        column(ui, columns.side, Align::Min, |ui| show(desk, ui, there));
    });
}

fn column(ui: &mut Ui, width: f32, align: Align, show: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(align), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        // Values stand in line with headings.
        ui.spacing_mut().button_padding.x = 0.0;
        show(ui);
    });
}

fn between(ui: &mut Ui, what: &str, standing: Standing) {
    ui.add_space(theme::SMALL);
    let color = standing.color(theme::palette(ui));
    let words =
        if what.is_empty() { standing.label().to_owned() } else { format!("{what}: {}", standing.label()) };
    ui.label(RichText::new(words).text_style(TextStyle::Small).color(color));
}

/// What a report does not have.
pub fn missing(ui: &mut Ui) {
    ui.add_space(theme::SMALL);
    ui.label(theme::quiet(ui, "not said").italics());
}

/// A value that leads somewhere. It is read out by this name.
pub fn link(ui: &mut Ui, words: WidgetText, name: &str) -> Response {
    let link = ui.add(Button::new(words).wrap().frame_when_inactive(false));
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
    link
}

/// A value of a record, which leads to its words in its article.
pub fn value(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    article: EntryId,
    field: &Field,
    words: WidgetText,
    name: &str,
) {
    if link(ui, words, name).on_hover_text("Show it in its article").clicked() {
        desk.send(Command::Select(article));
        desk.send(Command::Focus(Some(field.clone())));
        desk.view.go_to_words();
    }
}

/// Small words under a value.
pub fn under(ui: &mut Ui, words: String) {
    ui.add(Label::new(theme::quiet(ui, words)).wrap());
}

/// Words of which some stretches stand in one report only: underlined, and on a ground of their own.
pub fn marked(ui: &Ui, text: &str, stretches: &[std::ops::Range<usize>]) -> LayoutJob {
    let palette = theme::palette(ui);
    let plain = TextFormat::simple(FontSelection::Default.resolve(ui.style()), palette.ink);
    let other = TextFormat {
        background: palette.tint(palette.accent),
        underline: Stroke::new(1.5, palette.accent),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    let mut from = 0;
    for stretch in stretches {
        job.append(text.get(from..stretch.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(text.get(stretch.clone()).unwrap_or_default(), 0.0, other.clone());
        from = stretch.end;
    }
    job.append(text.get(from..).unwrap_or_default(), 0.0, plain);
    job
}

/// In what the two are not the same, in plain words: "by when: June 2021 here, not said there".
pub fn difference(ui: &mut Ui, what: &str, values: &Compared<String>) {
    let words = match values {
        Compared::Agree => return,
        Compared::Differ { here, there } => format!("{what}: {here} here, {there} there"),
        Compared::OnlyHere(here) => format!("{what}: {here} here, not said there"),
        Compared::OnlyThere(there) => format!("{what}: not said here, {there} there"),
    };
    let palette = theme::palette(ui);
    let color = if values.differs() { palette.warn } else { palette.quiet };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SMALL;
        if values.differs() {
            picture(ui, Picture::Warning);
        }
        let words = RichText::new(capitalized(&words)).text_style(TextStyle::Small).color(color);
        ui.add(Label::new(words).wrap());
    });
}

/// With a capital.
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).collect()
}
