//! Views that answer usual questions. They are the same for every register: the group, the kind of data,
//! the country or the provider asked about is a column.

use std::fmt::Write as _;

use super::dialect::Dialect;
use super::tables::quoted;

/// A view.
pub(super) struct View {
    name: &'static str,
    description: &'static str,
    select: &'static str,
}

macro_rules! views {
    ($($name:ident: $description:literal,)*) => {
        /// Every view, each after those it reads.
        pub(super) const VIEWS: &[View] = &[$(View {
            name: stringify!($name),
            description: $description,
            select: include_str!(concat!("views/", stringify!($name), ".sql")),
        }),*];
    };
}

views! {
    disclosures: "What passes, one fact a row for each edition, as in disclosures.csv. A row whose source does not say which data passes stands here with `unknown-data`.",
    denials: "What is said not to pass, one fact a row for each edition, as in denials.csv. A group for whom a provider is not used stands here with `excluded-group`.",
    who_gets: "Which providers get data of a group of people, by edition.",
    who_may_get: "Which providers get data of a group of people, or may, by edition.",
    who_is_said_not_to_get: "Which providers are said not to get data of a whole group of people, by edition: of which kind and, if `is_partial`, only in one use or under one condition.",
    who_gets_kind: "Which providers get a kind of data, or may, by edition.",
    kept_outside: "Which providers keep data outside a country, or may, by edition.",
    new_providers: "Which providers are new in an edition.",
    new_disclosures: "Which facts about a provider an edition states and the one before does not.",
    left_providers: "Which providers an edition no longer lists, and who followed them.",
    received_data: "What a provider gets, in which use and on what condition, by edition.",
    provider_purposes: "What a provider is used for, by edition. `purpose` is missing where the source does not say.",
    missing_safeguards: "Which safeguards a row does not name, by edition. That a row does not name one does not say that it is not there.",
}

/// Makes a view.
pub(super) fn create(view: &View, dialect: &Dialect, sql: &mut String) {
    let View { name, description, select } = view;
    if !dialect.has_comments {
        let _ = write!(sql, "\n-- {description}");
    }
    let _ = writeln!(sql, "\nCREATE VIEW {name} AS\n{};", select.trim_end());
    if dialect.has_comments {
        let _ = writeln!(sql, "COMMENT ON VIEW {name} IS {};", quoted(description));
    }
}
