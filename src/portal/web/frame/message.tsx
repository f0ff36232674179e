import type { ReactNode, Ref } from 'react';
import { ClockIcon, DoneIcon, WarnIcon } from '@/frame/icons';

const ICONS = { done: DoneIcon, refused: WarnIcon, note: ClockIcon };

/**
 * Something in words, in the flow of the page. "refused" and "note" are alerts and read out at once; "done" is not, so
 * give it the focus or `announce` it.
 */
export function Message({ tone, children, ref }: { tone: 'done' | 'refused' | 'note'; children: ReactNode; ref?: Ref<HTMLDivElement> }) {
  const Icon = ICONS[tone];
  return (
    <div className={`message message-${tone}`} role={tone === 'done' ? undefined : 'alert'} ref={ref} tabIndex={ref ? -1 : undefined}>
      <Icon />
      <div>{children}</div>
    </div>
  );
}
