//! `token set` with the token in each encoding that a file may have.

use std::time::Duration;

use resend_reservation::{
    cli::{Command, Options},
    keychain::Keychain,
};

use super::{asking_store::Store, loaded};

type Bytes = fn(u16) -> [u8; 2];

#[tokio::test]
async fn a_token_file_is_read_in_the_encodings_that_windows_and_editors_write() {
    let little: Bytes = u16::to_le_bytes;
    let big: Bytes = u16::to_be_bytes;
    let as_utf16 = |text: &str, bytes: Bytes| text.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    let files = [
        ("PowerShell's >", as_utf16("\u{feff}12|abc.DEF\r\n", little)),
        ("big endian", as_utf16("\u{feff}12|abc.DEF\n", big)),
        ("without a mark", as_utf16("Bearer 12|abc.DEF\r\n", little)),
        ("Notepad's UTF-8", "\u{feff}12|abc.DEF\r\n".into()),
        ("UTF-8", "12|abc.DEF".into()),
    ];
    for (name, file) in files {
        let keychain = Store::default().keychain(Duration::from_secs(10));

        set(&keychain, &file).await.unwrap_or_else(|refused| panic!("{name}: {refused}"));

        assert_eq!(loaded(&keychain).await.as_deref(), Some("12|abc.DEF"), "{name}");
    }
}

#[tokio::test]
async fn an_encoding_that_is_not_read_is_named_and_nothing_of_it_repeated() {
    let utf32: Vec<u8> = "\u{feff}secret".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    for (file, named) in [(utf32.as_slice(), "UTF-32"), (b"s\xe9cret", "neither UTF-8 nor UTF-16")] {
        let keychain = Store::default().keychain(Duration::from_secs(10));

        let refused = set(&keychain, file).await.expect_err("it is no token");

        assert!(refused.starts_with("Nothing was saved.") && refused.contains(named), "{refused}");
        assert!(!refused.contains("cret"), "{refused}");
        assert_eq!(loaded(&keychain).await, None);
    }
}

async fn set(keychain: &Keychain, file: &[u8]) -> Result<String, String> {
    let arguments = ["resend-reservation", "token", "set", "--environment", "production"];
    let Some(Command::Token(command)) = Options::read(arguments.map(Into::into)).expect("options").command else {
        panic!("it is a command");
    };
    command.run(keychain, Some(file)).await
}
