import { defineView } from 'twenty-sdk/define';
import { table } from '#kit/view.ts';

export default defineView(
  table('unitHold', {
    name: 'All unit holds',
    icon: 'IconHandStop',
    columns: ['name', 'unit', 'kind', 'state', 'forWhom', 'heldByName', 'heldAt', 'expiresAt', 'reason'],
    sort: ['heldAt', 'DESC'],
  }),
);
