//! Tables of articles: of those with columns that nobody has seen yet it is asked which holds what. They wait for it,
//! nothing else does. What was answered is remembered for the next such table, unless the person wants to be asked
//! again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::notice::{Notice, Offer};
use super::open::tables::{AskedTable, TableNumber};
use super::settings::{RememberedColumns, Settings};
use super::state::App;
use crate::across::Step;
use crate::import::{ColumnRoles, KnownColumns, TableKey};
use crate::model::{EntryId, ReviewStatus};
use crate::work::{OpeningId, TableFile, What};

/// So many tables that were read as before can be read in another way.
const MOST_AS_BEFORE: usize = 20;

impl App {
    /// The tables of which it is to be said first which column holds what.
    pub fn asked_table(&self) -> Option<&AskedTable> {
        self.open.tables.asked.front()
    }

    /// How many such questions wait.
    pub fn tables_asked(&self) -> usize {
        self.open.tables.asked.len()
    }

    /// What is remembered of the columns of tables.
    pub(super) fn known_columns(&self) -> Arc<KnownColumns> {
        Arc::new(self.settings.known_columns())
    }

    /// What holds of a table that is read again: as it was read, as far as that is known.
    pub(super) fn columns_to_read_again(&self) -> Arc<KnownColumns> {
        let once = self.open.tables.said_once.iter().cloned();
        Arc::new(KnownColumns::of_some(once.chain(self.settings.remembered_columns())))
    }

    /// A table waits until it is said which column holds what.
    pub(super) fn ask_columns(&mut self, opening: OpeningId, table: TableFile) {
        let TableFile { path, head } = table;
        let tables = &mut self.open.tables;
        let answered = tables.answered.iter().find(|(of, key, _)| *of == opening && *key == head.key);
        if let Some((_, key, roles)) = answered {
            let known = roles.clone().map(|roles| KnownColumns::of_some([(key.clone(), roles)]));
            return known.into_iter().for_each(|known| self.open_tables(vec![path.clone()], known));
        }
        match tables.asked.iter_mut().find(|asked| asked.head.key == head.key && asked.before.is_none()) {
            Some(asked) => asked.files.push(path),
            None => {
                let number = TableNumber(self.number());
                let asked = AskedTable { number, files: vec![path], head, before: None, read: Vec::new() };
                self.open.tables.asked.push_back(asked);
            }
        }
    }

    /// A table is read with its columns as they were chosen before.
    pub(super) fn reads_as_before(&mut self, opening: OpeningId, table: TableFile) {
        let TableFile { path, head } = table;
        let Some(roles) = self.settings.known_columns().of(&head.key).cloned() else { return };
        self.settings.used_columns(&head.key);
        let known = self.open.tables.as_before.iter_mut();
        let mut same = known.filter(|(of, table)| *of == opening && table.head.key == head.key);
        if let Some((_, table)) = same.next() {
            return table.files.push(path);
        }
        let number = TableNumber(self.number());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let files = vec![path];
        let asked = AskedTable { number, files, head, before: Some(roles), read: Vec::new() };
        self.open.tables.as_before.push((opening, asked));
        let most = self.open.tables.as_before.len().saturating_sub(MOST_AS_BEFORE);
        self.open.tables.as_before.drain(..most);
        let text = format!("{name} is read with its columns as last time.");
        self.tell(Notice { offer: Some(Offer::ChangeColumns(number)), ..Notice::info(text) });
    }

    /// A record was made of an article in a file.
    pub(super) fn note_of_table(&mut self, opening: OpeningId, file: &Path, id: EntryId) {
        let mut tables = self.open.tables.as_before.iter_mut();
        let of = tables.find(|(of, table)| *of == opening && table.files.iter().any(|known| known == file));
        if let Some((_, table)) = of {
            table.read.push(id);
        }
    }

    /// Asks again which column of tables holds what that were read as before.
    pub(super) fn change_columns(&mut self, number: TableNumber) {
        let as_before = &mut self.open.tables.as_before;
        let Some(at) = as_before.iter().position(|(_, table)| table.number == number) else { return };
        let (_, asked) = as_before.remove(at);
        self.open.tables.asked.push_front(asked);
        self.notices.retain(|notice| notice.offer != Some(Offer::ChangeColumns(number)));
    }

