//! Draws the figure from its layout.

use model::bundle::{Event, Timeline};
use model::{Commitment, Day};

use super::svg::Svg;
use super::telling::{cluster_name, mark_name};
use crate::route::{Place, Route, known_with};
use crate::timeline::{Cluster, End, Label, Layout, Placed, Scale, Shape, Tick, is_later, last_day, text_width};
use crate::view::signs::drawing;

/// What the drawing needs to know beside the layout.
pub(super) struct Drawing<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) layout: &'a Layout,
    /// The day as known on.
    pub(super) known: Option<Day>,
    /// What links begin with to reach the site's root.
    pub(super) root: &'a str,
    /// The link that leads to a cluster's days.
    pub(super) open: &'a dyn Fn(&Cluster) -> Route,
}

/// The figure's content.
pub(super) fn figure(drawing: &Drawing<'_>) -> String {
    let mut svg = Svg::default();
    let layout = drawing.layout;
    if let Some(day) = drawing.known.filter(|&day| layout.scale.window.has(day)) {
        let x = layout.scale.middle(day);
        svg.path("now", &[(x, 20.0), (x, layout.height)]);
    }
    // Names and words stand over the line.
    grid(&mut svg, layout);
    publications(&mut svg, drawing);
    for lead in &layout.leads {
        let told = |index: u32| !is_later(&drawing.timeline.events[index as usize], drawing.known);
        if told(lead.events.0) && told(lead.events.1) {
            svg.path("lead", &lead.points);
        }
    }
    // One mark is a stop of the Tab key; from there the arrow keys go on.
    for (index, mark) in layout.marks.iter().enumerate() {
        placed(&mut svg, drawing, mark, index == 0);
    }
    for (index, cluster) in layout.clusters.iter().enumerate() {
        pile(&mut svg, drawing, cluster, index == 0 && layout.marks.is_empty());
    }
    svg.done()
}

/// Lines of months, lanes and their names.
fn grid(svg: &mut Svg, layout: &Layout) {
    ticks(svg, &layout.ticks, layout.bottom);
    let head = layout.lanes.first().map_or(layout.bottom, |_| 22.0);
    svg.path("gr", &[(0.0, head), (layout.width, head)]);
    for (index, band) in layout.lanes.iter().enumerate() {
        for (line, name) in band.name.iter().enumerate() {
            svg.words("tb mask", (0.0, band.name_y + 15.0 * line as f64), name);
        }
        let last = index + 1 == layout.lanes.len();
        svg.path(if last { "ax" } else { "gr" }, &[(0.0, band.bottom), (layout.width, band.bottom)]);
    }
}

fn ticks(svg: &mut Svg, ticks: &[Tick], bottom: f64) {
    svg.lines("gr", ticks.iter().map(|tick| ((tick.x, 22.0), (tick.x, bottom))));
    for tick in ticks {
        let mut x = tick.x + 4.0;
        if !tick.name.is_empty() {
            svg.words("t2", (x, 15.0), &tick.name);
            x += text_width(&tick.name) + 5.0;
        }
        if !tick.year.is_empty() {
            svg.words("tb", (x, 15.0), &tick.year);
        }
    }
}

