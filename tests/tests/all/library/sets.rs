//! Sets behave like `BTreeSet`, in constants too.

use std::collections::BTreeSet;

use proptest::prelude::*;
use service_providers::set::{CountrySet, DataCategorySet, ProviderSet, TermSet};
use service_providers::term::Term;
use service_providers::{Country, DataCategory, Provider};

fn some<T: Term>() -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(proptest::sample::select(T::ALL), 0..T::ALL.len())
}

/// Whether a set and its model say the same.
fn same<T: Term, const WORDS: usize>(set: TermSet<T, WORDS>, model: &BTreeSet<T>) {
    assert_eq!(set.iter().collect::<Vec<_>>(), model.iter().copied().collect::<Vec<_>>());
    assert_eq!(set.iter().len(), model.len());
    assert_eq!((set.len(), set.is_empty()), (model.len(), model.is_empty()));
    assert_eq!(set.first().as_ref(), model.first());
    assert_eq!(set, model.iter().copied().collect());
    assert_eq!(format!("{set:?}"), format!("{model:?}"));
}

fn algebra<T: Term, const WORDS: usize>(a: &[T], b: &[T]) {
    let (mut left, mut right) = (TermSet::<T, WORDS>::EMPTY, TermSet::EMPTY);
    left.extend(a.iter().copied());
    right.extend(b.iter().copied());
    let model = |terms: &[T]| terms.iter().copied().collect::<BTreeSet<T>>();
    let (a, b) = (model(a), model(b));
    same(left, &a);
    same(left.union(right), &(&a | &b));
    same(left.intersection(right), &(&a & &b));
    same(left.difference(right), &(&a - &b));
    assert_eq!(left.is_subset(right), a.is_subset(&b));
    assert_eq!(left == right, a == b);
}

proptest! {
    #[test]
    fn algebra_of_providers(a in some::<Provider>(), b in some::<Provider>()) {
        algebra::<_, { size_of::<ProviderSet>() / 8 }>(&a, &b);
    }

    /// More than 128 members.
    #[test]
    fn algebra_of_countries(a in some::<Country>(), b in some::<Country>()) {
        algebra::<_, { size_of::<CountrySet>() / 8 }>(&a, &b);
    }

    #[test]
    fn members(terms in some::<DataCategory>(), other in proptest::sample::select(DataCategory::ALL)) {
        let set = DataCategorySet::of(&terms);
        prop_assert_eq!(set.contains(other), terms.contains(&other));
        prop_assert!(set.with(other).contains(other));
        prop_assert_eq!(set.with(other).len(), set.len() + usize::from(!terms.contains(&other)));
    }
}

#[test]
fn the_whole_and_the_empty_set() {
    same(CountrySet::ALL, &Country::ALL.iter().copied().collect());
    same(CountrySet::EMPTY, &BTreeSet::new());
    same(CountrySet::default(), &BTreeSet::new());
    const { assert!(CountrySet::ALL.len() > 128) };
}

#[test]
fn sets_in_constants() {
    const NORTH: CountrySet = CountrySet::of(&[Country::No, Country::Se, Country::Us]);
    const EUROPE: CountrySet = NORTH.intersection(CountrySet::EEA);
    const REST: CountrySet = NORTH.difference(EUROPE).union(CountrySet::EMPTY);
    const _: () = assert!(EUROPE.len() == 2 && REST.contains(Country::Us) && !REST.is_empty());
    const FIRST: Option<Country> = EUROPE.first();
    assert_eq!(FIRST, Some(Country::No));
    let mut names = Vec::new();
    for country in EUROPE {
        names.push(country.name());
    }
    assert_eq!(names, ["Norway", "Sweden"]);
}

#[test]
fn current_providers() {
    same(ProviderSet::CURRENT, &Provider::CURRENT.iter().copied().collect());
}
