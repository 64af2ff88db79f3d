//! Cancellation of a blocking call to the keychain, which nothing can interrupt. It learns that nobody waits any more,
//! and takes back what it has done.

use std::sync::{
    Arc,
    atomic::{AtomicU8, Ordering},
};

const OPEN: u8 = 0;
const COMPLETED: u8 = 1;
const CANCELLED: u8 = 2;

/// A cancellation flag, shared by the one who waits and the one who works.
#[derive(Clone, Debug, Default)]
pub(super) struct Cancellation(Arc<AtomicU8>);

impl Cancellation {
    /// Cancels, for the one who waits. False where what was asked for is done already: then the answer is on its way.
    pub(super) fn cancel(&self) -> bool {
        self.0.compare_exchange(OPEN, CANCELLED, Ordering::AcqRel, Ordering::Acquire).is_ok()
    }

    /// Marks it as done, for the one who works. False where somebody was told that nothing was done.
    pub(super) fn complete(&self) -> bool {
        !matches!(self.0.compare_exchange(OPEN, COMPLETED, Ordering::AcqRel, Ordering::Acquire), Err(CANCELLED))
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire) == CANCELLED
    }
}
