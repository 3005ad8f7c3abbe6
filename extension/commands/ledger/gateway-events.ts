/**
 * Events of the payment gateway (H1): signed, told once or ten times, in any order. What is done follows
 * from all events of a payment together, never from the one that happened to come last.
 *
 * Changes: gateway events; a receipt, its reversal, a refund; the payment request. Guard: the event's id is
 * unique, the receipt's external id is the payment. After a crash: the event stays RECEIVED; the gateway
 * tells it again, or the nightly run takes it up.
 */
import * as z from 'zod/mini';
import type { GatewayEventKind } from '#domain/ledger/index.ts';
import { compare, formatMoney, type Money, parseMoney } from '#domain/shared/money.ts';
import { dateIn } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { RIGHTS } from '#domain/system/index.ts';
import type { Fields, Loaded, RecordOf } from '#port/records.ts';
import type { Clock, Store } from '#port/store.ts';
import { carryOut } from '../system/carry-out.ts';
import { amount, instant, parseInput, requiredText } from '../system/input.ts';
import { refusalText } from '../system/refusal-text.ts';
import { derivedId } from '../system/request-ids.ts';
import { WITH_PROJECT } from './contract-of.ts';
import { postContract } from './post-receipts.ts';
import { reverseReceipt } from './receipt-states.ts';
import { recordReceipt } from './record-receipt.ts';
import { signatureProblem } from './webhook-signature.ts';

const KINDS: Record<string, GatewayEventKind> = {
  'payment.pending': 'PENDING',
  'payment.succeeded': 'SUCCEEDED',
  'payment.failed': 'FAILED',
  'payment.refunded': 'REFUNDED',
  'payment.charged_back': 'CHARGED_BACK',
};

const schema = z.object({
  id: requiredText.check(z.maxLength(200, 'is too long')),
  type: z.enum(Object.keys(KINDS), `must be one of ${Object.keys(KINDS).join(', ')}`),
  occurredAt: instant,
  payment: z.object({
    id: requiredText.check(z.maxLength(200, 'is too long')),
    /** The reference of the payment request. */
    reference: requiredText,
    /** Of the payment, or of what was given back. */
    amount,
    currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a currency code like EUR')),
  }),
});

export type Webhook = { store: Store; clock: Clock; secrets: readonly string[] };
export type Told = { event: string; state: string; outcome: string };

const GATEWAY = { memberId: null, name: 'Payment gateway' };

export async function hearGateway(
  webhook: Webhook,
  rawBody: string,
  signature: string | undefined,
): Promise<Decision<Told>> {
  const { store, clock, secrets } = webhook;
  const problem = signatureProblem(rawBody, signature, secrets, clock.now());
  if (problem !== null) {
    await logRefused(store, clock, problem);
    return refuse({ code: 'SIGNATURE_WRONG', problem });
  }
  const event = parsed(rawBody);
  if (isRefused(event)) return event;
  const { id, type, occurredAt, payment } = event.plan;
  const money = readMoney(payment.amount, payment.currency);
  if (money === null)
    return refuse({
      code: 'INVALID_INPUT',
      field: 'payment.amount',
      problem: `is no amount in ${payment.currency}`,
    });
  const row = {
    id: derivedId('gateway event', id),
    name: id,
    paymentId: payment.id,
    kind: KINDS[type] ?? 'PENDING',
    state: 'RECEIVED' as const,
    reference: payment.reference,
    amount: money,
    occurredAt,
    receivedAt: clock.now().toISOString(),
    outcome: '',
    body: JSON.parse(rawBody) as unknown,
  };
  await store.claim('gatewayEvent', [row]);
  await settlePayment(webhook, payment.id);
  const { told } = await store.read({ told: { object: 'gatewayEvent', filter: { id: row.id } } });
  const { state = 'RECEIVED', outcome = '' } = told[0] ?? {};
  return { plan: { event: id, state, outcome } };
}

