/** Markup that has been escaped or was written by us; anything else is text and gets escaped. */
export type Markup = { readonly markup: string };

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Tag for templates: every string put in is escaped for text and for quoted attributes, markup goes in as it is. */
export function html(literals: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup {
  let markup = literals[0] ?? '';
  values.forEach((value, index) => {
    markup += write(value) + (literals[index + 1] ?? '');
  });
  return { markup };
}

/** Text of several lines, its line breaks shown. */
export function lines(text: string): Markup {
  return { markup: text.split('\n').map(escapeHtml).join('<br>\n') };
}

function write(value: string | Markup | readonly Markup[]): string {
  if (typeof value === 'string') return escapeHtml(value);
  return 'markup' in value ? value.markup : value.map((one) => one.markup).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