/// When reports came out.
fn publications(svg: &mut Svg, drawing: &Drawing<'_>) {
    let layout = drawing.layout;
    let laid = &layout.publications;
    let top = layout.bottom;
    if drawing.timeline.documents.is_empty() {
        return;
    }
    if layout.scale.left > 0.0 {
        svg.words("tb", (0.0, top + 26.0), "Published");
    }
    let later = |day: Day| drawing.known.is_some_and(|known| day > known);
    for (class, told) in [("pub", false), ("pub faint", true)] {
        let ticks = laid.ticks.iter().filter(|&&(_, day)| later(day) == told);
        svg.lines(class, ticks.map(|&(x, _)| ((x, top), (x, top + 14.0))));
    }
    for tie in &laid.ties {
        let y = top + 37.0 + 16.0 * tie.level as f64;
        svg.path("brk", &tie.ends.map(|x| (x, y)));
        svg.lines("brk", tie.members.iter().map(|&x| ((x, y - 5.0), (x, y))));
        svg.words("ts mask mid", (tie.name_x, y + 4.0), &tie.name);
    }
    for numbers in &laid.numbers {
        let cards = &drawing.timeline.documents[numbers.documents.clone()];
        let class = if cards.iter().filter_map(last_day).all(later) { "tb mid mask quiet" } else { "tb mid mask" };
        let route = match cards {
            [one] => Place::Document(one.id.clone()).route(),
            _ => Place::Documents.route(),
        };
        let name = match cards {
            [one] => format!("document {}: {}", one.number, one.title),
            _ => format!("documents {}", numbers.text),
        };
        link(svg, drawing, &route, &name, false);
        svg.raw(">").rect("hit", (numbers.x - 12.0, top + 8.0), (24.0, 24.0));
        svg.words(class, (numbers.x, top + 27.0), &numbers.text).raw("</a>");
    }
}

/// Opens a link, up to where more attributes can follow.
fn link(svg: &mut Svg, drawing: &Drawing<'_>, route: &Route, name: &str, stop: bool) {
    let route = known_with(route.clone(), drawing.known);
    svg.raw("<a class=\"tm\" href=\"").text(drawing.root).text(&route.link());
    svg.raw("\" aria-label=\"").text(name).raw(if stop { "\" tabindex=\"0\"" } else { "\" tabindex=\"-1\"" });
}

fn placed(svg: &mut Svg, drawing: &Drawing<'_>, mark: &Placed, stop: bool) {
    let event = &drawing.timeline.events[mark.event as usize];
    // What no report tells yet has a place, but no words.
    if is_later(event, drawing.known) {
        svg.raw("<g class=\"later\">");
        shape(svg, event, mark.shape, mark.y);
        svg.raw("</g>");
        return;
    }
    let route = Place::Claim(event.claim.clone()).route();
    link(svg, drawing, &route, &mark_name(event), stop);
    svg.raw(" data-e=\"").number(f64::from(mark.event)).raw("\">");
    let (x0, x1) = mark.shape.reach();
    let missing = ((24.0 - (x1 - x0)) / 2.0).max(0.0);
    svg.rect("hit", (x0 - missing, mark.y - 12.0), (x1 - x0 + 2.0 * missing, 24.0));
    shape(svg, event, mark.shape, mark.y);
    svg.raw("</a>");
    if let Some(label) = &mark.label {
        // The words are for the eye, cut as they may be: the mark's link has them in full as its name.
        svg.raw("<a class=\"tw\" aria-hidden=\"true\" tabindex=\"-1\" href=\"")
            .text(drawing.root)
            .text(&known_with(route, drawing.known).link());
        svg.raw("\" data-e=\"").number(f64::from(mark.event)).raw("\">");
        words(svg, label);
        svg.raw("</a>");
    }
}

/// The words beside a mark.
fn words(svg: &mut Svg, label: &Label) {
    let end = if label.ends { " end" } else { "" };
    let mut y = label.y;
    let note = Some(&label.note).filter(|note| !note.is_empty());
    for (at, line) in label.lines.iter().chain(note).enumerate() {
        let class = if at == label.lines.len() { "t2 mask" } else { "mask" };
        // No line runs through the words, nor between them.
        let width = text_width(line);
        svg.rect("paper", (if label.ends { label.x - width } else { label.x }, y - 9.5), (width, 12.5));
        svg.words(&format!("{class}{end}"), (label.x, y), line);
        y += 15.0;
    }
}

