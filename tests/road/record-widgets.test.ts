/**
 * The widgets on record pages read what the workspace has: each query is accepted, in one request, and what a
 * contract's widget shows is to the cent what its statement of account says (E21.6, D3).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountOf } from '#commands/ledger/account.ts';
import { bookQueries } from '#commands/ledger/book.ts';
import { loadContract } from '#commands/ledger/contract-of.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { addMonths, plainDate } from '#domain/shared/plain-date.ts';
import { isRefused } from '#domain/shared/refusal.ts';
import { ENGLISH } from '#tests/widgets/fixtures/words.ts';
import { homeFacts } from '#widgets/care/home-facts/home-records.ts';
import { buyerFigures } from '#widgets/deal/buyer-summary/buyer-figures.ts';
import { readBuyer } from '#widgets/deal/buyer-summary/buyer-records.ts';
import { readReservation } from '#widgets/deal/reservation-summary/reservation-records.ts';
import { projectFigures } from '#widgets/inventory/project-summary/project-figures.ts';
import { readProject } from '#widgets/inventory/project-summary/project-queries.ts';
import { historyOf } from '#widgets/inventory/unit-summary/unit-history.ts';
import { readUnitPage } from '#widgets/inventory/unit-summary/unit-records.ts';
import { contractFigures } from '#widgets/ledger/contract-account/contract-figures.ts';
import { readContract } from '#widgets/ledger/contract-account/contract-records.ts';
import { expectDone, type Ground, openGround, reserve } from './ground.ts';
import { inProcess } from './in-process.ts';
import {
  buildLedgerSite,
  type Desk,
  daysAgo,
  deskOf,
  dueLine,
  type LedgerSite,
  receive,
  signOld,
} from './ledger-site.ts';

const LINES = [
  dueLine('First', 20, daysAgo(70)),
  dueLine('Late', 20, daysAgo(20)),
  { name: 'Loan', percent: 50, anchor: 'LOAN' },
  dueLine('Later', 10, daysAgo(-200)),
];

/** Counts what goes over the wire while something is read. */
async function counted<T>(work: () => Promise<T>): Promise<{ result: T; requests: number }> {
  const asked = vi.spyOn(globalThis, 'fetch');
  try {
    const result = await work();
    return { result, requests: asked.mock.calls.length };
  } finally {
    asked.mockRestore();
  }
}

