/** Reserves the opened unit: who, for what deposit, until when. */
import { type SyntheticEvent, useState } from 'react';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { waitsForApproval } from '#widgets/shared/reservation/ask-price.tsx';
import { EMPTY_RESERVATION, readReservation } from '#widgets/shared/reservation/reservation-draft.ts';
import { ReservationFields } from '#widgets/shared/reservation/reservation-fields.tsx';
import type { BoardUnit } from '../board-unit.ts';
import type { BoardFormProps } from './board-form.tsx';

export function ReserveForm(props: BoardFormProps & { unit: BoardUnit }) {
  const { unit, words, port, notice, onAnswer, onClose } = props;
  const { t } = words;
  const [draft, setDraft] = useState(EMPTY_RESERVATION);
  const [isTried, setIsTried] = useState(false);
  const command = useCommand('deal/reserve-unit', words.locale, port.run);
  const { input, wrong } = readReservation(draft, words);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (input === null || command.isBusy) return;
    const answer = await command.submit({ unitId: unit.id, ...input });
    await onAnswer({ answer, done: doneText(answer, words), failed: null });
  };
  return (
    <form className="kt-detail-form" onSubmit={(event) => void submit(event)}>
      <ReservationFields
        draft={draft}
        wrong={isTried ? wrong : {}}
        currency={unit.price?.currency ?? ''}
        words={words}
        search={port.searchPeople}
        onChange={setDraft}
      />
      <div className="kt-form-end">
        {notice}
        <div className="kt-form-actions">
          <Button onPress={onClose}>{t('Back')}</Button>
          <Button isSubmit look="primary" isDisabled={command.isBusy}>
            {command.isBusy ? t('Reserving…') : t('Reserve unit')}
          </Button>
        </div>
      </div>
    </form>
  );
}

function doneText(answer: CommandAnswer, { t }: Words): string {
  return answer.kind === 'DONE' && waitsForApproval(answer.result)
    ? t('The unit is reserved, but its price needs approval. Ask for it now.')
    : t('The unit is reserved.');
}
