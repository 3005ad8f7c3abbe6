/** The kit builds definitions, so it is code: what each helper makes is what Twenty wants (platform §3). */
import { FieldType, OnDeleteAction, STANDARD_OBJECT } from 'twenty-sdk/define';
import { describe, expect, it } from 'vitest';
import { modelId } from '#identifiers/model.ts';
import {
  apiName,
  belongsTo,
  date,
  dateTime,
  decimal,
  fieldId,
  fieldOn,
  flag,
  hasMany,
  json,
  money,
  object,
  objectId,
  pluralApiName,
  select,
  text,
  uniqueKey,
  whole,
} from '#kit/object.ts';

type Built = Record<string, unknown>;

/** The field as it would be the `floor` of a unit, or any other that has an identifier. */
const built = (build: ReturnType<typeof text>, path = 'unit.floor'): Built =>
  build(path, path.split('.')[1] ?? '');

describe('names in the API', () => {
  it.each([
    ['unit', 'keyturnUnit', 'keyturnUnits'],
    ['unitType', 'keyturnUnitType', 'keyturnUnitTypes'],
    ['auditEntry', 'keyturnAuditEntry', 'keyturnAuditEntries'],
    ['paymentPlanLine', 'keyturnPaymentPlanLine', 'keyturnPaymentPlanLines'],
    ['key', 'keyturnKey', 'keyturnKeys'],
  ])('%s is %s and, of many, %s', (name, singular, plural) => {
    expect(apiName(name)).toBe(singular);
    expect(pluralApiName(name)).toBe(plural);
  });

  it('an object of Twenty’s own keeps the identifier that Twenty gave it', () => {
    expect(objectId('person')).toBe(STANDARD_OBJECT.person.universalIdentifier);
    expect(objectId('company')).toBe(STANDARD_OBJECT.company.universalIdentifier);
    expect(objectId('unit')).toBe(modelId('object.unit'));
  });
});

describe('a field', () => {
  it.each([
    ['text', text('Floor'), { type: FieldType.TEXT, icon: 'IconTypography' }],
    ['date', date('Floor'), { type: FieldType.DATE, icon: 'IconCalendar' }],
    ['dateTime', dateTime('Floor'), { type: FieldType.DATE_TIME, icon: 'IconCalendarTime' }],
    ['json', json('Floor'), { type: FieldType.RAW_JSON, isUIEditable: false }],
    [
      'money',
      money('Floor'),
      { type: FieldType.CURRENCY, universalSettings: { format: 'full', decimals: 2 } },
    ],
    ['flag', flag('Floor'), { type: FieldType.BOOLEAN, defaultValue: false }],
    ['a flag that is set', flag('Floor', { initially: true }), { defaultValue: true }],
    [
      'whole',
      whole('Floor'),
      { type: FieldType.NUMBER, universalSettings: { dataType: 'int', decimals: 0 } },
    ],
    [
      'decimal',
      decimal('Floor', 4),
      { type: FieldType.NUMBER, universalSettings: { dataType: 'float', decimals: 4 } },
    ],
  ])('%s', (_name, build, expected) => {
    expect(built(build)).toMatchObject({
      ...expected,
      universalIdentifier: fieldId('unit.floor'),
      name: 'floor',
      label: 'Floor',
    });
  });

  it('takes an icon, a description and whatever Twenty adds one day', () => {
    const common = {
      icon: 'IconStairs',
      description: 'Counted from the street.',
      raw: { isSearchable: true },
    };
    expect(built(text('Floor', common))).toMatchObject({
      icon: 'IconStairs',
      description: 'Counted from the street.',
      isSearchable: true,
    });
  });

  it('says nothing that it was not told', () => {
    expect(Object.keys(built(text('Floor'))).sort()).toEqual([
      'icon',
      'label',
      'name',
      'type',
      'universalIdentifier',
    ]);
  });

  it('without an identifier is refused with what to do', () => {
    expect(() => built(text('Colour'), 'unit.colour')).toThrow(/npm run ids/);
  });
});

