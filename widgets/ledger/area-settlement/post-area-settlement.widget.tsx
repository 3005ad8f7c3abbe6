/** Makes the selected area settlement count: the buyer is asked for it, or gets it back. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { AreaSettlementState } from '#domain/ledger/settlement-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { AREA_STATES } from '#widgets/ledger/names.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY, someAmount } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, numberText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { nameIn } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';

type Settlement = {
  id: string;
  name: string | null;
  state: AreaSettlementState | null;
  contractArea: number | null;
  measuredArea: number | null;
  ratioPercent: number | null;
  buyerPays: StoredAmount;
  buyerRefund: StoredAmount;
  developerBears: number | null;
  contract: { name: string | null } | null;
};

const FIELDS = `id name state contractArea measuredArea ratioPercent buyerPays ${MONEY} buyerRefund ${MONEY}
  developerBears contract { name }`;

const isPositive = (stored: StoredAmount) => (amountOf(stored)?.micros ?? 0n) > 0n;

const SPEC = fieldForm<'ledger/post-area-settlement', Settlement, 'buyerKeeps' | 'payWithinDays'>({
  command: 'ledger/post-area-settlement',
  load: (id) => readOne<Settlement>('keyturnAreaSettlements', FIELDS, id),
  facts: (settlement, { t, locale }) => {
    const area = (value: number | null) => value && `${numberText(value, locale, 4)} m²`;
    const { ratioPercent, buyerPays, buyerRefund, developerBears } = settlement;
    return [
      [t('Contract'), settlement.contract?.name],
      [t('State'), nameIn(AREA_STATES, settlement.state, t)],
      [t('Contract area'), area(settlement.contractArea)],
      [t('Measured area'), area(settlement.measuredArea)],
      [t('Difference'), ratioPercent !== null && `${numberText(ratioPercent, locale, 4)} %`],
      [t('Buyer pays'), someAmount(amountOf(buyerPays), locale)],
      [t('Buyer gets back'), someAmount(amountOf(buyerRefund), locale)],
      [t('Borne by the developer (m²)'), developerBears ? numberText(developerBears, locale, 4) : null],
    ];
  },
  blocked: ({ state }, { t }) =>
    state === 'POSTED' || state === 'RESCINDED'
      ? t('This settlement is “{state}”: nothing is left to do here.', {
          state: nameIn(AREA_STATES, state, t) ?? state,
        })
      : null,
  start: () => ({ buyerKeeps: '', payWithinDays: '0' }),
  fields: {
    buyerKeeps: {
      kind: 'CHECK',
      label: msg('The buyer has said to keep the home'),
      missing: msg('The buyer may rescind: ask first, then tick the box.'),
      isShown: (_values, { state }) => state === 'BUYER_MAY_RESCIND',
    },
    payWithinDays: {
      kind: 'WHOLE',
      label: msg('Due from the buyer in (days)'),
      isShown: (_values, { buyerPays }) => isPositive(buyerPays),
    },
  },
  input: ({ buyerKeeps, payWithinDays }, { id }) => ({
    areaSettlementId: id,
    buyerKeeps: buyerKeeps === '' ? undefined : true,
    payWithinDays: payWithinDays === '' ? undefined : Number(payWithinDays),
  }),
  submit: ({ t }) => t('Post settlement'),
  busy: ({ t }) => t('Posting…'),
  done: ({ t }) => t('The area settlement is posted.'),
});

function PostAreaSettlement() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.postAreaSettlement'),
  name: 'post-area-settlement',
  description: 'Posts an area settlement: the buyer pays the difference or gets it back.',
  component: PostAreaSettlement,
});
