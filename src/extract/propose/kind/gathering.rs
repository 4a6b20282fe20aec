//! Summits, conferences and other meetings of three or more parties.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Contact, candidate};
use crate::extract::mention::{ContactForm, ContactMention, PartyMention, Standing};
use crate::extract::propose::apart::beside_in;
use crate::extract::propose::main_contact::{MainContact, says_apart};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Sentence;
use crate::lexicon::{ContactWord, Cue, Shape, WordClass};
use crate::model::MeetingKind;

/// A meeting of many.
pub(super) const GATHERING: Rule<Contact> = Rule {
    name: "gathering",
    says: "Three or more parties came together, or one attended a summit or conference of many.",
    hits: &[
        ("EU foreign ministers met in Zagreb on Monday to discuss the border.", "multilateral"),
        ("Ministers from Malta, Cyprus, Tunisia and Italy met in Valletta on Monday.", "multilateral"),
        (
            "Minister Lind attends the 9th Senior Officials' Meeting\n\nMinister Lind attended the meeting in Malta.",
            "multilateral",
        ),
        (
            "Ministers approve plan\n\nThe fifth meeting of the energy ministers of BIMSTEC concluded in Kathmandu on Monday.",
            "multilateral",
        ),
        (
            "Council meets\n\nThe Peace and Security Council of the African Union held its Extraordinary Session in Accra.",
            "multilateral",
        ),
        ("President pushes food security at ASEAN Summit\n\nHe called for food.", "multilateral"),
        ("Kenyan Minister Ana Torre said at the ASEAN meeting in Manila that fish is dear.", "multilateral"),
        ("EU foreign ministers have agreed to help Malta after a two-day meeting in Rome.", "multilateral"),
        ("African leaders meeting in Valletta on Monday agreed to help Kenya.", "multilateral"),
        ("Ministers from 12 nations met in Valletta on Monday to discuss fish with Kenya.", "multilateral"),
        ("Delegates from nearly 200 nations adopted an accord on the climate in Rome.", "multilateral"),
        ("Presidents of the Andean nations met in Lima on Monday.", "multilateral"),
        (
            "Kenya's president opened a meeting of African trade ministers in Nairobi on Monday.",
            "multilateral",
        ),
        ("Regional summit in Nairobi\n\nLeaders gathered in Nairobi to discuss the river.", "multilateral"),
    ],
    misses: &[
        "Minister Lind of Sweden met Minister Borg of Malta on the sidelines of the summit in Nairobi.",
        "Minister Lind of Sweden held a meeting with the Secretary General of the African Union in Accra.",
        "The presidents of the two countries, Malta and Kenya, met in Valletta on Monday.",
        "Minister Lind of Malta met the heads of the country's 16 states on Monday to discuss schools in Kenya.",
        "A small crowd gathered in Nairobi as Minister Lind of Sweden met Minister Borg of Malta.",
        "The President of Cyprus visited Malta, where he met the Prime Minister.",
        "Fish\n\nKenya told Malta that it would ask African states. Minister Lind of Malta met Minister Otieno of Kenya.",
        "Minister Lind of Sweden held separate meetings with Minister Borg of Malta and Minister Otieno of Kenya.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let main = MainContact::of(scene);
    main.reported()
        .find_map(|contact| Some((contact, many(scene, contact)?)))
        .and_then(|(contact, working)| candidate(scene, MeetingKind::Multilateral, contact, working))
        .into_iter()
        .collect()
}

/// Why a contact is one of many parties, if it is.
fn many(scene: &Scene<'_>, contact: &ContactMention) -> Option<&'static str> {
    use ContactWord::{Call, Discuss, Gather, Meet, Meeting, Speak, Summit, Trip, Video, Visit};
    if matches!(contact.sort, Visit | Trip | Call | Speak) || contact.standing > Standing::Setting {
        return None;
    }
    if contact.form == ContactForm::Attended && matches!(contact.sort, Meeting | Summit | Video) {
        return Some("is an event of many parties");
    }
    let sides = sides(scene, contact);
    let of_three = |at| scene.source.is_any(at, &["trilateral", "quadrilateral"]);
    match contact.sort {
        Summit | Meeting if (contact.words.start.saturating_sub(1)..contact.words.end + 5).any(of_three) => {
            Some("is a meeting of three parties or more")
        }
        Summit if leaders_act(scene, contact) => Some("is a meeting of an organization's leaders"),
        Meeting if !is_with_others(scene, contact) && leaders_act(scene, contact) => {
            Some("is a meeting of an organization's ministers")
        }
        Summit | Gather if contact.standing == Standing::Reported && !of_two(scene, contact, sides) => {
            Some("is a meeting of many parties")
        }
        Summit | Meeting if !of_members(scene, contact).is_empty() => {
            Some("is a meeting of an organization's members")
        }
        Meeting if is_ministerial(scene, contact) => Some("is a meeting of many ministers"),
        _ if sides >= 3 && !is_accreditation(scene, contact) => Some("joins three parties or more"),
        Discuss | Meet | Gather | Meeting | Summit if of_many_states(scene, contact) => {
            Some("joins many states")
        }
        Meet | Gather | Meeting if of_region(scene, contact) => Some("is a meeting of a region's leaders"),
        _ if with_many(scene, contact) => Some("is with leaders of many states"),
        _ => None,
    }
}

/// How many parties take part: those of the people in the sentence, and those in a list such as
/// "Malta, Cyprus and Tunisia".
fn sides(scene: &Scene<'_>, contact: &ContactMention) -> usize {
    let Some(sentence) = scene.source.sentence_at(contact.words.start) else { return 0 };
    // "met separately with A, B and C", "separate talks with A, B and C" are as many meetings of two.
    if says_apart(&scene.source, sentence.words.clone()) {
        return 0;
    }
    let beside = beside_in(scene, sentence).unwrap_or_default();
    let people = scene.mentions.people_within(&sentence.words).iter();
    let people = people.filter(|mention| !beside.contains(&mention.words.start));
    let mut sides: BTreeSet<usize> =
        people.filter_map(|mention| scene.mentions.people.person(mention.person)?.party()).collect();
    let parties = scene.mentions.parties_within(&sentence.words);
    for [one, two, three] in parties.array_windows() {
        let listed = |a: &Range<usize>, b: &Range<usize>| {
            (1..=3).contains(&(a.end..b.start).len())
                && (a.end..b.start).all(|at| scene.source.is_any(at, &[",", "and", "the", "&"]))
        };
        if listed(&one.words, &two.words) && listed(&two.words, &three.words) {
            sides.extend([one.row, two.row, three.row]);
        }
    }
    sides.len()
}

/// Whether a summit is one of two parties: they stand right before it ("Kenya-Malta summit"), or two
/// people hold it with each other.
fn of_two(scene: &Scene<'_>, contact: &ContactMention, sides: usize) -> bool {
    let start = contact.words.start;
    let parties = scene.mentions.parties_within(&scene.source.before(start, 6));
    let named = matches!(parties, [.., one, two] if two.words.start <= one.words.end + 1 && start <= two.words.end + 2);
    let with = scene.source.is_any(contact.words.end, &["with", "between"]) || contact.words.len() > 2;
    named || sides == 2 && with || is_between_two(scene, contact)
}

/// "a Joint Defense Committee meeting between Norland and Sudland was held"
fn is_between_two(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const LONGEST: usize = 12;
    let end = contact.words.end;
    if !scene.source.is(end, "between") {
        return false;
    }
    let parties = scene.mentions.parties_within(&(end + 1..end + LONGEST));
    let and = |from: usize, to: usize| (from..to).any(|at| scene.source.is(at, "and"));
    let two = matches!(parties, [one, two, ..] if and(one.words.end, two.words.start) && one.row != two.row);
    let more = matches!(parties, [_, two, three, ..] if and(two.words.end, three.words.start) || scene.source.is(two.words.end, ","))
        && matches!(parties, [one, two, ..] if scene.source.is(one.words.end, ",") && two.words.start == one.words.end + 1);
    two && !more
}

/// Whether a meeting is one of an organization or of its members: "the fifth meeting of the energy
/// ministers of BIMSTEC", "the Council of the African Union held its session", "at the ASEAN Summit".
fn of_members(scene: &Scene<'_>, contact: &ContactMention) -> Vec<usize> {
    let Some(sentence) = scene.source.sentence_at(contact.words.start) else { return Vec::new() };
    if is_with_others(scene, contact) {
        return Vec::new();
    }
    let mut members = meets_of(scene, contact, behind(sentence, contact));
    members.extend(holds_its(scene, contact, sentence));
    members.extend(at_its_summit(scene, contact));
    let mut rows: Vec<usize> = members.into_iter().map(|organization| organization.row).collect();
    rows.dedup();
    rows
}

/// The words behind a contact that may tell with whom.
fn behind(sentence: &Sentence, contact: &ContactMention) -> Range<usize> {
    const BEHIND: usize = 20;
    contact.words.end..sentence.words.end.min(contact.words.end + BEHIND)
}

/// "a meeting with the Secretary General"
fn is_with_others(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let source = &scene.source;
    let words = source.sentence_at(contact.words.start).map(|sentence| behind(sentence, contact));
    words
        .into_iter()
        .flatten()
        .take_while(|&at| !source.is_any(at, &[",", "that", "who"]))
        .any(|at| source.is(at, "between") || source.is(at, "with") && has_somebody(scene, at + 1))
}

/// Whether somebody can stand behind "with": "with the Secretary General", not "with a call for peace".
fn has_somebody(scene: &Scene<'_>, from: usize) -> bool {
    const NEAR: usize = 7;
    let source = &scene.source;
    if !source.is_any(from, &["a", "an", "no"]) {
        return true;
    }
    let near = (from + 1..from + NEAR).take_while(|&at| !source.is_cue(at, Cue::Preposition));
    near.into_iter().any(|at| {
        let capital = source.word(at).is_some_and(|word| word.word.shape.is_capital());
        capital || source.is_cue(at, Cue::Diplomacy) || source.is_cue(at, Cue::StateBody)
    })
}

/// "the fifth meeting of the energy ministers of BIMSTEC"
fn meets_of<'s>(
    scene: &'s Scene<'_>,
    contact: &ContactMention,
    behind: Range<usize>,
) -> Vec<&'s PartyMention> {
    let source = &scene.source;
    let end = contact.words.end;
    if !source.is(end, "of") {
        return Vec::new();
    }
    let parted = |words: &Range<usize>| (end..words.start).any(|at| source.is_any(at, &[",", "in", "at"]));
    organizations(scene, behind).into_iter().take_while(|named| !parted(&named.words)).collect()
}

