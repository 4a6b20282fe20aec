//! A change of all articles that are listed: what it is, whom it concerns, and the button that makes it.

use egui::{Id, Label, Response, Ui};

use super::bulk_form::{BulkForm, KINDS, Kind};
use super::scrolled::show_scrolled;
use crate::across::{BulkEdit, Facet, FacetOption, Narrowing, Undecided, fit};
use crate::app::{App, Command};
use crate::lexicon::Lexicon;
use crate::model::{EntryId, Line, Party, PartyCode, ReviewStatus, counted, number};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Told, choice_of, keys_of_offers, leading_button, say, show_offers, single_line};

/// How many of the articles that it concerns are named.
const NAMED: usize = 6;

/// How many parties are offered.
const OFFERED: usize = 5;

/// The form, what it would come to, and the button. Says whether the change was made.
pub(super) fn show(desk: &mut Desk<'_>, ui: &mut Ui, form: &mut BulkForm) -> bool {
    let (heading, count) = match desk.app.several() {
        0 => (
            "Change listed articles",
            format!("{} in the list.", counted(desk.app.listed().len(), "article")),
        ),
        several => ("Change selected articles", format!("{} are selected.", counted(several, "article"))),
    };
    ui.heading(heading);
    ui.label(theme::quiet(ui, format!("{count} You can undo it.")));
    ui.add_space(theme::GAP);
    for &(kind, words) in KINDS {
        if ui.radio(form.kind == kind, words).clicked() {
            form.kind = kind;
        }
    }
    ui.add_space(theme::GAP);
    match form.kind {
        Kind::Status => {
            ui.label("Status");
            let words = form.status.map_or("Choose one", ReviewStatus::label);
            let name = |status: &ReviewStatus| Told {
                words: status.label().to_owned(),
                is_chosen: form.status == Some(*status),
                means: None,
            };
            let all = ReviewStatus::ALL.iter().copied();
            let (_, picked) = choice_of(ui, Id::unique("status to set"), ("Status", words), all, name);
            form.status = picked.or(form.status);
        }
        Kind::Reviewer => take_keyboard(&line(ui, "Reviewer", &mut form.reviewer)),
        Kind::Party => parties(desk, ui, form),
        Kind::Person => {
            take_keyboard(&line(ui, "Present name", &mut form.person));
            line(ui, "New name", &mut form.new_person);
        }
        Kind::Tag | Kind::Untag => tag(desk, ui, &mut form.tag),
        Kind::Anew => {
            ui.label("Values that somebody decided or changed stay as they are.");
        }
    }
    ui.add_space(theme::GAP);
    let Some(edit) = form.edit() else { return false };
    preview(desk, ui, edit)
}

/// Whom it concerns, and the button.
fn preview(desk: &mut Desk<'_>, ui: &mut Ui, edit: BulkEdit) -> bool {
    let app = desk.app;
    let Some(ids) = app.previewed(&edit) else {
        desk.send(Command::PreviewBulk(edit));
        ui.label(theme::quiet(ui, "Looking which articles it changes…"));
        return false;
    };
    if ids.is_empty() {
        ui.label("There is nothing to change in these articles.");
        return false;
    }
    let articles = app.previewed_articles(&edit);
    let words = match counted(articles, "article") {
        // Each contact that an article reports has a record of its own.
        words if ids.len() > articles => format!("{} of {words}", counted(ids.len(), "record")),
        words => words,
    };
    ui.label(theme::quiet(ui, format!("It changes {words}:")));
    let titles = titles(app, ids);
    show_scrolled(ui, |ui| {
        for title in &titles {
            ui.add(Label::new(*title).truncate());
        }
    });
    if articles > titles.len() {
        let others = counted(articles - titles.len(), "other article");
        ui.label(theme::quiet(ui, format!("… and {others}")));
    }
    ui.add_space(theme::GAP);
    let Undecided { records, values } = app.undecided(&edit);
    let button = match values {
        0 => format!("Change {words}"),
        _ => {
            let (records, values) = (counted(records, "record"), counted(values, "value"));
            say(ui, &format!("Not decided yet: {values} in {records}. The change confirms them all."));
            format!("Confirm {values} and change {words}")
        }
    };
    let made = leading_button(ui, &button, true).clicked();
    if made {
        desk.send(Command::Bulk(edit));
    }
    made
}

