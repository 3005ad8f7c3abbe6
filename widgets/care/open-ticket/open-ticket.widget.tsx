/** Opens a service ticket for the selected home, contract or person. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { TicketChannel, TicketKind, TicketPriority, WarrantyPart } from '#domain/care/care-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { KINDS, PARTS, PRIORITIES } from '#widgets/care/care-names.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { choicesOf, type Names } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type OpenSubject, openFacts, readOpenSubject } from './open-ticket-subject.ts';

const CAME_BY: Names<'PHONE' | 'STAFF'> = { PHONE: msg('Phone'), STAFF: msg('On site') };

type Key =
  | 'kind'
  | 'priority'
  | 'subject'
  | 'description'
  | 'part'
  | 'channel'
  | 'contactName'
  | 'contactPhone'
  | 'department';

const SPEC = fieldForm<'care/open-ticket', OpenSubject, Key>({
  command: 'care/open-ticket',
  load: readOpenSubject,
  facts: openFacts,
  start: () => ({
    kind: 'REPAIR',
    priority: 'NORMAL',
    subject: '',
    description: '',
    part: '',
    channel: 'PHONE',
    contactName: '',
    contactPhone: '',
    department: '',
  }),
  fields: {
    kind: {
      kind: 'CHOICE',
      label: msg('Kind'),
      isShort: true,
      choices: (_subject, t) => choicesOf(KINDS, t),
    },
    priority: {
      kind: 'CHOICE',
      label: msg('Priority'),
      isShort: true,
      choices: (_subject, t) => choicesOf(PRIORITIES, t),
    },
    subject: { kind: 'TEXT', label: msg('Subject') },
    description: { kind: 'LONG', label: msg('Description'), isOptional: true },
    part: {
      kind: 'CHOICE',
      label: msg('Part'),
      isShort: true,
      isOptional: true,
      hint: msg('Of it follows whether it is under warranty.'),
      isShown: ({ kind }) => kind === 'REPAIR' || kind === 'COMPLAINT',
      choices: (_subject, t) => [['', '–'], ...choicesOf(PARTS, t)],
    },
    department: {
      kind: 'TEXT',
      label: msg('Department'),
      isShown: ({ kind }) => kind === 'INTERNAL',
    },
    channel: {
      kind: 'CHOICE',
      label: msg('Came by'),
      isShort: true,
      choices: (_subject, t) => choicesOf(CAME_BY, t),
    },
    contactName: { kind: 'TEXT', label: msg('Name of the caller'), isShort: true, isOptional: true },
    contactPhone: { kind: 'TEXT', label: msg('Phone'), isShort: true, isOptional: true },
  },
  input: (values, { what, id }) => ({
    kind: values.kind as TicketKind,
    subject: values.subject,
    description: given(values.description),
    priority: values.priority as TicketPriority,
    channel: values.channel as TicketChannel,
    part: given(values.part) as WarrantyPart | undefined,
    department: given(values.department),
    contactName: given(values.contactName),
    contactPhone: given(values.contactPhone),
    ...(what === 'UNIT' ? { unitId: id } : what === 'CONTRACT' ? { contractId: id } : { customerId: id }),
  }),
  submit: ({ t }) => t('Open ticket'),
  busy: ({ t }) => t('Opening…'),
  done: ({ t }) => t('The ticket is opened.'),
});

function OpenTicket() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.openTicket'),
  name: 'open-ticket',
  description: 'Opens a service ticket for a home, a contract or a person.',
  component: OpenTicket,
});
