//! Pages held against an edition with digests: every change is reported, and none is invented.

use service_providers_tools::published::Format;
use service_providers_tools::published::compare::{Aspect, Comparison, RowVerdict, Verdict};

use super::made_up::{edition, hold};
use super::page_maker::{Listed, pages, read_page};

fn compared(page: &str, format: Format) -> Comparison {
    hold(&read_page(page, format))
}

/// What is not the same on the page of these rows: verdict, name and aspects.
fn drifts(page: &str, format: Format) -> Vec<(Verdict, String, Vec<Aspect>)> {
    let aspects =
        |row: &RowVerdict| row.differences.iter().map(|difference| difference.aspect).collect();
    (compared(page, format).rows.iter())
        .filter(|row| row.verdict != Verdict::Same)
        .map(|row| (row.verdict, row.name.clone(), aspects(row)))
        .collect()
}

/// A row of a comparison: the verdict, the printed name, and what of it changed.
type Judged = (Verdict, String, Vec<Aspect>);

/// Makes a page of changed rows in every format and says what is not the same.
fn after(change: impl Fn(&mut Vec<Listed>)) -> Vec<(Format, Vec<Judged>)> {
    let mut rows = edition();
    change(&mut rows);
    pages(&rows).into_iter().map(|(format, page)| (format, drifts(&page, format))).collect()
}

#[test]
fn a_page_that_did_not_change_is_the_same() {
    for (format, found) in after(|_| {}) {
        assert_eq!(found, [], "{format:?}");
    }
}

#[test]
fn every_changed_cell_is_reported_and_no_other() {
    type Change = fn(&mut Listed);
    let changes: [(Change, &[Aspect]); 7] = [
        (|row| row.purpose.push_str(" and others"), &[Aspect::Purpose]),
        (|row| row.purpose = row.purpose.replace("kind ", "kind 1"), &[Aspect::Purpose]),
        (|row| row.data = String::new(), &[Aspect::Data]),
        (|row| row.features = row.features.replace("All", "No"), &[Aspect::Features]),
        (
            |row| row.location = row.location.replace("Sweden", "Canada"),
            &[Aspect::Location, Aspect::Company],
        ),
        (
            |row| row.location = row.location.replace("United States", "No data stored."),
            &[Aspect::Location, Aspect::Storage],
        ),
        (
            |row| row.location = row.location.replace("United States", "the moon"),
            &[Aspect::Location],
        ),
    ];
    for at in 0..edition().len() {
        for (number, (change, aspects)) in changes.iter().enumerate() {
            for (format, found) in after(|rows| change(&mut rows[at])) {
                let wanted = [(Verdict::Changed, edition()[at].name.clone(), aspects.to_vec())];
                assert_eq!(found, wanted, "{format:?}, change {number} of row {at}");
            }
        }
    }
}

#[test]
fn every_changed_link_is_reported_where_the_page_has_links() {
    for at in 0..edition().len() {
        let name = edition()[at].name.clone();
        for (format, found) in
            after(|rows| rows[at].link = Some("https://other.example".to_owned()))
        {
            let wanted = (Verdict::Changed, name.clone(), vec![Aspect::Link]);
            let wanted: Vec<_> =
                Some(wanted).filter(|_| format != Format::Txt).into_iter().collect();
            assert_eq!(found, wanted, "{format:?}, row {at}");
        }
        for (format, found) in after(|rows| rows[at].link = None) {
            let wanted = (Verdict::Changed, name.clone(), vec![Aspect::Link]);
            let wanted: Vec<_> =
                Some(wanted).filter(|_| format != Format::Txt).into_iter().collect();
            assert_eq!(found, wanted, "{format:?}, row {at} without a link");
        }
    }
}

#[test]
fn every_row_that_is_gone_or_doubled_is_reported() {
    for at in 0..edition().len() {
        let name = edition()[at].name.clone();
        for (format, found) in after(|rows| drop(rows.remove(at))) {
            assert_eq!(found, [(Verdict::Gone, name.clone(), vec![])], "{format:?}, row {at}");
        }
        for (format, found) in after(|rows| rows.insert(at, rows[at].clone())) {
            assert_eq!(found, [(Verdict::New, name.clone(), vec![])], "{format:?}, row {at}");
        }
    }
}

