/** Keeps the selected unit for somebody until a time. */
import { HeldUntil } from '#widgets/deal/holds/held-until.tsx';
import { inHours } from '#widgets/deal/holds/hold-subject.ts';
import { type HeldUnitSubject, heldUnitFacts, readHeldUnit } from '#widgets/deal/holds/unit-subject.ts';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { choicesOf, type Names } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

const KINDS: Names<'SALES' | 'VIP'> = { SALES: msg('Hold by a salesperson'), VIP: msg('VIP') };

export const HOLD_UNIT = fieldForm<
  'deal/hold-unit',
  HeldUnitSubject,
  'kind' | 'forWhom' | 'hours' | 'reason'
>({
  command: 'deal/hold-unit',
  load: readHeldUnit,
  facts: heldUnitFacts,
  blocked: ({ state, heldUntil }, { t, locale }) =>
    state === 'HELD' && heldUntil !== null && Date.parse(heldUntil) > Date.now()
      ? t('It is held until {until}. Wait until then, or end that hold first.', {
          until: dateTimeText(heldUntil, locale),
        })
      : null,
  explains: (_unit, { t }) => t('Nobody else can take the unit until then. No deposit is asked.'),
  start: () => ({ kind: 'SALES', forWhom: '', hours: '', reason: '' }),
  fields: {
    kind: {
      kind: 'CHOICE',
      label: msg('Kind of hold'),
      choices: (_unit, t) => choicesOf(KINDS, t),
    },
    forWhom: { kind: 'TEXT', label: msg('For whom'), isOptional: true },
    hours: {
      kind: 'WHOLE',
      label: msg('Hours'),
      isOptional: true,
      hint: msg('Empty: as long as the project allows. A VIP hold has to say.'),
    },
    reason: { kind: 'LONG', label: msg('Reason'), isOptional: true },
  },
  check: ({ kind, hours }, _unit, { t }) =>
    kind === 'VIP' && hours === '' ? { hours: t('Say for how many hours a VIP hold is.') } : {},
  Below: HeldUntil,
  input: ({ kind, forWhom, hours, reason }, unit) => ({
    unitId: unit.id,
    kind: kind as keyof typeof KINDS,
    until: hours === '' ? undefined : inHours(hours),
    forWhom: given(forWhom),
    reason: given(reason),
  }),
  submit: ({ t }) => t('Hold unit'),
  busy: ({ t }) => t('Holding…'),
  done: ({ t }) => t('The unit is held.'),
});
