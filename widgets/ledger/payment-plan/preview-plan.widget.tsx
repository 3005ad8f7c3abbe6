/** Shows what the selected payment plan would make of a price, before anybody signs. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { allPages, type Connection, listField, query } from '#widgets/shared/api/graphql.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { PlannedLines } from './planned-lines.tsx';

type Plan = {
  id: string;
  name: string | null;
  description: string | null;
  isActive: boolean | null;
};
type Building = {
  id: string;
  name: string | null;
  project: { name: string | null; currencyCode: string | null } | null;
};
type Subject = { plan: Plan; buildings: Building[] };
type Key = 'buildingId' | 'price' | 'currency' | 'signedOn';

const BUILDINGS = {
  root: 'keyturnBuildings',
  fields: 'id name project { name currencyCode }',
  orderBy: '[{ name: AscNullsLast }]',
};

async function load(id: string): Promise<Subject | null> {
  const plans = byId('keyturnPaymentPlans', 'id name description isActive', id);
  const data = await query<{
    keyturnPaymentPlans: Connection<Plan>;
    keyturnBuildings: Connection<Building>;
  }>(`query { ${plans} ${listField(BUILDINGS)} }`);
  const plan = first(data.keyturnPaymentPlans);
  return plan && { plan, buildings: await allPages<Building>(BUILDINGS, data.keyturnBuildings) };
}

const currencyOf = (building: Building | undefined) => building?.project?.currencyCode ?? '';

const SPEC = fieldForm<'ledger/preview-plan', Subject, Key>({
  command: 'ledger/preview-plan',
  load,
  facts: ({ plan }, { t }) => [
    [t('Payment plan'), plan.name],
    [t('Description'), plan.description],
    [t('Offered'), plan.isActive ? t('Yes') : t('No')],
  ],
  start: ({ buildings }) => ({
    buildingId: '',
    price: '1000000',
    currency: currencyOf(buildings[0]),
    signedOn: today(),
  }),
  fields: {
    price: { kind: 'AMOUNT', label: msg('Price') },
    signedOn: { kind: 'DATE', label: msg('Signed on') },
    buildingId: {
      kind: 'CHOICE',
      label: msg('Building'),
      isOptional: true,
      hint: msg('For its certified milestones and the days off of its project.'),
      choices: ({ buildings }, t) => [
        ['', t('None in particular')],
        ...buildings.map(({ id, name, project }): [string, string] => [
          id,
          [project?.name, name].filter(Boolean).join(' · '),
        ]),
      ],
    },
    currency: { kind: 'TEXT', label: msg('Currency'), missing: msg('Enter a currency code like EUR.') },
  },
  follow: ({ buildingId }, { buildings }) => {
    const currency = currencyOf(buildings.find(({ id }) => id === buildingId));
    return currency === '' ? {} : { currency };
  },
  check: ({ currency }, _subject, { t }) =>
    /^[A-Za-z]{3}$/.test(currency) ? {} : { currency: t('Enter a currency code like EUR.') },
  input: ({ buildingId, price, currency, signedOn }, { plan }) => ({
    planId: plan.id,
    price,
    currency: currency.toUpperCase(),
    signedOn,
    buildingId: given(buildingId),
  }),
  isQuestion: true,
  Outcome: ({ result, words }) => <PlannedLines result={result} words={words} />,
  submit: ({ t }) => t('Preview'),
  busy: ({ t }) => t('Working it out…'),
  done: ({ t }) => t('This is what the plan makes of the price. Nothing was stored.'),
});

function PreviewPlan() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.previewPlan'),
  name: 'preview-plan',
  description: 'Shows the installments that a payment plan makes of a price, or what is wrong with it.',
  component: PreviewPlan,
});
