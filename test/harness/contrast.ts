import type { Frame, Page } from 'playwright-core';

/**
 * Runs in the page: every piece of text with its own colour and the colour behind it, where their contrast is less than WCAG 2.2 AA asks (1.4.3: 4.5, or
 * 3 of large text), in words.
 */
const FAULTS = `(() => {
  const parsed = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const over = ([r, g, b, a = 1], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)];
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    if (element === null) return matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(document.documentElement).colorScheme.includes('dark') ? [18, 18, 18] : [255, 255, 255];
    const own = parsed(getComputedStyle(element).backgroundColor);
    return (own[3] ?? 1) === 1 ? own : over(own, behind(element.parentElement));
  };
  const faults = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) continue;
    const style = getComputedStyle(element);
    const back = behind(element);
    const [one, other] = [luminance(over(parsed(style.color), back)), luminance(back)].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (isLarge ? 3 : 4.5)) faults.add(text.data.trim().slice(0, 40) + ': ' + contrast.toFixed(2) + ' of ' + style.color + ' on rgb(' + back.map(Math.round).join(', ') + ')');
  }
  return [...faults];
})()`;

/** The texts of a page, as it is shown now, whose contrast is too low; empty where all can be read. */
export function lowContrasts(page: Page | Frame): Promise<string[]> {
  return page.evaluate(FAULTS);
}
