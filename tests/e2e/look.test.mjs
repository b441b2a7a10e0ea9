// The page in other languages, lights and sizes.

import assert from 'node:assert/strict';
import { soon, story } from './reader.mjs';

/** How light the page's ground is, from 0 to 255. */
const lightness = (reader) =>
  reader.part('search-input').evaluate((box) => {
    for (let node = box; node; node = node.parentElement ?? node.getRootNode().host) {
      const [r, g, b, a = 1] = getComputedStyle(node).backgroundColor.match(/[\d.]+/g).map(Number);
      if (a > 0) return (r + g + b) / 3;
    }
    return 255;
  });

/** What the box is called. */
const boxLabel = (reader) => reader.page.locator('.search label').textContent();

/** What lies beyond the right edge of the window, or makes it scroll sideways. */
const overflow = (reader) =>
  reader.page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);

/** All that the page says in its own words: labels and headings, without the articles. */
const ownWords = (reader) =>
  reader.page.locator('baoyan-archive').evaluate((host) => {
    const own = [];
    for (const node of host.shadowRoot.querySelectorAll('*')) {
      if (node.closest('.page [lang="zh-CN"], .charts, [data-baoyan="result"], [data-baoyan="facet"], [data-baoyan="bar"], svg, table')) continue;
      own.push(node.getAttribute('placeholder') ?? '', node.getAttribute('aria-label') ?? '');
      for (const child of node.childNodes) if (child.nodeType === Node.TEXT_NODE) own.push(child.data);
    }
    return own.join(' ');
  });

story('in English the labels are English, and the articles as they are', { at: '?lang=en' }, async (reader) => {
  await reader.seesResults(6);
  const words = await ownWords(reader);
  assert.match(words, /[Aa]rticles/);
  assert.match(words, /[Cc]ount(y|ies)/);
  assert.ok((words.match(/\p{Script=Han}/gu) ?? []).length < 60, words);
  assert.ok((await reader.titles()).includes('临汐县办好夜市'));
});

story('in Chinese the labels are Chinese', {}, async (reader) => {
  await reader.seesResults(6);
  const words = await ownWords(reader);
  assert.match(words, /检索文章/);
  assert.doesNotMatch(words, /[Aa]rticles|[Ss]earch/);
});

story('in traditional Chinese the labels are as written in Taiwan, and the articles as they are', { at: '?lang=zh-TW' }, async (reader) => {
  await reader.seesResults(6);
  const simplified = /[县举项页选检览开关闭数据图类报载链复档网络损坏没这么样阵荣动时间语说请题标记摄讲条结键盘单写词筛区]/u;
  const own = await ownWords(reader);
  assert.match(own, /檢索文章/);
  // The name of the other language, and the county in an example, are as they are.
  assert.doesNotMatch(own.replace('简体', '').replace('临汐县', ''), simplified);
  assert.ok((await reader.titles()).includes('临汐县办好夜市'));
  await reader.page.getByRole('button', { name: '简体' }).click();
  await soon(async () => assert.equal(await boxLabel(reader), '检索文章'));
});

for (const [locale, words] of [['zh-HK', '檢索文章'], ['en-GB', 'Search the articles'], ['fr', '检索文章']]) {
  story(`a browser in ${locale} chooses the language where the document has none`, { locale }, async (reader) => {
    await reader.page.locator('baoyan-archive').evaluate((host) => host.removeAttribute('lang'));
    await soon(async () => assert.equal(await boxLabel(reader), words));
  });
}

story('a name that never ends makes nothing stick out', { width: 320, at: `?q=${encodeURIComponent(`记者:${'长'.repeat(60)} 栏:${'x'.repeat(80)}`)}` }, async (reader) => {
  await reader.page.locator('.chip').first().waitFor();
  assert.equal(await overflow(reader), 0);
});

story('by day it is ink on paper', {}, async (reader) => {
  await reader.seesResults(6);
  assert.ok((await lightness(reader)) > 200);
});

story('by night it is dark', { dark: true }, async (reader) => {
  await reader.seesResults(6);
  assert.ok((await lightness(reader)) < 70);
});

// 640 is what 1280 pixels are at 200 %.
for (const width of [320, 390, 640, 768, 899, 1280, 1920]) {
  story(`nothing sticks out at ${width} px`, { width }, async (reader) => {
    await reader.seesResults(6);
    assert.equal(await overflow(reader), 0, 'the list');
    await reader.search('县');
    await soon(async () => assert.ok((await reader.marked()).length > 0));
    assert.equal(await overflow(reader), 0, 'an answer');
    await reader.part('result-title').first().click();
    await reader.part('article').waitFor();
    assert.equal(await overflow(reader), 0, 'an article');
  });
}

story('in English a note on the query is English, and its suggestion is searched when chosen', { at: '?lang=en' }, async (reader) => {
  await reader.search('shuwu');
  const notes = reader.page.locator('.notes');
  await notes.waitFor();
  assert.match(await notes.innerText(), /pinyin/);
  const suggestion = notes.getByRole('button').first();
  const words = await suggestion.innerText();
  await suggestion.click();
  await soon(async () => assert.equal(await reader.box.inputValue(), words));
});

for (const dark of [false, true]) {
  const at = `?q=${encodeURIComponent('县:云溪县')}&draw=grid`;
  story(`on paper there is the query, what it found, and whole charts in black and white${dark ? ', by night too' : ''}`, { at, dark }, async (reader) => {
    await reader.page.locator('nav.facets:not([aria-busy])').waitFor();
    await reader.bars('more').first().waitFor();
    await reader.page.emulateMedia({ media: 'print', colorScheme: dark ? 'dark' : 'light' });
    // A sheet of A4, and one that lies on its side.
    for (const width of [718, 1046]) {
      await reader.page.setViewportSize({ width, height: 700 });
      const paper = await reader.page.locator('baoyan-archive').evaluate((host) => {
        const all = (selector) => [...host.shadowRoot.querySelectorAll(selector)];
        const seen = (node) => node.checkVisibility() && node.getBoundingClientRect().width > 1;
        const colours = (node) => ['fill', 'stroke', 'color'].map((name) => getComputedStyle(node)[name]).filter((colour) => /^rgb/.test(colour));
        const isGrey = (colour) => new Set(colour.match(/[\d.]+/g).slice(0, 3)).size === 1;
        return {
          controls: all('button, summary, input:not(#query), select').filter((node) => seen(node) && !node.closest('.topic')).map((node) => node.outerHTML),
          query: all('#query').some(seen),
          charts: all('figure.chart-panel').filter(seen).length,
          cut: all('.charts, .canvas, .topic ol').filter((node) => node.scrollHeight > node.clientHeight + 1 && getComputedStyle(node).overflowY !== 'visible').map((node) => node.className),
          wide: all('.canvas svg').filter((svg) => svg.getBoundingClientRect().right > innerWidth).length,
          coloured: all('figure.chart-panel *').flatMap(colours).filter((colour) => !isGrey(colour)),
        };
      });
      assert.deepEqual(paper, { controls: [], query: true, charts: 4, cut: [], wide: 0, coloured: [] }, `${width} wide`);
    }
  });
}
