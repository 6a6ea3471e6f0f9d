//! Whole numbers written as digits.

use super::{Kind, cell_schema};

/// A whole number from 1 to 999999, without leading zeros. In typed rows a `u32`.
pub(crate) struct PositiveNumber;

cell_schema!(PositiveNumber, |_| {
    "type": "string",
    "pattern": "^[1-9][0-9]{0,5}$",
    "x-kind": Kind::Number,
    "x-form": "a whole number from 1 to 999999, digits only"
});
