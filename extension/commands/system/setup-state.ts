/**
 * What an admin has to know of a workspace: what is set up, what is missing, and how the jobs do. Only counts and
 * what needs a look; what is to be said of it is the page's. Reads only.
 */
import * as z from 'zod/mini';
import {
  DASHBOARD_KEYS,
  type SetupCount,
  type SetupJob,
  type SetupProject,
  type SetupState,
} from '#domain/system/index.ts';
import { dashboardsId } from '#identifiers/dashboards.ts';
import type { RecordOf } from '#port/records.ts';
import type { AnyTotal, Group, Store } from '#port/store.ts';
import type { Question } from './question.ts';

const COUNTED = {
  buildings: 'building',
  units: 'unit',
  unitTypes: 'unitType',
  milestones: 'milestone',
  paymentPlans: 'paymentPlan',
  paymentPlanLines: 'paymentPlanLine',
  discountRules: 'discountRule',
  teamMembers: 'teamMember',
  dunningSteps: 'dunningStep',
  commissionPlans: 'commissionPlan',
  calendarDays: 'calendarDay',
  inspectionTemplates: 'inspectionTemplate',
  warrantyTerms: 'warrantyTerm',
  serviceLevels: 'serviceLevel',
} as const satisfies Record<SetupCount, string>;

/** Any field of the record's own will do: the counts of all groups are the count of all records. */
const GROUPED_BY: Record<SetupCount, string> = {
  buildings: 'code',
  units: 'state',
  unitTypes: 'name',
  milestones: 'code',
  paymentPlans: 'isActive',
  paymentPlanLines: 'anchor',
  discountRules: 'kind',
  teamMembers: 'leads',
  dunningSteps: 'level',
  commissionPlans: 'isActive',
  calendarDays: 'kind',
  inspectionTemplates: 'isActive',
  warrantyTerms: 'part',
  serviceLevels: 'clock',
};

const WEEK_MS = 7 * 86_400_000;
const MOST_PROJECTS = 20;
const MOST_STUCK = 5;
const VARIABLES = ['KEYTURN_PAYMENT_SECRET', 'KEYTURN_LINK_SECRET'];

export const setupState: Question<Record<string, never>, SetupState> = {
  name: 'setup',
  room: 'system',
  rights: ['administer'],
  schema: z.object({}) as z.ZodMiniType<Record<string, never>>,

  async answer({ store, clock, isSet = () => false }) {
    const now = clock.now();
    const [records, totals, layouts] = await Promise.all([
      readRecords(store, now),
      store.total(countQueries()),
      store.pageLayouts(),
    ]);
    const { projects, runs, stuck, installs, members, dashboards } = records;
    const counts = Object.fromEntries(
      Object.entries(totals).map(([name, groups]) => [name, sumOf(groups)]),
    ) as Record<SetupCount, number>;
    const leads = totals.teamMembers.filter(({ by }) => String(by.leads) === 'true');
    return {
      plan: {
        now: now.toISOString(),
        projects: projects.map(projectOf),
        counts,
        unitsWithoutPrice: sumOf(totals.units.filter(isWithoutPrice)),
        teamLeads: sumOf(leads),
        members: members.length,
        workflows: countBy(installs.map(({ outcome }) => outcome)),
        dashboards: DASHBOARD_KEYS.map((key) => {
          const layout = layouts.get(dashboardsId(`layout.${key}`));
          const found = dashboards.find(
            ({ pageLayoutId }) => layout !== undefined && pageLayoutId === layout,
          );
          return { key, title: found?.title ?? null };
        }),
        jobs: jobsOf(runs),
        stuck: {
          count: stuck.length,
          first: stuck.slice(0, MOST_STUCK).map(({ id, name, actorName, startedAt }) => ({
            id,
            name,
            by: actorName,
            startedAt,
          })),
        },
        variables: VARIABLES.map((name) => ({ name, isSet: isSet(name) })),
      },
    };
  },
};

function readRecords(store: Store, now: Date) {
  const weekAgo = new Date(now.getTime() - WEEK_MS).toISOString();
  return store.read({
    projects: { object: 'project', filter: {}, limit: MOST_PROJECTS, orderBy: { name: 'ASC' } },
    runs: {
      object: 'jobRun',
      filter: { startedAt: { gte: weekAgo, lte: now.toISOString() } },
      orderBy: { startedAt: 'DESC' },
      limit: 200,
    },
    stuck: {
      object: 'auditEntry',
      filter: { outcome: 'STARTED', startedAt: { lt: new Date(now.getTime() - STUCK_MS).toISOString() } },
      limit: 100,
      orderBy: { startedAt: 'ASC' },
    },
    installs: { object: 'workflowInstall', filter: {}, limit: 100 },
    // One page of them says enough, and Twenty groups by none of their fields.
    members: { object: 'workspaceMember', filter: {}, limit: 200 },
    dashboards: { object: 'dashboard', filter: {}, limit: 200 },
  });
}

/** The repair job comes every ten minutes: what is older needs somebody. */
const STUCK_MS = 20 * 60_000;

function countQueries() {
  return Object.fromEntries(
    Object.entries(COUNTED).map(([name, object]) => [
      name,
      {
        object,
        filter: {},
        by: [GROUPED_BY[name as SetupCount]],
        ...(object === 'unit' ? { sum: 'listPrice' } : {}),
      } as unknown as AnyTotal,
    ]),
  ) as Record<SetupCount, AnyTotal>;
}

/** What has no price has no currency, and is in a group of its own without a sum. */
function isWithoutPrice({ by, sum }: Group): boolean {
  return sum === null && ['PLANNED', 'CONTROLLED', 'AVAILABLE'].includes(by.state ?? '');
}

function sumOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function projectOf(project: RecordOf<'project'>): SetupProject {
  const { id, name, permitRequired, permitNumber, permitExpiresOn, letterhead, bankDetails } = project;
  return {
    id,
    name,
    needsPermit: permitRequired,
    permitNumber,
    permitExpiresOn,
    hasTerms: project.currencyCode !== '' && project.timeZone !== '',
    hasLetterhead: letterhead !== '',
    hasBankDetails: bankDetails !== '',
  };
}

/** The runs come latest first. */
function jobsOf(runs: readonly RecordOf<'jobRun'>[]): SetupJob[] {
  return [...new Set(runs.map(({ name }) => name))].sort().map((name) => {
    const own = runs.filter((run) => run.name === name);
    const bad = own.filter(({ failed }) => (failed ?? 0) > 0);
    return {
      name,
      lastAt: own[0]?.startedAt ?? null,
      failed: bad.length,
      failedAt: bad[0]?.startedAt ?? null,
      summary: (bad[0] ?? own[0])?.summary.slice(0, 300) ?? '',
    };
  });
}
