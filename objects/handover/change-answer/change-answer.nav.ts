import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { objectEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(objectEntry('changeAnswer.list', 'IconMessageReply'));
