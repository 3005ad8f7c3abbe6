/** Engineering changes (A015): who may answer what and until when, and what it means that somebody did not answer. */
import type { PlainDate } from '#domain/shared/plain-date.ts';
import { type Decision, type Refusal, refuse } from '#domain/shared/refusal.ts';
import { canGo, type Transitions } from '#domain/shared/state-machine.ts';
import type { ChangeAnswerState, EngineeringChangeState, SilenceMeans } from './after-sale-states.ts';

export const ENGINEERING_CHANGE_TRANSITIONS: Transitions<EngineeringChangeState> = {
  DRAFT: ['SENT'],
  SENT: ['CLOSED'],
  CLOSED: [],
};

/** Until the change is closed a buyer may think otherwise; silence is only found out when it is closed. */
export const CHANGE_ANSWER_TRANSITIONS: Transitions<ChangeAnswerState> = {
  PENDING: ['ACCEPTED', 'OBJECTED', 'RESCINDING', 'SILENT'],
  ACCEPTED: ['OBJECTED', 'RESCINDING'],
  OBJECTED: ['ACCEPTED', 'RESCINDING'],
  RESCINDING: ['ACCEPTED', 'OBJECTED'],
  SILENT: [],
};

export const CHANGE_ANSWERS = ['ACCEPTED', 'OBJECTED', 'RESCINDING'] as const satisfies ChangeAnswerState[];
export type GivenAnswer = (typeof CHANGE_ANSWERS)[number];

export type ChangeFacts = {
  name: string;
  state: EngineeringChangeState;
  noticedOn: PlainDate | null;
  answerBy: PlainDate | null;
  silenceMeans: SilenceMeans;
  mayRescind: boolean;
  consequence: string;
};

/** The notice: told today or before, with a deadline that somebody can still keep. */
export function decideNotice(
  change: ChangeFacts,
  asked: { noticedOn: PlainDate; answerBy: PlainDate; today: PlainDate; concerned: number },
): Refusal | null {
  const { noticedOn, answerBy, today, concerned } = asked;
  const { name, state } = change;
  if (!canGo(ENGINEERING_CHANGE_TRANSITIONS, state, 'SENT'))
    return { code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'SENT' };
  if (noticedOn > today) return { code: 'DATE_IN_FUTURE', field: 'noticedOn', date: noticedOn, today };
  if (answerBy <= noticedOn)
    return { code: 'INVALID_INPUT', field: 'answerBy', problem: `must be after the notice of ${noticedOn}` };
  if (answerBy < today) return { code: 'INVALID_INPUT', field: 'answerBy', problem: 'is over already' };
  return concerned === 0 ? { code: 'NOBODY_CONCERNED', change: name } : null;
}

export type AnswerPlan = { state: GivenAnswer; consequence: string };

export function decideAnswer(
  change: ChangeFacts,
  answer: { name: string; state: ChangeAnswerState },
  given: { answer: GivenAnswer; on: PlainDate; consequence?: string | undefined; today: PlainDate },
): Decision<AnswerPlan> {
  if (change.state === 'CLOSED')
    return refuse({ code: 'TIME_OVER', what: change.name, until: change.answerBy ?? '' });
  if (change.state !== 'SENT' || !canGo(CHANGE_ANSWER_TRANSITIONS, answer.state, given.answer))
    return refuse({
      code: 'STATE_NOT_ALLOWED',
      what: answer.name,
      from: change.state === 'SENT' ? answer.state : change.state,
      to: given.answer,
    });
  if (given.answer === 'RESCINDING' && !change.mayRescind)
    return refuse({ code: 'RESCISSION_NOT_OFFERED', change: change.name });
  if (given.on > given.today)
    return refuse({ code: 'DATE_IN_FUTURE', field: 'on', date: given.on, today: given.today });
  if (change.noticedOn !== null && given.on < change.noticedOn)
    return refuse({
      code: 'INVALID_INPUT',
      field: 'on',
      problem: `is before the notice of ${change.noticedOn}`,
    });
  const follows = given.answer === 'ACCEPTED' ? '' : change.consequence;
  return { plan: { state: given.answer, consequence: given.consequence ?? follows } };
}

/** Closed once the last day is over, or as soon as everybody has answered. */
export function decideClosing(
  change: ChangeFacts,
  { pending, today }: { pending: number; today: PlainDate },
): Refusal | null {
  const { name, state, answerBy } = change;
  if (!canGo(ENGINEERING_CHANGE_TRANSITIONS, state, 'CLOSED'))
    return { code: 'STATE_NOT_ALLOWED', what: name, from: state, to: 'CLOSED' };
  return pending > 0 && answerBy !== null && today <= answerBy
    ? { code: 'TIME_NOT_OVER', what: name, until: answerBy }
    : null;
}

/** What follows for somebody who did not answer. */
export function silentConsequence({
  silenceMeans,
  consequence,
}: Pick<ChangeFacts, 'silenceMeans' | 'consequence'>): string {
  return silenceMeans === 'OBJECTED' ? consequence : '';
}

export type ChangeCounts = { accepted: number; objected: number; silent: number };

/** Who wants to rescind objects; who is silent is counted apart, whatever silence means. */
export function changeCounts(groups: readonly { state: string | null; count: number }[]): ChangeCounts {
  const of = (...states: string[]) =>
    groups
      .filter(({ state }) => state !== null && states.includes(state))
      .reduce((sum, { count }) => sum + count, 0);
  return { accepted: of('ACCEPTED'), objected: of('OBJECTED', 'RESCINDING'), silent: of('SILENT') };
}
