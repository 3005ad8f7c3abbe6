import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(
  recordFields('inspectionTemplate', { Template: ['name', 'project', 'isActive', 'remark'] }),
);
