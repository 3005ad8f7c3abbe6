import { defineCommandMenuItem } from 'twenty-sdk/define';
import { RELEASE_BATCH_TRANSITIONS } from '#domain/inventory/sales-states.ts';
import { recordCommand, whenOneIs } from '#widgets/shared/command-form/record-command.ts';

export default defineCommandMenuItem(
  recordCommand('callNextTicket', {
    label: 'Call next ticket',
    shortLabel: 'Call next',
    icon: 'IconSpeakerphone',
    object: 'releaseBatch',
    widget: 'callNextTicket',
    available: whenOneIs(RELEASE_BATCH_TRANSITIONS, ['OPEN']),
  }),
);
