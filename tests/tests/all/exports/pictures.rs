//! The pictures of the pages that people read: they show what the register says.

use std::collections::BTreeSet;

use service_providers_tests::exports::{awkward_data, own_data, register, text};
use service_providers_tools::export::{AllEditions, Format};

/// The page of the site.
fn site(register: &service_providers_codegen::Register, path: &str) -> String {
    let format = Format::find("html").expect("there is such a format");
    let files = format.files_of_all(&AllEditions::new(register));
    let file = files.into_iter().find(|file| file.path == format!("site/{path}.html"));
    String::from_utf8(file.unwrap_or_else(|| panic!("no {path}")).bytes).expect("UTF-8")
}

fn picture(page: &str) -> &str {
    let start = page.find("<svg ").expect("a picture");
    &page[start..start + page[start..].find("</svg>").expect("it ends")]
}

fn labels(picture: &str) -> Vec<&str> {
    let texts = picture.split("<text ").skip(1).filter_map(|text| text.split_once('>'));
    texts.filter_map(|(_, text)| text.split('<').next()).collect()
}

/// A number in an attribute of a part of a picture.
fn number(part: &str, name: &str) -> usize {
    let value = part.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("no {name} in {part}"))
}

/// The flow has a box for each place, with as many providers as keep data there.
#[test]
fn the_flow_counts_providers() {
    let register = register(&own_data());
    let page = text(&register, "2025-11-17", "html", "service-providers.html");
    let labels = labels(picture(&page));
    for (place, name) in [("us", "United States"), ("worldwide", "Anywhere in the world")] {
        let rows = register.published_rows("2025-11-17").into_iter();
        let kept =
            rows.filter(|row| row.engagement.standing_storage().any(|at| *at.place == *place));
        let providers: BTreeSet<_> = kept.map(|row| &row.engagement.row.provider).collect();
        let label = format!("{name} ({})", providers.len());
        assert!(labels.contains(&&*label), "{label} is not in {labels:?}");
    }
    // The table beside it has the same kinds with the same numbers.
    let table = &page[page.find("id=\"_flow-table\"").expect("a table")..];
    for kind in ["Contact details", "Personal data", "User content"] {
        let label = labels.iter().find(|label| label.starts_with(&format!("{kind} (")));
        let label = label.unwrap_or_else(|| panic!("no {kind} in {labels:?}"));
        assert!(table.contains(&format!("<th scope=\"row\">{label}</th>")), "{label}");
    }
}

/// Boxes do not overlap, and everything is inside the picture.
#[test]
fn everything_is_inside_the_picture() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        for edition in register.editions() {
            let page = text(&register, &edition.id, "html", "service-providers.html");
            if !page.contains("<svg ") {
                continue;
            }
            let picture = picture(&page);
            let (width, height) = (number(picture, "width"), number(picture, "height"));
            let sides = |part: &str| {
                let (x, y) = (number(part, "x"), number(part, "y"));
                [x, x + number(part, "width"), y, y + number(part, "height")]
            };
            let boxes: Vec<[usize; 4]> =
                picture.split("<rect").skip(1).map(|part| sides(part)).collect();
            for (at, one) in boxes.iter().enumerate() {
                assert!(one[1] <= width && one[3] <= height, "{}: {one:?}", edition.id);
                for other in &boxes[at + 1..] {
                    let apart = one[1] <= other[0] || other[1] <= one[0] || one[3] <= other[2];
                    assert!(apart || other[3] <= one[2], "{}: {one:?} {other:?}", edition.id);
                }
            }
        }
    }
}

/// Each provider that is not in every list has a line, and a bar for each run of lists that have it.
#[test]
fn the_timeline_shows_who_came_and_went() {
    for data in [own_data(), awkward_data()] {
        let register = register(&data);
        let page = site(&register, "index");
        let picture = picture(&page);
        let editions = register.editions();
        let (mut moving, mut runs) = (0, 0);
        for provider in &register.providers {
            let listing = register.editions_listing(&provider.key);
            let listed: Vec<bool> = editions
                .iter()
                .map(|edition| listing.iter().any(|of| of.id == edition.id))
                .collect();
            if listed.contains(&true) && listed.contains(&false) {
                moving += 1;
                runs += listed.chunk_by(|one, other| one == other).filter(|run| run[0]).count();
            }
        }
        assert!(moving > 0, "nobody came or went");
        // One line may stand for all that are in every list.
        let everywhere =
            usize::from(labels(picture).iter().any(|label| label.starts_with("In every list: ")));
        assert_eq!(labels(picture).len(), editions.len() + moving + everywhere);
        assert_eq!(picture.matches("<rect").count(), runs + everywhere);
    }
}

/// A kind of data and a provider have a small flow of their own.
#[test]
fn a_page_has_a_small_flow() {
    let register = register(&own_data());
    let voice = site(&register, "data/voice-recording");
    assert_eq!(labels(picture(&voice)), ["Voice recording", "SpeechSuper", "United States"]);
    let pdfcrowd = site(&register, "providers/pdfcrowd");
    let labels = labels(picture(&pdfcrowd));
    assert!(labels.contains(&"Education data") && labels.contains(&"Pdfcrowd"), "{labels:?}");
}
