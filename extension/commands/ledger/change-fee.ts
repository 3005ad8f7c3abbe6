/** The fee of a contract change (C4) as a charge beside the price, as add-charge asks one (D4.3). Writes nothing. */
import { isPositive, type Money, zero } from '#domain/shared/money.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Run } from '../system/command.ts';
import { inputMoney } from '../system/input.ts';
import { type ContractOfProject, todayOf } from './contract-of.ts';
import { type InstallmentRow, installmentRow } from './installment-rows.ts';

/** What is asked, or else what the project asks; nothing when neither says. */
export function feeOf(asked: string | undefined, ofProject: Money | null, currency: string): Decision<Money> {
  if (asked !== undefined) return inputMoney('fee', asked, currency);
  if (ofProject === null || !isPositive(ofProject)) return { plan: zero(currency) };
  if (ofProject.currency !== currency)
    return refuse({ code: 'CURRENCY_MISMATCH', expected: currency, given: ofProject.currency });
  return { plan: ofProject };
}

export function feeRows(
  run: Run,
  contract: ContractOfProject,
  { label, fee, seqAfter }: { label: string; fee: Money; seqAfter: number },
): InstallmentRow[] {
  if (!isPositive(fee)) return [];
  const today = todayOf(contract, run.now);
  const asked = { id: run.idFor('fee'), seq: seqAfter + 1, label, amount: fee, dueOn: today };
  return [installmentRow(contract, { ...asked, chargeType: 'OTHER_FEE' }, today)];
}

const AT_THE_BANK: readonly RecordOf<'mortgageCase'>['state'][] = [
  'APPROVED',
  'SIGNED',
  'PRE_REGISTERED',
  'DISBURSED',
];

/**
 * A loan that a bank has agreed on is for this home and these buyers. What the bank has not decided on yet, or
 * has refused, follows the contract.
 */
export function loanRefusal(contract: RecordOf<'contract'>, cases: readonly RecordOf<'mortgageCase'>[]) {
  const running = cases.find(
    ({ state, amountDisbursed }) =>
      AT_THE_BANK.includes(state) || (amountDisbursed !== null && isPositive(amountDisbursed)),
  );
  if (running === undefined) return null;
  const { bank, state } = running;
  return refuse({ code: 'LOAN_RUNNING', contract: contract.name, bank, state });
}
