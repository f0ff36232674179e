import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from './theme.ts';

const ID = 'virtual:theme.css';

/**
 * Compiles `theme.ts` into a stylesheet at build time, by Mantine's own resolver. Left to itself, MantineProvider writes
 * these variables into a <style> element in the page, which `style-src 'self'` rightly refuses.
 */
export function themeStylesheet(): Plugin {
  return {
    name: 'theme-stylesheet',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load: (id) => {
      if (id !== `\0${ID}`) return null;
      const { variables, light, dark } = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
      return convertCssVariables({
        variables,
        light: { ...light, '--mantine-color-scheme': 'light', '--mantine-color-body': 'var(--page)' },
        dark: { ...dark, '--mantine-color-scheme': 'dark', '--mantine-color-body': 'var(--page)' },
      });
    },
  };
}
