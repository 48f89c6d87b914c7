// The arrows between the rooms: who may import whom. See docs/architecture.md.
const rooms = require('./rooms.json');

/** A room may reach only these paths of other rooms (regular expressions from the root). */
function room(name, reach, { packages } = {}) {
  const others = rooms.filter((other) => other !== name).join('|');
  const rules = [
    {
      name: `${name}-reaches-only-its-own`,
      severity: 'error',
      from: { path: `^${name}/` },
      to: { path: `^(${others})/`, ...(reach.length ? { pathNot: reach } : {}) },
    },
  ];
  if (packages) {
    rules.push({
      name: `${name}-uses-only-these-packages`,
      severity: 'error',
      from: { path: `^${name}/` },
      to: { path: 'node_modules|^node:', pathNot: packages.map((p) => `(^|/)node_modules/${p}/`) },
    });
    rules.push({
      name: `${name}-uses-no-node`,
      severity: 'error',
      from: { path: `^${name}/` },
      to: { dependencyTypes: ['core'] },
    });
  }
  return rules;
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...room('domain', [], { packages: ['temporal-polyfill', 'temporal-spec', 'temporal-utils', 'chinese-days'] }),
    // reads and checks what people write: rulebooks, storylines
    ...room('documents', ['^domain/']),
    ...room('rulebooks', ['^domain/']),
    ...room('workflows', ['^domain/', '^activities/'], {
      packages: ['@temporalio/workflow', '@temporalio/common', '@temporalio/activity', 'temporal-polyfill'],
    }),
    {
      name: 'workflows-know-activities-by-type',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    ...room('activities', ['^domain/', '^database/', '^engine/']),
    ...room('database', ['^domain/']),
    // what Temporal's answers mean
    ...room('engine', []),
    // tells the world what happened
    ...room('courier', ['^domain/', '^documents/', '^database/', '^renderings/']),
    // what a paper looks like as .docx, .pdf and mail
    ...room('renderings', ['^domain/']),
    // keys, and what they encrypt
    ...room('vault', ['^domain/', '^database/']),
    // shows that nothing was altered
    ...room('proof', ['^domain/', '^database/', '^vault/', '^engine/', '^workflows/messages']),
    ...room('api', [
      '^domain/',
      '^documents/',
      '^database/',
      '^renderings/',
      '^engine/',
      '^vault/',
      '^proof/',
      '^workflows/messages',
    ]),
    ...room('web', []),
    { name: 'tests-are-for-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|\\.cache|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
