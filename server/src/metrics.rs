//! Counters for Prometheus (its text format 0.0.4). No label has a value that a request could choose.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hyper_server::StatusCode;

/// Upper ends of the classes of time, in milliseconds.
const CLASSES: [u64; 8] = [1, 5, 10, 50, 100, 500, 1_000, 5_000];

/// All of them.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    /// By the first digit of the status.
    answers: [AtomicU64; 6],
    /// How many took no longer than each class's end.
    within: [AtomicU64; CLASSES.len()],
    micros: AtomicU64,
}

impl Metrics {
    /// A request was answered.
    pub(crate) fn answered(&self, status: StatusCode, took: Duration) {
        let class = usize::from(status.as_u16() / 100);
        if let Some(count) = self.answers.get(class) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.micros.fetch_add(micros, Ordering::Relaxed);
        for (count, end) in self.within.iter().zip(CLASSES) {
            if micros <= end * 1_000 {
                count.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// As Prometheus reads them.
    pub(crate) fn text(&self, connections: u32, idle: usize) -> String {
        let mut text = String::from(
            "# HELP luka_requests_total Requests answered, by class of status.\n\
             # TYPE luka_requests_total counter\n",
        );
        let mut all = 0;
        for (class, count) in self.answers.iter().enumerate().skip(1) {
            let count = count.load(Ordering::Relaxed);
            all += count;
            // Writing into a string can't fail.
            let _ = writeln!(text, "luka_requests_total{{status=\"{class}xx\"}} {count}");
        }
        text.push_str(
            "# HELP luka_request_duration_seconds How long answers took.\n\
             # TYPE luka_request_duration_seconds histogram\n",
        );
        for (count, end) in self.within.iter().zip(CLASSES) {
            let (whole, rest) = (end / 1_000, end % 1_000);
            let count = count.load(Ordering::Relaxed);
            let _ = writeln!(
                text,
                "luka_request_duration_seconds_bucket{{le=\"{whole}.{rest:03}\"}} {count}"
            );
        }
        let micros = self.micros.load(Ordering::Relaxed);
        let (whole, rest) = (micros / 1_000_000, micros % 1_000_000);
        let _ = write!(
            text,
            "luka_request_duration_seconds_bucket{{le=\"+Inf\"}} {all}\n\
             luka_request_duration_seconds_sum {whole}.{rest:06}\n\
             luka_request_duration_seconds_count {all}\n\
             # HELP luka_database_connections Connections to Postgres.\n\
             # TYPE luka_database_connections gauge\n\
             luka_database_connections{{state=\"all\"}} {connections}\n\
             luka_database_connections{{state=\"idle\"}} {idle}\n"
        );
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_counts_what_is_within() {
        let metrics = Metrics::default();
        metrics.answered(StatusCode::OK, Duration::from_millis(7));
        metrics.answered(StatusCode::NOT_FOUND, Duration::from_secs(9));
        let text = metrics.text(3, 1);
        for line in [
            "luka_requests_total{status=\"2xx\"} 1",
            "luka_requests_total{status=\"4xx\"} 1",
            "luka_request_duration_seconds_bucket{le=\"0.005\"} 0",
            "luka_request_duration_seconds_bucket{le=\"0.010\"} 1",
            "luka_request_duration_seconds_bucket{le=\"5.000\"} 1",
            "luka_request_duration_seconds_bucket{le=\"+Inf\"} 2",
            "luka_request_duration_seconds_sum 9.007000",
            "luka_database_connections{state=\"idle\"} 1",
        ] {
            assert!(
                text.lines().any(|written| written == line),
                "{line}\n{text}"
            );
        }
    }
}