/// "the Council of the African Union held its session"
fn holds_its<'s>(
    scene: &'s Scene<'_>,
    contact: &ContactMention,
    sentence: &Sentence,
) -> Vec<&'s PartyMention> {
    const BEFORE: usize = 14;
    const OWN: [&str; 7] = ["its", "their", "convened", "emergency", "extraordinary", "session", "ordinary"];
    let start = contact.words.start;
    if !contact.words.clone().any(|at| scene.source.is_any(at, &OWN)) {
        return Vec::new();
    }
    organizations(scene, sentence.words.start.max(start.saturating_sub(BEFORE))..start)
}

/// "at the ASEAN Summit"
fn at_its_summit<'s>(scene: &'s Scene<'_>, contact: &ContactMention) -> Vec<&'s PartyMention> {
    const NEAR: usize = 3;
    const NAME: usize = 12;
    let meeting = contact.sort == ContactWord::Meeting;
    if contact.sort != ContactWord::Summit && !meeting {
        return Vec::new();
    }
    // "at the 7th African Union – European Union (AU – EU) Summit": all of its name.
    let start = contact.words.start;
    let of_name = |at: &usize| {
        let shape = scene.source.word(*at).map(|word| word.word.shape);
        scene.clauses.is_lifted(*at)
            || shape.is_some_and(|shape| {
                shape.is_capital() || matches!(shape, Shape::Number | Shape::Mark('-' | '–' | '/'))
            })
    };
    let name = scene.source.before(start, NAME).rev().take_while(of_name).count().max(NEAR);
    let mut named = organizations(scene, start.saturating_sub(name)..contact.words.end);
    named.retain(|named| {
        // "at the ASEAN meeting" is of its members; "at the meeting in which ASEAN" is not.
        if meeting && named.words.end != start {
            return false;
        }
        let mut before = scene.source.before(named.words.start, NEAR);
        before.any(|at| scene.source.is_any(at, &["at", "chaired", "attended", "during"]))
    });
    named
}