describe('the widgets on record pages', () => {
  let ground: Ground;
  let site: LedgerSite;
  let desk: Desk;
  let store: ReturnType<typeof inProcess>['store'];
  let next = 0;

  const tokenOf = (role: string) =>
    ground.workspace.members.find(({ roleLabel }) => roleLabel === role)?.token ?? '';

  beforeAll(async () => {
    ground = await openGround();
    desk = deskOf(ground);
    store = inProcess(ground.workspace.url, ground.workspace.applicationToken).store;
    site = await buildLedgerSite(ground.client, {
      units: 6,
      price: '100000.00',
      lines: LINES,
      project: { lateFeeRate: 5, lateFeeGraceDays: 3 },
    });
  });
  afterAll(() => ground.close());
  beforeEach(() => {
    vi.stubEnv('TWENTY_API_URL', ground.workspace.url);
    vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', tokenOf('Keyturn Sales'));
  });
  afterEach(() => vi.unstubAllEnvs());

  const sold = () => signOld(ground.client, site, next++, daysAgo(100));

  /** The statement's own account of a contract as of today, as `write-statement` prints it. */
  async function statementOf(contractId: string) {
    const found = await loadContract(store, contractId);
    if (isRefused(found)) throw new Error('no contract');
    const book = await store.read(bookQueries(contractId));
    return accountOf(found.plan.contract, book, plainDate(daysAgo(0)));
  }

  async function shownOf(contractId: string) {
    const { result, requests } = await counted(() => readContract(contractId));
    const figures = result && contractFigures(result, new Date());
    if (result === null || figures === null) throw new Error('nothing is shown');
    return { subject: result, figures, requests };
  }

  const text = (lines: readonly { [key: string]: unknown }[]) =>
    lines.map(({ number, label, dueOn, amount, paid, waived, lateFee, open, state }) => ({
      number,
      label,
      dueOn,
      state,
      amounts: [amount, paid, waived, lateFee, open].map((one) => formatMoney(one as never)),
    }));

  it('a contract paid in parts and late, with a cheque not cleared and money for tax, shows what the statement says', async () => {
    const contractId = await sold();
    await receive(desk.finance, contractId, { amount: '12345.67', valueOn: daysAgo(60) });
    await receive(desk.finance, contractId, { amount: '9000.00', valueOn: daysAgo(31) });
    const pending = { amount: '5000.00', valueOn: daysAgo(9), method: 'CHEQUE', isPending: true };
    await receive(desk.finance, contractId, pending);
    await receive(desk.finance, contractId, { amount: '777.00', valueOn: daysAgo(5), fund: 'TAX' });
    const statement = await statementOf(contractId);
    const { figures, subject, requests } = await shownOf(contractId);

    expect(requests).toBe(1);
    expect(figures.isStored).toBe(false);
    expect(text(figures.lines)).toEqual(text(statement.schedule as never));
    const { paid, prepaid, overdue, nextDue, lateFees } = statement.totals;
    expect(figures.totals).toEqual({ paid, prepaid, overdue, nextDue, feeOpen: lateFees.open });
    expect(lateFees.open.minor).toBeGreaterThan(0n);
    expect(subject.parties).toHaveLength(1);
    expect(subject.contract.unit?.project?.timeZone).toBe('UTC');
    expect(formatMoney(figures.loan?.amount ?? paid)).toBe('50000.00');
  });

  it('a receipt changes the schedule that is read next', async () => {
    const contractId = await sold();
    const before = await shownOf(contractId);
    expect(before.figures.lines[0]).toMatchObject({ state: 'OVERDUE' });
    const due = formatMoney(before.figures.due);
    await receive(desk.finance, contractId, { amount: '20000.00', valueOn: daysAgo(70) });
    const after = await shownOf(contractId);
    expect(after.figures.lines[0]).toMatchObject({ state: 'PAID' });
    expect(Number(due) - Number(formatMoney(after.figures.due))).toBe(20_000);
  });

  it('a contract that the reader may not see behind is shown as it was last posted', async () => {
    const contractId = await sold();
    await receive(desk.finance, contractId, { amount: '25000.00', valueOn: daysAgo(15) });
    const { subject, figures } = await shownOf(contractId);
    const stored = contractFigures({ ...subject, receipts: null }, new Date());
    expect(stored?.isStored).toBe(true);
    expect(stored?.lines.map(({ paid }) => formatMoney(paid))).toEqual(
      figures.lines.map(({ paid }) => formatMoney(paid)),
    );
    expect(stored?.totals.overdue).toEqual(figures.totals.overdue);
    expect(await readContract(randomUUID())).toBeNull();
  });

  it('a reservation: its buyers, its price and what is missing, in one request', async () => {
    const unitId = site.unitIds[next++] ?? '';
    const { reservationId } = expectDone(await reserve(ground.client, unitId, site.buyerId));
    const { result, requests } = await counted(() => readReservation(reservationId));
    expect(requests).toBe(1);
    expect(result?.reservation).toMatchObject({ state: 'ACTIVE', stage: 'LARGE', unit: { id: unitId } });
    expect(result?.parties).toHaveLength(1);
    expect(result?.discounts).toEqual([]);
    expect(result?.contracts).toEqual([]);
  });

  it('a unit: who has it, and its deals on one time line, in one request', async () => {
    const contractId = await sold();
    const unitId = site.unitIds[next - 1] ?? '';
    const { result, requests } = await counted(() => readUnitPage(unitId));
    expect(requests).toBe(1);
    if (result === null) throw new Error('the unit is there');
    expect(result.unit).toMatchObject({ state: 'CONTRACTED' });
    const events = historyOf(result, ENGLISH);
    expect(events.map(({ kind }) => kind).sort()).toEqual(['CONTRACT', 'RELEASED', 'RESERVATION']);
    expect(events.find(({ kind }) => kind === 'CONTRACT')?.record?.id).toBe(contractId);
  });

  it('a person: all contracts, and what is due over them, is what the statements add up to, in two requests', async () => {
    const { result, requests } = await counted(() => readBuyer(site.buyerId));
    expect(requests).toBe(2);
    if (result === null) throw new Error('the buyer is there');
    const [figures, ...more] = buyerFigures(result, plainDate(daysAgo(0)));
    expect(more).toEqual([]);
    const ids = (result.contracts ?? []).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(4);
    expect(result.contracts?.every(({ share }) => share === 100)).toBe(true);
    const statements = await Promise.all(ids.map(statementOf));
    const total = (part: (one: (typeof statements)[number]) => bigint) =>
      statements.reduce((all, one) => all + part(one), 0n);
    expect(figures?.contracts).toBe(ids.length);
    expect(figures?.net.minor).toBe(total(({ price }) => price.minor));
    expect(figures?.paid.minor).toBe(total(({ totals }) => totals.paid.minor));
    expect(figures?.dues?.overdue.minor).toBe(total(({ totals }) => totals.overdue.minor));
    expect(figures?.dues?.open.minor).toBe(
      total(({ schedule }) => schedule.reduce((all, { open }) => all + open.minor, 0n)),
    );
  });

  it('after the sale: handover, title, snags, tickets and warranty, within the same requests', async () => {
    const contractId = await sold();
    const unitId = site.unitIds[next - 1] ?? '';
    const [handoverId, snagId] = [randomUUID(), randomUUID()];
    const keysOn = plainDate(daysAgo(30));
    const about = { unitId, contractId };
    await store.write([
      {
        create: 'handover',
        row: { id: handoverId, name: 'H', ...about, state: 'KEYS_HANDED', handedOverOn: keysOn },
      },
    ]);
    await store.write([
      { create: 'titleCase', row: { id: randomUUID(), name: 'T', ...about, fileBy: plainDate(daysAgo(1)) } },
      { create: 'snag', row: { id: snagId, name: 'S', unitId, handoverId, severity: 'BLOCKING' } },
      {
        create: 'snag',
        row: { id: randomUUID(), name: 'Done', unitId, handoverId, severity: 'BLOCKING', state: 'VERIFIED' },
      },
      {
        create: 'serviceTicket',
        row: { id: randomUUID(), name: 'Tap', kind: 'REPAIR', ...about, customerId: site.buyerId },
      },
      {
        create: 'serviceTicket',
        row: { id: randomUUID(), name: 'Old', state: 'CLOSED', ...about, customerId: site.buyerId },
      },
      {
        create: 'warrantyTerm',
        row: { id: randomUUID(), name: 'Pipes', part: 'PLUMBING', length: 2, lengthUnit: 'YEARS' },
      },
    ]);
    const now = new Date();
    const unit = await counted(() => readUnitPage(unitId));
    const contract = await counted(() => readContract(contractId));
    expect([unit.requests, contract.requests]).toEqual([1, 1]);
    if (unit.result === null || contract.result === null) throw new Error('nothing is shown');
    for (const records of [{ ...unit.result, handovers: unit.result.keys }, contract.result]) {
      const facts = homeFacts(records, now);
      expect(facts.isPartly).toBe(false);
      expect(facts.handover).toMatchObject({ id: handoverId, handedOverOn: keysOn });
      expect(facts.deadline).toMatchObject({ what: 'FILE', daysLeft: -1 });
      expect(facts.snags).toEqual({ open: 1, blocking: 1, isMore: false });
      expect(facts.tickets?.map(({ name }) => name)).toEqual(['Tap']);
      const until = addMonths(keysOn, 24);
      expect(facts.warranty).toEqual([{ part: 'PLUMBING', answer: 'IN_WARRANTY', until }]);
    }
    const person = await counted(() => readBuyer(site.buyerId));
    expect(person.requests).toBe(2);
    expect(person.result?.serviceTickets?.map(({ name }) => name)).toEqual(['Tap']);
    expect(person.result?.handovers?.map(({ id }) => id)).toEqual([handoverId]);
  });

  it('a project: stock, sales and money of just this one, in two requests', async () => {
    const milestoneId = randomUUID();
    await store.write([
      {
        create: 'milestone',
        row: { id: milestoneId, name: 'Topped out', code: 'TOP', step: 1, buildingId: site.buildingId },
      },
    ]);
    const { result, requests } = await counted(() => readProject(site.projectId));
    expect(requests).toBe(2);
    if (result === null) throw new Error('the project is there');
    expect([...result.answer.refused]).toEqual([]);
    const { stock, sales, money, milestones } = projectFigures(result, new Date());
    const contracts = await ground.workspace.sql(
      'select c."priceAmountMicros" as price, c."paidAmountMicros" as paid, c."prepaidAmountMicros" as prepaid, c."lateFeePaidAmountMicros" as fee from "keyturnContract" c join "keyturnUnit" u on u.id = c."unitId" where u."projectId" = $1',
      [site.projectId],
    );
    const rows = (Array.isArray(contracts) ? contracts : (contracts as { rows: unknown[] }).rows) as Record<
      string,
      string
    >[];
    const micros = (...fields: string[]) =>
      rows.reduce((all, row) => all + fields.reduce((sum, field) => sum + Number(row[field] ?? 0), 0), 0);
    expect(stock?.all).toBe(6);
    expect(stock?.states.find(({ state }) => state === 'CONTRACTED')?.count).toBe(rows.length);
    expect(sales?.inAll.count).toBe(rows.length);
    expect(Number(sales?.inAll.amount.minor) * 10_000).toBe(micros('price'));
    expect(Number(money?.collected.minor) * 10_000).toBe(micros('paid', 'prepaid', 'fee'));
    expect(milestones).toMatchObject([{ id: milestoneId, open: { minor: 0n } }]);
    expect(await readProject(randomUUID())).toBeNull();
  });
});
