/** What the widget of a project asks: grouped totals and its milestones, and then what waits for these. */
import { SIGNED_STATES } from '#domain/insight/index.ts';
import { type BoardQuery, by, currencyOf, dated } from '#widgets/insight/board/grouped.ts';
import { openInstallments } from '#widgets/insight/board/installment-totals.ts';
import { type PartlyAnswer, readGroupsPartly } from '#widgets/insight/board/read-partly.ts';
import { oneOf } from '#widgets/insight/board/scope.ts';
import { literal } from '#widgets/shared/api/graphql.ts';

export type ProjectRecord = {
  id: string;
  name: string | null;
  currencyCode: string | null;
  timeZone: string | null;
  permitRequired: boolean | null;
  permitNumber: string | null;
  permitExpiresOn: string | null;
};

export type MilestoneRow = {
  id: string;
  name: string | null;
  step: number | null;
  plannedOn: string | null;
  certifiedOn: string | null;
  building: { id: string; name: string | null } | null;
};

export type ProjectPage = {
  project: ProjectRecord;
  answer: PartlyAnswer;
  /** Null for who may not see them. */
  milestones: MilestoneRow[] | null;
  /** What is open of installments that wait for the milestones above; null for who may not see installments. */
  waiting: PartlyAnswer | null;
};

/** More are not drawn: they stand in Twenty's own list. */
export const MOST_MILESTONES = 60;

export function projectQuery(id: string): BoardQuery {
  const project = `{ projectId: { eq: ${literal(id)} } }`;
  return {
    lists: {
      projects: {
        objects: 'keyturnProjects',
        fields: 'id name currencyCode timeZone permitRequired permitNumber permitExpiresOn',
        first: 1,
        where: [`{ id: { eq: ${literal(id)} } }`],
      },
      milestones: {
        objects: 'keyturnMilestones',
        fields: 'id name step plannedOn certifiedOn building { id name }',
        first: MOST_MILESTONES,
        where: [`{ building: ${project} }`],
        orderBy: '[{ step: AscNullsLast }]',
      },
    },
    totals: {
      units: {
        objects: 'keyturnUnits',
        by: [by('state'), by('kind'), dated('releasedAt', 'MONTH', 'UTC'), currencyOf('listPrice')],
        money: ['listPrice'],
        numbers: ['areaSquareMetres'],
        where: [project],
      },
      contracts: {
        objects: 'keyturnContracts',
        by: [by('state'), dated('signedOn', 'MONTH'), dated('cancelledOn', 'MONTH'), currencyOf('price')],
        money: ['price', 'paid', 'prepaid', 'lateFeePaid', 'overdue'],
        numbers: ['contractArea'],
        where: [oneOf('state', SIGNED_STATES), `{ unit: ${project} }`],
      },
    },
  };
}

/** Two requests at most, whatever the project's size. Null when it is gone. @throws ApiFailure */
export async function readProject(id: string): Promise<ProjectPage | null> {
  const answer = await readGroupsPartly(projectQuery(id));
  const [project] = (answer.lists.projects ?? []) as ProjectRecord[];
  if (project === undefined) return null;
  const milestones = answer.refused.has('milestones')
    ? null
    : ((answer.lists.milestones ?? []) as MilestoneRow[]);
  const ids = (milestones ?? []).map((one) => literal(one.id));
  if (ids.length === 0) return { project, answer, milestones, waiting: null };
  const open = openInstallments([by('milestoneId')], [`{ milestoneId: { in: [${ids.join(', ')}] } }`]);
  const waiting = await readGroupsPartly({ totals: { open } });
  return { project, answer, milestones, waiting: waiting.refused.has('open') ? null : waiting };
}
