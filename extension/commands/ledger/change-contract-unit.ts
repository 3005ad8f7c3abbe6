/**
 * Changes: a contract goes over to another unit (换房, C4) at that unit's price: what is paid stays paid, the
 * rest is planned anew (D2.6), the fee is asked; the appointment of the handover goes along or back to its
 * invitation; the old unit goes back to sales control.
 * Guard: approved by somebody else; the contract's next place for a change; the lock of the new unit, taken
 * before anything else, and that of the old one, freed at the end. After a crash: the contract has both units,
 * so neither is lost; the same request again, or the repair job, goes on to the end.
 *
 * Asked for with `sell`, by whose deal it is: it is sales work (C5), and moves nothing before finance agrees.
 */
import * as z from 'zod/mini';
import { decideSwap } from '#domain/deal/index.ts';
import { atOtherHome, DELIVERED_STATES } from '#domain/handover/index.ts';
import { permitOf } from '#domain/inventory/index.ts';
import { formatMoney, type Money, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, type Refusal, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { changeAppointment } from '../handover/appointment-of-contract.ts';
import { amount, date, inputMoney, recordId, requestId, requiredText } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { addInstallments } from './add-rows.ts';
import { currencyOf } from './book.ts';
import { feeOf, feeRows, loanRefusal } from './change-fee.ts';
import { type Changing, changeContract, changeQueries, contractChange } from './contract-changes.ts';
import { type ContractOfProject, inFuture, loadContract, notLive, todayOf } from './contract-of.ts';
import { CALENDAR_QUERY, planQueries } from './plan-records.ts';
import { postContract } from './post-receipts.ts';
import {
  carryReplanning,
  decideReplanning,
  newInstallments,
  type PlanGround,
  type Replanning,
  takenOffRows,
} from './replanning.ts';
import { freeUnit, giveBack, takeUnit } from './swap-lock.ts';

const schema = z.object({
  requestId,
  contractId: recordId,
  /** The unit that the contract goes over to. */
  unitId: recordId,
  /** Of what is left to pay; without it the contract's own plan. */
  planId: z.optional(recordId),
  /** Without it the list price of the new unit. */
  newPrice: z.optional(amount),
  effectiveOn: date,
  /** Without it the fee of the project. */
  fee: z.optional(amount),
  reason: requiredText,
});

type Input = z.infer<typeof schema>;
type Unit = Loaded<'unit', { project: true; building: true }>;
type Snapshot = Changing &
  PlanGround & {
    unit: Unit;
    /** What the contract had before, also for a run that goes on after it has moved. */
    oldUnit: RecordOf<'unit'> | null;
    lock: RecordOf<'unitLock'> | null;
    hold: RecordOf<'unitHold'> | null;
    holderName: string;
    settlement: RecordOf<'areaSettlement'> | null;
    mortgageCases: RecordOf<'mortgageCase'>[];
  };
type Plan = { planning: Replanning; fee: Money };
type Answer = {
  contract: string;
  unit: string;
  price: string;
  fee: string;
  toRefund: string;
  currency: string;
};

const FEE_LABEL = 'Fee for the change of unit';

export const changeContractUnit = contractChange<Input, Snapshot, Plan, Answer>({
  name: 'change-contract-unit',
  title: 'Change unit',
  right: 'sell',
  dealOf: ({ contract }) => contract,
  schema,
  load: (run, input) => loadSwap(run, input),

  decide(run, input, snapshot, own): Decision<Plan> {
    const { contract, unit } = snapshot;
    const { effectiveOn } = input;
    const refusal = own === null ? swapRefusal(run.now, input, snapshot) : null;
    if (refusal !== null) return refusal;
    const currency = currencyOf(contract);
    const price = own?.priceAfter ? { plan: own.priceAfter } : priceOf(run.now, input, snapshot);
    if (isRefused(price)) return price;
    const fee = own?.fee
      ? { plan: own.fee }
      : feeOf(input.fee, contract.unit?.project?.swapFee ?? null, currency);
    if (isRefused(fee)) return fee;
    const moved = { ...snapshot, contract: { ...contract, unit } };
    const planning = decideReplanning(run, moved, snapshot, { price: price.plan, effectiveOn });
    return isRefused(planning) ? planning : { plan: { planning: planning.plan, fee: fee.plan } };
  },

  terms: (_run, { effectiveOn }, { contract, unit, oldUnit }, { planning, fee }) => ({
    kind: 'SWAP_UNIT',
    effectiveOn,
    before: unitText(oldUnit?.name ?? '', contract.contractArea, contract.price),
    after: unitText(unit.name, unit.areaSquareMetres, planning.price),
    priceAfter: planning.price,
    fee,
    unitBeforeId: contract.unitId,
  }),

  rows(run, { reason }, { contract, book, milestones }, { planning, fee }) {
    const seqAfter = nextSeq(book.installments) - 1;
    const planned = newInstallments(run, contract, planning, milestones, seqAfter);
    const known = { ...book, installments: [...book.installments, ...planned] };
    const { price } = planning;
    const fees = feeRows(run, contract, { label: FEE_LABEL, fee, seqAfter: seqAfter + planned.length });
    const adjustments = takenOffRows(run, contract, known, { price, reason });
    return { installments: [...planned, ...fees], adjustments, receipts: [] };
  },

  figures: (_run, _input, _snapshot, { planning }) => ({
    paid: planning.paid,
    remaining: planning.change.remaining,
  }),

  async prepare(run, _input, snapshot): Promise<Refusal | null> {
    const { contract, unit, lock } = snapshot;
    if (contract.unitId === unit.id) return null;
    if (lock?.holderId !== contract.id) {
      const handover = deliveredOf(snapshot);
      if (handover !== undefined) return handedOver(contract, handover).refused;
      const lost = await takeUnit(run, snapshot);
      if (lost !== null) return lost;
    }
    const settled = await setAside(run.store, snapshot);
    if (settled !== null) await giveBack(run.store, snapshot);
    return settled;
  },

  async carry(run, input, snapshot, { planning, fee }) {
    const { contract, book, unit, oldUnit, milestones, plan, hold, holderName } = snapshot;
    const { store } = run;
    await carryReplanning(run, snapshot, milestones, planning, input.reason);
    await addInstallments(store, contract, book.installments, (seqAfter) =>
      feeRows(run, contract, { label: FEE_LABEL, fee, seqAfter }),
    );
    const changed = await changeContract(store, contract, {
      price: planning.price,
      paymentPlanId: plan.id,
      unitId: unit.id,
      contractArea: unit.areaSquareMetres,
    });
    const taken = { state: 'TAKEN', closedAt: run.now.toISOString(), slotKey: '' } as const;
    const held = { state: 'CONTRACTED', heldAs: null, heldUntil: null, claimKey: '' } as const;
    await store.write([
      { change: 'unit', record: unit, to: { ...held, holder: holderName } },
      ...(hold === null
        ? []
        : [
            {
              change: 'unitHold' as const,
              record: hold,
              to: { ...taken, closeReason: `Contract ${contract.name}` },
            },
          ]),
    ]);
    const [appointment] = snapshot.appointments;
    await changeAppointment(store, appointment, (own) =>
      atOtherHome(own, { unit, batch: own.batch, at: run.now.toISOString() }),
    );
    if (oldUnit !== null) await freeUnit(store, contract.id, oldUnit, sealedFields('unit', oldUnit));
    return postContract(store, changed, todayOf(contract, run.now));
  },

  answer(_run, _input, { contract }, change) {
    const currency = currencyOf(contract);
    const none = zero(currency);
    const said = (money: Money | null) => formatMoney(money ?? none);
    const answer = {
      contract: contract.name,
      unit: change.after,
      price: said(change.priceAfter),
      fee: said(change.fee),
      toRefund: said(change.toRefund),
      currency,
    };
    return { answer, message: `${contract.name} goes over from ${change.before} to ${change.after}.` };
  },
});

async function loadSwap({ store, idFor }: { store: Store; idFor(name: string): string }, input: Input) {
  const { contractId, unitId } = input;
  const loaded = await loadContract(store, contractId);
  if (isRefused(loaded)) return loaded;
  const { contract } = loaded.plan;
  const planId = input.planId ?? contract.paymentPlanId ?? '';
  if (planId === '') return refuse({ code: 'INVALID_INPUT', field: 'planId', problem: 'is missing' });
  const first = await store.read({
    ...planQueries(planId),
    ...CALENDAR_QUERY,
    ...changeQueries(contractId),
    units: { object: 'unit', filter: { id: unitId }, with: { project: true, building: true } },
    holds: { object: 'unitHold', filter: { unitId, state: 'ACTIVE' } },
    parties: { object: 'party', filter: { contractId, state: 'ACTIVE' } },
    settlements: { object: 'areaSettlement', filter: { contractId } },
    mortgageCases: { object: 'mortgageCase', filter: { contractId } },
  });
  const { plans, units, holds, parties, settlements, ...rest } = first;
  const [plan] = plans;
  const [unit] = units;
  if (plan === undefined) return refuse({ code: 'NOT_FOUND', what: 'payment plan', id: planId });
  if (unit === undefined) return refuse({ code: 'NOT_FOUND', what: 'unit', id: unitId });
  const own = rest.changes.find(({ id }) => id === idFor('contract change'));
  const oldId = own?.unitBeforeId ?? contract.unitId ?? '';
  const { locks, oldUnits, milestones } = await store.read({
    locks: { object: 'unitLock', filter: { lockKey: { in: [unitId, oldId] } } },
    oldUnits: { object: 'unit', filter: { id: { in: [oldId].filter((id) => id !== '') } } },
    milestones: { object: 'milestone', filter: { buildingId: unit.buildingId } },
  });
  const lock = locks.find(({ lockKey }) => lockKey === unitId) ?? null;
  const buyers = [contract.buyerId, ...parties.map(({ buyerId }) => buyerId)];
  const isOurs = ({ id, buyerId }: RecordOf<'unitHold'>) =>
    buyerId !== null && buyers.includes(buyerId) && [id, contractId].includes(lock?.holderId ?? '');
  const mine = locks.find(({ holderId }) => holderId === contractId);
  const holderName = mine?.holderName || contract.unit?.holder || '';
  const found = { plan, unit, milestones, lock, holderName, oldUnit: oldUnits[0] ?? null };
  const more = { hold: holds.find(isOurs) ?? null, settlement: settlements[0] ?? null };
  return { plan: { ...loaded.plan, ...rest, ...found, ...more } };
}

function swapRefusal(now: Date, { effectiveOn, unitId }: Input, snapshot: Snapshot) {
  const { contract, unit, oldUnit, settlement, mortgageCases } = snapshot;
  const wrong = (problem: string) => refuse({ code: 'INVALID_INPUT', field: 'unitId', problem });
  const handover = deliveredOf(snapshot);
  const refusal = notLive(contract) ?? inFuture('effectiveOn', effectiveOn, todayOf(contract, now));
  if (refusal !== null) return refusal;
  if (handover !== undefined) return handedOver(contract, handover);
  if (settlement?.state === 'POSTED') return areaSettled(contract, settlement);
  const loan = loanRefusal(contract, mortgageCases);
  if (loan !== null) return loan;
  if (contract.unitId === unitId) return wrong('is the unit of this contract already');
  if (unit.projectId !== contract.unit?.projectId) return wrong('belongs to another project');
  // What a court has frozen stays with the contract until it is thawed.
  if (oldUnit?.state === 'FROZEN')
    return refuse({ code: 'STATE_NOT_ALLOWED', what: oldUnit.name, from: 'FROZEN', to: 'CONTROLLED' });
  return null;
}

function priceOf(now: Date, { newPrice }: Input, { contract, unit, lock, hold }: Snapshot): Decision<Money> {
  const currency = currencyOf(contract);
  const price = newPrice === undefined ? null : inputMoney('newPrice', newPrice, currency);
  if (price !== null && isRefused(price)) return price;
  return decideSwap({
    unit,
    project: unit.project === null ? null : permitOf(unit.project, unit.building),
    lock,
    isHeldForBuyer: hold !== null && hold.id === lock?.holderId,
    currency,
    price: price?.plan ?? null,
    today: todayOf(contract, now),
    now,
  });
}

/** A survey that was only worked out was of the old home: it goes. One that was posted just now stays. */
async function setAside(store: Store, { contract, settlement }: Snapshot): Promise<Refusal | null> {
  const contractId = contract.id;
  if (settlement !== null) {
    const state = { in: ['CALCULATED', 'BUYER_MAY_RESCIND', 'CONFIRMED'] as const };
    await store.destroyWhere('areaSettlement', { id: settlement.id, state });
  }
  const { found } = await store.read({ found: { object: 'areaSettlement', filter: { contractId } } });
  const posted = found.find(({ state }) => state === 'POSTED');
  return posted === undefined ? null : areaSettled(contract, posted).refused;
}

function deliveredOf({ appointments }: Snapshot) {
  return appointments.find(({ state }) => DELIVERED_STATES.includes(state));
}

function handedOver({ name }: ContractOfProject, { handedOverOn }: RecordOf<'handover'>) {
  return refuse({ code: 'ALREADY_HANDED_OVER', contract: name, on: handedOverOn ?? '' });
}

function areaSettled({ name }: ContractOfProject, { postedOn }: RecordOf<'areaSettlement'>) {
  return refuse({ code: 'AREA_SETTLED', contract: name, on: postedOn ?? '' });
}

function unitText(name: string, area: number | null, price: Money | null): string {
  const size = area === null ? '' : `, ${area} m²`;
  return `${name}${size}${price === null ? '' : `, ${formatMoney(price)} ${price.currency}`}`;
}
