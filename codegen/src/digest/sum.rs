//! The digest of files, with only the standard library: `build.rs` of the library includes this
//! file, so that there is one algorithm.

/// The sum, over all files added, of the FNV-1a, 64 bit, of a file's path, length and bytes. A sum
/// is the same in whatever order a folder lists its files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum(u64);

impl Sum {
    /// Adds a file. Its path starts with the folder, as in `data/providers.csv`.
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        let state = fnv1a(FNV_OFFSET, path.as_bytes());
        let state = fnv1a(state, &(bytes.len() as u64).to_le_bytes());
        self.0 = self.0.wrapping_add(fnv1a(state, bytes));
    }

    /// The sum as 16 hexadecimal digits.
    pub fn to_hex(self) -> String {
        format!("{:016x}", self.0)
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

fn fnv1a(mut state: u64, bytes: &[u8]) -> u64 {
    for byte in bytes {
        state = (state ^ u64::from(*byte)).wrapping_mul(FNV_PRIME);
    }
    state
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

    #[test]
    fn the_order_of_files_does_not_count_and_their_names_do() {
        let sum = |files: &[(&str, &[u8])]| {
            let mut sum = Sum::default();
            files.iter().for_each(|(path, bytes)| sum.add(path, bytes));
            sum
        };
        let a: (&str, &[u8]) = ("data/a", b"1");
        let b: (&str, &[u8]) = ("data/b", b"2");
        assert_eq!(sum(&[a, b]), sum(&[b, a]));
        assert_ne!(sum(&[a, b]), sum(&[("data/a", b"2"), ("data/b", b"1")]));
        assert_eq!(sum(&[]).to_hex(), "0000000000000000");
    }
}