/// The organizations that are named within these words.
fn organizations<'s>(scene: &'s Scene<'_>, words: Range<usize>) -> Vec<&'s PartyMention> {
    let parties = scene.mentions.parties_within(&words).iter();
    parties.filter(|m| m.of(&scene.source).is_some_and(|row| !row.is_country)).collect()
}

/// The organizations whose members the main contact joins: "the ministers agreed" binds them.
pub(super) fn of_organizations(scene: &Scene<'_>) -> Vec<usize> {
    let mut reported = MainContact::of(scene).reported();
    let found = reported.find_map(|contact| {
        let members = of_members(scene, contact);
        let leaders = || leaders_of(scene, contact);
        Some(if members.is_empty() { leaders() } else { members }).filter(|rows| !rows.is_empty())
    });
    found.unwrap_or_default()
}

/// "EU foreign ministers met"
fn leaders_of(scene: &Scene<'_>, contact: &ContactMention) -> Vec<usize> {
    let start = contact.words.start;
    let first = scene.source.sentence_at(start).map_or(start, |sentence| sentence.words.start);
    let many = |from: usize| (from..start).any(|at| is_chief(scene, at));
    // "The ministers responsible for water in SADC met"
    let near = if many(start.saturating_sub(2)) { 6 } else { 4 };
    let many = many(first.max(start.saturating_sub(16)));
    let named = organizations(scene, first.max(start.saturating_sub(near))..start);
    named.into_iter().map(|org| org.row).filter(|_| many).collect()
}

