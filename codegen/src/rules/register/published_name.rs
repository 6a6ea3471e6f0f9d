//! `published-name`: a published name that is neither the name nor an alias of its provider.

use unicode_security::confusable_detection::skeleton;

use crate::cell_types::Certainty;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{Draft, LocatedRow, TypedTable};
use crate::tables::Row;
use crate::tables::row::ProviderRow;

pub(super) static CODE: Code = Code {
    name: "published-name",
    refuses: "A published name that is neither the name nor an alias of its provider.",
    why: "Whoever reads a name on the page must find the provider by it. Usually the wrong provider was chosen.",
    mend: "Choose the right provider, or add the printed name to its aliases.",
    example: ("provider slack, published_name Zendesk", "provider zendesk, published_name Zendesk"),
    ..Code::RULE
};

pub(super) fn check(draft: &Draft<'_>, problems: &mut Vec<Problem>) {
    let providers: Providers<'_> = (draft.tables.providers.rows.iter())
        .map(|located| (located.row.key.as_str(), &located.row))
        .collect();
    check_table(
        &providers,
        &draft.tables.engagements,
        |row| Some((&row.provider, &row.published_name)),
        "choose the right provider, or add the printed name to its aliases",
        problems,
    );
    check_table(
        &providers,
        &draft.tables.practice_recipients,
        |row| {
            let stated = row.identity == Certainty::Stated;
            stated.then_some((&*row.provider, &*row.published_name))
        },
        "choose the right provider, or say in `identity` that it is inferred",
        problems,
    );
}

type Providers<'d> = HashMap<&'d str, &'d ProviderRow>;

/// Checks the rows for which `of` gives a provider and a printed name. A provider that was refused
/// is not blamed for its names.
fn check_table<R: Row>(
    providers: &Providers<'_>,
    table: &TypedTable<'_, R>,
    of: impl Fn(&R) -> Option<(&str, &str)>,
    help: &str,
    problems: &mut Vec<Problem>,
) {
    for LocatedRow { line, row } in &table.rows {
        let Some((key, printed)) = of(row) else { continue };
        let Some(provider) = providers.get(key) else { continue };
        if !names(provider).any(|name| name == printed) {
            let message = message(provider, printed);
            problems.push(table.problem(&CODE, *line, "published_name", message).help(help));
        }
    }
}

/// The name and the aliases of a provider.
fn names(provider: &ProviderRow) -> impl Iterator<Item = &str> {
    std::iter::once(&*provider.name).chain(provider.aliases.names().iter().map(String::as_str))
}

fn message(provider: &ProviderRow, printed: &str) -> String {
    match names(provider).find(|name| looks(name) == looks(printed)) {
        Some(name) if name.to_lowercase() == printed.to_lowercase() => {
            format!("`{printed}` is written `{name}` in providers.csv")
        }
        Some(name) => format!("`{printed}` looks like `{name}` and is written in other letters"),
        None => format!("`{printed}` is neither the name nor an alias of `{}`", provider.key),
    }
}

/// What a name looks like, capitals aside.
fn looks(name: &str) -> String {
    skeleton(&name.to_lowercase()).collect()
}
