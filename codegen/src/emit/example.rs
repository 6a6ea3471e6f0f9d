//! An example in the documentation, made from the register itself: every register has its own
//! names, so no text written by hand would compile for all of them.

use super::published::Published;
use super::sets::Sets;
use super::vocabulary::link;
use crate::cell_types::{Asserted, DataOrAny, Party};
use crate::register::Register;

/// A provider that the current edition lists, a kind of data that it receives, and a policy that
/// therefore refuses it. Empty if no such provider is listed.
pub(super) fn doc(register: &Register, published: &Published<'_>, sets: &Sets) -> String {
    let Some((provider, category)) = received(register, published) else { return String::new() };
    let provider = link(sets, "Provider", provider);
    let category = link(sets, "DataCategory", category);
    format!(
        "\n\n # Examples\n\n \
         The compiler answers questions about providers:\n\n \
         ```\n \
         use service_providers::set::ProviderSet;\n \
         use service_providers::{{DataCategory, Disclosures, Provider}};\n\n \
         const WHO: ProviderSet = Disclosures::current().category({category}).providers();\n \
         const _: () = assert!(WHO.contains({provider}));\n \
         ```\n\n \
         A vendor that breaks a policy stops the build, so this does not compile:\n\n \
         ```compile_fail,E0080\n \
         use service_providers::{{DataCategory, Disclosures, Policy, Provider}};\n\n \
         const POLICY: Policy = Policy::new()\n \
         \u{20}   .deny(\"nobody may receive this\", Disclosures::current().category({category}));\n \
         const VENDORS: &[Provider] = POLICY.allow(&[{provider}]);\n \
         println!(\"{{VENDORS:?}}\");\n \
         ```"
    )
}

/// The first provider by key that the current edition lists with data that it receives, and that
/// kind of data.
fn received<'r>(register: &'r Register, published: &Published<'r>) -> Option<(&'r str, &'r str)> {
    let edition = register.current_edition();
    published.engagements.iter().enumerate().find_map(|(place, engagement)| {
        published.listing_in(place, edition)?;
        engagement.standing_disclosures().find_map(|row| match &row.data_category {
            DataOrAny::Kind(category)
                if row.asserted == Asserted::Yes && row.recipient == Party::Provider =>
            {
                Some((engagement.row.provider.as_str(), category.as_str()))
            }
            _ => None,
        })
    })
}
