/** Statuses and sentences of the refusals about links and handovers, beside those of refusal-text.ts. Pure. */
import type { Refusal } from '#domain/shared/refusal.ts';

type Code =
  | 'HANDOVER_NOT_READY'
  | 'HANDOVER_BATCH_EMPTY'
  | 'HANDOVER_BATCH_NOT_OPEN'
  | 'SEATS_TOO_FEW'
  | 'SLOT_NOT_OFFERED'
  | 'SLOT_TAKEN'
  | 'BOOKING_TOO_LATE'
  | 'NO_DEEMED_DELIVERY'
  | 'DEEMED_DELIVERY_LATER'
  | 'DELIVERY_HELD_UP_BY_US'
  | 'LINK_SECRET_MISSING'
  | 'LINK_NOT_VALID'
  | 'LINK_EXPIRED'
  | 'LINK_REPLACED';

type Sentences = { [C in Code]: (facts: Extract<Refusal, { code: C }>) => string };

export const HANDOVER_STATUS: Record<Code, number> = {
  HANDOVER_NOT_READY: 409,
  HANDOVER_BATCH_EMPTY: 409,
  HANDOVER_BATCH_NOT_OPEN: 409,
  SEATS_TOO_FEW: 422,
  SLOT_NOT_OFFERED: 422,
  SLOT_TAKEN: 409,
  BOOKING_TOO_LATE: 409,
  NO_DEEMED_DELIVERY: 422,
  DEEMED_DELIVERY_LATER: 409,
  DELIVERY_HELD_UP_BY_US: 409,
  LINK_SECRET_MISSING: 409,
  LINK_NOT_VALID: 403,
  LINK_EXPIRED: 403,
  LINK_REPLACED: 403,
};

/** What a readiness list asks for, as a part of a sentence. */
const ITEMS: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  COMPLETION_CERTIFICATE: ['the completion certificate of the building', '楼栋竣工验收备案'],
  DUES: ['what is due, or an approved deferral', '到期款项（或经批准的缓交）'],
  AREA: ['the area settlement', '面积差结算'],
  IDENTITY: ['the identity of who receives the home', '收房人身份核验'],
  INSPECTION: ['a signed inspection', '已签字的验房记录'],
  BLOCKING_SNAGS: ['blocking snags that are closed', '阻碍交付的问题整改'],
  KEYS: ['keys that are counted', '钥匙清点'],
};

function itemText(item: string, language: 0 | 1, about: readonly string[] = []): string {
  const words = ITEMS[item]?.[language] ?? item;
  if (about.length === 0) return words;
  return language === 0 ? `${words} (${about.join(', ')})` : `${words}（${about.join('、')}）`;
}

function moment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

export const HANDOVER_ENGLISH: Sentences = {
  HANDOVER_NOT_READY: ({ contract, missing }) =>
    `${contract} cannot be handed over yet. Still missing: ${missing.map(({ item, about }) => itemText(item, 0, about)).join('; ')}.`,
  HANDOVER_BATCH_EMPTY: ({ building }) =>
    `No contract of ${building} waits for an invitation. Choose other floors or units, or another building.`,
  HANDOVER_BATCH_NOT_OPEN: ({ batch, state }) =>
    `The handover batch ${batch} takes no bookings (${state}). Open another batch for those who are left.`,
  SEATS_TOO_FEW: ({ seats, buyers }) =>
    `There are ${seats} places for ${buyers} buyers. Add days, or let more buyers come at the same time.`,
  SLOT_NOT_OFFERED: ({ slot, batch }) =>
    `${batch} offers no appointment at ${slot}. Choose one of the times that are offered.`,
  SLOT_TAKEN: ({ slot, free }) =>
    free.length === 0
      ? `${slot} is taken, and no other time is free. Open another batch or add days.`
      : `${slot} is taken. Free times nearby: ${free.join(', ')}.`,
  BOOKING_TOO_LATE: ({ day }) =>
    `Over the link an appointment is made or changed until the day before it (${day}). Call us to change it now.`,
  NO_DEEMED_DELIVERY: ({ handover }) =>
    `No rule says when ${handover} is deemed delivered. Enter the days in the project, or a day in the batch.`,
  DEEMED_DELIVERY_LATER: ({ handover, from }) =>
    `The buyer of ${handover} still has time. It can be deemed delivered from ${from}.`,
  DELIVERY_HELD_UP_BY_US: ({ handover, missing }) =>
    `${handover} is held up by us and so not deemed delivered. Still missing: ${missing.map((item) => itemText(item, 0)).join('; ')}.`,
  LINK_SECRET_MISSING: ({ variable }) =>
    `Links cannot be signed yet. Set the application variable ${variable} (Settings, Apps, Keyturn), then try again.`,
  LINK_NOT_VALID: () => 'This link does not hold. Open it just as it was sent, or ask for a new one.',
  LINK_EXPIRED: ({ at }) => `This link held until ${moment(at)}. Ask for a new one.`,
  LINK_REPLACED: () => 'A newer link was sent since. Open that one, or ask for another.',
};

export const HANDOVER_CHINESE: Sentences = {
  HANDOVER_NOT_READY: ({ contract, missing }) =>
    `合同 ${contract} 尚不能交付，缺少：${missing.map(({ item, about }) => itemText(item, 1, about)).join('；')}。`,
  HANDOVER_BATCH_EMPTY: ({ building }) => `${building} 没有待通知的合同。请选择其他楼层、房源或楼栋。`,
  HANDOVER_BATCH_NOT_OPEN: ({ batch, state }) =>
    `交付批次 ${batch} 当前不接受预约（${state}）。请为未交付的买受人另开批次。`,
  SEATS_TOO_FEW: ({ seats, buyers }) =>
    `只有 ${seats} 个名额，买受人却有 ${buyers} 位。请增加日期或每时段人数。`,
  SLOT_NOT_OFFERED: ({ slot, batch }) => `${batch} 不提供 ${slot} 的预约。请从可选时间中选择。`,
  SLOT_TAKEN: ({ slot, free }) =>
    free.length === 0
      ? `${slot} 已约满，且没有其他空闲时间。请另开批次或增加日期。`
      : `${slot} 已约满。附近的空闲时间：${free.join('、')}。`,
  BOOKING_TOO_LATE: ({ day }) => `通过链接只能在前一天之前预约或更改（${day}）。如需更改请来电。`,
  NO_DEEMED_DELIVERY: ({ handover }) =>
    `没有规则规定 ${handover} 何时视为交付。请在项目中填写天数，或在批次中填写日期。`,
  DEEMED_DELIVERY_LATER: ({ handover, from }) =>
    `${handover} 的买受人仍在期限内，自 ${from} 起方可视为交付。`,
  DELIVERY_HELD_UP_BY_US: ({ handover, missing }) =>
    `${handover} 因我方原因不能视为交付，缺少：${missing.map((item) => itemText(item, 1)).join('；')}。`,
  LINK_SECRET_MISSING: ({ variable }) =>
    `尚不能签发链接。请先设置应用变量 ${variable}（设置 - 应用 - Keyturn）。`,
  LINK_NOT_VALID: () => '该链接无效。请按收到的原样打开，或索取新链接。',
  LINK_EXPIRED: ({ at }) => `该链接已于 ${moment(at)} 失效。请索取新链接。`,
  LINK_REPLACED: () => '已发送更新的链接。请打开最新链接，或重新索取。',
};
