//! The rules of the tree, checked in its sources: which module may know which, and that every file is listed.

#[path = "structure/arrows.rs"]
mod arrows;
#[path = "structure/files.rs"]
mod files;
#[path = "structure/sources.rs"]
mod sources;
