/** Asks somebody else to pass a leaver's open work on to colleagues (A052). */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import {
  CommandForm,
  type CommandFormSpec,
  type FieldsProps,
  type Wrong,
} from '#widgets/shared/command-form/command-form.tsx';
import { CheckField, ChoiceField, LongTextField } from '#widgets/shared/parts/fields.tsx';
import { type Member, readMembers } from './read-members.ts';
import { TransferPreview } from './transfer-preview.tsx';

type Subject = { members: Member[] };
type Draft = { fromId: string; toIds: string[]; reason: string };

function TransferFields({ subject, draft, wrong, words, onChange }: FieldsProps<Subject, Draft>) {
  const { t } = words;
  const { fromId, toIds, reason } = draft;
  const colleagues = subject.members.filter(({ id }) => id !== fromId);
  const toggled = (id: string, isChosen: boolean) =>
    isChosen ? [...toIds, id] : toIds.filter((one) => one !== id);
  const isReady = fromId !== '' && toIds.length > 0;
  return (
    <>
      <ChoiceField
        label={t('Who hands over')}
        value={fromId}
        choices={[
          ['', t('Choose one.')],
          ...subject.members.map(({ id, name }): [string, string] => [id, name]),
        ]}
        wrong={wrong.fromId ?? null}
        onChange={(value) => onChange({ fromId: value, toIds: toIds.filter((one) => one !== value) })}
      />
      {fromId !== '' && (
        <fieldset className="kt-field">
          <legend className="kt-label">{t('Who takes over')}</legend>
          {colleagues.map(({ id, name }) => (
            <CheckField
              key={id}
              label={name}
              isChecked={toIds.includes(id)}
              onChange={(isChosen) => onChange({ toIds: toggled(id, isChosen) })}
            />
          ))}
          {wrong.toIds !== undefined && (
            <span className="kt-wrong" role="alert">
              {wrong.toIds}
            </span>
          )}
        </fieldset>
      )}
      <LongTextField
        label={t('Reason')}
        value={reason}
        wrong={wrong.reason ?? null}
        onChange={(value) => onChange({ reason: value })}
      />
      <TransferPreview
        key={`${fromId} ${toIds.join()}`}
        asked={isReady ? { fromId, toIds } : null}
        words={words}
      />
    </>
  );
}

const SPEC: CommandFormSpec<'system/ask-approval', Subject, Draft> = {
  command: 'system/ask-approval',
  load: async () => ({ members: await readMembers() }),
  facts: () => [],
  explains: (_subject, { t }) =>
    t(
      'Open reservations, contracts, holds, queue tickets and mortgage cases pass to the colleagues. Who sold and earned in the past stays on record.',
    ),
  start: () => ({ fromId: '', toIds: [], reason: '' }),
  Fields: TransferFields,
  read: ({ fromId, toIds, reason }, _subject, { t }) => {
    const wrong: Wrong<Draft> = {
      ...(fromId === '' ? { fromId: t('Choose one.') } : {}),
      ...(toIds.length === 0 ? { toIds: t('Choose at least one colleague.') } : {}),
      ...(reason.trim() === '' ? { reason: t('Say why, for whoever reads it later.') } : {}),
    };
    if (Object.keys(wrong).length > 0) return { input: null, wrong };
    return { input: { command: 'transfer-deals', input: { fromId, toIds, reason }, reason }, wrong };
  },
  ...APPROVAL_TEXTS,
};

function TransferDeals() {
  return <CommandForm spec={SPEC} isGlobal />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.transferDeals'),
  name: 'transfer-deals',
  description: 'Asks to pass the open work of a leaver on to colleagues, shared out customer by customer.',
  component: TransferDeals,
});