/// The sign or the bar of an event.
pub(super) fn shape(svg: &mut Svg, event: &Event, shape: Shape, y: f64) {
    match shape {
        Shape::Sign { x } => {
            svg.raw("<circle class=\"paper\" r=\"9\"").attribute("cx", x).attribute("cy", y).raw("/>");
            svg.raw("<svg class=\"gl\" width=\"14\" height=\"14\"").attribute("x", x - 7.0).attribute("y", y - 7.0);
            let commitment = if event.expected { Commitment::Expected } else { event.commitment };
            svg.raw(">").raw(drawing(commitment)).raw("</svg>");
        }
        Shape::Bar { x0, x1, left, right } => {
            bar(svg, event.expected, event.commitment, &Bar { x0, x1, left, right, y });
        }
    }
}

/// A bar: hollow where it is expected, filled where it happened, and as its sign would be where that is not plain.
pub(super) fn bar(svg: &mut Svg, expected: bool, commitment: Commitment, bar: &Bar) {
    match commitment {
        _ if expected => bar.hollow(svg),
        // Longer than the days that are shown, it tells next to nothing of them.
        Commitment::Asserted | Commitment::Attributed if (bar.left, bar.right) == (End::Cut, End::Cut) => {
            svg.rect("solid", (bar.x0, bar.y - 1.0), (bar.x1 - bar.x0, 2.0));
        }
        Commitment::Hedged => bar.half(svg),
        Commitment::Denied => bar.struck(svg),
        _ => bar.filled(svg),
    }
}

/// A bar of 8 pixels' height around `y`.
pub(super) struct Bar {
    pub(super) x0: f64,
    pub(super) x1: f64,
    pub(super) left: End,
    pub(super) right: End,
    pub(super) y: f64,
}

/// How far a soft end reaches, and its slivers: how far each begins from the end, and its width.
const SOFT: f64 = 12.0;
const SLIVERS: [(f64, f64); 3] = [(0.0, 1.0), (3.5, 1.75), (7.5, 2.5)];

impl Bar {
    /// Where the unbroken part begins and ends, and the slivers outside it. Short bars have none: half of their length
    /// would be ends.
    fn parts(&self) -> (f64, f64, Vec<(f64, f64)>) {
        let mut slivers: Vec<(f64, f64)> = Vec::new();
        let (mut from, mut to) = (self.x0, self.x1);
        let few = if to - from < 32.0 { 2 } else { 3 };
        let soft = if few == 2 { 6.5 } else { SOFT };
        if to - from >= 18.0 {
            if self.left == End::Soft {
                slivers.extend(SLIVERS[..few].iter().map(|&(at, width)| (self.x0 + at, width)));
                from += soft;
            }
            if self.right == End::Soft {
                slivers.extend(SLIVERS[..few].iter().map(|&(at, width)| (self.x1 - at - width, width)));
                to -= soft;
            }
        }
        (from, to, slivers)
    }

    fn filled(&self, svg: &mut Svg) {
        let (from, to, slivers) = self.parts();
        svg.rect("solid", (from, self.y - 4.0), (to - from, 8.0));
        for (x, width) in slivers {
            svg.rect("solid", (x, self.y - 4.0), (width, 8.0));
        }
    }

    fn hollow(&self, svg: &mut Svg) {
        let (from, to, slivers) = self.parts();
        let (top, bottom) = (self.y - 3.25, self.y + 3.25);
        svg.rect("paper", (from, top), (to - from, bottom - top));
        svg.path("open-l", &[(from, top), (to, top)]).path("open-l", &[(from, bottom), (to, bottom)]);
        if self.left == End::Hard || slivers.is_empty() && self.left == End::Soft {
            svg.path("open-l", &[(from, top - 0.75), (from, bottom + 0.75)]);
        }
        if self.right == End::Hard || slivers.is_empty() && self.right == End::Soft {
            svg.path("open-l", &[(to, top - 0.75), (to, bottom + 0.75)]);
        }
        for (x, width) in slivers {
            svg.path("open-l", &[(x, top), (x + width, top)]).path("open-l", &[(x, bottom), (x + width, bottom)]);
        }
    }

    /// Half filled: somebody hedges.
    fn half(&self, svg: &mut Svg) {
        self.hollow(svg);
        let (from, to, _) = self.parts();
        svg.rect("solid", (from, self.y), (to - from, 4.0));
    }

