/**
 * Changes: dashboards of Twenty that show our layouts, where they are missing. What an admin has renamed is left
 * alone, what an admin has deleted is not made again unless asked for. Guard: a dashboard's id is made of its key,
 * so that two at once make one. After a crash: some are missing; the same request again makes them.
 */
import * as z from 'zod/mini';
import {
  DASHBOARD_KEYS,
  DASHBOARDS,
  type DashboardKey,
  type DashboardPlan,
  planDashboard,
} from '#domain/system/index.ts';
import { dashboardsId } from '#identifiers/dashboards.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Command, Run } from './command.ts';
import { requestId } from './input.ts';
import type { Language } from './refusal-text.ts';
import { derivedId } from './request-ids.ts';

const NAME = 'set-up-dashboards';

const schema = z.object({
  requestId,
  /** Also what an admin has deleted. */
  again: z.optional(z.array(z.enum(DASHBOARD_KEYS))),
});

type Input = z.infer<typeof schema>;

type Snapshot = {
  layouts: ReadonlyMap<string, string>;
  dashboards: RecordOf<'dashboard'>[];
  madeBefore: ReadonlySet<string>;
  language: Language;
};

type Planned = { key: DashboardKey; plan: DashboardPlan };

export type DashboardOutcome = 'MADE' | 'LINKED' | 'THERE' | 'RENAMED' | 'DELETED' | 'NO_LAYOUT';

const IS_THERE: Record<DashboardOutcome, boolean> = {
  MADE: true,
  LINKED: true,
  THERE: true,
  RENAMED: true,
  DELETED: false,
  NO_LAYOUT: false,
};

/** Ids of deleted dashboards stay taken, so that every making has one of its own. */
const MOST_MAKINGS = 10;

function idOf(key: DashboardKey, making: number): string {
  return derivedId('dashboard', key, String(making));
}

const IDS = new Map(
  DASHBOARD_KEYS.map((key) => [key, Array.from({ length: MOST_MAKINGS }, (_, making) => idOf(key, making))]),
);

export const setUpDashboards: Command<
  Input,
  Snapshot,
  Planned[],
  { dashboards: { key: DashboardKey; title: string; outcome: DashboardOutcome }[] }
> = {
  name: NAME,
  room: 'system',
  title: 'Set up the dashboards',
  right: 'administer',
  schema,
  subject: () => ({ kind: 'dashboard', id: '' }),

  async load({ store }) {
    const layouts = await store.pageLayouts();
    const ours = DASHBOARD_KEYS.flatMap((key) => layouts.get(dashboardsId(`layout.${key}`)) ?? []);
    const { byId, byLayout, entries, members } = await store.read({
      byId: { object: 'dashboard', filter: { id: { in: [...IDS.values()].flat() } } },
      byLayout: { object: 'dashboard', filter: { pageLayoutId: { in: ours } } },
      entries: { object: 'auditEntry', filter: { command: NAME, outcome: 'DONE' } },
      members: { object: 'workspaceMember', filter: {}, limit: 100 },
    });
    const made = entries.flatMap(({ after }) => (after as { there?: string[] } | null)?.there ?? []);
    return {
      plan: {
        layouts,
        dashboards: [...byId, ...byLayout],
        madeBefore: new Set(made),
        language: languageOf(members.map(({ locale }) => locale)),
      },
    };
  },

  decide(_run, input, { layouts, dashboards, madeBefore }) {
    const plan = DASHBOARD_KEYS.map((key) => {
      const layoutId = layouts.get(dashboardsId(`layout.${key}`)) ?? null;
      const isIt = ({ id, pageLayoutId }: RecordOf<'dashboard'>) =>
        (IDS.get(key) ?? []).includes(id) || (layoutId !== null && pageLayoutId === layoutId);
      return {
        key,
        plan: planDashboard({
          key,
          layoutId,
          found: dashboards.find(isIt) ?? null,
          wasMade: madeBefore.has(key),
          isAskedAgain: input.again?.includes(key) ?? false,
        }),
      };
    });
    return { plan };
  },

  async apply(run, input, snapshot, planned) {
    const dashboards = [];
    for (const { key, plan } of planned) {
      const again = input.again?.includes(key) ?? false;
      const outcome = await carry(run, snapshot, { key, plan }, again);
      dashboards.push({ key, title: titleOf(key, snapshot), outcome });
    }
    // All that are there, for what a run that was cut off has made stands in no other entry.
    const there = dashboards.flatMap(({ key, outcome }) => (IS_THERE[outcome] ? [key] : []));
    return { plan: { answer: { dashboards }, message: messageOf(dashboards), after: { there } } };
  },
};

/** What most members read; English where they are as many. */
function languageOf(locales: readonly string[]): Language {
  const chinese = locales.filter((locale) => /^zh\b/i.test(locale)).length;
  return chinese * 2 > locales.length ? 'zh-CN' : 'en';
}

/** As it is called in the workspace, or is going to be. */
function titleOf(key: DashboardKey, { dashboards, language }: Snapshot): string {
  const found = dashboards.find(({ id }) => (IDS.get(key) ?? []).includes(id));
  return found?.title || DASHBOARDS[key][language];
}

async function carry(
  { store }: Run,
  { dashboards, language }: Snapshot,
  { key, plan }: Planned,
  isAskedAgain: boolean,
): Promise<DashboardOutcome> {
  if (plan.do === 'LEAVE') return plan.why;
  if (plan.do === 'NOTHING') return plan.isRenamed ? 'RENAMED' : 'THERE';
  if (plan.do === 'MAKE') {
    const row = { title: DASHBOARDS[key][language], pageLayoutId: plan.layoutId };
    return (await make(store, key, row, isAskedAgain)) ? 'MADE' : 'DELETED';
  }
  const record = dashboards.find(({ id }) => id === plan.id);
  if (record !== undefined) {
    await store.write([{ change: 'dashboard', record, to: { pageLayoutId: plan.layoutId } }]);
  }
  return 'LINKED';
}

/** An id that is taken is that of one in the trash: false, unless it is wanted all the same. */
async function make(
  store: Store,
  key: DashboardKey,
  row: { title: string; pageLayoutId: string },
  isAskedAgain: boolean,
): Promise<boolean> {
  for (const id of IDS.get(key) ?? []) {
    const { won } = await store.claim('dashboard', [{ id, ...row }]);
    if (won) return true;
    if (!isAskedAgain) return false;
  }
  return false;
}

function messageOf(dashboards: readonly { outcome: DashboardOutcome; title: string }[]): string {
  const count = (...outcomes: DashboardOutcome[]) =>
    dashboards.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const said = [
    [count('MADE', 'LINKED'), 'made'],
    [count('THERE'), 'there already'],
    [count('RENAMED'), 'renamed by somebody and left alone'],
    [count('DELETED'), 'deleted by somebody and not made again'],
    [count('NO_LAYOUT'), 'without a layout: deploy Keyturn again'],
  ] as const;
  return `Dashboards: ${said.flatMap(([many, what]) => (many === 0 ? [] : [`${many} ${what}`])).join(', ')}.`;
}
