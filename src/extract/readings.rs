//! Readings: what the engine makes of an article, contact by contact.

use super::{Reading, Trace};
use crate::model::{ContactNumber, Record};

/// What the engine makes of an article: a reading for each contact that it reports, the main one first. There
/// is always a main one, whatever the article is about.
#[derive(Clone, Debug)]
pub struct Readings {
    main: Reading,
    /// The others, in the order of their numbers, from 2.
    further: Vec<Reading>,
}

impl Readings {
    /// The main contact, and the others in the order in which the article reports them. They are numbered here.
    pub(super) fn new(main: Reading, further: Vec<Reading>) -> Self {
        let mut number = ContactNumber::MAIN;
        let mut numbered = |reading: Reading| {
            number = number.next();
            let Reading { record, trace } = reading;
            let id = record.article.record_id(number);
            Reading { record: Record { id, number, ..record }, trace }
        };
        let further = further.into_iter().map(&mut numbered).collect();
        Self { main, further }
    }

    /// The main contact.
    pub fn main(&self) -> &Reading {
        &self.main
    }

    /// The main contact alone.
    pub fn into_main(self) -> Reading {
        self.main
    }

    /// Every contact, the main one first.
    pub fn all(&self) -> impl Iterator<Item = &Reading> {
        std::iter::once(&self.main).chain(&self.further)
    }

    /// The contact of this number, if the engine finds one.
    pub fn of(&self, number: ContactNumber) -> Option<&Reading> {
        self.all().find(|reading| reading.record.number == number)
    }

    /// The working behind the contact of this number. Of one that a person added it is that of the main one:
    /// what else could be proposed, such as days and people, is the same.
    pub fn into_trace_of(self, number: ContactNumber) -> Trace {
        let Self { main, further } = self;
        further.into_iter().find(|reading| reading.record.number == number).unwrap_or(main).trace
    }

    /// To change each of them.
    pub(super) fn all_mut(&mut self) -> impl Iterator<Item = &mut Reading> {
        std::iter::once(&mut self.main).chain(&mut self.further)
    }
}

impl IntoIterator for Readings {
    type Item = Reading;
    type IntoIter = std::iter::Chain<std::iter::Once<Reading>, std::vec::IntoIter<Reading>>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self.main).chain(self.further)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::read;
    use super::super::tests::article;
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn contacts_are_numbered_in_their_order_and_the_main_one_is_the_first() {
        let text = "Minister Ana Lind of Sweden met Minister Jon Borg of Malta in Valletta on Friday.";
        let main = read(&Arc::new(article(text)), &Lexicon::built_in()).main().clone();
        let readings = Readings::new(main.clone(), vec![main.clone(), main.clone()]);
        let numbers: Vec<u32> = readings.all().map(|reading| reading.record.number.get()).collect();
        assert_eq!(numbers, [1, 2, 3]);
        assert!(readings.all().all(|reading| reading.record.faults().is_empty()), "each has its own id");
        let second = ContactNumber::MAIN.next();
        assert_eq!(readings.of(second).map(|reading| reading.record.number), Some(second));
        assert_eq!(readings.into_trace_of(ContactNumber::new(9).unwrap()), main.trace);
    }
}
