/** Kit: choices of the handover and of service that more than one object offers; labels and colours. */
import type {
  CustomerLevel,
  ServiceClock,
  TicketChannel,
  TicketKind,
  TicketPriority,
  WarrantyAnswer,
  WarrantyPart,
  WarrantyStart,
  WarrantyUnit,
} from '#domain/care/care-states.ts';
import type {
  CameAs,
  EngineeringChangeKind,
  KeyKind,
  SilenceMeans,
  SnagCategory,
  SnagSeverity,
  TitleBlock,
} from '#domain/handover/after-sale-states.ts';
import type { Choice } from './object.ts';

export const CAME_ASS: Record<CameAs, Choice> = {
  BUYER: { label: 'The buyer', color: 'blue' },
  PROXY: { label: 'A proxy', color: 'purple' },
};

export const SNAG_CATEGORYS: Record<SnagCategory, Choice> = {
  STRUCTURE: { label: 'Structure', color: 'red' },
  WATERPROOFING: { label: 'Waterproofing', color: 'blue' },
  DOORS_WINDOWS: { label: 'Doors and windows', color: 'sky' },
  SURFACES: { label: 'Walls and floors', color: 'brown' },
  ELECTRICAL: { label: 'Electrical', color: 'yellow' },
  PLUMBING: { label: 'Plumbing', color: 'turquoise' },
  HEATING_COOLING: { label: 'Heating and cooling', color: 'orange' },
  EQUIPMENT: { label: 'Equipment', color: 'purple' },
  CLEANING: { label: 'Cleaning', color: 'gray' },
  OTHER: { label: 'Other', color: 'gray' },
};

export const SNAG_SEVERITYS: Record<SnagSeverity, Choice> = {
  BLOCKING: { label: 'Keeps the keys back', color: 'red' },
  MAJOR: { label: 'Major', color: 'orange' },
  MINOR: { label: 'Minor', color: 'gray' },
};

export const KEY_KINDS: Record<KeyKind, Choice> = {
  DOOR_KEYS: { label: 'Door keys', color: 'blue' },
  ACCESS_CARDS: { label: 'Access cards', color: 'sky' },
  MAILBOX_KEYS: { label: 'Mailbox keys', color: 'turquoise' },
  PARKING_REMOTES: { label: 'Parking remotes', color: 'orange' },
  MANUALS: { label: 'Manuals', color: 'purple' },
  OTHER: { label: 'Other', color: 'gray' },
};

export const TITLE_BLOCKS: Record<TitleBlock, Choice> = {
  UNPAID: { label: 'Money is due', color: 'red' },
  BUILDING_MORTGAGE: { label: 'Building is mortgaged', color: 'orange' },
  MISSING_DOCUMENT: { label: 'A paper is missing', color: 'yellow' },
  OTHER: { label: 'Other', color: 'gray' },
};

export const CHANGE_KINDS: Record<EngineeringChangeKind, Choice> = {
  DESIGN: { label: 'Design', color: 'blue' },
  MATERIAL: { label: 'Material', color: 'brown' },
  LAYOUT: { label: 'Layout', color: 'purple' },
  EQUIPMENT: { label: 'Equipment', color: 'orange' },
  SCHEDULE: { label: 'Schedule', color: 'red' },
  OTHER: { label: 'Other', color: 'gray' },
};

export const SILENCES: Record<SilenceMeans, Choice> = {
  ACCEPTED: { label: 'Acceptance', color: 'green' },
  OBJECTED: { label: 'Objection', color: 'orange' },
};

export const PARTS: Record<WarrantyPart, Choice> = {
  STRUCTURE: { label: 'Foundation and structure', color: 'red' },
  WATERPROOFING: { label: 'Waterproofing', color: 'blue' },
  HEATING_COOLING: { label: 'Heating and cooling', color: 'orange' },
  ELECTRICAL: { label: 'Electrical', color: 'yellow' },
  PLUMBING: { label: 'Plumbing', color: 'turquoise' },
  EQUIPMENT: { label: 'Equipment', color: 'purple' },
  DECORATION: { label: 'Decoration', color: 'pink' },
  DOORS_WINDOWS: { label: 'Doors and windows', color: 'sky' },
  OTHER: { label: 'Other', color: 'gray' },
};

export const WARRANTY_STARTS: Record<WarrantyStart, Choice> = {
  HANDOVER: { label: 'The handover', color: 'green' },
  COMPLETION: { label: 'The completion acceptance', color: 'blue' },
  SIGNING: { label: 'The signing', color: 'purple' },
};

export const WARRANTY_UNITS: Record<WarrantyUnit, Choice> = {
  MONTHS: { label: 'Months', color: 'blue' },
  YEARS: { label: 'Years', color: 'green' },
  SEASONS: { label: 'Heating or cooling seasons', color: 'orange' },
};

export const WARRANTYS: Record<WarrantyAnswer, Choice> = {
  IN_WARRANTY: { label: 'In warranty', color: 'green' },
  OUT_OF_WARRANTY: { label: 'Out of warranty', color: 'red' },
  UNKNOWN: { label: 'Cannot be told', color: 'orange' },
  NOT_APPLICABLE: { label: 'No matter of warranty', color: 'gray' },
};

export const TICKET_KINDS: Record<TicketKind, Choice> = {
  ENQUIRY: { label: 'Enquiry', color: 'blue' },
  REPAIR: { label: 'Repair', color: 'orange' },
  COMPLAINT: { label: 'Complaint', color: 'red' },
  SUGGESTION: { label: 'Suggestion', color: 'green' },
  INTERNAL: { label: 'Internal request', color: 'gray' },
};

export const CHANNELS: Record<TicketChannel, Choice> = {
  WEB: { label: 'Web form', color: 'blue' },
  PHONE: { label: 'Phone', color: 'green' },
  STAFF: { label: 'On site', color: 'orange' },
  INSPECTION: { label: 'Inspection', color: 'purple' },
};

export const PRIORITYS: Record<TicketPriority, Choice> = {
  LOW: { label: 'Low', color: 'gray' },
  NORMAL: { label: 'Normal', color: 'blue' },
  HIGH: { label: 'High', color: 'orange' },
  URGENT: { label: 'Urgent', color: 'red' },
};

export const LEVELS: Record<CustomerLevel, Choice> = {
  STANDARD: { label: 'Standard', color: 'gray' },
  SILVER: { label: 'Silver', color: 'sky' },
  GOLD: { label: 'Gold', color: 'yellow' },
  VIP: { label: 'VIP', color: 'purple' },
};

export const CLOCKS: Record<ServiceClock, Choice> = {
  WORKING_HOURS: { label: 'Working hours', color: 'blue' },
  AROUND_THE_CLOCK: { label: 'Around the clock', color: 'purple' },
};
