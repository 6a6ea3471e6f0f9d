//! `published-name`: a published name that is neither the name nor an alias of its provider.

use unicode_security::confusable_detection::skeleton;

use super::Facts;
use crate::cell_types::Certainty;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::tables::row::ProviderRow;

pub(super) static CODE: Code = Code {
    name: "published-name",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A published name that is neither the name nor an alias of its provider.",
    why: "Whoever reads a name on the page must find the provider by it. Usually the wrong provider was chosen.",
    mend: "Choose the right provider, or add the printed name to its aliases.",
    example: ("provider slack, published_name Zendesk", "provider zendesk, published_name Zendesk"),
};

/// What a name looks like, capitals aside.
fn looks(name: &str) -> String {
    skeleton(&name.to_lowercase()).collect()
}

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let providers: HashMap<&str, &ProviderRow> = (facts.tables.providers.rows.iter())
        .map(|entry| (entry.row.key.as_str(), &entry.row))
        .collect();
    // A provider that was refused is not blamed for its names.
    let unknown = |provider: &str, printed: &str| {
        providers.get(provider).is_some_and(|row| {
            *row.name != *printed && !row.aliases.names().iter().any(|alias| alias == printed)
        })
    };
    let message = |provider: &str, printed: &str| {
        let mut names = (providers.get(provider).into_iter()).flat_map(|row| {
            std::iter::once(&*row.name).chain(row.aliases.names().iter().map(|a| &**a))
        });
        match names.find(|name| looks(name) == looks(printed)) {
            Some(name) if name.to_lowercase() == printed.to_lowercase() => {
                format!("`{printed}` is written `{name}` in providers.csv")
            }
            Some(name) => {
                format!("`{printed}` looks like `{name}` and is written in other letters")
            }
            None => format!("`{printed}` is neither the name nor an alias of `{provider}`"),
        }
    };
    const HELP: &str = "choose the right provider, or add the printed name to its aliases";
    let engagements = &facts.tables.engagements;
    for entry in &engagements.rows {
        let (provider, printed) = (&*entry.row.provider, &*entry.row.published_name);
        if unknown(provider, printed) {
            problems.push(
                engagements
                    .problem(&CODE, entry.line, "published_name", message(provider, printed))
                    .help(HELP),
            );
        }
    }
    let recipients = &facts.tables.practice_recipients;
    for entry in &recipients.rows {
        let (provider, printed) = (&*entry.row.provider, &*entry.row.published_name);
        if entry.row.identity == Certainty::Stated && unknown(provider, printed) {
            problems.push(
                recipients
                    .problem(&CODE, entry.line, "published_name", message(provider, printed))
                    .help("choose the right provider, or say in `identity` that it is inferred"),
            );
        }
    }
}
