/**
 * The little of Twenty's API that the widgets ask for, in the page itself: enough to look at every
 * state of a widget without a server. The embedded workspace is the place to try behaviour.
 */

import { ANNEX, manyUnits, PROJECT, TOWER, tower } from '#tests/widgets/fixtures/tower.ts';
import type { UnitRecord } from '#widgets/inventory/sales-control/board-unit.ts';
import type { Scene } from './scenes.ts';

const PAGE = 200;

type Json = Record<string, unknown>;

/** Root fields of a document with the text of their arguments; enough for documents without nesting of roots. */
export type Root = { name: string; args: string };

export function rootsOf(document: string): Root[] {
  const found: Root[] = [];
  let depth = 0;
  for (let at = 0; at < document.length; at += 1) {
    const char = document[at];
    if (char === '{') depth += 1;
    if (char === '}') depth -= 1;
    if (depth !== 1 || !/[a-z]/i.test(char ?? '')) continue;
    const name = /^[a-zA-Z]+/.exec(document.slice(at))?.[0] ?? '';
    at += name.length;
    let args = '';
    if (document[at] === '(') {
      let nesting = 0;
      const from = at;
      for (; at < document.length; at += 1) {
        if (document[at] === '(') nesting += 1;
        if (document[at] === ')' && --nesting === 0) break;
      }
      args = document.slice(from, at + 1);
    }
    found.push({ name, args });
  }
  return found;
}

/** Which of the recorded answers is meant: totals by what they group by and since when, lists by their length. */
export function recordedKey({ name, args }: Root): string {
  const groups = /groupBy: \[.*?\](?=[,)])/.exec(args)?.[0] ?? /first: \d+/.exec(args)?.[0] ?? '';
  const since = /(signedOn|cancelledOn): \{ gte/.exec(args)?.[1] ?? '';
  return `${name} ${groups} ${since}`;
}

function connection(records: readonly unknown[], args: string) {
  const after = Number(/after: "(\d+)"/.exec(args)?.[1] ?? 0);
  const page = records.slice(after, after + PAGE);
  return {
    edges: page.map((node) => ({ node })),
    pageInfo: { hasNextPage: after + PAGE < records.length, endCursor: String(after + page.length) },
    totalCount: records.length,
  };
}

const micros = (units: number) => ({ amountMicros: units * 1_000_000, currencyCode: 'TWD' });

const CONTRACT = {
  id: 'f0000000-0000-4000-8000-000000000001',
  name: 'GA-2026-0117',
  price: micros(14_650_000),
  paid: micros(1_465_000),
  prepaid: micros(35_000),
  unit: { id: '', name: 'A 14-02' },
  buyer: { id: '', name: { firstName: 'Mei-ling', lastName: 'Lin' } },
  company: null,
};

const INSTALLMENTS = [
  ['Signing', '2026-01-15', 1_465_000, 1_465_000, 'SIGNING'],
  ['Foundation', '2026-02-20', 1_465_000, 0, 'MILESTONE'],
  ['5th floor', '2026-03-12', 1_465_000, 0, 'MILESTONE'],
  ['Topping out', '2026-11-30', 2_930_000, 0, 'DATE'],
  ['Façade', null, 2_930_000, 0, 'MILESTONE'],
  ['Keys', null, 4_395_000, 0, 'HANDOVER'],
].map(([name, dueOn, amount, paid, anchor], index) => ({
  id: `i${index}`,
  name: `${index + 1} · ${name}`,
  seq: index + 1,
  dueOn,
  amount: micros(Number(amount)),
  paid: micros(Number(paid)),
  state: 'PENDING',
  anchor,
}));

const MILESTONES = ['Foundation', '5th floor', 'Topping out', 'Façade'].map((name, index) => ({
  id: `90000000-0000-4000-8000-00000000000${index + 1}`,
  name,
  code: name.toUpperCase(),
  step: index + 1,
  plannedOn: `2026-0${index + 2}-20`,
  certifiedOn: index === 0 ? '2026-02-20' : null,
  buildingId: TOWER.id,
  building: { name: TOWER.name },
}));

const PEOPLE = [
  ['Ada', 'Lovelace', 'ada@example.com'],
  ['Mei-ling', 'Lin', 'lin.ml@example.com'],
  ['小明', '王', 'wang@example.com'],
].map(([firstName, lastName, primaryEmail], index) => ({
  id: `d0000000-0000-4000-8000-00000000000${index}`,
  name: { firstName, lastName },
  emails: { primaryEmail },
  phones: { primaryPhoneNumber: '' },
}));

function isHeld(units: readonly UnitRecord[], args: string): boolean {
  const unit = units.find(({ id }) => args.includes(id));
  return unit === undefined || unit.holder !== null;
}

