//! A page of privacy settings: per provider what it is for, which data, where, and whether the user
//! may do without it.

use service_providers::record::Engagement;
use service_providers::term::{DataStatus, StorageStatus};
use service_providers::{Disclosures, Edition};

fn main() {
    println!("Who helps us run this service ({})\n", Edition::CURRENT);
    for row in Edition::CURRENT.engagements() {
        println!("{}", row.provider);
        println!("  {}", row.summary);
        println!("  Kept in: {}", kept(&row));
        println!("  Data: {}", data(&row));
        // Only where the source says so; elsewhere it says nothing either way.
        println!("{}", if row.optional { "  [ ] I want this\n" } else { "" });
    }
}

fn data(row: &Engagement) -> String {
    if row.data == DataStatus::Unknown {
        return "not stated".into();
    }
    let data = Disclosures::current().provider(row.provider).data_categories();
    data.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(", ")
}

fn kept(row: &Engagement) -> String {
    match row.storage {
        StorageStatus::Listed => row
            .places()
            .iter()
            .map(|storage| match storage.context {
                Some(context) => format!("{} ({context})", storage.place),
                None => storage.place.to_string(),
            })
            .collect::<Vec<_>>()
            .join(", "),
        StorageStatus::None => "nothing is kept".into(),
        StorageStatus::SeeProvider => "see the provider".into(),
        StorageStatus::NotApplicable => "not applicable".into(),
        // What the register does not know is not left out.
        _ => "not stated".into(),
    }
}
