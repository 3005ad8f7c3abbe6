/**
 * Links to snags are taken back: of a contractor, or of the photos of an inspection. A link says when it was made; of
 * a company or an inspection for which this command stands in the journal, links made until then are worthless.
 *
 * Changes: nothing beside its entry in the journal, which is what counts. Guard: the request's own. After a crash: the
 * entry stands from the beginning, and links are worthless by it already.
 */
import * as z from 'zod/mini';
import { type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Read } from '#port/store.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';

export const SNAG_LINK_KINDS = ['contractor', 'inspection'] as const;
export type SnagLinkKind = (typeof SNAG_LINK_KINDS)[number];

/** Links count seconds from here, so that a version has nine digits for thirty years. */
const EPOCH_MS = Date.UTC(2025, 0, 1);

const schema = z.object({
  requestId,
  kind: z.enum(SNAG_LINK_KINDS, `must be one of ${SNAG_LINK_KINDS.join(', ')}`),
  /** The company, or the inspection. */
  recordId,
});

type Input = z.infer<typeof schema>;
type Answer = { kind: string; recordId: string };

export const takeBackSnagLinks: Command<Input, { name: string }, null, Answer> = {
  name: 'take-back-snag-links',
  room: 'handover',
  title: 'Take links to snags back',
  right: 'handOver',
  anyOf: ['handOver', 'serve'],
  schema,
  subject: ({ kind, recordId: id }) => ({ kind: kind === 'contractor' ? 'company' : 'inspection', id }),

  async load({ store }, { kind, recordId: id }) {
    const { companies, inspections } = await store.read(ownersOf(kind, id));
    const name = companies[0]?.name ?? inspections[0]?.name;
    return name === undefined ? refuse({ code: 'NOT_FOUND', what: kind, id }) : { plan: { name } };
  },

  decide: () => ({ plan: null }),

  async apply(_run, { kind, recordId: id }, { name }) {
    const answer = { kind, recordId: id };
    return { plan: { answer, message: `${name}: links made before do not hold any more.`, after: answer } };
  },
};

/** The company or the inspection that a link is of. */
export function ownersOf(kind: SnagLinkKind, id: string) {
  return {
    companies: { object: 'company', filter: { id: { in: kind === 'contractor' ? [id] : [] } } },
    inspections: {
      object: 'inspection',
      filter: { id: { in: kind === 'inspection' ? [id] : [] } },
      with: { unit: true },
    },
  } as const;
}

/** When the links of a record were last taken back: to be read along with what they open. */
export function takenBackOf(id: string): Read<'auditEntry'> {
  return {
    object: 'auditEntry',
    filter: { subjectId: id, command: takeBackSnagLinks.name, outcome: { in: ['STARTED', 'DONE'] } },
    orderBy: { startedAt: 'DESC' },
    limit: 1,
  };
}

/** The version of a link that is made now: never one that was taken back in this very second. */
export function versionAt(now: Date, takenBack: readonly RecordOf<'auditEntry'>[]): number {
  return Math.max(secondsOf(now), lastOf(takenBack) + 1);
}

export function takenBackRefusal(
  version: number,
  takenBack: readonly RecordOf<'auditEntry'>[],
): Refusal | null {
  return version <= lastOf(takenBack) ? { code: 'LINK_REPLACED' } : null;
}

function lastOf([entry]: readonly RecordOf<'auditEntry'>[]): number {
  return entry?.startedAt == null ? -1 : secondsOf(new Date(entry.startedAt));
}

function secondsOf(at: Date): number {
  return Math.max(0, Math.floor((at.getTime() - EPOCH_MS) / 1000));
}
