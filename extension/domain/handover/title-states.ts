/** How a title case goes on (C4): papers, taxes, registry, certificate; blocked with a reason, and back to where it was. */
import { addDays, daysBetween, type PlainDate } from '#domain/shared/plain-date.ts';
import type { Transitions } from '#domain/shared/state-machine.ts';
import type { TitleState } from './after-sale-states.ts';

export const TITLE_TRANSITIONS: Transitions<TitleState> = {
  COLLECTING: ['TAX_PAID', 'BLOCKED'],
  TAX_PAID: ['SUBMITTED', 'BLOCKED'],
  // The registry may give the papers back.
  SUBMITTED: ['ACCEPTED', 'COLLECTING', 'BLOCKED'],
  ACCEPTED: ['ISSUED', 'BLOCKED'],
  ISSUED: ['DELIVERED'],
  DELIVERED: [],
  BLOCKED: ['COLLECTING', 'TAX_PAID', 'SUBMITTED', 'ACCEPTED'],
};

/** The road of a case that nothing stops. */
export const TITLE_ROAD = [
  'COLLECTING',
  'TAX_PAID',
  'SUBMITTED',
  'ACCEPTED',
  'ISSUED',
  'DELIVERED',
] as const satisfies readonly TitleState[];

/** Nothing is to be filed or issued any more. */
export const TITLE_DONE: readonly TitleState[] = ['ISSUED', 'DELIVERED'];

/** China asks the developer to file within 60 days of the handover (D9); most contracts give a year for the certificate. */
export const TITLE_FILE_DAYS = 60;
export const TITLE_CERTIFICATE_DAYS = 365;

export type TitleDeadlines = { fileBy: PlainDate; certificateBy: PlainDate };

/**
 * Calendar days from the handover, which itself is day 0. No business-day rule: a registry that is closed on the
 * last day forgives nothing, so a deadline is never moved to a later day.
 */
export function titleDeadlines(
  handedOverOn: PlainDate,
  project: { titleFileDays: number | null; titleCertificateDays: number | null },
): TitleDeadlines {
  return {
    fileBy: addDays(handedOverOn, project.titleFileDays ?? TITLE_FILE_DAYS),
    certificateBy: addDays(handedOverOn, project.titleCertificateDays ?? TITLE_CERTIFICATE_DAYS),
  };
}

export type TitleDeadline = { what: 'FILE' | 'CERTIFICATE'; on: PlainDate; daysLeft: number };

export type DatedTitle = {
  state: TitleState;
  fileBy: PlainDate | null;
  certificateBy: PlainDate | null;
  submittedOn: PlainDate | null;
};

/** The deadline that presses: to file until the papers are submitted, then the certificate. Null when there is none. */
export function nextTitleDeadline(one: DatedTitle, today: PlainDate): TitleDeadline | null {
  if (TITLE_DONE.includes(one.state)) return null;
  const isFiled = one.submittedOn !== null || one.state === 'SUBMITTED' || one.state === 'ACCEPTED';
  const what = isFiled || one.fileBy === null ? 'CERTIFICATE' : 'FILE';
  const on = what === 'FILE' ? one.fileBy : one.certificateBy;
  return on === null ? null : { what, on, daysLeft: daysBetween(today, on) };
}
