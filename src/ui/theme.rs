//! The look: every color, size and space of the window is in this file and nowhere else
//! (what sets an article, in `letters` below it).
//!
//! Spaces and heights stand on a 4-point grid. Text colors reach the contrast of WCAG AA on every
//! surface they are used on (tested below); the colors of parties descend from Okabe and Ito's
//! palette, which people with any color vision can tell apart, and never stand alone: shape, line
//! or word says the same.

mod letters;

use std::ops::Range;
use std::sync::Arc;

use egui::{
    self, Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText,
    Stroke, TextStyle, Ui, Vec2, vec2,
};

pub use self::letters::{Letters, column, headline, headline_letters, letter, letters, reading};
use super::modifiers::AltAlone;
use super::steady::Steady;
use crate::app::{Density, Theme};
use crate::charts::{Tone, color_on_paper};

/// A unit of the grid: every space is a multiple of it.
pub const UNIT: f32 = 4.0;
/// Between things that belong together.
pub const SMALL: f32 = UNIT;
/// Between things of one group.
pub const GAP: f32 = 2.0 * UNIT;
/// Between groups, and from the edge of a pane to what is in it.
pub const EDGE: f32 = 4.0 * UNIT;
/// Between sections.
pub const SECTION: f32 = 6.0 * UNIT;
/// The height of a button, an input, a chip.
pub const CONTROL: f32 = 7.0 * UNIT;
/// The width of the column that names the inputs of a form.
pub const FORM_LABEL: f32 = 20.0 * UNIT;
/// A painted mark, such as that of a ruling.
pub const MARK: f32 = 4.0 * UNIT;
/// How wide the text of a notice, a sheet or the first page may run.
pub const PROSE: f32 = 130.0 * UNIT;
/// The manual as it opens.
pub const MANUAL: Vec2 = vec2(215.0 * UNIT, 150.0 * UNIT);
/// How wide its code and tables may be, which are wider than what is read line by line.
pub const CODE: f32 = 160.0 * UNIT;
/// The column of its chapters.
pub const CHAPTERS: f32 = 55.0 * UNIT;
/// The height of a line of the manual, and of one in its tables and code.
pub const PROSE_LINE: f32 = 5.5 * UNIT;
/// See above.
pub const TABLE_LINE: f32 = 4.5 * UNIT;
/// Behind slanted words.
pub const LEANING: f32 = 2.0;
/// The letters of its examples.
pub const EXAMPLE: f32 = 15.0;
/// How far its lists and examples stand in, and the dot before an item.
pub const INDENT: i8 = 20;
/// See above.
pub const DOT: f32 = 2.0;
/// The height of the licenses on the sheet about the program.
pub const NOTICES: f32 = 75.0 * UNIT;
/// The room on the sheet of exports for what is chosen.
pub const EXPORT_CHOICES: f32 = 60.0 * UNIT;
/// The room on it for what that comes to: the tables and five rows of one.
pub const EXPORT_PREVIEW: f32 = 64.0 * UNIT;
/// How wide a sheet with a table on it is.
pub const WIDE_SHEET: f32 = 176.0 * UNIT;
/// How wide one with the columns of a table on it is, within the least window.
pub const WIDEST_SHEET: f32 = 216.0 * UNIT;
/// A column of a table on it.
pub const TABLE_COLUMN: f32 = 42.0 * UNIT;
/// The room below for what there is to say of them.
pub const COLUMN_REMARKS: f32 = 14.0 * UNIT;
/// Between two reports side by side: the word for how they stand.
pub const STANDING: f32 = 30.0 * UNIT;
/// The height of the foot of the list.
pub const FOOT: f32 = 13.0 * UNIT;
/// How wide a menu with an input in it is.
pub const PICKER: f32 = 60.0 * UNIT;
/// The width that a row leaves to what it offers.
pub const OFFER: f32 = 28.0 * UNIT;
/// A line below a field for what is to be said of it.
pub const WARNING: f32 = MARK;
/// Between a widget and the ring that shows where the keyboard is.
pub const RING_GAP: f32 = 0.0;
/// The columns of the ledger that are as wide as what stands in them: a party's name, a day, a word.
pub const PARTY_COLUMN: f32 = 27.0 * UNIT;
/// A day.
pub const DAY_COLUMN: f32 = 21.0 * UNIT;
/// A word.
pub const WORD_COLUMN: f32 = 20.0 * UNIT;
/// The mark of a party in the ledger, as the radius of a disc.
pub const PARTY_MARK: f32 = 3.5;
/// A picture of the library gets no smaller: where there is less room, it is scrolled.
pub const LEAST_PICTURE: Vec2 = vec2(160.0 * UNIT, 110.0 * UNIT);
/// The corners of inputs, buttons and marks in the text.
pub const CORNER: CornerRadius = CornerRadius::same(4);
/// The corners of what floats above.
pub const FLOATING_CORNER: CornerRadius = CornerRadius::same(8);

