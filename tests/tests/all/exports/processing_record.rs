//! The record of processing, held against the register.

use std::collections::BTreeSet;

use service_providers_codegen::{Asserted, Register};
use service_providers_tests::exports::{Row, awkward_data, own_data, register, rows, text};
use service_providers_tests::fixture;
use service_providers_tests::mini::Mini;
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
fn limits_are_stated_and_denials_left_out() {
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

/// Two parts of one row are two parts of the page, each with its own anchor.
#[test]
fn every_activity_has_its_own_anchor() {
    let mut mini = Mini::new();
    mini.replace("listings.csv", "list-2025,2,1,", "list-2025,1,2,");
    mini.register(|file| file["documents"][1]["published_rows"] = 1.into());
    let register = fixture::register(&mini.sources);
    let page = text(&register, "2025-03-01", "processing-record", "processing-record.md");
    let anchors = page.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let anchors: Vec<&str> = anchors.collect();
    assert_eq!(anchors, ["list-2025-1", "list-2025-1--2", "practices-2025-1"]);
    for anchor in anchors {
        assert_eq!(page.matches(&format!("](#{anchor})")).count(), 1, "{anchor}");
    }
}

/// The table has the words of the register; the page has words that a person reads.
#[test]
fn a_missing_value_of_a_contract_fact_has_words_on_the_page() {
    let mut mini = Mini::new();
    mini.add("contract-facts.csv", "mailer-2025-03-01,10,retention,none,none,none,none\n");
    let register = fixture::register(&mini.sources);
    let mailer = &table(&register, "2025-03-01")[0];
    assert_eq!(mailer["f_erasure"], "none");
    let page = text(&register, "2025-03-01", "processing-record", "processing-record.md");
    assert!(page.contains("| (f) Time limits for erasure | None |"), "{page}");
}

/// Who acts as a joint controller is named as one.
#[test]
fn a_joint_controller_is_named() {
    let mut mini = Mini::new();
    mini.add(
        "contract-facts.csv",
        "helper-2025-03-01,10,role,processor,none,none,none\n\
         mailer-2025-03-01,10,role,joint-controller,none,none,none\n",
    );
    let register = fixture::register(&mini.sources);
    let table = table(&register, "2025-03-01");
    let joint: Vec<&str> = table.iter().map(|row| &*row["a_joint_controllers"]).collect();
    assert_eq!(joint, ["mailer", "not held", "not held"]);
}
