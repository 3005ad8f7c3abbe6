/**
 * Puts what a sales record says there is into the workspace: projects, buildings, unit types, units,
 * buyers, milestones and payment plans. Ids are made of the record's keys, so loading twice changes nothing.
 */
import { derivedId } from '#commands/system/request-ids.ts';
import type { SalesRecord } from '#scripts/sales-record/index.ts';
import type { WorkspaceClient } from '#scripts/shared/workspace-client.ts';

export const idOf = (kind: string, ...keys: string[]) => derivedId('sales record', kind, ...keys);

const BATCH = 200;
/** Days and months of the register are those of Taiwan. */
const TIME_ZONE = 'Asia/Taipei';

export const PLANS = {
  construction: {
    name: 'By construction progress',
    description: '10 % on signing, 10 % at the foundation, 10 % when topped out, the rest with the keys.',
    lines: [
      { name: 'On signing', percent: 10, anchor: 'SIGNING' },
      { name: 'Foundation', percent: 10, anchor: 'MILESTONE', milestoneCode: 'FOUNDATION', daysAfter: 30 },
      { name: 'Topped out', percent: 10, anchor: 'MILESTONE', milestoneCode: 'TOP_OUT', daysAfter: 30 },
      { name: 'With the keys', percent: 70, anchor: 'HANDOVER' },
    ],
  },
  fullPayment: {
    name: 'Full payment',
    description: '20 % on signing, the rest within 30 days.',
    lines: [
      { name: 'On signing', percent: 20, anchor: 'SIGNING' },
      { name: 'Within 30 days', percent: 80, anchor: 'SIGNING', daysAfter: 30 },
    ],
  },
} as const;

export type PlanName = keyof typeof PLANS;

export const MILESTONES = [
  { code: 'FOUNDATION', name: 'Foundation', step: 1 },
  { code: 'TOP_OUT', name: 'Topped out', step: 2 },
  { code: 'COMPLETION', name: 'Completion', step: 3 },
] as const;

type Row = { id: string } & Record<string, unknown>;

/** Whole dollars as Twenty's millionths, exact as far as a JSON number is. */
function micros(amount: string, currencyCode: string) {
  const amountMicros = Number(BigInt(amount) * 1_000_000n);
  if (!Number.isSafeInteger(amountMicros))
    throw new RangeError(`${amount} ${currencyCode} is too large to be stored exactly`);
  return { amountMicros, currencyCode };
}

export async function loadInventory(
  client: WorkspaceClient,
  record: SalesRecord,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const tables = inventoryRows(record);
  const total = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { plural, type, rows } of tables) {
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      await createMissing(client, plural, type, batch);
      done += batch.length;
      progress(done, total);
    }
  }
}

/** Creates those of the rows that are not there yet, all of them or none. */
async function createMissing(
  client: WorkspaceClient,
  plural: string,
  type: string,
  rows: readonly Row[],
): Promise<void> {
  const lower = plural.charAt(0).toLowerCase() + plural.slice(1);
  const known = await client.graphql<Record<string, { edges: { node: { id: string } }[] }>>(
    `query ($filter: ${type}FilterInput) { ${lower}(filter: $filter, first: ${BATCH}) { edges { node { id } } } }`,
    { filter: { id: { in: rows.map(({ id }) => id) } } },
  );
  const there = new Set((known[lower]?.edges ?? []).map(({ node }) => node.id));
  const missing = rows.filter(({ id }) => !there.has(id));
  if (missing.length === 0) return;
  await client.graphql(`mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data) { id } }`, {
    data: missing,
  });
}

function inventoryRows({
  currency,
  ...record
}: SalesRecord): { plural: string; type: string; rows: Row[] }[] {
  const projectOf = new Map(record.buildings.map(({ key, projectKey }) => [key, projectKey]));
  return [
    {
      plural: 'KeyturnProjects',
      type: 'KeyturnProject',
      rows: record.projects.map(({ key, name, city, district }, index) => ({
        id: idOf('project', key),
        name,
        code: `P${String(index + 1).padStart(2, '0')}-${idOf('project', key).slice(0, 4).toUpperCase()}`,
        city: city ?? '',
        district,
        currencyCode: currency,
        timeZone: TIME_ZONE,
        holdHours: 72,
        depositAsked: micros('100000', currency),
      })),
    },
    {
      plural: 'KeyturnBuildings',
      type: 'KeyturnBuilding',
      rows: record.buildings.map(({ key, projectKey, code, storeys }) => ({
        id: idOf('building', key),
        name: `Building ${code}`,
        code,
        storeys,
        projectId: idOf('project', projectKey),
        completionCertificate: `CC-${code}`,
      })),
    },
    {
      plural: 'KeyturnMilestones',
      type: 'KeyturnMilestone',
      rows: record.buildings.flatMap(({ key }) =>
        MILESTONES.map((milestone) => ({
          id: idOf('milestone', key, milestone.code),
          buildingId: idOf('building', key),
          ...milestone,
        })),
      ),
    },
    {
      plural: 'KeyturnUnitTypes',
      type: 'KeyturnUnitType',
      rows: record.unitTypes.map(({ key, projectKey, ...type }) => ({
        id: idOf('unit type', key),
        projectId: idOf('project', projectKey),
        ...type,
      })),
    },
    {
      plural: 'KeyturnUnits',
      type: 'KeyturnUnit',
      rows: record.units.map((unit) => ({
        id: idOf('unit', unit.key),
        name: `${codeOf(record, unit.buildingKey)} ${unit.number}`,
        number: unit.number,
        buildingId: idOf('building', unit.buildingKey),
        projectId: idOf('project', projectOf.get(unit.buildingKey) ?? ''),
        unitTypeId: unit.unitTypeKey === null ? null : idOf('unit type', unit.unitTypeKey),
        kind: unit.kind,
        floor: unit.floor,
        areaSquareMetres: unit.areaHundredths / 100,
        parkingSpaces: unit.parkingSpaces,
        parkingAreaSquareMetres: unit.parkingAreaHundredths / 100,
        listPrice: micros(unit.listPrice, currency),
        remark: unit.floor === null ? unit.floorText : '',
      })),
    },
    {
      plural: 'People',
      type: 'Person',
      rows: record.sales.map((sale) => ({
        id: idOf('buyer', sale.key),
        // The register names no buyers.
        name: { firstName: 'Buyer', lastName: sale.key.slice(-6) },
      })),
    },
    {
      plural: 'KeyturnPaymentPlans',
      type: 'KeyturnPaymentPlan',
      rows: Object.entries(PLANS).map(([key, { name, description }]) => ({
        id: idOf('plan', key),
        name,
        description,
        isActive: true,
      })),
    },
    {
      plural: 'KeyturnPaymentPlanLines',
      type: 'KeyturnPaymentPlanLine',
      rows: Object.entries(PLANS).flatMap(([key, { lines }]) =>
        lines.map((line, index) => ({
          id: idOf('plan line', key, String(index)),
          paymentPlanId: idOf('plan', key),
          step: index + 1,
          basis: 'PERCENT',
          ...line,
        })),
      ),
    },
  ];
}

function codeOf({ buildings }: Pick<SalesRecord, 'buildings'>, buildingKey: string): string {
  return buildings.find(({ key }) => key === buildingKey)?.code ?? '';
}
