//! Settings: what a person has chosen once and for all.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::export::{Contents, ExportFormat};
use crate::work::{ColumnRoles, ReadingLimits, TableKey};

/// What a person has chosen. Fields that a file does not have keep their defaults.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Who reviews, as it stands in records.
    pub reviewer: String,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// The size of the article's text, in points.
    pub text_size: f32,
    /// How wide a line of the article's text is, in letters.
    pub measure: f32,
    /// How much is to fit on the screen.
    pub density: Density,
    /// The keys of actions, where they are others than those that actions come with.
    pub keys: Keymap,
    /// Whether the tour was taken.
    pub toured: bool,
    /// The folder that was opened from or saved to last.
    pub last_folder: Option<PathBuf>,
    /// What was chosen of the last export.
    pub export: LastExport,
    /// The folder into which was exported last.
    pub export_folder: Option<PathBuf>,
    /// Whether a log is kept beside the settings.
    pub keeps_log: bool,
    /// Files and folders that were opened, the last first.
    pub recent_files: Vec<PathBuf>,
    /// Libraries that were open, the last first.
    pub recent_libraries: Vec<PathBuf>,
    /// Whether libraries keep how long was worked at which article.
    pub keeps_time: bool,
    /// What the reader of a file may take.
    pub reading: ReadingLimits,
    /// Which columns of tables hold what, as it was chosen, the last first.
    pub columns: Vec<RememberedColumns>,
}

/// Which column holds what in tables of one kind, as a person has chosen it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedColumns {
    /// What these tables have in common.
    pub key: TableKey,
    /// What was chosen.
    pub roles: ColumnRoles,
    /// The name of the table for which it was.
    pub file: String,
}

/// What was chosen of the last export: the next one begins with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastExport {
    /// The name of the format.
    format: String,
    texts: bool,
    rejected: bool,
    edits: bool,
}

impl LastExport {
    /// In this format, this of each record.
    pub fn new(format: &ExportFormat, contents: Contents) -> Self {
        let Contents { texts, rejected, edits } = contents;
        Self { format: format.name.to_owned(), texts, rejected, edits }
    }

    /// In which format; the usual one where there is none of this name any more.
    pub fn format(&self) -> &'static ExportFormat {
        ExportFormat::named(&self.format).unwrap_or(ExportFormat::DEFAULT)
    }

    /// What of each record.
    pub fn contents(&self) -> Contents {
        Contents { texts: self.texts, rejected: self.rejected, edits: self.edits }
    }
}

impl Default for LastExport {
    fn default() -> Self {
        Self::new(ExportFormat::DEFAULT, Contents::default())
    }
}

/// The keys that a person has chosen, by the action's id. An empty list is an action without keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Keymap(pub(super) BTreeMap<String, Vec<String>>);

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark words on a light ground.
    Light,
    /// Light words on a dark ground.
    Dark,
}

/// How much is to fit on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Room to read in.
    #[default]
    Calm,
    /// As much as can be read.
    Dense,
}

/// What the system calls whoever uses it; empty where it does not say.
pub(super) fn name_of_system() -> String {
    ["USER", "USERNAME"].iter().find_map(|variable| std::env::var(variable).ok()).unwrap_or_default()
}

/// A change of one setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// Who reviews.
    Reviewer(String),
    /// Light or dark.
    Theme(Theme),
    /// The size of the article's text, in points.
    TextSize(f32),
    /// How wide a line of the article's text is, in letters.
    Measure(f32),
    /// How much is to fit on the screen.
    Density(Density),
    /// The keys of actions.
    Keys(Keymap),
    /// The tour was taken.
    Toured,
    /// The folder to begin in next time.
    LastFolder(PathBuf),
    /// What the next export is to begin with.
    Export(LastExport),
    /// The folder to export into next time.
    ExportFolder(PathBuf),
    /// Whether a log is kept.
    KeepLog(bool),
    /// Whether libraries keep how long was worked at which article.
    KeepTime(bool),
    /// What the reader of a file may take.
    Reading(ReadingLimits),
    /// Ask again which column of such tables holds what.
    ForgetColumns(TableKey),
}

impl Settings {
    /// The sizes of text that can be read.
    pub const TEXT_SIZES: std::ops::RangeInclusive<f32> = 10.0..=32.0;

    /// The widths of a line that can be read with ease, in letters.
    pub const MEASURES: std::ops::RangeInclusive<f32> = 45.0..=100.0;

    /// Changes one setting.
    pub(super) fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Reviewer(name) => self.reviewer = name,
            Setting::Theme(theme) => self.theme = theme,
            Setting::TextSize(size) => {
                self.text_size = size.clamp(*Self::TEXT_SIZES.start(), *Self::TEXT_SIZES.end());
            }
            Setting::Measure(letters) => {
                self.measure = letters.clamp(*Self::MEASURES.start(), *Self::MEASURES.end());
            }
            Setting::Density(density) => self.density = density,
            Setting::Keys(keys) => self.keys = keys,
            Setting::Toured => self.toured = true,
            Setting::LastFolder(folder) => self.last_folder = Some(folder),
            Setting::Export(last) => self.export = last,
            Setting::ExportFolder(folder) => self.export_folder = Some(folder),
            Setting::KeepLog(keeps) => self.keeps_log = keeps,
            Setting::KeepTime(keeps) => self.keeps_time = keeps,
            Setting::Reading(limits) => self.reading = limits.clamped(),
            Setting::ForgetColumns(key) => self.forget_columns(&key),
        }
    }

    /// Who stands in records as the reviewer.
    pub(super) fn reviewer_name(&self) -> &str {
        match self.reviewer.trim() {
            "" => "reviewer",
            name => name,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            reviewer: String::new(),
            theme: Theme::System,
            text_size: 16.0,
            measure: 70.0,
            density: Density::Calm,
            keys: Keymap::default(),
            toured: false,
            last_folder: None,
            export: LastExport::default(),
            export_folder: None,
            keeps_log: false,
            recent_files: Vec::new(),
            recent_libraries: Vec::new(),
            keeps_time: true,
            reading: ReadingLimits::default(),
            columns: Vec::new(),
        }
    }
}

impl Density {
    /// Every choice, in the order of menus.
    pub const ALL: &'static [Self] = &[Self::Calm, Self::Dense];

    /// The choice in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Calm => "Comfortable",
            Self::Dense => "Compact",
        }
    }
}

impl Theme {
    /// Every choice, in the order of menus.
    pub const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];

    /// The choice in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}
