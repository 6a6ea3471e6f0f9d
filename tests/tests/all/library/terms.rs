//! Every term is found by its key and by all its names, and by nothing else.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::hash::Hash;

use service_providers::term::{
    Certainty, CollectionMethod, Context, DataStatus, Extent, Feature, LegalBasis, Likelihood,
    OtherParty, RecipientRole, Relation, Section, ServiceCategory, Setting, Sharing, SpecialCare,
    SuccessionKind, Term, Transfer,
};
use service_providers::{
    Country, DataCategory, DataSubject, Document, Edition, Form, Provider, Purpose, Safeguard,
};

/// Runs a generic check for every closed set.
macro_rules! for_every_set {
    ($check:ident) => {
        $check::<Certainty>();
        $check::<CollectionMethod>();
        $check::<Context>();
        $check::<Country>();
        $check::<DataCategory>();
        $check::<DataStatus>();
        $check::<DataSubject>();
        $check::<Document>();
        $check::<Edition>();
        $check::<Extent>();
        $check::<Feature>();
        $check::<Form>();
        $check::<LegalBasis>();
        $check::<Likelihood>();
        $check::<OtherParty>();
        $check::<Provider>();
        $check::<Purpose>();
        $check::<RecipientRole>();
        $check::<Relation>();
        $check::<Safeguard>();
        $check::<Section>();
        $check::<ServiceCategory>();
        $check::<Setting>();
        $check::<Sharing>();
        $check::<SpecialCare>();
        $check::<SuccessionKind>();
        $check::<Transfer>();
    };
}

#[test]
fn keys_lead_to_their_terms() {
    fn check<T: Term>() {
        assert!(!T::ALL.is_empty(), "{}", T::KIND);
        for term in T::ALL.iter().copied() {
            assert_eq!(T::from_key(term.key()), Some(term));
            assert_eq!(T::from_str(term.key()), Ok(term));
            assert_eq!(T::from_name(term.name()).map(Term::name), Some(term.name()));
        }
        let keys: BTreeSet<&str> = T::ALL.iter().map(|term| term.key()).collect();
        assert_eq!(keys.len(), T::ALL.len(), "{}", T::KIND);
    }
    for_every_set!(check);
}

#[test]
fn terms_are_ordered_by_key() {
    fn check<T: Term>() {
        assert!(T::ALL.is_sorted(), "{}", T::KIND);
        assert!(T::ALL.is_sorted_by_key(|term| term.key()), "{}", T::KIND);
    }
    for_every_set!(check);
}

#[test]
fn what_is_shown_can_be_read() {
    fn check<T: Term>() {
        for term in T::ALL.iter().copied() {
            assert_eq!(term.to_string(), term.name());
            // A name may also be the key of another term; then the key counts.
            let read: T = term.to_string().parse().unwrap();
            assert!(read == term || read.key() == term.name() || read.name() == term.name());
            assert!(format!("{term:?}").starts_with(&format!("{}::", T::KIND)));
            assert_eq!(format!("{term:>60}").chars().count(), 60.max(term.name().chars().count()));
        }
    }
    for_every_set!(check);
}

#[test]
fn capitals_do_not_matter_in_names_and_do_in_keys() {
    fn check<T: Term>() {
        for term in T::ALL.iter().copied() {
            let name = term.name();
            for written in [name.to_ascii_uppercase(), name.to_ascii_lowercase()] {
                assert_eq!(T::from_name(&written).map(Term::name), Some(name), "{written}");
            }
            let capitals = term.key().to_ascii_uppercase();
            if capitals != term.key() {
                assert_eq!(T::from_key(&capitals), None);
            }
        }
    }
    for_every_set!(check);
}

#[test]
fn other_texts_lead_to_nothing() {
    fn check<T: Term>() {
        let texts: BTreeSet<&str> =
            T::ALL.iter().flat_map(|term| [term.key(), term.name()]).collect();
        for text in texts.iter().flat_map(|text| {
            [
                format!("{text} "),
                format!(" {text}"),
                format!("{text}x"),
                text.chars().skip(1).collect(),
            ]
        }) {
            if !texts.contains(text.as_str()) {
                assert_eq!(T::from_key(&text), None, "{text:?}");
            }
        }
        for text in ["", " ", "\0", "no such thing", "日本", &"long ".repeat(1000)] {
            assert_eq!(T::from_key(text), None);
            assert_eq!(T::from_name(text), None);
            let error = T::from_str(text).unwrap_err().to_string();
            let told = format!("is neither a key nor a name of a {}", T::KIND);
            assert!(error.contains(&told), "{error}");
            assert!(error.len() < 200, "{error}");
        }
    }
    for_every_set!(check);
}

#[test]
fn terms_are_small_and_can_go_anywhere() {
    fn check<T: Term + Copy + Eq + Ord + Hash + Debug + Send + Sync + Unpin + 'static>() {
        assert_eq!(size_of::<T>(), 2);
        assert_eq!(size_of::<Option<T>>(), 2);
    }
    for_every_set!(check);
    fn sync<T: Send + Sync + Copy + Debug>() {}
    sync::<service_providers::record::Engagement>();
    sync::<service_providers::record::Disclosure>();
    sync::<service_providers::record::Practice>();
    sync::<service_providers::set::ProviderSet>();
    sync::<service_providers::Disclosures>();
    sync::<service_providers::Policy>();
    sync::<service_providers::Violation>();
}

#[test]
#[allow(deprecated, reason = "former providers are asked for by name")]
fn awkward_names_and_former_names() {
    for (name, provider) in [
        ("Coconut.co", Provider::CoconutCo),
        ("Dun & Bradstreet", Provider::DunAndBradstreet),
        ("dun & bradstreet", Provider::DunAndBradstreet),
        ("MDR Education", Provider::DunAndBradstreet),
        ("Facebook Ads (Pixel, Custom Audiences)", Provider::FacebookAds),
        ("MongoLab", Provider::MongodbAtlas),
        ("Firebase", Provider::Firebase),
        ("Amazon Web Services", Provider::Aws),
    ] {
        assert_eq!(Provider::from_name(name), Some(provider), "{name}");
        assert_eq!(name.parse(), Ok(provider));
    }
    for provider in Provider::ALL {
        for alias in provider.aliases() {
            assert_eq!(Provider::from_name(alias), Some(*provider), "{alias}");
        }
    }
}

#[test]
fn lookups_work_in_constants() {
    const TWILIO: Option<Provider> = Provider::from_key("twilio");
    const NAMED: Option<Provider> = Provider::from_name("twilio");
    const KEY: &str = Provider::Twilio.key();
    assert_eq!((TWILIO, NAMED, KEY), (Some(Provider::Twilio), Some(Provider::Twilio), "twilio"));
    assert_eq!(service_providers::providers::TWILIO.name, "Twilio");
    const ALIAS: Option<&str> = Provider::DunAndBradstreet.aliases().get(0);
    assert_eq!(ALIAS, Provider::DunAndBradstreet.aliases().iter().next());
    assert!(ALIAS.is_some() && Provider::Twilio.aliases().get(99).is_none());
}
