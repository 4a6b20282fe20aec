//! Place: where the main contact took place.

use std::fmt;

use crate::extract::rule::Rule;
use crate::model::CountryCode;

/// A place that a rule found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::extract) struct Spot {
    /// The city or named place, as the text spells it.
    pub place: Option<String>,
    /// Its country.
    pub country: Option<CountryCode>,
    /// The building or room within it.
    pub venue: Option<String>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let country = self.country.as_ref().map(CountryCode::as_str);
        let parts = [self.venue.as_deref(), self.place.as_deref(), country];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

/// The surest first; the first that has a candidate decides.
pub(in crate::extract) const RULES: &[Rule<Spot>] = &[];
