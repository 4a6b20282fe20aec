//! What every picture promises of any facts in any size.

use std::io::Write;

use proptest::prelude::*;
use resvg::usvg;

use super::facts::{CommitmentFact, Facts, PartyKey};
use super::invented::Invented;
use super::selection::Who;
use super::*;
use crate::model::{Day, MeetingKind, Obligation};

const SIZES: [(f32, f32); 5] =
    [(960.0, 640.0), (640.0, 400.0), (320.0, 240.0), (1600.0, 300.0), (330.0, 1200.0)];

fn lies_within(area: Area, size: Size) -> bool {
    let slack = 0.05;
    area.left >= -slack
        && area.top >= -slack
        && area.right() <= size.width + slack
        && area.bottom() <= size.height + slack
}

fn overlap(one: Area, other: Area) -> bool {
    let slack = 0.05;
    one.left + slack < other.right()
        && other.left + slack < one.right()
        && one.top + slack < other.bottom()
        && other.top + slack < one.bottom()
}

fn area_of(shape: &Shape) -> Area {
    match shape {
        Shape::Rect { area, .. } => *area,
        Shape::Line { from, to, .. } => {
            Area { left: from.0, top: from.1, width: to.0 - from.0, height: to.1 - from.1 }
        }
        Shape::Text(text) => text.area(),
    }
}

fn check(picture: Hung<'_>, invented: &Invented, size: Size) {
    let name = picture.picture.name;
    let scene = picture.scene(size);
    for shape in &scene.shapes {
        assert!(lies_within(area_of(shape), size), "{name} {size:?} {shape:?}");
    }
    let texts: Vec<&Text> = scene
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text(text) => Some(text),
            _ => None,
        })
        .collect();
    for (place, text) in texts.iter().enumerate() {
        for other in texts.iter().skip(place + 1) {
            assert!(!overlap(text.area(), other.area()), "{name} {size:?} {text:?} {other:?}");
        }
    }
    assert!(scene.regions.len() <= 500, "{name}: {} regions", scene.regions.len());
    let facts = invented.lists();
    for region in &scene.regions {
        assert!(lies_within(region.area, size), "{name} {size:?} {region:?}");
        let meetings = facts.0.iter().filter(|meeting| region.articles.holds_meeting(meeting)).count();
        let commitments =
            facts.1.iter().filter(|commitment| region.articles.holds_commitment(commitment)).count();
        assert_eq!(region.count as usize, meetings + commitments, "{name} {region:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_the_facts_all_is_within_no_words_overlap_and_counts_are_those_of_the_facts(
        invented in Invented::any(),
        width in 320.0_f32..1800.0,
        height in 240.0_f32..1200.0,
    ) {
        let lists = invented.lists();
        let gallery = Gallery::of(&invented.facts(&lists));
        for picture in gallery.pictures() {
            for (width, height) in SIZES.into_iter().chain([(width, height)]) {
                check(picture, &invented, Size { width, height });
            }
        }
    }

    #[test]
    fn below_any_legible_size_nothing_is_drawn_outside(width in -1.0_f32..400.0, height in -1.0_f32..300.0) {
        let invented = Invented::library(200, 30, 2010..2020);
        let lists = invented.lists();
        for picture in Gallery::of(&invented.facts(&lists)).pictures() {
            let size = Size { width, height };
            let inner = Size { width: width.max(0.0), height: height.max(0.0) };
            assert!(picture.scene(size).shapes.iter().all(|shape| lies_within(area_of(shape), inner)));
        }
    }
}

fn gallery(articles: usize, parties: usize, years: std::ops::Range<i16>) -> (Gallery, Invented) {
    let invented = Invented::library(articles, parties, years);
    let lists = invented.lists();
    (Gallery::of(&invented.facts(&lists)), invented)
}

#[test]
fn three_hundred_parties_and_fifteen_years_are_drawn_as_well_as_one_party_and_one_day() {
    for (articles, parties, years) in [
        (5000, 300, 2010..2025),
        (40, 1, 2020..2021),
        (1, 2, 2020..2021),
        (300, 20, 2019..2021),
        (300, 21, 1700..2021),
    ] {
        let (gallery, invented) = gallery(articles, parties, years);
        for picture in gallery.pictures() {
            for (width, height) in SIZES {
                check(picture, &invented, Size { width, height });
            }
        }
    }
}

