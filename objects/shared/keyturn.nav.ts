/** The folder in the sidebar with what people open all day. */
import { defineNavigationMenuItem } from 'twenty-sdk/define';
import { folder } from '#kit/navigation.ts';

export default defineNavigationMenuItem(folder('keyturn', 'Keyturn', 'IconKey'));
