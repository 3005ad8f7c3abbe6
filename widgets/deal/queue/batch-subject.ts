/** A release batch as the forms of its queue show it. */
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type BatchSubject = {
  id: string;
  name: string | null;
  earnestAsked: StoredAmount;
  lotterySeed: string | null;
};

export function readBatchSubject(id: string): Promise<BatchSubject | null> {
  return readOne<BatchSubject>('keyturnReleaseBatches', `id name earnestAsked ${MONEY} lotterySeed`, id);
}

export function batchFacts(batch: BatchSubject, { t, locale }: Words): Fact[] {
  const earnest = amountOf(batch.earnestAsked);
  return [
    [t('Release batch'), batch.name],
    [t('Earnest money'), earnest && amountText(earnest, locale)],
    [t('Lottery seed'), batch.lotterySeed],
  ];
}
