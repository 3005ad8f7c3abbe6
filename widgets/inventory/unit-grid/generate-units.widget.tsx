/** Makes the units of the selected building, floor by floor, and shows them before they are made. */
import { defineFrontComponent } from 'twenty-sdk/define';
import type { UnitKind } from '#domain/inventory/unit-states.ts';
import { widgetsId } from '#identifiers/widgets.ts';
import { allPages, literal } from '#widgets/shared/api/graphql.ts';
import type { UnitGridInput } from '#widgets/shared/api/inventory-commands.ts';
import { CommandForm } from '#widgets/shared/command-form/command-form.tsx';
import { fieldForm } from '#widgets/shared/command-form/field-form.tsx';
import { readOne } from '#widgets/shared/command-form/one-record.ts';
import { choicesOf, type Names } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { type GridKey, type GridProblem, type GridSubject, gridInput } from './grid-draft.ts';
import { GridPreview } from './grid-preview.tsx';
import type { UnitTypeRecord } from './positions.ts';

type Building = {
  id: string;
  name: string | null;
  code: string | null;
  storeys: number | null;
  projectId: string | null;
  project: { currencyCode: string | null } | null;
};
type Subject = GridSubject & { storeys: number | null };

async function load(id: string): Promise<Subject | null> {
  const fields = 'id name code storeys projectId project { currencyCode }';
  const building = await readOne<Building>('keyturnBuildings', fields, id);
  if (building === null) return null;
  const [types, units] = await Promise.all([
    allPages<UnitTypeRecord>({
      root: 'keyturnUnitTypes',
      fields: 'id name plannedAreaSquareMetres',
      filter: `{ projectId: { eq: ${literal(building.projectId ?? '')} } }`,
    }),
    allPages<{ number: string | null }>({
      root: 'keyturnUnits',
      fields: 'number',
      filter: `{ buildingId: { eq: ${literal(id)} } }`,
    }),
  ]);
  const numbers = new Set(units.flatMap(({ number }) => number ?? []));
  const { name, code, storeys, project } = building;
  return { id, name, code, storeys, currency: project?.currencyCode ?? '', types, numbers };
}

const KINDS: Names<UnitKind> = {
  RESIDENCE: msg('Residence'),
  SHOP: msg('Shop'),
  OFFICE: msg('Office'),
  PARKING: msg('Parking'),
  STORAGE: msg('Storage'),
};

const SPEC = fieldForm<'inventory/generate-units', Subject, GridKey>({
  command: 'inventory/generate-units',
  load,
  facts: ({ name, numbers, types }, { t }) => [
    [t('Building'), name],
    [t('Units so far'), String(numbers.size)],
    [t('Unit types'), types.map((type) => type.name).join(', ')],
  ],
  currency: ({ currency }) => currency,
  start: ({ storeys }) => ({
    fromFloor: '1',
    toFloor: String(storeys ?? 1),
    skipFloors: '4, 13, 14',
    positions: '90\n90',
    skipNumbers: '4',
    pattern: '{floor}{no:2}',
    kind: 'RESIDENCE',
    basePrice: '',
    floorPercent: '',
  }),
  fields: {
    fromFloor: { kind: 'TEXT', label: msg('From floor'), isShort: true },
    toFloor: { kind: 'TEXT', label: msg('To floor'), isShort: true },
    skipFloors: { kind: 'TEXT', label: msg('Floors left out'), isShort: true, isOptional: true },
    skipNumbers: { kind: 'TEXT', label: msg('Numbers left out'), isShort: true, isOptional: true },
    positions: {
      kind: 'LONG',
      label: msg('Units of a floor, a line each'),
      missing: msg('Enter a line for each unit of a floor.'),
      hint: msg('Area; percent on the price; unit type; orientation; view. Such as: 89.50; +2; A1; south'),
    },
    pattern: {
      kind: 'TEXT',
      label: msg('Number'),
      isShort: true,
      hint: msg('In braces: building, floor and no; no:2 has at least two digits.'),
    },
    kind: {
      kind: 'CHOICE',
      label: msg('Kind'),
      isShort: true,
      choices: (_building, t) => choicesOf(KINDS, t),
    },
    basePrice: { kind: 'AMOUNT', label: msg('Price per m²'), isOptional: true },
    floorPercent: {
      kind: 'TEXT',
      label: msg('Percent more for each floor'),
      isShort: true,
      isOptional: true,
    },
  },
  check: (values, subject, { t }) => {
    const read = gridInput(values, subject);
    if (!('field' in read)) return {};
    const texts: Record<string, string> = {
      LIST: t('Enter numbers such as 4, 13-14.'),
      FLOOR: t('Enter a whole number.'),
      PERCENT: t('Enter a percent such as 1.5.'),
    };
    const { field, problem }: GridProblem = read;
    return {
      [field]:
        texts[problem] ??
        t('Line {line} cannot be read. Write it like 89.50; +2; A1; south.', { line: problem }),
    };
  },
  input: (values, subject) => gridInput(values, subject) as UnitGridInput,
  Below: GridPreview,
  submit: ({ t }) => t('Generate units'),
  busy: ({ t }) => t('Generating…'),
  done: ({ t }, { made }) => t('{count} units are made.', { count: Number(made ?? 0) }),
});

function GenerateUnits() {
  return <CommandForm spec={SPEC} />;
}

export default defineFrontComponent({
  universalIdentifier: widgetsId('widget.generateUnits'),
  name: 'generate-units',
  description: 'Makes the units of a building, floor by floor, with a preview of the grid.',
  component: GenerateUnits,
});
