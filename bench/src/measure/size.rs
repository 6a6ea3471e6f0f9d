//! What a release binary grows by.

use std::fs;

use crate::project::{Project, library};
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
         fn main() {\n\
         \x20   for provider in Provider::ALL { println!(\"{provider:?} {:?} {:?}\", provider.record(), provider.aliases()); }\n\
         \x20   println!(\"{:?} {:?} {:?}\", Engagement::ALL, Disclosure::ALL, Practice::ALL);\n\
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
