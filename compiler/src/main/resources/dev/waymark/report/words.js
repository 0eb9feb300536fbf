// Which words of a value were taken out, and which were put in.

const WORD = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;

/** Beyond so many pairs of words a value is shown as replaced, before anybody waits for it. */
const MOST_PAIRS = 100_000;

/** Of less in common the remaining words would be there by chance. */
const LEAST_IN_COMMON = 0.3;

/** How long the longest common subsequence is from each pair of words on. */
const commonLengths = (before, after) => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = before[i] === after[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
};

/** For each word of both values whether the other one has it, too. */
const kept = (before, after) => {
  const flags = [before.map(() => false), after.map(() => false)];
  if (before.length * after.length > MOST_PAIRS) {
    return flags;
  }
  const lengths = commonLengths(before, after);
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) {
      flags[0][i] = true;
      flags[1][j] = true;
      i += 1;
      j += 1;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
      i += 1;
    } else {
      j += 1;
    }
  }
  const inCommon = before.filter((word, index) => flags[0][index] && /[\p{L}\p{N}]/u.test(word)).join('').length;
  const enough = inCommon >= LEAST_IN_COMMON * Math.min(before.join('').length, after.join('').length);
  return enough ? flags : flags.map((side) => side.map(() => false));
};

/** Words that are kept as they are, and each stretch of others within an element. */
const marked = (words, flags, tag) => {
  const parts = [];
  words.forEach((word, index) => {
    const last = parts.at(-1);
    if (last && last.kept === flags[index]) {
      last.text += word;
    } else {
      parts.push({ kept: flags[index], text: word });
    }
  });
  return parts.map((part) => (part.kept ? part.text : element(tag, {}, part.text)));
};

/** A value before and after, each absent if the field is. */
const comparison = (before, after) => {
  const words = [before, after].map((value) => value?.match(WORD) ?? []);
  const flags = kept(...words);
  const line = (index, tag, sign, label) =>
    element(
      'div',
      { class: `value ${tag}` },
      element('span', { class: 'sign', role: 'img', 'aria-label': label }, sign),
      element('span', {}, words[index].length ? marked(words[index], flags[index], tag) : element(tag, {}, '""')),
    );
  return [
    before !== undefined && line(0, 'del', '−', 'before: '),
    after !== undefined && line(1, 'ins', '+', 'after: '),
  ];
};
