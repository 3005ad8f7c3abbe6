/** The words of demand letters that no template holds. */
import type { Wording } from '../shared/language.ts';

type LetterWords = Record<
  'date' | 'number' | 'contract' | 'unit' | 'project' | 'amounts' | 'installment' | 'due' | 'daysLate',
  string
> &
  Record<'open' | 'lateFee' | 'sum' | 'total' | 'empty', string> & {
    amountsIn: (currency: string) => string;
    account: Record<'holder' | 'bank' | 'number' | 'note', string>;
    /** Empty lines leave room for a signature or a seal. */
    signature: (company: string, date: string) => readonly string[];
  };

export const LETTER_WORDS: Wording<LetterWords> = {
  en: {
    date: 'Date',
    number: 'Our reference',
    contract: 'Contract',
    unit: 'Unit',
    project: 'Project',
    amounts: 'Overdue installments',
    installment: 'Installment',
    due: 'Due',
    daysLate: 'Days late',
    open: 'Amount open',
    lateFee: 'Late fee',
    sum: 'To be paid',
    total: 'Total',
    empty: 'No installment is overdue.',
    amountsIn: (currency) => `Amounts in ${currency}`,
    account: { holder: 'Account holder', bank: 'Bank', number: 'Account number', note: 'Note' },
    signature: (company) => [`For and on behalf of ${company}`, '', '', 'Authorised signatory'],
  },
  'zh-CN': {
    date: '日期',
    number: '函件编号',
    contract: '合同编号',
    unit: '房源',
    project: '项目',
    amounts: '逾期款项',
    installment: '款项',
    due: '到期日',
    daysLate: '逾期天数',
    open: '未付金额',
    lateFee: '违约金',
    sum: '应付合计',
    total: '合计',
    empty: '没有逾期款项。',
    amountsIn: (currency) => `金额单位：${currency}`,
    account: { holder: '户名', bank: '开户行', number: '账号', note: '备注' },
    signature: (company, date) => ['', `${company}（盖章）`, date],
  },
};
