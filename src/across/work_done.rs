//! What was done in a library: how long, how many articles and values, and how many of the proposals were right.
//! A project's leader reports it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ArticleKey, CancelToken, Day, EntryId, ReviewStatus};
use crate::review::{Field, Tally};
use crate::store::{Library, LibraryError, Worked};

/// What was done in a library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkDone {
    /// How many articles are reviewed or rejected, with all of their contacts.
    pub articles_finished: usize,
    /// How many articles there are.
    pub articles: usize,
    /// How many contacts are reviewed or rejected: each article has one at least, and each a record.
    pub finished: usize,
    /// How many are not.
    pub left: usize,
    /// How long was worked, in seconds.
    pub seconds: i64,
    /// How many values were decided meanwhile.
    pub decided: i64,
    /// How many records were finished of those that were worked at.
    pub finished_in_time: usize,
    /// How long each of these took, in seconds, the shortest first.
    pub times: Vec<i64>,
    /// The days on which somebody worked, the last one first.
    pub days: Vec<DayOfWork>,
    /// How the values of each kind of field stand in what somebody has begun to review.
    pub fields: Vec<(&'static str, Tally)>,
}

/// A day on which somebody worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfWork {
    /// Which.
    pub day: Day,
    /// For how long.
    pub seconds: i64,
    /// At how many contacts.
    pub contacts: usize,
    /// How many values were decided.
    pub decided: i64,
}

impl WorkDone {
    /// Counts what was done.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn of(library: &Library, cancel: &CancelToken) -> Result<Self, LibraryError> {
        let mut done = Self::default();
        let (mut begun, mut finished): (Vec<EntryId>, BTreeSet<EntryId>) = (Vec::new(), BTreeSet::new());
        // Of each article whether anything is left of it.
        let mut articles: BTreeMap<ArticleKey, bool> = BTreeMap::new();
        library.entries(|entry| {
            if entry.is_put_away {
                return;
            }
            let is_left = articles.entry(entry.article).or_default();
            match entry.status {
                ReviewStatus::Reviewed | ReviewStatus::Rejected => {
                    finished.insert(entry.id);
                }
                ReviewStatus::Unreviewed | ReviewStatus::InReview => {
                    done.left += 1;
                    *is_left = true;
                }
            }
            if entry.status != ReviewStatus::Unreviewed {
                begun.push(entry.id);
            }
        })?;
        done.finished = finished.len();
        done.articles = articles.len();
        done.articles_finished = articles.into_values().filter(|is_left| !is_left).count();
        done.count_time(&library.worked()?, &finished);
        let mut tallies: Vec<Tally> = Field::groups().map(|_| Tally::default()).collect();
        for id in begun {
            if cancel.is_cancelled() {
                break;
            }
            if let Some(record) = library.record(id)? {
                Tally::count_by_group(&record, &mut tallies);
            }
        }
        done.fields = Field::groups().zip(tallies).collect();
        Ok(done)
    }

    fn count_time(&mut self, worked: &[Worked], finished: &BTreeSet<EntryId>) {
        let mut of_articles: BTreeMap<EntryId, i64> = BTreeMap::new();
        let mut days: BTreeMap<Day, DayOfWork> = BTreeMap::new();
        for &Worked { id, day, seconds, decided } in worked {
            self.seconds += seconds;
            self.decided += decided;
            *of_articles.entry(id).or_default() += seconds;
            let of_day = days.entry(day).or_insert(DayOfWork { day, seconds: 0, contacts: 0, decided: 0 });
            of_day.seconds += seconds;
            of_day.contacts += 1;
            of_day.decided += decided;
        }
        self.days = days.into_values().rev().collect();
        let times = of_articles.into_iter().filter(|(id, seconds)| finished.contains(id) && *seconds > 0);
        self.times = times.map(|(_, seconds)| seconds).collect();
        self.times.sort_unstable();
        self.finished_in_time = self.times.len();
    }

    /// How many an hour, where somebody worked at all.
    pub fn an_hour(&self, count: f64) -> Option<f64> {
        (self.seconds > 0).then(|| count * 3600.0 / self.seconds as f64)
    }

    /// The time of which half of the finished articles took less, in seconds.
    pub fn usual_time(&self) -> Option<i64> {
        self.times.get(self.times.len() / 2).copied()
    }

    /// All of it as a table to be copied, with tabs between.
    pub fn as_table(&self) -> String {
        let mut lines: Vec<String> =
            self.figures().iter().map(|(what, figure)| format!("{what}\t{figure}")).collect();
        lines.push("\nField\tAccepted\tConfirmed\tCorrected\tRejected\tAdded".to_owned());
        for (name, tally) in &self.fields {
            let Tally { confirmed, corrected, ruled_out, added, .. } = tally;
            lines
                .push(format!("{name}\t{}\t{confirmed}\t{corrected}\t{ruled_out}\t{added}", accepted(tally)));
        }
        lines.push("\nDay\tTime\tContacts\tValues".to_owned());
        for day in &self.days {
            let DayOfWork { day, seconds, contacts, decided } = day;
            lines.push(format!("{day}\t{}\t{contacts}\t{decided}", time(*seconds)));
        }
        lines.join("\n") + "\n"
    }

    /// The figures of the whole library, each with what it counts.
    pub fn figures(&self) -> Vec<(&'static str, String)> {
        let rate = |count: f64| self.an_hour(count).map(|rate| format!("{rate:.1}"));
        let none = || "–".to_owned();
        vec![
            ("Articles finished", format!("{} of {}", self.articles_finished, self.articles)),
            ("Contacts finished", format!("{} of {}", self.finished, self.finished + self.left)),
            ("Time at work", time(self.seconds)),
            ("Contacts an hour", rate(self.finished_in_time as f64).unwrap_or_else(none)),
            ("Values an hour", rate(self.decided.max(0) as f64).unwrap_or_else(none)),
            ("Time a contact (median)", self.usual_time().map_or_else(none, time)),
        ]
    }
}

/// The share of the engine's values that somebody has decided and found right: "92 %".
pub fn accepted(tally: &Tally) -> String {
    match tally.judged() {
        0 => "–".to_owned(),
        judged => format!("{:.0} %", 100.0 * tally.confirmed as f64 / judged as f64),
    }
}

/// "3 h 05 min", "12 min", "40 s".
pub fn time(seconds: i64) -> String {
    match (seconds / 3600, seconds / 60 % 60) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes:02} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_counts_by_days_and_finished_articles() {
        let id = |number| EntryId::from_number(number).unwrap();
        let worked = |article, day: &str, seconds, decided| Worked {
            id: id(article),
            day: day.parse().unwrap(),
            seconds,
            decided,
        };
        let all = [
            worked(1, "2021-03-19", 600, 10),
            worked(2, "2021-03-19", 1200, 20),
            worked(1, "2021-03-20", 1800, 30),
        ];
        let mut done = WorkDone { articles: 1, finished: 1, left: 1, ..WorkDone::default() };
        done.count_time(&all, &[id(1)].into());
        assert_eq!((done.seconds, done.decided, done.finished_in_time), (3600, 60, 1));
        assert_eq!(done.usual_time(), Some(2400), "the two days of one article together");
        assert_eq!(done.days.len(), 2);
        assert_eq!((done.days[1].contacts, done.days[1].seconds), (2, 1800));
        let figures: Vec<String> = done.figures().into_iter().map(|(_, figure)| figure).collect();
        assert_eq!(figures, ["0 of 1", "1 of 2", "1 h 00 min", "1.0", "60.0", "40 min"]);
        assert!(done.as_table().contains("2021-03-19\t30 min\t2\t30\n"));
    }
}
