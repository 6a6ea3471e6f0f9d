//! What a release binary grows by.

use std::fs;

use crate::dependencies::library;
use crate::project::Project;
use crate::table::Table;

const PROGRAMS: [(&str, &str); 3] = [
    ("nothing of the register", "fn main() { println!(\"{}\", \"Twilio\"); }\n"),
    (
        "one provider's name",
        "fn main() { println!(\"{}\", service_providers::Provider::Twilio.name()); }\n",
    ),
    (
        "everything",
        "use service_providers::*;\n\
         use service_providers::record::*;\n\
         fn main() {\n\
         \x20   for provider in Provider::ALL { println!(\"{provider:?} {:?} {:?}\", provider.record(), provider.aliases()); }\n\
         \x20   for row in Engagement::ALL {\n\
         \x20       println!(\"{row:?} {:?} {:?} {:?}\", row.provider, row.published_name(), row.editions());\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.service_category, row.purposes, row.summary);\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.entity_country, row.storage, row.hosted_by);\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.territory, row.excluded_subjects, row.safeguards);\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.policy_url(), row.data, row.newest_listing());\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.note, row.features(), row.disclosures());\n\
         \x20   }\n\
         \x20   for row in Listing::ALL { println!(\"{row:?} {:?} {:?}\", row.section, row.note); }\n\
         \x20   for row in Practice::ALL {\n\
         \x20       println!(\"{row:?} {:?} {:?} {:?}\", row.category, row.certainty, row.inferred_from);\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.collection, row.acquired_from, row.purposes);\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.summary, row.usage, row.sharing);\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.transfer, row.destination, row.transfer_reason);\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.legal_bases, row.editions(), row.newest_listing());\n\
         \x20       println!(\"{:?} {:?} {:?}\", row.note, row.subjects(), row.recipients());\n\
         \x20   }\n\
         \x20   println!(\"{:?}\", Succession::ALL);\n\
         \x20   for term in DataCategory::ALL { println!(\"{:?}\", term.record()); }\n\
         \x20   for term in Country::ALL { println!(\"{:?}\", term.record()); }\n\
         \x20   for term in Purpose::ALL { println!(\"{:?}\", term.record()); }\n\
         \x20   println!(\"{:?} {:?}\", Provider::from_name(\"x\"), Provider::from_key(\"x\"));\n\
         }\n",
    ),
];

pub fn run() -> crate::Result<Table> {
    let folder = tempfile::tempdir()?;
    let register = library(&folder.path().join("library"), None)?;
    let mut table = Table::new("Size of a release binary", &["program uses", "bytes", "grown by"]);
    let mut least = 0;
    for (at, (name, main)) in PROGRAMS.iter().enumerate() {
        let folder = folder.path().join(at.to_string());
        let project = Project::new(&folder, &register, main)?;
        project.build(&["--release"])?;
        let size = fs::metadata(project.binary())?.len();
        if at == 0 {
            least = size;
        }
        table.row([(*name).to_owned(), size.to_string(), (size - least.min(size)).to_string()]);
    }
    Ok(table)
}
