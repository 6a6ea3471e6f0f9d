//! One run of the page reader: a page in any format is read, compared with a made-up edition, and
//! reported in every form. Also run by the tests of the workspace, without a fuzzer.

use std::sync::LazyLock;

use service_providers_tools::published::compare::{Known, compare};
use service_providers_tools::published::edition_content::{EditionContent, EditionRow};
use service_providers_tools::published::locations::{Countries, Location};
use service_providers_tools::published::names::{NameIndex, NamedProvider};
use service_providers_tools::published::report;
use service_providers_tools::published::{Digests, Format, NamedColumns, Page, read};

const FORMATS: [(u8, Format); 5] = [
    (b'm', Format::Md),
    (b'h', Format::Html),
    (b't', Format::Txt),
    (b'c', Format::Csv),
    (b'j', Format::Json),
];

struct Edition {
    held: EditionContent,
    names: NameIndex,
    countries: Countries,
}

static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let keys = ["acorn", "birch", "cedar", "dogwood"];
    let row = |key: &str| EditionRow {
        key: format!("{key}-1"),
        provider: key.to_owned(),
        name: key.to_owned(),
        section: None,
        link: Some(format!("https://{key}.example")),
        company: Location::Countries(["se".to_owned()].into()),
        storage: Location::Global,
        digests: Digests { purpose: Some("n1:".to_owned()), ..Digests::default() },
    };
    let named = |key| NamedProvider { key, names: vec![key], policies: Vec::new() };
    Edition {
        held: EditionContent {
            edition: "2025-01-01".to_owned(),
            rows: keys.map(row).into(),
            ..EditionContent::default()
        },
        names: NameIndex::new(keys.map(named)),
        countries: Countries::new([("se", "Sweden"), ("us", "United States")]),
    }
});

/// The first byte chooses the format, the others are the page.
pub fn run(input: &[u8]) {
    let Some((choice, bytes)) = input.split_first() else { return };
    let chosen = FORMATS.iter().find(|(letter, _)| letter == choice);
    let (_, format) = chosen.unwrap_or(&FORMATS[usize::from(*choice) % FORMATS.len()]);
    match read("page", bytes, *format, &NamedColumns::default()) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok(page) => {
            check_places(&page);
            compare_and_report(&page);
        }
    }
}

/// Rows are counted without a gap, and everything stands somewhere on the page.
fn check_places(page: &Page) {
    let text = page.text.as_str();
    for (index, row) in page.rows.iter().enumerate() {
        assert_eq!(row.number, index + 1);
        assert!(row.table >= 1);
        for cell in row.all_cells() {
            for link in &cell.links {
                assert!(cell.text.get(link.at.clone()).is_some(), "{cell:?}");
            }
        }
    }
    let rows = page.rows.iter().flat_map(|row| [&row.span, row.name_span()]);
    let unread = page.unreadable.iter().chain(&page.not_read).map(|unread| &unread.span);
    for span in rows.chain(unread) {
        let place = page.place(span);
        assert!(place.line >= 1 && place.column >= 1);
        assert!(text.get(span.clone()).is_some(), "{span:?} of {}", text.len());
    }
}

fn compare_and_report(page: &Page) {
    let Edition { held, names, countries } = &*EDITION;
    let comparison = compare(page, &Known { held, names, countries });
    let on_page = comparison.rows.iter().filter(|row| row.row.is_some());
    assert!(on_page.count() >= page.rows.len(), "every row has a verdict");
    let report = report::comparison(page, &comparison);
    for format in [report::Format::Human, report::Format::Github, report::Format::Sarif] {
        let mut out = Vec::new();
        report::write(&mut out, &report, format, 20, 100).expect("memory can be written to");
        assert!(!out.is_empty());
    }
    assert_eq!(report.objects.len(), comparison.rows.len());
}
