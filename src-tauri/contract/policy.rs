use serde::Serialize;

use crate::policy::{InForce, Reason};

/// What the administrator lets users do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Allowed {
    pub history: bool,
    pub export: bool,
}

/// One thing that is wrong with the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PolicyFault {
    pub file: String,
    /// Counted from one; none where it is the file as a whole.
    pub line: Option<usize>,
    /// Such as `fixed.environment`.
    pub key: Option<String>,
    pub reason: Reason,
}

impl Allowed {
    pub fn by(in_force: &InForce) -> Self {
        Self { history: in_force.allows_history(), export: in_force.allows_export() }
    }
}

impl PolicyFault {
    pub fn all(in_force: &InForce) -> Vec<Self> {
        let Some(wrong) = in_force.wrong() else { return Vec::new() };
        let file = wrong.file.display().to_string();
        let faults = wrong.faults.iter().cloned();
        faults
            .map(|fault| Self { file: file.clone(), line: fault.line, key: fault.key, reason: fault.reason })
            .collect()
    }
}
