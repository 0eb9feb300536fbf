// Effects, grouped by their rule, the worst first.

const movement = ({ before, after }) =>
  (before !== undefined || after !== undefined) &&
  element(
    'p',
    { class: 'movement' },
    before === undefined ? element('i', {}, 'none') : named(before),
    element('span', { class: 'arrow', role: 'img', 'aria-label': ' becomes ' }, '→'),
    after === undefined ? element('i', {}, 'none') : named(after),
  );

const effectRow = (effect) =>
  element(
    'li',
    { class: 'effect', tabindex: '-1' },
    element(
      'p',
      { class: 'target' },
      `${effect.kind} `,
      named(effect.name),
      effect.cluster !== undefined && [' ', element('span', { class: 'tag' }, 'cluster ', named(effect.cluster))],
    ),
    movement(effect),
    element('p', { class: 'message' }, sentence(effect.message)),
    effect.place !== undefined &&
      element('p', { class: 'place' }, effect.removed ? 'removed from ' : '', named(effect.place)),
  );

const effectGroup = ([rule, effects]) =>
  foldable(
    `rule ${rule}`,
    true,
    { class: `group ${effects[0].grade}` },
    [element('h3', {}, rule), badge(effects[0].grade), element('span', { class: 'count' }, String(effects.length))],
    () => rows(effects, effectRow, 'effects'),
  );

/** In the order of the effects, which is that of their rules. */
const byRule = (effects) => {
  const groups = new Map();
  for (const effect of effects) {
    groups.has(effect.rule) ? groups.get(effect.rule).push(effect) : groups.set(effect.rule, [effect]);
  }
  return [...groups];
};

const nothingFits = (reset) =>
  element('p', { class: 'nothing' }, 'No effect fits. ', button('Show all effects', reset));

const effectsShown = (effects, reset) =>
  effects.length > 0 ? byRule(effects).map(effectGroup) : [nothingFits(reset)];

/** Moves the focus to the next or the last effect, and shows more of them where it has to. */
const moveFocus = (step) => {
  const shown = [...document.querySelectorAll('details[open] > .effects > .effect')];
  const current = document.activeElement?.closest('.effect');
  const more = current?.parentElement.nextElementSibling;
  if (step > 0 && current && !current.nextElementSibling && more && !more.hidden) {
    more.click();
    return;
  }
  const index = current ? shown.indexOf(current) + step : 0;
  shown[Math.max(0, Math.min(shown.length - 1, index))]?.focus();
};
