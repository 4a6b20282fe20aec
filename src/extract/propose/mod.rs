//! Propose: the rules, a list for each field, the surest first. A newcomer adds a rule's file and a
//! line in its field's list.

mod apart;
pub(super) mod attendance;
pub(super) mod commitment;
pub(super) mod day;
pub(super) mod further;
mod governor;
pub(super) mod kind;
mod letter;
mod main_contact;
pub(super) mod place;