/// The colors of one appearance.
#[derive(Debug, PartialEq)]
pub struct Palette {
    /// Where the article stands.
    pub paper: Color32,
    /// The panes beside it.
    pub pane: Color32,
    /// What lies on a pane: chips, buttons, the active value.
    pub raised: Color32,
    /// Inputs.
    pub input: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that may be passed over.
    pub quiet: Color32,
    /// Hairlines.
    pub line: Color32,
    /// The outlines of what can be typed in, ticked or pressed.
    pub control: Color32,
    /// The one accent: what is active, chosen or the next thing to do.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// The accent as a surface, under text.
    pub wash: Color32,
    /// Under selected words.
    pub selection: Color32,
    /// Under words that were found.
    pub found: Color32,
    /// Under those of them that are looked at.
    pub found_now: Color32,
    /// Confirmed.
    pub good: Color32,
    /// Needs a look.
    pub warn: Color32,
    /// Went wrong.
    pub bad: Color32,
    /// One for each party, in the order in which they appear.
    pub parties: [Color32; 8],
    dark: bool,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// By day.
pub const LIGHT: Palette = Palette {
    paper: rgb(0xFF_FF_FF),
    pane: rgb(0xF7_F6_F3),
    raised: rgb(0xEC_EA_E4),
    input: rgb(0xFF_FF_FF),
    ink: rgb(0x1E_22_26),
    quiet: rgb(0x5A_60_66),
    line: rgb(0xD9_D6_CF),
    control: rgb(0x85_82_7A),
    accent: rgb(0x24_57_9E),
    on_accent: rgb(0xFF_FF_FF),
    wash: rgb(0xE4_EB_F5),
    selection: rgb(0xC9_DB_F2),
    found: rgb(0xFF_E9_8F),
    found_now: rgb(0xFF_BE_4D),
    good: rgb(0x1B_6E_4B),
    warn: rgb(0x8A_55_00),
    bad: rgb(0xA8_2A_1E),
    parties: [
        rgb(0x00_66_A1),
        rgb(0xAD_46_00),
        rgb(0x00_71_53),
        rgb(0x96_43_77),
        rgb(0x7E_5A_00),
        rgb(0x1D_6F_94),
        rgb(0x5B_4B_A8),
        rgb(0x55_5F_2A),
    ],
    dark: false,
};

/// By night.
pub const DARK: Palette = Palette {
    paper: rgb(0x1A_1C_1F),
    pane: rgb(0x21_24_28),
    raised: rgb(0x2D_31_36),
    input: rgb(0x18_1A_1D),
    ink: rgb(0xE4_E4_E0),
    quiet: rgb(0xA6_AA_AD),
    line: rgb(0x3C_41_47),
    control: rgb(0x7E_85_8C),
    accent: rgb(0x8A_B8_F2),
    on_accent: rgb(0x10_1B_2A),
    wash: rgb(0x27_33_44),
    selection: rgb(0x31_4A_6B),
    found: rgb(0x4F_45_14),
    found_now: rgb(0x80_5A_00),
    good: rgb(0x6F_CF_A2),
    warn: rgb(0xE8_B4_5A),
    bad: rgb(0xF2_90_82),
    parties: [
        rgb(0x74_BC_F0),
        rgb(0xFF_A0_66),
        rgb(0x5C_D3_A9),
        rgb(0xE8_A6_CE),
        rgb(0xEC_C4_58),
        rgb(0x96_D9_F0),
        rgb(0xB9_AD_F5),
        rgb(0xC3_CE_86),
    ],
    dark: true,
};

/// The colors of pictures by night, as [`Tone`] names them. By day they are those of files.
const SERIES_BY_NIGHT: [Color32; Tone::SERIES] =
    [rgb(0x5C_A8_E0), rgb(0xF0_A0_3C), rgb(0x3F_BF_95), rgb(0xE2_8F_C2), rgb(0xBF_DF_F5)];
const SHADES_BY_NIGHT: [Color32; Tone::SHADES] =
    [rgb(0x28_3F_5C), rgb(0x2F_5C_8F), rgb(0x78_AC_E6), rgb(0xC4_DE_FA)];

/// The colors that are in force.
pub fn palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

impl Palette {
    /// The color of the party that appeared as this many-th.
    pub fn party(&self, place: usize) -> Color32 {
        self.parties.get(place % self.parties.len()).copied().unwrap_or(self.accent)
    }

