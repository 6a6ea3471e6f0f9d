//! The columns that hold the names of keys, for the reader alone.

/// The header of the column that has the names of what the keys in another column stand for.
pub(super) fn header(column: &str) -> String {
    format!("(name of {column})")
}

/// Whether a column with this header is for the reader alone. No column of a table has parentheses.
pub(super) fn is_name_column(header: &str) -> bool {
    header.starts_with('(') && header.ends_with(')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_column_is_no_column_of_a_table() {
        assert!(is_name_column(&header("provider")));
        assert!(!is_name_column("provider"));
    }
}
