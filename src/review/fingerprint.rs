//! Fingerprints: is this the same text again, with a new headline or a paragraph more?
//!
//! A fingerprint is a simhash (Charikar 2002). Every three words in a row are hashed to 64 bits, and
//! each bit of the fingerprint is the one that most of the hashes have. A few other words change a few
//! bits; another text has about half of them otherwise, even one about the same people.
//!
//! Fingerprints are kept in the library, so the same text must give the same bits in every version of
//! the program and on every machine: a change here means that kept ones have to be made again.

use crate::lexicon::fold;

/// What a text is recognized by, if it is long enough to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(u64);

/// How many words in a row are hashed together. Single words would not do: all reports of talks share
/// most of theirs.
const SHINGLE: usize = 3;

/// Shorter texts are never near others: "Photo of the day" is not one article.
const FEWEST_WORDS: usize = 25;

impl Fingerprint {
    /// The most bits that near texts may differ in. A headline of its own or a tenth more text changes
    /// nine bits or fewer in nine of ten articles. Two unrelated texts differ in 32, give or take four,
    /// so that in a library of 100,000 some three in a hundred will have an unrelated one this near.
    pub const NEAR: u32 = 10;

    /// Of a text too short to be recognized.
    const TOO_SHORT: Self = Self(0);

    /// The fingerprint of a text, whatever its capitals, accents, punctuation and line breaks.
    pub fn of(text: &str) -> Self {
        let words: Vec<u64> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(hash_of_word)
            .collect();
        if words.len() < FEWEST_WORDS {
            return Self::TOO_SHORT;
        }
        let mut votes = Votes::default();
        for shingle in words.windows(SHINGLE) {
            // Turned, so that the same words in another order give another hash.
            votes.add(mixed(shingle.iter().fold(0, |hash: u64, word| hash.rotate_left(21) ^ word)));
        }
        Self(votes.majority())
    }

    /// The fingerprint with these bits, as they were kept.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The bits, to be kept.
    pub fn to_bits(self) -> u64 {
        self.0
    }

    /// In how many of the 64 bits the two differ.
    pub fn distance(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones()
    }

    /// Whether the two texts are probably one, edited.
    pub fn is_near(self, other: Self) -> bool {
        !self.is_too_short() && !other.is_too_short() && self.distance(other) <= Self::NEAR
    }

    /// Whether the text was too short to be recognized by.
    pub fn is_too_short(self) -> bool {
        self == Self::TOO_SHORT
    }
}

/// FNV-1a of the word's folded form.
fn hash_of_word(word: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let start = 0xcbf2_9ce4_8422_2325;
    if word.is_ascii() {
        word.bytes().map(|byte| byte.to_ascii_lowercase()).fold(start, step)
    } else {
        fold(word).bytes().fold(start, step)
    }
}

/// Spreads a change of any bit over all of them (the finalizer of SplitMix64).
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ hash >> 31
}

/// Counts, for each of 64 bits, how many hashes have it set.
#[derive(Default)]
struct Votes {
    /// The counts of the latest hashes, eight to a number: byte `b` of number `k` counts bit `8b + k`.
    latest: [u64; 8],
    /// How many these are; a byte counts to 255.
    added: u32,
    earlier: [[u32; 8]; 8],
    all: u32,
}

impl Votes {
    fn add(&mut self, hash: u64) {
        for (k, counts) in self.latest.iter_mut().enumerate() {
            *counts += hash >> k & 0x0101_0101_0101_0101;
        }
        self.added += 1;
        if self.added == 255 {
            self.carry();
        }
    }

    fn carry(&mut self) {
        for (sums, counts) in self.earlier.iter_mut().zip(&mut self.latest) {
            for (sum, count) in sums.iter_mut().zip(counts.to_le_bytes()) {
                *sum += u32::from(count);
            }
            *counts = 0;
        }
        self.all += std::mem::take(&mut self.added);
    }

