//! The contacts beside the main one, each settled as a record of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::people::Seen;
use super::{Bound, Numbers, Settling};
use crate::extract::Reading;
use crate::extract::mention::PersonIndex;
use crate::extract::propose::commitment::Undertaking;
use crate::extract::propose::further::Told;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::{ContactKind, Evidence, Meeting, Role, RuleName, Ruling};

/// Who was in a contact beside the main one alone.
pub(super) fn apart(beside: &[(&'static Rule<Told>, Candidate<Told>)]) -> BTreeSet<PersonIndex> {
    let people = beside.iter().flat_map(|(_, candidate)| &candidate.value.people);
    people.filter(|partner| partner.is_new).map(|partner| partner.person).collect()
}

/// Parts what was undertaken by contact: what belongs to the main one, and to those beside it by their place.
pub(super) fn parted(
    scene: &Scene<'_>,
    all: Vec<Bound>,
    main: &Numbers,
    beside: &[(&'static Rule<Told>, Candidate<Told>)],
) -> (Vec<Bound>, BTreeMap<usize, Vec<Bound>>) {
    let party = |person: PersonIndex| scene.mentions.people.person(person)?.party();
    let at_main: BTreeSet<usize> = main.keys().filter_map(|person| party(*person)).collect();
    // Whoever was in another contact alone spoke there; a party that had nobody in the main one was bound there.
    let is_of = |told: &Told, bound: &Candidate<Undertaking>| {
        let mut new = told.people.iter().filter(|partner| partner.is_new).map(|partner| partner.person);
        let value = &bound.value;
        let follows = bound.span.start() >= told.clause.start();
        follows
            && match value.speaker.filter(|speaker| !main.contains_key(speaker)) {
                Some(speaker) => new.any(|person| person == speaker),
                None => new.any(|person| {
                    party(person).is_some_and(|party| value.parties == [party] && !at_main.contains(&party))
                }),
            }
    };
    let (mut own, mut others) = (Vec::new(), BTreeMap::<usize, Vec<Bound>>::new());
    for (rule, bound) in all {
        match beside.iter().rposition(|(_, told)| is_of(&told.value, &bound)) {
            Some(contact) => others.entry(contact).or_default().push((rule, bound)),
            None => own.push((rule, bound)),
        }
    }
    (own, others)
}

impl Settling<'_, '_> {
    /// The record of a contact beside the main one, which was on the same day and in the same place as that
    /// one, unless its own words tell another.
    pub(super) fn beside(
        mut self,
        rule: RuleName,
        candidate: Candidate<Told>,
        bound: Vec<Bound>,
        main: &Reading,
    ) -> Reading {
        let evidence = self.evidence(rule.clone(), &candidate);
        let told = candidate.value;
        let kind = ContactKind { evidence, ..ContactKind::of(told.kind, Ruling::Proposed) };
        let mut seen = BTreeMap::new();
        for partner in told.people {
            let working = candidate.working.clone();
            let (rule, role, span) = (rule.clone(), Role::Principal, partner.span);
            seen.insert(partner.person, Seen { rule, role, span, working });
        }
        let (people, participants) = self.seat(seen);
        let meeting = &main.record.meeting;
        let own = told.days.map(|days| self.on(rule.clone(), &days));
        let one_day = meeting.date.as_ref().filter(|date| date.end.is_none() && !told.other_time);
        let same_day = match (&own, one_day) {
            (Some(own), Some(day)) => own.start == day.start,
            (None, day) => day.is_some(),
            (Some(_), None) => false,
        };
        let date = own.or_else(|| {
            self.shared(main, one_day.map(|date| &*date.evidence));
            one_day.cloned()
        });
        let own = told.spot.filter(|_| told.kind.has_place()).map(|spot| self.at(rule, spot));
        let same = meeting.location.as_ref().filter(|_| told.kind.has_place() && same_day);
        let location = own.or_else(|| {
            self.shared(main, same.map(|location| &*location.evidence));
            same.cloned()
        });
        let commitments = self.commitments(bound, &people);
        self.reading(Meeting { kind: Some(kind), date, location, participants }, commitments)
    }

    /// Takes over the working behind evidence of the main contact.
    fn shared(&mut self, main: &Reading, evidence: Option<&[Evidence]>) {
        for evidence in evidence.unwrap_or_default() {
            let span = evidence.span(&self.article.text);
            let known = main.trace.values.iter();
            let own = known.filter(|why| Some(why.span) == span && why.rule == *evidence.rule());
            self.trace.values.extend(own.cloned());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::extract::{records, tests::article};
    use crate::lexicon::Lexicon;

    /// The contacts of a text: "phone_call 2020-10-16 MLT: Ana Torre, Jon Lind" each.
    fn contacts(text: &str) -> Vec<String> {
        let records = records(&Arc::new(article(text)), &Lexicon::built_in());
        let contacts = records.iter().map(|record| {
            let meeting = &record.meeting;
            let kind = meeting.kind.as_ref().map_or("-", |kind| kind.value.saved());
            let day = meeting.date.as_ref().map_or("-".to_owned(), |date| date.start.to_string());
            let country = meeting.location.as_ref().and_then(|location| location.country.as_ref());
            let names: Vec<&str> = meeting.participants.iter().map(|person| &*person.name).collect();
            format!("{kind} {day} {}: {}", country.map_or("-", |code| code.as_str()), names.join(", "))
        });
        contacts.collect()
    }

    #[test]
    fn what_was_done_on_the_way_has_another_day() {
        let text = "Minister Ana Torre of Kenya met President Jon Lind of Norway in Oslo on Friday, a day after her stop in Rabat, where she held talks with Minister Omar Haddad.";
        let expected =
            ["in_person 2020-10-16 NOR: Ana Torre, Jon Lind", "in_person - MAR: Ana Torre, Omar Haddad"];
        assert_eq!(contacts(text), expected);
    }

    #[test]
    fn whoever_was_met_apart_stands_in_that_contact_and_not_in_the_main_one() {
        let text = "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday. \
                    Torre also spoke by phone with President Omar Haddad of Jordan on Thursday.";
        let expected = [
            "in_person 2020-10-16 NOR: Ana Torre, Jon Lind",
            "phone_call 2020-10-15 -: Ana Torre, Omar Haddad",
        ];
        assert_eq!(contacts(text), expected);
    }

    #[test]
    fn a_place_of_a_contact_told_beside_is_not_the_main_one_s() {
        let text = "VALLETTA — US Secretary of State Ana Torre pressed Malta's President Eva Borg yesterday to open the \
                    port.\n\nIn Cairo last night, Torre met with President Sami Haddad for an hour.";
        let expected = [
            "in_person 2020-10-17 MLT: Ana Torre, Eva Borg",
            "in_person 2020-10-17 EGY: Ana Torre, Sami Haddad",
        ];
        assert_eq!(contacts(text), expected);
    }

    #[test]
    fn what_two_sentences_tell_of_one_contact_is_one() {
        let text = "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday. \
                    Fish is dear. Ports are old. It was cold. \
                    Torre later met Foreign Minister Omar Haddad of Jordan. \
                    Torre received Haddad in Bergen on Saturday.";
        let expected = [
            "in_person 2020-10-16 NOR: Ana Torre, Jon Lind",
            "in_person 2020-10-17 NOR: Ana Torre, Omar Haddad",
        ];
        assert_eq!(contacts(text), expected);
    }

    #[test]
    fn whoever_is_met_next_is_met_where_the_sentence_before_was() {
        let text = "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday. \
                    Fish is dear. On Thursday Torre met President Omar Haddad of Jordan in Amman. \
                    She also held talks with Jordanian Trade Minister Samir Odeh.";
        let expected = [
            "in_person 2020-10-16 NOR: Ana Torre, Jon Lind",
            "in_person 2020-10-15 JOR: Ana Torre, Omar Haddad",
            "in_person 2020-10-15 JOR: Ana Torre, Samir Odeh",
        ];
        assert_eq!(contacts(text), expected);
    }

    #[test]
    fn what_was_promised_in_a_contact_stands_in_its_record() {
        let text = "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday. \
                    Norway will build a port, Lind said. \
                    Torre also spoke by phone with President Omar Haddad of Jordan on Thursday. \
                    Jordan will open a school, Haddad said. Chile will send two ships, Torre said.";
        let records = records(&Arc::new(article(text)), &Lexicon::built_in());
        let promised = records.iter().map(|record| {
            let texts = record.commitments.iter().map(|commitment| &*commitment.text);
            texts.collect::<Vec<_>>().join("; ")
        });
        let expected = ["Norway will build a port; Chile will send two ships", "Jordan will open a school"];
        assert_eq!(promised.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn whoever_was_met_one_by_one_stands_in_a_contact_each() {
        let first =
            "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday. ";
        let main = "in_person 2020-10-16 NOR: Ana Torre, Jon Lind";
        let with = |name: &str| format!("in_person 2020-10-16 NOR: Ana Torre, {name}");
        for apart in [
            "She also held separate talks with Jordanian Minister Omar Haddad and Kenyan Minister Grace Otieno.",
            "On the sidelines, Torre met Jordanian Minister Omar Haddad and Kenyan Minister Grace Otieno.",
        ] {
            let expected = [main.to_owned(), with("Omar Haddad"), with("Grace Otieno")];
            assert_eq!(contacts(&format!("{first}{apart}")), expected, "{apart}");
        }
        let together = "She also held trilateral talks with Jordanian Minister Omar Haddad and Kenyan Minister \
                        Grace Otieno.";
        assert_eq!(contacts(&format!("{first}{together}")).len(), 2);
    }

    #[test]
    fn what_was_long_ago_is_neither_a_contact_beside_the_main_one_nor_a_part_of_it() {
        let text = "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday. \
                    Last month she met Foreign Minister Omar Haddad of Jordan in Amman.";
        assert_eq!(contacts(text), ["in_person 2020-10-16 NOR: Ana Torre, Jon Lind"]);
    }

    #[test]
    fn a_contact_of_another_day_or_with_another_side_is_another() {
        let text = "Foreign Minister Ana Torre of Chile met King Hamza of Jordan in Amman on Friday. \
                    Torre arrived from Riyadh, where she met Saudi Minister Omar Haddad on Thursday.";
        let expected = [
            "in_person 2020-10-16 JOR: Ana Torre, Hamza",
            "in_person 2020-10-15 SAU: Ana Torre, Omar Haddad",
        ];
        assert_eq!(contacts(text), expected);
    }

    #[test]
    fn one_sentence_may_tell_of_two_contacts() {
        let expected = [
            "in_person 2020-10-16 NOR: Ana Torre, Jon Lind",
            "in_person 2020-10-16 NOR: Ana Torre, Omar Haddad",
        ];
        for text in [
            "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday after \
             receiving a Jordanian delegation headed by Trade Minister Omar Haddad.",
            "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday, hours \
             after holding talks with King Omar Haddad of Jordan.",
        ] {
            assert_eq!(contacts(text), expected, "{text}");
        }
    }

    #[test]
    fn what_was_earlier_on_the_same_day_or_journey_is_a_contact_too() {
        let first =
            "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday. ";
        let main = "in_person 2020-10-16 NOR: Ana Torre, Jon Lind";
        let told = [
            (
                "Torre had earlier met King Omar Haddad of Jordan.",
                "in_person 2020-10-16 NOR: Ana Torre, Omar Haddad",
            ),
            (
                "Torre had a \"very useful\" meeting with Jordan's Omar Haddad.",
                "in_person 2020-10-16 NOR: Ana Torre, Omar Haddad",
            ),
            (
                "Lind said he had spoken to King Omar Haddad of Jordan by phone on Thursday.",
                "phone_call 2020-10-15 -: Jon Lind, Omar Haddad",
            ),
            (
                "In a separate call, Torre discussed fish with King Omar Haddad of Jordan.",
                "phone_call 2020-10-16 -: Ana Torre, Omar Haddad",
            ),
            (
                "Hours earlier, Torre had spent two hours with King Omar Haddad of Jordan.",
                "in_person 2020-10-16 NOR: Ana Torre, Omar Haddad",
            ),
            (
                "Following her talks with Lind, Torre received King Omar Haddad of Jordan.",
                "in_person 2020-10-16 NOR: Ana Torre, Omar Haddad",
            ),
            (
                "Torre toured the port before holding talks with King Omar Haddad of Jordan.",
                "in_person 2020-10-16 NOR: Ana Torre, Omar Haddad",
            ),
            ("Torre also spoke by phone with her Turkish counterpart.", "phone_call 2020-10-16 -: Ana Torre"),
            (
                "Torre's talks with King Omar Haddad of Jordan later in the day were about fish.",
                "in_person 2020-10-16 NOR: Ana Torre, Omar Haddad",
            ),
        ];
        for (sentence, expected) in told {
            assert_eq!(contacts(&format!("{first}{sentence}")), [main, expected], "{sentence}");
        }
        for recalled in [
            "Torre had met King Omar Haddad of Jordan earlier this year.",
            "The two had met in Amman in 2015, when King Omar Haddad of Jordan hosted talks.",
            "Torre was scheduled to be received by King Omar Haddad of Jordan on Sunday.",
            "Torre plans to meet King Omar Haddad of Jordan on Sunday, and is to hold talks with Premier Liv Dahl of Kenya.",
            "Torre also met Norwegian officials and editors of Turkish newspapers.",
            "King Omar Haddad of Jordan has met rebels several times.",
        ] {
            assert_eq!(contacts(&format!("{first}{recalled}")), [main], "{recalled}");
        }
    }

    #[test]
    fn an_office_alone_means_whom_the_sentence_before_is_about() {
        let text = "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday.\n\n\
                    The Minister then received Ambassador Omar Haddad of Jordan.";
        let expected = [
            "in_person 2020-10-16 NOR: Ana Torre, Jon Lind",
            "in_person 2020-10-16 NOR: Ana Torre, Omar Haddad",
        ];
        assert_eq!(contacts(text), expected);
    }

    #[test]
    fn the_talks_told_step_by_step_are_one_contact() {
        let text = "Foreign Minister Ana Torre of Chile met Foreign Minister Jon Lind of Norway in Oslo on Friday. \
                    After the welcome, Torre and Lind held talks. The meeting with Lind lasted an hour. \
                    Lind then received Torre for dinner.";
        assert_eq!(contacts(text).len(), 1);
    }
}
