/** The opened unit: what is known about it, who has it, and what can be done with it now. */
import { useCallback, useEffect, useState } from 'react';
import { type ApiFailure, asFailure } from '#widgets/shared/api/failure.ts';
import { amountText, numberText, perSquareMetre } from '#widgets/shared/format/amount.ts';
import { dateText, dateTimeText, timeLeftText } from '#widgets/shared/format/moment.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { type Fact, Facts } from '#widgets/shared/parts/facts.tsx';
import { failureTold } from '#widgets/shared/parts/failure-text.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { StateTag } from '#widgets/shared/unit-state/state-tag.tsx';
import { classOf } from '#widgets/shared/unit-state/unit-appearance.ts';
import type { BoardPort } from '../board-port.ts';
import type { BoardUnit } from '../board-unit.ts';
import { floorLabel } from '../floors.ts';
import { kindLabel } from '../kind-label.ts';
import { type Deal, maskedDeal } from '../read-deal.ts';
import type { Viewer } from '../viewer.ts';
import { UnitActions } from './unit-actions.tsx';

export type UnitDetailProps = {
  unit: BoardUnit;
  now: number;
  viewer: Viewer;
  words: Words;
  port: BoardPort;
  /** Reads just this unit again, after an answer to a command. */
  onChanged: (unitId: string) => Promise<void>;
  onClose: () => void;
};

export function UnitDetail({ unit, now, viewer, words, port, onChanged, onClose }: UnitDetailProps) {
  const { t } = words;
  const { deal, failure, reload } = useDeal(unit, port);
  const onAnswered = useCallback(async () => {
    await Promise.all([onChanged(unit.id), reload()]);
  }, [onChanged, reload, unit.id]);
  return (
    <section
      className="kt-detail"
      aria-label={t('Unit {number}', { number: unit.number })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="kt-detail-head">
        <span className="kt-detail-number">{unit.number}</span>
        <StateTag state={classOf(unit)} words={words} />
        <span className="kt-grow" />
        <Button look="plain" size="small" label={t('Close')} onPress={onClose}>
          ✕
        </Button>
      </div>
      <Facts facts={[...unitFacts(unit, now, words), ...dealFacts(deal, words)]} />
      {unit.isMasked && <Notice>{t('A colleague has this unit. Who buys is not shown here.')}</Notice>}
      {failure !== null && (
        <Notice tone="bad" action={{ label: t('Try again'), onPress: () => void reload() }}>
          {failureTold(failure, words).title}
        </Notice>
      )}
      <UnitActions
        unit={unit}
        now={now}
        viewer={viewer}
        deal={deal}
        words={words}
        port={port}
        onAnswered={onAnswered}
      />
    </section>
  );
}

function unitFacts(unit: BoardUnit, now: number, words: Words): Fact[] {
  const { t, locale } = words;
  const perMetre = perSquareMetre(unit.price, unit.areaSquareMetres);
  const left = timeLeftText(unit.heldUntil, now, t);
  return [
    [t('List price'), unit.price && amountText(unit.price, locale)],
    [t('Area'), unit.areaSquareMetres === null ? null : `${numberText(unit.areaSquareMetres, locale)} m²`],
    [t('Per m²'), perMetre && amountText(perMetre, locale)],
    [t('Floor'), unit.floor === null ? null : floorLabel(unit.floor)],
    [t('Type'), [kindLabel(unit.kind, words), unit.unitType].filter(Boolean).join(' · ')],
    [t('Parking spaces'), unit.parkingSpaces ? numberText(unit.parkingSpaces, locale) : null],
    [t('Released on'), unit.releasedAt && dateText(unit.releasedAt, locale)],
    [t('Held by'), unit.holder],
    [
      t('Held until'),
      unit.heldUntil && `${dateTimeText(unit.heldUntil, locale)}${left === null ? '' : ` (${left})`}`,
    ],
  ];
}

/** A name that was not asked for is a dash, and no fact. */
const unless = (name: string | undefined) => (name === '–' ? null : name);

function dealFacts(deal: Deal | null, { t, locale }: Words): Fact[] {
  const { hold = null, reservation = null, contract = null } = deal ?? {};
  return [
    [t('Salesperson'), contract?.salesperson ?? reservation?.salesperson ?? hold?.heldBy],
    [t('For whom'), hold?.forWhom],
    [t('Extensions'), (hold ?? reservation)?.extensions || null],
    [t('Reservation'), unless(reservation?.name)],
    [t('Buyer'), reservation?.buyer],
    [t('Agreed price'), reservation?.price && amountText(reservation.price, locale)],
    [t('Deposit asked'), reservation?.depositAsked && amountText(reservation.depositAsked, locale)],
    [t('Deposit paid'), reservation?.depositPaid && amountText(reservation.depositPaid, locale)],
    [t('Contract'), unless(contract?.name)],
    [t('Contract price'), contract?.price && amountText(contract.price, locale)],
    [t('Paid'), contract?.paid && amountText(contract.paid, locale)],
    [t('Signed on'), contract?.signedOn && dateText(contract.signedOn, locale)],
  ];
}

/** Read anew whenever the unit changes, for then the deal behind it has changed as well. */
function useDeal(unit: BoardUnit, port: BoardPort) {
  const [deal, setDeal] = useState<Deal | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const reload = useCallback(async () => {
    try {
      const read = await port.readDeal(unit.id, unit.isMasked);
      setDeal(unit.isMasked ? maskedDeal(read) : read);
      setFailure(null);
    } catch (error) {
      setFailure(asFailure(error));
    }
  }, [port, unit.id, unit.isMasked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: updatedAt says that the deal may be another
  useEffect(() => {
    void reload();
  }, [reload, unit.updatedAt]);
  return { deal, failure, reload };
}
