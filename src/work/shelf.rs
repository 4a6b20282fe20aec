//! The shelf: where what was opened is put into the library, or is found to be there already.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::stored::marks;
use crate::extract::Trace;
use crate::model::{EntryId, Origin, Record};
use crate::review::Opened;
use crate::store::{Library, LibraryError, Namesake, Shelved};

/// What opening a file gives. Made in the background.
#[derive(Debug)]
pub struct Arrival {
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
pub struct Placed {
    pub id: EntryId,
    pub put: Put,
}

/// A library to put things on.
#[derive(Debug)]
pub struct Shelf {
    pub library: Library,
    next: EntryId,
}

impl Arrival {
    pub fn new(record: Arc<Record>, trace: Option<Trace>, origin: Origin) -> Self {
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
        let mut placed = Vec::new();
        // What this very batch has put down, by the id of the record.
        let mut fresh: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
        for &arrival in files.iter().flatten() {
            let stored = self.library.namesakes(arrival.record_id())?;
            let mut known: Vec<Known<'_>> =
                stored.into_iter().map(|namesake| Known { namesake, fresh: None }).collect();
            let of_batch = fresh.entry(arrival.record_id().as_str()).or_default();
            for fresh in &*of_batch {
                known.retain(|stored| stored.namesake.id != fresh.namesake.id);
                known.push(fresh.clone());
            }
            let place = self.place(arrival, &known)?;
            if place.put.is_written() {
                let origin = arrival.origin().clone();
                let is_filed = origin.saved_to.is_some();
                let namesake = Namesake { id: place.id, origin, is_filed, position: 0 };
                of_batch.retain(|fresh| fresh.namesake.id != place.id);
                of_batch.push(Known { namesake, fresh: Some(arrival) });
            }
            placed.push(place);
        }
        Ok(placed)
    }

    /// An article is in the library once, whatever file it comes from. A saved record takes the place of a
    /// mere proposal for its article, or of what was read from its own file before and not worked on since.
    /// In every other case the library keeps the record that it has.
    ///
    /// A record only says which article it is of: one with another text is of another, and takes nobody's
    /// place, nor does the article count as known because of it.
    fn place(&mut self, arrival: &Shelved, known: &[Known<'_>]) -> Result<Placed, LibraryError> {
        let origin = arrival.origin();
        let put = |id, put| Ok(Placed { id, put });
        let is_article = |known: &Known<'_>| known.namesake.origin.is_article;
        if origin.is_article {
            for known in known {
                // Two files with the digest of this one were worked out here: they are the same file.
                if is_article(known) || self.has_text_of(known, arrival)? {
                    return put(known.namesake.id, Put::Known);
                }
            }
            return put(self.new_id(), Put::Added);
        }
        let mut same_text = Vec::new();
        for known in known {
            if self.has_text_of(known, arrival)? {
                if self.is_same(known, arrival)? {
                    return put(known.namesake.id, Put::Known);
                }
                same_text.push(&known.namesake);
            }
        }
        let own = same_text.iter().find(|known| known.origin.is_of(&origin.source));
        match own {
            // The file has changed since it was read or written last, and the library's copy has not.
            Some(own) if own.is_filed && own.position == 0 => return put(own.id, Put::Replaced),
            Some(own) => return put(own.id, Put::Differs),
            None => {}
        }
        match (same_text.iter().find(|known| is_mere_proposal(known)), same_text.first()) {
            (Some(proposal), _) => put(proposal.id, Put::Replaced),
            (None, Some(known)) => put(known.id, Put::Differs),
            (None, None) => put(self.new_id(), Put::Added),
        }
    }

    /// Whether what is known is of the very text of an arrival.
    fn has_text_of(&self, known: &Known<'_>, arrival: &Shelved) -> Result<bool, LibraryError> {
        match known.fresh {
            Some(fresh) => Ok(fresh.text() == arrival.text()),
            None => self.library.has_text(known.namesake.id, arrival.text()),
        }
    }

    /// Whether a record is in the library as it is, or as an export has it, which leaves out what was ruled
    /// out.
    fn is_same(&self, known: &Known<'_>, arrival: &Shelved) -> Result<bool, LibraryError> {
        let has = match known.fresh {
            Some(fresh) => fresh.record(),
            None => self.library.record(known.namesake.id)?,
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
                    Put::Known | Put::Differs if arrival.is_looked_for() && writing.holds(place.id)? => {
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

/// Something that is in the library, or will be with this batch, under the id of an arrival.
#[derive(Clone)]
struct Known<'a> {
    namesake: Namesake,
    /// What was put down in this batch, which is not written yet.
    fresh: Option<&'a Shelved>,
}

/// Whether it was made from its article and nobody has done anything with it since.
fn is_mere_proposal(known: &Namesake) -> bool {
    known.origin.is_article && known.origin.saved_to.is_none() && known.position == 0
}
