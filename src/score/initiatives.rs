//! Initiatives, and the figures that measure them.

use std::cmp::Reverse;

use super::alignment::Pair;
use super::article;
use super::labels::{ArticleLabel, FigureLabel, InitiativeLabel, Tier};
use super::names::{bare, best_agreement};
use super::tally::Tally;
use crate::model::{Figure, Initiative, InitiativeKind};

/// Words of a note that let one label be told in parts, or several in one.
const PARTS: [&str; 4] = ["分列", "拆", "合并", "并为"];

/// The tallies of initiatives, in the order of [`Tallies`].
pub fn initiatives(pairs: &[Pair]) -> Vec<Tally> {
    let mut tallies = Tallies::new();
    for pair in pairs {
        let none: (&[InitiativeLabel], &[Initiative]) = (&[], &[]);
        let labels = pair.label.map_or(none.0, |label| &label.initiatives);
        let found = pair.article.map_or(none.1, |article| &article.initiatives);
        let matches = Matches::new(labels, found);
        tallies.names(pair.label, &matches);
        tallies.values(&matches);
        let plain: &[Figure] = pair.article.map_or(&[], |article| &article.figures);
        tallies.figures(pair.label, &matches, plain);
    }
    let Tallies { named, measures, kinds, years, bases, figures, linkage } = tallies;
    vec![named, measures, kinds, years, bases, figures, linkage]
}

/// Which find is which label.
struct Matches<'a> {
    labels: &'a [InitiativeLabel],
    found: &'a [Initiative],
    /// For each label its find.
    find_of: Vec<Option<usize>>,
}

impl<'a> Matches<'a> {
    /// Pairs names one to one, those that agree best first; of equals, those of the same line.
    fn new(labels: &'a [InitiativeLabel], found: &'a [Initiative]) -> Self {
        let mut candidates = Vec::new();
        for (l, label) in labels.iter().enumerate() {
            for (f, find) in found.iter().enumerate() {
                if let Some(agreement) = best_agreement(&find.name, label.names()) {
                    candidates.push((Reverse(agreement), label.line.abs_diff(find.line), l, f));
                }
            }
        }
        candidates.sort_unstable();
        let mut find_of = vec![None; labels.len()];
        for (_, _, l, f) in candidates {
            if find_of[l].is_none() && !find_of.contains(&Some(f)) {
                find_of[l] = Some(f);
            }
        }
        Matches { labels, found, find_of }
    }

    fn pairs(&self) -> impl Iterator<Item = (&'a InitiativeLabel, &'a Initiative)> {
        self.labels.iter().zip(&self.find_of).filter_map(|(label, find)| Some((label, self.found.get((*find)?)?)))
    }

    /// The labels that a find without one of its own tells again or in part.
    fn again(&self, find: &Initiative) -> impl Iterator<Item = &'a InitiativeLabel> {
        self.labels.iter().filter(|label| best_agreement(&find.name, label.names()).is_some())
    }
}

struct Tallies {
    named: Tally,
    measures: Tally,
    kinds: Tally,
    years: Tally,
    bases: Tally,
    figures: Tally,
    linkage: Tally,
}

impl Tallies {
    fn new() -> Self {
        Tallies {
            named: Tally::new("initiatives, named"),
            measures: Tally::new("initiatives, measures"),
            kinds: Tally::new("kinds of initiatives"),
            years: Tally::new("years of initiatives"),
            bases: Tally::new("bases of years"),
            figures: Tally::new("figures"),
            linkage: Tally::new("figures under initiatives"),
        }
    }

    fn tier(&mut self, tier: Tier) -> &mut Tally {
        match tier {
            Tier::Named => &mut self.named,
            Tier::Measure => &mut self.measures,
        }
    }

    fn names(&mut self, article: Option<&ArticleLabel>, matches: &Matches) {
        for (label, find) in matches.labels.iter().zip(&matches.find_of) {
            let told_in_another = || {
                in_parts(label) && matches.found.iter().any(|find| best_agreement(&find.name, label.names()).is_some())
            };
            if find.is_some() || told_in_another() {
                self.tier(label.tier).right();
            } else if label.required {
                self.tier(label.tier).missed(label.line, &label.name);
            }
        }
        let neutral = article.map_or(&[][..], |article| &article.neutral_names);
        for (f, find) in matches.found.iter().enumerate() {
            if matches.find_of.contains(&Some(f)) {
                continue;
            }
            let is_neutral = best_agreement(&find.name, neutral.iter().map(String::as_str)).is_some();
            if is_neutral || matches.again(find).any(in_parts) {
                continue;
            }
            let tier = if find.kind == InitiativeKind::Measure { Tier::Measure } else { Tier::Named };
            let slip = self.tier(tier).false_find(find.line, &find.name);
            slip.why = matches.again(find).next().map(|label| format!("told again: {}", label.name));
        }
    }

    fn values(&mut self, matches: &Matches) {
        for (label, find) in matches.pairs() {
            let found = kind(find.kind);
            let agree = label.kind == found
                || label.kind_accept.iter().any(|kind| kind == found)
                || (label.tier == Tier::Measure && find.kind == InitiativeKind::Measure);
            self.kinds.compare(label.line, Some(&label.kind), Some(found), agree);
            if !agree {
                name_last(&mut self.kinds, &label.name);
            }
            let before = self.years.slips.len();
            article::year(&mut self.years, label.line, (label.year, &label.year_accept, label.year_basis), find.year);
            if self.years.slips.len() > before {
                name_last(&mut self.years, &label.name);
            }
            if let Some(expected) = label.year_basis {
                let found = article::basis(find.year_basis);
                let text = |basis| format!("{basis:?}").to_lowercase();
                self.bases.compare(label.line, Some(&text(expected)), Some(&text(found)), expected == found);
                if expected != found {
                    name_last(&mut self.bases, &label.name);
                }
            }
        }
    }

