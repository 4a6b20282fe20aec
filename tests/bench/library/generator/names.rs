//! Names of people and villages, made of syllables as languages make them.

use super::dice::Dice;

const TABLE: &str = include_str!("names.txt");

/// How names are made in the languages of some countries.
#[derive(Default)]
struct Language {
    countries: Vec<&'static str>,
    women: Vec<&'static str>,
    men: Vec<&'static str>,
    /// Beginnings, middles and ends of family names.
    family: [Vec<&'static str>; 3],
    /// Beginnings and ends of villages.
    village: [Vec<&'static str>; 2],
}

/// Names of every language.
pub struct Names(Vec<Language>);

impl Names {
    /// Reads the table of names.
    pub fn read() -> Self {
        let languages = TABLE.split("\n\n").filter(|part| !part.starts_with('#')).map(|part| {
            let mut language = Language::default();
            for line in part.lines() {
                let (what, words) = line.split_once(": ").unwrap();
                let words: Vec<&str> = words.split(' ').collect();
                match what {
                    "countries" => language.countries = words,
                    "women" => language.women = words,
                    "men" => language.men = words,
                    "begins" => language.family[0] = words,
                    "middle" => language.family[1] = words,
                    "ends" => language.family[2] = words,
                    "village" => language.village[0] = words,
                    _ => language.village[1] = words,
                }
            }
            language
        });
        Self(languages.collect())
    }

    /// The language of a country by its number: of one that is in no list, any, but always the same.
    pub fn language(&self, country: &str) -> usize {
        let listed = self.0.iter().position(|language| language.countries.contains(&country));
        listed.unwrap_or_else(|| country.bytes().map(usize::from).sum::<usize>() % self.0.len())
    }

    /// A given name and a family name.
    pub fn person(&self, language: usize, woman: bool, dice: &mut Dice) -> (&'static str, String) {
        let Language { women, men, .. } = &self.0[language];
        let given = dice.pick(if woman { women } else { men });
        (given, self.family(language, dice))
    }

    /// A family name.
    pub fn family(&self, language: usize, dice: &mut Dice) -> String {
        let [begins, middle, ends] = &self.0[language].family;
        let middle = if dice.chance(55) { dice.pick(middle) } else { "" };
        capital(&format!("{}{middle}{}", dice.pick(begins), dice.pick(ends)))
    }

    /// A village that is on no map.
    pub fn village(&self, language: usize, dice: &mut Dice) -> String {
        let language = &self.0[language];
        let [begins, ends] = &language.village;
        let middle = if dice.chance(40) { dice.pick(&language.family[1]) } else { "" };
        capital(&format!("{}{middle}{}", dice.pick(begins), dice.pick(ends)))
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
