//! Nothing: what a consumer writes is in `tests/`.
