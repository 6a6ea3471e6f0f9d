//! Which facts answer a question about a group of people or about a kind of data, by the same rules as
//! the library.

use super::names;
use super::relation::{Cell, Column, Holds, Reference, Relation};
use crate::export::projection::Terms;

/// How surely a fact concerns what is asked about.
pub(super) const ANSWERS: [(&str, &str); 2] =
    [("possible", "It may concern it."), ("yes", "It concerns it.")];

/// Whether what is said of one group concerns another.
pub(super) fn answer(terms: &Terms<'_>, asked: usize, said: usize) -> Option<&'static str> {
    if terms.groups.is_related(asked, said) {
        Some("yes")
    } else {
        terms.can_overlap(asked, said).then_some("possible")
    }
}

/// Every pair of groups of which what is said of one concerns the other.
pub(super) fn data_subject_answers(terms: &Terms<'_>) -> Relation {
    let groups = &terms.groups;
    let rows = groups.numbers().flat_map(|asked| {
        groups.numbers().filter_map(move |said| {
            Some(vec![
                Cell::text(groups.key(asked)),
                Cell::text(groups.key(said)),
                Cell::text(answer(terms, asked, said)?),
                Cell::Boolean(groups.is_a(asked, said)),
            ])
        })
    });
    Relation::new(
        "data_subject_answers",
        "Whether what is said of one group of people concerns another: it does if one of the two \
         includes the other, and it may if they can have members in common. What is said of \
         people who are not named may concern every group.",
        columns("group", "data-subjects"),
        &["asked", "named"],
    )
    .referring(references("data_subject", "data_subjects"))
    .with(rows.collect())
}

/// Every pair of kinds of data of which what is said of one concerns the other.
pub(super) fn data_category_answers(terms: &Terms<'_>) -> Relation {
    let mut rows = Vec::new();
    for kind in terms.kinds.numbers() {
        let own = terms.kinds.key(kind);
        let chain = terms.kinds.ancestors(own);
        rows.extend(chain.iter().map(|wider| (*wider, own, "yes", *wider == own)));
        rows.extend(chain[1..].iter().map(|wider| (own, *wider, "possible", true)));
    }
    rows.sort_unstable();
    let cells = |(asked, named, answer, whole)| {
        let mut cells = [asked, named, answer].map(Cell::text).to_vec();
        cells.push(Cell::Boolean(whole));
        cells
    };
    Relation::new(
        "data_category_answers",
        "Whether what is said of one kind of data concerns another: it does if it is that kind or a \
         narrower one, and it may if it is a wider one. What is said of data that is not named may \
         concern every kind.",
        columns("kind of data", "data-categories"),
        &["asked", "named"],
    )
    .referring(references("data_category", "data_categories"))
    .with(rows.into_iter().map(cells).collect())
}

fn columns(what: &str, table: &str) -> Vec<Column> {
    let class = names::class(table);
    let whole = format!("Whether the named {what} is the one asked about or includes it.");
    vec![
        Column { class, ..Column::text("asked", &format!("The {what} asked about.")) },
        Column { class, ..Column::text("named", &format!("The {what} that a fact names.")) },
        Column::text("answer", "Whether the fact concerns what is asked about.").one_of(&ANSWERS),
        Column::text("includes_all", &whole).holding(Holds::Boolean),
    ]
}

fn references(key: &str, relation: &str) -> Vec<Reference> {
    ["asked", "named"].map(|column| Reference::by(column, relation, key)).to_vec()
}
