//! Trade, sport and courts: companies hold talks too, and ministers stand before judges.

use super::Contact;
use crate::extract::mention::Standing;
use crate::extract::propose::main_contact::{MainContact, first_words, has_sides};
use crate::extract::rule::{Candidate, Rule, Scene};
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
    ],
    misses: &[
        "Minister Lind of Malta met Minister Otieno of Kenya after a match of the two teams. The players and the coach of the club were there.",
        "Malta and Kenya signed a treaty on police in Valletta on Monday.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Contact>> {
    let main = MainContact::of(scene);
    let between =
        main.reported().any(|contact| contact.standing <= Standing::Setting && has_sides(scene, contact));
    let private = scene.opening.is_private() && !between;
    let working =
        "the opening has words of trade, sport or courts, and nobody of two parties meets".to_owned();
    let span = first_words(scene).filter(|_| private);
    span.map(|span| Candidate { value: Contact(MeetingKind::NotDiplomatic), span, working })
        .into_iter()
        .collect()
}
