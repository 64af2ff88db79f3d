use std::time::Duration;

use super::{Looking, Unseen};
use crate::{
    connect::Unread,
    domain::Environment,
    log::{Area, Entry, Log, Looked},
};

/// One line in the log for each look: what it came to, and never at what.
pub(super) fn tell(log: &Log, environment: Environment, looking: &Looking, took: Duration) {
    let came_to = match looking {
        Looking::NoId => return,
        Looking::Seen(_) => Looked::Seen,
        Looking::NotFound(_) => Looked::NotFound,
        Looking::Unseen(_, Unseen::Unread(Unread::Refused(reason)) | Unseen::NoService(reason)) => {
            Looked::Refused(*reason)
        }
        Looking::Unseen(_, Unseen::Unread(Unread::Unclear(reason))) => Looked::Unclear(*reason),
        Looking::Unseen(_, Unseen::NoToken(reason)) => {
            if let Some(error) = reason {
                log.failed(Area::Keychain, error);
            }
            Looked::NoToken
        }
    };
    log.write(&Entry::LookedUp { environment, came_to, took });
}
