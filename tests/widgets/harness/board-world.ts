/** A tower that changes under the board's commands, and under other people's hands, as a workspace does. */
import { ANNEX, NOW, PROJECT, TOWER, tower, unitRecord } from '#tests/widgets/fixtures/tower.ts';
import type { UnitRecord } from '#widgets/inventory/sales-control/board-unit.ts';
import { groupsOf } from './fake-twenty.ts';

type Json = Record<string, unknown>;
type Answer = { status: number; body: unknown };

export type BoardWorld = {
  records: Record<string, (args: string) => readonly unknown[]>;
  answer: (command: 'keyturn/deal/hold-unit' | 'keyturn/deal/reserve-unit', body: Json) => Answer;
};

const SALESPERSON = 'Wei Zhang';
const IN_A_DAY = new Date(NOW + 24 * 3_600_000).toISOString();

/** The annex, four floors of six, so that a project has more than one building to zoom into. */
function annex(): UnitRecord[] {
  let seed = 5;
  const roll = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: 24 }, (_, index) => {
    const floor = 4 - Math.floor(index / 6);
    const number = `${floor}0${(index % 6) + 1}`;
    const slot = {
      number,
      floor,
      kind: 'RESIDENCE' as const,
      type: '2BR-B',
      area: 81,
      pricePerMetre: 104_000,
    };
    return unitRecord(slot, 5_000 + index, ANNEX.id, roll);
  });
}

type WorldSpec = {
  /** Numbers of units that a colleague takes in the very moment before a command on them. */
  lostTo?: Record<string, string>;
  /** Numbers of units that are the viewer's own. */
  mine?: readonly string[];
};

export function boardWorld({ lostTo = {}, mine = [] }: WorldSpec = {}): BoardWorld {
  let units: UnitRecord[] = [...tower(), ...annex()];
  let changes = 0;
  const own = new Set(units.filter(({ number }) => mine.includes(number ?? '')).map(({ id }) => id));
  const find = (body: Json) => units.find(({ id }) => id === body.unitId);
  const change = (id: string, to: Partial<UnitRecord>) => {
    changes += 1;
    const updatedAt = new Date(NOW + changes * 1_000).toISOString();
    units = units.map((unit) => (unit.id === id ? { ...unit, ...to, updatedAt } : unit));
  };
  const takeBy = (unit: UnitRecord, holder: string) =>
    change(unit.id, { state: 'HELD', heldAs: 'SALES', holder, heldUntil: IN_A_DAY });

  // What somebody else does meanwhile, for tests to call.
  Object.assign(globalThis, {
    keyturnMeanwhile: (number: string, holder: string) => {
      const unit = units.find((one) => one.number === number);
      if (unit !== undefined) takeBy(unit, holder);
    },
  });

  return {
    records: {
      keyturnUnits: (args) => unitsAsked(units, args),
      keyturnUnitsGroupBy: (args) => (args.includes(PROJECT.id) ? groupsOf(units) : []),
      keyturnUnitHolds: (args) => {
        if (args.includes('salesperson')) return [...own].map((unitId) => ({ unitId }));
        const unit = units.find(({ id }) => args.includes(id));
        return unit?.state === 'HELD' ? [holdOf(unit)] : [];
      },
      keyturnReservations: (args) => {
        if (args.includes('salesperson')) return [];
        const unit = units.find(({ id }) => args.includes(id));
        return unit?.state?.endsWith('_RESERVED') ? [reservationOf(unit)] : [];
      },
      keyturnContracts: () => [],
    },
    answer: (command, body) => {
      const unit = find(body);
      if (unit === undefined) return { status: 500, body: null };
      const thief = lostTo[unit.number ?? ''];
      if (thief !== undefined && unit.state === 'AVAILABLE') takeBy(unit, thief);
      const now = find(body) ?? unit;
      if (now.state !== 'AVAILABLE') return taken(now);
      const until = typeof body.until === 'string' ? body.until : IN_A_DAY;
      if (command.endsWith('hold-unit')) {
        own.add(unit.id);
        const holder = body.forWhom ? `${body.forWhom} (${SALESPERSON})` : SALESPERSON;
        change(unit.id, { state: 'HELD', heldAs: 'SALES', holder, heldUntil: until });
        return done(`${unit.name} is held for ${holder}.`, { holdId: `hold ${unit.id}` });
      }
      own.add(unit.id);
      change(unit.id, { state: 'LARGE_RESERVED', heldAs: null, holder: 'Mei-ling Lin', heldUntil: until });
      return done(`${unit.name} is reserved.`, { reservationId: `reservation ${unit.id}`, state: 'ACTIVE' });
    },
  };
}

function unitsAsked(units: readonly UnitRecord[], args: string): readonly UnitRecord[] {
  const id = /[{ ]id: \{ eq: "([^"]+)"/.exec(args)?.[1];
  if (id !== undefined) return units.filter((unit) => unit.id === id);
  const since = /updatedAt: \{ gte: "([^"]+)"/.exec(args)?.[1] ?? '';
  const building = [TOWER, ANNEX].find((one) => args.includes(one.id));
  return units.filter(({ buildingId, updatedAt }) => buildingId === building?.id && updatedAt >= since);
}

const done = (message: string, result: Json): Answer => ({
  status: 200,
  body: { ok: true, message, result },
});

function taken({ number, holder, heldUntil }: UnitRecord): Answer {
  const message = `Unit ${number} is held by ${holder} until ${heldUntil}. Choose another unit.`;
  const facts = { unit: number, holder, until: heldUntil };
  return { status: 409, body: { ok: false, refusal: { code: 'UNIT_TAKEN', message, facts } } };
}

function holdOf(unit: UnitRecord) {
  const { holder, heldUntil } = unit;
  return {
    id: `hold ${unit.id}`,
    name: `${unit.name} · ${holder}`,
    kind: unit.heldAs === 'VIP' ? 'VIP' : 'SALES',
    forWhom: holder,
    heldByName: SALESPERSON,
    expiresAt: heldUntil,
    extensions: 1,
  };
}

function reservationOf(unit: UnitRecord) {
  const [first = '', ...last] = (unit.holder ?? '').split(' ');
  return {
    id: `reservation ${unit.id}`,
    name: `${unit.name} · ${unit.holder}`,
    state: 'ACTIVE',
    stage: unit.state === 'SMALL_RESERVED' ? 'SMALL' : 'LARGE',
    extensions: 0,
    validUntil: unit.heldUntil,
    salesperson: { name: { firstName: 'Wei', lastName: 'Zhang' } },
    price: unit.listPrice,
    depositAsked: { amountMicros: 100_000_000_000, currencyCode: 'TWD' },
    depositPaid: { amountMicros: 50_000_000_000, currencyCode: 'TWD' },
    buyer: { name: { firstName: first, lastName: last.join(' ') } },
    company: null,
  };
}
