//! What `luka-server` is measured against: hyper and sqlx with nothing around them, doing the same
//! select for every request. `DATABASE_URL`, and the ids of a session and its user as arguments.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a yardstick, not a program"
)]

use std::convert::Infallible;

use bytes::Bytes;
use http_body_util::Full;
use hyper_server::Response;
use hyper_server::server::conn::http1;
use hyper_server::service::service_fn;
use hyper_util::rt::TokioIo;
use sqlx_core::query_as::query_as;
use sqlx_postgres::PgPoolOptions;
use tokio::net::TcpListener;
use uuid::Uuid;

const SELECT: &str = "SELECT c.value, c.version FROM sessions s JOIN users u ON u.id = s.user_id \
    LEFT JOIN config c ON c.user_id = s.user_id AND c.key = $3 \
    WHERE s.id = $1 AND s.user_id = $2 AND s.revoked_at IS NULL AND s.expires_at > now() \
    AND NOT u.is_disabled";

#[tokio::main]
async fn main() {
    let ids: Vec<Uuid> = std::env::args()
        .skip(1)
        .map(|id| id.parse().unwrap())
        .collect();
    let (session, user) = (ids[0], ids[1]);
    let url = std::env::var("DATABASE_URL").unwrap();
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .test_before_acquire(false);
    let pool = pool.connect(&url).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("{{\"listening\":\"{}\"}}", listener.local_addr().unwrap());
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        let pool = pool.clone();
        tokio::spawn(async move {
            let service = service_fn(|_| async {
                let row: (String, i64) = query_as(SELECT)
                    .bind(session)
                    .bind(user)
                    .bind("theme")
                    .fetch_one(&pool)
                    .await
                    .unwrap();
                Ok::<_, Infallible>(Response::new(Full::new(Bytes::from(row.0))))
            });
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}
