/** Quotes on a workspace: saved, versioned, sent with their document, accepted by a reservation, expired; and the desk's reads. */
import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdUnit } from '#commands/deal/hold-unit.ts';
import { reserveUnit } from '#commands/deal/reserve-unit.ts';
import { saveQuote } from '#commands/deal/save-quote.ts';
import { sendQuote } from '#commands/deal/send-quote.ts';
import { withdrawQuote } from '#commands/deal/withdraw-quote.ts';
import { expireQuotes } from '#commands/system/sales-jobs.ts';
import { contentOf, draftOf, EMPTY_DRAFT, saveInputOf } from '#widgets/deal/deal-desk/desk-draft.ts';
import { previewOf } from '#widgets/deal/deal-desk/desk-preview.ts';
import { NO_UNIT_FILTERS, openDesk, readFreeUnits, readOffer } from '#widgets/deal/deal-desk/read-desk.ts';
import { loadQuote } from '#widgets/deal/quote/quote-subject.ts';
import type { CommandInputs, CommandName } from '#widgets/shared/api/commands.ts';
import { runCommand } from '#widgets/shared/api/run-command.ts';
import { type Ground, openGround } from './ground.ts';
import { type Desk, inProcess } from './in-process.ts';
import { type ReservationSite, reservationSite } from './reservation-site.ts';

const LOAN = {
  amount: '500000.00',
  termMonths: 360,
  annualRatePercent: '3.6',
  repayment: 'EQUAL_INSTALLMENT',
} as const;

