//! The data: compiled from the tables by the build script, or the committed snapshot.

#[cfg(not(from_source))]
include!("generated.rs");
#[cfg(from_source)]
include!(concat!(env!("OUT_DIR"), "/generated.rs"));

// The build script sets `from_source`; the published package has no build script.
#[cfg(all(feature = "from-source", not(from_source)))]
compile_error!(
    "the feature `from-source` works in a checkout of the repository alone, because the published \
     package has no tables: leave the feature out"
);