    /// The bits that more than half of the hashes have set.
    fn majority(mut self) -> u64 {
        self.carry();
        let mut bits = 0;
        for (k, sums) in self.earlier.iter().enumerate() {
            for (b, sum) in sums.iter().enumerate() {
                bits |= u64::from(2 * sum > self.all) << (8 * b + k);
            }
        }
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: &str =
        "Orla Fenwick, Tomas Brelin, Idris Kalm, Petra Voss, Janek Ruel, Lea Brami, Ana Torre";
    const LANDS: &str = "Malta, Tunisia, Norway, Chile, Ghana, Nepal, Peru, Fiji, Laos";
    const THINGS: &str = "harbour line, rail link, grain store, visa office, tax treaty, school exchange, dam, \
        fishing fleet, night ferry, border post, seed bank, power cable, data centre, clinic";
    const DEEDS: &str = "reopen, extend, study, pay for, renew, inspect, double, repair, staff, insure, modernize, \
        take over, share, test";
    const TIMES: &str = "by June, this autumn, within two years, before the winter, next spring, in due course, \
        at the latest in May, without delay, step by step, over the next decade";
    /// A person, a land, a thing, a deed or a time stands where the braces are.
    const SENTENCES: &[&str] = &[
        "{P} said that {L} will {D} the {T} {W}. ",
        "The two sides exchanged views on the {T} and agreed to {D} the {T} of {L}. ",
        "{P} thanked {L} for the warm welcome and spoke at length of the {T}. ",
        "According to the ministry, {L} is ready to {D} the {T} {W}. ",
        "On the {T}, {P} and {P} noted steady progress {W}. ",
        "They also discussed the situation around the {T}, which {L} wants to {D}. ",
        "{L} and {L} signed a memorandum on the {T}. ",
        "{P} stressed that the {T} of {L} had waited long enough. ",
        "Experts from {L} will {D} the {T} {W}, {P} added. ",
        "Asked about the {T}, {P} answered that talks with {L} continue. ",
        "Both sides praised the traditional friendship of {L} and {L}. ",
        "{P} invited {P} to visit {L} {W}. ",
        "The {T}, which {L} began to {D} years ago, employs several hundred people. ",
        "A joint commission will {D} the {T} and report to {P}. ",
    ];

    /// An invented report in the manner of ministries: each number gives another one, which shares its
    /// stock phrases, people, parties and things with the rest.
    fn article(number: u64) -> String {
        let mut seed = mixed(number + 1);
        let mut any = |list: Vec<&'static str>| {
            seed = mixed(seed.wrapping_add(1));
            list[seed as usize % list.len()]
        };
        let mut text = String::from("Ministers hold talks\n\n");
        for _ in 0..16 {
            for part in any(SENTENCES.to_vec()).split(['{', '}']) {
                let list = match part {
                    "P" => PEOPLE,
                    "L" => LANDS,
                    "T" => THINGS,
                    "D" => DEEDS,
                    "W" => TIMES,
                    words => {
                        text += words;
                        continue;
                    }
                };
                text += any(list.split(", ").collect());
            }
        }
        text
    }

    const PARAGRAPH: &str = "It was the first visit in nine years, and both delegations later toured the old \
        customs house before they left for the airport.\n";

    /// The distances of an article from copies of it: with a paragraph more, under another headline,
    /// without its last sixth, with a few words replaced.
    fn to_copies(text: &str) -> [u32; 4] {
        let (_, body) = text.split_once('\n').unwrap();
        let shortened = text.get(..text.len() * 5 / 6).unwrap();
        let copies = [
            text.to_owned() + PARAGRAPH,
            "Old harbour to see ships again, say both capitals".to_owned() + body,
            shortened.to_owned(),
            text.replacen("warm welcome", "kind reception", 1).replacen("exchanged views on", "discussed", 1),
        ];
        copies.map(|copy| Fingerprint::of(text).distance(Fingerprint::of(&copy)))
    }

    #[test]
    fn an_edited_copy_is_near_and_an_article_in_the_same_manner_is_not() {
        let articles: Vec<String> = (0..40).map(article).collect();
        let mut copies: Vec<u32> = articles.iter().flat_map(|text| to_copies(text)).collect();
        let prints: Vec<Fingerprint> = articles.iter().map(|text| Fingerprint::of(text)).collect();
        let pairs = (0..prints.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        let mut others: Vec<u32> = pairs.map(|(a, b)| prints[a].distance(prints[b])).collect();
        copies.sort_unstable();
        others.sort_unstable();
        println!("copies {copies:?}\nothers {:?}", &others[..40]);
        let near = copies.iter().filter(|distance| **distance <= Fingerprint::NEAR).count();
        assert!(near * 10 >= copies.len() * 9, "{near} of {} copies are near", copies.len());
        assert!(others[0] > Fingerprint::NEAR, "the nearest of the others is {} away", others[0]);
    }

    #[test]
    fn capitals_accents_and_line_breaks_do_not_matter() {
        let text = article(5) + "Čaputová spoke.";
        let printed = (article(5) + "CAPUTOVA SPOKE").to_uppercase().replace(' ', "\n");
        assert_eq!(Fingerprint::of(&text), Fingerprint::of(&printed));
    }

    #[test]
    fn a_kept_fingerprint_stays_what_it_was() {
        let print = Fingerprint::of(&("Čaputová spoke in Valletta. ".to_owned() + &PARAGRAPH.repeat(2)));
        assert_eq!(Fingerprint::from_bits(print.to_bits()), print);
        assert_eq!(print.to_bits(), 8_979_822_682_725_755_143, "kept ones would have to be made again");
    }

    #[test]
    fn a_very_short_text_is_never_near() {
        let short = Fingerprint::of("Photo of the day: the ministers of Malta and Tunisia in Valletta.");
        assert!(!short.is_near(short));
        assert!(Fingerprint::of("").is_too_short());
        let long = Fingerprint::of(&article(2));
        assert!(long.is_near(long) && !long.is_near(short));
    }
}
