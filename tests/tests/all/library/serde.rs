//! Terms as keys on the wire.

use serde_json::{from_reader, from_str, to_string};
use service_providers::lenient::Lenient;
use service_providers::set::ProviderSet;
use service_providers::term::Term;
use service_providers::{Country, Provider};

#[test]
fn every_key_comes_back() {
    fn check<T: Term + serde::Serialize + serde::de::DeserializeOwned>() {
        for term in T::ALL.iter().copied() {
            let json = to_string(&term).unwrap();
            assert_eq!(json, format!("{:?}", term.key()));
            assert_eq!(from_str::<T>(&json).unwrap(), term);
            assert_eq!(from_reader::<_, T>(json.as_bytes()).unwrap(), term);
        }
    }
    check::<Provider>();
    check::<Country>();
    check::<service_providers::DataCategory>();
    check::<service_providers::Edition>();
    check::<service_providers::Form>();
}

#[test]
fn a_strict_field_refuses_what_it_does_not_know() {
    let error = from_str::<Provider>("\"someone-new\"").unwrap_err().to_string();
    assert!(
        error.starts_with("`someone-new` is neither a key nor a name of a Provider"),
        "{error}"
    );
    // A name means the same here as everywhere else.
    assert_eq!(from_str::<Provider>("\"Twilio\"").unwrap(), Provider::Twilio);
    assert!(from_str::<Provider>("7").is_err());
}

#[test]
fn a_lenient_field_keeps_it() {
    let known: Lenient<'_, Provider> = from_str("\"twilio\"").unwrap();
    assert_eq!((known.known(), known.text()), (Some(Provider::Twilio), Some("twilio")));
    let borrowed: Lenient<'_, Provider> = from_str("\"someone-new\"").unwrap();
    assert_eq!(borrowed, Lenient::Borrowed("someone-new"));
    assert_eq!(to_string(&borrowed).unwrap(), "\"someone-new\"");
    assert_eq!(to_string(&known).unwrap(), "\"twilio\"");
}

/// Text with an escape, or from a reader, cannot be borrowed: without `alloc` it is dropped, and
/// says so when it is to be written again.
#[test]
fn what_cannot_be_borrowed_is_dropped() {
    let dropped: Lenient<'_, Provider> = from_str("\"someone\\u002dnew\"").unwrap();
    assert_eq!((dropped.known(), dropped.text()), (None, None));
    assert_eq!(dropped, Lenient::Dropped);
    let error = to_string(&dropped).unwrap_err().to_string();
    assert_eq!(error, "the text of an unknown term was dropped");
    let known: Lenient<'_, Provider> = from_str("\"twili\\u006f\"").unwrap();
    assert_eq!(known, Lenient::Known(Provider::Twilio));
}

#[test]
fn lists_of_keys_are_sets() {
    let list: Vec<Provider> = from_str(r#"["twilio", "aws"]"#).unwrap();
    let set: ProviderSet = list.into_iter().collect();
    assert_eq!(to_string(&set.iter().collect::<Vec<_>>()).unwrap(), r#"["aws","twilio"]"#);
}
