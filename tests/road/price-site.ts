/** A project with units that nobody has, price lists of it, and what prices come of them. */
import { randomUUID } from 'node:crypto';
import { activatePriceScheme } from '#commands/inventory/activate-price-scheme.ts';
import { readPriceList } from '#commands/inventory/read-price-list.ts';
import { askApproval, decideApproval } from '#commands/system/approvals.ts';
import { formatMoney, money } from '#domain/shared/money.ts';
import { type Decision, isRefused } from '#domain/shared/refusal.ts';
import type { Files } from '#port/files.ts';
import type { Fields, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Desk, Options } from './in-process.ts';

export const eur = (amount: string) => money(BigInt(amount.replace('.', '')), 'EUR');

export type PriceSite = { projectId: string; buildingId: string; code: string; unitIds: string[] };

/** Units 1, 2, 3 … of 100 m² in a building "A", for 1,000,000.00 each unless they say otherwise. */
export async function buildPriceSite(
  store: Store,
  count: number,
  unit: (index: number) => Partial<Fields<'unit'>> = () => ({}),
): Promise<PriceSite> {
  const [projectId, buildingId] = [randomUUID(), randomUUID()];
  const code = projectId.slice(0, 8);
  const project = { id: projectId, name: `Project ${code}`, code, currencyCode: 'EUR', timeZone: 'UTC' };
  await store.write([{ create: 'project', row: project }]);
  const building = { id: buildingId, name: `House ${code}`, code: 'A', projectId };
  await store.write([{ create: 'building', row: building }]);
  const rows = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `${code}-${index + 1}`,
    number: String(index + 1),
    projectId,
    buildingId,
    areaSquareMetres: 100,
    listPrice: eur('1000000.00'),
    state: 'AVAILABLE' as const,
    ...unit(index),
  }));
  await store.write([{ createMany: 'unit', rows }]);
  return { projectId, buildingId, code, unitIds: rows.map(({ id }) => id) };
}

const HEAD = 'Building,Unit,Gross area,Unit price,Total price,Floor price,Filed price';

/** A list of these units (by number from 1) at these totals, of 100 m² each. */
export function priceList(totals: readonly string[], floor = '', filed = ''): string {
  const rows = totals.map((total, index) =>
    total === '' ? '' : ['A', index + 1, '100.00', '', total, floor, filed].join(','),
  );
  return [HEAD, ...rows].join('\n');
}

const NO_FILES: Files = {
  attach: () => Promise.reject(new Error('no files here')),
  attached: async () => [],
  read: () => Promise.reject(new Error('no files here')),
  asset: () => Promise.reject(new Error('no files here')),
};

type Read = Parameters<(typeof readPriceList)['answer']>[1];
export type PriceListAnswer = Exclude<
  Awaited<ReturnType<(typeof readPriceList)['answer']>>,
  { refused: unknown }
>['plan'];

export function tryRead(
  store: Store,
  text: string,
  input: Read,
  files = NO_FILES,
): Promise<Decision<PriceListAnswer>> {
  const given = text === '' ? input : { contentBase64: Buffer.from(text).toString('base64'), ...input };
  return readPriceList.answer({ store, files, clock: { now: () => new Date() } }, given);
}

export async function read(
  store: Store,
  { projectId }: PriceSite,
  text: string,
  input: Read = {},
): Promise<PriceListAnswer> {
  const answer = await tryRead(store, text, { projectId, ...input });
  if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused));
  return answer.plan;
}

export const DIRECTOR = { memberId: null, name: 'Director' };

/** Carried out as if somebody else had approved it. */
export function activate(desk: Desk, priceSchemeId: string | null, options: Options = {}) {
  const approval = { id: randomUUID(), by: DIRECTOR.name };
  return desk.run(activatePriceScheme, { priceSchemeId }, { approval, ...options });
}

/** Asked by one and approved by another, as people do it. */
export async function askAndApprove(desk: Desk, priceSchemeId: string | null) {
  const asked = await desk.done(askApproval, {
    command: 'activate-price-scheme',
    input: { priceSchemeId },
    reason: 'Spring prices',
  });
  const approvalId = String(asked.result.approvalId);
  return desk.done(decideApproval, { approvalId, decision: 'APPROVE' }, { actor: DIRECTOR });
}

export async function unitsOf(store: Store, { projectId }: PriceSite): Promise<RecordOf<'unit'>[]> {
  const { units } = await store.read({ units: { object: 'unit', filter: { projectId } } });
  return units.sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
}

export async function listPrices(store: Store, site: PriceSite): Promise<(string | null)[]> {
  return (await unitsOf(store, site)).map(({ listPrice }) => (listPrice ? formatMoney(listPrice) : null));
}

export async function schemesOf(store: Store, { projectId }: PriceSite): Promise<RecordOf<'priceScheme'>[]> {
  const { schemes } = await store.read({ schemes: { object: 'priceScheme', filter: { projectId } } });
  return schemes.sort((a, b) => (a.version ?? 0) - (b.version ?? 0));
}

export async function itemsOf(
  store: Store,
  priceSchemeId: string | null,
): Promise<RecordOf<'priceSchemeItem'>[]> {
  const { items } = await store.read({
    items: { object: 'priceSchemeItem', filter: { priceSchemeId }, orderBy: { rowNumber: 'ASC' } },
  });
  return items;
}

/** All that schemes and units came to, without ids and times: equal for equal ends. */
export async function priceState(store: Store, site: PriceSite) {
  const schemes = await schemesOf(store, site);
  const items = await Promise.all(schemes.map(({ id }) => itemsOf(store, id)));
  return {
    prices: await listPrices(store, site),
    schemes: schemes.map(
      ({ version, state, activeKey, approvedBy, activatedAt, undoneAt, blockedPrices }) => ({
        version,
        state,
        isActive: activeKey === site.projectId,
        approvedBy,
        isActivated: activatedAt !== null,
        isUndone: undoneAt !== null,
        blockedPrices,
      }),
    ),
    items: items.map((all) =>
      all.map(({ outcome, blockedBy, listBefore, appliedAt, undoneAt }) => ({
        outcome,
        blockedBy,
        before: listBefore && formatMoney(listBefore),
        isApplied: appliedAt !== null,
        isUndone: undoneAt !== null,
      })),
    ),
  };
}
