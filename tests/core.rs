//! The core without its window: one program, and what its tests are written in. Each folder is named as what it tries.

mod kit;

mod core {
    mod checkup;
    mod conformance;
    mod connect;
    mod domain;
    mod journal;
    #[cfg(target_os = "linux")]
    mod keychain;
    mod log;
    mod look_up;
    mod policy;
    mod resend;
    mod structure;
    mod waiting;
}
