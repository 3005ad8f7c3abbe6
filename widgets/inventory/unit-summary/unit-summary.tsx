/** A unit at a glance: who has it and until when, what it costs, what can be done, and all that happened with it. */
import { LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { isOver } from '#domain/inventory/holding.ts';
import { homeFacts } from '#widgets/care/home-facts/home-records.ts';
import { HomeSection } from '#widgets/care/home-facts/home-section.tsx';
import { boardUnit } from '#widgets/inventory/sales-control/board-unit.ts';
import { kindLabel } from '#widgets/inventory/sales-control/kind-label.ts';
import { buyerName } from '#widgets/shared/command-form/record-texts.ts';
import { openForm } from '#widgets/shared/commands/open-form.ts';
import { amountOf, amountText, numberText, perSquareMetre } from '#widgets/shared/format/amount.ts';
import { dateTimeText, timeLeftText } from '#widgets/shared/format/moment.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { formOf, type RecordAction, RecordActions } from '#widgets/shared/record/record-actions.tsx';
import {
  More,
  NotForYou,
  RecordLink,
  Section,
  type Sum,
  Sums,
} from '#widgets/shared/record/record-parts.tsx';
import type { RecordViewProps } from '#widgets/shared/record/record-widget.tsx';
import { StateTag } from '#widgets/shared/unit-state/state-tag.tsx';
import { classOf } from '#widgets/shared/unit-state/unit-appearance.ts';
import { RELEASE_ONE } from './release-one.form.tsx';
import { type UnitStep, unitSteps } from './unit-actions.ts';
import { changeText, historyOf } from './unit-history.ts';
import type { UnitPage } from './unit-records.ts';
import { UnitTimeline } from './unit-timeline.tsx';

const LISTS = [
  { name: 'prices', objects: 'keyturnPriceSchemeItems' },
  { name: 'holds', objects: 'keyturnUnitHolds' },
  { name: 'reservations', objects: 'keyturnReservations' },
  { name: 'contracts', objects: 'keyturnContracts' },
] as const;

export function UnitSummary({ subject, words, now, reload }: RecordViewProps<UnitPage>) {
  const { t } = words;
  const unit = boardUnit(subject.unit);
  const isPartly = [subject.holds, subject.reservations, subject.contracts, subject.prices].includes(null);
  return (
    <>
      <div className="kt-record-lead">
        <span className="kt-record-name">{subject.unit.name ?? unit.number}</span>
        <StateTag state={classOf(unit)} words={words} />
        <span className="kt-soft">
          {[kindLabel(unit.kind, words), unit.unitType].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Sums sums={sumsOf(subject, now, words)} />
      <RecordActions actions={actionsOf(subject, now, words)} words={words} onDone={reload} />
      <HomeSection
        facts={homeFacts({ ...subject, handovers: subject.keys }, new Date(now))}
        snagRows={{ field: 'unit', is: 'RELATED_TO', recordId: subject.unit.id }}
        now={now}
        words={words}
      />
      <Section title={t('Prices and deals')}>
        {isPartly && <NotForYou words={words} />}
        <UnitTimeline events={historyOf(subject, words)} words={words} />
        {LISTS.map(({ name, objects }) => (
          <More
            key={name}
            shown={subject[name]?.length ?? 0}
            total={subject[name] === null ? null : subject.totals[name]}
            rows={{ objects, filters: [{ field: 'unit', is: 'RELATED_TO', recordId: subject.unit.id }] }}
            words={words}
          />
        ))}
      </Section>
    </>
  );
}

function sumsOf(page: UnitPage, now: number, words: Words): Sum[] {
  const { t, locale } = words;
  const unit = boardUnit(page.unit);
  const perMetre = perSquareMetre(unit.price, unit.areaSquareMetres);
  const left = timeLeftText(unit.heldUntil, now, t);
  const who = holderOf(page);
  const sums: Sum[] = [
    {
      label: t('Who has it'),
      value: who ?? t('nobody'),
      note: unit.heldUntil && `${dateTimeText(unit.heldUntil, locale)}${left === null ? '' : ` (${left})`}`,
    },
    {
      label: t('List price'),
      value: unit.price === null ? '–' : amountText(unit.price, locale),
      note: [
        perMetre && t('{amount} per m²', { amount: amountText(perMetre, locale) }),
        sinceFirst(page, words),
      ]
        .filter(Boolean)
        .join(' · '),
    },
    {
      label: t('Area'),
      value: unit.areaSquareMetres === null ? '–' : `${numberText(unit.areaSquareMetres, locale)} m²`,
      note: unit.parkingSpaces ? t('Parking spaces: {count}', { count: unit.parkingSpaces }) : null,
    },
  ];
  return sums;
}

/** The contract or reservation that has it now, else what the unit itself says. */
function holderOf({ unit, contracts, reservations }: UnitPage) {
  const contract = (contracts ?? []).find(
    ({ state }) => state !== null && LIVE_CONTRACT_STATES.includes(state),
  );
  if (contract !== undefined)
    return (
      <RecordLink object="keyturnContract" id={contract.id}>
        {buyerName(contract) ?? contract.name ?? '–'}
      </RecordLink>
    );
  const reservation = (reservations ?? []).find(
    ({ state }) => state === 'ACTIVE' || state === 'PENDING_APPROVAL',
  );
  if (reservation !== undefined)
    return (
      <RecordLink object="keyturnReservation" id={reservation.id}>
        {buyerName(reservation) ?? reservation.name ?? '–'}
      </RecordLink>
    );
  return unit.holder || null;
}

/** How far the list price has moved since the first scheme; what was undone is no price any more. */
function sinceFirst({ prices }: UnitPage, { t, locale }: Words): string | null {
  const applied = (prices ?? []).filter(({ undoneAt }) => undoneAt === null);
  const change = changeText(amountOf(applied.at(-1)?.listPrice), amountOf(applied[0]?.listPrice), locale);
  return change === null ? null : t('{change} since the first price', { change });
}

const LABELS: Record<UnitStep, string> = {
  RELEASE: msg('Release for sale'),
  RESERVE: msg('Reserve unit'),
  HOLD: msg('Hold unit'),
  END_HOLD: msg('Release hold'),
  WITHDRAW: msg('Withdraw from sale'),
  FREEZE: msg('Freeze unit'),
  UNFREEZE: msg('Unfreeze unit'),
};

/** The forms that open beside the page, as Twenty's command menu opens them. */
const FORMS: Record<Exclude<UnitStep, 'RELEASE'>, string> = {
  RESERVE: 'reserveUnit',
  HOLD: 'holdUnit',
  END_HOLD: 'releaseHold',
  WITHDRAW: 'withdrawUnit',
  FREEZE: 'freezeUnit',
  UNFREEZE: 'unfreezeUnit',
};

function actionsOf(page: UnitPage, now: number, { t }: Words): RecordAction[] {
  const { unit, holds } = page;
  const hold = (holds ?? []).find(({ state, kind }) => state === 'ACTIVE' && kind !== 'LEGAL');
  const isTimed = unit.state === 'HELD' || unit.state === 'SMALL_RESERVED' || unit.state === 'LARGE_RESERVED';
  const steps = unitSteps(unit.state ?? 'PLANNED', {
    hasHold: hold !== undefined,
    isOver: isTimed && isOver(unit.heldUntil, new Date(now)),
  });
  return steps.map((step, index) => {
    const text = LABELS[step];
    const label = t(text);
    const looks = {
      key: step,
      label,
      isNext: index === 0 && step !== 'FREEZE',
      isDangerous: step === 'FREEZE',
    };
    if (step === 'RELEASE') return { ...looks, form: formOf(RELEASE_ONE, unit.id) };
    const record =
      step === 'END_HOLD' && hold !== undefined
        ? { object: 'keyturnUnitHold', recordId: hold.id }
        : { object: 'keyturnUnit', recordId: unit.id };
    return { ...looks, press: () => void openForm({ ...record, widget: FORMS[step], title: label }) };
  });
}
