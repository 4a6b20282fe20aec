//! Guests: who was there when a host received others of the same party is with them, and not with the host.

use crate::extract::mention::{Mentions, PersonMention};

/// "Prime Minister Torre received Norlandic Minister Lind in the presence of the Norlandic ambassador": whether
/// somebody is of the party of those whom the first of these people met.
pub(super) fn is_of_guests(mentions: &Mentions, met: &[PersonMention], follower: &PersonMention) -> bool {
    let party =
        |mention: &PersonMention| mentions.people.person(mention.person).and_then(|person| person.party());
    let own = party(follower);
    own.is_some() && met.iter().skip(1).any(|guest| party(guest) == own)
}
