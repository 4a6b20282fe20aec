//! The shelf: where what was opened is put into the library, or is found to be there already.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::marks;
use crate::app::document::Opened;
use crate::extract::Trace;
use crate::model::Record;
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

    /// Where each of several arrivals goes, and which of them are to be written there. Those of one file are
    /// compared with what was there before the file only: it may hold two records of one article.
    pub fn places(&mut self, files: &[Vec<&Shelved>]) -> Result<Vec<Placed>, LibraryError> {
        let mut placed = Vec::new();
        // What this very batch has put down, by the id of the record.
        let mut fresh: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
        for file in files {
            let mut of_file: Vec<(&str, Known<'_>)> = Vec::new();
            for arrival in file {
                let record = arrival.record_id().as_str();
                let stored = self.library.namesakes(arrival.record_id())?;
                let mut known: Vec<Known<'_>> =
                    stored.into_iter().map(|namesake| Known { namesake, fresh: None }).collect();
                for of_batch in fresh.get(record).into_iter().flatten() {
                    known.retain(|stored| stored.namesake.id != of_batch.namesake.id);
                    known.push(of_batch.clone());
                }
                let place = self.place(arrival, &known)?;
                if place.put != Put::Known {
                    let origin = arrival.origin().clone();
                    let is_filed = origin.saved_to.is_some();
                    let namesake = Namesake { id: place.id, origin, is_filed, position: 0 };
                    of_file.push((record, Known { namesake, fresh: Some(arrival) }));
                }
                placed.push(place);
            }
            for (record, known) in of_file {
                fresh.entry(record).or_default().push(known);
            }
        }
        Ok(placed)
    }

    /// An article is in the library once. A saved record takes the place of a mere proposal for its article,
    /// or of what was read from its own file before; two records of one article, such as those of two
    /// reviewers, stand side by side.
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
            Some(own) => return put(own.id, Put::Known),
            None => {}
        }
        match same_text.iter().find(|known| is_mere_proposal(known)) {
            Some(proposal) => put(proposal.id, Put::Replaced),
            None => put(self.new_id(), Put::Added),
        }
    }

    /// Whether what is known is of the very text of an arrival.
    fn has_text_of(&self, known: &Known<'_>, arrival: &Shelved) -> Result<bool, LibraryError> {
        match known.fresh {
            Some(fresh) => Ok(fresh.text() == arrival.text()),
            None => self.library.has_text(known.namesake.id, arrival.text()),
        }
    }

    /// Whether a record is in the library as it is.
    fn is_same(&self, known: &Known<'_>, arrival: &Shelved) -> Result<bool, LibraryError> {
        if let Some(fresh) = known.fresh {
            return Ok(fresh.record() == arrival.record());
        }
        let taken = self.library.record(known.namesake.id)?;
        Ok(taken.is_some_and(|taken| arrival.record().as_ref() == Some(&taken)))
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
                    Put::Known if writing.holds(place.id)? => writing.put_away(place.id, false)?,
                    Put::Known => {}
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
