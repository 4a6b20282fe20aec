//! The pictures as a person or a screen reader finds them.

use egui::{Key, Modifiers, TextStyle};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Asked, show};
use crate::charts::{CommitmentFact, Facts, Format, Gallery, MeetingFact, PartyKey, Selection, Text, Who};
use crate::model::{Day, MeetingKind, Obligation, Party};
use crate::ui::install_theme;

struct Shown {
    gallery: Gallery,
    chosen: usize,
    unreviewed: usize,
    asked: Option<Asked>,
}

fn parties() -> Vec<Party> {
    let party = |(code, name): (&str, &str)| Party { code: code.parse().unwrap(), name: name.into() };
    [("MLT", "Malta"), ("TUN", "Tunisia"), ("ITA", "Italy")].map(party).to_vec()
}

fn harness(size: egui::Vec2) -> Harness<'static, Shown> {
    let keys = [PartyKey(0), PartyKey(1), PartyKey(2)];
    let meeting = |article, month, parties| MeetingFact {
        article,
        day: Day::new(2021, month, 3),
        kind: MeetingKind::InPerson,
        parties,
    };
    let meetings = [meeting(1, 3, &keys[..2]), meeting(2, 4, &keys[..2]), meeting(3, 4, &keys[1..])];
    let commitment =
        CommitmentFact { article: 1, by: &keys[..1], toward: &keys[1..2], obligation: Obligation::Plain };
    let parties = parties();
    let facts = Facts { parties: &parties, meetings: &meetings, commitments: &[commitment] };
    let shown = Shown { gallery: Gallery::of(&facts), chosen: 0, unreviewed: 0, asked: None };
    let builder = Harness::builder().with_size(size).with_max_steps(64).with_context_setup(install_theme);
    let draw = |ui: &mut egui::Ui, shown: &mut Shown| {
        let asked = show(ui, &shown.gallery, shown.unreviewed, &mut shown.chosen);
        shown.asked = asked.or(shown.asked.take());
    };
    let mut harness = builder.build_ui_state(draw, shown);
    harness.run();
    harness
}

fn click(harness: &mut Harness<'_, Shown>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

#[test]
fn a_click_on_a_cell_asks_for_the_articles_of_that_pair() {
    let mut harness = harness(egui::vec2(1000.0, 700.0));
    click(&mut harness, "Who met whom");
    assert!(harness.query_by_label("Based on 3 articles").is_some());
    harness.state_mut().unreviewed = 2;
    harness.run();
    assert!(harness.query_by_label("Based on 3 articles; 2 in the list not reviewed yet").is_some());
    click(&mut harness, "Malta and Tunisia: 2 meetings");
    let (one, other) = (Who::Party(PartyKey(0)), Who::Party(PartyKey(1)));
    assert_eq!(
        harness.state().asked,
        Some(Asked::Narrow("Malta and Tunisia: 2 meetings".into(), Selection::Met { one, other }))
    );
}

#[test]
fn a_bar_is_reached_by_keys_and_followed_by_enter() {
    let mut harness = harness(egui::vec2(1000.0, 700.0));
    harness.get_by_label("April 2021, in person: 2 meetings").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::NONE, Key::Enter);
    harness.run();
    let Some(Asked::Narrow(_, Selection::Between { from, to, kind })) = harness.state().asked.clone() else {
        panic!("{:?}", harness.state().asked)
    };
    assert_eq!((from.to_string(), to.to_string()), ("2021-04-01".into(), "2021-04-30".into()));
    assert_eq!(kind, Some(MeetingKind::InPerson));
}

#[test]
fn every_picture_is_named_with_what_it_shows_and_can_be_saved() {
    for (label, image) in [
        ("Meetings over time", "Meetings over time. 3 meetings by month, March to April 2021"),
        ("Who met whom", "Who met whom. 3 meetings of two parties or more"),
        ("Obligation by party", "Obligation by party. 1 commitment, by the party that is bound"),
    ] {
        let mut harness = harness(egui::vec2(1000.0, 700.0));
        click(&mut harness, label);
        assert!(harness.query_by_label(image).is_some(), "{image}");
        click(&mut harness, "Save as PNG…");
        assert_eq!(harness.state().asked, Some(Asked::Save(Format::Png)));
    }
}

#[test]
fn in_a_small_window_a_picture_is_scrolled_rather_than_squeezed() {
    let harness = harness(egui::vec2(400.0, 300.0));
    let image = harness.get_by_label_contains("Meetings over time. 3 meetings");
    let bounds = image.accesskit_node().raw_bounds().unwrap();
    assert!(bounds.width() >= f64::from(crate::ui::theme::LEAST_PICTURE.x));
}

#[test]
fn words_take_no_more_room_than_pictures_reckon_with() {
    let table = include_str!("../../../assets/tables/parties.tsv");
    let names = table.lines().filter(|line| !line.starts_with('#'));
    let mut words: Vec<String> =
        names.flat_map(|row| row.split('\t').take(3).map(str::to_owned).collect::<Vec<_>>()).collect();
    words.extend(
        ["77,206 meetings by quarter, January 2010 to December 2024", "1–11", "127 or more"].map(Into::into),
    );
    let mut harness = Harness::builder().with_context_setup(install_theme).build_ui(move |ui| {
        for strong in [false, true] {
            let style = if strong { crate::ui::theme::strong() } else { TextStyle::Body };
            let font = style.resolve(ui.style());
            for words in &words {
                let reckoned =
                    Text { size: font.size, strong, ..Text::new(words.as_str(), 0.0, 0.0) }.area().width;
                let galley = ui.painter().layout_no_wrap(words.clone(), font.clone(), egui::Color32::BLACK);
                let taken = galley.size().x;
                assert!(taken <= reckoned + 0.5, "{words} takes {taken} of {reckoned}");
                assert!(
                    words.len() < 12 || reckoned <= taken * 1.35,
                    "{words} takes only {taken} of {reckoned}"
                );
            }
        }
    });
    harness.run();
}
