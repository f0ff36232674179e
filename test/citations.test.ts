import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Every place of the tree that says something of this form, and what it says. */
async function citations(form: RegExp): Promise<{ file: string; said: string[] }[]> {
  const found: { file: string; said: string[] }[] = [];
  for await (const file of glob('{src,test,bench}/**/*.{ts,tsx,sql,txt}', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(form)) found.push({ file, said: match.slice(1) });
  }
  return found;
}

test('a section of a contract that the code cites is there to be read', async () => {
  const headings = new Map<string, Set<string>>();
  const headingsOf = (name: string) => {
    const text = headings.get(name) ?? new Set(readFileSync(join(root, `docs/contracts/${name}.md`), 'utf8').match(/(?<=^#+ )[0-9.]+/gm));
    headings.set(name, text);
    return text;
  };
  const cited = await citations(/\b(zyntro|nexudus|meetbit|itip)\.md §(\d+(?:\.\d+)*)/g);
  expect(cited.length).toBeGreaterThan(100);
  const dangling = cited.filter(({ said: [name = '', section = ''] }) => {
    const known = headingsOf(name);
    return !known.has(section) && !known.has(`${section}.`);
  });
  expect(dangling).toEqual([]);
});

test('a promise that the code cites is one of docs/promises.md', async () => {
  const promises = new Set(readFileSync(join(root, 'docs/promises.md'), 'utf8').match(/(?<=^\| )\d+(?= \|)/gm));
  const cited = await citations(/\bpromise (\d+)\b/gi);
  expect(cited.length).toBeGreaterThan(5);
  expect(cited.filter(({ said: [number = ''] }) => !promises.has(number))).toEqual([]);
});