describe('quotes', () => {
  let ground: Ground;
  let desk: Desk;
  let site: ReservationSite;
  let next = 0;

  beforeAll(async () => {
    ground = await openGround();
    desk = inProcess(ground.workspace.url, ground.workspace.applicationToken);
    site = await reservationSite(ground.client, desk.store, 24, { letterhead: 'Harbour Homes Ltd.' });
  });
  afterAll(() => ground.close());

  const unit = () => site.unitIds[next++] ?? '';
  const buyerId = () => site.buyerIds[0] ?? '';
  const asked = (more: object = {}) => ({
    unitId: unit(),
    buyerId: buyerId(),
    planId: site.planId,
    ...more,
  });
  async function quoteOf(id: unknown) {
    const { quotes } = await desk.store.read({ quotes: { object: 'quote', filter: { id: String(id) } } });
    if (quotes[0] === undefined) throw new Error(`There is no quote ${id}`);
    return quotes[0];
  }
  async function saved(input: Record<string, unknown>) {
    const { result } = await desk.done(saveQuote, input);
    return String(result.quoteId);
  }
  const lockOf = async (unitId: string) => {
    const { locks } = await desk.store.read({ locks: { object: 'unitLock', filter: { lockKey: unitId } } });
    return locks[0] ?? null;
  };

  it('a draft keeps what is chosen so far, and is written again in place', async () => {
    const id = await saved({ buyerName: 'Ms Lin', desk: { draft: EMPTY_DRAFT } });
    expect(await quoteOf(id)).toMatchObject({ state: 'DRAFT', version: 1, unitId: null, price: null });
    const input = asked({ discountRuleIds: [site.rules.cash, site.rules.early], loan: LOAN });
    expect(await saved({ ...input, quoteId: id })).toBe(id);
    const quote = await quoteOf(id);
    // 1,000,000.00 less 2 %, and 1 % of what is left: in the rules' order, however they were chosen (D1).
    expect(quote).toMatchObject({
      state: 'DRAFT',
      version: 1,
      unitId: input.unitId,
      needsApproval: false,
      terms: {
        listPrice: '1000000.00',
        steps: [
          { name: 'Early', amount: '20000.00', priceAfter: '980000.00' },
          { name: 'Cash', amount: '9800.00', priceAfter: '970200.00' },
        ],
        price: '970200.00',
        deposit: '50000.00',
        schedule: [{ seq: 1, label: 'All', amount: '970200.00' }],
        loan: { first: '2273.23' },
      },
    });
    expect(await lockOf(input.unitId)).toBeNull();
  });

  it('what stands against a price does not lose the draft, but it is not sent', async () => {
    const id = await saved({ ...asked(), price: '990000.00', discountRuleIds: [site.rules.early] });
    expect(await quoteOf(id)).toMatchObject({ price: null, terms: null });
    expect(await desk.refused(sendQuote, { quoteId: id })).toMatchObject({ code: 'INVALID_INPUT' });
    const below = await saved({ ...asked(), discountRuleIds: [site.rules.approval, site.rules.early] });
    expect(await quoteOf(below)).toMatchObject({ needsApproval: true });
    expect(await desk.refused(sendQuote, { quoteId: below })).toMatchObject({ code: 'QUOTE_NEEDS_APPROVAL' });
    const bare = await saved({ unitId: unit(), buyerId: buyerId() });
    expect(await desk.refused(sendQuote, { quoteId: bare })).toMatchObject({
      code: 'QUOTE_INCOMPLETE',
      missing: 'payment plan',
    });
  });

  it('a sent quote is not changed: a new version is made, and sent it takes the place of the former', async () => {
    const input = asked();
    const first = await saved(input);
    await desk.done(sendQuote, { quoteId: first });
    const second = await saved({ ...input, quoteId: first, discountRuleIds: [site.rules.early] });
    expect(second).not.toBe(first);
    const [old, young] = [await quoteOf(first), await quoteOf(second)];
    expect(old).toMatchObject({ state: 'SENT', version: 1 });
    expect(young).toMatchObject({ state: 'DRAFT', version: 2, number: old.number });
    expect(young.name).toContain(`${old.number} v2`);
    await desk.done(sendQuote, { quoteId: second });
    expect(await quoteOf(first)).toMatchObject({
      state: 'WITHDRAWN',
      closeReason: 'Version 2 took its place',
    });
    expect(await quoteOf(second)).toMatchObject({ state: 'SENT' });
  });

  it('of two new versions at once each gets a number of its own, or one is told to try again', async () => {
    const input = asked();
    const first = await saved(input);
    await desk.done(sendQuote, { quoteId: first });
    const both = await Promise.all([1, 2].map(() => desk.run(saveQuote, { ...input, quoteId: first })));
    const made = both.flatMap((one) => ('plan' in one ? [one.plan.result.version] : []));
    expect(new Set(made).size).toBe(made.length);
    for (const one of both) if ('refused' in one) expect(one.refused.code).toBe('BUSY');
    expect(made.length).toBeGreaterThan(0);
  });

  it('reserving by a quote accepts it; for another unit, or once it is over, it is refused and nothing taken', async () => {
    const input = asked();
    const quoteId = await saved(input);
    await desk.done(sendQuote, { quoteId });
    const other = unit();
    const wrong = { unitId: other, buyerId: buyerId(), quoteId };
    expect(await desk.refused(reserveUnit, wrong)).toMatchObject({ code: 'INVALID_INPUT', field: 'quoteId' });
    const later = { now: new Date(Date.now() + 9 * 86_400_000) };
    const right = { unitId: input.unitId, buyerId: buyerId(), quoteId };
    expect(await desk.refused(reserveUnit, right, later)).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      from: 'EXPIRED',
    });
    expect(await lockOf(input.unitId)).toBeNull();
    const { result } = await desk.done(reserveUnit, right);
    expect(await quoteOf(quoteId)).toMatchObject({ state: 'ACCEPTED', reservationId: result.reservationId });
    expect(await desk.refused(saveQuote, { ...input, quoteId })).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
  });

  it('a quote ends after its last day, not on it', async () => {
    const quoteId = await saved({ ...asked(), validUntil: today(1) });
    await desk.done(sendQuote, { quoteId });
    const job = (days: number) => ({
      store: desk.store,
      clock: { now: () => new Date(`${today(days)}T23:00:00Z`) },
    });
    await expireQuotes(job(1));
    expect(await quoteOf(quoteId)).toMatchObject({ state: 'SENT' });
    expect((await expireQuotes(job(2))).failed).toEqual([]);
    expect(await quoteOf(quoteId)).toMatchObject({ state: 'EXPIRED' });
  });

  it('its document says in both languages what was promised, and that the unit is not kept', async () => {
    const quoteId = await saved(asked({ discountRuleIds: [site.rules.early], loan: LOAN }));
    await desk.done(sendQuote, { quoteId });
    for (const [language, words] of [
      ['en', ['Quotation', '980,000.00', '20,000.00', '2,273.23', 'does not keep the unit', 'Mei Lin']],
      ['zh-CN', ['报价单', '980,000.00', '2,273.23', '不保留房源']],
    ] as const) {
      const text = await documentOf(quoteId, language);
      for (const word of words) expect(text).toContain(word.replaceAll(' ', ''));
    }
    expect((await quoteOf(quoteId)).document).toContain('报价单');
  });

  async function documentOf(quoteId: string, language: string): Promise<string> {
    const body = { requestId: randomUUID(), quoteId, language };
    const answer = await ground.client.command<{ url: string; missingCharacters: string[] }>(
      'documents',
      'write-quote',
      body,
    );
    if (!answer.ok) throw new Error(answer.message);
    expect(answer.result.missingCharacters).toEqual([]);
    const bytes = new Uint8Array(await (await fetch(answer.result.url)).arrayBuffer());
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    return text.replace(/\s+/g, '');
  }

  describe('at the desk of a salesperson', () => {
    const sales = () => {
      const member = ground.workspace.members.find(({ roleLabel }) => roleLabel === 'Keyturn Sales');
      if (member === undefined) throw new Error('Nobody sells');
      return member;
    };
    beforeEach(() => {
      vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
      vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', sales().token);
    });
    afterEach(() => vi.unstubAllEnvs());

    async function give<N extends CommandName>(name: N, input: CommandInputs[N], locale = 'en') {
      const answer = await runCommand(name, input, { requestId: randomUUID(), locale });
      if (answer.kind !== 'DONE') throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.result;
    }

    it('what is left unfinished is found again by who left it, with the unit as it is now', async () => {
      const unitId = unit();
      const [free] = (await readFreeUnits(site.projectId, { ...NO_UNIT_FILTERS, text: 'H-' })).units;
      expect(free).toMatchObject({ state: 'AVAILABLE', listPrice: { currencyCode: 'EUR' } });
      const opened = await openDesk(sales().userId, unitId);
      expect(opened.unit?.id).toBe(unitId);
      expect(opened.projects.map(({ id }) => id)).toContain(site.projectId);
      const draft = {
        ...EMPTY_DRAFT,
        unit: opened.unit,
        projectId: site.projectId,
        planId: site.planId,
        step: 'PLAN' as const,
        reservation: { ...EMPTY_DRAFT.reservation, buyer: { id: buyerId(), name: 'Mei Lin' } },
      };
      const { quoteId } = await give('deal/save-quote', saveInputOf(draft));
      await desk.done(holdUnit, { unitId, kind: 'VIP', forWhom: 'Somebody else', until: inHours(5) });
      const again = await openDesk(sales().userId, null);
      const found = again.drafts.find(({ id }) => id === quoteId);
      expect(found).toMatchObject({
        buyerName: 'Mei Lin',
        unit: { state: 'HELD', holder: 'Somebody else (Somebody)' },
      });
      const kept = draftOf(found?.draft);
      expect(kept === null ? null : contentOf(kept)).toBe(contentOf(draft));
      expect((await openDesk(randomUUID(), null)).drafts).toEqual([]);
      expect((await openDesk(null, String(quoteId))).quote?.id).toBe(quoteId);
      expect(await loadQuote(String(quoteId))).toMatchObject({ state: 'DRAFT', unit: { id: unitId } });
      await give('deal/withdraw-quote', { quoteId: String(quoteId) });
      expect((await openDesk(sales().userId, null)).drafts.map(({ id }) => id)).not.toContain(quoteId);
    });

    it('the price is foretold by what the reservation decides, and the floor is not told', async () => {
      const unitId = unit();
      const { plans, rules } = await readOffer(site.projectId);
      expect(plans.map(({ id }) => id)).toContain(site.planId);
      expect(rules.map(({ name }) => name)).toEqual(['Early', 'Cash', 'Manager', 'Board']);
      const asking = { unitId, discountRuleIds: [site.rules.early, site.rules.approval] };
      const answer = await give('deal/preview-quote', asking);
      const preview = previewOf(answer, 'en');
      expect(preview).toMatchObject({ needsApproval: true, unavailable: null, priceProblem: null });
      expect(JSON.stringify(answer)).not.toContain('floor');
      const reserved = await give('deal/reserve-unit', { ...asking, buyerId: buyerId(), withApproval: true });
      expect(reserved).toMatchObject({ price: '931000.00', state: 'PENDING_APPROVAL' });
      expect(preview?.price?.micros).toBe(931_000_000_000n);
      expect(preview?.until?.slice(0, 16)).toBe(String(reserved.validUntil).slice(0, 16));
      const taken = previewOf(await give('deal/preview-quote', { unitId }), 'zh-CN');
      expect(taken?.unavailable).toMatchObject({ code: 'UNIT_TAKEN', facts: { holder: 'Mei Lin' } });
      expect(taken?.unavailable?.message).toContain('保留至');
      expect(taken?.price?.micros).toBe(1_000_000_000_000n);
    });

    it('what only a sales manager may agree on is said before anything is posted', async () => {
      const byHand = previewOf(await give('deal/preview-quote', { unitId: unit(), price: '990000' }), 'en');
      expect(byHand?.priceProblem?.code).toBe('PRICE_NOT_YOURS_TO_SET');
      const asking = { unitId: unit(), discountRuleIds: [site.rules.manager] };
      expect(previewOf(await give('deal/preview-quote', asking), 'en')?.priceProblem?.code).toBe('NO_RIGHT');
    });

    it('a quote of somebody else is not sent or withdrawn', async () => {
      const quoteId = await saved(asked());
      await desk.store.write([
        { change: 'quote', record: await quoteOf(quoteId), to: { salespersonId: otherMember() } },
      ]);
      const input = { quoteId };
      const answer = await runCommand('deal/send-quote', input, { requestId: randomUUID(), locale: 'en' });
      expect(answer).toMatchObject({ kind: 'REFUSED', refusal: { code: 'NOT_YOUR_DEAL' } });
    });

    function otherMember(): string {
      const other = ground.workspace.members.find(({ roleLabel }) => roleLabel === 'Keyturn Finance');
      return other?.id ?? '';
    }
  });

  it('a draft is dropped once', async () => {
    const quoteId = await saved(asked());
    await desk.done(withdrawQuote, { quoteId, reason: 'Bought elsewhere' });
    expect(await quoteOf(quoteId)).toMatchObject({ state: 'WITHDRAWN', closeReason: 'Bought elsewhere' });
    expect(await desk.refused(withdrawQuote, { quoteId })).toMatchObject({ code: 'STATE_NOT_ALLOWED' });
  });
});

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

function today(plus = 0): string {
  return new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);
}
