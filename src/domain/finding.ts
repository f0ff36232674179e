/** Something about an installation that its operator should mend. */
export type Finding = {
  /** What it is, for programs; stable. */
  name: string;
  /** `fault`: something does not work, or soon will not; `warning`: it works, and worse than it could. */
  severity: 'fault' | 'warning';
  /** What was found, in a sentence without secrets and without people's addresses. */
  says: string;
  /** What to do about it. */
  mend: string;
};

/** What one check looked at. `facts` are what it saw, for a person who reads on. */
export type Examined = { check: string; facts: Record<string, string | number | boolean>; findings: Finding[] };
