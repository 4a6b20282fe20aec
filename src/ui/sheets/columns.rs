//! Which column of a table holds what: its first rows, and above each column what it is taken for. What is guessed, or
//! was chosen before, is chosen already.

use egui::{Align, Frame, Id, Key, Label, Layout, Modifiers, ScrollArea, TextStyle, Ui, vec2};

use super::columns_form::ColumnsForm;
use crate::app::{AskedTable, ColumnRole, Command, HeadColumn, Naming};
use crate::model::counted;
use crate::ui::desk::Desk;
use crate::ui::widgets::{Told, choice_of, few_lines, leading_button, say};
use crate::ui::{sight, theme};

/// How many lines of a cell are shown.
const LINES: usize = 2;

/// The form. Says whether it is answered.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, form: &mut ColumnsForm) -> bool {
    let Some(asked) = desk.app.asked_table().filter(|asked| asked.number == form.number) else { return true };
    ui.heading("Which column holds what?");
    about(desk, ui, asked);
    ui.add_space(theme::GAP);
    columns(ui, asked, form);
    ui.add_space(theme::GAP);
    if matches!(asked.head.naming, Naming::ByFirstRow { .. }) {
        ui.checkbox(&mut form.has_names, "The first row holds the names of the columns");
    }
    ui.checkbox(&mut form.is_remembered, "Use for every table with these columns");
    // What is to be said has its room also while it is nothing: the buttons stay where they are.
    let top = ui.cursor().top();
    remarks(ui, asked, form);
    ui.add_space((top + theme::COLUMN_REMARKS - ui.cursor().top()).max(0.0));
    buttons(desk, ui, asked, form)
}

/// Which file it is, and how many there are.
fn about(desk: &Desk<'_>, ui: &mut Ui, asked: &AskedTable) {
    let name =
        |path: &std::path::PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let first = asked.files.first().map(name).unwrap_or_default();
    let more = match asked.files.len() {
        0 | 1 => String::new(),
        count => format!(" and {} with the same columns", counted(count - 1, "file")),
    };
    let of = match desk.app.tables_asked() {
        0 | 1 => String::new(),
        count => format!(" (1 of {count} tables)"),
    };
    let further = match asked.head.further {
        0 => String::new(),
        further => format!(" · {} more, which are left out", counted(further, "column")),
    };
    let line = ui.add(Label::new(format!("{first}{more}{further}{of}")).truncate());
    if let Some(path) = asked.files.first() {
        line.on_hover_text(path.display().to_string());
    }
}

/// The columns side by side.
fn columns(ui: &mut Ui, asked: &AskedTable, form: &mut ColumnsForm) {
    let head = &asked.head;
    let area = ScrollArea::horizontal().id_salt("columns of the table").auto_shrink([false, true]);
    sight::scrolled(area, ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme::SMALL;
            for (place, column) in head.columns.iter().enumerate() {
                ui.push_id(place, |ui| one(ui, (place, column), form));
            }
        });
    });
}

/// What a column holds, its name, and its first cells.
fn one(ui: &mut Ui, (place, column): (usize, &HeadColumn), form: &mut ColumnsForm) {
    let palette = theme::palette(ui);
    let chosen = form.of.get(place).copied().flatten();
    let fill = if chosen.is_some() { palette.wash } else { palette.pane };
    Frame::new().fill(fill).corner_radius(theme::CORNER).inner_margin(theme::SMALL).show(ui, |ui| {
        ui.set_width(theme::TABLE_COLUMN - 2.0 * theme::SMALL);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let called = column.called(form.has_names);
            let label = format!("What “{called}” holds");
            let words = |role: Option<ColumnRole>| role.map_or("Leave out", ColumnRole::label);
            let all = std::iter::once(None).chain(ColumnRole::ALL.iter().copied().map(Some));
            let told = |role: &Option<ColumnRole>| Told {
                words: words(*role).to_owned(),
                is_chosen: *role == chosen,
                means: None,
            };
            let id = Id::unique(("column of the table", form.number, place));
            let (_, picked) = choice_of(ui, id, (&label, words(chosen)), all, told);
            if let Some(role) = picked {
                form.choose(place, role);
            }
            let name = if form.has_names && !column.name.is_empty() { &column.name } else { &called };
            ui.add(Label::new(theme::heading(name.as_str())).truncate());
            let why = match column.guess {
                Some(guess) if Some(guess.role) == chosen && guess.by_name => "by its name",
                Some(guess) if Some(guess.role) == chosen => "by what is in it",
                _ => "",
            };
            ui.label(theme::quiet(ui, why));
            let first = (!form.has_names).then_some(&column.name);
            for cell in first.into_iter().chain(&column.cells).take(column.cells.len().max(1)) {
                self::cell(ui, cell, chosen.is_some());
            }
        });
    });
}

/// A cell, as far as two lines hold it.
fn cell(ui: &mut Ui, words: &str, is_taken: bool) {
    let palette = theme::palette(ui);
    let color = if is_taken { palette.ink } else { palette.quiet };
    let width = ui.available_width();
    let galley = few_lines(ui, words, (TextStyle::Small, color), width, LINES);
    let height = LINES as f32 * ui.text_style_height(&TextStyle::Small);
    ui.allocate_ui(vec2(width, height), |ui| {
        ui.set_min_size(vec2(width, height));
        // Where it is cut off, all of it is told when the pointer rests on it.
        ui.add(Label::new(galley));
    });
}

/// What a person should look at.
fn remarks(ui: &mut Ui, asked: &AskedTable, form: &ColumnsForm) {
    if let Err(objection) = asked.head.roles(&form.of, form.has_names) {
        let words = objection.to_string();
        let mut letters = words.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        say(ui, &format!("{first}{}.", letters.as_str()));
    }
    for remark in asked.head.remarks(&form.of, form.has_names) {
        say(ui, &remark);
    }
}

/// Says whether it is answered.
fn buttons(desk: &mut Desk<'_>, ui: &mut Ui, asked: &AskedTable, form: &ColumnsForm) -> bool {
    let roles = asked.head.roles(&form.of, form.has_names).ok();
    let articles = asked.head.articles(&form.of, form.has_names).filter(|_| asked.files.len() == 1);
    let words = articles.map_or("Import".to_owned(), |count| format!("Import {}", counted(count, "article")));
    let is_free = ui.memory(|memory| memory.focused().is_none());
    // With the keyboard in a choice, Enter opens that; together with Ctrl it imports wherever one is.
    let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Enter));
    let entered = pressed(Modifiers::COMMAND) || is_free && pressed(Modifiers::NONE);
    let others = desk.app.tables_asked().saturating_sub(1);
    ui.horizontal(|ui| {
        let is_possible = roles.is_some() && articles != Some(0);
        let goes_on = leading_button(ui, &words, is_possible).clicked() || entered && is_possible;
        if let Some(roles) = roles.filter(|_| goes_on) {
            desk.send(Command::ReadTables(form.number, roles, form.is_remembered));
            return true;
        }
        if ui.button("Cancel").clicked() {
            desk.send(Command::LeaveTables(Some(form.number)));
            return true;
        }
        let all = others > 0 && ui.button(format!("Cancel all {}", others + 1)).clicked();
        if all {
            desk.send(Command::LeaveTables(None));
        }
        all
    })
    .inner
}
