/** Choices of a ticket as inputs take them. Pure. */
import * as z from 'zod/mini';
import type { TicketChannel, TicketKind, TicketPriority, WarrantyPart } from '#domain/care/index.ts';
import { text } from '../system/input.ts';

const KINDS = ['ENQUIRY', 'REPAIR', 'COMPLAINT', 'SUGGESTION', 'INTERNAL'] as const satisfies TicketKind[];
const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const satisfies TicketPriority[];
const CHANNELS = ['WEB', 'PHONE', 'STAFF', 'INSPECTION'] as const satisfies TicketChannel[];
const PARTS = [
  'STRUCTURE',
  'WATERPROOFING',
  'HEATING_COOLING',
  'ELECTRICAL',
  'PLUMBING',
  'EQUIPMENT',
  'DECORATION',
  'DOORS_WINDOWS',
  'OTHER',
] as const satisfies WarrantyPart[];

export const kind = z.enum(KINDS, `must be one of ${KINDS.join(', ')}`);
export const priority = z.enum(PRIORITIES, `must be one of ${PRIORITIES.join(', ')}`);
export const channel = z.enum(CHANNELS, `must be one of ${CHANNELS.join(', ')}`);
export const part = z.enum(PARTS, `must be one of ${PARTS.join(', ')}`);

const MOST_LETTERS = 4_000;
export const longText = z
  .string()
  .check(z.trim(), z.maxLength(MOST_LETTERS, `must have at most ${MOST_LETTERS} characters`));
export const shortText = text.check(z.maxLength(200, 'must have at most 200 characters'));
