//! `safeguard-without-form`: a safeguard that changes the form of data, and data in another form only.

use service_providers_codegen::Form;
use service_providers_codegen::row::{DisclosureRow, SafeguardRow};

use crate::audit::finding::{Check, Evidence, Finding};
use crate::audit::index::{Index, received_rows};
use crate::page::prose;

pub(super) static CHECK: Check = Check {
    code: "safeguard-without-form",
    title: "A safeguard changes the form of data, and no data has that form",
    explanation: "The row names a safeguard such as anonymisation or hashing, and the provider \
        receives nothing in such a form. Either the source does not say to which data the \
        safeguard applies, or the form of a disclosure was left out.",
    find,
};

/// The terms that safeguards are mapped to, and the forms of data that they lead to.
const FORMS: [(&str, &[Form]); 4] = [
    ("https://w3id.org/dpv#Anonymisation", &[Form::Anonymous, Form::Aggregated]),
    ("https://w3id.org/dpv#Deidentification", &[Form::DeIdentified, Form::Anonymous]),
    ("https://w3id.org/dpv#HashFunctions", &[Form::Hashed]),
    ("https://w3id.org/dpv#Pseudonymisation", &[Form::Pseudonymous]),
];

fn find(index: &Index<'_>, findings: &mut Vec<Finding>) {
    let safeguards = &index.register.vocabulary.safeguards;
    for edition in &index.editions {
        for published in &edition.rows {
            let engagement = published.engagement;
            let received: Vec<&DisclosureRow> = received_rows(engagement).collect();
            let lacking: Vec<&str> = (safeguards.iter())
                .filter(|row| engagement.row.safeguards.items().contains(&row.key))
                .filter(|row| is_lacking(row, &received))
                .map(|row| &*row.name)
                .collect();
            if lacking.is_empty() || received.is_empty() {
                continue;
            }
            let message = format!(
                "{} has the safeguard {}, and nothing that it receives is said to have such a form.",
                index.provider(&engagement.row.provider),
                prose(&lacking)
            );
            let cell = &engagement.row.safeguards;
            let forms = received.iter();
            let evidence = std::iter::once(Evidence::engagement(published, "safeguards", cell))
                .chain(forms.map(|row| Evidence::disclosure(published, row, "form", row.form)))
                .collect();
            let key = &engagement.row.key;
            findings.push(Finding::new(&CHECK, edition.id, key, message, evidence));
        }
    }
}

/// Whether a safeguard leads to a form that none of these disclosures has.
fn is_lacking(safeguard: &SafeguardRow, received: &[&DisclosureRow]) -> bool {
    let term = safeguard.dpv.known().map(|iri| &**iri);
    let forms = FORMS.iter().find(|(iri, _)| term == Some(*iri)).map(|(_, forms)| *forms);
    forms.is_some_and(|forms| !received.iter().any(|row| forms.contains(&row.form)))
}
