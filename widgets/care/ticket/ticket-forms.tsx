/** The forms within a ticket: moved on, feedback given, what the customer says. */
import type {
  ServiceTicketState,
  TicketKind,
  TicketPriority,
  WarrantyPart,
} from '#domain/care/care-states.ts';
import { SERVICE_TICKET_TRANSITIONS } from '#domain/care/care-transitions.ts';
import type { SnagCategory, SnagSeverity } from '#domain/handover/after-sale-states.ts';
import { KINDS, PARTS, PRIORITIES, TICKET_STATES } from '#widgets/care/care-names.ts';
import { CATEGORY_NAMES, SEVERITY_NAMES } from '#widgets/handover/names.ts';
import type { CommandFormSpec } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { choicesOf } from '#widgets/shared/i18n/choices.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { CopyText } from '#widgets/shared/parts/copy-text.tsx';
import { readTicket, type TicketSubject } from './ticket-record.ts';

const facts = () => [];

export type MoveKey = 'to' | 'assigneeId' | 'kind' | 'priority' | 'part' | 'department' | 'resolution';

export function movesFrom(state: ServiceTicketState | null): ServiceTicketState[] {
  return state === null ? [] : [...SERVICE_TICKET_TRANSITIONS[state]];
}

const isLooked = ({ to }: { to: string }) => to === 'TRIAGED';
const isGiven = ({ to }: { to: string }) => to === 'ASSIGNED' || to === 'IN_PROGRESS';

/** One form, begun with the state that was pressed. */
export function moveForm(to: ServiceTicketState) {
  return fieldForm<'care/move-ticket', TicketSubject, MoveKey>({
    command: 'care/move-ticket',
    load: readTicket,
    facts,
    start: (subject) => ({
      to,
      assigneeId: subject.assignee?.id ?? '',
      kind: subject.kind ?? 'ENQUIRY',
      priority: subject.priority ?? 'NORMAL',
      part: subject.part ?? '',
      department: subject.department ?? '',
      resolution: to === 'RESOLVED' ? (subject.resolution ?? '') : '',
    }),
    fields: {
      to: {
        kind: 'CHOICE',
        label: msg('New state'),
        isShort: true,
        choices: ({ state }, t) => choicesOf(TICKET_STATES, t, movesFrom(state)),
      },
      assigneeId: {
        kind: 'CHOICE',
        label: msg('Assignee'),
        isShort: true,
        isOptional: true,
        hint: msg('Empty: you'),
        isShown: isGiven,
        choices: ({ members }) => [['', '–'], ...members.map(({ id, name }): [string, string] => [id, name])],
      },
      kind: {
        kind: 'CHOICE',
        label: msg('Kind'),
        isShort: true,
        isShown: isLooked,
        choices: (_subject, t) => choicesOf(KINDS, t),
      },
      priority: {
        kind: 'CHOICE',
        label: msg('Priority'),
        isShort: true,
        isShown: isLooked,
        choices: (_subject, t) => choicesOf(PRIORITIES, t),
      },
      part: {
        kind: 'CHOICE',
        label: msg('Part'),
        isShort: true,
        isOptional: true,
        isShown: isLooked,
        choices: (_subject, t) => [['', '–'], ...choicesOf(PARTS, t)],
      },
      department: {
        kind: 'TEXT',
        label: msg('Department'),
        isShort: true,
        isOptional: true,
        isShown: isLooked,
      },
      resolution: {
        kind: 'LONG',
        label: msg('What was done'),
        isShown: ({ to: wanted }) => wanted === 'RESOLVED',
      },
    },
    input: (values, { id }) => ({
      serviceTicketId: id,
      to: values.to as ServiceTicketState,
      assigneeId: given(values.assigneeId),
      resolution: given(values.resolution),
      kind: given(values.kind) as TicketKind | undefined,
      priority: given(values.priority) as TicketPriority | undefined,
      part: given(values.part) as WarrantyPart | undefined,
      department: given(values.department),
    }),
    submit: ({ t }) => t('Move ticket'),
    busy: ({ t }) => t('Moving…'),
    done: ({ t }) => t('The ticket is moved.'),
  });
}

export const GIVE_FEEDBACK = fieldForm<'care/give-feedback', TicketSubject, 'feedback' | 'satisfactionAsked'>(
  {
    command: 'care/give-feedback',
    load: readTicket,
    facts,
    start: ({ feedback }) => ({ feedback: feedback ?? '', satisfactionAsked: '' }),
    fields: {
      feedback: {
        kind: 'LONG',
        label: msg('What the customer was told'),
        hint: msg('Also where it is not our fault: explain it.'),
      },
      satisfactionAsked: {
        kind: 'CHECK',
        label: msg('The customer was asked how it was'),
        isOptional: true,
      },
    },
    input: ({ feedback, satisfactionAsked }, { id }) => ({
      serviceTicketId: id,
      feedback,
      satisfactionAsked: satisfactionAsked === 'true',
    }),
    submit: ({ t }) => t('Keep feedback'),
    busy: ({ t }) => t('Saving…'),
    done: ({ t }) => t('The feedback is kept.'),
  },
);