    /// Figures agree in value and unit, in the same article; whether each stands under the right initiative is counted
    /// apart, among those that were found.
    fn figures(&mut self, article: Option<&ArticleLabel>, matches: &Matches, plain: &[Figure]) {
        let measuring = matches.labels.iter().flat_map(|owner| owner.figures.iter().map(move |f| (Some(owner), f)));
        let others = article.into_iter().flat_map(|article| &article.other_figures);
        let others = others.filter(|figure| figure.class != "name").map(|figure| (None, figure));
        let labels: Vec<(Option<&InitiativeLabel>, &FigureLabel)> = measuring.chain(others).collect();
        let linked = matches.found.iter().flat_map(|under| under.figures.iter().map(move |f| (Some(under), f)));
        let found: Vec<(Option<&Initiative>, &Figure)> =
            linked.chain(plain.iter().map(|figure| (None, figure))).collect();

        let mut candidates = Vec::new();
        for (l, (owner, label)) in labels.iter().enumerate() {
            for (f, (under, figure)) in found.iter().enumerate().filter(|(_, (_, figure))| agrees(label, figure)) {
                let closeness =
                    (is_under(*owner, label, *under, matches), label.line == figure.line, shares_words(label, figure));
                candidates.push((Reverse(closeness), l, f));
            }
        }
        candidates.sort_unstable();
        let mut find_of = vec![None; labels.len()];
        for (_, l, f) in candidates {
            if find_of[l].is_none() && !find_of.contains(&Some(f)) {
                find_of[l] = Some(f);
            }
        }

        for ((owner, label), find) in labels.iter().zip(&find_of) {
            let find = find.and_then(|place| found.get(place));
            match (owner, find) {
                (Some(owner), None) if owner.required => {
                    self.figures.missed(label.line, &label.text);
                }
                (_, None) => {}
                (Some(owner), Some((under, _))) => {
                    self.figures.right();
                    let under_name = under.map(|under| under.name.as_str());
                    let right = is_under(Some(owner), label, *under, matches);
                    self.linkage.compare(label.line, Some(&owner.name), under_name, right);
                    if !right {
                        name_last(&mut self.linkage, &label.text);
                    }
                }
                (None, Some((Some(under), _))) if !is_under(None, label, Some(under), matches) => {
                    self.linkage.false_find(label.line, &under.name);
                    name_last(&mut self.linkage, &label.text);
                }
                (None, Some(_)) => {}
            }
        }
        for (f, (under, figure)) in found.iter().enumerate() {
            if !find_of.contains(&Some(f)) {
                let slip = self.figures.false_find(figure.line, &figure.text);
                slip.why = under.map(|under| format!("under {}", under.name));
            }
        }
    }
}

/// Says which initiative or figure the last slip is about.
fn name_last(tally: &mut Tally, name: &str) {
    if let Some(slip) = tally.slips.last_mut() {
        slip.why = Some(match slip.why.take() {
            Some(why) => format!("{name}; {why}"),
            None => name.to_owned(),
        });
    }
}

fn in_parts(label: &InitiativeLabel) -> bool {
    PARTS.iter().any(|word| label.note.contains(word))
}

/// Whether a figure is filed where its label has it, or where the label also allows it.
fn is_under(
    owner: Option<&InitiativeLabel>,
    label: &FigureLabel,
    under: Option<&Initiative>,
    matches: &Matches,
) -> bool {
    let Some(under) = under else { return owner.is_none() };
    let is_its_find = || {
        let place = owner.and_then(|owner| matches.labels.iter().position(|label| std::ptr::eq(label, owner)));
        let find = place.and_then(|place| matches.find_of[place]).and_then(|find| matches.found.get(find));
        find.is_some_and(|find| std::ptr::eq(find, under))
    };
    is_its_find()
        || owner.is_some_and(|owner| best_agreement(&under.name, owner.names()).is_some())
        || best_agreement(&under.name, label.accept_under.iter()).is_some()
        || best_agreement(&label.note, [under.name.as_str()]).is_some()
}

/// Whether value and unit agree, as printed or in the base unit (1000000 元 for 100 万元).
fn agrees(label: &FigureLabel, figure: &Figure) -> bool {
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(1.0);
    let Some(value) = label.value else { return false };
    let ends = label.value_max.is_none_or(|end| figure.value_max.is_some_and(|found| same(end, found)));
    let unit = bare(label.unit.as_deref().unwrap_or_default());
    let found_unit = bare(&figure.unit);
    let as_printed = same(value, figure.value) && unit == found_unit;
    let in_base = label.value_base.is_some_and(|base| same(base, figure.value)) && unit.ends_with(&found_unit);
    ends && (as_printed || in_base)
}

fn shares_words(label: &FigureLabel, figure: &Figure) -> bool {
    let (a, b) = (bare(&label.text), bare(&figure.text));
    a.contains(&b) || b.contains(&a)
}

fn kind(kind: InitiativeKind) -> &'static str {
    match kind {
        InitiativeKind::Project => "project",
        InitiativeKind::Campaign => "campaign",
        InitiativeKind::Mechanism => "mechanism",
        InitiativeKind::Brand => "brand",
        InitiativeKind::Venue => "venue",
        InitiativeKind::Event => "event",
        InitiativeKind::Award => "award",
        InitiativeKind::Platform => "platform",
        InitiativeKind::Measure => "measure",
    }
}
