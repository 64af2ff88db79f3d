use serde::Serialize;

use crate::policy::{Fault, InForce};

/// A fault in the policy, and in which file it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PolicyFault {
    pub file: String,
    #[serde(flatten)]
    pub fault: Fault,
}

impl PolicyFault {
    pub fn all(in_force: &InForce) -> Vec<Self> {
        let Some(wrong) = in_force.wrong() else { return Vec::new() };
        let file = wrong.file.display().to_string();
        wrong.faults.iter().cloned().map(|fault| Self { file: file.clone(), fault }).collect()
    }
}
