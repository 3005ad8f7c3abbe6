/** How far a contract has come: reserved, signed, paid, keys; or where it ended before them (C4). Pure. */
import { type ContractState, LIVE_CONTRACT_STATES } from '#domain/deal/deal-states.ts';
import { dateText } from '#widgets/shared/format/moment.ts';
import { namesOf } from '#widgets/shared/i18n/choices.ts';
import type { Words } from '#widgets/shared/i18n/words.ts';
import type { Step, StepState } from '#widgets/shared/record/record-parts.tsx';
import { CONTRACT_STAGES } from '#workflows/pipeline/contract.ts';
import type { ContractSubject } from './contract-records.ts';

export const CONTRACT_STATES = /* @__PURE__ */ namesOf(CONTRACT_STAGES);

/** Not yet binding, or an end before the keys. */
const NOT_YET: readonly ContractState[] = ['DRAFT', 'PENDING_APPROVAL'];

/** `paidPercent` is of everything that is asked; 100 when nothing is open any more. */
export function roadOf(subject: ContractSubject, paidPercent: number | null, words: Words): Step[] {
  const { t, locale } = words;
  const { contract } = subject;
  const state = contract.state ?? 'DRAFT';
  const isSigned = !NOT_YET.includes(state);
  const isEnded = isSigned && !LIVE_CONTRACT_STATES.includes(state);
  const keysOn = subject.handovers?.find(({ handedOverOn }) => handedOverOn !== null)?.handedOverOn ?? null;
  const isPaid = paidPercent === 100;
  const day = (date: string | null | undefined) => (date ? dateText(date, locale) : null);
  const done: [key: string, label: string, note: string | null, isDone: boolean][] = [
    ['RESERVED', t('Reservation made'), day(contract.reservation?.reservedAt), true],
    ['SIGNED', t('Contract signed'), day(contract.signedOn), isSigned],
    ['PAID', t('Paid'), paidPercent === null ? null : `${paidPercent} %`, isPaid],
    ['KEYS', t('Keys'), day(keysOn), keysOn !== null],
  ];
  if (!isEnded) return inOrder(done);
  const passed = done.filter(([, , , isDone]) => isDone);
  const label = CONTRACT_STATES[state];
  return [
    ...passed.map(([key, name, note]) => ({ key, label: name, note, state: 'DONE' as const })),
    { key: 'ENDED', label: t(label), note: day(contract.cancelledOn), state: 'ENDED' },
  ];
}

/** The first that is not done is where the contract is; keys may come before the last payment. */
function inOrder(steps: readonly [string, string, string | null, boolean][]): Step[] {
  const now = steps.findIndex(([, , , isDone]) => !isDone);
  return steps.map(([key, label, note, isDone], index) => {
    const state: StepState = isDone ? 'DONE' : index === now ? 'NOW' : 'AHEAD';
    return { key, label, note, state };
  });
}
