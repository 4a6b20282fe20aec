//! The shelf: where what was opened is put into the library, or is found to be there already.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::marks;
use crate::app::document::Opened;
use crate::extract::Trace;
use crate::model::{Record, RecordId};
use crate::store::{EntryId, Library, LibraryError, Namesake, Origin, Shelved};

/// What opening a file gives. Made in the background.
#[derive(Debug)]
pub(in crate::app) struct Arrival {
    pub shelved: Shelved,
    /// The document, if somebody may want to have it at hand: it is larger than all the library keeps of it.
    pub opened: Option<Box<Opened>>,
}

/// What became of a record that was put into the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is new.
    Added,
    /// It took the place of a proposal for its article, in which nobody had done anything.
    Replaced,
    /// The same is in the library already, and stays as it is.
    Known,
    /// The library has another record of the same article, and keeps its own.
    Differs,
}

impl Put {
    /// Whether the library was changed by it.
    pub fn is_written(self) -> bool {
        matches!(self, Self::Added | Self::Replaced)
    }
}

/// Where an arrival was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Placed {
    pub id: EntryId,
    pub put: Put,
}

/// A library to put things on.
#[derive(Debug)]
pub(in crate::app) struct Shelf {
    pub library: Library,
    next: EntryId,
}

impl Arrival {
    pub fn new(record: Arc<Record>, trace: Trace, origin: Origin) -> Self {
        let arrival = Self::to_shelve(&record, origin.clone());
        Self { opened: Some(Box::new(Opened::new(record, trace, origin))), ..arrival }
    }

    /// One that nobody wants to have at hand.
    pub fn to_shelve(record: &Record, origin: Origin) -> Self {
        Self { shelved: Shelved::of(record, origin, marks(record)), opened: None }
    }
}

impl Shelf {
    pub fn of(library: Library) -> Result<Self, LibraryError> {
        let next = library.next_id()?;
        Ok(Self { library, next })
    }

    /// Where each of several arrivals goes, and which of them are to be written there. Each is compared with
    /// what is in the library, and with those that came before it.
    pub fn places(&mut self, files: &[Vec<&Shelved>]) -> Result<Vec<Placed>, LibraryError> {
        let mut fresh = Fresh::default();
        let mut placed = Vec::new();
        for &arrival in files.iter().flatten() {
            let mut namesakes = self.library.namesakes(arrival.record_id())?;
            fresh.join(arrival.record_id(), &mut namesakes);
            let place = self.place(arrival, &namesakes, &fresh)?;
            if place.put.is_written() {
                fresh.put(place.id, arrival);
            }
            placed.push(place);
        }
        Ok(placed)
    }

    /// An article is in the library once, whatever file it comes from: the id of its record says which it is.
    /// A saved record takes the place of a mere proposal, or of what was read from its own file before and
    /// not worked on since. In every other case the library keeps the record that it has.
    fn place(
        &mut self,
        arrival: &Shelved,
        namesakes: &[Namesake],
        fresh: &Fresh<'_>,
    ) -> Result<Placed, LibraryError> {
        let origin = arrival.origin();
        let put = |known: &Namesake, put| Ok(Placed { id: known.id, put });
        let Some(first) = namesakes.first() else {
            return Ok(Placed { id: self.new_id(), put: Put::Added });
        };
        if origin.is_article {
            return put(first, Put::Known);
        }
        for known in namesakes {
            if self.is_same(known, arrival, fresh)? {
                return put(known, Put::Known);
            }
        }
        match namesakes.iter().find(|known| known.origin.is_of(&origin.source)) {
            // The file has changed since it was read or written last, and the library's copy has not.
            Some(own) if own.is_filed && own.position == 0 => return put(own, Put::Replaced),
            Some(own) => return put(own, Put::Differs),
            None => {}
        }
        match namesakes.iter().find(|known| is_mere_proposal(known)) {
            Some(proposal) => put(proposal, Put::Replaced),
            None => put(first, Put::Differs),
        }
    }

    /// Whether a record is in the library as it is, or as an export has it, which leaves out what was ruled
    /// out.
    fn is_same(&self, known: &Namesake, arrival: &Shelved, fresh: &Fresh<'_>) -> Result<bool, LibraryError> {
        let has = match fresh.arrival(known.id) {
            Some(arrival) => arrival.record(),
            None => self.library.record(known.id)?,
        };
        let (Some(has), Some(comes)) = (has, arrival.record()) else { return Ok(false) };
        Ok(has == comes || has.without_ruled_out() == comes)
    }

    fn new_id(&mut self) -> EntryId {
        let id = self.next;
        self.next = id.next();
        id
    }

    /// Writes what is to be written of several arrivals, all or nothing.
    pub fn put(&mut self, placed: &[(Placed, &Shelved)]) -> Result<(), LibraryError> {
        self.library.write(|writing| {
            for (place, arrival) in placed {
                match place.put {
                    // Whoever opens it again wants to see it.
                    Put::Known | Put::Differs if writing.holds(place.id)? => {
                        writing.put_away(place.id, false)?;
                    }
                    Put::Known | Put::Differs => {}
                    Put::Added | Put::Replaced => writing.put(place.id, arrival)?,
                }
            }
            Ok(())
        })
    }

    /// The file of the library.
    pub fn path(&self) -> &Path {
        self.library.path()
    }
}

/// What was placed in the library and is not written yet.
#[derive(Default)]
struct Fresh<'a> {
    namesakes: BTreeMap<&'a str, Vec<Namesake>>,
    arrivals: BTreeMap<EntryId, &'a Shelved>,
}

impl<'a> Fresh<'a> {
    fn put(&mut self, id: EntryId, arrival: &'a Shelved) {
        let origin = arrival.origin().clone();
        let is_filed = origin.saved_to.is_some();
        let namesakes = self.namesakes.entry(arrival.record_id().as_str()).or_default();
        namesakes.retain(|known| known.id != id);
        namesakes.push(Namesake { id, origin, is_filed, position: 0 });
        self.arrivals.insert(id, arrival);
    }

    /// Puts those of a record in the place of what the library has, or beside it.
    fn join(&self, record: &RecordId, namesakes: &mut Vec<Namesake>) {
        for fresh in self.namesakes.get(record.as_str()).into_iter().flatten() {
            namesakes.retain(|stored| stored.id != fresh.id);
            namesakes.push(fresh.clone());
        }
    }

    fn arrival(&self, id: EntryId) -> Option<&'a Shelved> {
        self.arrivals.get(&id).copied()
    }
}

/// Whether it was made from its article and nobody has done anything with it since.
fn is_mere_proposal(known: &Namesake) -> bool {
    known.origin.is_article && known.origin.saved_to.is_none() && known.position == 0
}
