//! Refine: what several mentions tell together and none tells alone.

mod side;

pub(super) use side::sides;
