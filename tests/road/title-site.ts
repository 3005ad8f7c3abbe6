/** Homes whose keys are handed over, made as commands would have left them, for title cases and engineering changes. */
import { randomUUID } from 'node:crypto';
import { parseMoney } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Fields } from '#port/records.ts';
import { buildSite, type Ground, type Site } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';

export const KEYS_ON = '2026-01-31' as PlainDate;
export const eur = (amount: string) => parseMoney(amount, 'EUR');

export type Home = { unitId: string; contractId: string; number: string; unit: string };
export type TitleSite = Site & {
  desk: Desk;
  mark: string;
  homes(count: number): Promise<Home[]>;
  home(): Promise<Home>;
};

export async function openTitleSite(ground: Ground): Promise<TitleSite> {
  const desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
  const site = await buildSite(ground.client, { units: 0, buyers: 1 });
  const mark = randomUUID().slice(0, 6);
  let made = 0;
  const homes = async (count: number): Promise<Home[]> => {
    const all = Array.from({ length: count }, (): Home => {
      const number = String(++made);
      return {
        unitId: randomUUID(),
        contractId: randomUUID(),
        number: `T-${mark}-${number}`,
        unit: `T ${mark} ${number}`,
      };
    });
    for (let at = 0; at < all.length; at += 200) await make(all.slice(at, at + 200));
    return all;
  };
  const make = async (some: readonly Home[]) => {
    const { projectId, buildingId, buyerIds } = site;
    const buyerId = buyerIds[0] ?? null;
    const { store } = desk;
    await store.write([
      {
        createMany: 'unit',
        rows: some.map(({ unitId: id, unit }) => ({
          id,
          name: unit,
          number: unit,
          projectId,
          buildingId,
          state: 'HANDED_OVER' as const,
          listPrice: eur('100.00'),
        })),
      },
    ]);
    await store.write([
      {
        createMany: 'contract',
        rows: some.map(({ contractId: id, number, unitId }) => ({
          id,
          name: number,
          unitId,
          buyerId,
          state: 'COMPLETED' as const,
          price: eur('100.00'),
          signedOn: '2025-01-01' as PlainDate,
        })),
      },
    ]);
    await store.write([
      {
        createMany: 'handover',
        rows: some.map(({ contractId, unitId, unit }) => ({
          id: randomUUID(),
          name: unit,
          contractId,
          unitId,
          state: 'KEYS_HANDED' as const,
          handedOverOn: KEYS_ON,
        })),
      },
    ]);
  };
  return {
    ...site,
    desk,
    mark,
    homes,
    home: async () => (await homes(1))[0] as Home,
  };
}

/** Something that is due on the contract and not paid. */
export async function owe({ desk }: TitleSite, { contractId }: Home, amount = '12.50'): Promise<string> {
  const id = randomUUID();
  const row: { id: string } & Partial<Fields<'installment'>> = {
    id,
    name: 'Deed tax',
    contractId,
    seq: 1,
    chargeType: 'TAX',
    amount: eur(amount),
    paid: eur('0.00'),
    dueOn: '2026-02-01' as PlainDate,
    state: 'OVERDUE',
  };
  await desk.store.write([{ create: 'installment', row }]);
  return id;
}
