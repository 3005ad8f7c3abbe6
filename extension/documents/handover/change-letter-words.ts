/** The words of letters about engineering changes. */
import type { EngineeringChangeKind, SilenceMeans } from '#domain/handover/index.ts';
import type { Wording } from '../shared/language.ts';

type ChangeLetterWords = {
  title: string;
  facts: Record<
    'date' | 'contract' | 'project' | 'building' | 'unit' | 'kind' | 'decidedOn' | 'answerBy',
    string
  >;
  kinds: Record<EngineeringChangeKind, string>;
  salutation: (buyers: string) => string;
  opening: (contract: string, unit: string) => string;
  change: string;
  consequence: string;
  answer: string;
  asked: (date: string) => string;
  rescind: string;
  silence: Record<SilenceMeans, (date: string) => string>;
  /** Empty lines leave room for a signature or a seal. */
  signature: (company: string, date: string) => readonly string[];
  slip: Record<'heading' | 'accept' | 'object' | 'rescind' | 'remark' | 'sign', string> & {
    intro: (change: string, contract: string, unit: string) => string;
  };
};

const ENGLISH: ChangeLetterWords = {
  title: 'Notice of a change',
  facts: {
    date: 'Date',
    contract: 'Contract',
    project: 'Project',
    building: 'Building',
    unit: 'Unit',
    kind: 'Kind',
    decidedOn: 'Decided on',
    answerBy: 'Please answer by',
  },
  kinds: {
    DESIGN: 'Design',
    MATERIAL: 'Material',
    LAYOUT: 'Layout',
    EQUIPMENT: 'Equipment',
    SCHEDULE: 'Schedule',
    OTHER: 'Other',
  },
  salutation: (buyers) => `Dear ${buyers},`,
  opening: (contract, unit) =>
    `This is to tell you of a change that concerns your home ${unit} under contract ${contract}.`,
  change: 'What changes',
  consequence: 'If you object',
  answer: 'Your answer',
  asked: (date) => `Please tell us by ${date} whether you accept the change or object to it.`,
  rescind: 'Because of this change you may also withdraw from the contract within the same time.',
  silence: {
    ACCEPTED: (date) => `If we do not hear from you by ${date}, the change counts as accepted.`,
    OBJECTED: (date) => `If we do not hear from you by ${date}, this counts as an objection.`,
  },
  signature: (company) => [`For and on behalf of ${company}`, '', '', 'Authorised signatory'],
  slip: {
    heading: 'Answer, to be sent back',
    intro: (change, contract, unit) => `Change: ${change}. Contract ${contract}, unit ${unit}.`,
    accept: '[   ]  I accept the change.',
    object: '[   ]  I object to the change.',
    rescind: '[   ]  I withdraw from the contract because of the change.',
    remark: 'Remark',
    sign: 'Date, signature of the buyer',
  },
};

const CHINESE: ChangeLetterWords = {
  title: '变更通知书',
  facts: {
    date: '日期',
    contract: '合同编号',
    project: '项目',
    building: '楼栋',
    unit: '房号',
    kind: '变更类别',
    decidedOn: '变更决定日期',
    answerBy: '请于此日前答复',
  },
  kinds: {
    DESIGN: '设计',
    MATERIAL: '材料',
    LAYOUT: '户型',
    EQUIPMENT: '设备',
    SCHEDULE: '工期',
    OTHER: '其他',
  },
  salutation: (buyers) => `尊敬的${buyers}：`,
  opening: (contract, unit) => `现就合同${contract}项下房屋${unit}所涉变更事项，书面通知如下。`,
  change: '变更内容',
  consequence: '如您不同意',
  answer: '您的答复',
  asked: (date) => `请于${date}前书面答复是否同意上述变更。`,
  rescind: '因本次变更，您有权在同一期限内解除合同。',
  silence: {
    ACCEPTED: (date) => `截至${date}未收到您的答复的，视为同意变更。`,
    OBJECTED: (date) => `截至${date}未收到您的答复的，视为不同意变更。`,
  },
  signature: (company, date) => [company, '', '', date],
  slip: {
    heading: '回执',
    intro: (change, contract, unit) => `变更事项：${change}。合同${contract}，房号${unit}。`,
    accept: '[   ]  同意变更。',
    object: '[   ]  不同意变更。',
    rescind: '[   ]  因变更解除合同。',
    remark: '备注',
    sign: '日期、买受人签字',
  },
};

export const CHANGE_LETTER_WORDS: Wording<ChangeLetterWords> = { en: ENGLISH, 'zh-CN': CHINESE };
