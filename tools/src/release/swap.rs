//! Puts a folder in the place of another in one step.

use std::io;
use std::path::Path;

/// Swaps two folders. Whoever looks sees the one or the other, never neither. `false` if the
/// system or the file system cannot do that.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub fn swap(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP | Errno::XDEV) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Swaps two folders. `false`: this system cannot do that.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub fn swap(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
