//! A digest of the source files, by which a committed snapshot knows the data it was made from.

use crate::sources::Sources;

/// FNV-1a, 64 bit, over every source file's path, length and bytes, in path order. As 16
/// hexadecimal digits. Folders below `schema/` hold schemas of what is made from the register;
/// they are left out. `build.rs` computes the same with nothing but the standard library.
pub fn digest(sources: &Sources) -> String {
    let mut state = FNV_OFFSET;
    for (folder, files) in [
        ("data", sources.data_files().collect::<Vec<_>>()),
        (
            "schema",
            sources.schema_files().filter(|(path, _)| !path.contains('/')).collect::<Vec<_>>(),
        ),
    ] {
        for (path, file) in files {
            state = fnv1a(state, folder.as_bytes());
            state = fnv1a(state, b"/");
            state = fnv1a(state, path.as_bytes());
            state = fnv1a(state, &(file.bytes.len() as u64).to_le_bytes());
            state = fnv1a(state, &file.bytes);
        }
    }
    format!("{state:016x}")
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn fnv1a(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(FNV_PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors published with the algorithm.
    #[test]
    fn fnv1a_vectors() {
        for (text, hash) in [
            ("", 0xcbf2_9ce4_8422_2325_u64),
            ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ] {
            assert_eq!(fnv1a(FNV_OFFSET, text.as_bytes()), hash, "{text:?}");
        }
    }
}
