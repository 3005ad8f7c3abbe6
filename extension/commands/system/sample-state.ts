/**
 * How far the sample is: which loading it belongs to, when it was begun, which steps are done. All of it stands in
 * the journal. Reads only.
 */
import { parseMoney } from '#domain/shared/money.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Answered } from './carry-out.ts';
import { type Known, type Step, sampleSteps } from './sample-script.ts';
import { personId, SAMPLE_PEOPLE, type SampleSite, sampleId } from './sample-site.ts';

export const LOAD = 'load-sample-data';
export const REMOVE = 'remove-sample-data';

type Entry = RecordOf<'auditEntry'>;

export type SampleState = {
  site: SampleSite;
  project: RecordOf<'project'> | null;
  steps: readonly Step[];
  /** The journal's entry of each step that was begun, by the id of its request. */
  entries: Map<string, Entry>;
  people: ReadonlySet<string>;
};

/** `now` and the terms count for a sample that is not begun yet. */
export async function readSample(
  store: Store,
  now: Date,
  terms: { currency?: string | undefined; timeZone?: string | undefined },
): Promise<SampleState> {
  const { removed, loads } = await store.read({
    removed: { object: 'auditEntry', filter: { command: REMOVE, outcome: 'DONE' } },
    loads: {
      object: 'auditEntry',
      filter: { command: LOAD, outcome: { in: ['STARTED', 'DONE'] } },
      orderBy: { startedAt: 'ASC' },
    },
  });
  const generation = removed.length;
  const last =
    removed
      .map(({ finishedAt }) => finishedAt ?? '')
      .sort()
      .at(-1) ?? '';
  const begun = loads.find(({ startedAt }) => (startedAt ?? '') > last)?.startedAt;
  const ids = SAMPLE_PEOPLE.map((_, index) => personId(generation, index));
  const { projects, people } = await store.read({
    projects: { object: 'project', filter: { id: sampleId(generation, 'project') } },
    people: { object: 'person', filter: { id: { in: ids } } },
  });
  const [project = null] = projects;
  const site: SampleSite = {
    generation,
    base: begun === undefined || begun === null ? now : new Date(begun),
    currency: project?.currencyCode || knownCurrency(terms.currency),
    timeZone: project?.timeZone || terms.timeZone || 'UTC',
  };
  const steps = sampleSteps(site);
  const { entries } = await store.read({
    entries: {
      object: 'auditEntry',
      filter: { requestKey: { in: steps.map((step) => stepRequest(site, step)) } },
    },
  });
  return {
    site,
    project,
    steps,
    entries: new Map(entries.map((entry) => [entry.requestKey, entry])),
    people: new Set(people.map(({ id }) => id)),
  };
}

function knownCurrency(code = 'EUR'): string {
  try {
    return parseMoney('0', code).currency;
  } catch {
    return 'EUR';
  }
}

export function stepRequest({ generation }: SampleSite, { key }: Step): string {
  return sampleId(generation, 'step', key);
}

export function isDone({ site, entries }: SampleState, step: Step): boolean {
  return entries.get(stepRequest(site, step))?.outcome === 'DONE';
}

export function knownOf({ site, entries, people }: SampleState, memberId: string | null): Known {
  return {
    memberId,
    answerOf(key) {
      const entry = entries.get(sampleId(site.generation, 'step', key));
      return ((entry?.answer ?? {}) as Partial<Answered>).result ?? {};
    },
    isThere: (id) => people.has(id),
  };
}
