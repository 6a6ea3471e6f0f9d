//! Lists as relations of their own, for formats whose cells hold one value.

use std::borrow::Cow;

use super::relation::{Cell, Column, Holds, Reference, Relation};

/// The relation without its lists, and behind it one relation for each list, with a row for each
/// item.
pub fn without_lists(relation: &Relation) -> Vec<Cow<'_, Relation>> {
    let is_list = |at: &usize| matches!(relation.columns[*at].holds, Holds::List { .. });
    let (lists, others): (Vec<usize>, Vec<usize>) = (0..relation.columns.len()).partition(is_list);
    if lists.is_empty() {
        return vec![Cow::Borrowed(relation)];
    }
    let is_list = |reference: &Reference| {
        lists.iter().any(|at| relation.columns[*at].name == reference.columns[0])
    };
    let main = Relation {
        columns: others.iter().map(|at| relation.columns[*at].clone()).collect(),
        references: relation.references.iter().filter(|it| !is_list(it)).cloned().collect(),
        rows: (relation.rows.iter())
            .map(|row| others.iter().map(|at| row[*at].clone()).collect())
            .collect(),
        name: relation.name.clone(),
        description: relation.description.clone(),
        key: relation.key.clone(),
    };
    let links = lists.iter().map(|at| link(relation, *at));
    std::iter::once(main).chain(links).map(Cow::Owned).collect()
}

/// The relation of the items of one list.
fn link(relation: &Relation, list: usize) -> Relation {
    let column = &relation.columns[list];
    let Holds::List { item } = &column.holds else { unreachable!("the column holds lists") };
    let key: Vec<usize> = relation.key.iter().filter_map(|name| relation.place(name)).collect();
    let own = |at: &usize| Column { terms: Vec::new(), ..relation.columns[*at].clone() };
    let mut columns: Vec<Column> = key.iter().map(own).collect();
    let rank = Column::text("rank", "Its place in the list, from 1.").holding(Holds::Integer);
    columns.push(rank);
    columns.push(Column { name: item.clone(), holds: Holds::Text, status: None, ..column.clone() });
    let names: Vec<&str> = relation.key.iter().map(String::as_str).collect();
    let mut references = vec![Reference::by_all(&names, &relation.name, &names)];
    let items = relation.references.iter().find(|reference| reference.columns[0] == column.name);
    references
        .extend(items.map(|items| Reference { columns: vec![item.clone()], ..items.clone() }));
    let rows = relation.rows.iter().flat_map(|row| {
        let items = match &row[list] {
            Cell::List(items) => items.as_slice(),
            _ => &[],
        };
        let key = &key;
        items.iter().enumerate().map(move |(at, text)| {
            let own = key.iter().map(|place| row[*place].clone());
            own.chain([Cell::count(at + 1), Cell::text(text)]).collect()
        })
    });
    let one = relation.name.strip_suffix('s').unwrap_or(&relation.name);
    let identifying: Vec<&str> = names.iter().copied().chain([item.as_str()]).collect();
    Relation {
        references,
        rows: rows.collect(),
        ..Relation::new(
            &format!("{one}_{}", column.name),
            &format!("An item of `{}` in {}.", column.name, relation.name),
            columns,
            &identifying,
        )
    }
}
