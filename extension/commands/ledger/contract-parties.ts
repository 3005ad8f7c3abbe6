/** The parties of a contract as rows. One without rows has one party: its buyer, with 100 %. Writes nothing. */
import type { BuyersChange, KnownParty } from '#domain/deal/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Run } from '../system/command.ts';

type Row = RecordOf<'party'>;
/** `row` is null for the buyer of a contract without rows. */
export type PartyOf = KnownParty & { row: Row | null };

const ALL = 1_000_000;
const IN_CONTRACT = 'in contract';

export function partyQueries(contractId: string) {
  return { parties: { object: 'party', filter: { contractId, state: 'ACTIVE' } } } as const;
}

export function knownParties(
  { buyerId, companyId }: Pick<RecordOf<'contract'>, 'buyerId' | 'companyId'>,
  rows: readonly Row[],
): PartyOf[] {
  if (rows.length === 0 && (buyerId ?? companyId) !== null) {
    const ids = { buyerId, companyId: buyerId === null ? companyId : null };
    return [{ ...ids, id: IN_CONTRACT, share: ALL, isFirst: true, row: null }];
  }
  return [...rows]
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || (a.name < b.name ? -1 : 1))
    .map((row) => ({
      id: row.id,
      buyerId: row.buyerId,
      companyId: row.companyId,
      share: Math.round((row.sharePercent ?? 0) * 10_000),
      isFirst: row.isFirst,
      row,
    }));
}

type Decided = { buyers: BuyersChange; parties: readonly PartyOf[]; names: ReadonlyMap<string, string> };
type When = { effectiveOn: PlainDate; reason: string };

/** Rows to be made, all in one insert, and rows to be changed. */
export function partyRows(
  run: Run,
  contract: RecordOf<'contract'>,
  { buyers, parties, names }: Decided,
  { effectiveOn, reason }: When,
): { rows: Row[]; changes: { record: Row; to: Partial<Row> }[] } {
  const rowOf = (
    { buyerId, companyId }: Pick<Row, 'buyerId' | 'companyId'>,
    more: Pick<Row, 'isFirst' | 'joinedOn'> & { share: number } & Partial<Row>,
  ): Row => {
    const { share, ...rest } = more;
    const who = buyerId ?? companyId ?? '';
    return {
      id: run.idFor(`party ${who}`),
      name: names.get(who) ?? '',
      reservationId: contract.reservationId,
      contractId: contract.id,
      buyerId,
      companyId,
      sharePercent: share / 10_000,
      state: 'ACTIVE',
      leftOn: null,
      reason: '',
      seal: null,
      ...rest,
    };
  };
  const left = { state: 'LEFT', leftOn: effectiveOn, reason, isFirst: false } as const;
  const rows = buyers.joining.map((one) => rowOf(one, { ...one, joinedOn: effectiveOn }));
  const changes: { record: Row; to: Partial<Row> }[] = [];
  for (const known of parties) {
    const { row, share } = known;
    const since = { joinedOn: contract.signedOn, isFirst: true };
    const stays = buyers.staying.find(({ id }) => id === known.id);
    const leaves = buyers.leaving.includes(known.id);
    if (row === null) {
      // Who was the one buyer stays on record, whatever becomes of them.
      if (stays !== undefined)
        rows.push(rowOf(known, { ...since, share: stays.share, isFirst: stays.isFirst }));
      if (leaves) rows.push(rowOf(known, { ...since, share, ...left }));
    } else if (leaves) changes.push({ record: row, to: left });
    else if (stays?.isChanged)
      changes.push({ record: row, to: { sharePercent: stays.share / 10_000, isFirst: stays.isFirst } });
  }
  return { rows, changes };
}

/** All who buy, the first buyer first, as letters and statements address them. */
export async function buyersOf(
  { read }: Pick<Store, 'read'>,
  { id, buyerId, companyId }: Pick<RecordOf<'contract'>, 'id' | 'buyerId' | 'companyId'>,
): Promise<string> {
  const known = (one: string | null) => (one === null ? [] : [one]);
  const { parties, people, companies } = await read({
    parties: {
      object: 'party',
      filter: { contractId: id, state: 'ACTIVE' },
      with: { buyer: true, company: true },
    },
    people: { object: 'person', filter: { id: { in: known(buyerId) } } },
    companies: { object: 'company', filter: { id: { in: known(companyId) } } },
  });
  const rows = parties as Loaded<'party', { buyer: true; company: true }>[];
  const joint = [...rows]
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || (a.name < b.name ? -1 : 1))
    .map(({ buyer, company, name }) => buyer?.name ?? company?.name ?? name);
  return joint.length > 0 ? joint.join(', ') : (people[0]?.name ?? companies[0]?.name ?? '');
}
