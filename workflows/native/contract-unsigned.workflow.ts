/** The large deposit is the promise to sign (C4); days later nobody has. By the clock: waiting is no event. */
import { type NativeWorkflow, say } from '../definition.ts';
import { find, leaveTasks } from '../steps.ts';

export const CONTRACT_UNSIGNED: NativeWorkflow = {
  key: 'contract-unsigned',
  name: say('Keyturn: contract unsigned', 'Keyturn：逾期未签约'),
  purpose: say(
    'Every day; leaves a task for the salesperson when no contract was signed within seven days of the large deposit.',
    '每天运行：大定七天后仍未签约时，给销售员创建任务。',
  ),
  trigger: { kind: 'CLOCK', name: say('Every day at 01:00 UTC', '每天 01:00 (UTC)'), pattern: '0 1 * * *' },
  steps: [
    find('unsigned-reservations', say('Find large deposits without contract', '查找大定后未签约的认购'), {
      afterDays: 7,
    }),
    leaveTasks('unsigned-reservations', {
      title: say('Contract not signed yet', '尚未签约'),
      text: say(
        'The large deposit was taken and no contract is signed. Make an appointment for the signing.',
        '大定已收但尚未签约，请预约签约时间。',
      ),
      dueInDays: 2,
    }),
  ],
};
