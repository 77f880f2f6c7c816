//! Where the letters of a page are drawn.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::xref::XRef;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

/// A letter, or the letters of a ligature.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    pub(crate) text: String,
    /// Where it begins and ends, from the left, and its baseline, from the top, in points.
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) base: f64,
    pub(crate) size: f64,
}

/// More letters than a page can have: it draws in circles.
const MANY: usize = 400_000;

/// More lines, areas and pictures than a page can have.
const STEPS: usize = 4_000_000;

/// What a page draws with may have, in bytes: maps have some.
const STREAM: usize = 64 << 20;

/// The letters of a page; `None` where there are too many.
///
/// # Panics
/// Where it draws without end, since nothing else stops the library; [`crate::guard`] keeps that in.
pub(crate) fn of(page: &Page<'_>, xref: &XRef) -> Option<Vec<Glyph>> {
    if page.page_stream().is_some_and(|stream| stream.len() > STREAM) {
        return None;
    }
    let settings = InterpreterSettings::default();
    let cache = InterpreterCache::new();
    let transform = page.initial_transform(true).to_kurbo();
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut context = Context::new(transform, bounds, &cache, xref, settings);
    let mut letters = Letters { glyphs: Vec::new(), bounds, steps: 0 };
    interpret_page(page, &mut context, &mut letters);
    (letters.glyphs.len() < MANY).then_some(letters.glyphs)
}

struct Letters {
    glyphs: Vec<Glyph>,
    bounds: Rect,
    /// How much was drawn so far.
    steps: usize,
}

impl Letters {
    fn step(&mut self) {
        self.steps += 1;
        if self.steps > STEPS || self.glyphs.len() >= MANY {
            // Without a word on standard error, which a panic has.
            std::panic::resume_unwind(Box::new(TooMany));
        }
    }
}

/// That a page draws without end.
struct TooMany;

impl<'a> Device<'a> for Letters {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.step();
    }
    fn push_clip_path(&mut self, _: &ClipPath) {
        self.step();
    }
    fn push_clip_rect(&mut self, _: &Rect) {
        self.step();
    }
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.step();
    }
    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {
        self.step();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.step();
        for glyph in run.glyphs() {
            let Some(text) = glyph.as_unicode() else { continue };
            let text = match text {
                BfString::Char(c) => c.to_string(),
                BfString::String(text) => text,
            };
            let full: Affine = props.transform * glyph.transform();
            let origin = full * Point::ZERO;
            let top = full * Point::new(0.0, 1000.0);
            let advance = match &**glyph {
                Drawn::Outline(outline) => outline.advance_width(),
                Drawn::Type3(drawn) => drawn.advance_width(),
            };
            let end = full * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
            let size = (top - origin).hypot();
            // What is turned (a mark along the margin) or beyond the page is no line of the text.
            let level = (end.y - origin.y).abs() <= (end.x - origin.x).abs() && end.x >= origin.x;
            if level && size > 0.5 && size.is_finite() && self.bounds.inflate(2.0, 2.0).contains(origin) {
                self.glyphs.push(Glyph {
                    text: letters(&text),
                    left: origin.x,
                    right: end.x.max(origin.x),
                    base: origin.y,
                    size,
                });
            }
        }
    }
}

/// Ligatures as their letters.
fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬀ' => out.push_str("ff"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            'ﬅ' | 'ﬆ' => out.push_str("st"),
            '\u{2}' | '\u{ad}' => out.push('-'),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
