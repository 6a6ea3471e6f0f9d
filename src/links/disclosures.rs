//! Disclosures of a term, in the current edition.

use crate::Disclosures;
use crate::record::Matches;
use crate::set::ProviderSet;
use crate::term::{Context, DataCategory, DataSubject, Provider};

/// `disclosures()` and `providers()`, by the question that the term answers.
macro_rules! disclosed {
    ($term:ident, $ask:ident, $what:literal) => {
        impl $term {
            #[inline]
            #[doc = concat!("What providers of the current edition receive ", $what, ".")]
            #[must_use]
            pub const fn disclosures(self) -> Matches {
                Disclosures::current().$ask(self).iter()
            }

            #[inline]
            #[doc = concat!("The providers of the current edition that receive data ", $what, ".")]
            #[must_use]
            pub const fn providers(self) -> ProviderSet {
                Disclosures::current().$ask(self).providers()
            }
        }
    };
}

disclosed!(DataCategory, category, "of this kind or a narrower one");
disclosed!(DataSubject, subject, "about this group; [`Disclosures::subject`] says what counts");
disclosed!(Context, context, "in this use");

impl Provider {
    /// What it receives, by the current edition. [`Disclosures`] asks for what it gives, and for
    /// what the source says it does not get.
    #[inline]
    #[must_use]
    pub const fn disclosures(self) -> Matches {
        Disclosures::current().provider(self).iter()
    }
}
