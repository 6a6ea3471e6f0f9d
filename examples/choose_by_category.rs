//! Choosing vendors by kind of data at run time: `cargo run --example choose_by_category -- name`
//! lists who gets names, or a kind of name.

use std::process::ExitCode;

use service_providers::{DataCategory, Disclosures};

fn main() -> ExitCode {
    let asked = std::env::args().nth(1).unwrap_or_else(|| "voice-recording".to_owned());
    // A key or a name, such as `voice-recording` or `Voice recording`.
    let Ok(category) = asked.parse::<DataCategory>() else {
        eprintln!("no kind of data is called `{asked}`");
        return ExitCode::FAILURE;
    };
    let question = Disclosures::current().category(category).received();
    println!("{category}: {}", category.record().description);
    for provider in question.providers() {
        let groups: Vec<&str> =
            question.provider(provider).data_subjects().iter().map(|group| group.name()).collect();
        println!("- {provider}: {}", groups.join(", "));
    }
    // A wider kind may include it: that is not known, and said apart.
    let wider = Disclosures::current().category_possible(category).received().providers();
    for provider in wider.difference(question.providers()) {
        println!("- {provider}: perhaps, as part of a wider kind");
    }
    ExitCode::SUCCESS
}
