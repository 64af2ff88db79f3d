//! A company's proxy with the service behind it: a CONNECT leads to a TLS server of the test's own, whose certificate an
//! authority of the test's own has made. So the names of the real service are used, and the real service is not.

use std::{
    fs,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::Arc,
    thread,
};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use tempfile::TempDir;
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned, pki_types::PrivateKeyDer};

/// What the certificate is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_os = "linux"), expect(dead_code))]
pub(crate) enum Certificate {
    Sound,
    Expired,
    NotYet,
    /// For another name.
    Foreign,
}

pub(crate) struct Tunnel {
    address: SocketAddr,
    folder: TempDir,
}

impl Tunnel {
    /// Answers every request inside with this.
    pub(crate) fn start(certificate: Certificate, answer: String) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (config, authority) = make(certificate, &folder.path().display().to_string());
        fs::write(folder.path().join("authority.pem"), authority).expect("written");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (config, answer) = (Arc::clone(&config), answer.clone());
                thread::spawn(move || serve(stream, config, &answer));
            }
        });
        Self { address, folder }
    }

    pub(crate) fn proxy(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What a computer has to trust, to trust what is behind the tunnel.
    pub(crate) fn authority(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }
}

fn serve(mut stream: TcpStream, config: Arc<ServerConfig>, answer: &str) {
    if read_head(&mut stream).is_none() || stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").is_err() {
        return;
    }
    let mut inside = StreamOwned::new(ServerConnection::new(config).expect("a connection"), stream);
    while read_head(&mut inside).is_some() {
        if inside.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

fn read_head(stream: &mut impl Read) -> Option<()> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 1024];
    while !bytes.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return None,
            Ok(read) => bytes.extend_from_slice(&chunk[..read]),
        }
    }
    Some(())
}

/// A server's side, and the certificate of who made it.
fn make(certificate: Certificate, name_of_authority: &str) -> (Arc<ServerConfig>, String) {
    let mut of_authority = CertificateParams::new(Vec::new()).expect("sound");
    of_authority.distinguished_name.push(DnType::CommonName, name_of_authority);
    of_authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(of_authority, KeyPair::generate().expect("a key")).expect("made");

    let name = if certificate == Certificate::Foreign { "other.example.com" } else { "apigo.frontpayment.no" };
    let mut of_service = CertificateParams::new(vec![name.to_owned()]).expect("sound");
    match certificate {
        Certificate::Sound | Certificate::Foreign => {}
        Certificate::Expired => of_service.not_after = date_time_ymd(2020, 1, 1),
        Certificate::NotYet => of_service.not_before = date_time_ymd(2090, 1, 1),
    }
    let key = KeyPair::generate().expect("a key");
    let made = of_service.signed_by(&key, &authority).expect("signed");
    let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("TLS 1.2 and 1.3")
        .with_no_client_auth()
        .with_single_cert(vec![made.der().clone(), authority.der().clone()], key)
        .expect("a sound pair");
    (Arc::new(config), authority.pem())
}
