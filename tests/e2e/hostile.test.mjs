// Text that would like to be more than text: in queries, in addresses, and in everything that an archive holds. Nothing but
// text and marks comes of it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { figure, soon, story } from './reader.mjs';

const RUN = 'window.ran=1';
const PAYLOADS = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=data:text/javascript,${RUN}></SCRIPT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `</script><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src="x" onerror="${RUN}">`,
  `"><img src=x onerror=${RUN}>`,
  `'><img src=x onerror=${RUN}>`,
  `\`><img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg/onload=${RUN}//`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><set attributeName=href to=javascript:${RUN}>`,
  `<svg><foreignObject><body onload=${RUN}></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<math href="javascript:${RUN}">x</math>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<body onload=${RUN}>`,
  `<body onpageshow=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<select autofocus onfocus=${RUN}>`,
  `<textarea autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}>`,
  `<marquee onstart=${RUN}>`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<button formaction="javascript:${RUN}">x</button>`,
  `<a href="javascript:${RUN}">x</a>`,
  `<a href="java&#x09;script:${RUN}">x</a>`,
  `<base href="javascript:/a/-${RUN}//">`,
  `<link rel=stylesheet href="data:text/css,*{color:red}">`,
  `<style>@import 'data:text/css,*{display:none}';</style>`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<template><script>${RUN}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<![CDATA[<img src=x onerror=${RUN}>]]>`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `\\u003cimg src=x onerror=${RUN}\\u003e`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `javascript:${RUN}`,
  `x" onmouseover="${RUN}" data-wish="0" id="query`,
  `</p></article></baoyan-archive><script>${RUN}</script>`,
  `<baoyan-archive src="javascript:${RUN}"></baoyan-archive>`,
  `<mark onmouseover=${RUN}>x</mark>`,
];
const LINKS = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  `file:///etc/passwd`,
  `blob:https://paper.example/1`,
  `https://paper.example/?q="><img src=x onerror=${RUN}>`,
];
const FORMULAS = ['=HYPERLINK("https://paper.example";"x")', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', '＝1+1'];

const PROGRAM = process.env.BAOYAN ?? path.resolve(import.meta.dirname, '../../target/debug/baoyan');
const folder = mkdtempSync(path.join(tmpdir(), 'baoyan-hostile-'));
after(() => rmSync(folder, { recursive: true }));

/** An archive of pages in every form that is read, with payloads wherever a text may stand. */
function hostileArchive() {
  const pages = path.join(folder, 'pages');
  mkdirSync(pages);
  const line = (payload, i) => ({
    id: `${i} ${payload}`,
    title: `题${i} ${payload}`,
    body: `正文${i}：${payload} 到此。\n\n县里启动“${payload}”行动，清理河道${i + 1}条。`,
    county: FORMULAS[i] ?? payload,
    reporters: payload,
    page: payload,
    date: '2024-03-01',
    url: LINKS[i % LINKS.length],
  });
  writeFileSync(path.join(pages, 'lines.jsonl'), PAYLOADS.map((payload, i) => JSON.stringify(line(payload, i))).join('\n'));
  const quoted = (text) => JSON.stringify(text);
  for (const [i, payload] of PAYLOADS.slice(0, 12).entries()) {
    const fields = ['title', 'county', 'standing_head', 'byline', 'page', 'url'].map((name) => `${name}: ${quoted(payload)}`);
    writeFileSync(path.join(pages, `page${i}.md`), `---\n${fields.join('\n')}\n---\n\n${payload}\n\n河水清了${i}回。\n`);
    writeFileSync(path.join(pages, `dump${i}.txt`), `\n\n${payload}\n\n本报记者 ${payload}\n\n3月5日，云溪县清理河道${i}条。${payload}\n`);
    writeFileSync(path.join(pages, `site${i}.html`), `<html><title>${payload}</title><body><h1>${payload}</h1><p>云溪县${payload}的河。</p></body></html>`);
    // What a file's name cannot have is a slash.
    writeFileSync(path.join(pages, `${payload.replaceAll('/', '∕')}.txt`), `云溪县的第${i}条河，河水清了。`);
  }
  const items = PAYLOADS.map((payload) => `<item><title><![CDATA[${payload.replaceAll(']]>', '')}]]></title><description>河</description><link>${LINKS[0]}</link></item>`);
  writeFileSync(path.join(pages, 'feed.xml'), `<?xml version="1.0"?><rss version="2.0"><channel><title>报</title>${items.join('')}</channel></rss>`);
  const out = path.join(folder, 'archive');
  try {
    execFileSync(PROGRAM, ['index', pages, '--out', out], { stdio: 'pipe' });
  } catch (error) {
    // Some pages are refused, and said to be: what is left has to be safe.
    assert.equal(error.status, 1, String(error.stderr));
  }
  return out;
}

const hostile = hostileArchive();
const archive = (_, name) => readFileSync(path.join(hostile, name.slice('archive/'.length)));

/** Counts what must not happen. */
function watch() {
  window.reports = 0;
  document.addEventListener('securitypolicyviolation', () => window.reports++);
}

/** What is in the element's shadow tree: kinds of elements, names of attributes, and where links lead. */
const anatomy = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelector('baoyan-archive').shadowRoot.querySelectorAll('*')];
    return {
      kinds: [...new Set(all.map((element) => element.localName))],
      attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
      links: [...new Set(all.filter((element) => element.hasAttribute('href')).map((element) => element.href))],
      ran: window.ran,
      reports: window.reports,
      scripts: document.scripts.length,
      body: document.body.children.length,
    };
  });

