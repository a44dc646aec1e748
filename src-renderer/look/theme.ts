import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Deep indigo, the one accent: 0 is the faintest, 9 the deepest. */
const indigo: MantineColorsTuple = ['#f0effa', '#e3e2f4', '#c8c7ec', '#a9a7e2', '#8785d6', '#6461d0', '#4c49b4', '#3d3b9c', '#322f80', '#262463']

/** Marigold, only for what needs an eye. */
const marigold: MantineColorsTuple = ['#fdf6e3', '#fbeecb', '#f4dc9a', '#edc866', '#e5ab35', '#d99a12', '#b57e06', '#916300', '#735000', '#523900']

/** Red, only for harm. */
const red: MantineColorsTuple = ['#fcf2f0', '#f9e5e2', '#f2c8c2', '#f0958b', '#de6d61', '#c9463a', '#b0281f', '#982019', '#7c1a15', '#5e1410']

/** Warm neutral greys for the light theme. */
const gray: MantineColorsTuple = ['#fcfbf9', '#f6f4f0', '#eeebe4', '#e3ded5', '#cfc8bc', '#b0a89b', '#8b8376', '#6e675c', '#5f594f', '#25221e']

/** The same family by night; Mantine reads text from 0 and surfaces from 6 and 7. */
const dark: MantineColorsTuple = ['#ebe7e0', '#d3cdc3', '#b3ab9e', '#9c9487', '#5b554c', '#454039', '#35312b', '#1f1d1a', '#181614', '#141210']

/** What the house calls its colours: the same names in both themes, each theme designed by itself. All text pairs reach AA. */
const lightWords = {
  ground: '#f6f4f0', surface: '#fcfbf9', raised: '#ffffff', field: '#ffffff', rail: '#eeebe4', hover: '#efece6',
  line: '#e3ded5', 'line-strong': '#cfc8bc', text: '#25221e', muted: '#5f594f', faint: '#6e675c',
  accent: '#3d3b9c', 'accent-hover': '#322f80', 'accent-soft': '#e8e7f5', 'accent-line': '#a9a7e2', 'accent-text': '#3a3893',
  marigold: '#d99a12', 'marigold-soft': '#fbeecb', 'marigold-text': '#735000', 'marigold-line': '#edc866',
  red: '#b0281f', 'red-soft': '#f9e5e2', green: '#2f6a47',
  paper: '#fffefb', desk: '#e9e5dd', mark: '#e8e7f5', found: '#fbe3a1', 'found-now': '#f0b429',
  shadow: '0 1px 2px rgba(52, 44, 30, 0.06), 0 6px 20px rgba(52, 44, 30, 0.10)',
} as const

const darkWords: Record<keyof typeof lightWords, string> = {
  ground: '#181614', surface: '#1f1d1a', raised: '#262320', field: '#191715', rail: '#141210', hover: '#2a2723',
  line: '#312d28', 'line-strong': '#454039', text: '#ebe7e0', muted: '#b3ab9e', faint: '#9c9487',
  accent: '#5e5bc8', 'accent-hover': '#6c69d6', 'accent-soft': '#2b2a47', 'accent-line': '#54519a', 'accent-text': '#b3b2f5',
  marigold: '#e5ab35', 'marigold-soft': '#3a2f17', 'marigold-text': '#efc15e', 'marigold-line': '#6b5420',
  red: '#f0958b', 'red-soft': '#40211e', green: '#8cc9a4',
  paper: '#262320', desk: '#131110', mark: '#33325a', found: '#5c4a1c', 'found-now': '#a67c1a',
  shadow: '0 1px 2px rgba(0, 0, 0, 0.4), 0 8px 24px rgba(0, 0, 0, 0.45)',
}

const asVariables = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [`--cm-${name}`, value]))

/** Gives our words to CSS as `--cm-*` and bends Mantine's own variables to them, for each theme by itself. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = (words: Record<keyof typeof lightWords, string>) => ({
    ...asVariables(words),
    '--mantine-color-body': words.surface,
    '--mantine-color-text': words.text,
    '--mantine-color-dimmed': words.muted,
    '--mantine-color-placeholder': words.faint,
    '--mantine-color-anchor': words['accent-text'],
    '--mantine-color-default': words.raised,
    '--mantine-color-default-hover': words.hover,
    '--mantine-color-default-border': words['line-strong'],
    '--mantine-color-default-color': words.text,
    '--mantine-color-error': words.red,
    '--mantine-primary-color-filled': words.accent,
    '--mantine-primary-color-filled-hover': words['accent-hover'],
    '--mantine-primary-color-light': words['accent-soft'],
    '--mantine-primary-color-light-color': words['accent-text'],
    '--mantine-color-indigo-filled': words.accent,
    '--mantine-color-indigo-filled-hover': words['accent-hover'],
    '--mantine-color-indigo-light': words['accent-soft'],
    '--mantine-color-indigo-light-color': words['accent-text'],
    '--mantine-color-indigo-text': words['accent-text'],
    '--mantine-color-red-text': words.red,
    '--mantine-color-red-light-color': words.red,
    '--mantine-color-red-light': words['red-soft'],
    '--mantine-color-red-light-hover': words['red-soft'],
    '--mantine-color-gray-light-color': words.text,
    '--mantine-color-gray-light-hover': words.hover,
    '--mantine-shadow-xs': words.shadow,
    '--mantine-shadow-sm': words.shadow,
    '--mantine-shadow-md': words.shadow,
    '--mantine-shadow-lg': words.shadow,
    '--mantine-shadow-xl': words.shadow,
  })
  return { variables: {}, light: shared(lightWords), dark: shared(darkWords) }
}

const quick = { duration: 120 }

/** The one theme of CastMatch: Inter at 14 px, an 8 px grid, small radii, one shadow, motion under 150 ms. */
export const theme = createTheme({
  colors: { indigo, marigold, red, gray, dark },
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 5 },
  white: '#ffffff',
  black: '#25221e',
  fontFamily: "'Inter Variable', 'Noto Sans Devanagari', system-ui, sans-serif",
  fontFamilyMonospace: "'Courier Prime', 'Noto Sans Devanagari', 'Courier New', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '20px', lineHeight: '28px' }, h2: { fontSize: '15px', lineHeight: '24px' }, h3: { fontSize: '13px', lineHeight: '20px' } } },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'xs' }, styles: { root: { fontWeight: 500 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Input: { styles: { wrapper: { '--input-bg': 'var(--cm-field)' } } },
    InputWrapper: { styles: { label: { fontSize: 12, lineHeight: '18px', marginBottom: 2 }, description: { fontSize: 12 } } },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs', transitionDuration: 120 } },
    Switch: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: 13 }, description: { fontSize: 12 } } },
    Checkbox: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: 13 }, description: { fontSize: 12 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: quick, withArrow: false, multiline: true, maw: 280 } },
    Menu: { defaultProps: { transitionProps: quick, shadow: 'md', position: 'bottom-start', withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { transitionProps: quick, shadow: 'md' } },
    Modal: { defaultProps: { transitionProps: quick, centered: true, overlayProps: { backgroundOpacity: 0.35 }, closeButtonProps: { 'aria-label': 'Close' } } },
    Drawer: { defaultProps: { transitionProps: { duration: 140 }, position: 'right', overlayProps: { backgroundOpacity: 0.25 }, closeButtonProps: { 'aria-label': 'Close' } } },
  },
})
