import { defaultTheme, type RaThemeOptions } from 'react-admin';
import { FONT, GRID, MOTION_MS, THEMES, type Theme } from '../../client/look/tokens';

/** The console in the colours of the house. */
export const darkTheme = themeOf('dark', THEMES.dark);
export const lightTheme = themeOf('light', THEMES.light);

function themeOf(mode: 'dark' | 'light', colours: Theme): RaThemeOptions {
  const { ground, surface, raised, line, text, muted, accent, onAccent, danger, good } = colours;
  const focus = { outline: `2px solid ${accent}`, outlineOffset: 2 };
  return {
    ...defaultTheme,
    palette: {
      mode,
      primary: { main: accent, contrastText: onAccent },
      secondary: { main: accent, contrastText: onAccent },
      error: { main: danger, contrastText: mode === 'dark' ? onAccent : '#ffffff' },
      success: { main: good, contrastText: mode === 'dark' ? onAccent : '#ffffff' },
      warning: { main: accent, contrastText: onAccent },
      info: { main: muted, contrastText: ground },
      background: { default: ground, paper: surface },
      text: { primary: text, secondary: muted },
      divider: line,
    },
    typography: {
      fontFamily: FONT,
      h1: { fontSize: '1.75rem', fontWeight: 650, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.25rem', fontWeight: 650, letterSpacing: '-0.01em' },
      h3: { fontSize: '1rem', fontWeight: 650 },
      h6: { fontWeight: 650 },
      button: { textTransform: 'none', fontWeight: 550 },
    },
    spacing: GRID * 2,
    shape: { borderRadius: 8 },
    sidebar: { width: 216, closedWidth: 56 },
    transitions: {
      duration: {
        shortest: MOTION_MS / 2,
        shorter: MOTION_MS,
        short: MOTION_MS,
        standard: MOTION_MS,
        complex: MOTION_MS,
        enteringScreen: MOTION_MS,
        leavingScreen: MOTION_MS,
      },
    },
    components: {
      ...defaultTheme.components,
      MuiCssBaseline: {
        styleOverrides: {
          ':focus-visible': focus,
          body: { scrollbarColor: `${line} transparent` },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              animationIterationCount: '1 !important',
              transitionDuration: '0.01ms !important',
            },
          },
        },
      },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiAppBar: {
        defaultProps: { elevation: 0 },
        styleOverrides: { root: { backgroundColor: surface, color: text, borderBottom: `1px solid ${line}`, backgroundImage: 'none' } },
      },
      MuiButtonBase: { styleOverrides: { root: { '&:focus-visible': focus } } },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiTableCell: { styleOverrides: { root: { borderColor: line }, head: { color: muted, fontWeight: 550 } } },
      MuiTooltip: {
        styleOverrides: { tooltip: { backgroundColor: raised, color: text, border: `1px solid ${line}`, fontSize: '0.8125rem' } },
      },
      MuiCircularProgress: { defaultProps: { 'aria-label': 'Loading' } },
      MuiChip: { styleOverrides: { root: { borderRadius: 6 } } },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', fullWidth: true } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', fullWidth: true } },
      MuiAutocomplete: { defaultProps: { fullWidth: true } },
      RaMenuItemLink: {
        styleOverrides: {
          root: {
            color: muted,
            borderRadius: 8,
            margin: '2px 8px',
            '&.RaMenuItemLink-active': { color: text, backgroundColor: raised },
            '&.RaMenuItemLink-active .RaMenuItemLink-icon': { color: accent },
          },
        },
      },
      RaLayout: { styleOverrides: { root: { minWidth: 0 } } },
      // A wide table scrolls inside itself; the page never scrolls sideways.
      RaDatagrid: { styleOverrides: { root: { '& .RaDatagrid-tableWrapper': { overflowX: 'auto' } } } },
      RaDataTable: { styleOverrides: { root: { '& .RaDataTable-tableWrapper': { overflowX: 'auto' } } } },
      RaList: { styleOverrides: { root: { '& .RaList-main, & .RaList-content': { minWidth: 0 } } } },
      // On a phone, filters and buttons stand on the ground like on a desk, without an empty bar above them.
      RaListToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
      RaFilterForm: {
        styleOverrides: { root: { '& .RaFilterForm-filterFormInput .MuiFormControl-root': { marginTop: 8, marginBottom: 4 } } },
      },
      RaTopToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent', minHeight: 0 } } } },
    },
  };
}
