/** How states and choices of the service are called. */
import type { TicketKind, TicketPriority, WarrantyAnswer, WarrantyPart } from '#domain/care/care-states.ts';
import { type Names, namesOf } from '#widgets/shared/i18n/choices.ts';
import { msg } from '#widgets/shared/i18n/words.ts';
import { SERVICE_TICKET_STAGES } from '#workflows/pipeline/service-ticket.ts';

export const TICKET_STATES = /* @__PURE__ */ namesOf(SERVICE_TICKET_STAGES);

export const KINDS: Names<TicketKind> = {
  ENQUIRY: msg('Enquiry'),
  REPAIR: msg('Repair'),
  COMPLAINT: msg('Complaint'),
  SUGGESTION: msg('Suggestion'),
  INTERNAL: msg('Internal request'),
};

export const PRIORITIES: Names<TicketPriority> = {
  LOW: msg('Low'),
  NORMAL: msg('Normal'),
  HIGH: msg('High'),
  URGENT: msg('Urgent'),
};

export const PARTS: Names<WarrantyPart> = {
  STRUCTURE: msg('Foundation and structure'),
  WATERPROOFING: msg('Waterproofing'),
  HEATING_COOLING: msg('Heating and cooling'),
  ELECTRICAL: msg('Electrical'),
  PLUMBING: msg('Plumbing'),
  EQUIPMENT: msg('Equipment'),
  DECORATION: msg('Decoration'),
  DOORS_WINDOWS: msg('Doors and windows'),
  OTHER: msg('Other'),
};

export const WARRANTIES: Names<WarrantyAnswer> = {
  IN_WARRANTY: msg('In warranty'),
  OUT_OF_WARRANTY: msg('Out of warranty'),
  UNKNOWN: msg('Cannot be told'),
  NOT_APPLICABLE: msg('No matter of warranty'),
};
