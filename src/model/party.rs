//! Parties: the states and organizations that meet and commit themselves.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::line::Line;

/// A state or organization.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// What it is known by everywhere.
    pub code: PartyCode,
    /// Its short English name, for people.
    pub name: Line,
}

/// ISO 3166-1 alpha-3 of a state (XKX for Kosovo), or an organization's acronym (EU, UN, ASEAN, G7).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[A-Z][A-Z0-9+&-]{1,11}$"))]
pub struct PartyCode(String);

/// ISO 3166-1 alpha-3 of a country, and XKX for Kosovo.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^[A-Z]{3}$"))]
pub struct CountryCode(String);

/// What was expected of a code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{given}\" is not {expected}")]
pub struct CodeError {
    given: String,
    expected: &'static str,
}

impl PartyCode {
    /// The code itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl CountryCode {
    /// The code itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PartyCode {
    type Err = CodeError;

    fn from_str(given: &str) -> Result<Self, CodeError> {
        let begins = given.starts_with(|c: char| c.is_ascii_uppercase());
        let goes_on =
            given.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b"+&-".contains(&b));
        if begins && goes_on && (2..=12).contains(&given.len()) {
            Ok(Self(given.to_owned()))
        } else {
            let expected =
                "a party's code: a country's three letters (MLT) or an organisation's acronym (ASEAN)";
            Err(CodeError { given: given.to_owned(), expected })
        }
    }
}

impl FromStr for CountryCode {
    type Err = CodeError;

    fn from_str(given: &str) -> Result<Self, CodeError> {
        if given.len() == 3 && given.bytes().all(|b| b.is_ascii_uppercase()) {
            Ok(Self(given.to_owned()))
        } else {
            Err(CodeError {
                given: given.to_owned(),
                expected: "a country's three letters (ISO 3166-1), such as MLT",
            })
        }
    }
}

impl From<CountryCode> for PartyCode {
    /// A country is a party under the same letters.
    fn from(country: CountryCode) -> Self {
        Self(country.0)
    }
}

/// Codes convert to and from strings, by way of their `FromStr`.
macro_rules! code {
    ($type:ident) => {
        impl TryFrom<String> for $type {
            type Error = CodeError;
            fn try_from(given: String) -> Result<Self, CodeError> {
                given.parse()
            }
        }

        impl From<$type> for String {
            fn from(code: $type) -> String {
                code.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code!(PartyCode);
code!(CountryCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_checked_as_they_are_made() {
        for good in ["MLT", "XKX", "EU", "ASEAN", "G7", "P5+1", "AL"] {
            assert!(good.parse::<PartyCode>().is_ok(), "{good}");
        }
        for bad in ["", "M", "mlt", "7G", "NORTH ATLANTIC", "ABCDEFGHIJKLM"] {
            assert!(bad.parse::<PartyCode>().is_err(), "{bad}");
        }
        assert!("MT".parse::<CountryCode>().is_err());
    }
}
