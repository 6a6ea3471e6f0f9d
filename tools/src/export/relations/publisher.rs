//! The publisher of the register.

use service_providers_codegen::Register;

use super::relation::{Cell, Column, Holds, Relation, STATED};
use crate::missing::{UNKNOWN, meaning};

/// The one row about the register itself.
pub(super) fn publisher(register: &Register) -> Relation {
    let file = &register.file;
    let unknown = [(UNKNOWN, meaning(UNKNOWN).expect("every column may have the word"))];
    let columns = [
        ("contact", "Where questions go.", Holds::Text),
        ("objection", "How customers object to a change.", Holds::Text),
        (
            "exports_address",
            "The web address under which the exports are published.",
            Holds::Address,
        ),
    ];
    let columns = columns.into_iter().flat_map(|(name, description, holds)| {
        Column::text(name, description).holding(holds).with_status(&unknown)
    });
    let columns = [
        Column::text("publisher", "The key of the company whose providers these are."),
        Column::text("name", "Its name."),
    ]
    .into_iter()
    .chain(columns)
    .chain([Column::text("data_licence_note", "On what terms the data may be used.")]);
    let stated = |text: Option<String>| {
        let status = if text.is_some() { STATED } else { UNKNOWN };
        [Cell::maybe(text), Cell::text(status)]
    };
    let cells = [
        stated(file.publisher.contact.known().map(ToString::to_string)),
        stated(file.publisher.objection.known().map(ToString::to_string)),
        stated(file.exports_address.known().map(ToString::to_string)),
    ];
    let mut row = vec![Cell::text(&*file.publisher.key), Cell::text(&*file.publisher.name)];
    row.extend(cells.into_iter().flatten());
    row.push(Cell::text(&*file.data_licence_note));
    let description = "The company that publishes the register.";
    Relation::new("publishers", description, columns.collect(), &["publisher"]).with(vec![row])
}
