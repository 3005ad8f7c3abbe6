/** Sentences of the refusals about title cases and engineering changes; joined in refusal-text.ts. Pure. */
import type { Refusal, RefusalCode } from '#domain/shared/refusal.ts';

type TitleCode =
  | 'TITLE_BLOCKED'
  | 'TITLE_NOT_BLOCKED'
  | 'TITLE_CASE_EXISTS'
  | 'NOT_HANDED_OVER'
  | 'NOBODY_CONCERNED'
  | 'RESCISSION_NOT_OFFERED';

type Sentences = { [C in TitleCode]: (facts: Extract<Refusal, { code: C }>) => string };

export const TITLE_STATUS = {
  TITLE_BLOCKED: 409,
  TITLE_NOT_BLOCKED: 409,
  TITLE_CASE_EXISTS: 409,
  NOT_HANDED_OVER: 409,
  NOBODY_CONCERNED: 422,
  RESCISSION_NOT_OFFERED: 422,
} as const satisfies { [C in TitleCode & RefusalCode]: number };

const REASONS: Record<string, readonly [en: string, zh: string]> = {
  UNPAID: ['due and not paid', '到期未付'],
  BUILDING_MORTGAGE: ['the building is mortgaged to', '楼栋抵押给'],
  MISSING_DOCUMENT: ['papers missing', '缺少资料'],
  OTHER: ['other', '其他'],
};

function told(obstacles: readonly { reason: string; detail: string }[], language: 0 | 1): string {
  return obstacles
    .map(({ reason, detail }) => `${REASONS[reason]?.[language] ?? ''} (${reason}) ${detail}`.trim())
    .join(language ? '；' : '; ');
}

export const TITLE_ENGLISH: Sentences = {
  TITLE_BLOCKED: ({ titleCase, to, obstacles }) =>
    `The title case ${titleCase} cannot go on to ${to}: ${told(obstacles, 0)}. Clear this first, or block the case with its reason.`,
  TITLE_NOT_BLOCKED: ({ titleCase, reason }) =>
    `Nothing blocks the title case ${titleCase} for this reason (${reason}). Choose another reason, or go on.`,
  TITLE_CASE_EXISTS: ({ contract, state }) =>
    `The contract ${contract} has a title case already (${state}). Open that one.`,
  NOT_HANDED_OVER: ({ contract }) =>
    `The keys of the contract ${contract} are not handed over yet. Hand over first; the deadlines of the title count from then.`,
  NOBODY_CONCERNED: ({ change }) =>
    `No live contract is concerned by ${change}. Choose other units, or keep it as a draft.`,
  RESCISSION_NOT_OFFERED: ({ change }) =>
    `${change} does not let buyers rescind. Record the answer as an objection.`,
};

export const TITLE_CHINESE: Sentences = {
  TITLE_BLOCKED: ({ titleCase, to, obstacles }) =>
    `产权办理 ${titleCase} 不能进入 ${to}：${told(obstacles, 1)}。请先解决，或登记为受阻并注明原因。`,
  TITLE_NOT_BLOCKED: ({ titleCase, reason }) =>
    `产权办理 ${titleCase} 并不因此受阻（${reason}）。请选择其他原因，或继续办理。`,
  TITLE_CASE_EXISTS: ({ contract, state }) => `合同 ${contract} 已有产权办理（${state}）。请打开该办理。`,
  NOT_HANDED_OVER: ({ contract }) => `合同 ${contract} 尚未交付钥匙。请先交付，产权期限自交付起算。`,
  NOBODY_CONCERNED: ({ change }) => `${change} 不涉及任何有效合同。请选择其他房源，或保留为草稿。`,
  RESCISSION_NOT_OFFERED: ({ change }) => `${change} 不允许买方解约。请登记为异议。`,
};
