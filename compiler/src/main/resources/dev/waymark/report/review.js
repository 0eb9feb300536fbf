// The page: what is shown follows from the filter, and is made anew whenever that changes.

const review = JSON.parse(document.getElementById('review-data').textContent);

const problemCount = Object.values(review.problems).reduce((sum, problems) => sum + problems.length, 0);

/** The values of a property, sorted, each once. */
const distinct = (property) => [...new Set(review.effects.map((effect) => effect[property]))].filter(Boolean).sort();

const status = element('p', { class: 'status', role: 'status' });

const gradeCount = (grade) => review.effects.filter((effect) => effect.grade === grade).length;

const chips = new Map(
  GRADES.map((grade) => [
    grade,
    button(
      [badge(grade), element('span', { class: 'count' }, String(gradeCount(grade)))],
      () => {
        filter.hidden.has(grade) ? filter.hidden.delete(grade) : filter.hidden.add(grade);
        filterChanged();
      },
      { class: `chip ${grade}`, disabled: gradeCount(grade) === 0 },
    ),
  ]),
);

const choice = (name, all, values) =>
  element(
    'select',
    {
      'aria-label': name,
      change: ({ target }) => {
        filter[name] = target.value;
        filterChanged();
      },
    },
    element('option', { value: '' }, all),
    values.map((value) => element('option', { value }, value)),
  );

const choices = {
  namespace: choice('namespace', 'All namespaces', distinct('namespace')),
  cluster: choice('cluster', 'All clusters', distinct('cluster')),
};

const search = element('input', {
  type: 'search',
  placeholder: 'Search',
  'aria-label': 'Search effects, problems and manifests',
  'aria-keyshortcuts': '/',
  autocomplete: 'off',
  spellcheck: 'false',
  input: () => {
    filter.text = search.value;
    filterChanged();
  },
});

const foldAll = (open) => {
  folds.all = open;
  folds.single.clear();
  render();
};

const toolbar = () =>
  element(
    'div',
    { class: 'toolbar', role: 'search', 'aria-label': 'Filter' },
    element('div', { class: 'chips', role: 'group', 'aria-label': 'Grades' }, [...chips.values()]),
    choices.namespace.options.length > 2 && choices.namespace,
    choices.cluster.options.length > 1 && choices.cluster,
    search,
    element(
      'div',
      { class: 'folding' },
      button('Expand all', () => foldAll(true)),
      button('Collapse all', () => foldAll(false)),
    ),
  );

const keys = () =>
  element(
    'p',
    { class: 'keys' },
    element('kbd', {}, '/'),
    ' search, ',
    element('kbd', {}, 'j'),
    ' ',
    element('kbd', {}, 'k'),
    ' next and previous effect, ',
    element('kbd', {}, 'Esc'),
    ' clear',
  );

/** What there is of the page; the picture stands there already. */
const SECTIONS = [
  { id: 'effects', title: 'Effects', size: review.effects.length },
  { id: 'picture', title: 'Picture', size: document.getElementById('picture') ? undefined : 0 },
  { id: 'problems', title: 'Problems', size: problemCount },
  { id: 'plan', title: 'Plan', size: review.plan.length },
  { id: 'manifests', title: 'Manifests', size: review.manifests.length },
].filter(({ size }) => size !== 0);

const has = (id) => SECTIONS.some((each) => each.id === id);

const contents = () =>
  element(
    'nav',
    { 'aria-label': 'Sections' },
    SECTIONS.map(({ id, title, size }) =>
      element('a', { href: `#${id}` }, title, size !== undefined && element('span', { class: 'count' }, String(size))),
    ),
  );

/** The parts that change with the filter. */
const views = Object.fromEntries(
  ['effects', 'problems', 'manifests'].map((id) => [id, element('div', { class: `view ${id}-view` })]),
);

/** Shows the state of the filter in its own controls. */
const showFilter = () => {
  chips.forEach((chip, grade) => chip.setAttribute('aria-pressed', String(!filter.hidden.has(grade))));
  choices.namespace.value = filter.namespace;
  choices.cluster.value = filter.cluster;
  if (search.value !== filter.text) {
    search.value = filter.text;
  }
};

const render = () => {
  const effects = wantedEffects(review.effects);
  const manifests = found(review.manifests);
  const problems = problemsShown(review.problems);
  const all = count(review.effects.length, 'effect');
  status.textContent = isFiltering() ? `${effects.length} of ${all}, ${count(manifests.length, 'manifest')}` : all;
  views.effects.replaceChildren(...effectsShown(effects, reset));
  views.problems.replaceChildren(
    ...(problems.length > 0 ? problems : [element('p', { class: 'nothing' }, 'No problem fits.')]),
  );
  views.manifests.replaceChildren(...manifestsShown(manifests));
  const first = views.effects.querySelector('.effect');
  first?.setAttribute('tabindex', '0');
};

const filterChanged = () => {
  showFilter();
  writeAddress();
  render();
};

const reset = () => {
  resetFilter();
  filterChanged();
  search.focus();
};

const isWriting = (target) => target.matches('input, select, textarea');

const KEYS = {
  '/': () => search.focus(),
  j: () => moveFocus(1),
  k: () => moveFocus(-1),
};

const ARROWS = { ArrowDown: 1, ArrowUp: -1 };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === 'Escape') {
    const wasEmpty = filter.text === '';
    filter.text = '';
    wasEmpty ? search.blur() : filterChanged();
  } else if (isWriting(event.target)) {
    return;
  } else if (Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key]();
  } else if (event.key in ARROWS && event.target.matches('.effect')) {
    event.preventDefault();
    moveFocus(ARROWS[event.key]);
  }
});

addEventListener('hashchange', () => {
  if (!location.hash || location.hash.includes('=')) {
    readAddress();
    showFilter();
    render();
  }
});

addEventListener('beforeprint', () => {
  everything = true;
  render();
});
addEventListener('afterprint', () => {
  everything = false;
  render();
});

const isQuiet = SECTIONS.length === 0;
document.body.classList.toggle('quiet', isQuiet);
if (!isQuiet) {
  document.getElementById('overview').append(contents(), toolbar(), element('div', { class: 'below' }, status, keys()));
  has('effects') &&
    document.getElementById('effects-view').append(section('effects', 'Effects', views.effects));
  document
    .getElementById('details-view')
    .append(
      ...[
        has('problems') && section('problems', 'Problems', views.problems),
        has('plan') && section('plan', 'Plan', planShown(review.plan)),
        has('manifests') && section('manifests', 'Manifests', views.manifests),
      ].filter(Boolean),
    );
  readAddress();
  showFilter();
  render();
}
