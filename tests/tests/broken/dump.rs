#[test]
fn dump() {
    let out: Vec<_> = super::cases().map(|c| (c.name, service_providers_tests::mini::broken(c.change).to_string())).collect();
    std::fs::write("/tmp/tests-tools/dump.json", serde_json::to_string(&out).unwrap()).unwrap();
}
