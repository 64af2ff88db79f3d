//! What the tests are written in: a computer with its own home and keychain, and a page on it.

mod axe;
mod compositor;
mod computer;
mod control;
mod controls;
mod display;
mod driver;
mod failure;
mod keyboard;
mod local;
mod page;
mod policy;
pub(crate) mod processes;
mod result;
mod system;
mod wait;
mod x11;

pub(crate) use axe::Axe;
pub(crate) use compositor::Compositor;
pub(crate) use computer::{Computer, Keyring};
pub(crate) use control::Control;
pub(crate) use display::Display;
pub(crate) use driver::app;
pub(crate) use fantoccini::key::Key;
pub(crate) use local::{answer_slowly, bodies, posts_of, request};
pub(crate) use page::Page;
pub(crate) use result::Shown;
pub(crate) use system::printed;
pub(crate) use wait::{eventually, within};
