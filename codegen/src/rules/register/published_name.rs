//! `published-name`: a published name that is neither the name nor an alias of its provider, nor of a provider that it followed.

use unicode_security::confusable_detection::skeleton;

use super::{Facts, engagement_key, refused};
use crate::cell_types::Certainty;
use crate::hashing::HashMap;
use crate::problem::{Code, Problem, Stage};
use crate::read::AnyTable as _;
use crate::tables::row::ProviderRow;

pub(super) static CODE: Code = Code {
    name: "published-name",
    stage: Stage::Rules,
    mendable: false,
    refuses: "A published name that is neither the name nor an alias of its provider, nor of a provider that it followed.",
    why: "Whoever reads a name on the page must find the provider by it. Usually the wrong provider was chosen.",
    mend: "Cite an engagement of the right provider, or add the printed name to its aliases.",
    example: (
        "published_name Zendesk, engagement slack-2025-11-17",
        "published_name Zendesk, engagement zendesk-2025-11-17",
    ),
};

pub(super) fn check(facts: &Facts<'_, '_>, problems: &mut Vec<Problem>) {
    let names = Names::new(facts);
    of_listings(facts, &names, problems);
    let recipients = &facts.tables.practice_recipients;
    for entry in &recipients.rows {
        let (provider, printed) = (&*entry.row.provider, &*entry.row.published_name);
        if entry.row.identity == Certainty::Stated && names.are_strange(provider, None, printed) {
            let help = "choose the right provider, or say in `identity` that it is inferred";
            problems.push(
                recipients
                    .problem(&CODE, entry.line, "published_name", names.message(provider, printed))
                    .help(help),
            );
        }
    }
}

fn of_listings(facts: &Facts<'_, '_>, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let engagements = &facts.tables.engagements;
    // An engagement with another provider's key was refused for that.
    let refused = refused(problems, engagements.name(), &[&engagement_key::CODE]);
    let providers: HashMap<&str, &str> = (engagements.rows.iter())
        .filter(|entry| !refused.contains(&entry.line))
        .map(|entry| (entry.row.key.as_str(), entry.row.provider.as_str()))
        .collect();
    let mut predecessors: HashMap<&str, Vec<&str>> = HashMap::default();
    let successions = &facts.tables.successions.rows;
    for entry in successions.iter().filter(|entry| entry.row.withdrawn.known().is_none()) {
        predecessors.entry(&entry.row.successor).or_default().push(&entry.row.predecessor);
    }
    let table = &facts.tables.listings;
    for entry in &table.rows {
        let row = &entry.row;
        let (Some(engagement), Some(printed)) =
            (row.engagement.known(), row.published_name.known())
        else {
            continue;
        };
        let Some(provider) = providers.get(engagement.as_str()) else { continue };
        if names.are_strange(provider, predecessors.get(provider), printed) {
            problems.push(
                table
                    .problem(&CODE, entry.line, "published_name", names.message(provider, printed))
                    .help("cite an engagement of the right provider, or add the printed name to its aliases"),
            );
        }
    }
}

/// The names of providers.
struct Names<'f> {
    providers: HashMap<&'f str, &'f ProviderRow>,
}

impl<'f> Names<'f> {
    fn new(facts: &'f Facts<'_, '_>) -> Self {
        let rows = facts.tables.providers.rows.iter();
        Self { providers: rows.map(|entry| (entry.row.key.as_str(), &entry.row)).collect() }
    }

    /// Whether a printed name is none of a provider, and none of those that it followed. A provider
    /// that was refused is not blamed for its names.
    fn are_strange(&self, provider: &str, followed: Option<&Vec<&str>>, printed: &str) -> bool {
        let others = followed.into_iter().flatten().copied();
        let mut all = std::iter::once(provider).chain(others);
        all.all(|key| self.of(key).is_some_and(|mut names| names.all(|name| name != printed)))
    }

    /// The name and the aliases of a provider.
    fn of(&self, provider: &str) -> Option<impl Iterator<Item = &'f str> + use<'f>> {
        let row: &'f ProviderRow = self.providers.get(provider)?;
        Some(std::iter::once(&*row.name).chain(row.aliases.names().iter().map(String::as_str)))
    }

    fn message(&self, provider: &str, printed: &str) -> String {
        let mut names = self.of(provider).into_iter().flatten();
        match names.find(|name| looks(name) == looks(printed)) {
            Some(name) if name.to_lowercase() == printed.to_lowercase() => {
                format!("`{printed}` is written `{name}` in providers.csv")
            }
            Some(name) => {
                format!("`{printed}` looks like `{name}` and is written in other letters")
            }
            None => format!("`{printed}` is neither the name nor an alias of `{provider}`"),
        }
    }
}

/// What a name looks like, capitals aside.
fn looks(name: &str) -> String {
    skeleton(&name.to_lowercase()).collect()
}
