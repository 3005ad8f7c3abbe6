/** What the service desk of the sample has on its hands: a ticket of each kind, in and out of warranty and time. Pure. */
import { rateTicket } from '../care/answer-ticket.ts';
import { moveTicket } from '../care/move-ticket.ts';
import { openTicket } from '../care/open-ticket.ts';
import { setUpServiceLevels } from '../care/set-up-service-levels.ts';
import { reportSnag } from '../handover/report-snag.ts';
import type { AnyCommand } from './command.ts';
import { SAMPLE_PEOPLE, type SampleSite, sampleId } from './sample-site.ts';
import { type Known, type Step, unitOf } from './sample-step.ts';

export const LEVELS_STEP = 'service levels';

type Asked = { unit?: string; deal?: number } & Record<string, unknown>;

export function serviceSteps(site: SampleSite): Step[] {
  const open = (what: string, daysBefore: number, { unit, deal, ...rest }: Asked): Step => ({
    key: `ticket ${what}`,
    daysBefore,
    command: openTicket,
    input: () => ({
      projectId: sampleId(site.generation, 'project'),
      ...(unit === undefined ? {} : { unitId: unitOf(site, 'A', unit) }),
      ...(deal === undefined ? {} : { contactName: (SAMPLE_PEOPLE[deal] ?? []).join(' ') }),
      ...rest,
    }),
  });
  const then = (
    what: string,
    daysBefore: number,
    command: AnyCommand,
    input: Record<string, unknown>,
  ): Step => ({
    key: `ticket ${what} ${String(input.to ?? command.name)}`,
    daysBefore,
    command,
    input: (known) => ({ ...ticketOf(known, what), ...input }),
  });
  return [
    { key: LEVELS_STEP, daysBefore: 75, command: setUpServiceLevels, input: () => ({}) },
    open('enquiry', 30, {
      kind: 'ENQUIRY',
      channel: 'PHONE',
      subject: 'When can the meter be read in my name?',
      contactName: 'Vera Blum',
    }),
    then('enquiry', 29, moveTicket, { to: 'IN_PROGRESS' }),
    then('enquiry', 28, moveTicket, { to: 'RESOLVED', resolution: 'From the day of the keys; form sent.' }),
    then('enquiry', 27, rateTicket, { satisfaction: 5, note: 'Quick and clear' }),
    then('enquiry', 26, moveTicket, { to: 'CLOSED' }),
    open('late', 21, {
      kind: 'REPAIR',
      priority: 'HIGH',
      channel: 'PHONE',
      subject: 'Damp patch under the shower',
      part: 'WATERPROOFING',
      unit: '202',
      deal: 2,
    }),
    open('adjust', 15, {
      kind: 'REPAIR',
      subject: 'Wardrobe door hangs askew',
      part: 'OTHER',
      unit: '201',
      deal: 1,
    }),
    then('adjust', 14, moveTicket, { to: 'IN_PROGRESS' }),
    then('adjust', 13, moveTicket, { to: 'WAITING_CUSTOMER' }),
    open('complaint', 9, {
      kind: 'COMPLAINT',
      channel: 'WEB',
      subject: 'Nobody answers about the damp patch',
      unit: '202',
      deal: 2,
    }),
    then('complaint', 8, moveTicket, { to: 'IN_PROGRESS' }),
    then('complaint', 7, moveTicket, { to: 'RESOLVED', resolution: 'A date with the engineer is set.' }),
    open('repair', 2, {
      kind: 'REPAIR',
      channel: 'PHONE',
      subject: 'Kitchen tap drips',
      part: 'PLUMBING',
      unit: '101',
      deal: 0,
    }),
    then('repair', 1, moveTicket, { to: 'IN_PROGRESS' }),
    open('internal', 1, {
      kind: 'INTERNAL',
      subject: 'Look at the sealing of Riverside A 202',
      department: 'Engineering',
    }),
    then('internal', 1, moveTicket, { to: 'IN_PROGRESS' }),
    open('suggestion', 0, {
      kind: 'SUGGESTION',
      subject: 'A bench at the playground',
      unit: '101',
      deal: 0,
    }),
    {
      key: 'ticket repair snag',
      daysBefore: 1,
      command: reportSnag,
      input: (known) => ({
        ...ticketOf(known, 'repair'),
        unitId: unitOf(site, 'A', '101'),
        title: 'Tap drips',
        room: 'Kitchen',
        category: 'PLUMBING',
        severity: 'MINOR',
        foundBy: SAMPLE_PEOPLE[0].join(' '),
      }),
    },
  ];
}

function ticketOf(known: Known, what: string) {
  return { serviceTicketId: known.answerOf(`ticket ${what}`).serviceTicketId };
}
