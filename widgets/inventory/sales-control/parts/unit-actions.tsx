/** What can be done with the opened unit, and what came of it, in one place: a refusal stands where the hand is. */
import { type ReactNode, useState } from 'react';
import { CANCEL_RESERVATION } from '#widgets/deal/cancel-reservation/cancel-reservation.form.tsx';
import { EXTEND_RESERVATION } from '#widgets/deal/extend-reservation/extend-reservation.form.tsx';
import { EXTEND_HOLD } from '#widgets/deal/holds/extend-hold.form.tsx';
import { HOLD_UNIT } from '#widgets/deal/holds/hold-unit.form.tsx';
import { RELEASE_HOLD } from '#widgets/deal/holds/release-hold.form.tsx';
import { WITHDRAW_UNIT } from '#widgets/inventory/withdraw-units/withdraw-unit.form.tsx';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { AskPrice, waitsForApproval } from '#widgets/shared/reservation/ask-price.tsx';
import { actionsFor, type BoardAction } from '../actions.ts';
import type { BoardPort } from '../board-port.ts';
import type { BoardUnit } from '../board-unit.ts';
import type { Deal } from '../read-deal.ts';
import { holdSubject, reservationSubject, unitSubject } from '../subjects.ts';
import type { Viewer } from '../viewer.ts';
import { BoardForm, type BoardFormProps, type Told } from './board-form.tsx';
import { ReserveForm } from './reserve-form.tsx';

type UnitActionsProps = {
  unit: BoardUnit;
  now: number;
  viewer: Viewer;
  deal: Deal | null;
  words: Words;
  port: BoardPort;
  onAnswered: () => Promise<void>;
};

const LABELS: Record<BoardAction, string> = {
  RESERVE: msg('Reserve'),
  HOLD: msg('Hold'),
  RELEASE: msg('Release for sale'),
  EXTEND_HOLD: msg('Extend hold'),
  RELEASE_HOLD: msg('Release hold'),
  EXTEND_RESERVATION: msg('Extend reservation'),
  CANCEL_RESERVATION: msg('Cancel reservation'),
  WITHDRAW: msg('Withdraw from sale'),
};

const DANGEROUS: readonly BoardAction[] = ['CANCEL_RESERVATION', 'WITHDRAW'];

export function UnitActions({ unit, now, viewer, deal, words, port, onAnswered }: UnitActionsProps) {
  const { t } = words;
  const [open, setOpen] = useState<BoardAction | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const release = useCommand('inventory/release-units', words.locale, port.run);

  const onAnswer = async (given: Told) => {
    setTold(given);
    if (given.answer.kind === 'DONE') setOpen(null);
    // After a refusal as well: somebody else may have changed the unit meanwhile, and the cell says who.
    await onAnswered();
  };
  const start = (action: BoardAction | null) => {
    setTold(null);
    setOpen(action);
  };
  const press = async (action: BoardAction) => {
    if (action !== 'RELEASE') return start(action);
    const answer = await release.submit({ unitIds: [unit.id] });
    await onAnswer({ answer, done: t('The unit is for sale.'), failed: null });
  };

  const actions = actionsFor(unit, deal, viewer, now);
  const labelOf = (action: BoardAction) => {
    const label = LABELS[action];
    return t(label);
  };
  const notice = told === null ? null : <ToldNotice told={told} words={words} port={port} />;
  const form = { words, port, notice, onAnswer, onClose: () => start(null) };
  return (
    <>
      {open === null && notice}
      {open !== null && <OpenForm action={open} unit={unit} deal={deal} {...form} />}
      {open === null && (
        <div className="kt-detail-actions">
          {actions.map((action, index) => (
            <Button
              key={action}
              look={DANGEROUS.includes(action) ? 'danger' : index === 0 ? 'primary' : 'normal'}
              onPress={() => void press(action)}
              isDisabled={action === 'RELEASE' && release.isBusy}
            >
              {action === 'RELEASE' && release.isBusy ? t('Releasing…') : labelOf(action)}
            </Button>
          ))}
          <OpenRecords unit={unit} deal={deal} words={words} port={port} />
        </div>
      )}
    </>
  );
}

function ToldNotice({ told, words, port }: { told: Told; words: Words; port: BoardPort }) {
  const { answer, done, failed } = told;
  if (failed !== null) return <Notice tone="bad">{failed}</Notice>;
  return (
    <>
      <AnswerNotice answer={answer} done={done} words={words} />
      {answer.kind === 'DONE' && waitsForApproval(answer.result) && (
        <AskPrice result={answer.result} words={words} run={port.run} />
      )}
    </>
  );
}

type OpenFormProps = BoardFormProps & { action: BoardAction; unit: BoardUnit; deal: Deal | null };

function OpenForm({ action, unit, deal, ...form }: OpenFormProps): ReactNode {
  const { hold = null, reservation = null } = deal ?? {};
  switch (action) {
    case 'RESERVE':
      return <ReserveForm unit={unit} {...form} />;
    case 'HOLD':
      return <BoardForm spec={HOLD_UNIT} subject={unitSubject(unit)} {...form} />;
    case 'WITHDRAW':
      return <BoardForm spec={WITHDRAW_UNIT} subject={unitSubject(unit)} {...form} />;
    case 'EXTEND_HOLD':
      return hold && <BoardForm spec={EXTEND_HOLD} subject={holdSubject(unit, hold)} {...form} />;
    case 'RELEASE_HOLD':
      return hold && <BoardForm spec={RELEASE_HOLD} subject={holdSubject(unit, hold)} {...form} />;
    case 'EXTEND_RESERVATION':
      return (
        reservation && (
          <BoardForm spec={EXTEND_RESERVATION} subject={reservationSubject(unit, reservation)} {...form} />
        )
      );
    case 'CANCEL_RESERVATION':
      return (
        reservation && (
          <BoardForm spec={CANCEL_RESERVATION} subject={reservationSubject(unit, reservation)} {...form} />
        )
      );
    case 'RELEASE':
      return null;
  }
}

type OpenRecordsProps = Pick<UnitActionsProps, 'unit' | 'deal' | 'words' | 'port'>;

/** The unit's own page has its whole history: holds, reservations, prices, and the timeline of who did what. */
function OpenRecords({ unit, deal, words: { t }, port }: OpenRecordsProps) {
  const { reservation = null, contract = null } = deal ?? {};
  return (
    <>
      <Button onPress={() => port.openRecord('keyturnUnit', unit.id)}>{t('Record and history')}</Button>
      {!unit.isMasked && reservation !== null && (
        <Button onPress={() => port.openRecord('keyturnReservation', reservation.id)}>
          {t('Open reservation')}
        </Button>
      )}
      {!unit.isMasked && contract !== null && (
        <Button onPress={() => port.openRecord('keyturnContract', contract.id)}>{t('Open contract')}</Button>
      )}
    </>
  );
}
