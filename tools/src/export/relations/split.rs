//! Lists as relations of their own, for formats whose cells hold one value.

use super::relation::{Cell, Column, Holds, Reference, Relation};

/// The relation without its lists, and behind it one relation for each list, with a row for each
/// item.
pub fn without_lists(relation: Relation) -> Vec<Relation> {
    let is_list = |column: &Column| matches!(column.holds, Holds::List { .. });
    let lists: Vec<usize> =
        (0..relation.columns.len()).filter(|at| is_list(&relation.columns[*at])).collect();
    if lists.is_empty() {
        return vec![relation];
    }
    let links: Vec<Relation> = lists.iter().map(|at| link(&relation, *at)).collect();
    let mut main = relation;
    let names: Vec<String> = lists.iter().map(|at| main.columns[*at].name.clone()).collect();
    main.references.retain(|reference| !names.contains(&reference.columns[0]));
    main.columns.retain(|column| !is_list(column));
    for row in &mut main.rows {
        let mut at = 0;
        row.retain(|_| {
            at += 1;
            !lists.contains(&(at - 1))
        });
    }
    let mut relations = vec![main];
    relations.extend(links);
    relations
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
