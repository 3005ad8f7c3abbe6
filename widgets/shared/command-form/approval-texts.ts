/** What every form says that asks for an approval instead of doing it. */
import type { Words } from '#widgets/shared/i18n/words.ts';

export const APPROVAL_TEXTS = {
  submit: ({ t }: Words) => t('Ask for approval'),
  busy: ({ t }: Words) => t('Asking…'),
  done: ({ t }: Words) => t('It waits for approval by somebody else.'),
};
