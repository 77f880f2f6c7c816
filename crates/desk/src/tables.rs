//! `review.toml` as JSON: the desk reads decisions from the page as JSON, and one reader of them is enough for it.

use serde_json::Value;
use toml::de::{DeTable, DeValue};

/// The JSON of a text in TOML; dates are texts.
///
/// # Errors
/// What is wrong with it, in words, where it is no TOML.
pub(crate) fn json(text: &str) -> Result<String, String> {
    let table = DeTable::parse(text).map_err(|error| found::said(error.message()))?;
    Ok(fields(table.get_ref()).to_string())
}

fn fields(table: &DeTable<'_>) -> Value {
    let fields = table.iter().map(|(key, value)| (key.get_ref().to_string(), one(value.get_ref())));
    Value::Object(model::order::gather(fields))
}

fn one(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Boolean(yes) => Value::Bool(*yes),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Value::Null, Value::from)
        }
        DeValue::Float(number) => number.as_str().parse::<f64>().map_or(Value::Null, Value::from),
        DeValue::Datetime(day) => Value::String(day.to_string()),
        DeValue::Array(list) => Value::Array(list.iter().map(|value| one(value.get_ref())).collect()),
        DeValue::Table(table) => fields(table),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_toml_says_is_said_in_json() {
        let text = "a = 1\nb = [\"x\", true, 0.5]\n[[c]]\nday = 2031-05-02\nof = { d = -3 }\n";
        let read: Value = serde_json::from_str(&json(text).expect("TOML")).expect("JSON");
        let expected = serde_json::json!({
            "a": 1, "b": ["x", true, 0.5], "c": [{ "day": "2031-05-02", "of": { "d": -3 } }]
        });
        assert_eq!(read, expected);
        assert!(json("a = ").is_err());
    }
}
