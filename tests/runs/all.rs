//! Whole runs of the command `crossread`, as a user makes them.

mod annotate;
mod builds;
mod desk;
mod exports;
mod failures;
mod harness;
mod memory;
mod pages;
mod readable;
mod reads;
mod relations;
mod reviews;
mod searches;
mod serves;
mod stories;
mod usage;
