/** The model that installs: what a server would refuse, or what a person would miss, is found here first. */
import { describe, expect, it } from 'vitest';
import { KEYTURN_OBJECTS } from '#kit/role.ts';
import {
  DEFINITIONS,
  FIELDS_ON_STANDARD,
  type FieldConfig,
  INDEXES,
  NAVIGATION,
  type NavigationConfig,
  OBJECTS,
  type ObjectConfig,
  PAGES,
  shortName,
  TABS_ON_STANDARD,
  VIEWS,
} from './definitions.ts';

const MOST_LETTERS = 63;

/** Platform §3.3: names that Twenty keeps for itself. */
const RESERVED = new Set(
  [
    'type plan event field link role user job object relation workspace featureFlag appToken',
    'types plans events fields links roles users jobs objects relations workspaces featureFlags appTokens',
    'currency currencies address addresses index indexes search searches aggregate aggregates fullNames',
    'id createdAt updatedAt deletedAt createdBy updatedBy position searchVector',
  ].flatMap((names) => names.split(' ')),
);

const isReserved = (name: string) => RESERVED.has(name) || /^(pageLayout|billing)/.test(name);

const OWN_FIELDS = OBJECTS.flatMap((object) =>
  object.fields.map((field) => ({ path: `${shortName(object)}.${field.name}`, object, field })),
);
const ALL_FIELDS = [
  ...OWN_FIELDS.map(({ path, object, field }) => ({ path, owner: object.universalIdentifier, field })),
  ...FIELDS_ON_STANDARD.map((field) => ({
    path: `standard.${field.name}`,
    owner: field.objectUniversalIdentifier,
    field: field as FieldConfig,
  })),
];
const isRelation = ({ field }: { field: FieldConfig }) => field.type === 'RELATION';
const isSelect = ({ field }: { field: FieldConfig }) => field.type === 'SELECT';

describe('every definition', () => {
  it.each(DEFINITIONS)('$file is one that the SDK accepts', ({ kind, success, errors }) => {
    expect(kind).toMatch(/^define[A-Z]/);
    expect(errors).toEqual([]);
    expect(success).toBe(true);
  });

  it('there is exactly one application, and one role that it acts with', () => {
    const count = (wanted: string) => DEFINITIONS.filter(({ kind }) => kind === wanted).length;
    expect(count('defineApplication')).toBe(1);
    expect(count('defineApplicationRole')).toBe(1);
  });
});

describe('a relation (platform §3.4)', () => {
  it.each(ALL_FIELDS.filter(isRelation))(
    '$path has its other side, which points back',
    ({ owner, field }) => {
      const other = ALL_FIELDS.find(
        (one) => one.field.universalIdentifier === field.relationTargetFieldMetadataUniversalIdentifier,
      );
      expect(other?.owner).toBe(field.relationTargetObjectMetadataUniversalIdentifier);
      expect(other?.field.relationTargetObjectMetadataUniversalIdentifier).toBe(owner);
      expect(other?.field.relationTargetFieldMetadataUniversalIdentifier).toBe(field.universalIdentifier);
      const sides = [field, other?.field].map((side) => side?.universalSettings?.relationType).sort();
      expect(sides).toEqual(['MANY_TO_ONE', 'ONE_TO_MANY']);
    },
  );

  it.each(ALL_FIELDS.filter(isRelation))('$path keeps its key on the many side only', ({ field }) => {
    const { relationType, joinColumnName, onDelete } = field.universalSettings ?? {};
    const isMany = relationType === 'MANY_TO_ONE';
    expect(joinColumnName).toBe(isMany ? `${field.name}Id` : undefined);
    expect(onDelete === undefined).toBe(!isMany);
  });

  it('nothing that holds money or a decision goes when its parent is destroyed, but an unsigned schedule', () => {
    const cascading = OWN_FIELDS.filter(({ field }) => field.universalSettings?.onDelete === 'CASCADE');
    expect(cascading.map(({ path }) => path).sort()).toEqual([
      // Lines of a file that was read: what they booked are receipts, which stay.
      'bankStatementLine.bankStatement',
      'commissionTier.commissionPlan',
      // The checklist is a part of its template; what was found by it stands in the inspection.
      'inspectionItem.template',
      'installment.contract',
      'paymentPlanLine.paymentPlan',
      // What is put to a unit's prices is a proposal; the prices themselves are the unit's.
      'priceSchemeItem.priceScheme',
      'priceSchemeItem.unit',
      'salesFigure.project',
      'teamMember.member',
      'unitLock.unit',
    ]);
  });
});

