/** Words of the care after the sale: warranty, service levels and tickets (C4, D9). */

export type WarrantyPart =
  | 'STRUCTURE'
  | 'WATERPROOFING'
  | 'HEATING_COOLING'
  | 'ELECTRICAL'
  | 'PLUMBING'
  | 'EQUIPMENT'
  | 'DECORATION'
  | 'DOORS_WINDOWS'
  | 'OTHER';

export type WarrantyStart = 'HANDOVER' | 'COMPLETION' | 'SIGNING';

export type WarrantyUnit = 'MONTHS' | 'YEARS' | 'SEASONS';

export type WarrantyAnswer = 'IN_WARRANTY' | 'OUT_OF_WARRANTY' | 'UNKNOWN' | 'NOT_APPLICABLE';

export type ServiceTicketState =
  | 'NEW'
  | 'TRIAGED'
  | 'ASSIGNED'
  | 'IN_PROGRESS'
  | 'WAITING_CUSTOMER'
  | 'RESOLVED'
  | 'CLOSED'
  | 'REOPENED';

export type TicketKind = 'ENQUIRY' | 'REPAIR' | 'COMPLAINT' | 'SUGGESTION' | 'INTERNAL';

export type TicketChannel = 'WEB' | 'PHONE' | 'STAFF' | 'INSPECTION';

export type TicketPriority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';

export type CustomerLevel = 'STANDARD' | 'SILVER' | 'GOLD' | 'VIP';

export type ServiceClock = 'WORKING_HOURS' | 'AROUND_THE_CLOCK';
