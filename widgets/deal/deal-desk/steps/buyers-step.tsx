/** Who buys: people on record or a name, alone or together with shares. */
import { BuyerField } from '#widgets/shared/people/buyer-field.tsx';
import { readReservation } from '#widgets/shared/reservation/reservation-draft.ts';
import { JointBuyers } from '#widgets/shared/reservation/reservation-fields.tsx';
import type { DeskProps } from '../deal-desk-view.tsx';

export function BuyersStep({ desk, port, words }: DeskProps) {
  const { t } = words;
  const { reservation } = desk.draft;
  const isJoint = (reservation.joint ?? []).some(({ buyer, share }) => buyer !== null && share !== '');
  const wrong = isJoint ? readReservation(reservation, words).wrong : {};
  return (
    <div className="kt-form-group">
      <h3 className="kt-step-title">{t('Who buys?')}</h3>
      <BuyerField
        buyer={reservation.buyer}
        onChange={(buyer) => desk.change({ reservation: { ...reservation, buyer } })}
        search={port.searchPeople}
        words={words}
      />
      <JointBuyers
        draft={reservation}
        wrong={wrong}
        words={words}
        search={port.searchPeople}
        onChange={(changed) => desk.change({ reservation: changed })}
      />
    </div>
  );
}