let honest;
story('what the page is made of when all text is honest', { before: watch }, async (reader) => {
  await reader.seesResults(6);
  const seen = [await anatomy(reader.page)];
  await reader.search('茶园 没有：此词');
  await soon(async () => assert.ok(await reader.page.evaluate(() => document.querySelector('baoyan-archive').shadowRoot.querySelector('.notes'))));
  seen.push(await anatomy(reader.page));
  for (const query of ['茶园 县:临汐县', '县:临汐县']) {
    await reader.search(query);
    await reader.seesResults(query.startsWith('县') ? 2 : 1);
    seen.push(await anatomy(reader.page));
  }
  await reader.part('result-title').first().click();
  await reader.part('article').waitFor();
  seen.push(await anatomy(reader.page));
  honest = {
    ...seen[0],
    kinds: new Set([...seen.flatMap(({ kinds }) => kinds), 'a', 'strong', 'h3', 'small', 'mark', 'nav']),
    attributes: new Set([...seen.flatMap(({ attributes }) => attributes), 'rel', 'aria-busy', 'data-initiative', 'data-figure']),
  };
});

async function isHonest(page, what) {
  const { kinds, attributes, links, ran, reports, scripts, body } = await anatomy(page);
  assert.deepEqual(kinds.filter((kind) => !honest.kinds.has(kind)), [], what);
  assert.deepEqual(attributes.filter((name) => !honest.attributes.has(name) || name.startsWith('on')), [], what);
  for (const link of links) assert.match(link, /^https?:/, what);
  assert.deepEqual([ran, reports, scripts, body], [undefined, 0, honest.scripts, honest.body], what);
}

story('every text of an archive is nothing but text', { archive, before: watch }, async (reader) => {
  const { page } = reader;
  await soon(async () => assert.equal(await reader.results.count(), 20));
  const seen = [];
  const next = page.getByRole('link', { name: '下一页' });
  for (let number = 1; ; number++, await next.click()) {
    await soon(async () => assert.equal(new URL(page.url()).searchParams.get('page') ?? '1', String(number)));
    await isHonest(page, `page ${number} of the results`);
    seen.push(...(await reader.titles()));
    if (!(await next.count())) break;
  }
  const shown = seen.join('\n');
  for (const payload of PAYLOADS) assert.ok(shown.includes(payload), `${payload} is a title and not shown as one`);
  for (const [i, payload] of PAYLOADS.entries()) {
    await page.goto(`${reader.home}?article=${encodeURIComponent(`${i} ${payload}`)}`);
    await reader.part('article').waitFor();
    const text = await reader.part('article').innerText();
    assert.ok(text.includes(`题${i} ${payload}`) && text.includes(`正文${i}：${payload} 到此。`), text);
    await isHonest(page, `the article with ${payload}`);
  }
  figure(`${PAYLOADS.length} payloads and ${LINKS.length} links: nothing but text and marks`);
});

story('every query and every address is nothing but text', { archive, before: watch }, async (reader) => {
  const { page } = reader;
  await soon(async () => assert.ok((await reader.results.count()) > 0));
  for (const [i, payload] of PAYLOADS.entries()) {
    const forms = [payload, `“${payload}”`, `县:${payload}`, `记者:${payload} -${payload}`, `举措:“${payload}”`, `题:${payload} 栏:${payload}`];
    const query = forms[i % forms.length];
    await reader.search(query);
    await soon(async () => assert.equal(new URL(page.url()).searchParams.get('q'), query));
    await isHonest(page, query);
  }
  for (const payload of PAYLOADS) {
    const wild = encodeURIComponent(payload);
    await page.goto(`${reader.home}?q=${wild}&sort=${wild}&article=${wild}&lang=${wild}&theme=${wild}&chart=${wild}&${wild}=${wild}#${wild}`);
    await soon(async () => assert.equal(await reader.box.inputValue(), payload));
    await isHonest(page, `the address with ${payload}`);
  }
  const names = ['county', 'initiative', 'page', 'pane', 'at', 'draw', 'measure', 'unit', 'order', 'table', 'keys'];
  for (const payload of PAYLOADS) {
    await page.goto(`${reader.home}?${names.map((name) => `${name}=${encodeURIComponent(payload)}`).join('&')}`);
    await soon(async () => assert.match(await reader.box.inputValue(), /^县:.*举措:/s));
    await isHonest(page, `each parameter with ${payload}`);
  }
});

story('a table that is saved holds no formula', { archive, before: watch }, async (reader) => {
  await soon(async () => assert.ok((await reader.results.count()) > 0));
  const tables = [execFileSync(PROGRAM, ['stats', hostile, '--format', 'csv'], { encoding: 'utf8' })];
  const chart = reader.part('county-chart');
  await chart.locator('summary').click();
  const download = reader.page.waitForEvent('download');
  await chart.getByRole('button', { name: 'CSV' }).click();
  tables.push(readFileSync(await (await download).path(), 'utf8').replace('\uFEFF', ''));
  for (const table of tables) {
    const fields = table.match(/("(?:[^"]|"")*"|[^,\r\n]*)(?=,|\r?\n|$)/g).map((field) => field.replace(/^"([^]*)"$/, '$1'));
    assert.ok(fields.some((field) => field.startsWith("'=HYPERLINK")), table);
    assert.deepEqual(fields.filter((field) => /^[=+\-@\t\r\n＝＋－＠]/.test(field)), []);
  }
});
