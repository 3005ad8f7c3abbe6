import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('milestone', {
    Milestone: ['name', 'building', 'code', 'step', 'plannedOn', 'certifiedOn'],
  }),
);