    /// Reads tables with these columns, which may be remembered for the next such tables.
    pub(super) fn read_tables(&mut self, number: TableNumber, roles: ColumnRoles, is_remembered: bool) {
        let Some(asked) = self.take_asked(number) else { return };
        let key = asked.head.key.clone();
        if is_remembered {
            let file = asked.files.first().and_then(|file| file.file_name()).unwrap_or_default();
            let file = file.to_string_lossy().into_owned();
            self.settings.remember_columns(RememberedColumns {
                key: key.clone(),
                roles: roles.clone(),
                file,
            });
            self.keep_settings();
        } else if asked.before.is_some() {
            self.settings.forget_columns(&key);
            self.keep_settings();
        }
        let once = &mut self.open.tables.said_once;
        once.retain(|(known, _)| *known != key);
        if !is_remembered {
            once.insert(0, (key.clone(), roles.clone()));
            once.truncate(MOST_REMEMBERED);
        }
        self.answer_for_others(&key, Some(&roles));
        self.put_readings_away(&asked.read);
        self.open_tables(asked.files, KnownColumns::of_some([(key, roles)]));
    }

    /// Leaves tables unread. Those that were read before stay as they were read.
    pub(super) fn leave_tables(&mut self, number: Option<TableNumber>) {
        let numbers: Vec<TableNumber> = match number {
            Some(number) => vec![number],
            None => self.open.tables.asked.iter().map(|asked| asked.number).collect(),
        };
        for number in numbers {
            if let Some(asked) = self.take_asked(number) {
                self.answer_for_others(&asked.head.key, None);
            }
        }
    }

    fn take_asked(&mut self, number: TableNumber) -> Option<AskedTable> {
        let asked = &mut self.open.tables.asked;
        let at = asked.iter().position(|asked| asked.number == number)?;
        asked.remove(at)
    }

    /// What holds of further tables with these columns that openings under way may still find.
    fn answer_for_others(&mut self, key: &TableKey, roles: Option<&ColumnRoles>) {
        let under_way: Vec<OpeningId> = self.open.work.openings.iter().map(|opening| opening.id()).collect();
        let answered = &mut self.open.tables.answered;
        answered.retain(|(of, known, _)| under_way.contains(of) && known != key);
        answered.extend(under_way.into_iter().map(|of| (of, key.clone(), roles.cloned())));
    }

    /// The articles that were read with other columns are put away, where nobody has worked on them yet.
    fn put_readings_away(&mut self, read: &[EntryId]) {
        let is_untouched = |id: &EntryId| {
            self.row(*id).is_some_and(|row| row.status == ReviewStatus::Unreviewed && !row.is_put_away)
        };
        let ids: Vec<EntryId> = read.iter().copied().filter(is_untouched).collect();
        if !ids.is_empty() {
            self.leave_and_put_away(&ids);
            self.open.undo_line.push(Step::PutAway(ids, true));
        }
    }

    fn open_tables(&mut self, files: Vec<PathBuf>, known: KnownColumns) {
        let what = What::Tables(files, Arc::new(known));
        self.open.work.open(what, self.open.showing.id(), self.tables);
    }
}

/// So many kinds of tables are remembered.
const MOST_REMEMBERED: usize = 40;

impl Settings {
    /// What is remembered of the columns of tables.
    fn known_columns(&self) -> KnownColumns {
        KnownColumns::of_some(self.remembered_columns())
    }

    fn remembered_columns(&self) -> impl Iterator<Item = (TableKey, ColumnRoles)> + '_ {
        self.columns.iter().map(|known| (known.key.clone(), known.roles.clone()))
    }

    /// Remembers columns, before the others.
    fn remember_columns(&mut self, columns: RememberedColumns) {
        self.forget_columns(&columns.key);
        self.columns.insert(0, columns);
        self.columns.truncate(MOST_REMEMBERED);
    }

    /// Such a table was read again: what is used longest ago is forgotten first.
    fn used_columns(&mut self, key: &TableKey) {
        if let Some(at) = self.columns.iter().position(|known| known.key == *key) {
            let used = self.columns.remove(at);
            self.columns.insert(0, used);
        }
    }

    /// Such tables are asked about again.
    pub(super) fn forget_columns(&mut self, key: &TableKey) {
        self.columns.retain(|known| known.key != *key);
    }
}
