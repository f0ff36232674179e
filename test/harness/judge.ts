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
 * What makes an answer one that the contract of its door does not allow, in words; empty when nothing does. Its door is the first of
 * `doors`, in the order they are asked, to which the path belongs; what belongs to none may only be missing.
 */
export function faultsOfAnswer(doors: readonly Door[], method: string, address: string, answer: Answer): string[] {
  const asked = askedOf(method, address);
  for (const door of doors) {
    const judge = JUDGES.get(door);
    if (!judge) return [];
    const faults = judge(answer, asked);
    if (faults) return faults;
  }
  const isMissing = answer.status === 404 && answer.headers.get('content-type')?.startsWith('text/plain');
  return isMissing ? [] : ['no contract knows this path'];
}

/** Throws where a door's answer is none that its contract allows. */
export function judge(door: Door, method: string, address: string, answer: Answer): void {
  const faults = faultsOfAnswer([door], method, address, answer);
  if (faults.length === 0) return;
  const told = [
    `${method} ${address.slice(0, 200)} answered ${answer.status}, which its contract does not allow:`,
    ...faults.slice(0, 10),
    answer.body.slice(0, 500),
  ];
  throw new Error(told.join('\n'));
}
