/** Question: the link by which a customer says how a ticket was done, and what to write to them. Reads only. */
import * as z from 'zod/mini';
import { ticketTitle } from '#domain/care/index.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { isRatable, ratingLink } from './rating.ts';
import { loadTicket, type TicketRecord } from './ticket-of.ts';

const schema = z.object({ serviceTicketId: recordId });

type Answer = { url: string; expiresAt: string; english: string; chinese: string };

export const askRatingLink: Question<z.infer<typeof schema>, Answer> = {
  name: 'ask-rating-link',
  room: 'care',
  rights: ['serve'],
  schema,

  async answer({ store, clock, links }, { serviceTicketId }): Promise<Decision<Answer>> {
    const loaded = await loadTicket(store, serviceTicketId);
    if (isRefused(loaded)) return loaded;
    const ticket = loaded.plan;
    if (!isRatable(ticket)) {
      const what = ticketTitle(ticket);
      return refuse({ code: 'STATE_NOT_ALLOWED', what, from: ticket.state, to: 'RESOLVED' });
    }
    const link = ratingLink(ticket, links, clock.now());
    if (isRefused(link)) return link;
    const { url, expiresAt } = link.plan;
    return { plan: { url, expiresAt: expiresAt.toISOString(), ...textsOf(ticket, url) } };
  },
};

function textsOf({ number, name, contactName, feedback }: TicketRecord, url: string) {
  const english = [
    `Dear ${contactName || 'customer'},`,
    `your request ${number} (${name}) is done.`,
    ...(feedback === '' ? [] : [feedback]),
    `How satisfied are you? One tap tells us: ${url}`,
  ];
  const chinese = [
    `尊敬的${contactName || '客户'}：`,
    `您的请求 ${number}（${name}）已处理完毕。`,
    ...(feedback === '' ? [] : [feedback]),
    `请点击链接对我们的服务作出评价：${url}`,
  ];
  return { english: english.join('\n'), chinese: chinese.join('\n') };
}
