//! A proxy that is some way off: what goes through it takes half a round trip in each direction, and the answer to
//! CONNECT a whole one, as setting up a connection does. Behind it stands TLS, with an authority of its own, and
//! behind that a plain service.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use resend_reservation::practice::Service;
use tempfile::TempDir;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy, duplex, split},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    time::{Instant, sleep, sleep_until},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::aws_lc_rs, pki_types::PrivateKeyDer},
};

pub(crate) const ROUND_TRIP: Duration = Duration::from_millis(50);
/// Whose certificate it shows.
const HOST: &str = "demo-api.frontpayment.no";
/// As much as is on its way at one time.
const BUFFER: usize = 64 * 1024;

pub(crate) struct DelayingProxy {
    address: SocketAddr,
    folder: TempDir,
}

impl DelayingProxy {
    pub(crate) async fn start(service: &Service) -> Self {
        let service = reqwest::Url::parse(&service.base_url().to_string()).expect("a URL");
        let service = SocketAddr::from((Ipv4Addr::LOCALHOST, service.port().expect("a port")));
        let folder = tempfile::tempdir().expect("a folder");
        let (acceptor, authority) = acceptor();
        fs::write(folder.path().join("authority.pem"), authority).expect("written");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let _ = stream.set_nodelay(true);
                tokio::spawn(serve(stream, acceptor.clone(), service));
            }
        });
        Self { address, folder }
    }

    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What a computer has to trust, to trust what is behind it.
    pub(crate) fn authority(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }
}

async fn serve(mut near: TcpStream, acceptor: TlsAcceptor, service: SocketAddr) -> Option<()> {
    read_head(&mut near).await?;
    sleep(ROUND_TRIP).await;
    near.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.ok()?;
    let (far, end) = duplex(BUFFER);
    let ((from_near, to_near), (from_far, to_far)) = (near.into_split(), split(far));
    tokio::spawn(carry(from_near, to_far));
    tokio::spawn(carry(from_far, to_near));
    let (mut requests, mut answers) = split(acceptor.accept(end).await.ok()?);
    let service = TcpStream::connect(service).await.ok()?;
    let _ = service.set_nodelay(true);
    let (mut from_service, mut to_service) = service.into_split();
    tokio::spawn(async move { copy(&mut from_service, &mut answers).await });
    let mut buffer = vec![0; BUFFER];
    while let read @ 1.. = requests.read(&mut buffer).await.ok()? {
        to_service.write_all(at_home(&buffer[..read]).as_bytes()).await.ok()?;
    }
    Some(())
}

/// The service answers only to those who ask for this computer; a head comes in one piece.
fn at_home(request: &[u8]) -> String {
    String::from_utf8_lossy(request).replace(HOST, "127.0.0.1")
}

async fn read_head(stream: &mut TcpStream) -> Option<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    Some(())
}

/// Carries bytes one way, each for half a round trip, however many follow it.
async fn carry(mut from: impl AsyncRead + Unpin, mut to: impl AsyncWrite + Unpin + Send + 'static) {
    let (send, mut arriving) = mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
    tokio::spawn(async move {
        while let Some((at, bytes)) = arriving.recv().await {
            sleep_until(at).await;
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
        let _ = to.shutdown().await;
    });
    let mut buffer = vec![0; BUFFER];
    while let Ok(read @ 1..) = from.read(&mut buffer).await {
        if send.send((Instant::now() + ROUND_TRIP / 2, buffer[..read].to_vec())).is_err() {
            return;
        }
    }
}

/// Makes the service's side of TLS, and the certificate of who signed for it.
fn acceptor() -> (TlsAcceptor, String) {
    let mut authority = CertificateParams::new(Vec::new()).expect("sound");
    // Of another name than what it signs, which would otherwise have signed itself.
    authority.distinguished_name.push(DnType::CommonName, "An authority of the benchmark");
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().expect("a key")).expect("made");
    let key = KeyPair::generate().expect("a key");
    let named = CertificateParams::new(vec![HOST.to_owned()]).expect("sound");
    let certificate = named.signed_by(&key, &authority).expect("signed");
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("TLS 1.2 and 1.3")
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone(), authority.der().clone()],
            PrivateKeyDer::try_from(key.serialize_der()).expect("a key"),
        )
        .expect("a sound pair");
    (TlsAcceptor::from(Arc::new(config)), authority.pem())
}
