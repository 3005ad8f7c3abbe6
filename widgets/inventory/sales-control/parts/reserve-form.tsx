/** Reserves the opened unit: who, for what deposit, until when. */
import { useState } from 'react';
import type { CommandAnswer } from '#widgets/shared/api/commands.ts';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { EMPTY_RESERVATION, readReservation } from '#widgets/shared/reservation/reservation-draft.ts';
import { ReservationFields } from '#widgets/shared/reservation/reservation-fields.tsx';
import type { BoardPort } from '../board-port.ts';
import type { BoardUnit } from '../board-unit.ts';

export type DetailFormProps = {
  words: Words;
  port: BoardPort;
  onAnswer: (answer: CommandAnswer) => Promise<void>;
  onClose: () => void;
};

export function ReserveForm({ unit, words, port, onAnswer, onClose }: DetailFormProps & { unit: BoardUnit }) {
  const { t } = words;
  const [draft, setDraft] = useState(EMPTY_RESERVATION);
  const [isTried, setIsTried] = useState(false);
  const command = useCommand('deal/reserve-unit', words.locale, port.run);
  const { input, wrong } = readReservation(draft, words);
  const submit = async () => {
    setIsTried(true);
    if (input !== null) await onAnswer(await command.submit({ unitId: unit.id, ...input }));
  };
  return (
    <div className="kt-detail-form">
      <ReservationFields
        draft={draft}
        wrong={isTried ? wrong : {}}
        currency={unit.price?.currency ?? ''}
        words={words}
        search={port.searchPeople}
        onChange={setDraft}
      />
      <div className="kt-form-actions">
        <Button onPress={onClose}>{t('Back')}</Button>
        <Button look="primary" onPress={() => void submit()} isDisabled={command.isBusy}>
          {command.isBusy ? t('Reserving…') : t('Reserve unit')}
        </Button>
      </div>
    </div>
  );
}
