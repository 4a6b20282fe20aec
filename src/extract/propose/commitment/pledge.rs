//! "X agreed to …", "X pledged …", "X and Y agreed that … will …", "X assured Y of its support", "X
//! instructed its ministers to …".

use super::Undertaking;
use super::found::Found;
use super::reader::Reader;
use crate::extract::discourse::{Form, Tags, form};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::VerbClass;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "agreed_to",
    says: "A party \"agreed\", \"pledged\", \"promised\", \"committed itself\" or \"decided\" to do something, \"assured\" another of it, or set its own people to it.",
    hits: &[
        (
            "Norway and Chile met. The two sides agreed to hold talks on fishing in May.",
            "The two sides agreed to hold talks on fishing in May",
        ),
        (
            "Norway thanked the hosts and pledged two million euros for the harbour.",
            "Norway thanked the hosts and pledged two million euros for the harbour",
        ),
        (
            "Norway and Chile agreed that their experts will meet in May.",
            "Norway and Chile agreed that their experts will meet in May",
        ),
        (
            "Norway and Chile met. They agreed on the establishment of a working group.",
            "They agreed on the establishment of a working group",
        ),
        (
            "Norway and Chile discussed the harbour, agreeing to send experts there.",
            "agreeing to send experts there",
        ),
        (
            "The talks were long, with Norway and Chile agreeing to send experts.",
            "Norway and Chile agreeing to send experts",
        ),
        (
            "Norwegian Foreign Minister Kari Holm went on to promise to clear the harbour.",
            "Norwegian Foreign Minister Kari Holm went on to promise to clear the harbour",
        ),
        (
            "Norway and Chile met. The two men agreed to share the harbour.",
            "The two men agreed to share the harbour",
        ),
        ("Norway yesterday agreed to share the harbour.", "Norway yesterday agreed to share the harbour"),
        (
            "Norway on 12 October agreed to share the harbour.",
            "Norway on 12 October agreed to share the harbour",
        ),
        (
            "The Norwegians have agreed to share the harbour.",
            "The Norwegians have agreed to share the harbour",
        ),
        (
            "Norway has promised Norwegian backing for the harbour.",
            "Norway has promised Norwegian backing for the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm assured her guest of Norway's full support.",
            "Norwegian Foreign Minister Kari Holm assured her guest of Norway's full support",
        ),
        (
            "I have undertaken to raise it, Norwegian Foreign Minister Kari Holm said.",
            "I have undertaken to raise it",
        ),
        (
            "Norway and Chile agreed, in principle, to share the harbour.",
            "Norway and Chile agreed, in principle, to share the harbour",
        ),
        (
            "Norway promised Chile on Sunday to share the harbour.",
            "Norway promised Chile on Sunday to share the harbour",
        ),
        (
            "Norway's prime minister, Ola Berg, has promised to share the harbour.",
            "Norway's prime minister, Ola Berg, has promised to share the harbour",
        ),
        (
            "Norway and Chile met. The pair agreed to share the harbour.",
            "The pair agreed to share the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm met Chilean Foreign Minister Ana Soto in Oslo, where they also agreed to share the harbour.",
            "they also agreed to share the harbour",
        ),
        (
            "Officials from Norway and Chile pledged to share the harbour.",
            "Officials from Norway and Chile pledged to share the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm pledged Norway's full support for it.",
            "Norwegian Foreign Minister Kari Holm pledged Norway's full support for it",
        ),
        (
            "Norway and Chile agreed to share the harbour during talks between Foreign Minister Kari Holm and her Chilean counterpart Pedro Soto.",
            "Norway and Chile agreed to share the harbour",
        ),
        (
            "Norway and Chile signed a declaration on Monday agreeing to share the harbour.",
            "Norway and Chile signed a declaration on Monday agreeing to share the harbour",
        ),
        ("Norway has signed up to train 200 divers.", "Norway has signed up to train 200 divers"),
        (
            "Norwegian Foreign Minister Kari Holm gave her word to clear the harbour.",
            "Norwegian Foreign Minister Kari Holm gave her word to clear the harbour",
        ),
        (
            "Norway, for its part, thanked the people of Chile, and promised to share the harbour.",
            "promised to share the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm and her Chilean colleague Pedro Soto agreed to share the harbour.",
            "Norwegian Foreign Minister Kari Holm and her Chilean colleague Pedro Soto agreed to share the harbour",
        ),
        (
            "Norway has committed 3 million euros to the harbour.",
            "Norway has committed 3 million euros to the harbour",
        ),
        (
            "Norway and Chile instructed their fisheries ministries to share the harbour.",
            "Norway and Chile instructed their fisheries ministries to share the harbour",
        ),
        (
            "Norwegian Foreign Minister Kari Holm received Chilean Foreign Minister Pedro Soto in Oslo, where they discussed fishing and agreed to share the harbour.",
            "they discussed fishing and agreed to share the harbour",
        ),
        (
            "Norway and Chile reviewed at great length what had become of the old harbour and its many ships and pledged to share it.",
            "pledged to share it",
        ),
    ],
    misses: &[
        "Norway and Chile agreed on the importance of fishing.",
        "Norway and Chile agreed that fishing is vital.",
        "Norway and Chile agreed on a maritime border ten years ago.",
        "Norway urged Chile to agree to talks.",
        "The agreed plan is ready.",
        "Norway announced that two million people live there.",
        "Norway announced two days of mourning.",
        "Chile agreed with Norway.",
        "Norway has not agreed to talks.",
        "Norway and Chile agreed with the need to talk.",
        "Norway committed two errors.",
        "In 2015 Norway and Chile agreed to share the harbour.",
        "Norway pledged last year to share the harbour.",
        "Norway and Chile agreed to differ.",
        "\"Norway and Chile are wrong,\" the opposition leader said, promising to close the harbour.",
        "Norway and Chile in 2015 agreed to share the harbour.",
        "Norway instructed the Chilean ambassador to leave.",
        "The leaders of Norway and Chile met in Oslo in 2015 and agreed to share the harbour.",
        "Norway asked where Chile had agreed to build the harbour.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    reader.places(Tags::TURN).filter_map(|at| reader.candidate(pledge(&reader, at)?)).collect()
}

fn pledge(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    use VerbClass::{Affirm, Commit, Direct};
    let head = reader.head(at, &[Commit, Direct, Affirm])?;
    if reader.is_denied(at) {
        return None;
    }
    let last = reader.complement(head)?;
    let (subject, found) = reader.clause(at, last, head.firmness)?;
    let past = form(&reader.lower(at)) == Form::Past;
    (!past || !reader.is_recalled(subject.start, at)).then_some(found)
}
