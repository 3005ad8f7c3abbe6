import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('serviceLevel', {
    'Service level': ['name', 'kind', 'customerLevel', 'priority', 'department', 'isActive'],
    Time: ['respondMinutes', 'resolveMinutes', 'clock', 'escalateTo'],
  }),
);
