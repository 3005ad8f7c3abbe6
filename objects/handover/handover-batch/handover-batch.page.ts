import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('handoverBatch', {
    name: 'Handover batch page',
    related: { Handovers: 'handovers' },
    widgets: { Calendar: 'handoverCalendar' },
  }),
);
