/**
 * The board's reads. Opening a building of up to 200 units takes three requests, two on its own page: where it is,
 * what the viewer may see, and its units with which of them are the viewer's; each 200 units more take another. A
 * project from afar is one grouped request, however many units it has.
 */
import { LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { ApiFailure } from '#widgets/shared/api/failure.ts';
import {
  allPages,
  type Connection,
  type ListSpec,
  listField,
  literal,
  nodes,
  query,
} from '#widgets/shared/api/graphql.ts';
import { type BoardUnit, boardUnit, UNIT_FIELDS, type UnitRecord } from './board-unit.ts';
import { NO_BUILDING, type UnitGroup } from './overview.ts';
import { OPEN_RESERVATION_STATES, stateIn } from './read-deal.ts';
import { GROUPS_ROOT, type GroupRecord, groupsField, unitGroup } from './read-groups.ts';
import { seenBy, type Viewer } from './viewer.ts';

export type Project = { id: string; name: string };
export type Building = { id: string; name: string; projectId: string | null };

/** A whole project when no building is given. */
export type Place = { projectId: string; buildingId: string | null };

export type Places = { projects: Project[]; buildings: Building[] };

/** Who asks: what may be shown is known a moment after the units are asked for. */
export type Asker = { userId: string | null; viewer: Promise<Viewer> };

const PROJECTS: ListSpec = {
  root: 'keyturnProjects',
  fields: 'id name',
  orderBy: '[{ name: AscNullsLast }]',
};
const BUILDINGS: ListSpec = {
  root: 'keyturnBuildings',
  fields: 'id name projectId',
  orderBy: '[{ name: AscNullsLast }]',
};

const idIs = (id: string) => `{ id: { eq: ${literal(id)} } }`;

function whereOf({ projectId, buildingId }: Place): string {
  if (buildingId === null) return `projectId: { eq: ${literal(projectId)} }`;
  return buildingId === NO_BUILDING
    ? `projectId: { eq: ${literal(projectId)} }, buildingId: { is: NULL }`
    : `buildingId: { eq: ${literal(buildingId)} }`;
}

function unitsOf(place: Place, since: string | null = null): ListSpec {
  const changed = since === null ? '' : `, updatedAt: { gte: ${literal(since)} }`;
  return {
    root: 'keyturnUnits',
    fields: UNIT_FIELDS,
    filter: `{ ${whereOf(place)}${changed} }`,
    orderBy: '[{ floor: DescNullsLast }, { number: AscNullsLast }]',
  };
}

export async function readPlaces(): Promise<Places> {
  const data = await query<{
    keyturnProjects: Connection<Project>;
    keyturnBuildings: Connection<Building>;
  }>(`query { ${listField(PROJECTS)} ${listField(BUILDINGS)} }`);
  const [projects, buildings] = await Promise.all([
    allPages(PROJECTS, data.keyturnProjects),
    allPages(BUILDINGS, data.keyturnBuildings),
  ]);
  return { projects, buildings };
}

type OwnRecord = { unitId: string | null };

/** What the viewer has: open holds, standing reservations and live contracts of the same units. */
function ownFields(where: string, userId: string | null): string {
  if (userId === null) return '';
  const own = `salesperson: { userId: { eq: ${literal(userId)} } }, ${where}`;
  return [
    listField({ root: 'keyturnUnitHolds', fields: 'unitId', filter: `{ ${own}, ${stateIn(['ACTIVE'])} }` }),
    listField({
      root: 'keyturnReservations',
      fields: 'unitId',
      filter: `{ ${own}, ${stateIn(OPEN_RESERVATION_STATES)} }`,
    }),
    listField({
      root: 'keyturnContracts',
      fields: 'unitId',
      filter: `{ ${own}, ${stateIn(LIVE_CONTRACT_STATES)} }`,
    }),
  ].join(' ');
}

type UnitsAnswer = { keyturnUnits: Connection<UnitRecord> } & Partial<
  Record<'keyturnUnitHolds' | 'keyturnReservations' | 'keyturnContracts', Connection<OwnRecord>>
>;

function ownUnits(data: UnitsAnswer): ReadonlySet<string> {
  const own = [data.keyturnUnitHolds, data.keyturnReservations, data.keyturnContracts];
  return new Set(own.flatMap((found) => (found ? nodes(found).map(({ unitId }) => unitId ?? '') : [])));
}

async function seen(records: readonly UnitRecord[], data: UnitsAnswer, asker: Asker): Promise<BoardUnit[]> {
  const mine = ownUnits(data);
  const viewer = await asker.viewer;
  return records.map((record) => seenBy(boardUnit(record), viewer, mine));
}

export type OnProgress = (read: number, total: number) => void;

async function readList(
  spec: ListSpec,
  ownWhere: string,
  asker: Asker,
  onProgress?: OnProgress,
): Promise<BoardUnit[]> {
  const data = await query<UnitsAnswer>(`query { ${listField(spec)} ${ownFields(ownWhere, asker.userId)} }`);
  return seen(await allPages<UnitRecord>(spec, data.keyturnUnits, onProgress), data, asker);
}

export function readUnits(place: Place, asker: Asker, onProgress?: OnProgress): Promise<BoardUnit[]> {
  return readList(unitsOf(place), `unit: { ${whereOf(place)} }`, asker, onProgress);
}

/** Units changed at or after an instant of the server: the last one is read again, so none is missed. */
export function readChangedUnits(place: Place, since: string, asker: Asker): Promise<BoardUnit[]> {
  return readList(unitsOf(place, since), `unit: { ${whereOf(place)} }`, asker);
}

export async function readUnit(unitId: string, asker: Asker): Promise<BoardUnit | null> {
  const spec = { root: 'keyturnUnits', fields: UNIT_FIELDS, filter: idIs(unitId) };
  const [unit = null] = await readList(spec, `unitId: { eq: ${literal(unitId)} }`, asker);
  return unit;
}

export async function readGroups(projectId: string): Promise<UnitGroup[]> {
  const data = await query<Record<typeof GROUPS_ROOT, GroupRecord[]>>(`query { ${groupsField(projectId)} }`);
  return data[GROUPS_ROOT].map(unitGroup);
}

export type OpenedRecord =
  | { kind: 'BUILDING'; places: Places; place: Place; units: BoardUnit[] }
  | { kind: 'PROJECT'; places: Places; place: Place; groups: UnitGroup[] };

type RecordAnswer = UnitsAnswer & {
  keyturnProjects: Connection<Project>;
  keyturnBuildings: Connection<Building & { project: Project | null }>;
} & Record<typeof GROUPS_ROOT, GroupRecord[]>;

/** The building or the project of a record page, which does not say which of them it is, in one request. */
export async function readRecord(
  recordId: string,
  asker: Asker,
  onProgress?: OnProgress,
): Promise<OpenedRecord> {
  const building = { projectId: '', buildingId: recordId };
  const units = unitsOf(building);
  const projects = { ...PROJECTS, filter: idIs(recordId) };
  const buildings = {
    ...BUILDINGS,
    fields: 'id name projectId project { id name }',
    filter: `{ or: [${idIs(recordId)}, { projectId: { eq: ${literal(recordId)} } }] }`,
  };
  const data = await query<RecordAnswer>(
    `query { ${listField(projects)} ${listField(buildings)} ${groupsField(recordId)} ${listField(units)}
      ${ownFields(`unit: { ${whereOf(building)} }`, asker.userId)} }`,
  );
  const [project] = nodes(data.keyturnProjects);
  if (project !== undefined) {
    return {
      kind: 'PROJECT',
      places: { projects: [project], buildings: await allPages(buildings, data.keyturnBuildings) },
      place: { projectId: project.id, buildingId: null },
      groups: data[GROUPS_ROOT].map(unitGroup),
    };
  }
  const [found] = nodes(data.keyturnBuildings);
  if (found === undefined) throw new ApiFailure('BROKEN', 'This building is gone.');
  const records = await allPages<UnitRecord>(units, data.keyturnUnits, onProgress);
  return {
    kind: 'BUILDING',
    places: { projects: found.project === null ? [] : [found.project], buildings: [found] },
    place: { projectId: found.projectId ?? '', buildingId: recordId },
    units: await seen(records, data, asker),
  };
}
