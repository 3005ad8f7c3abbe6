/** A service ticket as its widget and forms show it. One request. */
import type {
  ServiceTicketState,
  TicketKind,
  TicketPriority,
  WarrantyAnswer,
  WarrantyPart,
} from '#domain/care/care-states.ts';
import type { Pause } from '#domain/care/service-clock.ts';
import { ticketClockOf } from '#domain/care/ticket.ts';
import type { SnagState } from '#domain/handover/after-sale-states.ts';
import { type Connection, listField, literal, nodes, query } from '#widgets/shared/api/graphql.ts';
import { byId, first } from '#widgets/shared/command-form/one-record.ts';
import { type PersonName, personName } from '#widgets/shared/people/person-name.ts';

type Named = { id: string; name: string | null } | null;

export type TicketRecord = {
  id: string;
  name: string | null;
  number: string | null;
  kind: TicketKind | null;
  state: ServiceTicketState | null;
  priority: TicketPriority | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  description: string | null;
  part: WarrantyPart | null;
  warranty: WarrantyAnswer | null;
  warrantyUntil: string | null;
  warrantyNote: string | null;
  customerLevel: string | null;
  department: string | null;
  onBehalfOf: string | null;
  openedAt: string | null;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  resolvedAt: string | null;
  closedAt: string | null;
  pausedAt: string | null;
  pauses: unknown;
  escalation: number | null;
  resolution: string | null;
  feedback: string | null;
  feedbackAt: string | null;
  satisfactionAskedAt: string | null;
  satisfaction: number | null;
  satisfactionNote: string | null;
  reopened: number | null;
  duplicates: number | null;
  customer: { id: string; name: PersonName } | null;
  assignee: { id: string; name: PersonName } | null;
  unit: Named;
  contract: Named;
};

export type TicketSnag = {
  id: string;
  name: string | null;
  state: SnagState | null;
  dueAt: string | null;
  contractor: { id: string; name: string | null } | null;
};

export type Member = { id: string; name: string };
export type TicketSubject = TicketRecord & {
  members: Member[];
  promise: string;
  stood: Pause[];
  /** Of the home, made of this ticket. */
  snags: TicketSnag[];
};

const FIELDS = `id name number kind state priority contactName contactPhone contactEmail description part warranty
  warrantyUntil warrantyNote customerLevel department onBehalfOf openedAt respondBy resolveBy respondedAt resolvedAt
  closedAt pausedAt pauses escalation resolution feedback feedbackAt satisfactionAskedAt satisfaction satisfactionNote
  reopened duplicates customer { id name { firstName lastName } } assignee { id name { firstName lastName } }
  unit { id name } contract { id name }`;

type Answer = {
  keyturnServiceTickets: Connection<TicketRecord>;
  keyturnSnags: Connection<TicketSnag>;
  workspaceMembers: Connection<{ id: string; name: PersonName }>;
};

export async function readTicket(id: string): Promise<TicketSubject | null> {
  const members = listField({ root: 'workspaceMembers', fields: 'id name { firstName lastName }' });
  const snags = listField({
    root: 'keyturnSnags',
    fields: 'id name state dueAt contractor { id name }',
    filter: `{ serviceTicketId: { eq: ${literal(id)} } }`,
  });
  const data = await query<Answer>(
    `query { ${byId('keyturnServiceTickets', FIELDS, id)} ${snags} ${members} }`,
  );
  const ticket = first(data.keyturnServiceTickets);
  if (ticket === null) return null;
  const { level, pauses } = ticketClockOf(ticket.pauses);
  return {
    ...ticket,
    promise: level,
    stood: pauses,
    snags: nodes(data.keyturnSnags),
    members: nodes(data.workspaceMembers).map((one) => ({ id: one.id, name: personName(one.name) ?? '–' })),
  };
}
