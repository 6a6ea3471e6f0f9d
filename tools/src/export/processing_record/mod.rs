//! `processing-record`: a record of processing activities, as GDPR Art. 30(1)(a) to (g) asks for it.
//!
//! The law asks for more than a list of providers says. What the register has no fact for says `not
//! held`, so that whoever keeps the record sees what is left to fill in.

mod activity;
mod answer;
mod engagement;
mod practice;

use serde_json::json;
use service_providers_codegen::row::Edition;
use service_providers_codegen::{Register, csv_text};

use self::activity::{Activity, activities};
use super::csv::escape;
use super::projection::is_announced;
use super::{Add, File, OneEdition};
use crate::page::{Names, markdown};

pub use self::activity::COLUMNS;

pub(super) fn files(one: &OneEdition<'_>, add: Add<'_>) {
    add(File::new("processing-record.csv", table(one.register, one.edition)));
    add(File::new("processing-record.md", page(one.register, one.edition)));
}

fn table(register: &Register, edition: &Edition) -> Vec<u8> {
    let header: Vec<&str> = ["edition", "activity", "source", "provider"]
        .into_iter()
        .chain(COLUMNS.iter().map(|(column, _)| *column))
        .collect();
    let cells = |activity: &Activity| -> Vec<String> {
        let place = [&*edition.id, &*activity.key, &*activity.source, &*activity.provider];
        let place = place.map(str::to_owned).into_iter();
        let cells = place.chain(activity.answers.iter().map(ToString::to_string));
        cells.map(|cell| escape(&cell)).collect()
    };
    let rows: Vec<Vec<String>> = activities(register, edition, None).iter().map(cells).collect();
    csv_text(&header, rows.iter().map(|row| row.iter().map(String::as_str)))
}

fn page(register: &Register, edition: &Edition) -> String {
    let names = Names::of(&[register]);
    let activities = activities(register, edition, Some(&names));
    let parts: Vec<_> = activities
        .iter()
        .map(|activity| {
            let questions = COLUMNS.iter().zip(&activity.answers);
            let questions: Vec<_> = questions
                .map(|((_, question), answer)| json!([question, answer.lines()]))
                .collect();
            json!({
                "anchor": activity.source.replace(':', "-"),
                "title": activity.title,
                "source": activity.source,
                "questions": questions,
            })
        })
        .collect();
    markdown(
        include_str!("templates/processing-record.md.jinja"),
        json!({
            "publisher": register.file.publisher.name,
            "edition": edition.id,
            "published": edition.published,
            "announced": is_announced(register, edition),
            "activities": parts,
        }),
    )
}
