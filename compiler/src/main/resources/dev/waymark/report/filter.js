// What a reader wants to see, kept in the address of the page, so that it can be passed on.

const GRADES = ['danger', 'caution', 'info'];

const filter = { hidden: new Set(), namespace: '', cluster: '', text: '' };

const texts = new WeakMap();

/** All that is searched of an entry, in lower case. */
const searchable = (value) => {
  if (typeof value === 'string') {
    return value.toLowerCase();
  }
  if (value === null || typeof value !== 'object') {
    return '';
  }
  if (!texts.has(value)) {
    texts.set(value, Object.values(value).map(searchable).join('\n'));
  }
  return texts.get(value);
};

/** Entries with every word of the search field somewhere. */
const found = (entries) => {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0
    ? entries
    : entries.filter((entry) => words.every((word) => searchable(entry).includes(word)));
};

/** What is wrong in no cluster of its own is wrong in all of them. */
const inCluster = (entry) => !filter.cluster || !entry.cluster || entry.cluster === filter.cluster;

const wantedEffects = (effects) =>
  found(
    effects.filter(
      (effect) =>
        !filter.hidden.has(effect.grade) &&
        (!filter.namespace || effect.namespace === filter.namespace) &&
        inCluster(effect),
    ),
  );

const wantedProblems = (problems) => found(problems.filter(inCluster));

const isFiltering = () => filter.hidden.size > 0 || Boolean(filter.namespace || filter.cluster || filter.text);

const resetFilter = () => {
  filter.hidden.clear();
  Object.assign(filter, { namespace: '', cluster: '', text: '' });
};

const writeAddress = () => {
  const state = new URLSearchParams();
  if (filter.hidden.size > 0) {
    state.set('without', [...filter.hidden].join(','));
  }
  for (const name of ['namespace', 'cluster', 'text']) {
    if (filter[name]) {
      state.set(name, filter[name]);
    }
  }
  try {
    history.replaceState(null, '', `#${state}`);
  } catch {
    // A viewer that frames the page may forbid it: then the address just does not follow.
  }
};

/** An address without a state names a section of the page. */
const readAddress = () => {
  const state = new URLSearchParams(location.hash.slice(1));
  resetFilter();
  (state.get('without') ?? '').split(',').filter((grade) => GRADES.includes(grade)).forEach((grade) => filter.hidden.add(grade));
  for (const name of ['namespace', 'cluster', 'text']) {
    filter[name] = state.get(name) ?? '';
  }
};
