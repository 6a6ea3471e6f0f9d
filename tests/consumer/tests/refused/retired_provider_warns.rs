#![deny(warnings)]

use service_providers::Provider;

fn main() {
    println!("{}", Provider::Firebase);
}
