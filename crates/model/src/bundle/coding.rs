//! Records as bytes: what the viewer reads.
//!
//! The postcard format (<https://postcard.jamesmunns.com/wire-format>) writes the fields of a record one after the
//! other, without their names: reading it takes a third of the code that JSON takes, and the viewer travels with it. A
//! reader has to know the types of the same version, which [`crate::bundle::FORMAT`] tells.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Bytes that are not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl std::fmt::Display for Damaged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the bytes are not those of the record")
    }
}

impl std::error::Error for Damaged {}

/// A record as bytes.
///
/// # Errors
/// Where a type has no such form: none of the bundle's.
pub fn encode(value: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(value)
}

/// Whether the bytes of a record give it back: they are read, and what was read is written by the same bytes. A date, say,
/// that is written in a form that its reader refuses is found here, and not by whoever opens the page.
///
/// # Errors
/// [`Damaged`] where the bytes are not read, or not as what was written.
pub fn check_readable<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<(), Damaged> {
    let back: T = decode(bytes)?;
    if encode(&back).is_ok_and(|again| again == bytes) { Ok(()) } else { Err(Damaged) }
}

/// A record from its bytes, all of which it must take.
///
/// # Errors
/// [`Damaged`] where they are too few, too many, or no record of the type.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Damaged> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        _ => Err(Damaged),
    }
}

/// What the bytes of a record begin with.
///
/// # Errors
/// [`Damaged`] where they do not begin with a value of the type.
pub fn begins<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Damaged> {
    postcard::take_from_bytes(bytes).map(|(value, _)| value).map_err(|_| Damaged)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::bundle::{About, ClaimPage, DocumentPage, Manifest, Timeline};

    #[test]
    fn a_record_comes_back_and_a_part_of_it_does_not() {
        let manifest = Manifest { title: "The ferry".into(), documents: 300, ..Manifest::default() };
        let bytes = encode(&manifest).unwrap();
        assert_eq!(decode::<Manifest>(&bytes), Ok(manifest));
        assert_eq!(begins::<u32>(&bytes), Ok(0), "a manifest begins with its version");
        for end in 0..bytes.len() {
            assert_eq!(decode::<Manifest>(&bytes[..end]), Err(Damaged), "{end} bytes");
        }
        assert_eq!(decode::<Manifest>(&[&bytes[..], &[0]].concat()), Err(Damaged));
    }

    #[test]
    fn what_would_not_be_read_is_not_written() {
        /// A number that writes itself as one more, as a careless form of a date might.
        #[derive(Debug, PartialEq)]
        struct Careless(u8);
        impl Serialize for Careless {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_u8(self.0 + 1)
            }
        }
        impl<'a> serde::Deserialize<'a> for Careless {
            fn deserialize<D: serde::Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
                u8::deserialize(from).map(Careless)
            }
        }
        let checked = |bytes: Vec<u8>| check_readable::<Careless>(&bytes);
        assert_eq!(checked(encode(&Careless(7)).unwrap()), Err(Damaged));
        assert_eq!(checked(Vec::new()), Err(Damaged));
        assert_eq!(check_readable::<u8>(&encode(&7u8).unwrap()), Ok(()));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = decode::<Manifest>(&bytes);
            let _ = decode::<About>(&bytes);
            let _ = decode::<Timeline>(&bytes);
            let _ = decode::<Vec<ClaimPage>>(&bytes);
            let _ = decode::<Vec<DocumentPage>>(&bytes);
        }
    }
}