#[test]
fn those_who_undertake_something_together_are_bound_toward_each_other() {
    let (parties, [one, other, third]) = (Invented::parties(3), [PartyKey(0), PartyKey(1), PartyKey(2)]);
    let said = |by, toward| CommitmentFact { article: 1, by, toward, obligation: Obligation::Plain };
    let (together, alone) = ([one, other], [third]);
    let commitments = [said(&together, &[]), said(&together, &together), said(&alone, &[])];
    let facts = Facts { parties: &parties, meetings: &[], commitments: &commitments };
    let gallery = Gallery::of(&facts);
    let picture = gallery.pictures().find(|hung| hung.picture.name == "who-promised-whom").unwrap();
    let scene = picture.scene(IN_FILES);
    let count = |by: PartyKey, toward: Who| {
        let articles = Selection::Promised { by: Who::Party(by), toward };
        let held = commitments.iter().filter(|commitment| articles.holds_commitment(commitment)).count();
        let shown = scene.regions.iter().find(|region| region.articles == articles);
        assert_eq!(shown.map_or(0, |region| region.count) as usize, held, "{articles:?}");
        held
    };
    assert_eq!((count(one, Who::Party(other)), count(other, Who::Party(one))), (2, 2));
    assert_eq!(
        (count(one, Who::Party(one)), count(one, Who::Nobody)),
        (0, 0),
        "not toward itself, nor no one"
    );
    assert_eq!(count(third, Who::Nobody), 1);
}

#[test]
fn the_bars_of_time_and_what_is_left_out_are_all_the_meetings() {
    let (gallery, invented) = gallery(3000, 40, 2010..2025);
    let scene = gallery.pictures().next().unwrap().scene(IN_FILES);
    let of_a_bar_and_kind = |region: &&Region| {
        matches!(&region.articles, Selection::Between { kind: Some(_), .. }) && region.label.contains("20")
    };
    let shown: u32 = scene.regions.iter().filter(of_a_bar_and_kind).map(|region| region.count).sum();
    let lists = invented.lists();
    let undated = lists.0.iter().filter(|m| m.kind.is_contact() && m.day.is_none()).count();
    assert_eq!(shown as usize + undated, lists.0.iter().filter(|m| m.kind.is_contact()).count());
    assert!(scene.shapes.iter().any(|shape| {
        matches!(shape, Shape::Text(text) if text.words == format!("{undated} meetings without a date not shown."))
    }));
}

#[test]
fn who_met_whom_reads_the_same_by_rows_and_by_columns() {
    let (gallery, _) = gallery(3000, 40, 2010..2025);
    let scene = gallery.pictures().nth(1).unwrap().scene(IN_FILES);
    let count = |first: &Who, second: &Who| {
        let articles = Selection::Met { one: first.clone(), other: second.clone() };
        scene.regions.iter().find(|region| region.articles == articles).map(|region| region.count)
    };
    let mut pairs = 0;
    for region in &scene.regions {
        if let Selection::Met { one, other } = &region.articles
            && *other != Who::Anyone
        {
            assert_eq!(count(one, other), count(other, one));
            pairs += 1;
        }
    }
    assert!(pairs > 100);
}

#[test]
fn without_facts_a_sentence_stands_in_place_of_each_picture() {
    for picture in Gallery::of(&Facts::default()).pictures() {
        let scene = picture.scene(IN_FILES);
        assert!(scene.regions.is_empty());
        assert!(scene.summary.starts_with("No ") && scene.summary.ends_with('.'), "{}", scene.summary);
        assert_eq!(picture.articles(), 0);
    }
}

#[test]
fn an_article_is_counted_once_however_many_commitments_it_has() {
    let parties = [PartyKey(0), PartyKey(1)];
    let commitment = |article, obligation| CommitmentFact {
        article,
        by: &parties[..1],
        toward: &parties[1..],
        obligation,
    };
    let commitments = [
        commitment(1, Obligation::Legal),
        commitment(1, Obligation::Plain),
        commitment(2, Obligation::Plain),
    ];
    let meeting =
        MeetingFact { article: 1, day: Day::new(2021, 3, 1), kind: MeetingKind::InPerson, parties: &parties };
    let names = Invented::parties(2);
    let facts = Facts { parties: &names, meetings: &[meeting], commitments: &commitments };
    let gallery = Gallery::of(&facts);
    assert_eq!(gallery.pictures().map(|picture| picture.articles()).collect::<Vec<_>>(), [1, 1, 2, 2]);
    let scene = gallery.pictures().nth(2).unwrap().scene(IN_FILES);
    let labels: Vec<&str> = scene.regions.iter().map(|region| region.label.as_str()).collect();
    assert!(labels.contains(&"Aruba toward Afghanistan: 3 commitments"), "{labels:?}");
}

