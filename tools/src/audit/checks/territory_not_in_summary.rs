//! `territory-not-in-summary`: a use that is limited to some countries, and a summary that names none
//! of them.

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::Index;
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "territory-not-in-summary",
    title: "The use is limited to some countries, and the summary does not say so",
    explanation: "Many readers read the summary and nothing else. Where it names neither the \
        country nor its code, they take the use for one without a limit.",
    find,
};

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    for edition in &index.editions {
        for published in &edition.rows {
            let row = &published.engagement.row;
            let unnamed: Vec<&str> = (row.territory.items().iter())
                .map(|key| (key.as_str(), index.names.name("countries", key)))
                .filter(|(key, name)| !names_country(&row.summary, key, name))
                .map(|(_, name)| name)
                .collect();
            if unnamed.is_empty() {
                continue;
            }
            let message = format!(
                "{} is used in {} only, which the summary does not say.",
                index.provider(&row.provider),
                prose(&unnamed)
            );
            let evidence = vec![
                Evidence::engagement(published, "territory", &row.territory),
                Evidence::engagement(published, "summary", &row.summary),
            ];
            findings.push(Finding::new(&CHECK, edition.id, &row.key, message, evidence));
        }
    }
}

/// Whether a text names a country: by its name, or by its code with or without full stops.
fn names_country(text: &str, key: &str, name: &str) -> bool {
    let code = key.to_uppercase();
    let dotted: String = code.chars().flat_map(|letter| [letter, '.']).collect();
    text.contains(name)
        || text.contains(&dotted)
        || text.split(|c: char| !c.is_alphanumeric()).any(|word| word == code)
}

#[cfg(test)]
mod tests {
    use super::names_country;

    #[test]
    fn a_country_is_named_in_three_ways() {
        let names = |text| names_country(text, "us", "United States");
        assert!(names("In the United States only."));
        assert!(names("In the U.S. only."));
        assert!(names("US schools."));
        assert!(!names("It helps us with the BUS."));
    }
}
