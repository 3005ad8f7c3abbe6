/**
 * Changes: the usual warranty terms of a country (D9), for all projects or for one; people change them from there.
 * Guard: the terms' ids are made of country, project and part, so that two at once make one set.
 * After a crash: some terms are missing; the same request again adds them.
 */
import * as z from 'zod/mini';
import { USUAL_WARRANTY, type WarrantyRules } from '#domain/care/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { derivedId } from '../system/request-ids.ts';

const RULES = ['CHINA', 'DUBAI'] as const satisfies readonly WarrantyRules[];

const schema = z.object({
  requestId,
  /** Without it those of the project's country. */
  rules: z.optional(z.enum(RULES, `must be one of ${RULES.join(', ')}`)),
  /** Without it they are for all projects. */
  projectId: z.optional(recordId),
});

type Input = z.infer<typeof schema>;
type Snapshot = { project: RecordOf<'project'> | null; known: RecordOf<'warrantyTerm'>[] };
type Answer = { terms: number; rules: string };

export const setUpWarranty: Command<Input, Snapshot, WarrantyRules, Answer> = {
  name: 'set-up-warranty',
  room: 'care',
  title: 'Set up the usual warranty terms',
  right: 'serve',
  schema,
  subject: ({ projectId = '' }) => ({ kind: 'warrantyTerm', id: projectId }),

  async load({ store }, { projectId }) {
    const { known, projects } = await store.read({
      known: { object: 'warrantyTerm', filter: { projectId: projectId ?? null } },
      projects: { object: 'project', filter: { id: { in: projectId === undefined ? [] : [projectId] } } },
    });
    const [project = null] = projects;
    if (project === null && projectId !== undefined)
      return refuse({ code: 'NOT_FOUND', what: 'project', id: projectId });
    return { plan: { known, project } };
  },

  decide(_run, input, { project }): Decision<WarrantyRules> {
    const ofCountry = RULES.find((rules) => rules === project?.settlementRegime);
    const rules = input.rules ?? ofCountry;
    if (rules !== undefined) return { plan: rules };
    return refuse({
      code: 'INVALID_INPUT',
      field: 'rules',
      problem: `must be one of ${RULES.join(', ')}, because no project says which country’s they are`,
    });
  },

  async apply(run, { projectId = null }, { known, project }, rules) {
    const rows = USUAL_WARRANTY[rules].map((term) => ({
      id: derivedId('warranty term', rules, projectId ?? '', term.part),
      name: [rules === 'CHINA' ? 'China' : 'Dubai', term.part.toLowerCase().replace('_', ' '), project?.name]
        .filter(Boolean)
        .join(' · '),
      projectId,
      ...term,
    }));
    const ids = new Set(known.map(({ id }) => id));
    // Terms that somebody has made are left alone; ours that were cut off are finished.
    const isOurs = rows.some(({ id }) => ids.has(id));
    const missing = known.length > 0 && !isOurs ? [] : rows.filter(({ id }) => !ids.has(id));
    if (missing.length > 0) await run.store.write([{ createMany: 'warrantyTerm', rows: missing }]);
    const answer = { terms: missing.length, rules };
    const message =
      missing.length > 0
        ? `${missing.length} warranty terms are set up: compare them with your contracts before you rely on them.`
        : 'There are warranty terms already; nothing was changed.';
    return { plan: { answer, message, after: answer } };
  },
};
