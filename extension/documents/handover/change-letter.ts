/** The letter that tells a buyer of an engineering change: what changes, what may be answered until when, and a slip. */
import type { EngineeringChangeKind, SilenceMeans } from '#domain/handover/index.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Letterhead } from '../shared/blocks.ts';

export type ChangeNotice = {
  reference: string;
  sender: Letterhead;
  /** The day on which the buyers are told. */
  date: PlainDate;
  change: string;
  kind: EngineeringChangeKind;
  project: string;
  building: string;
  description: string;
  /** What those who object are offered; empty when nothing is. */
  consequence: string;
  decidedOn: PlainDate | null;
  answerBy: PlainDate;
  silenceMeans: SilenceMeans;
  mayRescind: boolean;
};

/** One buyer's copy. */
export type ChangeLetter = { buyers: readonly string[]; contract: string; unit: string };
