//! Writes an article in its manner: headline and opening, undertakings and what stands between them
//! up to the length that is wanted, and the lines around them.

use super::calendar::{long, short, weekday};
use super::dice::Dice;
use super::page::Page;
use super::plan::{Contact, Manner};
use super::publishers::Publisher;
use super::shapes::Shape;
use super::telling::Teller;

/// The lengths of articles in bytes: of a hundred, so many are shorter.
const LENGTHS: &[(usize, usize)] =
    &[(0, 600), (10, 1150), (25, 1540), (50, 2170), (75, 3400), (90, 4850), (97, 7500), (100, 15000)];
/// What a headline, the lines around the text and half a paragraph too much come to.
const AROUND: usize = 380;
/// The shortest text in between.
const SHORTEST: usize = 350;
/// An undertaking a paragraph, and the paragraphs around it, take no less.
const PLEDGE_TAKES: usize = 330;

/// The rule for a headline.
pub fn headline(manner: Manner, contact: Contact) -> &'static str {
    match (manner, contact) {
        (Manner::Home, _) => "headline home",
        (Manner::JointStatement, _) => "headline joint",
        (Manner::Briefing, _) => "headline briefing",
        (Manner::Speech, _) => "headline speech",
        (_, Contact::Letter) => "headline letter",
        (_, Contact::Call | Contact::Video) => "headline call",
        (Manner::Wire, _) => "headline wire",
        _ => "headline release",
    }
}

/// The article of a scene in this manner.
pub fn tell(teller: &mut Teller<'_>, manner: Manner, publisher: &Publisher) -> Page {
    teller.order = publisher.order;
    // Where people meet, the host receives; who speaks or writes has the first word.
    let host = teller.scene.contact == Contact::InPerson && manner != Manner::Speech;
    teller.turn(if host { 0 } else { teller.scene.teller });
    let headline = teller.sentence(headline(manner, teller.scene.contact));
    teller.begin();
    let wanted = (length(&mut teller.dice) - AROUND).max(SHORTEST);
    let mut paragraphs = opening(teller, manner);
    go_on(teller, manner, &mut paragraphs, wanted);
    if manner == Manner::Wire || manner == Manner::Home && teller.dice.chance(40) {
        paragraphs[0].insert_str(0, &dateline(teller, publisher));
    }
    let (head, foot) = around(teller, manner, publisher);
    let (form, published) = (teller.scene.form, teller.scene.published);
    Page { form, headline, head, paragraphs, foot, publisher: publisher.name.clone(), published }
}

/// A length as real articles have it: most are short, some are long.
fn length(dice: &mut Dice) -> usize {
    let drawn = dice.below(10_000);
    let steps = LENGTHS.windows(2).find(|steps| drawn < steps[1].0 * 100).unwrap();
    let ((from, least), (to, most)) = (steps[0], steps[1]);
    least + (most - least) * (drawn - from * 100) / ((to - from) * 100)
}

fn opening(teller: &mut Teller<'_>, manner: Manner) -> Vec<String> {
    let lead = match (manner, teller.scene.contact) {
        (Manner::Home, _) => "home lead",
        (Manner::JointStatement, _) => "joint lead",
        (Manner::Speech, _) => "speech lead",
        (Manner::Briefing, _) => "briefing lead",
        (_, Contact::Call) => "call lead",
        (_, Contact::Video) => "video lead",
        (_, Contact::Letter) => "letter lead",
        (Manner::Release, _) => "release lead",
        _ => "lead",
    };
    let mut first = teller.sentence(lead);
    let two_sided = matches!(manner, Manner::Wire | Manner::Release | Manner::Readout);
    if two_sided && teller.scene.sides.len() > 2 {
        teller.turn(2);
        first = format!("{first} {}", teller.sentence("third"));
    }
    if two_sided && teller.dice.chance(60) {
        first = format!("{first} {}", teller.sentence("agenda"));
    }
    let mut paragraphs = vec![first];
    match manner {
        Manner::Letter => paragraphs.push("“Excellency,".into()),
        Manner::Speech => paragraphs.push(teller.sentence("greeting")),
        _ => {}
    }
    paragraphs
}

