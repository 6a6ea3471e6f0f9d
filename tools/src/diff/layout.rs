//! Finds how the page changed: the order of its rows, and its captions.

use service_providers_codegen::Register;
use service_providers_codegen::register::{PublishedRow, Vocabulary, VocabularyTerm};

use super::model::{CaptionChange, Layout};

/// How the page changed. `pairs` are the rows that both editions have, in the order of the older
/// one, each with its rank in the newer one.
pub fn layout(before: &Register, after: &Register, pairs: &[(PublishedRow<'_>, usize)]) -> Layout {
    let ranks: Vec<usize> = pairs.iter().map(|(_, rank)| *rank).collect();
    let kept = longest_increasing(&ranks);
    let moved = pairs.iter().zip(&kept).filter(|(_, kept)| !**kept);
    let (old, new) = (&before.vocabulary, &after.vocabulary);
    let mut captions = captions("sections", &old.sections, &new.sections);
    let categories = (&old.service_categories, &new.service_categories);
    captions.extend(self::captions("service-categories", categories.0, categories.1));
    Layout {
        moved: moved.map(|((row, _), _)| row.engagement.row.provider.to_string()).collect(),
        captions,
    }
}

/// Which numbers belong to the longest run of rising numbers. Those that do not are as few as can
/// be: the rows that were moved.
fn longest_increasing(numbers: &[usize]) -> Vec<bool> {
    // The position of the smallest number that ends a run of each length, and what stands before
    // each number in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut kept = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        kept[at] = true;
        next = before[at];
    }
    kept
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_rows_as_can_be_were_moved() {
        for (ranks, moved) in [
            (&[0, 1, 2, 3][..], &[][..]),
            (&[3, 0, 1, 2], &[3]),
            (&[1, 2, 3, 0], &[0]),
            (&[0, 2, 1, 3], &[2]),
            (&[], &[]),
        ] {
            let kept = longest_increasing(ranks);
            let found: Vec<usize> =
                ranks.iter().zip(kept).filter(|(_, kept)| !kept).map(|(rank, _)| *rank).collect();
            assert_eq!(found, moved, "{ranks:?}");
        }
    }
}
