/** What can be done with a unit in its state; the server decides who may, and says why not. */
import { useState } from 'react';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { AnswerNotice } from '#widgets/shared/parts/answer-notice.tsx';
import { Button } from '#widgets/shared/parts/button.tsx';
import { AskPrice, waitsForApproval } from '#widgets/shared/reservation/ask-price.tsx';
import type { BoardPort } from '../board-port.ts';
import type { BoardUnit } from '../board-unit.ts';
import type { Deal } from '../read-deal.ts';
import { CancelForm } from './cancel-form.tsx';
import { ReserveForm } from './reserve-form.tsx';

type UnitActionsProps = {
  unit: BoardUnit;
  now: number;
  deal: Deal | null;
  words: Words;
  port: BoardPort;
  onAnswered: () => Promise<void>;
};

type OpenForm = 'RESERVE' | 'CANCEL' | null;

export function UnitActions({ unit, now, deal, words, port, onAnswered }: UnitActionsProps) {
  const { t } = words;
  const [open, setOpen] = useState<OpenForm>(null);
  const [answer, setAnswer] = useState<CommandAnswer | null>(null);
  const release = useCommand('inventory/release-units', words.locale, port.run);
  const reservation = deal?.reservation ?? null;

  const onAnswer = async (given: CommandAnswer) => {
    setAnswer(given);
    if (given.kind === 'DONE') setOpen(null);
    // After a refusal as well: someone else may have changed the unit meanwhile.
    await onAnswered();
  };
  const onRelease = async () => onAnswer(await release.submit({ unitIds: [unit.id] }));
  const start = (form: OpenForm) => {
    setAnswer(null);
    setOpen(form);
  };

  const form = { words, port, onAnswer, onClose: () => start(null) };
  const canRelease = unit.state === 'PLANNED' || unit.state === 'CONTROLLED';
  return (
    <>
      {answer !== null && <AnswerNotice answer={answer} done={doneText(answer, words)} words={words} />}
      {answer?.kind === 'DONE' && waitsForApproval(answer.result) && (
        <AskPrice result={answer.result} words={words} run={port.run} />
      )}
      {open === 'RESERVE' && <ReserveForm unit={unit} {...form} />}
      {open === 'CANCEL' && reservation !== null && <CancelForm reservation={reservation} {...form} />}
      {open === null && (
        <div className="kt-detail-actions">
          {canRelease && (
            <Button look="primary" onPress={() => void onRelease()} isDisabled={release.isBusy}>
              {release.isBusy ? t('Releasing…') : t('Release for sale')}
            </Button>
          )}
          {isReservable(unit, now) && (
            <Button look="primary" onPress={() => start('RESERVE')}>
              {t('Reserve')}
            </Button>
          )}
          {reservation !== null && (
            <Button look="danger" onPress={() => start('CANCEL')}>
              {t('Cancel reservation')}
            </Button>
          )}
          <OpenRecords unit={unit} deal={deal} words={words} port={port} />
        </div>
      )}
    </>
  );
}

function doneText(answer: CommandAnswer, { t }: Words): string {
  return answer.kind === 'DONE' && waitsForApproval(answer.result)
    ? t('The unit is reserved, but its price needs approval. Ask for it now.')
    : t('Done.');
}

/** Free, or held by a reservation whose time is over: the server lets the next buyer have it (C3). */
export function isReservable({ state, heldUntil }: BoardUnit, now: number): boolean {
  const isHeld = state === 'HELD' || state === 'SMALL_RESERVED' || state === 'LARGE_RESERVED';
  return state === 'AVAILABLE' || (isHeld && heldUntil !== null && Date.parse(heldUntil) <= now);
}

function OpenRecords({ unit, deal, words: { t }, port }: Omit<UnitActionsProps, 'onAnswered' | 'now'>) {
  const { reservation = null, contract = null } = deal ?? {};
  return (
    <>
      <Button onPress={() => port.openRecord('keyturnUnit', unit.id)}>{t('Open record')}</Button>
      {reservation !== null && (
        <Button onPress={() => port.openRecord('keyturnReservation', reservation.id)}>
          {t('Open reservation')}
        </Button>
      )}
      {contract !== null && (
        <Button onPress={() => port.openRecord('keyturnContract', contract.id)}>{t('Open contract')}</Button>
      )}
    </>
  );
}
