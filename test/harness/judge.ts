import { meetbit } from '../../src/api/meetbit/routes.ts';
import { nexudus } from '../../src/api/nexudus/routes.ts';
import { v1 } from '../../src/api/v1/routes.ts';
import { zyntro } from '../../src/api/zyntro/routes.ts';
import type { Door } from '../../src/api/http/door.ts';
import { type Answer, type Judge, askedOf } from './answer.ts';
import { judgeMeetbit } from './meetbit-shapes.ts';
import { judgeNexudus } from './nexudus-shapes-routes.ts';
import { judgeV1 } from './v1-shapes.ts';
import { judgeZyntro } from './zyntro-shapes.ts';

/** Pages and the doors of tests have no contract. */
const JUDGES = new Map<Door, Judge>([
  [meetbit, judgeMeetbit],
  [nexudus, judgeNexudus],
  [v1, judgeV1],
  [zyntro, judgeZyntro],
]);

/**
 * Throws when an answer is not one that the contract of its door allows: the first of `doors`, in the order they are asked, to which the
 * path belongs. What belongs to none may only be missing.
 */
export function judge(doors: readonly Door[], method: string, address: string, answer: Answer): void {
  const asked = askedOf(method, address);
  for (const door of doors) {
    const judged = JUDGES.get(door);
    if (!judged) return;
    const faults = judged(answer, asked);
    if (faults?.length === 0) return;
    if (faults) throw new Error(`${method} ${address} answered ${answer.status}, which its contract does not allow:\n${faults.slice(0, 10).join('\n')}\n${answer.body.slice(0, 500)}`);
  }
  if (answer.status !== 404 || !/^text\/plain/.test(answer.headers.get('content-type') ?? '')) {
    throw new Error(`${method} ${address} answered ${answer.status}, and no contract knows this path`);
  }
}
