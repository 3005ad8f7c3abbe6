/**
 * A title case goes on (C4): taxes paid, submitted, accepted, issued, delivered; or its papers are brought up to date.
 *
 * Changes: the case; with the certificate issued its unit is TITLED. Guard: the state is changed only while it is
 * still the one that was decided on. After a crash: the case stands and the unit says HANDED_OVER; the same request
 * again writes it.
 */
import * as z from 'zod/mini';
import { frozenRefusal } from '#domain/deal/index.ts';
import { decideTitleStep, TITLE_DONE, TITLE_ROAD, type TitleChange } from '#domain/handover/index.ts';
import { formatMoney } from '#domain/shared/money.ts';
import { type Decision, isRefused, refuse } from '#domain/shared/refusal.ts';
import type { Fields } from '#port/records.ts';
import { sealedFields } from '#port/seal.ts';
import type { Store } from '#port/store.ts';
import { currencyOf } from '../ledger/book.ts';
import { notLive } from '../ledger/contract-of.ts';
import type { Command } from '../system/command.ts';
import { amount, date, inputMoney, recordId, requestId, text } from '../system/input.ts';
import { hasMovedOn, loadTitleCase, standOf, type TitleCase, type TitleSnapshot } from './title-case-of.ts';
import { type TitleContract, titleGround, titleToday } from './title-ground.ts';

const schema = z.object({
  requestId,
  titleCaseId: recordId,
  /** Its own state again: only the papers and the remark are brought up to date. */
  to: z.enum(TITLE_ROAD, `must be one of ${TITLE_ROAD.join(', ')}`),
  /** Without it today, where the home is. */
  on: z.optional(date),
  documentsHere: z.optional(text),
  documentsMissing: z.optional(text),
  taxAmount: z.optional(amount),
  registryNumber: z.optional(text),
  certificateNumber: z.optional(text),
  receivedBy: z.optional(text),
  remark: z.optional(text),
});

type Input = z.infer<typeof schema>;
type Notes = Pick<Fields<'titleCase'>, 'documentsHere' | 'documentsMissing' | 'remark'>;
/** `change` is null when only the papers are brought up to date. */
type Plan = { change: TitleChange | null; notes: Notes };
type Answer = { titleCaseId: string; state: string; unitState: string | null };

export const moveTitleCase: Command<Input, TitleSnapshot, Plan, Answer> = {
  name: 'move-title-case',
  room: 'handover',
  title: 'Move title case',
  right: 'handOver',
  schema,
  subject: ({ titleCaseId }) => ({ kind: 'titleCase', id: titleCaseId }),
  load: ({ store }, { titleCaseId }) => loadTitleCase(store, titleCaseId),
  expects: ({ titleCase }) => standOf(titleCase),

  decide(run, input, { titleCase, contract, books, freeze }): Decision<Plan> {
    const notes = {
      documentsHere: input.documentsHere ?? titleCase.documentsHere,
      documentsMissing: input.documentsMissing ?? titleCase.documentsMissing,
      remark: input.remark ?? titleCase.remark,
    };
    // Run again, the step of an earlier run stands already.
    if (titleCase.state === input.to)
      return run.isResumed || isOnlyPapers(input, titleCase, contract)
        ? { plan: { change: null, notes } }
        : refuse({
            code: 'STATE_NOT_ALLOWED',
            what: titleCase.name,
            from: titleCase.state,
            to: input.to,
          });
    if (hasMovedOn(run, titleCase)) return refuse({ code: 'BUSY', what: titleCase.name });
    const dead = notLive(contract);
    if (dead !== null) return dead;
    const { unit } = contract;
    const frozen = input.to === 'ISSUED' && unit !== null ? frozenRefusal(unit, freeze) : null;
    if (frozen !== null) return refuse(frozen);
    const tax =
      input.taxAmount === undefined ? null : inputMoney('taxAmount', input.taxAmount, currencyOf(contract));
    if (tax !== null && isRefused(tax)) return tax;
    const today = titleToday(contract, run.now);
    const { to, on = today, registryNumber, certificateNumber, receivedBy } = input;
    const news = {
      documentsMissing: input.documentsMissing,
      taxAmount: tax?.plan,
      registryNumber: registryNumber || undefined,
      certificateNumber: certificateNumber || undefined,
      receivedBy: receivedBy || undefined,
    };
    const ground = titleGround(contract, books, today);
    const decided = decideTitleStep(titleCase, { to, on, news, today }, ground);
    return isRefused(decided) ? decided : { plan: { change: decided.plan, notes } };
  },

  async apply(run, input, { titleCase, contract }, { change, notes }) {
    const { id, state, name } = titleCase;
    const sealed = change === null ? {} : { ...sealedFields('titleCase', titleCase), ...change };
    const changed = await run.store.changeWhere('titleCase', { id, state }, { ...sealed, ...notes });
    if (changed.length === 0) return refuse({ code: 'BUSY', what: name });
    const isIssued = TITLE_DONE.includes(input.to);
    // Also with the delivery: the keys of a home that was deemed delivered may have come after the certificate.
    const unitIds = isIssued && contract.unitId !== null ? [contract.unitId] : [];
    const titled = await markTitled(run.store, unitIds);
    const unitState = titled > 0 ? 'TITLED' : (contract.unit?.state ?? null);
    const answer = { titleCaseId: id, state: input.to, unitState };
    const paid =
      change?.taxAmount && input.to === 'TAX_PAID' ? ` Taxes: ${formatMoney(change.taxAmount)}.` : '';
    const message =
      change === null && !run.isResumed
        ? `The papers of ${name} are brought up to date.`
        : `${name}: ${state} → ${input.to}.${paid}`;
    return { plan: { answer, message, before: { state }, after: answer } };
  },
};

/** What a step has written is not written anew beside it. */
function isOnlyPapers(input: Input, titleCase: TitleCase, contract: TitleContract): boolean {
  const texts = ['registryNumber', 'certificateNumber', 'receivedBy'] as const;
  if (texts.some((name) => (input[name] || titleCase[name]) !== titleCase[name])) return false;
  if (input.taxAmount === undefined || titleCase.taxAmount === null) return input.taxAmount === undefined;
  const tax = inputMoney('taxAmount', input.taxAmount, currencyOf(contract));
  return !isRefused(tax) && formatMoney(tax.plan) === formatMoney(titleCase.taxAmount);
}

/** HANDED_OVER -> TITLED: the certificate is issued. Any other state is left as it is, a freeze above all. */
export async function markTitled(store: Store, unitIds: readonly string[]): Promise<number> {
  if (unitIds.length === 0) return 0;
  const { units } = await store.read({
    units: { object: 'unit', filter: { id: { in: unitIds }, state: 'HANDED_OVER' } },
  });
  const changes = units
    .filter(({ state }) => state === 'HANDED_OVER')
    .map((record) => ({ record, to: { state: 'TITLED', claimKey: '' } as const }));
  if (changes.length > 0) await store.write([{ changeMany: 'unit', changes }]);
  return changes.length;
}