function parsed(rawBody: string): Decision<z.infer<typeof schema>> {
  try {
    return parseInput(schema, JSON.parse(rawBody));
  } catch {
    return refuse({ code: 'INVALID_INPUT', field: 'body', problem: 'is no JSON' });
  }
}

function readMoney(text: string, currency: string): Money | null {
  try {
    return parseMoney(text, currency);
  } catch {
    return null;
  }
}

/** In the log once a minute at most: whoever knocks at the door must not fill it. */
async function logRefused(store: Store, clock: Clock, problem: string): Promise<void> {
  const now = clock.now().toISOString();
  const id = derivedId('webhook refused', now.slice(0, 16));
  const name = `A message to the payment webhook was refused: ${problem}`;
  const row = { id, name, command: 'payment-webhook', outcome: 'REFUSED' as const, requestKey: id };
  const entry = { ...row, actorName: GATEWAY.name, reason: problem, startedAt: now, finishedAt: now };
  await store.claim('auditEntry', [{ ...entry, subjectKind: 'gatewayEvent', subjectId: '' }]);
}

type Event = RecordOf<'gatewayEvent'>;
type Request = Loaded<'paymentRequest', { contract: { unit: { project: true } } }>;

/** Brings the books to what all events of the payment say. Safe to run at any time, by several at once. */
export async function settlePayment(
  { store, clock }: Omit<Webhook, 'secrets'>,
  paymentId: string,
): Promise<void> {
  const { events } = await store.read({ events: { object: 'gatewayEvent', filter: { paymentId } } });
  const references = [...new Set(events.map(({ reference }) => reference))];
  const { requests } = await store.read({
    requests: {
      object: 'paymentRequest',
      filter: { name: { in: references } },
      with: { contract: WITH_PROJECT },
    },
  });
  const [request] = requests as Request[];
  const { outcome, state } =
    request === undefined
      ? { state: 'REFUSED' as const, outcome: `There is no payment request ${references.join(', ')}` }
      : await settleRequest({ store, clock }, events, request);
  const changes = events
    .filter((event) => event.state !== state || event.outcome !== outcome)
    .map((record) => ({ record, to: { state, outcome } }));
  if (changes.length > 0) await store.write([{ changeMany: 'gatewayEvent', changes }]);
}

type Outcome = { state: Fields<'gatewayEvent'>['state']; outcome: string };

async function settleRequest(
  { store, clock }: Omit<Webhook, 'secrets'>,
  events: readonly Event[],
  request: Request,
): Promise<Outcome> {
  const paid = events.find(({ kind }) => kind === 'SUCCEEDED');
  const back = events.filter(({ kind }) => kind === 'REFUNDED' || kind === 'CHARGED_BACK');
  if (paid === undefined) {
    const waits =
      back.length > 0 ? 'Given back before it was paid: waits for the payment' : 'Nothing was paid yet';
    return { state: back.length > 0 ? 'RECEIVED' : 'DONE', outcome: waits };
  }
  const mismatch = mismatchOf(paid, request);
  if (mismatch !== null) return { state: 'REFUSED', outcome: refusalText(mismatch) };
  if (paid.amount === null) return { state: 'REFUSED', outcome: 'The payment has no amount' };
  const context = { store, clock, actor: GATEWAY, rights: new Set(RIGHTS) };
  const timeZone = request.contract?.unit?.project?.timeZone || 'UTC';
  const booked = await carryOut(recordReceipt, context, {
    requestId: derivedId('gateway payment', paid.paymentId),
    contractId: request.contractId ?? '',
    amount: formatMoney(paid.amount),
    currency: paid.amount.currency,
    method: 'GATEWAY',
    receivedOn: dateIn(new Date(paid.occurredAt ?? 0), timeZone),
    externalId: `gateway:${paid.paymentId}`,
    number: paid.paymentId,
    source: 'GATEWAY',
  });
  if (isRefused(booked)) return { state: 'REFUSED', outcome: refusalText(booked.refused) };
  const receiptId = String(booked.plan.result.receiptId);
  await store.write([{ change: 'paymentRequest', record: request, to: { state: 'PAID' } }]);
  if (back.length === 0) return { state: 'DONE', outcome: booked.plan.message };
  return giveBack(context, { events: back, paid: paid.amount, request, receiptId, timeZone });
}

