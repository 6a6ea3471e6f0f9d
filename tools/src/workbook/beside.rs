//! The columns that stand beside others for the reader alone.

/// The header of the column that has the names of what the keys in another column stand for.
pub(super) fn header(column: &str) -> String {
    format!("(name of {column})")
}

/// Whether a column with this header is for the reader alone. No column of a table has parentheses.
pub(super) fn is_beside(header: &str) -> bool {
    header.starts_with('(') && header.ends_with(')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_beside_is_told_from_those_of_tables() {
        assert!(is_beside(&header("provider")));
        assert!(!is_beside("provider"));
    }
}
