//! The tables as this user has them: the built-in ones with the user's own on top, read at first use.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::children;
use crate::lexicon::{Lexicon, OwnTable, OwnTableKind, with_own_party};
use crate::model::Party;
use crate::store::{StoreError, change_table, own_table_file, read_own_table};

/// The tables, and what is wrong in the user's own.
struct Loaded {
    lexicon: Arc<Lexicon>,
    damage: Vec<String>,
}

static LOADED: LazyLock<RwLock<Loaded>> = LazyLock::new(|| RwLock::new(loaded()));

fn loaded() -> Loaded {
    load(OwnTableKind::ALL.map(|kind| (kind, found(kind))))
}

/// A table's path and content, or why it cannot be read; none where the user has no such table.
type Found = Option<(String, Result<String, String>)>;

/// What is known of the world, with what this user added.
pub fn tables_of_user() -> Arc<Lexicon> {
    LOADED.read().unwrap_or_else(PoisonError::into_inner).lexicon.clone()
}

/// Adds a party to this table of a user's own, and reads the user's tables again, so that it is known from now on.
///
/// # Errors
/// If the table cannot be read or written.
pub fn add_own_party(table: &Path, party: &Party, is_country: bool) -> Result<PathBuf, StoreError> {
    change_table(table, |content| with_own_party(content, party, is_country))?;
    let new = loaded();
    *LOADED.write().unwrap_or_else(PoisonError::into_inner) = new;
    children::renew();
    Ok(table.to_owned())
}

/// What is wrong in this user's own tables: the file, the line and what to do, one each. Whoever has none
/// does not wait for the tables.
pub fn damage_of_tables() -> Vec<String> {
    let has_own = |kind: OwnTableKind| own_table_file(kind.file_name()).is_some_and(|file| file.exists());
    if OwnTableKind::ALL.into_iter().any(has_own) {
        LOADED.read().unwrap_or_else(PoisonError::into_inner).damage.clone()
    } else {
        Vec::new()
    }
}

fn found(kind: OwnTableKind) -> Found {
    let (path, content) = read_own_table(kind.file_name())?;
    Some((path.display().to_string(), content.map_err(|error| error.to_string())))
}

/// Puts the tables together. One that cannot be read or is damaged costs its own rows only.
fn load(found: [(OwnTableKind, Found); 3]) -> Loaded {
    let mut damage = Vec::new();
    let mut own = Vec::new();
    for (kind, found) in found {
        match found {
            Some((path, Ok(content))) => own.push(OwnTable { kind, path, content: content.leak() }),
            Some((_, Err(error))) => damage.push(error),
            None => {}
        }
    }
    if own.is_empty() {
        return Loaded { lexicon: Lexicon::built_in(), damage };
    }
    match Lexicon::with_own(&own) {
        Ok((lexicon, errors)) => {
            damage.extend(errors.iter().map(ToString::to_string));
            Loaded { lexicon: Arc::new(lexicon), damage }
        }
        Err(error) => {
            damage.push(error.to_string());
            Loaded { lexicon: Lexicon::built_in(), damage }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_used() {
        let table =
            "code\tkind\tname\taliases\tdemonyms\tcapital\tseats\nMERAND\tcountry\tMerand\t\t\t\t\nX\n";
        let loaded = load([
            (OwnTableKind::Parties, Some(("parties.tsv".into(), Ok(table.into())))),
            (OwnTableKind::Titles, Some(("titles.tsv".into(), Err("titles.tsv is a folder".into())))),
            (OwnTableKind::Publishers, None),
        ]);
        assert!(loaded.lexicon.party("MERAND").is_some() && loaded.lexicon.party("MLT").is_some());
        assert_eq!(loaded.damage.len(), 2, "{:?}", loaded.damage);
    }
}
