/** Quotations as the tests of documents print them: one in English with all there is, one in Chinese. */
import type { QuoteSheet } from '#documents/deal/quote.ts';
import { parseMoney } from '#domain/shared/money.ts';
import { plainDate } from '#domain/shared/plain-date.ts';

const aed = (amount: string) => parseMoney(amount, 'AED');
const cny = (amount: string) => parseMoney(amount, 'CNY');

export function englishQuote(changes: Partial<QuoteSheet> = {}): QuoteSheet {
  return {
    number: 'Q-3F2A-91BC',
    version: 1,
    isDraft: false,
    date: plainDate('2026-03-12'),
    validUntil: plainDate('2026-03-19'),
    sender: { name: 'Harbour Homes Ltd.', lines: ['1 Quay Road, Dubai', 'sales@harbour.example'] },
    buyer: 'Mei-ling Lin, Ada Lovelace',
    project: 'Harbour View',
    unit: 'A 12-03',
    areaSquareMetres: 98.85,
    listPrice: aed('1465000.00'),
    steps: [
      { name: 'Early bird', percent: 2, amount: aed('29300.00'), priceAfter: aed('1435700.00') },
      { name: 'Paid by plan', percent: null, amount: aed('15000.00'), priceAfter: aed('1420700.00') },
    ],
    price: aed('1420700.00'),
    deposit: aed('50000.00'),
    holdHours: 24,
    plan: '10 / 20 / bank 65 / 5',
    signedOn: plainDate('2026-03-20'),
    schedule: [
      {
        seq: 1,
        label: 'Signing',
        dueOn: plainDate('2026-03-20'),
        anchor: 'SIGNING',
        amount: aed('142070.00'),
      },
      {
        seq: 2,
        label: 'Down payment 1/2',
        dueOn: plainDate('2026-05-20'),
        anchor: 'SIGNING',
        amount: aed('142070.00'),
      },
      {
        seq: 3,
        label: 'Down payment 2/2',
        dueOn: plainDate('2026-07-20'),
        anchor: 'SIGNING',
        amount: aed('142070.00'),
      },
      { seq: 4, label: 'Bank loan', dueOn: null, anchor: 'LOAN', amount: aed('923455.00') },
      { seq: 5, label: 'Keys', dueOn: null, anchor: 'HANDOVER', amount: aed('71035.00') },
    ],
    loan: {
      amount: aed('923455.00'),
      termMonths: 360,
      annualRatePercent: '3.6',
      repayment: 'EQUAL_INSTALLMENT',
      first: aed('4198.47'),
      last: aed('4195.55'),
      interest: aed('587993.28'),
    },
    remark: '',
    ...changes,
  };
}

export function chineseQuote(changes: Partial<QuoteSheet> = {}): QuoteSheet {
  return englishQuote({
    version: 2,
    sender: { name: '港湾置业有限公司', lines: ['滨江路1号'] },
    buyer: '林美玲',
    project: '国安滨江',
    unit: 'A栋1203',
    listPrice: cny('1465000.00'),
    steps: [{ name: '早鸟优惠', percent: 2, amount: cny('29300.00'), priceAfter: cny('1435700.00') }],
    price: cny('1435700.00'),
    deposit: cny('50000.00'),
    plan: '首付三成，按揭七成',
    schedule: [
      {
        seq: 1,
        label: '首付款',
        dueOn: plainDate('2026-03-20'),
        anchor: 'SIGNING',
        amount: cny('430710.00'),
      },
      { seq: 2, label: '按揭款', dueOn: null, anchor: 'LOAN', amount: cny('1004990.00') },
    ],
    loan: {
      amount: cny('1004990.00'),
      termMonths: 240,
      annualRatePercent: '3.1',
      repayment: 'EQUAL_PRINCIPAL',
      first: cny('6783.68'),
      last: cny('4198.28'),
      interest: cny('312844.16'),
    },
    remark: '含一个车位的优先选择权',
    ...changes,
  });
}
