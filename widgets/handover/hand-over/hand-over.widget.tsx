/** Hands the keys over for the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { allPages, type Connection, listField, query } from '#widgets/shared/api/graphql.ts';
import {
  CommandForm,
  type CommandFormSpec,
  type FieldsProps,
} from '#widgets/shared/command-form/command-form.tsx';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import {
  amountOrDash,
  BUYER,
  type BuyerRecord,
  buyerName,
  MONEY,
} from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, amountText, type StoredAmount } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { InstallmentTable } from '#widgets/shared/installments/installment-table.tsx';
import {
  dueBy,
  type InstallmentRecord,
  installmentsOf,
  missingBy,
  type OpenInstallment,
  openInstallments,
} from '#widgets/shared/installments/open-installments.ts';
import { CheckField, DateField, TextField } from '#widgets/shared/parts/fields.tsx';
import { Notice } from '#widgets/shared/parts/notice.tsx';

type Contract = BuyerRecord & {
  id: string;
  name: string | null;
  price: StoredAmount;
  paid: StoredAmount;
  prepaid: StoredAmount;
  unit: { name: string | null; keySets: Connection<{ state: string | null }> | null } | null;
};

type Subject = { contract: Contract; installments: OpenInstallment[] };
type Draft = { handedOverOn: string; receivedBy: string; keySets: string; identityChecked: boolean };

/** Sets of the home that lie in the store; they go with the keys. */
const KEY_SETS = 'keySets { edges { node { state } } }';

const FIELDS = `id name price ${MONEY} paid ${MONEY} prepaid ${MONEY} unit { name ${KEY_SETS} } ${BUYER}`;

function countedSets({ unit }: Contract): number {
  const sets = unit?.keySets?.edges ?? [];
  return sets.filter(({ node }) => node.state === 'IN_STORE').length;
}

async function load(id: string): Promise<Subject | null> {
  const installments = installmentsOf(id);
  const data = await query<{
    keyturnContracts: Connection<Contract>;
    keyturnInstallments: Connection<InstallmentRecord>;
  }>(`query { ${byId('keyturnContracts', FIELDS, id)} ${listField(installments)} }`);
  const contract = first(data.keyturnContracts);
  if (contract === null) return null;
  const records = await allPages<InstallmentRecord>(installments, data.keyturnInstallments);
  return { contract, installments: openInstallments(records, contract.name) };
}

function HandOverFields({ subject, draft, wrong, words, onChange }: FieldsProps<Subject, Draft>) {
  const { t, locale } = words;
  const { contract, installments } = subject;
  // What falls due with the keys has to be paid for them as well.
  const withKeys = installments.map((each) =>
    each.isDueWithKeys ? { ...each, dueOn: draft.handedOverOn } : each,
  );
  const missing = missingBy(dueBy(withKeys, draft.handedOverOn), amountOf(contract.prepaid));
  return (
    <>
      {installments.length > 0 && (
        <InstallmentTable installments={installments} today={today()} words={words} />
      )}
      {missing === null ? (
        <Notice tone="good">{t('Everything that is due by then is paid.')}</Notice>
      ) : (
        <Notice tone="bad">
          {t('Still to be paid before the keys: {amount}', { amount: amountText(missing, locale) })}
        </Notice>
      )}
      <TextField
        label={t('Received by')}
        value={draft.receivedBy}
        onChange={(receivedBy) => onChange({ receivedBy })}
        wrong={wrong.receivedBy ?? null}
      />
      <div className="kt-form-row">
        <DateField
          label={t('Handed over on')}
          value={draft.handedOverOn}
          onChange={(handedOverOn) => onChange({ handedOverOn })}
          wrong={wrong.handedOverOn ?? null}
        />
        <TextField
          label={t('Key sets')}
          value={draft.keySets}
          onChange={(keySets) => onChange({ keySets })}
          wrong={wrong.keySets ?? null}
        />
      </div>
      {countedSets(contract) > 0 && (
        <p className="kt-hint">
          {t('In the store: {count}. They go to the buyer with the keys, signed for by who receives them.', {
            count: countedSets(contract),
          })}
        </p>
      )}
      <CheckField
        label={t('I have seen the identity document, and of a proxy the power of attorney')}
        isChecked={draft.identityChecked}
        onChange={(identityChecked) => onChange({ identityChecked })}
        wrong={null}
      />
    </>
  );
}

const SPEC: CommandFormSpec<'handover/hand-over', Subject, Draft> = {
  command: 'handover/hand-over',
  load,
  start: ({ contract }) => ({
    handedOverOn: today(),
    receivedBy: buyerName(contract) ?? '',
    keySets: String(Math.max(1, countedSets(contract))),
    identityChecked: false,
  }),
  facts: ({ contract }, { t, locale }) => [
    [t('Contract'), contract.name],
    [t('Unit'), contract.unit?.name],
    [t('Buyer'), buyerName(contract)],
    [t('Contract price'), amountOrDash(amountOf(contract.price), locale)],
    [t('Paid'), amountOrDash(amountOf(contract.paid), locale)],
  ],
  Fields: HandOverFields,
  read: (draft, { contract }, { t }) => {
    const wrong: Partial<Record<keyof Draft, string>> = {};
    const keySets = Number(draft.keySets);
    if (draft.receivedBy.trim() === '') wrong.receivedBy = t('Say who receives the keys.');
    if (draft.handedOverOn === '') wrong.handedOverOn = t('Enter a date.');
    if (!Number.isInteger(keySets) || keySets < 1) wrong.keySets = t('Enter how many sets of keys.');
    if (Object.keys(wrong).length > 0) return { input: null, wrong };
    const { handedOverOn, receivedBy, identityChecked } = draft;
    return {
      input: {
        contractId: contract.id,
        handedOverOn,
        receivedBy: receivedBy.trim(),
        keySets,
        // Without it the arrival at the appointment has to say so.
        ...(identityChecked ? { identityChecked } : {}),
      },
      wrong,
    };
  },
  submit: ({ t }) => t('Hand over keys'),
  busy: ({ t }) => t('Handing over…'),
  done: ({ t }) => t('The keys are handed over.'),
};

function HandOver() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.handOver'),
  name: 'hand-over',
  description: 'Hands the keys of a unit over to its buyer, once everything due is paid.',
  component: HandOver,
});
