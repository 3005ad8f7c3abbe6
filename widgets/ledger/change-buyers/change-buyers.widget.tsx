/** Asks somebody else to change who buys with the selected contract. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { contractFacts } from '#widgets/ledger/contract-subject.ts';
import { APPROVAL_TEXTS } from '#widgets/shared/command-form/approval-texts.ts';
import { CommandForm, type CommandFormSpec, type Wrong } from '#widgets/shared/command-form/command-form.tsx';
import { amountOf, decimalText } from '#widgets/shared/format/amount.ts';
import { today } from '#widgets/shared/format/moment.ts';
import { partiesOf, partiesProblem } from '#widgets/shared/people/parties.ts';
import { partyDrafts } from '#widgets/shared/people/read-parties.ts';
import { type BuyersDraft, feeOf } from './buyers-draft.ts';
import { BuyersFields } from './buyers-fields.tsx';
import { type ChangeBuyersSubject, readChangeBuyersSubject } from './change-buyers-subject.ts';

const SPEC: CommandFormSpec<'system/ask-approval', ChangeBuyersSubject, BuyersDraft> = {
  command: 'system/ask-approval',
  load: readChangeBuyersSubject,
  facts: ({ contract }, words) => contractFacts(contract, words),
  start: ({ contract, parties }) => {
    const fee = amountOf(contract.unit?.project?.buyerChangeFee);
    const asked = fee === null ? '' : decimalText(fee.micros);
    return { parties: partyDrafts(parties, contract), fee: asked, effectiveOn: today(), reason: '' };
  },
  Fields: BuyersFields,
  read: (draft, { contract }, words) => {
    const { effectiveOn, reason } = draft;
    const { t } = words;
    const fee = feeOf(draft.fee);
    const problem = partiesProblem(draft.parties, words);
    const wrong: Wrong<BuyersDraft> = {
      ...(problem === null ? {} : { parties: problem }),
      ...(fee === null ? { fee: t('Enter an amount such as 50000.') } : {}),
      ...(effectiveOn === '' ? { effectiveOn: t('Enter a date.') } : {}),
      ...(reason.trim() === '' ? { reason: t('Say why the contract is changed.') } : {}),
    };
    if (Object.keys(wrong).length > 0) return { input: null, wrong };
    const asked = { contractId: contract.id, parties: partiesOf(draft.parties), effectiveOn, reason };
    const input = { ...asked, ...(fee ? { fee } : {}) };
    return { input: { command: 'change-contract-buyers', input, reason }, wrong };
  },
  ...APPROVAL_TEXTS,
};

function ChangeBuyers() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.changeContractBuyers'),
  name: 'change-contract-buyers',
  description: 'Asks for other buyers of a contract; who leaves stays on record.',
  component: ChangeBuyers,
});
