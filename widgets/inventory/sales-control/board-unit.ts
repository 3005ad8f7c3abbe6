/** A unit as the board shows it, read from Twenty's record. */
import type { HeldAs, UnitKind, UnitState } from '#domain/inventory/unit-states.ts';
import { type Amount, amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';

export type UnitRecord = {
  id: string;
  name: string | null;
  number: string | null;
  floor: number | null;
  kind: UnitKind | null;
  state: UnitState | null;
  heldAs: HeldAs | null;
  areaSquareMetres: number | null;
  parkingSpaces: number | null;
  listPrice: StoredAmount;
  holder: string | null;
  heldUntil: string | null;
  releasedAt: string | null;
  buildingId: string | null;
  unitType: { name: string | null } | null;
  updatedAt: string;
};

/** Never asks for the floor price: it is not for everybody's eyes. */
export const UNIT_FIELDS = `id name number floor kind state heldAs areaSquareMetres parkingSpaces
  listPrice { amountMicros currencyCode } holder heldUntil releasedAt buildingId unitType { name } updatedAt`;

export type BoardUnit = {
  readonly id: string;
  readonly number: string;
  readonly floor: number | null;
  readonly kind: UnitKind | null;
  readonly state: UnitState;
  readonly heldAs: HeldAs | null;
  readonly areaSquareMetres: number | null;
  readonly parkingSpaces: number | null;
  readonly price: Amount | null;
  readonly holder: string | null;
  readonly heldUntil: string | null;
  readonly releasedAt: string | null;
  readonly buildingId: string | null;
  readonly unitType: string | null;
  readonly updatedAt: string;
  /** The viewer's own hold, reservation or contract. */
  readonly isMine: boolean;
  /** Somebody else's, whose name the viewer is not shown (F1). */
  readonly isMasked: boolean;
};

const orNull = (text: string | null | undefined) => (text === undefined || text === '' ? null : text);

export function boardUnit(record: UnitRecord): BoardUnit {
  return {
    id: record.id,
    number: orNull(record.number) ?? orNull(record.name) ?? '–',
    floor: record.floor,
    kind: record.kind,
    state: record.state ?? 'PLANNED',
    heldAs: record.heldAs ?? null,
    areaSquareMetres: record.areaSquareMetres,
    parkingSpaces: record.parkingSpaces,
    price: amountOf(record.listPrice),
    holder: orNull(record.holder),
    heldUntil: orNull(record.heldUntil),
    releasedAt: orNull(record.releasedAt),
    buildingId: record.buildingId,
    unitType: orNull(record.unitType?.name),
    updatedAt: record.updatedAt,
    isMine: false,
    isMasked: false,
  };
}

/** Whether two readings of a unit show the same: then its cell on the board need not be drawn again. */
export function isSameUnit(left: BoardUnit, right: BoardUnit): boolean {
  return (Object.keys(left) as (keyof BoardUnit)[]).every((key) => {
    if (key !== 'price') return left[key] === right[key];
    return left.price?.micros === right.price?.micros && left.price?.currency === right.price?.currency;
  });
}
