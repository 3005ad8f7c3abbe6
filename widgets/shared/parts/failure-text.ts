/** Failures and refusals in words, with what to do next. */
import type { CommandAnswer, Refusal } from '#widgets/shared/api/commands.ts';
import type { ApiFailure, FailureKind } from '#widgets/shared/api/failure.ts';
import { dateTimeText } from '#widgets/shared/format/moment.ts';
import { msg, type Words } from '#widgets/shared/i18n/words.ts';

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
    text: msg('Ask an administrator for a role that may read units, such as “Keyturn sales”.'),
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
 * Refusals by code in words of the reader's language. The server's own sentence is English and is
 * shown where a code is not listed, or the reader reads English.
 */
const REFUSALS: Record<string, string> = {
  UNIT_TAKEN: msg(
    '{unit} is already taken by {holder} until {until}. Choose another unit, or wait until it is free.',
  ),
  NOT_SIGNED_IN: msg('You are not signed in. Reload the page and sign in again.'),
  NO_RIGHT: msg('You may not do this. Ask an administrator for the right to it.'),
  INVALID_INPUT: msg('Please correct “{field}”: {problem}'),
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

export function refusalText({ code, message, facts }: Refusal, { t, locale }: Words): string {
  const template = REFUSALS[code];
  if (template === undefined || (locale.startsWith('en') && message !== '')) {
    return message === '' ? t('The server refused this ({code}).', { code }) : message;
  }
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    const text = value === null || value === undefined ? '–' : String(value);
    values[name] = INSTANT.test(text) ? dateTimeText(text, locale) : text;
  }
  const told = t(template, values);
  // A fact that the server did not send would leave a hole: its own sentence is better then.
  return /\{\w+\}/.test(told) && message !== '' ? message : told;
}

/** What to say about an answer that is not a success. */
export function answerText(answer: Exclude<CommandAnswer, { kind: 'DONE' }>, words: Words): string {
  if (answer.kind === 'REFUSED') return refusalText(answer.refusal, words);
  const { t } = words;
  if (answer.isOffline) return t('No answer from the server. Try again: it will not be done twice.');
  return `${t('Something went wrong on the server. Try again: it will not be done twice.')} (${answer.message})`;
}
