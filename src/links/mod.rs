//! From a term to the facts that name it.

mod disclosures;
mod engagements;
mod practices;
mod provider;

pub use engagements::Engagements;
pub use practices::Practices;
