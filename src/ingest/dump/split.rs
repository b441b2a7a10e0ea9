//! Classes → articles: where each one begins, and what the heads between them are.

use super::column;
use super::furniture;
use super::layout::Layout;
use super::line::{Line, is_ended};
use super::parts::{Draft, Parts, StandingHead};
use super::role::Role;
use super::subject::Subject;
use super::title_list::run_end;
use crate::ingest::byline::{self, Form};
use crate::model::{BlockKind, DoubtKind};

/// A section head whose words the text after it has, and the text before it lacks, by more than this share, is one, too.
const APART: f32 = 0.6;
/// The words of a caption that only the text after it has are more than this share where it belongs to the story there.
const SHOWN: f32 = 0.2;

/// Splits a page's lines into articles. `named` says which heads a title list names, `is_one_story` whether the page's frame is
/// that of one story.
pub fn split(lines: &[Line], roles: &[Role], named: &[bool], layout: &Layout, is_one_story: bool) -> Parts {
    let (parts, current, is_closed) = (Parts::default(), None, false);
    let mut splitter = Splitter { lines, roles, named, layout, is_one_story, parts, current, is_closed };
    splitter.run();
    splitter.parts
}

pub(super) struct Splitter<'a> {
    pub(super) lines: &'a [Line<'a>],
    pub(super) roles: &'a [Role],
    pub(super) named: &'a [bool],
    pub(super) layout: &'a Layout,
    /// Whether nothing but a by-line begins another story.
    pub(super) is_one_story: bool,
    pub(super) parts: Parts,
    pub(super) current: Option<Draft>,
    /// Whether a signature has ended the current article.
    pub(super) is_closed: bool,
}

/// What comes after a place, furniture and photographs left out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ahead {
    Byline,
    Lead,
    Text,
    Head,
    /// A photograph's caption or credit, and no text before the next head.
    Photo,
    End,
}