const STARS = ['5', '4', '3', '2', '1'] as const;

function starsText(stars: string, { t }: Pick<Words, 't'>): string {
  return `${'★'.repeat(Number(stars))} ${t('{stars} of 5', { stars })}`;
}

export const RATE_TICKET = fieldForm<'care/rate-ticket', TicketSubject, 'satisfaction' | 'note'>({
  command: 'care/rate-ticket',
  load: readTicket,
  facts,
  start: ({ satisfaction, satisfactionNote }) => ({
    satisfaction: String(satisfaction ?? 5),
    note: satisfactionNote ?? '',
  }),
  fields: {
    satisfaction: {
      kind: 'CHOICE',
      label: msg('Satisfaction'),
      isShort: true,
      choices: (_subject, t) => STARS.map((stars): [string, string] => [stars, starsText(stars, { t })]),
    },
    note: { kind: 'LONG', label: msg('In the customer’s words'), isOptional: true },
  },
  input: ({ satisfaction, note }, { id }) => ({
    serviceTicketId: id,
    satisfaction: Number(satisfaction),
    note: given(note),
  }),
  submit: ({ t }) => t('Keep answer'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('What the customer says is kept.'),
});

type Link = { url: string; english: string; chinese: string };

/** A question, so that it may be asked again and again. */
export const RATING_LINK: CommandFormSpec<'care/ask-rating-link', TicketSubject, object> = {
  command: 'care/ask-rating-link',
  load: readTicket,
  facts,
  explains: (_subject, { t }) =>
    t(
      'Whoever has the link can say how satisfied they are, and change it for seven days. It ends when the ticket is opened again.',
    ),
  start: () => ({}),
  read: (_draft, { id }) => ({ input: { serviceTicketId: id }, wrong: {} }),
  submit: ({ t }) => t('Make link'),
  busy: ({ t }) => t('Signing…'),
  done: ({ t }) => t('Send it to the customer only.'),
  isQuestion: true,
  Outcome: ({ result, words }) => {
    const { url, english, chinese } = result as Link;
    const { t } = words;
    return (
      <>
        <CopyText label={t('Link')} text={url} words={words} />
        <CopyText label={t('Message in English')} text={english} words={words} />
        <CopyText label={t('Message in Chinese')} text={chinese} words={words} />
      </>
    );
  },
};

/** Parts of a warranty as categories of a snag. */
const CATEGORY_OF: Record<WarrantyPart, SnagCategory> = {
  STRUCTURE: 'STRUCTURE',
  WATERPROOFING: 'WATERPROOFING',
  HEATING_COOLING: 'HEATING_COOLING',
  ELECTRICAL: 'ELECTRICAL',
  PLUMBING: 'PLUMBING',
  EQUIPMENT: 'EQUIPMENT',
  DECORATION: 'SURFACES',
  DOORS_WINDOWS: 'DOORS_WINDOWS',
  OTHER: 'OTHER',
};

type SnagKey = 'title' | 'room' | 'severity' | 'category' | 'description';

/** What the customer has said, as work for who built it. */
export const TICKET_SNAG = fieldForm<'handover/report-snag', TicketSubject, SnagKey>({
  command: 'handover/report-snag',
  load: readTicket,
  facts,
  start: ({ name, description, part, priority }) => ({
    title: name ?? '',
    room: '',
    severity: priority === 'URGENT' || priority === 'HIGH' ? 'MAJOR' : 'MINOR',
    category: part === null ? 'OTHER' : CATEGORY_OF[part],
    description: description ?? '',
  }),
  fields: {
    title: { kind: 'TEXT', label: msg('What is wrong') },
    room: { kind: 'TEXT', label: msg('Room'), isOptional: true, isShort: true },
    severity: {
      kind: 'CHOICE',
      label: msg('Severity'),
      isShort: true,
      choices: (_subject, t) => choicesOf(SEVERITY_NAMES, t, ['MINOR', 'MAJOR']),
    },
    category: {
      kind: 'CHOICE',
      label: msg('Category'),
      isShort: true,
      choices: (_subject, t) => choicesOf(CATEGORY_NAMES, t),
    },
    description: { kind: 'LONG', label: msg('Description'), isOptional: true },
  },
  input: (values, { id, unit }) => ({
    unitId: unit?.id ?? '',
    serviceTicketId: id,
    title: values.title,
    room: given(values.room),
    severity: values.severity as SnagSeverity,
    category: values.category as SnagCategory,
    description: given(values.description),
  }),
  submit: ({ t }) => t('Report snag'),
  busy: ({ t }) => t('Saving…'),
  done: ({ t }) => t('The snag is reported.'),
});
