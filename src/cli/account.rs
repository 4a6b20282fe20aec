//! An account of many files: how many are done, which failed and why.

use std::fmt::Display;
use std::io::Write;
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};

use super::outcome::{NOT_ALL_WELL, Outcome, WELL};
use super::streams::complain;
use crate::extract::Readings;
use crate::model::{Article, counted, number};
use crate::work::{Extracted, Spot, articles_in, damage_of_tables};

/// Counts the files that fail and tells why, past the progress bar.
pub(super) struct Account<'s> {
    err: &'s mut (dyn Write + Send),
    bar: ProgressBar,
    /// Of how many files it is an account.
    files: usize,
    /// How many articles and saved records were taken.
    taken: usize,
    failures: usize,
    /// The names of articles in other languages.
    in_other_languages: Vec<String>,
}

impl<'s> Account<'s> {
    /// An account that complains here.
    pub fn new(err: &'s mut (dyn Write + Send)) -> Self {
        let (bar, in_other_languages) = (ProgressBar::hidden(), Vec::new());
        let mut account = Self { err, bar, files: 0, taken: 0, failures: 0, in_other_languages };
        damage_of_tables().iter().for_each(|damage| account.tell(damage));
        account
    }

    /// The articles that these paths stand for. What else is in the folders is told, and is no failure.
    pub fn files(&mut self, paths: &[PathBuf]) -> Vec<PathBuf> {
        let chosen = articles_in(paths);
        for error in chosen.failed {
            self.succeeded::<()>(Err(error));
        }
        for left_out in chosen.left_out {
            self.tell(left_out);
        }
        chosen.files
    }

    /// Shows how much of so many files is done.
    pub fn show_progress(&mut self, files: usize) {
        self.files = files;
        self.bar = bar(files as u64 * PARTS, "{bar:40} {msg}, {eta} left");
        // One that is done at once needs none.
        self.bar.set_message(counted(files, "file"));
    }

    /// Something of a file is done.
    pub fn take<T>(&mut self, spot: &Spot, result: Result<T, impl Display>) -> Option<T> {
        self.taken += 1;
        // Lists name files that nobody counted.
        self.files = self.files.max(spot.file + 1);
        if !self.bar.is_hidden() {
            self.bar.set_length(self.files as u64 * PARTS);
            let part = (f64::from(spot.share) * PARTS as f64) as u64;
            self.bar.set_position(spot.file as u64 * PARTS + part);
            let (done, taken) = (number(spot.file + 1), counted(self.taken, "article"));
            self.bar.set_message(format!("{taken}, {done} of {}", counted(self.files, "file")));
        }
        self.succeeded(result)
    }

    /// The same of an article that was read. One for which nothing is proposed is noted.
    pub fn take_readings(&mut self, extracted: Extracted) -> Option<Readings> {
        let readings = self.take(&extracted.spot, extracted.readings)?;
        self.note_language(&readings.main().record.article);
        Some(readings)
    }

    /// Counts a failure and tells why.
    pub fn succeeded<T>(&mut self, result: Result<T, impl Display>) -> Option<T> {
        let Err(error) = &result else { return result.ok() };
        self.failures += 1;
        self.bar.suspend(|| complain(self.err, error));
        None
    }

    /// Tells something, past the progress bar.
    pub fn tell(&mut self, what: impl Display) {
        // When nobody listens there is nobody to tell that either.
        let _ = self.bar.suspend(|| writeln!(self.err, "chancery: {what}"));
    }

    /// Notes an article for which nothing is proposed because of its language.
    fn note_language(&mut self, article: &Article) {
        if article.is_in_another_language() {
            let name = article.file_name.to_string();
            // The articles of a file are in one language, as a rule.
            if self.in_other_languages.last() != Some(&name) {
                self.in_other_languages.push(name);
            }
        }
    }

    /// Tells of those that were noted.
    pub fn tell_languages(&mut self) {
        const NAMED: usize = 3;
        let all = std::mem::take(&mut self.in_other_languages);
        let named: Vec<&str> = all.iter().take(NAMED).map(String::as_str).collect();
        let more = if all.len() > NAMED { format!(" and {} more", all.len() - NAMED) } else { String::new() };
        if !named.is_empty() {
            let named = named.join(", ");
            self.tell(format!("proposals are made for articles in English only, and none for {named}{more}"));
        }
    }

    /// How many failed.
    pub fn failures(&self) -> usize {
        self.failures
    }

    /// What the command comes to.
    pub fn outcome(&self) -> Outcome {
        if self.failures == 0 { WELL } else { NOT_ALL_WELL }
    }
}

impl Drop for Account<'_> {
    /// However the work ends, no half bar stays on the terminal.
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A bar for so many of these.
pub(super) fn progress_bar(count: usize, what: &str) -> ProgressBar {
    bar(count as u64, &format!("{{bar:40}} {{pos}} of {{len}} {what}, {{per_sec}}, {{eta}} left"))
}

/// So many parts of a file are told from each other.
const PARTS: u64 = 100;

fn bar(length: u64, template: &str) -> ProgressBar {
    let bar = ProgressBar::new(length);
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
