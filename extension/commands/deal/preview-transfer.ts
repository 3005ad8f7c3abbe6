/** How a leaver's open work would be shared out, before anybody is asked (A052, C4). Reads only. */
import * as z from 'zod/mini';
import { countedByObject, type OwnedObject } from '#domain/deal/index.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import type { Question } from '../system/question.ts';
import { decideTransfer, loadLeaving, nameOf, transferInput } from './transfer-deals.ts';

const schema = z.object(transferInput);

type Share = { memberId: string; name: string; passed: number; byKind: Record<OwnedObject, number> };

export const previewTransfer: Question<
  z.infer<typeof schema>,
  { from: string; passed: number; byKind: Record<OwnedObject, number>; shares: Share[] }
> = {
  name: 'preview-transfer',
  room: 'deal',
  rights: ['controlSales'],
  schema,

  async answer({ store }, input) {
    const leaving = await loadLeaving(store, input);
    if (isRefused(leaving)) return leaving;
    const decision = decideTransfer(input, leaving.plan);
    if (isRefused(decision)) return decision;
    const { passed } = decision.plan;
    const shares = [...new Set(input.toIds)].map((memberId) => {
      const own = passed.filter(({ to }) => to === memberId);
      return {
        memberId,
        name: nameOf(leaving.plan, memberId),
        passed: own.length,
        byKind: countedByObject(own),
      };
    });
    const from = nameOf(leaving.plan, input.fromId);
    return { plan: { from, passed: passed.length, byKind: countedByObject(passed), shares } };
  },
};