impl Splitter<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            match &self.roles[at] {
                Role::Furniture(what) => {
                    self.parts.furniture.push((at, what));
                    let has_text = self.current.as_ref().is_some_and(Draft::has_text);
                    self.is_closed |= has_text && (*what == "page-head" && self.is_ended() || *what == "continuation");
                    at += 1;
                }
                Role::Head => {
                    let end = run_end(self.roles, at);
                    self.heads(at, end);
                    at = end;
                }
                Role::Text => {
                    if self.text_opens(at) {
                        self.finish();
                    }
                    self.push(at, BlockKind::Paragraph);
                    let text = &self.lines[at].plain;
                    self.is_closed = byline::tail(text).is_some_and(|tail| !tail.is_photo) || byline::is_proofed(text);
                    at += 1;
                }
                Role::Caption => {
                    if self.photo_story_opens(at) {
                        self.finish();
                    }
                    self.push(at, BlockKind::Caption);
                    at += 1;
                }
                Role::Byline(form, _) => {
                    if *form != Form::PhotoCredit && self.byline_opens(at) {
                        self.finish();
                    }
                    let has_text = self.current.as_ref().is_some_and(Draft::has_text);
                    self.push(at, BlockKind::Byline);
                    self.is_closed = *form != Form::PhotoCredit && has_text;
                    at += 1;
                }
            }
        }
        self.finish();
    }

    fn finish(&mut self) {
        self.parts.drafts.extend(self.current.take());
        self.is_closed = false;
    }

    fn push(&mut self, at: usize, kind: BlockKind) {
        self.current.get_or_insert_default().parts.push((at, kind));
    }

    fn begin(&mut self, title: Vec<usize>) {
        self.finish();
        self.current = Some(Draft { title, parts: Vec::new() });
    }

    /// Whether the last text line ends a sentence.
    pub(super) fn is_ended(&self) -> bool {
        let last = self.current.iter().flat_map(|draft| &draft.parts).rfind(|part| part.1 == BlockKind::Paragraph);
        last.is_none_or(|&(at, _)| is_ended(&self.lines[at].plain))
    }

    pub(super) fn ahead(&self, from: usize) -> Ahead {
        let mut photo = false;
        for (role, line) in self.roles[from..].iter().zip(&self.lines[from..]) {
            match role {
                Role::Furniture(_) => {}
                Role::Caption | Role::Byline(Form::PhotoCredit, _) => photo = true,
                Role::Byline(..) => return Ahead::Byline,
                Role::Text if byline::lead(&line.plain).is_some() => return Ahead::Lead,
                Role::Text => return Ahead::Text,
                Role::Head => return if photo { Ahead::Photo } else { Ahead::Head },
            }
        }
        if photo { Ahead::Photo } else { Ahead::End }
    }

    /// Decides what each head of a run is.
    fn heads(&mut self, start: usize, end: usize) {
        let run: Vec<usize> = (start..end).filter(|&at| self.roles[at] == Role::Head).collect();
        for at in start..end {
            if let Role::Furniture(what) = self.roles[at] {
                self.parts.furniture.push((at, what));
            }
        }
        let mut run = run;
        let ahead = self.ahead(end);
        if ahead == Ahead::End
            && let Some(list) = run.iter().position(|&at| furniture::is_list_head(&self.lines[at].plain))
        {
            // What a site names under the story is on other pages.
            self.parts.furniture.extend(run.drain(list..).map(|at| (at, "title-list")));
        }
        if ahead == Ahead::End && self.is_over() && self.are_titles_of_others(start, &run) {
            self.parts.furniture.extend(run.drain(..).map(|at| (at, "title-list")));
        }
        if let ([remark], Ahead::End) = (&run[..], ahead)
            && self.is_remark(*remark)
        {
            // What a story says at its end, to its readers, is no column's name.
            self.push(*remark, BlockKind::Paragraph);
            return;
        }
        if ahead == Ahead::End && self.is_verse(&run) {
            run.iter().for_each(|&at| self.push(at, BlockKind::Paragraph));
            return;
        }
        if let Some(other) = run.iter().position(|&at| furniture::is_recommendation(&self.lines[at].plain)) {
            self.parts.furniture.push((run.remove(other), "title-list"));
            self.is_closed = true;
        }
        if run.is_empty() {
            return;
        }
        if self.is_inside(&run, end, ahead) {
            let subject = Subject::of(self.lines, self.roles, self.current.as_ref(), run[0], end);
            let text = &self.lines[run[0]].plain;
            if subject.share_after(text) - subject.share_before(text) > APART && self.is_ended() {
                self.parts.close_calls.push((run[0], DoubtKind::SectionHead));
            }
            for at in run {
                self.push(at, BlockKind::SectionHead);
            }
            return;
        }
        if let Some((&title, captions)) = self.photo_page(&run, end, ahead) {
            self.begin(vec![title]);
            for &at in captions {
                self.push(at, BlockKind::Caption);
            }
            return;
        }
        let title = self.title_of(&run, end, ahead);
        let is_over_title = !title.is_empty();
        let captions = self.captions_of_next(&run[title.clone()], end);
        for &line in &run[..title.start] {
            let is_repeated = run[title.clone()].iter().any(|&at| self.lines[at].plain == self.lines[line].plain);
            if is_repeated {
                self.parts.furniture.push((line, "title-list"));
            } else if self.is_listed(line) {
                // Its text is lost, or is a picture.
                self.begin(vec![line]);
            } else {
                let after = self.parts.drafts.len() + usize::from(self.current.is_some());
                self.parts.standing.push(StandingHead { line, after, is_over_title });
            }
        }
        if is_over_title {
            self.begin(run[title.clone()].to_vec());
            self.current.get_or_insert_default().parts = captions;
        } else {
            self.finish();
        }
        for &at in &run[title.end..] {
            self.push(at, BlockKind::SectionHead);
        }
    }

    /// Whether the current article has text, and its last sentence is ended.
    fn is_over(&self) -> bool {
        self.current.as_ref().is_some_and(Draft::has_text) && self.is_ended()
    }

    /// Whether the heads after the page's last story stand under a bar, or under the list of its pages: they are those of other
    /// pages.
    fn are_titles_of_others(&self, start: usize, run: &[usize]) -> bool {
        const FEWEST: usize = 2;
        let is_listed = |at: usize| matches!(self.roles[at], Role::Furniture("site-bar" | "page-head"));
        run.len() >= FEWEST && start.checked_sub(1).is_some_and(is_listed)
    }

    /// The lines of a poem, which look like heads, under its writer's name and over nothing more.
    fn is_verse(&self, run: &[usize]) -> bool {
        const FEWEST: usize = 3;
        let is_signed = |draft: &Draft| {
            !draft.title.is_empty() && draft.parts.last().is_some_and(|part| part.1 == BlockKind::Byline)
        };
        run.len() >= FEWEST && self.current.as_ref().is_some_and(|draft| is_signed(draft) && !draft.has_text())
    }

    /// 感谢读者提供线索，奖30元: a head at the end of the page that is worded as a sentence, or the sentence at which a page of one story is
    /// cut off.
    fn is_remark(&self, head: usize) -> bool {
        let text = &self.lines[head].plain;
        if self.is_one_story && text.contains(['，', ',', '：', ':']) {
            return self.current.as_ref().is_some_and(Draft::has_text);
        }
        self.is_over() && !self.is_closed && !self.named[head] && text.contains(['，', ',']) && !column::is_name(text)
    }

    /// The headline of a page of photographs, and the captions that stand under it without a full stop: the photographer signs
    /// the text after them, which has the headline's words.
    fn photo_page<'r>(&self, run: &'r [usize], end: usize, ahead: Ahead) -> Option<(&'r usize, &'r [usize])> {
        const FEWEST: usize = 2;
        const SHORTEST: usize = 8;
        let (title, captions) = run.split_first()?;
        let is_caption = |&at: &usize| self.lines[at].length >= SHORTEST && !self.lines[at].plain.starts_with('—');
        let text = self.lines.get(end).filter(|_| matches!(self.roles[end], Role::Text | Role::Caption))?;
        let is_signed =
            matches!(ahead, Ahead::Text | Ahead::Photo) && byline::tail(&text.plain).is_some_and(|tail| tail.is_photo);
        let subject = Subject::of(self.lines, self.roles, self.current.as_ref(), *title, end);
        let is_named = subject.share_after(&self.lines[*title].plain) > APART;
        (captions.len() >= FEWEST && captions.iter().all(is_caption) && is_signed && is_named)
            .then_some((title, captions))
    }

    /// Whether a title list names this head, and it is no column's name.
    pub(super) fn is_listed(&self, head: usize) -> bool {
        self.named[head] && !column::is_name(&self.lines[head].plain)
    }

    /// Takes from the current article the photographs at its end that show what the story after the heads tells. A page
    /// prints them over the headline, too.
    fn captions_of_next(&mut self, title: &[usize], end: usize) -> Vec<(usize, BlockKind)> {
        let (Some(current), Some(&headline)) = (&self.current, title.first()) else { return Vec::new() };
        let from = current.parts.iter().rposition(|part| !self.is_of_photo(part)).map_or(0, |last| last + 1);
        let Some(&(caption, _)) = current.parts.get(from) else { return Vec::new() };
        let is_own = from == 0 && !current.title.is_empty();
        let is_in_column = self.parts.standing.last().is_some_and(|standing| standing.line + 1 == caption);
        let is_apart =
            self.layout.is_wide(self.lines[headline].gap) && self.lines[headline].gap > self.lines[caption].gap;
        if is_own || is_in_column || is_apart {
            return Vec::new();
        }
        let captions = current.parts[from..].iter().filter(|part| part.1 == BlockKind::Caption);
        let text: String = captions.map(|&(at, _)| &*self.lines[at].plain).collect();
        let subject = Subject::of(self.lines, self.roles, Some(current), caption, end);
        if subject.share_after(&text) - subject.share_before(&text) <= SHOWN {
            return Vec::new();
        }
        let captions = self.current.as_mut().map(|current| current.parts.split_off(from)).unwrap_or_default();
        self.current.take_if(|current| current.parts.is_empty() && current.title.is_empty());
        captions
    }

    /// Whether a part is a photograph's caption or credit.
    pub(super) fn is_of_photo(&self, &(at, kind): &(usize, BlockKind)) -> bool {
        kind == BlockKind::Caption || self.roles[at].is_credit()
    }
}
