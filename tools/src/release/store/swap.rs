//! Swapping two folders in one step.

use std::io;
use std::path::Path;

/// Swaps two folders. At every moment both paths lead to a folder. Returns `false` if the system
/// or the file system cannot swap folders.
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

/// Swaps two folders. Returns `false`, because this system cannot swap folders.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub fn swap(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
