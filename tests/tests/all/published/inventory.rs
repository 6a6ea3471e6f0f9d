//! What is really used, held against an edition.

use service_providers_tests::fixture;
use service_providers_tools::published::edition_content::EditionContent;
use service_providers_tools::published::inventory::{Status, column, compare, lines};
use service_providers_tools::published::names;
use service_providers_tools::published::text::PageText;

/// The status of each name, and of each provider that is not named.
fn statuses(text: &str, wanted: Option<Option<&str>>) -> Vec<(Status, String)> {
    let text = PageText::decode("list", text.as_bytes()).unwrap();
    let used = match wanted {
        Some(wanted) => column(&text, wanted),
        None => lines(&text),
    };
    let used = used.expect("there are names");
    let register = fixture::real();
    let held = EditionContent::of_edition(&register, "2025-11-17");
    let inventory = compare(&used, &held, &names::of_register(&register));
    inventory.items.into_iter().map(|item| (item.status, item.name)).collect()
}

#[test]
fn names_and_domains_are_held_against_the_edition() {
    let found = statuses(
        "# What we pay for\n\n- Algolia\n* aws\nsendgrid.com\nhttps://www.stripe.com/x\n\
         Open AI\nGoogle\nTwilio Inc.\nLoggly\nUnheard Of\n",
        None,
    );
    let named: Vec<(Status, &str)> =
        found.iter().take(9).map(|(status, name)| (*status, name.as_str())).collect();
    assert_eq!(
        named,
        [
            (Status::Listed, "Algolia"),
            (Status::Listed, "aws"),
            (Status::Listed, "sendgrid.com"),
            (Status::Listed, "https://www.stripe.com/x"),
            (Status::Listed, "Open AI"),
            (Status::Unsure, "Google"),
            (Status::Unsure, "Twilio Inc."),
            (Status::NotListed, "Loggly"),
            (Status::NotListed, "Unheard Of"),
        ]
    );
    let rest = &found[9..];
    assert!(rest.iter().all(|(status, _)| *status == Status::NotUsed));
    let names: Vec<&str> = rest.iter().map(|(_, name)| name.as_str()).collect();
    assert!(names.contains(&"Zendesk") && names.contains(&"Calendly"));
    // A provider with two rows is named once, and what may be used is not called unused.
    assert_eq!(names.iter().filter(|name| **name == "Calendly").count(), 1);
    for used in ["Algolia", "AWS", "Twilio", "Google Cloud", "Google Ads"] {
        assert!(!names.contains(&used), "{used}");
    }
}

#[test]
fn a_column_of_a_table_is_chosen() {
    let table = "Cost;Supplier;Owner\n10;Algolia;a\n;;\n30;Asana;c\n";
    for wanted in [None, Some("supplier"), Some("2")] {
        let found = statuses(table, Some(wanted));
        let named: Vec<&(Status, String)> =
            found.iter().filter(|(status, _)| *status != Status::NotUsed).collect();
        let wanted_names = ["Algolia", "Asana"].map(|name| (Status::Listed, name.to_owned()));
        assert_eq!(named, wanted_names.iter().collect::<Vec<_>>(), "{wanted:?}");
    }
    let text = PageText::decode("list", table.as_bytes()).unwrap();
    let error = column(&text, Some("Vendor")).unwrap_err().to_string();
    assert!(
        error.ends_with("no column `Vendor`; the columns are: Cost, Supplier, Owner"),
        "{error}"
    );
    let plain = PageText::decode("list", b"Algolia\nAsana\n").unwrap();
    assert_eq!(column(&plain, None).unwrap().len(), 2);
}

#[test]
fn no_row_of_a_table_is_left_out() {
    const OPEN: &str = "a quotation mark is not closed";
    const FOLLOWS: &str = "text follows a closing quotation mark";
    const EMPTY: &str = "the cell of the name is empty";
    for (table, rows) in [
        ("Vendor,Owner\nAlgolia,x\n\"Evil Corp,y\nSlack,z\n", vec!["Algolia", OPEN, "Slack"]),
        ("Vendor,Owner\nAlgolia,x\n\"Evil Corp", vec!["Algolia", OPEN]),
        ("Owner,Vendor\nx,Algolia\nEvil Corp\n", vec!["Algolia", EMPTY]),
        ("Owner,Vendor\nEvil Corp,\n\n,\nx,Slack\n", vec![EMPTY, "Slack"]),
        ("Note,Vendor,Owner\ny,,Evil Corp\n", vec![EMPTY]),
        (
            "Vendor,Owner\nAlgolia,\"a\nEvil Corp,x\nSlack,\"c\" more\n",
            vec![FOLLOWS, "Evil Corp", FOLLOWS],
        ),
        (
            "Vendor,Owner\n\"A \"\"B\"\", C\" ,x\n12\" Disks,\"y\nz\"\n",
            vec!["A \"B\", C", "12\" Disks"],
        ),
    ] {
        let text = PageText::decode("list", table.as_bytes()).unwrap();
        let used = column(&text, None).unwrap();
        let found: Vec<&str> = used
            .iter()
            .map(|(name, _)| match name {
                Ok(text) | Err(text) => text.as_str(),
            })
            .collect();
        assert_eq!(found, rows, "{table}");
    }
}

#[test]
fn the_rest_of_a_file_full_of_faults_is_told() {
    let table = format!("Vendor,Why,Who\n{}", "Evil,\"b\",\"c\n".repeat(300));
    let text = PageText::decode("list", table.as_bytes()).unwrap();
    let used = column(&text, None).unwrap();
    let (last, span) = used.last().unwrap();
    assert!(used.iter().all(|(name, _)| name.is_err()));
    assert!(last.as_ref().unwrap_err().starts_with("too many cells before it"), "{last:?}");
    assert_eq!(span.end, text.as_str().trim_end().len());
}

#[test]
fn a_file_that_names_nothing_or_two_columns_alike_is_refused() {
    for (table, error) in [
        ("", "list: no name was found; write one on each line, or in a column of a CSV file"),
        ("Vendor,Owner\n,\n", "list: no name was found"),
        ("Vendor,vendor\nAlgolia,Evil Corp\n", "list: 2 columns are called `Vendor`; say which by"),
        ("\"Vendor,Owner\nAlgolia,x\n", "list:1:1: a quotation mark is not closed"),
    ] {
        let text = PageText::decode("list", table.as_bytes()).unwrap();
        let found = column(&text, None).unwrap_err().to_string();
        assert!(found.starts_with(error), "{found}");
    }
    let text = PageText::decode("list", b"Vendor,vendor\nAlgolia,Slack\n").unwrap();
    let error = column(&text, Some("vendor")).unwrap_err().to_string();
    assert!(error.ends_with("called `vendor`; say which by its number, such as `--column 2`"));
    let text = PageText::decode("list", b"# nothing\n").unwrap();
    assert!(lines(&text).is_err());
    let twice = PageText::decode("list", b"Vendor,Vendor\nAlgolia,Slack\n").unwrap();
    assert_eq!(column(&twice, Some("2")).unwrap()[0].0, Ok("Slack".to_owned()));
}
