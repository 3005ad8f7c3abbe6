/**
 * One deal from release to keys, over HTTP, against whatever workspace is there. Each step says what
 * it expects; the scenario makes its own project, and takes away what it made.
 */
import { randomUUID } from 'node:crypto';
import { type CommandAnswer, readAll, type WorkspaceClient } from '#scripts/shared/workspace-client.ts';

export type StepReport = { step: string; ok: boolean; detail: string; milliseconds: number };

type Ids = Record<'project' | 'building' | 'unit' | 'plan' | 'early' | 'late' | 'buyer' | 'rival', string>;

const PRICE = '1234567.89';
const CURRENCY = 'EUR';
const micros = (amount: string) => ({
  amountMicros: Math.round(Number(amount) * 100) * 10_000,
  currencyCode: CURRENCY,
});

class StepFailed extends Error {}

function expect(isRight: boolean, detail: string): void {
  if (!isRight) throw new StepFailed(detail);
}

function succeeded<A>(answer: CommandAnswer<A>): A {
  if (!answer.ok) throw new StepFailed(`refused with ${answer.code} (${answer.status}): ${answer.message}`);
  return answer.result;
}

function refusedWith<A>(answer: CommandAnswer<A>, code: string): Record<string, unknown> {
  if (answer.ok) throw new StepFailed(`expected the refusal ${code}, but it was done: ${answer.message}`);
  if (answer.code !== code) throw new StepFailed(`expected ${code}, got ${answer.code}: ${answer.message}`);
  return answer.facts;
}

/** Runs all steps, reporting each as it ends; stops at the first that fails, and always cleans up. */
export async function verifyOneDeal(
  client: WorkspaceClient,
  options: { report: (step: StepReport) => void; keep?: boolean },
): Promise<boolean> {
  const mark = randomUUID().slice(0, 8);
  const ids: Ids = Object.fromEntries(
    ['project', 'building', 'unit', 'plan', 'early', 'late', 'buyer', 'rival'].map((name) => [
      name,
      randomUUID(),
    ]),
  ) as Ids;
  let isFine = true;
  for (const [step, work] of [...stepsOf(client, ids, mark)]) {
    const started = performance.now();
    let detail: string;
    try {
      detail = await work();
    } catch (error) {
      isFine = false;
      detail = error instanceof Error ? error.message : String(error);
    }
    options.report({ step, ok: isFine, detail, milliseconds: Math.round(performance.now() - started) });
    if (!isFine) break;
  }
  if (options.keep !== true) await removeAll(client, ids, mark);
  return isFine;
}

type Step = [name: string, work: () => Promise<string>];

