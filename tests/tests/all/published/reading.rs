//! What is read out of made-up pages that have every quirk of real ones.

use service_providers_tools::published::{Format, Meaning, NamedColumns, Page, read};

use super::shown::{fixture, shown};

#[test]
fn pages_with_every_quirk_are_read() {
    for name in [
        "accordion.html",
        "bare-rows.md",
        "boxes.html",
        "broken-rows.md",
        "cards-unlabelled.html",
        "cards.html",
        "cards.txt",
        "copied.txt",
        "definitions.html",
        "described.md",
        "five-tables.md",
        "gaps.txt",
        "grid.html",
        "labelled.md",
        "lists.html",
        "locations.md",
        "names-only.txt",
        "names.md",
        "nested.html",
        "one-table.md",
        "pieces.html",
        "records.md",
        "roles.html",
        "semicolons.csv",
        "six-products.html",
        "stacked.txt",
        "struck.html",
        "struck.md",
        "tabs.txt",
        "terms.html",
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
fn a_table_far_larger_than_its_cells_is_refused() {
    let objects: Vec<String> = (0..2000).map(|at| format!("{{\"a{at}\":1}}")).collect();
    let json = page(&format!("[{}]", objects.join(",")), Format::Json);
    let wide = format!("name,{}\nAcorn\n", "x,".repeat(1000));
    let csv = page(&wide, Format::Csv);
    for page in [json, csv] {
        assert!(page.rows.is_empty());
        assert!(page.unreadable[0].reason.contains("columns, most of them blank"));
    }
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

#[test]
fn boxes_that_are_no_list_invent_no_row() {
    for html in [
        // Advertising on a page without providers, and beside a list of them.
        "<h1>Our garden</h1><div class=c><h3>Fast</h3><p>Grows.</p></div>\
         <div class=c><h3>Green</h3><p>Stays.</p></div>",
        "<table><tr><th>Vendor<th>Purpose<th>Country<tr><td>Alder<td>Mail<td>Norway</table>\
         <div><div><b>Jobs</b></div><div>Press</div></div><div><div>Imprint</div><div>Blog</div></div>\
         <div class=c><h3>Fast</h3><p>Grows.</p></div><div class=c><h3>Green</h3><p>Stays.</p></div>",
    ] {
        let page = page(html, Format::Html);
        assert!(names(&page).iter().all(|name| *name == "Alder"), "{:?}", names(&page));
        assert!(!page.not_read.is_empty(), "what was left is said");
    }
}

#[test]
fn boxes_inside_boxes_are_read_once() {
    let inner = "<div class=c><h3>Alder</h3><p>Purpose: Mail</p></div>\
                 <div class=c><h3>Bolt</h3><p>Purpose: Post</p></div>";
    let deep = format!("{}{inner}{}", "<div>".repeat(200), "</div>".repeat(200));
    assert_eq!(names(&page(&deep, Format::Html)), ["Alder", "Bolt"]);
    // Every box starts like a card and holds two more.
    let mut nested = inner.to_owned();
    for _ in 0..12 {
        let half = format!("<div class=c><h3>Box</h3>{nested}</div>");
        nested = format!("{half}<div class=c><h3>Box</h3><p>End</p></div>");
    }
    let page = page(&nested, Format::Html);
    assert!(page.rows.len() + page.not_read.len() + page.unreadable.len() > 0);
}
