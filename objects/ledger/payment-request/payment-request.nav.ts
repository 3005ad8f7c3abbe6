import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { objectEntry } from '#kit/navigation.ts';

export default defineNavigationMenuItem(objectEntry('paymentRequest.list', 'IconCreditCard'));