/// "Ministers from 12 nations met", "a conference of forty countries".
fn of_many_states(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const STATES: &[&str] = &["countries", "nations", "states", "governments", "delegations", "members"];
    const BEHIND: usize = 8;
    let source = &scene.source;
    let Some(clause) = scene.clauses.at(contact.words.start) else { return false };
    let end = clause.words.end.min(contact.words.end + BEHIND);
    let start = clause.words.start.min(contact.words.start);
    let mut words = clause.subject.clone().chain(start..end);
    words.any(|at| {
        let states = (at + 1..at + 4).any(|at| source.is_any(at, STATES));
        // "the country's 16 states"
        let own = at.checked_sub(1).is_some_and(|before| {
            let possessive = source.word(before).is_some_and(|word| word.word.shape == Shape::Possessive);
            possessive || source.is_any(before, &["its", "their"])
        });
        states && !own && number(scene, at).is_some_and(|number| number >= 3)
    }) || of_all_states(scene, &clause.subject)
}

/// "Presidents of the Andean nations": of more than the two of whom a text would say so.
fn of_all_states(scene: &Scene<'_>, subject: &Range<usize>) -> bool {
    const STATES: [&str; 3] = ["countries", "nations", "states"];
    const OF: usize = 4;
    let source = &scene.source;
    let leader = subject.clone().find(|&at| source.is_any(at, MANY) || source.is(at, "presidents"));
    let two = subject.clone().any(|at| source.is_any(at, &["two", "both", "their", "united"]));
    leader.is_some_and(|leader| {
        source.is(leader + 1, "of")
            && (leader + 2..leader + 2 + OF).any(|at| subject.contains(&at) && source.is_any(at, &STATES))
    }) && !two
}

