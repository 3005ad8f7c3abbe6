/** What is entered for a grid of units, and the grid made of it with what the building has already (H2.3). Reads only. */
import * as z from 'zod/mini';
import {
  DEFAULT_PATTERN,
  decimalOrNull,
  type GridRequest,
  type GridUnit,
  type PriceRise,
  unitGrid,
} from '#domain/inventory/index.ts';
import { type Money, parseMoney } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { amount, inputMoney, recordId, requiredText, text } from '../system/input.ts';

const floor = z
  .number()
  .check(
    z.int('must be a whole number'),
    z.gte(-20, 'must be at least -20'),
    z.lte(200, 'must be at most 200'),
  );
const numbers = z
  .array(z.number().check(z.int('must be whole numbers')))
  .check(z.maxLength(200, 'are too many'));
const area = z
  .string()
  .check(z.trim(), z.regex(/^\d{1,6}(\.\d{1,2})?$/, 'must be an area in m² like "88.50"'));
const signedPercent = z
  .string()
  .check(z.trim(), z.regex(/^-?\d{1,3}(\.\d{1,4})?$/, 'must be a percent like "1.5" or "-2"'));
const signedAmount = z
  .string()
  .check(z.trim(), z.regex(/^-?\d{1,9}(\.\d{1,4})?$/, 'must be an amount like "50" or "-50"'));
const rise = { percent: z.optional(signedPercent), amount: z.optional(signedAmount) };

const position = z.object({
  unitTypeId: z.optional(recordId),
  areaSquareMetres: z.optional(area),
  innerAreaSquareMetres: z.optional(area),
  orientation: z.optional(text),
  outlook: z.optional(text),
  ...rise,
});

export const gridFields = {
  buildingId: recordId,
  fromFloor: floor,
  toFloor: floor,
  skipFloors: z.optional(numbers),
  /** One for each unit of a floor; amounts are per m². */
  positions: z.array(position).check(z.minLength(1, 'must not be empty'), z.maxLength(60, 'are too many')),
  skipNumbers: z.optional(numbers),
  pattern: z.optional(requiredText),
  kind: z.optional(
    z.enum(
      ['RESIDENCE', 'SHOP', 'OFFICE', 'PARKING', 'STORAGE'],
      'must be one of RESIDENCE, SHOP, OFFICE, PARKING, STORAGE',
    ),
  ),
  basePricePerSquareMetre: z.optional(amount),
  /** For each floor above the lowest one. */
  floorStep: z.optional(z.object(rise)),
  floors: z.optional(
    z.array(z.object({ from: floor, to: floor, ...rise })).check(z.maxLength(100, 'are too many')),
  ),
};

const gridInput = z.object(gridFields);
export type GridInput = z.infer<typeof gridInput>;

export type GridSnapshot = {
  building: Loaded<'building', { project: true }>;
  types: RecordOf<'unitType'>[];
  /** Numbers that units of the building have already. */
  numbers: ReadonlySet<string>;
};

export async function loadGrid(
  store: Pick<Store, 'read'>,
  { buildingId, positions }: GridInput,
): Promise<Decision<GridSnapshot>> {
  const typeIds = [...new Set(positions.flatMap(({ unitTypeId }) => unitTypeId ?? []))];
  const { buildings, types, units } = await store.read({
    buildings: { object: 'building', filter: { id: buildingId }, with: { project: true } },
    types: { object: 'unitType', filter: { id: { in: typeIds } } },
    units: { object: 'unit', filter: { buildingId } },
  });
  const [building] = buildings;
  if (building === undefined) return refuse({ code: 'NOT_FOUND', what: 'building', id: buildingId });
  const missing = typeIds.find(
    (id) => !types.some((type) => type.id === id && type.projectId === building.projectId),
  );
  if (missing !== undefined)
    return refuse({ code: 'NOT_FOUND', what: 'unit type of this project', id: missing });
  return { plan: { building, types, numbers: new Set(units.map(({ number }) => number)) } };
}

export function gridOf(input: GridInput, { building, types }: GridSnapshot): Decision<GridUnit[]> {
  const currency = building.project?.currencyCode ?? '';
  const asked = input.basePricePerSquareMetre;
  const isPriced = asked !== undefined;
  if (isPriced && !/^[A-Z]{3}$/.test(currency)) {
    const problem = 'of the project must be a currency code like EUR';
    return refuse({ code: 'INVALID_INPUT', field: 'currencyCode', problem });
  }
  const base: Decision<Money | null> = isPriced
    ? inputMoney('basePricePerSquareMetre', asked, currency)
    : { plan: null };
  if (isRefused(base)) return base;
  try {
    return unitGrid(request(input, { building, types, base: base.plan }, currency));
  } catch (error) {
    // An amount with more places than the currency has.
    if (!(error instanceof RangeError)) throw error;
    return refuse({ code: 'INVALID_INPUT', field: 'amount', problem: error.message });
  }
}

type Known = Pick<GridSnapshot, 'building' | 'types'> & { base: Money | null };

function request(input: GridInput, { building, types, base }: Known, currency: string): GridRequest {
  const riseOf = ({ percent, amount: more }: z.infer<z.ZodMiniObject<typeof rise>>): PriceRise => ({
    percent: decimalOrNull(percent),
    amount: more === undefined || base === null ? null : parseMoney(more, currency),
  });
  return {
    building: building.code || building.name,
    fromFloor: input.fromFloor,
    toFloor: input.toFloor,
    skipFloors: input.skipFloors ?? [],
    positions: input.positions.map((one) => {
      const planned = types.find(({ id }) => id === one.unitTypeId)?.plannedAreaSquareMetres ?? null;
      const size = one.areaSquareMetres ?? (planned === null ? undefined : String(planned));
      return {
        unitTypeId: one.unitTypeId ?? null,
        area: decimalOrNull(size),
        innerArea: decimalOrNull(one.innerAreaSquareMetres),
        orientation: one.orientation ?? '',
        outlook: one.outlook ?? '',
        rise: riseOf(one),
      };
    }),
    skipNumbers: input.skipNumbers ?? [],
    pattern: input.pattern ?? DEFAULT_PATTERN,
    kind: input.kind ?? 'RESIDENCE',
    basePrice: base,
    floorStep: riseOf(input.floorStep ?? {}),
    floors: (input.floors ?? []).map((one) => ({ from: one.from, to: one.to, ...riseOf(one) })),
  };
}
