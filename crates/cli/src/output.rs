use std::io::{self, ErrorKind, StdoutLock, Write};

use crate::failure::Failure;

/// Standard output, a line at a time. Once the reader has gone (as with `| head`), there is nobody to write for:
/// [`Output::line`] says so, and that is no failure.
pub(crate) struct Output {
    stdout: io::BufWriter<StdoutLock<'static>>,
}

impl Output {
    pub(crate) fn new() -> Self {
        Self { stdout: io::BufWriter::with_capacity(1 << 16, io::stdout().lock()) }
    }

    /// Writes one line; tells whether there is still a reader.
    ///
    /// # Errors
    /// The system refuses, as when a disk is full.
    pub(crate) fn line(&mut self, line: &str) -> Result<bool, Failure> {
        let written = self.stdout.write_all(line.as_bytes()).and_then(|()| self.stdout.write_all(b"\n"));
        heard(written)
    }

    /// Sends off what is written; tells whether there is still a reader.
    ///
    /// # Errors
    /// As [`Output::line`].
    pub(crate) fn flush(&mut self) -> Result<bool, Failure> {
        heard(self.stdout.flush())
    }
}

fn heard(written: io::Result<()>) -> Result<bool, Failure> {
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::new(format!("cannot write to standard output: {error}"), "make room, or try again")),
    }
}
