//! The context: what words for a day are settled against. The days that others are counted from, the side
//! to which the words look, whether the article writes day or month first.

use super::order::{DateOrder, Surroundings};
use super::read::numbers_in;
use super::told::Numbers;
use crate::model::{Article, Basis, CountryCode, Day};

/// What an article gives to settle its words for days with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Every day that others can be counted from, the likeliest first.
    pub anchors: Vec<Anchor>,
    /// Whether it writes day or month first.
    pub order: DateOrder,
}

/// The day that others are counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub day: Day,
    /// Whether it is the dateline's or that of publication.
    pub basis: Basis,
    /// What is to be said beside the day, such as how its numbers were read. Empty where nothing is.
    pub note: String,
}

/// To which side of the anchor words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// They report.
    Past,
    /// They announce.
    Ahead,
    /// Either: what is typed, what is printed around a text.
    Nearest,
}

impl Direction {
    /// The other side.
    pub fn other(self) -> Self {
        match self {
            Self::Past | Self::Nearest => Self::Ahead,
            Self::Ahead => Self::Past,
        }
    }
}

/// A dateline's day further from the publication is a misprint.
const MOST_DAYS_APART: i32 = 366;

impl Context {
    /// What an article gives. The country is the one that its publisher writes in.
    pub fn of(article: &Article, country: Option<&CountryCode>) -> Self {
        let text = article.text.as_str();
        let published = article.published;
        let around = Surroundings { published, country, language: article.language.as_deref() };
        let numbers: Vec<(&str, Numbers)> = numbers_in(text).collect();
        let order = DateOrder::of(numbers.iter().copied(), around);
        let near = |day: &Day| published.is_none_or(|at| at.days_since(*day).abs() <= MOST_DAYS_APART);
        let dateline = article.dateline.as_ref().and_then(|dateline| dateline.date).filter(near);
        let dateline = dateline.map(|day| Anchor { basis: Basis::Dateline, ..Anchor::plain(day) });
        let own = published.into_iter().flat_map(|day| own_days(&numbers, day, &order));
        Self { anchors: dateline.into_iter().chain(own).collect(), order }
    }

    /// The likeliest day that others are counted from.
    pub fn anchor(&self) -> Option<&Anchor> {
        self.anchors.first()
    }
}

impl Anchor {
    /// A day with nothing to be said of it.
    pub fn plain(day: Day) -> Self {
        Self { day, basis: Basis::Publication, note: String::new() }
    }
}

/// The day of publication, and where its numbers could be another day, that one too.
fn own_days(numbers: &[(&str, Numbers)], published: Day, order: &DateOrder) -> Vec<Anchor> {
    let numbers = numbers.iter().copied().find(|(_, numbers)| {
        let is_own = [numbers.day_first(), numbers.month_first()].contains(&Some(published));
        is_own && order.other(*numbers).is_some()
    });
    let Some((words, numbers)) = numbers else { return vec![Anchor::plain(published)] };
    let both = [(numbers.day_first(), "day"), (numbers.month_first(), "month")];
    let anchor = |day: Day, comes: &str, why: String| Anchor {
        note: format!(" (\"{words}\" with the {comes} first{why})"),
        ..Anchor::plain(day)
    };
    let mut anchors: Vec<Anchor> = both
        .into_iter()
        .filter_map(|(day, comes)| {
            let day = day?;
            let is_ordered = order.day(numbers) == Some(day);
            Some(anchor(day, comes, if is_ordered { format!(", {}", order.evidence) } else { String::new() }))
        })
        .collect();
    anchors.sort_by_key(|anchor| anchor.day != published);
    anchors
}
