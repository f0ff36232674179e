import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

let spoken = '';
const readers = new Set<() => void>();

/** Has a screen reader say a sentence when it next pauses; for results that appear away from the focus. */
export function announce(sentence: string): void {
  // The same text again is no change and would stay unsaid; a trailing space makes it one.
  spoken = sentence === spoken ? `${sentence}\u00a0` : sentence;
  for (const read of readers) read();
}

const subscribe = (read: () => void): (() => void) => {
  readers.add(read);
  return () => readers.delete(read);
};

/** Where announcements are put. In the page from the start: a region inserted together with its text is often not read. */
export function LiveRegion() {
  const text = useSyncExternalStore(subscribe, () => spoken);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  );
}
