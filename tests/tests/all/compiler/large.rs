//! Large files with many mistakes. Work that grows with the square of their size would make these
//! tests take minutes. No clock fails them, because machines differ.

use service_providers_tests::mini::Mini;

/// The report on a register that was changed like this.
fn report_of(change: impl FnOnce(&mut Mini)) -> String {
    let mut mini = Mini::new();
    change(&mut mini);
    mini.compile().unwrap_err().to_string()
}

#[test]
fn many_rows_beyond_their_document() {
    let row = |row: usize| {
        format!(
            "list-2024,{row},1,oldmail-2024-01-15,none,none,Oldmail,http://oldmail.example/privacy,\
             none,unknown,unknown,unknown,unknown\n"
        )
    };
    let rows: String = (2..60_000).map(row).collect();
    let report = report_of(|mini| {
        mini.edit("listings.csv", |text| text.replacen("list-2025,", &(rows + "list-2025,"), 1));
    });
    assert!(report.contains("row-beyond-document"), "{report:.1000}");
}

#[test]
fn many_long_lists_with_one_item_twice() {
    let items: Vec<String> = (0..9_000).map(|item| format!("i{item}")).collect();
    let list = format!("{};{}", items.join(";"), items.last().unwrap());
    let rows: String = (0..300)
        .map(|row| format!("z{row},helper,none,{list},Z.,listed,us,listed,unknown,unknown,unknown,none,unknown,none,none\n"))
        .collect();
    let report = report_of(|mini| {
        mini.add("engagements.csv", &rows);
    });
    assert!(report.contains("too-long"), "{report:.1000}");
}

#[test]
fn many_texts_in_register_json_that_are_wrong_twice() {
    let documents = format!("\"documents\": [\n{}", "\"\u{201c}x\",".repeat(150_000));
    let report = report_of(|mini| {
        mini.edit("register.json", |text| text.replacen("\"documents\": [", &documents, 1));
    });
    assert!(report.contains("curly-quotes"), "{report:.1000}");
}
