/** A step of the dunning ladder (催款): after how many days which letter goes out by which channel. */
import { defineObject, OnDeleteAction } from 'twenty-sdk/define';
import type { DunningChannel, DunningLevel } from '#domain/ledger/collection-states.ts';
import { DUNNING_CHANNELS, DUNNING_LEVELS } from '#kit/dunning-choices.ts';
import { belongsTo, decimal, flag, hasMany, object, select, text, whole } from '#kit/object.ts';

export default defineObject(
  object('dunningStep', {
    label: 'Dunning step',
    plural: 'Dunning steps',
    icon: 'IconStairs',
    description: 'A step of the ladder of reminders: days, channel, threshold and the words of the letter.',
    fields: {
      name: text('Name'),
      project: belongsTo('Project', 'project.dunningSteps', {
        onDelete: OnDeleteAction.SET_NULL,
        description: 'Empty: for every project that has no ladder of its own.',
      }),
      daysPastDue: whole('Days past due', { description: 'Below zero: so many days before the due date.' }),
      level: select<DunningLevel>('Level', DUNNING_LEVELS, { initially: 'REMINDER' }),
      channel: select<DunningChannel>('Channel', DUNNING_CHANNELS, { initially: 'LETTER' }),
      thresholdPercent: decimal('Threshold (% of price)', 4, {
        description: 'Below this share of the price no notice goes out.',
      }),
      payWithinDays: whole('Pay within (days)'),
      letterEnglish: text('Letter in English', {
        description: 'Words in {{braces}} are filled in. Empty: the letter that comes with Keyturn.',
      }),
      letterChinese: text('Letter in Chinese'),
      isActive: flag('In use', { initially: true }),
      notices: hasMany('Notices', 'dunningNotice.dunningStep'),
    },
  }),
);
