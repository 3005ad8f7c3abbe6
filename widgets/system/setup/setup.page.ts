import { definePageLayout } from 'twenty-sdk/define';
import { standalonePage } from '#kit/page.ts';

export default definePageLayout(standalonePage('setup', 'Keyturn setup', 'setup'));
