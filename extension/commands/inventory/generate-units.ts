/**
 * Changes: new units of a building, PLANNED (H2.3). Units that are there already are left as they are.
 * Guard: building and number are unique, and so are the ids, made of both. After a crash: some units are
 * missing; the same request again, or the repair job, or any later one, makes what is missing.
 */
import * as z from 'zod/mini';
import type { GridUnit } from '#domain/inventory/index.ts';
import { type Decimal, formatDecimal } from '#domain/shared/decimal.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Fields } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { requestId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { derivedId } from '../system/request-ids.ts';
import { type GridInput, type GridSnapshot, gridFields, gridOf, loadGrid } from './unit-grid-input.ts';
import { inBatches } from './unit-prices.ts';

const schema = z.object({ requestId, ...gridFields });
const previewSchema = z.object(gridFields);

type Input = z.infer<typeof schema>;
type Answer = { buildingId: string; building: string; made: number; alreadyThere: number };

export const generateUnits: Command<Input, GridSnapshot, GridUnit[], Answer> = {
  name: 'generate-units',
  room: 'inventory',
  title: 'Generate units',
  right: 'controlSales',
  schema,
  subject: ({ buildingId }) => ({ kind: 'building', id: buildingId }),
  load: ({ store }, input) => loadGrid(store, input),
  decide: (_run, input, snapshot) => gridOf(input, snapshot),

  async apply(run, _input, { building, numbers }, grid) {
    const missing = grid.filter(({ number }) => !numbers.has(number));
    const lost = await make(run, building, missing);
    if (lost !== null) return refuse(lost);
    const answer = {
      buildingId: building.id,
      building: building.name,
      made: missing.length,
      alreadyThere: grid.length - missing.length,
    };
    const rest = answer.alreadyThere === 0 ? '' : ` ${answer.alreadyThere} were there already.`;
    const message = `${building.name} has ${missing.length} new units.${rest}`;
    return { plan: { answer, message, after: answer } };
  },
};

type Building = GridSnapshot['building'];

/** Others may make units of the same building right now: what they made is no longer missing. */
const MOST_TRIES = 5;

async function make(run: Run, building: Building, missing: readonly GridUnit[]): Promise<Refusal | null> {
  for (const batch of inBatches(missing)) {
    let left: readonly GridUnit[] = batch;
    for (let tries = 0; left.length > 0; tries++) {
      const { won } = await run.store.claim(
        'unit',
        left.map((unit) => unitRow(unit, building)),
      );
      if (won) break;
      const before = left.length;
      const { units } = await run.store.read({
        units: {
          object: 'unit',
          filter: { buildingId: building.id, number: { in: left.map(({ number }) => number) } },
        },
      });
      const there = new Set(units.map(({ number }) => number));
      left = left.filter(({ number }) => !there.has(number));
      // Nobody made them, and still they cannot be made: deleted units keep their numbers.
      if (tries === MOST_TRIES || left.length === before) {
        const numbers = left.map(({ number }) => number);
        return { code: 'UNIT_NUMBERS_IN_TRASH', building: building.name, numbers };
      }
    }
  }
  return null;
}

/** The same for a number of a building, whoever makes the unit. */
export function unitIdOf(buildingId: string, number: string): string {
  return derivedId('unit', buildingId, number);
}

function unitRow(unit: GridUnit, { id, projectId }: Building): { id: string } & Partial<Fields<'unit'>> {
  const { number, name, floor, kind, unitTypeId, orientation, outlook, listPrice } = unit;
  return {
    id: unitIdOf(id, number),
    name,
    number,
    buildingId: id,
    projectId,
    unitTypeId,
    kind,
    floor,
    areaSquareMetres: asNumber(unit.area),
    innerAreaSquareMetres: asNumber(unit.innerArea),
    orientation,
    outlook,
    listPrice,
    state: 'PLANNED',
  };
}

/** Areas are stored as numbers with two decimal places. */
function asNumber(area: Decimal | null): number | null {
  return area === null ? null : Number(formatDecimal(area));
}

type Shown = { number: string; price: string | null; isThere: boolean };
type PreviewAnswer = {
  building: string;
  currency: string;
  units: number;
  alreadyThere: number;
  amount: string | null;
  floors: { floor: number; units: Shown[] }[];
  /** How many units are not shown. */
  more: number;
};

/** So many units are in the answer: a function may answer about 100 KB. */
const MOST_SHOWN = 1_000;

export const previewUnits: Question<GridInput, PreviewAnswer> = {
  name: 'preview-units',
  room: 'inventory',
  rights: ['controlSales'],
  schema: previewSchema,

  async answer({ store }, input) {
    const loaded = await loadGrid(store, input);
    if (isRefused(loaded)) return loaded;
    const grid = gridOf(input, loaded.plan);
    if (isRefused(grid)) return grid;
    const { building, numbers } = loaded.plan;
    const floors = new Map<number, Shown[]>();
    for (const { floor, number, listPrice } of grid.plan.slice(0, MOST_SHOWN)) {
      const price = listPrice === null ? null : formatMoney(listPrice);
      floors.set(floor, [...(floors.get(floor) ?? []), { number, price, isThere: numbers.has(number) }]);
    }
    const prices = grid.plan.flatMap(({ listPrice }) => listPrice ?? []);
    const [first] = prices;
    const minor = prices.reduce((sum, one) => sum + one.minor, 0n);
    return {
      plan: {
        building: building.name,
        currency: building.project?.currencyCode ?? '',
        units: grid.plan.length,
        alreadyThere: grid.plan.filter(({ number }) => numbers.has(number)).length,
        amount: first === undefined ? null : formatMoney({ ...first, minor }),
        // As a building stands: the highest floor first.
        floors: [...floors].map(([floor, units]) => ({ floor, units })).sort((a, b) => b.floor - a.floor),
        more: Math.max(0, grid.plan.length - MOST_SHOWN),
      },
    };
  },
};
