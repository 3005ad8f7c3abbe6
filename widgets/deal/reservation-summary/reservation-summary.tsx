/** A reservation at a glance: how long it holds the unit, what is missing, the next step, who buys, and the price. */
import { isOver } from '#domain/inventory/holding.ts';
import { isPositive } from '#domain/shared/money.ts';
import { CANCEL_RESERVATION } from '#widgets/deal/cancel-reservation/cancel-reservation.form.tsx';
import { CHANGE_RESERVATION_BUYERS } from '#widgets/deal/change-reservation-buyers/change-reservation-buyers.form.tsx';
import { CONFIRM_RESERVATION } from '#widgets/deal/confirm-reservation/confirm-reservation.form.tsx';
import { DECIDE_DEPOSIT } from '#widgets/deal/decide-deposit/decide-deposit.form.tsx';
import { EXPIRE_RESERVATION } from '#widgets/deal/expire-reservation/expire-reservation.form.tsx';
import { EXTEND_RESERVATION } from '#widgets/deal/extend-reservation/extend-reservation.form.tsx';
import { SIGN_CONTRACT } from '#widgets/deal/sign-contract/sign-contract.form.tsx';
import { UPGRADE_RESERVATION } from '#widgets/deal/upgrade-reservation/upgrade-reservation.form.tsx';
import { RECORD_RECEIPT } from '#widgets/ledger/record-receipt/record-receipt.form.tsx';
import { dateText } from '#widgets/shared/format/moment.ts';
import { moneyOf } from '#widgets/shared/format/stored-money.ts';
import { namesOf } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { BuyerLines } from '#widgets/shared/record/buyer-lines.tsx';
import { formOf, type RecordAction, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import { RecordLink, type Step, StepStrip } from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import { RESERVATION_STAGES } from '#workflows/pipeline/reservation.ts';
import { Countdown } from './countdown.tsx';
import { PriceLadder } from './ladder-view.tsx';
import { nextStep, type StepKey, stepsFor } from './next-steps.ts';
import { Checks, checksOf, depositMissing } from './reservation-checks.tsx';
import type { ReservationPage, ReservationRecord } from './reservation-records.ts';

const STATES = /* @__PURE__ */ namesOf(RESERVATION_STAGES);

export function ReservationSummary({ subject, words, now, reload }: RecordViewProps<ReservationPage>) {
  const { t } = words;
  const { reservation, parties } = subject;
  const isStanding = reservation.state === 'ACTIVE' || reservation.state === 'PENDING_APPROVAL';
  return (
    <>
      <Lead page={subject} words={words} />
      {isStanding && reservation.validUntil !== null && (
        <Countdown
          from={reservation.upgradedAt ?? reservation.reservedAt}
          until={reservation.validUntil}
          now={now}
          words={words}
        />
      )}
      <StepStrip steps={roadOf(subject, words)} label={t('State of the road')} words={words} />
      {isStanding && <Checks checks={checksOf(subject, words)} words={words} />}
      {!isStanding && reservation.closeReason && <p className="kt-soft">{reservation.closeReason}</p>}
      <RecordActions actions={actionsOf(reservation, now, words)} words={words} onDone={reload} />
      <div className="kt-record-pair">
        <BuyerLines parties={parties} alone={reservation} words={words} />
        <PriceLadder page={subject} words={words} />
      </div>
    </>
  );
}

function Lead({ page: { reservation, contracts }, words: { t } }: { page: ReservationPage; words: Words }) {
  const { state, unit } = reservation;
  const label = state === null ? null : STATES[state];
  const [contract] = contracts ?? [];
  const tone = state === 'CONVERTED' ? 'good' : state === 'ACTIVE' ? 'now' : 'plain';
  return (
    <div className="kt-record-lead">
      <span className="kt-record-name">{reservation.name ?? '–'}</span>
      {label !== null && (
        <span className="kt-chip" data-tone={tone}>
          {t(label)}
        </span>
      )}
      {unit !== null && (
        <RecordLink object="keyturnUnit" id={unit.id}>
          {unit.name ?? '–'}
        </RecordLink>
      )}
      {contract !== undefined && (
        <RecordLink object="keyturnContract" id={contract.id}>
          {t('Contract {name}', { name: contract.name ?? '–' })}
        </RecordLink>
      )}
    </div>
  );
}

/** Reserved, with the large deposit, signed; or where it ended. */
function roadOf({ reservation, contracts }: ReservationPage, { t, locale }: Words): Step[] {
  const { state, stage, reservedAt, upgradedAt, closedAt } = reservation;
  const day = (at: string | null | undefined) => (at ? dateText(at, locale) : null);
  const isLarge = stage === 'LARGE';
  const isSigned = state === 'CONVERTED';
  const isEnded = state === 'EXPIRED' || state === 'CANCELLED_REFUND' || state === 'FORFEITED';
  const reserved: Step = {
    key: 'RESERVED',
    label: upgradedAt === null && isLarge ? t('Reservation made') : t('Small deposit'),
    note: day(reservedAt),
    state: 'DONE',
  };
  const large: Step = {
    key: 'LARGE',
    label: t('Large deposit'),
    note: day(isLarge ? (upgradedAt ?? reservedAt) : null),
    state: isLarge ? 'DONE' : 'NOW',
  };
  if (isEnded && state !== null) {
    const label = STATES[state];
    const ended: Step = { key: 'ENDED', label: t(label), note: day(closedAt), state: 'ENDED' };
    return isLarge ? [reserved, large, ended] : [reserved, ended];
  }
  const [contract] = contracts ?? [];
  const signed: Step = {
    key: 'SIGNED',
    label: t('Contract signed'),
    note: day(contract?.signedOn),
    state: isSigned ? 'DONE' : isLarge ? 'NOW' : 'AHEAD',
  };
  return [reserved, large, signed];
}

const LABELS: Record<StepKey, string> = {
  ASK_PRICE: msg('Ask for approval'),
  DEPOSIT: msg('Record deposit'),
  UPGRADE: msg('Upgrade reservation'),
  SIGN: msg('Sign contract'),
  EXTEND: msg('Extend reservation'),
  BUYERS: msg('Change buyers'),
  EXPIRE: msg('Expire reservation'),
  CANCEL: msg('Cancel reservation'),
  DECIDE: msg('Decide on deposit'),
};

const DANGEROUS: readonly StepKey[] = ['CANCEL', 'EXPIRE', 'DECIDE'];

function actionsOf(reservation: ReservationRecord, now: number, { t }: Words): RecordAction[] {
  const { id, state, stage, validUntil } = reservation;
  const paid = moneyOf(reservation.depositPaid);
  const steps = stepsFor({
    state: state ?? 'DRAFT',
    stage: stage ?? 'LARGE',
    isDepositMissing: depositMissing(reservation) !== null,
    isDepositPaid: paid !== null && isPositive(paid),
    isOver: isOver(validUntil, new Date(now)),
  });
  const next = nextStep(steps);
  const forms: Record<StepKey, Extract<RecordAction, { form: unknown }>['form']> = {
    ASK_PRICE: formOf(CONFIRM_RESERVATION, id),
    DEPOSIT: formOf(RECORD_RECEIPT, id),
    UPGRADE: formOf(UPGRADE_RESERVATION, id),
    SIGN: formOf(SIGN_CONTRACT, id),
    EXTEND: formOf(EXTEND_RESERVATION, id),
    BUYERS: formOf(CHANGE_RESERVATION_BUYERS, id),
    EXPIRE: formOf(EXPIRE_RESERVATION, id),
    CANCEL: formOf(CANCEL_RESERVATION, id),
    DECIDE: formOf(DECIDE_DEPOSIT, id),
  };
  return steps.map((key) => {
    const label = LABELS[key];
    return {
      key,
      label: t(label),
      isNext: key === next,
      isDangerous: DANGEROUS.includes(key),
      form: forms[key],
    };
  });
}
