import { defineIndex } from 'twenty-sdk/define';
import { uniqueKey } from '#kit/object.ts';

export default defineIndex(uniqueKey('serviceTicket', ['number']));
