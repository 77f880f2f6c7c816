/// What is not the address of a site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not the address of a site")]
pub struct NoAddress(String);

/// Where the site will be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address, with a slash at its end.
    pub(crate) whole: String,
    /// Its path: `/` or `/some/repo/`.
    pub(crate) path: String,
}

impl Address {
    /// Reads an address such as `https://name.example/some/repo`.
    ///
    /// # Errors
    /// It does not begin with `https://` or `http://` and a host, or has a query or a fragment.
    pub fn parse(url: &str) -> Result<Self, NoAddress> {
        let wrong = || NoAddress(url.to_owned());
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).ok_or_else(wrong)?;
        let unfit = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '"' | '<' | '>' | '\\');
        let whole = url.trim_end_matches('/');
        let (host, path) = rest.trim_end_matches('/').split_once('/').unwrap_or((rest.trim_end_matches('/'), ""));
        if host.is_empty() || rest.contains(unfit) {
            return Err(wrong());
        }
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        Ok(Self { whole: format!("{whole}/"), path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_paths() {
        let parts = |url: &str| Address::parse(url).map(|address| (address.whole, address.path)).ok();
        let both = |whole: &str, path: &str| Some((whole.to_owned(), path.to_owned()));
        assert_eq!(parts("https://a.example"), both("https://a.example/", "/"));
        assert_eq!(parts("https://a.example/b/c/"), both("https://a.example/b/c/", "/b/c/"));
        for bad in ["a.example", "ftp://a.example", "https://", "https:///b", "https://a.example/?q=1", "https://a b"] {
            assert!(Address::parse(bad).is_err(), "{bad}");
        }
    }
}
