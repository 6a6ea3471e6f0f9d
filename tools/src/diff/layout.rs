//! Finds how the page changed: the order of its rows, and its captions.

use service_providers_codegen::Register;
use service_providers_codegen::register::{PublishedRow, Vocabulary, VocabularyTerm};

use super::model::{CaptionChange, Layout};
use crate::out_of_order::out_of_order;

/// How the page changed. `pairs` are the rows that both editions have, in the order of the older
/// one, each with its rank in the newer one.
pub fn layout(before: &Register, after: &Register, pairs: &[(PublishedRow<'_>, usize)]) -> Layout {
    let ranks: Vec<usize> = pairs.iter().map(|(_, rank)| *rank).collect();
    let moved = out_of_order(&ranks).into_iter().map(|at| &pairs[at].0);
    let (old, new) = (&before.vocabulary, &after.vocabulary);
    let mut captions = captions("sections", &old.sections, &new.sections);
    let categories = (&old.service_categories, &new.service_categories);
    captions.extend(self::captions("service-categories", categories.0, categories.1));
    Layout { moved: moved.map(|row| row.engagement.row.provider.to_string()).collect(), captions }
}

fn captions<T: VocabularyTerm>(table: &str, before: &[T], after: &[T]) -> Vec<CaptionChange> {
    let both = before.iter().filter(|term| after.iter().any(|other| other.key() == term.key()));
    let changes = both.map(|term| CaptionChange {
        table: table.to_owned(),
        key: term.key().to_string(),
        before: term.name().to_string(),
        after: Vocabulary::name(after, term.key()).to_owned(),
    });
    changes.filter(|change| change.before != change.after).collect()
}
