/** A unit (房源): what is sold. Its state follows its lock (C3); see extension/domain/inventory. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { HeldAs, UnitKind } from '#domain/inventory/unit-states.ts';
import {
  belongsTo,
  dateTime,
  decimal,
  hasMany,
  json,
  money,
  object,
  select,
  text,
  whole,
} from '#kit/object.ts';
import { UNIT_STAGES } from '#workflows/pipeline/unit.ts';

const KINDS: Record<UnitKind, { label: string; color: string }> = {
  RESIDENCE: { label: 'Residence', color: 'sky' },
  SHOP: { label: 'Shop', color: 'orange' },
  OFFICE: { label: 'Office', color: 'blue' },
  PARKING: { label: 'Parking', color: 'gray' },
  STORAGE: { label: 'Storage', color: 'brown' },
};

const HELD_AS: Record<HeldAs, { label: string; color: string }> = {
  SALES: { label: 'Hold by a salesperson', color: 'yellow' },
  VIP: { label: 'VIP', color: 'purple' },
  QUEUE: { label: 'Chosen from the queue', color: 'orange' },
  LEGAL: { label: 'Legal freeze', color: 'red' },
};

export default defineObject(
  object('unit', {
    label: 'Unit',
    plural: 'Units',
    icon: 'IconHome',
    description: 'A home, shop or parking space for sale.',
    fields: {
      name: text('Name'),
      number: text('Number'),
      building: belongsTo('Building', 'building.units'),
      project: belongsTo('Project', 'project.units'),
      releaseBatch: belongsTo('Release batch', 'releaseBatch.units', { onDelete: OnDeleteAction.SET_NULL }),
      unitType: belongsTo('Unit type', 'unitType.units', { onDelete: OnDeleteAction.SET_NULL }),
      kind: select('Kind', KINDS, { initially: 'RESIDENCE' }),
      floor: whole('Floor'),
      areaSquareMetres: decimal('Area (m²)', 2),
      innerAreaSquareMetres: decimal('Inner area (m²)', 2),
      sharedAreaSquareMetres: decimal('Shared area (m²)', 2),
      orientation: text('Orientation'),
      outlook: text('View'),
      parkingSpaces: whole('Parking spaces'),
      parkingAreaSquareMetres: decimal('Parking area (m²)', 2),
      listPrice: money('List price'),
      floorPrice: money('Floor price'),
      filedPrice: money('Filed price', {
        description: 'Ceiling filed with the authority; the list price may not exceed it (D6).',
      }),
      state: select('State', UNIT_STAGES, { initially: 'PLANNED' }),
      heldAs: select('Held as', HELD_AS),
      holder: text('Held by'),
      heldUntil: dateTime('Held until'),
      releasedAt: dateTime('Released at'),
      remark: text('Remark'),
      claimKey: text('Claim', { description: 'Which command is changing the state right now.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      unitHolds: hasMany('Holds', 'unitHold.unit'),
      queueTickets: hasMany('Queue tickets', 'queueTicket.chosenUnit'),
      priceSchemeItems: hasMany('Price history', 'priceSchemeItem.unit'),
      locks: hasMany('Locks', 'unitLock.unit'),
      reservations: hasMany('Reservations', 'reservation.unit'),
      contracts: hasMany('Contracts', 'contract.unit'),
      quotes: hasMany('Quotes', 'quote.unit'),
      contractChanges: hasMany('Given back by', 'contractChange.unitBefore'),
      areaSettlements: hasMany('Area settlements', 'areaSettlement.unit'),
      handovers: hasMany('Handovers', 'handover.unit'),
      inspections: hasMany('Inspections', 'inspection.unit'),
      snags: hasMany('Snags', 'snag.unit'),
      keySets: hasMany('Key sets', 'keySet.unit'),
      titleCases: hasMany('Title cases', 'titleCase.unit'),
      changeAnswers: hasMany('Answers to changes', 'changeAnswer.unit'),
      serviceTickets: hasMany('Service tickets', 'serviceTicket.unit'),
    },
  }),
);
