/** `needed`: without it the server is not ready. `says`: in words, without addresses or secrets. */
export type Check = { name: string; ok: boolean; needed: boolean; says: string };

/** What is missing, of all that was looked at; empty where nothing that is needed is. */
export function reasonsIn(looked: Check[]): string[] {
  return looked.filter(({ ok, needed }) => needed && !ok).map(({ says }) => says);
}
