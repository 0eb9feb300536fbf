// Elements. Whatever a user wrote becomes a text node and never markup.

const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return made;
};

const button = (label, click, attributes = {}) =>
  element('button', { type: 'button', click, ...attributes }, label);

/** A name, which does not turn the words beside it around. */
const named = (text) => element('code', {}, element('bdi', {}, text));

/** A sentence: words of ours are strings, names are objects. */
const sentence = (parts) => parts.map((part) => (typeof part === 'string' ? part : named(part.name)));

/** A text in which we mark code by backticks. */
const prose = (text) => {
  const parts = text.split('`');
  const pairs = parts.length % 2 === 1;
  return pairs ? parts.map((part, index) => (index % 2 === 1 ? named(part) : part)) : [text];
};

const count = (number, noun) => `${number} ${number === 1 ? noun : `${noun}s`}`;

/** A mark and a word, so that no grade is told by its colour alone. */
const MARKS = { danger: '▲', caution: '◆', info: '●', error: '▲', warning: '◆', note: '●' };

const badge = (word) =>
  element('span', { class: `badge ${word}` }, element('span', { 'aria-hidden': 'true' }, MARKS[word]), ` ${word}`);

const CHUNK = 30;

/** Set while the page is printed, as paper has no buttons. */
let everything = false;

/** The first rows of many, and a button for the next ones. */
const rows = (items, row, kind) => {
  let shown = 0;
  const list = element('ul', { class: kind, role: 'list' });
  const more = button('', () => show().at(0)?.focus(), { class: 'more' });
  const show = () => {
    const next = items.slice(shown, everything ? undefined : shown + CHUNK).map(row);
    list.append(...next);
    shown += next.length;
    const left = items.length - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, CHUNK)} more of ${left}`;
    return next;
  };
  show();
  return [list, more];
};

/** What is open and what is closed, by key, where it is not as it was made. */
const folds = { all: undefined, single: new Map() };

const isOpen = (key, usual) => everything || (folds.single.get(key) ?? folds.all ?? usual);

/** A part that opens. Its content is made when it first does, as there may be thousands of them. */
const foldable = (key, usual, attributes, summary, content) => {
  const details = element('details', attributes, element('summary', {}, summary));
  const fill = () => details.open && details.children.length === 1 && details.append(...content());
  let before = isOpen(key, usual);
  details.open = before;
  fill();
  details.addEventListener('toggle', () => {
    if (details.open !== before) {
      before = details.open;
      folds.single.set(key, before);
    }
    fill();
  });
  return details;
};

const section = (id, title, ...content) =>
  element('section', { id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title` }, title), ...content);
