/** Puts units of the project into the selected release batch: by building and floors. */
import { defineFrontComponent } from 'twenty-sdk/define';
import { widgetsId } from '#identifiers/widgets.ts';
import { allPages, literal } from '#widgets/shared/api/graphql.ts';
import { CommandForm, type FieldsProps } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import type { Values } from '#widgets/shared/command-form/field-list.tsx';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type BatchRecord, readBatchRecord } from './batch-subject.ts';

type Unit = {
  id: string;
  floor: number | null;
  buildingId: string | null;
  building: { name: string | null } | null;
};
/** Units that nobody has and that are in no batch yet. */
type Subject = { batch: BatchRecord; units: Unit[] };
type Key = 'buildingId' | 'fromFloor' | 'toFloor';

async function load(id: string): Promise<Subject | null> {
  const batch = await readBatchRecord(id);
  if (batch === null) return null;
  const units = await allPages<Unit>({
    root: 'keyturnUnits',
    fields: 'id floor buildingId building { name }',
    filter: `{ and: [{ projectId: { eq: ${literal(batch.projectId ?? '')} } },
      { releaseBatchId: { is: NULL } }, { state: { in: [PLANNED, CONTROLLED, AVAILABLE] } }] }`,
  });
  return { batch, units };
}

export function chosenUnits({ units }: Pick<Subject, 'units'>, values: Values<Key>): string[] {
  const [from, to] = [values.fromFloor, values.toFloor].map((text) =>
    text.trim() === '' ? null : Number(text),
  );
  const isInside = (floor: number | null) =>
    (from == null || (floor !== null && floor >= from)) && (to == null || (floor !== null && floor <= to));
  return units
    .filter(({ buildingId }) => values.buildingId === '' || buildingId === values.buildingId)
    .filter(({ floor }) => isInside(floor))
    .map(({ id }) => id);
}

const MOST = 2_000;

function Chosen({ subject, draft, words: { t } }: FieldsProps<Subject, Values<Key>>) {
  return (
    <p className="kt-hint">{t('{count} units are meant.', { count: chosenUnits(subject, draft).length })}</p>
  );
}

const SPEC = fieldForm<'inventory/assign-units-to-batch', Subject, Key>({
  command: 'inventory/assign-units-to-batch',
  load,
  facts: ({ batch, units }, { t }) => [
    [t('Release batch'), batch.name],
    [t('Project'), batch.project?.name],
    [t('Units in no batch'), String(units.length)],
  ],
  blocked: ({ batch, units }, { t }) => {
    if (batch.state === 'CLOSED') return t('This batch is closed.');
    return units.length === 0 ? t('Every unit that nobody has is in a batch already.') : null;
  },
  start: () => ({ buildingId: '', fromFloor: '', toFloor: '' }),
  fields: {
    buildingId: {
      kind: 'CHOICE',
      label: msg('Building'),
      isOptional: true,
      choices: ({ units }, t) => {
        const names = new Map(
          units.map(({ buildingId, building }) => [buildingId ?? '', building?.name ?? '–']),
        );
        return [['', t('All buildings')], ...names];
      },
    },
    fromFloor: { kind: 'TEXT', label: msg('From floor'), isShort: true, isOptional: true },
    toFloor: { kind: 'TEXT', label: msg('To floor'), isShort: true, isOptional: true },
  },
  check: (values, subject, { t }) => {
    for (const key of ['fromFloor', 'toFloor'] as const)
      if (!/^(-?\d{1,3})?$/.test(values[key])) return { [key]: t('Enter a whole number.') };
    const count = chosenUnits(subject, values).length;
    if (count === 0) return { buildingId: t('No unit is like this.') };
    return count > MOST ? { buildingId: t('Choose at most {most} units at once.', { most: MOST }) } : {};
  },
  input: (values, subject) => ({
    releaseBatchId: subject.batch.id,
    unitIds: chosenUnits(subject, values),
  }),
  Below: Chosen,
  submit: ({ t }) => t('Assign units'),
  busy: ({ t }) => t('Assigning…'),
  done: ({ t }, { assigned }) => t('{count} units belong to the batch.', { count: Number(assigned ?? 0) }),
});

function AssignUnits() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.assignUnits'),
  name: 'assign-units',
  description: 'Puts units of a project into a release batch, by building and floors.',
  component: AssignUnits,
});
