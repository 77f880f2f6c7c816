//! Writes SVG as text: a figure of hundreds of marks is put into the page in one step, natively as in the browser.

/// SVG in the making.
#[derive(Default)]
pub(super) struct Svg(String);

impl Svg {
    /// Text as it is, from this program.
    pub(super) fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    /// Text from the corpus, for an attribute or between tags.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // What XML has no place for.
                c if c < ' ' => self.0.push(' '),
                c => self.0.push(c),
            }
        }
        self
    }

    /// A number with at most one decimal: a tenth of a pixel is finer than anybody sees.
    pub(super) fn number(&mut self, number: f64) -> &mut Self {
        let tenths = (number * 10.0).round() as i64;
        if tenths < 0 {
            self.0.push('-');
        }
        let tenths = tenths.unsigned_abs();
        self.0.push_str(&(tenths / 10).to_string());
        if !tenths.is_multiple_of(10) {
            self.0.push('.');
            self.0.push((b'0' + (tenths % 10) as u8) as char);
        }
        self
    }

    /// An attribute with a number.
    pub(super) fn attribute(&mut self, name: &str, number: f64) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").number(number).raw("\"")
    }

    /// A path through points, as lines.
    pub(super) fn path(&mut self, class: &str, points: &[(f64, f64)]) -> &mut Self {
        self.raw("<path class=\"").raw(class).raw("\" d=\"");
        for (index, &(x, y)) in points.iter().enumerate() {
            self.raw(if index == 0 { "M" } else { "L" }).number(x).raw(" ").number(y);
        }
        self.raw("\"/>")
    }

    /// Lines, each from one point to another, as one path.
    pub(super) fn lines(&mut self, class: &str, lines: impl Iterator<Item = ((f64, f64), (f64, f64))>) -> &mut Self {
        self.raw("<path class=\"").raw(class).raw("\" d=\"");
        for ((x0, y0), (x1, y1)) in lines {
            self.raw("M").number(x0).raw(" ").number(y0).raw("L").number(x1).raw(" ").number(y1);
        }
        self.raw("\"/>")
    }

    /// A line of words.
    pub(super) fn words(&mut self, class: &str, (x, y): (f64, f64), text: &str) -> &mut Self {
        self.raw("<text class=\"").raw(class).raw("\"").attribute("x", x).attribute("y", y).raw(">");
        self.text(text).raw("</text>")
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) -> &mut Self {
        self.raw("<rect class=\"").raw(class).raw("\"").attribute("x", x).attribute("y", y);
        self.attribute("width", width.max(0.0)).attribute("height", height).raw("/>")
    }

    /// What was written.
    pub(super) fn done(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(number: f64) -> String {
        let mut svg = Svg::default();
        svg.number(number);
        svg.done()
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(-0.26), "-0.3");
        assert_eq!(number(1234.567), "1234.6");
        assert_eq!(number(f64::NAN), "0");
    }

    #[test]
    fn what_a_corpus_says_is_never_markup() {
        let mut svg = Svg::default();
        svg.words("t", (0.0, 0.0), "\"><script>alert('&')</script>\u{1}");
        assert_eq!(
            svg.done(),
            "<text class=\"t\" x=\"0\" y=\"0\">&quot;&gt;&lt;script&gt;alert('&amp;')&lt;/script&gt; </text>"
        );
    }
}
