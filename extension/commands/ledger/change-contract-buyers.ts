/**
 * Changes: who buys (更名, 增减名, C4): parties join, leave and change their shares; the first of them becomes the
 * contract's buyer and is shown on the unit and its lock; the fee is asked. Who leaves stays on record. Links to the
 * appointment of the handover that the buyer before has got are taken back.
 * Guard: approved by somebody else; the contract's next place for a change. After a crash: some parties are
 * written and some are not; the same request again, or the repair job, writes the rest.
 *
 * Asked for with `sell`, by whose deal it is: it is sales work (C5), and moves nothing before finance agrees.
 */
import * as z from 'zod/mini';
import { type BuyersChange, changesNothing, decideBuyers, shareText } from '#domain/deal/index.ts';
import { ofOtherBuyers } from '#domain/handover/index.ts';
import { parseDecimal, unitsAt } from '#domain/shared/decimal.ts';
import { formatMoney, type Money, zero } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { RecordOf } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import { changeAppointment } from '../handover/appointment-of-contract.ts';
import type { Run } from '../system/command.ts';
import { amount, date, recordId, requestId, requiredText } from '../system/input.ts';
import { nextSeq } from './add-charge.ts';
import { addInstallments } from './add-rows.ts';
import { currencyOf } from './book.ts';
import { feeOf, feeRows, loanRefusal } from './change-fee.ts';
import { type Changing, changeQueries, contractChange } from './contract-changes.ts';
import { inFuture, loadContract, notLive, todayOf } from './contract-of.ts';
import { knownParties, type PartyOf, partyQueries, partyRows } from './contract-parties.ts';
import { postContract } from './post-receipts.ts';

const party = z.object({
  buyerId: z.optional(recordId),
  companyId: z.optional(recordId),
  sharePercent: z
    .string()
    .check(z.trim(), z.regex(/^\d{1,3}(\.\d{1,4})?$/, 'must be a share in percent like "33.3333"')),
});
const schema = z.object({
  requestId,
  contractId: recordId,
  /** All who buy from now on, the first buyer first. */
  parties: z.array(party),
  effectiveOn: date,
  /** Without it the fee of the project. */
  fee: z.optional(amount),
  reason: requiredText,
});

type Input = z.infer<typeof schema>;
type Snapshot = Changing & {
  parties: PartyOf[];
  names: ReadonlyMap<string, string>;
  mortgageCases: RecordOf<'mortgageCase'>[];
};
type Plan = { buyers: BuyersChange; fee: Money };
type Answer = { contract: string; buyers: string; fee: string; currency: string };

const FEE_LABEL = 'Fee for the change of buyers';

