/** Who something is open to. Members are customers with a running contract, contacts those without. */
export type Circle = 'everyone' | 'signed_in' | 'members' | 'contacts';

/** Whoever looks at something: a signed-in customer, or null for anybody. */
export type Viewer = { isMember: boolean } | null;

/** The circles a viewer stands in. */
export function circlesOf(viewer: Viewer): Circle[] {
  if (viewer === null) return ['everyone'];
  return ['everyone', 'signed_in', viewer.isMember ? 'members' : 'contacts'];
}
