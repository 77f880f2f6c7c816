//! The index and the query, the same code when building and in the browser.
