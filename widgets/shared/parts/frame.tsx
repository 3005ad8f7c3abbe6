/** The outermost element of every widget: colour scheme, language and style sheet. */
import type { ReactNode } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import { useWords } from '#widgets/shared/i18n/words.ts';

export type Scheme = 'light' | 'dark';

type FrameProps = { scheme: Scheme; locale: string; style: string; className?: string; children: ReactNode };

/** The SDK moves the style sheet to the host page's head, once. */
export function Frame({ scheme, locale, style, className = '', children }: FrameProps) {
  return (
    <div className={`kt ${className}`.trim()} data-scheme={scheme} data-locale={locale}>
      <style>{style}</style>
      {children}
    </div>
  );
}

export function HostFrame({ style, children }: { style: string; children: ReactNode }) {
  const { locale } = useWords();
  return (
    <Frame scheme={useColorScheme()} locale={locale} style={style}>
      {children}
    </Frame>
  );
}
