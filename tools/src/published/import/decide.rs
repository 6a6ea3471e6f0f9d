//! Which engagement a row of the page cites.

use super::past::{Past, PastRow, RowContent};
use crate::published::compare::{Aspect, Unit};

/// What is decided about a row.
pub enum Decision<'p> {
    /// The row cites the engagement of this row of another document.
    Cite(&'p PastRow, Vec<Aspect>),
    /// The row cites a copy of it, about this provider, in which these meanings are open.
    Copy(&'p PastRow, String, Vec<Aspect>),
    /// The row cites a draft about this provider.
    Draft(String),
    /// The row cites a draft about a provider that is new.
    NewProvider,
    /// A person must choose among these providers.
    Open(Vec<String>),
}

impl<'p> Decision<'p> {
    /// The row of another document that it is taken from.
    pub fn past(&self) -> Option<&'p PastRow> {
        match self {
            Self::Cite(row, _) | Self::Copy(row, ..) => Some(row),
            _ => None,
        }
    }
}

/// Decides about a row of the page. A row that a person called reworded cites the engagement that
/// is most like it, whatever its words.
pub fn decide<'p>(
    unit: &Unit,
    content: &RowContent,
    past: &'p Past,
    is_reworded: bool,
) -> Decision<'p> {
    let same = |provider: &str| {
        let (row, changed) = past.most_like(provider, content)?;
        changed.is_empty().then_some((provider.to_owned(), row))
    };
    let provider = match &unit.candidates[..] {
        [] => return Decision::NewProvider,
        [only] => &only.provider,
        several => {
            let mut found = several.iter().filter_map(|candidate| same(&candidate.provider));
            return match (found.next(), found.next()) {
                // The same words in every cell tell which of them is meant.
                (Some((_, row)), None) => Decision::Cite(row, Vec::new()),
                _ => Decision::Open(several.iter().map(|it| it.provider.clone()).collect()),
            };
        }
    };
    if let Some((row, changed)) = past.most_like(provider, content) {
        return match changed.is_empty() || is_reworded {
            true => Decision::Cite(row, changed),
            false => Decision::Copy(row, provider.clone(), changed),
        };
    }
    match past.most_like_renamed(provider, content) {
        Some((row, changed)) => Decision::Copy(row, provider.clone(), changed),
        None => Decision::Draft(provider.clone()),
    }
}
