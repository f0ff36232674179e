import { useRef, useState } from 'react';

export type Act = {
  working: boolean;
  /** What the last try was refused with; null before, while working and after success. */
  refusal: unknown;
  /** Runs the act and answers whether it succeeded; a call while one is running is dropped and answers false. */
  run: () => Promise<boolean>;
};

/**
 * One change asked of the server at a time. The guard is a ref and not the rendered state, because two clicks can
 * arrive before React has drawn the first one's disabled button. Never retried by itself.
 */
export function useActOnce(act: () => Promise<void>): Act {
  const running = useRef(false);
  const [state, setState] = useState<{ working: boolean; refusal: unknown }>({ working: false, refusal: null });
  const run = async (): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setState({ working: true, refusal: null });
    try {
      await act();
      setState({ working: false, refusal: null });
      return true;
    } catch (refusal) {
      setState({ working: false, refusal });
      return false;
    } finally {
      running.current = false;
    }
  };
  return { ...state, run };
}
