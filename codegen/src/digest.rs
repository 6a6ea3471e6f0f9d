//! A digest of the source files, by which a committed snapshot knows the data it was made from.

use crate::sources::Sources;

/// The sum, over all source files, of the FNV-1a, 64 bit, of a file's path, length and bytes: the
/// same in whatever order a folder lists its files. As 16 hexadecimal digits. Folders below
/// `schema/` hold schemas of what is made from the register; they are left out. `build.rs`
/// computes the same with nothing but the standard library.
pub fn digest(sources: &Sources) -> String {
    let data = sources.data_files().map(|(path, file)| of_file("data", path, &file.bytes));
    let schemas = sources
        .schema_files()
        .filter(|(path, _)| !path.contains('/'))
        .map(|(path, file)| of_file("schema", path, &file.bytes));
    format!("{:016x}", data.chain(schemas).fold(0, u64::wrapping_add))
}

fn of_file(folder: &str, path: &str, bytes: &[u8]) -> u64 {
    let state = fnv1a(FNV_OFFSET, folder.as_bytes());
    let state = fnv1a(fnv1a(state, b"/"), path.as_bytes());
    fnv1a(fnv1a(state, &(bytes.len() as u64).to_le_bytes()), bytes)
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
