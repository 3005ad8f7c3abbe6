/** A release batch with the units that belong to it, counted by state. */
import type { ReleaseBatchState, SalesMode } from '#domain/inventory/sales-states.ts';
import { allPages, literal } from '#widgets/shared/api/graphql.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import { BATCH_STATES, BATCHES, SALES_MODES } from './batch-names.ts';

export type BatchRecord = {
  id: string;
  name: string | null;
  state: ReleaseBatchState | null;
  salesMode: SalesMode | null;
  releaseAt: string | null;
  permitNumber: string | null;
  projectId: string | null;
  project: { name: string | null } | null;
};

export type BatchSubject = { batch: BatchRecord; waiting: number; available: number; others: number };

const FIELDS = 'id name state salesMode releaseAt permitNumber projectId project { name }';

export function readBatchRecord(id: string): Promise<BatchRecord | null> {
  return readOne<BatchRecord>(BATCHES, FIELDS, id);
}

export async function readBatch(id: string): Promise<BatchSubject | null> {
  const batch = await readBatchRecord(id);
  if (batch === null) return null;
  const units = await allPages<{ state: string | null }>({
    root: 'keyturnUnits',
    fields: 'state',
    filter: `{ releaseBatchId: { eq: ${literal(id)} } }`,
  });
  const count = (...states: string[]) => units.filter(({ state }) => states.includes(state ?? '')).length;
  const [waiting, available] = [count('PLANNED', 'CONTROLLED'), count('AVAILABLE')];
  return { batch, waiting, available, others: units.length - waiting - available };
}

export function batchFacts({ batch, waiting, available, others }: BatchSubject, words: Words): Fact[] {
  const { t, locale } = words;
  return [
    [t('Release batch'), batch.name],
    [t('Project'), batch.project?.name],
    [t('State'), nameIn(BATCH_STATES, batch.state, t)],
    [t('How it is sold'), nameIn(SALES_MODES, batch.salesMode, t)],
    [t('Planned for'), batch.releaseAt && dateTimeText(batch.releaseAt, locale)],
    [t('Pre-sale permit'), batch.permitNumber],
    [
      t('Units'),
      t('{waiting} to release, {available} on sale, {others} taken', { waiting, available, others }),
    ],
  ];
}
