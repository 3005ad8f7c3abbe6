/** A contract that is to be planned anew: what is paid stays, the rest is what a plan is asked for. */
import type { ChargeType } from '#domain/ledger/ledger-states.ts';
import { replan } from '#domain/ledger/replan.ts';
import type { AdjustmentKind } from '#domain/ledger/settlement-states.ts';
import { formatMoney, parseMoney, sum } from '#domain/shared/money.ts';
import { CONTRACT_FIELDS, type ContractRecord, contractCurrency } from '#widgets/ledger/contract-subject.ts';
import { allPages, type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import {
  type Amount,
  amountOf,
  amountOfDecimal,
  decimalText,
  readDecimal,
  type StoredAmount,
} from '#widgets/shared/format/amount.ts';
import { type InstallmentRecord, installmentsOf } from '#widgets/shared/installments/open-installments.ts';

type Plan = { id: string; name: string | null };
type Installment = InstallmentRecord & { chargeType: ChargeType | null };
type Contract = Omit<ContractRecord, 'unit'> & {
  paymentPlanId: string | null;
  unit: { id: string; name: string | null; buildingId: string | null } | null;
};

type Adjustment = {
  kind: AdjustmentKind | null;
  amount: StoredAmount;
  installment: { id: string } | null;
};

export type ReplanSubject = {
  contract: Contract;
  installments: Installment[];
  adjustments: Adjustment[];
  plans: Plan[];
};

/** Waived and settled parts belong to the price; they are not asked for once more. */
const SETTLED: readonly (AdjustmentKind | null)[] = ['PRINCIPAL_WAIVER', 'AREA_SETTLEMENT'];

const FIELDS = `${CONTRACT_FIELDS.replace('unit { id name }', 'unit { id name buildingId }')} paymentPlanId`;

export async function readReplanSubject(id: string): Promise<ReplanSubject | null> {
  const installments = { ...installmentsOf(id), fields: `${installmentsOf(id).fields} chargeType` };
  const plans = listField({
    root: 'keyturnPaymentPlans',
    fields: 'id name',
    filter: '{ isActive: { eq: true } }',
    orderBy: '[{ name: AscNullsLast }]',
  });
  const adjustments = {
    root: 'keyturnAdjustments',
    fields: 'kind amount { amountMicros currencyCode } installment { id }',
    filter: `{ contractId: { eq: ${literal(id)} } }`,
  };
  const lists = [listField(installments), listField(adjustments), plans].join(' ');
  const data = await query<{
    keyturnContracts: Connection<Contract>;
    keyturnInstallments: Connection<Installment>;
    keyturnAdjustments: Connection<Adjustment>;
    keyturnPaymentPlans: Connection<Plan>;
  }>(`query { ${byId('keyturnContracts', FIELDS, id)} ${lists} }`);
  const contract = first(data.keyturnContracts);
  if (contract === null) return null;
  const records = await allPages<Installment>(installments, data.keyturnInstallments);
  return {
    contract,
    installments: records,
    adjustments: await allPages<Adjustment>(adjustments, data.keyturnAdjustments),
    plans: nodes(data.keyturnPaymentPlans),
  };
}

export type Rest = { paid: Amount; remaining: Amount; excess: Amount };

/** What stays, what is planned anew, and what the buyer has paid too much; null for no price. */
export function restOf(
  { contract, installments, adjustments }: ReplanSubject,
  newPrice: string,
): Rest | null {
  const currency = contractCurrency(contract);
  const price = readDecimal(newPrice);
  if (price === null || currency === '') return null;
  try {
    const money = (stored: StoredAmount | undefined) =>
      parseMoney(decimalText(amountOf(stored)?.micros ?? 0n), currency);
    const lines = installments
      .filter(({ chargeType }) => chargeType === 'HOUSE_PRICE')
      .map(({ id, seq, amount, credited, paid }) => ({
        id,
        seq: seq ?? 0,
        amount: money(amount),
        credited: money(credited),
        settled: sum(
          adjustments
            .filter(({ kind, installment }) => SETTLED.includes(kind) && installment?.id === id)
            .map(({ amount: part }) => money(part)),
          currency,
        ),
        paid: money(paid),
      }));
    const { remaining, excess } = replan(lines, parseMoney(price, currency));
    const paid = lines.reduce((sum, line) => sum + line.paid.minor, 0n);
    const shown = (minor: bigint) => amountOfDecimal(formatMoney({ minor, currency }), currency);
    const [paidShown, restShown, excessShown] = [paid, remaining.minor, excess.minor].map(shown);
    if (!paidShown || !restShown || !excessShown) return null;
    return { paid: paidShown, remaining: restShown, excess: excessShown };
  } catch {
    // More decimal places than the currency has: the command says so when it is asked.
    return null;
  }
}
