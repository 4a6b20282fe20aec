//! What can go wrong with files, in words that name the file and the remedy.

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file or folder.
    #[error("There is no file {}. Check the name, and whether it was moved or renamed.", .0.display())]
    Missing(PathBuf),
    /// The system does not let this user read it.
    #[error("{} may not be read by you. Change its permissions, or open a copy of it.", .0.display())]
    Forbidden(PathBuf),
    /// A folder, pipe or device where a file is needed.
    #[error("{} is not a file. Choose a file.", .0.display())]
    NotAFile(PathBuf),
    /// More than the program takes.
    #[error("{} is too large ({} MB; the limit is {} MB). Cut it into smaller files.", path.display(), megabytes(*size), megabytes(*limit))]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        size: u64,
        /// What the program takes, in bytes.
        limit: u64,
    },
    /// Reading began and failed.
    #[error("{} could not be read ({source}). Try again, or open a copy of it.", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        source: Error,
    },
    /// The folder that it should be written to is not there.
    #[error("{} was not saved: there is no folder {}. Choose another folder.", path.display(), folder_of(path).display())]
    NoFolder {
        /// The file.
        path: PathBuf,
    },
    /// The folder or the file may not be written.
    #[error("{} was not saved: the folder or the file is read-only. Choose another folder.", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// No room is left.
    #[error("{} was not saved: the disk is full. Free some space or choose another disk, then save again.", path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// A new file was asked for, and one of this name is there.
    #[error("{} was not saved: a file of this name is already there. Choose another name.", .0.display())]
    Exists(PathBuf),
    /// A folder was asked for, and one is there that holds other things.
    #[error("{} was not saved: a folder of this name holds other files too. Choose another name.", .0.display())]
    FolderTaken(PathBuf),
    /// It would have taken the place of a library, with all that is in it.
    #[error("{} was not saved: a library is there, or what belongs to one, and would be lost. Choose another name.", .0.display())]
    IsLibrary(PathBuf),
    /// What was to be written could not be had.
    #[error("{} was not saved: {what}", path.display())]
    NoContent {
        /// The file.
        path: PathBuf,
        /// What is the matter with what was to be in it, and what to do.
        what: String,
    },
    /// Writing failed in another way.
    #[error("{} was not saved ({source}). Choose another place.", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        source: Error,
    },
}

impl StoreError {
    /// The file that it is about.
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing(path)
            | Self::Forbidden(path)
            | Self::NotAFile(path)
            | Self::Exists(path)
            | Self::FolderTaken(path)
            | Self::IsLibrary(path) => path,
            Self::TooLarge { path, .. }
            | Self::Unreadable { path, .. }
            | Self::NoFolder { path }
            | Self::ReadOnly { path }
            | Self::DiskFull { path }
            | Self::NoContent { path, .. }
            | Self::Unwritable { path, .. } => path,
        }
    }

    /// The error of reading this file.
    pub(super) fn reading(path: &Path, source: Error) -> Self {
        log::warn!("{}: reading failed: {source}", path.display());
        let path = path.to_owned();
        match source.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing(path),
            ErrorKind::PermissionDenied => Self::Forbidden(path),
            ErrorKind::IsADirectory => Self::NotAFile(path),
            _ => Self::Unreadable { path, source },
        }
    }

    /// The error of writing this file.
    pub(super) fn writing(path: &Path, source: Error) -> Self {
        log::warn!("{}: writing failed: {source}", path.display());
        let path = path.to_owned();
        // The system's own errors carry no other: this one comes from whoever makes the content.
        if let Some(what) = source.get_ref().filter(|_| source.kind() == ErrorKind::Other) {
            return Self::NoContent { path, what: what.to_string() };
        }
        match source.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder { path },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull { path },
            ErrorKind::IsADirectory => Self::NotAFile(path),
            ErrorKind::AlreadyExists => Self::Exists(path),
            _ => Self::Unwritable { path, source },
        }
    }
}

/// The folder that a file stands in; the current one for a bare name.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whole megabytes, rounded up, so that a size beyond a limit never reads like the limit.
fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}
