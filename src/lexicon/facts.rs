//! Facts: what a word is by itself, whatever stands around it. They are put together when the tables are read, since
//! nearly every word of a text is asked for them, by one stage after the other.

use super::cues::Cue;
use super::tags::Tags;

/// What a word is by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// What it can be in a clause.
    pub tags: Tags,
    /// Whether words for a day may begin with it, though it is no name of the calendar.
    pub begins_day: bool,
    /// A bit a [`Cue`].
    cues: u64,
}

impl Facts {
    /// Of a word that nothing is known of.
    pub(super) const NONE: &Self = &Self { tags: Tags::NONE, begins_day: false, cues: 0 };

    /// Whether it is such a cue.
    #[inline]
    pub fn is_cue(&self, cue: Cue) -> bool {
        self.cues & bit(cue) != 0
    }

    /// Makes it such a cue.
    pub(super) fn add_cue(&mut self, cue: Cue) {
        self.cues |= bit(cue);
    }
}

fn bit(cue: Cue) -> u64 {
    1 << cue as u64
}
