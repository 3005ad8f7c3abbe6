/** Asks somebody else to activate the selected price scheme, and shows how far its prices are written. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { SchemeProgress } from './scheme-progress.tsx';
import { readScheme, type SchemeRecord, schemeFacts } from './scheme-subject.ts';

const SPEC = fieldForm<'system/ask-approval', SchemeRecord, 'reason'>({
  command: 'system/ask-approval',
  load: readScheme,
  facts: (scheme, words) => [
    ...schemeFacts(scheme, words),
    [words.t('Prices written'), scheme.state !== 'DRAFT' && <SchemeProgress id={scheme.id} words={words} />],
  ],
  blocked: ({ state }, { t }) => {
    if (state === 'ACTIVE') return t('These prices are active. Undo them if they are wrong.');
    return state === 'RETIRED' ? t('These prices were retired. Read a price list to make new ones.') : null;
  },
  explains: (_scheme, { t }) =>
    t('Once somebody else approves it, the prices are written to the units. Blocked units keep theirs.'),
  start: () => ({ reason: '' }),
  fields: { reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why the prices change.') } },
  input: ({ reason }, { id }) => ({
    command: 'activate-price-scheme',
    input: { priceSchemeId: id },
    reason,
  }),
  ...APPROVAL_TEXTS,
});

function ActivatePriceScheme() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.activatePriceScheme'),
  name: 'activate-price-scheme',
  description: 'Asks for the activation of a price scheme; somebody else has to approve it.',
  component: ActivatePriceScheme,
});
