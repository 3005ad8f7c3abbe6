/** A handover protocol: what was handed over to whom, in which state, and what is still to be mended. */
import type { CameAs, HandoverState, KeyKind, SnagSeverity, SnagState } from '#domain/handover/index.ts';
import type { Money } from '#domain/shared/money.ts';
import type { PlainDate } from '#domain/shared/plain-date.ts';
import type { Letterhead } from '../shared/blocks.ts';

export type HandoverProtocol = {
  reference: string;
  date: PlainDate;
  sender: Letterhead;
  state: HandoverState;
  handedOverOn: PlainDate | null;
  seller: string;
  buyers: readonly string[];
  cameAs: CameAs | null;
  proxy: string;
  identityCheckedBy: string;
  contract: string;
  project: string;
  building: string;
  unit: string;
  completionCertificate: string;
  areas: { contract: number | null; measured: number | null; inner: number | null; shared: number | null };
  meterReadings: string;
  keys: readonly {
    kind: KeyKind;
    name: string;
    pieces: number;
    handedTo: string;
    signedOn: PlainDate | null;
  }[];
  inspection: {
    number: number;
    signedOn: PlainDate | null;
    signedBy: string;
    checked: number;
    defects: number;
    isPassed: boolean;
  } | null;
  /** Neither verified nor declined. */
  snags: readonly {
    room: string;
    what: string;
    note: string;
    severity: SnagSeverity;
    state: SnagState;
    dueOn: PlainDate | null;
  }[];
  deferral: { amount: Money; until: PlainDate | null; approvedBy: string } | null;
  receivedBy: string;
  remark: string;
};
