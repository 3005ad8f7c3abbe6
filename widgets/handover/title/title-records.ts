/** A title case as its panel and its forms show it. */
import type { TitleBlock, TitleState } from '#domain/handover/after-sale-states.ts';
import { type ListSpec, literal } from '#widgets/shared/api/graphql.ts';
import { readParts } from '#widgets/shared/api/parts.ts';
import { newRequestId, runCommand } from '#widgets/shared/api/run-command.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';
import { type Names, nameIn, namesOf } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import type { Fact } from '#widgets/shared/parts/facts.tsx';
import { TITLE_CASE_STAGES } from '#workflows/pipeline/title-case.ts';

export const TITLE_STATES = /* @__PURE__ */ namesOf(TITLE_CASE_STAGES);

export const BLOCKS: Names<TitleBlock> = {
  UNPAID: msg('Money is due'),
  BUILDING_MORTGAGE: msg('Building is mortgaged'),
  MISSING_DOCUMENT: msg('A paper is missing'),
  OTHER: msg('Other'),
};

export type TitleRecord = {
  id: string;
  name: string | null;
  state: TitleState | null;
  stateSince: string | null;
  stateBefore: string | null;
  blockReason: TitleBlock | null;
  blockNote: string | null;
  documentsHere: string | null;
  documentsMissing: string | null;
  taxAmount: StoredAmount;
  taxPaidOn: string | null;
  fileBy: string | null;
  certificateBy: string | null;
  submittedOn: string | null;
  registryNumber: string | null;
  acceptedOn: string | null;
  issuedOn: string | null;
  certificateNumber: string | null;
  deliveredOn: string | null;
  receivedBy: string | null;
  remark: string | null;
  contract: {
    id: string;
    name: string | null;
    overdue: StoredAmount;
    price: StoredAmount;
    unit: { building: { mortgagedTo: string | null } | null } | null;
  } | null;
  unit: { id: string; name: string | null } | null;
};

export const TITLE_FIELDS = `id name state stateSince stateBefore blockReason blockNote documentsHere documentsMissing
  taxAmount ${MONEY} taxPaidOn fileBy certificateBy submittedOn registryNumber acceptedOn issuedOn certificateNumber
  deliveredOn receivedBy remark unit { id name }
  contract { id name overdue ${MONEY} price ${MONEY} unit { building { mortgagedTo } } }`;

export function readTitle(id: string): Promise<TitleRecord | null> {
  return readOne<TitleRecord>('keyturnTitleCases', TITLE_FIELDS, id);
}

/** What the contract's book says; null for who may not ask. */
export type Checked = { due: string | null; isFrozen: boolean };
export type TitlePage = { title: TitleRecord; checked: Checked | null };

async function check(title: TitleRecord | null): Promise<Checked | null> {
  if (title === null || title.state === 'DELIVERED') return null;
  const asked = { requestId: newRequestId(), locale: 'en' };
  const answer = await runCommand('handover/check-title-case', { titleCaseId: title.id }, asked);
  if (answer.kind !== 'DONE') return null;
  const { due, isFrozen } = answer.result;
  return { due: typeof due === 'string' ? due : null, isFrozen: isFrozen === true };
}

/** Null when the case is gone. @throws ApiFailure */
export async function readTitlePage(id: string): Promise<TitlePage | null> {
  const title = await readTitle(id);
  return title === null ? null : { title, checked: await check(title) };
}

export type ContractTitle = {
  contract: { id: string; name: string | null };
  title: TitleRecord | null;
  checked: Checked | null;
  /** Null when the reader may not see handovers. */
  isHandedOver: boolean | null;
};

/** The case of a contract; null when the contract is gone. */
export async function readContractTitle(id: string): Promise<ContractTitle | null> {
  const own = `{ contractId: { eq: ${literal(id)} } }`;
  const specs = {
    contract: { root: 'keyturnContracts', fields: 'id name', filter: `{ id: { eq: ${literal(id)} } }` },
    titles: { root: 'keyturnTitleCases', fields: TITLE_FIELDS, filter: own },
    handovers: { root: 'keyturnHandovers', fields: 'id state', filter: own },
  } satisfies Record<string, ListSpec>;
  const { records } = await readParts(specs, { needed: 'contract' });
  const [contract] = records.contract as ContractTitle['contract'][];
  if (contract === undefined) return null;
  const handovers = records.handovers as { state: string | null }[] | null;
  const title = ((records.titles ?? []) as TitleRecord[])[0] ?? null;
  return {
    contract,
    title,
    checked: await check(title),
    isHandedOver:
      handovers?.some(({ state }) => state === 'KEYS_HANDED' || state === 'DEEMED_DELIVERED') ?? null,
  };
}

export function titleFacts({ contract, unit, state }: TitleRecord, { t }: Words): Fact[] {
  return [
    [t('Contract'), contract?.name],
    [t('Unit'), unit?.name],
    [t('State'), nameIn(TITLE_STATES, state, t)],
  ];
}
