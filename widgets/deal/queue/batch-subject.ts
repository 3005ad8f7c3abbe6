/** A release batch as the forms of its queue show it. */
import type { ReleaseBatchState, SalesMode } from '#domain/inventory/sales-states.ts';
import { BATCH_STATES, BATCHES, SALES_MODES } from '#widgets/inventory/release-batch/batch-names.ts';
import { type Connection, listField, literal, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

type Batch = {
  id: string;
  name: string | null;
  state: ReleaseBatchState | null;
  salesMode: SalesMode | null;
  earnestAsked: StoredAmount;
  lotterySeed: string | null;
  lotteryDrawnAt: string | null;
};

/** `waiting`: how many tickets have not been called yet. */
export type BatchSubject = Batch & { waiting: number };

const FIELDS = `id name state salesMode earnestAsked ${MONEY} lotterySeed lotteryDrawnAt`;

export async function readBatchSubject(id: string): Promise<BatchSubject | null> {
  const waiting = listField({
    root: 'keyturnQueueTickets',
    fields: 'id',
    filter: `{ releaseBatchId: { eq: ${literal(id)} }, state: { eq: ACTIVE } }`,
  });
  const data = await query<{
    [BATCHES]: Connection<Batch>;
    keyturnQueueTickets: Connection<{ id: string }>;
  }>(`query { ${byId(BATCHES, FIELDS, id)} ${waiting} }`);
  const batch = first(data[BATCHES]);
  return batch && { ...batch, waiting: data.keyturnQueueTickets.totalCount ?? 0 };
}

export function batchFacts(batch: BatchSubject, { t, locale }: Words): Fact[] {
  const earnest = amountOf(batch.earnestAsked);
  return [
    [t('Release batch'), batch.name],
    [t('State'), nameIn(BATCH_STATES, batch.state, t)],
    [t('How it is sold'), nameIn(SALES_MODES, batch.salesMode, t)],
    [t('Tickets waiting'), String(batch.waiting)],
    [t('Earnest money'), earnest && amountText(earnest, locale)],
    [t('Lottery drawn at'), batch.lotteryDrawnAt && dateTimeText(batch.lotteryDrawnAt, locale)],
    [t('Lottery seed'), batch.lotterySeed],
  ];
}
