/** Statuses and sentences of the service's refusals; joined in refusal-text.ts. Pure. */
import type { CareRefusal } from '#domain/shared/refusal-care.ts';

type Code = CareRefusal['code'];
type Sentences = { [C in Code]: (facts: Extract<CareRefusal, { code: C }>) => string };

export const CARE_STATUS: Record<Code, number> = {
  TICKET_FEEDBACK_FIRST: 409,
  RATING_GIVEN: 409,
  RATING_NOT_ASKED: 409,
  TOO_MANY_REQUESTS: 429,
};

export const CARE_ENGLISH: Sentences = {
  TICKET_FEEDBACK_FIRST: ({ ticket, missing }) =>
    `${ticket} is a complaint and cannot be closed yet: ${missing} missing. Tell the customer what came of it and ask how it was, then close it.`,
  RATING_GIVEN: ({ ticket, until }) =>
    `Your answer on ${ticket} is kept and could be changed until ${until}. Call us if you want to add anything.`,
  RATING_NOT_ASKED: ({ ticket }) =>
    `Work on ${ticket} goes on. Once it is done, we send you a new link and ask how it was.`,
  TOO_MANY_REQUESTS: ({ what, afterMinutes }) =>
    `Too many requests came in from ${what}. Try again in ${afterMinutes} minutes, or call us.`,
};

export const CARE_CHINESE: Sentences = {
  TICKET_FEEDBACK_FIRST: ({ ticket, missing }) =>
    `${ticket} 是投诉，尚不能关闭：缺少 ${missing}（feedback 反馈、satisfaction 满意度）。请先向客户反馈结果并询问满意度。`,
  RATING_GIVEN: ({ ticket, until }) =>
    `您对 ${ticket} 的评价已保存，可修改的期限为 ${until}。如需补充，请致电我们。`,
  RATING_NOT_ASKED: ({ ticket }) => `${ticket} 仍在处理中。处理完毕后，我们会发送新链接请您评价。`,
  TOO_MANY_REQUESTS: ({ what, afterMinutes }) =>
    `来自 ${what} 的请求过多。请 ${afterMinutes} 分钟后重试，或致电我们。`,
};
