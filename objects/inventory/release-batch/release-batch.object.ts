/** A release batch (推盘批次): units that go on sale together, how they are sold and who is called when. */
import { defineObject } from 'twenty-sdk/define';
import type { SalesMode } from '#domain/inventory/sales-states.ts';
import { belongsTo, dateTime, hasMany, json, money, object, select, text, whole } from '#kit/object.ts';
import { RELEASE_BATCH_STAGES } from '#workflows/pipeline/release-batch.ts';

const MODES: Record<SalesMode, { label: string; color: string }> = {
  FIRST_COME: { label: 'First come first served', color: 'blue' },
  QUEUE_ORDER: { label: 'By queue number', color: 'orange' },
  LOTTERY: { label: 'By lottery', color: 'purple' },
};

export default defineObject(
  object('releaseBatch', {
    label: 'Release batch',
    plural: 'Release batches',
    icon: 'IconStack2',
    description: 'Units that go on sale together, and how they are sold.',

    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.releaseBatches'),
      state: select('State', RELEASE_BATCH_STAGES, { initially: 'DRAFT' }),
      salesMode: select('How it is sold', MODES, { initially: 'FIRST_COME' }),
      releaseAt: dateTime('Planned for'),
      permitNumber: text('Pre-sale permit'),
      earnestAsked: money('Earnest money', {
        description:
          'What a queue ticket costs; only with a valid pre-sale permit, and refunded in full (D6).',
      }),
      callMinutes: whole('Minutes to choose', {
        description: 'How long a called ticket may choose. Empty: 10.',
      }),
      requeues: whole('Times a missed ticket may come back'),
      openedAt: dateTime('Opened at'),
      closedAt: dateTime('Closed at'),
      lotterySeed: text('Lottery seed', { description: 'With it anybody can draw the same order again.' }),
      lotteryDrawnAt: dateTime('Lottery drawn at'),
      remark: text('Remark'),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
      units: hasMany('Units', 'unit.releaseBatch'),
      queueTickets: hasMany('Queue tickets', 'queueTicket.releaseBatch'),
    },
  }),
);
