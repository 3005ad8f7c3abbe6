/** The words of statements of account. */
import type { AgeingBucket } from '#domain/ledger/ageing.ts';
import type { InstallmentState } from '#domain/ledger/index.ts';
import type { Wording } from '../shared/language.ts';

type StatementWords = {
  title: string;
  asOf: (date: string) => string;
  facts: Record<'reference' | 'date' | 'contract' | 'project' | 'unit' | 'price' | 'signedOn' | 'contracts', string>;
  amountsIn: (currency: string) => string;
  contractHeading: (number: string, unit: string) => string;
  figures: Record<'charged' | 'paid' | 'balance' | 'overdue' | 'nextDue' | 'nothingDue', string>;
  summary: { heading: string; contract: string; total: (currency: string) => string; empty: string };
  entries: Record<
    'heading' | 'date' | 'description' | 'charge' | 'payment' | 'balance' | 'totals' | 'empty' | 'note',
    string
  >;
  schedule: Record<
    'heading' | 'number' | 'label' | 'due' | 'amount' | 'paid' | 'waived' | 'lateFee' | 'open' | 'state',
    string
  > & { totals: string; empty: string; undated: string };
  totals: Record<
    | 'heading'
    | 'charged'
    | 'paid'
    | 'waived'
    | 'accrued'
    | 'feesPaid'
    | 'feesWaived'
    | 'feesOpen'
    | 'prepaid'
    | 'balance'
    | 'overdue'
    | 'nextDue',
    string
  >;
  ageing: { heading: string; buckets: Record<AgeingBucket, string>; total: string };
  lateFees: Record<
    'heading' | 'intro' | 'installment' | 'from' | 'to' | 'days' | 'base' | 'rate' | 'fee' | 'total',
    string
  >;
  states: Record<InstallmentState, string>;
};

const ENGLISH: StatementWords = {
  title: 'Statement of account',
  asOf: (date) => `As of ${date}`,
  facts: {
    reference: 'Reference',
    date: 'Date',
    contract: 'Contract',
    project: 'Project',
    unit: 'Unit',
    price: 'Contract price',
    signedOn: 'Signed on',
    contracts: 'Contracts',
  },
  amountsIn: (currency) => `Amounts in ${currency}`,
  contractHeading: (number, unit) => `Contract ${number}, ${unit}`,
  figures: {
    charged: 'Charged',
    paid: 'Paid',
    balance: 'Balance owed',
    overdue: 'Of which overdue',
    nextDue: 'Next due',
    nothingDue: 'Nothing further',
  },
  summary: {
    heading: 'All contracts',
    contract: 'Contract',
    total: (currency) => `Total ${currency}`,
    empty: 'There are no contracts.',
  },
  entries: {
    heading: 'Account',
    date: 'Date',
    description: 'Description',
    charge: 'Charge',
    payment: 'Payment',
    balance: 'Balance',
    totals: 'Total',
    empty: 'Nothing has been charged or paid so far.',
    note: 'A balance above zero is owed by the buyer; one below zero stands to the buyer’s credit.',
  },
  schedule: {
    heading: 'Payment schedule',
    number: 'No.',
    label: 'Installment',
    due: 'Due',
    amount: 'Amount',
    paid: 'Paid',
    waived: 'Waived',
    lateFee: 'Late fee',
    open: 'Open',
    state: 'Status',
    totals: 'Total',
    empty: 'The contract has no installments.',
    undated: 'on milestone',
  },
  totals: {
    heading: 'Summary',
    charged: 'Charged',
    paid: 'Paid',
    waived: 'Waived',
    accrued: 'Late fees accrued',
    feesPaid: 'Late fees paid',
    feesWaived: 'Late fees waived',
    feesOpen: 'Late fees open',
    prepaid: 'Prepaid, not yet used',
    balance: 'Balance owed',
    overdue: 'Overdue',
    nextDue: 'Next due',
  },
  ageing: {
    heading: 'Age of what is open',
    buckets: {
      NOT_DUE: 'Not yet due',
      D1_30: '1–30 days',
      D31_60: '31–60 days',
      D61_90: '61–90 days',
      D91_PLUS: 'Over 90 days',
    },
    total: 'Total',
  },
  lateFees: {
    heading: 'Appendix: how the late fees were worked out',
    intro: 'Fee = overdue amount × rate per day × days. Both the first and the last day count.',
    installment: 'Installment',
    from: 'From',
    to: 'To',
    days: 'Days',
    base: 'Overdue amount',
    rate: 'Rate per day',
    fee: 'Fee',
    total: 'Total',
  },
  states: {
    SCHEDULED: 'Scheduled',
    PENDING: 'Pending',
    DUE: 'Due',
    PARTIALLY_PAID: 'Partly paid',
    PAID: 'Paid',
    OVERDUE: 'Overdue',
    WAIVED: 'Waived',
    CANCELLED: 'Cancelled',
  },
};

