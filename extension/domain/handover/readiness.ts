/**
 * Is a home ready to be handed over (C4)? A list that says of each condition whether it is met, by which facts,
 * and whose right mends it. What a company does not use is not asked for: inspections once there is a template
 * for the project, keys once sets are counted in the building, an appointment's identity once there is one.
 */
import type { AreaSettlementState } from '#domain/ledger/index.ts';
import { compare, formatMoney, isPositive, type Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { InspectionState, KeyState, SnagSeverity, SnagState } from './after-sale-states.ts';

export type ReadinessCode =
  | 'COMPLETION_CERTIFICATE'
  | 'DUES'
  | 'AREA'
  | 'IDENTITY'
  | 'INSPECTION'
  | 'BLOCKING_SNAGS'
  | 'KEYS';

/** Rights by their names in the room `system`, which this room does not read. */
export type ReadinessRight = 'controlSales' | 'keepAccounts' | 'handOver';

export type ReadinessItem = {
  code: ReadinessCode;
  /** NOT_NEEDED: it is not asked for here. */
  state: 'MET' | 'MISSING' | 'NOT_NEEDED';
  /** What it was decided on, without a word of any language: names, numbers, amounts, dates. */
  facts: readonly string[];
  /** Whose right mends it. */
  right: ReadinessRight;
  /** That it is missing is the seller's doing: nobody is deemed to have taken a home meanwhile. */
  isOurs: boolean;
};

export type ReadinessFacts = {
  today: PlainDate;
  /** null where the unit belongs to no building, as land does. */
  building: { name: string; certificate: string; completedOn: PlainDate | null } | null;
  dues: { missing: Money; names: readonly string[]; undated: readonly string[] };
  deferral: { amount: Money | null; until: PlainDate | null };
  area: { state: AreaSettlementState | null; contract: number | null; measured: number | null };
  /** null while there is no appointment: who records the keys vouches for whom they gave them to. */
  appointment: { isIdentityChecked: boolean; checkedBy: string } | null;
  /** Of this appointment, in the order of their numbers. */
  inspections: readonly { number: number; state: InspectionState }[];
  hasTemplate: boolean;
  snags: readonly { name: string; severity: SnagSeverity; state: SnagState }[];
  keys: readonly { kind: string; count: number; state: KeyState; isHere: boolean }[];
  areKeysCounted: boolean;
};

/** A declined snag is none; a verified one is closed. */
const CLOSED_SNAGS: readonly SnagState[] = ['VERIFIED', 'REJECTED'];

/** The order in which a list is worked through. */
export function readiness(facts: ReadinessFacts): ReadinessItem[] {
  return [
    certificate(facts),
    dues(facts),
    area(facts),
    identity(facts),
    inspection(facts),
    snags(facts),
    keys(facts),
  ];
}

export function missingOf(items: readonly ReadinessItem[]): ReadinessItem[] {
  return items.filter(({ state }) => state === 'MISSING');
}

const metIf = (isMet: boolean) => (isMet ? 'MET' : 'MISSING');

function certificate({ building, today }: ReadinessFacts): ReadinessItem {
  const rest = { code: 'COMPLETION_CERTIFICATE', right: 'controlSales', isOurs: true } as const;
  if (building === null) return { ...rest, state: 'NOT_NEEDED', facts: [] };
  const { name, certificate: number, completedOn } = building;
  const isMet = number.trim() !== '' && (completedOn === null || completedOn <= today);
  return { ...rest, state: metIf(isMet), facts: given(name, number, completedOn) };
}

/** What was deferred may still be owed, up to the day that was agreed on. */
export function deferredNow({ amount, until }: ReadinessFacts['deferral'], today: PlainDate): Money | null {
  return amount !== null && until !== null && until >= today ? amount : null;
}

function dues({ dues: { missing, names, undated }, deferral, today }: ReadinessFacts): ReadinessItem {
  const rest = { code: 'DUES', right: 'keepAccounts', isOurs: false } as const;
  const deferred = deferredNow(deferral, today);
  const isCovered = !isPositive(missing) || (deferred !== null && compare(missing, deferred) <= 0);
  const owed = isPositive(missing) ? [`${formatMoney(missing)} ${missing.currency}`, ...names] : [];
  return { ...rest, state: metIf(isCovered && undated.length === 0), facts: [...owed, ...undated] };
}

function area({ area: { state, contract, measured } }: ReadinessFacts): ReadinessItem {
  const rest = { code: 'AREA', right: 'keepAccounts', isOurs: true } as const;
  const areas = [contract, measured].flatMap((one) => (one === null ? [] : [`${one} m²`]));
  if (state !== null) return { ...rest, state: metIf(state === 'POSTED'), facts: areas };
  const differs = contract !== null && measured !== null && contract !== measured;
  return { ...rest, state: differs ? 'MISSING' : 'NOT_NEEDED', facts: differs ? areas : [] };
}

function identity({ appointment }: ReadinessFacts): ReadinessItem {
  const rest = { code: 'IDENTITY', right: 'handOver', isOurs: false } as const;
  if (appointment === null) return { ...rest, state: 'NOT_NEEDED', facts: [] };
  return { ...rest, state: metIf(appointment.isIdentityChecked), facts: given(appointment.checkedBy) };
}

function inspection({ inspections, hasTemplate }: ReadinessFacts): ReadinessItem {
  const rest = { code: 'INSPECTION', right: 'handOver', isOurs: false } as const;
  const last = [...inspections].sort((a, b) => b.number - a.number)[0];
  if (last === undefined) return { ...rest, state: hasTemplate ? 'MISSING' : 'NOT_NEEDED', facts: [] };
  return { ...rest, state: metIf(last.state === 'SIGNED'), facts: [`#${last.number}`] };
}

function snags({ snags: all }: ReadinessFacts): ReadinessItem {
  const rest = { code: 'BLOCKING_SNAGS', right: 'handOver', isOurs: true } as const;
  const blocking = all.filter(({ severity }) => severity === 'BLOCKING');
  const open = blocking.filter(({ state }) => !CLOSED_SNAGS.includes(state));
  if (blocking.length === 0) return { ...rest, state: 'NOT_NEEDED', facts: [] };
  return { ...rest, state: metIf(open.length === 0), facts: open.map(({ name }) => name) };
}

function keys({ keys: sets, areKeysCounted }: ReadinessFacts): ReadinessItem {
  const rest = { code: 'KEYS', right: 'handOver', isOurs: true } as const;
  if (!areKeysCounted && sets.length === 0) return { ...rest, state: 'NOT_NEEDED', facts: [] };
  const there = sets.filter(
    ({ state, isHere }) => state === 'IN_STORE' || (state === 'HANDED_OVER' && isHere),
  );
  return {
    ...rest,
    state: metIf(there.length > 0),
    facts: there.map(({ kind, count }) => `${kind} ${count}`),
  };
}

function given(...texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) => (text === null || text.trim() === '' ? [] : [text]));
}
