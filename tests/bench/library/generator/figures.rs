//! Numbers, amounts and days as articles print them.

use jiff::civil::Date;

use super::calendar::{self, MONTHS, Order, WEEKDAYS};
use super::dice::Dice;
use super::slots::Slot;

/// A number or a day; of the meeting and of publication where a slot asks for these.
pub fn figure(slot: Slot, dice: &mut Dice, met: Date, published: Date, order: Order) -> String {
    match slot {
        Slot::OnDay => {
            let (weekday, short) = (calendar::weekday(met), calendar::short(met, order));
            match dice.below(10) {
                0..6 => format!("on {weekday}"),
                6..8 => format!("on {}", calendar::long(met, order)),
                _ => format!("on {weekday}, {short}"),
            }
        }
        Slot::Day => calendar::long(met, order),
        Slot::Published => calendar::long(published, order),
        Slot::Year => met.year().to_string(),
        Slot::PastYear => (met.year() as usize - 1 - dice.rank(45)).to_string(),
        Slot::Month => (*dice.pick(&MONTHS)).to_owned(),
        Slot::Weekday => (*dice.pick(&WEEKDAYS[..5])).to_owned(),
        Slot::Amount => amount(dice),
        Slot::Count => count(dice),
        Slot::Few => (*dice.favor(&FEW)).to_owned(),
        _ => format!("{} percent", dice.between(2, 97)),
    }
}

/// Until when something is undertaken, with a blank before it; often nothing is said of it.
pub fn deadline(dice: &mut Dice, met: Date) -> String {
    let year = met.year();
    match dice.below(12) {
        0 => format!(" by {} {}", dice.pick(&MONTHS), year + 1),
        1 => format!(" by the end of {}", year + dice.rank(5) as i16),
        2 => " before the end of the year".to_owned(),
        3 => format!(" within {} months", dice.pick(&["three", "four", "six", "eighteen"])),
        4 => " by the end of the month".to_owned(),
        5 => format!(" by {}", year + 2 + dice.rank(6) as i16),
        6 => format!(" from {} {}", dice.pick(&MONTHS), year + 1),
        _ => String::new(),
    }
}

const FEW: [&str; 12] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a dozen", "twenty", "thirty"];

fn amount(dice: &mut Dice) -> String {
    let coin = *dice.favor(&["dollars", "euros", "Swiss francs", "pounds"]);
    let tens = dice.between(1, 99) * [1, 1, 5, 10][dice.below(4)];
    match dice.below(6) {
        0..3 => format!("{tens} million {coin}"),
        3 => format!("${tens} million"),
        4 => format!("{}.{} billion {coin}", dice.between(1, 9), dice.between(1, 9)),
        _ => format!("€{tens} million"),
    }
}

/// Round numbers are the most common.
fn count(dice: &mut Dice) -> String {
    match dice.below(10) {
        0..5 => (dice.between(2, 90) * 10).to_string(),
        5..8 => format!("{},{}00", dice.between(1, 90), dice.below(10)),
        _ => format!("{},{:03}", dice.between(1, 60), dice.below(1000)),
    }
}
