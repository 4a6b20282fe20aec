//! What agencies and sites hand on from one machine to another: NewsML, NITF, feeds, exports in XML, and the wire
//! formats of the telegraph's time.

mod dialect;
mod dialects;
mod telegraph;

pub(super) use dialects::NEWS_XML;
pub(super) use telegraph::TELEGRAPH;
