/** What the widget of a handover's visit reads: its inspections, open snags and the key sets of its unit. */
import type {
  InspectionState,
  KeyKind,
  KeyState,
  SnagSeverity,
  SnagState,
} from '#domain/handover/after-sale-states.ts';
import type { HandoverState } from '#domain/handover/handover-states.ts';
import { OPEN_SNAG_STATES } from '#domain/handover/snags.ts';
import { type ListSpec, literal } from '#widgets/shared/api/graphql.ts';
import { readParts } from '#widgets/shared/api/parts.ts';
import { readOne } from '#widgets/shared/command-form/one-record.ts';

export type Visit = {
  id: string;
  name: string | null;
  state: HandoverState | null;
  unitId: string | null;
  receivedBy: string | null;
  unit: { id: string; name: string | null } | null;
  contract: { letterLanguage: string | null } | null;
};

export type VisitInspection = {
  id: string;
  name: string | null;
  number: number | null;
  state: InspectionState | null;
  isPassed: boolean | null;
  checkedItems: number | null;
  defects: number | null;
};

export type VisitSnag = {
  id: string;
  name: string | null;
  state: SnagState | null;
  severity: SnagSeverity | null;
  dueAt: string | null;
};

export type VisitKeys = {
  id: string;
  name: string | null;
  kind: KeyKind | null;
  count: number | null;
  state: KeyState | null;
  handedTo: string | null;
  signedAt: string | null;
  keptAt: string | null;
};

export type VisitPage = {
  handover: Visit;
  inspections: VisitInspection[] | null;
  snags: VisitSnag[] | null;
  keys: VisitKeys[] | null;
  /** Null for who may not see them: then nothing is said about them. */
  templates: { id: string }[] | null;
};

const HANDOVER = 'id name state unitId receivedBy unit { id name } contract { letterLanguage }';

export function readVisit(id: string): Promise<Visit | null> {
  return readOne<Visit>('keyturnHandovers', HANDOVER, id);
}

function keysSpec(filter: string): ListSpec {
  return {
    root: 'keyturnKeySets',
    fields: 'id name kind count state handedTo signedAt keptAt',
    filter,
    orderBy: '[{ name: AscNullsLast }]',
  };
}

function specsOf(id: string) {
  const own = `handoverId: { eq: ${literal(id)} }`;
  return {
    handover: { root: 'keyturnHandovers', fields: HANDOVER, filter: `{ id: { eq: ${literal(id)} } }` },
    inspections: {
      root: 'keyturnInspections',
      fields: 'id name number state isPassed checkedItems defects',
      filter: `{ ${own} }`,
      orderBy: '[{ number: DescNullsLast }]',
    },
    snags: {
      root: 'keyturnSnags',
      fields: 'id name state severity dueAt',
      filter: `{ ${own}, state: { in: [${OPEN_SNAG_STATES.join(', ')}] } }`,
      orderBy: '[{ dueAt: AscNullsLast }]',
    },
    templates: {
      root: 'keyturnInspectionTemplates',
      fields: 'id',
      filter: '{ isActive: { eq: true } }',
    },
  } satisfies Record<string, ListSpec>;
}

/** Null when the handover is gone. @throws ApiFailure */
export async function readVisitPage(id: string): Promise<VisitPage | null> {
  const { records } = await readParts(specsOf(id), { needed: 'handover' });
  const [handover] = records.handover as Visit[];
  if (handover === undefined) return null;
  const keys = await readKeys(handover.unitId);
  return { ...records, handover, keys } as unknown as VisitPage;
}

/** Keys are of the unit: those that nobody has yet hang on no handover. */
async function readKeys(unitId: string | null): Promise<VisitKeys[] | null> {
  if (unitId === null) return [];
  const spec = { keys: keysSpec(`{ unitId: { eq: ${literal(unitId)} } }`) };
  try {
    return (await readParts(spec, { needed: 'keys' })).records.keys as VisitKeys[];
  } catch (error) {
    if ((error as { kind?: string }).kind === 'NO_RIGHT') return null;
    throw error;
  }
}

export async function readVisitWithKeys(id: string): Promise<(Visit & { keys: VisitKeys[] }) | null> {
  const visit = await readVisit(id);
  return visit && { ...visit, keys: (await readKeys(visit.unitId)) ?? [] };
}
