//! Whole numbers written as digits.

use super::{Kind, cell_schema};
use crate::limits::MAX_NUMBER;

/// A whole number from 1 to [`MAX_NUMBER`], without leading zeros. In typed rows a `u32`.
pub(crate) struct PositiveNumber;

/// How many digits may follow the first one.
const FURTHER_DIGITS: u32 = MAX_NUMBER.ilog10();
const _: () = assert!(MAX_NUMBER + 1 == 10_u32.pow(FURTHER_DIGITS + 1), "the pattern says as much");

cell_schema!(PositiveNumber, |_| {
    "type": "string",
    "pattern": format!("^[1-9][0-9]{{0,{FURTHER_DIGITS}}}$"),
    "x-kind": Kind::Number,
    "x-form": format!("a whole number from 1 to {MAX_NUMBER}, digits only")
});
