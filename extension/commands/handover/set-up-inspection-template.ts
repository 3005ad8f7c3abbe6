/**
 * Changes: the usual checklist for inspections, where a workspace has no template for all projects yet; people
 * edit it from there. Guard: the ids are constants, so that two at once make one; what is there is left alone.
 * After a crash: some items are missing; the same request again adds them.
 */
import * as z from 'zod/mini';
import type { RecordOf } from '#port/records.ts';
import type { Command } from '../system/command.ts';
import { requestId } from '../system/input.ts';
import { derivedId } from '../system/request-ids.ts';
import { USUAL_CHECKLIST } from './usual-checklist.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;

const schema = z.object({
  requestId,
  /** In which the checklist is written. */
  language: z.optional(z.enum(LANGUAGES, 'must be en or zh-CN')),
});

type Input = z.infer<typeof schema>;
type Snapshot = { templates: RecordOf<'inspectionTemplate'>[]; items: RecordOf<'inspectionItem'>[] };
type Answer = { templateId: string | null; items: number };

const TEMPLATE = derivedId('inspection template', 'usual');
const NAMES = { en: 'Homes', 'zh-CN': '住宅验房' };

export const setUpInspectionTemplate: Command<Input, Snapshot, null, Answer> = {
  name: 'set-up-inspection-template',
  room: 'handover',
  title: 'Set up the usual inspection checklist',
  right: 'handOver',
  schema,
  subject: () => ({ kind: 'inspectionTemplate', id: '' }),

  async load({ store }) {
    const snapshot = await store.read({
      templates: { object: 'inspectionTemplate', filter: { projectId: null } },
      items: { object: 'inspectionItem', filter: { templateId: TEMPLATE } },
    });
    return { plan: snapshot };
  },

  decide: () => ({ plan: null }),

  async apply(run, { language = 'en' }, { templates, items }) {
    const isOurs = templates.some(({ id }) => id === TEMPLATE);
    // What people have taken out of the list stays out; a list that was cut off is finished.
    const isToMake = templates.length === 0 || (isOurs && (run.isResumed || items.length === 0));
    if (!isToMake) {
      const none = { templateId: null, items: 0 };
      return {
        plan: { answer: none, message: 'There is a template already; nothing was changed.', after: none },
      };
    }
    const name = NAMES[language];
    await run.store.write([
      {
        create: 'inspectionTemplate',
        row: { id: TEMPLATE, name, projectId: null, isActive: true, remark: '' },
      },
    ]);
    const known = new Set(items.map(({ id }) => id));
    const at = language === 'en' ? 0 : 1;
    const rows = USUAL_CHECKLIST.map(({ room, name: what, category, severity }, index) => ({
      id: derivedId('inspection item', TEMPLATE, `${room[0]} ${what[0]}`),
      name: what[at],
      templateId: TEMPLATE,
      room: room[at],
      place: index + 1,
      category,
      severity,
    })).filter(({ id }) => !known.has(id));
    if (rows.length > 0) await run.store.write([{ createMany: 'inspectionItem', rows }]);
    const answer = { templateId: TEMPLATE, items: USUAL_CHECKLIST.length };
    const message = `The checklist “${name}” has ${answer.items} items: look through them before the first inspection.`;
    return { plan: { answer, message, after: answer } };
  },
};
