// Of what React is not needed for: the window is dark or light from its first frame, long before there is a component.

const key = 'theme'

export const themes = ['system', 'light', 'dark'] as const
/** The analyst's choice; `system`: as the system says, for as long as nothing else was chosen. */
export type Theme = (typeof themes)[number]

export const systemTheme = window.matchMedia('(prefers-color-scheme: dark)')

export const keptTheme = (): Theme => themes.find(one => one === localStorage.getItem(key)) ?? 'system'

/** Remembers it on this computer. */
export const keepTheme = (chosen: Theme): void => {
  if (chosen === 'system') localStorage.removeItem(key)
  else localStorage.setItem(key, chosen)
}

/** Puts a theme on the page; returns whether it is a dark one. */
export const showTheme = (chosen: Theme): boolean => {
  const isDark = chosen === 'system' ? systemTheme.matches : chosen === 'dark'
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  return isDark
}
