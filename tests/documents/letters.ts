/** Demand letters for the documents' tests. */

import type { DemandLetter } from '#documents/ledger/demand-letter.ts';
import { DEMAND_LETTER_TEMPLATES } from '#documents/ledger/demand-letter-templates.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';
import { CHINESE_SENDER, ENGLISH_SENDER } from './accounts.ts';

export function englishLetter(changes: Partial<DemandLetter> = {}): DemandLetter {
  const aed = (amount: string) => parseMoney(amount, 'AED');
  return {
    level: 'FIRST',
    letterNumber: 'DL-2025-0042',
    date: plainDate('2025-08-15'),
    sender: ENGLISH_SENDER,
    addressee: { name: 'Ms Layla Haddad', addressLines: ['Villa 7, Palm Grove', 'Jumeirah 3, Dubai'] },
    project: 'Harbour Gate, Phase II',
    contract: 'HG-2025-00117',
    unit: 'Tower A, 12-04',
    currency: 'AED',
    overdue: [
      {
        label: 'Installment 6',
        dueOn: plainDate('2025-06-15'),
        daysLate: 61,
        open: aed('51388.89'),
        lateFee: aed('1567.36'),
      },
      {
        label: 'Installment 7',
        dueOn: plainDate('2025-07-15'),
        daysLate: 31,
        open: aed('51388.89'),
        lateFee: aed('796.53'),
      },
    ],
    payBy: plainDate('2025-08-29'),
    bankAccounts: [
      {
        holder: 'Harbour Gate Developments LLC, escrow account',
        bank: 'Emirates Example Bank, Dubai Main Branch',
        number: 'AE07 0331 2345 6789 0123 456',
        note: 'HG-2025-00117',
      },
    ],
    template: DEMAND_LETTER_TEMPLATES.en.FIRST,
    ...changes,
  };
}

export function chineseLetter(changes: Partial<DemandLetter> = {}): DemandLetter {
  const cny = (amount: string) => parseMoney(amount, 'CNY');
  return {
    level: 'FORMAL',
    letterNumber: '云麓催字〔2025〕第042号',
    date: plainDate('2025-08-15'),
    sender: CHINESE_SENDER,
    addressee: { name: '陈堃龍', addressLines: ['浙江省杭州市西湖区文三路478号', '310012'] },
    project: '云麓一期',
    contract: 'YL-2025-0117',
    unit: '3幢1单元1204室',
    currency: 'CNY',
    overdue: [
      {
        label: '第二期：主体封顶',
        dueOn: plainDate('2025-06-15'),
        daysLate: 61,
        open: cny('653600.00'),
        lateFee: cny('19934.80'),
      },
      {
        label: '第三期',
        dueOn: plainDate('2025-07-15'),
        daysLate: 31,
        open: cny('326800.00'),
        lateFee: cny('5065.40'),
      },
    ],
    payBy: plainDate('2025-08-29'),
    bankAccounts: [
      {
        holder: '云麓置业有限公司（预售资金监管账户）',
        bank: '中国示例银行杭州余杭支行',
        number: '3301 0400 1234 5678 901',
      },
    ],
    template: DEMAND_LETTER_TEMPLATES['zh-CN'].FORMAL,
    ...changes,
  };
}
