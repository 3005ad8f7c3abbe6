/** What a person is told: a line with an optional way forward, or a whole page of it. */
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export type WayForward = { label: string; onPress: () => void };

type NoticeProps = { tone?: 'bad' | 'good' | 'plain'; children: ReactNode; action?: WayForward | undefined };

export function Notice({ tone = 'plain', children, action }: NoticeProps) {
  return (
    <div className="kt-notice" data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className="kt-notice-text">{children}</span>
      {action && (
        <Button size="small" onPress={action.onPress}>
          {action.label}
        </Button>
      )}
    </div>
  );
}

type BlankProps = { title: string; children: ReactNode; action?: WayForward | undefined; isAlert?: boolean };

export function Blank({ title, children, action, isAlert = false }: BlankProps) {
  return (
    <div className="kt-blank" role={isAlert ? 'alert' : 'status'}>
      <div className="kt-blank-title">{title}</div>
      <div className="kt-blank-text">{children}</div>
      {action && <Button onPress={action.onPress}>{action.label}</Button>}
    </div>
  );
}
