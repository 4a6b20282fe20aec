//! What can go wrong with a library, in words that name the file and the remedy.

use std::io::ErrorKind as IoErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why a library could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// There is no such file.
    #[error("There is no library {}. Import articles first, or check the name.", .0.display())]
    Missing(PathBuf),
    /// The file is of another kind.
    #[error("{} is not a Chancery library. Choose another file; this one stays as it is.", .0.display())]
    NotALibrary(PathBuf),
    /// The library was written by a later version of the program.
    #[error("{} was made by a newer Chancery (version {version} of the library). Open it with that one.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: i32,
    },
    /// The library was written by an earlier version of the program, and may not be changed.
    #[error("{} was made by an older Chancery and may not be changed here. Copy it to where you may write.", .0.display())]
    Older(PathBuf),
    /// The library may be read and not written.
    #[error("{} can be read but not written: the file or its disk is read-only, or full. Edits stay in the window, unsaved.", .0.display())]
    ForReading(PathBuf),
    /// The file is damaged.
    #[error("{} is damaged. What can be read of it goes on in a new library once the window opens it, or chancery recover --library is said with its name; the damaged file is kept.", .0.display())]
    Damaged(PathBuf),
    /// There is something in it that no Chancery has put there.
    #[error("{} was not opened: {what} is in it, which no Chancery makes, and which may do what you do not want. \
             If you trust whoever it comes from, say chancery recover --library with its name: its articles go \
             on in a new library, and this file is kept.", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is.
        what: String,
    },
    /// It is damaged, and making it anew would not mend that.
    #[error("{} is damaged in a way that making it anew does not mend ({what}). It goes on as it is. Please \
             report this, and keep copies of your own.", path.display())]
    NotMended {
        /// The file.
        path: PathBuf,
        /// What is the matter.
        what: String,
    },
    /// It is damaged, and there is nothing to make it anew from.
    #[error("{} is damaged so that no article can be read of it, nor of a backup. It stays as it is. Put an older copy \
             in its place, or import the articles again into a new library.", .0.display())]
    NothingToRecover(PathBuf),
    /// What stands in the place of a file that is kept beside a library is something else.
    #[error("{} is in the place of a file that Chancery keeps beside a library while it works, and is no file. Move it away, then try again.", .0.display())]
    InTheWay(PathBuf),
    /// A record in it is damaged.
    #[error("{} holds a record that is damaged: {what}", path.display())]
    BadRecord {
        /// The file.
        path: PathBuf,
        /// What is wrong with the record.
        what: String,
    },
    /// Another program writes to it.
    #[error("{} is in use by another Chancery. Close that one, or try again.", .0.display())]
    Busy(PathBuf),
    /// The file or its folder may not be written.
    #[error("{} cannot be written: the file or its folder is read-only. Choose another place.", .0.display())]
    ReadOnly(PathBuf),
    /// The system does not let it be made or opened.
    #[error("{} cannot be opened or made. Check that its folder is there and that you may write in it.", .0.display())]
    CannotOpen(PathBuf),
    /// The disk itself fails.
    #[error("{} cannot be read or written: the disk is full, or fails. Check that it has room and is connected.", .0.display())]
    DiskFails(PathBuf),
    /// No room is left.
    #[error("{} cannot be written: the disk is full. Free some space, then try again.", .0.display())]
    DiskFull(PathBuf),
    /// A file is there where a new one was asked for.
    #[error("{} is there already. Choose another name.", .0.display())]
    Exists(PathBuf),
    /// What was asked was cut off, because something else is asked now.
    #[error("{} was not searched to the end.", .0.display())]
    CutOff(PathBuf),
    /// Something else.
    #[error("{} could not be used as a library ({what}).", path.display())]
    Other {
        /// The file.
        path: PathBuf,
        /// SQLite's words.
        what: String,
    },
}

impl LibraryError {
    /// What an error of SQLite means for the file.
    pub(super) fn of(path: &Path, error: rusqlite::Error) -> Self {
        // Its words may hold what was looked for.
        log::warn!("{}: the database answers {:?}", path.display(), error.sqlite_error());
        let path = path.to_owned();
        if is_of_damage(&error) {
            return Self::Damaged(path);
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotALibrary(path),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(path),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly(path),
            Some(ErrorCode::CannotOpen) => Self::CannotOpen(path),
            Some(ErrorCode::DiskFull) => Self::DiskFull(path),
            Some(ErrorCode::OperationInterrupted) => Self::CutOff(path),
            Some(ErrorCode::SystemIoFailure) => Self::DiskFails(path),
            _ => Self::Other { path, what: error.to_string() },
        }
    }

    /// What an error of the system means for the file.
    pub(super) fn of_file(path: &Path, error: std::io::Error) -> Self {
        log::warn!("{}: the system says: {error}", path.display());
        let path = path.to_owned();
        match error.kind() {
            IoErrorKind::StorageFull | IoErrorKind::QuotaExceeded => Self::DiskFull(path),
            IoErrorKind::PermissionDenied | IoErrorKind::ReadOnlyFilesystem => Self::ReadOnly(path),
            IoErrorKind::AlreadyExists => Self::Exists(path),
            _ => Self::Other { path, what: error.to_string() },
        }
    }

    /// Whether it comes of damage to the library.
    pub fn is_of_damage(&self) -> bool {
        matches!(self, Self::Damaged(_) | Self::BadRecord { .. })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing(path)
            | Self::NotALibrary(path)
            | Self::Older(path)
            | Self::ForReading(path)
            | Self::CutOff(path)
            | Self::Damaged(path)
            | Self::Busy(path)
            | Self::ReadOnly(path)
            | Self::CannotOpen(path)
            | Self::DiskFull(path)
            | Self::DiskFails(path)
            | Self::Exists(path)
            | Self::NothingToRecover(path)
            | Self::InTheWay(path)
            | Self::Newer { path, .. }
            | Self::BadRecord { path, .. }
            | Self::Foreign { path, .. }
            | Self::NotMended { path, .. }
            | Self::Other { path, .. } => path,
        }
    }
}

/// Whether only damage explains an error: what we ask for is in every library, in the form that we read.
pub(super) fn is_of_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::Error;
    let is_strange = matches!(
        error,
        Error::InvalidColumnType(..)
            | Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::Utf8Error(..)
    );
    match error.sqlite_error_code() {
        // What we write keeps to the rules of our tables, unless they hold what we have not written. By its
        // general error SQLite tells that a statement does not fit the tables, and the full-text index that
        // its own tables are not as it left them.
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::ConstraintViolation | ErrorCode::Unknown) => true,
        _ => is_strange,
    }
}
