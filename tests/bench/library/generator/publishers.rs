//! Who publishes: invented agencies and papers, and the ministries of the countries that meet.

use super::calendar::Order;
use super::dice::Dice;
use super::plan::Manner;
use super::scene::Scene;

/// Name and initials.
const AGENCIES: &[(&str, &str)] = &[
    ("Meridian Wire", "MW"),
    ("Example Wire", "EW"),
    ("Harbor News Agency", "HNA"),
    ("Continental Telegraph", "CTG"),
    ("Lantern Press Service", "LPS"),
    ("North Channel News", "NCN"),
    ("Isthmus Agency", "ISA"),
    ("Saltmarsh News Service", "SNS"),
    ("Two Rivers Wire", "TRW"),
    ("Cape Dispatch", "CDP"),
    ("Equator Report", "EQR"),
    ("Longitude News", "LGN"),
    ("Plateau Wire", "PLW"),
    ("Quayside Agency", "QSA"),
    ("Signal Hill News", "SHN"),
    ("Windward Bureau", "WWB"),
    ("Old Bridge Telegraph", "OBT"),
    ("Compass Rose Agency", "CRA"),
];
const PAPERS: &[(&str, &str)] = &[
    ("The Example Courier", "EC"),
    ("The Morning Ledger", "ML"),
    ("Evening Lighthouse", "EL"),
    ("The Border Gazette", "BG"),
    ("Business Almanac Daily", "BAD"),
    ("The Harbor Examiner", "HE"),
    ("Provincial Standard", "PS"),
    ("The Granary Post", "GP"),
    ("Market Square Journal", "MSJ"),
    ("The Foundry Times", "FT"),
    ("Delta Mercury", "DM"),
    ("The Upland Herald", "UH"),
    ("Ferry Street Chronicle", "FSC"),
    ("The Copper Review", "CR"),
    ("Northern Tribune Weekly", "NTW"),
    ("Weights and Measures", "WM"),
    ("The Archipelago Star", "AS"),
    ("Terminus Daily", "TD"),
    ("The Salt Road Observer", "SRO"),
    ("Inland Waterways Monthly", "IWM"),
    ("The Customs Bulletin", "CB"),
    ("Seven Hills Register", "SHR"),
];

/// Who publishes an article, and in what style.
pub struct Publisher {
    pub name: String,
    /// As a dateline has it: in full or by its initials.
    pub sign: String,
    pub order: Order,
}

/// The publisher of a report.
pub fn of(scene: &Scene<'_>, manner: Manner) -> Publisher {
    let mut dice = Dice::of(&[scene.report]);
    // A house has one style, whatever it reports on.
    let order = |name: &str| if name.len().is_multiple_of(2) { Order::DayMonth } else { Order::MonthDay };
    let list = match manner {
        Manner::Wire if dice.chance(75) => AGENCIES,
        Manner::Wire | Manner::Home => PAPERS,
        _ => {
            let side = &scene.sides[scene.teller];
            let name = format!("{} of {}", side.principal.office.house(), side.country.name);
            return Publisher { sign: name.clone(), order: order(&name), name };
        }
    };
    let (name, initials) = *dice.favor(list);
    let sign = if name.len().is_multiple_of(3) { initials } else { name };
    Publisher { name: name.to_owned(), sign: sign.to_owned(), order: order(name) }
}
