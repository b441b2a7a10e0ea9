// Makes table.txt, the folding table. See mod.rs for what it is made of, and how to run this.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [unicode, opencc] = process.argv.slice(2);
if (!opencc) {
  console.error('usage: node prepare.mjs UNICODE_DATA_FOLDER OPENCC_DATA_FOLDER');
  process.exit(2);
}

const lines = path => readFileSync(path, 'utf8').split('\n').filter(line => line && !line.startsWith('#'));
const character = code => String.fromCodePoint(parseInt(code.replace('U+', ''), 16));
const unihan = (file, ...keys) =>
  lines(join(unicode, file)).map(line => line.split('\t')).filter(([, key]) => keys.includes(key));
const choices = file =>
  new Map(lines(join(opencc, file)).map(line => line.split('\t')).map(([from, to]) => [from, to.split(' ')]));
const firstChoices = file => new Map([...choices(file)].map(([from, [first]]) => [from, first]));
const isOne = text => [...text].length === 1;

// Simple lower case, one character to one.
const lower = new Map();
for (const line of lines(join(unicode, 'UnicodeData.txt'))) {
  const fields = line.split(';');
  if (fields[13]) lower.set(character(fields[0]), character(fields[13]));
}

// Radicals that are coded apart from the ideographs they look like. NFKC knows the Kangxi ones alone, but fonts in PDF
// files give the others in running text as well.
const radicals = new Map();
for (const line of lines(join(unicode, 'EquivalentUnifiedIdeograph.txt'))) {
  const [codes, target] = line.split('#')[0].split(';').map(field => field.trim());
  const [first, last = first] = codes.split('..');
  for (let code = parseInt(first, 16); code <= parseInt(last, 16); code++) {
    radicals.set(String.fromCodePoint(code), character(target));
  }
}

const traditional = firstChoices('TSCharacters.txt');
// Those whose simplified form lies beyond the first plane.
for (const [from, to] of firstChoices('TSCharactersExt.txt')) traditional.set(from, to);
// OpenCC decides by the word here, and in most words so: 甦醒, 復甦.
traditional.set('甦', '苏');
// Japanese for 戲 and 穎, though OpenCC has them with simplified forms that nobody writes.
traditional.set('戯', '戏');
traditional.set('頴', '颖');

// What is written in mainland newspapers as it is: no variant list may touch it.
const common = new Set(unihan('Unihan_OtherMappings.txt', 'kGB0').map(([code]) => character(code)));
const standard = new Set(unihan('Unihan_OtherMappings.txt', 'kGB0', 'kTGH').map(([code]) => character(code)));
const traditionalForms = choices('STCharacters.txt');
for (const simplified of traditionalForms.keys()) standard.add(simplified);

// A simplified form whose traditional ones fold to another character goes with them: 锺 with 鍾 to 钟, 馀 with 餘 to 余.
for (const [simplified, forms] of traditionalForms) {
  const targets = new Set(forms.map(form => traditional.get(form) ?? form));
  const [target] = targets;
  // 迳 stands in names of places alone, some of which have 径 beside them (南迳镇, 南径镇).
  if (targets.size === 1 && target !== simplified && common.has(target) && simplified !== '迳') {
    traditional.set(simplified, target);
  }
}

const variants = new Map();
const addVariant = (from, to) => {
  if (!standard.has(from) && !traditional.has(from) && isOne(from) && isOne(to) && !variants.has(from) && from !== to) {
    variants.set(from, to);
  }
};

// Taiwan, Hong Kong and Japanese forms. A Japanese one may stand before the old ones (舗: 舗 鋪), and an old one be what we
// do not write (慎: 愼).
for (const file of ['TWVariantsRev.txt', 'HKVariantsRev.txt']) {
  for (const [from, to] of firstChoices(file)) addVariant(from, to);
}
for (const [modern, forms] of choices('JPShinjitaiCharacters.txt')) {
  for (const form of forms) {
    addVariant(modern, form);
    if (standard.has(modern)) addVariant(form, modern);
  }
}

// Traditional forms that no simplified character has for its first: 伕 of 夫, 鎗 of 枪.
for (const [simplified, forms] of traditionalForms) {
  for (const form of forms) addVariant(form, simplified);
}

// Common variants for which the rule below finds nothing or the wrong character: most are of the first list of variants
// put in order (第一批异体字整理表, 1955), with readings that Unihan gives apart.
for (const pair of '妳你 牠它 処处 刋刊 塲场 彊强 廹迫 湏须 紥扎 緫总 羙美 轝舆 剳札 頋顾 鉄铁 鑚钻 閧哄 氷冰 胷胸 菑灾 袴裤 讐仇 燿耀 佇伫 駡骂 躰体 秊年 旾春 灋法 裵裴 緐繁 淸清 靑青 槪概 姪侄 廼乃 罸罚 躭耽 寕宁 崐昆 羢绒 耡锄 舩船 﨑崎 靣面 籖签 脗吻 衺邪 誖悖 逥回 飱餐 賫赍 讌宴 廵巡 姸妍 彜彝'.split(' ')) {
  const [from, to] = [...pair];
  addVariant(from, to);
}

// Variants as Unihan has them, where they lead to exactly one character of GB 2312, and that is read the same.
const readings = new Map(unihan('Unihan_Readings.txt', 'kMandarin').map(([code, , read]) => [character(code), read.split(' ')]));
const related = new Map();
for (const [code, , values] of unihan('Unihan_Variants.txt', 'kZVariant', 'kSemanticVariant')) {
  const from = character(code);
  const targets = related.get(from) ?? new Set();
  related.set(from, targets);
  for (const value of values.split(' ')) {
    const target = character(value.split('<')[0]);
    const simplified = traditional.get(target) ?? target;
    if (simplified !== from && common.has(simplified)) targets.add(simplified);
  }
}
for (const [from, targets] of related) {
  const sameSound = [...targets].filter(to => readings.get(to)?.some(read => readings.get(from)?.includes(read)));
  if (targets.size === 1 && sameSound.length === 1) addVariant(from, sameSound[0]);
}

function step(c) {
  const compatible = c.normalize('NFKC');
  if (isOne(compatible) && compatible !== c) return compatible;
  return lower.get(c) ?? traditional.get(c) ?? radicals.get(c) ?? variants.get(c) ?? c;
}

function fold(c) {
  const seen = new Set();
  let folded = c;
  for (let next = step(folded); next !== folded; next = step(folded)) {
    if (seen.has(folded)) throw new Error(`${c} folds in a circle: ${[...seen].join(' ')}`);
    seen.add(folded);
    folded = next;
  }
  return folded;
}

const pairs = [];
for (let code = 0; code <= 0x10ffff; code++) {
  if (code >= 0xd800 && code <= 0xdfff) continue;
  const folded = fold(String.fromCodePoint(code)).codePointAt(0);
  if (folded !== code) pairs.push([code, folded]);
}

const hex = code => code.toString(16).toUpperCase().padStart(4, '0');
writeFileSync(join(import.meta.dirname, 'table.txt'), pairs.map(pair => `${pair.map(hex).join(' ')}\n`).join(''));
console.error(`${pairs.length} characters fold`);
