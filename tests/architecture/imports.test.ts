/** Design §2: what each folder must not contain or import. Every rule is also shown a file that breaks it. */
import { describe, expect, it } from 'vitest';
import {
  codeOf,
  type Import,
  reachedFrom,
  readSource,
  SOURCE_FILES,
  type SourceFile,
} from './source-files.ts';

const isIn =
  (...folders: readonly string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(`${folder}/`));

const isPackage = (target: string, ...names: readonly string[]) =>
  names.some((name) => target === name || target.startsWith(`${name}/`));

type ImportRule = {
  rule: string;
  of: (file: string) => boolean;
  may: (one: Import, file: string) => boolean;
  broken: [file: string, source: string];
};

/** The same bytes give the same hash: of node:crypto this makes neither chance nor ids that differ by the run. */
const HASHES = [
  'handover/snag-photos.ts',
  'ledger/webhook-signature.ts',
  'handover/signed-link.ts',
  'ledger/read-bank-statement.ts',
  'inventory/read-price-list.ts',
  'handover/read-title-list.ts',
].map((file) => `extension/commands/${file}`);

/** What puts a document together; others take at most the shape of what a document shows. */
const WRITES_DOCUMENTS = /^extension\/commands\/[a-z]+\/write-[a-z-]+\.ts$/;

/** Which layouts are ours is asked for by a command, so this one short table is its, too. */
const DASHBOARD_LAYOUTS = 'extension/identifiers/dashboards.ts';

const roomOf = (file: string) => file.split('/')[2] ?? '';

/** Which rooms a room of the domain may read, through their index; `shared` has none to hide. */
const LEFTWARDS = ['shared', 'inventory', 'deal', 'ledger', 'handover'];

function mayReadRoom(target: string, file: string): boolean {
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === to) return true;
  if (to === 'shared') return true;
  const isLeft = LEFTWARDS.indexOf(to) >= 0 && LEFTWARDS.indexOf(to) < LEFTWARDS.indexOf(from);
  const mayReadAll = ['demand', 'care', 'insight'].includes(from) && LEFTWARDS.includes(to);
  return (isLeft || mayReadAll) && target === `extension/domain/${to}/index.ts`;
}

const SHIPPED = isIn('extension', 'objects', 'workflows', 'widgets');
const DOMAIN = isIn('extension/domain');

/** One machine, not all of them at once: whoever names a state carries the words of one object. */
const isMachine = (target: string) =>
  isIn('workflows/pipeline')(target) && target !== 'workflows/pipeline/index.ts';

