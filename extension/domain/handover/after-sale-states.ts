/** Words of the handover: states and kinds of batches, inspections, snags, keys, title cases and engineering changes (C4). */

export type HandoverBatchState = 'DRAFT' | 'OPEN' | 'CLOSED';

export type CameAs = 'BUYER' | 'PROXY';

export type InspectionState = 'OPEN' | 'SIGNED';

export type SnagCategory =
  | 'STRUCTURE'
  | 'WATERPROOFING'
  | 'DOORS_WINDOWS'
  | 'SURFACES'
  | 'ELECTRICAL'
  | 'PLUMBING'
  | 'HEATING_COOLING'
  | 'EQUIPMENT'
  | 'CLEANING'
  | 'OTHER';

export type SnagSeverity = 'BLOCKING' | 'MAJOR' | 'MINOR';

export type SnagState = 'OPEN' | 'ASSIGNED' | 'IN_PROGRESS' | 'FIXED' | 'VERIFIED' | 'REJECTED' | 'REOPENED';

export type KeyKind = 'DOOR_KEYS' | 'ACCESS_CARDS' | 'MAILBOX_KEYS' | 'PARKING_REMOTES' | 'MANUALS' | 'OTHER';

export type KeyState = 'IN_STORE' | 'HANDED_OVER' | 'LOST';

export type TitleState =
  | 'COLLECTING'
  | 'TAX_PAID'
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'ISSUED'
  | 'DELIVERED'
  | 'BLOCKED';

export type TitleBlock = 'UNPAID' | 'BUILDING_MORTGAGE' | 'MISSING_DOCUMENT' | 'OTHER';

export type EngineeringChangeKind = 'DESIGN' | 'MATERIAL' | 'LAYOUT' | 'EQUIPMENT' | 'SCHEDULE' | 'OTHER';

export type EngineeringChangeState = 'DRAFT' | 'SENT' | 'CLOSED';

export type ChangeAnswerState = 'PENDING' | 'ACCEPTED' | 'OBJECTED' | 'RESCINDING' | 'SILENT';

export type SilenceMeans = 'ACCEPTED' | 'OBJECTED';
