/** A leaver's open work, and the colleagues who take it over. */
export type TransferAsked = { fromId: string; toIds: string[] };

/** What the commands of holds, freezes, the queue and transfers take. */
export type SalesInputs = {
  'deal/hold-unit': {
    unitId: string;
    kind: 'SALES' | 'VIP';
    until?: string;
    buyerId?: string;
    forWhom?: string;
    reason?: string;
  };
  'deal/release-hold': { holdId: string; reason?: string };
  'deal/extend-hold': { holdId: string; until: string };
  'deal/expire-hold': { holdId: string };
  'deal/freeze-unit': { unitId: string; reason: string };
  'deal/unfreeze-unit': { unitId: string; reason: string };
  'deal/take-ticket': { batchId: string; buyerId: string; wishes?: string };
  'deal/call-next-ticket': { batchId: string };
  'deal/draw-lottery': { batchId: string; seed?: string };
  'deal/activate-ticket': { ticketId: string };
  'deal/choose-unit': { ticketId: string; unitId: string };
  'deal/miss-ticket': { ticketId: string };
  'deal/requeue-ticket': { ticketId: string };
  'deal/preview-transfer': TransferAsked;
  'deal/roll-back-transfer': { dealTransferId: string; reason: string };
  'deal/cancel-ticket': { ticketId: string; reason: string };
};
