import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What the stack that a good engineer would assemble instead of using us reaches, measured by its own program `peer.mjs`. */
export type Assembled = { cancels: number; p99: number; mails: number };

/** Runs it in its folder, where `npm install` was done, for so many meetings. */
export async function measureAssembled(folder: string, meetings: number): Promise<Assembled> {
  const env = { ...process.env, K: String(meetings), C: '16' };
  const peer = spawn(process.execPath, ['peer.mjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [said] = await Promise.all([text(peer.stdout), once(peer, 'exit')]);
  const line = said.split('\n').find((each) => each.startsWith('{'));
  if (line === undefined) throw new Error(`the assembled stack in ${folder} gave no figures: ${said.slice(0, 300)}`);
  const figures = JSON.parse(line) as { cancels_s: number; p99: number; mails_s: number };
  return { cancels: figures.cancels_s, p99: figures.p99, mails: figures.mails_s };
}
