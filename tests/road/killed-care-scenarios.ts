/** What `every-command-killed.test.ts` cuts off of the service: warranty terms, levels, tickets. */
import { giveFeedback, rateTicket } from '#commands/care/answer-ticket.ts';
import { escalateTicket } from '#commands/care/escalate-tickets.ts';
import { moveTicket } from '#commands/care/move-ticket.ts';
import { openTicket } from '#commands/care/open-ticket.ts';
import { setUpServiceLevels } from '#commands/care/set-up-service-levels.ts';
import { setUpWarranty } from '#commands/care/set-up-warranty.ts';
import type { AnyCommand } from '#commands/system/command.ts';
import type { Options } from './in-process.ts';
import type { Scenario, Stage } from './killed-scenarios.ts';

const HOUR_MS = 3_600_000;

async function ticketOf(stage: Stage, more: Record<string, unknown> = {}, options: Options = {}) {
  const input = { kind: 'COMPLAINT', subject: 'Noise', customerId: stage.buyerId, ...more };
  const { result } = await stage.desk.done(openTicket, input, options);
  return String(result.serviceTicketId);
}

async function through(stage: Stage, serviceTicketId: string, ...states: string[]) {
  for (const to of states)
    await stage.desk.done(moveTicket, { serviceTicketId, to, resolution: 'Talked to the neighbour' });
  return serviceTicketId;
}

const ofTicket = (command: AnyCommand, states: string[], rest: Record<string, unknown>): Scenario => ({
  name: [command.name, rest.to].filter(Boolean).join(' to '),
  command,
  async prepare(stage) {
    const serviceTicketId = await through(stage, await ticketOf(stage), ...states);
    return { input: { serviceTicketId, ...rest } };
  },
});

export const CARE_SCENARIOS: Scenario[] = [
  {
    name: 'set-up-warranty',
    command: setUpWarranty,
    async prepare(stage) {
      const projectId = await stage.create('Project', { name: 'K 1', code: crypto.randomUUID() });
      return { input: { rules: 'CHINA', projectId } };
    },
  },
  {
    name: 'set-up-service-levels',
    command: setUpServiceLevels,
    async prepare({ desk: { store } }) {
      const { levels } = await store.read({ levels: { object: 'serviceLevel', filter: {} } });
      if (levels.length > 0)
        await store.destroyWhere('serviceLevel', { id: { in: levels.map(({ id }) => id) } });
      return { input: {} };
    },
  },
  {
    name: 'open-ticket',
    command: openTicket,
    async prepare(stage) {
      const { contractId } = await stage.contract();
      return { input: { kind: 'REPAIR', subject: 'Tap', part: 'PLUMBING', contractId } };
    },
  },
  ofTicket(moveTicket, [], { to: 'TRIAGED', priority: 'URGENT' }),
  ofTicket(moveTicket, ['IN_PROGRESS', 'WAITING_CUSTOMER'], { to: 'IN_PROGRESS' }),
  ofTicket(giveFeedback, ['IN_PROGRESS'], { feedback: 'We came by', satisfactionAsked: true }),
  ofTicket(rateTicket, ['IN_PROGRESS', 'RESOLVED'], { satisfaction: 4, note: 'Quick' }),
  {
    name: 'escalate-ticket',
    command: escalateTicket,
    async prepare(stage) {
      await stage.desk.done(setUpServiceLevels, {});
      const now = new Date(Date.now() - 24 * 100 * HOUR_MS);
      return { input: { serviceTicketId: await ticketOf(stage, {}, { now }) } };
    },
  },
];
