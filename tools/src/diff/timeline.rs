//! How the compared editions stand in time.

use service_providers_codegen::Register;
use service_providers_codegen::row::Document;

/// Two editions among all the editions of a register.
pub struct Timeline<'r> {
    register: &'r Register,
    from: &'r str,
    to: &'r str,
}

impl<'r> Timeline<'r> {
    /// The editions of a register, of which two are compared. A register that does not have them is
    /// taken to be of another time; the ids of editions begin with their dates.
    pub fn new(register: &'r Register, from: &'r str, to: &'r str) -> Self {
        Self { register, from, to }
    }

    /// A document that the register of all editions knows.
    pub fn document(&self, id: &str) -> Option<&'r Document> {
        self.register.document(id)
    }

    /// Whether an edition stands before another.
    pub fn is_before(&self, one: &str, other: &str) -> bool {
        let place = |id: &str| self.register.editions().iter().position(|of| of.id == id);
        match (place(one), place(other)) {
            (Some(one), Some(other)) => one < other,
            _ => one < other,
        }
    }

    /// Whether something that first shows in an edition happened between the two. Where one edition
    /// is compared with itself, as two releases have it, everything up to it counts.
    pub fn lies_between(&self, edition: &str) -> bool {
        let is_new = self.from == self.to || self.is_before(self.from, edition);
        is_new && !self.is_before(self.to, edition)
    }

    /// The last edition before the older one that lists a provider.
    pub fn listed_before(&self, provider: &str) -> Option<&'r str> {
        let editions = self.register.editions_listing(provider).into_iter();
        let mut earlier = editions.filter(|edition| self.is_before(&edition.id, self.from));
        earlier.next_back().map(|edition| edition.id.as_str())
    }
}