/// What the first articles are called whose records these are, each once.
fn titles<'a>(app: &'a App, ids: &[EntryId]) -> Vec<&'a str> {
    let mut seen = Vec::new();
    let rows = ids.iter().filter_map(|id| app.row(*id));
    let first = rows.filter(|row| {
        let is_new = !seen.contains(&row.article);
        seen.extend(is_new.then_some(row.article));
        is_new
    });
    first.take(NAMED).map(|row| &*row.title).collect()
}

/// Which party, of those that took part in what is listed, and which it should be.
fn parties(desk: &mut Desk<'_>, ui: &mut Ui, form: &mut BulkForm) {
    ui.label("Present party");
    let catalog = desk.app.catalog();
    let name = |code: &PartyCode| Narrowing::Party(code.clone()).label(catalog);
    let words = form.party.as_ref().map_or_else(|| "Choose one".to_owned(), name);
    let choices = desk.view.filters.choices(desk.app);
    let options = choices.iter().filter(|(facet, _)| *facet == Facet::Party);
    let options = options.flat_map(|(_, options)| options).filter_map(|option| match &option.narrowing {
        Narrowing::Party(code) => Some((code, option)),
        _ => None,
    });
    let name = |(code, option): &(&PartyCode, &FacetOption)| {
        let words = format!("{} ({code}), {}", option.label, number(option.count));
        Told { words, is_chosen: form.party.as_ref() == Some(*code), means: None }
    };
    let shown = ("Present party", words.as_str());
    let (_, picked) = choice_of(ui, Id::unique("party to replace"), shown, options, name);
    if let Some(code) = picked.map(|(code, _)| code.clone()) {
        form.party = Some(code);
    }
    let lexicon = desk.app.lexicon();
    let words = |party: &Party| format!("{} ({})", party.name, party.code);
    let is_chosen = form.new_party.is_some();
    let known = |typed: &str| offered(&lexicon, typed);
    let taken = offering(ui, ("New party (name or code)", false), &mut form.party_typed, |typed| {
        if is_chosen { Vec::new() } else { known(typed).iter().map(words).collect() }
    });
    if let Some(taken) = taken {
        form.new_party = known(&form.party_typed).into_iter().find(|party| words(party) == taken);
        form.party_typed = form.new_party.as_ref().map_or(taken, |party| party.name.to_string());
    }
    // What stands in the input is what it will be, and nothing that was chosen before.
    form.new_party.take_if(|party| party.name != form.party_typed);
    if let Some(party) = &form.new_party {
        ui.label(theme::quiet(ui, format!("It will be {} ({}).", party.name, party.code)));
    }
}

/// The known parties that typed letters may mean.
fn offered(lexicon: &Lexicon, typed: &str) -> Vec<Party> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let parties = lexicon.parties().iter().map(|row| &row.party);
    let fits = |party: &&Party| {
        party.name.to_lowercase().starts_with(&typed) || party.code.as_str().to_lowercase() == typed
    };
    parties.filter(fits).take(OFFERED).cloned().collect()
}

/// Which tag: typed, or one of those that records have.
fn tag(desk: &Desk<'_>, ui: &mut Ui, typed: &mut String) {
    let known = || desk.app.catalog().tags_in_use();
    let taken = offering(ui, ("Tag", true), typed, |typed| {
        let fits = |tag: &&Line| ***tag != *typed && fit(typed, tag).is_some();
        known().filter(fits).take(OFFERED).map(ToString::to_string).collect()
    });
    if let Some(tag) = taken {
        *typed = tag;
    }
}

fn line(ui: &mut Ui, words: &str, typed: &mut String) -> Response {
    let label = ui.label(words);
    single_line(ui, typed, |edit| edit.desired_width(f32::INFINITY)).labelled_by(label.id)
}

/// Gives the keyboard to the first input of what was chosen, where nothing else has it: what is typed goes there.
fn take_keyboard(input: &Response) {
    if input.ctx.memory(|memory| memory.focused().is_none()) {
        input.request_focus();
    }
}

/// An input for which something is offered that fits what is typed. Gives what was taken of that.
fn offering(
    ui: &mut Ui,
    (words, is_first): (&str, bool),
    typed: &mut String,
    offers: impl FnOnce(&str) -> Vec<String>,
) -> Option<String> {
    let label = ui.label(words);
    let id = Id::unique(("offering", words));
    let by_key = keys_of_offers(ui, id, typed, true);
    let input = single_line(ui, typed, |edit| edit.id(id).desired_width(f32::INFINITY));
    let input = input.labelled_by(label.id);
    if is_first {
        take_keyboard(&input);
    }
    by_key.or_else(|| show_offers(ui, &input, || offers(typed.trim())).taken)
}
