/** Failures and refusals in words, with what to do next. */
import type { CommandAnswer, Refusal } from '#widgets/shared/api/commands.ts';
import type { ApiFailure, FailureKind } from '#widgets/shared/api/failure.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';
import { isUnitState, UNIT_APPEARANCE } from '#widgets/shared/unit-state/unit-appearance.ts';

export type Told = { title: string; text: string };

const FAILURES: Record<FailureKind, Told> = {
  OFFLINE: {
    title: msg('No connection to the server'),
    text: msg('Check the network, then try again. Nothing was changed.'),
  },
  NOT_SIGNED_IN: {
    title: msg('Your session has ended'),
    text: msg('Reload the page and sign in again.'),
  },
  NO_RIGHT: {
    title: msg('You may not see this'),
    text: msg('Ask an administrator for a role that may read it, such as “Keyturn Sales”.'),
  },
  BROKEN: {
    title: msg('The server could not answer'),
    text: msg('Try again in a moment. If it stays like this, tell an administrator what it says here:'),
  },
};

export function failureTold(failure: ApiFailure, { t }: Words): Told {
  const { title, text } = FAILURES[failure.kind];
  const detail = failure.kind === 'BROKEN' ? ` ${failure.message}` : '';
  return { title: t(title), text: `${t(text)}${detail}` };
}

/**
 * The server's sentence is already in the reader's language. Refusals whose facts are a time or a state
 * are told here instead: in the reader's own time zone, and with the names that the board uses.
 */
const OWN_SENTENCES: Record<string, string> = {
  UNIT_TAKEN: msg('{unit} is held by {holder} until {until}. Choose another unit or wait until then.'),
  UNIT_NOT_FOR_SALE: msg('{unit} is not for sale ({state}). Release it for sale first.'),
  RESERVATION_EXPIRED: msg(
    'The reservation {reservation} expired on {until}. Reserve the unit again if it is still free.',
  ),
  RESERVATION_STILL_VALID: msg(
    'The reservation {reservation} is valid until {until}. Cancel it if it has to end earlier.',
  ),
  NOT_SIGNED_IN: msg('You are not signed in. Reload the page and sign in again.'),
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

export function refusalText({ code, message, facts }: Refusal, words: Words): string {
  const own = OWN_SENTENCES[code];
  const values: Record<string, string> = {};
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact === 'string' || typeof fact === 'number') values[name] = factText(String(fact), words);
  }
  const told = own === undefined ? '' : words.t(own, values);
  // A fact that was not sent would leave a hole: then the server's own sentence is better.
  if (told !== '' && !/\{\w+\}/.test(told)) return told;
  return message === '' ? words.t('The server refused this ({code}).', { code }) : message;
}

function factText(fact: string, { t, locale }: Words): string {
  if (INSTANT.test(fact)) return dateTimeText(fact, locale);
  return isUnitState(fact) ? t(UNIT_APPEARANCE[fact].label) : fact;
}

/** What to say about an answer that is not a success. */
export function answerText(answer: Exclude<CommandAnswer, { kind: 'DONE' }>, words: Words): string {
  if (answer.kind === 'REFUSED') return refusalText(answer.refusal, words);
  const { t } = words;
  if (answer.isOffline) return t('No answer from the server. Try again: it will not be done twice.');
  return `${t('Something went wrong on the server. Try again: it will not be done twice.')} (${answer.message})`;
}

/** What to say about a success: the server's sentence in English, what was meant in other languages. */
export function doneText(
  { message }: Extract<CommandAnswer, { kind: 'DONE' }>,
  done: string,
  words: Words,
): string {
  return words.locale.startsWith('en') && message !== '' ? message : done;
}
