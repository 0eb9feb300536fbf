// Problems, the plan and the manifests.

const problemRow = (problem) =>
  element(
    'li',
    { class: 'problem', tabindex: '-1' },
    element(
      'p',
      { class: 'target' },
      badge(problem.severity),
      ' ',
      element('code', {}, problem.code),
      ` ${problem.name}`,
    ),
    element('p', { class: 'message' }, prose(problem.message)),
    problem.consequence !== undefined && element('p', { class: 'more-words' }, prose(problem.consequence)),
    problem.help !== undefined && element('p', { class: 'more-words' }, prose(problem.help)),
    problem.place !== undefined && element('p', { class: 'place' }, named(problem.place)),
  );

const PROBLEMS = [
  { title: 'Introduced', key: 'introduced', open: true },
  { title: 'Fixed', key: 'fixed', open: true },
  { title: 'Unchanged', key: 'unchanged', open: false },
];

const problemGroup = (problems) => ({ title, key, open }) => {
  const wanted = wantedProblems(problems[key]);
  return (
    wanted.length > 0 &&
    foldable(
      `problems ${key}`,
      open,
      { class: 'group' },
      [element('h3', {}, title), element('span', { class: 'count' }, String(wanted.length))],
      () => rows(wanted, problemRow, 'problems'),
    )
  );
};

const problemsShown = (problems) => PROBLEMS.map(problemGroup(problems)).filter(Boolean);

const planStep = (step) =>
  element(
    'li',
    {},
    element('p', { class: 'message' }, sentence(step.title)),
    step.details.length > 0 &&
      element('ul', {}, step.details.map((detail) => element('li', {}, sentence(detail.text)))),
    step.commands.length > 0 &&
      element('pre', { tabindex: '0' }, element('code', {}, step.commands.map((command) => command.text).join('\n'))),
  );

const planShown = (plan) => element('ol', { class: 'plan' }, plan.map(planStep));

const fieldRow = (field) =>
  element(
    'li',
    { class: 'field', tabindex: '-1' },
    element('p', { class: 'pointer' }, field.pointer ? named(field.pointer) : 'the whole document'),
    comparison(field.before, field.after),
  );

const CHANGES = { add: '+ add', change: '~ change', remove: '− remove' };

const manifestRow = (manifest) =>
  element(
    'li',
    { tabindex: '-1' },
    foldable(
      `file ${manifest.path}`,
      false,
      { class: 'file' },
      [
        element('span', { class: `sort ${manifest.change}` }, CHANGES[manifest.change]),
        named(manifest.path),
        element('span', { class: 'count' }, count(manifest.fields.length, 'field')),
      ],
      () => rows(manifest.fields, fieldRow, 'fields'),
    ),
  );

const manifestsShown = (manifests) =>
  manifests.length > 0
    ? rows(manifests, manifestRow, 'manifests')
    : [element('p', { class: 'nothing' }, 'No manifest holds what is searched for.')];
