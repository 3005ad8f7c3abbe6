import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('inspectionItem', { Item: ['name', 'template', 'room', 'place', 'category', 'severity'] }),
);
