import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/**
 * One accent colour, petrol. Shades 8 (light) and 7 (dark) reach 4.5:1 with white; Mantine's own dimmed and
 * placeholder greys do not reach it on a white page, so they are darker here. What bounds a field (edge) reaches 3:1.
 */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  colors: {
    petrol: [
      '#eaf6f8',
      '#d5ebef',
      '#a9d5de',
      '#78bdcb',
      '#4fa8ba',
      '#3699ae',
      '#2790a7',
      '#187d93',
      '#0d6e83',
      '#005566',
    ],
  },
  fontFamily: '"Source Sans 3", system-ui, -apple-system, "Segoe UI", sans-serif',
  headings: {
    fontFamily: '"Source Sans 3", system-ui, -apple-system, "Segoe UI", sans-serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { variant: 'outline', radius: 'sm', tt: 'none', fw: 600 } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d565e',
    '--mantine-color-placeholder': '#626c75',
    '--mantine-color-error': '#b3261e',
    '--archway-page': '#f4f6f7',
    '--archway-surface': '#ffffff',
    '--archway-line': '#d5dbe0',
    '--archway-edge': '#868f98',
    '--archway-accent': '#0d6e83',
    '--archway-accent-text': '#0b6175',
    '--archway-good': '#1d6b34',
    '--archway-warn': '#8a4b00',
    '--archway-bad': '#b3261e',
    '--archway-tint': '#eaf6f8',
  },
  dark: {
    '--mantine-color-dimmed': '#b4bcc4',
    '--mantine-color-placeholder': '#a0a9b1',
    '--mantine-color-error': '#ff9c94',
    '--archway-page': '#15181b',
    '--archway-surface': '#1e2226',
    '--archway-line': '#3a4148',
    '--archway-edge': '#79828b',
    '--archway-accent': '#4fa8ba',
    '--archway-accent-text': '#7fcbd9',
    '--archway-good': '#7fd495',
    '--archway-warn': '#f0b35e',
    '--archway-bad': '#ff9c94',
    '--archway-tint': '#17313a',
  },
});
