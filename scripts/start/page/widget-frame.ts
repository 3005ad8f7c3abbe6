/** A widget in a frame of its own, so that each has its own surroundings, as in Twenty's sandbox. */
import type { Choice } from './settings.ts';

type FrameSpec = { bundle: string; title: string; recordIds?: readonly string[]; grows: boolean };

export function frameFor({ member, language, scheme }: Choice, spec: FrameSpec): HTMLIFrameElement {
  const { bundle, title, recordIds = [], grows } = spec;
  const query = new URLSearchParams({ bundle, title, member: member.id, language, scheme });
  if (recordIds.length > 0) query.set('record', recordIds.join(','));
  const frame = document.createElement('iframe');
  frame.src = `/widget?${query}`;
  frame.title = title;
  frame.classList.toggle('grows', grows);
  return frame;
}