describe.each(OBJECTS.map((object) => ({ name: shortName(object), object })))(
  'the object $name',
  ({ name, object }) => {
    const own = VIEWS.filter((view) => view.objectUniversalIdentifier === object.universalIdentifier);

    it('is shown: a list, the fields of its page, a record page and an entry in the sidebar', () => {
      const list = own.find(({ type }) => type === 'TABLE');
      const record = own.find(({ type }) => type === 'FIELDS_WIDGET');
      const page = PAGES.find((one) => one.objectUniversalIdentifier === object.universalIdentifier);
      expect(list?.fields.length).toBeGreaterThan(1);
      expect(record?.fields.length).toBeGreaterThan(1);
      expect(page?.type).toBe('RECORD_PAGE');
      const shown = page?.tabs.flatMap(({ widgets }) => widgets.map(({ configuration }) => configuration));
      expect(shown).toContainEqual({
        configurationType: 'FIELDS',
        viewUniversalIdentifier: record?.universalIdentifier,
      });
      const isEntry = (entry: NavigationConfig) =>
        entry.targetObjectUniversalIdentifier === object.universalIdentifier ||
        entry.viewUniversalIdentifier === list?.universalIdentifier;
      expect(NAVIGATION.filter(isEntry)).toHaveLength(1);
    });

    // The server refuses any other order: "Label identifier view field has to be in the lowest position".
    it('its lists and boards begin with its name', () => {
      const label = object.labelIdentifierFieldMetadataUniversalIdentifier;
      for (const { type, fields } of own) {
        if (type === 'FIELDS_WIDGET') continue;
        const [first] = [...fields].sort((left, right) => left.position - right.position);
        expect(first?.fieldMetadataUniversalIdentifier).toBe(label);
      }
    });

    it('its views show its own fields and no field twice', () => {
      const ids = new Set(object.fields.map(({ universalIdentifier }) => universalIdentifier));
      for (const { fields, sorts = [] } of own) {
        const shown = fields.map((column) => column.fieldMetadataUniversalIdentifier);
        expect(shown.filter((id) => !ids.has(id))).toEqual([]);
        expect(new Set(shown).size).toBe(shown.length);
        expect(sorts.filter((sort) => !ids.has(sort.fieldMetadataUniversalIdentifier))).toEqual([]);
      }
    });

    it('its boards have a column for every state, in the words of the field', () => {
      for (const board of own.filter(({ type }) => type === 'KANBAN')) {
        const grouped = object.fields.find(
          ({ universalIdentifier }) =>
            universalIdentifier === board.mainGroupByFieldMetadataUniversalIdentifier,
        );
        const states = grouped?.options?.map(({ value }) => value) ?? [];
        expect(board.groups?.map(({ fieldValue }) => fieldValue).sort()).toEqual([...states].sort());
      }
    });

    it('is called in a way that Twenty takes, and no field of it collides (platform §3.3)', () => {
      expect(object.nameSingular).toMatch(/^keyturn[A-Z][a-zA-Z0-9]*$/);
      expect(object.namePlural).not.toBe(object.nameSingular);
      expect(object.labelPlural).not.toBe(object.labelSingular);
      const names = object.fields.flatMap((field) => columnsOf(field));
      expect(new Set(names).size).toBe(names.length);
    });

    it('is named by a text field of its own, called name', () => {
      const label = object.fields.find(
        ({ universalIdentifier }) =>
          universalIdentifier === object.labelIdentifierFieldMetadataUniversalIdentifier,
      );
      expect(label).toMatchObject({ name: 'name', type: 'TEXT' });
    });

    it('is on the list of what roles speak about', () => {
      expect(KEYTURN_OBJECTS).toContain(name);
    });

    it('says in a sentence what it is', () => {
      expect(object.description).toMatch(/^[A-Z].+\.$/);
    });
  },
);