describe('a choice', () => {
  const kinds = {
    RESERVATION: { label: 'Reservation', color: 'orange' },
    CONTRACT: { label: 'Contract', color: 'blue' },
  };

  it('gives each value its identifier, label, colour and place', () => {
    expect(built(select('Holder', kinds), 'unitLock.holderKind')).toMatchObject({
      type: FieldType.SELECT,
      options: [
        {
          id: modelId('option.unitLock.holderKind.RESERVATION'),
          value: 'RESERVATION',
          label: 'Reservation',
          color: 'orange',
          position: 0,
        },
        {
          id: modelId('option.unitLock.holderKind.CONTRACT'),
          value: 'CONTRACT',
          label: 'Contract',
          color: 'blue',
          position: 1,
        },
      ],
    });
  });

  it('begins with a value in quotes within the text, as Twenty wants it, or with none', () => {
    const path = 'unitLock.holderKind';
    expect(built(select('Holder', kinds, { initially: 'CONTRACT' }), path).defaultValue).toBe("'CONTRACT'");
    expect(built(select('Holder', kinds), path)).not.toHaveProperty('defaultValue');
  });
});

describe('a relation', () => {
  it('the many side holds the key and keeps what it belongs to from being destroyed', () => {
    expect(built(belongsTo('Building', 'building.units'), 'unit.building')).toMatchObject({
      type: FieldType.RELATION,
      relationTargetObjectMetadataUniversalIdentifier: objectId('building'),
      relationTargetFieldMetadataUniversalIdentifier: fieldId('building.units'),
      universalSettings: {
        relationType: 'MANY_TO_ONE',
        onDelete: OnDeleteAction.RESTRICT,
        joinColumnName: 'buildingId',
      },
    });
  });

  it('another wish for what happens then is heard', () => {
    const build = belongsTo('Building', 'building.units', { onDelete: OnDeleteAction.CASCADE });
    expect(built(build, 'unit.building')).toMatchObject({ universalSettings: { onDelete: 'CASCADE' } });
  });

  it('the one side holds nothing and points back', () => {
    expect(built(hasMany('Units', 'unit.building'), 'building.units')).toMatchObject({
      relationTargetObjectMetadataUniversalIdentifier: objectId('unit'),
      relationTargetFieldMetadataUniversalIdentifier: fieldId('unit.building'),
      universalSettings: { relationType: 'ONE_TO_MANY' },
    });
  });

  it('one to an object of Twenty’s own meets the field that we put there', () => {
    const field = fieldOn('person', 'keyturnContracts', hasMany('Contracts', 'contract.buyer'));
    expect(field).toMatchObject({
      objectUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
      universalIdentifier: fieldId('person.keyturnContracts'),
      name: 'keyturnContracts',
      relationTargetFieldMetadataUniversalIdentifier: fieldId('contract.buyer'),
    });
    expect(built(belongsTo('Buyer', 'person.keyturnContracts'), 'contract.buyer')).toMatchObject({
      relationTargetObjectMetadataUniversalIdentifier: STANDARD_OBJECT.person.universalIdentifier,
      relationTargetFieldMetadataUniversalIdentifier: fieldId('person.keyturnContracts'),
    });
  });
});

describe('an object', () => {
  const spec = {
    label: 'Unit',
    plural: 'Units',
    icon: 'IconHome',
    description: 'A home.',
    fields: { name: text('Name'), floor: whole('Floor') },
  };

  it('reads like a data dictionary and becomes what the SDK defines', () => {
    expect(object('unit', spec)).toMatchObject({
      universalIdentifier: modelId('object.unit'),
      nameSingular: 'keyturnUnit',
      namePlural: 'keyturnUnits',
      labelSingular: 'Unit',
      labelPlural: 'Units',
      isSearchable: true,
      labelIdentifierFieldMetadataUniversalIdentifier: fieldId('unit.name'),
      fields: [
        { name: 'name', universalIdentifier: fieldId('unit.name') },
        { name: 'floor', universalIdentifier: fieldId('unit.floor') },
      ],
    });
  });

  it('offers creating it unless it is told not to', () => {
    expect(object('unit', spec)).not.toHaveProperty('isUICreatable');
    expect(object('unit', { ...spec, isUICreatable: false })).toMatchObject({ isUICreatable: false });
  });
});

describe('a unique key', () => {
  it('of two fields is one index of both, in their order', () => {
    expect(uniqueKey('unit', ['building', 'number'])).toEqual({
      universalIdentifier: modelId('index.unit.building+number'),
      objectUniversalIdentifier: objectId('unit'),
      indexType: 'BTREE',
      isUnique: true,
      fields: [
        {
          universalIdentifier: modelId('indexField.unit.building+number.building'),
          fieldUniversalIdentifier: fieldId('unit.building'),
        },
        {
          universalIdentifier: modelId('indexField.unit.building+number.number'),
          fieldUniversalIdentifier: fieldId('unit.number'),
        },
      ],
    });
  });
});
