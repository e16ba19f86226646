//! The threads: one that waits for connections, and one for each of them.

use std::io::{self, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use crate::http::Request;
use crate::shared::Shared;

/// A double that is listening.
#[derive(Debug)]
pub(crate) struct Server {
    ending: Arc<AtomicBool>,
    port: u16,
    waiter: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(shared: Arc<Shared>, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let port = listener.local_addr()?.port();
        shared.port.store(port, Ordering::SeqCst);
        let ending = Arc::new(AtomicBool::new(false));
        let its_ending = Arc::clone(&ending);
        let waiter = thread::spawn(move || wait(&listener, &shared, &its_ending));
        Ok(Self {
            ending,
            port,
            waiter: Some(waiter),
        })
    }

    /// Cuts every connection, as a crash would, and waits for the threads.
    pub(crate) fn stop(&mut self) {
        self.ending.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(waiter) = self.waiter.take() {
            let _ = waiter.join();
        }
    }

    /// Waits until somebody else ends the process.
    pub(crate) fn join(mut self) {
        if let Some(waiter) = self.waiter.take() {
            let _ = waiter.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn wait(listener: &TcpListener, shared: &Arc<Shared>, ending: &AtomicBool) {
    let (mut threads, mut open) = (Vec::new(), Vec::new());
    while let Ok((stream, _)) = listener.accept() {
        if ending.load(Ordering::SeqCst) {
            break;
        }
        threads.retain(|thread: &JoinHandle<()>| !thread.is_finished());
        let _ = stream.set_nodelay(true);
        if let Ok(copy) = stream.try_clone() {
            open.push(copy);
        }
        let shared = Arc::clone(shared);
        threads.push(thread::spawn(move || {
            // A connection that ends in the middle is what doubles are for.
            let _ = serve(&shared, stream);
        }));
    }
    for stream in open.drain(..) {
        let _ = stream.shutdown(Shutdown::Both);
    }
    for thread in threads {
        let _ = thread.join();
    }
}

fn serve(shared: &Shared, stream: TcpStream) -> io::Result<()> {
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    let result = exchange(shared, &mut reader, &mut writer);
    let _ = writer.flush();
    // The copy that waits to be cut would keep the connection open.
    let _ = writer.shutdown(Shutdown::Both);
    result
}

fn exchange(
    shared: &Shared,
    reader: &mut BufReader<TcpStream>,
    writer: &mut TcpStream,
) -> io::Result<()> {
    while let Some(request) = Request::read(reader)? {
        let reply = shared.answer(&request);
        let goes_on = reply.send(reader, writer)?;
        if !goes_on || request.header("connection") == Some("close") {
            break;
        }
    }
    Ok(())
}
