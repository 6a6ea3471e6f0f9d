//! Since when and until when editions say what one of them says.

use std::collections::HashSet;

use service_providers_codegen::row::{Edition, ListingRow};
use service_providers_codegen::{Key, Register};

/// The word for a run that no edition has ended.
const CURRENT: &str = "current";

/// Which editions publish what.
pub struct Runs<'r> {
    /// Every edition, with the keys of the engagements, or of the practices, that it publishes.
    editions: Vec<(&'r str, HashSet<&'r str>)>,
}

impl<'r> Runs<'r> {
    /// The runs of engagements.
    pub fn of_engagements(register: &'r Register) -> Self {
        Self::of(register, |row| row.engagement.known())
    }

    /// The runs of practices.
    pub fn of_practices(register: &'r Register) -> Self {
        Self::of(register, |row| row.practice.known())
    }

    fn of(register: &'r Register, key: impl Fn(&'r ListingRow) -> Option<&'r Key>) -> Self {
        let keys = |edition: &'r Edition| {
            let documents = edition.documents.iter();
            let rows = documents.flat_map(|document| register.listings_in(document));
            (&*edition.id, rows.filter_map(&key).map(Key::as_str).collect())
        };
        Self { editions: register.editions().iter().map(keys).collect() }
    }

    /// The first edition of the unbroken run of editions that publish what an edition publishes under
    /// a key.
    pub fn since(&self, edition: &str, key: &str) -> &'r str {
        let at = self.position(edition);
        let before = self.editions[..=at].iter().rev();
        let run = before.take_while(|(_, keys)| keys.contains(key));
        run.last().unwrap_or(&self.editions[at]).0
    }

    fn position(&self, edition: &str) -> usize {
        self.editions.iter().position(|(id, _)| *id == edition).unwrap_or(0)
    }

    /// The first edition after that run, which no longer publishes it; `current` if there is none.
    pub fn until(&self, edition: &str, key: &str) -> &'r str {
        let after = &self.editions[self.position(edition) + 1..];
        after.iter().find(|(_, keys)| !keys.contains(key)).map_or(CURRENT, |(id, _)| id)
    }
}
