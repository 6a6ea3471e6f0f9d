//! Broken registers: each is the miniature register with one mistake, and each test asserts the
//! complete report that the commands give.

mod cells;
mod characters;
mod coverage;
mod one_mistake;
mod register_file;
mod rules;
mod schema;
mod spreadsheet;
mod unusual;

use service_providers_tests::mini::Mini;

/// A broken register: its name, and how it is broken.
struct Case {
    name: &'static str,
    change: fn(&mut Mini),
}

/// Broken registers with their complete reports. Each becomes a test; together they are `CASES`.
macro_rules! broken {
    ($($name:ident: $change:expr => $report:literal;)*) => {
        $(
            #[test]
            fn $name() {
                let change: fn(&mut service_providers_tests::mini::Mini) = $change;
                let report = service_providers_tests::mini::broken(change);
                insta::assert_snapshot!(report, @$report);
            }
        )*

        pub(super) const CASES: &[super::Case] =
            &[$(super::Case { name: stringify!($name), change: $change }),*];
    };
}
use broken;

/// Every broken register.
fn cases() -> impl Iterator<Item = &'static Case> {
    [
        cells::CASES,
        characters::CASES,
        one_mistake::CASES,
        register_file::CASES,
        rules::CASES,
        schema::CASES,
        spreadsheet::CASES,
    ]
    .into_iter()
    .flatten()
}
