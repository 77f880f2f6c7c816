//! What is asked: from a request to its answer.

mod answer;
mod correct;
mod engine;
mod excerpt;
mod find;
mod narrow;
mod plan;
mod resolve;
mod searcher;
mod suggest;
mod syntax;

pub use answer::{Correction, Counts, Documents, Hit, Request, Response, Sort, Step, Suggest, Suggestion};
pub use engine::{Ask, Engine, Reply};
pub use searcher::Searcher;
pub use syntax::{Clause, Query, Term, Unit};