    /// Struck through: denied.
    fn struck(&self, svg: &mut Svg) {
        self.hollow(svg);
        let middle = (self.x0 + self.x1) / 2.0;
        svg.path("open-l", &[(middle - 7.0, self.y + 7.0), (middle + 7.0, self.y - 7.0)]);
    }
}

/// How many events of a cluster are named when it is pointed at.
const NAMED: usize = 4;

/// Several events in one place: squares upon each other, with their number below.
fn pile(svg: &mut Svg, drawing: &Drawing<'_>, cluster: &Cluster, stop: bool) {
    let event = |&index: &u32| &drawing.timeline.events[index as usize];
    let told: Vec<u32> = cluster.events.iter().copied().filter(|i| !is_later(event(i), drawing.known)).collect();
    if told.is_empty() {
        svg.raw("<g class=\"later\">");
        squares(svg, cluster, "solid");
        svg.raw("</g>");
        return;
    }
    let name = cluster_name(drawing.timeline, cluster, &told);
    link(svg, drawing, &(drawing.open)(cluster), &name, stop);
    svg.raw(" data-c=\"");
    for (place, &index) in told.iter().take(NAMED).enumerate() {
        svg.raw(if place > 0 { " " } else { "" }).number(f64::from(index));
    }
    svg.raw("\" data-n=\"").number(told.len() as f64).raw("\">");
    svg.rect("hit", (cluster.x - 12.0, cluster.y - 9.0), (24.0, 28.0));
    squares(svg, cluster, if told.iter().all(|i| event(i).expected) { "hollow" } else { "solid" });
    svg.words("tb mid mask", (cluster.x, cluster.y + 18.0), &told.len().to_string()).raw("</a>");
}

fn squares(svg: &mut Svg, cluster: &Cluster, square: &str) {
    for step in 0..3 {
        svg.rect(square, (cluster.x - 3.0, cluster.y + 1.0 - 5.0 * f64::from(step)), (6.0, 4.0));
    }
}

/// The strip below the figure: every event as a square in its column, or as a bar where there are many.
pub(super) fn overview(events: &[Event], known: Option<Day>, lines: &[Tick], scale: Scale) -> String {
    const COLUMN: f64 = 5.0;
    const HEIGHT: f64 = 26.0;
    let columns = (scale.width / COLUMN) as usize + 1;
    // What happened, what is expected, what is told later: each in its way.
    let mut counts = vec![[0_usize; 3]; columns];
    for event in events {
        let x = scale.start(event.when.sort_day()) - scale.left;
        let column = ((x / COLUMN).max(0.0) as usize).min(columns - 1);
        let kind = if is_later(event, known) { 2 } else { usize::from(event.expected) };
        counts[column][kind] += 1;
    }
    let most = counts.iter().map(|kinds| kinds.iter().sum()).max().unwrap_or(0).max(1);
    let each = (HEIGHT / most as f64).min(6.0);
    let mut svg = Svg::default();
    for tick in lines {
        svg.path("gr", &[(tick.x, 2.0), (tick.x, 30.0)]);
        let name = if tick.year.is_empty() { &tick.name } else { &tick.year };
        svg.words("t2", (tick.x + 3.0, 43.0), name);
    }
    svg.path("ax", &[(scale.left, 30.0), (scale.right(), 30.0)]);
    for (column, kinds) in counts.iter().enumerate() {
        let x = scale.left + COLUMN * column as f64 + 0.5;
        let mut y = 28.5;
        for (class, &count) in ["solid", "hollow", "faint"].iter().zip(kinds) {
            if each >= 6.0 {
                for _ in 0..count {
                    svg.rect(class, (x, y - 4.5), (4.0, 4.5));
                    y -= each;
                }
            } else if count > 0 {
                let height = each * count as f64;
                svg.rect(class, (x, y - height), (4.0, height));
                y -= height;
            }
        }
    }
    svg.done()
}