/** As the server groups units by building, state, kind of hold and currency. */
export function groupsOf(units: readonly UnitRecord[]): Json[] {
  const groups = new Map<string, UnitRecord[]>();
  for (const unit of units) {
    const key = JSON.stringify([
      unit.buildingId,
      unit.state,
      unit.heldAs,
      unit.listPrice?.currencyCode ?? null,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups].map(([key, same]) => ({
    groupByDimensionValues: JSON.parse(key) as unknown,
    totalCount: same.length,
    countNotEmptyReleasedAt: same.filter(({ releasedAt }) => releasedAt !== null).length,
    sumListPriceAmountMicros: same.reduce(
      (sum, { listPrice }) => sum + Number(listPrice?.amountMicros ?? 0),
      0,
    ),
  }));
}

function unitsOf({ world }: Scene): UnitRecord[] {
  if (world === 'EMPTY') return [];
  return world === 'HUGE' ? manyUnits(60, 25) : tower();
}

function worldOf(scene: Scene): Record<string, (args: string) => readonly unknown[] | null> {
  const units = unitsOf(scene);
  return {
    keyturnProjects: (args) =>
      scene.world === 'NOTHING' || [TOWER, ANNEX].some(({ id }) => args.includes(id)) ? [] : [PROJECT],
    keyturnBuildings: (args) => {
      if (scene.world === 'NOTHING') return [];
      const all = [TOWER, ANNEX].map((building) => ({ ...building, project: PROJECT }));
      const named = all.filter(({ id }) => args.includes(id));
      return named.length > 0 ? named : all;
    },
    keyturnUnitsGroupBy: () => groupsOf(units),
    keyturnUnitHolds: () => [],
    keyturnUnits: (args) => {
      const id = /[{ ]id: \{ eq: "([^"]+)"/.exec(args)?.[1];
      if (id !== undefined) return units.filter((unit) => unit.id === id);
      if (args.includes('updatedAt')) return [];
      return args.includes(ANNEX.id) ? [] : units;
    },
    keyturnReservations: (args) =>
      isHeld(units, args)
        ? [
            {
              id: 'e0000000-0000-4000-8000-000000000001',
              name: 'R-2026-0042',
              state: 'ACTIVE',
              price: micros(14_650_000),
              depositAsked: micros(100_000),
              depositPaid: micros(50_000),
              validUntil: '2026-03-14T10:00:00.000Z',
              buyer: { id: PEOPLE[1]?.id, name: { firstName: 'Mei-ling', lastName: 'Lin' } },
              company: null,
              unit: units[3] ?? null,
            },
          ]
        : [],
    keyturnContracts: (args) => (args.includes('unitId') ? [] : [CONTRACT]),
    keyturnInstallments: () => INSTALLMENTS,
    keyturnPaymentPlans: () => [
      { id: '1', name: '10 / 80 / 10 by construction' },
      { id: '2', name: 'Bank loan 70 %' },
    ],
    keyturnMilestones: (args) => (args.includes('buildingId') ? MILESTONES : MILESTONES.slice(2, 3)),
    people: () => PEOPLE,
    ...scene.records,
  };
}

function graphql(scene: Scene, document: string): Json {
  if (scene.world === 'NO_RIGHT') {
    return { errors: [{ message: 'Not allowed', extensions: { code: 'FORBIDDEN' } }] };
  }
  if (scene.denied?.some((root) => document.includes(root))) {
    return { errors: [{ message: 'Not allowed', extensions: { code: 'FORBIDDEN' } }] };
  }
  if (scene.world === 'BROKEN') return { errors: [{ message: 'Database is away for lunch' }] };
  const world = worldOf(scene);
  const data: Json = {};
  const errors: Json[] = [];
  for (const { name, args } of rootsOf(document)) {
    const records = world[name]?.(args);
    // As Twenty answers who may see some objects and not this one.
    if (records === null) errors.push({ message: 'Not allowed', extensions: { code: 'FORBIDDEN' } });
    if (records === null) data[name] = null;
    else data[name] = name.endsWith('GroupBy') ? (records ?? []) : connection(records ?? [], args);
  }
  return errors.length > 0 ? { data, errors } : { data };
}

/** Every command that was given, for tests of what is sent. */
const posted: { command: string; body: Json }[] = [];
/** Every document that was asked for, for tests of how much is asked. */
const asked: string[] = [];
Object.assign(globalThis, { keyturnPosted: posted, keyturnAsked: asked });

export function fakeFetch(scene: Scene): typeof fetch {
  return async (input, init) => {
    if (scene.world === 'OFFLINE') throw new TypeError('Failed to fetch');
    if (scene.world === 'SLOW') return new Promise<Response>(() => undefined);
    const url = String(input);
    const body = JSON.parse(String(init?.body ?? '{}')) as Json;
    if (url.endsWith('/graphql')) {
      asked.push(String(body.query));
      return Response.json(graphql(scene, String(body.query)));
    }
    const command = url.slice(url.indexOf('/s/') + 3);
    posted.push({ command, body });
    const answer = scene.answers?.[command]?.(body) ??
      scene.commandAnswer ?? { status: 200, body: { ok: true, result: {}, message: 'Done.' } };
    return Response.json(answer.body, { status: answer.status });
  };
}
