/** Takes no room and breaks no meaning for a reader, but ends a token for every program that looks for addresses. */
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * Text in which no mail program finds a link: `https://`, `www.`, bare domains, mail addresses and scheme links are
 * broken up by an invisible space. A reason is a stranger's words in a mail people trust; it must not lead anywhere.
 */
export function unlinked(text: string): string {
  return text
    .replace(/(?<=\p{L}):(?=\S)/gu, `:${ZERO_WIDTH_SPACE}`)
    .replace(/\/\//g, `/${ZERO_WIDTH_SPACE}/`)
    .replace(/(?<=\S)@/g, `${ZERO_WIDTH_SPACE}@${ZERO_WIDTH_SPACE}`)
    .replace(/(?<=[\p{L}\p{N}_-])([.\u3002\uFF0E\uFF61])(?=[\p{L}\p{N}])/gu, (dot, _mark, at: number, whole: string) =>
      // 3.5 and 14.30 stay whole: a number is not linked unless it is a host, and then its scheme is broken already.
      /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + 1] ?? '') ? dot : `${dot}${ZERO_WIDTH_SPACE}`,
    );
}