const RULES: ImportRule[] = [
  {
    rule: 'the domain imports nothing but the domain',
    of: DOMAIN,
    may: ({ target }) => DOMAIN(target),
    broken: ['extension/domain/deal/x.ts', "import * as z from 'zod/mini';"],
  },
  {
    rule: 'a room of the domain reads only rooms to its left, through their index',
    of: DOMAIN,
    may: ({ target }, file) => !DOMAIN(target) || mayReadRoom(target, file),
    broken: ['extension/domain/deal/x.ts', "import { isDue } from '#domain/ledger/index.ts';"],
  },
  {
    rule: 'another room of the domain is entered through its index',
    of: DOMAIN,
    may: ({ target }, file) => !DOMAIN(target) || mayReadRoom(target, file),
    broken: ['extension/domain/deal/x.ts', "import type { A } from '../inventory/holding.ts';"],
  },
  {
    rule: 'formats read files: they know their own libraries, shared values and no rule',
    of: isIn('extension/formats'),
    may: ({ target }) =>
      isIn('extension/formats', 'extension/domain/shared')(target) ||
      ['csv-parse/sync', 'fflate', 'saxes'].includes(target),
    broken: ['extension/formats/x.ts', "import { readStatement } from '#domain/ledger/index.ts';"],
  },
  {
    rule: 'the port knows the domain and nothing else',
    of: isIn('extension/port'),
    may: ({ target }) => isIn('extension/port', 'extension/domain')(target),
    broken: ['extension/port/x.ts', "import { twentyClient } from '#twenty/client.ts';"],
  },
  {
    rule: 'commands are handed a store: they import no GraphQL, SDK or Twenty',
    of: isIn('extension/commands'),
    may: ({ target }) =>
      isIn(
        'extension/commands',
        'extension/domain',
        'extension/port',
        'extension/formats',
        'extension/documents',
      )(target) || ['zod/mini', 'uuid', 'node:crypto', DASHBOARD_LAYOUTS].includes(target),
    broken: ['extension/commands/deal/x.ts', "export { twentyStore } from '../../twenty/store.ts';"],
  },
  {
    rule: 'of Node commands use hashes only, and only where bytes are signed or recognised again',
    of: isIn('extension/commands'),
    may: ({ target }, file) => !target.startsWith('node:') || HASHES.includes(file),
    broken: ['extension/commands/deal/x.ts', "import { createHash } from 'node:crypto';"],
  },
  {
    rule: 'commands that write a document reach the documents, and no other: the PDF library comes with them',
    of: isIn('extension/commands'),
    may: ({ target, isType }, file) =>
      !isIn('extension/documents')(target) || isType || WRITES_DOCUMENTS.test(file),
    broken: [
      'extension/commands/ledger/x.ts',
      "import { renderDocument } from '#documents/shared/render.ts';",
    ],
  },
  {
    rule: 'the adapter of Twenty knows the port and shared values, no rule of a room',
    of: isIn('extension/twenty'),
    may: ({ target, isType }) =>
      isIn('extension/twenty', 'extension/port', 'extension/domain/shared')(target) ||
      (isType && DOMAIN(target)),
    broken: ['extension/twenty/x.ts', "import { decideReserve } from '#domain/deal/index.ts';"],
  },
  {
    rule: 'documents are pure: of others they know the domain, the PDF library and how fonts are packed',
    of: isIn('extension/documents'),
    may: ({ target }) =>
      isIn('extension/documents', 'extension/domain')(target) ||
      ['pdfkit', 'fontkit', 'linebreak', 'node:zlib'].includes(target),
    broken: ['extension/documents/ledger/x.ts', "import { readFileSync } from 'node:fs';"],
  },
  {
    rule: 'functions are thin: they call commands and know no rule of a room',
    of: isIn('extension/functions'),
    may: ({ target }) =>
      isIn(
        'extension/functions',
        'extension/commands',
        'extension/twenty',
        'extension/port',
        'extension/kit',
        'extension/identifiers',
        'extension/domain/shared',
        'extension/domain/system',
        'workflows',
      )(target) || isPackage(target, 'twenty-sdk', 'node:crypto', 'zod/mini'),
    broken: ['extension/functions/deal/x.ts', "import { decideSign } from '#domain/deal/index.ts';"],
  },
  {
    rule: 'the kit builds definitions: of behaviour it knows types, names of rights and guarded fields',
    of: isIn('extension/kit'),
    may: ({ target, isType }) =>
      isIn('extension/kit', 'extension/identifiers', 'extension/domain/system')(target) ||
      ['twenty-sdk/define', 'zod/mini', 'extension/port/guarded.ts'].includes(target) ||
      (isType && isIn('extension/domain', 'extension/commands')(target)),
    broken: ['extension/kit/x.ts', "import { reserveUnit } from '#commands/deal/reserve-unit.ts';"],
  },
  {
    rule: 'identifiers are tables',
    of: isIn('extension/identifiers'),
    may: ({ target }) => target === 'extension/identifiers/table.ts',
    broken: ['extension/identifiers/x.ts', "import { randomUUID } from 'node:crypto';"],
  },
  {
    rule: 'roles are definitions',
    of: isIn('extension/roles'),
    may: ({ target }) =>
      isIn('extension/kit', 'extension/identifiers')(target) || target === 'twenty-sdk/define',
    broken: ['extension/roles/x.ts', "import { ALL_COMMANDS } from '#commands/index.ts';"],
  },
  {
    rule: 'the pipeline is pure data: of the domain it takes the names of states and rights',
    of: isIn('workflows/pipeline'),
    may: ({ target, isType }) => isIn('workflows/pipeline')(target) || (isType && DOMAIN(target)),
    broken: ['workflows/pipeline/x.ts', "import { UNIT_TRANSITIONS } from '#domain/inventory/index.ts';"],
  },
  {
    rule: 'functions, commands and rules never read the pipeline: they have tables of their own, proven equal',
    of: isIn('extension'),
    may: ({ target }) => !isIn('workflows/pipeline')(target),
    broken: ['extension/commands/deal/x.ts', "import { UNIT } from '#workflows/pipeline/unit.ts';"],
  },
  {
    rule: 'objects are definitions: of the domain they take the names of states, of the pipeline their words',
    of: isIn('objects'),
    may: ({ target, isType }) =>
      isIn('extension/kit')(target) ||
      target === 'twenty-sdk/define' ||
      (isType && DOMAIN(target)) ||
      isMachine(target),
    broken: ['objects/deal/x/x.object.ts', "import { canGo } from '#domain/shared/state-machine.ts';"],
  },
  {
    rule: 'widgets import no zod, no GraphQL client, no command and no adapter: their size counts',
    of: isIn('widgets'),
    may: ({ target }) =>
      isIn('widgets', 'extension/domain', 'extension/kit', 'extension/identifiers')(target) ||
      isPackage(target, 'react', 'twenty-sdk') ||
      isMachine(target),
    broken: ['widgets/deal/x/x.tsx', "import { request } from 'graphql-request';"],
  },
  {
    rule: 'workflows are data and their installer: they know the port and how ids are made, no command and no rule',
    of: isIn('workflows'),
    may: ({ target, isType }) =>
      isIn('workflows', 'extension/port')(target) ||
      ['extension/identifiers/functions.ts', 'extension/commands/system/request-ids.ts'].includes(target) ||
      (isType && DOMAIN(target)),
    broken: [
      'workflows/native/x.workflow.ts',
      "import { reserveUnit } from '#commands/deal/reserve-unit.ts';",
    ],
  },
  {
    rule: 'what ships never imports scripts or tests',
    of: SHIPPED,
    may: ({ target }) => !isIn('scripts', 'tests')(target),
    broken: ['widgets/deal/x/x.ts', "const { seed } = await import('#scripts/seed.ts');"],
  },
  {
    rule: 'of zod only zod/mini ships, of lodash only single functions (design §3.4)',
    of: SHIPPED,
    may: ({ target }) =>
      !isPackage(target, 'zod', 'lodash') || target === 'zod/mini' || /^lodash\/\w+\.js$/.test(target),
    broken: ['extension/commands/deal/x.ts', "import { z } from 'zod';"],
  },
];