/** All of it at once: the receipt is reversed. In parts: each part is a refund. */
async function giveBack(
  context: Parameters<typeof carryOut>[1],
  {
    events,
    paid,
    request,
    receiptId,
    timeZone,
  }: { events: readonly Event[]; paid: Money; request: Request; receiptId: string; timeZone: string },
): Promise<Outcome> {
  const { receipts, refunds } = await context.store.read({
    receipts: { object: 'receipt', filter: { id: receiptId } },
    refunds: { object: 'refund', filter: { id: { in: events.map(({ name }) => refundId(name)) } } },
  });
  const isAll = events.some(({ amount: given }) => given !== null && compare(given, paid) >= 0);
  if (receipts[0]?.state === 'REVERSED' || (isAll && refunds.length === 0)) {
    const reversed = await carryOut(reverseReceipt, context, {
      requestId: derivedId('gateway reversal', receiptId),
      receiptId,
      reason: 'Given back by the gateway',
    });
    const isDone = !isRefused(reversed) || reversed.refused.code === 'STATE_NOT_ALLOWED';
    if (!isDone) return { state: 'REFUSED', outcome: refusalText(reversed.refused) };
    await context.store.write([{ change: 'paymentRequest', record: request, to: { state: 'OPEN' } }]);
    return { state: 'DONE', outcome: 'The receipt is reversed: the payment was given back' };
  }
  for (const event of events) {
    if (event.amount === null || request.contract === null) continue;
    const row = {
      id: refundId(event.name),
      name: `${request.name} · ${formatMoney(event.amount)}`,
      externalId: `gateway:${event.name}`,
      contractId: request.contractId,
      reservationId: null,
      payeeId: request.contract.buyerId,
      amount: event.amount,
      method: 'GATEWAY' as const,
      refundedOn: dateIn(new Date(event.occurredAt ?? 0), timeZone),
      why: 'GATEWAY' as const,
      state: 'PAID' as const,
      remark: '',
      approvedBy: 'Payment gateway',
    };
    await context.store.claim('refund', [row]);
  }
  const today = dateIn(context.clock.now(), timeZone);
  if (request.contract !== null) await postContract(context.store, request.contract, today);
  return { state: 'DONE', outcome: 'A part of the payment was given back' };
}

function refundId(event: string): string {
  return derivedId('gateway refund', event);
}

function mismatchOf({ amount: given, reference }: Event, request: Request): Refusal | null {
  const asked = request.amount;
  const text = (money: Money | null) =>
    money === null ? 'nothing' : `${formatMoney(money)} ${money.currency}`;
  const isSame =
    given !== null && asked !== null && given.currency === asked.currency && compare(given, asked) === 0;
  return isSame ? null : { code: 'PAYMENT_MISMATCH', reference, expected: text(asked), given: text(given) };
}

/** Events that a crash left unfinished. Resolves to how many payments were looked at. */
export async function resumeGateway({ store, clock }: Omit<Webhook, 'secrets'>): Promise<number> {
  const before = new Date(clock.now().getTime() - 2 * 60_000).toISOString();
  const { events } = await store.read({
    events: { object: 'gatewayEvent', filter: { state: 'RECEIVED', receivedAt: { lt: before } }, limit: 200 },
  });
  const payments = [...new Set(events.map(({ paymentId }) => paymentId))];
  for (const paymentId of payments) await settlePayment({ store, clock }, paymentId);
  return payments.length;
}