function stepsOf(client: WorkspaceClient, ids: Ids, mark: string): Step[] {
  const request = (name: string) => `verify-${mark}-${name}`;
  const today = new Date().toISOString().slice(0, 10);
  let reservationId = '';
  let contractId = '';
  const pay = (name: string, amount: string, target: Record<string, string>) =>
    client.command<{ allocated: string; unallocated: string }>('ledger', 'record-receipt', {
      requestId: request(name),
      amount,
      method: 'TRANSFER',
      receivedOn: today,
      ...target,
    });
  const reservation = () => ({
    requestId: request('reserve'),
    unitId: ids.unit,
    buyerId: ids.buyer,
    depositAsked: '10000',
  });
  const keys = (name: string) =>
    client.command('handover', 'hand-over', {
      requestId: request(name),
      contractId,
      handedOverOn: today,
      receivedBy: 'Vera Verify',
      keySets: 3,
    });
  return [
    ['prepare a project with one unit, a plan and two buyers', () => prepare(client, ids, mark)],
    [
      'release the unit for sale',
      async () => {
        const body = { requestId: request('release'), unitIds: [ids.unit] };
        const { released } = succeeded(
          await client.command<{ released: number }>('inventory', 'release-units', body),
        );
        expect(released === 1, `released ${released} units instead of 1`);
        expect((await unitState(client, ids)) === 'AVAILABLE', 'the unit is not AVAILABLE');
        return 'AVAILABLE';
      },
    ],
    [
      'reserve the unit',
      async () => {
        const body = reservation();
        const first = succeeded(
          await client.command<{ reservationId: string }>('deal', 'reserve-unit', body),
        );
        reservationId = first.reservationId;
        expect((await unitState(client, ids)) === 'LARGE_RESERVED', 'the unit is not LARGE_RESERVED');
        return 'LARGE_RESERVED';
      },
    ],
    [
      'send the same request again: the same answer, no second reservation',
      async () => {
        const body = reservation();
        const again = succeeded(
          await client.command<{ reservationId: string }>('deal', 'reserve-unit', body),
        );
        expect(again.reservationId === reservationId, 'another reservation was made');
        const other = await client.command('deal', 'reserve-unit', { ...body, depositAsked: '20000' });
        refusedWith(other, 'REQUEST_ID_REUSED');
        return 'same id, same answer; same id with other content is refused';
      },
    ],
    [
      'somebody else reserves the same unit: refused with holder and time',
      async () => {
        const body = { requestId: request('rival'), unitId: ids.unit, buyerId: ids.rival };
        const facts = refusedWith(await client.command('deal', 'reserve-unit', body), 'UNIT_TAKEN');
        expect(
          facts.holder === 'Vera Verify' && typeof facts.until === 'string',
          `told ${JSON.stringify(facts)}`,
        );
        return `held by ${facts.holder} until ${facts.until}`;
      },
    ],
    [
      'record the deposit',
      async () => {
        succeeded(await pay('deposit', '10000', { reservationId }));
        return '10000.00 is kept as deposit';
      },
    ],
    [
      'sign the contract: its installments add up to the price',
      async () => {
        const body = {
          requestId: request('sign'),
          reservationId,
          planId: ids.plan,
          number: `V-${mark}`,
          signedOn: today,
        };
        const signed = succeeded(
          await client.command<{ contractId: string; installments: number; depositAllocated: string }>(
            'deal',
            'sign-contract',
            body,
          ),
        );
        contractId = signed.contractId;
        const rows = await installments(client, contractId);
        const total = rows.reduce((sum, row) => sum + BigInt(row.amount.amountMicros), 0n);
        expect(total === BigInt(micros(PRICE).amountMicros), `installments add up to ${total} millionths`);
        expect(signed.depositAllocated === '10000.00', `the deposit gave ${signed.depositAllocated}`);
        expect((await unitState(client, ids)) === 'CONTRACTED', 'the unit is not CONTRACTED');
        return `${rows.length} installments, together ${PRICE} ${CURRENCY}`;
      },
    ],
    [
      'hand over too early: refused, a milestone is not certified',
      async () => {
        refusedWith(await keys('too-early'), 'INSTALLMENTS_WITHOUT_DUE_DATE');
        return 'INSTALLMENTS_WITHOUT_DUE_DATE';
      },
    ],
    [
      'certify the milestones: their installments fall due',
      async () => {
        const body = { requestId: request('certify'), milestoneId: ids.late, certifiedOn: today };
        refusedWith(await client.command('inventory', 'certify-milestone', body), 'EARLIER_MILESTONES_OPEN');
        const together = { ...body, requestId: request('certify-both'), includeEarlier: true };
        const { installments: dated } = succeeded(
          await client.command<{ installments: number }>('inventory', 'certify-milestone', together),
        );
        return `${dated} installments have their due date`;
      },
    ],
    [
      'hand over before everything is paid: refused with what is open',
      async () => {
        const facts = refusedWith(await keys('unpaid'), 'DUE_NOT_PAID');
        return `open: ${facts.open}`;
      },
    ],
    [
      'record receipts: oldest first, the rest kept, nothing booked twice',
      async () => {
        succeeded(await pay('first', '400000.10', { contractId, externalId: `bank-${mark}-1` }));
        refusedWith(
          await pay('first-again', '400000.10', { contractId, externalId: `bank-${mark}-1` }),
          'RECEIPT_ALREADY_BOOKED',
        );
        const last = succeeded(await pay('last', '824567.79', { contractId, externalId: `bank-${mark}-2` }));
        return `allocated ${last.allocated}, kept ${last.unallocated}`;
      },
    ],
    [
      'hand over the keys',
      async () => {
        succeeded(await keys('keys'));
        expect((await unitState(client, ids)) === 'HANDED_OVER', 'the unit is not HANDED_OVER');
        refusedWith(await keys('keys-again'), 'ALREADY_HANDED_OVER');
        return 'HANDED_OVER';
      },
    ],
    [
      'look at the books: price, installments, allocations and receipts agree to the cent',
      () => checkBooks(client, contractId),
    ],
  ];
}

