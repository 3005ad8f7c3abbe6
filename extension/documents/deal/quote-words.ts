/** The words of quotations. */
import type { PlanAnchor } from '#domain/ledger/index.ts';
import type { Wording } from '../shared/language.ts';

export type QuoteWords = {
  title: string;
  draft: string;
  validUntil: (date: string) => string;
  facts: Record<'number' | 'date' | 'project' | 'unit' | 'area' | 'validUntil', string>;
  version: (number: string, version: number) => string;
  squareMetres: (area: string) => string;
  figures: Record<'price' | 'deposit' | 'monthly' | 'saved', string>;
  amountsIn: (currency: string) => string;
  ladder: Record<'heading' | 'step' | 'off' | 'after' | 'listPrice' | 'price', string>;
  schedule: Record<'number' | 'label' | 'due' | 'amount' | 'total' | 'empty', string> & {
    heading: (plan: string) => string;
    note: (date: string) => string;
  };
  anchors: Record<PlanAnchor, string>;
  loan: Record<'heading' | 'amount' | 'rate' | 'first' | 'last' | 'each' | 'interest', string> & {
    term: string;
    months: (months: number) => string;
    methods: Record<'EQUAL_INSTALLMENT' | 'EQUAL_PRINCIPAL', string>;
    method: string;
    note: string;
  };
  notKept: (date: string) => string;
  deposit: (deposit: string, hours: number) => string;
  remark: (remark: string) => string;
};

const ENGLISH: QuoteWords = {
  title: 'Quotation',
  draft: 'Draft, not offered yet',
  validUntil: (date) => `Valid until ${date}`,
  facts: {
    number: 'Quotation no.',
    date: 'Date',
    project: 'Project',
    unit: 'Unit',
    area: 'Area',
    validUntil: 'Valid until',
  },
  version: (number, version) => `${number}, version ${version}`,
  squareMetres: (area) => `${area} m²`,
  figures: {
    price: 'Price',
    deposit: 'Deposit',
    monthly: 'First monthly payment',
    saved: 'Below list price',
  },
  amountsIn: (currency) => `Amounts in ${currency}`,
  ladder: {
    heading: 'Price',
    step: 'Step',
    off: 'Taken off',
    after: 'Price',
    listPrice: 'List price',
    price: 'Price quoted',
  },
  schedule: {
    heading: (plan) => `Payment schedule: ${plan}`,
    number: 'No.',
    label: 'Installment',
    due: 'Due',
    amount: 'Amount',
    total: 'Total',
    empty: 'No payment plan is chosen.',
    note: (date) => `Dates are those of a contract signed on ${date}.`,
  },
  anchors: {
    SIGNING: 'on signing',
    DATE: 'on a date',
    MILESTONE: 'on construction milestone',
    HANDOVER: 'on handover of keys',
    LOAN: 'on payout of the loan',
  },
  loan: {
    heading: 'Mortgage, for orientation',
    amount: 'Loan',
    term: 'Term',
    months: (months) => `${months} months`,
    rate: 'Interest a year',
    method: 'Repayment',
    methods: {
      EQUAL_INSTALLMENT: 'equal installments',
      EQUAL_PRINCIPAL: 'equal principal',
    },
    first: 'First monthly payment',
    last: 'Last monthly payment',
    each: 'Monthly payment',
    interest: 'Interest in all',
    note: 'Worked out month by month and rounded to the cent. The bank decides on the loan, its rate and its terms.',
  },
  notKept: (date) =>
    `This quotation does not keep the unit: until it is reserved it may be sold to somebody else. The price holds until ${date}, as long as the unit is free.`,
  deposit: (deposit, hours) =>
    `With a reservation a deposit of ${deposit} is asked; the unit is then kept for ${hours} hours.`,
  remark: (remark) => `Remark: ${remark}`,
};

const CHINESE: QuoteWords = {
  title: '报价单',
  draft: '草稿，尚未发出',
  validUntil: (date) => `有效期至${date}`,
  facts: {
    number: '报价单号',
    date: '日期',
    project: '项目',
    unit: '房源',
    area: '建筑面积',
    validUntil: '有效期至',
  },
  version: (number, version) => `${number}（第${version}版）`,
  squareMetres: (area) => `${area} 平方米`,
  figures: { price: '报价', deposit: '定金', monthly: '首月月供', saved: '较表价优惠' },
  amountsIn: (currency) => `单位：${currency}`,
  ladder: {
    heading: '价格',
    step: '项目',
    off: '优惠金额',
    after: '优惠后价格',
    listPrice: '表价',
    price: '报价',
  },
  schedule: {
    heading: (plan) => `付款计划：${plan}`,
    number: '期次',
    label: '款项',
    due: '应付日期',
    amount: '金额',
    total: '合计',
    empty: '尚未选择付款方案。',
    note: (date) => `日期按${date}签约推算。`,
  },
  anchors: {
    SIGNING: '签约时',
    DATE: '按约定日期',
    MILESTONE: '达到工程节点时',
    HANDOVER: '交付时',
    LOAN: '贷款发放时',
  },
  loan: {
    heading: '按揭测算（仅供参考）',
    amount: '贷款金额',
    term: '贷款期限',
    months: (months) => `${months}个月`,
    rate: '年利率',
    method: '还款方式',
    methods: { EQUAL_INSTALLMENT: '等额本息', EQUAL_PRINCIPAL: '等额本金' },
    first: '首月月供',
    last: '末月月供',
    each: '每月月供',
    interest: '利息总额',
    note: '逐月计算并四舍五入到分。贷款额度、利率及条件以银行审批为准。',
  },
  notKept: (date) =>
    `本报价不保留房源：在认购之前，该房源可能售予他人。在房源仍可售的前提下，价格有效期至${date}。`,
  deposit: (deposit, hours) => `认购时须支付定金${deposit}，届时房源保留${hours}小时。`,
  remark: (remark) => `备注：${remark}`,
};

export const QUOTE_WORDS: Wording<QuoteWords> = { en: ENGLISH, 'zh-CN': CHINESE };
