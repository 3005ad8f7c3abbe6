/** Reserves the selected home together with parking and storage. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm, type CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { ChoiceField } from '#widgets/shared/parts/fields.tsx';
import { type Buyer, BuyerField } from '#widgets/shared/people/buyer-field.tsx';
import { searchPeople } from '#widgets/shared/people/read-people.ts';
import {
  type FreeUnit,
  freeUnitChoices,
  readFreeUnits,
} from '#widgets/shared/reservation/read-free-units.ts';

type Unit = { id: string; name: string | null; listPrice: StoredAmount; projectId: string | null };
type Subject = { unit: Unit; parking: FreeUnit[]; storage: FreeUnit[] };
type Draft = { buyer: Buyer | null; parkingId: string; storageId: string };

async function load(id: string): Promise<Subject | null> {
  const unit = await readOne<Unit>('keyturnUnits', `id name listPrice ${MONEY} projectId`, id);
  if (unit === null) return null;
  const free = await readFreeUnits(unit.projectId, ['PARKING', 'STORAGE']);
  const others = free.filter((one) => one.id !== unit.id);
  const ofKind = (kind: string) => others.filter((one) => one.kind === kind);
  return { unit, parking: ofKind('PARKING'), storage: ofKind('STORAGE') };
}

const SPEC: CommandFormSpec<'deal/reserve-bundle', Subject, Draft> = {
  command: 'deal/reserve-bundle',
  load,
  start: () => ({ buyer: null, parkingId: '', storageId: '' }),
  facts: ({ unit }, { t, locale }) => {
    const price = amountOf(unit.listPrice);
    return [
      [t('Unit'), unit.name],
      [t('List price'), price && amountText(price, locale)],
    ];
  },
  blocked: ({ parking, storage }, { t }) =>
    parking.length + storage.length > 0 ? null : t('No parking space or storage of the project is for sale.'),
  Fields: ({ subject: { parking, storage }, draft, wrong, words, onChange }) => (
    <>
      <BuyerField
        buyer={draft.buyer}
        onChange={(buyer) => onChange({ buyer })}
        search={searchPeople}
        words={words}
        wrong={wrong.buyer ?? null}
      />
      <ChoiceField
        label={words.t('Parking space')}
        value={draft.parkingId}
        choices={[['', words.t('None')], ...freeUnitChoices(parking)]}
        onChange={(parkingId) => onChange({ parkingId })}
        wrong={wrong.parkingId ?? null}
      />
      <ChoiceField
        label={words.t('Storage')}
        value={draft.storageId}
        choices={[['', words.t('None')], ...freeUnitChoices(storage)]}
        onChange={(storageId) => onChange({ storageId })}
      />
    </>
  ),
  read: ({ buyer, parkingId, storageId }, { unit }, { t }) => {
    const unitIds = [unit.id, parkingId, storageId].filter((id) => id !== '');
    const wrong: Partial<Record<keyof Draft, string>> = {};
    if (buyer === null) wrong.buyer = t('Choose who reserves the unit.');
    if (unitIds.length < 2) wrong.parkingId = t('Choose what goes with the unit.');
    if (buyer === null || unitIds.length < 2) return { input: null, wrong };
    const who = buyer.id === null ? { buyerName: buyer.name } : { buyerId: buyer.id };
    return { input: { unitIds, ...who }, wrong };
  },
  submit: ({ t }) => t('Reserve bundle'),
  busy: ({ t }) => t('Reserving…'),
  done: ({ t }) => t('All of it is reserved.'),
};

function ReserveBundle() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.reserveBundle'),
  name: 'reserve-bundle',
  description: 'Reserves a home with parking and storage together, all or nothing.',
  component: ReserveBundle,
});