#[test]
fn an_svg_is_well_formed_and_the_same_each_time_whatever_parties_are_called() {
    let mut names = Invented::parties(3);
    names[0].name = "<&\"'> \u{FFFE}\u{FFFF} Ω 東".into();
    let parties = [PartyKey(0), PartyKey(1), PartyKey(2)];
    let meeting =
        MeetingFact { article: 1, day: Day::new(2021, 3, 1), kind: MeetingKind::InPerson, parties: &parties };
    let facts = Facts { parties: &names, meetings: &[meeting], commitments: &[] };
    for picture in Gallery::of(&facts).pictures() {
        let svg = String::from_utf8(picture.file(Format::Svg).unwrap()).unwrap();
        usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
        assert_eq!(svg.as_bytes(), picture.file(Format::Svg).unwrap());
    }
    let svg =
        String::from_utf8(Gallery::of(&facts).pictures().nth(1).unwrap().file(Format::Svg).unwrap()).unwrap();
    assert!(svg.contains("&lt;&amp;\"'&gt;  Ω 東"), "{svg}");
}

#[test]
fn a_png_has_two_pixels_to_a_point_is_no_higher_than_need_be_and_the_same_each_time() {
    let ((many, _), (few, _)) = (gallery(500, 30, 2018..2022), gallery(50, 4, 2018..2022));
    for picture in many.pictures() {
        let png = picture.file(Format::Png).unwrap();
        let pixmap = resvg::tiny_skia::Pixmap::decode_png(&png).unwrap();
        assert_eq!((pixmap.width(), pixmap.height()), (1920, 1280));
        let few = few.pictures().find(|few| few.picture.name == picture.picture.name).unwrap();
        let low = resvg::tiny_skia::Pixmap::decode_png(&few.file(Format::Png).unwrap()).unwrap();
        let fills_its_height = picture.picture.name == "meetings-over-time";
        assert_eq!((low.width(), low.height() == 1280), (1920, fills_its_height));
        assert_eq!(png, picture.file(Format::Png).unwrap());
        // Letters were found: there is ink that no shape has.
        let ink = |pixel: &resvg::tiny_skia::PremultipliedColorU8| pixel.red() < 0x30 && pixel.blue() < 0x30;
        assert!(pixmap.pixels().iter().filter(|pixel| ink(pixel)).count() > 500);
    }
}

/// Prints how long it takes; the pictures lie in the folder for temporary files afterwards.
#[test]
#[ignore = "to be looked at"]
fn pictures_of_many_articles_and_of_few_can_be_looked_at() {
    let mut out = std::io::stdout();
    for (of, invented) in [
        ("pictures", Invented::library(100_000, 190, 2010..2025)),
        ("pictures-of-few", Invented::library(60, 7, 2020..2022)),
    ] {
        let lists = invented.lists();
        let facts = invented.facts(&lists);
        for picture in PICTURES {
            let begun = std::time::Instant::now();
            let summed = (picture.sum)(&facts);
            let sums = begun.elapsed();
            let scene = summed.scene(IN_FILES);
            let (laid_out, regions) = (begun.elapsed() - sums, scene.regions.len());
            writeln!(
                out,
                "{of}: {}: summed in {sums:?}, laid out in {laid_out:?}, {regions} regions",
                picture.name
            )
            .unwrap();
            let hung = Hung { picture, summed: &*summed };
            for format in Format::ALL {
                let begun = std::time::Instant::now();
                let file = hung.file(*format).unwrap();
                writeln!(out, "  {} in {:?}, {} bytes", format.label(), begun.elapsed(), file.len()).unwrap();
                let name = format!("{of}-{}", hung.file_name(*format));
                std::fs::write(std::env::temp_dir().join(name), file).unwrap();
            }
        }
    }
}
