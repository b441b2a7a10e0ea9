use std::rc::Rc;

use yew::{Component, Context, Html, Properties};

use super::components::{Panel, chart_panel, choices};
use super::desk::Desk;
use super::listener::Ear;
use super::pen::Pen;
use crate::view::State;

/// A part of the page that is drawn by itself: only when what it shows is another, and in a task of its own, so that the page
/// answers a reader between one and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// What narrows the answer.
    Facets,
    /// The chart at this place.
    Chart(usize),
}

impl Region {
    /// Every region, in the order they are drawn.
    pub const ALL: [Region; 5] =
        [Region::Facets, Region::Chart(0), Region::Chart(1), Region::Chart(2), Region::Chart(3)];

    /// The sheet of its wishes: 0 is the page around.
    pub fn sheet(self) -> usize {
        match self {
            Region::Facets => 1,
            Region::Chart(place) => place + 2,
        }
    }

    /// Whether what it shows has been counted.
    pub fn is_counted(self, desk: &Desk) -> bool {
        match self {
            Region::Facets => desk.are_choices_counted(),
            Region::Chart(_) => desk.are_charts_counted(),
        }
    }
}

/// What a region shows.
pub struct Scenery {
    /// What was answered and counted.
    pub desk: Desk,
    /// What the reader asked for.
    pub state: State,
    /// How many CSS pixels wide drawings are.
    pub width: f64,
    /// What the reader has unfolded.
    pub unfolded: Rc<Vec<&'static str>>,
}

impl Scenery {
    /// Whether a region looks the same in both.
    pub fn is_same(&self, other: &Scenery, region: Region) -> bool {
        let (here, there) = (&self.state, &other.state);
        here.language == there.language
            && self.unfolded == other.unfolded
            && match region {
                Region::Facets => here.query == there.query && Rc::ptr_eq(&self.desk.choices, &other.desk.choices),
                Region::Chart(_) => {
                    here.charts == there.charts && self.width == other.width && self.desk.charts_alike(&other.desk)
                }
            }
    }
}

/// The regions as they are on the page; what is not yet drawn for the first time is not there.
pub struct Regions {
    /// What each shows, in the order of [`Region::ALL`].
    pub sceneries: [Option<Rc<Scenery>>; 5],
    /// What hears the reader.
    pub ear: Rc<Ear>,
    /// Whether they show something earlier, and what they shall show is on its way.
    pub is_busy: bool,
}

impl Regions {
    /// Puts a region on the page.
    pub fn draw(&self, pen: &mut Pen, region: Region) {
        if let Some(scenery) = &self.sceneries[region.sheet() - 1] {
            pen.region(RegionProps { region, scenery: Rc::clone(scenery), ear: Rc::clone(&self.ear) });
        }
    }
}

/// What a region is drawn from.
#[derive(Clone, Properties)]
pub struct RegionProps {
    /// Which it is.
    pub region: Region,
    /// What it shows.
    pub scenery: Rc<Scenery>,
    /// What hears the reader.
    pub ear: Rc<Ear>,
}

impl PartialEq for RegionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scenery, &other.scenery)
    }
}

/// A region on the page.
pub struct RegionView;

impl Component for RegionView {
    type Message = ();
    type Properties = RegionProps;

    fn create(_: &Context<Self>) -> Self {
        RegionView
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RegionProps { region, scenery, ear } = ctx.props();
        let Scenery { desk, state, width, unfolded } = &**scenery;
        let kind = match region {
            Region::Facets => "div",
            Region::Chart(_) => "figure.chart-panel",
        };
        let mut pen = Pen::new(state.language, kind, region.sheet(), unfolded);
        match *region {
            Region::Facets => choices(&mut pen, state, desk),
            Region::Chart(place) => chart_panel(&mut pen, &Panel::new(desk, state, *width, place), desk, state),
        }
        let (drawing, wishes) = pen.finish();
        ear.wishes.expect(region.sheet(), wishes);
        drawing
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let RegionProps { region, ear, .. } = ctx.props();
        ear.drawn(*region, first);
    }
}