/** The columns that a field really makes: a currency has two, a relation one with "Id". */
function columnsOf({ name, type, universalSettings }: FieldConfig): string[] {
  if (type === 'CURRENCY') return [name, `${name}AmountMicros`, `${name}CurrencyCode`];
  return universalSettings?.joinColumnName === undefined ? [name] : [name, universalSettings.joinColumnName];
}

it('the list of what roles speak about has no object that does not exist', () => {
  expect([...KEYTURN_OBJECTS].sort()).toEqual(OBJECTS.map(shortName).sort());
});

describe('names and labels (platform §3.3)', () => {
  it.each(ALL_FIELDS)('$path', ({ field: { name, label } }) => {
    expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
    expect(name.length).toBeLessThanOrEqual(MOST_LETTERS);
    expect(isReserved(name)).toBe(false);
    expect(label.trim()).not.toBe('');
    expect(label.length).toBeLessThanOrEqual(MOST_LETTERS);
  });

  it.each(OBJECTS)('$nameSingular', (object: ObjectConfig) => {
    for (const text of [object.nameSingular, object.namePlural, object.labelSingular, object.labelPlural]) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(MOST_LETTERS);
      expect(isReserved(text)).toBe(false);
    }
  });

  it('what lists, pages and entries are called fits too', () => {
    const entries = NAVIGATION.filter(({ type }) => type !== 'OBJECT').map(({ name = '' }) => ({ name }));
    const names = [...VIEWS, ...PAGES, ...entries].map(({ name }) => name);
    const titles = PAGES.flatMap(({ tabs }) =>
      tabs.flatMap(({ title, widgets }) => [title, ...widgets.map((w) => w.title)]),
    );
    expect([...names, ...titles].filter((text) => text === '' || text.length > MOST_LETTERS)).toEqual([]);
  });

  it('no two objects share a name or a label', () => {
    const names = OBJECTS.flatMap(({ nameSingular, namePlural }) => [nameSingular, namePlural]);
    const labels = OBJECTS.flatMap(({ labelSingular, labelPlural }) => [labelSingular, labelPlural]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('what we put on an object of Twenty’s own bears our name, so that it meets no field of the company', () => {
    for (const { name } of FIELDS_ON_STANDARD) expect(name).toMatch(/^keyturn[A-Z]/);
  });
});

describe('the options of a SELECT (platform §3.2)', () => {
  it.each(ALL_FIELDS.filter(isSelect))('$path', ({ field: { options = [], defaultValue } }) => {
    const values = options.map(({ value }) => value);
    expect(values.length).toBeGreaterThan(1);
    expect(new Set(values).size).toBe(values.length);
    expect(options.map(({ position }) => position)).toEqual(options.map((_, index) => index));
    for (const { id, value, label, color } of options) {
      // Without one a new label would be a new option, and the data of the old one gone.
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(value).toMatch(/^[A-Z][A-Z0-9_]*$/);
      expect(label).toMatch(/^[^,]{1,63}$/);
      expect(color).toMatch(/^[a-z]+$/);
    }
    if (defaultValue !== undefined) expect(values.map((value) => `'${value}'`)).toContain(defaultValue);
  });
});

describe('a unique key (platform §3.5)', () => {
  it.each(INDEXES.map((index) => ({ ...index, object: ownerOf(index.objectUniversalIdentifier) })))(
    'of $object.nameSingular is made of its own fields, none with a default, none of two columns',
    ({ isUnique, fields, object }) => {
      expect(isUnique).toBe(true);
      expect(object).toBeDefined();
      for (const { fieldUniversalIdentifier } of fields) {
        const field = object?.fields.find((one) => one.universalIdentifier === fieldUniversalIdentifier);
        expect(['TEXT', 'NUMBER', 'RELATION', 'DATE']).toContain(field?.type);
        expect(field?.defaultValue).toBeUndefined();
      }
    },
  );

  it('C3, C1.3, E21.3: the keys on which no double sale and no double booking rest are there', () => {
    const keys = INDEXES.map(({ objectUniversalIdentifier, fields }) => {
      const object = ownerOf(objectUniversalIdentifier);
      const names = fields.map(
        (part) =>
          object?.fields.find((one) => one.universalIdentifier === part.fieldUniversalIdentifier)?.name,
      );
      return `${object === undefined ? '' : shortName(object)}: ${names.join(' + ')}`;
    });
    expect(keys).toEqual(
      expect.arrayContaining([
        'unitLock: lockKey',
        'auditEntry: requestKey',
        'receipt: externalId',
        'refund: externalId',
        'contract: name',
        'contract: reservation',
        'installment: contract + seq',
        'allocation: slotKey',
        'adjustment: slotKey',
        'contractChange: changeKey',
        'lateFeeEntry: slotKey',
        'areaSettlement: contract',
        'commission: commissionKey',
        'dunningNotice: noticeKey',
        'paymentRequest: name',
        'gatewayEvent: name',
        'bankStatementLine: bankStatement + lineNumber',
        'handover: contract',
        'unit: building + number',
      ]),
    );
  });

  function ownerOf(id: string): ObjectConfig | undefined {
    return OBJECTS.find(({ universalIdentifier }) => universalIdentifier === id);
  }
});

describe('the sidebar', () => {
  const folders = NAVIGATION.filter(({ type }) => type === 'FOLDER');
  const entries = NAVIGATION.filter(({ type }) => type !== 'FOLDER');

  it('has six folders side by side, in the order of how often they are opened', () => {
    const inOrder = [...folders].sort((a, b) => a.position - b.position);
    expect(inOrder.map(({ position, name }) => [position, name])).toEqual([
      [1.1, 'Keyturn'],
      [1.2, 'Keyturn sales office'],
      [1.3, 'Keyturn ledger'],
      [1.4, 'Keyturn handover'],
      [1.5, 'Keyturn service'],
      [1.6, 'Keyturn setup'],
    ]);
  });

  it('gives every entry a place of its own, in one of the folders', () => {
    const places = entries.map(({ position }) => position);
    expect(new Set(places).size).toBe(places.length);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    const ids = folders.map(({ universalIdentifier }) => universalIdentifier);
    for (const { folderUniversalIdentifier } of entries) expect(ids).toContain(folderUniversalIdentifier);
  });

  it('no folder is empty, and none holds more than a screen shows', () => {
    for (const { universalIdentifier } of folders) {
      const own = entries.filter((entry) => entry.folderUniversalIdentifier === universalIdentifier);
      expect(own.length).toBeGreaterThan(0);
      expect(own.length).toBeLessThanOrEqual(15);
    }
  });

  it('leads nowhere that does not exist', () => {
    const objects = new Set(OBJECTS.map(({ universalIdentifier }) => universalIdentifier));
    const views = new Set(VIEWS.map(({ universalIdentifier }) => universalIdentifier));
    const pages = new Set(PAGES.map(({ universalIdentifier }) => universalIdentifier));
    for (const entry of NAVIGATION) {
      if (entry.type === 'OBJECT') expect(objects).toContain(entry.targetObjectUniversalIdentifier);
      if (entry.type === 'VIEW') expect(views).toContain(entry.viewUniversalIdentifier);
      if (entry.type === 'PAGE_LAYOUT') expect(pages).toContain(entry.pageLayoutUniversalIdentifier);
    }
  });
});

describe('a page', () => {
  it('says how each tab is laid out: the default differs between servers (#23596)', () => {
    const tabs = [...PAGES.flatMap((page) => page.tabs), ...TABS_ON_STANDARD];
    const grids = PAGES.filter(({ type }) => type === 'DASHBOARD').flatMap((page) => page.tabs);
    for (const one of tabs) expect(one.layoutMode).toBe(grids.includes(one) ? 'GRID' : 'VERTICAL_LIST');
  });

  it('shows related records by a ONE_TO_MANY field of its own object', () => {
    const related = PAGES.flatMap(({ objectUniversalIdentifier: owner, tabs }) =>
      tabs.flatMap(({ widgets }) =>
        widgets.filter(({ type }) => type === 'FIELD').map(({ configuration }) => ({ owner, configuration })),
      ),
    );
    expect(related.length).toBeGreaterThan(0);
    for (const { owner, configuration } of related) {
      const field = ALL_FIELDS.find((one) => one.field.universalIdentifier === configuration.fieldMetadataId);
      expect(field?.owner).toBe(owner);
      expect(field?.field.universalSettings?.relationType).toBe('ONE_TO_MANY');
    }
  });
});
