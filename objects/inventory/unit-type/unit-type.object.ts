/** A unit type (户型): rooms and planned area. */
import { defineObject } from 'twenty-sdk/define';
import { belongsTo, decimal, hasMany, object, text, whole } from '#kit/object.ts';

export default defineObject(
  object('unitType', {
    label: 'Unit type',
    plural: 'Unit types',
    icon: 'IconLayout2',
    description: 'A floor plan that many units share.',
    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.unitTypes'),
      rooms: whole('Bedrooms'),
      halls: whole('Living rooms'),
      baths: whole('Bathrooms'),
      plannedAreaSquareMetres: decimal('Planned area (m²)', 2),
      units: hasMany('Units', 'unit.unitType'),
    },
  }),
);
