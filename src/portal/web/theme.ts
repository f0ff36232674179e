import { createTheme } from '@mantine/core';

const sans = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';

/** Adjourn's look, in Mantine's words. Colours of our own that Mantine has no name for stand in `base.css`. */
export const theme = createTheme({
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '650' },
  colors: {
    tide: ['#e9f5f5', '#d2e8e9', '#a6d2d4', '#78bbc0', '#51a7ad', '#33939a', '#1f7f87', '#0f6a73', '#0b5860', '#08464d'],
    rust: ['#fdefea', '#f8dcd2', '#efb8a5', '#e69275', '#dd714d', '#d05a33', '#bd4a25', '#a33c1b', '#883116', '#6e2711'],
    dark: ['#e6ebec', '#c3cccf', '#a3afb3', '#7c8a8f', '#36444a', '#2b373c', '#1d272b', '#12191c', '#0e1416', '#0a0f11'],
  },
  primaryColor: 'tide',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
