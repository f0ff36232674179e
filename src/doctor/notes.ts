import type { Examined, Finding } from '../domain/finding.ts';

/** What can be found by a check, each with its weight and how to mend it. */
export type Catalogue = Record<string, Pick<Finding, 'severity' | 'mend'>>;

/** What a check writes down while it looks. */
export type Notes<Names extends string> = {
  fact(name: string, value: string | number | boolean): void;
  found(name: Names, says: string): void;
  done(): Examined;
};

/** Empty notes of a check, which can find what is in its catalogue and nothing else. */
export function notesOf<Known extends Catalogue>(check: string, catalogue: Known): Notes<keyof Known & string> {
  const examined: Examined = { check, facts: {}, findings: [] };
  return {
    fact(name, value) {
      examined.facts[name] = value;
    },
    found(name, says) {
      const { severity, mend } = catalogue[name] as Catalogue[string];
      examined.findings.push({ name, severity, says, mend });
    },
    done: () => examined,
  };
}
