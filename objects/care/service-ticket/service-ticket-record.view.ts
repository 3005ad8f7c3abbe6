import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('serviceTicket', {
    Ticket: ['name', 'number', 'kind', 'state', 'priority', 'channel', 'description', 'resolution'],
    Customer: [
      'customer',
      'contactName',
      'contactPhone',
      'contactEmail',
      'customerLevel',
      'project',
      'unit',
      'contract',
    ],
    Warranty: ['part', 'warranty', 'warrantyUntil', 'warrantyNote'],
    Who: ['department', 'assignee', 'onBehalfOf'],
    Clock: [
      'openedAt',
      'respondBy',
      'respondedAt',
      'resolveBy',
      'resolvedAt',
      'closedAt',
      'pausedAt',
      'escalation',
      'escalatedAt',
    ],
    Feedback: ['feedback', 'feedbackAt', 'satisfactionAskedAt', 'satisfaction', 'satisfactionNote'],
    Repeats: ['reopened', 'duplicates', 'foldKey', 'sourceKey'],
  }),
);
