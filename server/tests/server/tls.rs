//! The server's own TLS, with a certificate of the test's own.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::rig::Place;

fn openssl(arguments: &[&str], folder: &Path) -> Output {
    let mut openssl = Command::new("openssl");
    openssl
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null());
    // Debian: apt-get install openssl.
    openssl.output().unwrap()
}

#[test]
fn a_server_with_a_certificate_speaks_tls_1_3_alone() {
    let (place, folder) = (Place::new(), tempfile::tempdir().unwrap());
    let make = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem \
                -out cert.pem -days 2 -subj /CN=luka.example -addext subjectAltName=IP:127.0.0.1";
    let made = openssl(&make.split_whitespace().collect::<Vec<_>>(), folder.path());
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (cert, key) = (path("cert.pem"), path("key.pem"));
    let server = place.server_with(&[
        ("LUKA_SERVER_TLS_CERT", cert.as_str()),
        ("LUKA_SERVER_TLS_KEY", key.as_str()),
    ]);
    let address = server.address.to_string();
    let connect = |version: &str| {
        let arguments = [
            "s_client",
            "-connect",
            &address,
            "-CAfile",
            &cert,
            "-verify_return_error",
            version,
        ];
        String::from_utf8_lossy(&openssl(&arguments, folder.path()).stdout).into_owned()
    };
    let modern = connect("-tls1_3");
    assert!(
        modern.contains("Verification: OK") && modern.contains("TLSv1.3"),
        "{modern}"
    );
    assert!(!connect("-tls1_2").contains("Cipher is ECDHE"));
    assert!(
        server
            .raw(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n")
            .is_none(),
        "plain HTTP gets nothing"
    );
}
