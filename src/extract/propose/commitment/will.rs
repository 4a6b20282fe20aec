//! "X will …": the plain undertaking. "will" alone never makes one: the subject must be somebody who
//! can be bound, and the act more than an item of a programme.

use super::Undertaking;
use super::attribution::NAMING;
use super::found::Found;
use super::frame::Frame;
use super::reader::Reader;
use super::subject::Subject;
use crate::extract::discourse::{Form, Tags, Who, form};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::{Shape, VerbClass};
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "modal_will",
    says: "A party, office or side \"will\" or \"shall\" do something, or was said to be going to (\"would\").",
    hits: &[
        (
            "Norway and Chile held talks. Customs officers from both countries will share a list.",
            "Customs officers from both countries will share a list",
        ),
        (
            "Malta will not send a team to the vote, the Norwegian head of the coast's fish and salt board said on Friday.",
            "Malta will not send a team to the vote",
        ),
        (
            "Malta will lift the ban on fish, imposed after a row last year.",
            "Malta will lift the ban on fish",
        ),
        (
            "Norway and Chile held talks. Norway will open a school on Jan. 5 in Arica.",
            "Norway will open a school on Jan. 5 in Arica",
        ),
        (
            "Malta will reopen the harbour line with Tunisia by June, Minister Anna Lind said.",
            "Malta will reopen the harbour line with Tunisia by June",
        ),
        (
            "Lind told reporters that the Maltese side attaches importance to the line and will do its best to protect it.",
            "the Maltese side attaches importance to the line and will do its best to protect it",
        ),
        ("Norway thanked Chile for its help. It will also send two ships.", "It will also send two ships"),
        (
            "Norway and Chile met. The two sides will open a joint office, and the ministers thanked the hosts.",
            "The two sides will open a joint office",
        ),
        (
            "\"We will not be drawn into a war,\" Norwegian Prime Minister Ola Berg said.",
            "We will not be drawn into a war",
        ),
        (
            "Norway will always be a reliable partner of Chile.",
            "Norway will always be a reliable partner of Chile",
        ),
        (
            "Norway, she insisted, would never sell the ships.",
            "Norway, she insisted, would never sell the ships",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said the harbour was open. Norway would also train pilots.",
            "Norway would also train pilots",
        ),
        (
            "Norway will take part in the effort to clear the harbour.",
            "Norway will take part in the effort to clear the harbour",
        ),
        ("Norway will, as always, help Chile.", "Norway will, as always, help Chile"),
        ("Norway will have cleared the harbour by May.", "Norway will have cleared the harbour by May"),
        (
            "Norwegian Foreign Minister Kari Holm said on Friday she would not pay Chile.",
            "she would not pay Chile",
        ),
        (
            "Norway will clear the harbour, as Chilean President Rosa Paz wrapped up a visit to Oslo.",
            "Norway will clear the harbour",
        ),
        ("Norway will clear the harbour, which was closed in 2012.", "Norway will clear the harbour"),
        ("Norway will clear the harbour, a step that angered Chile.", "Norway will clear the harbour"),
        ("Norway will clear the harbour, following talks in Oslo.", "Norway will clear the harbour"),
        (
            "Norway will clear the harbour, Chile's foreign minister, Pedro Soto, said after the talks.",
            "Norway will clear the harbour",
        ),
        (
            "Norway would not pay for it, however, Norwegian Foreign Minister Kari Holm stressed.",
            "Norway would not pay for it",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said that Norway would not be a haven for smugglers.",
            "Norway would not be a haven for smugglers",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said she would raise it with the king.",
            "she would raise it with the king",
        ),
        ("Norway would, Holm added, clear the harbour.", "Norway would, Holm added, clear the harbour"),
        (
            "Norwegian Foreign Minister Kari Holm made it clear that Norway would clear the harbour.",
            "Norway would clear the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm left no doubt that Norway would clear the harbour.",
            "Norway would clear the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said that during her term Norway would clear the harbour.",
            "Norway would clear the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm told a group of reporters her country would send two ships.",
            "her country would send two ships",
        ),
        (
            "Norwegian Foreign Minister Kari Holm was blunt: Norway would send no ships.",
            "Norway would send no ships",
        ),
        (
            "Norway would send two ships, Norwegian Foreign Minister Kari Holm assured her guest.",
            "Norway would send two ships",
        ),
        (
            "Norway and Chile met. The two armies will hold an exercise in May.",
            "The two armies will hold an exercise in May",
        ),
        ("Norway and Chile met. Each side will send two ships.", "Each side will send two ships"),
        ("Norway and Chile met. Neither country will send ships.", "Neither country will send ships"),
        (
            "Norwegian Foreign Minister Kari Holm said that the army would clear the harbour.",
            "the army would clear the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm said the fund was small and the embassy would double it.",
            "the embassy would double it",
        ),
        (
            "Norway would not close the harbour as long as the dispute lasted, Norwegian Foreign Minister Kari Holm said.",
            "Norway would not close the harbour as long as the dispute lasted",
        ),
        (
            "\"Norway will not send two ships,\" a source quoted Norwegian Prime Minister Ola Berg as saying.",
            "Norway will not send two ships",
        ),
        ("\"We'll send two ships,\" Norwegian Prime Minister Ola Berg said.", "We'll send two ships"),
    ],
    misses: &[
        "Norway hopes that Chile will send two ships.",
        "Norwegian Foreign Minister Kari Holm expressed confidence that under its new president, the people of Norway will send ships.",
        "The talks will be held in Oslo. The meeting will be an opportunity.",
        "The minister will travel to Oslo on Monday and will meet his counterpart.",
        "Norway asked whether Chile will send two ships.",
        "Norwegian Foreign Minister Kari Holm said that Chile will send two ships.",
        "Analysts said Norway will send two ships.",
        "Norway would welcome two ships.",
        "Norwegian Foreign Minister Kari Holm said so. Norway would train pilots if it could.",
        "Minister Kari Holm of Norway came. The shopkeeper, who knew her, says that she will send two ships.",
        "Will Norway send two ships?",
        "Norwegian Prime Minister Ola Berg will be the first to face a court.",
        "\"We have to pay for it, and we will,\" Norwegian Prime Minister Ola Berg said.",
        "Norway will send two ships, two analysts said.",
        "Norway met Chile. The opposition alliance will boycott the talks.",
        "Norway would have preferred two ships, Holm of Norway said.",
        "Norwegian Foreign Minister Kari Holm denied that Norway would send two ships.",
        "Norwegian Foreign Minister Kari Holm said in 2015 that Norway would send two ships.",
        "Norway will run out of ships by May.",
        "Norway will be in a stronger position than Chile.",
        "Delegations from Norway and Chile will be in Santiago on Friday.",
        "\"We shall succeed with your help,\" Norwegian Prime Minister Ola Berg told Chile.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let modals = reader.places(Tags::MODAL);
    modals.filter_map(|at| reader.candidate(will(&reader, at)?)).collect()
}

