/** How grave a notice is and how it goes out, as people read it: one table for steps and notices. */
import type { DunningChannel, DunningLevel } from '#domain/ledger/collection-states.ts';
import type { Choice } from './object.ts';

export const DUNNING_LEVELS: Record<DunningLevel, Choice> = {
  REMINDER: { label: 'Reminder', color: 'sky' },
  FIRST: { label: 'First demand', color: 'yellow' },
  SECOND: { label: 'Second demand', color: 'orange' },
  FORMAL: { label: 'Formal demand', color: 'red' },
  LAWYER: { label: 'Lawyer’s letter', color: 'brown' },
  TERMINATION: { label: 'Review of the contract', color: 'purple' },
};

export const DUNNING_CHANNELS: Record<DunningChannel, Choice> = {
  LETTER: { label: 'Letter', color: 'blue' },
  EMAIL: { label: 'E-mail', color: 'sky' },
  SMS: { label: 'Text message', color: 'turquoise' },
  PHONE: { label: 'Phone call', color: 'green' },
};
