//! What the tables have lost, gained and changed since the newest release, for the person who has
//! just edited them. A spreadsheet can drop rows and rewrite texts without anybody noticing.

use std::fmt::Write as _;

use semver::Version;
use service_providers_codegen::{Column, Kind, Sources, TABLES, shortened};

use super::changes::{PublishedTables, rows, tables_of};
use super::store::ReleaseStore;
use crate::diff::rows::TableRows;
use crate::diff::version_step::is_lost;
use crate::failure::Failure;
use crate::page::counted;

/// The most lines that are shown of a kind.
const MOST_LINES: usize = 20;
/// The longest text that is shown, in characters.
const LONGEST: usize = 60;

/// What changed since a release.
#[derive(Debug, Default)]
struct Since {
    gone: usize,
    new: usize,
    changed: usize,
    /// The tables that lost rows, with how many.
    tables_with_fewer_rows: Vec<String>,
    /// The rows that must stay for ever, and are gone.
    keys: Vec<String>,
    /// Every free text that differs, as a line.
    texts: Vec<String>,
}

/// What changed since the newest release, in words. `None` if nothing did, or if there is no release
/// of this register.
///
/// # Errors
/// If the release cannot be read.
pub fn since_newest(store: &ReleaseStore, sources: &Sources) -> Result<Option<String>, Failure> {
    let Some(version) = store.versions()?.pop() else { return Ok(None) };
    let before = PublishedTables::of(&store.read(&version)?)?.rows()?;
    let after = rows(tables_of(sources))?;
    if before.register["publisher"]["key"] != after.register["publisher"]["key"] {
        return Ok(None);
    }
    let mut since = Since::default();
    for table in TABLES {
        let none = TableRows::default();
        let before = before.tables.get(table.path).unwrap_or(&none);
        let after = after.tables.get(table.path).unwrap_or(&none);
        since.compare(table.path, table.columns(), before, after);
    }
    Ok(since.text(&version))
}

impl Since {
    fn compare(&mut self, path: &str, columns: &[Column], before: &TableRows, after: &TableRows) {
        let lost = before.rows.keys().filter(|key| !after.rows.contains_key(*key));
        let gone = lost.clone().count();
        let keys = lost.filter(|key| is_lost(path, key, before, after));
        self.keys.extend(keys.map(|key| format!("{path}, {}", key.join(" "))));
        if gone > 0 {
            self.tables_with_fewer_rows.push(format!("{path} {gone}"));
        }
        self.gone += gone;
        for (key, row) in &after.rows {
            let Some(old) = before.rows.get(key) else {
                self.new += 1;
                continue;
            };
            let mut changed = false;
            for column in columns {
                // A column that is new differs in every row, and nobody edited it.
                let Some(old_cell) = before.cell(old, &column.name) else { continue };
                let new_cell = after.cell(row, &column.name).unwrap_or_default();
                changed |= old_cell != new_cell;
                if old_cell != new_cell && is_free_text(column) {
                    let (name, key) = (&column.name, key.join(" "));
                    let [new, old] =
                        [new_cell, old_cell].map(|cell| shortened(cell.to_owned(), LONGEST));
                    self.texts.push(format!("{path}, {key}: {name} `{new}`, was `{old}`"));
                }
            }
            self.changed += usize::from(changed);
        }
    }

    fn text(&self, version: &Version) -> Option<String> {
        if self.gone + self.changed == 0 {
            return None;
        }
        let Self { gone, new, changed, tables_with_fewer_rows, keys, texts } = self;
        let mut text = format!("since release {version}: {} fewer", counted(*gone, "row"));
        if !tables_with_fewer_rows.is_empty() {
            let _ = write!(text, " ({})", tables_with_fewer_rows.join(", "));
        }
        let _ = write!(text, ", {new} new, {changed} changed");
        add_lines(
            &mut text,
            "keys that are gone; keys are never removed, so put the row back, and if it was a \
             mistake, write the reason into its `withdrawn`:",
            keys,
        );
        add_lines(&mut text, "changed texts; check that each change is intended:", texts);
        Some(text)
    }
}

/// Adds the first lines under a heading, and how many more there are.
fn add_lines(text: &mut String, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = write!(text, "\n{heading}");
    for line in lines.iter().take(MOST_LINES) {
        let _ = write!(text, "\n  {line}");
    }
    if lines.len() > MOST_LINES {
        let _ = write!(text, "\n  and {} more", lines.len() - MOST_LINES);
    }
}

/// Whether a column holds words that nothing can be checked against.
fn is_free_text(column: &Column) -> bool {
    column.references.is_none()
        && matches!(column.kind, Some(Kind::Name | Kind::OwnName | Kind::Text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(&str, &str)]) -> TableRows {
        TableRows {
            columns: ["key", "name"].map(str::to_owned).to_vec(),
            rows: (rows.iter())
                .map(|(key, name)| {
                    (vec![(*key).to_owned()], vec![(*key).to_owned(), (*name).to_owned()])
                })
                .collect(),
        }
    }

    #[test]
    fn lost_and_changed_rows_are_listed() {
        let name = Column { name: "name".to_owned(), kind: Some(Kind::Name), ..Column::default() };
        let key = Column { name: "key".to_owned(), kind: Some(Kind::Key), ..Column::default() };
        let before = table(&[("a", "A"), ("b", "3.1.4"), ("c", "C")]);
        let after = table(&[("b", "01/03/2004"), ("c", "C"), ("d", "D")]);
        let mut since = Since::default();
        since.compare("providers.csv", &[key, name], &before, &after);
        let text = since.text(&Version::new(1, 0, 0));
        let expected = "since release 1.0.0: 1 row fewer (providers.csv 1), 1 new, 1 changed\n\
             keys that are gone; keys are never removed, so put the row back, and if it was a \
             mistake, write the reason into its `withdrawn`:\n  providers.csv, a\n\
             changed texts; check that each change is intended:\n  \
             providers.csv, b: name `01/03/2004`, was `3.1.4`";
        assert_eq!(text.as_deref(), Some(expected));
        assert_eq!(Since { new: 3, ..Since::default() }.text(&Version::new(1, 0, 0)), None);
    }
}
