//! `sql`: the relations as statements that make and fill tables, and views that answer usual questions.
//! SQLite has no comments on tables and no type for days, and PostgreSQL no strict tables, so there is
//! a file for each. Both hold the same tables, rows and views.

mod dialect;
mod tables;
mod views;

use super::relations::without_lists;
use super::{AllEditions, File, Sink};
use dialect::{DIALECTS, Dialect};
use views::VIEWS;

pub(super) fn files(all: &AllEditions<'_>, add: Sink<'_>) {
    let relations: Vec<_> = all.relations().iter().flat_map(without_lists).collect();
    let file = |dialect: &Dialect| {
        let mut sql = format!(
            "-- Service providers of {}. For {}.\n-- {}\n\nBEGIN;\n",
            all.register.file.publisher.name, dialect.system, dialect.command,
        );
        for relation in &relations {
            tables::create(relation, dialect, &mut sql);
        }
        for relation in &relations {
            tables::insert(relation, &mut sql);
        }
        for view in VIEWS {
            views::create(view, dialect, &mut sql);
        }
        sql.push_str("\nCOMMIT;\n");
        File::new(format!("sql/{}.sql", dialect.name), sql)
    };
    DIALECTS.iter().for_each(|dialect| add(file(dialect)));
}
