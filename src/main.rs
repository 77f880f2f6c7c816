//! The viewer in the browser; everything is in the library.

fn main() {
    #[cfg(feature = "csr")]
    viewer::start();
}
