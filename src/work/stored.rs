//! A document as the library has it: what is written of one, what lists show of it, and the way back.

use std::sync::Arc;

use crate::model::Record;
use crate::review::{Change, Document, Fingerprint, History, Made, Opened, Unkept, Working, problems_of};
use crate::store::{Edited, Entry, Marks, Shelved, State, StoredHistory, StoredStep, Taken, unfold};

/// What lists show of a record beyond its values.
pub fn marks(record: &Record) -> Marks {
    let problems = u32::try_from(problems_of(record).len()).unwrap_or(u32::MAX);
    Marks { problems, fingerprint: Fingerprint::of(&record.article.text).to_bits() }
}

/// What lists show of a document as it stands.
pub fn entry(document: &Document, is_put_away: bool) -> Entry {
    let problems = u32::try_from(document.problems().len()).unwrap_or(u32::MAX);
    let marks = Marks { problems, fingerprint: document.fingerprint().to_bits() };
    Entry { id: document.id(), is_put_away, ..Entry::of(document.record(), marks) }
}

/// What is written of a record after an edit.
pub fn edited(unkept: &Unkept) -> Edited {
    let step = |step: &Change| {
        let Made { label, at } = step.made();
        StoredStep::between(label, *at, step.before(), step.after())
    };
    let marks = Marks { problems: unkept.problems, fingerprint: unkept.fingerprint.to_bits() };
    Edited {
        shelved: Shelved::of(&unkept.record, unkept.origin.clone(), marks),
        is_filed: unkept.is_filed,
        base: unkept.base.as_ref().map(|base| StoredHistory::base_of(base, unkept.changes_text)),
        stay: unkept.stay,
        steps: unkept.steps.iter().map(step).collect(),
        position: unkept.position,
    }
}

/// What was read from the library, as a document takes it.
pub fn opened(Taken { record, origin, is_filed, history }: Taken) -> Opened {
    let record = Arc::new(record);
    let unfolded =
        history.and_then(|history| Some((unfold(&history, &record.article.text)?, history.position)));
    let (history, base) = match unfolded {
        Some(((base, states), position)) => {
            let state = |State { label, at, record }| (Made { label, at }, record);
            let states = states.into_iter().map(state).collect();
            (History::restored(base.clone(), states, position, &record), Some(base))
        }
        None => (History::default(), None),
    };
    let untouched = is_filed || history.position() == 0;
    // What its file holds is not known to be any state of the record.
    let filed =
        if untouched { record.clone() } else { base.unwrap_or_else(|| Arc::new(Record::clone(&record))) };
    Opened { record, working: Working::Unasked, origin, history, filed }
}
