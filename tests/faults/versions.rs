//! Libraries that earlier programs made.

use std::path::Path;

use chancery::store::Library;
use rusqlite::Connection;
use tempfile::tempdir;

use crate::scene::{all, app_over, chancery, checked};

/// Makes a library of version 1 with so many copies of its three articles. Says how many it holds.
pub fn version_1(path: &Path, copies: u32) -> usize {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; BEGIN").unwrap();
    connection.execute_batch(include_str!("../fixtures/library/version-1.sql")).unwrap();
    for copy in 1..copies {
        let sql = "INSERT INTO articles SELECT number + 3 * ?1, id || ?1, sha256 || ?1, title, publisher, day, \
                   parties, kind, status, commitments, text, record FROM articles WHERE number <= 3";
        connection.execute(sql, [copy]).unwrap();
    }
    connection.execute_batch("COMMIT").unwrap();
    copies as usize * 3
}

#[test]
fn a_library_of_each_earlier_version_opens_with_all_that_is_in_it() {
    let folder = tempdir().unwrap();
    let library = folder.path().join("talks.chancery");
    version_1(&library, 1);
    let unchanged = Library::open_for_reading(&library, chancery::work::marks).unwrap_err().to_string();
    assert!(unchanged.contains("older Chancery"), "{unchanged}");
    let found = chancery(&["search", "harbour"], &library);
    assert_eq!(String::from_utf8(found.stdout).unwrap().lines().count(), 1);
    let taken = all(&checked(&library));
    assert_eq!(taken.len(), 3);
    for taken in taken.values() {
        assert!(!taken.record.commitments.is_empty() && taken.record.article.text.len() > 500);
        assert!(taken.origin.is_article && taken.history.is_none());
    }
    let app = app_over(&library);
    assert_eq!((app.articles(), app.notices().len()), (3, 0));
}
