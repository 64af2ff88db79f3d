//! The rules of the tree, checked in its sources: which module may know which, and that every file is listed.

mod arrows;
mod files;
mod sources;