/// Undertakings and what stands between them, up to a length.
fn go_on(teller: &mut Teller<'_>, manner: Manner, paragraphs: &mut Vec<String>, wanted: usize) {
    let shape = Shape::of(manner);
    let first = paragraphs.len();
    let mut bytes: usize = paragraphs.iter().map(String::len).sum();
    let most = if manner == Manner::Home { 0 } else { 1 + wanted / PLEDGE_TAKES };
    let (pledged, mut told) = (teller.scene.pledged.min(most), 0);
    let present =
        teller.scene.contact == Contact::InPerson && matches!(manner, Manner::Wire | Manner::Release);
    let mut present = present && teller.dice.chance(55);
    while bytes < wanted || told < pledged.min(2) {
        let due = told < pledged && told * wanted <= bytes * (pledged + 1);
        let paragraph = if due {
            told += 1;
            pledge(teller, shape, told - 1)
        } else if present && bytes * 2 > wanted {
            present = false;
            teller.any_turn();
            teller.sentence("present")
        } else {
            one_voice(teller, manner);
            let between = teller.dice.pick(shape.between);
            teller.paragraph(between)
        };
        bytes += paragraph.len() + 2;
        let voiced = if shape.voices { voice(teller, &paragraph) } else { paragraph };
        paragraphs.push(voiced);
    }
    if manner != Manner::Home && teller.dice.chance(55) || manner == Manner::Letter {
        one_voice(teller, manner);
        paragraphs.push(teller.paragraph(shape.closing));
    }
    if shape.numbers && teller.dice.chance(60) {
        for (number, paragraph) in paragraphs.iter_mut().skip(first).enumerate() {
            paragraph.insert_str(0, &format!("{}. ", number + 1));
        }
    }
}

/// A paragraph with something that is undertaken.
fn pledge(teller: &mut Teller<'_>, shape: &Shape, number: usize) -> String {
    let alone = (teller.scene.pledges >> number) % 10 < 7;
    // Whose undertaking it is, is the same in every report.
    let side = ((teller.scene.pledges >> (number + 8)) % teller.scene.sides.len() as u64) as usize;
    let theirs = shape.one_sided && side != teller.scene.teller;
    teller.turn(if theirs && !alone { teller.scene.teller } else { side });
    let rule = match alone {
        true if theirs => "their pledge",
        true => shape.alone,
        false => shape.together,
    };
    let mut paragraph = teller.pledge(rule, number);
    for chance in [60, 25] {
        if teller.dice.chance(chance) {
            let rule = teller.dice.pick(shape.after);
            paragraph = format!("{paragraph} {}", teller.sentence(rule));
        }
    }
    paragraph
}

/// A speech, a letter and the news at home are of one side; elsewhere anybody may speak next.
fn one_voice(teller: &mut Teller<'_>, manner: Manner) {
    match manner {
        Manner::Speech | Manner::Letter => teller.turn(teller.scene.teller),
        Manner::Home => teller.turn(0),
        _ => teller.any_turn(),
    }
}

/// A paragraph of a transcript, after a question now and then.
fn voice(teller: &mut Teller<'_>, paragraph: &str) -> String {
    let speaker = teller.sentence("headline voice").to_uppercase();
    let question = if teller.dice.chance(40) {
        format!("QUESTION: {}\n\n", teller.sentence("question"))
    } else {
        String::new()
    };
    format!("{question}{speaker}: {paragraph}")
}

fn dateline(teller: &Teller<'_>, publisher: &Publisher) -> String {
    let (scene, sign) = (teller.scene, &publisher.sign);
    let (town, day) = (scene.town.to_uppercase(), short(scene.published, publisher.order));
    match publisher.name.len() % 4 {
        0 => format!("{town}, {day} ({sign}) — "),
        1 => format!("{town}, {day} ({sign}) -- "),
        2 => format!("{town} ({sign}) – "),
        _ => format!("{town}, {day}. /{sign}/. "),
    }
}

/// The lines above and below the text.
fn around(teller: &mut Teller<'_>, manner: Manner, publisher: &Publisher) -> (Vec<String>, Vec<String>) {
    let scene = teller.scene;
    let (name, day) = (publisher.name.clone(), long(scene.published, publisher.order));
    let place = scene.sides[scene.teller].country.capital;
    let style = teller.dice.below(4);
    match (manner, style) {
        (Manner::Wire | Manner::Home, 0) => (vec![day], vec![format!("Source: {name}")]),
        (Manner::Wire | Manner::Home, 1) => {
            (vec![name, format!("{}, {day}", weekday(scene.published))], vec![])
        }
        (Manner::Wire | Manner::Home, 2) => {
            (vec![format!("By {}", teller.sentence("headline byline")), name, day], vec![])
        }
        (Manner::Wire | Manner::Home, _) => (vec![name, scene.published.to_string()], vec![]),
        (Manner::Release, 0) => (vec!["For immediate release".into(), day], vec![name]),
        (Manner::Release, 1) => (vec![], vec![name, place.to_owned(), day]),
        (Manner::Release | Manner::Readout, _) => (vec![name, day], vec![]),
        (Manner::Speech, 0 | 1) => {
            (vec![format!("{}, {day}", scene.town), "Check against delivery".into()], vec![])
        }
        (Manner::Letter, _) => (vec![format!("{place}, {day}")], vec![name]),
        (Manner::JointStatement, 0) => (vec![day], vec![]),
        _ => (vec![format!("{}, {day}", scene.town)], vec![]),
    }
}
