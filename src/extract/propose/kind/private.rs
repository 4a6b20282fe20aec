//! Trade, sport and courts: companies hold talks too, and ministers stand before judges.

use std::collections::BTreeSet;

use super::Contact;
use crate::extract::mention::{ContactForm, ContactMention, Standing};
use crate::extract::propose::main_contact::{MainContact, first_words, has_sides, is_prose};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::model::MeetingKind;

/// No matter of parties.
pub(super) const PRIVATE: Rule<Contact> = Rule {
    name: "private_matter",
    says: "The text begins with words of trade, sport or courts, and no person of one party meets another's.",
    hits: &[
        (
            "Tankers\n\nShipbuilder Torre Heavy Co Ltd held talks with Norway's Lind Shipping Corp about six tankers, Malta's news agency said. Its shares rose.",
            "none",
        ),
        (
            "Prime Minister indicted\n\nThe Prime Minister of Malta was indicted for bribery by a court on Monday. Prosecutors in Kenya wait for the trial and the jury.",
            "none",
        ),
        (
            "Malta beat Kenya\n\nThe coach of Malta praised his players after the match in Kenya. The striker of the club left the league.",
            "none",
        ),
        (
            "Malta beat Kenya\n\nThe coach of Malta praised his players after the match in Kenya.\n\nThe striker of the club left the league.\n\nThe keeper saved a penalty.\n\nThe goal came late.\n\nPresident Ana Torre of the Maltese football union met her Kenyan counterpart, Omar Otieno.",
            "none",
        ),
    ],
    misses: &[
        "Minister Lind of Malta met Minister Otieno of Kenya after a match of the two teams. The players and the coach of the club were there.",
        "Officials of Malta and Kenya held talks in Nairobi on Monday over the murder trial of a sailor. A court will hear the case.",
        "The leaders of Malta and Kenya agreed to set up teams of police against theft, murder and fraud. Travelers praised the company.",
        "Malta and Kenya signed a treaty on police in Valletta on Monday.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let main = MainContact::of(scene);
    let between = main.reported().any(|contact| {
        contact.standing <= Standing::Setting
            && is_early(scene, contact)
            && (has_sides(scene, contact) || of_states(scene, contact))
    });
    let private = scene.opening.is_private() && !between;
    let working =
        "the opening has words of trade, sport or courts, and nobody of two parties meets".to_owned();
    let span = first_words(scene).filter(|_| private);
    span.map(|span| Candidate { value: Contact(MeetingKind::NotDiplomatic), span, working })
        .into_iter()
        .collect()
}

/// Whether the headline or the first paragraphs tell of it. Of a match it is told further on that two presidents were
/// there.
fn is_early(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const PARAGRAPHS: usize = 2;
    let mut body = scene.source.sentences_of(&[Part::Body]).filter(|line| is_prose(scene, line));
    let first = body.next().map_or(0, |line| line.paragraph);
    let line = scene.source.sentence_at(contact.words.start);
    let early = line.is_some_and(|line| line.part != Part::Body || line.paragraph <= first + PARAGRAPHS);
    // "Minister Torre has offered President Lind help after the attack": the first words are of both.
    let lead = scene.source.sentences_of(&[Part::Body]).find(|line| is_prose(scene, line));
    let people = lead.map(|line| scene.mentions.people_within(&line.words)).unwrap_or_default();
    let officials = people.iter().filter_map(|mention| scene.mentions.people.person(mention.person));
    let officials = officials.filter(|person| person.title.is_some());
    let sides: BTreeSet<usize> = officials.filter_map(|person| person.party()).collect();
    early || sides.len() > 1
}

/// "The leaders of Norland and Sudland have agreed": states act, by offices or themselves.
fn of_states(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let subject = scene.clauses.at(contact.words.start).map(|clause| clause.subject.clone());
    let Some(subject) = subject.filter(|_| contact.form != ContactForm::Noun) else { return false };
    let named = scene.mentions.parties_within(&subject).iter();
    let states: BTreeSet<usize> =
        named.filter(|party| party.is_country(&scene.source)).map(|party| party.row).collect();
    // "The two countries held talks on smuggling", where the text names both
    let two = subject.clone().any(|at| scene.source.is_any(at, &["two", "both"]))
        && subject.clone().any(|at| {
            scene
                .source
                .is_any(at, &["countries", "sides", "nations", "neighbours", "neighbors", "governments"])
        });
    // "Officials of Malta and Kenya"
    let office = subject.into_iter().any(|at| scene.source.is_any(at, OFFICES));
    office && states.len() > 1 || two && scene.opening.has_sides()
}

/// Who acts for states.
const OFFICES: &[&str] = &[
    "leaders",
    "ministers",
    "presidents",
    "officials",
    "delegations",
    "representatives",
    "negotiators",
    "envoys",
    "diplomats",
];