async function prepare(client: WorkspaceClient, ids: Ids, mark: string): Promise<string> {
  const create = (type: string, data: Record<string, unknown>) =>
    client.graphql(`mutation ($data: ${type}CreateInput!) { create${type}(data: $data) { id } }`, { data });
  await create('Person', { id: ids.buyer, name: { firstName: 'Vera', lastName: 'Verify' } });
  await create('Person', { id: ids.rival, name: { firstName: 'Rita', lastName: 'Rival' } });
  await create('KeyturnProject', {
    id: ids.project,
    name: `Verify ${mark}`,
    code: `V-${mark}`,
    currencyCode: CURRENCY,
    timeZone: 'UTC',
    holdHours: 48,
  });
  await create('KeyturnBuilding', {
    id: ids.building,
    name: 'Verify House',
    code: 'A',
    projectId: ids.project,
    storeys: 1,
    completionCertificate: `CC-${mark}`,
  });
  const milestone = { buildingId: ids.building };
  await create('KeyturnMilestone', {
    id: ids.early,
    name: 'Foundation',
    code: 'FOUNDATION',
    step: 1,
    ...milestone,
  });
  await create('KeyturnMilestone', {
    id: ids.late,
    name: 'Topped out',
    code: 'TOP_OUT',
    step: 2,
    ...milestone,
  });
  await create('KeyturnUnit', {
    id: ids.unit,
    name: `Verify ${mark} 1-01`,
    number: '1-01',
    floor: 1,
    buildingId: ids.building,
    projectId: ids.project,
    listPrice: micros(PRICE),
    areaSquareMetres: 98.5,
  });
  await create('KeyturnPaymentPlan', { id: ids.plan, name: `Verify plan ${mark}`, isActive: true });
  // E1: 10/20/30/40 of 1,234,567.89, the last line takes the remainder.
  const lines = [
    { name: 'On signing', percent: 10, anchor: 'SIGNING' },
    { name: 'Foundation', percent: 20, anchor: 'MILESTONE', milestoneCode: 'FOUNDATION' },
    { name: 'Topped out', percent: 30, anchor: 'MILESTONE', milestoneCode: 'TOP_OUT' },
    { name: 'On handover', percent: 40, anchor: 'HANDOVER' },
  ];
  for (const [index, line] of lines.entries()) {
    await create('KeyturnPaymentPlanLine', {
      paymentPlanId: ids.plan,
      step: index + 1,
      basis: 'PERCENT',
      ...line,
    });
  }
  return `project Verify ${mark}, price ${PRICE} ${CURRENCY}`;
}

type Amount = { amountMicros: number };

async function installments(client: WorkspaceClient, contractId: string) {
  return readAll<{ seq: number; amount: Amount; paid: Amount; state: string }>(
    client,
    'keyturnInstallments',
    'KeyturnInstallment',
    'seq state amount { amountMicros } paid { amountMicros }',
    { contractId: { eq: contractId } },
  );
}

async function unitState(client: WorkspaceClient, ids: Ids): Promise<string> {
  const document = 'query ($id: UUID!) { keyturnUnit(filter: { id: { eq: $id } }) { state } }';
  const { keyturnUnit } = await client.graphql<{ keyturnUnit: { state: string } }>(document, {
    id: ids.unit,
  });
  return keyturnUnit.state;
}

