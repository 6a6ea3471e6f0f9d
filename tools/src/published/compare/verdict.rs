//! What a comparison says of each row.

use std::ops::Range;

use crate::published::names::{Candidate, How};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The page and the register say the same.
    Same,
    /// They differ in case, spacing, punctuation or the form of links.
    Cosmetic,
    /// They say something else.
    Changed,
    /// The row stands at another place of the list, or in another section.
    Moved,
    /// The row has another name.
    Renamed,
    /// The edition does not list the row, and no older one lists its provider.
    New,
    /// The edition does not list the row, but an older one lists its provider.
    Returned,
    /// The page does not have the row.
    Gone,
    /// The page has something that cannot be read as a row.
    Unreadable,
}

impl Verdict {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Cosmetic => "cosmetic",
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::Renamed => "renamed",
            Self::New => "new",
            Self::Returned => "returned",
            Self::Gone => "gone",
            Self::Unreadable => "unreadable",
        }
    }

    /// Whether the page and the register disagree.
    pub fn is_drift(self) -> bool {
        self > Self::Cosmetic
    }
}

/// In what a row differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// The name.
    Name,
    /// The link to the policy.
    Link,
    /// What the provider is used for.
    Purpose,
    /// The data that it gets.
    Data,
    /// The words about places.
    Location,
    /// The parts of the product.
    Features,
    /// Where the company is.
    Company,
    /// Where the data is kept.
    Storage,
    /// Where one of the two is, where the page does not say which.
    Place,
    /// The section.
    Section,
    /// The place in the list.
    Order,
    /// The providers that a record names.
    Recipients,
}

impl Aspect {
    /// The word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Link => "link",
            Self::Purpose => "purpose",
            Self::Data => "data",
            Self::Location => "location",
            Self::Features => "features",
            Self::Company => "entity_country",
            Self::Storage => "storage",
            Self::Place => "place",
            Self::Section => "section",
            Self::Order => "order",
            Self::Recipients => "recipients",
        }
    }

    /// What it is called in a sentence.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Link => "link",
            Self::Purpose => "purpose",
            Self::Data => "data",
            Self::Location => "words about places",
            Self::Features => "features",
            Self::Company => "country of the company",
            Self::Storage => "place where data is kept",
            Self::Place => "country",
            Self::Section => "section",
            Self::Order => "order",
            Self::Recipients => "providers that it names",
        }
    }
}

/// One thing in which a row of the page and a row of the register differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In what.
    pub aspect: Aspect,
    /// Whether the difference is only one of form.
    pub is_cosmetic: bool,
    /// What the page says.
    pub page: String,
    /// What the register holds; empty where it holds only a digest.
    pub held: String,
    /// Where the page says it.
    pub span: Range<usize>,
}

/// Something about a row of the page that deserves a look and is no disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What kind of thing.
    pub code: &'static str,
    /// What it is, in a sentence.
    pub message: String,
    /// Where it stands.
    pub span: Range<usize>,
}

/// What a comparison says of one row, or of one part of a row.
#[derive(Clone, Debug)]
pub struct RowVerdict {
    /// The verdict.
    pub verdict: Verdict,
    /// The row of the page, as an index; `None` where the page has none.
    pub row: Option<usize>,
    /// The part of the row, from 1, where its name cell names several services.
    pub part: Option<usize>,
    /// The section of the page in which it stands.
    pub section: Option<String>,
    /// The name as printed: on the page, or where it is gone, in the register.
    pub name: String,
    /// The provider, by key; `None` where none or several may be meant.
    pub provider: Option<String>,
    /// How the name was matched.
    pub how: Option<How>,
    /// The providers that may be meant, where that is not certain.
    pub candidates: Vec<Candidate>,
    /// The row of the register, by its key.
    pub held: Option<String>,
    /// In what the two differ.
    pub differences: Vec<Difference>,
    /// Words about places that were left to a person.
    pub open: Vec<String>,
    /// What else deserves a look.
    pub remarks: Vec<Remark>,
    /// What explains the verdict, in a sentence; may be empty.
    pub reason: String,
    /// Where the page says it, or where it would stand.
    pub span: Range<usize>,
}

impl RowVerdict {
    /// A verdict without anything else.
    pub fn new(verdict: Verdict, name: &str, span: Range<usize>) -> Self {
        Self {
            verdict,
            row: None,
            part: None,
            section: None,
            name: name.to_owned(),
            provider: None,
            how: None,
            candidates: Vec::new(),
            held: None,
            differences: Vec::new(),
            open: Vec::new(),
            remarks: Vec::new(),
            reason: String::new(),
            span,
        }
    }

    /// The verdict that the differences make.
    pub fn judged(differences: &[Difference]) -> Verdict {
        let of = |difference: &Difference| match difference.aspect {
            _ if difference.is_cosmetic => Verdict::Cosmetic,
            Aspect::Name => Verdict::Renamed,
            Aspect::Section | Aspect::Order => Verdict::Moved,
            _ => Verdict::Changed,
        };
        // The heaviest one counts: what a row says, then whom it names, then where it stands.
        const HEAVIEST: [Verdict; 4] =
            [Verdict::Changed, Verdict::Renamed, Verdict::Moved, Verdict::Cosmetic];
        let found: Vec<Verdict> = differences.iter().map(of).collect();
        HEAVIEST.into_iter().find(|verdict| found.contains(verdict)).unwrap_or(Verdict::Same)
    }
}

/// Something that a page and a register cannot be compared in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCompared {
    /// What is not compared.
    pub aspect: Aspect,
    /// Why.
    pub reason: &'static str,
}
