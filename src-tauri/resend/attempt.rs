use std::time::Duration;

use super::{Attempt, Ending};
use crate::{
    domain::Environment,
    log::{Area, Entry, Log},
};

/// One line in the log for each send: what became of it, and never whom it was for.
pub(super) fn tell(log: &Log, environment: Environment, attempt: &Attempt, took: Duration) {
    let stayed = |area| Entry::Stayed { attempt: attempt.number, environment, area, took };
    match &attempt.ending {
        Ending::Tried(meaning) => log.write(&Entry::Sent {
            attempt: attempt.number,
            environment,
            outcome: &meaning.outcome,
            status: meaning.status.map(|status| status.as_u16()),
            took,
        }),
        Ending::NoToken(reason) => {
            if let Some(error) = reason {
                log.failed(Area::Keychain, error);
            }
            log.write(&stayed(Area::Keychain));
        }
        Ending::NoRecord(error) => {
            log.failed(Area::Journal, error);
            log.write(&stayed(Area::Journal));
        }
        Ending::PolicyWrong => log.write(&stayed(Area::Policy)),
    }
}
