/** An approval with the names behind the ids of its payload. */
import type { ApprovalState } from '#domain/system/audit.ts';
import { readScheme, type SchemeRecord } from '#widgets/inventory/price-scheme/scheme-subject.ts';
import { type Connection, nodes, query } from '#widgets/shared/api/graphql.ts';
import type { ContractChangeAsked } from '#widgets/shared/api/ledger-commands.ts';
import type { TransferAsked } from '#widgets/shared/api/sales-commands.ts';
import { byId, readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import { amountOf, type StoredAmount } from '#widgets/shared/format/amount.ts';

export type Payload = Record<string, unknown>;

export type ApprovalRecord = {
  id: string;
  name: string | null;
  command: string | null;
  state: ApprovalState | null;
  reason: string | null;
  askedBy: string | null;
  askedAt: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionNote: string | null;
  outcome: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  payload: Payload | null;
};

export type ApprovalSubject = {
  approval: ApprovalRecord;
  about: string | null;
  /** Of the record that it is about, and so of the payload's amounts. */
  currency: string;
  plan: string | null;
  change: ContractChangeAsked | null;
  scheme: SchemeRecord | null;
  transfer: TransferAsked | null;
};

const FIELDS = `id name command state reason askedBy askedAt decidedBy decidedAt decisionNote outcome
  subjectKind subjectId payload`;

/** What an approval can be about, and where its amounts have their currency from. */
const ROOTS: Record<string, { root: string; money: string }> = {
  contract: { root: 'keyturnContracts', money: 'price' },
  reservation: { root: 'keyturnReservations', money: 'price' },
  installment: { root: 'keyturnInstallments', money: 'amount' },
  priceScheme: { root: 'keyturnPriceSchemes', money: 'amountAfter' },
};

type Named = { name: string | null } & Record<string, unknown>;

export async function readApproval(id: string): Promise<ApprovalSubject | null> {
  const approval = await readOne<ApprovalRecord>('keyturnApprovals', FIELDS, id);
  if (approval === null) return null;
  const about = ROOTS[approval.subjectKind ?? ''];
  const planId = approval.payload?.planId;
  const roots = [
    about && byId(about.root, `id name ${about.money} ${MONEY}`, approval.subjectId ?? ''),
    typeof planId === 'string' && byId('keyturnPaymentPlans', 'id name', planId),
  ].filter(Boolean);
  const data =
    roots.length === 0 ? {} : await query<Record<string, Connection<Named>>>(`query { ${roots.join(' ')} }`);
  const found = (root: string | undefined) => {
    const connection = root === undefined ? undefined : data[root];
    return connection === undefined ? undefined : nodes(connection)[0];
  };
  const record = found(about?.root);
  const money = about === undefined ? null : (record?.[about.money] as StoredAmount | undefined);
  return {
    approval,
    about: record?.name ?? null,
    currency: amountOf(money ?? null)?.currency ?? '',
    plan: found('keyturnPaymentPlans')?.name ?? null,
    change: changeAsked(approval),
    transfer: approval.command === 'transfer-deals' ? (approval.payload as unknown as TransferAsked) : null,
    scheme: approval.subjectKind === 'priceScheme' ? await readScheme(approval.subjectId ?? '') : null,
  };
}

const CHANGES = [
  'replan-contract',
  'cancel-contract',
  'change-contract-unit',
  'change-contract-buyers',
] as const satisfies readonly ContractChangeAsked['command'][];

/** What is asked for, where it is a contract change: it can be previewed. The server checks the payload. */
export function changeAsked({ command, payload }: ApprovalRecord): ContractChangeAsked | null {
  const known = CHANGES.find((one) => one === command);
  return known === undefined || payload === null
    ? null
    : ({ command: known, input: payload } as unknown as ContractChangeAsked);
}
