#![allow(deprecated)]

use service_providers::{Policy, Provider};

const VENDORS: &[Provider] = Policy::new().allow(&[Provider::Firebase]);

fn main() {
    println!("{VENDORS:?}");
}
