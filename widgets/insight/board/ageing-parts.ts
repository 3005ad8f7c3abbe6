/** The ageing buckets (D10) as every board shows them: names, looks, and the rows behind each. */
import type { AgeingSums } from '#domain/insight/index.ts';
import { AGEING_BUCKETS, type AgeingBucket } from '#domain/ledger/ageing.ts';
import { addDays, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Look, Point } from '#widgets/shared/charts/chart-types.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { rowsOf, type Span, spanOf } from './board-rows.ts';
import { OPEN_STATES } from './installment-totals.ts';
import type { Told } from './scope.ts';
import { shortMoney, sizeOf } from './wording.ts';

export const BUCKET_NAMES: Record<AgeingBucket, string> = {
  NOT_DUE: msg('Not overdue'),
  D1_30: msg('1 to 30 days'),
  D31_60: msg('31 to 60 days'),
  D61_90: msg('61 to 90 days'),
  D91_PLUS: msg('More than 90 days'),
};

export const BUCKET_LOOKS: Record<AgeingBucket, Look> = {
  NOT_DUE: 'FIRST',
  D1_30: 'THIRD',
  D31_60: 'WARN',
  D61_90: 'FIFTH',
  D91_PLUS: 'BAD',
};

export const LATE_BUCKETS = AGEING_BUCKETS.filter((bucket) => bucket !== 'NOT_DUE');

/** Due dates of a bucket on a day. */
export function bucketSpan(bucket: AgeingBucket, today: PlainDate): Span {
  const ago = (days: number) => addDays(today, -days);
  switch (bucket) {
    case 'NOT_DUE':
      return { from: today };
    case 'D1_30':
      return { from: ago(30), before: today };
    case 'D31_60':
      return { from: ago(60), before: ago(30) };
    case 'D61_90':
      return { from: ago(90), before: ago(60) };
    case 'D91_PLUS':
      return { before: ago(90) };
  }
}

export function installmentRows(told: Told, span: Span) {
  return rowsOf(told, 'keyturnInstallments', 'amount', [
    { field: 'state', is: 'IS', anyOf: OPEN_STATES },
    ...spanOf('dueOn', span),
  ]);
}

export function bucketPoints({ buckets }: AgeingSums, told: Told, words: Words): Point[] {
  return LATE_BUCKETS.map((bucket) => ({
    key: bucket,
    label: words.t(BUCKET_NAMES[bucket]),
    value: sizeOf(buckets[bucket].open),
    text: `${shortMoney(buckets[bucket].open, words)} · ${buckets[bucket].count}`,
    look: BUCKET_LOOKS[bucket],
    rows: installmentRows(told, bucketSpan(bucket, told.today)),
  }));
}
