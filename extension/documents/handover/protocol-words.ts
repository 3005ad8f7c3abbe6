/** The words of handover protocols. */
import type { KeyKind, SnagSeverity, SnagState } from '#domain/handover/index.ts';
import type { Wording } from '../shared/language.ts';

export type ProtocolWords = {
  title: string;
  draft: string;
  handedOver: (date: string) => string;
  deemed: string;
  facts: Record<
    | 'contract'
    | 'date'
    | 'project'
    | 'building'
    | 'unit'
    | 'certificate'
    | 'seller'
    | 'buyers'
    | 'proxy'
    | 'identity',
    string
  >;
  areas: Record<'heading' | 'contract' | 'measured' | 'inner' | 'shared' | 'none', string>;
  squareMetres: (area: string) => string;
  meters: Record<'heading' | 'none', string>;
  keys: Record<'heading' | 'set' | 'kind' | 'pieces' | 'handedTo' | 'signedOn' | 'total' | 'none', string>;
  kinds: Record<KeyKind, string>;
  inspection: Record<'heading' | 'none', string> & {
    result: (number: number, checked: number, defects: number) => string;
    signed: (by: string, date: string) => string;
    passed: string;
    failed: string;
  };
  snags: Record<'heading' | 'room' | 'what' | 'severity' | 'state' | 'dueOn' | 'none' | 'note', string>;
  severities: Record<SnagSeverity, string>;
  states: Record<SnagState, string>;
  deferral: Record<'heading', string> & { text: (amount: string, until: string, by: string) => string };
  declaration: string;
  signatures: Record<'seller' | 'buyer' | 'name' | 'date' | 'heading', string>;
  remark: (remark: string) => string;
};

const ENGLISH: ProtocolWords = {
  title: 'Handover protocol',
  draft: 'Draft: the keys are not handed over yet',
  handedOver: (date) => `Keys handed over on ${date}`,
  deemed: 'Deemed delivered: the buyer was notified and did not come',
  facts: {
    contract: 'Contract',
    date: 'Date',
    project: 'Project',
    building: 'Building',
    unit: 'Unit',
    certificate: 'Completion certificate',
    seller: 'Seller',
    buyers: 'Buyer',
    proxy: 'By proxy',
    identity: 'Identity checked by',
  },
  areas: {
    heading: 'Areas',
    contract: 'By contract',
    measured: 'As measured',
    inner: 'Inner area',
    shared: 'Shared area',
    none: 'No areas are on record.',
  },
  squareMetres: (area) => `${area} m²`,
  meters: { heading: 'Meter readings', none: 'No readings are on record.' },
  keys: {
    heading: 'Keys, cards and papers',
    set: 'Set',
    kind: 'Kind',
    pieces: 'Pieces',
    handedTo: 'Handed to',
    signedOn: 'Signed for on',
    total: 'Total',
    none: 'No sets are signed for yet.',
  },
  kinds: {
    DOOR_KEYS: 'Door keys',
    ACCESS_CARDS: 'Access cards',
    MAILBOX_KEYS: 'Mailbox keys',
    PARKING_REMOTES: 'Parking remotes',
    MANUALS: 'Manuals',
    OTHER: 'Other',
  },
  inspection: {
    heading: 'Inspection',
    none: 'The home was not inspected.',
    result: (number, checked, defects) =>
      `Inspection ${number}: ${checked} items checked, ${defects} defects.`,
    signed: (by, date) => `Signed by ${by} on ${date}.`,
    passed: 'Accepted.',
    failed: 'Blocking snags were found; they had to be mended first.',
  },
  snags: {
    heading: 'Still to be mended',
    room: 'Room',
    what: 'What',
    severity: 'Severity',
    state: 'State',
    dueOn: 'Due by',
    none: 'Nothing is left to be mended.',
    note: 'The seller mends these at no cost to the buyer by the dates above.',
  },
  severities: { BLOCKING: 'Blocking', MAJOR: 'Major', MINOR: 'Minor' },
  states: {
    OPEN: 'not assigned',
    ASSIGNED: 'assigned',
    IN_PROGRESS: 'in progress',
    FIXED: 'fixed, to be verified',
    VERIFIED: 'verified',
    REJECTED: 'declined',
    REOPENED: 'reopened',
  },
  deferral: {
    heading: 'Payment deferred',
    text: (amount, until, by) => `${amount} is to be paid by ${until}; agreed by ${by}.`,
  },
  declaration:
    'The buyer has received the home, the sets listed above and the readings. Rights from warranty are not affected.',
  signatures: {
    heading: 'Signatures',
    seller: 'For the seller',
    buyer: 'Buyer or proxy',
    name: 'Name',
    date: 'Date, signature',
  },
  remark: (remark) => `Remark: ${remark}`,
};

