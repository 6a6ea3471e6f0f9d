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
fn a_table_that_is_too_large_is_refused() {
    let objects: Vec<String> = (0..2000).map(|at| format!("{{\"a{at}\":1}}")).collect();
    let json = page(&format!("[{}]", objects.join(",")), Format::Json);
    let wide = format!("name,{}\nAcorn\n", "x,".repeat(1000));
    let csv = page(&wide, Format::Csv);
    let line = "|a".repeat(50_000);
    let markdown = page(&format!("{line}|\n{}|\n{line}|\n", "|-".repeat(50_000)), Format::Md);
    let html = format!("<table><tr>{}<tr><td>x</table>", "<th>Vendor".repeat(1000));
    for page in [json, csv, markdown, page(&html, Format::Html)] {
        assert!(page.rows.is_empty());
        assert!(page.unreadable[0].reason.contains("columns, which is too large"));
    }
}

/// The lines that cannot be read as rows.
fn unreadable(page: &Page) -> Vec<usize> {
    page.unreadable.iter().map(|unread| page.place(&unread.span).line).collect()
}

#[test]
fn a_row_of_one_cell_is_no_section_of_the_next() {
    for (text, format) in [
        ("Name,Purpose\nAlgolia,x\nEvil Inc.\nSlack,y\n", Format::Csv),
        ("Name,Purpose\nAlgolia,x\nEvil;x\nSlack,y\n", Format::Csv),
        ("Name,Purpose,Section\nAlgolia,x,a\nEvil\nSlack,y,b\n", Format::Csv),
        ("|Name|Purpose|\n|-|-|\n| Evil |\n|Slack|y|\n", Format::Md),
        (
            "<table><tr><th>Name<th>Purpose<tr><td>Algolia<td>x\n\
             <tr><td><b><a href=u>evil</a></b><tr><td>Slack<td>y</table>",
            Format::Html,
        ),
    ] {
        let page = page(text, format);
        assert_eq!(unreadable(&page).len(), 1, "{text}");
        assert_eq!(names(&page).last(), Some(&"Slack"), "{text}");
        assert!(page.rows.iter().all(|row| row.section.as_deref() != Some("Evil")), "{text}");
    }
    for (text, format) in [
        ("|Name|Purpose|\n|-|-|\n| **Evil** |\n|Slack|y|\n", Format::Md),
        (
            "<table><tr><th>Name<th>Purpose<tr><td colspan=2>Evil<tr><td>Slack<td>y</table>",
            Format::Html,
        ),
    ] {
        let page = page(text, format);
        assert_eq!(page.rows[0].section.as_deref(), Some("Evil"), "{text}");
        assert!(page.unreadable.is_empty(), "{text}");
    }
}

#[test]
fn no_element_of_a_json_page_is_left_out_silently() {
    for (text, rows, unreadable, not_read) in [
        (r#"[{"name":"A"},null,"Slack",["Asana"],[{"name":"X"}]]"#, vec!["A"], 3, 0),
        (r#"[{"name":"A"},{"name":"B","sub":[{"name":"C"}]}]"#, vec!["C"], 1, 0),
        (r#"[{"name":"B","sub":[{"name":"C"}]},"Slack"]"#, vec!["C"], 1, 0),
        (r#"[["Asana",{"name":"A"}]]"#, vec!["A"], 1, 0),
        (r#"[1,[{"name":"A"}]]"#, vec!["A"], 0, 1),
        (r#"{"list":[{"name":"A","purpose":"p"}],"b":[1,2,true,null]}"#, vec!["A"], 0, 3),
        (r#"[["Name","Purpose"],["Acorn","b"],5]"#, vec![], 0, 3),
        (
            r#"{"list":[{"name":"A","purpose":"p"}],"primary":{"name":"Evil","purpose":"x"}}"#,
            vec!["A"],
            0,
            1,
        ),
        (r#"{"list":[{"name":"A","purpose":"p"}],"more":{"Evil":"x"}}"#, vec!["A"], 0, 1),
        (
            r#"{"list":[{"name":"A","purpose":"p"}],"g":[{"name":"Evil","items":[]}]}"#,
            vec!["A"],
            0,
            1,
        ),
    ] {
        let page = page(text, Format::Json);
        assert_eq!(names(&page), rows, "{text}");
        assert_eq!((page.unreadable.len(), page.not_read.len()), (unreadable, not_read), "{text}");
    }
    let twice = br#"[{"name":"Algolia","name":"Zendesk"}]"#;
    let error = read("p.json", twice, Format::Json, &NamedColumns::default()).unwrap_err();
    assert!(error.to_string().starts_with("p.json:1:20: `name` is here a second time"));
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
fn a_table_in_an_element_that_is_not_read_is_said() {
    let table = "<table><tr><th>Vendor<th>Purpose<tr><td>Evil<td>x</table>";
    for (start, end) in [
        ("<noscript>", "</noscript>"),
        ("<svg><foreignObject>", "</foreignObject></svg>"),
        ("<nav>", "</nav>"),
        ("<template>", "</template>"),
    ] {
        let page = page(&format!("<p>Text</p>\n{start}{table}{end}<p>More</p>"), Format::Html);
        let left = &page.not_read[0];
        assert_eq!((names(&page).len(), page.place(&left.span).line), (0, 2), "{start}");
        assert!(left.reason.starts_with("a table in the element"), "{}", left.reason);
    }
    let script = format!("<script>let table = '{table}';</script><nav><ul><li>Home</ul></nav>");
    assert!(page(&script, Format::Html).not_read.is_empty());
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