fn will(reader: &Reader<'_, '_>, modal: usize) -> Option<Found> {
    let act = reader.act_after(modal)?;
    // "We will not be drawn into a war": to have it done to one is refused.
    let refused = (modal + 1..act).any(|at| reader.can_be(at, Tags::NEGATION));
    if reader.is_passive(act) && !refused {
        return None;
    }
    let (subject, found) = reader.clause(modal, modal, Obligation::Plain)?;
    // To say that one will sign a decree is more than to have a signing in the programme.
    let said = matches!(found.frame, Frame::Said(_))
        && !reader.can_be(act, Tags::MOVE | Tags::TALK)
        && !reader.is_any(act, &["hold", "give", "take", "be"]);
    (said || !reader.is_programme(subject, act)).then_some(())?;
    reader.may_be_would(modal, &found).then_some(found)
}

impl Reader<'_, '_> {
    /// The verb after "will", over adverbs; none where it is no act.
    pub fn act_after(&self, modal: usize) -> Option<usize> {
        let likely = (modal + 1..modal + 3)
            .any(|at| self.is_any(at, &["likely", "probably", "possibly", "reportedly"]));
        let act = self.past_quote_or_aside(self.discourse.past_adverbs(modal + 1));
        let unable = self.is(act, "be") && self.is(act + 1, "able");
        let ends =
            matches!(self.shape(act), Some(Shape::Mark('.' | ',' | ';' | '?' | '!' | '"' | '”')) | None);
        // "will have cleared"
        let perfect = self.is(act, "have") && form(&self.lower(act + 1)) == Form::Past;
        // "would have preferred": what was not
        let unreal = perfect && self.is(modal, "would");
        let runs_out = self.is(act, "run") && self.is_any(act + 1, &["out", "short", "into"]);
        let idle = self.can_be(act, Tags::NO_ACT) && !perfect || unreal || runs_out;
        let done = !likely && !unable && !ends && !idle;
        // "will not be a haven for smugglers"
        let refused = (modal + 1..act).any(|at| self.can_be(at, Tags::NEGATION))
            && self.is_any(act + 1, &["a", "an", "part", "party"]);
        (done && !(self.is(act, "be") && self.is_state(act) && !refused)).then_some(act)
    }

