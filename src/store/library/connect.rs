//! How SQLite is opened. A library may come from anybody, so nothing in it may act by itself: no view is
//! read, no trigger runs, no function is called that the file names, and nothing is larger than we write.
//! What stands in its schema is compared with ours besides (`schema`).

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, Result};

use super::packed::LARGEST_BYTES;

/// Opens a file to read and write it, and makes it if it is not there.
pub(super) fn to_write(path: &Path) -> Result<Connection> {
    open(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE, true)
}

/// Opens a file to read it.
pub(super) fn to_read(path: &Path) -> Result<Connection> {
    open(path, OpenFlags::SQLITE_OPEN_READ_ONLY, true)
}

/// Opens a file that nobody writes to meanwhile: nothing is written beside it, not even locks.
pub(super) fn unchanging(path: &Path) -> Result<Connection> {
    open(&immutable(path), OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI, true)
}

/// Opens a damaged file to read what can be read of it: what is wrong in its list of tables costs the tables
/// that it is wrong of.
pub(super) fn damaged(path: &Path, is_unchanging: bool) -> Result<Connection> {
    let (name, uri) = match is_unchanging {
        true => (immutable(path), OpenFlags::SQLITE_OPEN_URI),
        false => (path.to_owned(), OpenFlags::empty()),
    };
    let connection = open(&name, OpenFlags::SQLITE_OPEN_READ_ONLY | uri, false)?;
    connection.pragma_update(None, "writable_schema", true)?;
    Ok(connection)
}

/// A library in memory, which has nothing in it.
pub(super) fn in_memory() -> Result<Connection> {
    guarded(Connection::open_in_memory()?, true)
}

fn open(name: &Path, flags: OpenFlags, is_schema_kept: bool) -> Result<Connection> {
    // A name that begins with "file:" is a file's all the same.
    let name = match flags.contains(OpenFlags::SQLITE_OPEN_URI) {
        true => name.to_owned(),
        false => absolute(name),
    };
    guarded(Connection::open_with_flags(name, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?, is_schema_kept)
}

fn guarded(connection: Connection, is_schema_kept: bool) -> Result<Connection> {
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, is_schema_kept),
    ] {
        connection.set_db_config(setting, on)?;
    }
    let largest = i32::try_from(LARGEST_BYTES).unwrap_or(i32::MAX);
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, largest)?;
    Ok(connection)
}

/// A path from the root on.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A file as a URI (RFC 3986) that says that nobody changes it: every byte escaped that may mean something
/// there.
fn immutable(path: &Path) -> PathBuf {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~:\\".contains(&byte);
    let escape = |byte: &u8| match plain(*byte) {
        true => char::from(*byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    let escaped: String = absolute(path).as_os_str().as_encoded_bytes().iter().map(escape).collect();
    PathBuf::from(format!("file:{escaped}?immutable=1"))
}
