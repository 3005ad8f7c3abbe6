/** A price scheme with what activating and undoing it have to know. Reads only. */

import type { Decision } from '#domain/shared/refusal.ts';
import { refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';

export type Item = RecordOf<'priceSchemeItem'>;

export type SchemeSnapshot = {
  scheme: Loaded<'priceScheme', { project: true }>;
  projectId: string;
  items: Item[];
  /** The scheme that is active in the project, if it is another one. */
  active: RecordOf<'priceScheme'> | null;
  /** Prices of the active scheme (this one or the other) are still being written or put back. */
  isActiveAtWork: boolean;
  /** The scheme that this one retired when it became active. */
  retired: RecordOf<'priceScheme'> | null;
};

export async function loadScheme(
  store: Pick<Store, 'read'>,
  priceSchemeId: string,
): Promise<Decision<SchemeSnapshot>> {
  const { found, items } = await store.read({
    found: { object: 'priceScheme', filter: { id: priceSchemeId }, with: { project: true } },
    items: { object: 'priceSchemeItem', filter: { priceSchemeId }, orderBy: { rowNumber: 'ASC' } },
  });
  const [scheme] = found;
  if (scheme === undefined) return refuse({ code: 'NOT_FOUND', what: 'price scheme', id: priceSchemeId });
  const projectId = scheme.projectId ?? '';
  const { schemes } = await store.read({
    schemes: { object: 'priceScheme', filter: { projectId: scheme.projectId } },
  });
  const holder = schemes.find(({ activeKey }) => activeKey === projectId) ?? null;
  const retired =
    scheme.activatedAt === null
      ? null
      : (schemes.find((one) => one.id !== scheme.id && one.retiredAt === scheme.activatedAt) ?? null);
  const isActiveAtWork = holder !== null && (await isAtWork(store, holder));
  const active = holder?.id === scheme.id ? null : holder;
  return { plan: { scheme, projectId, items, active, isActiveAtWork, retired } };
}

async function isAtWork(store: Pick<Store, 'read'>, { id, undoneAt }: RecordOf<'priceScheme'>) {
  if (undoneAt !== null) return true;
  const { waiting } = await store.read({
    waiting: {
      object: 'priceSchemeItem',
      filter: { priceSchemeId: id, appliedAt: null, outcome: { in: ['NEW', 'CHANGED', 'SAME'] } },
      limit: 1,
    },
  });
  return waiting.length > 0;
}

/** So many units are named in an answer. */
export const MOST_NAMED = 50;

export type Kept = { unit: string; because: string };
