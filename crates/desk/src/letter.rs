use serde::Serialize;

/// What the page and the desk send each other: what is said, as JSON, and bytes that come with it. The length of the JSON
/// stands first, in four bytes, the lowest first, so that a script can take it apart without a decoder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The JSON.
    pub said: String,
    /// What comes with it: bytes of files, one after the other.
    pub bytes: Vec<u8>,
}

impl Letter {
    /// Says something, with bytes beside it.
    pub fn of(said: &impl Serialize, bytes: Vec<u8>) -> Self {
        // What is said are records of texts and numbers, which always have JSON.
        Self { said: serde_json::to_string(said).unwrap_or_default(), bytes }
    }

    /// Takes a letter apart; `None` where it is none.
    pub fn open(whole: &[u8]) -> Option<Self> {
        let (length, rest) = whole.split_first_chunk::<4>()?;
        let (said, bytes) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        Some(Self { said: String::from_utf8(said.to_vec()).ok()?, bytes: bytes.to_vec() })
    }

    /// The letter as bytes.
    pub fn seal(self) -> Vec<u8> {
        let mut whole = (self.said.len() as u32).to_le_bytes().to_vec();
        whole.extend(self.said.into_bytes());
        whole.extend(self.bytes);
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_comes_back_and_a_part_of_it_does_not() {
        let letter = Letter::of(&"the ferry", vec![0, 255]);
        let whole = letter.clone().seal();
        assert_eq!(Letter::open(&whole), Some(letter));
        assert_eq!(Letter::open(&whole[..7]), None);
        assert_eq!(Letter::open(b"\xff\xff"), None);
    }
}
