import { definePageLayout } from 'twenty-sdk/define';
import { recordPage } from '#kit/page.ts';

export default definePageLayout(
  recordPage('engineeringChange', {
    name: 'Engineering change page',
    widgets: { 'At a glance': 'changePanel' },
    related: { Answers: 'answers' },
  }),
);
