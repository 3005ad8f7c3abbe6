/** The words of the public page of snags. */
import type { ShownSnag } from '#commands/handover/snag-links.ts';

export type PageLanguage = 'en' | 'zh-CN';

export type SnagPageWords = {
  contractor: (name: string) => string;
  inspection: (name: string) => string;
  hint: { contractor: string; inspection: string };
  none: { contractor: string; inspection: string };
  due: string;
  late: string;
  severity: Record<ShownSnag['severity'], string>;
  state: Record<ShownSnag['state'], string>;
  begun: string;
  fixed: string;
  note: string;
  photo: string;
  photos: string;
  before: string;
  after: string;
  sent: string;
  failed: string;
  cannotOpen: string;
};

export const SNAG_PAGE_WORDS: Readonly<Record<PageLanguage, SnagPageWords>> = {
  en: {
    contractor: (name) => `To mend: ${name}`,
    inspection: (name) => `Photos of the inspection: ${name}`,
    hint: {
      contractor: 'Only what is assigned to your company is listed here. Do not pass this link on.',
      inspection: 'Take a photo of each defect. Do not pass this link on.',
    },
    none: { contractor: 'Nothing is open. Thank you.', inspection: 'No defect has been saved yet.' },
    due: 'Due by',
    late: 'overdue',
    severity: { BLOCKING: 'Keeps the keys back', MAJOR: 'Major', MINOR: 'Minor' },
    state: {
      OPEN: 'Not assigned',
      ASSIGNED: 'Assigned',
      IN_PROGRESS: 'Begun',
      FIXED: 'Fixed, to be verified',
      VERIFIED: 'Verified',
      REJECTED: 'Declined',
      REOPENED: 'Reopened',
    },
    begun: 'Begun',
    fixed: 'Fixed',
    note: 'What was done',
    photo: 'Add photo',
    photos: 'Show photos',
    before: 'before',
    after: 'after',
    sent: 'Saved.',
    failed: 'Not saved. Check the connection and press again.',
    cannotOpen: 'This link cannot be opened',
  },
  'zh-CN': {
    contractor: (name) => `待整改：${name}`,
    inspection: (name) => `验房照片：${name}`,
    hint: {
      contractor: '此处仅列出派给贵公司的问题。请勿转发此链接。',
      inspection: '请为每处缺陷拍照。请勿转发此链接。',
    },
    none: { contractor: '没有待整改的问题，谢谢。', inspection: '尚未登记缺陷。' },
    due: '整改期限',
    late: '已逾期',
    severity: { BLOCKING: '影响交房', MAJOR: '较大', MINOR: '一般' },
    state: {
      OPEN: '待派单',
      ASSIGNED: '已派单',
      IN_PROGRESS: '处理中',
      FIXED: '已整改，待复验',
      VERIFIED: '已复验',
      REJECTED: '不予处理',
      REOPENED: '重新打开',
    },
    begun: '开始处理',
    fixed: '整改完成',
    note: '处理情况',
    photo: '添加照片',
    photos: '查看照片',
    before: '整改前',
    after: '整改后',
    sent: '已保存。',
    failed: '未保存。请检查网络后再试。',
    cannotOpen: '无法打开此链接',
  },
};
