/** The board's reads. Opening a building of up to 200 units takes two requests, one on its own page. */
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

export type Project = { id: string; name: string };
export type Building = { id: string; name: string; projectId: string | null };

/** A whole project when no building is given. */
export type Place = { projectId: string; buildingId: string | null };

export type Places = { projects: Project[]; buildings: Building[] };

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

function unitsOf(place: Place, since: string | null = null): ListSpec {
  const where =
    place.buildingId === null
      ? `projectId: { eq: ${literal(place.projectId)} }`
      : `buildingId: { eq: ${literal(place.buildingId)} }`;
  const changed = since === null ? '' : `, updatedAt: { gte: ${literal(since)} }`;
  return {
    root: 'keyturnUnits',
    fields: UNIT_FIELDS,
    filter: `{ ${where}${changed} }`,
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

export type OnProgress = (read: number, total: number) => void;

export async function readUnits(place: Place, onProgress?: OnProgress): Promise<BoardUnit[]> {
  return (await allPages<UnitRecord>(unitsOf(place), undefined, onProgress)).map(boardUnit);
}

/** Units changed at or after an instant of the server: the last one is read again, so none is missed. */
export async function readChangedUnits(place: Place, since: string): Promise<BoardUnit[]> {
  return (await allPages<UnitRecord>(unitsOf(place, since))).map(boardUnit);
}

export async function readUnit(unitId: string): Promise<BoardUnit | null> {
  const data = await query<{ keyturnUnits: Connection<UnitRecord> }>(
    `query { ${listField({ root: 'keyturnUnits', fields: UNIT_FIELDS, filter: `{ id: { eq: ${literal(unitId)} } }` })} }`,
  );
  return nodes(data.keyturnUnits).map(boardUnit)[0] ?? null;
}

export type OpenedBuilding = { places: Places; place: Place; units: BoardUnit[] };

/** The building of a record page and its units, in one request. */
export async function readBuilding(buildingId: string, onProgress?: OnProgress): Promise<OpenedBuilding> {
  const building: ListSpec = {
    root: 'keyturnBuildings',
    fields: 'id name projectId project { id name }',
    filter: `{ id: { eq: ${literal(buildingId)} } }`,
  };
  const spec = unitsOf({ projectId: '', buildingId });
  const data = await query<{
    keyturnBuildings: Connection<Building & { project: Project | null }>;
    keyturnUnits: Connection<UnitRecord>;
  }>(`query { ${listField(building)} ${listField(spec)} }`);
  const [found] = nodes(data.keyturnBuildings);
  if (found === undefined) throw new ApiFailure('BROKEN', 'This building is gone.');
  const records = await allPages<UnitRecord>(spec, data.keyturnUnits, onProgress);
  return {
    places: { projects: found.project === null ? [] : [found.project], buildings: [found] },
    place: { projectId: found.projectId ?? '', buildingId },
    units: records.map(boardUnit),
  };
}
