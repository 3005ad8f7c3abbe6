import { describe, expect, it } from 'vitest';
import { viewsId } from '#identifiers/views.ts';
import { fieldId, objectId } from '#kit/object.ts';
import { board, recordFields, table } from '#kit/view.ts';

describe('a list', () => {
  const list = table('unit', {
    name: 'All units',
    icon: 'IconHome',
    columns: ['name', ['state', 120]],
    sort: ['name', 'ASC'],
  });

  it('shows its columns in their order, wide as they were told', () => {
    expect(list.fields).toEqual([
      {
        universalIdentifier: viewsId('field.unit.list.name'),
        fieldMetadataUniversalIdentifier: fieldId('unit.name'),
        position: 0,
        size: 150,
        isVisible: true,
      },
      {
        universalIdentifier: viewsId('field.unit.list.state'),
        fieldMetadataUniversalIdentifier: fieldId('unit.state'),
        position: 1,
        size: 120,
        isVisible: true,
      },
    ]);
  });

  it('is the table of its object', () => {
    expect(list).toMatchObject({
      universalIdentifier: viewsId('view.unit.list'),
      objectUniversalIdentifier: objectId('unit'),
      type: 'TABLE',
      key: 'INDEX',
      visibility: 'WORKSPACE',
    });
  });

  it.each([
    [['reservedAt', 'DESC'] as const, [{ direction: 'DESC' }]],
    [undefined, undefined],
  ])('sorted by %j', (sort, sorts) => {
    const one = table('reservation', { name: 'All', icon: 'IconX', columns: ['name'], sort });
    if (sorts === undefined) expect(one).not.toHaveProperty('sorts');
    else expect(one).toMatchObject({ sorts });
  });
});

describe('a board', () => {
  it('has a column for each state in the order given, and counts by name', () => {
    const one = board('reservation', {
      name: 'By state',
      icon: 'IconLayoutKanban',
      groupBy: 'state',
      states: ['EXPIRED', 'ACTIVE'],
      columns: ['name'],
    });
    expect(one).toMatchObject({
      type: 'KANBAN',
      mainGroupByFieldMetadataUniversalIdentifier: fieldId('reservation.state'),
      kanbanAggregateOperation: 'COUNT',
      kanbanAggregateOperationFieldMetadataUniversalIdentifier: fieldId('reservation.name'),
      groups: [
        { fieldValue: 'EXPIRED', position: 0, isVisible: true },
        { fieldValue: 'ACTIVE', position: 1, isVisible: true },
      ],
    });
  });
});

describe('the fields of a record page', () => {
  it('stand in their groups, numbered through', () => {
    const fields = recordFields('reservation', { Money: ['price'], Remark: ['remark'] });
    expect(fields).toMatchObject({
      type: 'FIELDS_WIDGET',
      fieldGroups: [
        { name: 'Money', position: 0 },
        { name: 'Remark', position: 1 },
      ],
      fields: [
        {
          fieldMetadataUniversalIdentifier: fieldId('reservation.price'),
          viewFieldGroupUniversalIdentifier: viewsId('fieldGroup.reservation.record.Money'),
          position: 0,
        },
        {
          fieldMetadataUniversalIdentifier: fieldId('reservation.remark'),
          viewFieldGroupUniversalIdentifier: viewsId('fieldGroup.reservation.record.Remark'),
          position: 1,
        },
      ],
    });
  });

  it('a field that the object does not have is refused at once', () => {
    expect(() => recordFields('reservation', { Money: ['colour'] })).toThrow(/npm run ids/);
  });
});
