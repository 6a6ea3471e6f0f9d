//! `published-name`: a published name that is neither the name nor an alias of its provider, nor of
//! a provider that it followed.

use super::rows_by_key::RowsByKey;
use super::{engagement_key, refused};
use crate::cell_types::Certainty;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem};
use crate::read::{AnyTable as _, LocatedRow, Parsed};
use crate::tables::row::ProviderRow;
use crate::text::looks;

pub(super) static CODE: Code = Code {
    name: "published-name",
    refuses: "A published name that is neither the name nor an alias of its provider, nor of a provider that it followed.",
    why: "Whoever reads a name on the page must find the provider by it. Usually the wrong provider was chosen.",
    mend: "Cite an engagement of the right provider, or add the printed name to its aliases.",
    example: (
        "published_name Zendesk, engagement slack-2025-11-17",
        "published_name Zendesk, engagement zendesk-2025-11-17",
    ),
    ..Code::RULE
};

pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Vec<Problem>) {
    let names = Names::new(parsed);
    check_listings(parsed, &names, problems);
    let recipients = &parsed.tables.practice_recipients;
    for LocatedRow { line, row } in &recipients.rows {
        if row.identity != Certainty::Stated {
            continue;
        }
        if let Some(message) = names.unknown_name(&[&row.provider], &row.published_name) {
            problems.push(
                recipients
                    .problem(&CODE, *line, "published_name", message)
                    .help("choose the right provider, or say in `identity` that it is inferred"),
            );
        }
    }
}

fn check_listings(parsed: &Parsed<'_>, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let engagements = &parsed.tables.engagements;
    // An engagement with another provider's key was refused for that.
    let refused = refused(problems, engagements.name(), &[&engagement_key::CODE]);
    let by_key = RowsByKey::new(&engagements.rows, |located| &located.row.key);
    let provider = |engagement: &str| {
        let located = by_key.get(engagement).filter(|located| !refused.contains(&located.line))?;
        Some(located.row.provider.as_str())
    };
    let predecessors = predecessors(parsed);
    let table = &parsed.tables.listings;
    for LocatedRow { line, row } in &table.rows {
        let Some(printed) = row.published_name.known() else { continue };
        let provider = row.engagement.known().and_then(|key| provider(key));
        let Some(provider) = provider else { continue };
        if names.has(provider, printed) {
            continue;
        }
        let followed = predecessors.get(provider).into_iter().flatten();
        let candidates: Vec<&str> = std::iter::once(provider).chain(followed.copied()).collect();
        if let Some(message) = names.unknown_name(&candidates, printed) {
            let help = "cite an engagement of the right provider, or add the printed name to its \
                        aliases";
            problems.push(table.problem(&CODE, *line, "published_name", message).help(help));
        }
    }
}

/// The providers that each provider followed.
fn predecessors<'d>(parsed: &'d Parsed<'_>) -> HashMap<&'d str, Vec<&'d str>> {
    let mut predecessors: HashMap<&str, Vec<&str>> = HashMap::default();
    for LocatedRow { row, .. } in &parsed.tables.successions.rows {
        if !row.is_withdrawn() {
            predecessors.entry(&row.successor).or_default().push(&row.predecessor);
        }
    }
    predecessors
}

/// The providers, for their names.
struct Names<'d> {
    providers: RowsByKey<'d, LocatedRow<ProviderRow>>,
}

impl<'d> Names<'d> {
    fn new(parsed: &'d Parsed<'_>) -> Self {
        Self {
            providers: RowsByKey::new(&parsed.tables.providers.rows, |located| &located.row.key),
        }
    }

    /// Whether this is a name of the provider.
    fn has(&self, provider: &str, printed: &str) -> bool {
        let located = self.providers.get(provider);
        located.is_some_and(|located| located.row.names().any(|name| name == printed))
    }

    /// What is wrong with a printed name if none of these providers has it; the first is the one
    /// that it should name. A provider that was refused is not blamed for its names.
    fn unknown_name(&self, providers: &[&str], printed: &str) -> Option<String> {
        let rows: Option<Vec<&ProviderRow>> =
            providers.iter().map(|key| Some(&self.providers.get(key)?.row)).collect();
        let rows = rows?;
        let known = rows.iter().any(|row| row.names().any(|name| name == printed));
        (!known).then(|| message(rows[0], printed))
    }
}

fn message(provider: &ProviderRow, printed: &str) -> String {
    let form = |name: &str| looks(&name.to_lowercase());
    match provider.names().find(|name| form(name) == form(printed)) {
        Some(name) if name.to_lowercase() == printed.to_lowercase() => {
            format!("`{printed}` is written `{name}` in providers.csv")
        }
        Some(name) => format!("`{printed}` looks like `{name}` and is written in other letters"),
        None => format!("`{printed}` is neither the name nor an alias of `{}`", provider.key),
    }
}