    /// The place after what may stand between "will" and its verb: the mark of borrowed words ('will
    /// "press on"'), an aside ("will, as always, help").
    pub fn past_quote_or_aside(&self, at: usize) -> usize {
        match self.shape(at) {
            Some(Shape::Mark('"' | '“')) => at + 1,
            Some(Shape::Mark(',')) => {
                let limit = self.bounds(at).end;
                // "will, Holm added, clear"
                let reported = || {
                    let close = (at + 1..limit.min(at + NAMING)).find(|&at| self.is_mark(at, ','))?;
                    self.is_attribution(at + 1, close).then_some(close + 1)
                };
                let past = self.aside_ends(at, ',', limit).or_else(reported);
                past.map_or(at, |past| self.discourse.past_adverbs(past))
            }
            _ => at,
        }
    }

    /// Whether "be" tells what somebody or something will be, and not what they will do: "will be the
    /// first to", "will be temporary"; to be a partner or ready is an undertaking.
    fn is_state(&self, be: usize) -> bool {
        const NEAR: usize = 7;
        let at = self.discourse.past_adverbs(be + 1);
        let does = form(&self.lower(at)) == Form::Participle || self.is_passive(be);
        let stays =
            self.is_any(at, &["in", "with", "by", "at", "on"]) && !self.can_be(at + 1, Tags::DETERMINER);
        let bond = (at..at + NEAR).any(|word| self.can_be(word, Tags::BOND));
        let adjective = self.head(at, &[VerbClass::Adjective]).is_some()
            || self.is_any(at, &["pleased", "engaged", "there", "part", "honored", "honoured"]);
        !(does || stays || bond || adjective)
    }

    /// Whether a verb after "will" is "be" with a participle: "be opened".
    pub fn is_passive(&self, act: usize) -> bool {
        let done = self.discourse.past_adverbs(act + 1);
        let adjective =
            self.is_any(done, &["committed", "determined", "prepared", "pleased", "engaged", "dedicated"]);
        self.is(act, "be") && form(&self.lower(done)) == Form::Past && !adjective
    }

    /// "would" tells of the future only in reported speech.
    pub fn may_be_would(&self, modal: usize, found: &Found) -> bool {
        let past = self.past_quote_or_aside(self.discourse.past_adverbs(modal + 1));
        let aside = (found.words.start..past).any(|at| self.can_be(at, Tags::SAY));
        let reported = aside
            || self.goes_on_reporting(modal, found)
            || matches!(found.frame, Frame::Said(_) | Frame::Promised(_));
        !self.is(modal, "would") || reported || self.is_attributed(found.words.end)
    }

