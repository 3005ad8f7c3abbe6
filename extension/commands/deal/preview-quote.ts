/**
 * What a unit would cost a buyer right now, whether it needs an approval, and whether it could be reserved: by
 * the decisions of reserve-unit itself, before anybody posts. The floor price decides and is not told. Reads only.
 */
import * as z from 'zod/mini';
import { effectiveLock } from '#domain/inventory/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';
import { refusalText } from '../system/refusal-text.ts';
import { type QuoteStep, quotedPrice, quoteShape, stepsOf } from './quote-terms.ts';
import type { Party } from './reservation-parties.ts';
import { decideOne, readReserving } from './reserving.ts';

const schema = z.object({ ...quoteShape, unitId: recordId });

type Told = { code: string; messages: { en: string; 'zh-CN': string }; facts: Record<string, unknown> };

type Preview = {
  unit: string;
  state: string;
  /** Who has it, as long as somebody does. */
  holder: string;
  heldUntil: string | null;
  currency: string;
  listPrice: string | null;
  price: string | null;
  steps: QuoteStep[];
  needsApproval: boolean;
  stage: string;
  deposit: string | null;
  holdHours: number | null;
  /** Until when it would be kept, or why it cannot be reserved. */
  reservable: { until: string } | { refusal: Told };
  /** Why there is no price; null when there is one. */
  priceRefusal: Told | null;
};

/** Nobody is refused for not having said yet who buys. */
const SOMEBODY: Party = { name: '–', buyerId: null, companyId: null, sharePercent: 100 };

export const previewQuote: Question<z.infer<typeof schema>, Preview> = {
  name: 'preview-quote',
  room: 'deal',
  rights: ['sell', 'controlSales'],
  schema,

  async answer({ store, clock, caller }, input): Promise<Decision<Preview>> {
    const now = clock.now();
    const rights = caller?.rights ?? new Set();
    const reservationId = NOBODY;
    const reading = await readReserving(store, {
      ...input,
      unitIds: [input.unitId],
      requestId: reservationId,
      reservationIdOf: () => reservationId,
    });
    if (isRefused(reading)) return reading;
    const { found, parties, rules } = reading.plan;
    const [one] = found;
    if (one === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: input.unitId });
    const priced = quotedPrice(one.unit, rules, input, { now, rights });
    const actor = { memberId: caller?.memberId ?? null, name: '' };
    const run = { store, clock, actor, rights, now, isResumed: false, idFor: String, requestId: '' };
    const claim = { buyerId: parties[0]?.buyerId ?? null };
    const { price, depositAsked } = input;
    const stage = input.stage ?? 'LARGE';
    const terms = { reservationId, stage, rules, claim, price, depositAsked, withApproval: true };
    const reserved = decideOne(run, one, parties.length === 0 ? [SOMEBODY] : parties, terms);
    const held = effectiveLock(one.lock, now);
    const known = isRefused(priced) ? null : priced.plan;
    return {
      plan: {
        unit: one.unit.name,
        state: one.unit.state,
        holder: held?.holderName ?? '',
        heldUntil: held?.heldUntil ?? null,
        currency: one.unit.listPrice?.currency ?? one.unit.project?.currencyCode ?? '',
        listPrice: one.unit.listPrice === null ? null : formatMoney(one.unit.listPrice),
        price: known === null ? null : formatMoney(known.price),
        steps: known === null ? [] : stepsOf(known),
        needsApproval: known?.needsApproval ?? false,
        stage,
        deposit: known === null ? null : formatMoney(known.depositAsked),
        holdHours: known?.holdHours ?? null,
        reservable: isRefused(reserved)
          ? { refusal: told(reserved.refused) }
          : { until: reserved.plan.validUntil.toISOString() },
        priceRefusal: isRefused(priced) ? told(priced.refused) : null,
      },
    };
  },
};

/** No reservation has it, so that every lock is somebody else's. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A question knows no language: the desk takes the one it speaks. */
function told(refusal: Refusal): Told {
  const { code, ...facts } = refusal;
  return { code, messages: { en: refusalText(refusal), 'zh-CN': refusalText(refusal, 'zh-CN') }, facts };
}
