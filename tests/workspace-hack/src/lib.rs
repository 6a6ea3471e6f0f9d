//! Empty. Only the dependencies in the manifest matter.