/// "African leaders meeting in Kampala", "Arab foreign ministers gathered": of no one state, and with none.
fn of_region(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const BEFORE: usize = 4;
    const BEHIND: usize = 4;
    let source = &scene.source;
    let start = contact.words.start;
    let words = source.before(start, BEFORE);
    let region = words.clone().find(|&at| source.is_cue(at, Cue::Region));
    let with = source.after(contact.words.end, 2).any(|at| source.is(at, "with"));
    let acts = region.is_some_and(|region| (region..start).any(|at| source.is_any(at, MANY))) && !with;
    // "a meeting of Southeast Asian trade ministers"
    let end = contact.words.end;
    let mut behind = end + 1..end + 1 + BEHIND;
    let theirs = source.is(end, "of")
        && behind
            .find(|&at| source.is_cue(at, Cue::Region))
            .is_some_and(|region| (region..region + BEHIND).any(|at| source.is_any(at, MANY)));
    acts || theirs
}

/// The number that a word is, in digits or letters.
fn number(scene: &Scene<'_>, at: usize) -> Option<u64> {
    let source = &scene.source;
    let digits = source.word(at)?.word.text.parse().ok();
    digits.or_else(|| {
        let (_, classes) = source.phrase(source.lexicon.words(), at..at + 1)?;
        classes.iter().find_map(|class| match class {
            WordClass::Number(number) => Some(*number),
            _ => None,
        })
    })
}

/// "Leaders of the European Union and the Arab League pledged at a summit to": many act in its clause.
fn leaders_act(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let Some(clause) = scene.clauses.at(contact.words.start) else { return false };
    let mut clauses = std::iter::once(clause).chain(scene.clauses.matrices(clause));
    clauses.any(|clause| {
        // A headline may have no verb that is known as one.
        let subject = match clause.verb {
            Some(_) => clause.subject.clone(),
            None => clause.words.start..contact.words.start,
        };
        let many = subject.clone().any(|at| scene.source.is_any(at, MANY) || scene.source.is_any(at, CHIEFS));
        // "The two ASEAN nations had talks"
        let two = subject.clone().any(|at| scene.source.is_any(at, &["two", "both"]));
        many && !two && !organizations(scene, subject).is_empty()
    })
}

/// "During the ministerial meeting": of an organization that the text has named, and with nobody.
fn is_ministerial(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const BEFORE: usize = 60;
    let (source, start) = (&scene.source, contact.words.start);
    let own = start.saturating_sub(1)..contact.words.end;
    let ministerial = own.clone().any(|at| source.is(at, "ministerial"));
    let joint =
        (start.saturating_sub(3)..contact.words.end).any(|at| source.is_any(at, &["joint", "bilateral"]));
    ministerial
        && !joint
        && !is_with_others(scene, contact)
        && !organizations(scene, start.saturating_sub(BEFORE)..start).is_empty()
}

/// Envoys of many states present their credentials one by one.
fn is_accreditation(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let sentence = scene.source.sentence_at(contact.words.start);
    sentence.is_some_and(|sentence| {
        sentence.words.clone().any(|at| scene.source.is_any(at, &["credentials", "credence"]))
    })
}

/// Whether the contact is with the leaders of an organization, or theirs with each other: "talks with
/// the ministers of ASEAN", "EU foreign ministers met".
fn with_many(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let source = &scene.source;
    let end = contact.words.end;
    match source.after(end, 10).find(|&at| source.is(at, "with")) {
        Some(with) => {
            let mut leaders = with..with + 6;
            leaders.any(|at| source.is_any(at, MANY)) && !organizations(scene, with..with + 12).is_empty()
        }
        None => !leaders_of(scene, contact).is_empty(),
    }
}

/// Whether a word is one for those of whom there are many in an organization.
fn is_chief(scene: &Scene<'_>, at: usize) -> bool {
    scene.source.word(at).is_some_and(|word| MANY.iter().chain(CHIEFS).any(|many| word.is(many)))
}

/// Those of whom there are many in an organization when they meet, though one meets them alone too.
const CHIEFS: &[&str] = &[
    "chiefs",
    "heads",
    "secretaries",
    "delegates",
    "governors",
    "diplomats",
    "premiers",
    "representatives",
    "commissioners",
    "experts",
    "nations",
    "governments",
    "foes",
    "members",
    "lawmakers",
    "presidents",
    "officials",
];

/// Those of whom there are many in an organization.
const MANY: &[&str] = &["leaders", "ministers", "states", "countries", "members", "envoys"];
