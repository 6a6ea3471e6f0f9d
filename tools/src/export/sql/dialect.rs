//! How the two systems differ.

use crate::export::relations::Holds;

/// A system that reads the statements.
pub(super) struct Dialect {
    /// The name of its file.
    pub(super) name: &'static str,
    /// The system and its oldest version.
    pub(super) system: &'static str,
    /// How the file is loaded.
    pub(super) command: &'static str,
    /// What stands behind the columns of a table.
    pub(super) table_options: &'static str,
    /// Whether tables, columns and views have comments. Otherwise they stand in the statements.
    pub(super) has_comments: bool,
    /// Whether a check can match a regular expression.
    pub(super) has_patterns: bool,
    /// The type of days.
    date: &'static str,
    /// The type of a yes or no.
    boolean: &'static str,
}

pub(super) const DIALECTS: [Dialect; 2] = [
    Dialect {
        name: "postgresql",
        system: "PostgreSQL 15",
        command: "psql --set=ON_ERROR_STOP=1 --file=postgresql.sql DATABASE",
        table_options: "",
        has_comments: true,
        has_patterns: true,
        date: "DATE",
        boolean: "BOOLEAN",
    },
    Dialect {
        name: "sqlite",
        system: "SQLite 3.37",
        command: "sqlite3 -bail register.db < sqlite.sql",
        table_options: " STRICT",
        has_comments: false,
        has_patterns: false,
        date: "TEXT",
        boolean: "INTEGER",
    },
];

impl Dialect {
    /// The type of a column.
    pub(super) fn column_type(&self, holds: &Holds) -> &'static str {
        match holds {
            Holds::Text | Holds::Address | Holds::List { .. } => "TEXT",
            Holds::Date => self.date,
            Holds::Integer => "INTEGER",
            Holds::Boolean => self.boolean,
        }
    }

    /// What the type of a column leaves open.
    pub(super) fn type_check(&self, column: &str, holds: &Holds) -> Option<String> {
        match holds {
            Holds::Boolean if self.boolean == "INTEGER" => Some(format!("{column} IN (0, 1)")),
            Holds::Date if self.date == "TEXT" => Some(format!("{column} = date({column})")),
            _ => None,
        }
    }
}