const CHINESE: StatementWords = {
  title: '对账单',
  asOf: (date) => `截至${date}`,
  facts: {
    reference: '编号',
    date: '出具日期',
    contract: '合同编号',
    project: '项目',
    unit: '房源',
    price: '合同总价',
    signedOn: '签约日期',
    contracts: '合同数',
  },
  amountsIn: (currency) => `金额单位：${currency}`,
  contractHeading: (number, unit) => `合同 ${number}：${unit}`,
  figures: {
    charged: '应收',
    paid: '已收',
    balance: '应付余额',
    overdue: '其中逾期',
    nextDue: '下期应付',
    nothingDue: '无后续应付款',
  },
  summary: {
    heading: '全部合同',
    contract: '合同编号',
    total: (currency) => `合计（${currency}）`,
    empty: '没有合同。',
  },
  entries: {
    heading: '往来明细',
    date: '日期',
    description: '摘要',
    charge: '应收',
    payment: '收款',
    balance: '余额',
    totals: '合计',
    empty: '尚无应收或收款。',
    note: '余额为正数，表示买方尚欠的款项；为负数，表示买方的结余。',
  },
  schedule: {
    heading: '付款计划',
    number: '期次',
    label: '款项',
    due: '到期日',
    amount: '应付',
    paid: '已付',
    waived: '减免',
    lateFee: '违约金',
    open: '未付',
    state: '状态',
    totals: '合计',
    empty: '该合同没有应收款。',
    undated: '待节点确认',
  },
  totals: {
    heading: '汇总',
    charged: '应收合计',
    paid: '已收合计',
    waived: '减免合计',
    accrued: '违约金：计提',
    feesPaid: '违约金：已付',
    feesWaived: '违约金：减免',
    feesOpen: '违约金：未付',
    prepaid: '预收款余额',
    balance: '应付余额',
    overdue: '逾期金额',
    nextDue: '下期应付',
  },
  ageing: {
    heading: '账龄',
    buckets: {
      NOT_DUE: '未到期',
      D1_30: '1–30 天',
      D31_60: '31–60 天',
      D61_90: '61–90 天',
      D91_PLUS: '90 天以上',
    },
    total: '合计',
  },
  lateFees: {
    heading: '附录：逾期违约金的计算',
    intro: '违约金＝逾期金额×日费率×天数，起止两日均计入天数。',
    installment: '款项',
    from: '起',
    to: '止',
    days: '天数',
    base: '逾期金额',
    rate: '日费率',
    fee: '违约金',
    total: '合计',
  },
  states: {
    SCHEDULED: '未到期',
    PENDING: '待节点',
    DUE: '应付',
    PARTIALLY_PAID: '部分付清',
    PAID: '已付清',
    OVERDUE: '逾期',
    WAIVED: '已减免',
    CANCELLED: '已取消',
  },
};

export const STATEMENT_WORDS: Wording<StatementWords> = { en: ENGLISH, 'zh-CN': CHINESE };
export type { StatementWords };
