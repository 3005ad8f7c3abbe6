/** Statuses and sentences of the refusals about links and handovers, beside those of refusal-text.ts. Pure. */
import type { Refusal } from '#domain/shared/refusal.ts';

type Code = 'LINK_SECRET_MISSING' | 'LINK_NOT_VALID' | 'LINK_EXPIRED' | 'LINK_REPLACED';

type Sentences = { [C in Code]: (facts: Extract<Refusal, { code: C }>) => string };

export const HANDOVER_STATUS: Record<Code, number> = {
  LINK_SECRET_MISSING: 409,
  LINK_NOT_VALID: 403,
  LINK_EXPIRED: 403,
  LINK_REPLACED: 403,
};

function moment(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

export const HANDOVER_ENGLISH: Sentences = {
  LINK_SECRET_MISSING: ({ variable }) =>
    `Links cannot be signed yet. Set the application variable ${variable} (Settings, Apps, Keyturn), then try again.`,
  LINK_NOT_VALID: () => 'This link does not hold. Open it just as it was sent, or ask for a new one.',
  LINK_EXPIRED: ({ at }) => `This link held until ${moment(at)}. Ask for a new one.`,
  LINK_REPLACED: () => 'A newer link was sent since. Open that one, or ask for another.',
};

export const HANDOVER_CHINESE: Sentences = {
  LINK_SECRET_MISSING: ({ variable }) =>
    `尚不能签发链接。请先设置应用变量 ${variable}（设置 - 应用 - Keyturn）。`,
  LINK_NOT_VALID: () => '该链接无效。请按收到的原样打开，或索取新链接。',
  LINK_EXPIRED: ({ at }) => `该链接已于 ${moment(at)} 失效。请索取新链接。`,
  LINK_REPLACED: () => '已发送更新的链接。请打开最新链接，或重新索取。',
};
