import { defineView } from 'twenty-sdk/define';
import { recordFields } from '#kit/view.ts';

export default defineView(recordFields('teamMember', { Team: ['name', 'team', 'member', 'leads'] }));
