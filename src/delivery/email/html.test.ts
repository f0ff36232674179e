import { expect, test } from 'vitest';
import { html, lines } from './html.ts';

test('text put into a template is escaped for text and for attributes', () => {
  expect(html`<p title="${`"'<&>`}">${'<b>&</b>'}</p>`.markup).toBe('<p title="&quot;&#39;&lt;&amp;&gt;">&lt;b&gt;&amp;&lt;/b&gt;</p>');
});

test('markup goes in as it is, once', () => {
  expect(html`<ul>${['a', '<'].map((text) => html`<li>${text}</li>`)}</ul>`.markup).toBe('<ul><li>a</li><li>&lt;</li></ul>');
});

test('lines are escaped before they are broken', () => {
  expect(lines('a<b\nc').markup).toBe('a&lt;b<br>\nc');
});
