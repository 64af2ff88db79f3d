//! A virtual display whose picture is read from the X server's own memory, and whose keys the X server presses.

use std::{
    fs::File,
    io::{BufRead, BufReader, Write},
    os::unix::fs::FileExt,
    process::{Child, ChildStdin, Command, Stdio},
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

pub(crate) const WIDTH: usize = 800;
const HEIGHT: usize = 900;
/// Every so many rows are looked at: the smallest letter is higher than this.
const STEP: usize = 3;
/// How often it is looked at while something is waited for.
const GLANCE: Duration = Duration::from_millis(4);

pub(crate) struct Screen {
    server: Child,
    name: String,
    frame: File,
    /// Of an `xdotool` that stays: starting one takes longer than pressing a key.
    keys: Mutex<ChildStdin>,
    tool: Child,
    _folder: TempDir,
}

/// The pixels of the rows that are looked at.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Picture(Vec<u32>);

/// The pixels that stay the same for longer than a cursor blinks; None where one does not.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Still(Vec<Option<u32>>);

/// Pixels by which something is recognised: their places and colours, and how many of them have to agree.
#[derive(Clone)]
pub(crate) struct Mask {
    pixels: Vec<(usize, u32)>,
    percent: usize,
}

/// Nearly all of it: a letter's edge may be drawn in another shade.
const NEARLY_ALL: usize = 95;

impl Screen {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &format!("{WIDTH}x{HEIGHT}x24"), "-nolisten", "tcp", "-noreset"])
            .arg("-fbdir")
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb runs");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("piped")).read_line(&mut number).expect("a number");
        let name = format!(":{}", number.trim());
        let frame = File::open(folder.path().join("Xvfb_screen0")).expect("its memory");
        let mut tool =
            Command::new("xdotool").arg("-").env("DISPLAY", &name).stdin(Stdio::piped()).spawn().expect("xdotool runs");
        let keys = Mutex::new(tool.stdin.take().expect("piped"));
        let screen = Self { server, name, frame, keys, tool, _folder: folder };
        // Without a window manager, keys go to the window under the pointer.
        screen.tell("mousemove 400 600");
        screen
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn press(&self, key: &str) {
        self.tell(&format!("key {key}"));
    }

    fn tell(&self, what: &str) {
        writeln!(self.keys.lock().expect("no panic"), "{what}").expect("xdotool listens");
    }

    pub(crate) fn picture(&self) -> Picture {
        let head = self.head();
        let mut row = [0; WIDTH * 4];
        let mut pixels = Vec::with_capacity(WIDTH * HEIGHT / STEP);
        for y in (0..HEIGHT).step_by(STEP) {
            self.frame.read_exact_at(&mut row, head + (y * WIDTH * 4) as u64).expect("a row");
            pixels.extend(row.chunks_exact(4).map(|pixel| u32::from_le_bytes(pixel.try_into().expect("four bytes"))));
        }
        Picture(pixels)
    }

    /// Returns where the pixels begin: after the head of a file of `xwd`, and its colours of twelve bytes each.
    fn head(&self) -> u64 {
        let number = |place| {
            let mut bytes = [0; 4];
            self.frame.read_exact_at(&mut bytes, place).expect("a head");
            u64::from(u32::from_be_bytes(bytes))
        };
        number(0) + number(19 * 4) * 12
    }

    /// Waits until nothing moves but a cursor, and returns what stands still.
    pub(crate) fn settled(&self) -> Still {
        const BLINKS: u32 = 16;
        let mut still = Still(self.picture().0.into_iter().map(Some).collect());
        for _ in 0..BLINKS {
            thread::sleep(Duration::from_millis(100));
            let now = self.picture();
            for (pixel, now) in still.0.iter_mut().zip(now.0) {
                *pixel = pixel.filter(|pixel| *pixel == now);
            }
        }
        still
    }

    /// Waits until the picture is such a one, and stays so.
    pub(crate) fn settled_on(&self, is_such: impl Fn(&Still) -> bool) -> Still {
        const MOST: u32 = 20;
        let mut last = self.settled();
        for _ in 0..MOST {
            let now = self.settled();
            if is_such(&now) && now == last {
                return now;
            }
            last = now;
        }
        panic!("the picture did not settle")
    }

    /// Waits until this can be seen, and calls `meanwhile` between two looks. Returns when it was.
    pub(crate) fn wait_for(&self, mask: &Mask, mut meanwhile: impl FnMut()) -> Instant {
        const LONGEST: Duration = Duration::from_mins(1);
        let begun = Instant::now();
        while !mask.is_in(&self.picture()) {
            assert!(begun.elapsed() < LONGEST, "it was not seen within {LONGEST:?}");
            meanwhile();
            thread::sleep(GLANCE);
        }
        Instant::now()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for process in [&mut self.tool, &mut self.server] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

impl Still {
    /// Returns what is seen of a window: the pixels that were not there before it, without its background.
    pub(crate) fn content(&self, before: &Self) -> Mask {
        let new = |place: &usize| self.0[*place].is_some() && self.0[*place] != before.0[*place];
        let mut counts = std::collections::HashMap::<u32, usize>::new();
        for colour in (0..self.0.len()).filter(new).filter_map(|place| self.0[place]) {
            *counts.entry(colour).or_default() += 1;
        }
        let background = counts.into_iter().max_by_key(|(_, count)| *count).map(|(colour, _)| colour);
        self.mask(|place| new(&place) && self.0[place] != background)
    }

    pub(crate) fn whole(&self) -> Mask {
        self.mask(|_| true)
    }

    /// Returns what is different since then.
    pub(crate) fn change(&self, since: &Self) -> Mask {
        self.mask(|place| since.0[place].is_some() && self.0[place] != since.0[place])
    }

    fn mask(&self, is_in: impl Fn(usize) -> bool) -> Mask {
        let places = (0..self.0.len()).filter(|place| is_in(*place));
        let pixels = places.filter_map(|place| Some((place, self.0[place]?))).collect();
        Mask { pixels, percent: NEARLY_ALL }
    }
}

impl Mask {
    /// Leaves what is in the rows of another one.
    #[must_use]
    pub(crate) fn in_rows_of(self, other: &Self) -> Self {
        let rows = other.pixels.iter().map(|(place, _)| place / WIDTH);
        let (first, last) = (rows.clone().min().unwrap_or(0), rows.max().unwrap_or(0));
        let pixels = self.pixels.into_iter().filter(|(place, _)| (first..=last).contains(&(place / WIDTH))).collect();
        Self { pixels, percent: self.percent }
    }

    /// Leaves what is in its first line: a word beneath a box may come later than the letter in it. Most of that is
    /// enough: the caret is there too, and stands elsewhere after a second letter.
    #[must_use]
    pub(crate) fn first_line(self) -> Self {
        const LINE: usize = 24;
        let first = self.pixels.first().map_or(0, |(place, _)| place / WIDTH);
        let pixels = self.pixels.into_iter().filter(|(place, _)| place / WIDTH < first + LINE / STEP).collect();
        Self { pixels, percent: 60 }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.pixels.is_empty()
    }

    /// Returns whether enough of it is there.
    fn is_in(&self, picture: &Picture) -> bool {
        let agree = self.pixels.iter().filter(|(place, colour)| picture.0[*place] == *colour).count();
        assert!(!self.is_empty(), "there is nothing to recognise");
        agree * 100 >= self.pixels.len() * self.percent
    }
}
