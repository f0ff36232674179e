/** What `addHelpText('after', …)` shows of a command: how it is called, a line each, ready to be typed. */
export function example(...lines: string[]): string {
  return `\n${lines.length === 1 ? 'Example' : 'Examples'}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
