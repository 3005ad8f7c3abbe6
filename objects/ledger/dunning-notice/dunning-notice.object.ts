/** A dunning notice (催款单): what a buyer was told to pay, by when, and what came of it (C4). */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { DunningChannel, DunningLevel } from '#domain/ledger/collection-states.ts';
import { DUNNING_CHANNELS, DUNNING_LEVELS } from '#kit/dunning-choices.ts';
import { belongsTo, date, json, money, object, select, text, whole } from '#kit/object.ts';
import { DUNNING_STAGES } from '#workflows/pipeline/dunning-notice.ts';

export default defineObject(
  object('dunningNotice', {
    label: 'Dunning notice',
    plural: 'Dunning notices',
    icon: 'IconMailExclamation',
    description:
      'A reminder or demand to a buyer, with what is asked and what came of it. Written by commands only.',
    isUICreatable: false,
    fields: {
      name: text('Letter number'),
      contract: belongsTo('Contract', 'contract.dunningNotices'),
      dunningStep: belongsTo('Step', 'dunningStep.notices', { onDelete: OnDeleteAction.SET_NULL }),
      level: select<DunningLevel>('Level', DUNNING_LEVELS, { initially: 'REMINDER' }),
      channel: select<DunningChannel>('Channel', DUNNING_CHANNELS, { initially: 'LETTER' }),
      state: select('State', DUNNING_STAGES, { initially: 'DRAFT' }),
      issuedOn: date('Issued on'),
      payBy: date('Pay by'),
      amountDue: money('Overdue'),
      lateFeeDue: money('Late fee'),
      oldestDueOn: date('Oldest due date'),
      daysLate: whole('Days late'),
      sentOn: date('Sent on'),
      remark: text('Result'),
      noticeKey: text('Key', { description: 'Keeps one step from being taken twice for the same arrears.' }),
      seal: json('Sealed values', {
        description: 'What commands last wrote; a change by hand is compared with it.',
      }),
    },
  }),
);
