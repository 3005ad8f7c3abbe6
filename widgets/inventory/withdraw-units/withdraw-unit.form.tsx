/** Takes the selected unit off the market, for a reason that is kept with it. */
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

type Unit = {
  id: string;
  name: string | null;
  state: string | null;
  project: { name: string | null } | null;
};

export const WITHDRAW_UNIT = fieldForm<'inventory/withdraw-units', Unit, 'reason'>({
  command: 'inventory/withdraw-units',
  load: (id) => readOne<Unit>('keyturnUnits', 'id name state project { name }', id),
  facts: ({ name, project }, { t }) => [
    [t('Unit'), name],
    [t('Project'), project?.name],
  ],
  blocked: ({ state }, { t }) => {
    if (state === 'CONTROLLED') return t('This unit is not on sale.');
    return state === 'PLANNED' || state === 'AVAILABLE' || state === null
      ? null
      : t('Somebody has this unit. End the hold or the reservation first.');
  },
  explains: (_unit, { t }) => t('Nobody can reserve it until it is released for sale again.'),
  start: () => ({ reason: '' }),
  fields: { reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why it is withdrawn.') } },
  input: ({ reason }, { id }) => ({ unitIds: [id], reason }),
  isDangerous: true,
  submit: ({ t }) => t('Withdraw from sale'),
  busy: ({ t }) => t('Withdrawing…'),
  failed: ({ withdrawn, alreadyControlled }, { t }) =>
    Number(withdrawn ?? 0) + Number(alreadyControlled ?? 0) > 0
      ? null
      : t('Somebody is taking this unit right now; it stays with them.'),
  done: ({ t }) => t('The unit is under sales control.'),
});
