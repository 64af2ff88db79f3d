//! The window state: where the window was the last time, in one file, and how that fits the screens that are there now.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::private;

/// The position and size of the window, in the pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowState {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
    pub maximized: bool,
}

/// The work area of a screen: the part that windows may cover.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

#[derive(Clone, Debug)]
pub struct WindowStateFile {
    path: PathBuf,
}

impl WindowState {
    /// Fits the window wholly on the screen that it was mostly on. None where that screen is gone.
    #[must_use]
    pub fn on(self, screens: &[Screen]) -> Option<Self> {
        let screen =
            screens.iter().max_by_key(|screen| self.seen_on(screen)).filter(|screen| self.seen_on(screen) > 0)?;
        let (width, height) = (self.width.min(screen.width), self.height.min(screen.height));
        let (x, y) = (within(self.x, width, screen.x, screen.width), within(self.y, height, screen.y, screen.height));
        Some(Self { x, y, width, height, ..self })
    }

    fn seen_on(&self, screen: &Screen) -> i64 {
        shared(self.x, self.width, screen.x, screen.width) * shared(self.y, self.height, screen.y, screen.height)
    }
}

/// Returns how much of a line lies on another.
fn shared(start: i32, length: u32, other: i32, other_length: u32) -> i64 {
    let end = (i64::from(start) + i64::from(length)).min(i64::from(other) + i64::from(other_length));
    (end - i64::from(start.max(other))).max(0)
}

/// Returns where a line that is no longer than the other begins to lie wholly on it, with the least moving.
fn within(start: i32, length: u32, other: i32, other_length: u32) -> i32 {
    let last = i64::from(other) + i64::from(other_length) - i64::from(length);
    i64::from(start).clamp(i64::from(other), last).try_into().unwrap_or(other)
}

impl WindowStateFile {
    pub fn within(folder: &Path) -> Self {
        Self { path: folder.join("window.json") }
    }

    /// Loads the window state; None where there is nothing to go by: the window then opens in the middle.
    pub fn load(&self) -> Option<WindowState> {
        serde_json::from_slice(&fs::read(&self.path).ok()?).ok()
    }

    pub fn save(&self, state: WindowState) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            private::make_folder(folder)?;
        }
        fs::write(&self.path, serde_json::to_vec(&state)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Screen = Screen { x: -1920, y: 0, width: 1920, height: 1080 };
    const MAIN: Screen = Screen { x: 0, y: 30, width: 1280, height: 994 };

    fn at(x: i32, y: i32) -> WindowState {
        WindowState { x, y, width: 560, height: 760, maximized: false }
    }

    #[test]
    fn a_window_that_fits_stays_where_it_was() {
        for state in [at(0, 30), at(720, 264), at(-1920, 0), at(-560, 320)] {
            assert_eq!(state.on(&[MAIN, LEFT]), Some(state));
        }
    }

    #[test]
    fn a_window_that_would_be_partly_off_comes_wholly_onto_the_screen_that_has_most_of_it() {
        for (stored, shown) in [
            (at(1270, 1000), at(720, 264)),
            (at(100, -20), at(100, 30)),
            (at(-300, 100), at(-560, 100)),
            (at(-200, 100), at(0, 100)),
            (at(-2470, 500), at(-1920, 320)),
        ] {
            assert_eq!(stored.on(&[MAIN, LEFT]), Some(shown), "{stored:?}");
        }
    }

    #[test]
    fn a_window_whose_screen_is_gone_has_no_place() {
        for state in [at(-1920, 0), at(1280, 100), at(0, 1024), at(i32::MAX, i32::MIN)] {
            assert_eq!(state.on(&[MAIN]), None, "{state:?}");
        }
        assert_eq!(at(0, 0).on(&[]), None);
        assert_eq!(WindowState { width: 0, ..at(0, 100) }.on(&[MAIN]), None);
    }

    #[test]
    fn a_window_larger_than_the_screen_is_as_large_as_the_screen() {
        let huge = WindowState { x: i32::MIN, y: -5, width: u32::MAX, height: u32::MAX, maximized: true };
        assert_eq!(huge.on(&[MAIN]), Some(WindowState { x: 0, y: 30, width: 1280, height: 994, maximized: true }));
    }

    #[test]
    fn what_was_saved_is_loaded_and_what_cannot_be_read_is_no_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = WindowStateFile::within(&folder.path().join("made/at/need"));
        assert_eq!(file.load(), None);

        file.save(at(-7, 12)).expect("saved");
        assert_eq!(file.load(), Some(at(-7, 12)));

        fs::write(&file.path, "{ half").expect("written");
        assert_eq!(file.load(), None);
    }
}