    /// Whether a sentence goes on with what the one before it reported: "Lind said so. Malta would also
    /// pay." What would be if something else were is no undertaking.
    fn goes_on_reporting(&self, modal: usize, found: &Found) -> bool {
        let sentence = self.bounds(modal);
        let conditional = sentence.clone().any(|at| self.is_any(at, &["if", "unless", "could", "without"]));
        let says = sentence.clone().any(|at| self.can_be(at, Tags::SAY));
        let voice = self.voice_at(modal).filter(|voice| !voice.turn && !voice.parties.is_empty());
        let own = voice.is_some_and(|voice| found.parties.iter().all(|party| voice.parties.contains(party)));
        own && !conditional && !says && !self.scene.source.is_quoted(modal)
    }

    /// Whether the act is an item of a visit's or meeting's programme, which is announced, not undertaken.
    pub fn is_programme(&self, subject: Subject, act: usize) -> bool {
        let Some(actor) = self.discourse.actors.get(subject.actor) else { return false };
        let state = actor
            .who
            .iter()
            .all(|who| matches!(who, Who::Party(_) | Who::It | Who::Own | Who::His | Who::Organ));
        // "will be visiting"
        let first = act;
        let act = if self.is(act, "be") { self.discourse.past_adverbs(act + 1) } else { act };
        // "It will be a pleasure" tells what something is.
        let is_something =
            actor.who == [Who::It] && self.is(first, "be") && self.can_be(act, Tags::DETERMINER);
        let moves = self.can_be(act, Tags::MOVE)
            || self.is_any(act, &["visiting", "travelling", "traveling", "attending", "meeting", "arriving"]);
        // "will go on with", "would go ahead"
        let moves = moves
            && !(self.is(act, "go")
                && self.is_any(act + 1, &["on", "ahead", "beyond", "further", "forward"]));
        // "will meet every requirement" is no meeting.
        let fulfills = self.is(act, "meet")
            && (act + 1..act + 5).any(|at| {
                self.is_any(
                    at,
                    &[
                        "requirement",
                        "requirements",
                        "obligations",
                        "needs",
                        "target",
                        "targets",
                        "deadline",
                        "goals",
                    ],
                )
            });
        let moves = moves && !fulfills;
        // "will take part in the effort to clear the harbour": that is more than to be there.
        let effort =
            (act + 1..act + 8).take_while(|&at| !self.is_mark(at, ',')).any(|at| self.is_any(at, EFFORTS));
        let takes_part = self.is(act, "take") && self.is(act + 1, "part") && !effort;
        // "Delegations will be in Oslo on Friday"
        let there = self.is(first, "be")
            && self
                .scene
                .mentions
                .places_within(&(act..act + 2))
                .iter()
                .any(|place| place.preposition == act);
        // "I will not list them": what speakers say of their speech.
        let speech =
            actor.who == [Who::I] && (self.can_be(act, Tags::SAY) || self.is_any(act, &["list", "begin"]));
        let person = actor.who.iter().any(|who| matches!(who, Who::Person(_) | Who::He | Who::I));
        let item = if person { Tags::PROGRAMME } else { Tags::TALK };
        // To stay away is an undertaking.
        let stays_away = act.checked_sub(1).is_some_and(|before| self.can_be(before, Tags::NEGATION));
        (moves || takes_part || there) && !stays_away
            || speech
            || is_something
            || !state && !stays_away && self.can_be(act, item)
    }
}

/// What states take part in by doing something.
const EFFORTS: &[&str] = &[
    "coalition",
    "effort",
    "efforts",
    "fund",
    "initiative",
    "mission",
    "operation",
    "operations",
    "program",
    "programme",
    "project",
    "projects",
    "purchase",
    "reconstruction",
    "scheme",
];
