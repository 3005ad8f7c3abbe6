/** Dues come and pass with the days: by the clock. Notices of the dunning ladder go their own way; this is for the salesperson. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const INSTALLMENT_DUE: NativeWorkflow = {
  key: 'installment-due',
  name: say('Keyturn: installment due soon or overdue', 'Keyturn：应收款即将到期或逾期'),
  purpose: say(
    'Every day; leaves a task for the salesperson of each installment that falls due within seven days, and of each that is late.',
    '每天运行：为七天内到期以及已逾期的应收款给销售员创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every day at 01:20 UTC', '每天 01:20 (UTC)'), pattern: '20 1 * * *' },
  steps: [
    find('installments-due', say('Find installments due soon', '查找即将到期的应收款'), { withinDays: 7 }),
    leaveTasks('installments-due', {
      title: say('Installment due soon', '应收款即将到期'),
      text: say('Remind the buyer of the payment.', '请提醒买家按时付款。'),
      dueInDays: 1,
    }),
    find('installments-overdue', say('Find overdue installments', '查找逾期的应收款'), { daysLate: 1 }),
    leaveTasks('installments-overdue', {
      title: say('Installment overdue', '应收款逾期'),
      text: say(
        'The payment is late. Call the buyer, and record what is promised.',
        '付款已逾期，请联系买家并登记承诺还款日。',
      ),
      dueInDays: 1,
    }),
  ],
};
