//! `generate`: renews the Rust made from the register.

use crate::failure::{Outcome, Result};
use crate::workspace::Folders;

#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    folders: Folders,
}

pub fn run(_args: &Args) -> Result {
    Ok(Outcome::Done)
}
