//! What is known of the meetings of a library: which articles report one, as they were sorted last and as people
//! have decided since.

use std::collections::BTreeMap;

use super::listing::Catalog;
use super::reports::Decisions;
use super::sorted::Sorted;
use crate::model::EntryId;
use crate::store::Link;

/// Two articles; where the order is of no account, the one with the smaller id first.
pub type Pair = (EntryId, EntryId);

/// What is decided of pairs of articles: whether they report one meeting, or nothing.
pub type Decided = Vec<(Pair, Option<bool>)>;

fn pair(one: EntryId, other: EntryId) -> Pair {
    (one.min(other), one.max(other))
}

/// What was decided of some pairs of articles, and what of the same pairs before.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What holds once it is taken back.
    pub before: Decided,
    /// What holds since.
    pub after: Decided,
}

/// An article that has to do with another: a report of the same meeting, or nearly the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherReport {
    /// The article.
    pub article: EntryId,
    /// Whether it reports the same meeting.
    pub is_same_meeting: bool,
    /// Whether its text is nearly the same.
    pub is_near_text: bool,
    /// How many days later it was published; before, if it is less than 0.
    pub days_later: Option<i32>,
}

/// Which articles report one meeting, as it is known.
#[derive(Debug, Default)]
pub struct KnownMeetings {
    /// As they were sorted last.
    pub sorted: Sorted,
    /// What people decided: whether two articles report one meeting, the smaller id first.
    decided: BTreeMap<Pair, bool>,
}

impl KnownMeetings {
    /// What people decided, as the library has it; nothing is sorted yet.
    pub fn decided_by(links: Vec<Link>) -> Self {
        let decided = links.into_iter().map(|link| ((link.one, link.other), link.same_meeting));
        Self { sorted: Sorted::default(), decided: decided.collect() }
    }

    /// What was decided of two articles, if anything: whether they report one meeting.
    pub fn decided(&self, one: EntryId, other: EntryId) -> Option<bool> {
        self.decided.get(&pair(one, other)).copied()
    }

    /// All that was decided.
    pub fn decisions(&self) -> Decisions<EntryId> {
        let pairs =
            |same| self.decided.iter().filter(move |(_, is)| **is == same).map(|(pair, _)| *pair).collect();
        Decisions { linked: pairs(true), separated: pairs(false) }
    }

    /// The other reports of an article's meeting. Where it `lags`, something may have been decided since they were
    /// sorted, and counts at once.
    pub fn others_of(&self, article: EntryId, lags: bool) -> Vec<EntryId> {
        let mut others = self.sorted.reports(article).to_vec();
        others.retain(|other| *other != article);
        if lags {
            others.retain(|other| self.decided(article, *other) != Some(false));
            let linked = self.decided.iter().filter(|(_, same)| **same).map(|(pair, _)| *pair);
            let ends = linked.filter_map(|(one, other)| match article {
                _ if article == one => Some(other),
                _ if article == other => Some(one),
                _ => None,
            });
            let missing: Vec<EntryId> = ends.filter(|other| !others.contains(other)).collect();
            others.extend(missing);
        }
        others
    }

    /// What else reports the meeting of an article, then what has nearly its text and does not, of what was not
    /// put away.
    pub fn other_reports(&self, article: EntryId, lags: bool, catalog: &Catalog) -> Vec<OtherReport> {
        let sorted = &self.sorted;
        let near: Vec<EntryId> = sorted.near(article).collect();
        let of_meeting = self.others_of(article, lags);
        let apart = near.iter().filter(|id| !of_meeting.contains(id)).copied();
        let published = sorted.published(article);
        let other = |(id, is_same_meeting): (EntryId, bool)| OtherReport {
            article: id,
            is_same_meeting,
            is_near_text: near.contains(&id),
            days_later: sorted.published(id).zip(published).map(|(theirs, ours)| theirs.days_since(ours)),
        };
        let same = of_meeting.iter().map(|id| (*id, true));
        let listed = |(id, _): &(EntryId, bool)| catalog.row(*id).is_some_and(|row| !row.is_put_away);
        same.chain(apart.map(|id| (id, false))).filter(listed).map(other).collect()
    }

    /// What makes these two report one meeting. What kept their meetings apart is lifted with it.
    pub fn linking(&self, one: EntryId, other: EntryId, lags: bool) -> Decision {
        let with = |id: EntryId| [vec![id], self.others_of(id, lags)].concat();
        let (ours, theirs) = (with(one), with(other));
        let pairs = ours.iter().flat_map(|a| theirs.iter().map(|b| pair(*a, *b)));
        let apart = pairs.filter(|pair| self.decided.get(pair) == Some(&false));
        let mut after: Decided = apart.map(|pair| (pair, None)).collect();
        after.push((pair(one, other), Some(true)));
        self.decision(after)
    }

    /// What makes an article report another meeting than each of these.
    pub fn separating(&self, article: EntryId, others: &[EntryId]) -> Decision {
        self.decision(others.iter().map(|other| (pair(article, *other), Some(false))).collect())
    }

    fn decision(&self, after: Decided) -> Decision {
        let before = after.iter().map(|(pair, _)| (*pair, self.decided.get(pair).copied())).collect();
        Decision { before, after }
    }

    /// Takes in what was decided of two articles.
    pub fn decide(&mut self, pair: Pair, same: Option<bool>) {
        match same {
            Some(same) => self.decided.insert(pair, same),
            None => self.decided.remove(&pair),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn article(number: i64) -> EntryId {
        EntryId::from_number(number).unwrap()
    }

    fn take(decided: &Decided, known: &mut KnownMeetings) {
        decided.iter().for_each(|(pair, same)| known.decide(*pair, *same));
    }

    #[test]
    fn what_was_just_decided_counts_before_meetings_are_sorted_anew() {
        let mut known = KnownMeetings::default();
        let (one, other) = (article(2), article(1));
        take(&known.linking(one, other, true).after, &mut known);
        assert_eq!(known.others_of(one, true), [other]);
        assert_eq!(known.others_of(other, true), [one]);
        assert!(known.others_of(one, false).is_empty(), "once they are sorted, that is what counts");
        take(&known.separating(one, &[other]).after, &mut known);
        assert!(known.others_of(one, true).is_empty());
    }

    #[test]
    fn linking_two_lifts_what_kept_their_meetings_apart() {
        let mut known = KnownMeetings::default();
        let [a, b, c] = [1, 2, 3].map(article);
        take(&known.linking(a, b, true).after, &mut known);
        take(&known.separating(b, &[c]).after, &mut known);
        take(&known.linking(a, c, true).after, &mut known);
        assert_eq!(known.decided(b, c), None);
        assert_eq!(known.decided(c, a), Some(true));
    }

    proptest! {
        #[test]
        fn decisions_that_are_taken_back_in_turn_leave_what_was_before(
            decided in prop::collection::vec((1_i64..6, 1_i64..6, any::<bool>()), 0..12),
        ) {
            let mut known = KnownMeetings::default();
            let mut line = Vec::new();
            for (one, other, same) in decided.into_iter().filter(|(one, other, _)| one != other) {
                let (before, one, other) = (known.decided.clone(), article(one), article(other));
                let decision = match same {
                    true => known.linking(one, other, true),
                    false => known.separating(one, &[other]),
                };
                take(&decision.after, &mut known);
                line.push((before, decision));
            }
            for (before, decision) in line.into_iter().rev() {
                take(&decision.before, &mut known);
                prop_assert_eq!(&known.decided, &before);
            }
        }
    }
}