export const changeContractBuyers = contractChange<Input, Snapshot, Plan, Answer>({
  name: 'change-contract-buyers',
  title: 'Change buyers',
  right: 'sell',
  dealOf: ({ contract }) => contract,
  schema,

  async load({ store }, { contractId, parties: wanted }) {
    const loaded = await loadContract(store, contractId);
    if (isRefused(loaded)) return loaded;
    const { contract } = loaded.plan;
    const { parties, ...more } = await store.read({
      ...partyQueries(contractId),
      ...changeQueries(contractId),
      mortgageCases: { object: 'mortgageCase', filter: { contractId } },
    });
    const idsOf = (key: 'buyerId' | 'companyId') => [
      ...new Set([contract, ...parties, ...wanted].flatMap((one) => one[key] ?? [])),
    ];
    const { people, companies } = await store.read({
      people: { object: 'person', filter: { id: { in: idsOf('buyerId') } } },
      companies: { object: 'company', filter: { id: { in: idsOf('companyId') } } },
    });
    const names = new Map([...people, ...companies].map(({ id, name }) => [id, name]));
    for (const { buyerId, companyId } of wanted) {
      const [id, what] = buyerId === undefined ? [companyId, 'company'] : [buyerId, 'person'];
      if (id !== undefined && !names.has(id)) return refuse({ code: 'NOT_FOUND', what, id });
    }
    return { plan: { ...loaded.plan, ...more, parties: knownParties(contract, parties), names } };
  },

  decide(run, input, { contract, parties, mortgageCases }, own): Decision<Plan> {
    const today = todayOf(contract, run.now);
    const refusal = notLive(contract) ?? inFuture('effectiveOn', input.effectiveOn, today);
    if (refusal !== null && own === null) return refusal;
    const buyers = decideBuyers(parties, wantedOf(input));
    if (isRefused(buyers)) return buyers;
    if (own === null && changesNothing(buyers.plan)) {
      const problem = 'are the buyers of this contract already';
      return refuse({ code: 'INVALID_INPUT', field: 'parties', problem });
    }
    const loan = own === null && buyers.plan.leaving.length > 0 ? loanRefusal(contract, mortgageCases) : null;
    if (loan !== null) return loan;
    const ofProject = contract.unit?.project?.buyerChangeFee ?? null;
    const fee = own?.fee ? { plan: own.fee } : feeOf(input.fee, ofProject, currencyOf(contract));
    return isRefused(fee) ? fee : { plan: { buyers: buyers.plan, fee: fee.plan } };
  },

  terms: (_run, input, { contract, parties, names }, { fee }) => ({
    kind: 'CHANGE_BUYERS',
    effectiveOn: input.effectiveOn,
    before: buyersText(parties, names),
    after: buyersText(wantedOf(input), names),
    priceAfter: contract.price ?? zero(currencyOf(contract)),
    fee,
  }),

  rows(run, _input, { contract, book }, { fee }) {
    const seqAfter = nextSeq(book.installments) - 1;
    return {
      installments: feeRows(run, contract, { label: FEE_LABEL, fee, seqAfter }),
      adjustments: [],
      receipts: [],
    };
  },

  figures: () => ({}),

  async carry(run, input, snapshot, { buyers, fee }) {
    const { contract, book, names, parties } = snapshot;
    const { store } = run;
    await addInstallments(store, contract, book.installments, (seqAfter) =>
      feeRows(run, contract, { label: FEE_LABEL, fee, seqAfter }),
    );
    const { rows, changes } = partyRows(run, contract, { buyers, parties, names }, input);
    if (rows.length > 0) await store.write([{ createMany: 'party', rows }]);
    if (changes.length > 0) await store.write([{ changeMany: 'party', changes }]);
    const [first] = wantedOf(input);
    const { buyerId = null, companyId = null } = first ?? {};
    // Before the contract says who: cut off in between, the links of the buyer before are taken back twice.
    const [appointment] = snapshot.appointments;
    if (contract.buyerId !== buyerId || contract.companyId !== companyId)
      await changeAppointment(store, appointment, ofOtherBuyers);
    await store.write([{ change: 'contract', record: contract, to: { buyerId, companyId } }]);
    await showHolder(run, snapshot, names.get(buyerId ?? companyId ?? '') ?? '');
    return postContract(store, { ...contract, buyerId, companyId }, todayOf(contract, run.now));
  },

  answer(_run, _input, { contract }, { before, after, fee }) {
    const currency = currencyOf(contract);
    const said = formatMoney(fee ?? zero(currency));
    const answer = { contract: contract.name, buyers: after, fee: said, currency };
    return { answer, message: `${contract.name} goes over from ${before} to ${after}.` };
  },
});

function wantedOf({ parties }: Input) {
  return parties.map(({ buyerId, companyId, sharePercent }) => ({
    buyerId: buyerId ?? null,
    companyId: companyId ?? null,
    share: Number(unitsAt(parseDecimal(sharePercent), 4) ?? 0n),
  }));
}

function buyersText(
  parties: readonly { buyerId: string | null; companyId: string | null; share: number }[],
  names: ReadonlyMap<string, string>,
): string {
  return parties
    .map(({ buyerId, companyId, share }) => {
      const name = names.get(buyerId ?? companyId ?? '') ?? '–';
      return `${name} ${shareText(share)} %`;
    })
    .join(', ');
}

/** Unit and lock name the first buyer. The lock first: the unit's state follows from it (C3). */
async function showHolder({ store }: Run, { contract }: Snapshot, holder: string): Promise<void> {
  const { unit } = contract;
  if (unit === null) return;
  const { locks } = await store.read({ locks: { object: 'unitLock', filter: { lockKey: unit.id } } });
  const [lock] = locks;
  if (lock === undefined || lock.holderId !== contract.id) return;
  const guard = { id: lock.id, lockKey: unit.id, holderId: contract.id };
  await store.changeWhere('unitLock', guard, { holderName: holder });
  const to = { ...sealedFields('unit', unit), holder };
  await store.changeWhere('unit', { id: unit.id, state: unit.state }, to);
}
