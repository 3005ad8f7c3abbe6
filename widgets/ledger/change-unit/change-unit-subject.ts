/** A contract whose unit is to be changed, with the units of its project that it may go over to. */
import { CONTRACT_FIELDS, type ContractRecord } from '#widgets/ledger/contract-subject.ts';
import { allPages, type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';
import { FREE_UNIT_FIELDS, type FreeUnit } from '#widgets/shared/reservation/read-free-units.ts';

type Contract = Omit<ContractRecord, 'unit'> & {
  paymentPlanId: string | null;
  unit: {
    id: string;
    name: string | null;
    projectId: string | null;
    project: { swapFee: StoredAmount } | null;
  } | null;
};
type Plan = { id: string; name: string | null };

export type ChangeUnitSubject = { contract: Contract; units: FreeUnit[]; plans: Plan[] };

// Twenty 2.21 loses what is nested in a relation whose `deletedAt` is not asked for.
const UNIT = `unit { id name deletedAt projectId project { swapFee ${MONEY} } }`;
const FIELDS = `${CONTRACT_FIELDS.replace('unit { id name }', UNIT)} paymentPlanId`;

export async function readChangeUnitSubject(id: string): Promise<ChangeUnitSubject | null> {
  const contract = await readOne<Contract>('keyturnContracts', FIELDS, id);
  if (contract === null) return null;
  const project = literal(contract.unit?.projectId ?? '');
  const units = {
    root: 'keyturnUnits',
    fields: FREE_UNIT_FIELDS,
    // Held ones, too: one may be held for this very buyer.
    filter: `{ projectId: { eq: ${project} }, state: { in: [AVAILABLE, HELD] } }`,
    orderBy: '[{ name: AscNullsLast }]',
  };
  const plans = {
    root: 'keyturnPaymentPlans',
    fields: 'id name',
    filter: '{ isActive: { eq: true } }',
    orderBy: '[{ name: AscNullsLast }]',
  };
  const data = await query<{ keyturnUnits: Connection<FreeUnit>; keyturnPaymentPlans: Connection<Plan> }>(
    `query { ${listField(units)} ${listField(plans)} }`,
  );
  return {
    contract,
    units: await allPages<FreeUnit>(units, data.keyturnUnits),
    plans: nodes(data.keyturnPaymentPlans),
  };
}
