//! No text becomes markup and no address breaks out of its link, whatever it is and wherever it
//! stands on a Markdown page. Read with every extension that a code host might have turned on.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use service_providers_tools::page::{address, text};

/// Everything but what changes a page as a whole, or the look of quotation marks.
fn options() -> Options {
    Options::all()
        - Options::ENABLE_SMART_PUNCTUATION
        - Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        - Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// What a page shows between the marks `A` and `Z`, and everything there that is not text.
fn between(page: &str) -> (String, Vec<Event<'_>>) {
    let mut shown = String::new();
    let mut others = Vec::new();
    for event in Parser::new_ext(page, options()) {
        match event {
            Event::Text(text) => shown.push_str(&text),
            Event::Start(tag) if structure(&tag) => {}
            Event::End(_) => {}
            other => others.push(other),
        }
    }
    (shown, others)
}

/// Whether a tag is one that the pages below are made of.
fn structure(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::List(None)
            | Tag::Item
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
    )
}

/// How often a tag may start on each page, so that no text adds another of its kind.
fn starts(page: &str) -> usize {
    Parser::new_ext(page, options()).filter(|event| matches!(event, Event::Start(_))).count()
}

/// Pages with a text at each place where a template puts one.
const PAGES: [&str; 5] = [
    "| A | b |\n| --- | --- |\n| {} | c |\n",
    "- A\n  - {}\n",
    "# {}\n\nA\n",
    "- {}\n",
    "{}\n\nA\n",
];

/// Marks that mean something in some kind of Markdown, and texts between them.
const MARKS: [&str; 67] = [
    "*",
    "**",
    "_",
    "`",
    "```",
    "[",
    "]",
    "](",
    "(",
    ")",
    "<",
    ">",
    "<b>",
    "</a>",
    "<!--",
    "&",
    "&amp;",
    "&#42;",
    "|",
    "\\",
    "\\|",
    "~",
    "~~",
    "#",
    "$",
    "$$",
    "^",
    "[^1]",
    "!",
    "![",
    "@",
    ":",
    ":-)",
    "=",
    "==",
    "-",
    "---",
    "+",
    "1.",
    "1)",
    "www.",
    "http://a.b",
    "a@b.c",
    "[x]",
    "{#a}",
    "{",
    "}",
    "\n",
    "\n\n",
    "\r",
    "\t",
    " ",
    "  ",
    "    ",
    "a",
    "é",
    "\u{a0}",
    "\u{2028}",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\"",
    "'",
    "[[a]]",
    "> [!NOTE]",
    ": a",
    "日本",
];

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~]{0,20}",
        prop::collection::vec(prop::sample::select(&MARKS[..]), 0..8)
            .prop_map(|marks| marks.concat()),
    ]
}

fn shown_text(page: &str, around: &str) -> Result<String, String> {
    let (shown, others) = between(page);
    if !others.is_empty() {
        return Err(format!("{others:?}"));
    }
    let (before, after) = around.split_once("{}").expect("a place for the text");
    let inside = shown.strip_prefix(before).and_then(|shown| shown.strip_suffix(after));
    inside.map(str::to_owned).ok_or_else(|| format!("{shown:?} around {around:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn text_stays_text_everywhere(original in texts()) {
        let expected = original.replace('\0', "\u{fffd}");
        for page in PAGES {
            let shown_around: String =
                Parser::new_ext(&page.replace("{}", "QQ"), options())
                    .filter_map(|event| match event {
                        Event::Text(text) => Some(text.into_string()),
                        _ => None,
                    })
                    .collect();
            let around = shown_around.replace("QQ", "{}");
            let filled = page.replace("{}", &text(&original));
            prop_assert_eq!(shown_text(&filled, &around), Ok(expected.clone()), "{}", filled);
            if !original.is_empty() {
                prop_assert_eq!(starts(&filled), starts(&page.replace("{}", "QQ")), "{}", filled);
            }
        }
    }

    #[test]
    fn addresses_stay_in_their_links(rest in texts(), shown in texts()) {
        let url = format!("https://example.org/{rest}");
        let target = address(&url).expect("an address of the web");
        let page = format!("| A |\n| --- |\n| [{}]({target}) |\n", text(&shown));
        let events: Vec<Event<'_>> = Parser::new_ext(&page, options()).collect();
        let links: Vec<&str> = events
            .iter()
            .filter_map(|event| match event {
                Event::Start(Tag::Link { dest_url, title, .. }) => {
                    assert!(title.is_empty(), "{page}");
                    Some(&**dest_url)
                }
                _ => None,
            })
            .collect();
        prop_assert_eq!(links.len(), 1, "{}", page);
        prop_assert!(links[0].is_ascii() && !links[0].contains(['<', '>', ' ', '"', '|', '`']));
        prop_assert_eq!(decoded(links[0]), decoded(&url), "{}", page);
        let seen: String = events
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) => Some(&**text),
                _ => None,
            })
            .collect();
        prop_assert_eq!(seen, format!("A{}", shown.replace('\0', "\u{fffd}")), "{}", page);
    }
}

/// The bytes that an address stands for.
fn decoded(url: &str) -> Vec<u8> {
    let bytes = url.as_bytes();
    let mut decoded = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        match byte.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if bytes[at] == b'%' => {
                decoded.push(byte);
                at += 3;
            }
            _ => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    decoded
}

#[test]
fn only_addresses_of_the_web_are_linked() {
    for url in ["javascript:alert(1)", "data:text/html,x", "//a.example", "ftp://a.example", ""] {
        assert_eq!(address(url), None, "{url}");
    }
}