#[test]
fn every_row_out_of_order_is_reported() {
    for at in 0..edition().len() - 1 {
        if edition()[at].section != edition()[at + 1].section {
            continue;
        }
        for (format, found) in after(|rows| rows.swap(at, at + 1)) {
            let [(Verdict::Moved, name, aspects)] = &found[..] else {
                panic!("{format:?}, row {at}: {found:?}");
            };
            assert_eq!(aspects[..], [Aspect::Order], "{format:?}, row {at}");
            assert!([&edition()[at].name, &edition()[at + 1].name].contains(&name));
        }
    }
}

#[test]
fn a_row_in_another_section_is_reported() {
    for (format, found) in after(|rows| {
        let mut row = rows.remove(2);
        row.section = Some("Site".to_owned());
        rows.push(row);
    }) {
        let wanted = (Verdict::Moved, "Cedar".to_owned(), vec![Aspect::Order, Aspect::Section]);
        assert_eq!(found, [wanted], "{format:?}");
    }
}

#[test]
fn names_tell_renamed_returned_and_new_rows_apart() {
    for (name, wanted) in [
        ("The Birch Tree", vec![(Verdict::Renamed, "The Birch Tree")]),
        ("Birch LLC", vec![(Verdict::Renamed, "Birch LLC")]),
        ("BIRCH", vec![(Verdict::Cosmetic, "BIRCH")]),
        ("Birch*", vec![]),
        ("Maple", vec![(Verdict::Gone, "Birch"), (Verdict::Returned, "Maple")]),
        ("Nobody", vec![(Verdict::Gone, "Birch"), (Verdict::New, "Nobody")]),
    ] {
        for (format, mut found) in after(|rows| rows[1].name = name.to_owned()) {
            found.sort_by_key(|(_, name, _)| name.clone());
            let found: Vec<(Verdict, &str)> =
                found.iter().map(|(verdict, name, _)| (*verdict, name.as_str())).collect();
            assert_eq!(found, wanted, "{format:?}: {name}");
        }
    }
    // A provider that was renamed is the same row, unless the page has both names.
    for (format, found) in after(|rows| rows[2].name = "Old Cedar".to_owned()) {
        let wanted = (Verdict::Renamed, "Old Cedar".to_owned(), vec![Aspect::Name]);
        assert_eq!(found, [wanted], "{format:?}");
    }
    for (format, found) in after(|rows| {
        let old = Listed { name: "Old Cedar".to_owned(), ..rows[2].clone() };
        rows.insert(2, old);
    }) {
        assert_eq!(found, [(Verdict::New, "Old Cedar".to_owned(), vec![])], "{format:?}");
    }
}

#[test]
fn what_is_cosmetic_is_no_change() {
    for (format, found) in after(|rows| {
        for row in rows {
            row.purpose = row.purpose.to_uppercase().replace(' ', "  ");
            row.data = row.data.replace(", ", " ; ");
            row.link = row.link.as_ref().map(|link| link.replace("https://", "http://www."));
        }
    }) {
        let wanted = if format == Format::Txt { 0 } else { 12 };
        assert_eq!(found.len(), wanted, "{format:?}");
        assert!(found.iter().all(|(verdict, _, _)| *verdict == Verdict::Cosmetic), "{format:?}");
    }
}

#[test]
fn one_edit_that_touches_every_row_changes_no_fact() {
    // A new column, renamed headers, another order of columns.
    let mut page = String::from("## App\n|Country|Notes|Vendor|Used for|\n|-|-|-|-|\n");
    for (number, row) in edition().iter().enumerate() {
        if number == 7 {
            page.push_str("## Site\n|Country|Notes|Vendor|Used for|\n|-|-|-|-|\n");
        }
        page.push_str(&format!("|Sweden|x{number}|{}|{}|\n", row.name, row.purpose));
    }
    let comparison = compared(&page, Format::Md);
    // One column for places is another text than before, but names no other places.
    assert!(comparison.rows.iter().all(|row| row.verdict == Verdict::Cosmetic));
    let aspects = comparison.rows.iter().flat_map(|row| &row.differences);
    assert!(aspects.map(|difference| difference.aspect).eq([Aspect::Location; 12]));
    let mut lacking: Vec<Aspect> = comparison.not_compared.iter().map(|lack| lack.aspect).collect();
    lacking.sort_unstable();
    assert_eq!(lacking, [Aspect::Link, Aspect::Data, Aspect::Features]);
}

