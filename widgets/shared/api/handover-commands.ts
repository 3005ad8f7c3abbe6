/** The commands and questions of the room `handover` that widgets give. */
export type HandoverInputs = {
  'handover/hand-over': {
    contractId: string;
    handedOverOn: string;
    receivedBy: string;
    keySets: number;
    identityChecked?: boolean;
  };
  'handover/open-handover-batch': {
    buildingId: string;
    name?: string;
    opensOn: string;
    closesOn: string;
    dayFrom: string;
    dayTo: string;
    slotMinutes: number;
    capacity: number;
    place?: string;
    deemedOn?: string;
    floors?: number[];
  };
  'handover/close-handover-batch': { handoverBatchId: string };
  'handover/book-handover': { handoverId: string; slotAt: string; proxyName?: string };
  'handover/unbook-handover': { handoverId: string };
  'handover/arrive-handover': {
    handoverId: string;
    cameAs: 'BUYER' | 'PROXY';
    proxyName?: string;
    identityChecked: boolean;
  };
  'handover/miss-handover': { handoverId: string };
  'handover/deem-delivered': { handoverId: string };
  'handover/renew-handover-link': { handoverId: string; version: number };
  'handover/handover-readiness': { recordId: string; after?: number };
  'handover/handover-slots': { recordId: string; from?: string };
  'handover/handover-link': { handoverId: string };
};
