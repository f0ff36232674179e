/**
 * An event's description as plain paragraphs. The wire's `LongDescription` may be HTML by anybody's hand; it is parsed
 * into a document that is never shown (nothing in it runs or loads) and only its text is kept.
 */
export function paragraphsOf(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of page.querySelectorAll('script, style, template')) unseen.remove();
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n');
  for (const block of page.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6')) block.append('\n\n');
  return (page.body.textContent ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
