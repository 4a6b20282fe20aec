//! Refine: what several mentions tell together and none tells alone.

mod opening;
mod side;
mod told;

pub(super) use opening::Opening;
pub(super) use side::sides;
pub(super) use told::tell;
