/**
 * Writes the protocol of a handover as PDF, in English or Chinese, into its Files tab.
 *
 * Changes: the files of the handover. Guard: none, it decides nothing. After a crash: nothing is to be mended;
 * written again it is another file.
 */
import * as z from 'zod/mini';
import type { HandoverProtocol } from '#documents/handover/protocol.ts';
import { protocolDocument } from '#documents/handover/protocol-document.ts';
import { KEY_KIND_ORDER, OPEN_SNAG_STATES } from '#domain/handover/index.ts';
import { isPositive } from '#domain/shared/money.ts';
import { dateIn, type PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Loaded, RecordOf } from '#port/records.ts';
import type { Store } from '#port/store.ts';
import { letterheadOf, type Written, writeDocument } from '../ledger/write-document.ts';
import { recordId } from '../system/input.ts';
import type { Question } from '../system/question.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;

const schema = z.object({
  handoverId: recordId,
  language: z.optional(z.enum(LANGUAGES, 'must be en or zh-CN')),
});

type Handover = Loaded<
  'handover',
  { contract: { buyer: true; company: true }; unit: { project: true; building: true } }
>;
type Papers = {
  handover: Handover;
  parties: RecordOf<'party'>[];
  settlements: RecordOf<'areaSettlement'>[];
  inspections: RecordOf<'inspection'>[];
  snags: RecordOf<'snag'>[];
  keys: RecordOf<'keySet'>[];
};

export const writeHandoverProtocol: Question<z.infer<typeof schema>, Written> = {
  name: 'write-handover-protocol',
  room: 'handover',
  rights: ['handOver', 'keepAccounts'],
  schema,

  async answer(asked, { handoverId, language = 'en' }) {
    const found = await loadPapers(asked.store, handoverId);
    if (isRefused(found)) return found;
    const protocol = protocolOf(found.plan, asked.clock.now());
    const title = language === 'en' ? 'Handover protocol' : '房屋交接书';
    const name = `${title} ${protocol.unit} ${protocol.date}.pdf`;
    const spec = protocolDocument(protocol, language);
    return { plan: await writeDocument(asked, { object: 'handover', id: handoverId }, name, spec) };
  },
};

export async function loadPapers(store: Store, handoverId: string): Promise<Decision<Papers>> {
  const { handovers, inspections, snags, keys } = await store.read({
    handovers: {
      object: 'handover',
      filter: { id: handoverId },
      with: { contract: { buyer: true, company: true }, unit: { project: true, building: true } },
    },
    inspections: { object: 'inspection', filter: { handoverId, state: 'SIGNED' } },
    snags: { object: 'snag', filter: { handoverId } },
    keys: { object: 'keySet', filter: { handoverId } },
  });
  const [handover] = handovers;
  if (handover === undefined) return refuse({ code: 'NOT_FOUND', what: 'handover', id: handoverId });
  const { contractId } = handover;
  if (contractId === null)
    return { plan: { handover, parties: [], settlements: [], inspections, snags, keys } };
  const { parties, settlements } = await store.read({
    parties: { object: 'party', filter: { contractId, state: 'ACTIVE' } },
    settlements: { object: 'areaSettlement', filter: { contractId } },
  });
  return { plan: { handover, parties, settlements, inspections, snags, keys } };
}

export function protocolOf(papers: Papers, now: Date): HandoverProtocol {
  const { handover, settlements, snags } = papers;
  const { contract, unit } = handover;
  const zone = unit?.project?.timeZone || 'UTC';
  const dayOf = (at: string | null): PlainDate | null => (at === null ? null : dateIn(new Date(at), zone));
  const sender = letterheadOf(unit?.project ?? null);
  const { deferredAmount } = handover;
  return {
    reference: contract?.name || handover.name,
    date: handover.handedOverOn ?? dateIn(now, zone),
    sender,
    state: handover.state,
    handedOverOn: handover.handedOverOn,
    seller: sender.name,
    buyers: buyersOf(papers),
    cameAs: handover.cameAs,
    proxy: handover.proxyName,
    identityCheckedBy: handover.identityCheckedBy,
    contract: contract?.name ?? '',
    project: unit?.project?.name ?? '',
    building: unit?.building?.name ?? '',
    unit: unit?.name ?? '',
    completionCertificate: unit?.building?.completionCertificate ?? '',
    areas: {
      contract: contract?.contractArea ?? unit?.areaSquareMetres ?? null,
      measured: settlements.at(-1)?.measuredArea ?? null,
      inner: unit?.innerAreaSquareMetres ?? null,
      shared: unit?.sharedAreaSquareMetres ?? null,
    },
    meterReadings: handover.meterReadings,
    keys: keysOf(papers, dayOf),
    inspection: inspectionOf(papers, dayOf),
    snags: snags
      .filter(({ state }) => OPEN_SNAG_STATES.includes(state))
      .sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1))
      .map((one) => ({
        room: one.room,
        what: withoutHead(one.name, [unit?.name, one.room]),
        note: one.description,
        severity: one.severity,
        state: one.state,
        dueOn: dayOf(one.dueAt),
      })),
    deferral:
      deferredAmount === null || !isPositive(deferredAmount)
        ? null
        : {
            amount: deferredAmount,
            until: handover.deferredUntil,
            approvedBy: handover.deferralApprovedBy,
          },
    receivedBy: handover.receivedBy || handover.signedBy,
    remark: handover.remark,
  };
}

type DayOf = (at: string | null) => PlainDate | null;

function buyersOf({ handover, parties }: Papers): string[] {
  const { contract } = handover;
  const named = [...parties]
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst))
    .map(({ name }) => name)
    .filter((name) => name !== '');
  if (named.length > 0) return named;
  const name = contract?.buyer?.name || contract?.company?.name;
  return name ? [name] : [];
}

function keysOf({ keys }: Papers, dayOf: DayOf): HandoverProtocol['keys'] {
  return keys
    .filter(({ state }) => state === 'HANDED_OVER')
    .sort(
      (a, b) => KEY_KIND_ORDER.indexOf(a.kind) - KEY_KIND_ORDER.indexOf(b.kind) || (a.name < b.name ? -1 : 1),
    )
    .map(({ kind, name, count, handedTo, signedAt }) => ({
      kind,
      name,
      pieces: count ?? 0,
      handedTo,
      signedOn: dayOf(signedAt),
    }));
}

function inspectionOf({ inspections }: Papers, dayOf: DayOf): HandoverProtocol['inspection'] {
  const last = [...inspections].sort((a, b) => (b.number ?? 0) - (a.number ?? 0))[0];
  if (last === undefined) return null;
  return {
    number: last.number ?? 1,
    signedOn: dayOf(last.signedAt),
    signedBy: last.signedBy,
    checked: last.checkedItems ?? 0,
    defects: last.defects ?? 0,
    isPassed: last.isPassed,
  };
}

/** Snags are named by unit, room and what it is; in the protocol the first two stand elsewhere. */
function withoutHead(name: string, head: readonly (string | undefined)[]): string {
  const text = `${head.filter(Boolean).join(' · ')} · `;
  return name.startsWith(text) ? name.slice(text.length) : name;
}
