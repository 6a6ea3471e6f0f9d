//! A promise to schools, kept by the compiler: no voice recordings of students outside the United
//! States.

use service_providers::set::CountrySet;
use service_providers::{Country, DataCategory, DataSubject, Disclosures};

/// Recordings that are a student's or may be, and that may lie elsewhere. Where the source does
/// not say whose they are, or where they are kept, they count.
const ELSEWHERE: Disclosures = Disclosures::current()
    .category(DataCategory::VoiceRecording)
    .subject_possible(DataSubject::Student)
    .stored_outside(CountrySet::of(&[Country::Us]));

const _: () = assert!(ELSEWHERE.is_empty(), "students' voice recordings may leave the US");

fn main() {
    let inside = Disclosures::current()
        .category(DataCategory::VoiceRecording)
        .subject_possible(DataSubject::Student);
    for disclosure in inside {
        let listing = disclosure.engagement().newest_listing();
        println!(
            "{} gets: {} ({}, row {})",
            disclosure.provider(),
            disclosure.category.map_or("data of any kind", DataCategory::name),
            listing.document,
            listing.row
        );
    }
}
