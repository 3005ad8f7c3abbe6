/** A hold as the forms about it show it. */
import type { HoldState } from '#domain/deal/hold-states.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';

export type HoldSubject = {
  id: string;
  name: string | null;
  state: HoldState | null;
  forWhom: string | null;
  heldByName: string | null;
  expiresAt: string | null;
  unit: { id: string; name: string | null } | null;
};

export function readHoldSubject(id: string): Promise<HoldSubject | null> {
  const fields = 'id name state forWhom heldByName expiresAt unit { id name }';
  return readOne<HoldSubject>('keyturnUnitHolds', fields, id);
}

export function holdFacts(hold: HoldSubject, { t, locale }: Words): Fact[] {
  return [
    [t('Unit'), hold.unit?.name],
    [t('For whom'), hold.forWhom],
    [t('Held by'), hold.heldByName],
    [t('Held until'), hold.expiresAt && dateTimeText(hold.expiresAt, locale)],
  ];
}

/** Why nothing can be done with it any more. */
export function holdIsOver({ state }: HoldSubject, { t }: Words): string | null {
  if (state === 'TAKEN') return t('The unit was reserved from this hold.');
  return state === 'ACTIVE' || state === null
    ? null
    : t('This hold is over. Hold the unit again if it is free.');
}

const HOUR_MS = 3_600_000;

/** So many hours from now, as commands take it. */
export function inHours(hours: string, now = Date.now()): string {
  return new Date(now + Number(hours) * HOUR_MS).toISOString();
}
