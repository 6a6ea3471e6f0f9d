//! `processing-record`: a record of processing activities, as GDPR Art. 30(1)(a) to (g) asks for it.
//!
//! The law asks for more than a list of providers says. What the register has no fact for says `not
//! held`, so that whoever keeps the record sees what is left to fill in.

mod activity;
mod answer;
mod engagement;
mod practice;
mod third_countries;

use std::fmt::{self, Write as _};

use serde_json::json;
use service_providers_codegen::csv_text;

use self::activity::{Activity, each_activity};
use super::csv::escaped;
use super::projection::is_announced;
use super::{File, OneEdition, Sink};
use crate::page::{Names, markdown, text};

pub use self::activity::COLUMNS;

pub(super) fn files(one: &OneEdition<'_>, add: Sink<'_>) {
    add(File::new("processing-record.csv", table(one)));
    add(File::new("processing-record.md", page(one)));
}

fn table(one: &OneEdition<'_>) -> Vec<u8> {
    let header: Vec<&str> = ["edition", "activity", "source", "provider"]
        .into_iter()
        .chain(COLUMNS.iter().map(|(column, _)| *column))
        .collect();
    let mut rows = Vec::new();
    each_activity(one, None, |activity| {
        let place = [&*one.edition.id, &*activity.key, &*activity.source, &*activity.provider];
        let answers = activity.answers.iter().map(ToString::to_string);
        let cells = place.into_iter().map(str::to_owned).chain(answers);
        rows.push(cells.map(escaped).collect::<Vec<_>>());
    });
    csv_text(&header, rows)
}

fn page(one: &OneEdition<'_>) -> String {
    let (register, edition) = (one.register, one.edition);
    let names = Names::of(&[register]);
    let (mut contents, mut parts) = (String::new(), String::new());
    each_activity(one, Some(&names), |activity| {
        let (title, anchor) = (text(&activity.title), text(&activity.anchor));
        // Writing to memory cannot fail.
        let _ = writeln!(contents, "- [{title}](#{anchor})");
        let _ = part(&activity, &title, &anchor, &mut parts);
    });
    markdown(
        include_str!("templates/processing-record.md.jinja"),
        json!({
            "publisher": register.file.publisher.name,
            "edition": edition.id,
            "published": edition.published,
            "announced": is_announced(register, edition),
            "contents": contents,
            "parts": parts,
        }),
    )
}

/// The part of an activity. There may be many thousands, so no template makes them.
fn part(activity: &Activity, title: &str, anchor: &str, page: &mut String) -> fmt::Result {
    let source = text(&activity.source);
    write!(page, "\n<a id=\"{anchor}\"></a>\n\n## {title}\n\nSource: {source}.\n\n")?;
    page.push_str("| Art. 30(1) | Answer |\n| --- | --- |\n");
    for ((_, question), answer) in COLUMNS.iter().zip(&activity.answers) {
        let lines: Vec<String> = answer.lines().iter().map(|line| text(line)).collect();
        writeln!(page, "| {} | {} |", text(question), lines.join("<br>"))?;
    }
    page.push('\n');
    Ok(())
}
