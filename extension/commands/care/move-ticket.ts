/**
 * Takes a ticket from state to state (C4): triaged, assigned, begun, waiting for the customer, resolved, closed,
 * opened again. What triage learns (kind, priority, part, home, customer) makes its promise anew.
 *
 * Changes: a ticket. Guard: it is changed only while it is as it was decided on; the request is kept with it.
 * After a crash: it is moved or it is not; the same request again finds out.
 */
import * as z from 'zod/mini';
import {
  deadlinesOf,
  decideMove,
  SERVICE_TICKET_TRANSITIONS,
  type ServiceTicketState,
  type TicketChange,
  ticketClockOf,
  ticketTitle,
} from '#domain/care/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Fields } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Command, Run } from '../system/command.ts';
import { recordId, requestId } from '../system/input.ts';
import { warrantyFields } from './open-ticket.ts';
import { hoursOf, promiseOf, readGround, type TicketGround } from './ticket-ground.ts';
import { kind, longText, part, priority, shortText } from './ticket-input.ts';
import { asItIs, isOurs, loadTicket, signed, type TicketRecord } from './ticket-of.ts';

const STATES = Object.keys(SERVICE_TICKET_TRANSITIONS) as ServiceTicketState[];

const schema = z.object({
  requestId,
  serviceTicketId: recordId,
  to: z.enum(STATES, `must be one of ${STATES.join(', ')}`),
  /** Without it who moves it, where somebody has to have it. */
  assigneeId: z.optional(recordId),
  /** What was done; needed to resolve it. */
  resolution: z.optional(longText),
  // What triage learns.
  kind: z.optional(kind),
  priority: z.optional(priority),
  department: z.optional(shortText),
  part: z.optional(part),
  customerId: z.optional(recordId),
  unitId: z.optional(recordId),
});

type Input = z.infer<typeof schema>;
type Snapshot = { ticket: TicketRecord; ground: TicketGround };
type Plan = Partial<Fields<'serviceTicket'>> & { state: ServiceTicketState };
type Answer = {
  serviceTicketId: string;
  number: string;
  state: string;
  respondBy: string | null;
  resolveBy: string | null;
};

export const moveTicket: Command<Input, Snapshot, Plan, Answer> = {
  name: 'move-ticket',
  room: 'care',
  title: 'Move service ticket',
  right: 'serve',
  schema,
  subject: ({ serviceTicketId: id }) => ({ kind: 'serviceTicket', id }),

  async load({ store }, input) {
    const found = await loadTicket(store, input.serviceTicketId);
    if (isRefused(found)) return found;
    const ticket = found.plan;
    const isOtherHome = input.unitId !== undefined && input.unitId !== ticket.unitId;
    const ground = await readGround(store, {
      customerId: input.customerId ?? ticket.customerId,
      unitId: input.unitId ?? ticket.unitId,
      contractId: isOtherHome ? null : ticket.contractId,
      projectId: isOtherHome ? null : ticket.projectId,
    });
    return isRefused(ground) ? ground : { plan: { ticket, ground: ground.plan } };
  },

  decide(run, input, { ticket, ground }): Decision<Plan> {
    if (isOurs(run, ticket)) return { plan: { state: ticket.state } };
    const moved = decideMove(
      ticket,
      {
        to: input.to,
        assigneeId: input.assigneeId ?? assigneeBy(run, input.to, ticket),
        resolution: input.resolution ?? null,
        at: run.now,
      },
      hoursOf(ground),
    );
    if (isRefused(moved)) return moved;
    const more = learned(input, ticket, ground, moved.plan);
    const pauses = signed(run, ticketClockOf(more.pauses ?? moved.plan.pauses));
    return { plan: { ...moved.plan, ...more, pauses } };
  },

  async apply(run, _input, { ticket }, plan) {
    if (!isOurs(run, ticket)) {
      const to = { ...sealedFields('serviceTicket', ticket), ...plan };
      const changed = await run.store.changeWhere('serviceTicket', asItIs(ticket), to);
      if (changed.length === 0) return refuse({ code: 'BUSY', what: ticketTitle(ticket) });
    }
    const { respondBy = ticket.respondBy, resolveBy = ticket.resolveBy } = plan;
    const { id: serviceTicketId, number } = ticket;
    const answer = { serviceTicketId, number, state: plan.state, respondBy, resolveBy };
    const message = `${ticketTitle(ticket)} is ${WORDS[plan.state]}.`;
    return { plan: { answer, message, before: { state: ticket.state }, after: answer } };
  },
};

const WORDS: Record<ServiceTicketState, string> = {
  NEW: 'new',
  TRIAGED: 'triaged',
  ASSIGNED: 'assigned',
  IN_PROGRESS: 'in progress',
  WAITING_CUSTOMER: 'waiting for the customer; its clock stands',
  RESOLVED: 'resolved',
  CLOSED: 'closed',
  REOPENED: 'open again',
};

/** Who begins with it, or gives it to nobody else, has it. */
function assigneeBy(run: Run, to: ServiceTicketState, ticket: TicketRecord): string | null {
  if (to === 'IN_PROGRESS' || to === 'ASSIGNED') return ticket.assigneeId ?? run.actor.memberId;
  return ticket.assigneeId;
}

/** The promise of what the ticket has turned out to be, with the pauses that it has had. */
function learned(
  input: Input,
  ticket: TicketRecord,
  ground: TicketGround,
  change: TicketChange,
): Partial<Fields<'serviceTicket'>> {
  const { kind: turnedOut = ticket.kind, priority: now = ticket.priority } = input;
  const department = input.department ?? ticket.department;
  const customerLevel =
    input.customerId === undefined
      ? ticket.customerLevel
      : (ground.customer?.keyturnCustomerLevel ?? 'STANDARD');
  const request = { kind: turnedOut, priority: now, department, customerLevel };
  const isOther =
    turnedOut !== ticket.kind ||
    now !== ticket.priority ||
    department !== ticket.department ||
    customerLevel !== ticket.customerLevel;
  const isAboutHome = input.part !== undefined || input.unitId !== undefined || turnedOut !== ticket.kind;
  const { customerId = ticket.customerId } = input;
  const home =
    input.unitId === undefined
      ? {}
      : {
          unitId: input.unitId,
          contractId: ground.contract?.id ?? null,
          projectId: ground.project?.id ?? null,
        };
  const about = input.part ?? ticket.part ?? undefined;
  const openedAt = new Date(ticket.openedAt ?? 0);
  return {
    ...request,
    customerId,
    ...home,
    ...(isAboutHome ? warrantyFields(ground, { kind: turnedOut, part: about }, openedAt) : {}),
    ...(isOther ? promisedAnew(ground, request, openedAt, change) : {}),
  };
}

function promisedAnew(
  ground: TicketGround,
  request: Parameters<typeof promiseOf>[1],
  openedAt: Date,
  change: TicketChange,
): Partial<Fields<'serviceTicket'>> {
  const { pauses: kept, moves } = change.pauses;
  const promise = { ...promiseOf(ground, request, openedAt).pauses, pauses: kept, moves };
  const { respondBy, resolveBy } = deadlinesOf(promise, openedAt, hoursOf(ground));
  return {
    pauses: promise,
    resolveBy,
    respondBy: change.respondedAt === null ? respondBy : change.respondBy,
  };
}
