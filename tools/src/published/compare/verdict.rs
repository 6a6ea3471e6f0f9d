//! What a comparison says of each row.

use std::ops::Range;

use crate::published::names::{Candidate, MatchKind};

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

    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Same => "The page and the register say the same.",
            Self::Cosmetic => "A row differs in case, spacing, punctuation or the form of a link.",
            Self::Changed => "A row says something else than the register holds.",
            Self::Moved => "A row stands at another place, or in another section.",
            Self::Renamed => "A row has another name than in the register.",
            Self::New => "The edition does not have the row.",
            Self::Returned => "The edition does not have the row; an older one lists its provider.",
            Self::Gone => "The edition has a row that the page does not have.",
            Self::Unreadable => "Something on the page cannot be read as a row.",
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
    pub register: String,
    /// Where the page says it.
    pub span: Range<usize>,
}

/// What kind of remark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkCode {
    /// A link leads into a tool for writing documents and not to a public page.
    EditorLink,
    /// A link has no text or leads nowhere.
    EmptyLink,
    /// A link leads to a part of the site or into a mail program.
    LocalLink,
    /// A provider stands in two rows.
    Duplicate,
    /// A bracket is opened and not closed, or closed and not opened.
    UnclosedBracket,
    /// Words of a row are struck through.
    StruckWords,
    /// The page divides its rows where the register has no sections.
    Section,
    /// A name may be none, or may hold more than the name.
    DoubtfulName,
    /// A row has more cells than its table has columns.
    SurplusCells,
}

impl RemarkCode {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::EditorLink,
        Self::EmptyLink,
        Self::LocalLink,
        Self::Duplicate,
        Self::UnclosedBracket,
        Self::StruckWords,
        Self::Section,
        Self::DoubtfulName,
        Self::SurplusCells,
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::EditorLink => "editor-link",
            Self::EmptyLink => "empty-link",
            Self::LocalLink => "local-link",
            Self::Duplicate => "duplicate",
            Self::UnclosedBracket => "unclosed-bracket",
            Self::StruckWords => "struck-words",
            Self::Section => "section",
            Self::DoubtfulName => "doubtful-name",
            Self::SurplusCells => "surplus-cells",
        }
    }

    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::EditorLink => {
                "A link leads into a tool for writing documents and not to a public page."
            }
            Self::EmptyLink => "A link has no text or leads nowhere.",
            Self::LocalLink => {
                "A link leads to a part of the site or into a mail program, so that only \
                 readers of the page can follow it."
            }
            Self::Duplicate => "A provider stands in two rows.",
            Self::UnclosedBracket => {
                "A bracket is opened and not closed, or closed and not opened."
            }
            Self::StruckWords => "Words of a row are struck through.",
            Self::Section => "The page divides its rows where the register has no sections.",
            Self::DoubtfulName => "A name may be none, or may hold more than the name.",
            Self::SurplusCells => "A row has more cells than its table has columns.",
        }
    }
}

/// Something about a row of the page that deserves a look and is no disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What kind of thing.
    pub code: RemarkCode,
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
    pub how: Option<MatchKind>,
    /// The providers that may be meant, where that is not certain.
    pub candidates: Vec<Candidate>,
    /// The row of the register, by its key.
    pub register_row: Option<String>,
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
            register_row: None,
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