const CHINESE: ProtocolWords = {
  title: '房屋交接书',
  draft: '草稿：钥匙尚未交付',
  handedOver: (date) => `钥匙于${date}交付`,
  deemed: '视为交付：已通知买受人，买受人未到场',
  facts: {
    contract: '合同编号',
    date: '日期',
    project: '项目',
    building: '楼栋',
    unit: '房号',
    certificate: '竣工备案证号',
    seller: '出卖人',
    buyers: '买受人',
    proxy: '代理人',
    identity: '身份核验人',
  },
  areas: {
    heading: '面积',
    contract: '合同面积',
    measured: '实测面积',
    inner: '套内面积',
    shared: '分摊面积',
    none: '无面积记录。',
  },
  squareMetres: (area) => `${area} 平方米`,
  meters: { heading: '表具读数', none: '无读数记录。' },
  keys: {
    heading: '钥匙、门卡及资料',
    set: '套',
    kind: '类别',
    pieces: '数量',
    handedTo: '领取人',
    signedOn: '签收日期',
    total: '合计',
    none: '尚无签收记录。',
  },
  kinds: {
    DOOR_KEYS: '入户钥匙',
    ACCESS_CARDS: '门禁卡',
    MAILBOX_KEYS: '信箱钥匙',
    PARKING_REMOTES: '车库遥控器',
    MANUALS: '说明书',
    OTHER: '其他',
  },
  inspection: {
    heading: '验房',
    none: '未进行验房。',
    result: (number, checked, defects) => `第${number}次验房：检查${checked}项，发现${defects}处问题。`,
    signed: (by, date) => `由${by}于${date}签字确认。`,
    passed: '验收通过。',
    failed: '发现影响交房的问题，须先行整改。',
  },
  snags: {
    heading: '待整改问题',
    room: '位置',
    what: '问题',
    severity: '程度',
    state: '状态',
    dueOn: '整改期限',
    none: '无待整改问题。',
    note: '出卖人应在上述期限内免费完成整改。',
  },
  severities: { BLOCKING: '影响交房', MAJOR: '较大', MINOR: '一般' },
  states: {
    OPEN: '待派单',
    ASSIGNED: '已派单',
    IN_PROGRESS: '处理中',
    FIXED: '已整改，待复验',
    VERIFIED: '已复验',
    REJECTED: '不予处理',
    REOPENED: '重新打开',
  },
  deferral: {
    heading: '延期付款',
    text: (amount, until, by) => `${amount}应于${until}前付清；由${by}批准。`,
  },
  declaration: '买受人已接收该房屋、上述钥匙资料并确认表具读数。本交接书不影响买受人的保修权利。',
  signatures: {
    heading: '签字',
    seller: '出卖人（代表）',
    buyer: '买受人或代理人',
    name: '姓名',
    date: '日期、签字',
  },
  remark: (remark) => `备注：${remark}`,
};

export const PROTOCOL_WORDS: Wording<ProtocolWords> = { en: ENGLISH, 'zh-CN': CHINESE };
