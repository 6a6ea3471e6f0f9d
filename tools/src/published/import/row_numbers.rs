//! Rows of a page as a person names them: `2,5-9`, or `all`.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Rows of a page, by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RowNumbers {
    /// Every row.
    All,
    /// These.
    Some(Vec<RangeInclusive<usize>>),
    /// None.
    #[default]
    None,
}

impl RowNumbers {
    /// The rows of these numbers, which ascend.
    pub fn of(numbers: &[usize]) -> Self {
        let runs = numbers.chunk_by(|number, next| number + 1 == *next);
        let ranges = runs.filter_map(|run| Some(*run.first()?..=*run.last()?));
        Self::Some(ranges.collect())
    }

    /// Whether the row of this number is among them.
    pub fn contains(&self, number: usize) -> bool {
        match self {
            Self::All => true,
            Self::Some(ranges) => ranges.iter().any(|range| range.contains(&number)),
            Self::None => false,
        }
    }

    /// The highest number that was named.
    pub fn last(&self) -> Option<usize> {
        match self {
            Self::Some(ranges) => ranges.iter().map(|range| *range.end()).max(),
            Self::All | Self::None => None,
        }
    }
}

/// Writes them as a person types them.
impl fmt::Display for RowNumbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ranges = match self {
            Self::All => return f.write_str("all"),
            Self::Some(ranges) => ranges.as_slice(),
            Self::None => &[],
        };
        let text = |range: &RangeInclusive<usize>| match (range.start(), range.end()) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}-{last}"),
        };
        f.write_str(&ranges.iter().map(text).collect::<Vec<_>>().join(","))
    }
}

impl FromStr for RowNumbers {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.trim() == "all" {
            return Ok(Self::All);
        }
        let ranges: Option<Vec<_>> = text.split(',').map(|item| range(item.trim())).collect();
        ranges.map(Self::Some).ok_or_else(|| {
            format!("`{text}` names no rows; write numbers and ranges such as 2,5-9, or all")
        })
    }
}

/// The rows of `5` or of `5-9`.
fn range(text: &str) -> Option<RangeInclusive<usize>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (1 <= first && first <= last).then_some(first..=last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_named_by_numbers_ranges_and_a_word() {
        let rows: RowNumbers = "2, 5-9".parse().unwrap();
        let named: Vec<usize> = (0..12).filter(|number| rows.contains(*number)).collect();
        assert_eq!((named, rows.last()), (vec![2, 5, 6, 7, 8, 9], Some(9)));
        assert_eq!(RowNumbers::of(&[2, 5, 6, 7, 8, 9, 11]).to_string(), "2,5-9,11");
        let rows: RowNumbers = "all".parse().unwrap();
        assert!(rows.contains(1) && rows.last().is_none());
        for text in ["", "x", "0", "3-2", "1,,2", "-1", "1-2-3"] {
            assert!(text.parse::<RowNumbers>().is_err(), "{text}");
        }
    }
}
