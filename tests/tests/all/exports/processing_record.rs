//! The record of processing, held against the register.

use std::collections::BTreeSet;

use service_providers_codegen::{Asserted, Register};
use service_providers_tests::exports::{Row, awkward_data, own_data, register, rows, text};
use service_providers_tools::export::processing_record::COLUMNS;

fn table(register: &Register, edition: &str) -> Vec<Row> {
    rows(text(register, edition, "processing-record", "processing-record.csv").as_bytes())
}

#[test]
fn every_row_and_record_is_an_activity_with_every_answer() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let table = table(&register, &edition.id);
            let rows = register.published_rows(&edition.id);
            let records = register.published_records(&edition.id);
            assert_eq!(table.len(), rows.len() + records.len());
            assert!(table.iter().all(|row| row.values().all(|cell| !cell.is_empty())));
            for (row, published) in table.iter().zip(&rows) {
                let engagement = published.engagement;
                assert_eq!(row["activity"], engagement.row.key.to_string());
                assert_eq!(row["b_purposes"], engagement.row.purposes.to_string());
                assert_eq!(row["g_security_measures"], engagement.row.safeguards.to_string());
                let said: Vec<String> = engagement
                    .standing_disclosures()
                    .filter(|it| it.asserted == Asserted::Yes)
                    .map(|it| format!("{} ({}); from ", it.data_category, it.data_subject))
                    .collect();
                let parts: Vec<&str> = row["c_data"].split(" | ").collect();
                if said.is_empty() {
                    assert!(["unknown", "none"].contains(&&*row["c_data"]), "{}", row["c_data"]);
                } else {
                    assert_eq!(parts.len(), said.len());
                    assert!(parts.iter().zip(&said).all(|(part, said)| part.starts_with(said)));
                }
            }
            for (row, published) in table[rows.len()..].iter().zip(&records) {
                let practice = published.practice;
                assert_eq!(row["activity"], practice.row.key.to_string());
                assert_eq!(row["provider"], "none");
                assert_eq!(row["c_data_categories"], practice.row.data_category.to_string());
                let named: BTreeSet<String> =
                    practice.recipients.iter().map(|row| row.provider.to_string()).collect();
                let said = row["d_recipients"].split(';').map(str::to_owned).collect();
                assert!(named.is_empty() || named == said, "{}", practice.row.key);
            }
        }
    }
}

/// A condition is part of the fact, and what is said not to pass is no processing.
#[test]
fn limits_are_told_and_denials_are_not() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let table = table(&register, &edition.id);
            for (row, published) in table.iter().zip(register.published_rows(&edition.id)) {
                for it in published.engagement.standing_disclosures() {
                    let Some(condition) = it.condition.known() else { continue };
                    let told = row["c_data"].contains(condition.trim_end_matches('.'));
                    assert_eq!(told, it.asserted == Asserted::Yes, "{condition}");
                }
            }
        }
    }
}

#[test]
fn an_activity_in_the_table_and_on_the_page() {
    let register = register(&own_data());
    let table = table(&register, "2025-11-17");
    let twilio = table.iter().find(|row| row["provider"] == "twilio").expect("listed");
    let lines = COLUMNS.iter().map(|(column, _)| format!("{column}: {}\n", twilio[*column]));
    insta::assert_snapshot!(lines.collect::<String>());
    let page = text(&register, "2025-11-17", "processing-record", "processing-record.md");
    let part = page.split("\n## ").find(|part| part.contains(": Twilio\n")).expect("a part");
    insta::assert_snapshot!(part);
    let record = text(&register, "2018-11-05", "processing-record", "processing-record.md");
    let part = record.split("\n## ").find(|part| part.starts_with("Record 2:")).expect("a part");
    insta::assert_snapshot!(part);
}

#[test]
fn what_the_register_has_no_place_for_is_not_held() {
    let register = register(&own_data());
    for edition in register.editions() {
        for row in table(&register, &edition.id) {
            assert_eq!(row["a_representative"], "not held");
            assert_eq!(row["a_data_protection_officer"], "not held");
            assert_eq!(row["f_erasure"], "not held");
        }
    }
}
