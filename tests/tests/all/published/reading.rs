//! What is read out of made-up pages that have every quirk of real ones.

use service_providers_tools::published::{Format, Meaning, NamedColumns, Page, read};

use super::shown::{fixture, shown};

#[test]
fn pages_with_every_quirk_are_read() {
    for name in [
        "accordion.html",
        "broken-rows.md",
        "cards.txt",
        "copied.txt",
        "definitions.html",
        "five-tables.md",
        "gaps.txt",
        "grid.html",
        "labelled.md",
        "lists.html",
        "locations.md",
        "names.md",
        "nested.html",
        "one-table.md",
        "records.md",
        "roles.html",
        "six-products.html",
        "stacked.txt",
        "struck.html",
        "struck.md",
        "tabs.txt",
        "vendors.csv",
        "vendors.json",
        "wiki.md",
    ] {
        insta::assert_snapshot!(name.replace('.', "_"), shown(&fixture(name)));
    }
}

fn page(text: &str, format: Format) -> Page {
    read("page", text.as_bytes(), format, &NamedColumns::default()).expect("a page")
}

fn names(page: &Page) -> Vec<&str> {
    page.rows.iter().map(|row| row.name.as_ref().map_or("", |name| &name.printed)).collect()
}

#[test]
fn a_person_can_name_columns_and_members() {
    let mut named = NamedColumns::default();
    named.add(Meaning::Name, "Wer");
    named.add(Meaning::Purpose, "Wozu");
    for (text, format) in [
        ("|Wozu|Wer|\n|-|-|\n|Post|Acorn|\n", Format::Md),
        ("<table><tr><td>Wer<td>Wozu<tr><td>Acorn<td>Post</table>", Format::Html),
        ("Wer;Wozu\nAcorn;Post\n", Format::Csv),
        ("[{\"wer\": \"Acorn\", \"wozu\": \"Post\"}]", Format::Json),
    ] {
        let page = read("page", text.as_bytes(), format, &named).unwrap();
        assert_eq!(names(&page), ["Acorn"], "{text}");
        assert_eq!(page.rows[0].text(Meaning::Purpose), "Post", "{text}");
        // Without that, the rows are not lost in silence.
        let page = self::page(text, format);
        assert_eq!(page.rows.len(), 0, "{text}");
        assert!(page.unreadable.len() + page.not_read.len() > 0, "{text}");
    }
    let mut numbered = NamedColumns::default();
    numbered.add(Meaning::Name, "2");
    let page = read("page", b"Post,Acorn\nBrief,Birch\n", Format::Csv, &numbered).unwrap();
    assert_eq!(names(&page), ["Acorn", "Birch"]);
}

#[test]
fn a_page_that_is_not_what_it_says_is_refused_with_its_place() {
    let json = "{\"a\": [1,\n  }";
    let error = read("p.json", json.as_bytes(), Format::Json, &NamedColumns::default());
    let error = error.unwrap_err().to_string();
    assert!(error.starts_with("p.json:2:"), "{error}");
    let deep = "<div>".repeat(2000);
    let error = read("p.html", deep.as_bytes(), Format::Html, &NamedColumns::default());
    assert!(error.unwrap_err().to_string().contains("more elements lie inside each other"));
}

#[test]
fn another_encoding_is_read_and_known() {
    let bytes = b"|Vendor|Purpose|\n|-|-|\n|Caf\xe9|Coffee|\n";
    let page = read("page", bytes, Format::Md, &NamedColumns::default()).unwrap();
    assert_eq!(names(&page), ["Café"]);
    assert_eq!(page.text.other_encoding(), Some("windows-1252"));
}

#[test]
fn a_list_without_any_provider_has_no_rows() {
    for (text, format) in [
        ("", Format::Md),
        ("# Title\n\nText, and nothing else.\n", Format::Md),
        ("<p>Text</p>", Format::Html),
        ("{}", Format::Json),
        ("null", Format::Json),
        ("\n\n", Format::Csv),
    ] {
        assert_eq!(page(text, format).rows.len(), 0, "{text}");
    }
}

#[test]
fn a_column_added_renamed_or_moved_changes_no_other() {
    let before = page("|Vendor|Purpose|Data|\n|-|-|-|\n|Acorn|Mail|Names|\n", Format::Md);
    for text in [
        "|Data|Country|Sub-processor|What for|\n|-|-|-|-|\n|Names|Sweden|Acorn|Mail|\n",
        "|Vendor|Notes|Used for|Information|\n|-|-|-|-|\n|Acorn|-|Mail|Names|\n",
    ] {
        let after = page(text, Format::Md);
        for meaning in [Meaning::Name, Meaning::Purpose, Meaning::Data] {
            assert_eq!(after.rows[0].text(meaning), before.rows[0].text(meaning), "{text}");
        }
    }
}
