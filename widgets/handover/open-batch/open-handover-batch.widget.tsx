/** Invites buyers of the selected building in one wave. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { ReadinessAnswer } from '#domain/handover/answers.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { askQuestion } from '#widgets/shared/api/ask-question.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm, given } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { daysFromToday } from '#widgets/shared/format/moment.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { floorsOf } from './floors.ts';

type Building = {
  id: string;
  name: string | null;
  completionCertificate: string | null;
  project: { name: string | null } | null;
};
type Subject = { building: Building; sold: number };
type Key =
  | 'name'
  | 'opensOn'
  | 'closesOn'
  | 'dayFrom'
  | 'dayTo'
  | 'slotMinutes'
  | 'capacity'
  | 'place'
  | 'floors'
  | 'deemedOn';

async function load(id: string): Promise<Subject | null> {
  const building = await readOne<Building>(
    'keyturnBuildings',
    'id name completionCertificate project { name }',
    id,
  );
  if (building === null) return null;
  const answer = await askQuestion<ReadinessAnswer>('handover/handover-readiness', { recordId: id });
  return { building, sold: answer?.count ?? 0 };
}

const SPEC = fieldForm<'handover/open-handover-batch', Subject, Key>({
  command: 'handover/open-handover-batch',
  load,
  facts: ({ building, sold }, { t }) => [
    [t('Building'), building.name],
    [t('Project'), building.project?.name],
    [t('Contracts'), String(sold)],
    [t('Completion certificate'), building.completionCertificate || t('not entered yet')],
  ],
  blocked: ({ sold }, { t }) => (sold > 0 ? null : t('No home of this building is sold.')),
  explains: (_subject, { t }) =>
    t(
      'Everybody who has bought here and has no invitation yet is invited. Leave floors empty for the whole building.',
    ),
  start: () => ({
    name: '',
    opensOn: daysFromToday(14),
    closesOn: daysFromToday(27),
    dayFrom: '09:00',
    dayTo: '17:00',
    slotMinutes: '60',
    capacity: '2',
    place: '',
    floors: '',
    deemedOn: '',
  }),
  fields: {
    name: {
      kind: 'TEXT',
      label: msg('Name'),
      isOptional: true,
      hint: msg('Empty: the building and a number.'),
    },
    opensOn: { kind: 'DATE', label: msg('First day') },
    closesOn: { kind: 'DATE', label: msg('Last day') },
    dayFrom: { kind: 'TEXT', label: msg('Day begins at'), isShort: true },
    dayTo: { kind: 'TEXT', label: msg('Day ends at'), isShort: true },
    slotMinutes: { kind: 'WHOLE', label: msg('Minutes of a slot') },
    capacity: { kind: 'WHOLE', label: msg('Buyers in a slot') },
    place: { kind: 'TEXT', label: msg('Place'), isOptional: true, hint: msg('Where the buyers come to.') },
    floors: { kind: 'TEXT', label: msg('Floors'), isOptional: true, hint: msg('Such as 1-5, 8') },
    deemedOn: {
      kind: 'DATE',
      label: msg('Deemed delivered on'),
      isOptional: true,
      hint: msg('Who was invited in time and has not come by then is taken to have got the home.'),
    },
  },
  check: ({ floors }, _subject, { t }) =>
    floors === '' || floorsOf(floors) !== null ? {} : { floors: t('Enter floors such as 1-5, 8.') },
  input: (values, { building }) => ({
    buildingId: building.id,
    name: given(values.name),
    opensOn: values.opensOn,
    closesOn: values.closesOn,
    dayFrom: values.dayFrom,
    dayTo: values.dayTo,
    slotMinutes: Number(values.slotMinutes),
    capacity: Number(values.capacity),
    place: given(values.place),
    deemedOn: given(values.deemedOn),
    floors: values.floors === '' ? undefined : (floorsOf(values.floors) ?? undefined),
  }),
  submit: ({ t }) => t('Invite and open'),
  busy: ({ t }) => t('Inviting…'),
  done: ({ t }, { invited, seats }) =>
    t('{count} buyers are invited to {seats} places.', {
      count: Number(invited ?? 0),
      seats: Number(seats ?? 0),
    }),
});

function OpenHandoverBatch() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.openHandoverBatch'),
  name: 'open-handover-batch',
  description: 'Invites the buyers of a building to hand their homes over, in one wave.',
  component: OpenHandoverBatch,
});
