/** Gives every record of the selected transfer back to who had it (A052, E21.8). */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { TransferState } from '#domain/deal/transfer.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

type Transfer = {
  id: string;
  name: string | null;
  state: TransferState | null;
  passed: number | null;
  executedAt: string | null;
  reason: string | null;
};

const FIELDS = 'id name state passed executedAt reason';

const SPEC = fieldForm<'deal/roll-back-transfer', Transfer, 'reason'>({
  command: 'deal/roll-back-transfer',
  load: (id) => readOne<Transfer>('keyturnDealTransfers', FIELDS, id),
  facts: ({ name, passed, executedAt, reason }, { t, locale }) => [
    [t('Deal transfer'), name],
    [t('Records passed on'), passed === null ? null : String(passed)],
    [t('Carried out at'), executedAt && dateTimeText(executedAt, locale)],
    [t('Reason'), reason],
  ],
  blocked: ({ state }, { t }) =>
    state === 'EXECUTED' || state === null ? null : t('This transfer is rolled back already.'),
  explains: (_transfer, { t }) =>
    t('What has passed to somebody else since, and what was made since, stays where it is.'),
  start: () => ({ reason: '' }),
  fields: {
    reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why, for whoever reads it later.') },
  },
  input: ({ reason }, { id }) => ({ dealTransferId: id, reason }),
  submit: ({ t }) => t('Roll back'),
  busy: ({ t }) => t('Giving back…'),
  done: ({ t }, { back, stayed }) =>
    t('Given back: {back}. Stayed where they are: {stayed}.', {
      back: String(back ?? 0),
      stayed: String(stayed ?? 0),
    }),
});

function RollBackTransfer() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.rollBackTransfer'),
  name: 'roll-back-transfer',
  description: 'Gives the records of a deal transfer back to who had them.',
  component: RollBackTransfer,
});
