/**
 * The keys come into the books: the salesperson of the deal is told. Without an appointment the command inserts
 * the handover, of an appointment it says by a plain update who received the keys; so this waits for either. An
 * invitation is no handover yet: the finding passes it by, and tells of each handover once.
 */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const HANDOVER_BOOKED: NativeWorkflow = {
  key: 'handover-booked',
  name: say('Keyturn: handover booked', 'Keyturn：交付已登记'),
  purpose: say(
    'When a handover is entered; leaves a task for the salesperson of the deal.',
    '登记交付时运行：给该交易的销售员创建任务。',
  ),
  trigger: {
    kind: 'RECORD',
    name: say('Handover is entered', '登记交付'),
    object: 'handover',
    operation: 'upserted',
    fields: ['receivedBy'],
  },
  steps: [
    find('handover', say('Find whose handover it is', '查找交付所属的交易'), {
      handoverId: { recordField: 'id' },
    }),
    leaveTasks('handover', {
      title: say('Handover', '交付'),
      text: say(
        'See that the protocol is filed, and ask the buyer how it went.',
        '请确认交付记录已归档，并回访买家。',
      ),
      dueInDays: 3,
    }),
  ],
};
