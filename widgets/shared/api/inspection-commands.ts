import type { KeyKind, SnagCategory, SnagSeverity } from '#domain/handover/after-sale-states.ts';
import type { CheckAnswer } from '#domain/handover/inspections.ts';
import type { KeyAction } from '#domain/handover/key-sets.ts';
import type { SnagAction } from '#domain/handover/snags.ts';

/** What the commands of inspections, snags and key sets take. */
export type InspectionInputs = {
  'handover/set-up-inspection-template': { language?: 'en' | 'zh-CN' };
  'handover/start-inspection': { handoverId: string; onlyDefects?: boolean };
  'handover/record-inspection': { inspectionId: string; answers: CheckAnswer[] };
  'handover/sign-inspection': { inspectionId: string; signedBy: string; remark?: string };
  'handover/report-snag': {
    unitId: string;
    handoverId?: string;
    serviceTicketId?: string;
    title: string;
    room?: string;
    description?: string;
    category?: SnagCategory;
    severity?: SnagSeverity;
  };
  'handover/move-snag': {
    snagId: string;
    action: SnagAction;
    contractorId?: string;
    note?: string;
    verifiedBy?: string;
  };
  'handover/count-keys': {
    unitId: string;
    sets: { kind: KeyKind; pieces: number; keptAt?: string }[];
  };
  'handover/move-keys': {
    keySetIds: string[];
    action: KeyAction;
    handedTo?: string;
    handoverId?: string;
    remark?: string;
  };
  'handover/snag-link': { kind: 'contractor' | 'inspection'; recordId: string };
  'handover/take-back-snag-links': { kind: 'contractor' | 'inspection'; recordId: string };
  'documents/write-handover-protocol': { handoverId: string; language: 'en' | 'zh-CN' };
};
