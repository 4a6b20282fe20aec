//! Copying records as text: whoever is selected is read from the library in the background, as an export would be.

use super::command::Exported;
use super::notice::Notice;
use super::state::App;
use crate::export::{Contents, ExportFormat};
use crate::model::{counted, number};
use crate::work::{Asked, Export, ExportRun};

/// More than these nobody pastes anywhere.
const MOST: usize = 500;

impl App {
    /// Copies what is selected, or else what is shown.
    pub(super) fn copy_records(&mut self) {
        let what = if self.several() > 0 { Exported::Selected } else { Exported::Shown };
        let (mut ids, in_memory) = (self.exported(what), self.in_memory());
        let of = ids.len();
        ids.truncate(MOST);
        let count = ids.len();
        let export = Export { ids, in_memory, format: ExportFormat::TEXT, contents: Contents::default() };
        let task = self.open.work.survey(move |library, _| {
            let mut text = Vec::new();
            let written = export.write(library, None, &mut text, &ExportRun::of(&export));
            Ok(written.map(|()| String::from_utf8_lossy(&text).into_owned()))
        });
        self.open.exporting.copying = Some(Asked::new((count, of), task));
    }

    /// Receives what was copied.
    pub(super) fn receive_copied_records(&mut self) -> bool {
        let Some(((count, of), copied)) = Asked::answer(&mut self.open.exporting.copying) else {
            return false;
        };
        match copied {
            Some(Ok(Ok(text))) => {
                self.open.ledger.copied = Some(text);
                self.tell(match of > count {
                    false => Notice::info(format!("Copied {} as text.", counted(count, "record"))),
                    true => Notice::warning(format!(
                        "Copied the first {} of {} as text. Export them as plain text to have all in a file.",
                        number(count),
                        counted(of, "record")
                    )),
                });
            }
            Some(Ok(Err(error))) => self.tell(Notice::error(format!("Nothing was copied: {error}"))),
            Some(Err(error)) => self.tell_trouble(&error),
            None => {}
        }
        true
    }
}
