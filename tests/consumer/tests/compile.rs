//! What compiles in a consumer's crate, what does not, and what the compiler says.

#[test]
fn consumers() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/accepted/*.rs");
    cases.compile_fail("tests/refused/*.rs");
}
