/** Undoes the selected price scheme: units get back the prices that they had before. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { Notice } from '#widgets/shared/parts/notice.tsx';
import { readScheme, type SchemeRecord, schemeFacts } from './scheme-subject.ts';

type KeptUnit = { unit: string; because: string };

const SPEC = fieldForm<'inventory/undo-price-scheme', SchemeRecord, 'reason'>({
  command: 'inventory/undo-price-scheme',
  load: readScheme,
  facts: schemeFacts,
  blocked: ({ state }, { t }) => (state === 'ACTIVE' ? null : t('Only active prices can be undone.')),
  explains: (_scheme, { t }) =>
    t('Units get back the prices that they had before. Taken units, and those priced anew, keep theirs.'),
  start: () => ({ reason: '' }),
  fields: { reason: { kind: 'LONG', label: msg('Reason'), missing: msg('Say why they are undone.') } },
  input: ({ reason }, { id }) => ({ priceSchemeId: id, reason }),
  Outcome: ({ result, words: { t } }) => {
    const kept = Array.isArray(result.keptUnits) ? (result.keptUnits as KeptUnit[]) : [];
    return kept.length === 0 ? null : (
      <Notice>
        {t('{count} units keep the price, because they are taken or were priced anew: {units}', {
          count: Number(result.kept),
          units: kept.map(({ unit }) => unit).join(', '),
        })}
      </Notice>
    );
  },
  isDangerous: true,
  submit: ({ t }) => t('Undo prices'),
  busy: ({ t }) => t('Undoing…'),
  done: ({ t }, { putBack }) => t('{count} units have their former prices.', { count: Number(putBack ?? 0) }),
});

function UndoPriceScheme() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.undoPriceScheme'),
  name: 'undo-price-scheme',
  description: 'Gives units back the prices that they had before a price scheme.',
  component: UndoPriceScheme,
});
