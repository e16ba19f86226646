//! The threads: one that waits for connections, and one for each of them.

use std::io::{self, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use rustix::net::sockopt;

use crate::http::{Body, Request};
use crate::shared::{Shared, locked};

/// A double that is listening.
#[derive(Debug)]
pub(crate) struct Server {
    ending: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
    port: u16,
    waiter: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(shared: Arc<Shared>, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        // What lies in the system's buffers is neither taken nor lost: little of it, so that what is
        // slow or cut is so for the other side.
        sockopt::set_socket_recv_buffer_size(&listener, 64 * 1024)?;
        let port = listener.local_addr()?.port();
        shared.port.store(port, Ordering::SeqCst);
        let ending = Arc::new(AtomicBool::new(false));
        let open = Arc::new(Mutex::new(Vec::new()));
        let (its_ending, its_open) = (Arc::clone(&ending), Arc::clone(&open));
        let waiter = thread::spawn(move || wait(&listener, &shared, &its_ending, &its_open));
        Ok(Self {
            ending,
            open,
            port,
            waiter: Some(waiter),
        })
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Cuts every connection, as a crash would, and waits for the threads.
    pub(crate) fn stop(&mut self) {
        self.ending.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(waiter) = self.waiter.take() {
            let _ = waiter.join();
        }
    }

    /// Cuts every connection that is open now.
    pub(crate) fn cut(&self) {
        for stream in locked(&self.open).drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
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

fn wait(
    listener: &TcpListener,
    shared: &Arc<Shared>,
    ending: &AtomicBool,
    open: &Mutex<Vec<TcpStream>>,
) {
    let mut threads = Vec::new();
    while let Ok((stream, _)) = listener.accept() {
        if ending.load(Ordering::SeqCst) {
            break;
        }
        threads.retain(|thread: &JoinHandle<()>| !thread.is_finished());
        let _ = stream.set_nodelay(true);
        if let Ok(copy) = stream.try_clone() {
            locked(open).push(copy);
        }
        let shared = Arc::clone(shared);
        threads.push(thread::spawn(move || {
            // A connection that ends in the middle is what doubles are for.
            let _ = serve(&shared, stream);
        }));
    }
    for stream in locked(open).drain(..) {
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
        let mut body = Body::new(&request, reader);
        let reply = shared.answer(&request, &mut body);
        let (_, goes_on) = reply.send(writer)?;
        if !goes_on || request.header("connection") == Some("close") {
            break;
        }
    }
    Ok(())
}
