//! Refine: what several mentions tell together and none tells alone.

mod opening;
mod side;

pub(super) use opening::Opening;
pub(super) use side::sides;