function breaches({ of, may }: ImportRule, files: readonly SourceFile[]): string[] {
  return files
    .filter(({ file }) => of(file))
    .flatMap(({ file, imports }) =>
      imports.filter((one) => !may(one, file)).map(({ target }) => `${file} imports ${target}`),
    );
}

describe('imports (design §2)', () => {
  it('every folder of the design is read', () => {
    for (const folder of [
      'extension/domain',
      'extension/commands',
      'objects',
      'workflows',
      'widgets',
      'scripts',
      'tests',
    ]) {
      expect(SOURCE_FILES.some(({ file }) => isIn(folder)(file))).toBe(true);
    }
  });

  it.each(RULES)('$rule', (rule) => {
    expect(breaches(rule, SOURCE_FILES)).toEqual([]);
    expect(breaches(rule, [readSource(...rule.broken)])).toHaveLength(1);
  });

  it('every import of a file of ours names a file that is there', () => {
    const known = new Set(SOURCE_FILES.map(({ file }) => file));
    const missing = SOURCE_FILES.flatMap(({ file, imports }) =>
      imports
        .filter(({ target }) =>
          isIn('extension', 'objects', 'workflows', 'widgets', 'scripts', 'tests')(target),
        )
        .filter(({ target }) => /\.tsx?$/.test(target) && !known.has(target))
        .map(({ target }) => `${file} imports ${target}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('what runs in a bundle (design §3.3, §3.4)', () => {
  const widgets = SOURCE_FILES.filter(({ file }) => /\.widget\.tsx$/.test(file)).map(({ file }) => file);
  const functions = SOURCE_FILES.filter(({ file }) =>
    /^extension\/functions\/.*\.(route|event|cron|action|hook)\.ts$/.test(file),
  ).map(({ file }) => file);

  it.each(widgets)('%s reaches no zod, GraphQL client, command, port or adapter', (widget) => {
    const heavy = [...reachedFrom(widget, SOURCE_FILES)].filter(
      (target) =>
        isPackage(target, 'zod', 'graphql', 'graphql-request', 'lodash', 'uuid') ||
        isIn('extension/commands', 'extension/port', 'extension/twenty', 'extension/kit')(target),
    );
    expect(heavy).toEqual([]);
  });

  it.each(functions)(
    '%s takes nothing from the helpers of definitions, whose enums are empty there',
    (one) => {
      const helpers = ['object', 'view', 'page', 'navigation', 'role', 'chart', 'dashboard'].map(
        (name) => `extension/kit/${name}.ts`,
      );
      const reached = reachedFrom(one, SOURCE_FILES);
      expect(helpers.filter((helper) => reached.has(helper))).toEqual([]);
    },
  );

  it('no function takes a value from the SDK but its definition: the rest is one large module', () => {
    const heavy = SOURCE_FILES.filter(({ file }) => isIn('extension')(file)).filter(({ imports }) =>
      imports.some(({ target, isType }) => target === 'twenty-sdk/logic-function' && !isType),
    );
    expect(heavy.map(({ file }) => file)).toEqual([]);
  });

  it('the PDF library is carried by one function, and loaded when it is used', () => {
    const library = 'extension/documents/shared/render.ts';
    const carriers = functions.filter((one) => reachedFrom(one, SOURCE_FILES).has(library));
    expect(carriers).toEqual(['extension/functions/ledger/documents.route.ts']);
    const statics = SOURCE_FILES.filter(({ text }) => /^import (?!type )[^;]*from 'pdfkit'/m.test(text));
    expect(statics.map(({ file }) => file)).toEqual([]);
  });

  it('what reads spreadsheets is carried by the two functions that are there for it', () => {
    const reader = 'extension/formats/read-table.ts';
    const carriers = functions.filter((one) => reachedFrom(one, SOURCE_FILES).has(reader));
    expect([...carriers].sort()).toEqual([
      'extension/functions/handover/titles.route.ts',
      'extension/functions/ledger/files.route.ts',
    ]);
  });

  it.each(functions)('%s brings only its own table of identifiers along', (one) => {
    const reached = [...reachedFrom(one, SOURCE_FILES)].filter(isIn('extension/identifiers'));
    const tables = reached.filter((table) => table !== DASHBOARD_LAYOUTS);
    expect(tables.sort()).toEqual(['extension/identifiers/functions.ts', 'extension/identifiers/table.ts']);
  });
});

type WordRule = { rule: string; of: (file: string) => boolean; never: RegExp; broken: string };

const WORDS: WordRule[] = [
  {
    rule: 'the domain waits for nothing',
    of: DOMAIN,
    never: /\b(async|await|Promise|setTimeout|setInterval)\b/,
    broken: 'export async function decide() {}',
  },
  {
    rule: 'the domain is told what time it is',
    of: DOMAIN,
    never: /\bDate \. now\b|\bnew Date \( \)|\bperformance \. now\b/,
    broken: 'const now = Date.now();',
  },
  {
    rule: 'the domain knows no environment, no chance and no ids',
    of: DOMAIN,
    never: /\b(process|globalThis|console|fetch|randomUUID|crypto|uuid)\b|\bMath \. random\b/,
    broken: 'const zone = process.env.TZ;',
  },
  {
    rule: 'documents wait for nothing but the PDF library',
    of: (file) => isIn('extension/documents')(file) && file !== 'extension/documents/shared/render.ts',
    never: /\b(async|await|Promise|setTimeout|setInterval)\b/,
    broken: 'export async function statementDocument() {}',
  },
  {
    rule: 'documents know no clock, no environment and no chance',
    of: isIn('extension/documents'),
    never:
      /\bDate \. now\b|\bnew Date \( \)|\b(process|globalThis|console|fetch|randomUUID)\b|\bMath \. random\b/,
    broken: 'const now = new Date();',
  },
  {
    rule: 'commands are told what time it is and make ids from the request',
    of: isIn('extension/commands'),
    never:
      /\bDate \. now\b|\bnew Date \( \)|\b(randomUUID|randomBytes|randomInt|webcrypto|process)\b|\bMath \. random\b/,
    broken: 'const id = randomBytes(16);',
  },
  {
    rule: 'GraphQL is written in the adapter alone',
    of: isIn(
      'extension/domain',
      'extension/documents',
      'extension/port',
      'extension/commands',
      'extension/functions',
      'extension/kit',
    ),
    never: /\b(graphql|gql|FilterInput|CreateInput|UpdateInput)\b/,
    broken: 'client.graphql(document, {});',
  },
  {
    rule: 'nothing that ships says "any"',
    of: (file) => SHIPPED(file) && file !== 'extension/commands/system/command.ts',
    never: /: any\b|< any\b|\bas any\b/,
    broken: 'export const one = (value: any) => value;',
  },
];

/** A write of the store's, by whatever name the store goes there. */
function writes(source: SourceFile): boolean {
  return /\. (write|claim|changeWhere|destroyWhere) [<(]/.test(codeOf(source));
}

function headOf(text: string): string {
  const [comment = ''] = /^\/\*\*[\s\S]*?\*\//.exec(text) ?? [];
  return comment;
}

describe('words (design §2, §9)', () => {
  it.each(WORDS)('$rule', ({ of, never, broken }) => {
    const found = SOURCE_FILES.filter(({ file }) => of(file)).flatMap((source) => {
      const [word] = never.exec(codeOf(source)) ?? [];
      return word === undefined ? [] : [`${source.file}: ${word}`];
    });
    expect(found).toEqual([]);
    expect(codeOf(readSource('extension/domain/deal/x.ts', broken))).toMatch(never);
  });

  it('no file name says util, helper, common or manager (design §9.2)', () => {
    const vague = /(^|[/.-])(utils?|helpers?|common|managers?)([/.-])/;
    // Two people who manage: there the word is the field's own.
    const people = /\b(sales|finance)-manager\.role/;
    const named = SOURCE_FILES.filter(({ file }) => vague.test(file.replace(people, 'role')));
    expect(named.map(({ file }) => file)).toEqual([]);
  });

  it('every file name is kebab-case', () => {
    const odd = SOURCE_FILES.filter(({ file }) => !/^[a-z0-9/.-]+$/.test(file)).map(({ file }) => file);
    expect(odd).toEqual([]);
  });

  const commands = SOURCE_FILES.filter(({ file }) => /^extension\/commands\/[a-z]+\/(?!index)/.test(file));

  it.each(commands.filter(writes))(
    '$file writes, and starts by saying what it changes, what guards it and what repairs it (design §6)',
    ({ text }) => {
      const comment = headOf(text);
      expect(comment).toMatch(/Changes: /);
      expect(comment).toMatch(/Guard: /);
      expect(comment).toMatch(/After a crash: /);
    },
  );

  it.each(commands.filter((source) => !writes(source)))(
    '$file writes nothing itself, and starts by saying so, or what comes of it',
    ({ text }) => {
      expect(headOf(text)).toMatch(
        /\bReads only\b|\b[Ww]rites nothing\b|\bPure\b|Changes: .*Guard: .*After a crash: /s,
      );
    },
  );

  it('what writes is told from what does not', () => {
    const made = (text: string) => readSource('extension/commands/deal/x.ts', text);
    expect(writes(made('await run.store.write([]);'))).toBe(true);
    expect(writes(made("await store.claim('unitLock', rows);"))).toBe(true);
    expect(writes(made('await store.changeWhere<O>(object, mine, to);'))).toBe(true);
    expect(writes(made("await store.destroyWhere('contract', mine);"))).toBe(true);
    expect(writes(made('/** It may write(). */ const { a } = await store.read(queries);'))).toBe(false);
    const names = commands.filter(writes).map(({ file }) => file);
    expect(names).toContain('extension/commands/deal/sign-contract.ts');
    // It writes through what it shares with reserve-bundle.
    expect(names).not.toContain('extension/commands/deal/reserve-unit.ts');
    expect(names).not.toContain('extension/commands/ledger/book.ts');
  });

  it('no test ships: none under tests/ makes a definition', () => {
    const shipping = SOURCE_FILES.filter(
      ({ file, text }) => isIn('tests', 'scripts')(file) && /^export default define/m.test(text),
    );
    expect(shipping.map(({ file }) => file)).toEqual([]);
  });

  it('no test is skipped or runs alone', () => {
    const odd = SOURCE_FILES.filter(
      (source) =>
        isIn('tests')(source.file) && /\b(it|test|describe) \. (skip|only|todo)\b/.test(codeOf(source)),
    );
    expect(odd.map(({ file }) => file)).toEqual([]);
  });
});
