/**
 * Rows of the sample's life after the sale that no command makes for one project: its checklist, its warranty
 * terms, and the days on which homes are handed over, whatever the calendar of the workspace says. Pure.
 */
import { USUAL_WARRANTY } from '#domain/care/index.ts';
import type { SnagCategory, SnagSeverity } from '#domain/handover/index.ts';
import type { Fields, ObjectName } from '#port/records.ts';
import { dayOf, type SampleSite, type SiteRows, sampleId } from './sample-site.ts';

export const CHECKLIST: readonly [
  room: string,
  name: string,
  category: SnagCategory,
  severity: SnagSeverity,
][] = [
  ['Entrance', 'Door closes and locks', 'DOORS_WINDOWS', 'BLOCKING'],
  ['Living room', 'Walls are flat and without cracks', 'SURFACES', 'MINOR'],
  ['Living room', 'Windows close and are tight', 'DOORS_WINDOWS', 'MAJOR'],
  ['Kitchen', 'Taps and drains are tight', 'PLUMBING', 'MAJOR'],
  ['Kitchen', 'Sockets work', 'ELECTRICAL', 'MAJOR'],
  ['Bathroom', 'Floor drains and is watertight', 'WATERPROOFING', 'BLOCKING'],
  ['Balcony', 'Railing is firm', 'STRUCTURE', 'BLOCKING'],
  ['All rooms', 'Clean and empty', 'CLEANING', 'MINOR'],
];

export function checkItemId({ generation }: SampleSite, place: number): string {
  return sampleId(generation, 'check', String(place));
}

/** Days before the base on which somebody has an appointment. */
export const HANDOVER_DAYS = [70, 12, 11, 1, -3, -6] as const;

/** Adjustments are free for a month: what comes later shows a repair out of warranty. */
const ADJUSTMENTS = {
  part: 'OTHER',
  length: 1,
  lengthUnit: 'MONTHS',
  startsWith: 'HANDOVER',
  remark: 'Sample: adjustments of doors and fittings, one month.',
} as const;

export function afterSaleRows(site: SampleSite): SiteRows[] {
  const id = (...parts: string[]) => sampleId(site.generation, ...parts);
  const projectId = id('project');
  const templateId = id('template');
  const rows = <O extends ObjectName>(object: O, all: ({ id: string } & Partial<Fields<O>>)[]) => ({
    object,
    rows: all as SiteRows['rows'],
  });
  const terms = [...USUAL_WARRANTY.CHINA.filter(({ part }) => part !== 'OTHER'), ADJUSTMENTS];
  return [
    rows('inspectionTemplate', [
      { id: templateId, name: 'Sample: homes', projectId, isActive: true, remark: '' },
    ]),
    rows(
      'inspectionItem',
      CHECKLIST.map(([room, name, category, severity], place) => ({
        id: checkItemId(site, place),
        templateId,
        place: place + 1,
        ...{ room, name, category, severity },
      })),
    ),
    rows(
      'warrantyTerm',
      terms.map((term) => ({
        id: id('warranty', term.part),
        name: `Sample · ${term.part.toLowerCase().replace('_', ' ')}`,
        projectId,
        ...term,
      })),
    ),
    rows(
      'calendarDay',
      HANDOVER_DAYS.map((before) => ({
        id: id('handover day', String(before)),
        name: 'Sample: handover day',
        onDate: dayOf(site, before),
        kind: 'WORKDAY' as const,
        projectId,
      })),
    ),
  ];
}
