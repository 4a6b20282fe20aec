//! Thing: what is said of something that acts for those behind it, and of what they planned. "Norwegian
//! forces will leave", "the next round will be held", "the talks will not take place", "under the accord".

use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::lexicon::Shape;

/// Whether what was planned is said not to be: "will not take place", "will not be held".
pub(super) fn is_canceled(reader: &Reader<'_, '_>, modal: usize, act: usize) -> bool {
    let takes_place = reader.is(act, "take") && reader.is(act + 1, "place");
    let held = reader.is(act, "be") && reader.is(act + 1, "held");
    (modal..act).any(|at| reader.can_be(at, Tags::NEGATION)) && (takes_place || held)
}

/// Whether a sentence opens with what binds: "Under the accord,".
pub(super) fn is_under_instrument(reader: &Reader<'_, '_>, start: usize) -> bool {
    const OPENING: usize = 8;
    let sentence = reader.bounds(start).start;
    let comma = start.checked_sub(1).filter(|&comma| reader.is_mark(comma, ','));
    let opens =
        reader.is_any(sentence, &["under", "in"]) && comma.is_some_and(|comma| comma < sentence + OPENING);
    opens && (sentence..start).any(|at| reader.can_be(at, Tags::INSTRUMENT))
}

/// Whose means the subject names: "Turkish forces", "Norway's sanctions", "the troops of Chile".
pub(super) fn means_of(reader: &Reader<'_, '_>, start: usize, modal: usize) -> Option<Vec<usize>> {
    const NEAR: usize = 4;
    let heads = |at: usize| at + 1 == modal || reader.can_be(at + 1, Tags::PREPOSITION | Tags::ADVERB);
    let means = (start..modal).find(|&at| reader.can_be(at, Tags::MEANS) && heads(at))?;
    let parties = reader.scene.mentions.parties_within(&(start..modal));
    let owner = parties.iter().find(|mention| {
        let before = mention.words.end <= means && mention.words.end + NEAR > means;
        before || reader.is(means + 1, "of") && mention.words.start <= means + 1 + NEAR
    });
    let owner = owner?;
    // "Norwegian and Chilean guards"
    let with = parties.iter().find(|other| {
        let (end, begin) = (other.words.end, owner.words.start);
        end + 1 == begin && reader.is(end, "and")
            || owner.words.end + 1 == other.words.start && reader.is(owner.words.end, "and")
    });
    let mut rows = vec![owner.row];
    rows.extend(with.map(|other| other.row).filter(|row| *row != owner.row));
    Some(rows)
}

/// Whether the sides are to meet again: "the next meeting", "the third round", and where or when.
pub(super) fn is_next_round(reader: &Reader<'_, '_>, start: usize, modal: usize, act: usize) -> bool {
    const COUNTS: [&str; 10] =
        ["next", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    const MEETINGS: [&str; 10] = [
        "meeting",
        "round",
        "session",
        "consultations",
        "talks",
        "dialogue",
        "commission",
        "committee",
        "edition",
        "negotiations",
    ];
    let counted = |at: usize| {
        let ordinal = reader.shape(at) == Some(Shape::Number)
            && !reader.lower(at).ends_with(|c: char| c.is_ascii_digit());
        reader.is_any(at, &COUNTS) || ordinal
    };
    let held = reader.is(act, "be") && reader.is_any(act + 1, &["held", "hosted", "convened"]);
    let takes_place = reader.is(act, "take") && reader.is(act + 1, "place");
    (start..modal.min(start + 3)).any(counted)
        && (start..modal).any(|at| reader.is_any(at, &MEETINGS))
        && (held || takes_place)
        && reader.is_any(act + 2, &["in", "on", "at", "by", "next", "before", "this", "later"])
        && reader.discourse.sides.len() > 1
}

/// Whether the subject is people or goods that come from whoever speaks: "a team of experts", "supplies".
pub(super) fn is_sent(reader: &Reader<'_, '_>, start: usize, modal: usize) -> bool {
    const NEAR: usize = 5;
    let own =
        !reader.can_be(start, Tags::DETERMINER) || reader.is_any(start, &["a", "an", "the", "its", "his"]);
    let foreign = !reader.scene.mentions.parties_within(&(start..modal)).is_empty();
    let clear = (start..modal).all(|at| !matches!(reader.shape(at), Some(Shape::Mark(_))));
    own && !foreign && clear && (start..modal.min(start + NEAR)).any(|at| reader.can_be(at, Tags::SENT))
}

/// Whether what governments set going is said to go or to stop: "the border will reopen", "flights would
/// resume", "the embassy will remain open"; not "the war will end".
pub(super) fn is_set_going(reader: &Reader<'_, '_>, start: usize, modal: usize, act: usize) -> bool {
    let comes = reader.is_any(act, &["take", "come", "enter", "go"])
        && reader.is_any(act + 1, &["effect", "into", "ahead"])
        && !reader.is(act + 2, "question");
    let heads = |at: usize| at + 1 == modal || reader.can_be(at + 1, Tags::PREPOSITION | Tags::ADVERB);
    let head = (start..modal).find(|&at| heads(at));
    comes || reader.can_be(act, Tags::GOES) && head.is_some_and(|at| reader.can_be(at, Tags::WORKS))
}

/// Whether the subject is of all sides: "a joint committee", "mixed patrols", "customs officers from both
/// countries", "experts of the two sides".
pub(super) fn is_of_all(reader: &Reader<'_, '_>, start: usize, modal: usize) -> bool {
    let clear = (start..modal).all(|at| !matches!(reader.shape(at), Some(Shape::Mark(_))));
    let joint = (start..modal).find(|&at| reader.is_any(at, &["joint", "mixed", "bilateral", "binational"]));
    let organ = |at: usize| reader.can_be(at, Tags::BODY | Tags::SENT) || reader.is_any(at, TEAMS);
    let together = joint.is_some_and(|joint| (joint + 1..modal).any(organ));
    let working = (start..modal).any(|at| {
        reader.is(at, "working") && reader.is_any(at + 1, &["group", "groups"])
            || reader.is(at, "task") && reader.is_any(at + 1, &["force", "forces"])
    });
    let both = |at: usize| {
        let from = at + 1 + usize::from(reader.is(at + 1, "the"));
        reader.is_any(at, &["of", "from", "in"])
            && reader.is_any(from, &["both", "two", "three", "each"])
            && reader.can_be(from + 1, Tags::SIDES | Tags::BODY)
            && from + 2 == modal
    };
    let people = (start..modal).any(both);
    // "the dialogue between the two ministries", "a hotline between the two countries"
    let between = |at: usize| {
        let from = at + 1 + usize::from(reader.is(at + 1, "the"));
        reader.is(at, "between") && reader.is_any(from, &["two", "both"]) && from < modal
    };
    let people = people || (start..modal).any(between);
    clear && (together || working || people) && reader.discourse.sides.len() > 1
}

/// What several set up or send together.
const TEAMS: &[&str] = &[
    "committee",
    "committees",
    "commission",
    "group",
    "groups",
    "panel",
    "force",
    "forces",
    "patrol",
    "patrols",
    "unit",
    "units",
    "board",
    "body",
    "secretariat",
    "council",
    "experts",
    "specialists",
    "venture",
    "inspectors",
];
