use proptest::prelude::*;

use super::columns::{Column, Kind};
use super::pen::Pen;

/// What a writer wrote, read by `read`.
fn back<T>(write: impl FnOnce(&mut Pen<'_>), read: impl FnOnce(&mut Pen<'_>) -> T) -> T {
    let mut writer = Pen::writer();
    write(&mut writer);
    let (numbers, strings) = writer.finish();
    let mut reader = Pen::reader(&numbers, strings);
    let value = read(&mut reader);
    assert!(reader.is_sound());
    value
}

proptest! {
    #[test]
    fn a_string_like_another_comes_back(other in "[a-eé ]{0,60}", parts in prop::collection::vec((0usize..60, 0usize..30, "[a-zß]{0,5}"), 0..6)) {
        let points: Vec<char> = other.chars().collect();
        let mut value = String::new();
        for (start, length, more) in parts {
            value.extend(points.iter().skip(start).take(length));
            value.push_str(&more);
        }
        let read = back(|pen| pen.like(&mut value.clone(), &other), |pen| {
            let mut read = String::new();
            pen.like(&mut read, &other);
            read
        });
        prop_assert_eq!(read, value);
    }

    #[test]
    fn strings_and_numbers_come_back(strings in prop::collection::vec("[a-cé]{0,3}", 0..40), near in any::<u32>(), at in any::<u32>()) {
        let (read, number) = back(|pen| {
            pen.strings(Column::Authors, Column::Author, Kind::Name, &mut strings.clone());
            pen.near(Column::Passage, &mut near.clone(), at);
        }, |pen| {
            let (mut read, mut number) = (Vec::new(), 0);
            pen.strings(Column::Authors, Column::Author, Kind::Name, &mut read);
            pen.near(Column::Passage, &mut number, at);
            (read, number)
        });
        prop_assert_eq!(read, strings);
        prop_assert_eq!(number, near);
    }

    #[test]
    fn ids_come_back(ids in prop::collection::vec(prop_oneof!["[0-9a-hjkmnp-tv-z]{7}", "[a-z-]{0,9}"], 0..20)) {
        let code = |pen: &mut Pen<'_>, ids: &mut Vec<String>| {
            pen.list(Column::Stories, ids, String::new, |pen, own, before| {
                super::claims::id(pen, own, before.last().map_or("", |last| last));
            });
        };
        let read = back(|pen| code(pen, &mut ids.clone()), |pen| {
            let mut read = Vec::new();
            code(pen, &mut read);
            read
        });
        prop_assert_eq!(read, ids);
    }

    #[test]
    fn any_bytes_are_unpacked_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut pen = Pen::reader(&bytes, b"ferry\xffpier\xff".to_vec());
        let mut own = super::Unpacked {
            corpus: model::Corpus::default(),
            documents: Vec::new(),
            relations: model::Relations::default(),
        };
        super::all(&mut pen, &mut own);
        prop_assert!(super::unpack(&bytes).is_err());
    }
}
