use crate::chart::{Chart, ChartKind, Datum, Node, Scene, hundredths};
use crate::view::Action;
use crate::web::pen::Pen;

/// A scene as elements of the page. Marks that can be chosen are buttons to those who use the keyboard or a screen reader:
/// the drawing is one stop of the Tab key, and arrow keys lead from mark to mark.
pub fn drawing(pen: &mut Pen, scene: &Scene, chart: &Chart) {
    let (width, height) = (hundredths(scene.width), hundredths(scene.height));
    // The stop is the mark that is chosen, else the first.
    let data = chart.drawn();
    let pickable = |picked: bool| data.iter().position(|datum| datum.pickable() && (datum.picked || !picked));
    let stop = pickable(true).or_else(|| pickable(false));
    let mut marks = Marks { chart, data, stop, drawn: 0 };
    pen.element("svg.chart", |pen| {
        pen.set("role", "group");
        pen.set("aria-label", &scene.title);
        pen.set("viewBox", &format!("0 0 {width} {height}"));
        pen.set("width", &width);
        pen.set("height", &height);
        scene.nodes.iter().for_each(|node| marks.draw(pen, node));
    });
}

/// The marks of a drawing, which come in the order of their chart.
struct Marks<'a> {
    chart: &'a Chart,
    data: Vec<&'a Datum>,
    stop: Option<usize>,
    drawn: usize,
}

impl Marks<'_> {
    fn draw(&mut self, pen: &mut Pen, node: &Node) {
        // What a pointer rests on is told beside the title; a drawing that stands alone has it in itself.
        if node.tag == "title" {
            return;
        }
        // Marks may be very many: what is inside a button or an image is told to nobody anyway, and the cells of a grid answer a
        // pointer wherever they are.
        match node.attribute("class") {
            Some("drawing") => return node.children.iter().for_each(|child| self.draw(pen, child)),
            Some("area") if self.chart.kind == ChartKind::Grid => return,
            _ => {}
        }
        pen.element(node.tag, |pen| {
            for (name, value) in &node.attributes {
                pen.set(name, value);
            }
            // A mark is the element at its place: a choice in the chart moves none, and keeps the focus.
            if node.attribute("data-key").is_some() {
                pen.part("bar");
                if let Some(&datum) = self.data.get(self.drawn) {
                    self.mark(pen, datum);
                }
                self.drawn += 1;
            }
            if let Some(text) = &node.text {
                pen.text(text);
            }
            node.children.iter().for_each(|child| self.draw(pen, child));
        });
    }

    fn mark(&self, pen: &mut Pen, datum: &Datum) {
        let pickable = datum.pickable();
        let if_pickable = |value| Some(value).filter(|_| pickable);
        pen.set("role", if pickable { "button" } else { "img" });
        pen.maybe("tabindex", if_pickable(if self.stop == Some(self.drawn) { "0" } else { "-1" }));
        pen.maybe("aria-pressed", if_pickable(if datum.picked { "true" } else { "false" }));
        let pick = || Action::Pick(self.chart.kind, datum.keys.clone(), datum.picked).into();
        pen.maybe_wish(pickable.then(pick));
    }
}
