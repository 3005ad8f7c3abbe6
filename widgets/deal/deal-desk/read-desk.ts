/**
 * The desk's reads: one request to open it, one for what a project offers, and one page of units at a time,
 * filtered by the server, however many the project has.
 */
import type { QuoteState } from '#domain/deal/quote-states.ts';
import type { UnitKind } from '#domain/inventory/unit-states.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { MONEY } from '#widgets/shared/command-form/record-texts.ts';
import type { StoredAmount } from '#widgets/shared/format/amount.ts';
import type { Discount } from '#widgets/shared/reservation/read-discounts.ts';
import type { DeskUnit } from './desk-draft.ts';

const UNIT_FIELDS = `id name kind floor areaSquareMetres listPrice ${MONEY} state holder heldUntil projectId buildingId`;
const QUOTE_FIELDS = `id name number version state buyerName price ${MONEY} validUntil updatedAt draft unit { ${UNIT_FIELDS} }`;

export type DeskProject = { id: string; name: string | null; currencyCode: string | null };

export type DeskQuote = {
  id: string;
  name: string | null;
  number: string | null;
  version: number | null;
  state: QuoteState;
  buyerName: string | null;
  price: StoredAmount;
  validUntil: string | null;
  updatedAt: string | null;
  draft: unknown;
  unit: DeskUnit | null;
};

export type Opened = {
  projects: DeskProject[];
  /** Drafts of who is signed in, the newest first. */
  drafts: DeskQuote[];
  /** What the desk was opened from. */
  quote: DeskQuote | null;
  unit: DeskUnit | null;
};

const MOST_DRAFTS = 8;
/** Of no record. Twenty refuses the id of zeros, and any other that has no version. */
const NO_ID = '20000000-0000-4000-8000-000000000000';

/** `selectedId` is of a unit or a quote: ids of the two never meet. */
export async function openDesk(userId: string | null, selectedId: string | null): Promise<Opened> {
  const id = literal(selectedId ?? NO_ID);
  const projects = listField({
    root: 'keyturnProjects',
    fields: 'id name currencyCode',
    orderBy: '[{ name: AscNullsLast }]',
  });
  const own = `{ and: [{ state: { eq: DRAFT } }, { salesperson: { userId: { eq: ${literal(userId ?? NO_ID)} } } }] }`;
  const data = await query<{
    keyturnProjects: Connection<DeskProject>;
    keyturnQuotes: Connection<DeskQuote>;
    keyturnUnits: Connection<DeskUnit>;
  }>(
    `query { ${projects}
      keyturnQuotes(first: ${MOST_DRAFTS + 1}, filter: { or: [{ id: { eq: ${id} } }, ${own}] }, orderBy: [{ updatedAt: DescNullsLast }]) { edges { node { ${QUOTE_FIELDS} } } }
      keyturnUnits(first: 1, filter: { id: { eq: ${id} } }) { edges { node { ${UNIT_FIELDS} } } } }`,
  );
  const quotes = nodes(data.keyturnQuotes);
  return {
    projects: nodes(data.keyturnProjects),
    drafts: quotes.filter(({ state }) => state === 'DRAFT'),
    quote: quotes.find((one) => one.id === selectedId) ?? null,
    unit: nodes(data.keyturnUnits)[0] ?? null,
  };
}

export type DeskPlan = { id: string; name: string | null; description: string | null };
export type DeskRule = Discount & {
  step: number | null;
  kind: string | null;
  percent: number | null;
  amount: StoredAmount;
};
export type Offer = { plans: DeskPlan[]; rules: DeskRule[] };

/** What a project offers: payment plans, and discounts in the order in which they are taken off (D1). */
export async function readOffer(projectId: string): Promise<Offer> {
  const plans = listField({
    root: 'keyturnPaymentPlans',
    fields: 'id name description',
    filter: '{ isActive: { eq: true } }',
    orderBy: '[{ name: AscNullsLast }]',
  });
  const rules = listField({
    root: 'keyturnDiscountRules',
    fields: `id name authority step kind percent amount ${MONEY}`,
    filter: `{ projectId: { eq: ${literal(projectId)} }, isActive: { eq: true } }`,
    orderBy: '[{ step: AscNullsLast }]',
  });
  const data = await query<{
    keyturnPaymentPlans: Connection<DeskPlan>;
    keyturnDiscountRules: Connection<DeskRule>;
  }>(`query { ${plans} ${rules} }`);
  return { plans: nodes(data.keyturnPaymentPlans), rules: nodes(data.keyturnDiscountRules) };
}

export type UnitFilters = { text: string; kind: UnitKind | ''; most: string };

export const NO_UNIT_FILTERS: UnitFilters = { text: '', kind: '', most: '' };

export type UnitPage = { units: DeskUnit[]; total: number; next: string | null };

const UNITS_AT_ONCE = 24;

/** Free units of a project, one page of those that match. */
export async function readFreeUnits(
  projectId: string,
  { text, kind, most }: UnitFilters,
  after: string | null = null,
): Promise<UnitPage> {
  const conditions = [
    `projectId: { eq: ${literal(projectId)} }`,
    'state: { eq: AVAILABLE }',
    ...(kind === '' ? [] : [`kind: { eq: ${kind} }`]),
    ...(text.trim() === '' ? [] : [`name: { ilike: ${literal(likeOf(text))} }`]),
    ...(/^\d+(\.\d+)?$/.test(most) ? [`listPrice: { amountMicros: { lte: ${microsOf(most)} } }`] : []),
  ];
  const data = await query<{ keyturnUnits: Connection<DeskUnit> }>(
    `query { keyturnUnits(first: ${UNITS_AT_ONCE}, filter: { ${conditions.join(', ')} }, orderBy: [{ name: AscNullsLast }]${
      after === null ? '' : `, after: ${literal(after)}`
    }) { edges { node { ${UNIT_FIELDS} } } pageInfo { hasNextPage endCursor } totalCount } }`,
  );
  const page = data.keyturnUnits;
  const units = nodes(page);
  return {
    units,
    total: page.totalCount ?? units.length,
    next: page.pageInfo?.hasNextPage === true ? page.pageInfo.endCursor : null,
  };
}

/** The wildcards of a pattern are taken as what they are. */
function likeOf(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
}

/** Twenty's filter takes a number: whole units are exact far beyond any price. */
function microsOf(units: string): string {
  return String(Math.round(Number(units)) * 1_000_000);
}
