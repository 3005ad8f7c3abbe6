/**
 * Opens a service ticket (C4, A095, A097, A102): an enquiry, repair, complaint, suggestion or internal request, with
 * the promise of its service level, and for a repair whether it is under warranty.
 *
 * Changes: a ticket. Guard: its number is unique, and what a web form sends twice has a unique key.
 * After a crash: it is there or it is not; the same request again finds out.
 */
import * as z from 'zod/mini';
import type { CustomerLevel } from '#domain/care/index.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Fields } from '#port/records.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId, requiredText } from '../system/input.ts';
import { promiseOf, readGround, type TicketGround, warrantyIn } from './ticket-ground.ts';
import { channel, kind, longText, part, priority, shortText } from './ticket-input.ts';
import { numberOf } from './ticket-of.ts';
import { warrantyNote } from './warranty-note.ts';

const schema = z.object({
  requestId,
  kind,
  subject: requiredText.check(z.maxLength(200, 'must have at most 200 characters')),
  description: z.optional(longText),
  /** Without it NORMAL. */
  priority: z.optional(priority),
  /** Without it on site, by staff. */
  channel: z.optional(channel),
  customerId: z.optional(recordId),
  unitId: z.optional(recordId),
  contractId: z.optional(recordId),
  projectId: z.optional(recordId),
  /** Who called or wrote, where they are nobody whom we know. */
  contactName: z.optional(shortText),
  contactPhone: z.optional(shortText),
  contactEmail: z.optional(shortText),
  part: z.optional(part),
  /** Whose work it is; an internal request needs one. */
  department: z.optional(shortText),
  assigneeId: z.optional(recordId),
  /** The ticket that an internal request serves. */
  onBehalfOf: z.optional(shortText),
  /** Of a web form: what makes a request the same one, and who sent it. */
  foldKey: z.optional(shortText),
  sourceKey: z.optional(shortText),
});

type Input = z.infer<typeof schema>;
type Row = { id: string } & Partial<Fields<'serviceTicket'>>;
export type TicketOpened = {
  serviceTicketId: string;
  number: string;
  customerLevel: string;
  respondBy: string | null;
  resolveBy: string | null;
  warranty: string;
  warrantyUntil: string | null;
  warrantyNote: string;
};

export const openTicket: Command<Input, TicketGround, Row, TicketOpened> = {
  name: 'open-ticket',
  room: 'care',
  title: 'Open service ticket',
  right: 'serve',
  schema,
  subject: ({ unitId = '' }) => ({ kind: 'unit', id: unitId }),
  load: ({ store }, input) => readGround(store, input),

  decide(run, input, ground): Decision<Row> {
    const problem = missingOf(input, ground);
    return problem === null ? { plan: rowOf(run, input, ground) } : refuse(problem);
  },

  async apply(run, _input, _ground, row) {
    const { won } = await run.store.claim('serviceTicket', [row]);
    if (!won) return refuse({ code: 'BUSY', what: row.name ?? '' });
    const answer: TicketOpened = {
      serviceTicketId: row.id,
      number: row.number ?? '',
      customerLevel: row.customerLevel ?? '',
      respondBy: row.respondBy ?? null,
      resolveBy: row.resolveBy ?? null,
      warranty: row.warranty ?? '',
      warrantyUntil: row.warrantyUntil ?? null,
      warrantyNote: row.warrantyNote ?? '',
    };
    return { plan: { answer, message: `The ticket ${answer.number} is opened.`, after: answer } };
  },
};

function missingOf(input: Input, { customer }: TicketGround): Refusal | null {
  const missing = (field: string, problem: string): Refusal => ({ code: 'INVALID_INPUT', field, problem });
  if (input.kind === 'INTERNAL')
    return (input.department ?? '') === '' ? missing('department', 'must say whose work it is') : null;
  const reachable = [input.contactName, input.contactPhone, input.contactEmail].some((one) => one);
  return customer === null && !reachable
    ? missing('customerId', 'must say who asks, or the name and phone of who called')
    : null;
}

function rowOf(run: Run, input: Input, ground: TicketGround): Row {
  const { customer, contract, unit, project } = ground;
  const id = run.idFor('ticket');
  const isInternal = input.kind === 'INTERNAL';
  const customerLevel: CustomerLevel = customer?.keyturnCustomerLevel ?? 'STANDARD';
  const { department = '', priority: urgency = 'NORMAL' } = input;
  const request = { kind: input.kind, customerLevel, priority: urgency, department };
  return {
    id,
    name: input.subject,
    number: numberOf(id),
    kind: input.kind,
    state: input.assigneeId === undefined ? 'NEW' : 'ASSIGNED',
    priority: urgency,
    channel: input.channel ?? 'STAFF',
    customerId: isInternal && input.customerId === undefined ? null : (customer?.id ?? null),
    unitId: unit?.id ?? null,
    contractId: contract?.id ?? null,
    projectId: project?.id ?? null,
    contactName: input.contactName ?? '',
    contactPhone: input.contactPhone ?? '',
    contactEmail: input.contactEmail ?? '',
    description: input.description ?? '',
    ...warrantyFields(ground, input, run.now),
    customerLevel,
    department,
    assigneeId: input.assigneeId ?? null,
    onBehalfOf: input.onBehalfOf ?? '',
    openedAt: run.now.toISOString(),
    ...promiseOf(ground, request, run.now),
    escalation: 0,
    reopened: 0,
    duplicates: 0,
    foldKey: input.foldKey ?? '',
    sourceKey: input.sourceKey ?? '',
  };
}

/** Asked of a repair, and of whatever names a part. */
export function warrantyFields(
  ground: TicketGround,
  asked: Pick<Input, 'kind' | 'part'>,
  at: Date,
): Pick<Fields<'serviceTicket'>, 'part' | 'warranty' | 'warrantyUntil' | 'warrantyNote'> {
  const about = asked.part ?? null;
  if (asked.kind !== 'REPAIR' && about === null)
    return { part: null, warranty: 'NOT_APPLICABLE', warrantyUntil: null, warrantyNote: '' };
  const { answer, until, reason } = warrantyIn(ground, about, at);
  return { part: about, warranty: answer, warrantyUntil: until, warrantyNote: warrantyNote(reason) };
}