    /// The color of a part of a picture.
    pub fn tone(&self, tone: Tone) -> Color32 {
        let of = |colors: &[Color32], place: usize| colors.get(place).copied().unwrap_or(self.accent);
        match tone {
            _ if !self.dark => rgb(color_on_paper(tone)),
            Tone::Paper => self.paper,
            Tone::Ink => self.ink,
            Tone::Quiet => self.quiet,
            Tone::Line => self.line,
            Tone::Series(place) => of(&SERIES_BY_NIGHT, place),
            Tone::Shade(place) => of(&SHADES_BY_NIGHT, place),
            Tone::OnShade(place) => {
                if place * 2 < Tone::SHADES {
                    self.ink
                } else {
                    self.paper
                }
            }
        }
    }

    /// A color as a surface under text.
    pub fn tint(&self, color: Color32) -> Color32 {
        color.gamma_multiply(if self.dark { 0.22 } else { 0.14 })
    }

    /// The same for words that are pointed at.
    pub fn strong_tint(&self, color: Color32) -> Color32 {
        color.gamma_multiply(if self.dark { 0.36 } else { 0.3 })
    }
}

/// How wide a pane beside the article is: never so wide that too little is left of the article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaneSizes {
    least: f32,
    /// Until somebody drags its edge: a share of the window, within bounds.
    pub usual: f32,
    most: f32,
}

impl PaneSizes {
    fn of(window: f32, least: f32, (share, usual): (f32, Range<f32>), most: f32) -> Self {
        let most = (window * most).max(least);
        Self { least, usual: (window * share).max(usual.start).min(usual.end).min(most).round(), most }
    }

    /// A width that somebody wants, as far as there is room for it.
    pub fn within(self, width: f32) -> f32 {
        width.max(self.least).min(self.most)
    }

    /// From the narrowest to the widest.
    pub fn range(self) -> std::ops::RangeInclusive<f32> {
        self.least..=self.most
    }
}

/// The pane with the list of articles, in a window of this width.
pub fn list_pane(window: f32) -> PaneSizes {
    PaneSizes::of(window, 50.0 * UNIT, (0.25, 50.0 * UNIT..115.0 * UNIT), 0.3)
}

/// The pane with the record, in a window of this width.
pub fn record_pane(window: f32) -> PaneSizes {
    PaneSizes::of(window, 85.0 * UNIT, (0.27, 105.0 * UNIT..130.0 * UNIT), 0.35)
}

/// The height of a row in the list of articles: the title and a line below it.
pub fn list_row(density: Density) -> f32 {
    match density {
        Density::Calm => 19.0 * UNIT,
        Density::Dense => 11.0 * UNIT,
    }
}

/// In how many lines the title of a row is shown.
pub fn title_lines(density: Density) -> usize {
    match density {
        Density::Calm => 2,
        Density::Dense => 1,
    }
}

/// The height of a row of the ledger: one line.
pub fn ledger_row(density: Density) -> f32 {
    match density {
        Density::Calm => 8.0 * UNIT,
        Density::Dense => 6.0 * UNIT,
    }
}

/// Between the edge of a field's card and what is in it.
pub fn card_margin(density: Density) -> Margin {
    match density {
        Density::Calm => Margin::same(8),
        Density::Dense => Margin::symmetric(8, 2),
    }
}

/// Headings of sections and names in lists.
pub fn strong() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// The headline of the first page and of sheets.
pub fn display() -> TextStyle {
    TextStyle::Name("display".into())
}

/// Text in the style of headings.
pub fn heading(text: impl Into<String>) -> RichText {
    RichText::new(text).text_style(strong())
}

/// Small text that may be passed over.
pub fn quiet(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).text_style(TextStyle::Small).color(palette(ui).quiet)
}

/// The ring around what has the keyboard.
pub fn ring(dark: bool) -> Stroke {
    Stroke::new(2.0, if dark { DARK.accent } else { LIGHT.accent })
}

/// The outline of what can be pressed.
pub fn outline(palette: &Palette) -> Stroke {
    Stroke::new(1.0, palette.control)
}

/// A line that parts two panes.
pub fn hairline(palette: &Palette) -> Stroke {
    Stroke::new(1.0, palette.line)
}

/// Gives the context its letters and both appearances.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Steady::default());
    ctx.add_plugin(AltAlone::default());
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (theme, palette) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| dress(style, palette));
    }
}

