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
        Some(wanted) => column(&text, wanted).expect("the column is there"),
        None => lines(&text),
    };
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
    let table = "Cost;Supplier;Owner\n10;Algolia;a\n20;;b\n30;Asana;c\n";
    for wanted in [None, Some("supplier"), Some("2")] {
        let found = statuses(table, Some(wanted));
        let named: Vec<&(Status, String)> =
            found.iter().filter(|(status, _)| *status != Status::NotUsed).collect();
        let wanted_names = ["Algolia", "Asana"].map(|name| (Status::Listed, name.to_owned()));
        assert_eq!(named, wanted_names.iter().collect::<Vec<_>>(), "{wanted:?}");
    }
    let text = PageText::decode("list", table.as_bytes()).unwrap();
    assert_eq!(column(&text, Some("Vendor")).unwrap_err(), ["Cost", "Supplier", "Owner"]);
    let plain = PageText::decode("list", b"Algolia\nAsana\n").unwrap();
    assert_eq!(column(&plain, None).unwrap().len(), 2);
}
