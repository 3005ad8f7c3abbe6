/** A text to be handed on, with a button that copies it. */
import { useState } from 'react';
import { copyToClipboard } from 'twenty-sdk/front-component';
import type { Words } from '#widgets/shared/i18n/words.ts';
import { Button } from './button.tsx';

type CopyTextProps = { label: string; text: string; words: Words };

export function CopyText({ label, text, words: { t } }: CopyTextProps) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      await copyToClipboard(text);
      setIsCopied(true);
    } catch {
      // A page without a clipboard: the text is there to be marked by hand.
    }
  };
  return (
    <div className="kt-panel kt-copy">
      <span className="kt-label">{label}</span>
      <span className="kt-copied kt-number">{text}</span>
      <Button size="small" onPress={() => void copy()}>
        {isCopied ? t('Copied') : t('Copy')}
      </Button>
    </div>
  );
}
