//! Terms as values on a command line, the way the library's documentation shows it.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};
use service_providers::Provider;

#[test]
fn a_command_line_offers_keys_and_reads_terms() {
    let vendors = Provider::CURRENT.iter().map(|provider| PossibleValue::new(provider.key()));
    let parser = PossibleValuesParser::new(vendors).try_map(|key| key.parse::<Provider>());
    let command = clap::Command::new("tool").arg(clap::Arg::new("vendor").value_parser(parser));
    let read = command.clone().try_get_matches_from(["tool", "twilio"]).unwrap();
    assert_eq!(read.get_one::<Provider>("vendor"), Some(&Provider::Twilio));
    assert!(command.try_get_matches_from(["tool", "twillio"]).is_err());
}
