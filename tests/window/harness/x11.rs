//! One message of the X protocol: what a window manager sends when somebody clicks the cross in a window's corner.

use std::{
    io::{Read, Write},
    os::unix::net::UnixStream,
};

/// `display` is such as `:7`, a display without access control.
pub(super) fn ask_to_close(display: &str, window: u32) {
    let mut server = Server::connect(display);
    let (protocols, delete) = (server.atom("WM_PROTOCOLS"), server.atom("WM_DELETE_WINDOW"));
    server.send_client_message(window, protocols, delete);
    // Whoever is answered knows that what was said before has been heard.
    server.atom("WM_PROTOCOLS");
}

struct Server {
    stream: UnixStream,
}

impl Server {
    fn connect(display: &str) -> Self {
        let path = format!("/tmp/.X11-unix/X{}", display.trim_start_matches(':'));
        let mut stream = UnixStream::connect(path).expect("the display is there");
        // Little endian, version 11.0, no authorization.
        stream.write_all(&[b'l', 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]).expect("written");
        let mut head = [0; 8];
        stream.read_exact(&mut head).expect("an answer");
        assert_eq!(head[0], 1, "the display lets us in");
        let mut rest = vec![0; usize::from(u16::from_le_bytes([head[6], head[7]])) * 4];
        stream.read_exact(&mut rest).expect("the whole answer");
        Self { stream }
    }

    fn atom(&mut self, name: &str) -> u32 {
        const INTERN_ATOM: u8 = 16;
        let padded = name.len().next_multiple_of(4);
        let length = u16::try_from(2 + padded / 4).expect("a short name").to_le_bytes();
        let name_length = u16::try_from(name.len()).expect("a short name").to_le_bytes();
        let mut request = vec![INTERN_ATOM, 0, length[0], length[1], name_length[0], name_length[1], 0, 0];
        request.extend(name.bytes());
        request.resize(8 + padded, 0);
        self.stream.write_all(&request).expect("written");
        let mut reply = [0; 32];
        self.stream.read_exact(&mut reply).expect("an answer");
        assert_eq!(reply[0], 1, "a reply, and no error");
        u32::from_le_bytes([reply[8], reply[9], reply[10], reply[11]])
    }

    fn send_client_message(&mut self, window: u32, kind: u32, value: u32) {
        const SEND_EVENT: u8 = 25;
        const CLIENT_MESSAGE: u8 = 33;
        let mut request = vec![SEND_EVENT, 0, 11, 0];
        for number in [window, 0] {
            request.extend(number.to_le_bytes());
        }
        request.extend([CLIENT_MESSAGE, 32, 0, 0]);
        for number in [window, kind, value] {
            request.extend(number.to_le_bytes());
        }
        request.resize(44, 0);
        self.stream.write_all(&request).expect("written");
    }
}
