/**
 * How far the sample is: which loading it belongs to, when it was begun, which steps are done. All of it stands in
 * the journal. Reads only.
 */
import { parseMoney } from '#domain/shared/money.ts';
import type { RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import type { Answered } from './carry-out.ts';
import { derivedId } from './request-ids.ts';
import { sampleSteps } from './sample-script.ts';
import { contractorId, personId, SAMPLE_PEOPLE, type SampleSite, sampleId } from './sample-site.ts';
import type { Known, Step } from './sample-step.ts';

export const LOAD = 'load-sample-data';
export const REMOVE = 'remove-sample-data';

type Entry = RecordOf<'auditEntry'>;

export type SampleState = {
  site: SampleSite;
  project: RecordOf<'project'> | null;
  steps: readonly Step[];
  /** The journal's entry of each step that was begun, by the id of its request. */
  entries: Map<string, Entry>;
  /** Those of the sample's buyers of whom there is a record. */
  people: ReadonlySet<string>;
  hasContractor: boolean;
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
  const contractor = contractorId(generation);
  const { projects, people, companies, templates } = await store.read({
    projects: { object: 'project', filter: { id: sampleId(generation, 'project') } },
    people: { object: 'person', filter: { id: { in: ids } } },
    companies: { object: 'company', filter: { id: contractor } },
    templates: { object: 'inspectionTemplate', filter: { id: sampleId(generation, 'template') } },
  });
  const hasContractor = companies.length > 0;
  const [project = null] = projects;
  const site: SampleSite = {
    generation,
    base: begun === undefined || begun === null ? now : new Date(begun),
    currency: project?.currencyCode || knownCurrency(terms.currency),
    timeZone: project?.timeZone || terms.timeZone || 'UTC',
  };
  const script = sampleSteps(site).filter(({ needs }) => needs !== contractor || hasContractor);
  const { entries } = await store.read({
    entries: {
      object: 'auditEntry',
      filter: { requestKey: { in: script.map((step) => stepRequest(site, step)) } },
    },
  });
  const begunSteps = new Map(entries.map((entry) => [entry.requestKey, entry]));
  // A sample of before there was a life after the sale is as whole as it will be: it can only be taken away.
  const isOfBefore = project !== null && templates.length === 0 && entries.length > 0;
  return {
    site,
    project,
    steps: isOfBefore ? script.filter((step) => begunSteps.has(stepRequest(site, step))) : script,
    entries: begunSteps,
    people: new Set(people.map(({ id }) => id)),
    hasContractor,
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
  const entryOf = (key: string) => entries.get(sampleId(site.generation, 'step', key));
  return {
    memberId,
    answerOf: (key) => ((entryOf(key)?.answer ?? {}) as Partial<Answered>).result ?? {},
    idOf(key, name) {
      const { requestKey = '', bodyHash = '' } = entryOf(key) ?? {};
      return derivedId(requestKey, bodyHash, name);
    },
    isThere: (id) => people.has(id),
  };
}
