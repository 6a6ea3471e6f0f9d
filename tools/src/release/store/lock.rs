//! The right to write releases, which one process has at a time.

use std::fs::{File, TryLockError};

use super::{LOCK, ReleaseStore};
use crate::failure::Failure;

/// The right to write. The system takes it back when the process ends, however it ends.
pub struct Lock {
    _file: File,
}

impl ReleaseStore {
    /// Takes the right to write.
    ///
    /// # Errors
    /// If another process has it, or if the place is read-only.
    pub fn lock(&self) -> Result<Lock, Failure> {
        let path = self.hidden(LOCK)?;
        let file = File::create(&path).map_err(|error| Failure::io(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(Failure::new("another release is being written; try again when it is done"))
            }
            Err(TryLockError::Error(error)) => Err(Failure::io(&path, &error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_process_writes_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let store = ReleaseStore::new(folder.path().join("releases"));
        let lock = store.lock().unwrap();
        assert!(store.lock().is_err());
        drop(lock);
        assert!(store.lock().is_ok());
    }
}
