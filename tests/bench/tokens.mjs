// How text is cut for engines that leave Chinese to their caller.

const RUNS = /[\p{Script=Han}]+|[^\p{Script=Han}\P{L}]+|\p{N}+/gu;
const HAN = /\p{Script=Han}/u;

/** Pairs of neighbouring Han characters (one that stands alone, alone), and words of letters or of figures. */
export function bigrams(text) {
  return (text.match(RUNS) ?? []).flatMap((run) => {
    const characters = [...run];
    if (!HAN.test(run) || characters.length === 1) return [run.toLowerCase()];
    return characters.slice(1).map((character, at) => characters[at] + character);
  });
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words that the browser's own segmenter finds. */
export function words(text) {
  return Array.from(segmenter.segment(text)).filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment.toLowerCase());
}
