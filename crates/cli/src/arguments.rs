use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};

/// Turns a folder of reports on one subject into a static site: what they say, on whose word, and where they differ.
#[derive(Debug, Parser)]
#[command(name = "crossread", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Build(Build),
    Serve(Serve),
    Read(Read),
    Annotate(Annotate),
    Search(Search),
    Review(Review),
}

/// Build the bundle, the exports and, with a shell, the pages
///
/// The new bundle replaces the old one only when it is whole.
#[derive(Args, Debug)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) reports: Reports,
    /// Where to write: what an earlier build wrote is replaced [default: dist, where no single file is asked for]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// The whole site as one file, which opens from a disk and asks for nothing
    #[arg(long, value_name = "FILE.html")]
    #[cfg_attr(not(feature = "shell"), arg(requires = "shell"))]
    pub(crate) single: Option<PathBuf>,
    /// Take warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// The viewer as Trunk built it; its pages are written beside the data
    #[arg(long, value_name = "DIR")]
    pub(crate) shell: Option<PathBuf>,
    /// Look at every report anew, and keep nothing of it for the next build
    #[arg(long)]
    pub(crate) no_cache: bool,
    /// Where the site will be found, for sitemap.xml, robots.txt and links that are shared
    #[arg(long, value_name = "URL")]
    #[cfg_attr(not(feature = "shell"), arg(requires = "shell"))]
    pub(crate) url: Option<String>,
    /// Whether it is served at the root of its own host, on this machine alone.
    #[arg(skip)]
    pub(crate) served: bool,
}

/// Which reports: a folder in whatever form (docs/your-documents.md), or one file
#[derive(Args, Clone, Debug)]
pub(crate) struct Reports {
    /// The corpus: a folder of reports in whatever form (docs/your-documents.md), or one file [default: seeds]
    #[arg(value_name = "CORPUS", conflicts_with = "corpus")]
    place: Option<PathBuf>,
    /// The corpus, by name
    #[arg(long, value_name = "PATH")]
    corpus: Option<PathBuf>,
}

impl Reports {
    /// Where they are.
    pub(crate) fn path(&self) -> &Path {
        self.place.as_deref().or(self.corpus.as_deref()).unwrap_or(Path::new("seeds"))
    }
}

/// Build a site and show it on this machine, at an address that it prints; build anew when a report changes
#[derive(Args, Debug)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) reports: Reports,
    /// The port on 127.0.0.1 [default: the first free one from 8080 on]
    #[arg(long, value_name = "N")]
    pub(crate) port: Option<u16>,
    /// The viewer as Trunk built it
    #[arg(long, value_name = "DIR")]
    #[cfg_attr(not(feature = "shell"), arg(required = true))]
    pub(crate) shell: Option<PathBuf>,
}

/// Print what is found in files: a line a report, with how its title, outlet and day are known
///
/// What can't be read is named on standard error.
#[derive(Args, Debug)]
pub(crate) struct Read {
    /// A folder, or a file
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    /// Print the reports as JSON lines, to be mended and built from
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// Take what can't be read as an error
    #[arg(long)]
    pub(crate) strict: bool,
}

/// Print what each document says, one JSON object a line
///
/// Offsets are Unicode code points, end exclusive, into the "text" of the same line.
#[derive(Args, Debug)]
pub(crate) struct Annotate {
    /// The texts are articles already: nothing is cleaned, and "text" comes back as given
    #[arg(long)]
    pub(crate) plain: bool,
    /// Texts, or .jsonl files with "id" and "text" a line; - is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
}

/// Search a bundle as the site does
#[derive(Args, Debug)]
pub(crate) struct Search {
    /// The folder that `crossread build` wrote
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub(crate) bundle: PathBuf,
    /// Print a TREC run for queries in lines of "number, tab, words"
    #[arg(long, value_name = "QUERIES.tsv", conflicts_with = "query", required_unless_present = "query")]
    pub(crate) trec: Option<PathBuf>,
    /// The query, as it would be typed
    #[arg(value_name = "QUERY")]
    pub(crate) query: Vec<String>,
}

/// Print the machine's doubtful cases as a review.toml to edit
#[derive(Args, Debug)]
pub(crate) struct Review {
    /// The corpus, as for build
    #[arg(long, value_name = "PATH", default_value = "seeds")]
    pub(crate) corpus: PathBuf,
    /// Propose decisions on what the machine is least sure of
    #[arg(long, required = true)]
    pub(crate) propose: bool,
}
