//! Who gives and gets data, as the library of a register says it in which every kind of party does.

use service_providers_codegen::emit;
use service_providers_tests::mini::Mini;

use super::compiled::{library, printed};

const PROGRAM: &str = r##"
use service_providers::Disclosures;
use service_providers::record::{Disclosure, PartyKind};
use service_providers::term::OtherParty;

fn main() {
    for row in Disclosure::ALL {
        println!("{:?} to {:?}", row.sender, row.recipient);
    }
    let others = OtherParty::ALL.iter().copied().map(PartyKind::Other);
    let known = [PartyKind::Provider, PartyKind::Publisher, PartyKind::OtherProvider];
    let asked = Disclosures::ever().any_direction();
    for kind in known.into_iter().chain(others) {
        println!("{kind:?}: {} from, {} to", asked.from(kind).count(), asked.to(kind).count());
    }
    let given = Disclosures::ever().to(PartyKind::OtherProvider);
    println!("{:?} {:?}", given.providers(), given.recipients());
}
"##;

#[test]
fn every_kind_of_party_is_told_and_found() {
    let mut mini = Mini::new();
    mini.cell("disclosures.csv", 4, "sender", "provider:oldmail");
    let register = mini.compile().unwrap();
    let folder = library("parties", &emit::rust(&register, "0"));
    insta::assert_snapshot!(printed(&folder, PROGRAM), @r"
    Other(OtherParty::User) to Provider
    Publisher to Provider
    OtherProvider(Provider::Oldmail) to Provider
    Provider to OtherProvider(Provider::Helper)
    Publisher to Provider
    Provider: 1 from, 3 to
    Publisher: 1 from, 0 to
    OtherProvider: 1 from, 1 to
    Other(OtherParty::User): 1 from, 0 to
    {Provider::Mailer} {Provider::Helper}
    ");
}
