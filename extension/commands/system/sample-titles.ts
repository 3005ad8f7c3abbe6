/** Titles of the sample's homes: one delivered, one that waits for a paper, one that is late, one in time. Pure. */
import { blockTitleCase } from '../handover/block-title-case.ts';
import { moveTitleCase } from '../handover/move-title-case.ts';
import { openTitleCase } from '../handover/open-title-case.ts';
import { dayOf, listPriceOf, SAMPLE_PEOPLE, type SampleSite, sampleId } from './sample-site.ts';
import { contractOf, type Known, type Step } from './sample-step.ts';

export function titleSteps(site: SampleSite): Step[] {
  const caseOf = (known: Known, deal: number) => ({
    titleCaseId: known.idOf('titles', `title case ${contractOf(known, deal).contractId}`),
  });
  const move = (to: string, before: number, more: Record<string, unknown>): Step => ({
    key: `title 0 ${to}`,
    daysBefore: before,
    command: moveTitleCase,
    input: (known) => ({ ...caseOf(known, 0), to, on: dayOf(site, before), ...more }),
  });
  return [
    {
      key: 'titles',
      daysBefore: 65,
      command: openTitleCase,
      input: () => ({
        buildingId: sampleId(site.generation, 'building', 'A'),
        documentsHere: 'Contract; identity papers',
      }),
    },
    move('TAX_PAID', 62, { taxAmount: String((listPriceOf(site, 'A', '101') * 3) / 100) }),
    move('SUBMITTED', 60, {}),
    move('ACCEPTED', 55, { registryNumber: 'SAMPLE-R-1001' }),
    move('ISSUED', 40, { certificateNumber: 'SAMPLE-T-1001' }),
    move('DELIVERED', 36, { receivedBy: SAMPLE_PEOPLE[0].join(' ') }),
    {
      key: 'title 2 blocked',
      daysBefore: 50,
      command: blockTitleCase,
      input: (known) => ({
        ...caseOf(known, 2),
        because: 'MISSING_DOCUMENT',
        documentsMissing: 'Marriage certificate',
      }),
    },
    {
      key: 'title 16',
      daysBefore: 8,
      command: openTitleCase,
      input: (known) => ({ ...contractOf(known, 16), documentsMissing: 'Last payment' }),
    },
  ];
}
