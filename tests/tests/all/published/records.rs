//! Pages of records about kinds of data, which have no names: what they say tells them apart.

use service_providers_tools::published::compare::{Aspect, Comparison, Known, Verdict, compare};
use service_providers_tools::published::edition_content::{EditionContent, EditionRecord};
use service_providers_tools::published::locations::Countries;
use service_providers_tools::published::names::{NameIndex, NamedProvider};
use service_providers_tools::published::{Digests, Format};

use super::page_maker::read_page;

/// What a record says on purpose and on storage.
type Record = (String, String);

fn records() -> Vec<Record> {
    let record = |number: usize| {
        (format!("To do task {number} of the product"), format!("At Acorn, in room {number}"))
    };
    (1..=7).map(record).collect()
}

fn page(records: &[Record]) -> String {
    let mut page = String::from("Data we collect\n");
    for (purpose, stored) in records {
        page.push_str(&format!(
            "Who shares this information?\nTeachers\nWhat is the purpose of collecting it?\n{purpose}\n\
             Where is this data stored?\n{stored}\nIs it transferred to other countries?\nYes\n"
        ));
    }
    page
}

/// A page of these records, held against the records as they were.
fn compared(changed: &[Record]) -> Comparison {
    let names = NameIndex::new([NamedProvider {
        key: "acorn",
        names: vec!["Acorn"],
        policies: Vec::new(),
    }]);
    let before = read_page(&page(&records()), Format::Txt);
    let record = |row| EditionRecord {
        key: String::new(),
        recipients: ["acorn".to_owned()].into(),
        digests: Digests::of(row),
    };
    let held = EditionContent {
        records: before.rows.iter().map(record).collect(),
        ..EditionContent::default()
    };
    let known = Known { held: &held, names: &names, countries: &Countries::new([]) };
    compare(&read_page(&page(changed), Format::Txt), &known)
}

fn drifts(changed: &[Record]) -> Vec<(Verdict, Vec<Aspect>)> {
    let rows = compared(changed).rows;
    let drifts = rows.iter().filter(|row| row.verdict != Verdict::Same);
    let aspects = |differences: &[_]| -> Vec<Aspect> {
        differences
            .iter()
            .map(|it: &service_providers_tools::published::compare::Difference| it.aspect)
            .collect()
    };
    drifts.map(|row| (row.verdict, aspects(&row.differences))).collect()
}

#[test]
fn every_change_of_a_record_is_reported_and_no_other() {
    assert_eq!(compared(&records()).page_rows, 7);
    assert_eq!(drifts(&records()), []);
    for at in 0..7 {
        let mut changed = records();
        changed[at].0.push_str(" and more");
        assert_eq!(drifts(&changed), [(Verdict::Changed, vec![Aspect::Purpose])], "{at}");
        let mut changed = records();
        changed[at].1.push_str(" and more");
        assert_eq!(drifts(&changed), [(Verdict::Changed, vec![Aspect::Location])], "{at}");
        let mut changed = records();
        changed.remove(at);
        assert_eq!(drifts(&changed), [(Verdict::Gone, vec![])], "{at}");
        let mut changed = records();
        changed.insert(at, changed[at].clone());
        assert_eq!(drifts(&changed), [(Verdict::New, vec![])], "{at}");
        if at < 6 {
            let mut changed = records();
            changed.swap(at, at + 1);
            let mut found = drifts(&changed);
            found.sort();
            assert_eq!(found, [(Verdict::New, vec![]), (Verdict::Gone, vec![])], "{at}");
        }
    }
}
