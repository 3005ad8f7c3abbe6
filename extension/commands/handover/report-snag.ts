/**
 * Changes: a snag that was found without an inspection: before it, by the buyer later, or with a repair.
 * Guard: its id is made of the request. After a crash: it is there or not; the same request again makes it.
 */
import * as z from 'zod/mini';
import { type SnagCategory, snagDueAt } from '#domain/handover/index.ts';
import { type Decision, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import type { Command } from '../system/command.ts';
import { instant, recordId, requestId, requiredText, text } from '../system/input.ts';
import { SEVERITIES } from './record-inspection.ts';

export const CATEGORIES = [
  'STRUCTURE',
  'WATERPROOFING',
  'DOORS_WINDOWS',
  'SURFACES',
  'ELECTRICAL',
  'PLUMBING',
  'HEATING_COOLING',
  'EQUIPMENT',
  'CLEANING',
  'OTHER',
] as const satisfies readonly SnagCategory[];

const schema = z.object({
  requestId,
  unitId: recordId,
  handoverId: z.optional(recordId),
  serviceTicketId: z.optional(recordId),
  title: requiredText,
  room: z.optional(text),
  description: z.optional(text),
  category: z.optional(z.enum(CATEGORIES, `must be one of ${CATEGORIES.join(', ')}`)),
  severity: z.optional(z.enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`)),
  foundBy: z.optional(text),
  dueAt: z.optional(instant),
});

type Input = z.infer<typeof schema>;
type Snapshot = { unit: RecordOf<'unit'>; handover: RecordOf<'handover'> | null };

export const reportSnag: Command<Input, Snapshot, null, { snagId: string; dueAt: string }> = {
  name: 'report-snag',
  room: 'handover',
  title: 'Report snag',
  right: 'handOver',
  anyOf: ['handOver', 'serve'],
  schema,
  subject: ({ unitId }) => ({ kind: 'unit', id: unitId }),

  async load({ store }, { unitId, handoverId, serviceTicketId }): Promise<Decision<Snapshot>> {
    const { units, handovers, tickets } = await store.read({
      units: { object: 'unit', filter: { id: unitId } },
      handovers: { object: 'handover', filter: { unitId } },
      tickets: {
        object: 'serviceTicket',
        filter: { id: { in: serviceTicketId === undefined ? [] : [serviceTicketId] } },
      },
    });
    const [unit] = units;
    if (unit === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: unitId });
    const [ticket] = tickets;
    if (serviceTicketId !== undefined && ticket === undefined)
      return refuse({ code: 'NOT_FOUND', what: 'service ticket', id: serviceTicketId });
    if (ticket !== undefined && ticket.unitId !== unitId)
      return refuse({ code: 'INVALID_INPUT', field: 'serviceTicketId', problem: 'is about another home' });
    if (handoverId === undefined) return { plan: { unit, handover: null } };
    const handover = handovers.find(({ id }) => id === handoverId);
    if (handover === undefined) return refuse({ code: 'NOT_FOUND', what: 'handover', id: handoverId });
    return { plan: { unit, handover } };
  },

  decide: () => ({ plan: null }),

  async apply(run, input, { unit, handover }) {
    const severity = input.severity ?? 'MINOR';
    const id = run.idFor('snag');
    const dueAt = new Date(input.dueAt ?? snagDueAt(run.now, severity)).toISOString();
    const row = {
      id,
      name: [unit.name, input.room, input.title].filter(Boolean).join(' · '),
      unitId: unit.id,
      handoverId: handover?.id ?? null,
      inspectionId: null,
      serviceTicketId: input.serviceTicketId ?? null,
      room: input.room ?? '',
      category: input.category ?? ('OTHER' as const),
      severity,
      state: 'OPEN' as const,
      contractorId: null,
      description: input.description ?? '',
      foundAt: run.now.toISOString(),
      foundBy: input.foundBy || run.actor.name,
      dueAt,
      reopened: 0,
      photosBefore: 0,
      photosAfter: 0,
      pausedMinutes: 0,
    };
    await run.store.write([{ create: 'snag', row }]);
    const answer = { snagId: id, dueAt };
    const message = `${row.name} is reported; it is due by ${dueAt.slice(0, 10)}.`;
    return { plan: { answer, message, after: answer } };
  },
};