#[test]
fn a_location_says_the_same_in_one_column_or_two() {
    let mut page = String::from("## App\n|Vendor|Entity location|Data storage|\n|-|-|-|\n");
    for (number, row) in edition().iter().enumerate() {
        if number == 7 {
            page.push_str("## Site\n|Vendor|Data storage|Entity location|\n|-|-|-|\n");
        }
        let [first, second] =
            if number < 7 { ["Sweden", "United States"] } else { ["United States", "Sweden"] };
        page.push_str(&format!("|{}|{first}|{second}|\n", row.name));
    }
    assert_eq!(drifts(&page, Format::Md), []);
}

#[test]
fn parts_of_a_name_cell_are_rows_of_their_own() {
    for cell in [
        "[Gum](https://6.example/privacy) and [Hazel](https://7.example/privacy)",
        "Gum and Hazel",
        "Maker ([Gum](https://6.example/privacy) andHazel)",
    ] {
        let page = format!("|Vendor|Other|\n|-|-|\n|{cell}|x|\n");
        let comparison = compared(&page, Format::Md);
        let found: Vec<(Option<usize>, &str)> = (comparison.rows.iter())
            .filter(|row| row.row.is_some())
            .map(|row| (row.part, row.provider.as_deref().unwrap_or("-")))
            .collect();
        assert_eq!(found, [(Some(1), "gum"), (Some(2), "hazel")], "{cell}");
    }
}

#[test]
fn remarks_are_no_drift() {
    let page = "|Vendor|Purpose|\n|-|-|\n\
        |[Acorn](https://docs.google.com/document/d/1/edit)|Search (of schools|\n\
        |[](https://birch.example)Birch|[x]()|\n\
        |Birch|y|\n";
    let comparison = compared(page, Format::Md);
    let codes = |row: usize| -> Vec<&str> {
        comparison
            .rows
            .iter()
            .filter(|found| found.row == Some(row))
            .flat_map(|found| found.remarks.iter().map(|remark| remark.code.word()))
            .collect()
    };
    assert_eq!(codes(0), ["editor-link", "unclosed-bracket"]);
    assert_eq!(codes(1), ["empty-link", "empty-link"]);
    assert_eq!(codes(2), ["duplicate"]);
    let remark = &comparison.rows[0].remarks[0];
    assert_eq!(&page[remark.span.clone()], "https://docs.google.com/document/d/1/edit");
    let bracket = &comparison.rows[0].remarks[1];
    assert_eq!(&page[bracket.span.start..bracket.span.end + 3], "(of ");
}

#[test]
fn words_that_are_not_known_are_left_to_a_person() {
    let page = "|Vendor|Entity location|Data storage|\n|-|-|-|\n\
        |Acorn|Sweden|United States, EEA|\n|Birch|Canada, maybe|United States|\n";
    let comparison = compared(page, Format::Md);
    let open: Vec<&[String]> =
        comparison.rows.iter().filter(|row| row.row.is_some()).map(|row| &row.open[..]).collect();
    assert_eq!(open, [["United States, EEA"], ["Canada, maybe"]]);
    let facts = comparison
        .rows
        .iter()
        .flat_map(|row| &row.differences)
        .filter(|difference| matches!(difference.aspect, Aspect::Company | Aspect::Storage));
    assert_eq!(facts.count(), 0);
}

#[test]
fn a_heading_that_is_a_country_says_where() {
    let page = "# Vendors\n## App\n### Sweden\n- Acorn\n- Birch\n### Canada\n- Cedar\n";
    let comparison = compared(page, Format::Md);
    let places: Vec<(&str, Option<&str>, usize)> = comparison
        .rows
        .iter()
        .filter(|row| row.row.is_some())
        .map(|row| {
            let places = row.differences.iter().filter(|d| d.aspect == Aspect::Place).count();
            (row.name.as_str(), row.section.as_deref(), places)
        })
        .collect();
    assert_eq!(
        places,
        [("Acorn", Some("App"), 0), ("Birch", Some("App"), 0), ("Cedar", Some("App"), 1)]
    );
}

#[test]
fn what_cannot_be_read_is_a_verdict() {
    let page = "|Vendor|Purpose|\n|-|-|\n|Acorn|a|\n||b|\n";
    let comparison = compared(page, Format::Md);
    let unreadable: Vec<&RowVerdict> =
        comparison.rows.iter().filter(|row| row.verdict == Verdict::Unreadable).collect();
    let [only] = unreadable[..] else { panic!("{unreadable:?}") };
    assert_eq!(only.reason, "the cell of the name is empty");
    assert_eq!(&page[only.span.clone()], "b");
}