async function checkBooks(client: WorkspaceClient, contractId: string): Promise<string> {
  const document = `query ($id: UUID!) {
    keyturnContract(filter: { id: { eq: $id } }) { state price { amountMicros } paid { amountMicros } prepaid { amountMicros } }
    keyturnReceipts(filter: { contractId: { eq: $id } }) { edges { node { amount { amountMicros } allocated { amountMicros } } } }
    keyturnAllocations(filter: { contractId: { eq: $id } }) { edges { node { amount { amountMicros } } } } }`;
  type Rows = { edges: { node: { amount: Amount } }[] };
  const { keyturnContract, keyturnReceipts, keyturnAllocations } = await client.graphql<{
    keyturnContract: { state: string; price: Amount; paid: Amount; prepaid: Amount };
    keyturnReceipts: Rows;
    keyturnAllocations: Rows;
  }>(document, { id: contractId });
  const total = ({ edges }: Rows) =>
    edges.reduce((sum, { node }) => sum + BigInt(node.amount.amountMicros), 0n);
  const price = BigInt(keyturnContract.price.amountMicros);
  const rows = await installments(client, contractId);
  expect(keyturnContract.state === 'COMPLETED', `the contract is ${keyturnContract.state}`);
  expect(BigInt(keyturnContract.paid.amountMicros) === price, 'the contract is not fully paid');
  expect(total(keyturnAllocations) === price, 'the allocations do not add up to the price');
  expect(total(keyturnReceipts) === price, 'the receipts do not add up to the price');
  expect(
    rows.every(({ state, amount, paid }) => state === 'PAID' && amount.amountMicros === paid.amountMicros),
    'an installment is open',
  );
  return `${rows.length} installments PAID, contract COMPLETED`;
}

/** Everything the scenario made, children first; best effort, since some may never have been made. */
async function removeAll(client: WorkspaceClient, ids: Ids, mark: string): Promise<void> {
  const destroy = (plural: string, filter: Record<string, unknown>) =>
    client
      .graphql(
        `mutation ($filter: ${plural.replace(/ies$/, 'y').replace(/s$/, '')}FilterInput!) { destroy${plural}(filter: $filter) { id } }`,
        { filter },
      )
      .catch(() => undefined);
  const ofUnit = { unitId: { eq: ids.unit } };
  const contracts = await readAll<{ id: string }>(
    client,
    'keyturnContracts',
    'KeyturnContract',
    'id',
    ofUnit,
  ).catch(() => []);
  const reservations = await readAll<{ id: string }>(
    client,
    'keyturnReservations',
    'KeyturnReservation',
    'id',
    ofUnit,
  ).catch(() => []);
  const ofContract = { contractId: { in: contracts.map(({ id }) => id) } };
  await destroy('KeyturnAllocations', ofContract);
  await destroy('KeyturnReceipts', {
    or: [ofContract, { reservationId: { in: reservations.map(({ id }) => id) } }],
  });
  await destroy('KeyturnInstallments', ofContract);
  await destroy('KeyturnHandovers', ofUnit);
  await destroy('KeyturnContracts', ofUnit);
  await destroy('KeyturnReservations', ofUnit);
  await destroy('KeyturnUnitLocks', ofUnit);
  await destroy('KeyturnUnits', { id: { eq: ids.unit } });
  await destroy('KeyturnMilestones', { buildingId: { eq: ids.building } });
  await destroy('KeyturnBuildings', { id: { eq: ids.building } });
  await destroy('KeyturnProjects', { id: { eq: ids.project } });
  await destroy('KeyturnPaymentPlanLines', { paymentPlanId: { eq: ids.plan } });
  await destroy('KeyturnPaymentPlans', { id: { eq: ids.plan } });
  await destroy('KeyturnAuditEntries', { requestKey: { startsWith: `verify-${mark}-` } });
  await client
    .graphql('mutation ($filter: PersonFilterInput!) { destroyPeople(filter: $filter) { id } }', {
      filter: { id: { in: [ids.buyer, ids.rival] } },
    })
    .catch(() => undefined);
}