/// Follows the setting. Under X11 the system's own preference is not known and stays light.
pub fn follow(ctx: &Context, theme: Theme) {
    let preference = match theme {
        Theme::System => egui::ThemePreference::System,
        Theme::Light => egui::ThemePreference::Light,
        Theme::Dark => egui::ThemePreference::Dark,
    };
    if ctx.options(|options| options.theme_preference) != preference {
        ctx.set_theme(preference);
    }
}

/// Our own letters first; egui's follow for what they lack, then the system's.
fn fonts() -> FontDefinitions {
    const FACES: [(&str, &[u8]); 4] = [
        ("sans", include_bytes!("../../assets/fonts/chancery-sans-regular.ttf")),
        ("strong", include_bytes!("../../assets/fonts/chancery-sans-semibold.ttf")),
        ("serif", include_bytes!("../../assets/fonts/chancery-serif-regular.ttf")),
        ("serif-strong", include_bytes!("../../assets/fonts/chancery-serif-semibold.ttf")),
    ];
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, bytes) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let family = if name == "sans" { FontFamily::Proportional } else { FontFamily::Name(name.into()) };
        fonts.families.insert(family, [vec![name.to_owned()], fallback.clone()].concat());
    }
    fonts
}

fn dress(style: &mut egui::Style, palette: &Palette) {
    let sans = |size| FontId::new(size, FontFamily::Proportional);
    let semibold = |size| FontId::new(size, FontFamily::Name("strong".into()));
    style.text_styles = [
        (TextStyle::Small, sans(12.5)),
        (TextStyle::Body, sans(14.0)),
        (TextStyle::Button, sans(14.0)),
        (TextStyle::Monospace, FontId::new(13.0, FontFamily::Monospace)),
        (TextStyle::Heading, semibold(17.0)),
        (strong(), semibold(14.0)),
        (display(), FontId::new(30.0, FontFamily::Name("serif-strong".into()))),
    ]
    .into();
    space(&mut style.spacing);
    paint(&mut style.visuals, palette);
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
}

fn space(spacing: &mut egui::style::Spacing) {
    spacing.item_spacing = vec2(GAP, GAP);
    spacing.button_padding = vec2(GAP, SMALL);
    spacing.interact_size = vec2(CONTROL, CONTROL);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.icon_spacing = SMALL;
    spacing.tooltip_width = 90.0 * UNIT;
    spacing.combo_height = 75.0 * UNIT;
    spacing.text_edit_width = f32::INFINITY;
    spacing.scroll =
        egui::style::ScrollStyle { bar_width: 8.0, floating_allocated_width: 0.0, ..spacing.scroll };
    spacing.scroll.fade.strength = 0.0;
}

fn paint(visuals: &mut egui::Visuals, palette: &Palette) {
    *visuals = if palette.dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    visuals.panel_fill = palette.pane;
    visuals.window_fill = palette.input;
    visuals.window_stroke = hairline(palette);
    visuals.window_corner_radius = FLOATING_CORNER;
    visuals.menu_corner_radius = FLOATING_CORNER;
    visuals.extreme_bg_color = palette.input;
    visuals.text_edit_bg_color = Some(palette.input);
    visuals.faint_bg_color = palette.raised;
    visuals.code_bg_color = palette.raised;
    visuals.weak_text_color = Some(palette.quiet);
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.warn;
    visuals.error_fg_color = palette.bad;
    visuals.selection.bg_fill = palette.selection;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(1.5, palette.accent);
    visuals.interact_cursor = Some(egui::CursorIcon::PointingHand);
    let shade = Color32::from_black_alpha(if palette.dark { 96 } else { 28 });
    visuals.window_shadow = egui::Shadow { offset: [0, 4], blur: 16, spread: 0, color: shade };
    visuals.popup_shadow = visuals.window_shadow;
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.bg_stroke = hairline(palette);
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, palette.ink);
    widgets.noninteractive.bg_fill = palette.pane;
    let rest = [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open];
    for (look, (fill, outline)) in rest.into_iter().zip([
        (palette.raised, palette.control),
        (palette.wash, palette.quiet),
        (palette.wash, palette.accent),
        (palette.wash, palette.accent),
    ]) {
        look.bg_fill = fill;
        look.weak_bg_fill = fill;
        look.bg_stroke = Stroke::new(1.0, outline);
        look.fg_stroke = Stroke::new(1.5, palette.ink);
        look.corner_radius = CORNER;
        look.expansion = 0.0;
    }
    widgets.noninteractive.corner_radius = CORNER;
}

#[cfg(test)]
mod tests;
