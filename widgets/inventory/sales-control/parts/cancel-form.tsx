/** Cancels the open reservation of the unit; a reason is kept in the audit trail. */
import { useState } from 'react';
import { useCommand } from '#widgets/shared/api/use-command.ts';
import { Button } from '#widgets/shared/parts/button.tsx';
import { LongTextField } from '#widgets/shared/parts/fields.tsx';
import type { OpenReservation } from '../read-deal.ts';
import type { DetailFormProps } from './reserve-form.tsx';

export function CancelForm({
  reservation,
  words,
  port,
  onAnswer,
  onClose,
}: DetailFormProps & { reservation: OpenReservation }) {
  const { t } = words;
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const command = useCommand('deal/cancel-reservation', words.locale, port.run);
  const isMissing = reason.trim() === '';
  const submit = async () => {
    setIsTried(true);
    if (!isMissing) {
      await onAnswer(await command.submit({ reservationId: reservation.id, reason: reason.trim() }));
    }
  };
  return (
    <div className="kt-detail-form">
      <LongTextField
        label={t('Reason')}
        value={reason}
        onChange={setReason}
        hint={t('The unit becomes available again.')}
        wrong={isTried && isMissing ? t('Say why the reservation is cancelled.') : null}
      />
      <div className="kt-form-actions">
        <Button onPress={onClose}>{t('Back')}</Button>
        <Button look="danger" onPress={() => void submit()} isDisabled={command.isBusy}>
          {command.isBusy ? t('Cancelling…') : t('Cancel reservation')}
        </Button>
      </div>
    </div>
  );
}
