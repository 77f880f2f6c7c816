use found::{Trouble, Weight};

use crate::failure::Failure;

/// What to say of a trouble; `base` is what the paths of the corpus begin with.
pub(crate) fn failure(base: &str, trouble: &Trouble) -> Failure {
    let path = format!("{base}{}", trouble.file);
    match trouble.line {
        Some(line) => Failure::at(path.as_ref(), line, trouble.what.clone(), trouble.remedy.clone()),
        None => Failure::of(path.as_ref(), trouble.what.clone(), trouble.remedy.clone()),
    }
}

/// Whether a trouble is worth a warning: pictures and style sheets beside the reports are not.
pub(super) fn is_told(trouble: &Trouble) -> bool {
    trouble.weight != Weight::Aside
}
