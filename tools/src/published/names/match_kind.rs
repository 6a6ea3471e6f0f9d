//! The ways in which a printed name can match a provider.

/// How a name was matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKind {
    /// As it stands, capitals aside.
    Exact,
    /// But for case, spacing and punctuation.
    Cosmetic,
    /// By a web address whose domain is the name.
    Domain,
    /// But for a legal form, or for how signing in is written.
    LegalForm,
    /// By a part of the name in brackets or outside of them.
    Brackets,
    /// By the text of a link, or by one line of several.
    Piece,
    /// By the product without the maker in front of it.
    Maker,
    /// By the beginning of the name.
    Beginning,
    /// By a web address at which the register knows a policy.
    PolicyHost,
    /// By the name of a provider that it was before or became.
    Succession,
}

impl MatchKind {
    /// Whether a person should look at it.
    pub fn is_loose(self) -> bool {
        self >= Self::LegalForm
    }

    /// The word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Cosmetic => "cosmetic",
            Self::Domain => "domain",
            Self::LegalForm => "legal_form",
            Self::Brackets => "brackets",
            Self::Piece => "piece",
            Self::Maker => "maker",
            Self::Beginning => "beginning",
            Self::PolicyHost => "policy_host",
            Self::Succession => "succession",
        }
    }

    /// What it says of a loose match, in words.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Exact => "by its name",
            Self::Cosmetic => "by its name, but for case, spacing and punctuation",
            Self::Domain => "by its domain",
            Self::LegalForm => "loosely, leaving legal forms and ways of writing aside",
            Self::Brackets => "loosely, by what stands inside or outside of brackets",
            Self::Piece => "loosely, by the text of a link or by one line of several",
            Self::Maker => "loosely, leaving the maker's name aside",
            Self::Beginning => "loosely, by the beginning of the name",
            Self::PolicyHost => "loosely, by the address of a policy",
            Self::Succession => "loosely, by the name that it had before or got later",
        }
    }
}
