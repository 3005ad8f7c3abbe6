import { definePageLayout } from 'twenty-sdk/define';
import { standalonePage } from '#kit/page.ts';

export default definePageLayout(standalonePage('serviceDesk', 'Service desk', 'serviceDesk'));
